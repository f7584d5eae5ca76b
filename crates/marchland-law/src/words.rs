//! The words of the trade as types: identifiers, states, levels, channels, confidence marks, text for people.
//!
//! Never: knows a rule, an instrument or a date of law.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// Declares identifiers that are cheap to clone: decisions repeat them often.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Arc<str>);
        impl $name {
            pub fn new(text: impl Into<Arc<str>>) -> Self { Self(text.into()) }
            pub fn as_str(&self) -> &str { &self.0 }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.write_str(&self.0) }
        }
        impl From<&str> for $name { fn from(text: &str) -> Self { Self(text.into()) } }
        impl From<String> for $name { fn from(text: String) -> Self { Self(text.into()) } }
        impl std::borrow::Borrow<str> for $name { fn borrow(&self) -> &str { &self.0 } }
    )*};
}

ids! {
    /// A police body, such as `RU/region/omsk`.
    BodyId;
    /// A form of cooperation, such as `operational-request`; the list is in `law/vocabulary.yaml`.
    FormId;
    /// The kind of a body, such as `police`, `customs`, `justice`; the list is in the vocabulary.
    BodyKind;
    /// A fact the law may ask for, such as `danger-imminent`; the list, with the question to ask, is in the vocabulary.
    FactKey;
    InstrumentId;
    RuleId;
    TerritoryId;
    /// A region by its ISO 3166-2 code, such as `KZ-59`.
    RegionCode;
    /// A recorded confirmation by a legal adviser.
    ConfirmationId;
    /// SHA-256 over the sources of a framework, in lower-case hexadecimal: same id, same law.
    FrameworkId;
}

/// A state by its ISO 3166-1 alpha-2 code.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct State([u8; 2]);

impl State {
    pub fn as_str(&self) -> &str {
        // Only two ASCII capitals are ever stored, so the fallback is never seen.
        std::str::from_utf8(&self.0).unwrap_or("??")
    }
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is not a state: give the two capital letters of ISO 3166-1, such as KZ")] // code: not-a-state
pub struct NotAState(pub String);

impl FromStr for State {
    type Err = NotAState;
    fn from_str(text: &str) -> Result<Self, NotAState> {
        match text.as_bytes() {
            [a @ b'A'..=b'Z', b @ b'A'..=b'Z'] => Ok(Self([*a, *b])),
            _ => Err(NotAState(text.chars().take(20).collect())),
        }
    }
}

impl TryFrom<String> for State {
    type Error = NotAState;
    fn try_from(text: String) -> Result<Self, NotAState> {
        text.parse()
    }
}

impl From<State> for String {
    fn from(state: State) -> String {
        state.as_str().to_owned()
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Declares a closed list whose spelling in files, JSON and code is one and the same.
macro_rules! closed {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $code)] $variant,)* }
        impl $name {
            pub const ALL: &'static [$name] = &[$($name::$variant,)*];
            /// The stable spelling used in files, in JSON and as a key for translations.
            pub fn code(self) -> &'static str { match self { $($name::$variant => $code,)* } }
            pub fn from_code(code: &str) -> Option<Self> { match code { $($code => Some($name::$variant),)* _ => None } }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(self.code()) }
        }
    )*};
}
pub(crate) use closed;

closed! {
    /// Where a body stands in its state.
    Level { Central = "central", Regional = "regional", District = "district", Unit = "unit", }

    /// The way an act travels.
    Channel {
        CentralAuthority = "central-authority", RegionalDirect = "regional-direct", DistrictDirect = "district-direct",
        UnitDirect = "unit-direct", CommonCentre = "common-centre", Interpol = "interpol", Siena = "siena",
        Judicial = "judicial", Diplomatic = "diplomatic",
    }

    /// How well we know a provision. The order is the rank: the first is the weakest.
    Confidence {
        UnverifiedBackground = "unverified-background", FromSeedOnly = "from-seed-only", SecondarySource = "secondary-source",
        VerifiedHeader = "verified-header", VerifiedText = "verified-text",
    }

    /// What an instrument can carry. Only `binding` is ever a basis for an act.
    Force { Binding = "binding", Model = "model", Policy = "policy", }
}

impl Confidence {
    /// Bars shown beside a provision, 0 to 4.
    pub fn bars(self) -> u8 {
        self as u8
    }
}

/// Text for people, from the packs. Kazakh where it is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    pub en: Arc<str>,
    pub ru: Arc<str>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kk: Option<Arc<str>>,
}

impl Text {
    /// By language tag; what is not there falls back to Russian for `kk` and to English otherwise.
    pub fn in_language(&self, tag: &str) -> &str {
        match tag {
            "kk" => self.kk.as_ref().unwrap_or(&self.ru),
            "ru" => &self.ru,
            _ => &self.en,
        }
    }
}
