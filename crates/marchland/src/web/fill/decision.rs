//! A decision of the law as panels and pages show it: verdict, why, on what, under which conditions, on which route.
//!
//! Never: softens a verdict or fills a silence of the law.

use std::collections::BTreeMap;
use std::time::Duration;

use marchland_law::{
    Act, Citation, Condition, Confidence as Known, Decision, Directory, Duty, Effect, HopStep, InstrumentId,
    Misfit, Mismatch, Reason, Referral, Refusal as No, RefusalGrounds, Route as Way, Side, Verdict as Said,
    decide,
};

use super::words::{
    citation, confidence, duty, facts_asked, instrument, label, limit, standing_grounds, text,
};
use crate::acts::{Acted, ask, power, signing};
use crate::app::App;
use crate::store::people::Role;
pub use crate::survey::verdict_of_code;
use crate::web::l10n::Lang;
use crate::web::views::decision::{Answer, Basis, DecisionPanel, Hop, Noted, Refusal, Route};
use crate::web::views::parts::{Anchor, Verdict};
use crate::web::views::requests::BasisView;

/// A decision to show, and where.
#[derive(Debug)]
pub struct Showing<'a> {
    pub app: &'a App,
    pub lang: Lang,
    pub decision: &'a Decision,
    /// How long the law took; `None` for a stored decision.
    pub took: Option<Duration>,
    pub in_form: bool,
    /// The draft already uses a route: `from` is not the body of its author.
    pub on_route: bool,
    /// Answers already given to questions of the law, by fact key.
    pub given: &'a BTreeMap<String, String>,
    /// The bodies of an act tried by hand; they stand in no register, so nobody can send it and no adviser confirmed it.
    pub tried: Option<&'a Directory>,
}

/// Before anything was asked.
pub fn not_asked(lang: Lang) -> DecisionPanel {
    DecisionPanel { lang, answer: None, in_form: true }
}

/// A stored decision, to be read.
pub async fn stored(app: &App, lang: Lang, decision: &Decision) -> Acted<DecisionPanel> {
    let given = BTreeMap::new();
    panel(&Showing {
        app,
        lang,
        decision,
        took: None,
        in_form: false,
        on_route: false,
        given: &given,
        tried: None,
    })
    .await
}

/// The whole panel. Where the act itself is not permitted but a route is, what applies is that of the route.
pub async fn panel(showing: &Showing<'_>) -> Acted<DecisionPanel> {
    let Showing { app, lang, decision, took, in_form, .. } = *showing;
    let routed = match crossing(decision).filter(|_| decision.side == Side::Acting) {
        Some(act) => Some(match showing.tried {
            Some(bodies) => decide(&app.law.framework, bodies, &act, &decision.dates, &[]),
            None => ask::law(app, &act, Side::Acting, app.clock.now()).await?.decision,
        }),
        None => None,
    };
    let applies = routed.as_ref().unwrap_or(decision);
    let answer = Answer {
        verdict: verdict(decision),
        heading: heading(lang, decision),
        sentence: sentence(app, lang, decision),
        took_ms: took.map(|took| lang.decimal(took.as_secs_f64() * 1000.0, 1)).unwrap_or_default(),
        law_date: lang.date(decision.dates.rules),
        missing: facts_asked(app, lang, decision, showing.given),
        route: route(showing, routed.as_ref()),
        rests_on: rests_on(app, lang, applies),
        conditions: conditions(app, lang, applies),
        approvers: approvers(app, lang, applies).await?,
        language: languages(app, lang, applies),
        answer_time: answer_time(app, lang, applies),
        may_refuse: may_refuse(app, lang, applies),
        use_conditions: use_conditions(app, lang, applies),
        duties: duties(app, lang, applies),
        conflicts: conflicts(app, lang, applies),
    };
    Ok(DecisionPanel { lang, answer: Some(answer), in_form })
}

/// The short form on a case's page.
pub fn basis(app: &App, lang: Lang, decision: &Decision, replay_href: String) -> BasisView {
    BasisView {
        verdict: verdict(decision),
        rests_on: rests_on(app, lang, decision),
        use_conditions: use_conditions(app, lang, decision),
        duties: duties(app, lang, decision),
        replay_href,
    }
}

pub fn verdict(decision: &Decision) -> Verdict {
    match &decision.verdict {
        Said::Permit => Verdict::Permitted,
        Said::PermitUnder(conditions) => {
            Verdict::Conditions(u32::try_from(conditions.len()).unwrap_or(u32::MAX))
        }
        Said::Refuse(No::Prohibited { .. }) => Verdict::Prohibited,
        Said::Refuse(No::OutsideCompetence { .. }) => Verdict::NotPermitted,
        Said::Refer(why) => match why.first() {
            None | Some(Referral::NoBasis) => Verdict::NoBasis,
            Some(Referral::TextNotRead { .. }) => Verdict::TextNotRead,
            Some(Referral::Unverified { .. } | Referral::MissingFact { .. }) => Verdict::AskLawyer,
        },
    }
}

/// Empty: the verdict's own word.
fn heading(lang: Lang, decision: &Decision) -> String {
    let t = lang.words();
    let of_level = |rules: &[Misfit]| {
        !rules.is_empty() && rules.iter().all(|rule| rule.differs_in.contains(&Mismatch::FromLevel))
    };
    match &decision.verdict {
        Said::Refuse(No::OutsideCompetence { rules }) if of_level(rules) => t.law_not_your_level(),
        Said::Refer(why) if matches!(why.first(), Some(Referral::MissingFact { .. })) => t.law_fact_missing(),
        _ => String::new(),
    }
}

/// Why, in one or two sentences.
fn sentence(app: &App, lang: Lang, decision: &Decision) -> String {
    let t = lang.words();
    let says = |wanted: Effect| {
        let found = decision.reasons.iter().find(|reason| reason.effect == wanted);
        found.map(|reason| text(lang, &reason.says)).unwrap_or_default()
    };
    let instruments = |provisions: &[Citation]| {
        let mut names: Vec<String> =
            provisions.iter().map(|c| instrument(app, lang, &c.instrument)).collect();
        names.dedup();
        names.join(", ")
    };
    match &decision.verdict {
        Said::Permit | Said::PermitUnder(_) => says(Effect::Permits),
        Said::Refuse(No::Prohibited { .. }) => says(Effect::Forbids),
        Said::Refuse(No::OutsideCompetence { rules }) => {
            let mut levels: Vec<String> = Vec::new();
            for level in rules.iter().flat_map(|rule| &rule.from_levels) {
                let word = label(app, lang, "levels", level.code()).to_lowercase();
                if !levels.contains(&word) {
                    levels.push(word);
                }
            }
            if levels.is_empty() { t.law_others_may() } else { t.law_levels_may(levels.join(", ")) }
        }
        Said::Refer(why) => match why.first() {
            None | Some(Referral::NoBasis) => t.law_nothing_found(),
            Some(Referral::TextNotRead { provisions }) => t.law_text_unread(instruments(provisions)),
            Some(Referral::Unverified { provisions, .. }) => t.law_unverified(instruments(provisions)),
            Some(Referral::MissingFact { .. }) => t.law_answer_first(),
        },
    }
}

/// The step across the border on the best route, as an act to ask about.
fn crossing(decision: &Decision) -> Option<Act> {
    let hop =
        decision.routes.first()?.hops.iter().find(|hop| matches!(hop.step, HopStep::Crossing { .. }))?;
    Some(Act { from: hop.from.clone(), to: hop.to.clone(), channel: None, ..decision.act.clone() })
}

fn route(showing: &Showing<'_>, routed: Option<&Decision>) -> Option<Route> {
    let Showing { app, lang, decision, on_route, .. } = *showing;
    let t = lang.words();
    let way: &Way = decision.routes.first()?;
    let name = |id: &str| {
        app.body(id).map_or_else(|| id.to_owned(), |body| body.short.in_language(lang.code()).to_owned())
    };
    let level = |id: &str| {
        let tried = showing.tried.and_then(|bodies| bodies.get(&id.into()));
        let code = app.body(id).map(|body| body.level.as_str()).or(tried.map(|body| body.level.code()));
        code.map(|code| label(app, lang, "levels", code).to_lowercase()).unwrap_or_default()
    };
    let first = way.hops.first()?;
    let mut hops = vec![Hop {
        name: name(first.from.as_str()),
        note: t.law_hop_you(level(first.from.as_str())),
        signs: false,
        border_before: false,
    }];
    for hop in &way.hops {
        let crosses = matches!(hop.step, HopStep::Crossing { .. });
        if crosses && let Some(sender) = hops.last_mut() {
            sender.signs = true;
            sender.note = t.law_hop_signs();
        }
        hops.push(Hop {
            name: name(hop.to.as_str()),
            note: level(hop.to.as_str()),
            signs: false,
            border_before: crosses,
        });
    }
    // A route that no body of this node can start is shown as information, not as a button.
    let crossing = way.hops.iter().find(|hop| matches!(hop.step, HopStep::Crossing { .. }))?;
    let value = if showing.tried.is_some() { String::new() } else { crossing.from.to_string() };
    let verdict = routed.map_or(Verdict::AskLawyer, verdict);
    Some(Route { hops, verdict, value, in_use: on_route })
}

/// Provisions by instrument, the ones the verdict rests on first.
fn rests_on(app: &App, lang: Lang, decision: &Decision) -> Vec<Basis> {
    let mut by_instrument: Vec<(&Reason, Vec<&Reason>)> = Vec::new();
    for reason in &decision.reasons {
        let context = is_context(reason);
        let place = by_instrument.iter_mut().find(|(first, _)| {
            first.citation.instrument == reason.citation.instrument && is_context(first) == context
        });
        match place {
            Some((_, all)) => all.push(reason),
            None => by_instrument.push((reason, vec![reason])),
        }
    }
    by_instrument.sort_by_key(|(first, _)| is_context(first));
    by_instrument
        .into_iter()
        .map(|(first, all)| {
            let mut articles: Vec<String> =
                all.iter().map(|reason| citation(lang, &reason.citation.article)).collect();
            articles.dedup();
            let weakest =
                all.iter().map(|reason| reason.confidence).min().unwrap_or(Known::UnverifiedBackground);
            let id = &first.citation.instrument;
            Basis {
                instrument: Anchor::new(instrument(app, lang, id), format!("/instruments/{id}")),
                article: articles.join(", "),
                confidence: confidence(weakest),
                note: confirmed(lang, decision, id),
                context_only: is_context(first),
            }
        })
        .collect()
}

fn is_context(reason: &Reason) -> bool {
    matches!(reason.effect, Effect::Context | Effect::Declares)
}

/// Post and date of the legal adviser who confirmed the use, and why.
fn confirmed(lang: Lang, decision: &Decision, id: &InstrumentId) -> String {
    let used = decision.confirmations.iter().find(|confirmation| confirmation.instrument == *id);
    used.map(|used| lang.words().law_confirmed(text(lang, &used.post), lang.date(used.date), &*used.reason))
        .unwrap_or_default()
}

fn conditions(app: &App, lang: Lang, decision: &Decision) -> Vec<String> {
    let Said::PermitUnder(list) = &decision.verdict else { return Vec::new() };
    list.iter()
        .map(|condition| match condition {
            Condition::Duty(due) => duty(app, lang, due),
            Condition::Use(condition) => label(app, lang, "use-conditions", &condition.code),
            Condition::Confirmed(id) => {
                let used = decision.confirmations.iter().find(|used| used.id == *id);
                used.map(|used| lang.words().law_while_confirmed(text(lang, &used.post))).unwrap_or_default()
            }
        })
        .filter(|line| !line.is_empty())
        .collect()
}

/// Which post approves, and whether somebody who holds it can sign today.
async fn approvers(app: &App, lang: Lang, decision: &Decision) -> Acted<Vec<Noted>> {
    if !decision.verdict.permits() {
        return Ok(Vec::new());
    }
    let t = lang.words();
    let body = match decision.side {
        Side::Acting => decision.act.from.as_str(),
        Side::Receiving => decision.act.to.as_str(),
    };
    let required = decision.duties.iter().filter(|due| &*due.code == "approval");
    let mut lines: Vec<Noted> =
        required.map(|due| Noted::new(duty(app, lang, due), by_provision(app, lang, due))).collect();
    let power = match decision.side {
        Side::Acting => power::Power::ApproveRequest,
        Side::Receiving => power::Power::ApproveAnswer,
    };
    for head in app.store.officials().await?.into_iter().filter(|o| o.role == Role::Head && o.body == body) {
        let note = match signing::with_power(app, &head, power).await {
            Ok(_) => t.law_mandate_today(),
            Err(_) => t.law_no_mandate_today(),
        };
        lines.push(Noted::new(text(lang, &head.post), note));
    }
    Ok(lines)
}

fn languages(app: &App, lang: Lang, decision: &Decision) -> Vec<Noted> {
    let required = decision.duties.iter().filter(|due| &*due.code == "language");
    required.map(|due| Noted::new(duty(app, lang, due), by_provision(app, lang, due))).collect()
}

fn answer_time(app: &App, lang: Lang, decision: &Decision) -> Vec<Noted> {
    let of_answer = decision.deadlines.iter().filter(|deadline| &*deadline.limit.what == "answer");
    of_answer
        .map(|deadline| {
            let note = format!(
                "{}, {}",
                instrument(app, lang, &deadline.basis.instrument),
                citation(lang, &deadline.basis.article)
            );
            Noted::new(limit(lang, &deadline.limit), note)
        })
        .collect()
}

fn may_refuse(app: &App, lang: Lang, decision: &Decision) -> Refusal {
    match &decision.refusal_grounds {
        RefusalGrounds::NoInstrument => Refusal::NotAsked,
        RefusalGrounds::NotRead(_) => Refusal::NotRead { note: standing_grounds(lang) },
        RefusalGrounds::Listed(grounds) => {
            Refusal::Grounds(grounds.iter().map(|ground| label(app, lang, "grounds", &ground.code)).collect())
        }
    }
}

pub fn use_conditions(app: &App, lang: Lang, decision: &Decision) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for condition in &decision.use_conditions {
        let line = label(app, lang, "use-conditions", &condition.code);
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}

/// Duties that are not shown elsewhere: neither conditions, nor the approval, nor the language.
fn duties(app: &App, lang: Lang, decision: &Decision) -> Vec<Noted> {
    let conditions: Vec<&Duty> = match &decision.verdict {
        Said::PermitUnder(list) => list
            .iter()
            .filter_map(|condition| match condition {
                Condition::Duty(due) => Some(due),
                _ => None,
            })
            .collect(),
        _ => Vec::new(),
    };
    let others = decision
        .duties
        .iter()
        .filter(|due| !matches!(&*due.code, "approval" | "language") && !conditions.contains(due));
    let mut lines: Vec<Noted> =
        others.map(|due| Noted::new(duty(app, lang, due), by_provision(app, lang, due))).collect();
    for deadline in decision.deadlines.iter().filter(|deadline| &*deadline.limit.what != "answer") {
        let what = label(app, lang, "limits", &deadline.limit.what);
        let article = citation(lang, &deadline.basis.article);
        lines.push(Noted::new(format!("{what}: {}", limit(lang, &deadline.limit)), article));
    }
    lines
}

fn conflicts(app: &App, lang: Lang, decision: &Decision) -> Vec<String> {
    let cite =
        |c: &Citation| format!("{}, {}", instrument(app, lang, &c.instrument), citation(lang, &c.article));
    decision.conflicts.iter().map(|c| lang.words().law_conflict(cite(&c.permits), cite(&c.forbids))).collect()
}

fn by_provision(app: &App, lang: Lang, due: &Duty) -> String {
    match &due.basis {
        marchland_law::Basis::Provision(c) => {
            format!("{}, {}", instrument(app, lang, &c.instrument), citation(lang, &c.article))
        }
        marchland_law::Basis::Confirmation(_) => lang.words().law_by_confirmation(),
    }
}
