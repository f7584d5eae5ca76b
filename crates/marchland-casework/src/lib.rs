//! Requests and alerts between police bodies of two states: what they say, the stages they pass, the steps between.
//! A step consumes a case and returns the next one with what must happen; everything is a parameter.
//!
//! Never: asks the law, the clock or chance, stores, sends, signs or translates anything.

pub mod alert;
mod answer;
mod born;
mod choice;
mod clock;
mod content;
mod draft;
mod error;
mod fact;
mod field;
pub mod grounds;
pub mod handling;
mod ids;
mod incoming;
mod input;
mod legal;
mod marking;
mod message;
mod people;
mod receipt;
mod request;
mod step;
mod task;
mod text;

pub use alert::{Alert, AlertContent, SEARCH_FORM};
pub use answer::{
    ANSWER_TEXT_MAX, Answer, Attachment, PERSONS_MAX, POINT_TEXT_MAX, PersonNamed, PointAnswer, PointResult,
};
pub use born::{BadBorn, Born};
pub use choice::Choice;
pub use clock::{Clock, ClockKind, ClockSource, Escalation, Level};
pub use content::{
    About, Content, FORMS, Offence, Oral, OralMeans, Purpose, SubjectCategory, Urgency, UrgencyTest,
};
pub use draft::{DraftFields, FACTS_MAX, LINE_MAX, POINT_MAX, POINTS_MAX, REASON_MAX};
pub use error::CannotStep;
pub use fact::{By, Fact, FactKind};
pub use field::{Field, FieldProblem, ProblemCode};
pub use grounds::{Ground, PointRefusal};
pub use handling::{
    Assessment, Consent, Handling, HandlingCode, HandlingRefusal, InformationGrade, Marking, SourceGrade,
    Use, permits_use,
};
pub use ids::{
    AttachmentId, CaseId, GroundCode, MandateId, MessageId, OfficialId, Post, Reference, RegisterNumber,
    TaskId,
};
pub use incoming::{
    Incoming, ReceivedVersion, Registration, SignedAnswer, Stage as IncomingStage, Work, WorkState,
};
pub use legal::FACTS_FROM_FIELDS;
pub use message::{BadMessage, MESSAGE_VERSION, Message, MessageBody, Position};
pub use people::{Actor, Mandate, Power};
pub use receipt::ReceiptKind;
pub use request::{
    Approval, Clarification, Correction, Evaluation, ReceivedAnswer, Request, Stage as RequestStage, Useful,
    Version,
};
pub use step::{Step, Stepped};
pub use task::{Desk, TaskChange, TaskKind};
