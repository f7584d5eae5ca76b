//! Which alerts a check is about: drawn first, then checked against the whole list, so that nobody who could equally be
//! meant is called wrong and no namesake is called innocent with the data of somebody searched for.
//!
//! Never: asks the engine.

use std::collections::HashMap;

use crate::alerts::{Alert, Date};
use crate::chance::Chance;
use crate::changes::{CLASSES, change};
use crate::checks::Check;
use crate::kin::{KINDS, other};
use crate::people::{Person, World};

type Question = (&'static str, Check, Vec<usize>);

/// More equals than this, and no program could be asked to name one.
const EQUALS_MAX: usize = 4;

/// Expected further bearers of a name that is asked for without a date. More, and a hit would mostly stop somebody else.
const SECOND_BEARERS_MAX: f64 = 0.05;

struct Draft {
    class: &'static str,
    check: Check,
    person: Person,
    /// None for a traveller whom nobody searches for.
    alert: Option<usize>,
}

/// Half of the questions have an answer. Their order is by class; ids say nothing about it to a program that reads a file.
pub fn questions(world: &World, people: &[Person], seed: u64, number: usize) -> Vec<Question> {
    let mut chance = Chance::new(seed ^ 0x51_7e57);
    let each = number / 2 / CLASSES.len();
    let mut drafts = Vec::new();
    for class in CLASSES {
        drafts.extend(matching(
            class,
            world,
            people,
            seed,
            each * if class.ends_with("no-date") || class == "date-missing" { 8 } else { 2 },
            &mut chance,
        ));
    }
    for (kind, share) in KINDS {
        drafts.extend(strangers(kind, world, people, number / 2 * share / 100 * 6 / 5, &mut chance));
    }
    let near = alike(world, people, &drafts);
    let mut asked: HashMap<&'static str, usize> = HashMap::new();
    let mut questions: Vec<Question> = Vec::new();
    for draft in drafts {
        let most = KINDS
            .iter()
            .find(|(kind, _)| *kind == draft.class)
            .map_or(each, |(_, share)| number / 2 * share / 100);
        if asked.get(draft.class).is_some_and(|n| *n >= most) {
            continue;
        }
        let same = near.get(&world.key(&draft.person)).map_or(&[][..], Vec::as_slice);
        let Some(truth) = settled(world, people, &draft, same, seed) else { continue };
        *asked.entry(draft.class).or_default() += 1;
        questions.push((draft.class, draft.check, truth));
    }
    for at in (1..questions.len()).rev() {
        questions.swap(at, chance.below(at + 1));
    }
    questions
}

fn matching(
    class: &'static str,
    world: &World,
    people: &[Person],
    seed: u64,
    wanted: usize,
    chance: &mut Chance,
) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for _ in 0..wanted * 400 {
        if drafts.len() == wanted {
            break;
        }
        let at = chance.below(people.len());
        let alert = Alert::of(world, people[at], at, seed);
        let Some(check) = change(class, world, &alert, chance) else { continue };
        drafts.push(Draft { class, check, person: people[at], alert: Some(at) });
    }
    drafts
}

fn strangers(
    kind: &'static str,
    world: &World,
    people: &[Person],
    wanted: usize,
    chance: &mut Chance,
) -> Vec<Draft> {
    let mut drafts = Vec::new();
    while drafts.len() < wanted {
        let of = people[chance.below(people.len())];
        let Some(person) = other(kind, world, &of, chance) else { continue };
        let check = Check::any(world, &person, None, chance);
        drafts.push(Draft { class: kind, check, person, alert: None });
    }
    drafts
}

/// For every name that is asked about, the alerts that bear it.
fn alike(world: &World, people: &[Person], drafts: &[Draft]) -> HashMap<u64, Vec<usize>> {
    let mut near: HashMap<u64, Vec<usize>> =
        drafts.iter().map(|d| (world.key(&d.person), Vec::new())).collect();
    for (at, person) in people.iter().enumerate() {
        if let Some(list) = near.get_mut(&world.key(person)) {
            list.push(at);
        }
    }
    near
}

/// The true alerts; None if the question is no fair one.
fn settled(world: &World, people: &[Person], draft: &Draft, same: &[usize], seed: u64) -> Option<Vec<usize>> {
    let alert = |at: usize| Alert::of(world, people[at], at, seed);
    let dates = |at: usize| Dates::of(&draft.check, &alert(at));
    let fits = |at: &usize| people[*at].male == draft.person.male && fathers_fit(world, draft, &alert(*at));
    let Some(meant) = draft.alert else {
        let found = same.iter().copied().filter(fits).any(|at| dates(at) == Dates::SameDay);
        return (!found).then(Vec::new);
    };
    // A check whose date was damaged is about nobody else but who was born on exactly that day.
    let level = match dates(meant) {
        Dates::Contradict => Dates::SameDay,
        level => level,
    };
    let mut truth: Vec<usize> =
        same.iter().copied().filter(fits).filter(|at| *at == meant || dates(*at) >= level).collect();
    if !truth.contains(&meant) {
        truth.push(meant);
    }
    truth.sort_unstable();
    // Without a date on one side only a name that hardly any list of this size holds twice can be asked for.
    if level == Dates::Unknown {
        let alert = alert(meant);
        let father =
            draft.check.name.patronymic.is_some() && alert.names.iter().any(|n| n.patronymic.is_some());
        let expected = people.len() as f64 * world.frequency(&draft.person, father);
        return (truth.len() == 1 && expected < SECOND_BEARERS_MAX).then_some(truth);
    }
    (truth.len() <= EQUALS_MAX || truth.iter().all(|at| people[*at] == people[meant])).then_some(truth)
}

/// How far the birth dates of the two agree.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Dates {
    Contradict,
    Unknown,
    SameYear,
    SameDay,
}

impl Dates {
    fn of(check: &Check, alert: &Alert) -> Dates {
        let born = alert.person.born.full();
        match (check.dob.as_deref(), alert.date) {
            (None, _) | (_, Date::None) => Dates::Unknown,
            (Some(dob), Date::Full) if dob == born => Dates::SameDay,
            (Some(dob), date) if dob[..4] == born[..4] && (dob.len() == 4 || date == Date::Year) => {
                Dates::SameYear
            }
            _ => Dates::Contradict,
        }
    }
}

/// Two known fathers with different names are two people.
fn fathers_fit(world: &World, draft: &Draft, alert: &Alert) -> bool {
    let said = draft.check.name.patronymic.is_some()
        && draft.check.whole.is_none()
        && alert.names.iter().any(|n| n.patronymic.is_some());
    !said || world.father(&draft.person).sound == world.father(&alert.person).sound
}
