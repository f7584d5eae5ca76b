//! What leads from a name to the rows worth comparing: the skeletons of its words, and pairs of them as keys.
//!
//! Never: reads a row; decides what is alike.

use crate::born::Born;
use crate::fit::{self, Their};
use crate::join;
use crate::lexicon::{Group, lexicon, mix};
use crate::look::Look;
use crate::mark::{Mark, Sought};
use crate::name::{Part, TOKENS_MAX, Token};
use crate::skeleton::{Skeleton, Skeletons, skeletons};
use crate::sound::{self, Word};

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
        .map(|t| if t.borne() { 0 } else { fit::ERRORS_MAX })
        .sum()
}

/// What a word is looked up by: a known given name by the one spelling that stands for all.
fn key_word(own: Lean) -> Word {
    let known = lexicon().canonical(own.group).filter(|_| own.part != Part::Patronymic);
    known.unwrap_or(own.word.childless())
}

/// The skeletons of a name's words, made once for keys and marks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Bones {
    of: [(Part, Skeletons); TOKENS_MAX],
    len: usize,
    look: Look,
    /// Of a name of two words, which nobody wrote as three or one: the given name if it is known.
    given: Group,
    /// All its known words, in whichever field they stand, unless another may be a misspelt given name.
    givens: [Group; 2],
}

impl Bones {
    pub fn of(words: impl Iterator<Item = Lean>) -> Bones {
        let of = [(Part::Any, Skeletons::default()); TOKENS_MAX];
        let mut bones = Bones { of, len: 0, look: Look::default(), given: 0, givens: [0; 2] };
        let mut leading = [None; TOKENS_MAX];
        for own in words.filter(|w| leads(*w)).take(TOKENS_MAX) {
            let word = key_word(own);
            bones.of[bones.len] = (own.part, skeletons(word));
            bones.len += 1;
            // A particle may be part of the word on one side only.
            let particle = if own.group == 0 && join::without_particle(word).is_some() { 2 } else { 0 };
            leading[bones.len - 1] = Some(own);
            // So may -ov, which some papers leave out.
            let look = Look::of(if own.group == 0 { word.bare(word.ending(word))[0] } else { word });
            bones.look = bones.look.plus(look).doubting(particle);
        }
        if let [Some(one), Some(two), None, ..] = leading {
            (bones.given, bones.givens) = known_givens([one, two]);
        }
        bones
    }

    /// The consonants of a name of two words; none of others, of which too much may be absent.
    pub fn look(&self) -> Look {
        if self.len == 2 { self.look } else { Look::default() }
    }

    fn words(&self) -> &[(Part, Skeletons)] {
        &self.of[..self.len]
    }

    pub fn mark(&self) -> Mark {
        Mark::of(self.words().iter().flat_map(|(_, skeletons)| skeletons.iter()), self.given)
    }

    /// What names of a list are held against.
    pub fn sought(&self) -> Sought {
        Sought::new(self.mark(), self.givens)
    }
}

/// The only known word that is not a family name; and all known words, unless another may be a misspelt given name.
fn known_givens(words: [Lean; 2]) -> (Group, [Group; 2]) {
    let [one, two] = words.map(|w| w.group);
    let only = match words.map(|w| if w.part == Part::Family { 0 } else { w.group }) {
        [group, 0] | [0, group] => group,
        _ => 0,
    };
    let misspelt = words.iter().any(|w| w.group == 0 && w.part == Part::Given);
    let all = if misspelt { [0; 2] } else { [one.max(two), one.min(two)] };
    (only, all)
}

/// Pairs of words as keys.
#[derive(Debug, Default)]
pub(crate) struct Keys {
    pub exact: Vec<u32>,
    /// Also with one class missing from one of the two.
    pub near: Vec<u32>,
    /// The exact ones with the year, and with month and day.
    pub dated: Vec<u32>,
    /// The near ones with the year.
    pub of_year: Vec<u32>,
}

impl Keys {
    /// A name alone is paired with nothing. Without `errors` what is near is what is exact.
    pub fn of(&mut self, bones: &Bones, errors: bool) {
        self.exact.clear();
        self.near.clear();
        let words = bones.words();
        if let [(_, alone)] = words {
            self.exact.extend(alone.iter().map(|a| hash(a, Skeleton::default())));
        }
        for (i, (part, a)) in words.iter().enumerate() {
            for (other, b) in &words[i + 1..] {
                // Two words of one field are one name: they lead nowhere together, unless nothing else does.
                if part == other && *part != Part::Any && words.len() > 2 {
                    continue;
                }
                for x in a.iter() {
                    for y in b.iter() {
                        self.pair(x, y, errors);
                    }
                }
            }
        }
        self.near.extend_from_slice(&self.exact);
        // Readings of a doubtful sound are alike without it.
        self.near.sort_unstable();
        self.near.dedup();
    }

    /// The exact keys with a whole date of birth.
    pub fn with_day(&mut self, born: Born) {
        let (year, month, day) = born.parts();
        let date = u32::from(month) << 5 | u32::from(day);
        self.dated.clear();
        for key in &self.exact {
            self.dated.push(dated(*key, u32::from(year)));
            self.dated.push(dated(*key, date));
        }
    }

    /// The near keys with the year.
    pub fn with_year(&mut self, born: Born) {
        let (year, ..) = born.parts();
        self.of_year.clear();
        self.of_year.extend(self.near.iter().map(|key| dated(*key, u32::from(year))));
    }

    fn pair(&mut self, x: Skeleton, y: Skeleton, errors: bool) {
        self.exact.push(hash(x, y));
        if errors {
            let places = |s: Skeleton| 0..s.len().min(sound::SOUNDS_MAX);
            self.near.extend(places(x).map(|at| hash(x.without(at), y)));
            self.near.extend(places(y).map(|at| hash(x, y.without(at))));
        }
    }
}

/// A year is never below a month and day packed: nobody is born before 416.
fn dated(key: u32, part: u32) -> u32 {
    (mix(u64::from(key) << 32 | u64::from(part)) >> 32) as u32
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
        keys.of(&bones(family, given), true);
        keys
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
        let sought = bones("Щербаков", "Тимур").sought();
        assert!(sought.shares_most(bones("Shcherbakof", "Timurr").mark()));
        assert!(!sought.shares_half(bones("Жуманбаев", "Нурлан").mark()));
        // Two known given names are told apart, but not in whichever field they stand.
        assert!(!sought.shares_half(bones("Щербаков", "Нурлан").mark()));
        assert!(sought.shares_most(bones("Тимур", "Щербакова").mark()));
    }
}
