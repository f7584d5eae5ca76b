//! Handling codes and the 4x4 assessment: what the receiver may do with an item, and how far to trust it.
//! They are on every item and are asked at the receiver before any use.
//!
//! Never: grants a consent. Only the owner of the item does, and the node records it.

use crate::choice::Choice;
use marchland_law::BodyId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// H0 stands without a restriction of its own: police use under the standing rules.
/// H1 to H3 may be combined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum HandlingCode {
    /// Police use, under the rules that stand anyway.
    H0,
    /// Not evidence without the owner's consent.
    H1,
    /// Not passed on without the owner's consent.
    H2,
    /// Other restrictions, in the owner's words: nothing beyond this case without consent.
    H3,
}

/// The restrictions on one item. Exactly one spelling: H0 stands alone, H3 comes with words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Handling {
    pub codes: BTreeSet<HandlingCode>,
    /// The owner's words for H3.
    pub words: Option<String>,
}

impl Handling {
    pub fn police_use() -> Self {
        Self { codes: BTreeSet::from([HandlingCode::H0]), words: None }
    }
}

/// How reliable the source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum SourceGrade {
    /// No doubt about the source.
    A,
    /// Mostly reliable.
    B,
    /// Mostly unreliable.
    C,
    /// Cannot be judged.
    X,
}

/// How well the information itself is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum InformationGrade {
    /// Known to be true without reservation.
    #[serde(rename = "1")]
    One,
    /// Known to the source at first hand, not to the official who passes it on.
    #[serde(rename = "2")]
    Two,
    /// Not known at first hand, agrees with what is known.
    #[serde(rename = "3")]
    Three,
    /// Not known at first hand and cannot be checked.
    #[serde(rename = "4")]
    Four,
}

/// The 4x4 assessment of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assessment {
    pub source: SourceGrade,
    pub information: InformationGrade,
}

/// What travels with every item: restrictions, trust, and the conditions the law puts on its use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Marking {
    pub handling: Handling,
    pub assessment: Assessment,
    /// Codes of the law's use conditions, for example `this-case-only`.
    pub use_conditions: BTreeSet<String>,
}

/// Use conditions of the law that bind an item to the case it was given for, or to its purpose. The law's other
/// conditions ask something of people and forbid no use by themselves.
pub const BOUND_TO_CASE: [&str; 3] = ["this-case-only", "purpose-only", "consent-for-other-use"];

/// A use that a receiver wants to make of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Use {
    /// Police work in the case it was given for.
    ThisCase,
    /// Police work in another case.
    OtherCase,
    /// Evidence in proceedings, with the evidence file that a court would read.
    Evidence,
    /// Passing it to another body of the receiving state.
    OnwardAtHome,
    /// Passing it to a third state or an organisation.
    OnwardAbroad,
}

impl Use {
    pub const ALL: [Use; 5] =
        [Use::ThisCase, Use::OtherCase, Use::Evidence, Use::OnwardAtHome, Use::OnwardAbroad];

    pub fn code(self) -> &'static str {
        match self {
            Use::ThisCase => "this-case",
            Use::OtherCase => "other-case",
            Use::Evidence => "evidence",
            Use::OnwardAtHome => "onward-at-home",
            Use::OnwardAbroad => "onward-abroad",
        }
    }
}

/// The owner's consent to one use of one item, as recorded by the node.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Consent {
    pub to: Use,
    pub by: BodyId,
    pub at: jiff::Timestamp,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HandlingRefusal {
    #[error("the item may not be used as evidence without its owner's consent ({code}); ask the owner first")]
    NotEvidence { code: String },
    #[error("the item may not be passed on without its owner's consent ({code}); ask the owner first")]
    NotOnward { code: String },
    #[error("the item may be used only in the case it was given for ({code}); ask the owner first")]
    OnlyThisCase { code: String },
    #[error("the item has restrictions in its owner's words: {words}; ask the owner before this use")]
    OwnWords { words: String },
    #[error("an item may go to a third state only with its owner's consent; ask the owner first")]
    ThirdState,
}

impl HandlingRefusal {
    pub fn code(&self) -> &'static str {
        match self {
            HandlingRefusal::NotEvidence { .. } => "not-evidence",
            HandlingRefusal::NotOnward { .. } => "not-onward",
            HandlingRefusal::OnlyThisCase { .. } => "only-this-case",
            HandlingRefusal::OwnWords { .. } => "own-words",
            HandlingRefusal::ThirdState => "third-state",
        }
    }
}

/// May this item be used so? `owner` is the body that gave it: only its consent lifts a restriction.
pub fn permits_use(
    item: &Marking,
    owner: &BodyId,
    wanted: Use,
    consents: &[Consent],
) -> Result<(), HandlingRefusal> {
    if wanted == Use::ThisCase || consents.iter().any(|c| c.to == wanted && &c.by == owner) {
        return Ok(());
    }
    let coded = |code: HandlingCode| item.handling.codes.contains(&code).then(|| code.code().to_owned());
    let bound = || BOUND_TO_CASE.into_iter().find(|code| item.use_conditions.contains(*code));
    if let Some(words) = &item.handling.words {
        return Err(HandlingRefusal::OwnWords { words: words.clone() });
    }
    if item.handling.codes.contains(&HandlingCode::H3) {
        return Err(HandlingRefusal::OwnWords { words: "not given".into() });
    }
    match wanted {
        Use::ThisCase => {}
        Use::Evidence => {
            if let Some(code) = coded(HandlingCode::H1) {
                return Err(HandlingRefusal::NotEvidence { code });
            }
        }
        Use::OtherCase | Use::OnwardAtHome => {
            if wanted == Use::OnwardAtHome
                && let Some(code) = coded(HandlingCode::H2)
            {
                return Err(HandlingRefusal::NotOnward { code });
            }
            if let Some(code) = bound() {
                return Err(HandlingRefusal::OnlyThisCase { code: code.into() });
            }
        }
        Use::OnwardAbroad => return Err(HandlingRefusal::ThirdState),
    }
    Ok(())
}
