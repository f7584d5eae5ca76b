//! The fields of each format at their places, with their check digits.
//!
//! Never: reads text of another width than the format's (the lines were fitted before).

use super::{Cut, Format, Zone, names, russian};
use crate::born::Born;

/// Lines of exactly the format's width, of A to Z, 0 to 9 and fillers.
pub(super) fn read(format: Format, lines: &[String], this_year: u16) -> Zone {
    let (upper, lower, name_line) = match (format, lines) {
        (Format::Td1, [a, b, c]) => (a.as_str(), b.as_str(), c.as_str()),
        (_, [a, b, ..]) => (a.as_str(), b.as_str(), &a[5..]),
        // The lines were counted before.
        _ => ("", "", ""),
    };
    let mut reader = Reader { misread: Vec::new(), repaired: Vec::new() };
    let places = Places::of(format);
    let (number_line, data) = if format == Format::Td1 { (upper, lower) } else { (lower, lower) };
    let issuer = reader.letters(at(upper, 2, 5), "issuing state");
    let nationality = reader.letters(at(data, places.nationality, places.nationality + 3), "nationality");
    let (born_text, born_digit) = reader.date(data, places.born, "date of birth");
    let (expires_text, expires_digit) = reader.date(data, places.expires, "date of expiry");
    let number_field = at(number_line, places.number, places.number + 9);
    let number_digit = at(number_line, places.number + 9, places.number + 10);
    let optional = at(number_line, places.optional, places.optional_end);
    let dates = format!("{born_text}{born_digit}{expires_text}{expires_digit}");
    let whole = |text: &str| fits(text, &digits(at(lower, places.whole_digit, places.whole_digit + 1)));
    let number = if number_digit == "<" && (format == Format::Td1 || format == Format::Td2) {
        reader.long_number(number_field, optional)
    } else {
        reader.number(number_field, &digits(number_digit))
    };
    let number_digit = digits(number_digit);
    let fits_whole = match format {
        Format::Td1 => {
            let upper = format!("{number_field}{number_digit}{}", at(upper, 15, 30));
            whole(&format!("{upper}{dates}{}", at(lower, 18, 29)))
        }
        Format::Td2 | Format::Td3 => {
            whole(&format!("{number_field}{number_digit}{dates}{}", at(lower, 28, places.whole_digit)))
        }
        Format::VisaA | Format::VisaB => true,
    };
    if !fits_whole {
        reader.misread.push("whole zone");
    }
    let internal = format == Format::Td3 && upper.starts_with("PN") && issuer == "RUS";
    let (name, cut) =
        if internal { russian::names(name_line) } else { names::read(name_line, &mut reader.repaired) };
    let number = if internal { russian::series_and_number(number_field, at(lower, 28, 29)) } else { number };
    Zone {
        format,
        issuer,
        number,
        name,
        cut,
        name_cut: cut != Cut::Nothing,
        nationality,
        born: date(&born_text, this_year),
        sex: at(data, places.sex, places.sex + 1).chars().next().filter(|c| matches!(c, 'M' | 'F')),
        // Documents run for decades at most.
        expires: date(&expires_text, (this_year + 50).min(99)),
        misread: reader.misread,
        repaired: reader.repaired,
    }
}

/// The check digit of a field: weights 7, 3, 1, letters from 10 (Doc 9303-3, 4.9).
pub fn check_digit(field: &str) -> u8 {
    let value = |b: u8| match b {
        b'0'..=b'9' => u32::from(b - b'0'),
        b'A'..=b'Z' => u32::from(b - b'A') + 10,
        _ => 0,
    };
    let sum: u32 = field.bytes().zip([7, 3, 1].into_iter().cycle()).map(|(b, w)| value(b) * w).sum();
    b'0' + u8::try_from(sum % 10).unwrap_or(0)
}

struct Places {
    number: usize,
    nationality: usize,
    born: usize,
    sex: usize,
    expires: usize,
    optional: usize,
    optional_end: usize,
    /// Zero: the format has no digit over the whole.
    whole_digit: usize,
}

impl Places {
    fn of(format: Format) -> Places {
        let book = |optional_end, whole_digit| Places {
            number: 0,
            nationality: 10,
            born: 13,
            sex: 20,
            expires: 21,
            optional: 28,
            optional_end,
            whole_digit,
        };
        match format {
            Format::Td1 => Places {
                number: 5,
                nationality: 15,
                born: 0,
                sex: 7,
                expires: 8,
                optional: 15,
                optional_end: 30,
                whole_digit: 29,
            },
            Format::Td2 => book(35, 35),
            Format::Td3 => book(42, 43),
            // Visas have no digit over the whole.
            Format::VisaA => book(44, 0),
            Format::VisaB => book(36, 0),
        }
    }
}

struct Reader {
    misread: Vec<&'static str>,
    repaired: Vec<&'static str>,
}

impl Reader {
    /// Six digits and their check digit; letters that were digits are put right.
    fn date(&mut self, line: &str, from: usize, name: &'static str) -> (String, String) {
        let (text, digit) = (at(line, from, from + 6), at(line, from + 6, from + 7));
        let read = (digits(text), digits(digit));
        if read.0 != text || read.1 != digit {
            self.repaired.push(name);
        }
        // An unknown date may leave its digit unprinted.
        let unknown = read.0.bytes().all(|b| b == b'<') && read.1 == "<";
        if !fits(&read.0, &read.1) && !unknown {
            self.misread.push(name);
        }
        read
    }

    /// Three letters of a state.
    fn letters(&mut self, text: &str, name: &'static str) -> String {
        let read: String = text.chars().map(names::letter).collect();
        if read != text {
            self.repaired.push(name);
        }
        bare(&read).to_string()
    }

    /// As printed. A misread sign cannot be found from the digits: the digit over the whole weighs the number's signs
    /// as its own digit does, so whatever satisfies one satisfies the other.
    fn number(&mut self, field: &str, digit: &str) -> String {
        if !fits(field, digit) {
            self.misread.push("document number");
        }
        bare(field).to_string()
    }

    /// A number longer than nine goes on in the optional field, its digit after it (Doc 9303-5 note j, -6 note j).
    fn long_number(&mut self, field: &str, optional: &str) -> String {
        let rest = optional.split('<').next().unwrap_or_default();
        let (more, digit) = rest.split_at(rest.len().saturating_sub(1));
        if rest.is_empty() {
            return bare(field).to_string();
        }
        let whole = format!("{field}{more}");
        if !fits(&whole, &digits(digit)) {
            self.misread.push("document number");
        }
        bare(&whole).to_string()
    }
}

fn fits(field: &str, digit: &str) -> bool {
    digit.bytes().eq([check_digit(field)])
}

fn bare(field: &str) -> &str {
    field.trim_end_matches('<')
}

/// A part of a line; empty where the line does not reach.
fn at(line: &str, from: usize, to: usize) -> &str {
    line.get(from..to).unwrap_or_default()
}

/// Where only digits stand, the letters they were taken for become them.
fn digits(field: &str) -> String {
    let digit = |c: char| match c {
        'O' | 'Q' | 'D' => '0',
        'I' | 'L' => '1',
        'Z' => '2',
        'S' => '5',
        'G' => '6',
        'B' => '8',
        other => other,
    };
    field.chars().map(digit).collect()
}

/// Unknown parts are fillers. A year after `last_year` belongs to the last century.
fn date(field: &str, last_year: u16) -> Option<Born> {
    let part = |from: usize| field.get(from..from + 2)?.parse::<u8>().ok();
    let year = u16::from(part(0)?);
    let year = if year > last_year { 1900 + year } else { 2000 + year };
    Born::new(year, part(2).unwrap_or(0), part(4).unwrap_or(0)).or_else(|| Born::new(year, 0, 0))
}
