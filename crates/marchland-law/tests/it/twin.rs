//! A slow, obvious twin of `decide`: it reads the public law rule by rule, without an index, and must agree on random acts.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use jiff::ToSpan;
use jiff::civil::Date;
use marchland_law::{
    Act, Answer, Body, BodyId, Channel, Confidence, Confirmation, Dates, Directory, FactKey, FactValue,
    Force, Framework, Instrument, Is, Level, Rule, RuleEffect, Text, Verdict, When, Who, calendar_report,
    change_days, decide,
};
use proptest::prelude::*;

use crate::shipped_law;

fn on(day: Date, from: Option<Date>, until: Option<Date>) -> bool {
    from.is_none_or(|f| f <= day) && until.is_none_or(|u| day < u)
}

/// In force between the two on the day: since when (if known), and how well that is known.
fn bond(
    law: &Framework,
    i: &Instrument,
    [a, b]: [marchland_law::State; 2],
    day: Date,
) -> Option<(Option<Date>, Confidence)> {
    if i.draft || i.force != Force::Binding {
        return None;
    }
    let party = |s| i.parties.iter().find(|p| p.state == s);
    let (x, y) = (party(a)?, party(b)?);
    let since = |x: &marchland_law::Party, y: &marchland_law::Party| Some(x.in_force?.max(y.in_force?));
    let from = since(x, y);
    let signed = i
        .signed
        .as_ref()
        .and_then(|s| s.when.parse::<Date>().ok().or_else(|| format!("{}-01-01", s.when).parse().ok()));
    let first = match (from, i.usable_from) {
        (Some(from), Some(usable)) => Some(from.max(usable)),
        (Some(from), None) => Some(from),
        (None, _) => signed,
    };
    let displaced = law.instruments().filter(|n| !n.draft).any(|newer| {
        newer.relations.iter().any(|r| {
            if r.kind != marchland_law::RelationKind::Supersedes || r.instrument != i.id {
                return false;
            }
            let party = |s| newer.parties.iter().find(|p| p.state == s);
            let (Some(x), Some(y)) = (party(a), party(b)) else { return false };
            let when = match r.scope {
                marchland_law::Scope::CommonParties => since(x, y),
                marchland_law::Scope::Everyone => newer.parties.iter().filter_map(|p| p.in_force).min(),
            };
            when.is_some_and(|when| when <= day)
        })
    });
    let ended = [x.until, y.until].into_iter().flatten().any(|end| end <= day);
    (on(day, first, None) && !displaced && !ended).then(|| (from, x.confidence.min(y.confidence)))
}

fn meant(who: &Who, body: &Body) -> bool {
    (who.states.is_empty() || who.states.contains(&body.state))
        && (who.levels.is_empty() || who.levels.contains(&body.level))
        && (who.kinds.is_empty() || who.kinds.contains(&body.kind))
        && (who.regions.is_empty() || body.region.as_ref().is_some_and(|r| who.regions.contains(r)))
}

/// Some(true), Some(false), or None while a fact is missing.
fn asks(when: &When, facts: &BTreeMap<FactKey, FactValue>) -> Option<bool> {
    match when {
        When::All(parts) => {
            let all: Vec<_> = parts.iter().map(|p| asks(p, facts)).collect();
            if all.contains(&Some(false)) {
                Some(false)
            } else if all.contains(&None) {
                None
            } else {
                Some(true)
            }
        }
        When::Any(parts) => {
            let all: Vec<_> = parts.iter().map(|p| asks(p, facts)).collect();
            if all.contains(&Some(true)) {
                Some(true)
            } else if all.contains(&None) {
                None
            } else {
                Some(false)
            }
        }
        When::Not(inner) => asks(inner, facts).map(|b| !b),
        When::Fact { key, is } => match (is, facts.get(key)?) {
            (Is::AtLeast(n), FactValue::Number(v)) => Some(v >= n),
            (Is::AtMost(n), FactValue::Number(v)) => Some(v <= n),
            (Is::OneOf(list), value) => list.contains(value).then_some(true).or_else(|| {
                let alike = matches!(
                    (list.first(), value),
                    (Some(FactValue::YesNo(_)), FactValue::YesNo(_))
                        | (Some(FactValue::Number(_)), FactValue::Number(_))
                        | (Some(FactValue::Text(_)), FactValue::Text(_))
                );
                alike.then_some(false)
            }),
            _ => None,
        },
    }
}

/// The kind of the verdict, and the rules it rests on.
fn twin(
    law: &Framework,
    bodies: &Directory,
    act: &Act,
    dates: &Dates,
    confirmed: &[Confirmation],
) -> (Vec<&'static str>, Vec<String>) {
    let (from, to) = (bodies.get(&act.from).expect("a body"), bodies.get(&act.to).expect("a body"));
    let covered = |i: &Instrument, r: &Rule| {
        confirmed.iter().any(|c| {
            c.body == act.from
                && c.instrument == i.id
                && c.rule.as_ref().is_none_or(|x| *x == r.id)
                && c.date <= dates.act
                && c.revoked.is_none_or(|end| dates.act < end)
        })
    };
    let mut permits: Vec<(&Instrument, &Rule, Confidence)> = Vec::new();
    let mut forbids: Vec<(&Instrument, &Rule, Option<bool>)> = Vec::new();
    let mut requires: Vec<(&Instrument, &Rule, Confidence)> = Vec::new();
    let (mut open, mut unread, mut elsewhere, mut others) = (Vec::new(), 0, 0, 0);
    for i in law.instruments() {
        let Some((since, bond_confidence)) = bond(law, i, [from.state, to.state], dates.rules) else {
            continue;
        };
        let reserved = |r: &Rule| {
            let parties = i.parties.iter().filter(|p| p.state == from.state || p.state == to.state);
            parties.flat_map(|p| &p.reservations).any(|x| x.excludes.contains(&r.id))
        };
        for r in i.articles.iter().flat_map(|a| &a.rules) {
            let about = r.forms.is_empty() || r.forms.contains(&act.form);
            if !about
                || reserved(r)
                || !on(dates.rules, r.valid_from, r.valid_until)
                || !on(dates.knowledge, r.recorded, r.withdrawn)
            {
                continue;
            }
            let member = |body: &Body| {
                let territory = law.territory(r.territory.as_ref()?)?;
                let region = body.region.as_ref()?;
                territory
                    .members
                    .iter()
                    .find(|m| m.region == *region && on(dates.rules, m.from, m.until))
                    .map(|m| m.confidence)
            };
            let mut confidence = r.confidence.min(bond_confidence);
            let mut fits = meant(&r.from, from)
                && meant(&r.to, to)
                && (r.channels.is_empty() || act.channel.is_none_or(|c| r.channels.contains(&c)));
            if r.territory.is_some() {
                match (member(from), member(to)) {
                    (Some(x), Some(y)) => confidence = confidence.min(x).min(y),
                    _ => fits = false,
                }
            }
            let answer = r.when.as_ref().map_or(Some(true), |w| asks(w, &act.facts));
            match (r.effect, fits) {
                (RuleEffect::Unread, true) => unread += 1,
                (RuleEffect::Unread, false) => elsewhere += 1,
                (RuleEffect::Permits, false) => others += 1,
                (_, false) => {}
                (RuleEffect::Permits, true) if since.is_none() => {
                    unread += 1;
                    if answer == Some(true) && covered(i, r) {
                        permits.push((i, r, confidence));
                    }
                }
                (RuleEffect::Permits, true) => match answer {
                    Some(true) => permits.push((i, r, confidence)),
                    None => open.push(r),
                    Some(false) => {}
                },
                (RuleEffect::Forbids, true) => forbids.push((i, r, answer)),
                (RuleEffect::Requires, true) => requires.push((i, r, confidence)),
                (RuleEffect::Declares, true) => {}
            }
        }
    }
    let yields = |r: &Rule| permits.iter().any(|(_, p, _)| r.yields_to.contains(&p.id));
    let standing: Vec<&Rule> =
        forbids.iter().filter(|(_, r, a)| *a == Some(true) && !yields(r)).map(|(_, r, _)| *r).collect();
    if !standing.is_empty() {
        let hope = standing.iter().all(|r| open.iter().any(|o| r.yields_to.contains(&o.id)));
        return (vec![if hope { "missing-fact" } else { "prohibited" }], Vec::new());
    }
    if permits.is_empty() {
        let why = match () {
            () if !open.is_empty() => "missing-fact",
            () if unread > 0 => "text-not-read",
            () if others > 0 => "outside-competence",
            () if elsewhere > 0 => "text-not-read",
            () => "no-basis",
        };
        return (vec![why], Vec::new());
    }
    let good = |i: &Instrument, r: &Rule, c: Confidence| c == Confidence::VerifiedText || covered(i, r);
    let best = permits.iter().map(|(i, r, c)| (good(i, r, *c), *c)).max().expect("one at least");
    let basis: Vec<_> = permits.iter().filter(|(i, r, c)| (good(i, r, *c), *c) == best).collect();
    let (mut missing, mut weak) = (false, basis.iter().any(|(i, r, c)| !good(i, r, *c)));
    missing |= forbids.iter().any(|(_, r, a)| a.is_none() && !yields(r));
    for (i, r, c) in requires.iter().filter(|(i, ..)| basis.iter().any(|(b, ..)| b.id == i.id)) {
        match r.when.as_ref().map_or(Some(true), |w| asks(w, &act.facts)) {
            Some(true) => weak |= !good(i, r, *c),
            None => missing = true,
            Some(false) => {}
        }
    }
    weak |= forbids.iter().any(|(i, r, a)| {
        let bond = bond(law, i, [from.state, to.state], dates.rules).map(|(_, c)| c);
        *a == Some(true) && !good(i, r, r.confidence.min(bond.unwrap_or(r.confidence)))
    });
    let rules = basis.iter().map(|(_, r, _)| r.id.to_string()).collect();
    let mut codes = Vec::new();
    if missing {
        codes.push("missing-fact");
    }
    if weak {
        codes.push("unverified");
    }
    if codes.is_empty() {
        codes.push("permitted");
    }
    (codes, rules)
}

/// Central, regional and district bodies of every state and border region of the pack, police and justice.
fn register() -> &'static Directory {
    static REGISTER: OnceLock<Directory> = OnceLock::new();
    REGISTER.get_or_init(|| {
        let law = shipped_law();
        let mut bodies: BTreeMap<BodyId, Body> = BTreeMap::new();
        let mut add = |state: marchland_law::State, region: Option<&str>, level: Level, kind: &str| {
            let id = format!("{state} {} {level} {kind}", region.unwrap_or("-"));
            bodies.insert(
                id.as_str().into(),
                Body {
                    id: id.as_str().into(),
                    state,
                    level,
                    kind: kind.into(),
                    region: region.map(Into::into),
                    parent: None,
                    names: Text { en: id.as_str().into(), ru: id.as_str().into(), kk: None },
                    zone: "UTC".into(),
                },
            );
        };
        let kinds = ["police", "justice"];
        for state in law.instruments().flat_map(|i| &i.parties).map(|p| p.state) {
            kinds.iter().for_each(|kind| add(state, None, Level::Central, kind));
        }
        for member in law.territories().flat_map(|t| &t.members) {
            let state = member.region.as_str()[..2].parse().expect("a state");
            for (level, kind) in
                [Level::Regional, Level::District, Level::Unit].iter().zip(kinds.iter().cycle())
            {
                add(state, Some(member.region.as_str()), *level, kind);
                add(state, Some(member.region.as_str()), *level, "police");
            }
        }
        Directory::new(bodies.into_values()).expect("a sound register")
    })
}

/// Days of change of a pair, and the days before them.
fn days() -> &'static [Date] {
    static DAYS: OnceLock<Vec<Date>> = OnceLock::new();
    DAYS.get_or_init(|| {
        let law = shipped_law();
        let mut days: Vec<Date> = law.pairs().flat_map(|(a, b)| change_days(law, [a, b])).collect();
        days.sort();
        days.dedup();
        let before: Vec<Date> = days.iter().filter_map(|d| d.checked_sub(1.day()).ok()).collect();
        days.extend(before);
        days
    })
}

/// An answer to each question of the vocabulary, or none, from a stream of numbers.
fn facts(law: &Framework, dice: &[u8]) -> BTreeMap<FactKey, FactValue> {
    let mut facts = BTreeMap::new();
    for ((key, fact), roll) in law.vocabulary().facts.iter().zip(dice.iter().cycle()) {
        let value = match (&fact.answer, roll % 4) {
            (_, 0) => continue,
            // Sometimes an answer of the wrong kind.
            (Answer::YesNo, 3) if roll % 16 == 3 => FactValue::Number(1),
            (Answer::YesNo, roll) => FactValue::YesNo(roll != 1),
            (Answer::Number, roll) => FactValue::Number(i64::from(roll) * 15),
            (Answer::Choice(options), roll) => {
                FactValue::Text(options[usize::from(roll) % options.len()].clone())
            }
            (Answer::Text | Answer::Date, _) => FactValue::Text("2020-01-01".into()),
        };
        facts.insert(key.clone(), value);
    }
    facts
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn decide_and_its_twin_agree(
        rule in any::<prop::sample::Index>(),
        states in any::<[prop::sample::Index; 2]>(),
        bodies in any::<[prop::sample::Index; 2]>(),
        fitting in any::<[bool; 3]>(),
        form in any::<prop::sample::Index>(),
        channel in prop::option::weighted(0.2, any::<prop::sample::Index>()),
        dice in prop::collection::vec(any::<u8>(), 13),
        day in prop::option::weighted(0.7, any::<prop::sample::Index>()),
        knowledge in prop::option::weighted(0.2, any::<prop::sample::Index>()),
        confirm in prop::option::weighted(0.4, any::<prop::sample::Index>()),
    ) {
        // Acts near a rule: between two states it concerns, half of the time by bodies it means, on a form it names.
        let law = shipped_law();
        let rules: Vec<(&Instrument, &Rule)> = law.instruments().filter(|i| !i.draft && i.parties.len() > 1)
            .flat_map(|i| i.articles.iter().flat_map(move |a| a.rules.iter().map(move |r| (i, &**r)))).collect();
        let (instrument, rule) = *rule.get(&rules);
        let a = states[0].get(&instrument.parties).state;
        let others: Vec<_> = instrument.parties.iter().map(|p| p.state).filter(|state| *state != a).collect();
        let b = *states[1].get(&others);
        let of = |state, who: &Who, fitting: bool| {
            let own: Vec<&Body> = register().all().filter(|body| body.state == state).collect();
            let meant: Vec<&Body> = own.iter().copied().filter(|body| meant(who, body)).collect();
            if fitting && !meant.is_empty() { meant } else { own }
        };
        let (ours, theirs) = (of(a, &rule.from, fitting[0]), of(b, &rule.to, fitting[1]));
        let all: Vec<_> = law.vocabulary().forms.keys().cloned().collect();
        let forms = if fitting[2] && !rule.forms.is_empty() { &rule.forms } else { &all };
        let act = Act {
            form: form.get(forms).clone(),
            from: bodies[0].get(&ours).id.clone(),
            to: bodies[1].get(&theirs).id.clone(),
            channel: channel.map(|c| *c.get(Channel::ALL)),
            facts: facts(law, &dice),
        };
        let day = day.map_or(Date::constant(2026, 11, 23), |d| *d.get(days()));
        let dates = Dates { knowledge: knowledge.map_or(Date::MAX, |k| *k.get(days())), ..Dates::all(day) };
        let instruments: Vec<_> = law.instruments().collect();
        let confirmations: Vec<Confirmation> = confirm.iter().map(|which| Confirmation {
            body: act.from.clone(),
            ..crate::pack::confirmation("x", which.get(&instruments).id.as_str(), "1991-01-01")
        }).collect();
        let decision = decide(law, register(), &act, &dates, &confirmations);
        let (codes, rules) = twin(law, register(), &act, &dates, &confirmations);
        let found: Vec<&str> = match &decision.verdict {
            Verdict::Permit | Verdict::PermitUnder(_) => vec!["permitted"],
            Verdict::Refer(why) => why.iter().map(|w| w.code()).collect(),
            refusal => vec![refusal.code()],
        };
        prop_assert_eq!(&found, &codes, "{:?} on {}", act, day);
        let mut rests: Vec<String> = decision.reasons.iter()
            .filter(|r| r.effect == marchland_law::Effect::Permits)
            .map(|r| r.citation.rule.to_string()).collect();
        let mut rules = rules;
        rests.sort();
        rules.sort();
        prop_assert_eq!(rests, rules, "{:?} on {}", act, day);
    }
}

#[test]
fn the_random_acts_meet_every_kind_of_answer() {
    // A twin that only ever sees one answer proves nothing: the same bodies and days must reach all of them.
    let law = shipped_law();
    let mut seen = std::collections::BTreeSet::new();
    let last = *calendar_report(law).uncovered.iter().map(|l| &l.from).max().unwrap_or(&days()[0]);
    for (a, b) in law.pairs() {
        let first = |state, level| register().all().find(move |x| x.state == state && x.level == level);
        for level in [Level::Central, Level::Regional, Level::District] {
            let (Some(from), Some(to)) = (first(a, level), first(b, level)) else { continue };
            for (form, roll) in law.vocabulary().forms.keys().flat_map(|f| [(f, 0_u8), (f, 1), (f, 2)]) {
                let act = Act {
                    form: form.clone(),
                    from: from.id.clone(),
                    to: to.id.clone(),
                    channel: None,
                    facts: facts(law, &[roll]),
                };
                for day in [last, "2026-11-23".parse().expect("a date")] {
                    seen.insert(decide(law, register(), &act, &Dates::all(day), &[]).verdict.code());
                }
            }
        }
    }
    for code in [
        "permit",
        "permit-under",
        "outside-competence",
        "no-basis",
        "text-not-read",
        "unverified",
        "missing-fact",
    ] {
        assert!(seen.contains(code), "{code} never comes out: {seen:?}");
    }
}
