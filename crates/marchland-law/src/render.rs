//! A decision, and the bonds of two states, as plain text for `law explain` and `law status`.
//!
//! Never: prints; it returns the text.

use std::fmt::Write;

use crate::{
    Basis, Bond, Citation, Condition, Confidence, Decision, Duty, Effect, Framework, HopStep, Misfit,
    Referral, Refusal, RefusalGrounds, Standing, Text, TimeLimit, Verdict,
};

impl Decision {
    /// The decision in plain words; `language` is `en`, `ru` or `kk` for what the packs say. The frame is English.
    pub fn plain(&self, law: &Framework, language: &str) -> String {
        let words = Words { law, language };
        let mut out = String::new();
        let form = words.label("forms", self.act.form.as_str());
        let _ = writeln!(out, "{form}: {} to {}", self.act.from, self.act.to);
        let _ = writeln!(
            out,
            "Law of {}, act of {}, as known on {}",
            self.dates.rules, self.dates.act, self.dates.knowledge
        );
        let _ = writeln!(out, "\n{}", words.verdict(&self.verdict));
        if let Some(confidence) = self.confidence {
            let _ = writeln!(out, "Weakest provision used: {}", words.confidence(confidence));
        }
        for used in &self.confirmations {
            let post = used.post.in_language(language);
            let _ = writeln!(
                out,
                "Confirmed for {} by {post} on {}: {}",
                used.instrument, used.date, used.reason
            );
        }
        section(
            &mut out,
            "Because",
            self.reasons.iter().map(|r| {
                let since = r.in_force_from.map(|d| format!(", from {d}")).unwrap_or_default();
                let until = r.in_force_until.map(|d| format!(" until {d}")).unwrap_or_default();
                let title = r.title.in_language(language);
                let says = r.says.in_language(language);
                let mark = words.confidence(r.confidence);
                format!(
                    "{}: {title}, {}{since}{until} [{mark}]\n      {says}",
                    effect(r.effect),
                    r.citation.article
                )
            }),
        );
        section(
            &mut out,
            "Questions",
            self.missing.iter().map(|q| format!("{} ({})", q.ask.in_language(language), q.fact)),
        );
        section(&mut out, "Duties", self.duties.iter().map(|d| words.duty(d)));
        section(&mut out, "Time limits", self.deadlines.iter().map(|d| words.limit(&d.limit, &d.basis)));
        section(
            &mut out,
            "Use of data",
            self.use_conditions.iter().map(|u| words.label("use-conditions", &u.code)),
        );
        let grounds: Vec<String> = match &self.refusal_grounds {
            RefusalGrounds::NoInstrument => Vec::new(),
            RefusalGrounds::NotRead(which) => {
                which.iter().map(|i| format!("the list in {i} has not been read")).collect()
            }
            RefusalGrounds::Listed(list) => list.iter().map(|g| words.label("grounds", &g.code)).collect(),
        };
        section(&mut out, "They may refuse", grounds.into_iter());
        section(
            &mut out,
            "Conflicts",
            self.conflicts
                .iter()
                .map(|c| format!("{} permits, {} forbids", cite(&c.permits), cite(&c.forbids))),
        );
        section(
            &mut out,
            "Lawful routes",
            self.routes.iter().map(|route| {
                let first = route.hops.first().map(|h| h.from.to_string()).unwrap_or_default();
                let hops: String = route
                    .hops
                    .iter()
                    .map(|hop| match &hop.step {
                        HopStep::Subordination => format!(" > {}", hop.to),
                        HopStep::Crossing { verdict, .. } => format!(" =[{}]=> {}", verdict.code(), hop.to),
                    })
                    .collect();
                format!("{first}{hops}{}", if route.open { "" } else { " (not open yet)" })
            }),
        );
        let _ = writeln!(out, "\nFramework {}", self.framework);
        out
    }
}

/// The bonds of two states as plain text, one instrument a line.
pub fn bonds_plain(bonds: &[Bond], language: &str) -> String {
    let mut out = String::new();
    for bond in bonds {
        let standing = match &bond.standing {
            Standing::Binds => "binds".to_owned(),
            Standing::NotYet { from } => format!("not in force before {from}"),
            Standing::DateUnknown { states } => format!("in force on an unknown day for {states:?}"),
            Standing::NotParty { states } => format!("not a party: {states:?}"),
            Standing::AwaitsImplementation { from } => {
                format!("awaits implementation{}", from.map(|d| format!(" on {d}")).unwrap_or_default())
            }
            Standing::Ended { on } => format!("ended on {on}"),
            Standing::Displaced { by, on } => format!("displaced by {by} on {on}"),
            Standing::NeverABasis => format!("{}, never a basis", bond.force),
        };
        let _ = writeln!(
            out,
            "{} ({}): {standing} [{}]",
            bond.title.in_language(language),
            bond.instrument,
            bond.confidence
        );
    }
    out
}

pub(crate) struct Words<'l> {
    pub(crate) law: &'l Framework,
    pub(crate) language: &'l str,
}

impl Words<'_> {
    pub(crate) fn label(&self, section: &str, code: &str) -> String {
        self.law
            .vocabulary()
            .label(section, code)
            .map_or(code, |t: &Text| t.in_language(self.language))
            .to_owned()
    }

    fn confidence(&self, mark: Confidence) -> String {
        self.label("confidence", mark.code())
    }

    fn verdict(&self, verdict: &Verdict) -> String {
        match verdict {
            Verdict::Permit => "PERMITTED".to_owned(),
            Verdict::PermitUnder(conditions) => {
                let list: String =
                    conditions.iter().map(|c| format!("\n  - {}", self.condition(c))).collect();
                format!("PERMITTED ON CONDITIONS{list}")
            }
            Verdict::Refuse(Refusal::Prohibited { by }) => format!("PROHIBITED by {}", cites(by)),
            Verdict::Refuse(Refusal::OutsideCompetence { rules }) => {
                let list: String = rules.iter().map(|m| format!("\n  - {}", self.misfit(m))).collect();
                format!("NOT PERMITTED: outside the competence of this body{list}")
            }
            Verdict::Refer(why) => {
                let list: String = why.iter().map(|w| format!("\n  - {}", self.referral(w))).collect();
                format!("ASK A LAWYER{list}")
            }
        }
    }

    fn condition(&self, condition: &Condition) -> String {
        match condition {
            Condition::Duty(duty) => self.duty(duty),
            Condition::Use(use_condition) => self.label("use-conditions", &use_condition.code),
            Condition::Confirmed(id) => format!("while the confirmation {id} stands"),
        }
    }

    fn misfit(&self, misfit: &Misfit) -> String {
        let differs: Vec<&str> = misfit.differs_in.iter().map(|d| d.code()).collect();
        let levels = |list: &[crate::Level]| match list {
            [] => "any".to_owned(),
            list => list.iter().map(|l| self.label("levels", l.code())).collect::<Vec<_>>().join(" or "),
        };
        format!(
            "{} empowers: {} to {}; the act differs in {}",
            cite(&misfit.citation),
            levels(&misfit.from_levels),
            levels(&misfit.to_levels),
            differs.join(", ")
        )
    }

    fn referral(&self, why: &Referral) -> String {
        match why {
            Referral::NoBasis => "no rule for this form is known between these states".to_owned(),
            Referral::TextNotRead { provisions } => {
                format!("may be governed by text that has not been read: {}", cites(provisions))
            }
            Referral::Unverified { provisions, weakest } => {
                format!(
                    "rests on {} ({}); a legal adviser must confirm the use",
                    cites(provisions),
                    self.confidence(*weakest)
                )
            }
            Referral::MissingFact { facts } => {
                format!(
                    "answers are missing: {}",
                    facts.iter().map(|f| f.as_str()).collect::<Vec<_>>().join(", ")
                )
            }
        }
    }

    fn duty(&self, duty: &Duty) -> String {
        let params: Vec<String> = duty.params.iter().map(|(k, v)| format!("{k}: {v}")).collect();
        let params = if params.is_empty() { String::new() } else { format!(" ({})", params.join("; ")) };
        let basis = match &duty.basis {
            Basis::Provision(citation) => cite(citation),
            Basis::Confirmation(id) => format!("confirmation {id}"),
        };
        format!("{}{params}: {basis}", self.label("duties", &duty.code))
    }

    fn limit(&self, limit: &TimeLimit, basis: &Citation) -> String {
        let what = self.label("limits", &limit.what);
        let start = self.label("events", &limit.start);
        format!(
            "{what}: {} {} from {start}, calendar: {} ({})",
            limit.amount,
            limit.unit,
            limit.calendar,
            cite(basis)
        )
    }
}

fn section(out: &mut String, title: &str, lines: impl Iterator<Item = String>) {
    let mut lines = lines.peekable();
    if lines.peek().is_some() {
        let _ = writeln!(out, "\n{title}");
        for line in lines {
            let _ = writeln!(out, "  - {line}");
        }
    }
}

fn effect(effect: Effect) -> &'static str {
    match effect {
        Effect::Permits => "permits",
        Effect::Forbids => "forbids",
        Effect::Requires => "requires",
        Effect::Yields => "forbids, and yields here",
        Effect::EmpowersOthers => "permits others",
        Effect::ConditionNotMet => "condition not met",
        Effect::FactMissing => "a fact is missing",
        Effect::NotRead => "not read",
        Effect::Declares => "says",
        Effect::Context => "for understanding only",
    }
}

fn cite(citation: &Citation) -> String {
    format!("{}, {}", citation.instrument, citation.article)
}

fn cites(list: &[Citation]) -> String {
    list.iter().map(cite).collect::<Vec<_>>().join("; ")
}
