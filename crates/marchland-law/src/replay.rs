//! A decision of the past decided again: under the law and the knowledge of its time, where it must come out the same, and
//! under the knowledge of today, where a difference is shown with its cause.
//!
//! Never: changes a decision, or calls a difference small.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::Serialize;

use crate::framework::{Entry, Framework};
use crate::words::closed;
use crate::{
    Basis, Citation, Condition, Confirmation, Dates, Decision, Directory, Duty, HopStep, InstrumentId,
    RefusalGrounds, Verdict, decide_as,
};

closed! {
    /// How a kept decision comes out under its own dates.
    Reproduced {
        /// The same law is loaded, and it gives the same decision.
        Identical = "identical",
        /// Another edition of the law is loaded; with the knowledge of then it gives the same decision.
        OtherEdition = "other-edition",
        /// The edition of its time, which the node kept, gives the same decision; the one loaded now does not. Somebody
        /// changed a reading without `recorded` and `withdrawn`.
        OwnEditionOnly = "own-edition-only",
        Differs = "differs",
    }
}

impl Reproduced {
    /// The law loaded now can still account for the decision.
    pub fn holds(self) -> bool {
        matches!(self, Self::Identical | Self::OtherEdition)
    }
}

/// What a decision stood on when it was made.
#[derive(Clone, Copy, Debug)]
pub struct Stood<'a> {
    /// The edition of the law of its time, if it is another than the one loaded now and was kept.
    pub law: Option<&'a Framework>,
    pub bodies: &'a Directory,
    /// Those that stood, as they stood.
    pub confirmations: &'a [Confirmation],
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Replay {
    pub reproduced: Reproduced,
    /// In what the law loaded now, with the knowledge of then, departs from the decision. Empty if it holds.
    pub departs: Vec<Difference>,
    /// In what the knowledge of today departs from the decision.
    pub today: Vec<Difference>,
    /// Why, for whatever departs.
    pub causes: Vec<Cause>,
    pub verdict: &'static str,
    pub verdict_today: &'static str,
}

/// One line of a decision that only one of the two has.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Difference {
    /// Which part: `verdict`, `reasons`, `duties`, `deadlines`, `grounds`, `use-conditions`, `routes`, `questions`,
    /// `confirmations`, `conflicts`, `channel`, `confidence`; or `wording`, when only texts differ.
    pub part: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub then: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub now: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "cause", rename_all = "kebab-case")]
pub enum Cause {
    /// A reading entered our knowledge after the decision.
    Recorded { rule: Citation, on: Date },
    /// A reading was withdrawn after the decision.
    Withdrawn { rule: Citation, on: Date },
    /// A rule stands in the edition loaded now, not in the one of the decision, and no `recorded` says since when.
    Added { rule: Citation },
    /// A rule stood in the edition of the decision and is gone, without `withdrawn`.
    Removed { rule: Citation },
    /// The rule was rewritten in place.
    Rewritten { rule: Citation },
    /// Parties, days, relations or territories of the instrument were rewritten in place.
    InstrumentChanged { instrument: InstrumentId },
    /// The edition of the decision was not kept, so what changed in it cannot be named.
    EditionNotKept,
    /// Law, register and confirmations are the same: this version of the program decides differently.
    Program,
}

/// Decides a kept decision again. `today` is the day up to which we know the law now.
pub fn replay(law: &Framework, kept: &Decision, stood: Stood<'_>, today: Date) -> Replay {
    let again = |law: &Framework, dates: &Dates| {
        decide_as(law, stood.bodies, &kept.act, dates, stood.confirmations, kept.side)
    };
    let then = again(law, &kept.dates);
    let now = again(law, &Dates { knowledge: today, ..kept.dates });
    let same_edition = kept.framework == *law.id();
    let own = stood.law.filter(|own| *own.id() == kept.framework);
    let reproduced = if same(kept, &then) {
        if same_edition { Reproduced::Identical } else { Reproduced::OtherEdition }
    } else if own.is_some_and(|own| same(kept, &again(own, &kept.dates))) {
        Reproduced::OwnEditionOnly
    } else {
        Reproduced::Differs
    };
    let (departs, differs) = (differences(kept, &then), differences(kept, &now));
    let mut causes = BTreeSet::new();
    if !reproduced.holds() {
        causes.extend(edition(law, own, kept));
        match (same_edition, own) {
            (false, None) => causes.extend([Cause::EditionNotKept]),
            _ if reproduced == Reproduced::Differs => causes.extend([Cause::Program]),
            _ => {}
        }
    }
    if !differs.is_empty() {
        causes.extend(knowledge(law, stood.bodies, kept, today));
    }
    Replay {
        reproduced,
        departs,
        today: differs,
        causes: causes.into_iter().collect(),
        verdict: kept.verdict.code(),
        verdict_today: now.verdict.code(),
    }
}

/// Everything but the name of the edition.
fn same(kept: &Decision, again: &Decision) -> bool {
    Decision { framework: kept.framework.clone(), ..again.clone() } == *kept
}

/// In what two decisions on one act differ, dates and edition aside.
fn differences(then: &Decision, now: &Decision) -> Vec<Difference> {
    let mut found = Vec::new();
    for ((part, before), (_, after)) in parts(then).into_iter().zip(parts(now)) {
        let single = before.len() == 1 && after.len() == 1;
        if single && before != after {
            let [before, after] = [before, after].map(|mut lines| lines.pop());
            found.push(Difference { part, then: before, now: after });
            continue;
        }
        let gone = before.iter().filter(|line| !after.contains(line));
        found.extend(gone.map(|line| Difference { part, then: Some(line.clone()), now: None }));
        let come = after.iter().filter(|line| !before.contains(line));
        found.extend(come.map(|line| Difference { part, then: None, now: Some(line.clone()) }));
    }
    let aside = |d: &Decision| Decision { framework: then.framework.clone(), dates: then.dates, ..d.clone() };
    if found.is_empty() && *then != aside(now) {
        found.push(Difference { part: "wording", then: None, now: None });
    }
    found
}

type Part = (&'static str, Vec<String>);

/// A decision line by line, so that two can be laid side by side.
fn parts(d: &Decision) -> Vec<Part> {
    let reasons = d.reasons.iter().map(|r| {
        let since = r.in_force_from.map(|day| format!(", from {day}")).unwrap_or_default();
        let until = r.in_force_until.map(|day| format!(", until {day}")).unwrap_or_default();
        format!("{} {} [{}]{since}{until}", cite(&r.citation), r.effect, r.confidence)
    });
    let limits = d.deadlines.iter().map(|one| {
        let limit = &one.limit;
        format!("{}: {} {} from {} ({})", limit.what, limit.amount, limit.unit, limit.start, cite(&one.basis))
    });
    let grounds = match &d.refusal_grounds {
        RefusalGrounds::NoInstrument => Vec::new(),
        RefusalGrounds::NotRead(of) => of.iter().map(|id| format!("not read: {id}")).collect(),
        RefusalGrounds::Listed(list) => {
            list.iter().map(|g| format!("{} ({})", g.code, basis(&g.basis))).collect()
        }
    };
    let clauses =
        d.use_conditions.iter().map(|c| format!("{}{} ({})", c.code, params(&c.params), basis(&c.basis)));
    let routes = d.routes.iter().map(|route| {
        let hops = route.hops.iter().map(|hop| match &hop.step {
            HopStep::Subordination => format!("{} > {}", hop.from, hop.to),
            HopStep::Crossing { verdict, .. } => format!("{} ={}=> {}", hop.from, verdict.code(), hop.to),
        });
        hops.collect::<Vec<_>>().join("; ")
    });
    vec![
        ("verdict", vec![verdict(&d.verdict)]),
        ("reasons", reasons.collect()),
        ("duties", d.duties.iter().map(duty).collect()),
        ("deadlines", limits.collect()),
        ("grounds", grounds),
        ("use-conditions", clauses.collect()),
        ("routes", routes.collect()),
        ("questions", d.missing.iter().map(|q| q.fact.to_string()).collect()),
        ("confirmations", d.confirmations.iter().map(|c| format!("{} ({})", c.instrument, c.id)).collect()),
        (
            "conflicts",
            d.conflicts
                .iter()
                .map(|c| format!("{} against {}", cite(&c.permits), cite(&c.forbids)))
                .collect(),
        ),
        ("channel", vec![d.channel.map_or("none", |c| c.code()).to_owned()]),
        ("confidence", vec![d.confidence.map_or("none", |c| c.code()).to_owned()]),
    ]
}

fn verdict(verdict: &Verdict) -> String {
    let Verdict::PermitUnder(conditions) = verdict else { return verdict.code().to_owned() };
    let named = conditions.iter().map(|condition| match condition {
        Condition::Duty(duty) => duty.code.to_string(),
        Condition::Use(clause) => clause.code.to_string(),
        Condition::Confirmed(id) => format!("confirmation {id}"),
    });
    format!("{}: {}", verdict.code(), named.collect::<Vec<_>>().join(", "))
}

fn duty(duty: &Duty) -> String {
    format!("{}{} ({})", duty.code, params(&duty.params), basis(&duty.basis))
}

fn params<V: std::fmt::Display>(params: &std::collections::BTreeMap<V, V>) -> String {
    params.iter().map(|(key, value)| format!(" {key}={value}")).collect()
}

fn basis(basis: &Basis) -> String {
    match basis {
        Basis::Provision(citation) => cite(citation),
        Basis::Confirmation(id) => format!("confirmation {id}"),
    }
}

fn cite(citation: &Citation) -> String {
    format!("{}, {} ({})", citation.instrument, citation.article, citation.rule)
}

/// Rules on this form between these states that we learnt or unlearnt since.
fn knowledge(law: &Framework, bodies: &Directory, kept: &Decision, today: Date) -> Vec<Cause> {
    let since = kept.dates.knowledge;
    let newly = |day: Option<Date>| day.filter(|day| since < *day && *day <= today);
    let mut causes = Vec::new();
    for entry in concerned(law, bodies, kept) {
        let rule = entry.citation.clone();
        causes.extend(newly(entry.rule.recorded).map(|on| Cause::Recorded { rule: rule.clone(), on }));
        causes.extend(newly(entry.rule.withdrawn).map(|on| Cause::Withdrawn { rule, on }));
    }
    causes
}

/// What was rewritten between the edition of the decision and the one loaded now, as far as it concerns the act.
fn edition(law: &Framework, own: Option<&Framework>, kept: &Decision) -> Vec<Cause> {
    let Some(own) = own else { return Vec::new() };
    let on_form = |entry: &&Entry| entry.rule.forms.is_empty() || entry.rule.forms.contains(&kept.act.form);
    let mut causes = Vec::new();
    for old in own.all_entries().filter(on_form) {
        let rule = || old.citation.clone();
        match law.all_entries().find(|new| new.rule.id == old.rule.id) {
            None => causes.push(Cause::Removed { rule: rule() }),
            // The readings have no equality of their own; their full text does.
            Some(new) if format!("{:?}", new.rule) != format!("{:?}", old.rule) => {
                causes.push(Cause::Rewritten { rule: rule() });
            }
            Some(_) => {}
        }
    }
    let added = law.all_entries().filter(on_form);
    let added = added.filter(|new| {
        new.rule.recorded.is_none_or(|day| day <= kept.dates.knowledge)
            && !own.all_entries().any(|old| old.rule.id == new.rule.id)
    });
    causes.extend(added.map(|new| Cause::Added { rule: new.citation.clone() }));
    for old in own.instruments() {
        let frame = |law: &Framework| {
            law.instrument(&old.id).map(|i| {
                let territories: Vec<_> = i.territories.iter().map(|t| law.territory(t)).collect();
                let head = (&i.parties, &i.relations, &i.usable_from, i.force, i.draft);
                format!("{head:?}{territories:?}")
            })
        };
        if frame(own) != frame(law) {
            causes.push(Cause::InstrumentChanged { instrument: old.id.clone() });
        }
    }
    causes
}

fn concerned<'l>(
    law: &'l Framework,
    bodies: &Directory,
    kept: &'l Decision,
) -> impl Iterator<Item = &'l Entry> {
    let pair = bodies.get(&kept.act.from).zip(bodies.get(&kept.act.to));
    let pair = pair.and_then(|(from, to)| law.pair(from.state, to.state));
    pair.into_iter().flat_map(|pair| law.rules_for(pair, &kept.act.form)).map(|(entry, _)| entry)
}

impl Difference {
    /// In one line.
    pub fn plain(&self) -> String {
        match (&self.then, &self.now) {
            (Some(then), Some(now)) => format!("{}: {then}, now {now}", self.part),
            (Some(then), None) => format!("{}: no longer {then}", self.part),
            (None, Some(now)) => format!("{}: now also {now}", self.part),
            (None, None) => format!("{}: the texts differ", self.part),
        }
    }
}

impl Cause {
    /// In one line.
    pub fn plain(&self) -> String {
        match self {
            Self::Recorded { rule, on } => format!("{} was recorded on {on}", cite(rule)),
            Self::Withdrawn { rule, on } => format!("{} was withdrawn on {on}", cite(rule)),
            Self::Added { rule } => format!("{} was added without the day it was recorded", cite(rule)),
            Self::Removed { rule } => format!("{} was removed instead of being withdrawn", cite(rule)),
            Self::Rewritten { rule } => {
                format!("{} was rewritten instead of being withdrawn and recorded anew", cite(rule))
            }
            Self::InstrumentChanged { instrument } => {
                format!("parties, days, relations or territories of {instrument} were rewritten")
            }
            Self::EditionNotKept => "the edition of the law of that day was not kept".to_owned(),
            Self::Program => {
                "law, register and confirmations are the same; this version of the program decides differently"
                    .to_owned()
            }
        }
    }
}
