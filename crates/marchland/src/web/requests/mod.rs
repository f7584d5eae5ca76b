//! Requests of ours: the list, the form, the page of one and what can be done with it.
//!
//! Never: changes a case except through `acts::ours`.

mod acts;
mod compose;
mod confirm;
mod correct;
mod draft;
pub mod evidence;
mod list;
mod show;

use crate::access::Doors;

pub fn doors(doors: Doors) -> Doors {
    doors
        .get("/requests", "see-lists", list::see)
        .get("/requests/new", "compose", compose::open)
        .post("/requests/new", "compose", compose::send)
        .post("/requests/new/decision", "compose", compose::decision)
        .get("/requests/{case}", "read-matter", show::see)
        .get("/requests/{case}/evidence", "export-evidence", evidence::download)
        .post("/requests/{case}/submit", "submit", acts::submit)
        .post("/requests/{case}/withdraw", "withdraw", confirm::withdraw)
        .post("/requests/{case}/recall", "recall", confirm::recall)
        .get("/requests/{case}/correct", "correct", correct::open)
        .post("/requests/{case}/correct", "correct", correct::send)
        .post("/requests/{case}/drop-correction", "correct", correct::drop)
        .post("/requests/{case}/clarify", "clarify", acts::clarify)
        .post("/requests/{case}/remind", "clarify", acts::remind)
        .post("/requests/{case}/read", "read-matter", acts::read)
        .post("/requests/{case}/evaluate", "evaluate", acts::evaluate)
        .post("/requests/{case}/close", "close", acts::close)
}
