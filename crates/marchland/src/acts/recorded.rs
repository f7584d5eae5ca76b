//! What a node has on record, for questions to the law: the acts as they were wanted, and what takes place at which level.
//!
//! A page asks with the store, the register and the law it has at hand:
//!
//! ```ignore
//! let recorded = recorded::acts(&app.store, &app.directory, pair).await?;
//! let result = what_if(&app.law.framework, &reforms, pair, day, Some(recorded.given(&app.directory)))?;
//! let report = gaps(&app.law.framework, pair, day, &recorded::practice(&app.store, &app.directory, pair, day).await?);
//! ```
//!
//! `result.acts` then holds the counts. Register numbers in `result.acts.changed` are for those who may open the cases; a page
//! for everybody shows the counts alone.
//!
//! **Days lost.** Of an act that went by another body than the one that wanted it: whole days from the first save of the draft
//! to the signature under which it left, less what acts of this node that went directly usually take for the same (their
//! median). So only the detour counts. An act that never left has no such days: it counts as "not known", never as a guess.
//!
//! Never: writes; names a person.

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use marchland_law::{
    Act, BodyId, Confirmation, Directory, FormId, Level, Practice, Recorded, RecordedAct, Side, State,
};

use super::open::{Case, case};
use super::{Acted, CannotAct};
use crate::store::matter::MatterRow;
use crate::store::{Store, StoreError};

const PAGE: i64 = 500;
const DAY_MS: i64 = 24 * 3600 * 1000;

/// The acts between two states that a node has on record, each once, as it was wanted.
#[derive(Debug)]
pub struct RecordedActs {
    pub acts: Vec<RecordedAct>,
    pub confirmations: Vec<Confirmation>,
    /// What acts that went directly usually take from first save to signature, in whole days; absent without any.
    pub usual_days: Option<u32>,
}

impl RecordedActs {
    /// As `marchland_law::what_if` takes them.
    pub fn given<'a>(&'a self, bodies: &'a Directory) -> Recorded<'a> {
        Recorded { bodies, acts: &self.acts, confirmations: &self.confirmations }
    }
}

/// Drafts that never left count too, as soon as form and bodies are known: somebody wanted that act.
pub async fn acts(store: &Store, bodies: &Directory, pair: [State; 2]) -> Acted<RecordedActs> {
    let mut acts = Vec::new();
    let mut direct = Vec::new();
    let mut last = String::new();
    loop {
        let page = store.matters_after(&last, PAGE).await?;
        let Some(end) = page.last() else { break };
        last = end.id.clone();
        for row in &page {
            let Some(mut wanted) = wanted(row, bodies)? else { continue };
            if !between(bodies, &wanted.act, pair) {
                continue;
            }
            if !wanted.rerouted && wanted.side == Side::Acting {
                direct.extend(wanted.days_lost.take());
            }
            acts.push(wanted);
        }
    }
    let usual_days = median(direct);
    for act in &mut acts {
        act.days_lost = act.days_lost.map(|days| days.saturating_sub(usual_days.unwrap_or(0)));
    }
    let confirmations = store.confirmations().await?;
    let read = |doc: &str| serde_json::from_str(doc).map_err(StoreError::unreadable("confirmation"));
    let confirmations = confirmations.iter().map(|row| read(&row.doc)).collect::<Result<_, _>>()?;
    Ok(RecordedActs { acts, confirmations, usual_days })
}

/// The act of a case as it was first wanted; `days_lost` still holds all days from first save to signature.
fn wanted(row: &MatterRow, bodies: &Directory) -> Acted<Option<RecordedAct>> {
    let opened = Timestamp::from_millisecond(row.opened_at_ms).map_err(CannotAct::internal)?;
    let mut days = None;
    let (act, asked_for, side) = match case(row)? {
        Case::Ours(request) => {
            let content = request.content();
            let act = content.map(|content| content.act()).or_else(|| request.typed().act());
            let asked_for = match content {
                Some(content) => content.on_behalf_of.clone(),
                None => row.for_body.as_deref().map(BodyId::from),
            };
            days = request.versions().first().map(|first| {
                let span_ms = first.approval.at.as_millisecond() - row.opened_at_ms;
                u32::try_from(span_ms / DAY_MS).unwrap_or(0)
            });
            (act, asked_for, Side::Acting)
        }
        Case::Alert(alert) => {
            let side = if row.side == "alert-ours" { Side::Acting } else { Side::Receiving };
            (alert.content().map(|content| content.act()), None, side)
        }
        // The body that asked for another is named by the asker; what it may do is for the asker's law.
        Case::Theirs(incoming) => (incoming.content().ok().map(|c| c.act()), None, Side::Receiving),
    };
    let Some(mut act) = act else { return Ok(None) };
    let wanted_to = row.wanted_to.as_deref().map(BodyId::from);
    let rerouted = asked_for.is_some() || wanted_to.is_some();
    act.from = asked_for.unwrap_or(act.from);
    act.to = wanted_to.unwrap_or(act.to);
    let on = day(bodies, if side == Side::Acting { &act.from } else { &act.to }, opened);
    let case = row.reference.as_deref().unwrap_or(&row.id).into();
    Ok(Some(RecordedAct { case, act, side, on, rerouted, days_lost: days }))
}

/// Acts that left or arrived in the year up to `on`, by form, acting state and level: what takes place, whatever the law says.
pub async fn practice(store: &Store, bodies: &Directory, pair: [State; 2], on: Date) -> Acted<Vec<Practice>> {
    let since = on.checked_sub(1.year()).unwrap_or(Date::MIN);
    let mut counts: BTreeMap<(FormId, State, Level), u64> = BTreeMap::new();
    let mut last = String::new();
    loop {
        let page = store.matters_after(&last, PAGE).await?;
        let Some(end) = page.last() else { break };
        last = end.id.clone();
        for row in &page {
            let Some((act, at)) = took_place(row)? else { continue };
            let Some(from) = bodies.get(&act.from).filter(|_| between(bodies, &act, pair)) else { continue };
            let day = day(bodies, &act.from, at);
            if since < day && day <= on {
                // A unit counts where the law speaks of districts.
                let level = if from.level == Level::Unit { Level::District } else { from.level };
                *counts.entry((act.form, from.state, level)).or_default() += 1;
            }
        }
    }
    let practice = |((form, acting, level), count)| Practice { form, acting, level, count };
    Ok(counts.into_iter().map(practice).collect())
}

fn took_place(row: &MatterRow) -> Acted<Option<(Act, Timestamp)>> {
    Ok(match case(row)? {
        Case::Ours(request) => {
            request.versions().first().map(|first| (first.content.act(), first.approval.at))
        }
        Case::Alert(alert) => alert.versions().first().map(|first| (first.content.act(), first.at)),
        Case::Theirs(incoming) => {
            let arrived = Timestamp::from_millisecond(row.opened_at_ms).map_err(CannotAct::internal)?;
            incoming.content().ok().map(|content| (content.act(), arrived))
        }
    })
}

fn between(bodies: &Directory, act: &Act, pair: [State; 2]) -> bool {
    let state = |id: &BodyId| bodies.get(id).map(|body| body.state);
    state(&act.from)
        .zip(state(&act.to))
        .is_some_and(|(from, to)| from != to && pair.contains(&from) && pair.contains(&to))
}

/// The date where the body is.
fn day(bodies: &Directory, body: &BodyId, at: Timestamp) -> Date {
    let zone = bodies.get(body).and_then(|body| TimeZone::get(&body.zone).ok());
    at.to_zoned(zone.unwrap_or(TimeZone::UTC)).date()
}

/// The middle one; of two, the lower.
fn median(mut days: Vec<u32>) -> Option<u32> {
    days.sort_unstable();
    days.get(days.len().checked_sub(1)? / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::median;

    #[test]
    fn the_usual_is_the_middle_and_of_nothing_there_is_none() {
        assert_eq!(median(vec![]), None);
        assert_eq!(median(vec![7]), Some(7));
        assert_eq!(median(vec![9, 1]), Some(1));
        assert_eq!(median(vec![30, 2, 3]), Some(3));
    }
}
