//! One name of one alert as the search reads it: everything that decides stands side by side in thirty-six bytes.
//!
//! Never: holds text; knows other rows.

use crate::alert::Sex;
use crate::lexicon::Group;
use crate::name::{Part, TOKENS_MAX};
use crate::sound::Word;

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

/// Three words of a name; what goes beyond stands in the segment's list of long names. In each pair of numbers a word
/// takes sixty bits and its part two; above them stand the sex in the first pair and "long" in the second. Then follow
/// the rarities, seven bits each, and the groups, fourteen each, and the alert.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row([u32; 9]);

const WORD: u64 = (1 << 60) - 1;
const GROUP: u64 = (1 << 14) - 1;
const RARITY: u64 = (1 << 7) - 1;

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
        let sex = match sex {
            None => 0,
            Some(Sex::Female) => 1,
            Some(Sex::Male) => 2,
        };
        let mut pairs = [sex << 62, u64::from(!long.is_empty()) << 62, 0, 0];
        for (at, slot) in inline.iter().enumerate() {
            pairs[at] |= slot.word.0 & WORD | (slot.part as u64) << 60;
            pairs[INLINE] |= (u64::from(slot.rarity) & RARITY) << (7 * at);
            pairs[INLINE] |= (u64::from(slot.group) & GROUP) << (21 + 14 * at);
        }
        let [a, b, c, d] = pairs;
        let half = |pair: u64, upper: bool| (if upper { pair >> 32 } else { pair & 0xffff_ffff }) as u32;
        let of = |pair: u64| [half(pair, false), half(pair, true)];
        let [[a, b], [c, d], [e, f], [g, h]] = [of(a), of(b), of(c), of(d)];
        (Row([a, b, c, d, e, f, g, h, alert]), long)
    }

    fn pair(&self, at: usize) -> u64 {
        u64::from(self.0[2 * at]) | u64::from(self.0[2 * at + 1]) << 32
    }

    pub fn alert(&self) -> u32 {
        self.0[8]
    }

    pub fn sex(&self) -> Option<Sex> {
        match self.pair(0) >> 62 {
            1 => Some(Sex::Female),
            2 => Some(Sex::Male),
            _ => None,
        }
    }

    pub fn is_long(&self) -> bool {
        self.pair(1) >> 62 != 0
    }

    fn slot(&self, at: usize) -> Slot {
        let (pair, more) = (self.pair(at), self.pair(INLINE));
        Slot {
            word: Word(pair & WORD),
            group: (more >> (21 + 14 * at) & GROUP) as Group,
            part: [Part::Family, Part::Given, Part::Patronymic, Part::Any][(pair >> 60 & 3) as usize],
            rarity: (more >> (7 * at) & RARITY) as u8,
        }
    }

    pub fn slots(&self, long: &[Slot]) -> Slots {
        let mut slots = Slots { of: [Slot::default(); TOKENS_MAX], len: 0 };
        for slot in (0..INLINE).map(|at| self.slot(at)).take_while(|s| !s.word.is_empty()) {
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
        let mut inline = (0..INLINE).map(|at| self.slot(at));
        inline.find(|s| s.part == Part::Patronymic && !s.word.is_empty()).map(|s| (s.group, s.word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_nine_numbers_and_gives_back_its_words() {
        assert_eq!(size_of::<Row>(), 36);
        let slots: Vec<Slot> =
            (1..=5).map(|n| Slot { word: Word(n), group: n as u16, part: Part::Given, rarity: 8 }).collect();
        let (row, long) = Row::new(7, &slots, Some(Sex::Female));
        assert_eq!(
            (row.slots(long).as_slice(), row.sex(), row.is_long()),
            (slots.as_slice(), Some(Sex::Female), true)
        );
    }
}
