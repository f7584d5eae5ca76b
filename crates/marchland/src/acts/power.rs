//! What a mandate lets its holder do, in the words of casework and in those of the wire. One class of message per
//! power: a mandate for correspondence cannot sign a request.
//!
//! Never: grants anything; a power exists only in a verified chain.

pub use marchland_casework::Power;
use marchland_wire::envelope::Kind;
use marchland_wire::scope::{Act, Scope};

/// The class of messages a power signs.
pub fn class(power: Power) -> u8 {
    match power {
        Power::ApproveRequest => 1,
        Power::Correspond => 2,
        Power::ApproveAnswer => 3,
        Power::TakePosition => 4,
        Power::Register => 5,
        Power::IssueAlert => 6,
        Power::ReportHit => 7,
    }
}

/// The acts of the wire a power needs.
pub fn acts(power: Power) -> Vec<Act> {
    match power {
        Power::ApproveRequest | Power::Correspond | Power::IssueAlert => vec![Act::SignRequest],
        Power::ApproveAnswer | Power::TakePosition | Power::ReportHit => vec![Act::SignAnswer],
        Power::Register => vec![Act::SignAnswer, Act::Register],
    }
}

pub fn kind(power: Power) -> Kind {
    match power {
        Power::ApproveRequest | Power::Correspond | Power::IssueAlert => Kind::Request,
        Power::ApproveAnswer | Power::TakePosition | Power::Register | Power::ReportHit => Kind::Answer,
    }
}

/// The powers a verified scope holds.
pub fn of_scope(scope: &Scope) -> Vec<Power> {
    Power::ALL
        .into_iter()
        .filter(|power| {
            scope.classes.has(&class(*power)) && acts(*power).iter().all(|act| scope.acts.has(act))
        })
        .collect()
}

pub fn parse(code: &str) -> Option<Power> {
    Power::ALL.into_iter().find(|power| power.code() == code)
}
