//! How often each name occurs in the list: what is common tells nobody apart.
//!
//! Never: weighs a comparison (the weights do); knows who bears a name.

use crate::lexicon::{Group, WordMap};
use crate::name::{Name, Part, Token};
use crate::sound::Word;
use crate::{father, weights};

/// How often names occur in the list.
#[derive(Debug, Default)]
pub(crate) struct Counts {
    of: WordMap<u32>,
    names: u32,
}

impl Counts {
    pub fn count(&mut self, name: &Name) {
        self.names += 1;
        for t in name.tokens() {
            *self.of.entry(key(t.word, t.group, t.part)).or_insert(0) += 1;
        }
    }

    pub fn add(&mut self, other: &Counts) {
        self.names += other.names;
        for (key, n) in &other.of {
            *self.of.entry(*key).or_insert(0) += n;
        }
    }

    /// Forgets names so rare that nothing is asked of their number: most of a long list.
    pub fn settle(&mut self) {
        let names = self.names;
        let rarest = weights::rarity(1, names);
        self.of.retain(|_, times| is_borne(*times, names) || weights::rarity(*times, names) != rarest);
        self.of.shrink_to_fit();
    }

    /// So many in the list bear this very name, as a family name and as a given one, that it is nobody's misspelling.
    /// In whichever field it stands: a check may have them exchanged.
    pub fn established(&self, token: &Token) -> (bool, bool) {
        let borne =
            |part: Part| token.group != 0 || is_borne(self.times(token.word, token.group, part), self.names);
        match token.part {
            Part::Patronymic => (false, false),
            _ => (borne(Part::Family), borne(Part::Given)),
        }
    }

    fn times(&self, word: Word, group: Group, part: Part) -> u32 {
        self.of.get(&key(word, group, part)).copied().unwrap_or(0)
    }

    /// Bytes held.
    pub fn bytes(&self) -> usize {
        self.of.capacity() * 8 / 7 * (size_of::<(u64, u32)>() + 1)
    }

    /// In eighths of a bit.
    pub fn rarity(&self, word: Word, group: Group, part: Part) -> u8 {
        weights::rarity(self.times(word, group, part), self.names)
    }
}

fn is_borne(times: u32, names: u32) -> bool {
    times >= 4 && times >= names / 40_000
}

/// A known given name counts under its group, a surname without its last vowels, a father's name under either. A word without
/// a part is a given name if we know it as one.
fn key(word: Word, group: Group, part: Part) -> u64 {
    let known = 1 << 61 | u64::from(group);
    match part {
        Part::Patronymic => 1 << 63 | if group != 0 { known } else { father::stem(word).0 },
        Part::Given | Part::Any if group != 0 => known,
        Part::Given => 1 << 62 | word.0,
        // Omaruly is rarer than Omar, whom it may stand for.
        Part::Family | Part::Any => word.voweless().0,
    }
}
