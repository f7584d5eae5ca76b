//! `marchland law …` as a lawyer types it: what is printed for people, for machines, and for a slip of the pen.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::process::{Command, Output};

use serde_json::Value;

fn marchland(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_marchland")).arg("law").args(args).output().unwrap()
}

fn text(args: &[&str]) -> String {
    let output = marchland(args);
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn json(args: &[&str]) -> Value {
    let args: Vec<&str> = args.iter().copied().chain(["--json"]).collect();
    serde_json::from_str(&text(&args)).unwrap()
}

#[test]
fn gaps_come_with_kind_forms_provisions_and_history() {
    let report = json(&["gaps", "--pair", "RU-KZ", "--on", "2019-06-01"]);
    let kinds: Vec<&str> =
        report["findings"].as_array().unwrap().iter().map(|f| f["kind"].as_str().unwrap()).collect();
    for kind in [
        "head-powers-unspecified",
        "level-gap",
        "no-named-officials",
        "not-updated-since-event",
        "no-simplified-visit",
        "declaratory-only",
        "language-without-translator",
    ] {
        assert!(kinds.contains(&kind), "{kind} is not among {kinds:?}");
    }
    let later = json(&["gaps", "--pair", "KZ-RU", "--on", "2026-11-23"]);
    let caused = |change: &Value| change["began"].to_string().contains("cis-chisinau-convention-2002");
    assert!(later["changes"].as_array().unwrap().iter().any(caused));
    assert!(text(&["gaps", "--pair", "RU-KZ", "--on", "2019-06-01", "--lang", "ru"]).contains("Районный"));
}

#[test]
fn each_question_is_answered() {
    let on = ["--on", "2026-11-23"];
    for (question, says) in [
        (&["status", "RU", "KZ"][..], "displaced by cis-chisinau-convention-2002"),
        (&["matrix", "--pair", "RU-KZ"], "RU-KZ district"),
        (&["matrix", "--instrument", "ch-fr-agreement-2007"], "ch-fr-agreement-2007"),
        (&["compare", "RU-KZ", "ch-fr-agreement-2007"], "RU-KZ: regional > regional"),
        (&["timeline", "RU-KZ"], "1999-01-01 to now: became-possible"),
        (&["what-if", "--reform", "draft-district-bodies"], "closed: level-gap; District"),
    ] {
        let args: Vec<&str> = question.iter().copied().chain(on).collect();
        let plain = text(&args);
        assert!(plain.contains(says), "{question:?} does not say '{says}':\n{plain}");
    }
    assert!(json(&["status", "RU", "KZ"])[0]["because"].is_array());
    let table = text(&["matrix", "--pair", "RU-KZ", "--csv"]);
    assert!(table.starts_with("form,RU-KZ central,RU-KZ regional,RU-KZ district\n"), "{table}");
}

#[test]
fn a_slip_is_answered_with_a_sentence_and_no_answer() {
    for (question, says) in [
        (&["gaps", "--pair", "RU-RU"][..], "give two different states, such as RU-KZ"),
        (&["status", "RU", "Kazakhstan"], "two capital letters"),
        (&["matrix", "--instrument", "no-such-treaty"], "'no-such-treaty' is not an instrument"),
        (&["compare", "RU-KZ", "no-such-treaty"], "law status A B names those of two states"),
        (
            &["what-if", "--pair", "RU-KZ", "--reform", "no-such-draft"],
            "the drafts are: draft-district-bodies",
        ),
    ] {
        let output = marchland(question);
        assert!(!output.status.success() && output.stdout.is_empty(), "{question:?}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains(says), "{question:?}: {said}");
    }
}
