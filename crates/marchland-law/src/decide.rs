//! `decide`: may this body do this act towards that body, under the law of that day? With all reasons.
//!
//! Never: asks the clock, changes anything, answers yes when something is unknown.

use crate::framework::Framework;
use crate::judge::{Advice, Judged, confirmed_duties, duty, judge, use_condition};
use crate::look::{Hit, Looked, Matter, look};
use crate::routes::routes;
use crate::{
    Act, Basis, Body, Confirmation, ConfirmationUse, Dates, Deadline, Decision, Directory, Effect, FactKey,
    Ground, Question, Reason, Referral, RefusalGrounds, Side, Text, Verdict,
};

/// Same framework, act, register and dates: same decision, today and in ten years. Confirmations of the acting body count.
pub fn decide(
    law: &Framework,
    bodies: &Directory,
    act: &Act,
    dates: &Dates,
    confirmations: &[Confirmation],
) -> Decision {
    decide_as(law, bodies, act, dates, confirmations, Side::Acting)
}

/// As `decide`, seen from either side: the receiving body relies on its own legal adviser, not on the sender's.
pub fn decide_as(
    law: &Framework,
    bodies: &Directory,
    act: &Act,
    dates: &Dates,
    confirmations: &[Confirmation],
    side: Side,
) -> Decision {
    let (Some(from), Some(to)) = (bodies.get(&act.from), bodies.get(&act.to)) else {
        return unknown_bodies(law, bodies, act, *dates, side);
    };
    if !law.vocabulary().forms.contains_key(&act.form) {
        return asking(law, act, *dates, side, &[("form", ASK_FORM)]);
    }
    let matter = Matter { form: &act.form, from, to, channel: act.channel, facts: &act.facts, dates: *dates };
    let looked = look(law, &matter);
    let advice = Advice { body: relying_body(side, from, to), given: confirmations };
    let judged = judge(law, &matter, &looked, advice);
    let mut decision = blank(law, act, *dates, side, judged.verdict.clone());
    decision.reasons = reasons(&looked, &judged);
    let used = || judged.basis.iter().chain(&judged.required);
    for hit in used() {
        let rule = &hit.entry.rule;
        decision.duties.extend(rule.duties.iter().map(|d| duty(d, hit)));
        decision.use_conditions.extend(rule.use_conditions.iter().map(|d| use_condition(d, hit)));
        decision.deadlines.extend(
            rule.deadlines
                .iter()
                .map(|limit| Deadline { limit: limit.clone(), basis: hit.entry.citation.clone() }),
        );
    }
    decision.duties.extend(judged.confirmations.iter().flat_map(|c| confirmed_duties(c)));
    decision.refusal_grounds = grounds(&judged);
    decision.channel =
        act.channel.or_else(|| used().flat_map(|h| h.entry.rule.channels.first()).next().copied());
    decision.confidence = judged.confidence;
    decision.missing = questions(law, &judged);
    decision.confirmations = judged
        .confirmations
        .iter()
        .map(|c| ConfirmationUse {
            id: c.id.clone(),
            instrument: c.instrument.clone(),
            post: c.post.clone(),
            date: c.date,
            reason: c.reason.clone(),
        })
        .collect();
    decision.conflicts = judged.conflicts;
    if !decision.verdict.permits() {
        decision.routes = routes(law, bodies, &matter, side, confirmations, &decision.verdict);
    }
    decision
}

pub(crate) fn relying_body<'b>(side: Side, from: &'b Body, to: &'b Body) -> &'b crate::BodyId {
    match side {
        Side::Acting => &from.id,
        Side::Receiving => &to.id,
    }
}

fn blank(law: &Framework, act: &Act, dates: Dates, side: Side, verdict: Verdict) -> Decision {
    Decision {
        framework: law.id().clone(),
        act: act.clone(),
        dates,
        side,
        verdict,
        reasons: Vec::new(),
        duties: Vec::new(),
        deadlines: Vec::new(),
        refusal_grounds: RefusalGrounds::NoInstrument,
        use_conditions: Vec::new(),
        routes: Vec::new(),
        conflicts: Vec::new(),
        missing: Vec::new(),
        channel: None,
        confidence: None,
        confirmations: Vec::new(),
    }
}

fn reasons(looked: &Looked<'_>, judged: &Judged<'_>) -> Vec<Reason> {
    let standing = looked.forbids.iter().filter(|h| !judged.yields.iter().any(|y| y.is(h)));
    let misfits = looked.misfits.iter().map(|(h, _)| h);
    // What would have permitted others explains a no; beside a yes it would only distract.
    let explains_no = judged.basis.is_empty();
    let when_no = |effect: Effect| move |h| explains_no.then_some((h, effect));
    standing
        .map(|h| (h, Effect::Forbids))
        .chain(judged.basis.iter().map(|h| (h, Effect::Permits)))
        .chain(judged.required.iter().map(|h| (h, Effect::Requires)))
        .chain(judged.yields.iter().map(|h| (h, Effect::Yields)))
        .chain(misfits.filter_map(when_no(Effect::EmpowersOthers)))
        .chain(looked.unmet.iter().filter_map(when_no(Effect::ConditionNotMet)))
        .chain(looked.unread.iter().filter_map(when_no(Effect::NotRead)))
        .chain(looked.unread_elsewhere.iter().filter_map(when_no(Effect::NotRead)))
        .chain(facts_missing(judged).map(|h| (h, Effect::FactMissing)))
        .chain(looked.declares.iter().map(|h| (h, Effect::Declares)))
        .chain(looked.context.iter().map(|h| (h, Effect::Context)))
        .map(|(hit, effect)| reason(hit, effect))
        .collect()
}

/// Each rule that lacks a fact, once.
fn facts_missing<'j, 'l>(judged: &'j Judged<'l>) -> impl Iterator<Item = &'j Hit<'l>> {
    let all = &judged.missing;
    all.iter()
        .enumerate()
        .filter(|(i, (_, hit))| !all[..*i].iter().any(|(_, other)| other.is(hit)))
        .map(|(_, (_, hit))| hit)
}

fn reason(hit: &Hit<'_>, effect: Effect) -> Reason {
    Reason {
        citation: hit.entry.citation.clone(),
        title: hit.entry.instrument.short.clone(),
        force: hit.entry.instrument.force,
        says: hit.entry.rule.says.clone(),
        confidence: hit.confidence,
        in_force_from: hit.tie.from.max(hit.entry.rule.valid_from),
        in_force_until: [hit.tie.end(), hit.entry.rule.valid_until].into_iter().flatten().min(),
        effect,
    }
}

fn grounds(judged: &Judged<'_>) -> RefusalGrounds {
    if judged.basis.is_empty() {
        return RefusalGrounds::NoInstrument;
    }
    let mut listed: Vec<Ground> = Vec::new();
    let mut not_read = Vec::new();
    for (index, basis) in judged.basis.iter().enumerate() {
        if judged.basis[..index].iter().any(|other| other.same_instrument(basis)) {
            continue;
        }
        let mut read = false;
        for hit in judged.basis.iter().chain(&judged.required).filter(|h| h.same_instrument(basis)) {
            for code in hit.entry.rule.grounds.iter().inspect(|_| read = true).flatten() {
                if !listed.iter().any(|g| g.code == *code) {
                    listed.push(Ground {
                        code: code.clone(),
                        basis: Basis::Provision(hit.entry.citation.clone()),
                    });
                }
            }
        }
        if !read {
            not_read.push(basis.entry.instrument.id.clone());
        }
    }
    if not_read.is_empty() { RefusalGrounds::Listed(listed) } else { RefusalGrounds::NotRead(not_read) }
}

fn questions(law: &Framework, judged: &Judged<'_>) -> Vec<Question> {
    let mut questions: Vec<Question> = Vec::new();
    for (key, hit) in &judged.missing {
        let citation = hit.entry.citation.clone();
        match questions.iter_mut().find(|q| q.fact == **key) {
            Some(question) if question.asked_by.contains(&citation) => {}
            Some(question) => question.asked_by.push(citation),
            None => {
                // The loader accepts only facts of the vocabulary, so the question is there.
                if let Some(fact) = law.vocabulary().facts.get(*key) {
                    questions.push(Question {
                        fact: (*key).clone(),
                        ask: fact.ask.clone(),
                        asked_by: vec![citation],
                    });
                }
            }
        }
    }
    questions
}

type Ask = [&'static str; 3];
const ASK_FROM: Ask = [
    "Which body acts? It is not in the register.",
    "Какой орган действует? Его нет в реестре.",
    "Қай орган әрекет етеді? Ол тізілімде жоқ.",
];
const ASK_TO: Ask = [
    "To which body is the act addressed? It is not in the register.",
    "Какому органу адресовано действие? Его нет в реестре.",
    "Әрекет қай органға бағытталған? Ол тізілімде жоқ.",
];
const ASK_FORM: Ask = [
    "Which form of cooperation is meant? It is not in the vocabulary.",
    "Какая форма сотрудничества имеется в виду? Её нет в словаре.",
    "Ынтымақтастықтың қай нысаны көзделген? Ол сөздікте жоқ.",
];

fn unknown_bodies(law: &Framework, bodies: &Directory, act: &Act, dates: Dates, side: Side) -> Decision {
    let absent: Vec<(&'static str, Ask)> = [("from", ASK_FROM, &act.from), ("to", ASK_TO, &act.to)]
        .into_iter()
        .filter(|(_, _, id)| bodies.get(id).is_none())
        .map(|(key, ask, _)| (key, ask))
        .collect();
    asking(law, act, dates, side, &absent)
}

/// The act itself is not understood: a person must say more.
fn asking(law: &Framework, act: &Act, dates: Dates, side: Side, absent: &[(&'static str, Ask)]) -> Decision {
    let facts = absent.iter().map(|(key, _)| FactKey::from(*key)).collect();
    let mut decision = blank(law, act, dates, side, Verdict::Refer(vec![Referral::MissingFact { facts }]));
    decision.missing = absent
        .iter()
        .map(|(key, [en, ru, kk])| Question {
            fact: FactKey::from(*key),
            ask: Text { en: (*en).into(), ru: (*ru).into(), kk: Some((*kk).into()) },
            asked_by: Vec::new(),
        })
        .collect();
    decision
}
