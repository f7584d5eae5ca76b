//! What an alert keeps besides its stage: versions, hits, releases. Hits and releases also travel.
//!
//! Never: keeps a traveller who was no hit.

use super::content::AlertContent;
use super::thing::ThingKind;
use crate::born::Born;
use crate::choice::Choice;
use crate::ids::{MandateId, MessageId, Post};
use crate::message::BadMessage;
use crate::people::Actor;
use crate::text::is_clean;
use jiff::Timestamp;
use marchland_law::{BodyId, Decision};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

const LINE_MAX: usize = 200;
const DOCUMENT_MAX: usize = 40;
/// Longest time a release is remembered, in days. A rule of the house: a passport is renewed within ten years, a mistake
/// must be looked at again within five.
pub const RELEASE_DAYS_MAX: i64 = 5 * 366;

/// One version of the alert, as signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AlertVersion {
    /// Counted from 1.
    pub number: u16,
    pub content: AlertContent,
    pub message: MessageId,
    /// The post that signed it.
    pub post: Post,
    pub at: Timestamp,
    /// Ours only: under which mandate and decision.
    pub approval: Option<AlertApproval>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AlertApproval {
    pub by: Actor,
    pub mandate: MandateId,
    pub decision: Box<Decision>,
}

/// A change of an alert in force that a head has not signed yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PendingChange {
    pub content: AlertContent,
    pub by: Actor,
    pub at: Timestamp,
}

/// What the finder established.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HitOutcome {
    SamePerson,
    SameThing,
    /// The traveller is the victim whose identity the person searched for uses.
    MisusedIdentity,
}

/// What was compared before a hit was confirmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Compared {
    Name,
    BirthDate,
    BirthPlace,
    Document,
    Photograph,
    Fingerprints,
    Questions,
    /// The numbers on the thing itself, not only on its plate or paper.
    Numbers,
}

/// Whom or what the finder checked, as the document says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Traveller {
    /// The name; of a thing its number.
    pub name: String,
    pub born: Option<Born>,
    pub document: Option<String>,
    pub issuer: Option<String>,
    /// What kind of thing, where it is not a person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thing: Option<ThingKind>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hit {
    /// UUID; the same id is the same hit.
    pub id: String,
    pub at: Timestamp,
    /// The post or crossing point where it happened.
    pub place: String,
    pub outcome: HitOutcome,
    pub traveller: Traveller,
    pub compared: BTreeSet<Compared>,
    pub note: Option<String>,
    /// The post that looked first.
    pub first_look: Post,
    /// The post that looked again; absent until it has.
    pub second_look: Option<Post>,
}

/// A hit with what its own side keeps about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptHit {
    pub hit: Hit,
    /// Who looked first; absent for a hit reported by the neighbour.
    pub by: Option<Actor>,
    /// The message that told the issuer; absent until it was told, and for our own alerts.
    pub told: Option<MessageId>,
    pub confirmed_at: Option<Timestamp>,
    /// The second look did not confirm it: the reason.
    pub dropped: Option<String>,
    /// Somebody of the issuing body has read it.
    pub read_at: Option<Timestamp>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReleaseReason {
    BirthPlaceDiffers,
    BirthDateDiffers,
    PhotographDiffers,
    FingerprintsDiffer,
    NumbersDiffer,
    DocumentsProve,
    IssuerSays,
    Other,
}

/// A wrong person, set free from one alert for one document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Release {
    /// UUID; the same id is the same release.
    pub id: String,
    /// The number of the document, as printed, in capital letters without blanks.
    pub document: String,
    /// The issuing state of the document, as its machine-readable zone writes it.
    pub issuer: Option<String>,
    pub reason: ReleaseReason,
    pub note: Option<String>,
    pub by: Post,
    pub body: BodyId,
    pub at: Timestamp,
    /// The first moment at which it is no longer remembered.
    pub until: Timestamp,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptRelease {
    pub release: Release,
    /// The message that told the other side, or by which we heard of it.
    pub message: MessageId,
    pub revoked_at: Option<Timestamp>,
}

impl Choice for HitOutcome {
    const TABLE: &'static [(Self, &'static str)] = &[
        (Self::SamePerson, "same-person"),
        (Self::SameThing, "same-thing"),
        (Self::MisusedIdentity, "misused-identity"),
    ];
}

impl Choice for Compared {
    const TABLE: &'static [(Self, &'static str)] = &[
        (Self::Name, "name"),
        (Self::BirthDate, "birth-date"),
        (Self::BirthPlace, "birth-place"),
        (Self::Document, "document"),
        (Self::Photograph, "photograph"),
        (Self::Fingerprints, "fingerprints"),
        (Self::Questions, "questions"),
        (Self::Numbers, "numbers"),
    ];
}

impl Choice for ReleaseReason {
    const TABLE: &'static [(Self, &'static str)] = &[
        (Self::BirthPlaceDiffers, "birth-place-differs"),
        (Self::BirthDateDiffers, "birth-date-differs"),
        (Self::PhotographDiffers, "photograph-differs"),
        (Self::FingerprintsDiffer, "fingerprints-differ"),
        (Self::NumbersDiffer, "numbers-differ"),
        (Self::DocumentsProve, "documents-prove"),
        (Self::IssuerSays, "issuer-says"),
        (Self::Other, "other"),
    ];
}

impl HitOutcome {
    /// A thing is found as a thing, a person as a person.
    pub(super) fn fits(self, found: &Traveller) -> bool {
        (self == Self::SameThing) == found.thing.is_some()
    }
}

/// The number by which a document or thing is known: letters and digits in capitals, nothing else, and Cyrillic letters that
/// look like Latin ones as those, because plates and passports are typed in both. `None` if nothing is left.
pub fn document_number(raw: &str) -> Option<String> {
    let number: String = raw
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_uppercase)
        .map(latin)
        .take(DOCUMENT_MAX + 1)
        .collect();
    let fits = !number.is_empty() && number.chars().count() <= DOCUMENT_MAX;
    fits.then_some(number)
}

/// The twelve letters of GOST R 50577 that both alphabets have in print.
fn latin(letter: char) -> char {
    const TWINS: [(char, char); 12] = [
        ('А', 'A'),
        ('В', 'B'),
        ('Е', 'E'),
        ('К', 'K'),
        ('М', 'M'),
        ('Н', 'H'),
        ('О', 'O'),
        ('Р', 'P'),
        ('С', 'C'),
        ('Т', 'T'),
        ('У', 'Y'),
        ('Х', 'X'),
    ];
    TWINS.iter().find(|(cyrillic, _)| *cyrillic == letter).map_or(letter, |(_, latin)| *latin)
}

impl KeptRelease {
    pub fn holds(&self, at: Timestamp) -> bool {
        self.revoked_at.is_none() && at < self.release.until
    }
}

impl KeptHit {
    /// Waits for the second look.
    pub fn is_open(&self) -> bool {
        self.hit.second_look.is_none() && self.dropped.is_none()
    }
}

impl Hit {
    /// The rules for a hit from outside.
    pub fn check(&self) -> Result<(), BadMessage> {
        line("hit", &self.id)?;
        line("place of the hit", &self.place)?;
        line("name of the traveller", &self.traveller.name)?;
        line("post of the first look", self.first_look.as_str())?;
        self.second_look.iter().try_for_each(|post| line("post of the second look", post.as_str()))?;
        self.note.iter().try_for_each(|note| text("note of the hit", note))?;
        let papers = [&self.traveller.document, &self.traveller.issuer];
        papers.into_iter().flatten().try_for_each(|paper| line("document of the traveller", paper))?;
        // A hit that nobody looked at twice, or that compared nothing, is not one.
        if self.compared.is_empty() || self.second_look.is_none() {
            return Err(BadMessage::Text { part: "comparison of the hit" });
        }
        if !self.outcome.fits(&self.traveller) {
            return Err(BadMessage::Text { part: "outcome of the hit" });
        }
        Ok(())
    }
}

impl Release {
    /// The rules for a release from outside.
    pub fn check(&self) -> Result<(), BadMessage> {
        line("release", &self.id)?;
        line("post of the release", self.by.as_str())?;
        self.issuer.iter().try_for_each(|issuer| line("issuer of the document", issuer))?;
        self.note.iter().try_for_each(|note| text("note of the release", note))?;
        let whole = document_number(&self.document).as_deref() == Some(self.document.as_str());
        let days = self.until.duration_since(self.at).as_secs() / 86_400;
        if !whole || !(0..=RELEASE_DAYS_MAX).contains(&days) {
            return Err(BadMessage::Text { part: "document or time of the release" });
        }
        Ok(())
    }
}

fn line(part: &'static str, text: &str) -> Result<(), BadMessage> {
    let fits = !text.is_empty() && is_clean(text, LINE_MAX, false);
    if fits { Ok(()) } else { Err(BadMessage::Text { part }) }
}

fn text(part: &'static str, text: &str) -> Result<(), BadMessage> {
    let fits = !text.is_empty() && is_clean(text, crate::REASON_MAX, true);
    if fits { Ok(()) } else { Err(BadMessage::Text { part }) }
}
