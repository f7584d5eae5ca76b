//! The law tried on situations: an act, a day, the answer. Run by `law check` and by the tests alike.
//!
//! Never: decides differently from `decide`; it only compares.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::framework::Framework;
use crate::law::RuleEffect;
use crate::mistake::{File, Mistake, Mistakes, Span};
use crate::read::fields::Notes;
use crate::read::pack::{self, FileKind, kind_of};
use crate::read::situation::{self, Case, Expected};
use crate::{
    Act, Confirmation, Dates, Decision, Directory, Effect, HopStep, InstrumentId, RuleId, SourceFile, Text,
    decide,
};

/// How every situation went, and which rules none of them tried.
#[derive(Debug)]
pub struct SituationReport {
    pub tried: usize,
    /// Situations that came out differently, and files that could not be read.
    pub mistakes: Mistakes,
    pub coverage: Vec<RuleCoverage>,
}

/// What the situations tried of one rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleCoverage {
    pub rule: RuleId,
    pub instrument: InstrumentId,
    /// It did what it says.
    pub applied: bool,
    /// It was looked at and did not apply to that act.
    pub not_applied: bool,
    /// A fact was missing; true also where it has no condition and none can be.
    pub missing_fact: bool,
    /// An act on the last day before it held; true also where that day is not known.
    pub day_before: bool,
}

impl RuleCoverage {
    pub fn complete(&self) -> bool {
        self.applied && self.not_applied && self.missing_fact && self.day_before
    }
}

/// Runs every situation among the files.
pub fn run_situations(law: &Framework, files: &[SourceFile]) -> SituationReport {
    let mut mistakes = Vec::new();
    let mut seen = Seen::default();
    let mut tried = 0;
    let mut sources: Vec<&SourceFile> =
        files.iter().filter(|f| kind_of(&f.path) == FileKind::Situations).collect();
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    for source in sources {
        let file = pack::file(source);
        let mut notes = Notes::new(&file);
        let cases =
            pack::tree(&mut notes).map(|node| situation::read(&mut notes, law, &node)).unwrap_or_default();
        for case in &cases {
            for expected in &case.on {
                tried += 1;
                let decision = try_case(law, case, expected.day);
                seen.record(law, &decision, expected.day);
                mistakes.extend(compare(&file, case, expected, &decision));
            }
        }
        mistakes.append(&mut notes.list);
    }
    SituationReport { tried, mistakes: Mistakes { list: mistakes }, coverage: seen.coverage(law) }
}

/// Reads one act as situations write it, with the small register of bodies it names: for `law explain`.
pub fn read_act(law: &Framework, source: &SourceFile) -> Result<(Act, Directory), Mistakes> {
    let file = pack::file(source);
    let mut notes = Notes::new(&file);
    let mut bodies = Bodies::new();
    let act = pack::tree(&mut notes).and_then(|node| situation::act(&mut notes, law, &node, &mut bodies));
    let directory = Directory::new(bodies.into_values());
    if let Err(mistake) = &directory {
        notes.note(pack::whole(&file), mistake.code(), mistake.to_string());
    }
    match (act, directory) {
        (Some(act), Ok(directory)) if notes.list.is_empty() => Ok((act, directory)),
        _ => Err(Mistakes { list: notes.list }),
    }
}

fn try_case(law: &Framework, case: &Case, day: Date) -> Decision {
    // A situation is decided with all we know now; what was known when is tried by replay.
    let dates = Dates { facts: day, act: day, rules: day, knowledge: Date::MAX };
    let confirmations: Vec<Confirmation> = case
        .confirmed
        .iter()
        .enumerate()
        .map(|(index, (body, instrument))| Confirmation {
            id: format!("situation-{index}").into(),
            body: body.clone(),
            instrument: instrument.clone(),
            rule: None,
            post: Text { en: "Legal adviser".into(), ru: "Юрисконсульт".into(), kk: None },
            date: day,
            reason: "given by the situation".into(),
            revoked: None,
            conditions: Vec::new(),
        })
        .collect();
    decide(law, &case.bodies, &case.act, &dates, &confirmations)
}

/// Every difference between what was expected and what came out.
fn compare(file: &File, case: &Case, expected: &Expected, decision: &Decision) -> Vec<Mistake> {
    let mut mistakes = Vec::new();
    let mut differs = |at: Span, what: String, wanted: String| {
        let what = format!("'{}' on {}: {what}", case.name, expected.day);
        mistakes.push(
            Mistake::at(file, at, "situation-differs", what)
                .expected(wanted)
                .advice(format!("the law gives: {}", decision.verdict.code())),
        );
    };
    if decision.verdict.code() != &*expected.verdict {
        differs(
            expected.at,
            format!("the verdict is {}", decision.verdict.code()),
            expected.verdict.to_string(),
        );
    }
    let resting: BTreeSet<&str> = decision
        .reasons
        .iter()
        .filter(|r| r.effect == Effect::Permits)
        .map(|r| r.citation.rule.as_str())
        .collect();
    for rule in &expected.rests_on {
        if !resting.contains(rule.as_str()) {
            differs(
                expected.at,
                format!("it does not rest on {rule}"),
                format!("a basis in {rule}; found: {}", list(&resting)),
            );
        }
    }
    let duties: BTreeSet<&str> = decision.duties.iter().map(|d| &*d.code).collect();
    // Duties come with a basis, questions with a missing fact: on other days of the same situation there are none.
    for duty in case.duties.iter().filter(|_| expected.has_basis()) {
        if !duties.contains(&**duty) {
            differs(
                case.at,
                format!("the duty '{duty}' is not there"),
                format!("'{duty}'; found: {}", list(&duties)),
            );
        }
    }
    let missing: BTreeSet<&str> = decision.missing.iter().map(|q| q.fact.as_str()).collect();
    for fact in case.missing.iter().filter(|_| expected.asks()) {
        if !missing.contains(fact.as_str()) {
            differs(
                case.at,
                format!("the fact '{fact}' is not asked for"),
                format!("a question; found: {}", list(&missing)),
            );
        }
    }
    if let Some(wanted) = &case.route {
        let found = decision.routes.first().map(|route| {
            let first = route.hops.first().map(|h| h.from.as_str());
            first.into_iter().chain(route.hops.iter().map(|h| h.to.as_str())).collect::<Vec<_>>().join(" > ")
        });
        let wanted = wanted.iter().map(|b| b.as_str()).collect::<Vec<_>>().join(" > ");
        if found.as_deref().unwrap_or("none") != if wanted.is_empty() { "none" } else { &wanted } {
            differs(case.at, format!("the nearest route is {}", found.as_deref().unwrap_or("none")), wanted);
        }
    }
    mistakes
}

fn list(words: &BTreeSet<&str>) -> String {
    if words.is_empty() { "nothing".to_owned() } else { words.iter().copied().collect::<Vec<_>>().join(", ") }
}

#[derive(Default)]
struct Seen {
    applied: BTreeSet<RuleId>,
    not_applied: BTreeSet<RuleId>,
    missing: BTreeSet<RuleId>,
    day_before: BTreeSet<RuleId>,
    dated: BTreeSet<RuleId>,
}

impl Seen {
    fn record(&mut self, law: &Framework, decision: &Decision, day: Date) {
        let mut cited = BTreeSet::new();
        for reason in &decision.reasons {
            let rule = reason.citation.rule.clone();
            cited.insert(rule.clone());
            match reason.effect {
                Effect::EmpowersOthers | Effect::ConditionNotMet => self.not_applied.insert(rule),
                Effect::FactMissing => self.missing.insert(rule),
                _ => self.applied.insert(rule),
            };
        }
        for route in &decision.routes {
            for hop in &route.hops {
                if let HopStep::Crossing { rests_on, .. } = &hop.step {
                    self.applied.extend(rests_on.iter().map(|c| c.rule.clone()));
                }
            }
        }
        // Every rule of this pair and form that the decision does not cite was tried, and did not apply.
        let state = |id: &crate::BodyId| id.as_str().get(..2).and_then(|s| s.parse().ok());
        let (Some(a), Some(b)) = (state(&decision.act.from), state(&decision.act.to)) else { return };
        let Some(pair) = law.pair(a, b) else { return };
        for (entry, tie) in law.rules_for(pair, &decision.act.form) {
            let id = &entry.rule.id;
            if !cited.contains(id) {
                self.not_applied.insert(id.clone());
            }
            if let Some(first) = tie.usable().max(entry.rule.valid_from) {
                self.dated.insert(id.clone());
                if first.checked_sub(1.day()).ok() == Some(day) {
                    self.day_before.insert(id.clone());
                }
            }
        }
    }

    fn coverage(&self, law: &Framework) -> Vec<RuleCoverage> {
        law.rules()
            .map(|(citation, rule)| {
                let asks = rule.when.as_ref().is_some_and(|w| !w.facts().is_empty());
                RuleCoverage {
                    rule: rule.id.clone(),
                    instrument: citation.instrument.clone(),
                    applied: self.applied.contains(&rule.id),
                    not_applied: self.not_applied.contains(&rule.id),
                    missing_fact: rule.effect == RuleEffect::Declares
                        || !asks
                        || self.missing.contains(&rule.id),
                    day_before: !self.dated.contains(&rule.id) || self.day_before.contains(&rule.id),
                }
            })
            .collect()
    }
}

impl SituationReport {
    pub fn passed(&self) -> bool {
        self.mistakes.is_empty()
    }

    pub fn uncovered(&self) -> impl Iterator<Item = &RuleCoverage> {
        self.coverage.iter().filter(|c| !c.complete())
    }

    /// The whole report, readable without a terminal.
    pub fn plain(&self) -> String {
        let mut out = String::new();
        for mistake in &self.mistakes.list {
            let _ = writeln!(out, "{}", mistake.plain());
        }
        let _ = writeln!(out, "Situations tried: {}. Different: {}.", self.tried, self.mistakes.list.len());
        let complete = self.coverage.iter().filter(|c| c.complete()).count();
        let _ = writeln!(out, "Rules tried in full: {complete} of {}.", self.coverage.len());
        for rule in self.uncovered() {
            let lacks = [
                (rule.applied, "an act to which it applies"),
                (rule.not_applied, "an act to which it does not apply"),
                (rule.missing_fact, "an act with a missing fact"),
                (rule.day_before, "an act on the day before"),
            ];
            let lacks: Vec<&str> = lacks.iter().filter(|(there, _)| !there).map(|(_, what)| *what).collect();
            let _ = writeln!(out, "  {} ({}) lacks {}", rule.rule, rule.instrument, lacks.join(", "));
        }
        out
    }
}

/// The small register of one situation.
pub(crate) type Bodies = BTreeMap<crate::BodyId, crate::Body>;
