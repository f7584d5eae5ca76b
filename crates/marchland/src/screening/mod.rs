//! The list of alerts in memory, as every check meets it: built from the store at start, changed after each commit, written to
//! a signed file that a post can start from; and what such a post writes down of its checks.
//!
//! Never: reads the store, decides anything, keeps a traveller. An alert past its last day is not met, whether or not a job
//! has taken it off the list.

mod away;
mod list;
pub mod snapshot;
mod traveller;

pub use away::{Away, Log};
pub use list::{Action, Cleared, Listed, Met, Screening, Word, question};
pub use snapshot::Snapshot;
pub use traveller::{
    NotATraveller, Person, Thing, kind_of, lines_wanted, read_line, read_things, split_list,
};
