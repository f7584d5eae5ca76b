//! What findings and comparisons look for: the kinds of gap with their words, features with the provisions that have them,
//! and events after which a framework should have been looked at again. Read from `findings.yaml`.
//!
//! Never: says which gaps a pair of states has; `gaps` computes them.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use serde::Serialize;

use crate::law::Source;
use crate::words::closed;
use crate::{Confidence, FormId, InstrumentId, State, Text};

closed! {
    /// A kind of gap. The general rule behind each stands in `gaps`.
    FindingKind {
        SilentForm = "silent-form",
        DeclaratoryOnly = "declaratory-only",
        LevelGap = "level-gap",
        PracticeWithoutBasis = "practice-without-basis",
        HeadPowersUnspecified = "head-powers-unspecified",
        NoNamedOfficials = "no-named-officials",
        LanguageWithoutTranslator = "language-without-translator",
        NoSimplifiedVisit = "no-simplified-visit",
        NotUpdatedSinceEvent = "not-updated-since-event",
        Conflict = "conflict",
        DanglingReference = "dangling-reference",
        DisplacedReference = "displaced-reference",
        PartyLeft = "party-left",
        NotVerified = "not-verified",
    }

    /// Something a text can settle that no single rule shows.
    Feature {
        PowersOfHeads = "powers-of-heads",
        NamedOfficials = "named-officials",
        SimplifiedVisit = "simplified-visit",
        Translators = "translators",
        JointProcedure = "joint-procedure",
        VisitingPowers = "visiting-powers",
    }
}

#[derive(Clone, Debug, Default, Serialize)]
pub struct Checklist {
    pub kinds: BTreeMap<FindingKind, KindWords>,
    pub features: BTreeMap<Feature, FeatureWords>,
    pub events: Vec<FrameworkEvent>,
}

#[derive(Clone, Debug, Serialize)]
pub struct KindWords {
    /// What is missing, as a sentence.
    pub names: Text,
    /// What would close it.
    pub closes: Text,
}

#[derive(Clone, Debug, Serialize)]
pub struct FeatureWords {
    pub names: Text,
    pub found_in: Vec<Mark>,
}

/// A provision that has a feature.
#[derive(Clone, Debug, Serialize)]
pub struct Mark {
    pub instrument: InstrumentId,
    /// The citation, as in the heading of the article.
    pub article: Arc<str>,
    /// For which forms; empty means the forms of the article, or every form where the article names none.
    pub forms: Vec<FormId>,
}

/// A change around the framework, such as a union of states, after which its instruments should have been looked at.
#[derive(Clone, Debug, Serialize)]
pub struct FrameworkEvent {
    pub id: Arc<str>,
    pub names: Text,
    /// Since when it concerns each state.
    pub states: BTreeMap<State, Date>,
    pub confidence: Confidence,
    pub sources: BTreeMap<Arc<str>, Source>,
    pub note: Option<Text>,
}

impl FrameworkEvent {
    /// The first day on which it concerns both.
    pub fn between(&self, a: State, b: State) -> Option<Date> {
        Some(*self.states.get(&a)?.max(self.states.get(&b)?))
    }
}
