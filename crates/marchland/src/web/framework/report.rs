//! `GET /framework/report?pair=&on=&lang=`: the gap report of two states as a printed paper, PDF/A, with the counts of
//! what this node has on record.
//!
//! Never: prints on the thread that serves pages.

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::IntoResponse;
use marchland_papers::Language;

use super::asked::{Asked, code};
use crate::acts::{CannotAct, recorded};
use crate::survey::{OnRecord, gap_report};
use crate::web::page::{Page, Visit, go};

pub async fn report(visit: Visit) -> Page {
    let asked = Asked::of(&visit).only(&["on", "pair"]);
    let (Some(pair), true) = (asked.pair, asked.problems.is_empty()) else {
        // A paper has no place for a day or a pair that cannot be read: the page of findings says what is wrong.
        let query = visit.path.split_once('?').map(|(_, query)| query).unwrap_or_default();
        return go(&format!("/framework/gaps?{query}"));
    };
    let language = Language::from_code(visit.q("lang")).unwrap_or(match visit.lang().code() {
        "en" => Language::En,
        _ => Language::Ru,
    });
    let app = visit.app.clone();
    let practice = recorded::practice(&app.store, &app.directory, pair, asked.on).await?;
    let acts = recorded::acts(&app.store, &app.directory, pair).await?;
    let printing = move || {
        let record = OnRecord { practice: &practice, acts: acts.given(&app.directory) };
        let report = gap_report(&app.law.framework, pair, asked.on, language, Some(record));
        marchland_papers::gap_report(&report)
    };
    let paper = tokio::task::spawn_blocking(printing)
        .await
        .map_err(CannotAct::internal)?
        .map_err(CannotAct::internal)?;
    if !paper.remarks.is_empty() {
        tracing::warn!(remarks = ?paper.remarks, "the typesetter remarked on a gap report");
    }
    let name = format!("inline; filename=\"gap-report-{}-{}-{}.pdf\"", code(pair), asked.on, language.code());
    Ok(([(CONTENT_TYPE, "application/pdf".to_owned()), (CONTENT_DISPOSITION, name)], paper.pdf)
        .into_response())
}
