//! The general rules by which gaps are found. Each is a small function over what binds two states on a day.
//!
//! Never: knows an instrument or a state by name, or a list of expected answers.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;
use serde::Serialize;

use crate::checklist::{Feature, FindingKind};
use crate::framework::{Entry, Framework};
use crate::law::{Reading, RelationKind, Rule, RuleEffect, Who};
use crate::survey::{Coverage, View};
use crate::{Confidence, Force, FormId, InstrumentId, Level, State};

/// A gap, before it is documented.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Gap {
    pub kind: FindingKind,
    pub forms: Vec<FormId>,
    /// The level of bodies that lacks something.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// The state whose bodies lack it; absent when it is so in both directions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub acting: Option<State>,
    /// The instruments it is about, where it is about instruments.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub instruments: Vec<InstrumentId>,
    /// The event of the framework it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<Arc<str>>,
    /// How many acts were recorded, where it is about practice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub acts: Option<u64>,
}

/// Acts recorded or reported at a level, whatever the law says about them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Practice {
    pub form: FormId,
    pub acting: State,
    pub level: Level,
    pub count: u64,
}

/// From the top down; a unit counts where districts are meant.
const LEVELS: [Level; 3] = [Level::Central, Level::Regional, Level::District];

/// All gaps between two states on a day.
pub(crate) fn all(law: &Framework, pair: [State; 2], day: Date, practice: &[Practice]) -> Vec<Gap> {
    let view = View::of_pair(law, pair, day);
    let mut gaps = silent_forms(law, &view);
    gaps.extend(practice_without_basis(&view, practice));
    gaps.extend(parties_left(law, pair, day));
    if view.bound.is_empty() {
        return gaps;
    }
    let governed = view.governed();
    gaps.extend(declaratory_only(&view, &governed));
    gaps.extend(level_gaps(law, &view, pair));
    gaps.extend(head_powers(&view, &governed));
    gaps.extend(lacking(&view, FindingKind::NoNamedOfficials, Feature::NamedOfficials, &governed));
    gaps.extend(translators(&view, &governed));
    let visits = forms_with(law, Feature::SimplifiedVisit);
    gaps.extend(lacking(&view, FindingKind::NoSimplifiedVisit, Feature::SimplifiedVisit, &visits));
    gaps.extend(not_updated(law, &view, pair, day));
    gaps.extend(conflicts(law, &view));
    gaps.extend(references(law, &view, pair, day));
    gaps.extend(not_verified(law, &view));
    gaps
}

fn gap(kind: FindingKind, forms: Vec<FormId>) -> Gap {
    Gap { kind, forms, level: None, acting: None, instruments: Vec::new(), event: None, acts: None }
}

/// A gap of forms, if there are any.
fn over(kind: FindingKind, forms: Vec<FormId>) -> Option<Gap> {
    (!forms.is_empty()).then(|| gap(kind, forms))
}

/// No provision in force between the two names the form.
fn silent_forms(law: &Framework, view: &View<'_>) -> Vec<Gap> {
    let forms = law.vocabulary().forms.keys();
    let silent = forms.filter(|f| view.coverage(f, None) == Coverage::Silent).cloned().collect();
    over(FindingKind::SilentForm, silent).into_iter().collect()
}

/// Something is said about the form, and nowhere how it is done: no time limit, duty, condition or joint plan.
fn declaratory_only(view: &View<'_>, governed: &[FormId]) -> Vec<Gap> {
    let says = |form: &&FormId| {
        view.coverage(form, None) == Coverage::Declaratory
            || view
                .rules(form)
                .iter()
                .any(|r| matches!(r.entry.rule.effect, RuleEffect::Permits | RuleEffect::Declares))
    };
    let forms = governed.iter().filter(says).filter(|f| !view.has_procedure(f)).cloned().collect();
    over(FindingKind::DeclaratoryOnly, forms).into_iter().collect()
}

/// A level above is empowered for the form, this one is not. Rights can be directed, so each side is looked at.
fn level_gaps(law: &Framework, view: &View<'_>, pair: [State; 2]) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for (index, level) in LEVELS.iter().enumerate().skip(1) {
        let lacks = |form: &FormId, acting: State| {
            LEVELS[..index].iter().any(|above| view.empowers(form, *above, acting))
                && !view.empowers(form, *level, acting)
        };
        let of = |state: State| -> BTreeSet<FormId> {
            law.vocabulary().forms.keys().filter(|f| lacks(f, state)).cloned().collect()
        };
        let (one, other) = (of(pair[0]), of(pair[1]));
        let sides = [
            (None, one.intersection(&other).cloned().collect::<Vec<_>>()),
            (Some(pair[0]), one.difference(&other).cloned().collect()),
            (Some(pair[1]), other.difference(&one).cloned().collect()),
        ];
        for (acting, forms) in sides {
            let found = over(FindingKind::LevelGap, forms);
            gaps.extend(found.map(|g| Gap { level: Some(*level), acting, ..g }));
        }
    }
    gaps
}

/// Acts happen at a level to which no rule gives the form.
fn practice_without_basis(view: &View<'_>, practice: &[Practice]) -> Vec<Gap> {
    let unfounded = practice.iter().filter(|p| p.count > 0 && !view.empowers(&p.form, p.level, p.acting));
    let mut gaps: Vec<Gap> = unfounded
        .map(|p| Gap {
            level: Some(p.level),
            acting: Some(p.acting),
            acts: Some(p.count),
            ..gap(FindingKind::PracticeWithoutBasis, vec![p.form.clone()])
        })
        .collect();
    gaps.sort();
    gaps.dedup();
    gaps
}

/// Bodies may act, and nowhere stands what their heads may do: no power of heads, no approval by a post.
fn head_powers(view: &View<'_>, governed: &[FormId]) -> Option<Gap> {
    let settled = |form: &FormId| {
        !view.marked(Feature::PowersOfHeads, form).is_empty()
            || view.duties(form, "approval").iter().any(|(_, duty)| duty.params.contains_key("post"))
    };
    over(FindingKind::HeadPowersUnspecified, governed.iter().filter(|f| !settled(f)).cloned().collect())
}

/// No provision in force has the feature for the form.
fn lacking(view: &View<'_>, kind: FindingKind, feature: Feature, forms: &[FormId]) -> Option<Gap> {
    over(kind, forms.iter().filter(|f| view.marked(feature, f).is_empty()).cloned().collect())
}

/// The two work in more than one language, and nobody is there to translate.
fn translators(view: &View<'_>, governed: &[FormId]) -> Option<Gap> {
    let languages: BTreeSet<&Arc<str>> = view.bound.iter().flat_map(|b| &b.instrument.languages).collect();
    let crosses = |form: &&FormId| languages.len() > 1 || !view.duties(form, "language").is_empty();
    let forms: Vec<FormId> = governed.iter().filter(crosses).cloned().collect();
    lacking(view, FindingKind::LanguageWithoutTranslator, Feature::Translators, &forms)
}

/// The forms for which any instrument of the pack has the feature: that is what it is about.
fn forms_with(law: &Framework, feature: Feature) -> Vec<FormId> {
    let marks = law.checklist().features.get(&feature).map(|f| f.found_in.as_slice()).unwrap_or_default();
    let forms = marks.iter().flat_map(|mark| {
        if !mark.forms.is_empty() {
            return mark.forms.clone();
        }
        let articles = law.instrument(&mark.instrument).into_iter().flat_map(|i| &i.articles);
        articles.filter(|a| a.cite == mark.article).flat_map(|a| a.forms.clone()).collect()
    });
    forms.collect::<BTreeSet<_>>().into_iter().collect()
}

/// An event concerns both, and an older instrument was neither replaced nor changed by a newer one since.
fn not_updated(law: &Framework, view: &View<'_>, pair: [State; 2], day: Date) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for event in &law.checklist().events {
        let Some(since) = event.between(pair[0], pair[1]).filter(|since| *since <= day) else { continue };
        let touched = |id: &InstrumentId| {
            let newer = view.bound.iter().filter(|b| b.from.is_some_and(|from| from >= since));
            newer.flat_map(|b| &b.instrument.relations).any(|r| {
                r.instrument == *id && matches!(r.kind, RelationKind::Amends | RelationKind::Supersedes)
            })
        };
        let older = view.bound.iter().filter(|b| b.from.is_some_and(|from| from < since));
        for bound in older.filter(|b| !touched(&b.instrument.id)) {
            gaps.push(Gap {
                instruments: vec![bound.instrument.id.clone()],
                event: Some(event.id.clone()),
                ..gap(FindingKind::NotUpdatedSinceEvent, forms_of(law, &bound.instrument.id))
            });
        }
    }
    gaps
}

/// One rule permits what another forbids, and neither yields.
fn conflicts(law: &Framework, view: &View<'_>) -> Vec<Gap> {
    let mut gaps: Vec<Gap> = Vec::new();
    for form in law.vocabulary().forms.keys() {
        let rules = view.rules(form);
        let of = |effect: RuleEffect| rules.iter().map(|r| r.entry).filter(move |e| e.rule.effect == effect);
        for forbids in of(RuleEffect::Forbids) {
            for permits in of(RuleEffect::Permits).filter(|permits| collide(permits, forbids)) {
                let mut instruments = vec![permits.instrument.id.clone(), forbids.instrument.id.clone()];
                instruments.dedup();
                let found = Gap { instruments, ..gap(FindingKind::Conflict, vec![form.clone()]) };
                match gaps.iter_mut().find(|g| g.instruments == found.instruments) {
                    Some(known) if known.forms.contains(form) => {}
                    Some(known) => known.forms.push(form.clone()),
                    None => gaps.push(found),
                }
            }
        }
    }
    gaps
}

/// Both can mean the same act. A prohibition on a condition is a limit, not a conflict.
fn collide(permits: &Entry, forbids: &Entry) -> bool {
    let (one, other): (&Rule, &Rule) = (&permits.rule, &forbids.rule);
    let meet = |a: &Who, b: &Who| {
        common(&a.states, &b.states)
            && common(&a.levels, &b.levels)
            && common(&a.kinds, &b.kinds)
            && common(&a.regions, &b.regions)
    };
    other.when.is_none()
        && !other.yields_to.contains(&one.id)
        && meet(&one.from, &other.from)
        && meet(&one.to, &other.to)
        && common(&one.channels, &other.channels)
        && (one.territory.is_none() || other.territory.is_none() || one.territory == other.territory)
}

fn common<T: PartialEq>(a: &[T], b: &[T]) -> bool {
    a.is_empty() || b.is_empty() || a.iter().any(|x| b.contains(x))
}

/// An instrument leans on another that is no longer law, or not law at all, between these two. An amendment stands and falls
/// with what it amends, so it is not looked at.
fn references(law: &Framework, view: &View<'_>, pair: [State; 2], day: Date) -> Vec<Gap> {
    let ties = law.pair(pair[0], pair[1]).map(|p| p.ties.as_slice()).unwrap_or_default();
    let state_of = |target: &InstrumentId| -> Option<FindingKind> {
        let binding = law.instrument(target).is_some_and(|i| i.force == Force::Binding && !i.draft);
        let Some(tie) = ties.iter().find(|t| t.instrument.id == *target) else {
            return binding.then_some(FindingKind::DanglingReference);
        };
        let displaced = tie.displaced.as_ref().is_some_and(|(on, _)| *on <= day);
        let ended = tie.until.is_some_and(|end| end <= day);
        let not_yet = tie.from.is_some_and(|from| day < from);
        match (displaced, binding && (ended || not_yet)) {
            (true, _) => Some(FindingKind::DisplacedReference),
            (false, true) => Some(FindingKind::DanglingReference),
            (false, false) => None,
        }
    };
    let mut gaps = Vec::new();
    for bound in &view.bound {
        let leans = bound
            .instrument
            .relations
            .iter()
            .filter(|r| matches!(r.kind, RelationKind::BasedOn | RelationKind::Implements));
        for relation in leans {
            if let Some(kind) = state_of(&relation.instrument) {
                let instruments = vec![bound.instrument.id.clone(), relation.instrument.clone()];
                gaps.push(Gap { instruments, ..gap(kind, forms_of(law, &bound.instrument.id)) });
            }
        }
    }
    gaps
}

/// One of the two is no longer a party, and no other instrument had taken its place before.
fn parties_left(law: &Framework, pair: [State; 2], day: Date) -> Vec<Gap> {
    let ties = law.pair(pair[0], pair[1]).map(|p| p.ties.as_slice()).unwrap_or_default();
    let left = ties.iter().filter(|tie| {
        let replaced = |end: Date| tie.displaced.as_ref().is_some_and(|(on, _)| *on <= end);
        tie.is_basis() && tie.until.is_some_and(|end| end <= day && !replaced(end))
    });
    left.map(|tie| Gap {
        instruments: vec![tie.instrument.id.clone()],
        ..gap(FindingKind::PartyLeft, forms_of(law, &tie.instrument.id))
    })
    .collect()
}

/// Articles or rules in force that nobody here has read in full.
fn not_verified(law: &Framework, view: &View<'_>) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for bound in &view.bound {
        let id = &bound.instrument.id;
        let weak_rule = |form: &FormId| {
            let of = view.rules(form).into_iter().filter(|r| r.entry.instrument.id == *id);
            of.into_iter().any(|r| r.confidence < Confidence::VerifiedText)
        };
        let unread = bound.instrument.articles.iter().filter(|a| a.text == Reading::NotRead);
        let named: BTreeSet<&FormId> = unread.clone().flat_map(|a| &a.forms).collect();
        let forms: Vec<FormId> =
            law.vocabulary().forms.keys().filter(|f| named.contains(f) || weak_rule(f)).cloned().collect();
        if !forms.is_empty() || unread.count() > 0 {
            gaps.push(Gap { instruments: vec![id.clone()], ..gap(FindingKind::NotVerified, forms) });
        }
    }
    gaps
}

/// The forms an instrument speaks of by name; where it names none, every form it has a rule on.
fn forms_of(law: &Framework, id: &InstrumentId) -> Vec<FormId> {
    let articles = law.instrument(id).map(|i| i.articles.as_slice()).unwrap_or_default();
    let mut forms: BTreeSet<FormId> = articles.iter().flat_map(|a| a.forms.iter().cloned()).collect();
    forms.extend(articles.iter().flat_map(|a| &a.rules).flat_map(|r| r.forms.iter().cloned()));
    forms.into_iter().collect()
}
