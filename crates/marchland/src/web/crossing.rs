//! `/crossing…`: the guard's pages. One scan field, one line for each traveller, the hit and what people make of it.
//!
//! Never: shows a traveller longer than one is kept; acts on a hit by itself.

mod act;
mod bus;
mod check;
mod counts;
mod evidence;
mod hand_in;
mod lane;
mod panel;
mod released;

pub use bus::read;
pub use check::{action, counts, line};
pub use panel::{born, danger};

use crate::access::Doors;

pub fn doors(doors: Doors) -> Doors {
    doors
        .get("/crossing", "check-travellers", check::see)
        .post("/crossing/check", "check-travellers", check::check)
        .get("/crossing/bus", "check-travellers", bus::see)
        .post("/crossing/bus", "check-travellers", bus::check)
        .get("/crossing/hand-in", "check-travellers", hand_in::see)
        .post("/crossing/hand-in", "check-travellers", hand_in::take)
        .get("/crossing/released", "check-travellers", released::see)
        .get("/crossing/{check}", "check-travellers", check::see_one)
        .post("/crossing/{check}/hit", "find-hit", act::hit)
        .post("/crossing/{check}/release", "release-person", act::release)
        .get("/crossing/{check}/slip", "check-travellers", released::slip)
        .get("/audit/checks", "see-audit", counts::see)
}
