//! `GET /instruments/{id}?as=`: articles with our paraphrase and the rules beneath, parties, sources, confidence, and who here
//! confirmed its use.
//!
//! Never: links to a source over anything but its published address.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::Path;
use marchland_law::{
    Article as Read, Confirmation, Framework, Instrument, InstrumentId, Party, Reading, Relation,
    RuleCoverage, Source, State, Territory, binding,
};
use serde::Serialize;

use super::{parties, rule, status, territory};
use crate::acts::{Acted, CannotAct, ask};
use crate::web::fill::timeline::passage;
use crate::web::fill::words;
use crate::web::framework::export;
use crate::web::l10n::Words;
use crate::web::page::{Page, Visit, show as page};
use crate::web::views::law::{
    Article, ConfidenceRow, ConfirmationRow, InstrumentPage, PartyRow, Reservation,
};
use crate::web::views::parts::{Anchor, Tag, Tone};
use crate::web::views::{Fields, Place};

pub async fn show(visit: Visit, Path(id): Path<String>) -> Page {
    let law = &visit.app.law.framework;
    match (export::wanted(&visit), law.instrument(&InstrumentId::from(id.as_str()))) {
        (export::As::Json, Some(one)) => {
            let territories = territory::of(law, one);
            return export::json(&id, &Exported { instrument: one, territories });
        }
        (export::As::Csv, Some(one)) => return export::csv(&id, days(law, one)),
        _ => {}
    }
    page(&draw(&visit, &id, Fields::default()).await?)
}

/// All that is known of an instrument, for other programs.
#[derive(Serialize)]
struct Exported<'l> {
    instrument: &'l Instrument,
    territories: Vec<&'l Territory>,
}

/// What the drawings of the page show: a line a party, then a line a region of its territories.
fn days(law: &Framework, one: &Instrument) -> Vec<Vec<String>> {
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let parties = one.parties.iter().map(|party| {
        let confidence = party.confidence.to_string();
        vec!["party".to_owned(), party.state.to_string(), day(party.in_force), day(party.until), confidence]
    });
    let regions =
        territory::of(law, one).into_iter().flat_map(|territory| &territory.members).map(|member| {
            let confidence = member.confidence.to_string();
            vec![
                "region".to_owned(),
                member.region.to_string(),
                day(member.from),
                day(member.until),
                confidence,
            ]
        });
    let header = export::header(&["what", "code", "from", "until", "confidence"]);
    std::iter::once(header).chain(parties).chain(regions).collect()
}

pub async fn draw(visit: &Visit, id: &str, fields: Fields) -> Acted<InstrumentPage> {
    let law = &visit.app.law.framework;
    let one = law.instrument(&InstrumentId::from(id)).ok_or(CannotAct::NotFound)?;
    let (lang, t) = (visit.lang(), visit.t());
    let situations = situations(visit).await?;
    let (chart, not_drawn) = parties::chart(visit, one);
    Ok(InstrumentPage {
        frame: visit.frame(Place::Instruments).await?,
        counts: counts(visit, one),
        chart,
        older: parties::older(visit, one)
            .map(|older| words::instrument(&visit.app, lang, &older.id))
            .unwrap_or_default(),
        not_drawn,
        used: used(visit, one).await?,
        compare: format!("/instruments/compare?left={}", one.id),
        try_href: try_href(one),
        id: one.id.to_string(),
        title: words::text(lang, &one.title),
        summary: summary(visit, one),
        force: status::force(t, one.force),
        standing: standing(visit, one),
        parties: one.parties.iter().map(|party| self::party(visit, party)).collect(),
        territories: territory::panels(visit, one),
        exports: export::links(&format!("/instruments/{}", one.id)),
        articles: one
            .articles
            .iter()
            .map(|article| self::article(visit, one, article, &situations))
            .collect(),
        relations: one.relations.iter().map(|relation| self::relation(visit, relation)).collect(),
        reservations: reservations(visit, one),
        sources: one.sources.values().map(link).collect(),
        confidence: known(t, one),
        confirmations: confirmations(visit, &one.id).await?,
        may_confirm: visit.may("confirm-law") && !one.draft,
        fields,
    })
}

/// Kind, signature, and what is to be known about our knowledge of it.
fn summary(visit: &Visit, one: &Instrument) -> String {
    let (lang, t) = (visit.lang(), visit.t());
    let kind = words::label(&visit.app, lang, "instrument-kinds", &one.kind);
    let signed = one.signed.as_ref().map(|signed| match signed.when.parse() {
        Ok(day) => t.instrument_signed(lang.date(day)),
        Err(_) => t.instrument_signed(&signed.when),
    });
    let note = one.note.as_ref().map(|note| words::text(lang, note));
    let kind = Some(format!("{kind}."));
    [kind, signed, note].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// So many of the newest decisions are looked through for their instruments.
const DECISIONS_LOOKED_AT: i64 = 2000;

async fn used(visit: &Visit, one: &Instrument) -> Acted<String> {
    let (named, among) = visit.app.store.decisions_naming(one.id.as_str(), DECISIONS_LOOKED_AT).await?;
    Ok(if among == 0 { visit.t().used_nowhere() } else { visit.t().used_by(named, among) })
}

/// What the situations try of each rule. The first question runs them all, so it waits where it may block.
async fn situations(visit: &Visit) -> Acted<Vec<RuleCoverage>> {
    let law = visit.app.law.clone();
    let running = tokio::task::spawn_blocking(move || law.situations().coverage.clone());
    running.await.map_err(CannotAct::internal)
}

fn counts(visit: &Visit, one: &Instrument) -> String {
    let not_read = one.articles.iter().filter(|article| article.text == Reading::NotRead).count();
    let rules: usize = one.articles.iter().map(|article| article.rules.len()).sum();
    visit.t().instrument_counts(one.articles.len() - not_read, not_read, rules)
}

fn try_href(one: &Instrument) -> String {
    let rules = || one.articles.iter().flat_map(|article| &article.rules).flat_map(|rule| &rule.forms);
    let form = rules().chain(one.articles.iter().flat_map(|article| &article.forms)).next();
    form.map(|form| format!("/framework/ask?form={form}")).unwrap_or_default()
}

/// Between our state and each neighbour today.
fn standing(visit: &Visit, one: &Instrument) -> Vec<(String, Tag, String)> {
    let on = visit.now().to_zoned(visit.zone()).date();
    let between = |(a, b): (State, State)| {
        let bonds = binding(&visit.app.law.framework, a, b, on);
        let (tag, note) = status::between(visit, status::bond_of(&bonds, &one.id)?);
        Some((format!("{a}-{b}"), tag, note))
    };
    status::own_pairs(visit).into_iter().filter_map(between).collect()
}

fn party(visit: &Visit, party: &Party) -> PartyRow {
    let lang = visit.lang();
    let date = |day: Option<jiff::civil::Date>| day.map(|day| lang.date(day));
    let reserved = (!party.reservations.is_empty()).then(|| visit.t().party_with_reservation());
    let note = party.note.as_ref().map(|note| words::text(lang, note));
    PartyRow {
        state: party.state.to_string(),
        in_force: date(party.in_force).unwrap_or_else(|| visit.t().status_date_unknown()),
        until: date(party.until).unwrap_or_default(),
        deposited: date(party.deposited).unwrap_or_default(),
        note: [reserved, note].into_iter().flatten().collect::<Vec<_>>().join(". "),
    }
}

fn article(visit: &Visit, one: &Instrument, article: &Read, tried: &[RuleCoverage]) -> Article {
    let read = article.text != Reading::NotRead;
    // What an unread article is said to contain comes from elsewhere: the mark of confidence says so.
    let prose = if article.prose.trim().is_empty() { String::new() } else { article.prose.to_string() };
    let known = if read {
        article.confidence
    } else {
        article.confidence.min(marchland_law::Confidence::FromSeedOnly)
    };
    Article {
        anchor: words::anchor(&article.cite),
        heading: heading(article),
        confidence: words::confidence(known),
        lang: passage(&prose).lang,
        paraphrase: prose,
        not_read: !read,
        rules: article.rules.iter().map(|rule| rule::block(visit, rule, tried)).collect(),
        sources: sources(&one.sources, &article.sources),
    }
}

/// `Article 4(2): urgent requests`
fn heading(article: &Read) -> String {
    if article.heading.is_empty() || article.heading.starts_with(&*article.cite) {
        return if article.heading.is_empty() {
            article.cite.to_string()
        } else {
            article.heading.to_string()
        };
    }
    format!("{}: {}", article.cite, article.heading)
}

fn relation(visit: &Visit, relation: &Relation) -> Anchor {
    use marchland_law::RelationKind::{Amends, BasedOn, Implements, Supersedes};
    let (t, other) = (visit.t(), words::instrument(&visit.app, visit.lang(), &relation.instrument));
    let text = match relation.kind {
        Supersedes => t.relation_supersedes(other),
        Amends => t.relation_amends(other),
        Implements => t.relation_implements(other),
        BasedOn => t.relation_based_on(other),
    };
    Anchor::new(text, format!("/instruments/{}", relation.instrument))
}

fn reservations(visit: &Visit, one: &Instrument) -> Vec<Reservation> {
    let of = |party: &Party| {
        let by = party.state.to_string();
        let said = party.reservations.iter().map(|reservation| Reservation {
            by: by.clone(),
            text: words::text(visit.lang(), &reservation.says),
            confidence: words::confidence(reservation.confidence),
        });
        said.collect::<Vec<_>>()
    };
    one.parties.iter().flat_map(of).collect()
}

fn known(t: Words, one: &Instrument) -> Vec<ConfidenceRow> {
    let mut counted: BTreeMap<marchland_law::Confidence, u64> = BTreeMap::new();
    for article in &one.articles {
        *counted.entry(article.confidence).or_default() += 1;
    }
    let best_first = counted.into_iter().rev();
    best_first
        .map(|(mark, provisions)| ConfidenceRow {
            mark: words::confidence(mark),
            provisions,
            means: match mark {
                marchland_law::Confidence::VerifiedText => t.known_may_carry(),
                marchland_law::Confidence::VerifiedHeader => t.known_dates_only(),
                marchland_law::Confidence::UnverifiedBackground => t.known_gap(),
                _ => t.known_to_lawyer(),
            },
        })
        .collect()
}

async fn confirmations(visit: &Visit, id: &InstrumentId) -> Acted<Vec<ConfirmationRow>> {
    let (app, lang, t) = (&visit.app, visit.lang(), visit.t());
    let may = visit.may("confirm-law");
    let row = |one: Confirmation| ConfirmationRow {
        id: one.id.to_string(),
        body: words::body(app, lang, one.body.as_str()),
        post: words::text(lang, &one.post),
        date: lang.date(one.date),
        reason: one.reason.to_string(),
        state: match one.revoked {
            Some(day) => Tag::new(Tone::Plain, t.confirmation_revoked(lang.date(day))),
            None => Tag::new(Tone::Good, t.confirmation_stands()),
        },
        may_revoke: may && one.revoked.is_none() && one.body.as_str() == visit.who().body,
    };
    let of = ask::confirmations(app).await?.into_iter().filter(|one| one.instrument == *id);
    Ok(of.map(row).collect())
}

fn sources(all: &BTreeMap<Arc<str>, Source>, named: &[Arc<str>]) -> Vec<Anchor> {
    named.iter().filter_map(|key| all.get(key)).map(link).collect()
}

/// A source that is not published has no address: its title alone.
pub(super) fn link(source: &Source) -> Anchor {
    let published = source.url.starts_with("https://") || source.url.starts_with("http://");
    Anchor::new(source.title.to_string(), if published { source.url.to_string() } else { String::new() })
}
