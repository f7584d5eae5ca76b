//! The law as data: loads a framework of instruments, decides acts and explains why, finds lawful routes, counts time limits.
//!
//! Never: knows an instrument or a state by name, reads the disk, the clock or the environment, says yes to the unknown.

mod act;
mod decision;
mod limit;
mod words;

pub use act::{
    Act, Body, Confirmation, ConfirmedCondition, Dates, Directory, DirectoryMistake, FactValue, Side,
};
pub use decision::{
    Basis, Bond, Citation, Condition, ConfirmationUse, Conflict, Deadline, Decision, Duty, Effect, Ground,
    Hop, HopStep, Misfit, Mismatch, Question, Reason, Referral, Refusal, RefusalGrounds, Route, Standing,
    UseCondition, Verdict,
};
pub use limit::{
    CalendarGap, CalendarOf, CannotCount, ClockStop, Due, ExcludedHours, Place, SkippedDay, TimeLimit,
    TimeUnit,
};
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
