//! The law as the API says it: decisions, instruments, confirmations.
//!
//! Never: shortens a decision; the whole of it goes along.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use marchland_law::{Act, Confirmation, Decision, Instrument, Text};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::moment;
use crate::acts::ask::Asked;
use crate::store::confirmation::ConfirmationRow;

/// What to ask the law about: the fields of a form, or an act as the law knows it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Question {
    Fields(BTreeMap<String, String>),
    #[schema(value_type = Object)]
    Act(Act),
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Decided {
    /// permit, permit-under, prohibited, outside-competence, no-basis, text-not-read, unverified, missing-fact
    pub verdict: String,
    pub permits: bool,
    pub took_us: u64,
    pub articles: Vec<ArticleUsed>,
    /// The whole decision, in the spelling of the law.
    #[schema(value_type = Object)]
    pub decision: Decision,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ArticleUsed {
    pub instrument: String,
    #[schema(value_type = BTreeMap<String, String>)]
    pub title: Text,
    pub article: String,
    pub effect: String,
    pub confidence: String,
}

impl From<Asked> for Decided {
    fn from(asked: Asked) -> Self {
        let articles = asked.decision.reasons.iter().map(|reason| ArticleUsed {
            instrument: reason.citation.instrument.to_string(),
            title: reason.title.clone(),
            article: reason.citation.article.to_string(),
            effect: reason.effect.code().to_owned(),
            confidence: reason.confidence.code().to_owned(),
        });
        Self {
            verdict: asked.decision.verdict.code().to_owned(),
            permits: asked.decision.verdict.permits(),
            took_us: u64::try_from(asked.took.as_micros()).unwrap_or(u64::MAX),
            articles: articles.collect(),
            decision: asked.decision,
        }
    }
}

/// An instrument in the list.
#[derive(Debug, Serialize, ToSchema)]
pub struct InstrumentLine {
    pub id: String,
    pub kind: String,
    /// `binding`, `model` or `policy`; only the first is ever a basis.
    pub force: String,
    /// A proposal; it decides nothing.
    pub draft: bool,
    #[schema(value_type = BTreeMap<String, String>)]
    pub title: Text,
    /// How much of its text was read.
    pub text: String,
    pub states: Vec<String>,
    pub articles: usize,
    /// Of the weakest thing known about it.
    pub confidence: String,
}

impl From<&Instrument> for InstrumentLine {
    fn from(instrument: &Instrument) -> Self {
        let parties = instrument.parties.iter().map(|party| party.state);
        let states = parties.chain(instrument.addressed_to.iter().copied());
        Self {
            id: instrument.id.to_string(),
            kind: instrument.kind.to_string(),
            force: instrument.force.code().to_owned(),
            draft: instrument.draft,
            title: instrument.title.clone(),
            text: instrument.text.code().to_owned(),
            states: states.map(|state| state.to_string()).collect(),
            articles: instrument.articles.len(),
            confidence: instrument.confidence.code().to_owned(),
        }
    }
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Instruments {
    /// Which law this is: the hash of its sources.
    pub framework: String,
    pub instruments: Vec<InstrumentLine>,
}

/// A legal adviser's word under the use of an instrument whose text is known only in part.
#[derive(Debug, Serialize, ToSchema)]
pub struct ConfirmationKept {
    pub id: String,
    pub body: String,
    pub instrument: String,
    #[schema(value_type = BTreeMap<String, String>)]
    pub post: Text,
    pub reason: String,
    /// First day on which it counts.
    #[schema(value_type = String, format = Date)]
    pub date: Date,
    /// First day on which it no longer counts.
    #[schema(value_type = Option<String>, format = Date)]
    pub revoked: Option<Date>,
    #[schema(value_type = String, format = DateTime)]
    pub recorded_at: Timestamp,
}

impl ConfirmationKept {
    pub fn new(row: ConfirmationRow, confirmation: Confirmation) -> Self {
        Self {
            id: row.id,
            body: row.body,
            instrument: row.instrument,
            post: confirmation.post,
            reason: confirmation.reason.to_string(),
            date: confirmation.date,
            revoked: confirmation.revoked,
            recorded_at: moment(row.at_ms),
        }
    }
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Confirming {
    pub instrument: String,
    /// What you rest it on, in one to six hundred characters.
    pub reason: String,
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Revoking {
    /// Why it no longer holds, in one to six hundred characters.
    pub reason: String,
}
