//! Requests they sent us: the register, the page of one, and every act on it. One file per act.
//!
//! Never: shows a case that was not opened; changes one except through `acts::theirs`.

mod answer;
mod can;
mod close;
mod list;
mod position;
mod register;
mod show;
mod task;

use marchland_casework::{CannotStep, Content, Incoming};

use super::fill::clock::Sides;
use super::page::{Form, Page, Stop, Visit, again, problem, problems};
use super::views::{Fields, Problem};
use crate::access::Doors;
use crate::acts::open::{Case, Opened, read};
use crate::acts::{Acted, CannotAct};

pub fn doors(doors: Doors) -> Doors {
    doors
        .get("/incoming", "see-incoming", list::list)
        .get("/incoming/{case}", "read-matter", show::show)
        .post("/incoming/{case}/register", "register", register::register)
        .post("/incoming/{case}/position", "take-position", position::take)
        .post("/incoming/{case}/task", "take-position", task::give)
        .post("/incoming/{case}/task-done", "work", task::end)
        .post("/incoming/{case}/correction-seen", "work", close::correction_seen)
        .post("/incoming/{case}/answer", "draft-answer", answer::write)
        .post("/incoming/{case}/answer-approve", "approve-answer", answer::approve)
        .post("/incoming/{case}/close", "close", close::close)
        .get("/incoming/{case}/evidence", "export-evidence", super::requests::evidence::download)
}

/// A received request, opened to be read.
#[derive(Debug)]
struct Received {
    opened: Opened,
    incoming: Incoming,
    content: Content,
}

impl Received {
    /// A request of ours is not found here.
    async fn open(visit: &Visit, case: &str) -> Acted<Self> {
        let opened = read(&visit.app, visit.who(), case, None).await?;
        let Case::Theirs(incoming) = &opened.case else { return Err(CannotAct::NotFound) };
        let incoming = Incoming::clone(incoming);
        let content = incoming.content()?.clone();
        Ok(Self { opened, incoming, content })
    }

    fn sides<'a>(&'a self, visit: &'a Visit) -> Sides<'a> {
        Sides {
            app: &visit.app,
            lang: visit.lang(),
            now: visit.now(),
            here: self.content.to.as_str(),
            there: self.content.from.as_str(),
        }
    }
}

/// The page again with what was sent and what is to be mended; what no field can mend is a page of its own.
async fn mend(visit: &Visit, case: &str, form: &Form, why: CannotAct) -> Page {
    let found = mendable(visit, &why).ok_or_else(|| Stop::from(why))?;
    refuse(visit, case, form, found).await
}

async fn refuse(visit: &Visit, case: &str, form: &Form, found: Vec<Problem>) -> Page {
    let received = Received::open(visit, case).await?;
    let mut fields = answer::typed(visit.t(), &received.incoming);
    overlay(&mut fields, form);
    again(&show::draw(visit, &received, fields.with_problems(found)).await?)
}

/// The problems of an act that the form can mend.
fn mendable(visit: &Visit, why: &CannotAct) -> Option<Vec<Problem>> {
    let CannotAct::Step(step) = why else { return None };
    let said = |field: &str| {
        let text = visit.lang().cannot(why.code(), &why.to_string());
        Some(vec![Problem { field: field.to_owned(), text }])
    };
    match step {
        CannotStep::Incomplete(found) => Some(problems(visit.t(), found)),
        CannotStep::GroundMissing => Some(vec![problem(visit.t(), "ground", "missing")]),
        CannotStep::GroundUnknown { .. } => said("ground"),
        CannotStep::PointsNotPart | CannotStep::PointUnknown { .. } => said("points_refused"),
        CannotStep::DecisionNotPermitting { .. } | CannotStep::PositionTaken => said("position"),
        _ => None,
    }
}

fn overlay(fields: &mut Fields, form: &Form) {
    for (name, _) in &form.0 {
        fields.set(name, form.all(name).collect::<Vec<_>>().join(" "));
    }
}
