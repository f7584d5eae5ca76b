//! Grounds of refusal: coded, so that the asker reads them in its own language.
//!
//! Never: invents a ground. The instrument's list comes with the decision; the ones here bind every police.

use crate::content::Content;
use crate::error::CannotStep;
use crate::field::Field;
use crate::ids::GroundCode;
use crate::input::Input;
use marchland_law::{Decision, RefusalGrounds};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Grounds that stand whatever the instrument says: nobody may be asked to help with these.
pub const ALWAYS: [&str; 5] =
    ["human-rights", "political-motive", "discrimination", "torture-risk", "death-penalty"];

/// The ground of the receiving side's own law: always open, because their law is asked as well.
pub const OWN_LAW: &str = "own-law";

pub const GROUND_NOTE_MAX: usize = 600;

/// A ground and, if useful, a short note. The note is free text and may need a translator; the code does not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ground {
    pub code: GroundCode,
    pub note: Option<String>,
}

/// One point of the request that is refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PointRefusal {
    /// From 1, as in the request.
    pub point: u16,
    pub grounds: Vec<Ground>,
}

/// The codes a refusal may name under this decision, the instrument's first.
pub fn choices(decision: &Decision) -> Vec<GroundCode> {
    let listed: Vec<GroundCode> = match &decision.refusal_grounds {
        RefusalGrounds::Listed(grounds) => grounds.iter().map(|g| GroundCode::from(&*g.code)).collect(),
        RefusalGrounds::NoInstrument | RefusalGrounds::NotRead(_) => Vec::new(),
    };
    let mut seen = BTreeSet::new();
    let rest = std::iter::once(OWN_LAW).chain(ALWAYS).map(GroundCode::from);
    listed.into_iter().chain(rest).filter(|code| seen.insert(code.clone())).collect()
}

/// At least one ground, each from the list, notes cleaned.
pub(crate) fn checked(grounds: Vec<Ground>, allowed: &[GroundCode]) -> Result<Vec<Ground>, CannotStep> {
    if grounds.is_empty() {
        return Err(CannotStep::GroundMissing);
    }
    let mut input = Input::default();
    let mut kept: Vec<Ground> = Vec::with_capacity(grounds.len());
    for ground in grounds {
        if !allowed.contains(&ground.code) {
            return Err(CannotStep::GroundUnknown { code: ground.code.to_string() });
        }
        let note = input.optional(Field::Reason, ground.note.as_deref().unwrap_or(""), GROUND_NOTE_MAX);
        if !kept.iter().any(|g| g.code == ground.code) {
            kept.push(Ground { code: ground.code, note });
        }
    }
    input.done(kept)
}

/// Some points refused, each known, each once; not none and not all.
pub(crate) fn checked_points(
    refusals: Vec<PointRefusal>,
    content: &Content,
    allowed: &[GroundCode],
) -> Result<Vec<PointRefusal>, CannotStep> {
    let mut kept: Vec<PointRefusal> = Vec::with_capacity(refusals.len());
    for refusal in refusals {
        if !content.has_point(refusal.point) {
            return Err(CannotStep::PointUnknown { number: refusal.point });
        }
        if kept.iter().any(|k| k.point == refusal.point) {
            continue;
        }
        kept.push(PointRefusal { point: refusal.point, grounds: checked(refusal.grounds, allowed)? });
    }
    if kept.is_empty() || kept.len() >= content.points.len() {
        return Err(CannotStep::PointsNotPart);
    }
    kept.sort_by_key(|k| k.point);
    Ok(kept)
}
