//! `GET /help/keys`: every key and what it does.
//!
//! Never: needs a case or a role.

use super::page::{Page, Visit, show};
use super::views::Place;
use super::views::help::KeysPage;
use crate::access::Doors;

pub fn doors(doors: Doors) -> Doors {
    doors.get("/help/keys", "see-help", keys)
}

async fn keys(visit: Visit) -> Page {
    show(&KeysPage { frame: visit.frame(Place::Keys).await? })
}
