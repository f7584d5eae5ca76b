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
