//! Instruments: the list, and one with its articles, rules, sources and confidence. The legal adviser posts to
//! `/instruments/{id}/confirm {reason}` and `/instruments/{id}/revoke {confirmation, reason}`.
//!
//! Never: passes our paraphrase off as the text.

use askama::Template;

use super::fields::{Choice, Fields};
use super::frame::{Frame, Theme};
use super::framework::{Chart, Exports};
use super::icon::Icon;
use super::parts::{Anchor, Body, Confidence, Tag};
use crate::web::l10n::Lang;

#[derive(Debug, Template)]
#[template(path = "instruments/list.html")]
pub struct InstrumentsPage {
    pub frame: Frame,
    pub fields: Fields,
    /// Choices of the `party` filter.
    pub parties: Vec<Choice>,
    pub rows: Vec<InstrumentRow>,
    /// The date the list is read at.
    pub on: String,
}

#[derive(Debug)]
pub struct InstrumentRow {
    pub title: Anchor,
    /// Binding, model, policy.
    pub force: String,
    pub parties: String,
    /// In force, displaced, not yet, ended.
    pub status: Tag,
    pub status_note: String,
    pub confidence: Confidence,
    pub rules: u64,
}

#[derive(Debug, Template)]
#[template(path = "instruments/show.html")]
pub struct InstrumentPage {
    pub frame: Frame,
    pub id: String,
    pub title: String,
    /// `Signed 7 October 2002. Replaces the Minsk Convention between common parties.`
    pub summary: String,
    pub force: String,
    /// `4 read, 2 not read, 1 rule`
    pub counts: String,
    /// When it was in force, party by party; absent when no day is known.
    pub chart: Option<Chart>,
    /// The older instrument drawn beneath it.
    pub older: String,
    /// Parties that stand in the table and not in the drawing.
    pub not_drawn: usize,
    /// `Named in 3 of the last 40 decisions of this node.`
    pub used: String,
    pub compare: String,
    /// The question form, with a form of this instrument; empty when it names none.
    pub try_href: String,
    /// Between our state and each neighbour: the pair, the word, a note.
    pub standing: Vec<(String, Tag, String)>,
    pub parties: Vec<PartyRow>,
    pub territories: Vec<TerritoryPanel>,
    pub exports: Exports,
    pub articles: Vec<Article>,
    pub relations: Vec<Anchor>,
    pub reservations: Vec<Reservation>,
    pub sources: Vec<Anchor>,
    pub confidence: Vec<ConfidenceRow>,
    /// Of this node's bodies, revoked ones too.
    pub confirmations: Vec<ConfirmationRow>,
    /// The visitor is a legal adviser.
    pub may_confirm: bool,
    pub fields: Fields,
}

/// A legal adviser answers for the use of the instrument by a body.
#[derive(Debug)]
pub struct ConfirmationRow {
    pub id: String,
    pub body: Body,
    pub post: String,
    pub date: String,
    pub reason: String,
    pub state: Tag,
    pub may_revoke: bool,
}

#[derive(Debug)]
pub struct PartyRow {
    pub state: String,
    pub deposited: String,
    pub in_force: String,
    pub until: String,
    pub note: String,
}

/// A border territory with its dated regions.
#[derive(Debug)]
pub struct TerritoryPanel {
    pub id: String,
    pub name: String,
    pub note: String,
    /// Present where some region came or went.
    pub chart: Option<Chart>,
    pub not_drawn: usize,
    pub regions: Vec<RegionRow>,
    pub sources: Vec<Anchor>,
}

#[derive(Debug)]
pub struct RegionRow {
    pub name: String,
    pub code: String,
    /// `from 8 Jun 2022`
    pub belongs: String,
    pub confidence: Confidence,
    pub note: String,
}

#[derive(Debug)]
pub struct Article {
    /// `art-7-1`, for links to it.
    pub anchor: String,
    pub heading: String,
    pub confidence: Confidence,
    /// Language of the paraphrase.
    pub lang: String,
    /// Our words; empty when there are none.
    pub paraphrase: String,
    /// Nobody here has read it: no rule may rest on it.
    pub not_read: bool,
    pub rules: Vec<RuleBlock>,
    pub sources: Vec<Anchor>,
}

#[derive(Debug)]
pub struct RuleBlock {
    pub name: String,
    /// `in force for RU-KZ from 28 Jun 2023`
    pub validity: String,
    /// Keyword and rest: (`when`, `act.form = procedural-assistance`).
    pub lines: Vec<(String, String)>,
    /// What the situations of the law try of it.
    pub tried: Tag,
}

#[derive(Debug)]
pub struct Reservation {
    pub by: String,
    pub text: String,
    pub confidence: Confidence,
}

#[derive(Debug)]
pub struct ConfidenceRow {
    pub mark: Confidence,
    pub provisions: u64,
    /// What may be done with such provisions.
    pub means: String,
}
