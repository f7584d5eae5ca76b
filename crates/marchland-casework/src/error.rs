//! Why a step cannot be taken: a stable code for machines, a sentence for people.
//!
//! Never: names a person or quotes a case.

use crate::field::FieldProblem;
use crate::ids::MandateId;
use crate::people::Power;
use jiff::{Timestamp, civil::Date};
use marchland_law::{BodyId, FormId};

macro_rules! cannot {
    ($($(#[$doc:meta])* $code:literal $text:literal $variant:ident $({ $($field:ident : $type:ty),* })?;)*) => {
        /// A step that cannot be taken. Nothing has changed.
        #[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
        pub enum CannotStep {
            $($(#[$doc])* #[error($text)] $variant $({ $($field: $type),* })?,)*
            /// Fields need mending first; each says what, where and what next.
            #[error("{} of the fields must be mended first", .0.len())]
            Incomplete(Vec<FieldProblem>),
        }

        impl CannotStep {
            /// Every code, for the translations.
            pub const CODES: &'static [&'static str] = &[$($code,)* "incomplete"];

            pub fn code(&self) -> &'static str {
                match self {
                    $(CannotStep::$variant { .. } => $code,)*
                    CannotStep::Incomplete(_) => "incomplete",
                }
            }
        }
    };
}

cannot! {
    "closed" "the case is closed; open a new request and refer to it" Closed;
    "withdrawn" "the request was withdrawn; write a new one" Withdrawn;
    "recalled" "the request was recalled; only an answer that crossed the recall can still be read" Recalled;
    "not-draft" "the request is no longer a draft; it can be withdrawn, recalled or corrected instead" NotDraft;
    "not-submitted" "the request has not been submitted; its author submits it first" NotSubmitted;
    "not-approved" "the request has not been approved; a head signs it first" NotApproved;
    "already-approved" "the request is already signed; recall or correct it instead" AlreadyApproved;
    "no-question-open" "the other side has asked nothing that is still open" NoQuestionOpen;
    "already-answered" "the request has been answered; recall and correction come too late" AlreadyAnswered;
    "not-answered" "there is no answer or refusal yet; wait for it, remind, or recall the request" NotAnswered;
    "answer-unread" "the answer has not been read; read it before you evaluate or close" AnswerUnread;
    "no-such-answer" "no answer with this number has come; open the case again" NoSuchAnswer;
    "not-registered" "the request has no number yet; a registrar registers it first" NotRegistered;
    "already-registered" "the request already has a number; it keeps it" AlreadyRegistered;
    "position-taken" "a position was already taken; answer the request, or ask for clarification" PositionTaken;
    "position-missing" "no position was taken yet; accept the request, in whole or in part, first" PositionMissing;
    "question-open" "a question to the asker is open; wait for the clarification" QuestionOpen;
    "refused" "the request was refused; the asker may send a new one" Refused;
    "no-answer-draft" "there is no draft of an answer; write it first" NoAnswerDraft;
    "answer-not-submitted" "the answer has not been submitted; its author submits it first" AnswerNotSubmitted;
    "answer-in-approval" "the answer is with the head; have it returned before you change it" AnswerInApproval;
    "answer-not-approved" "the answer has not been approved; a head signs it first" AnswerNotApproved;
    "answer-approved" "the answer is signed and on its way; it can no longer be changed" AnswerApproved;
    "tasks-open" "tasks are open; finish or drop them before the answer is submitted" TasksOpen;
    "own-request" "nobody approves their own request; another head signs it" OwnRequest;
    "own-answer" "nobody approves their own answer; another head signs it" OwnAnswer;
    "own-correction" "nobody approves their own correction; another head signs it" OwnCorrection;
    "not-author" "only the author changes or submits this; ask for it to be returned" NotAuthor;
    "not-sender" "a body may act only for itself or as the sender of this request" NotSender;
    "mandate-lacks-power" "the mandate {mandate} does not carry the power {power}; ask its issuer to add it" MandateLacksPower { mandate: MandateId, power: Power };
    "mandate-not-yet" "the mandate {mandate} holds only from {from}; wait, or ask for another" MandateNotYet { mandate: MandateId, from: Timestamp };
    "mandate-ended" "the mandate {mandate} ended at {until}; ask its issuer to renew it" MandateEnded { mandate: MandateId, until: Timestamp };
    "mandate-other-body" "the mandate {mandate} does not speak for {body}; an official of that body acts" MandateOtherBody { mandate: MandateId, body: BodyId };
    "mandate-other-form" "the mandate {mandate} does not cover the form {form}; ask its issuer to add it" MandateOtherForm { mandate: MandateId, form: FormId };
    "mandate-other-peer" "the mandate {mandate} does not hold towards the state of {peer}; ask its issuer to add it" MandateOtherPeer { mandate: MandateId, peer: BodyId };
    "decision-other-act" "the decision shown is about another act; ask the law again" DecisionOtherAct;
    "decision-outdated" "the decision is of {of}; ask the law again today" DecisionOutdated { of: Date };
    "decision-not-permitting" "the law does not permit this act ({verdict}); use the lawful route, add the missing fact, or ask the legal adviser" DecisionNotPermitting { verdict: String };
    "ground-unknown" "the ground {code} is neither in the instrument nor one that always stands; choose from the list" GroundUnknown { code: String };
    "ground-missing" "a refusal names at least one ground; choose from the list" GroundMissing;
    "point-unknown" "the request has no point {number}; choose one of its points" PointUnknown { number: u16 };
    "points-not-part" "a partial position refuses some points, not all and not none; accept or refuse the request instead" PointsNotPart;
    "no-correction" "no correction waits for approval; write it first" NoCorrection;
    "correction-waits" "a correction already waits for approval; approve or drop it first" CorrectionWaits;
    "nothing-changed" "the correction changes nothing; change a field or drop it" NothingChanged;
    "parties-changed" "a correction keeps sender, addressee and form; recall this request and write a new one" PartiesChanged;
    "not-oral" "the request was not made by word of mouth" NotOral;
    "task-unknown" "there is no open task with this number; open the case again" TaskUnknown;
    "task-exists" "a task with this number exists already" TaskExists;
    "wrong-sender" "the message is from {from}, which is not the other side of this case" WrongSender { from: BodyId };
    "wrong-addressee" "the message is for {to}, which is not this side of the case" WrongAddressee { to: BodyId };
    "wrong-thread" "the message belongs to another case" WrongThread;
    "wrong-direction" "a message of this kind does not travel in this direction" WrongDirection;
    "alert-not-in-force" "the alert is not in force; a hit, a release or a change needs one that is" AlertNotInForce;
    "alert-stands" "the alert still stands; the person's data are erased after its end" AlertStands;
    "alert-ended" "the last day of the alert has passed; enter a later one" AlertEnded;
    "hit-unknown" "there is no open hit with this number; open the alert again" HitUnknown;
    "own-hit" "the second look is another person's; ask a colleague" OwnHit;
    "release-unknown" "your body has given no release with this number that still holds" ReleaseUnknown;
    "document-of-alert" "the alert itself names this document; only its issuer can say that the holder is somebody else" DocumentOfAlert;
    "message-unreadable" "the message breaks the rules for its content: {what}" MessageUnreadable { what: String };
}
