//! The alerts as they were given, packed: an id is asked for with every result, the rest when a result is explained.
//!
//! Never: interprets what it keeps.

use crate::alert::{Alert, Nationality, Spelling};
use crate::born::Born;

/// Packed alerts one after another. Offsets are counted from the beginning of each block.
#[derive(Debug, Default)]
pub(crate) struct Texts {
    bytes: Vec<u8>,
    /// Texts that many alerts share (kind, state, sex), each once; an alert holds its number.
    shared: Vec<String>,
    offsets: Vec<u32>,
    blocks: Vec<u64>,
}

const BLOCK: usize = 1 << 16;
const SHARED_MAX: usize = 120;
const SAMPLE_MAX: usize = 4096;

impl Texts {
    pub fn len(&self) -> usize {
        self.offsets.len()
    }

    pub fn push(&mut self, alert: &Alert) {
        if self.offsets.len().is_multiple_of(BLOCK) {
            self.blocks.push(self.bytes.len() as u64);
        }
        let block = self.blocks.last().copied().unwrap_or(0);
        // A block holds 65,536 alerts, of which a four-byte offset reaches each unless one is itself of gigabytes.
        self.offsets.push(u32::try_from(self.bytes.len() as u64 - block).unwrap_or(u32::MAX));
        let Alert { id, kind, state, names, dob, sex, nat } = alert;
        self.text(Some(id));
        for field in [kind, state, sex] {
            self.shared(field.as_deref());
        }
        self.date(dob.as_deref());
        let nations: &[String] = nat.as_ref().map_or(&[], Nationality::list);
        let several = matches!(nat, Some(Nationality::Several(_)));
        self.number(nations.len() * 2 + usize::from(several));
        nations.iter().for_each(|n| self.text(Some(n)));
        self.number(names.len());
        for Spelling { family, given, patronymic, full } in names {
            for field in [family, given, patronymic, full] {
                self.text(field.as_deref());
            }
        }
    }

    /// The texts that these alerts share, so that several parts number them alike.
    pub fn sharing(alerts: &[Alert]) -> Texts {
        let mut texts = Texts::default();
        for alert in alerts.iter().take(SAMPLE_MAX) {
            for field in [&alert.kind, &alert.state, &alert.sex].into_iter().flatten() {
                if texts.shared.len() < SHARED_MAX && !texts.shared.contains(field) {
                    texts.shared.push(field.clone());
                }
            }
        }
        texts
    }

    /// A part without alerts that shares the same texts.
    pub fn part(&self) -> Texts {
        Texts { shared: self.shared.clone(), ..Texts::default() }
    }

    /// All of another part of the same, behind what is here.
    pub fn append(&mut self, other: &Texts) {
        for at in 0..other.len() {
            if self.offsets.len().is_multiple_of(BLOCK) {
                self.blocks.push(self.bytes.len() as u64);
            }
            let block = self.blocks.last().copied().unwrap_or(0);
            self.offsets.push(u32::try_from(self.bytes.len() as u64 - block).unwrap_or(u32::MAX));
            let (from, to) = (other.start(at), other.start(at + 1));
            self.bytes.extend_from_slice(&other.bytes[from..to]);
        }
    }

    pub fn shrink(&mut self) {
        self.bytes.shrink_to_fit();
        self.offsets.shrink_to_fit();
    }

    pub fn id(&self, at: usize) -> &str {
        let mut from = self.start(at);
        self.read_text(&mut from).unwrap_or_default()
    }

    /// One of the alert's nationalities is this.
    pub fn has_nation(&self, at: usize, nation: &str) -> Option<bool> {
        let mut from = self.start(at);
        self.read_text(&mut from);
        for _ in 0..3 {
            self.read_shared(&mut from);
        }
        self.read_date(&mut from);
        let nations = self.read_number(&mut from) / 2;
        let mut any = false;
        for _ in 0..nations {
            any |= self.read_text(&mut from).is_some_and(|n| n.eq_ignore_ascii_case(nation));
        }
        (nations > 0).then_some(any)
    }

    pub fn alert(&self, at: usize) -> Alert {
        let mut from = self.start(at);
        let text = |from: &mut usize| self.read_text(from).map(str::to_string);
        let id = text(&mut from).unwrap_or_default();
        let [kind, state, sex] = std::array::from_fn(|_| self.read_shared(&mut from));
        let dob = self.read_date(&mut from);
        let nations = self.read_number(&mut from);
        let list: Vec<String> = (0..nations / 2).filter_map(|_| text(&mut from)).collect();
        let nat = match (nations % 2 == 1, list.as_slice()) {
            (true, _) => Some(Nationality::Several(list)),
            (false, [one]) => Some(Nationality::One(one.clone())),
            _ => None,
        };
        let names = (0..self.read_number(&mut from))
            .map(|_| {
                let [family, given, patronymic, full] = std::array::from_fn(|_| text(&mut from));
                Spelling { family, given, patronymic, full }
            })
            .collect();
        Alert { id, kind, state, names, dob, sex, nat }
    }

    pub fn bytes(&self) -> usize {
        self.bytes.capacity() + 4 * self.offsets.capacity() + 8 * self.blocks.capacity()
    }

    fn start(&self, at: usize) -> usize {
        let here = self.offsets.get(at).zip(self.blocks.get(at / BLOCK));
        here.map_or(self.bytes.len(), |(offset, block)| {
            usize::try_from(block + u64::from(*offset)).unwrap_or(usize::MAX)
        })
    }

    /// Length plus one, so that an absent text is not an empty one.
    fn text(&mut self, text: Option<&str>) {
        self.number(text.map_or(0, |t| t.len() + 1));
        self.bytes.extend_from_slice(text.unwrap_or_default().as_bytes());
    }

    /// The number of a shared text and one, or one behind them all and the text itself.
    fn shared(&mut self, text: Option<&str>) {
        let Some(text) = text else { return self.number(0) };
        match self.shared.iter().position(|s| s == text) {
            Some(at) => self.number(at + 1),
            None => {
                self.number(SHARED_MAX + 1);
                self.text(Some(text));
            }
        }
    }

    fn read_shared(&self, from: &mut usize) -> Option<String> {
        match self.read_number(from) {
            0 => None,
            n if n > SHARED_MAX => self.read_text(from).map(str::to_string),
            n => self.shared.get(n - 1).cloned(),
        }
    }

    /// A date that is written as dates are is a number; any other text stays one.
    fn date(&mut self, text: Option<&str>) {
        let wide = |born: &Born| match born.parts() {
            (_, 0, _) => 4,
            (_, _, 0) => 7,
            _ => 10,
        };
        let born = text.and_then(|t| t.parse::<Born>().ok().filter(|born| wide(born) == t.len()));
        match born {
            Some(born) => self.number(born.packed() as usize + 1),
            None => {
                self.number(0);
                self.text(text);
            }
        }
    }

    fn read_date(&self, from: &mut usize) -> Option<String> {
        match self.read_number(from) {
            0 => self.read_text(from).map(str::to_string),
            n => Born::from_packed(u32::try_from(n - 1).ok()?).map(|b| b.to_string()),
        }
    }

    fn number(&mut self, mut n: usize) {
        while n >= 0x80 {
            self.bytes.push((n & 0x7f) as u8 | 0x80);
            n >>= 7;
        }
        self.bytes.push(n as u8 & 0x7f);
    }

    fn read_number(&self, from: &mut usize) -> usize {
        let (mut n, mut shift) = (0usize, 0u32);
        while let Some(byte) = self.bytes.get(*from) {
            *from += 1;
            n |= usize::from(byte & 0x7f) << shift;
            shift += 7;
            if byte & 0x80 == 0 || shift > 56 {
                break;
            }
        }
        n
    }

    fn read_text(&self, from: &mut usize) -> Option<&str> {
        let length = self.read_number(from).checked_sub(1)?;
        let bytes = self.bytes.get(*from..*from + length)?;
        *from += length;
        std::str::from_utf8(bytes).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_alert_comes_back_as_it_was() {
        let some = |t: &str| Some(t.to_string());
        let names = vec![
            Spelling { family: some("Щербаков"), given: some(""), patronymic: None, full: None },
            Spelling { full: some(&"Х".repeat(300)), ..Spelling::default() },
        ];
        let nat = Some(Nationality::Several(vec!["RU".to_string(), "KZ".to_string()]));
        let first =
            Alert { id: "A1".to_string(), names, dob: some("1980"), sex: some("M"), nat, ..Alert::default() };
        let second = Alert {
            id: "ә".to_string(),
            kind: some("person"),
            nat: Some(Nationality::One("RU".to_string())),
            ..Alert::default()
        };
        let mut texts = Texts::sharing(std::slice::from_ref(&second));
        let mut other = texts.part();
        texts.push(&first);
        other.push(&second);
        texts.append(&other);
        assert_eq!((texts.has_nation(0, "kz"), texts.has_nation(1, "KZ")), (Some(true), Some(false)));
        assert_eq!((texts.alert(0), texts.alert(1), texts.id(1), texts.len()), (first, second, "ә", 2));
    }
}
