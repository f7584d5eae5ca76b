//! What the law gives, prepared for whoever shows it: pages, commands and printed papers draw the same map from here.
//!
//! Never: decides an act, reads a request, draws anything.

mod around;
mod marks;
mod paper;
mod words;

pub use around::{best_comparator, neighbours};
pub use marks::{GapMap, Mark, gap_map};
pub use paper::{OnRecord, gap_report};
pub use words::{Words, citation, verdict_of_code};
