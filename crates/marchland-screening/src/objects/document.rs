//! Numbers of passports and identity cards: series and number in one, in the shapes the states of the region use.
//! Shapes from general knowledge of the documents; they put confused signs right and raise a doubt, no more.
//!
//! Never: tells whose document it is, refuses an unknown shape.

use super::letters::{fit, settle, tidy};

/// State and shape as `letters::fit` reads it.
const SHAPES: [(&str, &str); 32] = [
    ("RU", "DDDDDDDDDD"), // internal passport: series 4, number 6
    ("RU", "DDDDDDDDD"),  // passport for travel: series 2, number 7
    ("KZ", "NDDDDDDDD"),
    ("KZ", "DDDDDDDDD"),
    ("KZ", "SDDDDDDDD"),
    ("BY", "LLDDDDDDD"),
    ("UA", "LLDDDDDD"),
    ("UA", "DDDDDDDDD"),
    ("KG", "ACDDDDDDD"),
    ("KG", "ANDDDDDDD"),
    ("KG", "PEDDDDDDD"),
    ("UZ", "LLDDDDDDD"),
    ("TJ", "DDDDDDDDD"),
    ("TJ", "LDDDDDDDD"),
    ("TM", "LDDDDDDDD"),
    ("TM", "LLLLDDDDDD"),
    ("AZ", "CDDDDDDDD"),
    ("AZ", "PDDDDDDDD"),
    ("AZ", "AZEDDDDDDDD"),
    ("AZ", "AADDDDDDD"),
    ("AM", "LLDDDDDDD"),
    ("AM", "DDDDDDDDD"),
    ("GE", "DDLLDDDDD"),
    ("GE", "DDDDDDDDD"),
    ("MN", "EDDDDDDD"),
    ("MN", "LLDDDDDDDD"),
    ("MD", "LLDDDDDDD"),
    ("MD", "LDDDDDDDD"),
    ("CN", "EDDDDDDDD"),
    ("CN", "GDDDDDDDD"),
    ("CN", "ELDDDDDDD"),
    ("CN", "DDDDDDDDDDDDDDDDDX"),
];
/// Three letters of a machine-readable zone and two of ISO 3166, for the states above.
const ZONES: [(&str, &str); 14] = [
    ("RUS", "RU"),
    ("KAZ", "KZ"),
    ("BLR", "BY"),
    ("UKR", "UA"),
    ("KGZ", "KG"),
    ("UZB", "UZ"),
    ("TJK", "TJ"),
    ("TKM", "TM"),
    ("AZE", "AZ"),
    ("ARM", "AM"),
    ("GEO", "GE"),
    ("MNG", "MN"),
    ("MDA", "MD"),
    ("CHN", "CN"),
];
/// Words printed or typed before a number.
const WORDS: [&str; 6] = ["СЕРИЯ", "НОМЕР", "SERIES", "NUMBER", "PASSPORT", "ПАСПОРТ"];

/// One spelling for one number: no separators, no words, confused signs put right where the state's shape tells.
pub fn canonical(number: &str, state: Option<&str>) -> String {
    let mut upper: String = number.chars().flat_map(char::to_uppercase).collect();
    for word in WORDS {
        upper = upper.replace(word, " ");
    }
    // "No 123456" and "N 123456", but not a number that begins with the letter N.
    let upper = upper.replace('№', " ").replace(" NO ", " ").replace(" N ", " ").replace("NO. ", " ");
    let plain = tidy(&upper);
    // Without the state a shape would only guess between a letter and a digit.
    match state {
        Some(_) => settle(&plain, state, &SHAPES).unwrap_or(plain),
        None => plain,
    }
}

/// The state that a machine-readable zone names in three letters; a code of two is taken as it is.
pub fn state_of_zone(code: &str) -> Option<&str> {
    let code = code.trim();
    let known = ZONES.iter().find(|(three, _)| three.eq_ignore_ascii_case(code)).map(|(_, two)| *two);
    known.or(Some(code).filter(|code| code.len() == 2))
}

/// Why the number may have been read wrongly.
pub fn doubt(canonical: &str, state: Option<&str>) -> Option<String> {
    let state = state?;
    let mut known = SHAPES.iter().filter(|(s, _)| s.eq_ignore_ascii_case(state)).peekable();
    known.peek()?;
    let fits = known.any(|(_, p)| fit(canonical, p).is_some());
    (!fits).then(|| format!("{canonical} has no shape of a document of {state} that is known here"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn series_and_number_are_one_in_every_spelling() {
        for spelling in ["4601 123456", "46 01 № 123456", "серия 4601 номер 123456", "46O1 I23456"]
        {
            assert_eq!(canonical(spelling, Some("RU")), "4601123456", "{spelling}");
        }
        assert_eq!(canonical("мр 1234567", Some("BY")), "MP1234567");
        assert_eq!(canonical("N 12345678", Some("KZ")), "N12345678");
        assert_eq!(canonical("FA 123456", Some("UA")), "FA123456");
        assert_eq!(canonical("AC1234567", Some("KG")), "AC1234567");
        // Without a state nothing is put right.
        assert_eq!(canonical("O123", None), "O123");
    }

    #[test]
    fn a_shape_of_no_document_is_a_doubt() {
        assert!(doubt("12345", Some("RU")).is_some());
        assert_eq!(doubt("123456789", Some("RU")), None);
        assert_eq!(doubt("12345", Some("FR")), None);
    }
}
