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
    let since = json(&["gaps", "--pair", "RU-KZ", "--on", "2026-11-23", "--since", "2019-06-01"]);
    assert!(since["since"]["changes"].as_array().unwrap().iter().any(caused), "{}", since["since"]);
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
        (&["compare", "RU-KZ", "CH-DE"], "= the same, x differ, < RU-KZ alone, > CH-DE alone, . neither"),
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
        (&["matrix", "--instrument", "ch-fr-agreement-2070"], "did you mean 'ch-fr-agreement-2007'?"),
        (&["compare", "RU-KZ", "ch-fr-agrement-2007"], "did you mean 'ch-fr-agreement-2007'?"),
        (&["compare", "RU-KZ", "no-such-treaty"], "law status A B names those of two states"),
        (&["gaps", "--pair", "RU-QQ"], "says nothing about the state QQ; it knows AM, AT"),
        (&["status", "QQ", "KZ"], "says nothing about the state QQ"),
        (&["status", "KZ", "KZ"], "give two different states, such as RU KZ"),
        (&["timeline", "RU-QQ"], "says nothing about the state QQ"),
        (&["timeline", "RU-KZ", "--since", "2030-01-01", "--on", "2026-01-01"], "is later than --on"),
        (&["gaps", "--pair", "RU-KZ", "--on", "1 June 2019"], "invalid value '1 June 2019' for '--on"),
        (&["gaps", "--pair", "RU-KZ", "--lang", "de"], "possible values: en, ru, kk"),
        (&["gaps", "--pair", "RU-KZ", "--law", "/no/such/folder"], "check the folder of the law"),
        (&["explain", "--act", "/no/such/act.yaml", "--on", "2026-11-23"], "cannot be read"),
        (&["what-if", "--reform", "draft-distrct-bodies"], "did you mean 'draft-district-bodies'?"),
        (&["replay", "--node", "/no/such/node"], "neither the configuration of a node nor its data folder"),
        (&["gaps", "--pair", "RU-KZ", "--node", "/no/such/node"], "neither the configuration"),
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

#[test]
fn the_gap_report_is_printed_the_same_twice_and_only_in_languages_it_has() {
    let folder = std::env::temp_dir().join(format!("marchland-report-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let print = |name: &str, lang: &str| {
        let out = folder.join(name).display().to_string();
        let asked = ["report", "--pair", "RU-KZ", "--on", "2026-11-23", "--lang", lang, "--out", &out];
        assert!(text(&asked).is_empty());
        std::fs::read(out).unwrap()
    };
    let (first, again, english) = (print("1.pdf", "ru"), print("2.pdf", "ru"), print("3.pdf", "en"));
    assert!(first.starts_with(b"%PDF-1.") && first == again && first != english);
    let kazakh = marchland(&["report", "--pair", "RU-KZ", "--lang", "kk", "--out", "x.pdf"]);
    assert!(String::from_utf8_lossy(&kazakh.stderr).contains("printed in en and ru, not in 'kk'"));
    std::fs::remove_dir_all(&folder).unwrap();
}
