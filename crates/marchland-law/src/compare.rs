//! Two instruments, or two pairs of states, side by side: by form and by aspect, each statement with its article.
//!
//! Never: says which of the two is better.

use std::collections::BTreeMap;
use std::fmt::{self, Write};
use std::str::FromStr;
use std::sync::Arc;

use jiff::civil::Date;
use serde::Serialize;

use crate::checklist::Feature;
use crate::framework::Framework;
use crate::law::{DutyClause, RuleEffect, Who};
use crate::render::Words;
use crate::survey::{Coverage, Provision, View, provision_of};
use crate::words::closed;
use crate::{FormId, InstrumentId, State, TimeLimit};

/// What is compared: an instrument by its id, or two states, written `RU-KZ`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    Instrument(InstrumentId),
    Pair([State; 2]),
}

closed! {
    Aspect {
        Coverage = "coverage", Level = "level", Channel = "channel", Approval = "approval",
        TimeLimits = "time-limits", Contents = "contents", Language = "language", Refusal = "refusal",
        DataUse = "data-use", VisitingPowers = "visiting-powers",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Comparison {
    pub on: Date,
    pub left: Subject,
    pub right: Subject,
    /// Forms on which both are silent are left out, and aspects on which neither says anything.
    pub rows: Vec<CompareRow>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CompareRow {
    pub form: FormId,
    pub aspect: Aspect,
    pub left: Vec<Said>,
    pub right: Vec<Said>,
    /// Both say the same, whatever the article.
    pub same: bool,
}

/// Which of the two says something in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sides {
    Same,
    Differ,
    LeftOnly,
    RightOnly,
}

impl CompareRow {
    pub fn sides(&self) -> Sides {
        match (self.left.is_empty(), self.right.is_empty()) {
            (false, true) => Sides::LeftOnly,
            (true, false) => Sides::RightOnly,
            _ if self.same => Sides::Same,
            _ => Sides::Differ,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Said {
    /// In codes of the vocabulary.
    pub what: String,
    /// Absent for the coverage, which is computed.
    pub provision: Option<Provision>,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "'{0}' is neither an instrument of this pack nor two states such as RU-KZ; see law status for the ids"
)]
// code: no-such-subject
pub struct NoSuchSubject(pub String);

impl FromStr for Subject {
    type Err = NoSuchSubject;

    /// Any id is taken for an instrument; `compare` finds out whether it is there.
    fn from_str(text: &str) -> Result<Self, NoSuchSubject> {
        let pair = text.split_once('-').and_then(|(a, b)| Some([a.parse().ok()?, b.parse().ok()?]));
        match pair {
            Some([a, b]) if a == b => Err(NoSuchSubject(text.to_owned())),
            Some(pair) => Ok(Self::Pair(pair)),
            None => Ok(Self::Instrument(text.into())),
        }
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Instrument(id) => write!(f, "{id}"),
            Self::Pair([a, b]) => write!(f, "{a}-{b}"),
        }
    }
}

pub fn compare(
    law: &Framework,
    left: &Subject,
    right: &Subject,
    on: Date,
) -> Result<Comparison, NoSuchSubject> {
    let (one, other) = (view(law, left, on)?, view(law, right, on)?);
    let mut rows = Vec::new();
    for form in law.vocabulary().forms.keys() {
        if [&one, &other].iter().all(|v| v.coverage(form, None) == Coverage::Silent) {
            continue;
        }
        for aspect in Aspect::ALL {
            let (left, right) = (said(&one, form, *aspect), said(&other, form, *aspect));
            if left.is_empty() && right.is_empty() {
                continue;
            }
            let same = words(&left) == words(&right);
            rows.push(CompareRow { form: form.clone(), aspect: *aspect, left, right, same });
        }
    }
    Ok(Comparison { on, left: left.clone(), right: right.clone(), rows })
}

fn view<'l>(law: &'l Framework, subject: &Subject, on: Date) -> Result<View<'l>, NoSuchSubject> {
    match subject {
        Subject::Instrument(id) => law
            .instrument(id)
            .filter(|i| !i.draft)
            .map(|i| View::of_instrument(law, i, on))
            .ok_or_else(|| NoSuchSubject(id.to_string())),
        Subject::Pair(pair) => Ok(View::of_pair(law, *pair, on)),
    }
}

fn words(list: &[Said]) -> Vec<&str> {
    let mut words: Vec<&str> = list.iter().map(|s| s.what.as_str()).collect();
    words.sort_unstable();
    words
}

fn said(view: &View<'_>, form: &FormId, aspect: Aspect) -> Vec<Said> {
    let mut list: Vec<Said> = Vec::new();
    if aspect == Aspect::Coverage {
        let what = view.coverage(form, None).code().to_owned();
        return vec![Said { what, provision: None }];
    }
    if aspect == Aspect::VisitingPowers {
        let marked = view.marked(Feature::VisitingPowers, form).into_iter();
        return marked.map(|p| Said { what: p.heading.to_string(), provision: Some(p) }).collect();
    }
    for ruled in view.rules(form) {
        let rule = &ruled.entry.rule;
        let permits = rule.effect == RuleEffect::Permits;
        let what: Vec<String> = match aspect {
            Aspect::Level if permits => vec![format!("{} > {}", levels(&rule.from), levels(&rule.to))],
            Aspect::Channel if permits => rule.channels.iter().map(|c| c.code().to_owned()).collect(),
            Aspect::Approval => clauses(&rule.duties, "approval"),
            Aspect::Contents => clauses(&rule.duties, "request-contents"),
            Aspect::Language => clauses(&rule.duties, "language"),
            Aspect::TimeLimits => rule.deadlines.iter().map(limit).collect(),
            Aspect::Refusal => rule.grounds.iter().flatten().map(|g| g.to_string()).collect(),
            Aspect::DataUse => rule.use_conditions.iter().map(|u| u.code.to_string()).collect(),
            Aspect::Level | Aspect::Channel | Aspect::Coverage | Aspect::VisitingPowers => Vec::new(),
        };
        for what in what {
            if !list.iter().any(|s| s.what == what) {
                list.push(Said { what, provision: provision_of(ruled.entry) });
            }
        }
    }
    list
}

fn levels(who: &Who) -> String {
    if who.levels.is_empty() {
        return "any".to_owned();
    }
    who.levels.iter().map(|l| l.code()).collect::<Vec<_>>().join(" or ")
}

fn clauses(duties: &[DutyClause], code: &str) -> Vec<String> {
    let params = |params: &BTreeMap<Arc<str>, Arc<str>>| match params.is_empty() {
        true => code.to_owned(),
        false => params.iter().map(|(k, v)| format!("{k}: {v}")).collect::<Vec<_>>().join("; "),
    };
    duties.iter().filter(|d| &*d.code == code).map(|d| params(&d.params)).collect()
}

fn limit(limit: &TimeLimit) -> String {
    format!("{}: {} {} from {}", limit.what, limit.amount, limit.unit, limit.start)
}

impl Comparison {
    pub fn plain(&self, law: &Framework, language: &str) -> String {
        let names = Words { law, language };
        let mut out = format!("{} and {}, law of {}\n", self.left, self.right, self.on);
        out.push_str(&self.strip(&names));
        let mut form: Option<&FormId> = None;
        for row in &self.rows {
            if form != Some(&row.form) {
                let _ = writeln!(out, "\n{}", names.label("forms", row.form.as_str()));
                form = Some(&row.form);
            }
            let _ = writeln!(out, "  {}{}", row.aspect, if row.same { " (the same)" } else { "" });
            for (subject, list) in [(&self.left, &row.left), (&self.right, &row.right)] {
                let list: Vec<String> = list.iter().map(cited).collect();
                let list = if list.is_empty() { "nothing".to_owned() } else { list.join("; ") };
                let _ = writeln!(out, "    {subject}: {list}");
            }
        }
        out
    }
}

impl Comparison {
    /// One line a form, one sign an aspect: who says something, before what is said.
    fn strip(&self, names: &Words<'_>) -> String {
        let told = &Aspect::ALL[1..]; // the coverage is always told by both
        let mut forms: Vec<&FormId> = self.rows.iter().map(|row| &row.form).collect();
        forms.dedup();
        let label = |form: &FormId| names.label("forms", form.as_str());
        let width = forms.iter().map(|form| label(form).chars().count()).max().unwrap_or_default();
        let mut out = format!("\n{:width$}", "");
        for number in 1..=told.len() {
            let _ = write!(out, " {number}");
        }
        out.push('\n');
        for form in forms {
            let _ = write!(out, "{:width$}", label(form));
            for aspect in told {
                let row = self.rows.iter().find(|row| row.form == *form && row.aspect == *aspect);
                let sign = match row.map(CompareRow::sides) {
                    None => '.',
                    Some(Sides::Same) => '=',
                    Some(Sides::Differ) => 'x',
                    Some(Sides::LeftOnly) => '<',
                    Some(Sides::RightOnly) => '>',
                };
                let _ = write!(out, " {sign}");
            }
            out.push('\n');
        }
        let (left, right) = (&self.left, &self.right);
        let numbered: Vec<String> =
            told.iter().enumerate().map(|(n, aspect)| format!("{} {aspect}", n + 1)).collect();
        let _ = writeln!(
            out,
            "\n= the same, x differ, < {left} alone, > {right} alone, . neither\n{}",
            numbered.join(", ")
        );
        out
    }
}

fn cited(said: &Said) -> String {
    let article = said.provision.as_ref().map(|p| format!(" ({}, {})", p.instrument, p.article));
    format!("{}{}", said.what, article.unwrap_or_default())
}
