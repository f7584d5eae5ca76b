//! The door. `POST /sign-in {user, password, csrf, next}`.
//!
//! Never: says which of name and password was wrong.

use askama::Template;

use super::frame::{Frame, Theme};
use super::icon::Icon;
use crate::web::l10n::Lang;

#[derive(Debug, Template)]
#[template(path = "sign_in/show.html")]
pub struct SignInPage {
    pub frame: Frame,
    pub user: String,
    /// Where to go afterwards; empty means the desk.
    pub next: String,
    /// The body or bodies this node belongs to.
    pub node: String,
    pub problem: Option<String>,
    /// Shown only by the demo: invented people one may be.
    pub demo: Vec<DemoUser>,
}

#[derive(Debug)]
pub struct DemoUser {
    pub user: String,
    pub password: String,
    pub post: String,
}
