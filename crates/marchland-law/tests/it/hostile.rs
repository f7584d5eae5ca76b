//! Bytes that no author wrote: whatever is done to a pack, it loads or it is refused with mistakes that can be shown.

use marchland_law::{Framework, SourceFile, run_situations};
use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};

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

/// Loads the pack and asks it something, or shows why not. Whatever happens, nothing panics.
fn try_pack(files: &[SourceFile]) -> Result<(), TestCaseError> {
    match Framework::load(files) {
        Ok(law) => prop_assert!(!run_situations(&law, files).plain().is_empty()),
        Err(mistakes) => {
            prop_assert!(!mistakes.is_empty());
            for mistake in &mistakes.list {
                prop_assert!(mistake.line >= 1 && mistake.column >= 1);
                prop_assert!(mistake.plain().contains(mistake.code));
            }
        }
    }
    Ok(())
}

/// Packs struck in one run, the same on every machine.
const PACKS: u32 = 1000;

/// Strikes one file of each pack that `pick` gives, `PACKS` times.
fn strike(seed: u8, pack: impl Fn(usize) -> (Vec<SourceFile>, usize)) {
    let config = ProptestConfig { cases: PACKS, failure_persistence: None, ..ProptestConfig::default() };
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]);
    let blows = (any::<usize>(), prop::collection::vec(blow(), 1..5));
    let outcome = TestRunner::new_with_rng(config, rng).run(&blows, |(pick, blows)| {
        let (mut files, which) = pack(pick);
        for blow in &blows {
            files[which].text = struck(&files[which].text, blow);
        }
        try_pack(&files)
    });
    if let Err(why) = outcome {
        panic!("{why}");
    }
}

fn strike_invented(seed: u8) {
    let whole = whole_pack();
    strike(seed, |pick| (whole.clone(), pick % whole.len()));
}

/// A shipped instrument with its situations, beside the words and territories it needs: the texts lawyers really write.
fn strike_shipped(seed: u8) {
    let all = crate::shipped_files();
    let folders: Vec<&str> = all.iter().filter_map(|f| f.path.strip_suffix("/instrument.md")).collect();
    let shared = all.iter().filter(|f| f.path == "vocabulary.yaml" || f.path.starts_with("territories/"));
    let shared: Vec<SourceFile> = shared.cloned().collect();
    strike(seed, |pick| {
        let folder = folders[pick % folders.len()];
        let own =
            all.iter().filter(|f| f.path.starts_with(folder) && f.path[folder.len()..].starts_with('/'));
        let mut files: Vec<SourceFile> = own.cloned().collect();
        let which = (pick / folders.len()) % files.len();
        files.extend(shared.iter().cloned());
        (files, which)
    });
}

/// One test for each thousand, so that they run side by side.
macro_rules! thousands {
    ($($name:ident: $strike:ident($seed:literal),)*) => {$(
        #[test]
        fn $name() {
            $strike($seed);
        }
    )*};
}

// Ten thousand struck packs.
thousands! {
    a_struck_pack_never_panics_1: strike_invented(1),
    a_struck_pack_never_panics_2: strike_invented(2),
    a_struck_pack_never_panics_3: strike_invented(3),
    a_struck_pack_never_panics_4: strike_invented(4),
    a_struck_pack_never_panics_5: strike_invented(5),
    a_struck_pack_never_panics_6: strike_invented(6),
    a_struck_pack_never_panics_7: strike_invented(7),
    a_struck_shipped_instrument_never_panics_1: strike_shipped(8),
    a_struck_shipped_instrument_never_panics_2: strike_shipped(9),
    a_struck_shipped_instrument_never_panics_3: strike_shipped(10),
}
