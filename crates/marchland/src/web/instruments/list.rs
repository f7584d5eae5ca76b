//! `GET /instruments`: what is law, between which states, on which day, and how well it is known.
//!
//! Never: hides an instrument because its text was not read.

use jiff::civil::Date;
use marchland_law::{Bond, Instrument, State, binding};

use super::status;
use crate::web::fill::words;
use crate::web::page::{Page, Visit, show};
use crate::web::views::law::{InstrumentRow, InstrumentsPage};
use crate::web::views::parts::Anchor;
use crate::web::views::{Choice, Fields, Place};

const PARTIES_SHOWN: usize = 8;

pub async fn list(visit: Visit) -> Page {
    let law = &visit.app.law.framework;
    let on = visit.now().to_zoned(visit.zone()).date();
    let typed = visit.q("q").trim();
    let pair = pair(visit.q("party"));
    let bonds = pair.map(|(a, b)| binding(law, a, b, on));
    let mut shown: Vec<&Instrument> = law
        .instruments()
        .filter(|one| bonds.as_ref().is_none_or(|bonds| status::bond_of(bonds, &one.id).is_some()))
        .filter(|one| holds(one, &typed.to_lowercase()))
        .collect();
    // Of a pair, what binds it comes first.
    let rank = |one: &Instrument| {
        bonds.as_ref().and_then(|all| all.iter().position(|bond| bond.instrument == one.id))
    };
    shown.sort_by_cached_key(|one| (rank(one), one.draft, one.force, words::text(visit.lang(), &one.short)));
    let rows = shown.into_iter().map(|one| row(&visit, one, bonds.as_deref(), on)).collect();
    let fields = [("q", typed), ("party", visit.q("party"))];
    show(&InstrumentsPage {
        frame: visit.frame(Place::Instruments).await?,
        fields: Fields::new(fields.map(|(name, value)| (name.to_owned(), value.to_owned()))),
        parties: choices(&visit),
        rows,
        on: visit.lang().date(on),
    })
}

fn row(visit: &Visit, one: &Instrument, bonds: Option<&[Bond]>, on: Date) -> InstrumentRow {
    let lang = visit.lang();
    let bond = bonds.and_then(|bonds| status::bond_of(bonds, &one.id));
    let (status, status_note) = match bond {
        Some(bond) => status::between(visit, bond),
        None => status::alone(visit, one, on),
    };
    let rules: usize = one.articles.iter().map(|article| article.rules.len()).sum();
    InstrumentRow {
        title: Anchor::new(words::text(lang, &one.short), format!("/instruments/{}", one.id)),
        force: status::force(visit.t(), one.force),
        parties: parties(one),
        status,
        status_note,
        confidence: words::confidence(one.confidence),
        rules: u64::try_from(rules).unwrap_or(u64::MAX),
    }
}

fn parties(one: &Instrument) -> String {
    let states: Vec<String> = one
        .parties
        .iter()
        .map(|p| p.state)
        .chain(one.addressed_to.iter().copied())
        .map(|s| s.to_string())
        .collect();
    match states.get(..PARTIES_SHOWN) {
        Some(first) if states.len() > PARTIES_SHOWN => {
            format!("{} +{}", first.join(", "), states.len() - PARTIES_SHOWN)
        }
        _ => states.join(", "),
    }
}

/// Part of a title in any language, or of the id.
fn holds(one: &Instrument, typed: &str) -> bool {
    let titles =
        ["en", "ru", "kk"].into_iter().flat_map(|lang| [&one.title, &one.short].map(|t| t.in_language(lang)));
    typed.is_empty()
        || one.id.as_str().contains(typed)
        || titles.into_iter().any(|t| t.to_lowercase().contains(typed))
}

/// Any, then our own pairs, then every other pair the law knows.
fn choices(visit: &Visit) -> Vec<Choice> {
    let own = status::own_pairs(visit);
    let code = |(a, b): (State, State)| format!("{a}-{b}");
    let same = |(a, b): (State, State), (c, d): (State, State)| (a, b) == (c, d) || (a, b) == (d, c);
    let others = visit.app.law.framework.pairs().filter(|pair| !own.iter().any(|mine| same(*mine, *pair)));
    let pairs = own.iter().copied().chain(others).map(|pair| Choice::new(code(pair), code(pair)));
    std::iter::once(Choice::new("", visit.t().any_party())).chain(pairs).collect()
}

fn pair(code: &str) -> Option<(State, State)> {
    let (a, b) = code.split_once('-')?;
    Some((a.parse().ok()?, b.parse().ok()?))
}
