//! Which words of two names fit which. Words met again in a search are laid beside the traveller's once.
//!
//! Never: weighs; looks further once a part of the name is certain to contradict, where only agreement counts.

use crate::distance::ERROR;
use crate::fit::{Fit, How, Their, fit};
use crate::join::{beside_fathers, may_join};
use crate::lexicon::{Group, mix};
use crate::name::{Part, TOKENS_MAX};
use crate::row::Slot;

/// Same part, or one of them without a part.
pub(crate) fn akin(a: Part, b: Part) -> bool {
    a == b || a == Part::Any || b == Part::Any
}

/// How one listed word fits each of the traveller's.
type Fitted = [Option<Fit>; TOKENS_MAX];

/// Listed words met in a search: its rows share most of them, and each is laid beside the traveller's once.
#[derive(Debug)]
pub(crate) struct Met(Vec<(u64, Group, Fitted)>);

const MET_BITS: u32 = 6;

impl Default for Met {
    fn default() -> Met {
        Met(vec![(0, 0, [None; TOKENS_MAX]); 1 << MET_BITS])
    }
}

impl Met {
    /// For another name of a traveller.
    pub fn forget(&mut self) {
        self.0.iter_mut().for_each(|(word, ..)| *word = 0);
    }

    fn fitted(&mut self, theirs: &[Their], slot: &Slot) -> Fitted {
        // A word has sixty bits. Its group tells pinyin that is also somebody's given name from the name itself.
        let word = slot.word.0 | (slot.part as u64) << 60;
        let known = &mut self.0[(mix(word) >> (64 - MET_BITS)) as usize];
        if (known.0, known.1) != (word, slot.group) {
            *known = (word, slot.group, Met::fits(theirs, slot));
        }
        known.2
    }

    /// A word that stands in its own part is not looked for in the others.
    fn fits(theirs: &[Their], slot: &Slot) -> Fitted {
        let mut fitted = [None; TOKENS_MAX];
        let (mut seen, mut found) = (None, false);
        for crossed in [false, true] {
            for (their, place) in theirs.iter().zip(&mut fitted) {
                if !found && akin(their.token.part, slot.part) != crossed {
                    *place = fit(their, slot, &mut seen);
                }
            }
            found = fitted.iter().flatten().any(|fit| fit.apart < ERROR);
        }
        fitted
    }
}

/// Two names with all that fits between their words.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pair<'a> {
    pub theirs: &'a [Their],
    pub slots: &'a [Slot],
    pub fitted: [Fitted; TOKENS_MAX],
}

impl<'a> Pair<'a> {
    /// None if no word of the one name fits one of the other.
    pub fn of(theirs: &'a [Their], slots: &'a [Slot], met: &mut Met) -> Option<Pair<'a>> {
        let mut pair = Pair::bare(theirs, slots);
        let mut any = false;
        for (j, slot) in slots.iter().enumerate() {
            any |= pair.lay(j, slot, met);
        }
        (any || may_join(theirs, slots)).then_some(pair)
    }

    /// None as soon as some part of the name is certain to contradict.
    pub fn agreeing(theirs: &'a [Their], slots: &'a [Slot], met: &mut Met) -> Option<Pair<'a>> {
        if may_join(theirs, slots) {
            return Pair::of(theirs, slots, met);
        }
        let fathers = theirs.iter().filter(|t| t.token.part == Part::Patronymic).count();
        let words = theirs.len() - fathers;
        // Of the listed words beside patronymics: how many have a like one, and which parts have one and have none.
        let (mut open, mut with, mut without) = (beside_fathers(slots.iter().map(|s| s.part)), 0u8, 0u8);
        let alone = |part: Part| slots.iter().filter(|s| s.part == part).count() == 1;
        let mut pair = Pair::bare(theirs, slots);
        // Names we know first: to tell them apart costs nothing.
        for known in [true, false] {
            for (j, slot) in slots.iter().enumerate().filter(|(_, s)| (s.group != 0) == known) {
                let found = pair.lay(j, slot, met) && pair.agrees(j);
                if slot.part == Part::Patronymic {
                    if !found && fathers == 1 {
                        return None;
                    }
                } else if found {
                    with |= 1 << slot.part as u8;
                } else {
                    without |= 1 << slot.part as u8;
                    open -= 1;
                    // Each word fits one at most: one of the traveller's is left over for the part that has none.
                    if words > open && alone(slot.part) {
                        return None;
                    }
                }
            }
        }
        (without & !with == 0 || words <= open).then_some(pair)
    }

    fn bare(theirs: &'a [Their], slots: &'a [Slot]) -> Pair<'a> {
        Pair { theirs, slots, fitted: [[None; TOKENS_MAX]; TOKENS_MAX] }
    }

    /// Whether a listed word is near enough to any of the traveller's to speak for them.
    fn agrees(&self, j: usize) -> bool {
        self.fitted[j][..self.theirs.len()].iter().flatten().any(|fit| fit.how != How::Far)
    }

    /// Whether a listed word fits any of the traveller's.
    fn lay(&mut self, j: usize, slot: &Slot, met: &mut Met) -> bool {
        self.fitted[j] = met.fitted(self.theirs, slot);
        self.fitted[j][..self.theirs.len()].iter().any(Option::is_some)
    }
}
