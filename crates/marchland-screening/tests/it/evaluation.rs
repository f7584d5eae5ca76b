use marchland_screening::{CannotRun, eval};

const TRUTH: &[u8] = include_bytes!("../evaluation/truth.jsonl");
const RESULTS: &[u8] = include_bytes!("../evaluation/results.jsonl");

/// The expected text is what the published script of the interface prints for the same two files.
#[test]
fn the_figures_are_those_of_the_published_script() {
    let found = eval(TRUTH, RESULTS).unwrap();
    assert_eq!(found.markdown("marchland", true), include_str!("../evaluation/expected.md"));
    assert_eq!((found.matching, found.others, found.classes["typo"].checks), (5, 5, 3));
}

#[test]
fn a_bad_line_is_named() {
    let error = eval(TRUTH, &b"{\"id\":\"Q1\",\"results\":[]}\n{\"id\":7}\n"[..]).unwrap_err();
    assert!(matches!(&error, CannotRun::Results { file: "results", bad } if bad.line == 2), "{error}");
    assert!(eval(&b"{\"id\":\"Q1\",\"truth\":[]}\n"[..], RESULTS).is_err());
}
