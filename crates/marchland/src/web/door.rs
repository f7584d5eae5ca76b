//! `/`, `/sign-in`, `/sign-out`: the door of the workbench.
//!
//! Never: says which of name and password was wrong, redirects to another host.

use axum::Extension;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::frame;
use super::page::{Form, Page, Stop, Visit, again, from_here, go, show};
use super::views::sign_in::{DemoUser, SignInPage};
use crate::access::gate::{Refusal, cookie_name};
use crate::access::{Doors, Session, SignIn};
use crate::acts::CannotAct;
use crate::app::App;
use crate::store::audit::Entry;

pub fn doors(doors: Doors) -> Doors {
    doors
        .open_get("/", async || Redirect::to("/desk"))
        .open_get("/sign-in", ask)
        .open_post("/sign-in", open)
        .post("/sign-out", "set-own-settings", close)
}

#[derive(Debug, Default, Deserialize)]
struct Asked {
    #[serde(default)]
    next: String,
}

async fn ask(
    State(app): State<App>,
    session: Option<Extension<Session>>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Page {
    if session.is_some() {
        return go(&inside(&asked.next));
    }
    show(&page(&app, &headers, "", &asked.next, None).await?)
}

async fn open(State(app): State<App>, headers: HeaderMap, form: Form) -> Page {
    if !from_here(&headers) {
        return Err(Refusal::StaleForm.into());
    }
    let (user, next) = (form.get("user").trim(), form.get("next"));
    match Session::open(&app.store, user, form.get("password"), app.clock.now_ms()).await {
        Ok((session, token)) => {
            note(&app, &session, "sign in").await?;
            let cookie = format!("{}={token}; Path=/; Secure; HttpOnly; SameSite=Lax", cookie_name(&app));
            Ok(([(header::SET_COOKIE, cookie)], Redirect::to(&inside(next))).into_response())
        }
        Err(why) => refused(&app, &headers, user, next, why).await,
    }
}

async fn close(visit: Visit) -> Page {
    visit.app.store.end_session(&visit.session.token_hash, visit.app.clock.now_ms()).await?;
    note(&visit.app, &visit.session, "sign out").await?;
    let cookie = format!("{}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0", cookie_name(&visit.app));
    Ok(([(header::SET_COOKIE, cookie)], Redirect::to("/sign-in")).into_response())
}

async fn refused(app: &App, headers: &HeaderMap, user: &str, next: &str, why: SignIn) -> Page {
    let t = frame::nobody(app, headers, "/sign-in").t();
    let problem = match why {
        SignIn::Wrong => t.sign_in_wrong(),
        SignIn::Locked => t.sign_in_locked(),
        SignIn::Store(why) => return Err(why.into()),
        SignIn::NoRandomness(why) => return Err(CannotAct::internal(why).into()),
    };
    let mut response: Response = again(&page(app, headers, user, next, Some(problem)).await?)?;
    *response.status_mut() = StatusCode::UNAUTHORIZED;
    Ok(response)
}

async fn page(
    app: &App,
    headers: &HeaderMap,
    user: &str,
    next: &str,
    problem: Option<String>,
) -> Result<SignInPage, Stop> {
    let frame = frame::nobody(app, headers, "/sign-in");
    let lang = frame.lang;
    let home = app.config.bodies.iter().filter(|body| body.ours);
    let towns: Vec<&str> = home.map(|body| body.short.in_language(lang.code())).collect();
    Ok(SignInPage {
        frame,
        user: user.to_owned(),
        next: next.to_owned(),
        node: format!("{}, {}", app.config.state, towns.join(", ")),
        problem,
        demo: demo(app, lang.code()).await?,
    })
}

/// In a demonstration anybody may be any of its invented people.
async fn demo(app: &App, lang: &str) -> Result<Vec<DemoUser>, Stop> {
    let Some(demo) = &app.demo else { return Ok(Vec::new()) };
    let officials = app.store.officials().await?;
    let user = |official: crate::store::people::Official| DemoUser {
        post: official.post.in_language(lang).to_owned(),
        user: official.login,
        password: demo.password.clone(),
    };
    Ok(officials.into_iter().map(user).collect())
}

/// An address of this node and nothing else.
pub(super) fn inside(next: &str) -> String {
    let ours = next.starts_with('/') && !next.starts_with("//") && !next.contains(['\\', '\n', '\r']);
    if ours { next.to_owned() } else { "/desk".to_owned() }
}

async fn note(app: &App, session: &Session, act: &str) -> Result<(), Stop> {
    let entry = Entry {
        official: Some(&session.official.id),
        act,
        reads: false,
        matter: None,
        reason: None,
        outcome: "done",
    };
    Ok(app.store.audit(app.clock.now_ms(), entry).await?)
}

#[cfg(test)]
mod tests {
    use super::inside;

    #[test]
    fn nobody_is_sent_to_another_host() {
        assert_eq!(inside("/requests?side=sent"), "/requests?side=sent");
        for elsewhere in ["https://example.org", "//example.org", "/\\example.org", "", "/a\r\nSet-Cookie: x"]
        {
            assert_eq!(inside(elsewhere), "/desk");
        }
    }
}
