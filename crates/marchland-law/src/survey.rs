//! What the law of a day holds on a form of cooperation, between two states or in one instrument: the ground on which
//! findings, matrix, comparison and timeline stand.
//!
//! Never: looks at an act or its facts, or says that anything is permitted; `decide` does.

use std::sync::Arc;

use jiff::civil::Date;
use serde::Serialize;

use crate::checklist::Feature;
use crate::framework::{Entry, Framework};
use crate::law::{Article, DutyClause, Instrument, Reading, RuleEffect, within};
use crate::words::closed;
use crate::{Confidence, Force, FormId, InstrumentId, Level, RuleId, State};

closed! {
    /// How far the law covers a form.
    Coverage {
        /// It permits, and says how: a time limit, a duty or a condition.
        InDetail = "in-detail",
        /// It says that this is done, and not how.
        Declaratory = "declaratory",
        Silent = "silent",
        Prohibited = "prohibited",
        /// It may govern this; the text has not been read.
        Unknown = "unknown",
    }
}

/// An article of an instrument, as looked at.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Provision {
    pub instrument: InstrumentId,
    pub article: Arc<str>,
    pub heading: Arc<str>,
    pub force: Force,
    pub text: Reading,
    pub confidence: Confidence,
}

/// The instruments looked at together, on a day.
#[derive(Debug)]
pub(crate) struct View<'l> {
    law: &'l Framework,
    day: Date,
    pub(crate) bound: Vec<Bound<'l>>,
}

#[derive(Debug)]
pub(crate) struct Bound<'l> {
    pub(crate) instrument: &'l Instrument,
    excluded: &'l [RuleId],
    /// Since when between these two; for a single instrument, its own rules decide.
    pub(crate) from: Option<Date>,
    /// Since when it may be cited, which can be earlier than known to be in force.
    pub(crate) cited_from: Option<Date>,
    confidence: Confidence,
    /// In force, but since when is not known: it may not carry anything.
    dateless: bool,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Ruled<'l> {
    pub(crate) entry: &'l Entry,
    pub(crate) confidence: Confidence,
    /// What it says is known from more than the founding study, and its first day too.
    pub(crate) known: bool,
}

impl<'l> View<'l> {
    /// What binds two states on a day.
    pub(crate) fn of_pair(law: &'l Framework, [a, b]: [State; 2], day: Date) -> Self {
        let ties = law.pair(a, b).map(|p| p.ties.as_slice()).unwrap_or_default();
        let bound = ties
            .iter()
            .filter(|tie| tie.is_basis() && tie.counts_on(day))
            .map(|tie| Bound {
                instrument: &tie.instrument,
                excluded: &tie.excluded,
                from: tie.usable(),
                cited_from: tie.first_cited(),
                confidence: tie.confidence,
                dateless: tie.from.is_none(),
            })
            .collect();
        Self { law, day, bound }
    }

    /// One instrument by itself, whoever is bound by it.
    pub(crate) fn of_instrument(law: &'l Framework, instrument: &'l Instrument, day: Date) -> Self {
        let bound = Bound {
            instrument,
            excluded: &[],
            from: None,
            cited_from: None,
            confidence: instrument.confidence,
            dateless: false,
        };
        Self { law, day, bound: vec![bound] }
    }

    pub(crate) fn day(&self) -> Date {
        self.day
    }

    pub(crate) fn rules(&self, form: &FormId) -> Vec<Ruled<'l>> {
        let of = |bound: &Bound<'l>| {
            let entries = self.law.entries_of(&bound.instrument.id);
            let (excluded, weakest, dateless) = (bound.excluded, bound.confidence, bound.dateless);
            let day = self.day;
            let form = form.clone();
            entries.iter().filter_map(move |entry| {
                let rule = &entry.rule;
                let about = rule.forms.is_empty() || rule.forms.contains(&form);
                let holds = within(day, rule.valid_from, rule.valid_until) && rule.withdrawn.is_none();
                let unread = entry.article().is_some_and(|a| a.text == Reading::NotRead);
                (about && holds && !excluded.contains(&rule.id)).then(|| Ruled {
                    entry,
                    confidence: rule.confidence.min(weakest),
                    known: !dateless && !unread && rule.confidence > Confidence::FromSeedOnly,
                })
            })
        };
        self.bound.iter().flat_map(of).collect()
    }

    /// Articles that name a form or hold a rule on it.
    pub(crate) fn articles(&self, form: &FormId) -> Vec<(&'l Instrument, &'l Article)> {
        let about = |article: &&Article| {
            article.forms.contains(form)
                || article.rules.iter().any(|r| r.forms.is_empty() || r.forms.contains(form))
        };
        let of = |b: &Bound<'l>| {
            let instrument = b.instrument;
            instrument.articles.iter().filter(about).map(move |a| (instrument, a)).collect::<Vec<_>>()
        };
        self.bound.iter().flat_map(of).collect()
    }

    /// Every form that is covered in some way and is named. A clause on all forms alike names none, unless it permits.
    pub(crate) fn governed(&self) -> Vec<FormId> {
        let named = |form: &&FormId| {
            let rules = self.rules(form);
            let by_rule = rules
                .iter()
                .any(|r| r.entry.rule.effect == RuleEffect::Permits || r.entry.rule.forms.contains(form));
            by_rule || self.articles(form).iter().any(|(_, article)| article.forms.contains(form))
        };
        let covered =
            |form: &&FormId| !matches!(self.coverage(form, None), Coverage::Silent | Coverage::Prohibited);
        self.law.vocabulary().forms.keys().filter(named).filter(covered).cloned().collect()
    }

    /// How far a form is covered; with a level, as seen by a body of that level.
    pub(crate) fn coverage(&self, form: &FormId, level: Option<Level>) -> Coverage {
        let rules: Vec<Ruled<'l>> = self
            .rules(form)
            .into_iter()
            .filter(|r| level.is_none_or(|level| means(&r.entry.rule.from.levels, level)))
            .collect();
        let any = |effect: RuleEffect, known: bool| {
            rules.iter().any(|r| r.entry.rule.effect == effect && r.known == known)
        };
        if any(RuleEffect::Permits, true) {
            let how = self.procedure(form, &rules);
            return if how { Coverage::InDetail } else { Coverage::Declaratory };
        }
        if any(RuleEffect::Forbids, true) {
            return Coverage::Prohibited;
        }
        let articles = self.articles(form);
        let named = |text: Reading| {
            articles.iter().any(|(_, a)| a.forms.contains(form) && a.rules.is_empty() && a.text == text)
        };
        let unread = any(RuleEffect::Permits, false)
            || any(RuleEffect::Unread, true)
            || any(RuleEffect::Unread, false)
            || any(RuleEffect::Declares, false)
            || named(Reading::NotRead);
        let said = any(RuleEffect::Declares, true) || named(Reading::Read) || named(Reading::PartlyRead);
        match (unread, said) {
            (true, _) => Coverage::Unknown,
            (false, true) => Coverage::Declaratory,
            (false, false) => Coverage::Silent,
        }
    }

    /// Some provision that was read says how this form is done.
    pub(crate) fn has_procedure(&self, form: &FormId) -> bool {
        self.procedure(form, &self.rules(form))
    }

    fn procedure(&self, form: &FormId, rules: &[Ruled<'_>]) -> bool {
        let says_how = |ruled: &Ruled<'_>| {
            let rule = &ruled.entry.rule;
            // A clause on costs or language for all forms alike is no procedure of this one.
            let special = rule.forms.contains(form) || rule.effect == RuleEffect::Permits;
            ruled.known
                && special
                && (!rule.deadlines.is_empty() || !rule.duties.is_empty() || rule.when.is_some())
        };
        rules.iter().any(says_how) || !self.marked(Feature::JointProcedure, form).is_empty()
    }

    /// A rule permits this form to bodies of this level, conditions and territory aside.
    pub(crate) fn empowers(&self, form: &FormId, level: Level, acting: State) -> bool {
        self.rules(form).iter().any(|r| {
            let rule = &r.entry.rule;
            rule.effect == RuleEffect::Permits
                && means(&rule.from.levels, level)
                && (rule.from.states.is_empty() || rule.from.states.contains(&acting))
        })
    }

    /// Provisions that have a feature for a form, with their text read and their instrument known to be in force.
    pub(crate) fn marked(&self, feature: Feature, form: &FormId) -> Vec<Provision> {
        let sure = |(bound, p): (&Bound<'_>, Provision)| {
            (!bound.dateless && p.text != Reading::NotRead).then_some(p)
        };
        self.with_feature(feature, form).filter_map(sure).collect()
    }

    /// Provisions that may have it: unread, or of an instrument whose first day is not known.
    pub(crate) fn perhaps_marked(&self, feature: Feature, form: &FormId) -> Vec<Provision> {
        let unsure =
            |(bound, p): (&Bound<'_>, Provision)| (bound.dateless || p.text == Reading::NotRead).then_some(p);
        self.with_feature(feature, form).filter_map(unsure).collect()
    }

    fn with_feature<'v>(
        &'v self,
        feature: Feature,
        form: &'v FormId,
    ) -> impl Iterator<Item = (&'v Bound<'l>, Provision)> {
        let marks = self.law.checklist().features.get(&feature).map(|f| f.found_in.as_slice());
        marks.unwrap_or_default().iter().filter_map(move |mark| {
            let bound = self.bound.iter().find(|b| b.instrument.id == mark.instrument)?;
            let article = bound.instrument.articles.iter().find(|a| a.cite == mark.article)?;
            let forms = if mark.forms.is_empty() { &article.forms } else { &mark.forms };
            let about = forms.is_empty() || forms.contains(form);
            about.then(|| (bound, provision(bound.instrument, article)))
        })
    }

    /// Duties of a kind that stand in rules on this form.
    pub(crate) fn duties(&self, form: &FormId, code: &str) -> Vec<(&'l Entry, &'l DutyClause)> {
        let rules = self.rules(form).into_iter().filter(|r| r.known);
        rules
            .flat_map(|r| r.entry.rule.duties.iter().filter(|d| &*d.code == code).map(move |d| (r.entry, d)))
            .collect()
    }
}

/// An empty list means everyone; a unit is the lowest level and counts where districts are meant.
pub(crate) fn means(levels: &[Level], level: Level) -> bool {
    levels.is_empty()
        || levels.contains(&level)
        || (level == Level::District && levels.contains(&Level::Unit))
}

pub(crate) fn provision(instrument: &Instrument, article: &Article) -> Provision {
    Provision {
        instrument: instrument.id.clone(),
        article: article.cite.clone(),
        heading: article.heading.clone(),
        force: instrument.force,
        text: article.text,
        confidence: article.confidence,
    }
}

pub(crate) fn provision_of(entry: &Entry) -> Option<Provision> {
    entry.article().map(|article| provision(&entry.instrument, article))
}
