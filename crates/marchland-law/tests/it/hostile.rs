//! Bytes that no author wrote: whatever is done to a pack, it loads or it is refused with mistakes that can be shown.

use marchland_law::{Framework, SourceFile, run_situations};
use proptest::prelude::*;

use crate::pack::{PERMIT, files, findings, source, treaty};

/// What can happen to a text.
#[derive(Clone, Debug)]
enum Blow {
    Cut(usize, usize),
    Insert(usize, String),
    Double(usize),
    Swap(usize, usize),
}

fn blow() -> impl Strategy<Value = Blow> {
    prop_oneof![
        (any::<usize>(), 1..60usize).prop_map(|(at, n)| Blow::Cut(at, n)),
        (any::<usize>(), "[ -~\u{400}-\u{4ff}\n\t:{}\\[\\]&*!|>'\"%@`#-]{1,12}")
            .prop_map(|(at, t)| Blow::Insert(at, t)),
        any::<usize>().prop_map(Blow::Double),
        (any::<usize>(), any::<usize>()).prop_map(|(a, b)| Blow::Swap(a, b)),
    ]
}

fn struck(text: &str, blow: &Blow) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    let mut lines: Vec<&str> = text.lines().collect();
    match blow {
        Blow::Cut(at, n) if !chars.is_empty() => {
            let at = at % chars.len();
            chars.drain(at..(at + n).min(chars.len()));
            chars.into_iter().collect()
        }
        Blow::Insert(at, what) => {
            let at = at % (chars.len() + 1);
            chars.splice(at..at, what.chars());
            chars.into_iter().collect()
        }
        Blow::Double(at) if !lines.is_empty() => {
            let at = at % lines.len();
            lines.insert(at, lines[at]);
            lines.join("\n")
        }
        Blow::Swap(a, b) if !lines.is_empty() => {
            let (a, b) = (a % lines.len(), b % lines.len());
            lines.swap(a, b);
            lines.join("\n")
        }
        _ => text.to_owned(),
    }
}

fn whole_pack() -> Vec<SourceFile> {
    let rich = "rule: rich\neffect: requires\nforms: any\nfrom: {states: [AA], levels: [regional, unit], kinds: [police], regions: [AA-1]}\nchannels: [regional-direct]\nterritory: x\nwhen: {all: [{fact: armed}, {not: {fact: urgency, one-of: [urgent]}}]}\nvalid-from: 2020-01-01\nduties: [{language: {request: fr}}, approval]\nuse: [purpose-only]\ngrounds: [security]\ndeadlines:\n  - {limit: answer, amount: 10, unit: hours, start: request-received, calendar: both, excluded: {from: '00:00', until: '09:00'}}\nsays: {en: Rich., ru: Богато.}";
    let mut files = files(&[
        (
            "t",
            treaty(
                "t",
                "relations: [{supersedes: u, confidence: verified-text, sources: [s]}]\n",
                &[PERMIT, rich],
            ),
        ),
        ("u", treaty("u", "", &[])),
    ]);
    files.push(source("territories/x.yaml", "id: x\nnames: {en: X, ru: X}\nstates: [AA]\nsources: []\nmembers:\n  - {region: AA-1, names: {en: A, ru: A}, from: 2020-01-01, confidence: verified-text, sources: []}\n"));
    files.push(source("calendars/AA.yaml", "state: AA\nrest-days: [sunday]\nfirst-year: 2020\nlast-year: 2022\nholidays:\n  - {on: 05-09, names: {en: V, ru: В}, moves: true}\n  - {easter: 1, names: {en: E, ru: П}}\nextra-off: [2021-01-04]\nconfidence: verified-text\nsources: []\n"));
    files.push(source("findings.yaml", findings()));
    files.push(source("situations/s.yaml", "- case: one\n  act: {form: operational-request, from: AA regional AA-1, to: BB regional BB-1, facts: {armed: true}}\n  on: {2021-01-01: permit-under}\n  because: it says so\n"));
    files
}

#[test]
fn the_pack_that_is_struck_is_sound() {
    let files = whole_pack();
    let law = Framework::load(&files).unwrap_or_else(|m| panic!("{}", m.plain()));
    assert_eq!(run_situations(&law, &files).tried, 1);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_struck_pack_loads_or_is_refused_and_never_panics(which in 0..7usize, blows in prop::collection::vec(blow(), 1..5)) {
        let mut files = whole_pack();
        for blow in &blows {
            files[which].text = struck(&files[which].text, blow);
        }
        match Framework::load(&files) {
            Ok(law) => prop_assert!(!run_situations(&law, &files).plain().is_empty()),
            Err(mistakes) => {
                prop_assert!(!mistakes.is_empty());
                for mistake in &mistakes.list {
                    prop_assert!(mistake.line >= 1 && mistake.column >= 1);
                    prop_assert!(mistake.plain().contains(mistake.code));
                }
            }
        }
    }
}
