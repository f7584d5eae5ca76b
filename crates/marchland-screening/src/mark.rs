//! Eight bytes of a listed name that tell from afar whether it may be the traveller's: pairs of neighbouring consonants,
//! and the given name if the list knows it.
//!
//! Never: turns away somebody of the same date for one wrong letter, even where it makes another given name.

use crate::lexicon::Group;
use crate::skeleton::Skeleton;

/// The pairs in the upper bits, the group of the only known given name below them, zero if there is none or several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Mark(u64);

const GROUP_BITS: u32 = 16;
const GROUP: u64 = (1 << GROUP_BITS) - 1;
const PAIRS: u64 = (1 << (64 - GROUP_BITS)) - 1;

/// What a traveller's name is held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Sought {
    mark: Mark,
    /// How many pairs it has.
    many: u32,
    /// All known given names, unless another word may be a misspelt one.
    givens: [Group; 2],
}

impl Mark {
    pub fn of(skeletons: impl Iterator<Item = Skeleton>, only_given: Group) -> Mark {
        let mut pairs = 0u64;
        for skeleton in skeletons {
            let (mut before, mut rest) = (0u64, skeleton.0);
            loop {
                let class = rest & 15;
                let mixed = (before << 4 | class).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32;
                pairs |= 1 << ((mixed * u64::from(64 - GROUP_BITS)) >> 32);
                if class == 0 {
                    break;
                }
                before = class;
                rest >>= 4;
            }
        }
        Mark(pairs << GROUP_BITS | u64::from(only_given))
    }

    pub fn bits(self) -> u64 {
        self.0
    }

    fn pairs(self) -> u64 {
        self.0 >> GROUP_BITS & PAIRS
    }

    fn given(self) -> Group {
        (self.0 & GROUP) as Group
    }
}

impl Sought {
    pub fn new(mark: Mark, givens: [Group; 2]) -> Sought {
        Sought { mark, many: mark.pairs().count_ones(), givens }
    }

    /// How many pairs both names have.
    pub fn common(self, listed: Mark) -> u32 {
        (self.mark.pairs() & listed.pairs()).count_ones()
    }

    /// Both given names are known, and they are different ones.
    fn another(self, listed: Mark) -> bool {
        let (given, [one, two]) = (listed.given(), self.givens);
        given != 0 && one != 0 && given != one && given != two
    }

    /// More than half of the pairs of the smaller, or half of a small one: by half of a long name, with an ending that
    /// many have, strangers are alike.
    pub fn shares_half(self, listed: Mark) -> bool {
        let (both, least) = (self.common(listed), self.least(listed));
        // One wrong letter may make another name of a name.
        if self.another(listed) {
            return both * 4 >= least * 3;
        }
        both * 2 > least || (both * 2 == least && least <= 6)
    }

    /// Two thirds of the pairs of the smaller.
    pub fn shares_most(self, listed: Mark) -> bool {
        !self.another(listed) && self.common(listed) * 3 >= self.least(listed) * 2
    }

    fn least(self, listed: Mark) -> u32 {
        self.many.min(listed.pairs().count_ones())
    }
}
