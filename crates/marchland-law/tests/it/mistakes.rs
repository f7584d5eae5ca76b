//! Every mistake an author can make is reported at its line and column, and all of them at once.

use marchland_law::{Framework, Mistake, SourceFile};
use miette::Diagnostic;

use crate::pack::{PERMIT, files, findings, source, treaty};

fn mistakes(files: &[SourceFile]) -> Vec<Mistake> {
    Framework::load(files).map(|_| Vec::new()).unwrap_or_else(|m| m.list)
}

/// Replaces one text of a sound treaty and says what must be reported, and on what.
#[test]
fn each_slip_has_its_code_its_place_and_its_advice() {
    let sound = treaty("t", "", &[PERMIT]);
    assert!(mistakes(&files(&[("t", sound.clone())])).is_empty());
    let table: &[(&str, &str, &str, &str)] = &[
        ("[operational-request]", "[operational-reqest]", "unknown-form", "operational-reqest"),
        ("forms: [operational-request]", "forms: []", "empty", "[]"),
        ("from: {levels: [regional]}", "from: {levels: [regoinal]}", "unknown-level", "regoinal"),
        ("from: {levels", "from: {levles", "unknown-field", "levles"),
        ("effect: permits", "effect: allows", "unknown-effect", "allows"),
        ("effect: permits", "effect: permits\ntype: x", "unknown-field", "type"),
        ("effect: permits", "effect: permits\neffect: permits", "yaml-syntax", ""),
        (
            "effect: permits",
            "effect: permits\nvalid-from: 2021-01-01\nvalid-until: 2020-01-01",
            "contradictory-dates",
            "2020-01-01",
        ),
        ("effect: permits", "effect: permits\nvalid-from: 2021-13-01", "not-a-date", "2021-13-01"),
        ("effect: permits", "effect: permits\nvalid-from: 2021-1-1", "not-a-date", "2021-1-1"),
        ("effect: permits", "effect: permits\nterritory: nowhere", "unknown-territory", "nowhere"),
        ("effect: permits", "effect: permits\nfrom: {regions: [Omsk]}", "yaml-syntax", ""),
        ("to: {levels: [regional]}", "to: {regions: [Omsk]}", "unknown-region", "Omsk"),
        ("effect: permits", "effect: permits\nwhen: {fact: armd}", "unknown-fact", "armd"),
        ("effect: permits", "effect: permits\nwhen: {fact: armed, is: 7}", "wrong-kind", "7"),
        ("effect: permits", "effect: permits\nwhen: {fact: urgency, is: very}", "unknown-answer", "very"),
        ("effect: permits", "effect: permits\nwhen: {fact: urgency}", "unclear-test", ""),
        ("effect: permits", "effect: permits\nwhen: {any: []}", "empty", "[]"),
        ("effect: permits", "effect: permits\nduties: [aproval]", "unknown-duty", "aproval"),
        ("effect: permits", "effect: permits\ngrounds: [mood]", "unknown-ground", "mood"),
        ("effect: permits", "effect: permits\nyields-to: [permit]", "yields-without-prohibition", ""),
        ("effect: permits", "effect: forbids\nyields-to: [other]", "unknown-rule", "other"),
        ("effect: permits", "effect: permits\nconfidence: sure", "unknown-confidence", "sure"),
        ("effect: permits", "effect: permits\nsources: [elsewhere]", "unknown-source", "elsewhere"),
        ("effect: permits", "effect: permits\nchannels: [pigeon]", "unknown-channel", "pigeon"),
        ("## Article 1: first", "Article 1", "missing-heading", "```provision"),
        ("```provision\nconfidence: verified-text\n", "```provision\n", "missing-confidence", ""),
        (
            "```provision\nconfidence: verified-text\nsources: [s]",
            "```provision\nconfidence: verified-text",
            "missing-source",
            "",
        ),
        ("```provision", "```note", "unknown-block", "```note"),
        ("in-force: 2020-03-01", "in-force: 2019-05-01", "contradictory-dates", "{state: BB"),
        (
            "in-force: 2020-03-01",
            "in-force: 2020-03-01, until: 2020-03-01",
            "contradictory-dates",
            "{state: BB",
        ),
        ("state: BB", "state: Beta", "not-a-state", "Beta"),
        ("state: BB", "state: AA", "duplicate-id", "{state: AA, in-force: 2020-03-01"),
        ("id: t\n", "id: u\n", "id-and-folder-differ", "u"),
        ("force: binding", "force: bindng", "unknown-force", "bindng"),
        ("text: read", "text: yes", "unknown-reading", "yes"),
        ("---\nid", "id", "missing-front-matter", ""),
        ("title: {en: t, ru: t}", "title: {en: t}", "missing-field", ""),
        (
            "confidence: verified-text\nsources:\n  s:",
            "relations: [{supersedes: t, confidence: verified-text, sources: [s]}]\nconfidence: verified-text\nsources:\n  s:",
            "self-relation",
            "t",
        ),
        (
            "confidence: verified-text\nsources:\n  s:",
            "relations: [{amends: x, confidence: verified-text, sources: [s]}]\nconfidence: verified-text\nsources:\n  s:",
            "unknown-instrument",
            "x",
        ),
        ("effect: permits", "effect: permits\nvalid-from: 2019-05-31", "contradictory-dates", "rule: permit"),
        (
            "effect: permits",
            "effect: permits\nrecorded: 2024-02-01\nwithdrawn: 2024-01-01",
            "contradictory-dates",
            "2024-01-01",
        ),
        (
            "confidence: verified-text\nsources:\n",
            "usable-from: 2019-01-01\nconfidence: verified-text\nsources:\n",
            "contradictory-dates",
            "2019-01-01",
        ),
        (
            "in-force: 2020-03-01",
            "deposited: 2020-04-01, in-force: 2020-03-01",
            "contradictory-dates",
            "{state: BB",
        ),
        ("from: {levels: [regional]}", "from: {states: [CC]}", "not-a-party", "rule: permit"),
        (
            "```provision\nconfidence: verified-text\nsources: [s]",
            "```provision\nconfidence: verified-text\nsources: []",
            "missing-source",
            "Article 1",
        ),
        ("  s: {title: Source, url: 'https://example.org/s', language: en}", "  {}", "missing-source", "{}"),
        ("url: 'https://example.org/s', ", "", "missing-field", "{title"),
        (
            "```provision\nconfidence: verified-text\nsources: [s]\n```\n\n```rule\nrule: permit\n",
            "```provision\nconfidence: secondary-source\nsources: [s]\n```\n\n```rule\nrule: permit\nconfidence: verified-text\n",
            "stronger-than-article",
            "rule: permit",
        ),
        ("```provision\n", "```provision\ntext: not-read\n", "rule-on-unread-text", "rule: permit"),
    ];
    for (right, wrong, code, marked) in table {
        let broken = sound.replacen(right, wrong, 1);
        assert_ne!(broken, sound, "'{right}' is not in the sound treaty");
        let found = mistakes(&files(&[("t", broken.clone())]));
        let mistake = found.iter().find(|m| m.code == *code);
        let Some(mistake) = mistake else { panic!("{wrong}: expected {code}, found {found:#?}") };
        let line = broken.lines().nth(mistake.line - 1).unwrap_or("");
        let at: String = line.chars().skip(mistake.column - 1).collect();
        assert!(at.starts_with(marked), "{code}: marks '{at}' and not '{marked}'\n{}", mistake.plain());
        assert!(
            mistake.advice.is_some(),
            "{code} says what is wrong and not what to do\n{}",
            mistake.plain()
        );
    }
}

#[test]
fn each_slip_in_the_findings_file_has_its_code() {
    let found = |text: &str| {
        let mut files = files(&[("t", treaty("t", "", &[PERMIT]))]);
        files.push(source("findings.yaml", text));
        mistakes(&files)
    };
    let sound = findings();
    assert!(found(&sound).is_empty(), "{:#?}", found(&sound));
    for (right, wrong, code) in [
        ("instrument: t,", "instrument: u,", "unknown-instrument"),
        ("article: Article 1", "article: Article 9", "unknown-article"),
        ("article: Article 1", "article: Article 1, forms: [joint-patroll]", "unknown-form"),
        ("  silent-form:", "  silent-forms:", "unknown-word"),
        ("  silent-form:", "  silent-forms:", "missing-field"),
        ("  translators: {names", "  translators: {labels", "unknown-field"),
        ("state: BB", "state: AA", "duplicate-id"),
        ("from: 2021-06-01", "from: soon", "not-a-date"),
        ("    confidence: verified-text\n", "", "missing-confidence"),
    ] {
        let broken = sound.replacen(right, wrong, 1);
        assert_ne!(broken, sound, "'{right}' is not in the sound file");
        let codes: Vec<_> = found(&broken).iter().map(|m| m.code).collect();
        assert!(codes.contains(&code), "{wrong}: expected {code}, found {codes:?}");
    }
}

#[test]
fn rules_that_say_the_same_for_the_same_days_and_ids_used_twice() {
    let twin = PERMIT.replace("rule: permit", "rule: twin");
    let until = format!("{PERMIT}\nvalid-until: 2022-01-01");
    let code = |rules: &[&str]| mistakes(&files(&[("t", treaty("t", "", rules))])).first().map(|m| m.code);
    assert_eq!(code(&[PERMIT, &twin]), Some("overlapping-validity"));
    assert_eq!(code(&[&until, &format!("{twin}\nvalid-from: 2021-12-31")]), Some("overlapping-validity"));
    assert_eq!(code(&[&until, &format!("{twin}\nvalid-from: 2022-01-01")]), None);
    let same_id = format!("{PERMIT}\nvalid-from: 2022-01-01");
    assert_eq!(code(&[&until, &same_id]), Some("duplicate-id"));
}

#[test]
fn instruments_may_not_displace_each_other_in_a_circle() {
    let over = |other: &str| {
        format!("relations: [{{supersedes: {other}, confidence: verified-text, sources: [s]}}]\n")
    };
    let found = mistakes(&files(&[("a", treaty("a", &over("b"), &[])), ("b", treaty("b", &over("a"), &[]))]));
    assert!(found.iter().all(|m| m.code == "supersession-circle") && found.len() == 2, "{found:#?}");
}

#[test]
fn all_mistakes_of_all_files_come_at_once_and_in_order() {
    let broken = treaty("t", "", &[PERMIT])
        .replace("effect: permits", "effect: permit")
        .replace("text: read", "text: seen");
    let mut files = files(&[("t", broken)]);
    files.push(source("calendars/AA.yaml", "state: AA\nrest-days: [caturday]\nfirst-year: 2020\nlast-year: 2019\nholidays: []\nconfidence: verified-text\nsources: []\n"));
    files.push(source("notes.txt", "not law"));
    files.push(source("territories/x.yaml", "id: x\nnames: {en: X, ru: X}\nstates: [AA]\nsources: []\nmembers:\n  - {region: BB-1, names: {en: B, ru: B}, confidence: verified-text, sources: []}\n"));
    let found = mistakes(&files);
    let codes: Vec<(&str, &str)> = found.iter().map(|m| (&*m.path, m.code)).collect();
    assert_eq!(
        codes,
        [
            ("calendars/AA.yaml", "unknown-weekday"),
            ("calendars/AA.yaml", "contradictory-dates"),
            ("instruments/t/instrument.md", "unknown-reading"),
            ("instruments/t/instrument.md", "unknown-effect"),
            ("notes.txt", "unknown-file"),
            ("territories/x.yaml", "unknown-region"),
        ]
    );
}

#[test]
fn a_mistake_reads_well_without_a_terminal_and_is_a_diagnostic_with_one() {
    let broken = treaty("t", "", &[PERMIT]).replace("[operational-request]", "[operational-reqest]");
    let all = Framework::load(&files(&[("t", broken)])).expect_err("broken");
    let plain = all.plain();
    for part in [
        "mistake[unknown-form]: 'operational-reqest' is not a form of cooperation",
        "--> instruments/t/instrument.md:29:9",
        "29 | forms: [operational-reqest]",
        "   |         ^^^^^^^^^^^^^^^^^^",
        "expected: one of joint-patrol, operational-request",
        "advice: did you mean 'operational-request'?",
        "1 mistake. The law was not loaded.",
    ] {
        assert!(plain.contains(part), "'{part}' is missing in\n{plain}");
    }
    let one = all.related().expect("related").next().expect("one");
    assert_eq!(one.code().expect("code").to_string(), "unknown-form");
    assert!(one.source_code().is_some() && one.labels().expect("labels").count() == 1);
}

#[test]
fn a_rule_above_every_article_is_shown_where_it_stands_with_what_to_do() {
    let broken = treaty("t", "", &[PERMIT]).replace("## Article 1: first\n", "");
    let found = mistakes(&files(&[("t", broken)]));
    let rule = found.iter().rfind(|m| m.code == "missing-heading").expect("the rule stands under no article");
    assert_eq!((rule.line, rule.column), (25, 1), "{}", rule.plain());
    assert_eq!(
        rule.advice.as_deref(),
        Some("write the article's heading above the block: every rule stands under its article")
    );
}

#[test]
fn calendars_and_territories_carry_their_name_and_agree_with_themselves() {
    let calendar = "state: AA\nrest-days: [sunday]\nfirst-year: 2020\nlast-year: 2022\nholidays:\n  - {on: 05-09, names: {en: V, ru: В}}\nextra-off: [2021-01-04]\nextra-work: [2021-01-05]\nconfidence: verified-text\nsources: []\n";
    let territory = "id: x\nnames: {en: X, ru: X}\nstates: [AA]\nsources: []\nmembers:\n  - {region: AA-1, names: {en: A, ru: A}, confidence: verified-text, sources: []}\n";
    let found = |path: &str, text: &str| {
        let mut files = files(&[("t", treaty("t", "", &[PERMIT]))]);
        files.push(source(path, text));
        let of = |m: &Mistake| (m.code, m.line, m.column, m.advice.is_some());
        mistakes(&files).iter().map(of).collect::<Vec<_>>()
    };
    assert_eq!(found("calendars/AA.yaml", calendar), []);
    assert_eq!(found("calendars/BB.yaml", calendar), [("id-and-file-differ", 1, 1, true)]);
    let both = calendar.replace("2021-01-05", "2021-01-04");
    assert_eq!(found("calendars/AA.yaml", &both), [("contradictory-dates", 8, 14, true)]);
    let never = calendar.replace("ru: В}}", "ru: В}, first-year: 2022, last-year: 2021}");
    assert_eq!(found("calendars/AA.yaml", &never), [("contradictory-dates", 6, 5, true)]);
    assert_eq!(found("territories/x.yaml", territory), []);
    assert_eq!(found("territories/y.yaml", territory), [("id-and-file-differ", 1, 1, true)]);
    let twice = format!(
        "{territory}  - {{region: AA-1, names: {{en: A, ru: A}}, from: 2020-01-01, confidence: verified-text, sources: []}}\n"
    );
    assert_eq!(found("territories/x.yaml", &twice), [("overlapping-validity", 7, 5, true)]);
}

#[test]
fn without_a_vocabulary_nothing_is_loaded() {
    assert_eq!(mistakes(&[]).first().map(|m| m.code), Some("missing-file"));
}
