//! How an instrument stands between two states on a day, in a word and a note.
//!
//! Never: says "in force" of a day that is not known.

use jiff::civil::Date;
use marchland_law::{Bond, Force, Instrument, InstrumentId, Standing, State};

use crate::survey::Words;
use crate::web::l10n;
use crate::web::page::Visit;
use crate::web::views::parts::{Tag, Tone};

/// Between these two states.
pub fn between(visit: &Visit, bond: &Bond) -> (Tag, String) {
    let tone = match &bond.standing {
        Standing::Binds => Tone::Good,
        Standing::NotYet { .. } | Standing::AwaitsImplementation { .. } => Tone::Soon,
        Standing::DateUnknown { .. } => Tone::Paused,
        Standing::NotParty { .. }
        | Standing::Ended { .. }
        | Standing::Displaced { .. }
        | Standing::NeverABasis => Tone::Plain,
    };
    let (word, note) = Words { law: &visit.app.law.framework, lang: visit.lang() }.standing(bond);
    (Tag::new(tone, word), note)
}

/// Without a pair of states: whether it binds anybody on this day.
pub fn alone(visit: &Visit, instrument: &Instrument, on: Date) -> (Tag, String) {
    let (lang, t) = (visit.lang(), visit.t());
    if instrument.draft {
        return (Tag::new(Tone::Paused, t.status_draft()), String::new());
    }
    if instrument.force != Force::Binding {
        return (Tag::new(Tone::Plain, t.status_never_a_basis()), String::new());
    }
    let bound = instrument
        .parties
        .iter()
        .filter(|p| p.in_force.is_some_and(|day| day <= on) && p.until.is_none_or(|day| on < day));
    if bound.count() >= 2 {
        return (Tag::new(Tone::Good, t.status_in_force()), String::new());
    }
    let ended = instrument.parties.iter().filter_map(|p| p.until).filter(|day| *day <= on).max();
    let next = instrument.parties.iter().filter_map(|p| p.in_force).filter(|day| *day > on).max();
    match (ended, next) {
        (Some(day), _) => (Tag::new(Tone::Plain, t.status_ended()), lang.date(day)),
        (None, Some(day)) => (Tag::new(Tone::Soon, t.status_not_yet()), t.status_from(lang.date(day))),
        (None, None) => (Tag::new(Tone::Paused, t.status_date_unknown()), String::new()),
    }
}

pub fn force(t: l10n::Words, force: Force) -> String {
    match force {
        Force::Binding => t.force_binding(),
        Force::Model => t.force_model(),
        Force::Policy => t.force_policy(),
    }
}

/// Our state and each neighbour's: the pair whose law is used here.
pub fn own_pairs(visit: &Visit) -> Vec<(State, State)> {
    let Ok(ours) = visit.app.config.state.parse::<State>() else { return Vec::new() };
    let mut pairs: Vec<_> =
        visit.app.links.all().filter_map(|link| Some((ours, link.state.parse::<State>().ok()?))).collect();
    pairs.dedup();
    pairs
}

pub fn bond_of<'a>(bonds: &'a [Bond], id: &InstrumentId) -> Option<&'a Bond> {
    bonds.iter().find(|bond| bond.instrument == *id)
}
