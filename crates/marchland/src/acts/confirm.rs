//! A legal adviser puts post, date and reason under the use of an instrument whose text is known only in part.
//!
//! Never: makes a provision look read; the confirmation is shown beside the verdict, revocable.

use marchland_law::{Confirmation, InstrumentId};

use super::{Acted, CannotAct, ask, new_id};
use crate::app::App;
use crate::store::StoreError;
use crate::store::confirmation::ConfirmationRow;
use crate::store::people::Official;

const REASON_MAX: usize = 600;

pub async fn confirm(app: &App, who: &Official, instrument: &str, reason: &str) -> Acted<()> {
    let reason = checked(reason)?;
    let id = InstrumentId::from(instrument);
    if app.law.framework.instrument(&id).is_none() {
        return Err(CannotAct::NothingToConfirm(instrument.to_owned()));
    }
    let now = app.clock.now();
    let confirmation = Confirmation {
        id: new_id(app).into(),
        body: who.body.as_str().into(),
        instrument: id,
        rule: None,
        post: who.post.clone(),
        date: today(app, who, now),
        reason: reason.into(),
        revoked: None,
        conditions: Vec::new(),
    };
    let row = ConfirmationRow {
        id: confirmation.id.to_string(),
        body: who.body.clone(),
        instrument: instrument.to_owned(),
        doc: serde_json::to_string(&confirmation).map_err(StoreError::unreadable("confirmation"))?,
        at_ms: now.as_millisecond(),
        revoked_at_ms: None,
    };
    Ok(app.store.confirm(&row, &who.id, reason).await?)
}

/// From today it no longer counts; decisions of earlier days keep it.
pub async fn revoke(app: &App, who: &Official, id: &str, reason: &str) -> Acted<()> {
    let reason = checked(reason)?;
    let now = app.clock.now();
    let standing =
        ask::confirmations(app).await?.into_iter().find(|c| c.id.as_str() == id && c.revoked.is_none());
    let mut confirmation = standing.filter(|c| c.body.as_str() == who.body).ok_or(CannotAct::NotFound)?;
    confirmation.revoked = Some(today(app, who, now));
    let doc = serde_json::to_string(&confirmation).map_err(StoreError::unreadable("confirmation"))?;
    app.store.revoke_confirmation(id, &doc, &who.id, reason, now.as_millisecond()).await?;
    Ok(())
}

fn checked(reason: &str) -> Acted<&str> {
    let reason = reason.trim();
    if reason.is_empty() || reason.chars().count() > REASON_MAX {
        Err(CannotAct::ReasonMissing)
    } else {
        Ok(reason)
    }
}

fn today(app: &App, who: &Official, now: jiff::Timestamp) -> jiff::civil::Date {
    let zone = app.body(&who.body).and_then(|body| jiff::tz::TimeZone::get(&body.zone).ok());
    now.to_zoned(zone.unwrap_or(jiff::tz::TimeZone::UTC)).date()
}
