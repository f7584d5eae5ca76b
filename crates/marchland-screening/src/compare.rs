//! Lays the words of two names beside each other and weighs each part of the name.
//!
//! Never: looks at dates, sex or the size of the list; lets a patronymic stand for a given name; writes sentences.

use crate::distance::ERROR;
use crate::evidence::Field;
use crate::fit::{Fit, How, Their};
use crate::join::join;
use crate::judge::Says;
use crate::name::{Part, TOKENS_MAX, Token};
use crate::pair::{Pair, akin};
use crate::row::Slot;
use crate::weights;

/// What one part of the name says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Line {
    pub field: Field,
    pub bits: i32,
    pub contradicts: bool,
    pub state: State,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    Matched,
    /// One word of several is absent on one side.
    HalfAbsent,
    Missing,
    Contradicted,
}

/// The two names word by word.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Names {
    /// For each listed word the traveller's word and how it fits.
    pub of_slot: [Option<(u8, Fit)>; TOKENS_MAX],
    pub lines: [Option<Line>; 3],
}

impl Names {
    pub fn none() -> Names {
        Names { of_slot: [None; TOKENS_MAX], lines: [None; 3] }
    }

    pub fn bits(&self) -> i32 {
        self.lines.iter().flatten().map(|l| l.bits).sum()
    }

    pub fn contradictions(&self) -> usize {
        self.lines.iter().flatten().filter(|l| l.contradicts).count()
    }

    pub fn says(&self, field: Field) -> Says {
        match self.lines.iter().flatten().find(|l| l.field == field) {
            Some(line) if line.bits > 0 => Says::Agrees,
            Some(line) if line.state != State::Missing => Says::Doubtful,
            _ => Says::Missing,
        }
    }
}

const CROSSED: u16 = 8;

/// Working memory: cost, the traveller's word, the listed word, how they fit.
pub(crate) type Fits = Vec<(u16, u8, u8, Fit)>;

/// Word by word.
pub(crate) fn names(pair: &Pair<'_>, fits: &mut Fits) -> Names {
    let Pair { theirs, slots, .. } = *pair;
    fits.clear();
    let mut settled = 0u8;
    // Most listed words are found as they are under their own part; only the others may be any word.
    for (j, slot) in slots.iter().enumerate() {
        let same = |t: &Their| t.token.part == slot.part && t.token.word == slot.word;
        // A name may have one word twice: Ivanova-Ivanova.
        for (i, _) in theirs.iter().enumerate().filter(|(_, t)| same(t)) {
            fits.push((0, i as u8, j as u8, Fit { apart: 0, how: How::Spelt }));
            settled |= 1 << j;
        }
    }
    for (j, slot) in slots.iter().enumerate().filter(|(j, _)| settled >> j & 1 == 0) {
        for (i, their) in theirs.iter().enumerate() {
            if let Some(fit) = pair.fitted[j][i] {
                let crossed = !akin(their.token.part, slot.part);
                fits.push((fit.apart + if crossed { CROSSED } else { 0 }, i as u8, j as u8, fit));
            }
        }
    }
    fits.sort_unstable_by_key(|f| (f.0, f.1, f.2));
    let mut names = Names::none();
    let mut used = 0u8;
    for (_, i, j, fit) in fits.iter() {
        if used >> *i & 1 == 0 && names.of_slot[usize::from(*j)].is_none() {
            used |= 1 << *i;
            names.of_slot[usize::from(*j)] = Some((*i, *fit));
        }
    }
    join(theirs, slots, &mut names.of_slot, &mut used);
    let unused = |of: &dyn Fn(&Token) -> bool| {
        theirs.iter().enumerate().any(|(i, t)| used >> i & 1 == 0 && of(&t.token))
    };
    let spare = |part: Part| (unused(&|t| serves(t, part)), unused(&|t| akin(t.part, part)));
    // Both names in the other's field are a habit of the border; one of them there is an error.
    let at_home = |(j, slot): (usize, &Slot)| {
        names.of_slot[j].is_some_and(|(i, _)| {
            slot.part != Part::Patronymic && akin(theirs[usize::from(i)].token.part, slot.part)
        })
    };
    let exchanged = !slots.iter().enumerate().any(at_home);
    let parts =
        [(Field::Family, Part::Family), (Field::Given, Part::Given), (Field::Patronymic, Part::Patronymic)];
    for (line, (field, part)) in parts.into_iter().enumerate() {
        let here = |j: usize| slots[j].part == part;
        names.lines[line] = weigh(field, theirs, slots, &names.of_slot, here, exchanged, spare(part));
    }
    // A name without parts: its first words are taken for the family name, the rest for the given name.
    let any = slots.iter().filter(|s| s.part == Part::Any).count();
    if any > 0 {
        let unmatched =
            (0..slots.len()).filter(|j| slots[*j].part == Part::Any && names.of_slot[*j].is_none()).count();
        let (left, _) = spare(Part::Any);
        let first = any.div_ceil(2);
        let mut order = [0usize; TOKENS_MAX];
        (0..slots.len())
            .filter(|j| slots[*j].part == Part::Any)
            .enumerate()
            .for_each(|(n, j)| order[j] = n + 1);
        for (line, field, halves) in [(0, Field::Family, 1..=first), (1, Field::Given, first + 1..=any)] {
            let here = |j: usize| halves.contains(&order[j]);
            if let Some(mut weighed) =
                weigh(field, theirs, slots, &names.of_slot, here, exchanged, (false, false))
            {
                if unmatched > 0 && left {
                    weighed = Line {
                        contradicts: true,
                        bits: weights::CONTRADICTION,
                        state: State::Contradicted,
                        ..weighed
                    };
                }
                let before = names.lines[line].map_or(0, |l| if l.contradicts { 0 } else { l.bits });
                names.lines[line] = Some(Line { bits: weighed.bits + before, ..weighed });
            }
        }
    }
    names
}

/// A word tagged so can stand for that part of a name.
fn serves(token: &Token, part: Part) -> bool {
    match part {
        Part::Patronymic => token.part == Part::Patronymic,
        _ => token.part != Part::Patronymic,
    }
}

fn weigh(
    field: Field,
    theirs: &[Their],
    slots: &[Slot],
    of_slot: &[Option<(u8, Fit)>; TOKENS_MAX],
    here: impl Fn(usize) -> bool,
    exchanged: bool,
    (spare, spare_akin): (bool, bool),
) -> Option<Line> {
    let (mut bits, mut best, mut all, mut matched) = (0, 0, 0, 0);
    for (j, slot) in slots.iter().enumerate().filter(|(j, _)| here(*j)) {
        all += 1;
        let Some((i, fit)) = of_slot[j] else { continue };
        matched += 1;
        bits += worth(fit, slot.rarity);
        best = best.max(worth(fit, slot.rarity));
        if !exchanged && !akin(theirs[usize::from(i)].token.part, slot.part) {
            bits -= weights::STRAYED;
        }
    }
    if all == 0 {
        return None;
    }
    // Words of one name go together (Bat-Erdene): beyond the rarest they say half.
    let bits = bits - (bits - best).max(0) / 2;
    let (state, bits) = match matched {
        0 if spare => (State::Contradicted, weights::CONTRADICTION),
        0 => (State::Missing, 0),
        _ if matched == all => (State::Matched, bits),
        // Brothers share one of two given names as often as not, families one of two family names.
        _ if spare_akin => (State::Contradicted, weights::CONTRADICTION),
        _ => (State::HalfAbsent, bits + weights::HALF_ABSENT),
    };
    Some(Line { field, bits, contradicts: state == State::Contradicted, state })
}

fn worth(fit: Fit, rarity: u8) -> i32 {
    let rarity = i32::from(rarity) * 100 / 8;
    match fit.how {
        How::Spelt | How::Formed => {
            (rarity - i32::from(fit.apart) * weights::PER_ERROR / i32::from(ERROR)).max(0)
        }
        How::Far => 0,
        How::Variant => rarity - weights::VARIANT,
        How::Initial => weights::INITIAL.min(rarity),
        How::Cut => (rarity - weights::CUT).max(0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::alert::Spelling;
    use crate::name::Name;

    fn compared(listed: [&str; 3], theirs: [&str; 3]) -> Names {
        let name = |[family, given, patronymic]: [&str; 3]| {
            let some = |t: &str| Some(t.to_string()).filter(|t| !t.is_empty());
            Name::of(&Spelling {
                family: some(family),
                given: some(given),
                patronymic: some(patronymic),
                full: None,
            })
        };
        let slots: Vec<Slot> = name(listed)
            .tokens()
            .iter()
            .map(|t| Slot { word: t.word, group: t.group, part: t.part, rarity: 80 })
            .collect();
        let theirs: Vec<Their> =
            name(theirs).tokens().iter().map(|t| Their::new(*t, (false, false), false)).collect();
        names(&Pair::of(&theirs, &slots, &mut crate::pair::Met::default()).unwrap(), &mut Fits::new())
    }

    #[test]
    fn one_person_agrees_in_every_part() {
        let listed = ["Щербаков", "Сергей", "Николаевич"];
        for theirs in [
            ["Shcherbakov", "Sergei", "Nikolaevich"],
            ["Сергей", "Щербаков", "Николаевич"],
            ["Scherbakow", "Serhii", "Mykolaiovych"],
            ["Щербакова", "Sergei", ""],
            ["Щербаков", "С.", "Н."],
            ["Щебраков", "Сегрей", "Николаевчи"],
            ["alshcherbakov", "Сергей", ""],
        ] {
            let names = compared(listed, theirs);
            assert_eq!(names.contradictions(), 0, "{theirs:?} {names:?}");
            assert!(
                names.says(Field::Family) == Says::Agrees && names.says(Field::Given) == Says::Agrees,
                "{theirs:?} {names:?}"
            );
        }
    }

    #[test]
    fn relatives_contradict_in_one_part() {
        let listed = ["Щербаков", "Сергей", "Николаевич"];
        for (theirs, field) in [
            (["Щербаков", "Андрей", "Николаевич"], Field::Given),
            (["Щербаков", "Николай", "Сергеевич"], Field::Given),
            (["Щербаков", "Сергей", "Петрович"], Field::Patronymic),
            (["Морозов", "Сергей", "Николаевич"], Field::Family),
        ] {
            let names = compared(listed, theirs);
            let line = names.lines.iter().flatten().find(|l| l.field == field).unwrap();
            assert!(line.contradicts, "{theirs:?} {names:?}");
        }
    }
}
