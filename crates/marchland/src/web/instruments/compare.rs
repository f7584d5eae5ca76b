//! `GET /instruments/compare?left=&right=&topic=&on=`: two instruments, or two pairs of states, side by side by form and
//! aspect.
//!
//! Never: says which of the two is better.

use marchland_law::{
    Aspect, CompareRow, Comparison, FormId, Provision, Said, Subject, compare as side_by_side,
};

use crate::survey::Words;
use crate::web::fill::words as fill;
use crate::web::framework::{Asked, export};
use crate::web::page::{Page, Visit, again, show};
use crate::web::views::framework::{ComparePage, ComparedForm, ComparedRow, SaidView, StripCell, Strips};
use crate::web::views::parts::Anchor;
use crate::web::views::{Choice, Fields, Place, Problem};

pub async fn compare(visit: Visit) -> Page {
    let mut asked = Asked::of(&visit).only(&["on"]);
    let (law, lang, t) = (&*visit.app.law.framework, visit.lang(), visit.t());
    let words = Words { law, lang };
    let (typed_left, typed_right) = (visit.q("left").trim(), visit.q("right").trim());
    let both = !typed_left.is_empty() && !typed_right.is_empty();
    let (left, right) = (subject(&words, typed_left), subject(&words, typed_right));
    for (name, typed, found) in [("left", typed_left, &left), ("right", typed_right, &right)] {
        if !typed.is_empty() && found.is_none() {
            let typed: String = typed.chars().take(60).collect();
            asked.problems.push(Problem { field: name.to_owned(), text: t.problem_law_subject(typed) });
        }
    }
    let found = match (&left, &right) {
        (Some(left), Some(right)) => side_by_side(law, left, right, asked.on).ok(),
        _ => None,
    };
    let topic = visit.q("topic").trim();
    let rows: Vec<&CompareRow> =
        found.iter().flat_map(|found| &found.rows).filter(|row| about(row, topic)).collect();
    match (export::wanted(&visit), &found) {
        (export::As::Json, Some(found)) => {
            let rows = rows.into_iter().cloned().collect();
            return export::json("comparison", &Comparison { rows, ..found.clone() });
        }
        (export::As::Csv, Some(found)) => return export::csv("comparison", lines(found, &rows)),
        _ => {}
    }
    let href =
        format!("/instruments/compare?left={typed_left}&right={typed_right}&topic={topic}&on={}", asked.on);
    let page = ComparePage {
        frame: visit.frame(Place::Instruments).await?,
        fields: Fields::new(
            [("left", typed_left), ("right", typed_right), ("topic", topic), ("on", &asked.on_typed)]
                .map(|(name, value)| (name.to_owned(), value.to_owned())),
        )
        .with_problems(asked.problems.clone()),
        subjects: subjects(&visit, &words, &asked),
        topics: topics(&words),
        on: lang.date(asked.on),
        left: left.as_ref().map(|one| anchor(&words, one)).unwrap_or_default(),
        right: right.as_ref().map(|one| anchor(&words, one)).unwrap_or_default(),
        same: rows.iter().filter(|row| row.same).count(),
        differing: rows.iter().filter(|row| !row.same).count(),
        strips: strips(&words, &rows),
        forms: forms(&words, &rows),
        asked: both && found.is_some(),
        exports: export::links(&href),
    };
    if asked.problems.is_empty() { show(&page) } else { again(&page) }
}

/// An instrument or a pair that this law knows.
fn subject(words: &Words<'_>, typed: &str) -> Option<Subject> {
    let subject: Subject = typed.parse().ok()?;
    match &subject {
        Subject::Instrument(id) => words.law.instrument(id).is_some_and(|i| !i.draft).then_some(subject),
        Subject::Pair([a, b]) => {
            let known = words.law.pairs().any(|(x, y)| (x, y) == (*a, *b) || (y, x) == (*a, *b));
            known.then_some(subject)
        }
    }
}

fn anchor(words: &Words<'_>, subject: &Subject) -> Anchor {
    match subject {
        Subject::Instrument(id) => Anchor::new(words.instrument(id), format!("/instruments/{id}")),
        Subject::Pair(pair) => Anchor::new(
            pair.map(|state| words.state(state)).join(" – "),
            format!("/framework/gaps?pair={subject}"),
        ),
    }
}

/// A topic is an aspect or a form; everything else is all.
fn about(row: &CompareRow, topic: &str) -> bool {
    match Aspect::from_code(topic) {
        Some(aspect) => row.aspect == aspect,
        None => topic.is_empty() || row.form.as_str() == topic,
    }
}

/// By the number of the form.
fn ordered<'r>(words: &Words<'_>, rows: &[&'r CompareRow]) -> Vec<&'r CompareRow> {
    let number = |form: &FormId| words.law.vocabulary().forms.get(form).map(|form| form.number);
    let mut ordered = rows.to_vec();
    ordered.sort_by_key(|row| number(&row.form));
    ordered
}

/// Where a row of the table stands, for links to it.
fn anchor_of(row: &CompareRow) -> String {
    format!("{}-{}", row.form, row.aspect)
}

/// One line a form, one cell an aspect: which of the two says something, before what is said.
fn strips(words: &Words<'_>, rows: &[&CompareRow]) -> Strips {
    let told: Vec<&CompareRow> = rows.iter().copied().filter(|row| row.aspect != Aspect::Coverage).collect();
    let aspects: Vec<Aspect> =
        Aspect::ALL.iter().copied().filter(|aspect| told.iter().any(|row| row.aspect == *aspect)).collect();
    let mut forms: Vec<&FormId> = ordered(words, &told).into_iter().map(|row| &row.form).collect();
    forms.dedup();
    let cell = |form: &FormId, aspect: Aspect| {
        let row = told.iter().find(|row| row.form == *form && row.aspect == aspect)?;
        Some(StripCell { sides: row.sides(), href: format!("#{}", anchor_of(row)) })
    };
    Strips {
        rows: forms
            .into_iter()
            .map(|form| (words.form(form), aspects.iter().map(|aspect| cell(form, *aspect)).collect()))
            .collect(),
        aspects: aspects.into_iter().map(|aspect| words.aspect(aspect)).collect(),
    }
}

fn forms(words: &Words<'_>, rows: &[&CompareRow]) -> Vec<ComparedForm> {
    let mut forms: Vec<(FormId, ComparedForm)> = Vec::new();
    for row in ordered(words, rows) {
        let said = |list: &[Said]| -> Vec<SaidView> {
            let view = |(what, by): (String, Option<&Provision>)| SaidView {
                what,
                provision: by.map(|p| {
                    Anchor::new(words.provision(p), fill::provision_href(&p.instrument, &p.article))
                }),
            };
            words.said_by_article(row.aspect, list).into_iter().map(view).collect()
        };
        let compared = ComparedRow {
            anchor: anchor_of(row),
            aspect: words.aspect(row.aspect),
            left: said(&row.left),
            right: said(&row.right),
            same: row.same,
        };
        match forms.last_mut() {
            Some((form, held)) if *form == row.form => held.rows.push(compared),
            _ => forms
                .push((row.form.clone(), ComparedForm { form: words.form(&row.form), rows: vec![compared] })),
        }
    }
    forms.into_iter().map(|(_, form)| form).collect()
}

/// Pairs first, ours before others; then instruments by name.
fn subjects(visit: &Visit, words: &Words<'_>, asked: &Asked) -> Vec<Choice> {
    let pairs = crate::web::framework::pair_choices(visit, asked.home);
    let mut instruments: Vec<Choice> = words
        .law
        .instruments()
        .filter(|one| !one.draft)
        .map(|one| Choice::new(one.id.as_str(), words.text(&one.short)))
        .collect();
    instruments.sort_by(|a, b| a.text.cmp(&b.text));
    instruments.into_iter().chain(pairs).collect()
}

fn topics(words: &Words<'_>) -> Vec<Choice> {
    let mut forms: Vec<(u32, Choice)> = words
        .law
        .vocabulary()
        .forms
        .iter()
        .map(|(id, form)| (form.number, Choice::new(id.as_str(), words.form(id))))
        .collect();
    forms.sort_by_key(|(number, _)| *number);
    let all = Choice::new("", words.lang.words().compare_everything());
    let aspects = Aspect::ALL.iter().map(|aspect| Choice::new(aspect.code(), words.aspect(*aspect)));
    std::iter::once(all).chain(aspects).chain(forms.into_iter().map(|(_, choice)| choice)).collect()
}

fn lines(found: &Comparison, rows: &[&CompareRow]) -> Vec<Vec<String>> {
    let (left, right) = (found.left.to_string(), found.right.to_string());
    let said = |list: &[Said]| {
        let one = |said: &Said| match &said.provision {
            Some(p) => format!("{} ({} {})", said.what, p.instrument, p.article),
            None => said.what.clone(),
        };
        list.iter().map(one).collect::<Vec<_>>().join("; ")
    };
    let line = |row: &&CompareRow| {
        vec![
            row.form.to_string(),
            row.aspect.to_string(),
            row.same.to_string(),
            said(&row.left),
            said(&row.right),
        ]
    };
    std::iter::once(export::header(&["form", "aspect", "same", &left, &right]))
        .chain(rows.iter().map(line))
        .collect()
}
