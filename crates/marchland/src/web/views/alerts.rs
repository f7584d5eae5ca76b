//! Alerts: the list, the form, the page of one.
//!
//! Posts to `/alerts/{ref}/…`: `submit`, `discard`, `approve`, `return {reason}`, `withdraw {reason}`, `renew {valid_until}`,
//! `drop-change`, `decide`, `hit {hit, do=confirm|drop|read, reason}`, `revoke {release, reason}`.
//!
//! Never: offers an act the reader may not do.

use askama::Template;

use super::decision::Basis;
use super::fields::{Choice, Fields};
use super::frame::{Frame, Theme};
use super::icon::Icon;
use super::parts::{Anchor, Body, Both, Pager, Tab, Tag, Verdict};
use super::requests::TimelineItem;
use crate::web::l10n::Lang;

#[derive(Debug, Template)]
#[template(path = "alerts/list.html")]
pub struct AlertsPage {
    pub frame: Frame,
    pub tabs: Vec<Tab>,
    pub fields: Fields,
    pub rows: Vec<AlertRow>,
    pub pager: Pager,
    pub may_compose: bool,
}

#[derive(Debug)]
pub struct AlertRow {
    pub title: Anchor,
    pub number: String,
    pub purpose: String,
    pub from: Body,
    pub stage: Tag,
    pub valid: String,
}

#[derive(Debug, Template)]
#[template(path = "alerts/compose.html")]
pub struct AlertForm {
    pub frame: Frame,
    pub fields: Fields,
    /// Where the form goes.
    pub action: String,
    /// An alert in force is corrected, not begun.
    pub corrects: bool,
    pub from: Vec<Choice>,
    pub to: Vec<Choice>,
    /// Further addressees that the law of today carries an alert to.
    pub also_to: Vec<Choice>,
    pub purposes: Vec<Choice>,
    pub actions: Vec<Choice>,
    pub dangers: Vec<Choice>,
    pub sexes: Vec<Choice>,
    pub kinds: Vec<Choice>,
    pub things: Vec<ThingLine>,
}

/// A line of the form for one thing; two empty ones stand below those filled in.
#[derive(Debug, Default)]
pub struct ThingLine {
    pub kind: String,
    pub number: String,
    pub state: String,
    pub make: String,
}

#[derive(Debug, Template)]
#[template(path = "alerts/show.html")]
pub struct AlertPage {
    pub frame: Frame,
    pub fields: Fields,
    /// Key in addresses.
    pub key: String,
    pub title: String,
    pub number: String,
    pub stage: Tag,
    pub from: Body,
    pub to: Body,
    /// Listed here, how far it came there, erased: one sentence each.
    pub says: Vec<String>,
    pub copies: Vec<CopyView>,
    pub returned: Option<String>,
    pub person: Vec<(String, String)>,
    pub things: Vec<(String, String)>,
    pub search: Vec<(String, String)>,
    pub verdict: Option<Verdict>,
    pub rests_on: Vec<Basis>,
    pub hits: Vec<HitView>,
    pub releases: Vec<ReleaseView>,
    pub timeline: Vec<TimelineItem>,
    pub places: Both,
    pub pending: Option<Vec<(String, String)>>,
    pub can: AlertActs,
}

/// One addressee and what is known of its copy.
#[derive(Debug)]
pub struct CopyView {
    pub to: Body,
    pub state: Tag,
    pub since: String,
    /// Why it was refused there, as a code; empty otherwise.
    pub note: String,
}

#[derive(Debug, Clone, Copy, Default)]
pub struct AlertActs {
    pub edit: bool,
    pub submit: bool,
    pub discard: bool,
    pub approve: bool,
    pub give_back: bool,
    pub change: bool,
    pub drop_change: bool,
    pub withdraw: bool,
    pub decide: bool,
    pub revoke: bool,
}

#[derive(Debug)]
pub struct HitView {
    pub id: String,
    pub at: String,
    pub place: String,
    pub outcome: String,
    pub traveller: String,
    pub compared: String,
    pub looks: String,
    pub note: String,
    pub state: Tag,
    pub may_confirm: bool,
    pub may_read: bool,
}

#[derive(Debug)]
pub struct ReleaseView {
    pub id: String,
    pub document: String,
    pub why: String,
    pub by: String,
    pub until: String,
    pub state: Option<Tag>,
    pub may_revoke: bool,
}
