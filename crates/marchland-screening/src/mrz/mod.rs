//! The machine-readable zone of passports, cards and visas (ICAO Doc 9303 parts 3 to 7): fields, check digits, names that
//! may be cut, the mistakes of readers; and the zone of the Russian internal passport with its own letters.
//!
//! Own reader, on purpose: the `mrz` crate (0.9.1, MIT, all five formats, careful) is four months old with a breaking
//! release every few weeks, knows nothing of the Russian zone, and does not tell which name may be cut. The tests use it
//! as the independent writer and second reader instead.
//!
//! Never: rejects a person for a wrong check digit; it says which field does not fit its digit. Never corrects a
//! document number: no check digit could prove it.

mod fields;
mod lines;
mod names;
mod russian;
#[cfg(test)]
mod tests;

use crate::alert::Spelling;
use crate::born::Born;

pub use fields::check_digit;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Td1,
    Td2,
    Td3,
    VisaA,
    VisaB,
}

/// Which part of the name may have been cut: its field is filled to the last place (Doc 9303-4, 4.2.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cut {
    Nothing,
    /// The last word of the given names, and any word of one letter.
    Given,
    /// Not even the family name is whole, or nothing but it had room.
    Family,
}

/// What the zone says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone {
    pub format: Format,
    pub issuer: String,
    pub number: String,
    pub name: Spelling,
    pub cut: Cut,
    /// The name may have been cut somewhere.
    pub name_cut: bool,
    pub nationality: String,
    pub born: Option<Born>,
    pub sex: Option<char>,
    pub expires: Option<Born>,
    /// Fields whose check digit does not fit.
    pub misread: Vec<&'static str>,
    /// Fields in which confused signs were put right.
    pub repaired: Vec<&'static str>,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotAZone {
    #[error("there is no text to read a zone from; scan or type its lines")]
    Empty, // code: mrz-empty
    #[error(
        "a zone has 3 lines of 30, 2 of 36 or 2 of 44 characters; this has {lines} lines of {widths:?}; \
         scan it again or type the name and the date of birth"
    )]
    Shape { lines: usize, widths: Vec<usize> }, // code: mrz-shape
    #[error(
        "a zone holds only A to Z, 0 to 9 and <; line {line} holds {found:?} at place {place}; correct it"
    )]
    Letters { line: usize, place: usize, found: char }, // code: mrz-letters
}

/// Reads the lines of a zone: lower case, spaces, lines run together, fillers lost at the end of a name and signs after
/// the end of a line are understood. `this_year` (its last two digits count) decides the century of a birth.
pub fn read(lines: &[&str], this_year: u16) -> Result<Zone, NotAZone> {
    let this_year = this_year % 100;
    let readings =
        lines::shapes(lines)?.into_iter().map(|(format, lines)| fields::read(format, &lines, this_year));
    // Of several shapes the text could have, the one whose check digits fit best; the first of equals.
    readings.min_by_key(|zone| zone.misread.len()).ok_or(NotAZone::Empty)
}
