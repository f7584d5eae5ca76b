//! Gaps between two states on a day, documented: what was looked at, what would close it, where else it is closed, and how
//! the gaps came and went since the first instrument.
//!
//! Never: finds a gap itself; `gaps` does.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;

use crate::checklist::{Feature, FindingKind};
use crate::days::change_days;
use crate::framework::Framework;
use crate::gaps::{self, Gap, Practice};
use crate::law::{Reading, RuleEffect};
use crate::render::Words;
use crate::survey::{Coverage, Provision, View, means, provision, provision_of};
use crate::{Confidence, Force, FormId, InstrumentId, Level, State, Text};

/// More articles of other states than these help nobody.
const ELSEWHERE_MAX: usize = 12;

/// A gap with its evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    #[serde(flatten)]
    pub gap: Gap,
    pub says: Text,
    /// The provisions looked at.
    pub looked_at: Vec<Provision>,
    /// Those among them that nobody here has read: they may yet close it.
    pub not_read: Vec<Provision>,
    /// Provisions that would close it if they were read, if their first day were known, or, for an instrument grown old,
    /// newer ones on the same forms.
    pub may_be_closed_by: Vec<Provision>,
    pub closes: Text,
    /// Articles that close it between other states.
    pub closed_elsewhere: Vec<Provision>,
    /// That of the weakest provision looked at.
    pub confidence: Option<Confidence>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GapReport {
    pub pair: [State; 2],
    pub on: Date,
    pub findings: Vec<Finding>,
    /// How it came to this, day by day.
    pub changes: Vec<Change>,
    /// What differs from an earlier day, if one was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<Since>,
}

/// The net difference between an earlier day and the day of a report. What came and went in between is left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Since {
    pub from: Date,
    /// The days that made the difference, each with the instruments and events that caused it.
    pub changes: Vec<Change>,
}

/// One day on which gaps opened or closed, and what happened that day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    pub on: Date,
    /// Instruments that became usable between the two.
    pub began: Vec<InstrumentId>,
    /// Instruments that ended or were displaced between the two.
    pub ended: Vec<InstrumentId>,
    pub events: Vec<Arc<str>>,
    pub opened: Vec<Gap>,
    pub closed: Vec<Gap>,
}

/// Findings between two states on a day, and how they came and went before it. `practice` is what is recorded or reported to
/// happen, by level.
pub fn gaps(law: &Framework, pair: [State; 2], on: Date, practice: &[Practice]) -> GapReport {
    let findings = findings(law, pair, on, practice);
    GapReport { pair, on, findings, changes: changes(law, pair, on), since: None }
}

/// Findings between two states on a day alone.
pub fn findings(law: &Framework, pair: [State; 2], on: Date, practice: &[Practice]) -> Vec<Finding> {
    let view = View::of_pair(law, pair, on);
    let found = gaps::all(law, pair, on, practice);
    found.into_iter().map(|gap| document(law, &view, pair, gap)).collect()
}

impl GapReport {
    /// With what differs from an earlier day; the reverse when that day is later.
    pub fn compared_with(mut self, law: &Framework, from: Date) -> Self {
        let (early, late) = (from.min(self.on), from.max(self.on));
        let of = |day: Date| single(&gaps::all(law, self.pair, day, &[]));
        let (was, is) = (of(early), of(late));
        let mut rest =
            [was.difference(&is).cloned().collect::<BTreeSet<_>>(), is.difference(&was).cloned().collect()];
        let mut made = Vec::new();
        let history = changes(law, self.pair, late);
        // From the last day backwards: of a gap that closed twice, the last time counts.
        for change in history.into_iter().rev().filter(|change| change.on > early) {
            let [closed, opened] = &mut rest;
            let keep = |gaps: &[Gap], rest: &mut BTreeSet<Gap>| {
                let now: BTreeSet<Gap> = single(gaps).intersection(rest).cloned().collect();
                rest.retain(|gap| !now.contains(gap));
                merged(now.iter())
            };
            let change = Change {
                closed: keep(&change.closed, closed),
                opened: keep(&change.opened, opened),
                ..change
            };
            if !change.closed.is_empty() || !change.opened.is_empty() {
                made.push(change);
            }
        }
        made.reverse();
        self.since = Some(Since { from, changes: made });
        self
    }
}

/// The gaps of one report that another does not have, and the reverse: before and after a reform, or then and now.
pub fn difference(before: &[Gap], after: &[Gap]) -> (Vec<Gap>, Vec<Gap>) {
    let (was, is) = (single(before), single(after));
    (merged(was.difference(&is)), merged(is.difference(&was)))
}

fn document(law: &Framework, view: &View<'_>, pair: [State; 2], gap: Gap) -> Finding {
    let looked_at = looked_at(law, view, pair, &gap);
    let not_read = looked_at.iter().filter(|p| p.text == Reading::NotRead).cloned().collect();
    let words = law.checklist().kinds.get(&gap.kind);
    let code = || Text { en: gap.kind.code().into(), ru: gap.kind.code().into(), kk: None };
    Finding {
        says: words.map_or_else(code, |w| w.names.clone()),
        closes: words.map_or_else(code, |w| w.closes.clone()),
        may_be_closed_by: perhaps(law, view, pair, &gap),
        closed_elsewhere: elsewhere(law, view, pair, &gap),
        confidence: looked_at.iter().map(|p| p.confidence).min(),
        looked_at,
        not_read,
        gap,
    }
}

/// For a gap of an instrument, its articles; for a gap of forms, every article on them, models included.
fn looked_at(law: &Framework, view: &View<'_>, [a, b]: [State; 2], gap: &Gap) -> Vec<Provision> {
    let mut seen: BTreeSet<Provision> = BTreeSet::new();
    if gap.instruments.is_empty() {
        let articles = gap.forms.iter().flat_map(|form| view.articles(form));
        seen.extend(articles.map(|(instrument, article)| provision(instrument, article)));
        let ties = law.pair(a, b).map(|p| p.ties.as_slice()).unwrap_or_default();
        for model in ties.iter().filter(|t| t.instrument.force == Force::Model) {
            let about = model.instrument.articles.iter().filter(|article| {
                article
                    .forms
                    .iter()
                    .chain(article.rules.iter().flat_map(|r| &r.forms))
                    .any(|f| gap.forms.contains(f))
            });
            seen.extend(about.map(|article| provision(&model.instrument, article)));
        }
    } else {
        for id in &gap.instruments {
            let Some(instrument) = law.instrument(id) else { continue };
            let weak = |p: &Provision| {
                gap.kind != FindingKind::NotVerified
                    || p.text != Reading::Read
                    || p.confidence < Confidence::VerifiedText
            };
            let articles = instrument.articles.iter().map(|article| provision(instrument, article));
            seen.extend(articles.filter(weak));
        }
    }
    seen.into_iter().collect()
}

/// The feature a kind of gap is the lack of.
fn feature(kind: FindingKind) -> Option<Feature> {
    match kind {
        FindingKind::HeadPowersUnspecified => Some(Feature::PowersOfHeads),
        FindingKind::NoNamedOfficials => Some(Feature::NamedOfficials),
        FindingKind::LanguageWithoutTranslator => Some(Feature::Translators),
        FindingKind::NoSimplifiedVisit => Some(Feature::SimplifiedVisit),
        FindingKind::DeclaratoryOnly => Some(Feature::JointProcedure),
        _ => None,
    }
}

fn perhaps(law: &Framework, view: &View<'_>, [a, b]: [State; 2], gap: &Gap) -> Vec<Provision> {
    let mut found: BTreeSet<Provision> = BTreeSet::new();
    if let Some(feature) = feature(gap.kind) {
        found.extend(gap.forms.iter().flat_map(|form| view.perhaps_marked(feature, form)));
    }
    let event = law.checklist().events.iter().find(|e| Some(&e.id) == gap.event.as_ref());
    if let Some(since) = event.and_then(|e| e.between(a, b)) {
        let newer: Vec<&InstrumentId> = view
            .bound
            .iter()
            .filter(|bound| bound.cited_from.is_some_and(|from| from > since))
            .map(|bound| &bound.instrument.id)
            .collect();
        for form in &gap.forms {
            let articles = view.articles(form).into_iter();
            let on_form =
                articles.filter(|(i, article)| newer.contains(&&i.id) && article.forms.contains(form));
            found.extend(on_form.map(|(instrument, article)| provision(instrument, article)));
        }
    }
    found.into_iter().collect()
}

fn elsewhere(law: &Framework, view: &View<'_>, [a, b]: [State; 2], gap: &Gap) -> Vec<Provision> {
    let ties = law.pair(a, b).map(|p| p.ties.as_slice()).unwrap_or_default();
    let foreign = law
        .instruments()
        .filter(|i| i.force == Force::Binding && !i.draft && !ties.iter().any(|t| t.instrument.id == i.id));
    let (mut marked, mut permitting) = (BTreeSet::new(), BTreeSet::new());
    for instrument in foreign {
        let own = View::of_instrument(law, instrument, view.day());
        if let Some(feature) = feature(gap.kind) {
            marked.extend(gap.forms.iter().flat_map(|form| own.marked(feature, form)));
        }
        permitting.extend(gap.forms.iter().flat_map(|form| permits(&own, form, gap)));
    }
    let mut found: Vec<Provision> = marked.iter().cloned().collect();
    found.extend(permitting.difference(&marked).cloned());
    // What has the very feature comes first, then what is known best.
    found.sort_by_key(|p| (std::cmp::Reverse(p.confidence), !marked.contains(p)));
    found.truncate(ELSEWHERE_MAX);
    found
}

/// The articles of one instrument that permit a form in detail, or to the level that lacks it here.
fn permits(own: &View<'_>, form: &FormId, gap: &Gap) -> Vec<Provision> {
    let wanted = |levels: &[Level]| match (gap.kind, gap.level) {
        (FindingKind::SilentForm | FindingKind::DeclaratoryOnly, _) => {
            own.coverage(form, None) == Coverage::InDetail
        }
        (FindingKind::LevelGap | FindingKind::PracticeWithoutBasis, Some(level)) => means(levels, level),
        _ => false,
    };
    let rules = own.rules(form).into_iter().filter(|r| r.known && r.entry.rule.effect == RuleEffect::Permits);
    rules.filter(|r| wanted(&r.entry.rule.from.levels)).filter_map(|r| provision_of(r.entry)).collect()
}

fn changes(law: &Framework, pair: [State; 2], on: Date) -> Vec<Change> {
    let days: Vec<Date> = change_days(law, pair).into_iter().filter(|day| *day <= on).collect();
    let first = days.first().and_then(|day| day.checked_sub(1.day()).ok());
    let mut before: Vec<Gap> = first.map(|day| gaps::all(law, pair, day, &[])).unwrap_or_default();
    let ties = law.pair(pair[0], pair[1]).map(|p| p.ties.as_slice()).unwrap_or_default();
    let mut changes = Vec::new();
    for day in days {
        let now = gaps::all(law, pair, day, &[]);
        let (closed, opened) = difference(&before, &now);
        before = now;
        if closed.is_empty() && opened.is_empty() {
            continue;
        }
        let named = |starts: bool| {
            let on_day = ties
                .iter()
                .filter(|t| if starts { t.first_cited() == Some(day) } else { t.end() == Some(day) });
            on_day.map(|t| t.instrument.id.clone()).collect()
        };
        let events = law.checklist().events.iter();
        let events =
            events.filter(|e| e.between(pair[0], pair[1]) == Some(day)).map(|e| e.id.clone()).collect();
        changes.push(Change { on: day, began: named(true), ended: named(false), events, opened, closed });
    }
    changes
}

/// One entry for each form, so that a gap of two forms can close for one of them.
fn single(gaps: &[Gap]) -> BTreeSet<Gap> {
    let mut set = BTreeSet::new();
    for gap in gaps {
        if gap.instruments.is_empty() {
            set.extend(gap.forms.iter().map(|form| Gap { forms: vec![form.clone()], ..gap.clone() }));
        } else {
            set.insert(gap.clone());
        }
    }
    set
}

/// The reverse: entries that differ in the form alone become one again.
fn merged<'g>(gaps: impl Iterator<Item = &'g Gap>) -> Vec<Gap> {
    let mut list: Vec<Gap> = Vec::new();
    for gap in gaps {
        let alike = |other: &&mut Gap| {
            gap.instruments.is_empty()
                && (other.kind, other.level, other.acting, &other.event)
                    == (gap.kind, gap.level, gap.acting, &gap.event)
        };
        match list.iter_mut().find(alike) {
            Some(known) => known.forms.extend(gap.forms.iter().cloned()),
            None => list.push(gap.clone()),
        }
    }
    list
}

impl GapReport {
    /// The report in plain words; the frame is English.
    pub fn plain(&self, law: &Framework, language: &str) -> String {
        let mut out = String::new();
        let [a, b] = self.pair;
        let _ = writeln!(out, "Gaps between {a} and {b} on {}: {}", self.on, self.findings.len());
        for (number, finding) in self.findings.iter().enumerate() {
            let _ = writeln!(out, "\n{}. {}", number + 1, finding.says.in_language(language));
            let _ = writeln!(out, "   {}", finding.gap.plain(law, language));
            list(&mut out, "looked at", &finding.looked_at);
            let _ = writeln!(out, "   would be closed by: {}", finding.closes.in_language(language));
            list(&mut out, "may be closed by", &finding.may_be_closed_by);
            list(&mut out, "closed elsewhere by", &finding.closed_elsewhere);
        }
        if let Some(since) = &self.since {
            let _ = writeln!(out, "\nWhat differs between {} and {}", since.from, self.on);
            if since.changes.is_empty() {
                let _ = writeln!(out, "\nNothing.");
            }
            history(&mut out, &since.changes, law, language);
        }
        if !self.changes.is_empty() {
            let _ = writeln!(out, "\nHow it came to this");
        }
        history(&mut out, &self.changes, law, language);
        out
    }
}

/// Day by day: what happened, and what it closed and opened.
fn history(out: &mut String, changes: &[Change], law: &Framework, language: &str) {
    for change in changes {
        let mut causes: Vec<String> = change.began.iter().map(|i| format!("{i} began")).collect();
        causes.extend(change.ended.iter().map(|i| format!("{i} ended")));
        causes.extend(change.events.iter().map(|e| format!("event {e}")));
        if causes.is_empty() {
            causes.push("a rule changed".to_owned());
        }
        let _ = writeln!(out, "\n{}: {}", change.on, causes.join(", "));
        for (word, gaps) in [("closed", &change.closed), ("opened", &change.opened)] {
            for gap in gaps {
                let _ = writeln!(out, "   {word}: {}", gap.plain(law, language));
            }
        }
    }
}

impl Gap {
    /// In one line: kind, forms, level, side, instruments.
    pub fn plain(&self, law: &Framework, language: &str) -> String {
        let words = Words { law, language };
        let mut parts = vec![self.kind.code().to_owned()];
        if let Some(level) = self.level {
            parts.push(words.label("levels", level.code()));
        }
        if let Some(state) = self.acting {
            parts.push(format!("bodies of {state}"));
        }
        if !self.instruments.is_empty() {
            parts.push(self.instruments.iter().map(|i| i.as_str()).collect::<Vec<_>>().join(" on "));
        }
        if let Some(event) = &self.event {
            parts.push(format!("event {event}"));
        }
        if let Some(acts) = self.acts {
            parts.push(format!("{acts} recorded"));
        }
        if !self.forms.is_empty() {
            let forms: Vec<String> = self.forms.iter().map(|f| words.label("forms", f.as_str())).collect();
            parts.push(forms.join(", "));
        }
        parts.join("; ")
    }
}

fn list(out: &mut String, title: &str, provisions: &[Provision]) {
    for p in provisions {
        let read = if p.text == Reading::NotRead { ", not read" } else { "" };
        let _ = writeln!(
            out,
            "   {title}: {}, {}: {} [{}{read}]",
            p.instrument, p.article, p.heading, p.confidence
        );
    }
}
