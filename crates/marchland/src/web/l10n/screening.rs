//! Words of the crossing and of alerts, by the codes casework and the list give.
//!
//! Never: says more than the code does; "clear" is that no alert fits, not that a person is clean.

use marchland_casework::Choice as Coded;
use marchland_casework::alert::{
    Compared, CopyState, Danger, HitOutcome, ReleaseReason, SearchAction, SearchPurpose, Sex, ThingKind,
};

use super::Words;
use crate::screening::{NotATraveller, Word};
use crate::web::views::crossing::Mark;
use crate::web::views::fields::Choice;

impl Words {
    pub fn word(&self, word: Word) -> String {
        match word {
            Word::Hit => self.word_hit(),
            Word::Near => self.word_near(),
            Word::Namesake => self.word_namesake(),
            Word::ClearedBefore => self.word_cleared(),
            Word::Clear => self.word_clear(),
        }
    }

    /// The stage of an alert: a withdrawn alert is not a withdrawn request.
    pub fn alert_stage(&self, code: &str) -> String {
        if code == "withdrawn" { self.stage_alert_withdrawn() } else { self.stage(code) }
    }

    pub fn copy_state(&self, state: CopyState) -> String {
        match state {
            CopyState::Pending => self.copy_pending(),
            CopyState::Sent => self.copy_sent(),
            CopyState::Received => self.copy_received(),
            CopyState::InForce => self.copy_in_force(),
            CopyState::AwaitingLaw => self.copy_awaiting_law(),
            CopyState::Refused => self.copy_refused(),
            CopyState::WithdrawalPending => self.copy_withdrawal_pending(),
            CopyState::Withdrawn => self.copy_withdrawn(),
        }
    }

    /// What the guard asks, by the code of the question.
    pub fn asked_for(&self, question: Option<&str>) -> String {
        match question {
            Some("birth-place") => self.ask_birth_place(),
            Some("born") => self.ask_born(),
            Some("patronymic") => self.ask_patronymic(),
            Some("document") => self.ask_document(),
            _ => self.ask_anything(),
        }
    }

    pub fn search_purpose(&self, purpose: SearchPurpose) -> String {
        match purpose {
            SearchPurpose::Trial => self.purpose_trial(),
            SearchPurpose::Sentence => self.purpose_sentence(),
            SearchPurpose::Debtor => self.purpose_debtor(),
            SearchPurpose::Missing => self.purpose_missing(),
            SearchPurpose::UnknownPerson => self.purpose_unknown_person(),
            SearchPurpose::UnknownBody => self.purpose_unknown_body(),
            SearchPurpose::Thing => self.purpose_thing(),
        }
    }

    pub fn search_action(&self, action: SearchAction) -> String {
        match action {
            SearchAction::DetainAndInform => self.asked_detain_and_inform(),
            SearchAction::LocateAndInform => self.asked_locate_and_inform(),
            SearchAction::Discreet => self.asked_discreet(),
            SearchAction::SecureAndInform => self.asked_secure_and_inform(),
        }
    }

    pub fn danger(&self, danger: Danger) -> String {
        match danger {
            Danger::Armed => self.danger_armed(),
            Danger::Violent => self.danger_violent(),
            Danger::Escape => self.danger_escape(),
            Danger::SelfHarm => self.danger_self_harm(),
            Danger::NeedsMedicine => self.danger_needs_medicine(),
        }
    }

    pub fn hit_outcome_word(&self, outcome: HitOutcome) -> String {
        match outcome {
            HitOutcome::SamePerson => self.outcome_same_person(),
            HitOutcome::SameThing => self.outcome_same_thing(),
            HitOutcome::MisusedIdentity => self.outcome_misused_identity(),
        }
    }

    pub fn compared_word(&self, compared: Compared) -> String {
        match compared {
            Compared::Name => self.compared_name(),
            Compared::BirthDate => self.compared_birth_date(),
            Compared::BirthPlace => self.compared_birth_place(),
            Compared::Document => self.compared_document(),
            Compared::Photograph => self.compared_photograph(),
            Compared::Fingerprints => self.compared_fingerprints(),
            Compared::Questions => self.compared_questions(),
            Compared::Numbers => self.compared_numbers(),
        }
    }

    pub fn release_reason(&self, reason: ReleaseReason) -> String {
        match reason {
            ReleaseReason::BirthPlaceDiffers => self.why_birth_place_differs(),
            ReleaseReason::BirthDateDiffers => self.why_birth_date_differs(),
            ReleaseReason::PhotographDiffers => self.why_photograph_differs(),
            ReleaseReason::FingerprintsDiffer => self.why_fingerprints_differ(),
            ReleaseReason::NumbersDiffer => self.why_numbers_differ(),
            ReleaseReason::DocumentsProve => self.why_documents_prove(),
            ReleaseReason::IssuerSays => self.why_issuer_says(),
            ReleaseReason::Other => self.why_other(),
        }
    }

    pub fn sex(&self, sex: Sex) -> String {
        match sex {
            Sex::Female => self.sex_female(),
            Sex::Male => self.sex_male(),
        }
    }

    pub fn unreadable(&self, why: &NotATraveller) -> String {
        match why {
            NotATraveller::Empty => self.bad_empty(),
            NotATraveller::TooLong => self.bad_too_long(),
            NotATraveller::Zone(_) => self.bad_zone(),
            NotATraveller::Born(_) => self.bad_born(),
            NotATraveller::Thing(_) | NotATraveller::Kind(_) => self.bad_thing(),
            NotATraveller::Name => self.bad_name(),
        }
    }

    pub fn search_purposes(&self) -> Vec<Choice> {
        coded(|purpose| self.search_purpose(purpose))
    }

    pub fn search_actions(&self) -> Vec<Choice> {
        coded(|action| self.search_action(action))
    }

    pub fn dangers(&self) -> Vec<Choice> {
        coded(|danger| self.danger(danger))
    }

    pub fn sexes(&self) -> Vec<Choice> {
        coded(|sex| self.sex(sex))
    }

    pub fn hit_outcomes(&self, of_thing: bool) -> Vec<Choice> {
        some(
            |outcome| (outcome == HitOutcome::SameThing) == of_thing,
            |outcome| self.hit_outcome_word(outcome),
        )
    }

    pub fn compared_choices(&self, of_thing: bool) -> Vec<Choice> {
        use Compared::{Document, Numbers, Photograph, Questions};
        let of_things = |one| matches!(one, Numbers | Document | Photograph | Questions);
        some(
            |one| if of_thing { of_things(one) } else { one != Numbers },
            |compared| self.compared_word(compared),
        )
    }

    pub fn release_reasons(&self, of_thing: bool) -> Vec<Choice> {
        use ReleaseReason::{DocumentsProve, IssuerSays, NumbersDiffer, Other};
        let of_things = |one| matches!(one, NumbersDiffer | DocumentsProve | IssuerSays | Other);
        some(
            |one| if of_thing { of_things(one) } else { one != NumbersDiffer },
            |reason| self.release_reason(reason),
        )
    }

    /// What kind of thing; without one the number alone.
    pub fn thing_kind(&self, kind: Option<ThingKind>) -> String {
        match kind {
            Some(ThingKind::Plate) => self.thing_plate(),
            Some(ThingKind::Vin) => self.thing_vin(),
            Some(ThingKind::Document) => self.thing_document(),
            Some(ThingKind::Firearm) => self.thing_firearm(),
            Some(ThingKind::Phone) => self.thing_phone(),
            Some(ThingKind::Container) => self.thing_container(),
            None => self.evidence_number(),
        }
    }

    pub fn thing_kinds(&self) -> Vec<Choice> {
        coded(|kind| self.thing_kind(Some(kind)))
    }

    pub fn directions(&self) -> Vec<Choice> {
        vec![
            Choice::new("entering", self.direction_entering()),
            Choice::new("leaving", self.direction_leaving()),
        ]
    }
}

pub fn mark(word: Word) -> Mark {
    match word {
        Word::Hit => Mark::Hit,
        Word::Near => Mark::Near,
        Word::Namesake => Mark::Namesake,
        Word::ClearedBefore => Mark::Cleared,
        Word::Clear => Mark::Clear,
    }
}

fn coded<T: Coded>(word: impl Fn(T) -> String) -> Vec<Choice> {
    some(|_| true, word)
}

fn some<T: Coded>(of: impl Fn(T) -> bool, word: impl Fn(T) -> String) -> Vec<Choice> {
    T::TABLE
        .iter()
        .filter(|(value, _)| of(*value))
        .map(|(value, code)| Choice::new(*code, word(*value)))
        .collect()
}
