//! What is wrong with a field, said in the reader's language: what to enter, with an example.
//!
//! Never: repeats a typed value at length; only the short piece that cannot be read.

use std::collections::BTreeMap;

use super::Words;

const FOUND_SHOWN_MAX: usize = 40;

impl Words {
    /// `field` and `code` are the names casework gives; unknown ones still make a sentence.
    pub fn problem(&self, field: &str, code: &str, args: &BTreeMap<String, String>) -> String {
        let label = self.field_label(field);
        let arg = |key: &str| -> String {
            args.get(key).map(|v| v.chars().take(FOUND_SHOWN_MAX).collect()).unwrap_or_default()
        };
        match code {
            "missing" => {
                let example = example(field).map(|e| self.problem_example(e)).unwrap_or_default();
                self.problem_missing(label, example)
            }
            "too-long" => self.problem_too_long(label, arg("max"), arg("found")),
            "too-many" => self.problem_too_many(label, arg("max"), arg("found")),
            "hidden-character" => self.problem_hidden_character(label, arg("at")),
            "not-a-choice" => self.problem_not_a_choice(label, arg("found")),
            "not-a-body" | "same-as-sender" => self.problem_not_a_body(label),
            "own-state" => self.problem_own_state(label),
            "not-a-birth-date" => self.problem_not_a_birth_date(),
            "not-a-moment" => self.problem_not_a_moment(label),
            "not-a-plate" => self.problem_not_a_plate(),
            "not-a-vin" => self.problem_not_a_vin(),
            "not-a-phone" => self.problem_not_a_phone(),
            "not-an-iccs-code" => self.problem_not_an_iccs_code(),
            "in-the-future" => self.problem_in_the_future(label),
            "stands-alone" => self.problem_stands_alone(),
            "not-used-here" => self.problem_not_used_here(label),
            "not-a-day" => self.problem_not_a_day(label),
            "not-a-person-line" => self.problem_not_a_person_line(arg("found")),
            "not-a-name-line" => self.problem_not_a_name_line(arg("found")),
            "not-coercive" => self.problem_not_coercive(),
            "not-for-persons" => self.problem_not_for_persons(),
            "not-carried" => self.problem_not_carried(arg("found")),
            "not-for-things" => self.problem_not_for_things(),
            "not-a-thing-line" => self.problem_not_a_thing_line(arg("found")),
            "not-a-validity" => self.problem_not_a_validity(label, arg("max")),
            "out-of-range" => self.problem_out_of_range(label, arg("min"), arg("max")),
            _ => self.problem_other(label),
        }
    }

    /// The label of a form field, as on the page; an unknown name is shown as it is.
    pub fn field_label(&self, field: &str) -> String {
        match field {
            "to" => self.field_to(),
            "search_purpose" => self.field_search_purpose(),
            "action" => self.field_action(),
            "opened_by" => self.field_opened_by(),
            "names" => self.field_names(),
            "birth_place" => self.field_birth_place(),
            "sex" => self.field_sex(),
            "documents" => self.field_documents(),
            "things" => self.field_things(),
            "also_to" => self.field_also_to(),
            "danger" => self.field_danger(),
            "danger_note" => self.field_danger_note(),
            "valid_until" => self.field_valid_until(),
            "answer_within_h" => self.field_answer_within(),
            "compared" => self.hit_compared(),
            "why" => self.release_why(),
            "until" => self.release_until(),
            "form" => self.field_form(),
            "about" => self.field_about(),
            "category" => self.field_category(),
            "surname" => self.field_surname(),
            "given" => self.field_given(),
            "patronymic" => self.field_patronymic(),
            "born" => self.field_born(),
            "citizenship" => self.field_citizenship(),
            "person_document" => self.field_person_document(),
            "plate" => self.field_plate(),
            "vin" => self.field_vin(),
            "document_type" => self.field_document_type(),
            "document_number" => self.field_document_number(),
            "document_issuer" => self.field_document_issuer(),
            "phone" => self.field_phone(),
            "address" => self.field_address(),
            "description" => self.field_description(),
            "serial" => self.field_serial(),
            "time_place" => self.field_time_place(),
            "offence_code" => self.field_offence_code(),
            "offence" => self.field_offence(),
            "urgency" => self.field_urgency(),
            "urgency_tests" => self.field_urgency_tests(),
            "urgent_reason" => self.field_urgent_reason(),
            "why_held" => self.field_why_held(),
            "facts" => self.field_facts(),
            "points" => self.field_points(),
            "case_number" => self.field_case_number(),
            "purpose" => self.field_purpose(),
            "handling" => self.field_handling(),
            "handling_words" => self.field_handling_words(),
            "source_eval" => self.field_source_eval(),
            "info_eval" => self.field_info_eval(),
            "oral_at" => self.field_oral_at(),
            "oral_to" => self.field_oral_to(),
            "oral_how" => self.field_oral_how(),
            "legal_facts" => self.law_title(),
            "answer_text" => self.answer_text(),
            "persons" => self.answer_persons(),
            "reason" => self.reason_label(),
            "question" => self.position_question(),
            "clarification" => self.clarify_text(),
            "number" => self.register_number(),
            "task" => self.task_new(),
            "outcome" => self.task_outcome(),
            "assignee" => self.task_assignee(),
            "due" => self.task_due_field(),
            "position" => self.position_title(),
            "ground" => self.position_ground(),
            "comment" => self.evaluate_comment(),
            "score" => self.evaluate_score(),
            "useful" => self.evaluate_useful(),
            "in_time" => self.evaluate_in_time(),
            "reminder" => self.remind_text(),
            other => match other.strip_prefix("point_").and_then(|point| point.split_once('_')) {
                Some((n, "text")) => format!("{n}. {}", self.answer_point_text()),
                Some((n, _)) => format!("{n}. {}", self.answer_result()),
                None => other.to_owned(),
            },
        }
    }
}

/// Examples are codes, numbers and invented values, so they read the same in every language.
fn example(field: &str) -> Option<&'static str> {
    match field {
        "case_number" => Some("1-26-52-00731"),
        "plate" => Some("T 418 KO 55"),
        "phone" => Some("+7 715 246 00 00"),
        "offence_code" | "offence" => Some("05021"),
        "born" => Some("1984-04-17"),
        "oral_at" => Some("2026-11-23T14:20+06:00"),
        _ => None,
    }
}
