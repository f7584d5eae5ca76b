//! What each page shows: plain data in, a page out. One file per noun, one template per verb.
//!
//! A handler fills these structs with words and numbers it has already looked up; text that is the same on
//! every page comes from the templates through `l10n`. Dates and times arrive as words (`Lang::date` and its
//! neighbours write them), so that a page never has to know a time zone.
//!
//! Never: reads the store, asks the clock, decides anything.

pub mod admin;
pub mod alerts;
pub mod approvals;
pub mod audit;
pub mod compose;
pub mod crossing;
pub mod decision;
pub mod desk;
pub mod fields;
pub mod frame;
pub mod framework;
pub mod help;
pub mod icon;
pub mod incoming;
pub mod law;
pub mod parts;
pub mod prompts;
pub mod registers;
pub mod requests;
pub mod sign_in;

pub use fields::{Choice, Fields, Problem};
pub use frame::{Foot, Frame, Place, Role};
pub use parts::{Body, Clock, Confidence, Pager, Tag, Tone, Verdict};
