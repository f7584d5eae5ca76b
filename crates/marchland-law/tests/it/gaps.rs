//! Gaps: the seven of the founding study from the general rules alone, what newer law changed, and each rule on an invented
//! treaty.

use marchland_law::{
    FindingKind as K, Framework, Gap, GapReport, InstrumentId, Level, Practice, State, gaps,
};

use crate::pack::{PERMIT, files, findings, law, source, treaty};
use crate::shipped_law;

fn pair(a: &str, b: &str) -> [State; 2] {
    [a.parse().expect("a state"), b.parse().expect("a state")]
}

fn report(law: &Framework, a: &str, b: &str, on: &str) -> GapReport {
    gaps(law, pair(a, b), on.parse().expect("a date"), &[])
}

fn has(gaps: &[Gap], kind: K, level: Option<Level>, form: &str) -> bool {
    gaps.iter().any(|g| g.kind == kind && g.level == level && g.forms.iter().any(|f| f.as_str() == form))
}

fn found(report: &GapReport) -> Vec<Gap> {
    report.findings.iter().map(|f| f.gap.clone()).collect()
}

#[test]
fn the_seven_gaps_of_the_study_come_out_on_its_date() {
    let report = report(shipped_law(), "RU", "KZ", "2019-06-01");
    let gaps = found(&report);
    for (number, kind, level, form) in [
        (1, K::HeadPowersUnspecified, None, "operational-request"),
        (2, K::LevelGap, Some(Level::District), "operational-request"),
        (3, K::NoNamedOfficials, None, "operational-request"),
        (5, K::NoSimplifiedVisit, None, "official-visit"),
        (6, K::DeclaratoryOnly, None, "operational-request"),
        (7, K::LanguageWithoutTranslator, None, "operational-request"),
    ] {
        assert!(has(&gaps, kind, level, form), "gap {number} is not there: {gaps:#?}");
    }
    let stale: Vec<&InstrumentId> =
        gaps.iter().filter(|g| g.kind == K::NotUpdatedSinceEvent).flat_map(|g| &g.instruments).collect();
    assert!(stale.iter().any(|i| i.as_str() == "ru-kz-mvd-border-1998"), "gap 4: {stale:?}");
    assert!(stale.iter().any(|i| i.as_str() == "cis-minsk-convention-1993"), "gap 4: {stale:?}");
}

#[test]
fn every_finding_names_what_was_looked_at_and_what_would_close_it() {
    let report = report(shipped_law(), "RU", "KZ", "2019-06-01");
    for finding in &report.findings {
        assert!(finding.says.en.len() > 20 && finding.closes.en.len() > 10, "{finding:#?}");
        assert!(!finding.looked_at.is_empty() || finding.gap.kind == K::SilentForm, "{finding:#?}");
    }
    for (kind, article) in [
        (K::HeadPowersUnspecified, ("ch-fr-agreement-2007", "Article 29")),
        (K::LevelGap, ("ch-fr-agreement-2007", "Article 25")),
        (K::NoSimplifiedVisit, ("ch-de-police-treaty-2022", "Article 40")),
        (K::LanguageWithoutTranslator, ("ch-fr-agreement-2007", "Article 53")),
    ] {
        let of = report.findings.iter().filter(|f| f.gap.kind == kind);
        let mut elsewhere =
            of.flat_map(|f| &f.closed_elsewhere).map(|p| (p.instrument.as_str(), &*p.article));
        assert!(elsewhere.any(|p| p == article), "{kind}: {article:?} is not named");
    }
}

#[test]
fn newer_law_changes_the_findings_and_is_named_as_the_cause() {
    let report = report(shipped_law(), "RU", "KZ", "2026-11-23");
    let day = "2023-06-28".parse().expect("a date");
    let change = report.changes.iter().find(|c| c.on == day).expect("a change on that day");
    assert_eq!(change.began, [InstrumentId::from("cis-chisinau-convention-2002")]);
    assert!(change.ended.contains(&"cis-minsk-convention-1993".into()));
    let stale = |gaps: &[Gap]| {
        gaps.iter().any(|g| {
            g.kind == K::NotUpdatedSinceEvent
                && g.instruments == [InstrumentId::from("cis-minsk-convention-1993")]
        })
    };
    assert!(stale(&change.closed) && !stale(&found(&report)));
    let leans = |g: &Gap| {
        g.kind == K::DisplacedReference
            && g.instruments == ["ru-kz-mvd-border-1998".into(), "cis-minsk-convention-1993".into()]
    };
    assert!(change.opened.iter().any(leans) && report.findings.iter().any(|f| leans(&f.gap)));
}

#[test]
fn two_days_laid_side_by_side_show_only_what_differs_between_them() {
    let report = report(shipped_law(), "RU", "KZ", "2026-11-23");
    let findings = report.findings.clone();
    let compared = report.compared_with(shipped_law(), "2019-06-01".parse().expect("a date"));
    assert_eq!(compared.findings, findings);
    let since = compared.since.expect("asked for");
    let days: Vec<String> = since.changes.iter().map(|c| c.on.to_string()).collect();
    assert_eq!(days, ["2023-06-28"], "{:#?}", since.changes);
    let (then, now) = (
        found(&self::report(shipped_law(), "RU", "KZ", "2019-06-01")),
        found(&self::report(shipped_law(), "RU", "KZ", "2026-11-23")),
    );
    let (closed, opened) = marchland_law::difference(&then, &now);
    let [change] = since.changes.as_slice() else { panic!("one day") };
    assert_eq!((&change.closed, &change.opened), (&closed, &opened));
}

#[test]
fn the_same_rules_find_less_where_the_law_says_more() {
    let gaps = found(&report(shipped_law(), "CH", "FR", "2019-06-01"));
    for (kind, level, form) in [
        (K::LevelGap, Some(Level::District), "operational-request"),
        (K::NoSimplifiedVisit, None, "official-visit"),
        (K::HeadPowersUnspecified, None, "joint-operation"),
        (K::NoNamedOfficials, None, "operational-request"),
        (K::LanguageWithoutTranslator, None, "operational-request"),
        (K::DeclaratoryOnly, None, "joint-operation"),
    ] {
        assert!(!has(&gaps, kind, level, form), "{kind} for {form}: {gaps:#?}");
    }
    assert!(!gaps.iter().any(|g| g.kind == K::NotUpdatedSinceEvent), "the event does not concern them");
}

#[test]
fn a_machine_reads_kind_forms_level_provisions_and_changes() {
    let report = report(shipped_law(), "RU", "KZ", "2026-11-23");
    let json = serde_json::to_value(&report).expect("serialisable");
    let findings = json["findings"].as_array().expect("a list");
    assert_eq!(findings.len(), report.findings.len());
    for (value, finding) in findings.iter().zip(&report.findings) {
        assert_eq!(value["kind"], finding.gap.kind.code());
        assert_eq!(value["forms"].as_array().map(Vec::len), Some(finding.gap.forms.len()));
        assert_eq!(value["level"].as_str(), finding.gap.level.map(Level::code));
        for provision in value["looked_at"].as_array().expect("a list") {
            assert!(provision["instrument"].is_string() && provision["article"].is_string());
        }
    }
    assert_eq!(json["changes"].as_array().map(Vec::len), Some(report.changes.len()));
    let plain = report.plain(shipped_law(), "ru");
    assert!(plain.contains("Органы могут действовать") && plain.contains("2023-06-28: "), "{plain}");
}

const FORBID: &str = "rule: forbid\neffect: forbids\nforms: [operational-request]\nsays: {en: No., ru: Нет.}";

#[test]
fn each_general_rule_on_an_invented_treaty() {
    let directed = PERMIT.replace("{levels: [regional]}\nto", "{levels: [regional], states: [AA]}\nto");
    let lower = PERMIT.replace("rule: permit", "rule: lower").replace("[regional]", "[regional, district]");
    let relation =
        |kind: &str| format!("relations: [{{{kind}: u, confidence: verified-text, sources: [s]}}]\n");
    let ended = treaty("u", "", &[]).replace("2020-03-01,", "2020-03-01, until: 2021-01-01,");
    let on = "2022-01-01";
    let of = |instruments: &[(&str, String)]| found(&report(&law(instruments), "AA", "BB", on));
    let alone = |rules: &[&str]| of(&[("t", treaty("t", "", rules))]);

    let gaps = alone(&[PERMIT]);
    assert!(has(&gaps, K::SilentForm, None, "joint-patrol"));
    assert!(!has(&gaps, K::SilentForm, None, "operational-request"));
    assert!(has(&gaps, K::LevelGap, Some(Level::District), "operational-request"));
    assert!(!gaps.iter().any(|g| g.kind == K::NotVerified || g.kind == K::Conflict));

    assert!(!has(&alone(&[&lower]), K::LevelGap, Some(Level::District), "operational-request"));
    let gaps = alone(&[&directed]);
    let one_side = gaps.iter().find(|g| g.kind == K::LevelGap).expect("a level gap");
    assert_eq!(one_side.acting, "AA".parse().ok(), "only AA has the right at all");

    assert!(has(&alone(&[PERMIT, FORBID]), K::Conflict, None, "operational-request"));
    let yields = format!("{FORBID}\nyields-to: [permit]");
    assert!(!has(&alone(&[PERMIT, &yields]), K::Conflict, None, "operational-request"));

    let gaps = of(&[("t", treaty("t", &relation("based-on"), &[PERMIT])), ("u", ended.clone())]);
    assert!(gaps.iter().any(|g| g.kind == K::DanglingReference && g.instruments == ["t".into(), "u".into()]));
    assert!(gaps.iter().any(|g| g.kind == K::PartyLeft && g.instruments == ["u".into()]));

    let gaps = of(&[("t", treaty("t", &relation("supersedes"), &[PERMIT])), ("u", treaty("u", "", &[]))]);
    assert!(!gaps.iter().any(|g| matches!(g.kind, K::DisplacedReference | K::PartyLeft)));

    let limit = format!(
        "{PERMIT}\ndeadlines:\n  - {{limit: answer, amount: 3, unit: days, start: request-received, calendar: requested}}\nduties:\n  - approval: {{post: head}}"
    );
    assert!(has(&alone(&[PERMIT]), K::DeclaratoryOnly, None, "operational-request"));
    assert!(has(&alone(&[PERMIT]), K::HeadPowersUnspecified, None, "operational-request"));
    assert!(!has(&alone(&[&limit]), K::DeclaratoryOnly, None, "operational-request"));
    assert!(!has(&alone(&[&limit]), K::HeadPowersUnspecified, None, "operational-request"));
}

#[test]
fn a_mark_and_an_event_of_the_findings_file_count_for_any_pair() {
    let law = |instruments: &[(&str, String)]| {
        let mut files = files(instruments);
        files.push(source("findings.yaml", findings()));
        Framework::load(&files).unwrap_or_else(|mistakes| panic!("{}", mistakes.plain()))
    };
    let of = |law: &Framework, on: &str| found(&report(law, "AA", "BB", on));
    let lacks = |gaps: &[Gap]| has(gaps, K::NoNamedOfficials, None, "operational-request");
    let stale = |gaps: &[Gap]| gaps.iter().any(|g| g.kind == K::NotUpdatedSinceEvent);
    let sound = treaty("t", "", &[PERMIT]);
    let alone = law(&[("t", sound.clone())]);
    assert!(!lacks(&of(&alone, "2021-01-01")), "its article names officials");
    assert!(!stale(&of(&alone, "2021-05-31")) && stale(&of(&alone, "2021-06-01")), "the event concerns both");
    let unread = sound.replace(
        "```provision\nconfidence: verified-text",
        "```provision\ntext: not-read\nconfidence: secondary-source",
    );
    assert!(lacks(&of(&law(&[("t", unread)]), "2021-01-01")), "what was not read settles nothing");
    let amends = "relations: [{amends: t, confidence: verified-text, sources: [s]}]\n";
    let newer = treaty("u", amends, &[]).replace("in-force: 2020-0", "in-force: 2022-0");
    let renewed = law(&[("t", sound), ("u", newer)]);
    assert!(stale(&of(&renewed, "2022-02-28")) && !stale(&of(&renewed, "2022-03-01")));
}

#[test]
fn practice_at_a_level_without_power_is_a_finding() {
    let law = law(&[("t", treaty("t", "", &[PERMIT]))]);
    let practice = |level: Level, count: u64| Practice {
        form: "operational-request".into(),
        acting: "AA".parse().expect("a state"),
        level,
        count,
    };
    let tried = [practice(Level::Regional, 9), practice(Level::District, 12), practice(Level::Unit, 0)];
    let report = gaps(&law, pair("AA", "BB"), "2022-01-01".parse().expect("a date"), &tried);
    let found: Vec<_> = report
        .findings
        .iter()
        .filter(|f| f.gap.kind == K::PracticeWithoutBasis)
        .map(|f| f.gap.level)
        .collect();
    assert_eq!(found, [Some(Level::District)]);
}
