//! Words for what happened in a case, what is to do, which clock runs, and why a step cannot be taken.
//!
//! Never: hides a code it does not know; the caller's English sentence is shown instead.

use super::{Lang, Words};

impl Words {
    /// The title of a fact on the timeline, by the code casework gives it.
    pub fn fact(&self, code: &str) -> String {
        match code {
            "drafted" => self.fact_drafted(),
            "submitted" => self.fact_submitted(),
            "returned" => self.fact_returned(),
            "approved" => self.fact_approved(),
            "sent" => self.fact_sent(),
            "delivered" => self.fact_delivered(),
            "read" => self.fact_read(),
            "acknowledged" => self.fact_acknowledged(),
            "rejected" => self.fact_rejected(),
            "undeliverable" => self.fact_undeliverable(),
            "effect" => self.fact_effect(),
            "received" => self.fact_received(),
            "registered" => self.fact_registered(),
            "accepted" => self.fact_accepted(),
            "partly" => self.fact_partly(),
            "refused" => self.fact_refused(),
            "clarification-asked" => self.fact_clarification_asked(),
            "clarification-given" => self.fact_clarification_given(),
            "work-given" => self.fact_work_given(),
            "work-done" => self.fact_work_done(),
            "work-dropped" => self.fact_work_dropped(),
            "answer-drafted" => self.fact_answer_drafted(),
            "answer-submitted" => self.fact_answer_submitted(),
            "answer-returned" => self.fact_answer_returned(),
            "answer-approved" => self.fact_answer_approved(),
            "answered" => self.fact_answered(),
            "answered-in-part" => self.fact_answered_in_part(),
            "answer-read" => self.fact_answer_read(),
            "refusal-read" => self.fact_refusal_read(),
            "evaluated" => self.fact_evaluated(),
            "closed" => self.fact_closed(),
            "withdrawn" => self.fact_withdrawn(),
            "recalled" => self.fact_recalled(),
            "correction-proposed" => self.fact_correction_proposed(),
            "correction-dropped" => self.fact_correction_dropped(),
            "corrected" => self.fact_corrected(),
            "correction-reviewed" => self.fact_correction_reviewed(),
            "made-orally" => self.fact_made_orally(),
            "oral-confirmed" => self.fact_oral_confirmed(),
            "reminded" => self.fact_reminded(),
            "clock-started" => self.fact_clock_started(),
            "clock-paused" => self.fact_clock_paused(),
            "clock-resumed" => self.fact_clock_resumed(),
            "escalated" => self.fact_escalated(),
            "noted" => self.fact_noted(),
            "alert-decided" => self.fact_alert_decided(),
            "alert-changed" => self.fact_alert_changed(),
            "alert-ends-soon" => self.fact_alert_ends_soon(),
            "alert-expired" => self.fact_alert_expired(),
            "person-erased" => self.fact_person_erased(),
            "hit-found" => self.fact_hit_found(),
            "hit-confirmed" => self.fact_hit_confirmed(),
            "hit-dropped" => self.fact_hit_dropped(),
            "hit-reported" => self.fact_hit_reported(),
            "hit-read" => self.fact_hit_read(),
            "released" => self.fact_released(),
            "release-revoked" => self.fact_release_revoked(),
            unknown => unknown.to_owned(),
        }
    }

    /// What to do, by the key of the task; `clarify:7` is a `clarify`.
    pub fn todo(&self, key: &str) -> String {
        match key.split(':').next().unwrap_or_default() {
            "mend" => self.todo_mend(),
            "approve" => self.todo_approve(),
            "approve-correction" => self.todo_approve_correction(),
            "confirm-oral" => self.todo_confirm_oral(),
            "clarify" => self.todo_clarify(),
            "read-answer" => self.todo_read_answer(),
            "read-refusal" => self.todo_read_refusal(),
            "evaluate" => self.todo_evaluate(),
            "register" => self.todo_register(),
            "take-position" => self.todo_take_position(),
            "work" => self.todo_work(),
            "write-answer" => self.todo_write_answer(),
            "approve-answer" => self.todo_approve_answer(),
            "review-correction" => self.todo_review_correction(),
            "letter-lost" => self.todo_letter_lost(),
            "escalated" => self.todo_escalated(),
            "confirm-hit" => self.todo_confirm_hit(),
            "read-hit" => self.todo_read_hit(),
            "renew-alert" => self.todo_renew_alert(),
            "decide-alert" => self.todo_decide_alert(),
            "wait" => self.todo_wait(),
            unknown => unknown.to_owned(),
        }
    }

    /// What the audit says was done.
    pub fn audit_act(&self, act: &str) -> String {
        match act {
            "sign in" => self.sign_in_title(),
            "sign out" => self.sign_out(),
            "read case" => self.audit_act_read_case(),
            "save draft" => self.fact_drafted(),
            "submit request" => self.fact_submitted(),
            "approve request" => self.fact_approved(),
            "return request to its author" => self.fact_returned(),
            "withdraw request" => self.fact_withdrawn(),
            "recall request" => self.fact_recalled(),
            "propose correction" => self.fact_correction_proposed(),
            "drop correction" => self.fact_correction_dropped(),
            "approve correction" => self.fact_corrected(),
            "give clarification" => self.fact_clarification_given(),
            "read answer" => self.fact_answer_read(),
            "read refusal" => self.fact_refusal_read(),
            "evaluate cooperation" => self.fact_evaluated(),
            "close case" => self.fact_closed(),
            "receive message" => self.fact_received(),
            "register request" => self.fact_registered(),
            "accept request" => self.fact_accepted(),
            "accept request in part" => self.fact_partly(),
            "refuse request" => self.fact_refused(),
            "ask clarification" => self.fact_clarification_asked(),
            "give a task" => self.fact_work_given(),
            "finish a task" => self.fact_work_done(),
            "drop a task" => self.fact_work_dropped(),
            "save answer" => self.fact_answer_drafted(),
            "submit answer" => self.fact_answer_submitted(),
            "return answer to its author" => self.fact_answer_returned(),
            "approve answer" => self.fact_answer_approved(),
            "review correction" => self.fact_correction_reviewed(),
            "note receipt" => self.audit_act_receipt(),
            "tell about a limit" => self.fact_escalated(),
            "export evidence" => self.proof_evidence(),
            "export evidence with content" => self.proof_with_content(),
            "confirm use of an instrument" => self.audit_act_confirm(),
            "revoke a confirmation" => self.audit_act_revoke(),
            "check travellers" => self.audit_act_checks(),
            "hand in checks" => self.audit_act_handed_in(),
            "first look at a hit" => self.fact_hit_found(),
            "confirm hit" => self.fact_hit_confirmed(),
            "drop hit" => self.fact_hit_dropped(),
            "read hit" => self.fact_hit_read(),
            "release person" => self.fact_released(),
            "revoke release" => self.fact_release_revoked(),
            "keep contradicting checkpoint" => self.audit_act_checkpoint(),
            unknown => unknown.to_owned(),
        }
    }

    /// Why a case was opened: what followed from the work is said in the reader's language, the rest as it was typed.
    pub fn read_reason(&self, reason: &str) -> String {
        match reason {
            "own case" => self.reason_own_case(),
            "open task on this desk" => self.reason_open_task(),
            typed => typed.to_owned(),
        }
    }

    /// The step a kept decision was made for.
    pub fn decided_for(&self, step: &str) -> String {
        match step {
            "submit" => self.fact_submitted(),
            "approve" => self.fact_approved(),
            "register" => self.fact_registered(),
            "take-position" => self.position_title(),
            "approve-answer" => self.fact_answer_approved(),
            unknown => unknown.to_owned(),
        }
    }

    /// Whose clock it is.
    pub fn clock_kind(&self, code: &str) -> String {
        match code {
            "their-answer" => self.clock_their_answer(),
            "our-rule" => self.clock_our_rule(),
            "our-answer" => self.clock_our_answer(),
            "oral-confirmation" => self.clock_oral_confirmation(),
            "hit-notice" => self.clock_hit_notice(),
            unknown => unknown.to_owned(),
        }
    }

    pub fn power(&self, code: &str) -> String {
        match code {
            "approve-request" => self.power_approve_request(),
            "correspond" => self.power_correspond(),
            "register" => self.power_register(),
            "take-position" => self.power_take_position(),
            "approve-answer" => self.power_approve_answer(),
            "issue-alert" => self.power_issue_alert(),
            "report-hit" => self.power_report_hit(),
            unknown => unknown.to_owned(),
        }
    }

    /// A ground of refusal that stands in every case; those of an instrument come from the law pack.
    pub fn standing_ground(&self, code: &str) -> Option<String> {
        Some(match code {
            "human-rights" => self.ground_human_rights(),
            "political-motive" => self.ground_political_motive(),
            "discrimination" => self.ground_discrimination(),
            "torture-risk" => self.ground_torture_risk(),
            "death-penalty" => self.ground_death_penalty(),
            "own-law" => self.ground_own_law(),
            _ => return None,
        })
    }
}

impl Lang {
    /// Why a step cannot be taken, by its stable code. English and rare codes keep casework's own sentence.
    pub fn cannot(self, code: &str, sentence: &str) -> String {
        let t = self.words();
        if code == "no-mandate" {
            return t.cannot_mandate();
        }
        if self == Lang::En {
            return capital(sentence);
        }
        match code {
            "changed-meanwhile" => t.cannot_changed_meanwhile(),
            "not-linked" => t.cannot_not_linked(),
            "no-body-key" => t.cannot_no_body_key(),
            "nothing-to-prove" => t.cannot_nothing_to_prove(),
            "reason-missing" => t.cannot_reason_missing(),
            "not-evidence" | "not-onward" | "only-this-case" | "own-words" | "third-state" => {
                t.cannot_handling()
            }
            "closed" => t.cannot_closed(),
            "withdrawn" => t.cannot_withdrawn(),
            "recalled" => t.cannot_recalled(),
            "not-draft" => t.cannot_not_draft(),
            "not-submitted" => t.cannot_not_submitted(),
            "already-approved" => t.cannot_already_approved(),
            "already-answered" => t.cannot_already_answered(),
            "not-answered" => t.cannot_not_answered(),
            "answer-unread" => t.cannot_answer_unread(),
            "not-registered" => t.cannot_not_registered(),
            "already-registered" => t.cannot_already_registered(),
            "position-taken" => t.cannot_position_taken(),
            "position-missing" => t.cannot_position_missing(),
            "question-open" => t.cannot_question_open(),
            "refused" => t.cannot_refused(),
            "tasks-open" => t.cannot_tasks_open(),
            "not-author" => t.cannot_not_author(),
            "decision-not-permitting" => t.cannot_decision_not_permitting(),
            "ground-missing" => t.cannot_ground_missing(),
            "points-not-part" => t.cannot_points_not_part(),
            "nothing-changed" => t.cannot_nothing_changed(),
            "parties-changed" => t.cannot_parties_changed(),
            "own-request" | "own-answer" | "own-correction" => t.cannot_own(),
            "decision-other-act" | "decision-outdated" => t.cannot_decision_other(),
            mandate if mandate.starts_with("mandate-") => t.cannot_mandate(),
            _ => capital(sentence),
        }
    }
}

/// A sentence for a page: capital first, full stop last.
fn capital(sentence: &str) -> String {
    let mut letters = sentence.chars();
    let Some(first) = letters.next() else { return String::new() };
    let stop = if sentence.ends_with('.') { "" } else { "." };
    format!("{}{}{stop}", first.to_uppercase(), letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_that_cannot_be_taken_is_explained_in_the_readers_language() {
        assert_eq!(Lang::En.cannot("closed", "the case is closed"), "The case is closed.");
        assert!(Lang::Ru.cannot("own-answer", "x").contains("другой руководитель"));
        assert!(Lang::Kk.cannot("mandate-ended", "x").contains("Өкілеттік"));
        assert_eq!(Lang::Ru.cannot("never-heard-of", "it rains"), "It rains.");
    }

    #[test]
    fn a_task_key_may_carry_a_number() {
        assert_eq!(Lang::En.words().todo("clarify:7"), "Clarify");
        assert_eq!(Lang::En.words().fact("brand-new"), "brand-new");
    }
}
