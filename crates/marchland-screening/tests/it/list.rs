use marchland_screening::{Alert, BadLines, Input, Screen, Verdict, explain, read_lines, run};

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
    screen.compact();
    assert_eq!(screen.view().len(), 594);
    assert!(!hit() && screen.withdraw("B7"));
}

#[test]
fn bad_lines_are_reported_with_their_number() {
    let text = "{\"id\":\"1\"}\n\n{\"id\":\"1\"}\nno\n{\"id\":\"2\",\"dob\":\"80\"}\n";
    let read = |bad| read_lines(text, bad, |a: &Alert| &a.id, |a| a.dob.as_deref());
    let (good, bad) = read(BadLines::Skip).unwrap();
    assert_eq!(good.len(), 1);
    assert_eq!(bad.iter().map(|b| b.line).collect::<Vec<_>>(), [3, 4, 5]);
    assert_eq!(read(BadLines::Refuse).unwrap_err().line, 3);
}

#[test]
fn a_run_answers_every_check_and_explains_itself() {
    let alerts: String = list().iter().map(|a| serde_json::to_string(a).unwrap() + "\n").collect();
    let checks = "{\"id\":\"Q1\",\"family\":\"SHCHERBAKOV\",\"given\":\"SERGEI\",\"dob\":\"1980-03-07\"}\n\
                  {\"id\":\"Q2\",\"full\":\"\",\"mrz\":\"P<RUSSHCHERBAKOV<<SERGEI<<<<<<<<<<<<<<<<<<<<\\n7553279419RUS8003071M2510237<<<<<<<<<<<<<<06\"}\n\
                  {\"id\":\"Q3\",\"full\":\"Lopez, Ana\",\"dob\":null}\n";
    let input = Input { alerts: &alerts, checks, bad: BadLines::Refuse, this_year: 2026 };
    let (mut out, mut done) = (Vec::new(), 0);
    let report = run(input, &mut out, || 0, |n, _| done = n).unwrap();
    assert_eq!((report.checks, report.hits, done), (3, 2, 3));
    assert_eq!(String::from_utf8(out).unwrap().lines().count(), 3);
    let found = explain(input, "A", "Q1").unwrap().unwrap();
    assert_eq!(found.verdict, Verdict::Hit);
    let sum: f64 = found.evidence.iter().map(|e| e.bits).sum();
    assert!((sum - found.bits).abs() < 1e-9 && found.evidence.iter().all(|e| !e.because.is_empty()));
    assert_eq!(explain(input, "none", "Q1").unwrap(), None);
}
