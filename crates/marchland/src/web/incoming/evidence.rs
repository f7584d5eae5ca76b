//! `GET /incoming/{case}/evidence`: the file that `marchland-verify` checks. `?content=yes` adds the content, where the
//! handling allows it.
//!
//! Never: leaves out the line in the audit.

use axum::extract::Path;
use axum::http::header;
use axum::response::IntoResponse;

use super::Received;
use crate::acts::evidence;
use crate::web::fill::case::key;
use crate::web::page::{Page, Visit};

pub async fn download(visit: Visit, Path(case): Path<String>) -> Page {
    let received = Received::open(&visit, &case).await?;
    let with_content = visit.q("content") == "yes";
    let bytes = evidence::export(&visit.app, visit.who(), &received.opened, with_content).await?;
    let name = key(&received.opened.row);
    let headers = [
        (header::CONTENT_TYPE, "application/octet-stream".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.mrl-evidence\"")),
    ];
    Ok((headers, bytes).into_response())
}
