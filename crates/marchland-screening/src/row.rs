//! One name of one alert as the search reads it: everything that decides stands side by side in forty bytes.
//!
//! Never: holds text; knows other rows.

use crate::alert::Sex;
use crate::compare::{self, Their};
use crate::join;
use crate::lexicon::{Group, lexicon, mix};
use crate::look::Look;
use crate::name::{Part, TOKENS_MAX, Token};
use crate::skeleton::{Skeleton, Skeletons, skeletons};
use crate::sound::{self, Word};

/// One word of a listed name.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Slot {
    pub word: Word,
    pub group: Group,
    pub part: Part,
    /// Bits of an exact agreement on this word, in eighths.
    pub rarity: u8,
}

pub(crate) const INLINE: usize = 3;

/// Three words of a name; what goes beyond stands in the segment's list of long names.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row {
    words: [Word; INLINE],
    groups: [Group; INLINE],
    rarity: [u8; INLINE],
    /// Two bits for each word.
    parts: u8,
    pub alert: u32,
    /// Two bits of sex, one for a long name.
    flags: u8,
}

/// The words of one row.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Slots {
    of: [Slot; TOKENS_MAX],
    len: usize,
}

impl Slots {
    pub fn as_slice(&self) -> &[Slot] {
        &self.of[..self.len]
    }
}

impl Row {
    /// The words beyond the third are returned for the list of long names.
    pub fn new(alert: u32, slots: &[Slot], sex: Option<Sex>) -> (Row, &[Slot]) {
        let (inline, long) = slots.split_at(slots.len().min(INLINE));
        let mut row = Row {
            words: [Word::default(); INLINE],
            groups: [0; INLINE],
            rarity: [0; INLINE],
            parts: 0,
            alert,
            flags: match sex {
                None => 0,
                Some(Sex::Female) => 1,
                Some(Sex::Male) => 2,
            },
        };
        for (at, slot) in inline.iter().enumerate() {
            row.words[at] = slot.word;
            row.groups[at] = slot.group;
            row.rarity[at] = slot.rarity;
            row.parts |= (slot.part as u8) << (2 * at);
        }
        row.flags |= u8::from(!long.is_empty()) << 2;
        (row, long)
    }

    pub fn sex(&self) -> Option<Sex> {
        match self.flags & 3 {
            1 => Some(Sex::Female),
            2 => Some(Sex::Male),
            _ => None,
        }
    }

    pub fn is_long(&self) -> bool {
        self.flags & 4 != 0
    }

    pub fn slots(&self, long: &[Slot]) -> Slots {
        let mut slots = Slots { of: [Slot::default(); TOKENS_MAX], len: 0 };
        for at in 0..INLINE {
            if self.words[at].is_empty() {
                break;
            }
            let part = [Part::Family, Part::Given, Part::Patronymic, Part::Any]
                [usize::from(self.parts >> (2 * at) & 3)];
            let slot = Slot { word: self.words[at], group: self.groups[at], rarity: self.rarity[at], part };
            slots.of[slots.len] = slot;
            slots.len += 1;
        }
        for slot in long.iter().take(TOKENS_MAX - slots.len) {
            slots.of[slots.len] = *slot;
            slots.len += 1;
        }
        slots
    }

    /// The patronymic among the inline words, as its group or its word.
    pub fn father(&self) -> Option<(Group, Word)> {
        (0..INLINE)
            .find(|at| self.parts >> (2 * at) & 3 == Part::Patronymic as u8 && !self.words[*at].is_empty())
            .map(|at| (self.groups[at], self.words[at]))
    }
}

/// What of a word the index is made from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Lean {
    pub word: Word,
    pub group: Group,
    pub part: Part,
    /// A patronymic whose ending was recognised.
    ending: bool,
}

impl From<&Token> for Lean {
    fn from(token: &Token) -> Lean {
        let Token { word, group, part, ending, .. } = *token;
        Lean { word, group, part, ending }
    }
}

/// A word that may stand in a key: patronymics are often absent and lead nowhere.
fn leads(word: Lean) -> bool {
    !(word.part == Part::Patronymic && word.ending)
}

/// Errors in words that may stand in a key, at the most: none in a name that people are known to bear.
pub(crate) fn errors(theirs: &[Their]) -> u16 {
    theirs
        .iter()
        .filter(|t| leads((&t.token).into()))
        .map(|t| if t.borne() { 0 } else { compare::ERRORS_MAX })
        .sum()
}

/// What a word is looked up by: a known given name by the one spelling that stands for all.
fn key_word(own: Lean) -> Word {
    lexicon().canonical(own.group).filter(|_| own.part != Part::Patronymic).unwrap_or(own.word)
}

/// The skeletons of a name's words, made once for keys and marks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Bones {
    of: [(Part, Skeletons); TOKENS_MAX],
    len: usize,
    look: Look,
}

impl Bones {
    pub fn of(words: impl Iterator<Item = Lean>) -> Bones {
        let of = [(Part::Any, Skeletons::default()); TOKENS_MAX];
        let mut bones = Bones { of, len: 0, look: Look::default() };
        for own in words.filter(|w| leads(*w)).take(TOKENS_MAX) {
            let word = key_word(own);
            bones.of[bones.len] = (own.part, skeletons(word));
            bones.len += 1;
            // A particle may be part of the word on one side only.
            let particle = if own.group == 0 && join::unglued(word).is_some() { 2 } else { 0 };
            bones.look = bones.look.plus(Look::of(word)).doubting(particle);
        }
        bones
    }

    /// The consonants of a name of two words; of others too much may be absent.
    pub fn look(&self) -> Option<Look> {
        (self.len == 2).then_some(self.look)
    }

    fn words(&self) -> &[(Part, Skeletons)] {
        &self.of[..self.len]
    }

    /// Pairs of neighbouring consonants of all words as bits: names that share most of them are worth a look.
    pub fn mark(&self) -> u64 {
        let mut bits = 0u64;
        for skeleton in self.words().iter().flat_map(|(_, skeletons)| skeletons.iter()) {
            let (mut before, mut rest) = (0u64, skeleton.0);
            loop {
                let class = rest & 15;
                bits |= 1 << ((before << 4 | class).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 58);
                if class == 0 {
                    break;
                }
                before = class;
                rest >>= 4;
            }
        }
        bits
    }
}

/// Pairs of words as keys; each pair also with one class missing from one of the two.
#[derive(Debug, Default)]
pub(crate) struct Keys {
    pub exact: Vec<u32>,
    pub near: Vec<u32>,
}

impl Keys {
    /// A name alone is paired with nothing.
    pub fn of(&mut self, bones: &Bones) {
        self.exact.clear();
        self.near.clear();
        let words = bones.words();
        if let [(_, alone)] = words {
            self.exact.extend(alone.iter().map(|a| hash(a, Skeleton::default())));
            return;
        }
        for (i, (part, a)) in words.iter().enumerate() {
            for (other, b) in &words[i + 1..] {
                // Two words of one field are one name: they lead nowhere together, unless nothing else does.
                if part == other && *part != Part::Any && words.len() > 2 {
                    continue;
                }
                for x in a.iter() {
                    for y in b.iter() {
                        self.pair(x, y);
                    }
                }
            }
        }
    }

    fn pair(&mut self, x: Skeleton, y: Skeleton) {
        self.exact.push(hash(x, y));
        self.near.push(hash(x, y));
        for at in 0..x.len().min(sound::SOUNDS_MAX) {
            self.near.push(hash(x.without(at), y));
        }
        for at in 0..y.len().min(sound::SOUNDS_MAX) {
            self.near.push(hash(x, y.without(at)));
        }
    }
}

/// The same for both orders.
fn hash(a: Skeleton, b: Skeleton) -> u32 {
    (mix(mix(a.0.min(b.0)) ^ a.0.max(b.0)) >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::alert::Spelling;
    use crate::name::Name;

    fn bones(family: &str, given: &str) -> Bones {
        let spelling =
            Spelling { family: Some(family.into()), given: Some(given.into()), ..Spelling::default() };
        Bones::of(Name::of(&spelling).tokens().iter().map(Lean::from))
    }

    fn keys(family: &str, given: &str) -> Keys {
        let mut keys = Keys::default();
        keys.of(&bones(family, given));
        keys
    }

    #[test]
    fn a_row_is_forty_bytes_and_gives_back_its_words() {
        assert_eq!(std::mem::size_of::<Row>(), 40);
        let slots: Vec<Slot> =
            (1..=5).map(|n| Slot { word: Word(n), group: n as u16, part: Part::Given, rarity: 8 }).collect();
        let (row, long) = Row::new(7, &slots, Some(Sex::Female));
        assert_eq!(
            (row.slots(long).as_slice(), row.sex(), row.is_long()),
            (slots.as_slice(), Some(Sex::Female), true)
        );
    }

    #[test]
    fn one_error_keeps_a_key_in_common() {
        let whole = keys("Щербаков", "Тимур");
        for (family, given) in [
            ("Timur", "Shcherbakov"),
            ("Щебаков", "Тимур"),
            ("Щербаклов", "Тимур"),
            ("Щербаков", "Тиур"),
            ("Щребаков", "Тимур"),
        ] {
            let other = keys(family, given);
            assert!(other.near.iter().any(|k| whole.near.contains(k)), "{family} {given}");
        }
        assert!(keys("Timur", "Щербакова").exact.iter().any(|k| whole.exact.contains(k)));
    }

    #[test]
    fn marks_of_like_names_overlap() {
        let share = |a: u64, b: u64| (a & b).count_ones() * 100 / a.count_ones().min(b.count_ones());
        let whole = bones("Щербаков", "Тимур").mark();
        assert!(share(whole, bones("Shcherbakof", "Timurr").mark()) >= 70);
        assert!(share(whole, bones("Жуманбаев", "Нурлан").mark()) < 50);
    }
}
