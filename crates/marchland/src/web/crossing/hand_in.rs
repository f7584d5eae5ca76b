//! `GET /crossing/hand-in`, `POST /crossing/hand-in`: what a post without network wrote down of its checks. Lines that cannot be
//! taken are named; the others are.
//!
//! Never: drops a line.

use super::super::page::{Form, Page, Visit, again, show};
use super::super::views::crossing::HandInPage;
use super::super::views::{Fields, Place, Problem};
use super::lane;
use crate::acts::Acted;
use crate::acts::crossing::Lane;
use crate::acts::hand_in::{hand_in, is_of_late};
use crate::screening::Away;

/// What a form can carry of them.
pub const LINES_MAX: usize = 3_000;

pub async fn see(visit: Visit) -> Page {
    let t = visit.t();
    let usual = Lane { reason: t.hand_in_reason(t.lane_reason_usual()), ..lane::usual(&visit, None) };
    show(&page(&visit, lane::fields(&usual), String::new(), Vec::new()).await?)
}

pub async fn take(visit: Visit, form: Form) -> Page {
    let t = visit.t();
    let lines: Vec<(usize, &str)> =
        (1..).zip(form.get("checks").lines()).filter(|(_, line)| !line.trim().is_empty()).collect();
    if lines.is_empty() || lines.len() > LINES_MAX {
        let text = if lines.is_empty() { t.hand_in_empty() } else { t.hand_in_most(LINES_MAX as u64) };
        let fields = form.fields().with_problems(vec![Problem { field: "checks".to_owned(), text }]);
        return again(&page(&visit, fields, String::new(), Vec::new()).await?);
    }
    let (mut checks, mut bad) = (Vec::new(), Vec::new());
    for (number, line) in lines {
        match serde_json::from_str::<Away>(line) {
            Ok(check) if is_of_late(&visit.app, &check) => checks.push(check),
            Ok(_) => bad.push(t.bus_bad_line(number as u64, t.hand_in_of_no_shift())),
            Err(_) => bad.push(t.bus_bad_line(number as u64, t.hand_in_unreadable())),
        }
    }
    let done = hand_in(&visit.app, visit.who(), &lane::of_form(&form), &checks).await?;
    let mut fields = form.fields();
    fields.set("checks", "");
    show(&page(&visit, fields, t.hand_in_done(done.taken as u64, done.known as u64), bad).await?)
}

async fn page(visit: &Visit, fields: Fields, done: String, bad: Vec<String>) -> Acted<HandInPage> {
    Ok(HandInPage {
        frame: visit.frame(Place::HandIn).await?,
        fields,
        lanes: lane::lanes(visit),
        crossings: lane::crossings(visit),
        directions: visit.t().directions(),
        done,
        bad,
    })
}
