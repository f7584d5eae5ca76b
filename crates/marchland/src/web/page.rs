//! What every page handler uses: who visits, the form they sent, and the page that goes back. An act that could not be
//! done leaves a handler as [`Stop`]; [`guard`] turns it into a page with the visitor's frame.
//!
//! Never: tells "not allowed" from "not there"; shows what broke inside the node.

use std::collections::BTreeMap;
use std::sync::Arc;

use askama::Template;
use axum::body::to_bytes;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Redirect, Response};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use marchland_casework::FieldProblem;

use super::l10n::{Lang, Words};
use super::stop;
use super::views::{Fields, Problem};
use crate::access::gate::{self, FORM_MAX_BYTES, Refusal};
use crate::access::{Action, Session};
use crate::acts::CannotAct;
use crate::app::App;
use crate::store::StoreError;
use crate::store::people::Official;

pub type Page = Result<Response, Stop>;

/// Why there is no page. The guard draws it.
#[derive(Clone, Debug)]
pub enum Stop {
    Act(Arc<CannotAct>),
    Refused(Refusal),
}

/// A signed-in person asking for a page.
#[derive(Debug)]
pub struct Visit {
    pub app: App,
    pub session: Session,
    /// Path and query of the page: as asked, or the page on which the form was that is sent.
    pub path: String,
    query: BTreeMap<String, String>,
}

/// What a form sent, in its order; a name may come several times.
#[derive(Clone, Debug, Default)]
pub struct Form(pub Vec<(String, String)>);

impl Visit {
    pub fn who(&self) -> &Official {
        &self.session.official
    }

    pub fn lang(&self) -> Lang {
        Lang::from_code(&self.who().lang).unwrap_or_default()
    }

    pub fn t(&self) -> Words {
        self.lang().words()
    }

    pub fn now(&self) -> Timestamp {
        self.app.clock.now()
    }

    /// The zone of the visitor's body.
    pub fn zone(&self) -> TimeZone {
        zone(&self.app, &self.who().body)
    }

    /// A parameter behind the question mark; empty when it is not there.
    pub fn q(&self, name: &str) -> &str {
        self.query.get(name).map(String::as_str).unwrap_or_default()
    }

    /// Every parameter behind the question mark, each name once.
    pub fn query(&self) -> impl Iterator<Item = (&str, &str)> {
        self.query.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// May this person do this at all, to the node itself?
    pub fn may(&self, action: &'static str) -> bool {
        self.app.access.may(self.who(), Action(action), &crate::access::Item::Node).is_some()
    }

    /// May this person do this to this case?
    pub fn may_on(&self, action: &'static str, row: &crate::store::matter::MatterRow) -> bool {
        self.app.access.may(self.who(), Action(action), &crate::acts::open::item(row)).is_some()
    }

    /// The visitor's body and those beneath it, each between two commas, as lists ask for them.
    pub fn reach(&self) -> String {
        format!(",{},", self.app.config.within(&self.who().body).join(","))
    }
}

/// The page a form belongs to: `/incoming/7` for `/incoming/7/answer`. An address of a form shows nothing by itself.
fn page_of(form: &str) -> &str {
    let page = form.split('?').next().unwrap_or_default();
    match page.rsplit_once('/') {
        Some((case, _)) if page.matches('/').count() > 2 => case,
        _ => page,
    }
}

/// The zone of a body; a body that is not listed has the common one.
pub fn zone(app: &App, body: &str) -> TimeZone {
    app.body(body).and_then(|body| TimeZone::get(&body.zone).ok()).unwrap_or(TimeZone::UTC)
}

impl FromRequestParts<App> for Visit {
    type Rejection = Stop;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Stop> {
        let session = parts.extensions.get::<Session>().cloned().ok_or(Stop::Refused(Refusal::NotFound))?;
        let query = serde_urlencoded::from_str(parts.uri.query().unwrap_or_default()).unwrap_or_default();
        let path = path_of(parts.uri.path_and_query());
        let path = if parts.method == Method::POST { page_of(&path).to_owned() } else { path };
        Ok(Self { app: app.clone(), session, path, query })
    }
}

impl<S: Send + Sync> FromRequest<S> for Form {
    type Rejection = Stop;

    async fn from_request(request: Request, _: &S) -> Result<Self, Stop> {
        let too_large = |_| Stop::Refused(Refusal::TooLarge);
        let bytes = to_bytes(request.into_body(), FORM_MAX_BYTES).await.map_err(too_large)?;
        let pairs = serde_urlencoded::from_bytes(&bytes).map_err(|_| Stop::Refused(Refusal::StaleForm))?;
        Ok(Self(pairs))
    }
}

impl Form {
    /// The first value of a name; empty when it is not there.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(found, _)| found == name).map_or("", |(_, value)| value)
    }

    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(found, _)| found == name).map(|(_, value)| value.as_str())
    }

    /// To draw the form again as it was sent. Several values of one name stand apart by blanks.
    pub fn fields(&self) -> Fields {
        let mut joined: BTreeMap<String, String> = BTreeMap::new();
        for (name, value) in self.0.iter().filter(|(name, _)| name != "csrf") {
            let held = joined.entry(name.clone()).or_default();
            if !held.is_empty() && !value.is_empty() {
                held.push(' ');
            }
            held.push_str(value);
        }
        Fields::new(joined)
    }
}

/// The page, drawn.
pub fn show(page: &impl Template) -> Page {
    Ok(Html(page.render()?).into_response())
}

/// The same form again, with what is to be mended.
pub fn again(page: &impl Template) -> Page {
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page.render()?)).into_response())
}

/// After an act: the browser asks for the page that shows it. `what` names a notice shown there once.
pub fn done(to: &str, what: &str) -> Page {
    let join = if to.contains('?') { '&' } else { '?' };
    Ok(Redirect::to(&format!("{to}{join}done={what}")).into_response())
}

pub fn go(to: &str) -> Page {
    Ok(Redirect::to(to).into_response())
}

/// What casework found wrong, in the reader's words.
pub fn problems(t: Words, found: &[FieldProblem]) -> Vec<Problem> {
    let mended = |problem: &FieldProblem| {
        let code = serde_json::to_value(problem.code).ok();
        let code = code.as_ref().and_then(|code| code.as_str()).unwrap_or_default();
        let field = problem.field.name().into_owned();
        Problem { text: t.problem(&field, code, &problem.args), field }
    };
    found.iter().map(mended).collect()
}

/// A problem of a field that only the page knows.
pub fn problem(t: Words, field: &str, code: &str) -> Problem {
    Problem { field: field.to_owned(), text: t.problem(field, code, &BTreeMap::new()) }
}

/// A form that another site made a browser send is not read. Browsers that do not say where a form comes from pass:
/// their sessions are protected by the token and the cookie's own rule.
pub fn from_here(headers: &HeaderMap) -> bool {
    headers.get("sec-fetch-site").is_none_or(|site| site == "same-origin" || site == "none")
}

/// Stands before every page: the gate, and the drawing of what it or a handler refused.
pub fn guard(
    app: App,
    action: Option<Action>,
    request: Request,
    next: Next,
) -> std::pin::Pin<Box<dyn Future<Output = Response> + Send>> {
    Box::pin(async move {
        let asked = stop::Asked::of(&request);
        let mut response = gate::pages(app.clone(), action, request, next).await;
        match response.extensions_mut().remove::<Stop>() {
            None => response,
            Some(stop) => stop::draw(&app, &asked, stop).await,
        }
    })
}

pub(super) fn path_of(path: Option<&axum::http::uri::PathAndQuery>) -> String {
    path.map_or_else(|| "/".to_owned(), ToString::to_string)
}

/// Bare until the guard draws it.
impl IntoResponse for Stop {
    fn into_response(self) -> Response {
        let mut response = StatusCode::INTERNAL_SERVER_ERROR.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl From<CannotAct> for Stop {
    fn from(why: CannotAct) -> Self {
        Self::Act(Arc::new(why))
    }
}

impl From<StoreError> for Stop {
    fn from(why: StoreError) -> Self {
        CannotAct::from(why).into()
    }
}

impl From<askama::Error> for Stop {
    fn from(why: askama::Error) -> Self {
        CannotAct::internal(why).into()
    }
}

impl From<Refusal> for Stop {
    fn from(why: Refusal) -> Self {
        Self::Refused(why)
    }
}
