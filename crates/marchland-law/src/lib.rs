//! The law as data: loads a framework of instruments, decides acts and explains why, finds lawful routes, counts time limits.
//!
//! Never: knows an instrument or a state by name, reads the disk, the clock or the environment, says yes to the unknown.

mod act;
mod bond;
mod calendar;
mod checklist;
mod compare;
mod days;
mod decide;
mod decision;
mod due;
mod findings;
mod framework;
mod gaps;
mod judge;
mod law;
mod limit;
mod look;
mod matrix;
mod mistake;
mod read;
mod render;
mod replay;
mod routes;
mod situations;
mod status;
mod survey;
mod timeline;
mod whatif;
mod when;
mod words;

pub use act::{
    Act, Body, Confirmation, ConfirmedCondition, Dates, Directory, DirectoryMistake, FactValue, Side,
};
pub use bond::binding;
pub use calendar::{Calendar, Calendars, Holiday, HolidayDate};
pub use checklist::{Checklist, Feature, FeatureWords, FindingKind, FrameworkEvent, KindWords, Mark};
pub use compare::{Aspect, CompareRow, Comparison, NoSuchSubject, Said, Sides, Subject, compare};
pub use days::{CalendarReport, Doubled, Lapse, calendar_report, change_days};
pub use decide::{decide, decide_as};
pub use decision::{
    Basis, Bond, Citation, Condition, ConfirmationUse, Conflict, Deadline, Decision, Duty, Effect, Ground,
    Hop, HopStep, Misfit, Mismatch, Question, Reason, Referral, Refusal, RefusalGrounds, Route, Standing,
    UseCondition, Verdict,
};
pub use due::due;
pub use findings::{Change, Finding, GapReport, Since, difference, findings, gaps};
pub use framework::{Framework, NoSuchReform};
pub use gaps::{Gap, Practice};
pub use law::{
    Answer, Article, DutyClause, DutyWord, Fact, Form, Instrument, Member, Party, Reading, Relation,
    RelationKind, Reservation, Rule, RuleEffect, Scope, Signed, Source, Territory, Vocabulary, Who,
};
pub use limit::{
    CalendarGap, CalendarOf, CannotCount, ClockStop, Due, ExcludedHours, Place, SkippedDay, TimeLimit,
    TimeUnit,
};
pub use matrix::{Cell, Column, Matrix, Row, matrix_of_instruments, matrix_of_pairs};
pub use mistake::{Mistake, Mistakes};
pub use read::fields::nearest;
pub use render::bonds_plain;
pub use replay::{Cause, Difference, Replay, Reproduced, Stood, replay};
pub use situations::{RuleCoverage, SituationReport, read_act, run_situations};
pub use status::{Because, Status, status, status_plain};
pub use survey::{Coverage, Provision};
pub use timeline::{FormLine, Span, Step, Timeline, timeline};
pub use whatif::{ActChange, ActsEffect, Recorded, RecordedAct, VerdictChange, WhatIf, what_if};
pub use when::{Is, When};
pub use words::{
    BodyId, BodyKind, Channel, Confidence, ConfirmationId, FactKey, Force, FormId, FrameworkId, InstrumentId,
    Level, NotAState, RegionCode, RuleId, State, TerritoryId, Text,
};

/// One file of the law, as read by the node. The path is relative to the folder `law/` and uses forward slashes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    pub path: String,
    pub text: String,
}

impl SourceFile {
    /// It makes law: the identity of a framework covers it, and a decision can depend on it. Situations and prose do not.
    pub fn is_law(&self) -> bool {
        use read::pack::FileKind as K;
        !matches!(read::pack::kind_of(&self.path), K::Situations | K::Prose | K::Unknown)
    }
}
