//! Two nodes as scripts of operations, with losses. After each script both logs agree and each message took effect once.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test that stops here has failed"
)]

mod checks;
mod hostile;
mod past;
mod search;
mod world;

use std::time::Duration;

use marchland::acts::ours;
use marchland_casework::Field;

use world::{
    Op::{self, *},
    Side::{A, B},
    World, request,
};

/// The whole walk of a request, without a fault.
const WALK: &[Op] = &[
    Compose,
    Submit,
    Approve,
    Deliver(A),
    Work(B),
    Deliver(B),
    Register,
    Accept,
    Draft,
    SubmitAnswer,
    ApproveAnswer,
    Deliver(B),
    Work(A),
    ReadAnswer,
    Deliver(A),
    Evaluate,
    CloseOurs,
    CloseTheirs,
];

#[tokio::test]
async fn a_lawful_request_crosses_the_border_and_comes_back() {
    let mut world = World::new().await;
    world.run(WALK).await;
    world.heal().await;
    world.expect_walked("closed").await;
}

#[tokio::test]
async fn whatever_is_lost_on_the_wire_arrives_once() {
    for fault in [LoseRequest, LoseAnswer, Double] {
        for at in 0..4 {
            let mut world = World::new().await;
            let mut deliveries = 0;
            for op in WALK {
                if matches!(op, Deliver(_)) {
                    if deliveries == at {
                        world.op(fault).await;
                        world.op(*op).await; // the attempt that goes wrong; the script's own is the retry
                    }
                    deliveries += 1;
                }
                world.op(*op).await;
            }
            world.heal().await;
            world.expect_walked("closed").await;
        }
    }
}

#[tokio::test]
async fn a_node_killed_between_any_two_steps_loses_nothing() {
    for side in [A, B] {
        let mut steps = 0;
        loop {
            let mut world = World::new().await;
            world.app(side).fuse.set(steps);
            world.run(WALK).await;
            let burned = world.restarts > 0;
            world.heal().await;
            world.expect_walked("closed").await;
            if !burned {
                break; // the fuse outlived the walk: every step was tried
            }
            steps += 1;
        }
        assert!(steps > 12, "only {steps} steps of {side:?} were tried");
    }
}

#[tokio::test]
async fn letters_in_the_wrong_order_are_worked_on_in_the_right_one() {
    let mut world = World::new().await;
    world
        .run(&[Compose, Submit, Approve, Deliver(A), Work(B), Register, Accept, Reverse, Deliver(B), Work(A)])
        .await;
    world
        .run(&[
            Deliver(B),
            Work(A),
            Draft,
            SubmitAnswer,
            ApproveAnswer,
            Deliver(B),
            Work(A),
            ReadAnswer,
            Evaluate,
            CloseOurs,
            CloseTheirs,
        ])
        .await;
    world.heal().await;
    world.expect_walked("closed").await;
}

#[tokio::test]
async fn a_question_stops_the_clock_until_it_is_answered() {
    let mut world = World::new().await;
    world.run(&[Compose, Submit, Approve, Deliver(A), Work(B), Register, Ask]).await;
    assert!(world.our_answer_clock().await.is_paused());
    world
        .run(&[Advance(Duration::from_secs(3 * 3600)), Deliver(B), Work(A), Clarify, Deliver(A), Work(B)])
        .await;
    assert!(!world.our_answer_clock().await.is_paused());
    world
        .run(&[
            Accept,
            Draft,
            SubmitAnswer,
            ApproveAnswer,
            Deliver(B),
            Work(A),
            ReadAnswer,
            Evaluate,
            CloseOurs,
            CloseTheirs,
        ])
        .await;
    world.heal().await;
    world.expect_walked("closed").await;
}

#[tokio::test]
async fn a_partly_refused_request_is_answered_in_part() {
    let mut world = World::new().await;
    world
        .run(&[
            Compose,
            Submit,
            Approve,
            Deliver(A),
            Work(B),
            Register,
            RefuseSecondPoint,
            Draft,
            SubmitAnswer,
            ApproveAnswer,
        ])
        .await;
    world.run(&[Deliver(B), Work(A), ReadAnswer, Evaluate, CloseOurs, CloseTheirs]).await;
    world.heal().await;
    world.expect_walked("closed").await;
}

#[tokio::test]
async fn a_recalled_request_stops_the_work_on_the_other_side() {
    let mut world = World::new().await;
    world
        .run(&[Compose, Submit, Approve, Deliver(A), Work(B), Register, Accept, Recall, Deliver(A), Work(B)])
        .await;
    assert_eq!(world.row(A).await.stage, "recalled");
    assert_eq!(world.row(B).await.stage, "recalled");
    assert!(world.app(B).store.open_tasks(&world.row(B).await.id).await.unwrap().is_empty());
    world.heal().await;
    world.expect_logs_agree().await;
}

#[tokio::test]
async fn a_correction_replaces_the_request_on_both_sides() {
    let mut world = World::new().await;
    world
        .run(&[
            Compose,
            Submit,
            Approve,
            Deliver(A),
            Work(B),
            Register,
            Correct,
            ApproveCorrection,
            Deliver(A),
            Work(B),
        ])
        .await;
    assert_eq!(world.row(B).await.title, "T 419 KO 55");
    world.heal().await;
    world.expect_logs_agree().await;
}

#[tokio::test]
async fn limits_are_told_before_they_are_missed_and_once() {
    let mut world = World::new().await;
    world.run(&[Compose, Submit, Approve, Deliver(A), Work(B), Register, Accept]).await;
    for (days, levels) in [(0, 0), (4, 1), (5, 3)] {
        world.op(Advance(Duration::from_secs(days * 86_400))).await;
        world.op(Escalate(B)).await;
        world.op(Escalate(B)).await;
        assert_eq!(world.our_answer_clock().await.raised.len(), levels, "after {days} more days");
    }
}

#[tokio::test]
async fn a_week_of_silence_and_restarts_drains_by_itself() {
    let mut world = World::new().await;
    world.run(&[Compose, Submit, Approve]).await;
    for _ in 0..20 {
        world.run(&[LoseRequest, Deliver(A), Kill(A), Kill(B), Advance(Duration::from_secs(8 * 3600))]).await;
    }
    world.heal().await;
    world.run(&[Register, Accept, Draft, SubmitAnswer, ApproveAnswer]).await;
    world.heal().await;
    world.run(&[ReadAnswer, Evaluate, CloseOurs, CloseTheirs]).await;
    world.heal().await;
    world.expect_walked("closed").await;
}

#[tokio::test]
async fn a_request_made_by_telephone_is_confirmed_in_writing_within_its_limit() {
    let mut world = World::new().await;
    let who = world.official(A, "talnikova").await;
    let mut typed = request();
    for (field, text) in [
        (Field::Urgency, "urgent"),
        (Field::UrgencyTests, "life-or-body"),
        (Field::UrgentReason, "A child may be in the car."),
        (Field::OralAt, "2026-11-23T07:50:00Z"),
        (Field::OralTo, "Duty desk, Petropavl"),
        (Field::OralHow, "telephone"),
    ] {
        typed.set(field, text);
    }
    let row = ours::save(world.app(A), &who, None, typed, None).await.unwrap();
    let open = world.app(A).store.open_tasks(&row.id).await.unwrap();
    assert!(open.iter().any(|task| task.kind.contains("confirm-oral") && task.due_ms.is_some()), "{open:?}");
    world.run(&[Submit, Approve, Deliver(A), Work(B)]).await;
    let open = world.app(A).store.open_tasks(&row.id).await.unwrap();
    assert!(!open.iter().any(|task| task.kind.contains("confirm-oral")), "the letter is the confirmation");
    assert_eq!(world.rows(B).await.len(), 1);
}
