//! Which acts the stage, the policies and the mandate leave to this person, here and now.
//!
//! Never: permits anything; the act itself asks all of it again.

use marchland_casework::{Incoming, IncomingStage as Stage, Power};

use super::Received;
use crate::acts::signing::with_power;
use crate::acts::{Acted, CannotAct};
use crate::web::page::Visit;
use crate::web::views::incoming::ReceivedActs;

pub async fn can(visit: &Visit, received: &Received) -> Acted<ReceivedActs> {
    let Received { opened, incoming, content } = received;
    let may = |action| visit.may_on(action, &opened.row);
    let stage = incoming.stage();
    let working = in_work(incoming) && !matches!(stage, Stage::Clarification { .. });
    let accepted = working && incoming.position().is_some();
    let position = in_work(incoming) && may("take-position") && signs(visit, Power::TakePosition).await?;
    let unanswered = incoming.answers().iter().all(|answer| answer.rejected.is_some());
    Ok(ReceivedActs {
        register: matches!(stage, Stage::Received { .. })
            && may("register")
            && signs(visit, Power::Register).await?,
        accept: position && working && incoming.position().is_none(),
        partly: position && working && content.points.len() > 1,
        refuse: position && unanswered,
        clarify: position && working,
        task: accepted && may("take-position"),
        answer: accepted && may("draft-answer"),
        approve_answer: waits_for_another(visit, stage)
            && may("approve-answer")
            && signs(visit, Power::ApproveAnswer).await?,
        close: matches!(stage, Stage::Answered { .. } | Stage::Refused { .. }) && may("close"),
    })
}

/// The newest version, if it came as a correction nobody here has looked at.
pub fn correction(incoming: &Incoming) -> Option<u16> {
    let newest = incoming.versions().last().filter(|version| version.number > 1)?.number;
    let seen = incoming.timeline().iter().any(|fact| {
        matches!(fact.kind, marchland_casework::FactKind::CorrectionReviewed { version } if version == newest)
    });
    (!seen && !incoming.stage().is_final()).then_some(newest)
}

/// Numbered, and neither ended, refused, answered nor with a head.
fn in_work(incoming: &Incoming) -> bool {
    matches!(
        incoming.stage(),
        Stage::Registered { .. }
            | Stage::Clarification { .. }
            | Stage::Accepted { .. }
            | Stage::Partly { .. }
            | Stage::Executing { .. }
            | Stage::AnswerDrafted { .. }
    )
}

/// An answer by somebody else waits for a signature: nobody approves their own.
fn waits_for_another(visit: &Visit, stage: &Stage) -> bool {
    let Stage::AnswerSubmitted { drafted_by, by, .. } = stage else { return false };
    let me = visit.who().id.as_str();
    drafted_by.as_str() != me && by.official.as_str() != me
}

async fn signs(visit: &Visit, power: Power) -> Acted<bool> {
    match with_power(&visit.app, visit.who(), power).await {
        Ok(_) => Ok(true),
        Err(CannotAct::NoMandate(_)) => Ok(false),
        Err(why) => Err(why),
    }
}
