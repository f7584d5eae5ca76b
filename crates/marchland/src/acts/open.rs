//! Opening a case: may this official see it, why, and the line in the audit that says so.
//!
//! Never: shows a case before its reading is written down; tells "not yours" from "not there".

use marchland_casework::{Alert, Incoming, Request};

use super::{Acted, CannotAct};
use crate::access::{Action, Item};
use crate::app::App;
use crate::store::audit::Entry;
use crate::store::matter::{self, MatterRow};
use crate::store::people::{Official, Role};
use crate::store::{StoreError, Tx};

/// A reason given holds for a shift; then it is asked for again.
const REASON_HOLDS_MS: i64 = 12 * 3600 * 1000;
const REASON_MAX: usize = 600;

/// Either side of a case, or an alert.
#[derive(Clone, Debug)]
pub enum Case {
    Ours(Box<Request>),
    Theirs(Box<Incoming>),
    Alert(Box<Alert>),
}

#[derive(Clone, Debug)]
pub struct Opened {
    pub row: MatterRow,
    pub case: Case,
    /// Under which reason it was opened, as the audit has it.
    pub reason: String,
}

pub fn item(row: &MatterRow) -> Item {
    Item::Matter {
        id: row.id.clone(),
        side: row.side.clone(),
        author: row.author.clone(),
        bodies: std::iter::once(row.body.clone()).chain(row.for_body.clone()).collect(),
    }
}

pub fn case(row: &MatterRow) -> Acted<Case> {
    Ok(match row.side.as_str() {
        "ours" => {
            Case::Ours(Box::new(serde_json::from_str(&row.doc).map_err(StoreError::unreadable("case"))?))
        }
        "alert-ours" | "alert-theirs" => {
            Case::Alert(Box::new(serde_json::from_str(&row.doc).map_err(StoreError::unreadable("alert"))?))
        }
        _ => Case::Theirs(Box::new(serde_json::from_str(&row.doc).map_err(StoreError::unreadable("case"))?)),
    })
}

/// Opens a case to read it. `given` is the reason just typed, if one was asked for.
pub async fn read(app: &App, who: &Official, id: &str, given: Option<&str>) -> Acted<Opened> {
    let row = app.store.matter(id).await?.ok_or(CannotAct::NotFound)?;
    if app.access.may(who, Action("read-matter"), &item(&row)).is_none() {
        note(app, who, &row, None, "refused: not-allowed").await?;
        return Err(CannotAct::NotFound);
    }
    let typed = given.map(str::trim).filter(|text| !text.is_empty());
    if typed.is_some_and(|text| text.chars().count() > REASON_MAX) {
        return Err(CannotAct::ReasonMissing);
    }
    let reason = match (typed, standing_reason(app, who, &row).await?) {
        (Some(typed), _) => typed.to_owned(),
        (None, Some(standing)) => standing,
        (None, None) => return Err(CannotAct::ReasonNeeded),
    };
    note(app, who, &row, Some(&reason), "done").await?;
    Ok(Opened { case: case(&row)?, row, reason })
}

/// The case inside a transaction, for an act; may this official do it to this case?
pub async fn to_act(
    app: &App,
    tx: &mut Tx,
    who: &Official,
    id: &str,
    action: &'static str,
) -> Acted<(MatterRow, Case)> {
    let row = matter::within(tx, id).await?.ok_or(CannotAct::NotFound)?;
    if app.access.may(who, Action(action), &item(&row)).is_none() {
        return Err(CannotAct::NotFound);
    }
    let case = case(&row)?;
    Ok((row, case))
}

/// A reason that follows from the official's work with this case, or one given earlier in the shift.
async fn standing_reason(app: &App, who: &Official, row: &MatterRow) -> Acted<Option<String>> {
    if row.author.as_deref() == Some(&who.id) {
        return Ok(Some("own case".to_owned()));
    }
    let bodies = app.config.within(&who.body);
    for task in app.store.open_tasks(&row.id).await? {
        let mine = match task.desk.as_str() {
            "official" => task.whose == who.id,
            "heads" => who.role == Role::Head && bodies.contains(&task.whose.as_str()),
            "leads" => who.role == Role::Lead && bodies.contains(&task.whose.as_str()),
            "registrars" => who.role == Role::Registrar && bodies.contains(&task.whose.as_str()),
            _ => matches!(who.role, Role::Officer | Role::Head) && bodies.contains(&task.whose.as_str()),
        };
        if mine {
            return Ok(Some("open task on this desk".to_owned()));
        }
    }
    let since = app.clock.now_ms() - REASON_HOLDS_MS;
    Ok(app.store.reason_given(&who.id, &row.id, since).await?)
}

async fn note(app: &App, who: &Official, row: &MatterRow, reason: Option<&str>, outcome: &str) -> Acted<()> {
    let entry = Entry {
        official: Some(&who.id),
        act: "read case",
        reads: true,
        matter: Some(&row.id),
        reason,
        outcome,
    };
    Ok(app.store.audit(app.clock.now_ms(), entry).await?)
}
