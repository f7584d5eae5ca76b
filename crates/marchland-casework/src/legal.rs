//! Where a case meets the law: the act a content stands for, and whether a decision carries it.
//!
//! Never: decides. The law is asked by the node, and the decision arrives as a value.

use crate::choice::Choice;
use crate::content::{Content, Urgency};
use crate::error::CannotStep;
use jiff::Timestamp;
use marchland_law::{Act, BodyId, Decision, FactKey, FactValue, Side};
use std::collections::BTreeMap;

/// A decision is made on the day of the step. Two days of play, because bodies east and west of each other
/// share an instant but not a date, and a head may sign shortly after midnight.
const DECISION_AGE_MAX_DAYS: i32 = 2;

/// The two letters before the first stroke of a body's name.
pub(crate) fn state_of(body: &BodyId) -> &str {
    body.as_str().split('/').next().unwrap_or_default()
}

impl Content {
    /// The act this content stands for: what the law is asked, on both sides.
    pub fn act(&self) -> Act {
        let mut facts: BTreeMap<FactKey, FactValue> = self.legal_facts.clone();
        let mut state = |key: &str, value: FactValue| facts.insert(FactKey::from(key), value);
        state("urgent", FactValue::YesNo(matches!(self.urgency, Urgency::Urgent { .. })));
        state("oral", FactValue::YesNo(self.oral.is_some()));
        state("purpose", FactValue::Text(self.purpose.code().into()));
        state("subject-category", FactValue::Text(self.category.code().into()));
        Act { form: self.form.clone(), from: self.from.clone(), to: self.to.clone(), channel: None, facts }
    }
}

/// Fact keys that [`Content::act`] answers from other fields, so that no one is asked twice.
pub const FACTS_FROM_FIELDS: [&str; 4] = ["urgent", "oral", "purpose", "subject-category"];

/// A decision is for this content and made now. The verdict may be anything: registering what the law
/// forbids is right, so that it can be refused with reasons.
pub(crate) fn decision_is_for(
    decision: &Decision,
    content: &Content,
    side: Side,
    at: Timestamp,
) -> Result<(), CannotStep> {
    // The node may have fixed the channel when it asked; everything else must be the same act.
    let asked = Act { channel: decision.act.channel, ..content.act() };
    if decision.act != asked || decision.side != side {
        return Err(CannotStep::DecisionOtherAct);
    }
    let today = at.to_zoned(jiff::tz::TimeZone::UTC).date();
    let age_days = decision.dates.act.until(today).map_or(i32::MAX, |span| span.get_days());
    if age_days.abs() > DECISION_AGE_MAX_DAYS {
        return Err(CannotStep::DecisionOutdated { of: decision.dates.act });
    }
    Ok(())
}

/// A decision for this content that permits it.
pub(crate) fn decision_permits(
    decision: &Decision,
    content: &Content,
    side: Side,
    at: Timestamp,
) -> Result<(), CannotStep> {
    decision_is_for(decision, content, side, at)?;
    if !decision.verdict.permits() {
        return Err(CannotStep::DecisionNotPermitting { verdict: decision.verdict.code().into() });
    }
    Ok(())
}
