//! Reading what a program sent: JSON bodies and query parameters, refused with a code when they cannot be read.
//!
//! Never: reads more bytes than a page's form may have.

use std::collections::BTreeMap;

use axum::body::to_bytes;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::StatusCode;
use axum::http::request::Parts;
use marchland_casework::{DraftFields, Field};
use serde::de::DeserializeOwned;

use super::problem::{Answered, Problem};
use super::types::FieldError;
use crate::access::gate::Refusal;

const BODY_MAX_BYTES: usize = 256 * 1024;

/// A JSON body.
#[derive(Debug)]
pub struct Body<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Answered<Self> {
        let bytes = to_bytes(request.into_body(), BODY_MAX_BYTES).await.map_err(|_| Refusal::TooLarge)?;
        let read = serde_json::from_slice(&bytes);
        read.map(Self).map_err(|why| {
            Problem::new(StatusCode::BAD_REQUEST, "bad-json", format!("the body cannot be read: {why}"))
        })
    }
}

/// The parameters behind the question mark.
#[derive(Debug)]
pub struct Query<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Query<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Answered<Self> {
        let read = serde_urlencoded::from_str(parts.uri.query().unwrap_or_default());
        read.map(Self).map_err(|why| {
            Problem::new(
                StatusCode::BAD_REQUEST,
                "bad-query",
                format!("the parameters cannot be read: {why}"),
            )
        })
    }
}

/// Texts by field name, as the forms have them. Every name that is none is reported.
pub fn draft(fields: BTreeMap<String, String>) -> Answered<DraftFields> {
    let mut typed = DraftFields::new();
    let mut unknown = Vec::new();
    for (name, text) in fields {
        match Field::from_name(&name) {
            Some(field) => _ = typed.set(field, text),
            None => unknown.push(FieldError {
                message: format!("there is no field {name:?}; the names are those of the form"),
                field: name,
                code: "unknown-field".to_owned(),
            }),
        }
    }
    if unknown.is_empty() {
        Ok(typed)
    } else {
        Err(Problem::fields("unknown-field", "some fields are not fields of the form", unknown))
    }
}
