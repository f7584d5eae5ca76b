//! `GET /requests/{case}/evidence`, `GET /incoming/{case}/evidence`: the file that proves a case offline, with content only
//! where its handling allows.
//!
//! Never: hands out a file whose reading was not written down.

use axum::extract::Path;
use axum::http::header;
use axum::response::IntoResponse;

use crate::acts::evidence;
use crate::acts::open::read;
use crate::web::fill::case::key;
use crate::web::page::{Page, Visit};

pub async fn download(visit: Visit, Path(case): Path<String>) -> Page {
    let opened = read(&visit.app, visit.who(), &case, None).await?;
    let bytes = evidence::export(&visit.app, visit.who(), &opened, visit.q("content") == "yes").await?;
    let name = format!("attachment; filename=\"{}.mrl-evidence\"", key(&opened.row));
    let kind = "application/octet-stream".to_owned();
    Ok(([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, name)], bytes).into_response())
}
