//! The walk-through of `law/README.md` is what it says: its files are law, its mistake is shown as printed, its answer comes out.

use marchland_law::{Dates, Framework, SourceFile, decide, read_act, run_situations};

use crate::shipped_files;

/// A block between two lines of `~~~`; the first names what it is.
fn block(info: &str) -> String {
    let readme = shipped_files().into_iter().find(|f| f.path == "README.md").expect("law/README.md").text;
    let (_, rest) = readme.split_once(&format!("~~~{info}\n")).unwrap_or_else(|| panic!("no block '{info}'"));
    rest.split_once("\n~~~\n").expect("the block ends").0.to_owned() + "\n"
}

const INSTRUMENT: &str = "instruments/xa-xb-river-2030/instrument.md";
const CASES: &str = "instruments/xa-xb-river-2030/cases.yaml";

/// The shipped law with the example in it; `slip` is done to its instrument first.
fn with_example(slip: impl Fn(String) -> String) -> Vec<SourceFile> {
    let mut files = shipped_files();
    let text = slip(block(&format!("markdown {INSTRUMENT}")));
    files.push(SourceFile { path: INSTRUMENT.into(), text });
    files.push(SourceFile { path: CASES.into(), text: block(&format!("yaml {CASES}")) });
    files
}

#[test]
fn the_example_is_law_and_each_of_its_rules_is_tried_in_full() {
    let files = with_example(|text| text);
    let law = Framework::load(&files).unwrap_or_else(|m| panic!("{}", m.plain()));
    let report = run_situations(&law, &files);
    assert!(report.passed(), "{}", report.plain());
    let own = report.coverage.iter().filter(|c| c.instrument.as_str() == "xa-xb-river-2030");
    assert_eq!(own.clone().count(), 3);
    assert!(own.into_iter().all(|c| c.complete()), "{}", report.plain());
}

#[test]
fn the_answer_is_the_one_it_prints() {
    let law = Framework::load(&with_example(|text| text)).unwrap_or_else(|m| panic!("{}", m.plain()));
    let act = SourceFile { path: "act.yaml".into(), text: block("yaml act.yaml") };
    let (act, bodies) = read_act(&law, &act).unwrap_or_else(|m| panic!("{}", m.plain()));
    let dates = Dates::all("2030-07-01".parse().expect("a date"));
    let answer = decide(&law, &bodies, &act, &dates, &[]).plain(&law, "en");
    // The last line names the edition of the law, which changes with every file of it.
    let (answer, edition) = answer.rsplit_once("\nFramework ").expect("the edition stands last");
    assert_eq!(block("text answer"), answer, "law/README.md prints another answer");
    assert_eq!(edition.trim().len(), 64);
}

#[test]
fn the_mistake_is_shown_as_it_prints() {
    let slip = |text: String| {
        text.replacen("forms: [operational-request]\nfrom", "forms: [operational-reqest]\nfrom", 1)
    };
    let mistakes = Framework::load(&with_example(slip)).expect_err("a form that does not exist");
    assert_eq!(block("text mistake"), mistakes.plain(), "law/README.md prints another message");
}

#[test]
fn the_example_is_not_shipped_as_law() {
    let law = crate::shipped_law();
    assert!(law.instruments().all(|i| !i.id.as_str().starts_with("xa-xb")));
    assert!(
        law.states().iter().all(|state| !state.as_str().starts_with('X')),
        "no invented state is in the pack"
    );
}
