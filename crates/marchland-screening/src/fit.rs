//! How one word of a check fits one word of a listed name: a look first, and only what may be near is laid side by side.
//!
//! Never: knows what else stands in the names.

use crate::distance::{ERROR, distance};
use crate::father;
use crate::join::{GLUED, without_particle};
use crate::look::Look;
use crate::name::{Part, Token};
use crate::row::Slot;
use crate::sound::{Ending, Word};

/// How one word fits another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fit {
    /// In tenths of an error.
    pub apart: u16,
    pub how: How,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum How {
    Spelt,
    /// Too far to agree, too near to be another name for certain: a slip in a short word.
    Far,
    Variant,
    /// A family name with another ending, or with one on one side only.
    Formed,
    Initial,
    Cut,
}

/// A traveller's word and how well the list knows it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Their {
    pub token: Token,
    seen: Seen,
    bare: Bare,
    /// How far, in tenths of an error, another family name or given name may be and still be this one.
    pub forgiven: (u16, u16),
}

/// What still counts as one name misspelt, in tenths of an error. An ending that many names share tells nobody apart
/// and does not count as length.
pub(crate) fn tolerated(a: Seen, b: Seen) -> u16 {
    let long = a.len.max(b.len);
    let shared = a.shared.min(b.shared);
    match (long - shared, shared) {
        (0..=2, 0) => 5,
        (3, 0) => 9,
        (0..=3, _) => 11,
        (4, _) => 13,
        (5, _) => 15,
        (6, _) => 19,
        (7, _) => 22,
        _ => 25,
    }
}

/// No more errors than this are tolerated in any word.
pub(crate) const ERRORS_MAX: u16 = 2;

/// One error, and a vowel more that it brings or hides.
const FAR: u16 = 15;
/// A Mongolian father's name with and without its ending.
const GENITIVE: u16 = 3;
/// An initial stands for a family name of so many sounds at least.
const INITIAL_OF: usize = 3;
/// A family name with another ending or without: Kazakhs drop the Russian one, Azeris and Tajiks exchange it.
const FORMED: u16 = 5;
/// What is left of two such family names may differ in kindred vowels.
const BARE: u16 = 5;

/// Kindred vowels and voices apart: two established names may still be one name of two languages. Family names are
/// spelt more freely across languages than given names, whose spellings we know.
const BORNE: (u16, u16) = (9, 5);
/// A syllable of a Chinese name is another syllable with any other sound.
const SYLLABLE: (u16, u16) = (2, 2);
const ANY: (u16, u16) = (u16::MAX, u16::MAX);

impl Their {
    /// `established`: so many in the list bear this very name, as family name or given name, that it is nobody's
    /// misspelling.
    pub fn new(token: Token, established: (bool, bool), syllables: bool) -> Their {
        let forgiven = match (syllables, established) {
            (true, _) => SYLLABLE,
            (false, (family, given)) => {
                (if family { BORNE.0 } else { ANY.0 }, if given { BORNE.1 } else { ANY.1 })
            }
        };
        let seen = Seen::of(token.word);
        let family = token.part != Part::Patronymic;
        let bare = if family { bared(token.word, seen.ending) } else { Bare::default() };
        Their { token, seen, bare, forgiven }
    }

    /// An error makes another name of it.
    pub fn borne(&self) -> bool {
        self.forgiven.0.max(self.forgiven.1) < ERROR
    }
}

/// What of a word is looked at before the words are laid side by side.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Seen {
    look: Look,
    /// Without an ending that makes a family name of a name.
    len: u8,
    /// Sounds of another ending that many names share.
    shared: u8,
    ending: Ending,
}

impl Seen {
    pub fn of(word: Word) -> Seen {
        let whole = word.childless();
        Seen {
            look: Look::of(word),
            len: whole.len() as u8,
            shared: whole.common_ending() as u8,
            ending: word.ending(whole),
        }
    }

    /// Of the forms of one Turkic family name the looks differ more than the names.
    fn may_be(self, other: Seen, limit: u16) -> bool {
        self.ending == Ending::Zade || other.ending == Ending::Zade || self.look.may_be(other.look, limit)
    }
}

/// None if they are further apart than is tolerated. `seen` is looked up where it is needed first.
pub(crate) fn fit(their: &Their, slot: &Slot, seen: &mut Option<Seen>) -> Option<Fit> {
    let token = &their.token;
    if (token.part == Part::Patronymic) != (slot.part == Part::Patronymic) {
        return None;
    }
    let fits = |apart: u16, how: How| Some(Fit { apart, how });
    let (a, b) = (token.word, slot.word);
    if a == b {
        return fits(0, How::Spelt);
    }
    if token.group != 0 && slot.group != 0 {
        // Two names people bear: one letter is enough to tell them apart.
        return if token.group == slot.group { fits(0, How::Variant) } else { None };
    }
    if slot.part == Part::Patronymic {
        return fathers(token, b);
    }
    let family = as_family(token, slot);
    // Mongolian papers shorten the name that stands first. A family name of one letter (O) is no initial of another.
    let initial = (a.is_initial() || b.is_initial()) && (!family || a.len().max(b.len()) >= INITIAL_OF);
    if initial && begins_alike(a, b) {
        return fits(3, How::Initial);
    }
    if token.cut && a.len() >= 2 && a.begins(b) {
        return fits(3, How::Cut);
    }
    let forgiven = if family { their.forgiven.0 } else { their.forgiven.1 };
    let seen = seen.get_or_insert_with(|| Seen::of(b));
    let limit = tolerated(their.seen, *seen).min(forgiven);
    let far = if forgiven == ANY.0 && may_be_slip(token, slot, family) { FAR.max(limit) } else { limit };
    let mut apart = far + 1;
    if their.seen.may_be(*seen, far) {
        let (x, y) = if family { (a.stem(), b.stem()) } else { (a, b) };
        apart = distance(x, y, far);
        if apart > GENITIVE && family && limit >= GENITIVE && x.is_child_of(y) {
            apart = GENITIVE;
        }
        // An ending that only one of them has may also be the error.
        if (x == a) != (y == b) && apart > 0 {
            apart = apart.min(distance(a, b, far));
        }
    }
    if apart > GLUED
        && limit >= GLUED
        && let Some((rest, short)) = unglued(a, b)
    {
        let near = tolerated(Seen::of(rest), Seen::of(short)).min(ERROR);
        let without = distance(rest.stem(), short.stem(), near);
        apart = if without <= near { apart.min(GLUED + without) } else { apart };
    }
    if family
        && apart > limit.min(FORMED + BARE)
        && their.seen.ending != seen.ending
        && let Some(rest) = bare(&their.bare, &bared(b, seen.ending))
    {
        return fits(FORMED + rest, How::Formed);
    }
    match apart {
        _ if apart <= limit => fits(apart, How::Spelt),
        _ if apart <= far => fits(apart, How::Far),
        _ => None,
    }
}

/// What a family name may be without its ending, each with its look.
type Bare = [(Word, Look); 2];

fn bared(word: Word, ending: Ending) -> Bare {
    word.bare(ending).map(|word| (word, Look::of(word)))
}

/// How far the nearest are apart, if that is near.
fn bare(theirs: &Bare, listed: &Bare) -> Option<u16> {
    let pairs = theirs.iter().flat_map(|a| listed.iter().map(move |b| (a, b)));
    pairs
        .filter(|((_, one), (_, other))| one.may_be(*other, BARE))
        .map(|((a, _), (b, _))| distance(*a, *b, BARE))
        .min()
        .filter(|apart| *apart <= BARE)
}

/// Of two given names one must be unknown to be the other misspelt.
fn may_be_slip(token: &Token, slot: &Slot, family: bool) -> bool {
    let (least, unknown) =
        if family { (4, token.group == 0) } else { (3, (token.group == 0) != (slot.group == 0)) };
    unknown && token.word.len().min(slot.word.len()) >= least
}

/// The list says what a word is: a check may have its fields exchanged.
fn as_family(token: &Token, slot: &Slot) -> bool {
    let part = if slot.part == Part::Any { token.part } else { slot.part };
    part == Part::Family
}

/// S for Шамиль, T for Цэрэн: a letter alone is written as the first of the two it takes.
fn begins_alike(a: Word, b: Word) -> bool {
    const KINDRED: u16 = 6;
    distance(Word(u64::from(a.first())), Word(u64::from(b.first())), KINDRED) <= KINDRED
}

/// The longer word without a particle at its beginning, and the shorter, if they may be near.
fn unglued(a: Word, b: Word) -> Option<(Word, Word)> {
    let (long, short) = if a.len() > b.len() { (a, b) } else { (b, a) };
    let rest = without_particle(long).filter(|rest| rest.len() + 1 >= short.len() && rest.len() > 2)?;
    Look::of(rest).may_be(Look::of(short), ERROR).then_some((rest, short))
}

/// Fathers' names without endings. A word whose ending was not recognised may carry a misspelt one.
fn fathers(token: &Token, listed: Word) -> Option<Fit> {
    let (a, b) = (father::stem(token.word), father::stem(listed));
    if (token.word.is_initial() || listed.is_initial()) && begins_alike(a, b) {
        return Some(Fit { apart: 3, how: How::Initial });
    }
    let fit = |a: Word| {
        let (x, y) = (Seen::of(a), Seen::of(b));
        let limit = tolerated(x, y).max(5);
        let apart = if x.may_be(y, limit) { distance(a, b, limit) } else { limit + 1 };
        (apart <= limit).then_some(Fit { apart, how: How::Spelt })
    };
    fit(a).or_else(|| {
        let misspelt = !token.ending || token.father.is_some_and(|f| f.short);
        let long = misspelt && token.word.len() >= b.len() + 3;
        let head = Word(token.word.0 & ((1 << (5 * b.len())) - 1));
        if long { fit(head).map(|f| Fit { apart: f.apart + ERROR, ..f }) } else { None }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::alert::Spelling;
    use crate::name::Name;

    fn family(theirs: &str, listed: &str) -> Option<u16> {
        let name = |family: &str| Name::of(&Spelling { family: Some(family.into()), ..Spelling::default() });
        let (theirs, listed) = (name(theirs).tokens()[0], name(listed).tokens()[0]);
        let slot = Slot { word: listed.word, group: listed.group, part: Part::Family, rarity: 80 };
        let part = Part::Family;
        let token = Token { part, ..theirs };
        fit(&Their::new(token, (false, false), false), &slot, &mut None).map(|f| f.apart)
    }

    #[test]
    fn forms_of_one_family_name() {
        for (one, other) in [
            ("Абдыкулуулу", "Абдыкул уулу"),
            ("Омарулы", "Омаркызы"),
            ("Батмөнх", "Batmönkhiin"),
            ("Гантулга", "Гантулгын"),
            ("Энхтайван", "Enkhtaivanyn"),
            ("Овчаренко", "Ovcharenko"),
        ] {
            assert!(family(one, other).is_some_and(|apart| apart <= GENITIVE), "{one} {other}");
        }
        for (one, other) in [
            ("Сабыр", "Сабырова"),
            ("Жумабай", "Zhumabayev"),
            ("Cəfərzadə", "Джафаров"),
            ("Nuralizoda", "Нуралиев"),
            ("Насибли", "Насибов"),
            ("Kamranzadeh", "Камранзаде"),
            ("Хайдари", "Хайдарова"),
        ] {
            assert!(family(one, other).is_some_and(|apart| apart <= FORMED + BARE), "{one} {other}");
        }
        assert_eq!(family("Омарулы", "Асанулы"), None);
    }
}
