//! Which instruments bind two states on a day, and why the others do not.
//!
//! Never: decides an act.

use jiff::civil::Date;

use crate::framework::{Framework, Tie};
use crate::law::Instrument;
use crate::{Bond, Force, Standing, State};

pub fn binding(law: &Framework, a: State, b: State, on: Date) -> Vec<Bond> {
    let ties = law.pair(a, b).map(|p| p.ties.as_slice()).unwrap_or_default();
    let mut bonds: Vec<Bond> = ties.iter().map(|tie| bond(tie, on, [a, b])).collect();
    // An instrument of many that one of the two has not joined belongs in the answer; one of others does not.
    for instrument in
        law.instruments().filter(|i| i.force == Force::Binding && !i.draft && i.parties.len() > 2)
    {
        let absent: Vec<State> =
            [a, b].into_iter().filter(|s| !instrument.parties.iter().any(|p| p.state == *s)).collect();
        if absent.len() == 1 {
            bonds.push(not_party(instrument, absent));
        }
    }
    bonds.sort_by(|x, y| {
        let rank = |bond: &Bond| (bond.standing != Standing::Binds, bond.force);
        rank(x).cmp(&rank(y)).then_with(|| x.instrument.cmp(&y.instrument))
    });
    bonds
}

fn bond(tie: &Tie, on: Date, pair: [State; 2]) -> Bond {
    let instrument = &tie.instrument;
    Bond {
        instrument: instrument.id.clone(),
        title: instrument.short.clone(),
        force: instrument.force,
        standing: standing(tie, on, pair),
        in_force_from: tie.from,
        in_force_until: tie.end(),
        confidence: tie.confidence,
    }
}

fn standing(tie: &Tie, on: Date, pair: [State; 2]) -> Standing {
    if let Some((day, by)) = tie.displaced.as_ref().filter(|(day, _)| *day <= on) {
        return Standing::Displaced { by: by.clone(), on: *day };
    }
    if let Some(end) = tie.until.filter(|end| *end <= on) {
        return Standing::Ended { on: end };
    }
    if !tie.is_basis() {
        return Standing::NeverABasis;
    }
    let Some(from) = tie.from else {
        let undated =
            tie.instrument.parties.iter().filter(|p| pair.contains(&p.state) && p.in_force.is_none());
        return Standing::DateUnknown { states: undated.map(|p| p.state).collect() };
    };
    if on < from {
        return Standing::NotYet { from };
    }
    match tie.instrument.usable_from {
        Some(day) if on < day => Standing::AwaitsImplementation { from: Some(day) },
        _ => Standing::Binds,
    }
}

fn not_party(instrument: &Instrument, states: Vec<State>) -> Bond {
    Bond {
        instrument: instrument.id.clone(),
        title: instrument.short.clone(),
        force: instrument.force,
        standing: Standing::NotParty { states },
        in_force_from: None,
        in_force_until: None,
        confidence: instrument.confidence,
    }
}
