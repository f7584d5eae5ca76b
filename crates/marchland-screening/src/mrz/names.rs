//! The name field: family name, two fillers, given names, fillers to the end (Doc 9303-3, 4.6).
//!
//! Never: restores what was cut, tells an initial from a name of one letter.

use super::Cut;
use crate::alert::Spelling;

/// So many equal signs at the end are fillers that were read as letters: no name ends in three equal ones of these.
const RUN_MIN: usize = 3;
/// The same where nothing else is left of the given names.
const RUN_OF_NO_NAME: usize = 6;

/// Digits and letters read for fillers are put right and noted.
pub(super) fn read(field: &str, repaired: &mut Vec<&'static str>) -> (Spelling, Cut) {
    let mut text: String = field.chars().map(letter).collect();
    let with_digits = text != field;
    let end = text.trim_end_matches('<').len();
    let end = fillers_read_as_letters(&text[..end]);
    let lost = end < text.trim_end_matches('<').len();
    text.replace_range(end.., &"<".repeat(text.len() - end));
    if with_digits || lost {
        repaired.push("name");
    }
    let cut = match (text.ends_with('<'), text.contains("<<")) {
        (true, _) => Cut::Nothing,
        (false, true) => Cut::Given,
        (false, false) => Cut::Family,
    };
    let (family, given) = text.split_once("<<").unwrap_or((&text, ""));
    (Spelling { family: words(family), given: words(given), patronymic: None, full: None }, cut)
}

/// Where the name ends: after the given names come fillers only, so letters beyond two fillers more are misread ones,
/// and so is a run of the letters that a filler is taken for.
fn fillers_read_as_letters(text: &str) -> usize {
    let after_given = text
        .split_once("<<")
        .and_then(|(family, rest)| rest.trim_start_matches('<').find("<<").map(|n| (family, rest, n)))
        .map(|(family, rest, n)| family.len() + 2 + (rest.len() - rest.trim_start_matches('<').len()) + n);
    let text = &text[..after_given.unwrap_or(text.len())];
    for c in ['K', 'C', 'L', 'E', 'S', 'X'] {
        let kept = text.trim_end_matches([c, '<']).len();
        let nothing_given = text.find("<<").is_some_and(|two| kept <= two);
        let run = if nothing_given { RUN_OF_NO_NAME } else { RUN_MIN };
        if text[kept..].contains(&String::from(c).repeat(run)) {
            return kept;
        }
    }
    text.len()
}

/// Where only letters stand, the digits they were taken for become them.
pub(super) fn letter(c: char) -> char {
    match c {
        '0' => 'O',
        '1' => 'I',
        '2' => 'Z',
        '3' => 'E',
        '4' => 'A',
        '5' => 'S',
        '6' => 'G',
        '7' => 'T',
        '8' => 'B',
        '9' => 'G',
        other => other,
    }
}

pub(super) fn words(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split('<').filter(|w| !w.is_empty()).collect();
    (!words.is_empty()).then(|| words.join(" "))
}
