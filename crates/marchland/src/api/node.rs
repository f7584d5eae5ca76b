//! The node itself: its description, health, links and audit.
//!
//! Never: changes anything.

use axum::Json;
use axum::extract::State;
use marchland_wire::root::Root;
use utoipa::openapi::OpenApi;

use super::intake::Query;
use super::problem::{Answered, Problem};
use super::types::{AuditLine, AuditOf, Health, Links, LogState, Neighbour, moment};
use crate::acts::CannotAct;
use crate::app::App;
use crate::store::StoreError;
use crate::store::audit::AuditRow;

const AUDIT_PAGE: i64 = 100;

/// This document
#[utoipa::path(get, path = "/api", tag = "node", responses((status = 200, body = Object, description = "OpenAPI")))]
pub async fn describe() -> Json<OpenApi> {
    Json(super::document())
}

/// Whether the node works
#[utoipa::path(get, path = "/api/health", tag = "node", responses((status = 200, body = Health, description = "It does")))]
pub async fn health(State(app): State<App>) -> Answered<Json<Health>> {
    app.store.neighbours().await?; // the database answers
    Ok(Json(Health {
        ok: true,
        node: app.config.node.clone(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        framework: app.law.framework.id().to_string(),
        law_current: app.law.mistakes.is_none(),
    }))
}

/// The neighbours, how their links work, and both logs
#[utoipa::path(get, path = "/api/links", tag = "node", responses((status = 200, body = Links, description = "All links")))]
pub async fn see_links(State(app): State<App>) -> Answered<Json<Links>> {
    let mut neighbours = Vec::new();
    for row in app.store.neighbours().await? {
        // Linked since the node started: it is worked with after the next start.
        let Some(link) = app.links.get(&row.id) else { continue };
        let (size, ours, theirs) = app.store.log_heads(&row.id).await?;
        neighbours.push(Neighbour {
            root: fingerprint(&link.record.record.root_record)?,
            waiting: app.store.waiting(&row.id).await?,
            node: row.id,
            state: row.state,
            answered_at: row.answered_at_ms.map(moment),
            answer_ms: row.answer_ms,
            failing_since: row.failing_since_ms.map(moment),
            failure: row.failure,
            log: LogState {
                size,
                cosigned: ours.map_or(0, |checkpoint| checkpoint.size.unsigned_abs()),
                theirs: theirs.map_or(0, |checkpoint| checkpoint.size.unsigned_abs()),
            },
        });
    }
    Ok(Json(Links {
        node: app.config.node.clone(),
        state: app.config.state.clone(),
        root: fingerprint(&app.links.own.record.root_record)?,
        neighbours,
    }))
}

fn fingerprint(root_record: &[u8]) -> Result<String, CannotAct> {
    Ok(Root::read(root_record)?.fingerprint().to_string())
}

/// Who did and who read what, and why
#[utoipa::path(get, path = "/api/audit", tag = "node", params(AuditOf), responses((status = 200, body = Vec<AuditLine>, description = "A page of a hundred lines, newest first")))]
pub async fn read_audit(State(app): State<App>, Query(of): Query<AuditOf>) -> Answered<Json<Vec<AuditLine>>> {
    if !["", "reads", "writes"].contains(&of.kind.as_str()) {
        return Err(Problem::field("kind", "not-a-choice", "choose `reads` or `writes`, or leave it out"));
    }
    let rows = app.store.audit_page(&of.kind, &of.of, of.before, AUDIT_PAGE).await?;
    Ok(Json(rows.into_iter().map(line).collect::<Result<_, _>>()?))
}

fn line(row: AuditRow) -> Result<AuditLine, StoreError> {
    let post = row.post.as_deref().map(serde_json::from_str).transpose();
    Ok(AuditLine {
        n: row.n,
        at: moment(row.at_ms),
        login: row.login,
        post: post.map_err(StoreError::unreadable("post of an official"))?,
        act: row.act,
        reads: row.reads != 0,
        case: row.matter_ref.or(row.matter),
        reason: row.reason,
        outcome: row.outcome,
    })
}
