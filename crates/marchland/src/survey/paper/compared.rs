//! The pair of the report beside the best comparator: only what differs, and what is true of many forms alike only once.
//!
//! Never: says which of the two is better.

use std::collections::BTreeMap;

use jiff::civil::Date;
use marchland_law::{Aspect, CompareRow, Said, State, Subject, compare};
use marchland_papers as paper;

use crate::survey::Words;

/// A statement on so many forms is told once for all of them.
const ALIKE_MIN: usize = 3;

/// Forms by their number, each with its name.
type Forms = Vec<(u32, String)>;

pub(super) fn comparison(
    words: &Words<'_>,
    pair: [State; 2],
    best: [State; 2],
    on: Date,
) -> Option<paper::Comparison> {
    let found = compare(words.law, &Subject::Pair(pair), &Subject::Pair(best), on).ok()?;
    let names = |pair: [State; 2]| pair.map(|state| words.state(state)).join(" – ");
    let (same, differing): (Vec<&CompareRow>, Vec<&CompareRow>) = found.rows.iter().partition(|row| row.same);
    Some(paper::Comparison {
        left: names(pair),
        right: names(best),
        rows: rows(words, &differing),
        same: same.len(),
    })
}

/// Statements on many forms first, the widest before the narrower; then form by form.
fn rows(words: &Words<'_>, differing: &[&CompareRow]) -> Vec<paper::CompareRow> {
    let number =
        |row: &CompareRow| words.law.vocabulary().forms.get(&row.form).map_or(u32::MAX, |form| form.number);
    let mut forms: BTreeMap<(Aspect, String, String), Forms> = BTreeMap::new();
    for row in differing {
        let said = |list: &[Said]| cited(words, row.aspect, list);
        let alike = forms.entry((row.aspect, said(&row.left), said(&row.right))).or_default();
        alike.push((number(row), words.form(&row.form)));
    }
    let mut rows: Vec<(Forms, Aspect, paper::CompareRow)> = Vec::new();
    for ((aspect, left, right), mut of) in forms {
        of.sort();
        let groups: Vec<Forms> =
            if of.len() < ALIKE_MIN { of.into_iter().map(|one| vec![one]).collect() } else { vec![of] };
        rows.extend(groups.into_iter().map(|of| {
            let form = of.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>().join(", ");
            let (left, right) = (left.clone(), right.clone());
            (of, aspect, paper::CompareRow { form, aspect: words.aspect(aspect), left, right })
        }));
    }
    rows.sort_by(|(a, x, _), (b, y, _)| (b.len(), a, x).cmp(&(a.len(), b, y)));
    rows.into_iter().map(|(_, _, row)| row).collect()
}

/// `through the centre; directly between regions (CH-DE 2022, Article 4(2))`
fn cited(words: &Words<'_>, aspect: Aspect, list: &[Said]) -> String {
    let told = words.said_by_article(aspect, list).into_iter().map(|(what, by)| match by {
        Some(provision) => format!("{what} ({})", words.provision(provision)),
        None => what,
    });
    told.collect::<Vec<_>>().join("; ")
}
