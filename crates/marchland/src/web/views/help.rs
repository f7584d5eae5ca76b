//! `GET /help/keys`: all keys, and the switch that turns them off.
//!
//! Never: the only way to do something. Each key has a link or a button with the same effect.

use askama::Template;

use super::frame::{Frame, Theme};
use super::icon::Icon;
use crate::web::l10n::Lang;

#[derive(Debug, Template)]
#[template(path = "help/keys.html")]
pub struct KeysPage {
    pub frame: Frame,
}

impl KeysPage {
    /// Caps and what they do. Letters are places on the keyboard.
    fn keys(&self) -> Vec<(Vec<&'static str>, String)> {
        let t = self.frame.t();
        vec![
            (vec!["/"], t.key_search()),
            (vec!["?"], t.key_all_keys()),
            (vec!["N"], t.key_new()),
            (vec!["J"], t.key_next()),
            (vec!["K"], t.key_previous()),
            (vec!["Enter"], t.key_open()),
            (vec!["G", "D"], t.desk_title()),
            (vec!["G", "R"], t.requests_title()),
            (vec!["G", "I"], t.incoming_title()),
            (vec!["G", "A"], t.approvals_title()),
            (vec!["G", "L"], t.framework_title()),
            (vec!["G", "N"], t.instruments_title()),
            (vec!["G", "M"], t.mandates_title()),
            (vec!["G", "C"], t.counterparts_title()),
            (vec!["G", "U"], t.audit_title()),
            (vec!["A"], t.key_answer()),
            (vec!["R"], t.key_write()),
            (vec!["E"], t.key_evidence()),
            (vec!["L"], t.key_theme()),
            (vec!["Ctrl", "S"], t.key_save()),
            (vec!["Ctrl", "Enter"], t.key_sign()),
            (vec!["Alt", "R"], t.key_route()),
            (vec!["←", "↑", "→", "↓", "Home", "End"], t.key_map()),
            (vec!["Esc"], t.key_escape()),
        ]
    }
}
