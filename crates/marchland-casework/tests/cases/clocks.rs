//! Limits: due, paused, raised once, and named after their source.

use crate::world::*;
use marchland_casework::*;

fn hundred_minutes(source: ClockSource) -> Clock {
    Clock::new(ClockKind::OurAnswer, source, minute(0), Some(minute(100)))
}

#[test]
fn each_level_is_raised_once_and_the_first_two_before_it_is_late() {
    let own = ClockSource::OwnRule { number: 12 };
    let mut case = registered().start_clock(hundred_minutes(own.clone()), minute(6)).unwrap().next;
    assert!(case.clone().start_clock(hundred_minutes(own), minute(7)).unwrap().changes_nothing());
    let mut raised = Vec::new();
    for now in [10, 49, 50, 51, 79, 80, 99, 100, 500] {
        let step = case.escalate(minute(now)).unwrap();
        for fact in &step.facts {
            let FactKind::Escalated { level, .. } = &fact.kind else { panic!("an escalation") };
            raised.push((now, level.percent()));
        }
        case = step.next;
    }
    assert_eq!(raised, [(50, 50), (80, 80), (100, 100)]);
    assert!(!case.clocks()[0].is_late(minute(99)) && case.clocks()[0].is_late(minute(100)));
}

#[test]
fn a_node_that_slept_raises_what_it_missed_with_one_task() {
    let clock = hundred_minutes(ClockSource::AskedBySender);
    let step = registered().start_clock(clock, minute(6)).unwrap().next.escalate(minute(85)).unwrap();
    assert_eq!(step.facts.len(), 2);
    assert_eq!(step.tasks.len(), 1);
}

#[test]
fn a_question_stops_the_clock_only_where_its_source_allows() {
    let treaty = || ClockSource::Treaty { instrument: "invented".into(), article: "Article 7".into() };
    let stopping = |stopped_by: Option<&str>| {
        hundred_minutes(treaty()).with_limit(marchland_law::TimeLimit {
            what: "answer".into(),
            amount: 100,
            unit: marchland_law::TimeUnit::Hours,
            start: "request-received".into(),
            calendar: marchland_law::CalendarOf::Requested,
            excluded: None,
            stopped_by: stopped_by.map(Into::into),
            on_expiry: None,
            inform_of_delay: false,
        })
    };
    let after_pause = |clock: Clock| {
        let case = accepted().start_clock(clock, minute(7)).unwrap().next;
        let step = case.ask_clarification(&their_head(), "Which day?", "k-4".into(), minute(20)).unwrap();
        let paused = step.next.clocks()[0].is_paused();
        assert_eq!(step.next.clone().escalate(minute(95)).unwrap().facts.is_empty(), paused);
        let request = approved().0.on_message(&step.outgoing[0], minute(21)).unwrap().next;
        let given = request.clarify(&named_officer(), "19 November", "m-2".into(), minute(40)).unwrap();
        let case = step.next.on_message(&given.outgoing[0], minute(50)).unwrap().next;
        assert_eq!(case.stage().code(), "accepted");
        (paused, case.clocks()[0].due, case.clocks()[0].gone_percent(minute(60)))
    };
    assert_eq!(after_pause(stopping(Some("clarification-asked"))), (true, Some(minute(130)), Some(30)));
    assert_eq!(after_pause(stopping(None)), (false, Some(minute(100)), Some(60)));
    assert_eq!(after_pause(hundred_minutes(treaty())), (false, Some(minute(100)), Some(60)));
    let own = hundred_minutes(ClockSource::OwnRule { number: 9 });
    assert_eq!(after_pause(own), (true, Some(minute(130)), Some(30)));
}

#[test]
fn an_answer_stops_the_clock_and_late_stays_late() {
    let clock = |due| Clock::new(ClockKind::TheirAnswer, ClockSource::AskedBySender, minute(0), Some(due));
    let heard = |due| {
        let case = approved().0.start_clock(clock(due), minute(3)).unwrap().next;
        case.on_message(&answer_letter("k-3"), minute(50)).unwrap().next
    };
    assert!(!heard(minute(60)).clocks()[0].is_late(minute(1_000)));
    assert!(heard(minute(40)).clocks()[0].is_late(minute(1_000)));
    assert!(heard(minute(60)).escalate(minute(1_000)).unwrap().changes_nothing());
}

#[test]
fn the_node_counts_again_with_the_calendars_of_the_law() {
    let case = registered().start_clock(hundred_minutes(ClockSource::AskedBySender), minute(6)).unwrap().next;
    let case = case.recount(|clock| (clock.kind == ClockKind::OurAnswer).then(|| minute(200)));
    assert_eq!(case.clocks()[0].due, Some(minute(200)));
}

#[test]
fn no_limit_is_never_late_and_odd_moments_do_not_break_a_clock() {
    let open = Clock::new(ClockKind::TheirAnswer, ClockSource::NoLimit, minute(0), None);
    assert!(!open.is_late(jiff::Timestamp::MAX) && open.levels_due(jiff::Timestamp::MAX).is_empty());
    let ends = [jiff::Timestamp::MIN, minute(0), jiff::Timestamp::MAX];
    for (started, due, now) in
        ends.iter().flat_map(|a| ends.iter().flat_map(move |b| ends.map(|c| (*a, *b, c))))
    {
        let clock = Clock::new(ClockKind::OurRule, ClockSource::AskedBySender, started, Some(due));
        let levels = clock.levels_due(now).len();
        assert_eq!(levels == 3, now >= due || due <= started, "{started} {due} {now}");
    }
}
