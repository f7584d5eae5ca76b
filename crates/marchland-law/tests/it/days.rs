//! The calendar of the law: every day on which anything changes, for every pair of states.

use marchland_law::{calendar_report, change_days, gaps};

use crate::pack::{PERMIT, law, treaty};
use crate::shipped_law;

#[test]
fn no_day_of_the_shipped_law_is_covered_twice_and_every_lapse_names_what_was_lost() {
    let law = shipped_law();
    let report = calendar_report(law);
    assert!(report.tried > law.pairs().count(), "each pair has days of change");
    assert_eq!(report.doubled, [], "an instrument and the one it replaced are both law");
    for lapse in &report.uncovered {
        assert!(!lapse.lost.is_empty(), "{lapse:?}");
        assert!(lapse.until.is_none_or(|until| lapse.from < until), "{lapse:?}");
    }
}

#[test]
fn findings_hold_together_on_every_day_of_change() {
    let law = shipped_law();
    let pair = ["RU".parse().expect("a state"), "KZ".parse().expect("a state")];
    let days = change_days(law, pair);
    assert!(days.len() > 5, "{days:?}");
    let report = gaps(law, pair, *days.last().expect("a day"), &[]);
    // What opened and was not closed since is exactly what is found now.
    let mut open = std::collections::BTreeSet::new();
    for change in &report.changes {
        for (gaps, opened) in [(&change.closed, false), (&change.opened, true)] {
            for gap in gaps {
                let forms: Vec<_> = if gap.instruments.is_empty() {
                    gap.forms.iter().map(Some).collect()
                } else {
                    vec![None]
                };
                for form in forms {
                    let unit = (gap.kind, gap.level, gap.acting, gap.instruments.clone(), form.cloned());
                    if opened {
                        assert!(open.insert(unit))
                    } else {
                        open.remove(&unit);
                    }
                }
            }
        }
    }
    for finding in report.findings.iter().filter(|f| !f.gap.instruments.is_empty()) {
        let g = &finding.gap;
        assert!(open.contains(&(g.kind, g.level, g.acting, g.instruments.clone(), None)), "{g:?}");
    }
}

#[test]
fn a_lapse_and_a_return_are_seen_on_their_days() {
    let ended = treaty("u", "", &[&PERMIT.replace("rule: permit", "rule: old")])
        .replace("2020-03-01,", "2020-03-01, until: 2021-01-01,");
    let later = treaty("t", "", &[PERMIT])
        .replace("in-force: 2020-01-01", "in-force: 2022-05-01")
        .replace("in-force: 2020-03-01", "in-force: 2022-05-01");
    let day = |text: &str| text.parse().expect("a date");
    let report = calendar_report(&law(&[("u", ended.clone()), ("t", later)]));
    let [lapse] = report.uncovered.as_slice() else { panic!("{report:?}") };
    assert_eq!((lapse.from, lapse.until), (day("2021-01-01"), Some(day("2022-05-01"))));
    assert_eq!(lapse.lost, ["u".into()]);
    let report = calendar_report(&law(&[("u", ended)]));
    assert_eq!(report.uncovered.first().map(|l| l.until), Some(None), "nothing came after it");
}
