//! What systems on a name's way write as one word with it: titles and the father's name behind a given name (tickets), whole
//! names without a space; and titles before a name.
//!
//! Never: takes a word apart whose parts are not names we know.

use crate::father;
use crate::fold;
use crate::lexicon::{Group, lexicon};
use crate::sound::Word;

/// Behind the given name on tickets.
const BEHIND: [&str; 8] = ["mstr", "miss", "mrs", "chd", "inf", "mr", "ms", "dr"];
/// Before or behind a name, as words of their own.
const TITLES: [&str; 16] = [
    "mr",
    "mrs",
    "ms",
    "miss",
    "mstr",
    "dr",
    "prof",
    "col",
    "chd",
    "inf",
    "господин",
    "госпожа",
    "гражданин",
    "гражданка",
    "доктор",
    "проф",
];
/// Before a name, with a hyphen inside.
const HYPHENED: [&str; 5] = ["г-н", "г-жа", "гр-н", "гр-ка", "д-р"];

/// How many bytes at the beginning of a text with several words are a title.
pub(crate) fn title_before(text: &str) -> usize {
    let Some((first, rest)) = text.split_once(' ') else { return 0 };
    let before = text.len() - rest.len();
    let word = first.trim_end_matches('.').to_lowercase();
    if !rest.trim().is_empty() && (HYPHENED.contains(&&*word) || TITLES.contains(&&*word)) {
        before
    } else {
        0
    }
}

/// The same of a title behind the others.
pub(crate) fn title_behind(text: &str) -> usize {
    let Some((rest, last)) = text.rsplit_once(' ') else { return 0 };
    let word = last.trim_end_matches('.').to_lowercase();
    if !rest.trim().is_empty() && TITLES.contains(&&*word) { text.len() - rest.len() } else { 0 }
}

/// SHOTAMR: how many bytes are the name before a title.
pub(crate) fn before_title(text: &str) -> Option<usize> {
    let ends = |title: &&&str| {
        let tail = text.len().checked_sub(title.len()).and_then(|at| text.get(at..));
        tail.is_some_and(|tail| tail.eq_ignore_ascii_case(title))
    };
    let end = text.len() - BEHIND.iter().find(ends)?.len();
    (end > PART_MIN && given(&text[..end]) != 0 && given(text) == 0).then_some(end)
}

const PART_MIN: usize = 3;

/// Endings that are hardly those of a family name which stands in the wrong field.
const RUSSIAN: [&str; 9] = ["вич", "вна", "vich", "vych", "vna", "wna", "vitch", "wich", "wicz"];

/// PETRGRIGOREVICH: where the father's name begins behind a given name. Best if we know both names, else one of them.
pub(crate) fn father_within(text: &str) -> Option<usize> {
    let father = |at: usize| {
        let formed = father::of(fold::sounds(&text[at..], false).as_slice()).filter(|f| !f.short)?;
        Some(lexicon().father(formed.name) != 0)
    };
    // A father's name that we know is whole.
    if father(0)? {
        return None;
    }
    let places: Vec<(usize, bool, bool)> =
        bounds(text).filter_map(|at| Some((at, given(&text[..at]) != 0, father(at)?))).collect();
    let lower = text.to_lowercase();
    let russian = RUSSIAN.iter().any(|ending| lower.ends_with(ending));
    let find = |of: &dyn Fn(&(usize, bool, bool)) -> bool| places.iter().rfind(|place| of(place));
    let long = |at: usize| text[..at].chars().count() > PART_MIN;
    find(&|(_, given, father)| *given && *father)
        .or_else(|| find(&|(at, given, _)| *given && russian && long(*at)))
        .or_else(|| places.iter().find(|(at, _, father)| *father && russian && long(*at)))
        .map(|(at, ..)| *at)
}

/// KOSTENKOMAKSYM: where the given name begins, if it is one we know and the longest at the end. None in a given name.
pub(crate) fn given_within(text: &str) -> Option<usize> {
    if given(text) != 0 {
        return None;
    }
    bounds(text).find(|at| text[*at..].chars().count() > PART_MIN && given(&text[*at..]) != 0)
}

/// Between letters, with three at least on each side.
fn bounds(text: &str) -> impl DoubleEndedIterator<Item = usize> {
    let all: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let last = all.len().saturating_sub(PART_MIN - 1);
    all.into_iter().take(last).skip(PART_MIN)
}

fn given(text: &str) -> Group {
    let word: Word = fold::word(text);
    if word.is_initial() { 0 } else { lexicon().given(word) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_go_and_names_stay() {
        let rest = |text: &'static str| &text[title_before(text)..text.len() - title_behind(text)];
        for (text, name) in [
            ("MRS FIRENGIZ", "FIRENGIZ"),
            ("Dr. Anna", "Anna"),
            ("д-р Анастасия", "Анастасия"),
            ("IVAN MR", "IVAN"),
            ("Miss", "Miss"),
            ("Anna Maria", "Anna Maria"),
        ] {
            assert_eq!(rest(text), name);
        }
        assert_eq!(
            (before_title("SHOTAMR"), before_title("OMAR"), before_title("ADAMS")),
            (Some(5), None, None)
        );
    }

    #[test]
    fn a_word_is_taken_apart_between_names_we_know() {
        let apart = |text: &'static str, at: Option<usize>| at.map(|at| (&text[..at], &text[at..]));
        for (text, given, father) in [
            ("PETRGRIGOREVICH", "PETR", "GRIGOREVICH"),
            ("Гульназкамилевна", "Гульназ", "камилевна"),
            ("IVANNIKOLAEVICH", "IVAN", "NIKOLAEVICH"),
            ("ZUFARMARATOVICH", "ZUFAR", "MARATOVICH"),
            ("LILIYANACHYNOVNA", "LILIYA", "NACHYNOVNA"),
        ] {
            assert_eq!(apart(text, father_within(text)), Some((given, father)));
        }
        assert_eq!(apart("KOSTENKOMAKSYM", given_within("KOSTENKOMAKSYM")), Some(("KOSTENKO", "MAKSYM")));
        assert_eq!(given_within("Александра"), None);
        for whole in ["Grigorevich", "Aleksandrovich", "Magomedovich", "Abdurakhmanovich"] {
            assert_eq!(father_within(whole), None, "{whole}");
        }
    }
}
