//! Words for the codes of casework. An unknown code is shown as it is: visible, and never an error.
//!
//! Never: invents a word for a code it does not know.

use super::Words;
use crate::survey::Mark;
use crate::web::views::decision::FactKind;
use crate::web::views::desk::When;
use crate::web::views::fields::Choice;
use crate::web::views::frame::{FootLink, Reach, Role};
use crate::web::views::parts::{Confidence, Verdict};

const ABOUT: [&str; 7] = ["person", "vehicle", "document", "phone", "place", "object", "other"];
const CATEGORIES: [&str; 9] =
    ["suspect", "convicted", "wanted", "victim", "witness", "missing", "contact", "other", "no-person"];
const PURPOSES: [&str; 5] = ["prevention", "detection", "investigation", "search", "protection-of-life"];
const URGENCIES: [&str; 2] = ["normal", "urgent"];
const URGENCY_TESTS: [&str; 4] = ["public-security", "life-or-body", "liberty", "information-lost"];
const HANDLING: [&str; 4] = ["H0", "H1", "H2", "H3"];
const SOURCES: [&str; 4] = ["A", "B", "C", "X"];
const INFORMATION: [&str; 4] = ["1", "2", "3", "4"];
const ORAL_MEANS: [&str; 3] = ["telephone", "radio", "in-person"];
const RESULTS: [&str; 4] = ["found", "no-record", "refused", "later"];

impl Words {
    pub fn verdict(&self, verdict: &Verdict) -> String {
        match *verdict {
            Verdict::Permitted => self.verdict_permitted(),
            Verdict::Conditions(n) => self.verdict_conditions(n),
            Verdict::AskLawyer => self.verdict_ask_lawyer(),
            Verdict::NotPermitted => self.verdict_not_permitted(),
            Verdict::Prohibited => self.verdict_prohibited(),
            Verdict::NoBasis => self.verdict_no_basis(),
            Verdict::TextNotRead => self.verdict_text_not_read(),
        }
    }

    /// A mark of the gap map in a word.
    pub fn mark(&self, mark: &Mark) -> String {
        match mark {
            Mark::Regulated => self.mark_regulated(),
            Mark::BarePower => self.mark_bare_power(),
            Mark::AskLawyer => self.mark_ask_lawyer(),
            Mark::OtherLevel => self.mark_other_level(),
            Mark::Prohibited => self.mark_prohibited(),
            Mark::NoBasis => self.mark_no_basis(),
            Mark::NotRead => self.mark_not_read(),
        }
    }

    /// The same in a sentence.
    pub fn mark_means(&self, mark: &Mark) -> String {
        match mark {
            Mark::Regulated => self.means_regulated(),
            Mark::BarePower => self.means_bare_power(),
            Mark::AskLawyer => self.means_ask_lawyer(),
            Mark::OtherLevel => self.means_other_level(),
            Mark::Prohibited => self.means_prohibited(),
            Mark::NoBasis => self.means_no_basis(),
            Mark::NotRead => self.means_not_read(),
        }
    }

    /// For narrow lists: only conditions have a shorter word.
    pub fn verdict_short(&self, verdict: &Verdict) -> String {
        match *verdict {
            Verdict::Conditions(n) => self.verdict_n_conditions(n),
            _ => self.verdict(verdict),
        }
    }

    pub fn confidence(&self, mark: &Confidence) -> String {
        match mark {
            Confidence::TextRead => self.confidence_text_read(),
            Confidence::HeaderRead => self.confidence_header_read(),
            Confidence::SecondarySource => self.confidence_secondary(),
            Confidence::FoundingArticleOnly => self.confidence_founding(),
            Confidence::NotRead => self.confidence_not_read(),
        }
    }

    pub fn reach(&self, reach: &Reach) -> String {
        match reach {
            Reach::Linked => self.reach_linked(),
            Reach::Slow => self.reach_slow(),
            Reach::Away => self.reach_away(),
        }
    }

    pub fn foot_link(&self, link: &FootLink) -> String {
        match link.reach {
            Reach::Linked => self.foot_linked(&link.name, &link.delay),
            Reach::Slow => self.foot_slow(&link.name, link.waiting),
            Reach::Away => self.foot_away(&link.name, link.waiting),
        }
    }

    pub fn when_group(&self, when: &When) -> String {
        match when {
            When::Now => self.when_now(),
            When::TodayTomorrow => self.when_today_tomorrow(),
            When::ThisWeek => self.when_this_week(),
            When::Later => self.when_later(),
            When::NoClock => self.when_no_clock(),
        }
    }

    pub fn role(&self, role: Role) -> String {
        match role {
            Role::Officer => self.role_officer(),
            Role::Head => self.role_head(),
            Role::Registrar => self.role_registrar(),
            Role::Adviser => self.role_adviser(),
            Role::Auditor => self.role_auditor(),
            Role::Administrator => self.role_administrator(),
            Role::Guard => self.role_guard(),
            Role::Lead => self.role_lead(),
        }
    }

    /// What the request is about: `person`, `vehicle`, …
    pub fn about(&self, code: &str) -> String {
        match code {
            "person" => self.about_person(),
            "vehicle" => self.about_vehicle(),
            "document" => self.about_document(),
            "phone" => self.about_phone(),
            "place" => self.about_place(),
            "object" => self.about_object(),
            "other" => self.about_other(),
            unknown => unknown.to_owned(),
        }
    }

    pub fn category(&self, code: &str) -> String {
        match code {
            "suspect" => self.category_suspect(),
            "convicted" => self.category_convicted(),
            "wanted" => self.category_wanted(),
            "victim" => self.category_victim(),
            "witness" => self.category_witness(),
            "missing" => self.category_missing(),
            "contact" => self.category_contact(),
            "other" => self.category_other(),
            "no-person" => self.category_no_person(),
            unknown => unknown.to_owned(),
        }
    }

    pub fn purpose(&self, code: &str) -> String {
        match code {
            "prevention" => self.purpose_prevention(),
            "detection" => self.purpose_detection(),
            "investigation" => self.purpose_investigation(),
            "search" => self.purpose_search(),
            "protection-of-life" => self.purpose_protection_of_life(),
            unknown => unknown.to_owned(),
        }
    }

    pub fn urgency(&self, code: &str) -> String {
        match code {
            "normal" => self.urgency_normal(),
            "urgent" => self.urgency_urgent(),
            unknown => unknown.to_owned(),
        }
    }

    pub fn urgency_test(&self, code: &str) -> String {
        match code {
            "public-security" => self.test_public_security(),
            "life-or-body" => self.test_life_or_body(),
            "liberty" => self.test_liberty(),
            "information-lost" => self.test_information_lost(),
            unknown => unknown.to_owned(),
        }
    }

    pub fn handling(&self, code: &str) -> String {
        match code {
            "H0" => self.handling_h0(),
            "H1" => self.handling_h1(),
            "H2" => self.handling_h2(),
            "H3" => self.handling_h3(),
            unknown => unknown.to_owned(),
        }
    }

    pub fn source_grade(&self, code: &str) -> String {
        match code {
            "A" => self.source_a(),
            "B" => self.source_b(),
            "C" => self.source_c(),
            "X" => self.source_x(),
            unknown => unknown.to_owned(),
        }
    }

    pub fn information_grade(&self, code: &str) -> String {
        match code {
            "1" => self.info_1(),
            "2" => self.info_2(),
            "3" => self.info_3(),
            "4" => self.info_4(),
            unknown => unknown.to_owned(),
        }
    }

    pub fn oral_means(&self, code: &str) -> String {
        match code {
            "telephone" => self.oral_telephone(),
            "radio" => self.oral_radio(),
            "in-person" => self.oral_in_person(),
            unknown => unknown.to_owned(),
        }
    }

    /// The result of one point of an answer.
    pub fn point_result(&self, code: &str) -> String {
        match code {
            "found" => self.result_found(),
            "no-record" => self.result_no_record(),
            "refused" => self.result_refused(),
            "later" => self.result_later(),
            unknown => unknown.to_owned(),
        }
    }

    /// A stage of a sent or a received request.
    pub fn stage(&self, code: &str) -> String {
        match code {
            "draft" => self.stage_draft(),
            "submitted" => self.stage_submitted(),
            "returned" => self.stage_returned(),
            "approved" => self.stage_approved(),
            "sent" => self.stage_sent(),
            "delivered" => self.stage_delivered(),
            "received" => self.stage_received(),
            "registered" => self.stage_registered(),
            "clarification" => self.stage_clarification(),
            "accepted" => self.stage_accepted(),
            "partly" => self.stage_partly(),
            "refused" => self.stage_refused(),
            "executing" => self.stage_executing(),
            "answer-drafted" => self.stage_answer_drafted(),
            "answer-submitted" => self.stage_answer_submitted(),
            "answer-approved" => self.stage_answer_approved(),
            "answered" => self.stage_answered(),
            "read" => self.stage_read(),
            "evaluated" => self.stage_evaluated(),
            "closed" => self.stage_closed(),
            "withdrawn" => self.stage_withdrawn(),
            "in-force" => self.stage_in_force(),
            "awaiting-law" => self.stage_awaiting_law(),
            "expired" => self.stage_expired(),
            "recalled" => self.stage_recalled(),
            "corrected" => self.stage_corrected(),
            unknown => unknown.to_owned(),
        }
    }

    /// One of the answers the law lets a person choose from.
    pub fn fact_choice(&self, code: &str) -> String {
        match code {
            "crime" => self.fact_choice_crime(),
            "danger" => self.fact_choice_danger(),
            unknown => unknown.to_owned(),
        }
    }

    pub fn abouts(&self) -> Vec<Choice> {
        choices(&ABOUT, |code| self.about(code))
    }

    pub fn categories(&self) -> Vec<Choice> {
        choices(&CATEGORIES, |code| self.category(code))
    }

    pub fn purposes(&self) -> Vec<Choice> {
        choices(&PURPOSES, |code| self.purpose(code))
    }

    pub fn urgencies(&self) -> Vec<Choice> {
        choices(&URGENCIES, |code| self.urgency(code))
    }

    pub fn urgency_tests(&self) -> Vec<Choice> {
        choices(&URGENCY_TESTS, |code| self.urgency_test(code))
    }

    pub fn handlings(&self) -> Vec<Choice> {
        choices(&HANDLING, |code| self.handling(code))
    }

    pub fn source_grades(&self) -> Vec<Choice> {
        choices(&SOURCES, |code| self.source_grade(code))
    }

    pub fn information_grades(&self) -> Vec<Choice> {
        choices(&INFORMATION, |code| self.information_grade(code))
    }

    pub fn oral_means_choices(&self) -> Vec<Choice> {
        choices(&ORAL_MEANS, |code| self.oral_means(code))
    }

    pub fn point_results(&self) -> Vec<Choice> {
        choices(&RESULTS, |code| self.point_result(code))
    }

    pub fn yes_no(&self) -> Vec<Choice> {
        vec![Choice::new("yes", self.yes()), Choice::new("no", self.no())]
    }

    /// Marks from 1 to 5.
    pub fn scores(&self) -> Vec<Choice> {
        (1..=5).map(|n| Choice::new(n.to_string(), n.to_string())).collect()
    }
}

impl FactKind {
    /// The `type` of the input that asks for this kind of fact.
    pub fn input_type(&self) -> &'static str {
        match self {
            FactKind::Number => "number",
            FactKind::Date => "date",
            FactKind::Text | FactKind::YesNo | FactKind::Choice(_) => "text",
        }
    }
}

fn choices(codes: &[&str], word: impl Fn(&str) -> String) -> Vec<Choice> {
    codes.iter().map(|code| Choice::new(*code, word(code))).collect()
}
