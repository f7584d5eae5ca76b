//! What the gap report of two states shows: words and numbers already looked up, in the language of the paper.
//!
//! Never: finds a gap, weighs a provision, translates.

use serde::Serialize;

/// The languages a paper can be in; its fixed words are in `templates/words.json`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Language {
    En,
    Ru,
}

impl Language {
    pub const ALL: [Language; 2] = [Language::En, Language::Ru];

    pub fn code(self) -> &'static str {
        match self {
            Language::En => "en",
            Language::Ru => "ru",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }
}

#[derive(Clone, Debug, Serialize)]
pub struct GapReport {
    pub language: Language,
    pub pair: [State; 2],
    /// The day of the law, in words.
    pub day: String,
    /// Year, month and day of the law: the date of the document.
    pub dated: (i16, i8, i8),
    /// Identity of the law: the first letters of the hash of its files.
    pub pack: String,
    /// The best comparator, by its states.
    pub comparator: Option<[State; 2]>,
    pub framework: Vec<Bound>,
    pub columns: Vec<Column>,
    pub matrix: Vec<MatrixRow>,
    /// How often each mark stands in the columns of the pair.
    pub counts: Vec<Count>,
    pub timeline: Timeline,
    /// What one node has on record; absent when the report was made from the law alone.
    pub practice: Option<Practice>,
    pub findings: Vec<Finding>,
    pub comparison: Option<Comparison>,
    pub reforms: Vec<Reform>,
    pub sources: Vec<Source>,
}

#[derive(Clone, Debug, Serialize)]
pub struct State {
    /// Two letters of ISO 3166-1.
    pub code: String,
    pub name: String,
}

/// One instrument seen by the two states.
#[derive(Clone, Debug, Serialize)]
pub struct Bound {
    pub title: String,
    pub binds: bool,
    /// Binding, model, policy.
    pub force: String,
    /// In force, ended, displaced and so on, with its day.
    pub standing: String,
    /// Why, where the files say it.
    pub because: String,
    pub confidence: String,
    /// 0 to 4.
    pub bars: u8,
}

/// The seven marks of the gap map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    Regulated,
    BarePower,
    AskLawyer,
    OtherLevel,
    Prohibited,
    NoBasis,
    NotRead,
}

#[derive(Clone, Debug, Serialize)]
pub struct Column {
    /// The pair, such as `RU-KZ`; columns of one pair stand together.
    pub pair: String,
    pub level: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct MatrixRow {
    pub form: String,
    pub cells: Vec<Cell>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Cell {
    pub mark: Mark,
}

#[derive(Clone, Debug, Serialize)]
pub struct Count {
    pub mark: Mark,
    pub cells: usize,
}

/// When each form became possible, moved, lapsed. Places on the line are thousandths of its length.
#[derive(Clone, Debug, Serialize)]
pub struct Timeline {
    pub since: String,
    /// Place and year.
    pub years: Vec<(u16, String)>,
    pub lines: Vec<TimeLine>,
    pub turns: Vec<Turn>,
}

#[derive(Clone, Debug, Serialize)]
pub struct TimeLine {
    pub form: String,
    pub spans: Vec<Span>,
    /// The last span in words.
    pub now: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct Span {
    pub from: u16,
    pub until: u16,
    pub coverage: Coverage,
}

/// What is drawn of a form on a day; silence is not drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Coverage {
    InDetail,
    Declaratory,
    Prohibited,
    Unknown,
}

/// A day on which a form became possible, moved to other instruments, or lapsed.
#[derive(Clone, Debug, Serialize)]
pub struct Turn {
    pub day: String,
    pub form: String,
    pub what: String,
    pub by: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct Practice {
    /// First day counted.
    pub since: String,
    pub rows: Vec<PracticeRow>,
}

#[derive(Clone, Debug, Serialize)]
pub struct PracticeRow {
    pub form: String,
    /// The state and level that acted.
    pub whose: String,
    pub acts: u64,
    /// What the law gives a body of that level.
    pub mark: Mark,
}

#[derive(Clone, Debug, Serialize)]
pub struct Finding {
    pub says: String,
    pub forms: String,
    /// The level that lacks something, and whose; empty when it is so for all.
    pub whose: String,
    /// The instruments or the event it is about; empty when it is about forms.
    pub about: String,
    /// Acts on record, where it is about practice.
    pub acts: Option<u64>,
    pub closes: String,
    pub looked_at: Vec<Provision>,
    /// How many more were looked at than are listed.
    pub looked_at_more: usize,
    pub perhaps: Vec<Provision>,
    pub elsewhere: Vec<Provision>,
    pub confidence: String,
    pub bars: u8,
}

/// An article of an instrument.
#[derive(Clone, Debug, Serialize)]
pub struct Provision {
    pub instrument: String,
    pub article: String,
    pub bars: u8,
}

#[derive(Clone, Debug, Serialize)]
pub struct Comparison {
    pub left: String,
    pub right: String,
    /// Only what differs; how many lines are the same is said beside it.
    pub rows: Vec<CompareRow>,
    pub same: usize,
}

#[derive(Clone, Debug, Serialize)]
pub struct CompareRow {
    /// One form, or those of which the row is true alike; rows with the same words stand together.
    pub form: String,
    pub aspect: String,
    pub left: String,
    pub right: String,
}

/// A draft and what it would change.
#[derive(Clone, Debug, Serialize)]
pub struct Reform {
    pub name: String,
    pub note: String,
    /// Findings before and after.
    pub before: usize,
    pub after: usize,
    pub effects: Vec<Effect>,
    /// The same for the acts one node has on record.
    pub acts: Option<Acts>,
}

/// Acts on record decided again with a draft.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Acts {
    pub tried: usize,
    pub not_permitted: usize,
    pub rerouted: usize,
    pub would_be_lawful: usize,
    pub days_saved: u64,
}

/// One change: a finding closed or opened, or the verdict on a form.
#[derive(Clone, Debug, Serialize)]
pub struct Effect {
    pub what: String,
    /// Of which forms, or between which bodies.
    pub details: String,
    pub before: String,
    pub after: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct Source {
    pub instrument: String,
    pub title: String,
    /// Empty when it is not published.
    pub url: String,
    pub confidence: String,
    pub bars: u8,
}
