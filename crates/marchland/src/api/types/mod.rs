//! What the API reads and writes, in one place: the schemas of the OpenAPI document are made of these.
//! Parts of a case and decisions of the law keep the spelling of the crates that own them and appear as objects.
//!
//! Never: carries a password hash, a key or a token other than the one just given.

mod case;
mod law;
mod node;
mod screening;
mod step;

pub use case::*;
pub use law::*;
pub use node::*;
pub use screening::*;
pub use step::*;

use jiff::Timestamp;
use marchland_law::Text;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::store::people::Official;

#[derive(Debug, Serialize, ToSchema)]
pub struct ApiError {
    /// Stable; programs may branch on it.
    pub code: String,
    pub message: String,
    /// Which fields to mend, where the error is about fields.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<FieldError>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct FieldError {
    pub field: String,
    pub code: String,
    pub message: String,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Credentials {
    pub user: String,
    pub password: String,
}

impl std::fmt::Debug for Credentials {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Credentials({})", self.user)
    }
}

#[derive(Debug, Serialize, ToSchema)]
pub struct SignedIn {
    /// For the header `Authorization: Bearer`.
    pub token: String,
    /// Ends after half an hour without use.
    #[schema(value_type = String, format = DateTime)]
    pub until: Timestamp,
    pub official: Who,
}

/// An official of this node.
#[derive(Debug, Serialize, ToSchema)]
pub struct Who {
    pub id: String,
    pub login: String,
    pub name: String,
    #[schema(value_type = BTreeMap<String, String>)]
    pub post: Text,
    pub body: String,
    pub role: String,
}

impl From<&Official> for Who {
    fn from(official: &Official) -> Self {
        Self {
            id: official.id.clone(),
            login: official.login.clone(),
            name: official.name.clone(),
            post: official.post.clone(),
            body: official.body.clone(),
            role: official.role.code().to_owned(),
        }
    }
}

/// Milliseconds of the store as a moment; only a damaged row is out of range.
pub fn moment(ms: i64) -> Timestamp {
    Timestamp::from_millisecond(ms).unwrap_or_default()
}
