//! `/alerts…`: persons we search for and persons neighbours search for.
//!
//! Never: shows an alert to somebody who gave no reason and has no task in it.

mod acts;
mod compose;
mod list;
mod show;

use crate::access::Doors;

pub fn doors(doors: Doors) -> Doors {
    doors
        .get("/alerts", "see-alerts", list::see)
        .get("/alerts/new", "compose-alert", compose::see)
        .post("/alerts/new", "compose-alert", compose::save)
        .get("/alerts/{case}", "read-matter", show::see)
        .post("/alerts/{case}/submit", "edit-alert", acts::submit)
        .post("/alerts/{case}/discard", "edit-alert", acts::discard)
        .post("/alerts/{case}/approve", "approve-alert", acts::approve)
        .post("/alerts/{case}/return", "approve-alert", acts::give_back)
        .post("/alerts/{case}/withdraw", "approve-alert", acts::withdraw)
        .post("/alerts/{case}/change", "change-alert", compose::change)
        .post("/alerts/{case}/renew", "change-alert", acts::renew)
        .post("/alerts/{case}/drop-change", "change-alert", acts::drop_change)
        .post("/alerts/{case}/decide", "decide-alert", acts::decide)
        .post("/alerts/{case}/hit", "read-matter", acts::hit)
        .post("/alerts/{case}/revoke", "release-person", acts::revoke)
}
