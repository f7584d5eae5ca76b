//! The law in use: the list of instruments, one with its articles and rules, and the confirmations of legal advisers.
//!
//! Never: passes our paraphrase off as the text; confirms anything by itself.

mod compare;
mod confirm;
mod list;
mod parties;
mod rule;
mod show;
mod status;
mod territory;

use crate::access::Doors;

pub fn doors(doors: Doors) -> Doors {
    doors
        .get("/instruments", "see-law", list::list)
        .get("/instruments/compare", "see-law", compare::compare)
        .get("/instruments/{id}", "see-law", show::show)
        .post("/instruments/{id}/confirm", "confirm-law", confirm::confirm)
        .post("/instruments/{id}/revoke", "confirm-law", confirm::revoke)
}
