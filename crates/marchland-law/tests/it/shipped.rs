//! The shipped law loads.

use crate::shipped_law;

#[test]
fn the_shipped_law_has_no_mistakes() {
    let law = shipped_law();
    assert!(law.instruments().count() >= 12);
    assert_eq!(law.id().as_str().len(), 64);
}

#[test]
fn every_situation_comes_out_as_written_and_every_rule_is_tried_in_full() {
    let report = marchland_law::run_situations(shipped_law(), &crate::shipped_files());
    assert!(report.passed(), "{}", report.plain());
    let uncovered: Vec<_> = report.uncovered().map(|c| c.rule.as_str()).collect();
    assert!(uncovered.is_empty(), "{}", report.plain());
}

#[test]
fn an_act_is_read_as_situations_write_it_and_explained() {
    let read = |text: &str| {
        let file = marchland_law::SourceFile { path: "act.yaml".into(), text: text.into() };
        marchland_law::read_act(shipped_law(), &file)
    };
    let (act, bodies) = read("{form: operational-request, from: RU district RU-OMS, to: KZ regional KZ-59}")
        .expect("readable");
    let dates = marchland_law::Dates::all("2026-11-23".parse().expect("a date"));
    let text = marchland_law::decide(shipped_law(), &bodies, &act, &dates, &[]).plain(shipped_law(), "ru");
    for part in [
        "NOT PERMITTED: outside the competence of this body",
        "Запрос по оперативным вопросам",
        "RU district RU-OMS > RU regional RU-OMS =[unverified]=> KZ regional KZ-59 (not open yet)",
        "Соглашение о приграничных регионах РФ-РК 1998",
        "for understanding only: Типовое соглашение 1995",
    ] {
        assert!(text.contains(part), "'{part}' is missing in\n{text}");
    }
    let broken =
        read("{form: operational-reqest, from: RU somewhere, to: KZ central}").expect_err("two mistakes");
    let codes: Vec<_> = broken.list.iter().map(|m| m.code).collect();
    assert_eq!(codes, ["unknown-form", "not-a-body"]);
}
