//! `POST /settings {lang | theme | keys, back}`: language, light and keys, kept with the official and in the browser for the
//! page before sign-in.
//!
//! Never: leads to another host, changes an official's settings without the token of their session.

use axum::Extension;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, header};
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
    let (lang, light) = (lang(&form), light(&form));
    let keys = ["on", "off"].into_iter().find(|keys| *keys == form.get("keys")).map(|keys| keys == "on");
    if let Some(Extension(session)) = session {
        if session.csrf != form.get("csrf") {
            return Err(Refusal::StaleForm.into());
        }
        let who = session.official;
        let (lang, light) = (lang.unwrap_or(&who.lang), light.unwrap_or(theme(&who.theme).code()));
        app.store.set_own(&who.id, lang, light, keys.unwrap_or(who.keys_on)).await?;
    }
    Ok((kept(&form), Redirect::to(&super::door::inside(form.get("back")))).into_response())
}

/// The choice of a language and a light, for the browser to keep.
pub fn kept(form: &Form) -> AppendHeaders<Vec<(HeaderName, String)>> {
    let cookie = |name: &str, value: &str| {
        (
            header::SET_COOKIE,
            format!("{name}={value}; Path=/; Max-Age={KEPT_S}; SameSite=Lax; Secure; HttpOnly"),
        )
    };
    let both = [
        lang(form).map(|lang| cookie(LANG_COOKIE, lang)),
        light(form).map(|light| cookie(THEME_COOKIE, light)),
    ];
    AppendHeaders(both.into_iter().flatten().collect())
}

fn lang(form: &Form) -> Option<&'static str> {
    Lang::from_code(form.get("lang")).map(Lang::code)
}

fn light(form: &Form) -> Option<&'static str> {
    ["light", "dark", "device"].into_iter().find(|light| *light == form.get("theme"))
}
