//! `GET /admin`: users, neighbours, the law in use. `POST /admin/retry {neighbour}`.
//!
//! Never: shows a secret, and never a case.

use askama::Template;

use super::frame::{Frame, Reach, Theme};
use super::icon::Icon;
use super::parts::{Body, Tag};
use crate::web::l10n::Lang;

#[derive(Debug, Template)]
#[template(path = "admin/show.html")]
pub struct AdminPage {
    pub frame: Frame,
    pub users: Vec<UserRow>,
    pub neighbours: Vec<NeighbourRow>,
    pub law: LawState,
    pub node: Vec<(String, String)>,
}

#[derive(Debug)]
pub struct UserRow {
    pub user: String,
    pub name: String,
    pub post: String,
    pub body: Body,
    pub roles: String,
    pub last_seen: String,
    pub state: Tag,
}

#[derive(Debug)]
pub struct NeighbourRow {
    /// Its node, as the retry form names it.
    pub id: String,
    pub name: String,
    pub address: String,
    pub bodies: Vec<Body>,
    pub reach: Reach,
    /// `12 wait, nothing lost`
    pub note: String,
    /// Until when its signed record holds.
    pub record_until: String,
    /// Something waits or failed: the next attempt can be made at once.
    pub may_retry: bool,
}

#[derive(Debug)]
pub struct LawState {
    pub pack: String,
    pub hash: String,
    pub loaded: String,
    pub instruments: u64,
    pub rules: u64,
    /// The pack on disk has mistakes; the last good one is in use.
    pub mistakes: Vec<LawMistake>,
}

#[derive(Debug)]
pub struct LawMistake {
    pub file: String,
    pub line: u64,
    pub column: u64,
    /// The mistake with its line, a caret under the place, what was expected and what to do.
    pub text: String,
}
