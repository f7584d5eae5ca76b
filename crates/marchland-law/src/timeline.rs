//! Form by form, from a first day on: when it became possible between two states, moved to other instruments, lapsed.
//!
//! Never: asks which day it is.

use std::collections::BTreeSet;
use std::fmt::Write;

use jiff::civil::Date;
use serde::Serialize;

use crate::days::{Lapse, change_days, lapses};
use crate::framework::Framework;
use crate::law::RuleEffect;
use crate::render::Words;
use crate::survey::{Coverage, View};
use crate::words::closed;
use crate::{FormId, InstrumentId, State};

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Timeline {
    pub pair: [State; 2],
    pub since: Date,
    /// The last day looked at: what lasts on it stays open.
    pub until: Date,
    pub forms: Vec<FormLine>,
    /// Forms that lost their last permission.
    pub lapses: Vec<Lapse>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FormLine {
    pub form: FormId,
    pub spans: Vec<Span>,
}

/// Days on which the form stood the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Span {
    pub from: Date,
    /// First day after it; absent while it lasts.
    pub until: Option<Date>,
    pub step: Step,
    pub coverage: Coverage,
    /// A rule permits it, whoever is empowered.
    pub permitted: bool,
    pub by: Vec<InstrumentId>,
}

closed! {
    /// What the first day of a span brought.
    Step {
        Start = "start", BecamePossible = "became-possible", Moved = "moved", Lapsed = "lapsed", Changed = "changed",
    }
}

pub fn timeline(law: &Framework, pair: [State; 2], since: Date, until: Date) -> Timeline {
    let days = change_days(law, pair);
    let later: Vec<Date> =
        std::iter::once(since).chain(days.iter().copied().filter(|d| since < *d && *d <= until)).collect();
    let views: Vec<(Date, View<'_>)> =
        later.iter().map(|day| (*day, View::of_pair(law, pair, *day))).collect();
    let mut forms: Vec<_> = law.vocabulary().forms.iter().collect();
    forms.sort_by_key(|(_, form)| form.number);
    let forms = forms.into_iter().map(|(form, _)| line(form, &views)).collect();
    Timeline { pair, since, until, forms, lapses: lapses(law, pair, &later) }
}

fn line(form: &FormId, views: &[(Date, View<'_>)]) -> FormLine {
    let mut spans: Vec<Span> = Vec::new();
    for (day, view) in views {
        let coverage = view.coverage(form, None);
        let permitted = view.rules(form).iter().any(|r| r.entry.rule.effect == RuleEffect::Permits);
        let by: BTreeSet<&InstrumentId> = if permitted {
            let rules = view.rules(form).into_iter();
            rules
                .filter(|r| r.entry.rule.effect == RuleEffect::Permits)
                .map(|r| &r.entry.instrument.id)
                .collect()
        } else {
            view.articles(form).into_iter().map(|(instrument, _)| &instrument.id).collect()
        };
        let by: Vec<InstrumentId> = by.into_iter().cloned().collect();
        let step = match spans.last() {
            None => Step::Start,
            Some(last) if (last.coverage, last.permitted, &last.by) == (coverage, permitted, &by) => continue,
            Some(last) if !last.permitted && permitted => Step::BecamePossible,
            Some(last) if last.permitted && !permitted => Step::Lapsed,
            Some(last) if last.permitted && last.by != by => Step::Moved,
            Some(_) => Step::Changed,
        };
        if let Some(last) = spans.last_mut() {
            last.until = Some(*day);
        }
        spans.push(Span { from: *day, until: None, step, coverage, permitted, by });
    }
    FormLine { form: form.clone(), spans }
}

impl Timeline {
    pub fn plain(&self, law: &Framework, language: &str) -> String {
        let words = Words { law, language };
        let [a, b] = self.pair;
        let mut out = format!("{a} and {b}, {} to {}\n", self.since, self.until);
        for line in &self.forms {
            let _ = writeln!(out, "\n{}", words.label("forms", line.form.as_str()));
            for span in &line.spans {
                let until = span.until.map(|d| d.to_string()).unwrap_or_else(|| "now".to_owned());
                let by: Vec<&str> = span.by.iter().map(|i| i.as_str()).collect();
                let by = if by.is_empty() { String::new() } else { format!(" by {}", by.join(", ")) };
                let step = if span.step == Step::Start { String::new() } else { format!("{}: ", span.step) };
                let _ = writeln!(out, "  {} to {until}: {step}{}{by}", span.from, span.coverage);
            }
        }
        for lapse in &self.lapses {
            let until = lapse.until.map(|d| format!(" until {d}")).unwrap_or_default();
            let form = words.label("forms", lapse.form.as_str());
            let _ = writeln!(out, "\nNo rule permits any more: {form} from {}{until}", lapse.from);
        }
        out
    }
}
