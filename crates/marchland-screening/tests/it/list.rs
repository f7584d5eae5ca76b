use marchland_screening::{
    Alert, BadLines, CannotRun, Field, Input, Progress, Reason, Screen, Verdict, explain, read_all, run,
};

use crate::changes::{alert, check, list};

#[test]
fn an_alert_is_seen_when_added_and_gone_when_withdrawn() {
    let screen = Screen::new(list(), 2026);
    let who = check("Orazbekov", "Dias", "", "1990-01-02");
    let hit = || screen.check(&who).iter().any(|f| f.verdict == Verdict::Hit);
    assert!(!hit());
    let before = screen.view();
    for n in 0..80 {
        screen.add(alert(&format!("N{n}"), "Байжанов", "Ерлан", "", "1971-05-06"));
    }
    screen.add(alert("D", "Оразбеков", "Диас", "", "1990-01-02"));
    assert!(hit());
    assert_eq!((before.len(), screen.view().len()), (513, 594));
    assert!(screen.withdraw("D") && !screen.withdraw("D") && !hit());
    screen.add(alert("D", "Оразбеков", "Диас", "", "1990-01-02"));
    assert!(hit());
    screen.add(alert("D", "Оразбеков", "Диас", "", "1955-10-20"));
    assert!(!hit(), "the newer state of an alert replaces the older");
    screen.compact(1);
    assert_eq!(screen.view().len(), 594);
    assert!(!hit() && screen.withdraw("B7"));
}

#[test]
fn an_alert_under_an_everyday_name_is_found_by_the_full_one() {
    let mut alerts = list();
    alerts.push(alert("D", "Оразбеков", "Саша", "", "1990-01-02"));
    let screen = Screen::new(alerts, 2026);
    for given in ["Aleksandr", "Aleksandra", "Саша", "Sasha"] {
        let found = screen.check(&check("Orazbekov", given, "", "1990-01-02"));
        assert_eq!((found[0].alert.as_str(), found[0].verdict), ("D", Verdict::Hit), "{given}");
        let given = found[0].evidence.iter().find(|e| e.field == Field::Given).unwrap();
        assert_eq!(given.reasons.contains(&Reason::Short), given.theirs.starts_with('A'), "{given:?}");
    }
    assert!(
        screen
            .check(&check("Orazbekov", "Aleksei", "", "1990-01-02"))
            .iter()
            .all(|f| f.verdict != Verdict::Hit)
    );
}

#[test]
fn bad_lines_are_reported_with_their_number() {
    let text = b"{\"id\":\"1\",\"names\":null}\n\n{\"id\":\"1\"}\nno\n{\"id\":\"2\",\"dob\":\"80\"}\n{\"id\":\"\xff\"}\n{\"id\":\"3\",\"dob\":\"\"}";
    let read = |bad| read_all::<Alert>(&text[..], bad, |_| {});
    let (good, bad) = read(BadLines::Skip).unwrap();
    assert_eq!(good.iter().map(|a| a.id.as_str()).collect::<Vec<_>>(), ["1", "3"]);
    assert_eq!(bad.iter().map(|b| b.line).collect::<Vec<_>>(), [3, 4, 5, 6]);
    assert_eq!(read(BadLines::Refuse).unwrap_err().line, 3);
}

#[test]
fn a_run_answers_every_check_and_explains_itself() {
    let alerts: String = list().iter().map(|a| serde_json::to_string(a).unwrap() + "\n").collect();
    let checks = "{\"id\":\"Q1\",\"family\":\"SHCHERBAKOV\",\"given\":\"SERGEI\",\"dob\":\"1980-03-07\"}\n\
                  {\"id\":\"Q2\",\"full\":\"\",\"mrz\":\"P<RUSSHCHERBAKOV<<SERGEI<<<<<<<<<<<<<<<<<<<<\\n7553279419RUS8003071M2510237<<<<<<<<<<<<<<06\"}\n\
                  {\"id\":\"Q3\",\"full\":\"Lopez, Ana\",\"dob\":null}\n";
    let input = |workers| Input {
        alerts: alerts.as_bytes(),
        checks: checks.as_bytes(),
        bad: BadLines::Refuse,
        this_year: 2026,
        workers,
    };
    let answers = |workers| {
        let (mut out, mut steps) = (Vec::new(), Vec::new());
        let report = run(input(workers), &mut out, || 0, |step| steps.push(step)).unwrap();
        assert_eq!((report.checks, report.hits), (3, 2));
        assert!(steps.contains(&Progress::Ready(513)) && steps.last() == Some(&Progress::Checks(3)));
        String::from_utf8(out).unwrap()
    };
    assert_eq!(answers(1), answers(2), "the number of threads changes no answer and no order");
    assert_eq!(answers(3).lines().count(), 3);
    let found = explain(input(1), "A", "Q1").unwrap().found.unwrap();
    assert_eq!(found.verdict, Verdict::Hit);
    let sum: f64 = found.evidence.iter().map(|e| e.bits).sum();
    assert!((sum - found.bits).abs() < 1e-9 && found.evidence.iter().all(|e| !e.because.is_empty()));
    assert!(matches!(explain(input(1), "none", "Q1"), Err(CannotRun::Unknown { what: "alert", .. })));
}
