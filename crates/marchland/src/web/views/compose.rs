//! `GET/POST /requests/new`: the form, with "May I?" beside it.
//!
//! Field names are those of casework (`marchland_casework::Field`), so a problem finds its field. `handling`
//! and `urgency_tests` come several times, one per ticked box. `fact.{key}` answers a question of the law.
//! Hidden: `draft`, `version` (of the draft as it was shown), `from`, `on_behalf_of`, `route`. Buttons: `do` =
//! `save` | `submit` | `route` | `ask` (draw the page again with the law's answer; for browsers without script).
//! With `do=route` the field `offered_route` names the route that was on the screen.
//!
//! Never: loses a typed word; a refused form comes back as it was sent.

use askama::Template;

use super::decision::DecisionPanel;
use super::fields::{Choice, Fields};
use super::frame::{Frame, Theme};
use super::icon::Icon;
use super::parts::Body;
use crate::web::l10n::Lang;

#[derive(Debug, Template)]
#[template(path = "requests/compose.html")]
pub struct ComposePage {
    pub frame: Frame,
    /// Empty for a draft not saved yet.
    pub draft: String,
    /// A draft that was returned carries the head's reason.
    pub returned: Option<String>,
    /// Someone else changed the draft meanwhile: what and when.
    pub changed_by_other: Option<String>,
    /// Correcting a sent request: the address to post to instead of `/requests/new`.
    pub post_to: String,
    pub correcting: Option<String>,
    pub fields: Fields,
    pub options: ComposeOptions,
    pub panel: DecisionPanel,
    /// The body that asks, and for whom, once a route is used: `Omsk region`, `Isilkul`.
    pub asks: Body,
    pub for_body: Option<String>,
    pub filled: u32,
    pub of: u32,
    /// `14:19`
    pub saved_at: Option<String>,
    /// The limit of the facts field in characters.
    pub facts_max: i64,
    /// The other side's language, when free text goes to a translator.
    pub translated_to: Option<String>,
    /// `No duplicate of this request, here or in Petropavl.` None: not checked.
    pub duplicate: Option<Duplicate>,
}

#[derive(Debug)]
pub struct Duplicate {
    pub found: bool,
    pub text: String,
    pub href: String,
}

/// What may be chosen. The words come from the law's vocabulary and from `Lang`.
#[derive(Debug, Clone, Default)]
pub struct ComposeOptions {
    pub to: Vec<Choice>,
    pub form: Vec<Choice>,
    pub about: Vec<Choice>,
    pub category: Vec<Choice>,
    pub offence: Vec<Choice>,
    pub urgency: Vec<Choice>,
    pub urgency_tests: Vec<Choice>,
    pub purpose: Vec<Choice>,
    pub handling: Vec<Choice>,
    pub source_eval: Vec<Choice>,
    pub info_eval: Vec<Choice>,
    pub oral_how: Vec<Choice>,
}

impl ComposeOptions {
    /// The closed lists of casework in the reader's words; addressees, forms and offences come from registers.
    pub fn of(lang: Lang, to: Vec<Choice>, form: Vec<Choice>, offence: Vec<Choice>) -> Self {
        let t = lang.words();
        ComposeOptions {
            to,
            form,
            about: t.abouts(),
            category: t.categories(),
            offence,
            urgency: t.urgencies(),
            urgency_tests: t.urgency_tests(),
            purpose: t.purposes(),
            handling: t.handlings(),
            source_eval: t.source_grades(),
            info_eval: t.information_grades(),
            oral_how: t.oral_means_choices(),
        }
    }
}

impl ComposePage {
    fn facts_limit(&self) -> String {
        self.frame.lang.number(self.facts_max)
    }
}
