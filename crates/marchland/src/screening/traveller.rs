//! Who stands at the lane: read from a machine-readable zone, from a typed line, or from a list.
//!
//! Never: drops a line it cannot read; it says which one and why.

use marchland_screening::{Check, Nationality, Spelling, mrz};
use serde::{Deserialize, Serialize};

const LINE_MAX: usize = 400;
const NAME_MAX: usize = 200;
const NUMBER_MAX: usize = 40;
/// The narrowest zone has lines of thirty characters.
const ZONE_LINE_MIN: usize = 28;

/// A traveller as far as a check needs one: the least that can be compared, and compared again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub family: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub patronymic: Option<String>,
    /// The whole name where its parts are not told apart.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub full: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub born: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sex: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nationality: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// Read by a machine: the name may be cut at the end of its field.
    #[serde(default)]
    pub scanned: bool,
    /// Parts of the zone whose check digit does not fit.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub misread: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotATraveller {
    #[error("there is nothing to check; scan the document, or type name, date of birth and document number")]
    Empty,
    #[error("a line has at most {LINE_MAX} characters; this one is longer")]
    TooLong,
    #[error("{0}; scan again, or type the name and the date of birth")]
    Zone(String),
    #[error("{0:?} is no date of birth; write it as 1986, 12.04.1986 or 1986-04-12")]
    Born(String),
    #[error("a name is missing; write it as SADYROV TIMUR, 12.04.1986, N04417203")]
    Name,
}

impl NotATraveller {
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLong => "too-long",
            Self::Zone(_) => "not-a-zone",
            Self::Born(_) => "not-a-birth-date",
            Self::Name => "name-missing",
        }
    }
}

impl Person {
    /// `SADYROV TIMUR`
    pub fn name(&self) -> String {
        let parts = [&self.family, &self.given, &self.patronymic];
        let named: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
        if named.is_empty() { self.full.clone().unwrap_or_default() } else { named.join(" ") }
    }

    pub(super) fn asked(&self) -> Check {
        Check {
            id: String::new(),
            name: Spelling {
                family: self.family.clone(),
                given: self.given.clone(),
                patronymic: self.patronymic.clone(),
                full: self.full.clone(),
            },
            channel: self.scanned.then(|| "mrz".to_owned()),
            dob: self.born.clone(),
            sex: self.sex.clone(),
            nat: self.nationality.clone().map(Nationality::One),
            mrz: None,
        }
    }

    /// Checked as any input from outside: lengths, a name or a document, a date that can be read.
    pub fn checked(mut self) -> Result<Self, NotATraveller> {
        for part in
            [&mut self.family, &mut self.given, &mut self.patronymic, &mut self.full, &mut self.nationality]
        {
            *part = part.take().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
            if part.as_ref().is_some_and(|text| text.chars().count() > NAME_MAX) {
                return Err(NotATraveller::TooLong);
            }
        }
        for part in [&mut self.document, &mut self.issuer, &mut self.sex, &mut self.born] {
            *part = part.take().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
            if part.as_ref().is_some_and(|text| text.chars().count() > NUMBER_MAX) {
                return Err(NotATraveller::TooLong);
            }
        }
        if self.name().is_empty() && self.document.is_none() {
            return Err(NotATraveller::Empty);
        }
        if self.name().is_empty() {
            return Err(NotATraveller::Name);
        }
        if let Some(born) = &self.born {
            let read: marchland_screening::Born =
                day_first(born).parse().map_err(|_| NotATraveller::Born(born.chars().take(20).collect()))?;
            self.born = Some(read.to_string());
        }
        Ok(self)
    }
}

/// One traveller from what a scanner or a hand entered: the two or three lines of a zone, or one line of text.
/// `this_year` decides the century of a two-digit year of birth.
pub fn read_line(text: &str, this_year: u16) -> Result<Person, NotATraveller> {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if lines.is_empty() {
        return Err(NotATraveller::Empty);
    }
    if lines.iter().any(|line| line.chars().count() > LINE_MAX) {
        return Err(NotATraveller::TooLong);
    }
    if lines.iter().any(|line| is_zone(line)) { zone(&lines, this_year) } else { typed(&lines.join(" ")) }
}

/// Splits a pasted list into its travellers, each with the number of its first line. The lines of a zone belong together.
pub fn split_list(text: &str) -> Vec<(usize, String)> {
    let mut travellers: Vec<(usize, String)> = Vec::new();
    let mut open = 0; // lines of the zone that are still to come
    let lines: Vec<&str> = text.lines().collect();
    for (at, line) in lines.iter().enumerate() {
        let line = line.trim();
        if line.is_empty() {
            open = 0;
            continue;
        }
        if open > 0 && is_zone(line) {
            open -= 1;
            if let Some((_, whole)) = travellers.last_mut() {
                whole.push('\n');
                whole.push_str(line);
            }
            continue;
        }
        open = lines_wanted(line) - 1;
        travellers.push((at + 1, line.to_owned()));
    }
    travellers
}

/// How many lines belong to a traveller whose first line this is: a card has three, other zones two, unless all came as one.
pub fn lines_wanted(first: &str) -> usize {
    let first = first.trim();
    match first.chars().count() {
        _ if !is_zone(first) => 1,
        30 => 3,
        31..=50 => 2,
        _ => 1,
    }
}

fn is_zone(line: &str) -> bool {
    line.contains('<') && line.chars().count() >= ZONE_LINE_MIN
}

fn zone(lines: &[&str], this_year: u16) -> Result<Person, NotATraveller> {
    // Scanners that send both lines as one are read too.
    let one: Vec<&str>;
    let lines = match lines {
        [line] if line.is_ascii() && matches!(line.len(), 72 | 88) => {
            let (top, low) = line.split_at(line.len() / 2);
            one = vec![top, low];
            one.as_slice()
        }
        [line] if line.is_ascii() && line.len() == 90 => {
            one = vec![&line[..30], &line[30..60], &line[60..]];
            one.as_slice()
        }
        other => other,
    };
    let zone = mrz::read(lines, this_year % 100).map_err(|why| NotATraveller::Zone(why.to_string()))?;
    let some = |text: String| Some(text).filter(|text| !text.is_empty());
    Person {
        family: zone.name.family.clone(),
        given: zone.name.given.clone(),
        patronymic: None,
        full: None,
        born: zone.born.map(|born| born.to_string()),
        sex: zone.sex.map(String::from),
        nationality: some(zone.nationality.clone()),
        document: some(zone.number.clone()),
        issuer: some(zone.issuer.clone()),
        scanned: true,
        misread: zone.misread.iter().map(|part| (*part).to_owned()).collect(),
    }
    .checked()
}

/// `SADYROV TIMUR, 12.04.1986, N04417203`, parted by commas, semicolons or tabs; only the name must be there.
fn typed(line: &str) -> Result<Person, NotATraveller> {
    let parts: Vec<&str> = line.split([',', ';', '\t']).map(str::trim).collect();
    let name = parts.first().copied().unwrap_or_default();
    let mut person = Person { full: Some(name.to_owned()), ..Person::default() };
    for part in parts.iter().skip(1).filter(|part| !part.is_empty()) {
        if person.born.is_none() && looks_like_date(part) {
            person.born = Some((*part).to_owned());
        } else if matches!(*part, "M" | "F" | "М" | "Ж" | "m" | "f" | "м" | "ж") {
            person.sex = Some((*part).to_owned());
        } else if person.document.is_none() && part.chars().any(|c| c.is_ascii_digit()) {
            person.document = Some((*part).to_owned());
        } else if person.nationality.is_none() && part.len() <= 3 {
            person.nationality = Some((*part).to_owned());
        } else if let Some(full) = &mut person.full {
            full.push(' ');
            full.push_str(part);
        }
    }
    person.checked()
}

fn looks_like_date(part: &str) -> bool {
    let digits = part.chars().filter(char::is_ascii_digit).count();
    let rest = part.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | '/'));
    rest && (digits == 4 || part.contains(['.', '-', '/']))
}

/// `12.04.1986` and `12/04/1986` as `1986-04-12`; anything else as it is.
fn day_first(text: &str) -> String {
    let parts: Vec<&str> = text.split(['.', '/']).collect();
    match parts.as_slice() {
        [day, month, year] if year.len() == 4 => format!("{year}-{month:0>2}-{day:0>2}"),
        [month, year] if year.len() == 4 => format!("{year}-{month:0>2}"),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOP: &str = "P<KAZSADYROV<<TIMUR<<<<<<<<<<<<<<<<<<<<<<<<<";
    const LOW: &str = "N044172030KAZ8604127M3101012<<<<<<<<<<<<<<04";

    #[test]
    fn a_zone_is_read_in_two_lines_or_in_one() {
        for text in [format!("{TOP}\n{LOW}"), format!("{TOP}{LOW}")] {
            let person = read_line(&text, 2026).unwrap();
            assert_eq!(person.name(), "SADYROV TIMUR");
            assert_eq!(person.document.as_deref(), Some("N04417203"));
            assert_eq!(person.born.as_deref(), Some("1986-04-12"));
        }
    }

    #[test]
    fn a_typed_line_has_a_name_and_perhaps_more() {
        let person = read_line("Садыров Тимур, 12.04.1986, N 04417203", 2026).unwrap();
        assert_eq!((person.name().as_str(), person.born.as_deref()), ("Садыров Тимур", Some("1986-04-12")));
        assert_eq!(person.document.as_deref(), Some("N 04417203"));
        assert_eq!(read_line("  ", 2026), Err(NotATraveller::Empty));
        assert_eq!(read_line("Bekenov Ali; 1979", 2026).unwrap().born.as_deref(), Some("1979"));
        assert!(matches!(read_line("Bekenov Ali; 31.02.1979", 2026), Err(NotATraveller::Born(_))));
    }

    #[test]
    fn a_list_keeps_its_line_numbers_and_its_zones_together() {
        let list = format!("Bekenov Ali; 1979\n\n{TOP}\n{LOW}\n{TOP}\n{LOW}\nOrlikova Nina");
        let found: Vec<usize> = split_list(&list).into_iter().map(|(at, _)| at).collect();
        assert_eq!(found, [1, 3, 5, 7]);
    }
}
