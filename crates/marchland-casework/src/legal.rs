//! Where a case meets the law: the act a content stands for, and whether a decision carries it.
//!
//! Never: decides. The law is asked by the node, and the decision arrives as a value.

use crate::choice::Choice;
use crate::content::{Content, Purpose, SubjectCategory, Urgency};
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
        let known = Known {
            urgent: Some(matches!(self.urgency, Urgency::Urgent { .. })),
            oral: self.oral.is_some(),
            purpose: Some(self.purpose),
            category: Some(self.category),
        };
        Act {
            form: self.form.clone(),
            from: self.from.clone(),
            to: self.to.clone(),
            channel: None,
            facts: known.with(self.legal_facts.clone()),
        }
    }
}

/// What fields of the form tell the law. Empty fields are unknown to it, never answered with no.
pub(crate) struct Known {
    pub(crate) urgent: Option<bool>,
    pub(crate) oral: bool,
    pub(crate) purpose: Option<Purpose>,
    pub(crate) category: Option<SubjectCategory>,
}

impl Known {
    /// These facts and the ones a person answered. A person's own answer about the aim stands.
    pub(crate) fn with(self, mut facts: BTreeMap<FactKey, FactValue>) -> BTreeMap<FactKey, FactValue> {
        let text = |code: &str| FactValue::Text(code.into());
        if let Some(aim) = self.purpose.and_then(aim) {
            facts.entry(FactKey::from("aim")).or_insert_with(|| text(aim));
        }
        let urgent = self.urgent.map(FactValue::YesNo);
        let purpose = self.purpose.map(|p| text(p.code()));
        let category = self.category.map(|c| text(c.code()));
        let told = [Some(FactValue::YesNo(self.oral)), urgent, purpose, category];
        let keys = [ORAL, URGENT, PURPOSE, CATEGORY].map(FactKey::from);
        facts.extend(keys.into_iter().zip(told).filter_map(|(key, value)| Some((key, value?))));
        facts
    }
}

/// A purpose that leaves no doubt answers the law's question about the aim. Prevention and search may serve
/// either, so a person answers.
fn aim(purpose: Purpose) -> Option<&'static str> {
    match purpose {
        Purpose::Detection | Purpose::Investigation => Some("crime"),
        Purpose::ProtectionOfLife => Some("danger"),
        Purpose::Prevention | Purpose::Search => None,
    }
}

const ORAL: &str = "oral";
const URGENT: &str = "urgent";
const PURPOSE: &str = "purpose";
const CATEGORY: &str = "subject-category";

/// Fact keys that other fields of the form answer, so that no one is asked twice.
pub const FACTS_FROM_FIELDS: [&str; 4] = [ORAL, URGENT, PURPOSE, CATEGORY];

/// A decision is for this content and made now. The verdict may be anything: registering what the law
/// forbids is right, so that it can be refused with reasons.
pub(crate) fn decision_is_for(
    decision: &Decision,
    content: &Content,
    side: Side,
    at: Timestamp,
) -> Result<(), CannotStep> {
    act_decided(decision, &content.act(), side, at)
}

/// A decision is for this act and made now.
pub(crate) fn act_decided(
    decision: &Decision,
    act: &Act,
    side: Side,
    at: Timestamp,
) -> Result<(), CannotStep> {
    // The node may have fixed the channel when it asked; everything else must be the same act.
    let asked = Act { channel: decision.act.channel, ..act.clone() };
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
    act_permitted(decision, &content.act(), side, at)
}

/// A decision for this act that permits it.
pub(crate) fn act_permitted(
    decision: &Decision,
    act: &Act,
    side: Side,
    at: Timestamp,
) -> Result<(), CannotStep> {
    act_decided(decision, act, side, at)?;
    if !decision.verdict.permits() {
        return Err(CannotStep::DecisionNotPermitting { verdict: decision.verdict.code().into() });
    }
    Ok(())
}
