//! `GET/POST /requests/new`: the form, with "May I?" beside it.
//!
//! Fields: `draft`, `to`, `form`, `about`, `subject` (name, plate, number or title of what it is about),
//! `subject_extra` (birth date, make, series), `category`, `time_place`, `offence`, `urgency`
//! (`normal`/`urgent`), `urgent_reason`, `why_held`, `facts`, `points` (one question a line), `case_number`,
//! `purpose`, `handling`, `source_eval`, `info_eval`, `oral` (`yes`), `oral_at`, `oral_to`, `oral_how`,
//! `route`, `fact.{key}`. Buttons: `do` = `save` | `submit` | `route`.
//!
//! Never: loses a typed word; a refused form comes back as it was sent.

use super::decision::DecisionPanel;
use super::fields::{Choice, Fields};
use super::frame::Frame;
use super::parts::Body;

#[derive(Debug)]
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
    pub facts_max: u32,
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
#[derive(Debug, Default)]
pub struct ComposeOptions {
    pub to: Vec<Choice>,
    pub form: Vec<Choice>,
    pub about: Vec<Choice>,
    pub category: Vec<Choice>,
    pub offence: Vec<Choice>,
    pub purpose: Vec<Choice>,
    pub handling: Vec<Choice>,
    pub source_eval: Vec<Choice>,
    pub info_eval: Vec<Choice>,
}
