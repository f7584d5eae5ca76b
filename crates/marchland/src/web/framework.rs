//! The law as a whole: the gap map, the findings of a pair, its timeline, what drafts would change, a question to the law.
//!
//! Every address is the whole state of its page; `as=csv` and `as=json` give the same state as numbers.
//!
//! Never: decides anything; it shows what `marchland_law` finds.

mod ask;
mod asked;
mod cell;
mod gaps;
mod map;
mod report;
mod strip;
mod timeline;
mod what_if;

pub(super) mod export;

pub use asked::{Asked, pair_choices};

use crate::access::Doors;

pub fn doors(doors: Doors) -> Doors {
    doors
        .get("/framework", "see-law", map::map)
        .get("/framework/ask", "see-law", ask::ask)
        .get("/framework/gaps", "see-law", gaps::gaps)
        .get("/framework/report", "see-law", report::report)
        .get("/framework/timeline", "see-law", timeline::timeline)
        .get("/framework/what-if", "see-law", what_if::what_if)
}
