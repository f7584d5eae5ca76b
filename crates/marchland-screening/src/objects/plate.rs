//! Number plates: written in the letters that Cyrillic and Latin share, in the formats of the region.
//! Formats from general knowledge of the plates (GOST R 50577 for Russia, ST RK 986 for Kazakhstan, STB 914 for Belarus,
//! DSTU 4278 for Ukraine; Kyrgyzstan, Uzbekistan, Mongolia, China roughly), not collated with the standards.
//!
//! Never: refuses a plate of a format it does not know.

use super::letters::{settle, tidy};

/// State and pattern as `letters::fit` reads it.
const FORMATS: [(&str, &str); 36] = [
    ("RU", "RDDDRRDD"),
    ("RU", "RDDDRRDDD"),
    ("RU", "RRDDDDDD"),
    ("RU", "RRDDDDDDD"),
    ("RU", "DDDDRRDD"),
    ("RU", "DDDDRRDDD"),
    ("RU", "RRDDDDD"),
    ("RU", "RDDDDDD"),
    ("RU", "DDDRDDD"),
    ("RU", "RRDDDRDD"),
    ("KZ", "DDDLLLDD"),
    ("KZ", "DDDLLDD"),
    ("KZ", "DDLLLDD"),
    ("KZ", "DDDDLLDD"),
    ("KZ", "LDDDLLL"),
    ("KZ", "LDDDLL"),
    ("KZ", "LDDDDLL"),
    ("BY", "DDDDLLD"),
    ("BY", "LLDDDDD"),
    ("BY", "DLLLDDDD"),
    ("BY", "LDDDDLLD"),
    ("UA", "LLDDDDLL"),
    ("UA", "DDDDDLL"),
    ("UA", "DDDDLLDD"),
    ("KG", "DDKGDDDLLL"),
    ("KG", "DDDDDLLL"),
    ("KG", "LDDDDLL"),
    ("KG", "LDDDDL"),
    ("UZ", "DDLDDDLL"),
    ("UZ", "DDDDDLLL"),
    ("UZ", "DDLDDDDDD"),
    ("TJ", "DDDDLLDD"),
    ("MN", "DDDDLLL"),
    ("CN", "LLDDDDD"),
    ("CN", "LLLDDDD"),
    ("CN", "LLDDDDDL"),
];
/// What plates print beside the number.
const COUNTRY_MARKS: [(&str, &str); 8] = [
    ("RUS", "RU"),
    ("KZ", "KZ"),
    ("BY", "BY"),
    ("UA", "UA"),
    ("KG", "KG"),
    ("UZ", "UZ"),
    ("TJ", "TJ"),
    ("MNG", "MN"),
];

/// One spelling for one plate: no separators, no country mark, confused signs put right where the format tells.
pub fn canonical(number: &str, state: Option<&str>) -> String {
    let plain = tidy(number);
    if let Some(settled) = settle(&plain, state, &FORMATS) {
        return settled;
    }
    for (mark, of) in COUNTRY_MARKS {
        let bare = plain.strip_suffix(mark).or_else(|| plain.strip_prefix(mark));
        if let Some(settled) = bare.and_then(|b| settle(b, Some(of), &FORMATS)) {
            return settled;
        }
    }
    plain
}

/// Why the plate may have been read wrongly.
pub fn doubt(canonical: &str, state: Option<&str>) -> Option<String> {
    let state = state?;
    let mut known = FORMATS.iter().filter(|(s, _)| s.eq_ignore_ascii_case(state)).peekable();
    known.peek()?;
    let fits = known.any(|(_, p)| super::letters::fit(canonical, p).is_some());
    (!fits).then(|| format!("{canonical} has no format of plates of {state} that is known here"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_plate_in_all_its_spellings() {
        for spelling in
            ["А123ВС77", "a123bc77", "A 123 BC 77 RUS", "A12ЗBC77", "A123BC77", "А-123-ВС/77", "AI23BC77"]
        {
            assert_eq!(canonical(spelling, None), "A123BC77", "{spelling}");
        }
        assert_eq!(canonical("KZ 123 ABC 02", None), "123ABC02");
        assert_eq!(canonical("1234 АВ-7", Some("BY")), "1234AB7");
        assert_eq!(canonical("АА1234ВВ", None), "AA1234BB");
        assert_eq!(canonical("01 KG 123 ABC", None), "01KG123ABC");
        assert_eq!(canonical("01A123BC", None), "01A123BC");
        assert_eq!(canonical("京A·12345", Some("CN")), "京A12345");
        assert_eq!(canonical("1234 УБА", Some("MN")), "1234YБA");
    }

    #[test]
    fn an_unknown_format_is_a_doubt_only_where_formats_are_known() {
        assert!(doubt("AB12", Some("RU")).is_some());
        assert_eq!(doubt("A123BC77", Some("RU")), None);
        assert_eq!(doubt("B1234X", Some("DE")), None);
        assert_eq!(doubt("AB12", None), None);
    }
}
