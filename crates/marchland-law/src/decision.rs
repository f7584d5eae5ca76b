//! The answer of the law: a verdict that explains itself. Serialisable, so that it can be kept and replayed byte for byte.
//!
//! Never: computes anything; `decide` fills it.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    Act, BodyId, Channel, Confidence, ConfirmationId, Dates, FactKey, Force, FrameworkId, InstrumentId,
    Level, RuleId, Side, State, Text, TimeLimit, words::closed,
};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    pub framework: FrameworkId,
    pub act: Act,
    pub dates: Dates,
    pub side: Side,
    pub verdict: Verdict,
    /// The provisions looked at, those that carry the verdict first.
    pub reasons: Vec<Reason>,
    pub duties: Vec<Duty>,
    pub deadlines: Vec<Deadline>,
    /// On what grounds the other side may refuse.
    pub refusal_grounds: RefusalGrounds,
    /// What travels with the data and binds whoever receives them.
    pub use_conditions: Vec<UseCondition>,
    /// Lawful ways to the same end, best first; empty when the act itself is permitted.
    pub routes: Vec<Route>,
    pub conflicts: Vec<Conflict>,
    /// Facts to ask for, each with the question.
    pub missing: Vec<Question>,
    /// The channel of the rule the verdict rests on.
    pub channel: Option<Channel>,
    /// That of the weakest provision used; absent when none was used.
    pub confidence: Option<Confidence>,
    /// The confirmations by which a weak provision could be used.
    pub confirmations: Vec<ConfirmationUse>,
}

/// A closed set of answers. Unknown goes to a person, never to yes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    Permit,
    PermitUnder(Vec<Condition>),
    Refuse(Refusal),
    Refer(Vec<Referral>),
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Refusal {
    /// A provision in force forbids the act.
    Prohibited { by: Vec<Citation> },
    /// Rules exist for this form between these states, but they empower others.
    OutsideCompetence { rules: Vec<Misfit> },
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Referral {
    /// No rule at all.
    NoBasis,
    /// An instrument that may govern is known, its text is not.
    TextNotRead { provisions: Vec<Citation> },
    /// It rests on provisions that nobody here has read and no legal adviser has confirmed.
    Unverified { provisions: Vec<Citation>, weakest: Confidence },
    /// A rule cannot be evaluated before these are answered.
    MissingFact { facts: Vec<FactKey> },
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Condition {
    Duty(Duty),
    Use(UseCondition),
    /// The permission stands only while this confirmation stands.
    Confirmed(ConfirmationId),
}

/// What must be done: code and parameters; people read the translation of the code, or `text` where the pack gives one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Duty {
    pub code: Arc<str>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub params: BTreeMap<Arc<str>, Arc<str>>,
    pub basis: Basis,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UseCondition {
    pub code: Arc<str>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub params: BTreeMap<Arc<str>, Arc<str>>,
    pub basis: Basis,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ground {
    pub code: Arc<str>,
    pub basis: Basis,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RefusalGrounds {
    /// The act rests on nothing, so no list applies.
    NoInstrument,
    /// The instrument is known, its list of grounds has not been read.
    NotRead(Vec<InstrumentId>),
    Listed(Vec<Ground>),
}

/// Where a duty comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    Provision(Citation),
    Confirmation(ConfirmationId),
}

/// An article of an instrument.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Citation {
    pub instrument: InstrumentId,
    /// The heading, such as `Article 4(2)`.
    pub article: Arc<str>,
    pub rule: RuleId,
}

/// One provision and what it did to the verdict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    pub citation: Citation,
    pub title: Text,
    pub force: Force,
    pub says: Text,
    pub confidence: Confidence,
    /// Between these two states; absent when not known or not applicable.
    pub in_force_from: Option<Date>,
    pub in_force_until: Option<Date>,
    pub effect: Effect,
}

closed! {
    /// What a provision did to the verdict.
    Effect {
        Permits = "permits", Forbids = "forbids", Requires = "requires",
        /// A prohibition that yields to an exception its own article names.
        Yields = "yields",
        /// It permits, but not this body, territory, kind or channel.
        EmpowersOthers = "empowers-others",
        /// It would permit, but its condition is not met.
        ConditionNotMet = "condition-not-met",
        /// It cannot be evaluated: a fact is missing.
        FactMissing = "fact-missing",
        /// It may govern; its text has not been read.
        NotRead = "not-read",
        /// It says that a thing is so and gives no power.
        Declares = "declares",
        /// A model or a policy: cited for understanding, never a basis.
        Context = "context",
    }

    /// Why a rule that permits does not empower this act.
    Mismatch {
        FromLevel = "from-level", FromKind = "from-kind", FromState = "from-state", FromRegion = "from-region",
        ToLevel = "to-level", ToKind = "to-kind", ToState = "to-state", ToRegion = "to-region",
        Territory = "territory", Channel = "channel", Condition = "condition",
    }
}

/// A rule that empowers others, and in what it differs from the act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Misfit {
    pub citation: Citation,
    pub differs_in: Vec<Mismatch>,
    /// The levels it does empower; empty means any.
    pub from_levels: Vec<Level>,
    pub to_levels: Vec<Level>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deadline {
    pub limit: TimeLimit,
    pub basis: Citation,
}

/// A chain of bodies from the acting body to the addressee.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Route {
    pub hops: Vec<Hop>,
    /// Every step is permitted today. Otherwise a step first needs a legal adviser or a fact.
    pub open: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hop {
    pub from: BodyId,
    pub to: BodyId,
    pub step: HopStep,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HopStep {
    /// Inside one state, between a body and the one above or below it.
    Subordination,
    /// Across the border, with its own verdict and the provisions it rests on.
    Crossing { verdict: Box<Verdict>, rests_on: Vec<Citation>, confidence: Option<Confidence> },
}

/// Two rules in force that cannot both be followed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    pub permits: Citation,
    pub forbids: Citation,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    pub fact: FactKey,
    pub ask: Text,
    /// The provisions that need the answer.
    pub asked_by: Vec<Citation>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConfirmationUse {
    pub id: ConfirmationId,
    pub instrument: InstrumentId,
    pub post: Text,
    pub date: Date,
    pub reason: Arc<str>,
}

/// An instrument seen by two states on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bond {
    pub instrument: InstrumentId,
    pub title: Text,
    pub force: Force,
    pub standing: Standing,
    pub in_force_from: Option<Date>,
    pub in_force_until: Option<Date>,
    pub confidence: Confidence,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    Binds,
    NotYet {
        from: Date,
    },
    /// The day on which it came, or will come, into force between these two is not known.
    DateUnknown {
        states: Vec<State>,
    },
    NotParty {
        states: Vec<State>,
    },
    AwaitsImplementation {
        from: Option<Date>,
    },
    Ended {
        on: Date,
    },
    Displaced {
        by: InstrumentId,
        on: Date,
    },
    /// A model or a policy: never a basis for an act.
    NeverABasis,
}

impl Verdict {
    /// The act may be done, perhaps on conditions.
    pub fn permits(&self) -> bool {
        matches!(self, Self::Permit | Self::PermitUnder(_))
    }

    /// Stable code of the kind: `permit`, `permit-under`, `prohibited`, `outside-competence`, `no-basis`,
    /// `text-not-read`, `unverified`, `missing-fact`. Of several referrals, the first.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Permit => "permit",
            Self::PermitUnder(_) => "permit-under",
            Self::Refuse(Refusal::Prohibited { .. }) => "prohibited",
            Self::Refuse(Refusal::OutsideCompetence { .. }) => "outside-competence",
            Self::Refer(why) => why.first().map_or("no-basis", Referral::code),
        }
    }
}

impl Referral {
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoBasis => "no-basis",
            Self::TextNotRead { .. } => "text-not-read",
            Self::Unverified { .. } => "unverified",
            Self::MissingFact { .. } => "missing-fact",
        }
    }
}
