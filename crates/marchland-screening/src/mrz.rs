//! The machine-readable zone of passports, cards and visas (ICAO Doc 9303 parts 4 to 7): fields and check digits.
//!
//! Never: rejects a person for a wrong check digit; it says which field does not fit its digit.

use crate::alert::Spelling;
use crate::born::Born;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Td1,
    Td2,
    Td3,
    VisaA,
    VisaB,
}

/// What the zone says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone {
    pub format: Format,
    pub issuer: String,
    pub number: String,
    pub name: Spelling,
    /// The name fills its field to the last position, so it may have been cut.
    pub name_cut: bool,
    pub nationality: String,
    pub born: Option<Born>,
    pub sex: Option<char>,
    /// Fields whose check digit does not fit.
    pub misread: Vec<&'static str>,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotAZone {
    #[error("a zone has 3 lines of 30, 2 of 36 or 2 of 44 characters; this has {lines} lines of {widths:?}")]
    Shape { lines: usize, widths: Vec<usize> }, // code: mrz-shape
    #[error("a zone holds only A to Z, 0 to 9 and <; line {line} holds something else")]
    Letters { line: usize }, // code: mrz-letters
}

/// Reads the lines of a zone. `this_year` (two digits) decides the century of a birth.
pub fn read(lines: &[&str], this_year: u16) -> Result<Zone, NotAZone> {
    let lines: Vec<String> =
        lines.iter().map(|l| l.trim().to_ascii_uppercase()).filter(|l| !l.is_empty()).collect();
    let allowed = |l: &String| l.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'<');
    if let Some(at) = lines.iter().position(|l| !allowed(l)) {
        return Err(NotAZone::Letters { line: at + 1 });
    }
    let widths: Vec<usize> = lines.iter().map(String::len).collect();
    let visa = lines.first().is_some_and(|l| l.starts_with('V'));
    let format = match widths.as_slice() {
        [30, 30, 30] => Format::Td1,
        [36, 36] if visa => Format::VisaB,
        [36, 36] => Format::Td2,
        [44, 44] if visa => Format::VisaA,
        [44, 44] => Format::Td3,
        _ => return Err(NotAZone::Shape { lines: lines.len(), widths }),
    };
    Ok(if format == Format::Td1 { card(&lines, this_year) } else { book(&lines, format, this_year) })
}

/// The check digit of a field: weights 7, 3, 1, letters from 10.
pub fn check_digit(field: &str) -> u8 {
    let value = |b: u8| match b {
        b'0'..=b'9' => u32::from(b - b'0'),
        b'A'..=b'Z' => u32::from(b - b'A') + 10,
        _ => 0,
    };
    let sum: u32 = field.bytes().zip([7, 3, 1].into_iter().cycle()).map(|(b, w)| value(b) * w).sum();
    b'0' + u8::try_from(sum % 10).unwrap_or(0)
}

fn card(lines: &[String], this_year: u16) -> Zone {
    let (top, middle, names) = (&lines[0], &lines[1], &lines[2]);
    let composite = format!("{}{}{}{}", &top[5..30], &middle[0..7], &middle[8..15], &middle[18..29]);
    let mut misread = Vec::new();
    // A number longer than nine goes on in the optional field, its digit after it.
    if &top[14..15] != "<" {
        fits(&top[5..14], &top[14..15], "document number", &mut misread);
    }
    fits(&middle[0..6], &middle[6..7], "date of birth", &mut misread);
    fits(&middle[8..14], &middle[14..15], "date of expiry", &mut misread);
    fits(&composite, &middle[29..30], "whole zone", &mut misread);
    Zone {
        format: Format::Td1,
        issuer: bare(&top[2..5]),
        number: bare(&top[5..14]),
        name: names_of(names),
        name_cut: !names.ends_with('<'),
        nationality: bare(&middle[15..18]),
        born: birth(&middle[0..6], this_year),
        sex: sex(&middle[7..8]),
        misread,
    }
}

fn book(lines: &[String], format: Format, this_year: u16) -> Zone {
    let (top, low) = (&lines[0], &lines[1]);
    let mut misread = Vec::new();
    fits(&low[0..9], &low[9..10], "document number", &mut misread);
    fits(&low[13..19], &low[19..20], "date of birth", &mut misread);
    fits(&low[21..27], &low[27..28], "date of expiry", &mut misread);
    let whole = |end: usize| format!("{}{}{}", &low[0..10], &low[13..20], &low[21..end]);
    match format {
        Format::Td3 => fits(&whole(43), &low[43..44], "whole zone", &mut misread),
        Format::Td2 => fits(&whole(35), &low[35..36], "whole zone", &mut misread),
        // Visas have no digit over the whole.
        Format::VisaA | Format::VisaB | Format::Td1 => {}
    }
    Zone {
        format,
        issuer: bare(&top[2..5]),
        number: bare(&low[0..9]),
        name: names_of(&top[5..]),
        name_cut: !top.ends_with('<'),
        nationality: bare(&low[10..13]),
        born: birth(&low[13..19], this_year),
        sex: sex(&low[20..21]),
        misread,
    }
}

fn fits(field: &str, digit: &str, name: &'static str, misread: &mut Vec<&'static str>) {
    if !digit.bytes().eq([check_digit(field)]) {
        misread.push(name);
    }
}

fn bare(field: &str) -> String {
    field.trim_end_matches('<').to_string()
}

fn names_of(field: &str) -> Spelling {
    let words = |text: &str| Some(text.replace('<', " ").trim().to_string()).filter(|t| !t.is_empty());
    let (family, given) = field.split_once("<<").unwrap_or((field, ""));
    Spelling { family: words(family), given: words(given), patronymic: None, full: None }
}

fn sex(field: &str) -> Option<char> {
    field.chars().next().filter(|c| matches!(c, 'M' | 'F'))
}

/// Unknown parts are fillers. A year that would lie ahead belongs to the last century.
fn birth(field: &str, this_year: u16) -> Option<Born> {
    let part = |from: usize| field.get(from..from + 2)?.parse::<u8>().ok();
    let year = u16::from(part(0)?);
    let year = if year > this_year { 1900 + year } else { 2000 + year };
    Born::new(year, part(2).unwrap_or(0), part(4).unwrap_or(0)).or_else(|| Born::new(year, 0, 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_specimens_of_the_standard() {
        let book =
            ["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"];
        let zone = read(&book, 26).unwrap();
        assert_eq!((zone.format, zone.misread.len(), zone.number.as_str()), (Format::Td3, 0, "L898902C3"));
        assert_eq!(zone.name.family.as_deref(), Some("ERIKSSON"));
        assert_eq!(zone.name.given.as_deref(), Some("ANNA MARIA"));
        assert_eq!(zone.born, Born::new(1974, 8, 12));
        let card = [
            "I<UTOD231458907<<<<<<<<<<<<<<<",
            "7408122F1204159UTO<<<<<<<<<<<6",
            "ERIKSSON<<ANNA<MARIA<<<<<<<<<<",
        ];
        let zone = read(&card, 26).unwrap();
        assert_eq!((zone.format, zone.misread.len(), zone.sex), (Format::Td1, 0, Some('F')));
        let small = ["I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6"];
        assert_eq!(read(&small, 26).unwrap().misread, Vec::<&str>::new());
        let visa =
            ["V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L8988901C4XXX4009078F96121096ZE184226B<<<<<<"];
        let zone = read(&visa, 26).unwrap();
        assert_eq!((zone.format, zone.misread.len(), zone.born), (Format::VisaA, 0, Born::new(1940, 9, 7)));
    }

    #[test]
    fn a_misread_digit_is_named_and_other_text_is_refused() {
        let book =
            ["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408123F1204159ZE184226B<<<<<10"];
        assert_eq!(read(&book, 26).unwrap().misread, ["date of birth", "whole zone"]);
        assert!(matches!(read(&["P<UTO"], 26), Err(NotAZone::Shape { .. })));
        assert!(matches!(read(&["Иванов"], 26), Err(NotAZone::Letters { line: 1 })));
    }
}
