//! Who stands at the lane and with what: read from a machine-readable zone, from a typed line, or from a list.
//!
//! Never: drops a line it cannot read; it says which one and why.

use marchland_screening::objects::{Kind, Object, document};
use marchland_screening::{Check, Nationality, Spelling, mrz};
use serde::{Deserialize, Serialize};

const LINE_MAX: usize = 400;
const NAME_MAX: usize = 200;
const NUMBER_MAX: usize = 40;
/// The narrowest zone has lines of thirty characters.
const ZONE_LINE_MIN: usize = 28;

/// A traveller as far as a check needs one: the least that can be compared, and compared again. A thing that is checked
/// stands alone, with nothing else filled in, so that it has its own line, verdict and action.
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
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thing: Option<Thing>,
}

/// A thing as somebody at the lane names it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Thing {
    /// Absent: a number alone, which is looked for among things of every kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
    pub number: String,
    /// The state that issued the number, two letters of ISO 3166.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub make: Option<String>,
}

const KINDS: [Kind; 6] =
    [Kind::Plate, Kind::Vin, Kind::Document, Kind::Firearm, Kind::Phone, Kind::Container];
/// What may stand before a number in a typed line, besides the code of its kind.
const WORDS: [(&str, Kind); 4] =
    [("грз", Kind::Plate), ("вин", Kind::Vin), ("паспорт", Kind::Document), ("imei", Kind::Phone)];

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
    #[error(
        "{0:?} is no number of a thing; write it as plate: 123 ABC 02, with at most {NUMBER_MAX} characters"
    )]
    Thing(String),
    #[error("{0:?} is no kind of thing; choose one of plate, vin, document, firearm, phone, container")]
    Kind(String),
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
            Self::Thing(_) => "not-a-number",
            Self::Kind(_) => "not-a-kind",
            Self::Name => "name-missing",
        }
    }
}

impl Thing {
    fn of(kind: Option<Kind>, number: &str) -> Self {
        Self { kind, number: number.trim().to_owned(), ..Self::default() }
    }

    /// `plate: 123 ABC 02`, or the code of another kind or its word before the colon.
    fn read(part: &str) -> Option<Self> {
        let (word, number) = part.split_once(':')?;
        let word = word.trim().to_lowercase();
        let spoken = || WORDS.iter().find(|(known, _)| *known == word).map(|(_, kind)| *kind);
        let kind = kind_of(&word).or_else(spoken)?;
        Some(Self::of(Some(kind), number))
    }

    /// As the engine compares it: once for the kind it is of, or for each it may be of.
    pub(super) fn objects(&self) -> impl Iterator<Item = Object> {
        let kinds = self.kind.map_or(KINDS.to_vec(), |kind| vec![kind]);
        kinds.into_iter().map(|kind| Object {
            state: self.state.clone(),
            make: self.make.clone(),
            ..Object::new(kind, &self.number)
        })
    }
}

/// A kind by its code, `plate`.
pub fn kind_of(code: &str) -> Option<Kind> {
    KINDS.into_iter().find(|kind| kind.code() == code)
}

impl From<Thing> for Person {
    fn from(thing: Thing) -> Self {
        Self { thing: Some(thing), ..Self::default() }
    }
}

impl Person {
    /// `SADYROV TIMUR`; of a thing its number.
    pub fn name(&self) -> String {
        if let Some(thing) = &self.thing {
            return thing.number.clone();
        }
        let parts = [&self.family, &self.given, &self.patronymic];
        let named: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
        if named.is_empty() { self.full.clone().unwrap_or_default() } else { named.join(" ") }
    }

    /// The document as a thing that may be searched for by itself.
    pub(super) fn paper(&self) -> Option<Object> {
        let number = self.document.as_deref()?;
        let state = self.issuer.as_deref().and_then(document::state_of_zone).map(str::to_owned);
        Some(Object { state, ..Object::new(Kind::Document, number) })
    }

    /// A machine read the document and its check digits fit, so its number is not one mistake away from another.
    pub(super) fn is_read_surely(&self) -> bool {
        self.scanned && self.misread.is_empty()
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
        if let Some(thing) = &self.thing {
            let short = |text: &str| text.chars().count() <= NUMBER_MAX;
            let fits = thing.number.chars().any(char::is_alphanumeric)
                && short(&thing.number)
                && [&thing.state, &thing.make].into_iter().flatten().all(|text| short(text));
            let refused = || NotATraveller::Thing(thing.number.chars().take(NUMBER_MAX).collect());
            return if fits { Ok(thing.clone().into()) } else { Err(refused()) };
        }
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
        // Marks without a letter are compared with nothing: that is no answer "clear".
        if !self.name().chars().any(char::is_alphabetic) {
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

/// One traveller from what a scanner or a hand entered: the two or three lines of a zone, or one line of text; and after
/// the traveller every thing the line names, or things alone. Never empty. `this_year` decides the century of a two-digit
/// year of birth.
pub fn read_line(text: &str, this_year: u16) -> Result<Vec<Person>, NotATraveller> {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if lines.is_empty() {
        return Err(NotATraveller::Empty);
    }
    if lines.iter().any(|line| line.chars().count() > LINE_MAX) {
        return Err(NotATraveller::TooLong);
    }
    if lines.iter().any(|line| is_zone(line)) {
        return Ok(vec![zone(&lines, this_year)?]);
    }
    typed(&lines.join(" "))
}

/// Numbers of things parted by commas: each with the word of its kind before it, or alone.
pub fn read_things(text: &str) -> Result<Vec<Person>, NotATraveller> {
    let parts = text.split([',', ';', '\t', '\n']).map(str::trim).filter(|part| !part.is_empty());
    parts
        .map(|part| Person::from(Thing::read(part).unwrap_or_else(|| Thing::of(None, part))).checked())
        .collect()
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
        thing: None,
    }
    .checked()
}

/// `SADYROV TIMUR, 12.04.1986, N04417203, plate: 123 ABC 02`, parted by commas, semicolons or tabs; only the name must be
/// there, or a thing. A date and a document's number are known also without a comma before them. A number alone is a thing of
/// a kind nobody named.
fn typed(line: &str) -> Result<Vec<Person>, NotATraveller> {
    let (mut things, mut parts) = (Vec::new(), Vec::new());
    for part in line.split([',', ';', '\t']).map(str::trim) {
        match Thing::read(part) {
            Some(thing) => things.push(Person::from(thing).checked()?),
            None => parts.push(part),
        }
    }
    match parts.as_slice() {
        all if all.iter().all(|part| part.is_empty()) && !things.is_empty() => return Ok(things),
        [number] if is_number(number) => {
            things.insert(0, Person::from(Thing::of(None, number)).checked()?);
            return Ok(things);
        }
        _ => {}
    }
    let (no_name, name): (Vec<&str>, Vec<&str>) =
        parts.first().copied().unwrap_or_default().split_whitespace().partition(|word| is_no_name(word));
    let mut person = Person { full: Some(name.join(" ")), ..Person::default() };
    for part in no_name.iter().chain(parts.iter().skip(1)).filter(|part| !part.is_empty()) {
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
    things.insert(0, person.checked()?);
    Ok(things)
}

/// Words with digits, and beside them only what a plate or a series has: at most three letters. `Bekenov Ali 1979` is a name.
fn is_number(part: &str) -> bool {
    let digits = |word: &str| word.chars().any(|c| c.is_ascii_digit());
    digits(part) && part.split_whitespace().all(|word| digits(word) || word.chars().count() <= 3)
}

/// A date, or so many digits as no name has, misread letters and all.
fn is_no_name(word: &str) -> bool {
    let digits = word.chars().filter(char::is_ascii_digit).count();
    digits > 4 || (digits == 4 && looks_like_date(word))
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

    fn one(text: &str) -> Result<Person, NotATraveller> {
        let mut all = read_line(text, 2026)?;
        assert_eq!(all.len(), 1, "{text}");
        Ok(all.remove(0))
    }

    const TOP: &str = "P<KAZSADYROV<<TIMUR<<<<<<<<<<<<<<<<<<<<<<<<<";
    const LOW: &str = "N044172030KAZ8604127M3101012<<<<<<<<<<<<<<04";

    #[test]
    fn a_zone_is_read_in_two_lines_or_in_one() {
        for text in [format!("{TOP}\n{LOW}"), format!("{TOP}{LOW}")] {
            let person = one(&text).unwrap();
            assert_eq!(person.name(), "SADYROV TIMUR");
            assert_eq!(person.document.as_deref(), Some("N04417203"));
            assert_eq!(person.born.as_deref(), Some("1986-04-12"));
        }
    }

    #[test]
    fn a_typed_line_has_a_name_and_perhaps_more() {
        let person = one("Садыров Тимур, 12.04.1986, N 04417203").unwrap();
        assert_eq!((person.name().as_str(), person.born.as_deref()), ("Садыров Тимур", Some("1986-04-12")));
        assert_eq!(person.document.as_deref(), Some("N 04417203"));
        assert_eq!(one("  "), Err(NotATraveller::Empty));
        assert_eq!(one("??, 12.04.1986"), Err(NotATraveller::Name));
        assert_eq!(one("Bekenov Ali; 1979").unwrap().born.as_deref(), Some("1979"));
        let person = one("SADYROV TIMUR 1986-04-12 N04417203").unwrap();
        assert_eq!((person.name().as_str(), person.born.as_deref()), ("SADYROV TIMUR", Some("1986-04-12")));
        assert_eq!(person.document.as_deref(), Some("N04417203"));
        assert_eq!(one("SADYR0V TIMUR 1986").unwrap().name(), "SADYR0V TIMUR");
        assert!(matches!(one("Bekenov Ali 31.02.1979"), Err(NotATraveller::Born(_))));
        assert!(matches!(one("Bekenov Ali; 31.02.1979"), Err(NotATraveller::Born(_))));
    }

    #[test]
    fn things_stand_beside_a_traveller_or_alone_and_a_bare_number_is_of_any_kind() {
        let all = read_line("Bekenov Ali; 1979; plate: 123 ABC 02; вин: XTA210990Y2766389", 2026).unwrap();
        let kinds: Vec<_> = all.iter().map(|person| person.thing.as_ref().map(|thing| thing.kind)).collect();
        assert_eq!(kinds, [None, Some(Some(Kind::Plate)), Some(Some(Kind::Vin))]);
        let alone = one("А 123 ВС 77").unwrap().thing.unwrap();
        assert_eq!((alone.kind, alone.objects().count()), (None, 6));
        assert_eq!(one("Bekenov Alibek 1979").unwrap().thing, None, "a name with a year");
        assert_eq!(read_things("123ABC02, imei: 490154203237518").unwrap().len(), 2);
        assert!(matches!(read_line("plate: ---", 2026), Err(NotATraveller::Thing(_))));
    }

    #[test]
    fn a_list_keeps_its_line_numbers_and_its_zones_together() {
        let list = format!("Bekenov Ali; 1979\n\n{TOP}\n{LOW}\n{TOP}\n{LOW}\nOrlikova Nina");
        let found: Vec<usize> = split_list(&list).into_iter().map(|(at, _)| at).collect();
        assert_eq!(found, [1, 3, 5, 7]);
    }
}
