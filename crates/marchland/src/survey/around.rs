//! Who stands around a state: its neighbours as the law knows them, and the pair it is best compared with.
//!
//! Never: names a state.

use std::collections::BTreeSet;

use jiff::civil::Date;
use marchland_law::{Column, Framework, State};

use super::{Mark, gap_map};

/// The states with which this one shares a territory of an instrument, after those it is linked with.
pub fn neighbours(law: &Framework, home: State, linked: &[State]) -> Vec<State> {
    let shared: BTreeSet<State> = law
        .territories()
        .filter(|territory| territory.states.contains(&home))
        .flat_map(|territory| territory.states.iter().copied())
        .filter(|state| *state != home)
        .collect();
    let mut list: Vec<State> = Vec::new();
    for state in linked.iter().copied().filter(|s| *s != home).chain(shared) {
        if !list.contains(&state) {
            list.push(state);
        }
    }
    list
}

/// Of the pairs with an instrument of their own, the one whose law settles the most forms in detail; pairs of the states
/// given are left out. The first by name where several do.
pub fn best_comparator(law: &Framework, besides: &[State], on: Date) -> Option<[State; 2]> {
    let two = |parties: &[marchland_law::Party]| match parties {
        [a, b] => Some(if a.state < b.state { [a.state, b.state] } else { [b.state, a.state] }),
        _ => None,
    };
    let instruments = law.instruments().filter(|i| !i.draft && i.force == marchland_law::Force::Binding);
    let pairs: BTreeSet<[State; 2]> = instruments
        .filter_map(|i| two(&i.parties))
        .filter(|pair| !pair.iter().any(|state| besides.contains(state)))
        .collect();
    let pairs: Vec<[State; 2]> = pairs.into_iter().collect();
    let map = gap_map(law, &pairs, on);
    let settled = |pair: [State; 2]| {
        let own = |column: &Column| matches!(column, Column::Pair { states, .. } if *states == pair);
        map.counts(own).iter().find(|(mark, _)| *mark == Mark::Regulated).map_or(0, |(_, count)| *count)
    };
    let best = pairs.iter().rev().max_by_key(|pair| settled(**pair)).copied();
    best.filter(|pair| settled(*pair) > 0)
}
