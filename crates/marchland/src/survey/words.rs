//! The words of the law in a reader's language, from the framework alone: what pages, commands and papers call a form, a
//! gap, a provision.
//!
//! Never: invents a word. A code without a label is shown as it is.

use marchland_law::{
    Aspect, Bond, Confidence, Coverage, FormId, Framework, Gap, InstrumentId, Level, Provision, Rule, Said,
    Standing, State, Step, Text,
};

use crate::web::l10n::Lang;
use crate::web::views::parts::Verdict;

#[derive(Clone, Copy, Debug)]
pub struct Words<'l> {
    pub law: &'l Framework,
    pub lang: Lang,
}

impl Words<'_> {
    pub fn text(&self, text: &Text) -> String {
        text.in_language(self.lang.code()).to_owned()
    }

    pub fn label(&self, section: &str, code: &str) -> String {
        self.law.vocabulary().label(section, code).map_or_else(|| code.to_owned(), |label| self.text(label))
    }

    pub fn form(&self, form: &FormId) -> String {
        self.label("forms", form.as_str())
    }

    pub fn forms(&self, forms: &[FormId]) -> String {
        forms.iter().map(|form| self.form(form)).collect::<Vec<_>>().join(", ")
    }

    pub fn level(&self, level: Level) -> String {
        self.label("levels", level.code())
    }

    pub fn confidence(&self, mark: Confidence) -> String {
        self.label("confidence", mark.code())
    }

    /// The short title of an instrument.
    pub fn instrument(&self, id: &InstrumentId) -> String {
        self.law.instrument(id).map_or_else(|| id.to_string(), |instrument| self.text(&instrument.short))
    }

    pub fn state(&self, state: State) -> String {
        self.lang.words().state_name(state.as_str())
    }

    pub fn coverage(&self, coverage: Coverage) -> String {
        let t = self.lang.words();
        match coverage {
            Coverage::InDetail => t.coverage_in_detail(),
            Coverage::Declaratory => t.coverage_declaratory(),
            Coverage::Silent => t.coverage_silent(),
            Coverage::Prohibited => t.coverage_prohibited(),
            Coverage::Unknown => t.coverage_unknown(),
        }
    }

    /// Instrument and article: `CH-FR 2007, Article 29`.
    pub fn provision(&self, provision: &Provision) -> String {
        format!("{}, {}", self.instrument(&provision.instrument), citation(self.lang, &provision.article))
    }

    /// The level that lacks something and whose bodies; empty when it is so for all.
    pub fn whose(&self, gap: &Gap) -> String {
        let level = gap.level.map(|level| self.level(level));
        let acting = gap.acting.map(|state| self.lang.words().bodies_of(self.state(state)));
        [level, acting].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// The instruments or the event a gap is about; empty when it is about forms.
    pub fn about(&self, gap: &Gap) -> String {
        let instruments = gap.instruments.iter().map(|id| self.instrument(id));
        let event =
            gap.event.as_ref().and_then(|id| self.law.checklist().events.iter().find(|e| e.id == *id));
        instruments.chain(event.map(|event| self.text(&event.names))).collect::<Vec<_>>().join("; ")
    }

    /// What kind of gap, in one sentence.
    pub fn gap(&self, gap: &Gap) -> String {
        self.law
            .checklist()
            .kinds
            .get(&gap.kind)
            .map_or_else(|| gap.kind.code().to_owned(), |kind| self.text(&kind.names))
    }

    /// Whose a gap is, about what, which forms.
    pub fn gap_details(&self, gap: &Gap) -> String {
        let details = [self.whose(gap), self.about(gap), self.forms(&gap.forms)];
        details.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
    }

    /// A gap in one line: the sentence, then its details.
    pub fn gap_line(&self, gap: &Gap) -> String {
        format!("{} {}", self.gap(gap), self.gap_details(gap))
    }

    /// What the first day of a span brought; empty for the first span.
    pub fn step(&self, step: Step) -> String {
        let t = self.lang.words();
        match step {
            Step::Start => String::new(),
            Step::BecamePossible => t.step_became_possible(),
            Step::Moved => t.step_moved(),
            Step::Lapsed => t.step_lapsed(),
            Step::Changed => t.step_changed(),
        }
    }

    pub fn aspect(&self, aspect: Aspect) -> String {
        let t = self.lang.words();
        match aspect {
            Aspect::Coverage => t.aspect_coverage(),
            Aspect::Level => t.aspect_level(),
            Aspect::Channel => t.aspect_channel(),
            Aspect::Approval => t.aspect_approval(),
            Aspect::TimeLimits => t.aspect_time_limits(),
            Aspect::Contents => t.aspect_contents(),
            Aspect::Language => t.aspect_language(),
            Aspect::Refusal => t.aspect_refusal(),
            Aspect::DataUse => t.aspect_data_use(),
            Aspect::VisitingPowers => t.aspect_visiting_powers(),
        }
    }

    /// What an instrument or pair says on an aspect, in words; the comparison itself speaks in codes.
    pub fn said(&self, aspect: Aspect, what: &str) -> String {
        match aspect {
            Aspect::Coverage => {
                Coverage::from_code(what).map_or_else(|| what.to_owned(), |c| self.coverage(c))
            }
            Aspect::Level => self.levels(what),
            Aspect::Channel => self.label("channels", what),
            Aspect::Approval => self.parameter(what),
            Aspect::TimeLimits => self.time_limit(what),
            Aspect::Refusal => {
                self.lang.words().standing_ground(what).unwrap_or_else(|| self.label("grounds", what))
            }
            Aspect::DataUse => self.label("use-conditions", what),
            Aspect::Contents => self.contents(what.strip_prefix("fields: ").unwrap_or(what)),
            Aspect::Language => self.languages(what),
            Aspect::VisitingPowers => what.to_owned(),
        }
    }

    /// Statements in their order, those of one article together: an article is named once behind what it says.
    pub fn said_by_article<'s>(
        &self,
        aspect: Aspect,
        list: &'s [Said],
    ) -> Vec<(String, Option<&'s Provision>)> {
        let mut told: Vec<(String, Option<&Provision>)> = Vec::new();
        for said in list {
            let (what, by) = (self.said(aspect, &said.what), said.provision.as_ref());
            match told.last_mut().filter(|(_, last)| *last == by) {
                Some((held, _)) => *held = format!("{held}; {what}"),
                None => told.push((what, by)),
            }
        }
        told
    }

    /// The packs list the contents of a request in English; what the rule says stands in every language.
    fn contents(&self, fields: &str) -> String {
        let lists = |rule: &Rule| {
            let clauses = rule.duties.iter().filter(|duty| &*duty.code == "request-contents");
            clauses.filter_map(|duty| duty.params.get("fields")).any(|listed| &**listed == fields)
        };
        match self.law.rules().find(|(_, rule)| self.lang != Lang::En && lists(rule)) {
            Some((_, rule)) => self.text(&rule.says),
            None => fields.to_owned(),
        }
    }

    /// `answer: de, fr; request: de`
    fn languages(&self, what: &str) -> String {
        let t = self.lang.words();
        let names = |codes: &str| {
            codes.split(", ").map(|code| self.label("languages", code)).collect::<Vec<_>>().join(", ")
        };
        let one = |part: &str| match part.split_once(": ") {
            Some(("request", codes)) => t.language_of_request(names(codes)),
            Some(("answer", codes)) => t.language_of_answer(names(codes)),
            _ => part.to_owned(),
        };
        what.split("; ").map(one).collect::<Vec<_>>().join("; ")
    }

    /// `regional or district > central`
    fn levels(&self, what: &str) -> String {
        let any = self.lang.words().any_level();
        let side = |side: &str| {
            let names = side
                .split(" or ")
                .map(|code| if code == "any" { any.clone() } else { self.label("levels", code) });
            names.collect::<Vec<_>>().join(" / ").to_lowercase()
        };
        let sides = what.split(" > ").map(side).collect::<Vec<_>>();
        first_letter(
            &self.lang.words().level_towards(
                sides.first().cloned().unwrap_or_default(),
                sides.get(1).cloned().unwrap_or_default(),
            ),
            |letter| letter.to_uppercase().collect(),
        )
    }

    /// `post: head-of-body; by: …`
    fn parameter(&self, what: &str) -> String {
        let one = |part: &str| match part.split_once(": ") {
            Some(("post" | "by", post)) => self.label("posts", post),
            Some((_, value)) => value.to_owned(),
            None => self.label("duties", part),
        };
        what.split("; ").map(one).collect::<Vec<_>>().join(", ")
    }

    /// `answer: 8 hours from receipt`
    fn time_limit(&self, what: &str) -> String {
        let parts = || {
            let (limit, rest) = what.split_once(": ")?;
            let (amount, rest) = rest.split_once(' ')?;
            let (unit, start) = rest.split_once(" from ")?;
            Some((limit, amount.parse::<i64>().ok()?, unit, start))
        };
        let Some((limit, n, unit, start)) = parts() else { return what.to_owned() };
        let t = self.lang.words();
        let span = match unit {
            "hours" => t.limit_hours(n),
            "days" => t.limit_days(n),
            "working-days" => t.limit_working_days(n),
            "weeks" => t.limit_weeks(n),
            "months" => t.limit_months(n),
            _ => format!("{n} {unit}"),
        };
        let start = first_letter(&self.label("events", start), |letter| letter.to_lowercase().collect());
        t.limit_from(self.label("limits", limit), span, start)
    }

    /// How an instrument stands between two states, in a word and a note: `in force`, `from 1 Mar 1999`.
    pub fn standing(&self, bond: &Bond) -> (String, String) {
        let t = self.lang.words();
        let day = |day: jiff::civil::Date| self.lang.date(day);
        let states = |list: &[State]| list.iter().map(|s| self.state(*s)).collect::<Vec<_>>().join(", ");
        match &bond.standing {
            Standing::Binds => {
                (t.status_in_force(), bond.in_force_from.map(|d| t.status_from(day(d))).unwrap_or_default())
            }
            Standing::NotYet { from } => (t.status_not_yet(), t.status_from(day(*from))),
            Standing::DateUnknown { states: of } => (t.status_date_unknown(), states(of)),
            Standing::NotParty { states: of } => (t.status_not_party(), states(of)),
            Standing::AwaitsImplementation { from } => {
                (t.status_awaits(), from.map(|d| t.status_from(day(d))).unwrap_or_default())
            }
            Standing::Ended { on } => (t.status_ended(), day(*on)),
            Standing::Displaced { by, on } => {
                (t.status_displaced(), t.status_displaced_by(self.instrument(by), day(*on)))
            }
            Standing::NeverABasis => (t.status_never_a_basis(), String::new()),
        }
    }
}

fn first_letter(text: &str, change: impl Fn(char) -> String) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| change(first) + letters.as_str()).unwrap_or_default()
}

/// The verdict a list shows for the code of a decision.
pub fn verdict_of_code(code: &str) -> Verdict {
    match code {
        "permit" => Verdict::Permitted,
        "permit-under" => Verdict::Conditions(1),
        "prohibited" => Verdict::Prohibited,
        "outside-competence" => Verdict::NotPermitted,
        "text-not-read" => Verdict::TextNotRead,
        "unverified" | "missing-fact" => Verdict::AskLawyer,
        _ => Verdict::NoBasis,
    }
}

/// `Article 4(2)` as each language cites it.
pub fn citation(lang: Lang, article: &str) -> String {
    let number = article.strip_prefix("Article ").or_else(|| article.strip_prefix("Articles "));
    match (lang, number) {
        (Lang::Ru, Some(number)) => format!("ст. {number}"),
        (Lang::Kk, Some(number)) => format!("{number}-бап"),
        _ => article.to_owned(),
    }
}
