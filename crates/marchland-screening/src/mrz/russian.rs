//! The zone of the Russian internal passport: document code PN, names in a one-to-one code for Cyrillic ("modernised
//! Cler") with digits for letters, patronymic after the given name, and the series spread over the lower line.
//! Source: order of the Federal Migration Service of Russia on the machine-readable record of the passport, 2011. The
//! layout and its example (BAQRAMOV<<AMIR<IL9GAM<OGLY) were collated with published descriptions, of the letters only
//! those of the example; the other letters come from general knowledge.
//!
//! Never: reads the passport for travel, which has the ordinary zone.

use super::{Cut, names};
use crate::alert::Spelling;

const CODE: &str =
    "AА BБ VВ GГ DД EЕ 2Ё JЖ ZЗ IИ QЙ KК LЛ MМ NН OО PП RР SС TТ UУ FФ HХ CЦ 3Ч 4Ш WЩ XЪ YЫ 9Ь 6Э 7Ю 8Я 0О";
/// Patronymics of two words end in one of these.
const SECOND_WORDS: [&str; 4] = ["ОГЛЫ", "КЫЗЫ", "УЛЫ", "УУЛУ"];

/// The names in Cyrillic. A cut patronymic leaves its beginning; `cut` says that the field is full.
pub(super) fn names(field: &str) -> (Spelling, Cut) {
    let cut = if field.ends_with('<') { Cut::Nothing } else { Cut::Given };
    let (family, rest) = field.split_once("<<").unwrap_or((field, ""));
    let rest: Vec<String> = rest.split('<').filter(|w| !w.is_empty()).map(decode).collect();
    let second = rest.last().is_some_and(|w| SECOND_WORDS.contains(&w.as_str()));
    let of_patronymic = match (rest.len(), second) {
        (0 | 1, _) => 0,
        (_, true) => 2.min(rest.len() - 1),
        (_, false) => 1,
    };
    let (given, patronymic) = rest.split_at(rest.len() - of_patronymic);
    let joined = |words: &[String]| (!words.is_empty()).then(|| words.join(" "));
    let name = Spelling {
        family: names::words(&decode(family)),
        given: joined(given),
        patronymic: joined(patronymic),
        full: None,
    };
    (name, cut)
}

/// The number field holds three digits of the series and the number; the fourth stands at the 29th place.
pub(super) fn series_and_number(field: &str, fourth: &str) -> String {
    let (series, number) = (field.get(..3).unwrap_or_default(), field.get(3..).unwrap_or_default());
    format!("{series}{}{}", fourth.trim_matches('<'), number.trim_end_matches('<'))
}

fn decode(text: &str) -> String {
    let cyrillic =
        |c: char| CODE.split(' ').find(|p| p.starts_with(c)).and_then(|p| p.chars().nth(1)).unwrap_or(c);
    text.chars().map(cyrillic).collect()
}
