//! `GET /audit`: writes, and reads with their reason.
//! Filter fields: `kind` (`all`/`read`/`write`), `who`, `case`, `from`, `until`, `page`.
//!
//! Never: shows the content of a case; an auditor sees that it was read, by whom and why.

use askama::Template;

use super::fields::{Choice, Fields};
use super::frame::{Frame, Theme};
use super::icon::Icon;
use super::parts::{Anchor, Pager};
use crate::web::l10n::Lang;

#[derive(Debug, Template)]
#[template(path = "audit/list.html")]
pub struct AuditPage {
    pub frame: Frame,
    pub fields: Fields,
    pub kinds: Vec<Choice>,
    pub rows: Vec<AuditRow>,
    pub pager: Pager,
    pub log: Vec<LogHead>,
}

#[derive(Debug)]
pub struct AuditRow {
    pub at: String,
    pub read: bool,
    /// `approve request`, `open case`
    pub act: String,
    pub who: String,
    pub post: String,
    pub case: Anchor,
    /// Reason given for a read; result or ground of a write.
    pub reason: String,
}

/// One log per neighbour: its size and when it was last cosigned.
#[derive(Debug)]
pub struct LogHead {
    pub neighbour: String,
    pub size: String,
    pub root: String,
    pub witnessed: String,
}
