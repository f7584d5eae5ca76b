//! How an instrument stands between two states on a day, in a word and a note.
//!
//! Never: says "in force" of a day that is not known.

use jiff::civil::Date;
use marchland_law::{Bond, Force, Instrument, InstrumentId, Standing, State};

use crate::web::fill::words;
use crate::web::l10n::Words;
use crate::web::page::Visit;
use crate::web::views::parts::{Tag, Tone};

/// Between these two states.
pub fn between(visit: &Visit, bond: &Bond) -> (Tag, String) {
    let (lang, t) = (visit.lang(), visit.t());
    let states = |states: &[State]| states.iter().map(State::to_string).collect::<Vec<_>>().join(", ");
    match &bond.standing {
        Standing::Binds => {
            let from = bond.in_force_from.map(|day| t.status_from(lang.date(day))).unwrap_or_default();
            (Tag::new(Tone::Good, t.status_in_force()), from)
        }
        Standing::NotYet { from } => {
            (Tag::new(Tone::Soon, t.status_not_yet()), t.status_from(lang.date(*from)))
        }
        Standing::DateUnknown { states: of } => (Tag::new(Tone::Paused, t.status_date_unknown()), states(of)),
        Standing::NotParty { states: of } => (Tag::new(Tone::Plain, t.status_not_party()), states(of)),
        Standing::AwaitsImplementation { from } => {
            let from = from.map(|day| t.status_from(lang.date(day))).unwrap_or_default();
            (Tag::new(Tone::Soon, t.status_awaits()), from)
        }
        Standing::Ended { on } => (Tag::new(Tone::Plain, t.status_ended()), lang.date(*on)),
        Standing::Displaced { by, on } => {
            let by = words::instrument(&visit.app, lang, by);
            (Tag::new(Tone::Plain, t.status_displaced()), t.status_displaced_by(by, lang.date(*on)))
        }
        Standing::NeverABasis => (Tag::new(Tone::Plain, t.status_never_a_basis()), String::new()),
    }
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

pub fn force(t: Words, force: Force) -> String {
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
