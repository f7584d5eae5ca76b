//! From law files to law: YAML with places, Markdown with headings, and the readers of each kind of file.
//!
//! Never: decides an act.

mod calendar;
pub(crate) mod fields;
mod findings;
pub(crate) mod instrument;
mod markdown;
pub(crate) mod pack;
pub(crate) mod rule;
pub(crate) mod situation;
mod territory;
mod vocabulary;
pub(crate) mod yaml;
