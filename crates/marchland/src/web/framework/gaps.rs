//! `GET /framework/gaps?pair=&on=`: the findings between two states on a day, and how they came and went.
//!
//! Never: finds anything itself.

use marchland_law::{Change, Finding, Provision, gaps as report};

use super::asked::{Asked, code, pair_choices};
use super::cell::looked;
use super::export::{self, As};
use crate::acts::{CannotAct, recorded};
use crate::survey::Words;
use crate::web::fill::words as fill;
use crate::web::page::{Page, Visit, again, show};
use crate::web::views::framework::{ChangeView, FindingView, GapsPage, Looked};
use crate::web::views::parts::Anchor;
use crate::web::views::{Fields, Place};

pub async fn gaps(visit: Visit) -> Page {
    let asked = Asked::of(&visit).only(&["on", "pair"]);
    let pair = asked.pair.ok_or(CannotAct::NotFound)?;
    let (law, lang, t) = (&*visit.app.law.framework, visit.lang(), visit.t());
    let words = Words { law, lang };
    let practice = recorded::practice(&visit.app.store, &visit.app.directory, pair, asked.on).await?;
    let report = report(law, pair, asked.on, &practice);
    match export::wanted(&visit) {
        As::Page => {}
        As::Json => return export::json("findings", &report),
        As::Csv => return export::csv("findings", lines(&words, &report.findings)),
    }
    let query = asked.pair_query(pair);
    let printed =
        |code: &str, name: &str| Anchor::new(name, format!("/framework/report?{query}&lang={code}"));
    let [a, b] = pair.map(|state| words.state(state));
    let page = GapsPage {
        frame: visit.frame(Place::Framework).await?,
        fields: Fields::new(
            [("pair", code(pair)), ("on", asked.on_typed.clone())].map(|(n, v)| (n.to_owned(), v)),
        )
        .with_problems(asked.problems.clone()),
        pairs: pair_choices(&visit, asked.home),
        pair: t.between_two(a, b),
        on: lang.date(asked.on),
        findings: report.findings.iter().map(|finding| view(&visit, &words, finding)).collect(),
        changes: report.changes.iter().rev().map(|change| change_view(&words, change)).collect(),
        exports: export::links(&format!("/framework/gaps?{query}")),
        reports: vec![printed("en", "English"), printed("ru", "Русский")],
    };
    if asked.problems.is_empty() { show(&page) } else { again(&page) }
}

fn view(visit: &Visit, words: &Words<'_>, finding: &Finding) -> FindingView {
    let t = visit.t();
    let list = |provisions: &[Provision]| -> Vec<Looked> {
        provisions.iter().map(|p| looked(visit, words, p, |_| false, false)).collect()
    };
    let facts = [
        (t.col_forms(), words.forms(&finding.gap.forms)),
        (t.finding_where(), words.whose(&finding.gap)),
        (t.finding_about(), words.about(&finding.gap)),
        (t.finding_recorded(), finding.gap.acts.map(|acts| acts.to_string()).unwrap_or_default()),
    ];
    FindingView {
        says: words.text(&finding.says),
        facts: facts.into_iter().filter(|(_, value)| !value.is_empty()).collect(),
        closes: words.text(&finding.closes),
        looked: list(&finding.looked_at),
        perhaps: list(&finding.may_be_closed_by),
        elsewhere: list(&finding.closed_elsewhere),
        confidence: finding.confidence.map(fill::confidence),
    }
}

fn change_view(words: &Words<'_>, change: &Change) -> ChangeView {
    let t = words.lang.words();
    let began = change.began.iter().map(|id| t.change_began(words.instrument(id)));
    let ended = change.ended.iter().map(|id| t.change_ended(words.instrument(id)));
    let events = change.events.iter().filter_map(|id| {
        let event = words.law.checklist().events.iter().find(|event| event.id == *id)?;
        Some(words.text(&event.names))
    });
    let mut causes: Vec<String> = began.chain(ended).chain(events).collect();
    if causes.is_empty() {
        causes.push(t.change_of_rule());
    }
    ChangeView {
        day: words.lang.date(change.on),
        causes,
        closed: change.closed.iter().map(|gap| words.gap_line(gap)).collect(),
        opened: change.opened.iter().map(|gap| words.gap_line(gap)).collect(),
    }
}

fn lines(words: &Words<'_>, findings: &[Finding]) -> Vec<Vec<String>> {
    let names = [
        "kind",
        "says",
        "forms",
        "level",
        "acting",
        "instruments",
        "looked_at",
        "closes",
        "closed_elsewhere",
        "confidence",
    ];
    let cited = |list: &[Provision]| {
        list.iter().map(|p| format!("{} {}", p.instrument, p.article)).collect::<Vec<_>>().join("; ")
    };
    let line = |finding: &Finding| {
        let gap = &finding.gap;
        vec![
            gap.kind.code().to_owned(),
            words.text(&finding.says),
            gap.forms.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "),
            gap.level.map(|level| level.to_string()).unwrap_or_default(),
            gap.acting.map(|state| state.to_string()).unwrap_or_default(),
            gap.instruments.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "),
            cited(&finding.looked_at),
            words.text(&finding.closes),
            cited(&finding.closed_elsewhere),
            finding.confidence.map(|mark| mark.to_string()).unwrap_or_default(),
        ]
    };
    std::iter::once(export::header(&names)).chain(findings.iter().map(line)).collect()
}
