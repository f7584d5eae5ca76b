//! Lays the words of two names beside each other and says per part of the name what that is evidence of.
//!
//! Never: looks at dates, sex or the size of the list; lets a patronymic stand for a given name.

use crate::distance::{distance, tolerated};
use crate::evidence::{Evidence, Field};
use crate::name::{self, Part, Token};
use crate::{tables, weights};

/// One word of a listed name: its part and what it may sound like.
pub(crate) struct Listed<'a> {
    pub part: Part,
    pub readings: Vec<&'a str>,
    /// Bits of an exact agreement on this word.
    pub rarity: f64,
}

/// How one word fits another.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Fit {
    distance: f64,
    how: How,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum How {
    Spelt,
    Variant,
    Initial,
    Cut,
}

/// One piece of evidence per part of the listed name; with `explain` in sentences, otherwise only weighed.
pub(crate) fn names(theirs: &[Token], listed: &[Listed<'_>], explain: bool) -> Vec<Evidence> {
    let mut fits: Vec<(f64, usize, usize, Fit)> = Vec::new();
    for (i, t) in theirs.iter().enumerate() {
        for (j, l) in listed.iter().enumerate() {
            if let Some(fit) = fit(t, l) {
                let crossed =
                    if t.part == l.part || t.part == Part::Any || l.part == Part::Any { 0.0 } else { 0.8 };
                fits.push((fit.distance + crossed, i, j, fit));
            }
        }
    }
    fits.sort_by(|a, b| a.0.total_cmp(&b.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut of_listed: Vec<Option<(usize, Fit)>> = vec![None; listed.len()];
    let mut used = vec![false; theirs.len()];
    for (_, i, j, fit) in fits {
        if !used[i] && of_listed[j].is_none() {
            used[i] = true;
            of_listed[j] = Some((i, fit));
        }
    }
    let spare = |part: Part| theirs.iter().enumerate().any(|(i, t)| !used[i] && serves(t.part, part));
    let mut out = Vec::new();
    for (field, part) in
        [(Field::Family, Part::Family), (Field::Given, Part::Given), (Field::Patronymic, Part::Patronymic)]
    {
        let here: Vec<usize> = (0..listed.len()).filter(|j| listed[*j].part == part).collect();
        if !here.is_empty() {
            out.push(part_evidence(field, theirs, listed, &here, &of_listed, spare(part), explain));
        }
    }
    // A name without parts: its first two words must both be found; a third may be absent.
    let any: Vec<usize> = (0..listed.len()).filter(|j| listed[*j].part == Part::Any).collect();
    if !any.is_empty() {
        let unmatched = any.iter().filter(|j| of_listed[**j].is_none()).count();
        let left = theirs.iter().enumerate().filter(|(i, t)| !used[*i] && t.part != Part::Patronymic).count();
        let (first, rest) = any.split_at(any.len() / 2 + any.len() % 2);
        for (field, part) in [(Field::Family, first), (Field::Given, rest)] {
            if !part.is_empty() {
                let mut e = part_evidence(field, theirs, listed, part, &of_listed, false, explain);
                e.contradicts = unmatched > 0 && left > 0;
                e.bits = if e.contradicts { weights::CONTRADICTION } else { e.bits };
                out.push(e);
            }
        }
    }
    out
}

/// A word tagged so can stand for that part of a name.
fn serves(tagged: Part, part: Part) -> bool {
    match part {
        Part::Patronymic => tagged == Part::Patronymic,
        _ => tagged != Part::Patronymic,
    }
}

fn part_evidence(
    field: Field,
    theirs: &[Token],
    listed: &[Listed<'_>],
    here: &[usize],
    of_listed: &[Option<(usize, Fit)>],
    spare: bool,
    explain: bool,
) -> Evidence {
    let (mut bits, mut reasons, mut matched) = (0.0, Vec::new(), 0);
    let mut shown = Vec::new();
    for j in here {
        let Some((i, fit)) = of_listed[*j] else { continue };
        matched += 1;
        let (their, list) = (&theirs[i], &listed[*j]);
        bits += worth(fit, list.rarity);
        if their.part != list.part && their.part != Part::Any && list.part != Part::Any {
            bits -= weights::EXCHANGED;
            if explain {
                reasons.push("stands in another part of the name".to_string());
            }
        }
        if explain {
            reasons.push(sentence(their, list, fit));
            shown.push(their.word.clone());
        }
    }
    let absent = here.len() - matched;
    let contradicts = matched == 0 && spare;
    if contradicts {
        bits = weights::CONTRADICTION;
    } else if matched > 0 && absent > 0 {
        bits += weights::HALF_ABSENT;
    }
    if !explain {
        let nothing = String::new;
        return Evidence {
            field,
            bits,
            contradicts,
            theirs: nothing(),
            listed: nothing(),
            because: nothing(),
        };
    }
    if contradicts {
        reasons.push("no word of the other name fits".to_string());
        let unused = |i: &usize| !of_listed.iter().flatten().any(|(used, _)| used == i);
        let words =
            (0..theirs.len()).filter(unused).filter(|i| serves(theirs[*i].part, listed[here[0]].part));
        shown.extend(words.map(|i| theirs[i].word.clone()));
    } else if matched == 0 {
        reasons.push("missing on one side, which says nothing".to_string());
    } else if absent > 0 {
        reasons.push("one word of several is absent".to_string());
    }
    Evidence {
        field,
        bits,
        contradicts,
        theirs: shown.join(" "),
        listed: here
            .iter()
            .filter_map(|j| listed[*j].readings.first().copied())
            .collect::<Vec<_>>()
            .join(" "),
        because: reasons.join("; "),
    }
}

fn worth(fit: Fit, rarity: f64) -> f64 {
    match fit.how {
        How::Spelt => (rarity - fit.distance * weights::PER_DISTANCE).max(0.0),
        How::Variant => rarity - weights::VARIANT,
        How::Initial => weights::INITIAL.min(rarity),
        How::Cut => (rarity - weights::CUT).max(0.0),
    }
}

fn fit(their: &Token, listed: &Listed<'_>) -> Option<Fit> {
    if (their.part == Part::Patronymic) != (listed.part == Part::Patronymic) {
        return None;
    }
    let mut best: Option<Fit> = None;
    let mut offer = |distance: f64, how: How| {
        if best.is_none_or(|b| distance < b.distance) {
            best = Some(Fit { distance, how });
        }
    };
    let family = their.part == Part::Family || listed.part == Part::Family;
    for a in &their.readings {
        for b in &listed.readings {
            if a.sounds == **b {
                return Some(Fit { distance: 0.0, how: How::Spelt });
            }
            let (x, y) = (a.sounds.as_str(), *b);
            if name::same_given(x, y) {
                offer(0.05, How::Variant);
                continue;
            }
            let short = x.len().min(y.len());
            if short == 1
                && their.part != Part::Family
                && listed.part != Part::Family
                && x.as_bytes()[0] == y.as_bytes()[0]
            {
                offer(0.3, How::Initial);
            }
            if their.cut && short >= 2 && y.starts_with(x) {
                offer(0.3, How::Cut);
            }
            // Surnames lose their gender with their last vowels, given names do not.
            let d = if family { distance(stem(x), stem(y)) } else { distance(x, y) };
            // Two names people bear, and not one name: one letter is enough to tell them apart.
            let names_apart = !family && d >= 0.8 && name::different_given(x, y);
            if d <= tolerated(x, y) && !names_apart {
                offer(d, How::Spelt);
            }
        }
    }
    best
}

/// A surname without the vowels of its gender.
fn stem(sounds: &str) -> &str {
    let stem = sounds.trim_end_matches(['a', 'e', 'i', 'o', 'u']);
    if stem.len() < 3 { sounds } else { stem }
}

fn sentence(their: &Token, listed: &Listed<'_>, fit: Fit) -> String {
    match fit.how {
        How::Variant => "a spelling of the same given name in another language".to_string(),
        How::Initial => "the initial fits".to_string(),
        How::Cut => "the beginning fits, the zone may have cut the rest".to_string(),
        How::Spelt if fit.distance == 0.0 => match standard(&their.word, listed) {
            Some(table) => format!("sounds the same, spelt after {table}"),
            None => "sounds the same".to_string(),
        },
        How::Spelt => format!("differs by {:.1} typing errors", fit.distance),
    }
}

/// The published table under which their Cyrillic word has the listed sounds.
fn standard(word: &str, listed: &Listed<'_>) -> Option<&'static str> {
    let sounds_listed = |latin: &str| {
        crate::fold::sounds(&crate::fold::plain(latin)).iter().any(|s| listed.readings.contains(&s.as_str()))
    };
    tables::ALL.iter().find(|t| t.romanise(word).is_some_and(|l| sounds_listed(&l))).map(|t| t.name)
}
