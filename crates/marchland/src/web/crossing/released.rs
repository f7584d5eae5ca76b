//! `GET /crossing/released`, `GET /crossing/{check}/slip`: releases that hold, and the paper a released person takes along.
//!
//! Never: names a person; a release is a document and an alert.

use axum::extract::Path;
use jiff::Timestamp;

use super::super::fill::words::when;
use super::super::page::{Page, Visit, show};
use super::super::views::Place;
use super::super::views::crossing::{ReleasedPage, ReleasedRow, SlipPage};
use super::lane;
use crate::access::Action;
use crate::acts::open::{Case, case, item};
use crate::acts::{CannotAct, crossing};

pub async fn see(visit: Visit) -> Page {
    let lang = visit.lang();
    let day = |at: Timestamp| lang.date(at.to_zoned(visit.zone()).date());
    let mut rows = Vec::new();
    for listed in visit.app.screening.all() {
        for release in listed.releases.iter().filter(|release| visit.now() < release.until) {
            rows.push(ReleasedRow {
                document: release.document.clone(),
                number: listed.reference.clone(),
                since: day(release.at),
                until: lang.date(crossing::last_day(release.until)),
            });
        }
    }
    show(&ReleasedPage { frame: visit.frame(Place::Released).await?, rows })
}

pub async fn slip(visit: Visit, Path(check): Path<String>) -> Page {
    let (passage, checked) = crossing::look_again(&visit.app, visit.who(), &check).await?;
    let row = visit.app.store.matter(visit.q("alert")).await?.ok_or(CannotAct::NotFound)?;
    let may = visit.app.access.may(visit.who(), Action("release-person"), &item(&row)).is_some();
    let Case::Alert(alert) = case(&row)? else { return Err(CannotAct::NotFound.into()) };
    let kept = alert.releases().iter().find(|kept| may && kept.release.id == visit.q("release"));
    let release = &kept.ok_or(CannotAct::NotFound)?.release;
    let (lang, t) = (visit.lang(), visit.t());
    show(&SlipPage {
        frame: visit.frame(Place::Crossing).await?,
        back: format!("/crossing/{check}"),
        says: if checked.person.thing.is_some() { t.slip_says_thing() } else { t.slip_says() },
        document: release.document.clone(),
        place: lane::name(&visit, &passage.crossing),
        post: visit.who().post.in_language(lang.code()).to_owned(),
        at: when(lang, release.at, visit.now(), &visit.zone()),
        until: lang.date(crossing::last_day(release.until)),
        why: t.release_reason(release.reason),
    })
}
