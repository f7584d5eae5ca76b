//! Time limits on real calendars and clocks.

use jiff::Timestamp;
use marchland_law::{
    CalendarOf, CannotCount, ClockStop, Due, ExcludedHours, Place, TimeLimit, TimeUnit, due,
};

use crate::shipped_law;

fn limit(amount: u32, unit: TimeUnit, calendar: CalendarOf) -> TimeLimit {
    TimeLimit {
        what: "answer".into(),
        amount,
        unit,
        start: "request-received".into(),
        calendar,
        excluded: None,
        stopped_by: None,
        on_expiry: None,
        inform_of_delay: false,
    }
}

fn place(state: &str, zone: &str) -> Place {
    Place { state: state.parse().expect("a state"), zone: zone.into() }
}

/// Omsk asks (UTC+6), Petropavl is asked (UTC+5).
fn count(limit: &TimeLimit, start: &str, stops: &[ClockStop]) -> Due {
    let (omsk, petropavl) = (place("RU", "Asia/Omsk"), place("KZ", "Asia/Almaty"));
    due(limit, at(start), shipped_law().calendars(), &omsk, &petropavl, stops).expect("countable")
}

fn at(text: &str) -> Timestamp {
    text.parse().expect("a moment")
}

#[test]
fn hours_run_on_and_days_end_at_midnight_of_the_side_that_counts() {
    use CalendarOf::{Both, Requested, Requesting};
    let start = "2026-11-23T08:20:00Z";
    for (amount, unit, calendar, end) in [
        (0, TimeUnit::Days, Requested, "2026-11-23T08:20:00Z"),
        (8, TimeUnit::Hours, Requested, "2026-11-23T16:20:00Z"),
        (3, TimeUnit::Days, Requesting, "2026-11-26T18:00:00Z"),
        (3, TimeUnit::Days, Requested, "2026-11-26T19:00:00Z"),
        (3, TimeUnit::Days, Both, "2026-11-26T19:00:00Z"),
        (2, TimeUnit::Weeks, Requested, "2026-12-07T19:00:00Z"),
        (3, TimeUnit::Months, Requested, "2027-02-23T19:00:00Z"),
        (5, TimeUnit::WorkingDays, Requested, "2026-11-30T19:00:00Z"),
    ] {
        assert_eq!(
            count(&limit(amount, unit, calendar), start, &[]).at,
            at(end),
            "{amount} {unit} {calendar}"
        );
    }
    assert_eq!(
        count(&limit(1, TimeUnit::Months, Requested), "2027-01-31T05:00:00Z", &[]).at,
        at("2027-02-28T19:00:00Z")
    );
}

#[test]
fn a_day_counts_for_both_only_if_both_work() {
    // 30 April 2026 is a Thursday. 1 May is off in both; 7 May in Kazakhstan; 9 May is a Saturday, so Monday 11 May is off.
    let five = count(&limit(5, TimeUnit::WorkingDays, CalendarOf::Both), "2026-04-30T05:00:00Z", &[]);
    assert_eq!(five.at, at("2026-05-12T19:00:00Z"));
    let here: Vec<String> = five
        .skipped
        .iter()
        .filter(|d| d.holiday.is_some())
        .map(|d| format!("{} {}", d.date, d.state))
        .collect();
    assert_eq!(
        here,
        [
            "2026-05-01 KZ",
            "2026-05-01 RU",
            "2026-05-07 KZ",
            "2026-05-09 KZ",
            "2026-05-09 RU",
            "2026-05-11 KZ",
            "2026-05-11 RU"
        ]
    );
    let russia = count(&limit(5, TimeUnit::WorkingDays, CalendarOf::Requesting), "2026-04-30T05:00:00Z", &[]);
    assert_eq!(russia.at, at("2026-05-08T18:00:00Z"));
}

#[test]
fn moved_days_easter_and_working_saturdays() {
    let law = shipped_law();
    let works = |state: &str, day: &str| {
        let state = state.parse().expect("a state");
        law.calendars().get(state).expect("a calendar").works_on(day.parse().expect("a date"))
    };
    assert!(
        !works("RU", "2026-01-09")
            && !works("RU", "2026-03-09")
            && works("RU", "2025-11-01")
            && !works("RU", "2025-11-03")
    );
    assert!(
        !works("KZ", "2027-03-24") && works("KZ", "2027-03-25"),
        "Sunday 21 March 2027 moves past the 23rd"
    );
    assert!(!works("DE", "2026-04-03") && !works("DE", "2026-04-06") && works("CH", "2026-04-06"));
    assert!(!works("FR", "2025-05-29") && !works("FR", "2025-06-09"));
}

#[test]
fn a_year_without_a_calendar_is_named_and_not_taken_for_a_year_without_holidays() {
    let ten = count(&limit(10, TimeUnit::WorkingDays, CalendarOf::Requesting), "2026-12-25T05:00:00Z", &[]);
    let gaps: Vec<(String, i16)> = ten.gaps.iter().map(|g| (g.state.to_string(), g.year)).collect();
    assert_eq!(gaps, [("RU".to_owned(), 2027)]);
}

#[test]
fn the_clock_stands_still() {
    let stop = |from: &str, until: Option<&str>| ClockStop { from: at(from), until: until.map(at) };
    let start = "2026-11-23T08:00:00Z";
    let asked = [stop("2026-11-23T10:00:00Z", Some("2026-11-23T13:00:00Z"))];
    assert_eq!(
        count(&limit(8, TimeUnit::Hours, CalendarOf::Requested), start, &asked).at,
        at("2026-11-23T19:00:00Z")
    );
    let asked = [stop("2026-11-24T10:00:00Z", Some("2026-11-25T10:00:00Z"))];
    assert_eq!(
        count(&limit(3, TimeUnit::Days, CalendarOf::Requested), start, &asked).at,
        at("2026-11-28T19:00:00Z")
    );
    let open = count(
        &limit(8, TimeUnit::Hours, CalendarOf::Requested),
        start,
        &[stop("2026-11-23T10:00:00Z", None)],
    );
    assert!(open.stopped && open.at == at("2026-11-23T16:00:00Z"));
}

#[test]
fn hours_of_the_night_do_not_count() {
    let mut six = limit(6, TimeUnit::Hours, CalendarOf::Requested);
    let hours = |from: &str, until: &str| {
        Some(ExcludedHours { from: from.parse().expect("time"), until: until.parse().expect("time") })
    };
    let zurich = place("CH", "Europe/Zurich");
    let count = |limit: &TimeLimit, start: &str| {
        due(limit, at(start), shipped_law().calendars(), &zurich, &zurich, &[])
    };
    six.excluded = hours("00:00", "09:00");
    // 22:00 in Zurich: two hours to midnight, then four from nine.
    assert_eq!(count(&six, "2026-11-23T21:00:00Z").expect("countable").at, at("2026-11-24T12:00:00Z"));
    assert_eq!(count(&six, "2026-11-24T02:00:00Z").expect("countable").at, at("2026-11-24T14:00:00Z"));
    six.excluded = hours("22:00", "06:00");
    assert_eq!(count(&six, "2026-11-23T20:00:00Z").expect("countable").at, at("2026-11-24T10:00:00Z"));
    // The night the clocks go forward, 02:00 to 03:00 does not exist.
    six.excluded = hours("00:00", "02:30");
    assert!(count(&six, "2026-03-28T22:00:00Z").is_ok());
}

#[test]
fn what_cannot_be_counted_says_why() {
    let day = limit(1, TimeUnit::Days, CalendarOf::Both);
    let (omsk, lost) = (place("RU", "Asia/Omsk"), place("KZ", "Asia/Nowhere"));
    let law = shipped_law();
    let count = |limit: &TimeLimit, there: &Place| {
        due(limit, at("2026-11-23T08:00:00Z"), law.calendars(), &omsk, there, &[])
    };
    assert_eq!(count(&day, &lost), Err(CannotCount::ZoneUnknown("Asia/Nowhere".into())));
    for unit in [TimeUnit::Hours, TimeUnit::Days, TimeUnit::WorkingDays, TimeUnit::Weeks, TimeUnit::Months] {
        let far = limit(u32::MAX, unit, CalendarOf::Requesting);
        assert!(matches!(count(&far, &omsk), Err(CannotCount::TooFar)), "{unit}");
    }
    let mut never = limit(1, TimeUnit::Hours, CalendarOf::Requesting);
    let midnight = "00:00".parse().expect("time");
    never.excluded = Some(ExcludedHours { from: midnight, until: midnight });
    assert!(matches!(count(&never, &omsk), Err(CannotCount::NoHoursLeft | CannotCount::TooFar)));
}
