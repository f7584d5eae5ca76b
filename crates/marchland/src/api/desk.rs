//! What waits for the caller, and lists of cases.
//!
//! Never: lists a case the policies would not let the caller open.

use axum::extract::State;
use axum::{Extension, Json};
use marchland_casework::TaskKind;

use super::problem::Answered;
use super::types::{CaseLine, Cases, Desk, DeskTask, ListOf, Who, moment};
use crate::access::{Action, Session};
use crate::acts::open::item;
use crate::app::App;
use crate::store::StoreError;
use crate::store::matter::{Filter, MatterRow};
use crate::store::people::{Official, Role};

const DESK_MAX: i64 = 100;
const LIST_MAX: u32 = 100;

/// The caller's desk
///
/// Open tasks of the caller and of the group desks of the caller's role, and the caller's drafts.
#[utoipa::path(get, path = "/api/desk", tag = "desk", responses((status = 200, body = Desk, description = "The desk")))]
pub async fn see_desk(
    State(app): State<App>,
    Extension(session): Extension<Session>,
) -> Answered<Json<Desk>> {
    let who = &session.official;
    let bodies = reach(&app, who);
    let mut tasks = Vec::new();
    for row in app.store.desk(&who.id, desks(who.role), &bodies, DESK_MAX).await? {
        let Some(case) = app.store.matter(&row.matter).await?.filter(|case| may_read(&app, who, case)) else {
            continue;
        };
        let kind: TaskKind = serde_json::from_str(&row.kind).map_err(StoreError::unreadable("task"))?;
        tasks.push(DeskTask {
            task: serde_json::to_value(kind).map_err(StoreError::unreadable("task"))?,
            case: case.id,
            number: case.reference,
            title: case.title,
            stage: case.stage,
            due: row.due_ms.map(moment),
            opened_at: moment(row.opened_at_ms),
        });
    }
    let mine = Filter {
        side: "ours",
        stages: ",draft,",
        author: &who.id,
        bodies: &bodies,
        limit: DESK_MAX,
        ..Filter::default()
    };
    let drafts = app.store.matters(&mine).await?.into_iter().map(CaseLine::from).collect();
    Ok(Json(Desk { official: Who::from(who), tasks, drafts }))
}

/// Cases of one side in the reach of the caller.
pub async fn list(app: &App, who: &Official, side: &str, of: ListOf) -> Answered<Json<Cases>> {
    let stages = of.stage.map(|stage| format!(",{stage},")).unwrap_or_default();
    let bodies = reach(app, who);
    let filter = Filter {
        side,
        stages: &stages,
        author: "",
        bodies: &bodies,
        text: of.text.as_deref().unwrap_or_default(),
        limit: of.limit.unwrap_or(LIST_MAX).min(LIST_MAX).into(),
        offset: of.offset.unwrap_or_default().into(),
    };
    let rows = app.store.matters(&filter).await?;
    let total = app.store.count_matters(&filter).await?;
    let cases = rows.into_iter().filter(|row| may_read(app, who, row)).map(CaseLine::from).collect();
    Ok(Json(Cases { cases, total }))
}

fn may_read(app: &App, who: &Official, row: &MatterRow) -> bool {
    app.access.may(who, Action("read-matter"), &item(row)).is_some()
}

/// The caller's body and those beneath it, each between two commas.
fn reach(app: &App, who: &Official) -> String {
    format!(",{},", app.config.within(&who.body).join(","))
}

/// The group desks of a role, each between two commas.
fn desks(role: Role) -> &'static str {
    match role {
        Role::Officer => ",officers,",
        Role::Head => ",heads,officers,",
        Role::Registrar => ",registrars,",
        Role::Lead => ",leads,",
        Role::Adviser | Role::Auditor | Role::Administrator | Role::Guard => "",
    }
}
