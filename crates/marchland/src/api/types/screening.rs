//! Alerts and checks as programs see them.
//!
//! Never: carries a photograph, or more of an alert than the caller may act on.

use std::collections::BTreeMap;

use jiff::Timestamp;
use marchland_casework::alert;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{FieldError, Moved};

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct AlertsOf {
    /// ours | theirs; both if not given
    pub whose: Option<String>,
    /// draft | submitted | in-force | awaiting-law | withdrawn | expired; those that stand if not given
    pub stage: Option<String>,
    /// Part of a name or number.
    pub text: Option<String>,
    pub limit: Option<u32>,
    pub offset: Option<u32>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Alerts {
    pub alerts: Vec<AlertLine>,
    pub total: i64,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct AlertLine {
    pub id: String,
    pub number: Option<String>,
    /// The issuer's number.
    pub issuer_number: Option<String>,
    /// ours | theirs
    pub whose: String,
    pub title: String,
    pub stage: String,
    pub body: String,
    #[schema(value_type = String, format = DateTime)]
    pub changed_at: Timestamp,
}

/// An alert, opened.
#[derive(Debug, Serialize, ToSchema)]
pub struct OpenAlert {
    #[serde(flatten)]
    pub alert: AlertLine,
    pub version: i64,
    /// Under which reason it was opened, as the audit has it.
    pub reason: String,
    /// Met by checks here at this moment.
    pub listed: bool,
    /// approved | sent | delivered: how far the arrival came at the neighbour.
    pub reached: Option<String>,
    /// Every body it is addressed to, and what is known of its copy.
    pub copies: Vec<AlertCopy>,
    pub returned: Option<String>,
    pub fields: BTreeMap<String, String>,
    #[schema(value_type = Option<Object>)]
    pub content: Option<alert::AlertContent>,
    #[schema(value_type = Option<Object>)]
    pub pending: Option<alert::PendingChange>,
    #[schema(value_type = Vec<Object>)]
    pub hits: Vec<alert::KeptHit>,
    #[schema(value_type = Vec<Object>)]
    pub releases: Vec<alert::KeptRelease>,
    #[schema(value_type = Vec<Object>)]
    pub clocks: Vec<marchland_casework::Clock>,
    /// What the law said when it was issued, or of what arrived.
    pub verdict: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct AlertCopy {
    pub to: String,
    /// pending | sent | received | in-force | awaiting-law | refused | withdrawal-pending | withdrawn
    pub state: String,
    /// Why it was refused there.
    pub refused: Option<String>,
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct AlertSaved {
    #[serde(flatten)]
    pub alert: Moved,
    /// What is still to be mended before it can be submitted.
    pub problems: Vec<FieldError>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Renewal {
    /// The new last day, for example 2027-03-01.
    pub valid_until: String,
}

/// Travellers to check, with the lane and the reason that are written down for each.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChecksAsked {
    /// Id of a crossing point of this node.
    pub crossing: String,
    pub lane: String,
    /// entering | leaving
    pub direction: String,
    /// Why these travellers are checked, for example "border control".
    pub reason: String,
    /// At most 500. Each is an object of fields, or one text: the lines of a machine-readable zone, or name, birth date,
    /// document number parted by commas, with things as "plate: 123 ABC 02".
    pub travellers: Vec<TravellerAsked>,
}

#[derive(Deserialize, ToSchema)]
#[serde(untagged)]
pub enum TravellerAsked {
    Line(String),
    Fields(Box<TravellerFields>),
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TravellerFields {
    /// The lines of the zone, parted by line breaks. It wins over every other field.
    pub mrz: Option<String>,
    pub family: Option<String>,
    pub given: Option<String>,
    pub patronymic: Option<String>,
    /// The whole name where its parts are not told apart.
    pub full: Option<String>,
    pub born: Option<String>,
    pub sex: Option<String>,
    pub nationality: Option<String>,
    pub document: Option<String>,
    pub issuer: Option<String>,
    /// Things checked beside the traveller, each with an answer of its own; or alone.
    #[serde(default)]
    pub objects: Vec<ObjectAsked>,
}

/// A thing by its number.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ObjectAsked {
    /// plate | vin | document | firearm | phone | container; a number without a kind is looked for among all of them
    pub kind: Option<String>,
    pub number: String,
    /// The state that issued the number, two letters of ISO 3166.
    pub state: Option<String>,
    pub make: Option<String>,
}

// Travellers stay out of every log, also where a request is printed for debugging.
impl std::fmt::Debug for TravellerAsked {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("TravellerAsked")
    }
}

impl std::fmt::Debug for ObjectAsked {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ObjectAsked")
    }
}

impl std::fmt::Debug for TravellerFields {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("TravellerFields")
    }
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ChecksDone {
    /// One for each traveller that could be read, in the order given.
    pub checks: Vec<CheckDone>,
    /// Travellers that could not be read and were not checked, by their place in the list, from 1.
    pub unreadable: Vec<Unreadable>,
    /// How many alerts the list holds.
    pub alerts: usize,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Unreadable {
    pub line: usize,
    pub code: String,
    pub message: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct CheckDone {
    pub id: String,
    pub line: usize,
    /// clear | cleared-before | near | namesake | hit. "clear" means that no alert fits this document, and nothing else;
    /// "near" that the number of a thing is one mistake away from one searched for.
    pub verdict: String,
    /// let-pass | compare | ask | stop | inform: what the guard does now.
    pub action: String,
    /// What to ask, for a namesake: birth-place | born | patronymic | document.
    pub ask: Option<String>,
    /// The traveller's name; of a thing its number.
    pub name: String,
    /// The thing this line is about; absent for a traveller.
    pub object: Option<ObjectChecked>,
    pub born: Option<String>,
    pub document: Option<String>,
    /// Parts of the zone whose check digit does not fit.
    pub misread: Vec<String>,
    pub met: Vec<AlertMet>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ObjectChecked {
    pub kind: Option<String>,
    pub number: String,
    pub state: Option<String>,
}

/// An alert a traveller or thing met, as far as somebody at the lane needs it.
#[derive(Debug, Serialize, ToSchema)]
pub struct AlertMet {
    pub alert: String,
    pub issuer_number: String,
    pub verdict: String,
    pub from: String,
    pub purpose: String,
    pub action: String,
    pub danger: Vec<String>,
    pub danger_note: Option<String>,
    pub valid_until: String,
    pub names: Vec<String>,
    pub score: Option<f64>,
    pub bits: Option<f64>,
    pub prior_bits: Option<f64>,
    pub would_change: Option<String>,
    pub names_document: bool,
    /// Until when the person is released from this alert for this document.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub cleared_until: Option<Timestamp>,
    #[schema(value_type = Vec<Object>)]
    pub evidence: Vec<marchland_screening::Evidence>,
    /// What the number of a thing says, where the alert searches for one.
    #[schema(value_type = Option<Object>)]
    pub object: Option<marchland_screening::objects::ObjectFound>,
}

/// The first look at a hit.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HitFound {
    pub alert: String,
    /// same-person | misused-identity
    pub outcome: String,
    /// name | birth-date | birth-place | document | photograph | fingerprints | questions
    pub compared: Vec<String>,
    #[serde(default)]
    pub note: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct HitMade {
    pub alert: String,
    pub hit: String,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReleaseWanted {
    pub alert: String,
    /// birth-place-differs | birth-date-differs | photograph-differs | fingerprints-differ | documents-prove | issuer-says
    /// | other
    pub reason: String,
    #[serde(default)]
    pub note: String,
    /// Last day on which the release is remembered.
    pub until: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ReleaseMade {
    pub alert: String,
    pub release: String,
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct CountsOf {
    /// First day, for example 2026-11-27; the last seven days if not given.
    pub from: Option<String>,
    /// Last day.
    pub until: Option<String>,
}

/// How often was checked, by whom, where, why, with what outcome. No traveller is in it.
#[derive(Debug, Serialize, ToSchema)]
pub struct CheckCounts {
    pub counts: Vec<CheckCountLine>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct CheckCountLine {
    pub official: String,
    pub crossing: String,
    pub lane: String,
    pub reason: String,
    pub verdict: String,
    pub checks: i64,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ListState {
    pub alerts: usize,
    /// Hours for which a traveller without a hit is kept.
    pub keep_hours: u16,
    pub keep_hit_hours: u16,
    pub snapshot_max_age_min: u32,
    pub open: Vec<OpenPassage>,
}

/// A hit nobody has settled, or a traveller whom a later alert met.
#[derive(Debug, Serialize, ToSchema)]
pub struct OpenPassage {
    pub check: String,
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    pub crossing: String,
    pub lane: String,
    pub alert: Option<String>,
    /// The alert came after the traveller had passed.
    pub later: bool,
}

impl AlertLine {
    pub fn of(row: crate::store::matter::MatterRow) -> Self {
        let whose = if row.side == "alert-ours" { "ours" } else { "theirs" };
        let number = row.reference.clone();
        Self {
            issuer_number: row.peer_ref.clone().or(row.reference.clone()),
            id: row.id,
            number,
            whose: whose.to_owned(),
            title: row.title,
            stage: row.stage,
            body: row.body,
            changed_at: super::moment(row.changed_at_ms),
        }
    }
}
