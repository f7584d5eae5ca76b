//! The law as read from the files: vocabulary, instruments with articles and rules, territories, calendars.
//!
//! Never: reads a file, decides an act.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use serde::Serialize;

use crate::calendar::Calendars;
use crate::checklist::Checklist;
use crate::when::When;
use crate::words::closed;
use crate::{
    BodyKind, Channel, Confidence, FactKey, Force, FormId, InstrumentId, Level, RegionCode, RuleId, State,
    TerritoryId, Text, TimeLimit,
};

/// The words the packs may use, with labels for people.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Vocabulary {
    pub forms: BTreeMap<FormId, Form>,
    pub facts: BTreeMap<FactKey, Fact>,
    pub duties: BTreeMap<Arc<str>, DutyWord>,
    /// Labels of everything else, by section (`levels`, `channels`, `kinds`, `grounds`, …) and code.
    pub labels: BTreeMap<&'static str, BTreeMap<Arc<str>, Text>>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Form {
    pub number: u32,
    pub names: Text,
}

/// A fact the law may ask for.
#[derive(Clone, Debug, Serialize)]
pub struct Fact {
    pub ask: Text,
    pub answer: Answer,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    YesNo,
    Number,
    Date,
    Text,
    Choice(Vec<Arc<str>>),
}

#[derive(Clone, Debug, Serialize)]
pub struct DutyWord {
    pub names: Text,
    /// The act is lawful only if this is done: it makes the verdict `PermitUnder`.
    pub condition: bool,
}

impl Vocabulary {
    /// The label of a code in a section; the code itself is never shown to people if a label exists.
    pub fn label(&self, section: &str, code: &str) -> Option<&Text> {
        match section {
            "forms" => self.forms.get(code).map(|f| &f.names),
            "duties" => self.duties.get(code).map(|d| &d.names),
            _ => self.labels.get(section)?.get(code),
        }
    }
}

/// A treaty, an agreement, an act.
#[derive(Clone, Debug, Serialize)]
pub struct Instrument {
    pub id: InstrumentId,
    pub kind: Arc<str>,
    pub force: Force,
    /// A proposal; it is read and checked, and never decides anything.
    pub draft: bool,
    pub title: Text,
    pub short: Text,
    pub signed: Option<Signed>,
    pub text: Reading,
    pub languages: Vec<Arc<str>>,
    pub parties: Vec<Party>,
    /// For a model or a policy: the states it speaks to.
    pub addressed_to: Vec<State>,
    /// It cannot be used before this day, even if in force: an implementing act is needed.
    pub usable_from: Option<Date>,
    pub relations: Vec<Relation>,
    pub territories: Vec<TerritoryId>,
    pub sources: BTreeMap<Arc<str>, Source>,
    pub confidence: Confidence,
    pub note: Option<Text>,
    pub articles: Vec<Article>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Signed {
    /// A date, or a year where no more is known, as written.
    pub when: Arc<str>,
    pub place: Option<Arc<str>>,
}

closed! {
    /// How much of a text was read.
    Reading { Read = "read", PartlyRead = "partly-read", NotRead = "not-read", }

    RelationKind { Supersedes = "supersedes", Amends = "amends", Implements = "implements", BasedOn = "based-on", }

    /// What a rule does.
    RuleEffect {
        Permits = "permits", Requires = "requires", Forbids = "forbids", Declares = "declares",
        /// The provision may govern these forms; its text has not been read.
        Unread = "unread",
    }

    /// Between whom an instrument takes the place of another.
    Scope { CommonParties = "common-parties", Everyone = "everyone", }
}

#[derive(Clone, Debug, Serialize)]
pub struct Party {
    pub state: State,
    /// Absent when the day is not known: then nothing rests on it.
    pub in_force: Option<Date>,
    /// First day on which it no longer binds this party.
    pub until: Option<Date>,
    pub deposited: Option<Date>,
    pub confidence: Confidence,
    pub sources: Vec<Arc<str>>,
    pub reservations: Vec<Reservation>,
    pub note: Option<Text>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Reservation {
    pub says: Text,
    /// Rules that do not apply in relation to this party.
    pub excludes: Vec<RuleId>,
    pub confidence: Confidence,
    pub sources: Vec<Arc<str>>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Relation {
    pub kind: RelationKind,
    pub instrument: InstrumentId,
    pub scope: Scope,
    pub confidence: Confidence,
    pub sources: Vec<Arc<str>>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Source {
    pub title: Arc<str>,
    pub url: Arc<str>,
    pub language: Arc<str>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Article {
    /// The citation, such as `Article 4(2)`.
    pub cite: Arc<str>,
    pub heading: Arc<str>,
    /// Our paraphrase, as written under the heading.
    pub prose: Arc<str>,
    pub text: Reading,
    pub forms: Vec<FormId>,
    pub confidence: Confidence,
    pub sources: Vec<Arc<str>>,
    pub rules: Vec<Arc<Rule>>,
}

/// Our machine form of what a provision says.
#[derive(Clone, Debug, Serialize)]
pub struct Rule {
    pub id: RuleId,
    pub effect: RuleEffect,
    /// Empty means every form.
    pub forms: Vec<FormId>,
    pub from: Who,
    pub to: Who,
    /// Empty means any.
    pub channels: Vec<Channel>,
    /// Both bodies must belong to it.
    pub territory: Option<TerritoryId>,
    pub when: Option<When>,
    /// For a prohibition: the rules before which it yields, because its own article says so.
    pub yields_to: Vec<RuleId>,
    pub valid_from: Option<Date>,
    pub valid_until: Option<Date>,
    /// When this reading entered our knowledge, and when it was replaced by a better one.
    pub recorded: Option<Date>,
    pub withdrawn: Option<Date>,
    pub duties: Vec<DutyClause>,
    pub deadlines: Vec<TimeLimit>,
    pub use_conditions: Vec<DutyClause>,
    /// Present (even if empty) when the list of grounds of refusal was read.
    pub grounds: Option<Vec<Arc<str>>>,
    pub says: Text,
    pub confidence: Confidence,
    pub sources: Vec<Arc<str>>,
    /// What the provision says and this rule leaves out.
    pub not_encoded: Option<Arc<str>>,
}

/// Whom a rule means at one end of an act. Empty lists mean anyone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Who {
    pub states: Vec<State>,
    pub levels: Vec<Level>,
    pub kinds: Vec<BodyKind>,
    pub regions: Vec<RegionCode>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DutyClause {
    pub code: Arc<str>,
    pub params: BTreeMap<Arc<str>, Arc<str>>,
}

/// The regions that take part, with the days of joining and leaving.
#[derive(Clone, Debug, Serialize)]
pub struct Territory {
    pub id: TerritoryId,
    pub names: Text,
    pub states: Vec<State>,
    pub members: Vec<Member>,
    pub sources: BTreeMap<Arc<str>, Source>,
    pub note: Option<Text>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Member {
    pub region: RegionCode,
    pub names: Text,
    pub from: Option<Date>,
    pub until: Option<Date>,
    pub confidence: Confidence,
    pub sources: Vec<Arc<str>>,
    pub note: Option<Text>,
}

/// All files of a pack together, before they are indexed.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Pack {
    pub(crate) vocabulary: Vocabulary,
    pub(crate) instruments: Vec<Instrument>,
    pub(crate) territories: Vec<Territory>,
    #[serde(skip)]
    pub(crate) calendars: Calendars,
    pub(crate) checklist: Checklist,
}

/// `from` inclusive, `until` exclusive; absent ends are open.
pub(crate) fn within(day: Date, from: Option<Date>, until: Option<Date>) -> bool {
    from.is_none_or(|f| f <= day) && until.is_none_or(|u| day < u)
}
