//! `POST /incoming/{case}/close`, `POST /incoming/{case}/correction-seen`.
//!
//! Never: opens a closed case again.

use axum::extract::Path;

use crate::acts::theirs;
use crate::web::page::{Form, Page, Visit, done};

pub async fn close(visit: Visit, Path(case): Path<String>) -> Page {
    theirs::close(&visit.app, visit.who(), &case).await?;
    done(&format!("/incoming/{case}"), "closed")
}

/// What they changed was looked at. A version that is not there is refused by the step.
pub async fn correction_seen(visit: Visit, Path(case): Path<String>, form: Form) -> Page {
    let version = form.get("version").parse().unwrap_or(0);
    theirs::review_correction(&visit.app, visit.who(), &case, version).await?;
    done(&format!("/incoming/{case}"), "correction-seen")
}
