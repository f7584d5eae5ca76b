//! One registration makes a door, its guard, its line in the authority table and its entry in the OpenAPI document.
//!
//! Never: describes what a door does; the comment and attributes of its handler do.

use std::borrow::Cow;

use axum::routing::MethodRouter;
use utoipa::ToSchema;
use utoipa::openapi::path::{Operation, PathItem, Paths};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{Components, ContentBuilder, Info, OpenApi, Ref, RefOr, ResponseBuilder, Schema};

use super::types::{ApiError, FieldError};
use crate::access::{Action, Doors};
use crate::app::App;

/// What `utoipa_axum::routes!` makes of one handler.
pub type Described = (Vec<(String, RefOr<Schema>)>, Paths, MethodRouter<App>);

const BEARER: &str = "session";

pub struct Entry {
    /// `None`: open to anybody.
    pub action: Option<&'static str>,
    pub described: Described,
}

pub fn mount(doors: Doors, entries: Vec<Entry>) -> Doors {
    entries.into_iter().fold(doors, |doors, Entry { action, described: (_, paths, handler) }| {
        let mut described = paths
            .paths
            .into_iter()
            .flat_map(|(path, item)| methods(item).map(move |(method, _)| (path.clone(), method)));
        match described.next() {
            Some((path, method)) => doors.mount(Cow::Owned(path), method, action.map(Action), handler),
            None => doors, // `routes!` describes at least one method
        }
    })
}

/// The document, with what all doors share added to each: the token, the action, the errors.
pub fn document(entries: Vec<Entry>) -> OpenApi {
    let mut info = Info::new("Marchland node", env!("CARGO_PKG_VERSION"));
    info.description = Some(ABOUT.to_owned());
    let mut document = OpenApi::new(info, Paths::new());
    let mut components = Components::new();
    let token = HttpBuilder::new()
        .scheme(HttpAuthScheme::Bearer)
        .description(Some("The token of POST /api/session."));
    components.add_security_scheme(BEARER, SecurityScheme::Http(token.build()));
    let mut schemas = vec![(ApiError::name().into_owned(), <ApiError as utoipa::PartialSchema>::schema())];
    schemas.push((FieldError::name().into_owned(), <FieldError as utoipa::PartialSchema>::schema()));
    for Entry { action, described: (own, paths, _) } in entries {
        schemas.extend(own);
        for (path, item) in paths.paths {
            for (method, mut operation) in methods(item) {
                share(&mut operation, action);
                document.paths.add_path_operation(&path, vec![method_of(method)], operation);
            }
        }
    }
    components.schemas.extend(schemas);
    document.components = Some(components);
    document
}

const ABOUT: &str = "The same acts as the pages, for programs. Every answer that is not a success is an `ApiError`: \
a stable code, a sentence, and where it is about fields, which. Opening a case needs a reason unless it is on the \
caller's desk; every reading is in the audit.";

fn share(operation: &mut Operation, action: Option<&'static str>) {
    let needs = action.map(|_| SecurityRequirement::new::<_, [&str; 0], &str>(BEARER, []));
    operation.security = Some(needs.into_iter().collect());
    if let Some(action) = action {
        let said = operation.description.take().map(|text| text + "\n\n").unwrap_or_default();
        operation.description = Some(format!("{said}Needs the action `{action}`."));
    }
    let guarded = [("401", "Not signed in"), ("404", "Not there, or not for the caller")];
    let takes = [
        ("400", "Not readable"),
        ("413", "Too large"),
        ("422", "Cannot be done so; the code says why"),
        ("409", "Changed in between"),
    ];
    let fault = [("500", "The node's fault; the message has a number for the administrator")];
    let errors = guarded
        .into_iter()
        .filter(|_| action.is_some())
        .chain(
            takes.into_iter().filter(|_| operation.request_body.is_some() || operation.parameters.is_some()),
        )
        .chain(fault);
    for (status, description) in errors {
        let content = ContentBuilder::new().schema(Some(Ref::from_schema_name(ApiError::name()))).build();
        let response = ResponseBuilder::new().description(description).content("application/json", content);
        operation.responses.responses.entry(status.to_owned()).or_insert_with(|| response.build().into());
    }
}

fn methods(item: PathItem) -> impl Iterator<Item = (&'static str, Operation)> {
    [("GET", item.get), ("POST", item.post), ("PUT", item.put), ("DELETE", item.delete)]
        .into_iter()
        .filter_map(|(method, operation)| Some((method, operation?)))
}

fn method_of(method: &str) -> utoipa::openapi::HttpMethod {
    match method {
        "POST" => utoipa::openapi::HttpMethod::Post,
        "PUT" => utoipa::openapi::HttpMethod::Put,
        "DELETE" => utoipa::openapi::HttpMethod::Delete,
        _ => utoipa::openapi::HttpMethod::Get,
    }
}
