//! The small things that appear on many pages: bodies, verdicts, clocks, tags, confidence.
//!
//! Never: carries a colour alone. Each has a word and a shape (the templates under `part/` draw them).

/// A police body as pages name it. The name comes from the register, already in the reader's language.
#[derive(Debug, Clone, Default)]
pub struct Body {
    /// Two letters: `RU`, `KZ`.
    pub state: String,
    pub name: String,
}

impl Body {
    pub fn new(state: impl Into<String>, name: impl Into<String>) -> Self {
        Body { state: state.into(), name: name.into() }
    }
}

/// The seven marks of the law's answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Permitted,
    /// Permitted on this many conditions.
    Conditions(u32),
    AskLawyer,
    NotPermitted,
    Prohibited,
    NoBasis,
    TextNotRead,
}

impl Verdict {
    /// The class name of the tag and its shape.
    pub fn class(self) -> &'static str {
        match self {
            Verdict::Permitted => "permit",
            Verdict::Conditions(_) => "conditions",
            Verdict::AskLawyer => "lawyer",
            Verdict::NotPermitted => "refuse",
            Verdict::Prohibited => "prohibited",
            Verdict::NoBasis => "nobasis",
            Verdict::TextNotRead => "unread",
        }
    }
}

/// How well the text behind a rule is known. Four bars: a plain verdict may rest on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confidence {
    TextRead,
    HeaderRead,
    SecondarySource,
    FoundingArticleOnly,
    NotRead,
}

impl Confidence {
    pub fn bars(self) -> u8 {
        match self {
            Confidence::TextRead => 4,
            Confidence::HeaderRead => 3,
            Confidence::SecondarySource => 2,
            Confidence::FoundingArticleOnly => 1,
            Confidence::NotRead => 0,
        }
    }
}

/// A tone is a word's colour; the word itself always says it too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    #[default]
    Plain,
    Info,
    Good,
    Soon,
    Bad,
    Paused,
}

impl Tone {
    pub fn class(self) -> &'static str {
        match self {
            Tone::Plain => "plain",
            Tone::Info => "info",
            Tone::Good => "good",
            Tone::Soon => "soon",
            Tone::Bad => "bad",
            Tone::Paused => "paused",
        }
    }
}

#[derive(Debug, Clone, Default)]
pub struct Tag {
    pub text: String,
    pub tone: Tone,
}

impl Tag {
    pub fn new(tone: Tone, text: impl Into<String>) -> Self {
        Tag { text: text.into(), tone }
    }
}

/// A running, late, paused or absent time limit. `Clock::running` and its siblings pick tone and length.
#[derive(Debug, Clone)]
pub struct Clock {
    /// `19 h 10 min`, `Late 20 min`, `Paused at 26 h` (written by `Lang::left`, `Lang::late`, `Lang::paused_at`).
    pub left: String,
    /// Share of the limit that is left, 0 to 100; a late clock is full and red.
    pub left_percent: u8,
    pub state: ClockState,
    /// Milliseconds since 1970 of the due moment, for the script that counts down; none when paused or absent.
    pub due_ms: Option<i64>,
    /// Length of the whole limit in minutes, for the same script.
    pub length_min: Option<i64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClockState {
    Running,
    Soon,
    /// Under two hours: red like late, but not late.
    Urgent,
    Late,
    Paused,
    None,
}

impl ClockState {
    pub fn class(self) -> &'static str {
        match self {
            ClockState::Running => "running",
            ClockState::Soon => "soon",
            ClockState::Urgent => "urgent",
            ClockState::Late => "late",
            ClockState::Paused => "paused",
            ClockState::None => "none",
        }
    }
}

/// Where a clock stands, in minutes: from this the words, the tone and the bar follow.
#[derive(Debug, Clone, Copy)]
pub enum ClockAt {
    /// `left_min` may be negative: then it is late.
    Running {
        left_min: i64,
        length_min: i64,
        due_ms: i64,
    },
    Paused {
        used_min: i64,
        length_min: i64,
    },
    None,
}

/// Pages of a long list.
#[derive(Debug, Clone, Default)]
pub struct Pager {
    pub page: u32,
    pub pages: u32,
    pub total: u64,
    /// The list's address with its filters and a trailing `page=`, for example `/requests?side=sent&page=`.
    pub href: String,
}

/// A link with a word; an empty `href` is shown as plain text.
#[derive(Debug, Clone, Default)]
pub struct Anchor {
    pub text: String,
    pub href: String,
}

impl Anchor {
    pub fn new(text: impl Into<String>, href: impl Into<String>) -> Self {
        Anchor { text: text.into(), href: href.into() }
    }
}

/// One of several views of the same list: `Mine 9`, `Department 23`.
#[derive(Debug, Clone)]
pub struct Tab {
    pub text: String,
    pub href: String,
    pub count: Option<u64>,
    pub current: bool,
}

/// A moment on both sides of the border, as words: `14:00` here, `13:00` there.
#[derive(Debug, Clone, Default)]
pub struct Both {
    pub here: String,
    pub there: String,
}

impl Both {
    pub fn new(here: impl Into<String>, there: impl Into<String>) -> Self {
        Both { here: here.into(), there: there.into() }
    }
}
