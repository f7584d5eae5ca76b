//! What goes wrong, as the API says it: the right status, a stable code for machines, a sentence for people.
//!
//! Never: tells "not allowed" from "not there"; shows what broke inside the node.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use marchland_casework::{CannotStep, FieldProblem};

use super::types::{ApiError, FieldError};
use crate::access::gate::Refusal;
use crate::access::{SignIn, hex};
use crate::acts::CannotAct;
use crate::store::StoreError;

#[derive(Debug)]
pub struct Problem {
    status: StatusCode,
    error: ApiError,
}

pub type Answered<T> = Result<T, Problem>;

impl Problem {
    pub fn new(status: StatusCode, code: &str, message: impl ToString) -> Self {
        Self {
            status,
            error: ApiError { code: code.to_owned(), message: message.to_string(), fields: Vec::new() },
        }
    }

    /// The caller mends these fields and asks again.
    pub fn fields(code: &str, message: impl ToString, fields: Vec<FieldError>) -> Self {
        let mut problem = Self::new(StatusCode::UNPROCESSABLE_ENTITY, code, message);
        problem.error.fields = fields;
        problem
    }

    pub fn field(field: &str, code: &str, message: impl ToString) -> Self {
        let error =
            FieldError { field: field.to_owned(), code: code.to_owned(), message: message.to_string() };
        Self::fields("incomplete", "one field must be mended first", vec![error])
    }

    /// Our fault. The caller gets a number under which the log has the cause.
    fn ours(why: &dyn std::fmt::Display) -> Self {
        let mut bytes = [0_u8; 4];
        // Without random numbers every fault is number 00000000; the log still has its cause and time.
        let _ = getrandom::fill(&mut bytes);
        let number = hex(&bytes);
        tracing::error!(number, error = %why, "a request to the API failed inside the node");
        let message = format!("this did not work; give the number {number} to the administrator");
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "internal", message)
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        (self.status, Json(self.error)).into_response()
    }
}

impl From<CannotAct> for Problem {
    fn from(why: CannotAct) -> Self {
        if why.is_ours() {
            return Self::ours(&why);
        }
        match &why {
            CannotAct::NotFound => Self::new(StatusCode::NOT_FOUND, why.code(), why),
            CannotAct::Store(_) => Self::new(StatusCode::CONFLICT, why.code(), why),
            CannotAct::Step(CannotStep::Incomplete(problems)) => {
                Self::fields(why.code(), &why, problems.iter().map(FieldError::from).collect())
            }
            CannotAct::ReasonNeeded => {
                let field = FieldError {
                    field: "reason".to_owned(),
                    code: "missing".to_owned(),
                    message: why.to_string(),
                };
                Self::fields(why.code(), "give a reason with the parameter `reason`", vec![field])
            }
            _ => Self::new(StatusCode::UNPROCESSABLE_ENTITY, why.code(), why),
        }
    }
}

impl From<StoreError> for Problem {
    fn from(why: StoreError) -> Self {
        CannotAct::from(why).into()
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        let message = match refusal {
            Refusal::NotSignedIn => {
                "sign in first: POST /api/session gives a token for the header `Authorization: Bearer`"
            }
            Refusal::NotFound => "there is nothing here that you may use",
            Refusal::StaleForm => "the form's token does not fit the session",
            Refusal::TooLarge => "the request is larger than this node reads",
            Refusal::Ours => return Self::ours(&"a session could not be looked up"),
        };
        Self::new(refusal.status(), refusal.code(), message)
    }
}

impl From<SignIn> for Problem {
    fn from(why: SignIn) -> Self {
        match why {
            SignIn::Wrong => Self::new(StatusCode::UNAUTHORIZED, "wrong-sign-in", why),
            SignIn::Locked => Self::new(StatusCode::UNAUTHORIZED, "locked", why),
            SignIn::Store(_) | SignIn::NoRandomness(_) => Self::ours(&why),
        }
    }
}

impl From<&FieldProblem> for FieldError {
    fn from(problem: &FieldProblem) -> Self {
        let code = serde_json::to_value(problem.code).ok();
        Self {
            field: problem.field.name().into_owned(),
            code: code.as_ref().and_then(|code| code.as_str()).unwrap_or_default().to_owned(),
            message: problem.sentence(),
        }
    }
}
