//! Checks that a post made without network, handed in by the guard who made them: counted like all others, with who, where, why.
//!
//! Never: takes a check twice, or one from the future; learns a traveller.

use jiff::SignedDuration;

use super::Acted;
use super::crossing::{Lane, at_lane, checked_lane, entry, noted};
use crate::app::App;
use crate::screening::Away;
use crate::store::passage::{self, PassageRow};
use crate::store::people::Official;

/// Older ones belong to nobody's shift.
const OLDEST: SignedDuration = SignedDuration::from_hours(31 * 24);
/// Clocks of a post and its node may differ by so much.
const AHEAD: SignedDuration = SignedDuration::from_mins(5);

/// What became of the checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HandedIn {
    pub taken: usize,
    /// Handed in before.
    pub known: usize,
}

/// Whether a check may be of these days.
pub fn is_of_late(app: &App, check: &Away) -> bool {
    let age = app.clock.now().duration_since(check.at);
    (-AHEAD..=OLDEST).contains(&age)
}

/// All that are of late, or none.
pub async fn hand_in(app: &App, who: &Official, lane: &Lane, checks: &[Away]) -> Acted<HandedIn> {
    let lane = checked_lane(app, lane)?;
    let mut done = HandedIn { taken: 0, known: 0 };
    let mut tx = app.store.begin().await?;
    for check in checks.iter().filter(|check| is_of_late(app, check)) {
        match passage::put(&mut tx, &row(who, &lane, check)).await? {
            true => done.taken += 1,
            false => done.known += 1,
        }
    }
    let what = format!("{} checked without network", done.taken);
    noted(app, tx, &lane, &what, entry(who, "hand in checks", false)).await?;
    Ok(done)
}

fn row(who: &Official, lane: &Lane, check: &Away) -> PassageRow {
    PassageRow {
        line: check.line,
        verdict: check.word.code().to_owned(),
        alert: check.alert.clone(),
        ..at_lane(who, lane, check.id.to_string(), check.at.as_millisecond())
    }
}
