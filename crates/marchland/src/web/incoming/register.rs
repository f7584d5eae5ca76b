//! `POST /incoming/{case}/register`: the next number of our register.
//!
//! Never: lets a person choose the number.

use axum::extract::Path;

use crate::acts::{CannotAct, theirs};
use crate::web::fill::case::href;
use crate::web::page::{Page, Visit, done};

pub async fn register(visit: Visit, Path(case): Path<String>) -> Page {
    theirs::register(&visit.app, visit.who(), &case).await?;
    let row = visit.app.store.matter(&case).await?.ok_or(CannotAct::NotFound)?;
    done(&href(&row), "registered")
}
