//! `POST /settings {lang | theme | keys, back}`: language, light and keys, kept with the official and in the browser for the
//! page before sign-in.
//!
//! Never: leads to another host, changes an official's settings without the token of their session.

use axum::Extension;
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{AppendHeaders, IntoResponse, Redirect};

use super::frame::{LANG_COOKIE, THEME_COOKIE, theme};
use super::l10n::Lang;
use super::page::{Form, Page, from_here};
use crate::access::gate::Refusal;
use crate::access::{Doors, Session};
use crate::app::App;

/// A year; the choice of a language is no secret.
const KEPT_S: i64 = 365 * 24 * 3600;

pub fn doors(doors: Doors) -> Doors {
    doors.open_post("/settings", set)
}

async fn set(
    State(app): State<App>,
    session: Option<Extension<Session>>,
    headers: HeaderMap,
    form: Form,
) -> Page {
    if !from_here(&headers) {
        return Err(Refusal::StaleForm.into());
    }
    let lang = Lang::from_code(form.get("lang")).map(Lang::code);
    let light = ["light", "dark", "device"].into_iter().find(|light| *light == form.get("theme"));
    let keys = ["on", "off"].into_iter().find(|keys| *keys == form.get("keys")).map(|keys| keys == "on");
    if let Some(Extension(session)) = session {
        if session.csrf != form.get("csrf") {
            return Err(Refusal::StaleForm.into());
        }
        let who = session.official;
        let (lang, light) = (lang.unwrap_or(&who.lang), light.unwrap_or(theme(&who.theme).code()));
        app.store.set_own(&who.id, lang, light, keys.unwrap_or(who.keys_on)).await?;
    }
    let cookie = |name: &str, value: &str| {
        (
            header::SET_COOKIE,
            format!("{name}={value}; Path=/; Max-Age={KEPT_S}; SameSite=Lax; Secure; HttpOnly"),
        )
    };
    let kept = [lang.map(|lang| cookie(LANG_COOKIE, lang)), light.map(|light| cookie(THEME_COOKIE, light))];
    let kept: Vec<_> = kept.into_iter().flatten().collect();
    Ok((AppendHeaders(kept), Redirect::to(&super::door::inside(form.get("back")))).into_response())
}
