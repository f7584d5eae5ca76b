//! Second half of a decision: weigh the sorted rules into a verdict.
//!
//! Never: turns an unknown into a yes; a provision that nobody read carries nothing without a legal adviser.

use crate::framework::Framework;
use crate::law::{DutyClause, RuleEffect};
use crate::look::{Hit, Looked, Matter};
use crate::when::Answered;
use crate::{
    Basis, BodyId, Condition, Confidence, Confirmation, Conflict, Duty, FactKey, Misfit, Mismatch, Referral,
    Refusal, UseCondition, Verdict,
};

/// The verdict with what it rests on.
#[derive(Debug)]
pub(crate) struct Judged<'l> {
    pub(crate) verdict: Verdict,
    /// The permissions relied on.
    pub(crate) basis: Vec<Hit<'l>>,
    /// The rules of the same instruments that come with them.
    pub(crate) required: Vec<Hit<'l>>,
    pub(crate) yields: Vec<Hit<'l>>,
    pub(crate) confirmations: Vec<&'l Confirmation>,
    pub(crate) confidence: Option<Confidence>,
    pub(crate) missing: Vec<(&'l FactKey, Hit<'l>)>,
    pub(crate) conflicts: Vec<Conflict>,
}

/// Whose confirmations count.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Advice<'a> {
    pub(crate) body: &'a BodyId,
    pub(crate) given: &'a [Confirmation],
}

pub(crate) fn judge<'l>(
    law: &Framework,
    matter: &Matter<'_>,
    looked: &Looked<'l>,
    advice: Advice<'l>,
) -> Judged<'l> {
    let mut judged = Judged {
        verdict: Verdict::Refer(vec![Referral::NoBasis]),
        basis: Vec::new(),
        required: Vec::new(),
        yields: Vec::new(),
        confirmations: Vec::new(),
        confidence: None,
        missing: Vec::new(),
        conflicts: Vec::new(),
    };
    let covering = |hit: &Hit<'_>| advice.given.iter().find(|c| covers(c, hit, matter, advice.body));

    // An instrument in force since a day that is not known here carries nothing, unless the legal adviser of the body
    // that relies on it has confirmed its use.
    let answered = |hit: &Hit<'_>| {
        let when = hit.entry.rule.when.as_ref();
        when.is_none_or(|w| matches!(w.ask(matter.facts, &mut Vec::new()), Answered::Yes))
    };
    let dateless = looked.unread.iter().filter(|h| h.entry.rule.effect == RuleEffect::Permits);
    let adopted = dateless.filter(|h| covering(h).is_some() && answered(h));
    let permits: Vec<Hit<'l>> = looked.permits.iter().chain(adopted).copied().collect();

    // A prohibition yields only to a rule its own article names, and only if that rule is certain to apply.
    let yields = |hit: &&Hit<'l>| permits.iter().any(|p| hit.entry.rule.yields_to.contains(&p.entry.rule.id));
    judged.yields = looked.forbids.iter().filter(yields).copied().collect();
    let standing: Vec<Hit<'l>> = looked.forbids.iter().filter(|h| !yields(h)).copied().collect();
    if !standing.is_empty() {
        let exception_open = standing
            .iter()
            .all(|h| looked.open.iter().any(|o| h.entry.rule.yields_to.contains(&o.entry.rule.id)));
        if exception_open {
            return refer_missing(judged, &looked.missing);
        }
        judged.conflicts = standing
            .iter()
            .flat_map(|f| permits.iter().map(move |p| (f, p)))
            .map(|(f, p)| Conflict { permits: p.entry.citation.clone(), forbids: f.entry.citation.clone() })
            .collect();
        judged.confidence = standing.iter().map(|h| h.confidence).min();
        judged.verdict = Verdict::Refuse(Refusal::Prohibited {
            by: standing.iter().map(|h| h.entry.citation.clone()).collect(),
        });
        return judged;
    }

    if permits.is_empty() {
        return without_permission(judged, looked);
    }
    // Rely on the permissions we know best; one that is covered by a confirmation counts as known.
    let rank = |hit: &Hit<'l>| (known(hit.confidence) || covering(hit).is_some(), hit.confidence);
    let best = permits.iter().map(rank).max();
    judged.basis = permits.iter().filter(|h| Some(rank(h)) == best).copied().collect();

    // A prohibition that cannot be ruled out yet must be asked about, unless it would yield anyway.
    let in_doubt = looked.forbids_open.iter().filter(|h| !yields(h));
    judged.missing =
        in_doubt.flat_map(|f| looked.missing.iter().filter(|(_, hit)| hit.is(f))).copied().collect();
    for hit in looked.requires.iter().filter(|h| judged.basis.iter().any(|b| b.same_instrument(h))) {
        let mut missing = Vec::new();
        match hit.entry.rule.when.as_ref().map_or(Answered::Yes, |w| w.ask(matter.facts, &mut missing)) {
            Answered::Yes => judged.required.push(*hit),
            Answered::No => {}
            Answered::Missing => judged.missing.extend(missing.into_iter().map(|key| (key, *hit))),
        }
    }

    let used = || judged.basis.iter().chain(&judged.required).chain(&judged.yields);
    judged.confidence = used().map(|h| h.confidence).min();
    let mut unverified: Vec<&Hit<'l>> = Vec::new();
    let mut confirmations: Vec<&'l Confirmation> = Vec::new();
    for hit in used().filter(|h| !known(h.confidence) || h.tie.from.is_none()) {
        match covering(hit) {
            Some(one) if !confirmations.iter().any(|c| c.id == one.id) => confirmations.push(one),
            Some(_) => {}
            None => unverified.push(hit),
        }
    }
    let mut referrals = Vec::new();
    if !judged.missing.is_empty() {
        referrals.push(missing_fact(&judged.missing));
    }
    if let Some(weakest) = unverified.iter().map(|h| h.confidence).min() {
        let provisions = unverified.iter().map(|h| h.entry.citation.clone()).collect();
        referrals.push(Referral::Unverified { provisions, weakest });
    }
    judged.confirmations = confirmations;
    judged.verdict = if referrals.is_empty() { permit(law, &judged) } else { Verdict::Refer(referrals) };
    judged
}

/// No permission applies: say why, from the most useful reason to the least.
fn without_permission<'l>(mut judged: Judged<'l>, looked: &Looked<'l>) -> Judged<'l> {
    let citations = |hits: &[Hit<'l>]| hits.iter().map(|h| h.entry.citation.clone()).collect::<Vec<_>>();
    if !looked.open.is_empty() {
        return refer_missing(judged, &looked.missing);
    }
    judged.verdict = if !looked.unread.is_empty() {
        Verdict::Refer(vec![Referral::TextNotRead { provisions: citations(&looked.unread) }])
    } else if !looked.misfits.is_empty() {
        let unmet = looked.unmet.iter().map(|h| (*h, vec![Mismatch::Condition]));
        let rules: Vec<Misfit> = looked
            .misfits
            .iter()
            .cloned()
            .chain(unmet)
            .map(|(hit, differs_in)| Misfit {
                citation: hit.entry.citation.clone(),
                differs_in,
                from_levels: hit.entry.rule.from.levels.clone(),
                to_levels: hit.entry.rule.to.levels.clone(),
            })
            .collect();
        judged.confidence = looked
            .misfits
            .iter()
            .map(|(h, _)| h.confidence)
            .chain(looked.unmet.iter().map(|h| h.confidence))
            .min();
        Verdict::Refuse(Refusal::OutsideCompetence { rules })
    } else if !looked.unread_elsewhere.is_empty() {
        Verdict::Refer(vec![Referral::TextNotRead { provisions: citations(&looked.unread_elsewhere) }])
    } else {
        Verdict::Refer(vec![Referral::NoBasis])
    };
    judged
}

fn refer_missing<'l>(mut judged: Judged<'l>, missing: &[(&'l FactKey, Hit<'l>)]) -> Judged<'l> {
    judged.missing = missing.to_vec();
    judged.verdict = Verdict::Refer(vec![missing_fact(missing)]);
    judged
}

fn missing_fact(missing: &[(&FactKey, Hit<'_>)]) -> Referral {
    let mut facts: Vec<FactKey> = Vec::new();
    for (key, _) in missing {
        if !facts.contains(key) {
            facts.push((*key).clone());
        }
    }
    Referral::MissingFact { facts }
}

fn permit(law: &Framework, judged: &Judged<'_>) -> Verdict {
    let mut conditions = Vec::new();
    for hit in judged.basis.iter().chain(&judged.required) {
        let rule = &hit.entry.rule;
        let binding =
            |d: &&DutyClause| law.vocabulary().duties.get(&d.code).is_some_and(|word| word.condition);
        conditions.extend(rule.duties.iter().filter(binding).map(|d| Condition::Duty(duty(d, hit))));
        conditions.extend(rule.use_conditions.iter().map(|d| Condition::Use(use_condition(d, hit))));
    }
    for confirmation in &judged.confirmations {
        conditions.extend(confirmed_duties(confirmation).map(Condition::Duty));
        conditions.push(Condition::Confirmed(confirmation.id.clone()));
    }
    if conditions.is_empty() { Verdict::Permit } else { Verdict::PermitUnder(conditions) }
}

pub(crate) fn duty(clause: &DutyClause, hit: &Hit<'_>) -> Duty {
    Duty {
        code: clause.code.clone(),
        params: clause.params.clone(),
        basis: Basis::Provision(hit.entry.citation.clone()),
    }
}

pub(crate) fn use_condition(clause: &DutyClause, hit: &Hit<'_>) -> UseCondition {
    UseCondition {
        code: clause.code.clone(),
        params: clause.params.clone(),
        basis: Basis::Provision(hit.entry.citation.clone()),
    }
}

/// What the legal adviser asked for when confirming the use.
pub(crate) fn confirmed_duties(confirmation: &Confirmation) -> impl Iterator<Item = Duty> + '_ {
    confirmation.conditions.iter().map(|c| Duty {
        code: c.code.clone(),
        params: c.params.clone(),
        basis: Basis::Confirmation(confirmation.id.clone()),
    })
}

/// A plain verdict may rest only on text that was read.
fn known(confidence: Confidence) -> bool {
    confidence >= Confidence::VerifiedText
}

/// One confirmation covers every provision used from its instrument, unless it names a rule.
fn covers(confirmation: &Confirmation, hit: &Hit<'_>, matter: &Matter<'_>, body: &BodyId) -> bool {
    confirmation.body == *body
        && confirmation.instrument == hit.entry.instrument.id
        && confirmation.rule.as_ref().is_none_or(|rule| *rule == hit.entry.rule.id)
        && confirmation.live_on(matter.dates.act)
}
