//! `GET /framework/what-if?pair=&on=&reform=`: findings and verdicts before and after drafts, in the law and in the acts
//! recorded here.
//!
//! Never: enacts anything.

use marchland_law::{ActsEffect, InstrumentId, VerdictChange, WhatIf, what_if as compute};

use super::asked::{Asked, code, pair_choices};
use super::export::{self, As};
use crate::acts::{CannotAct, recorded};
use crate::survey::Words;
use crate::web::fill::decision::verdict_of_code;
use crate::web::l10n;
use crate::web::page::{Page, Visit, again, show};
use crate::web::views::framework::{Switch, VerdictRow, WhatIfPage, WhatIfResult};
use crate::web::views::{Fields, Place};

pub async fn what_if(visit: Visit) -> Page {
    let asked = Asked::of(&visit).only(&["on", "pair", "reform"]);
    let pair = asked.pair.ok_or(CannotAct::NotFound)?;
    let (law, lang, t) = (&*visit.app.law.framework, visit.lang(), visit.t());
    let words = Words { law, lang };
    let found = if asked.reforms.is_empty() {
        None
    } else {
        let acts = recorded::acts(&visit.app.store, &visit.app.directory, pair).await?;
        let given = acts.given(&visit.app.directory);
        let mut found =
            compute(law, &asked.reforms, pair, asked.on, Some(given)).map_err(CannotAct::internal)?;
        // Which cases changed is for those who may open them; everybody sees how many.
        if let Some(acts) = &mut found.acts {
            acts.changed.clear();
        }
        Some(found)
    };
    match (export::wanted(&visit), &found) {
        (As::Json, Some(found)) => return export::json("what-if", found),
        (As::Csv, Some(found)) => return export::csv("what-if", lines(&words, found)),
        _ => {}
    }
    let [a, b] = pair.map(|state| words.state(state));
    let page = WhatIfPage {
        frame: visit.frame(Place::Framework).await?,
        fields: Fields::new(
            [("pair", code(pair)), ("on", asked.on_typed.clone())].map(|(n, v)| (n.to_owned(), v)),
        )
        .with_problems(asked.problems.clone()),
        pairs: pair_choices(&visit, asked.home),
        pair: t.between_two(a, b),
        on: lang.date(asked.on),
        reforms: switches(&words, &asked.reforms),
        result: found.as_ref().map(|found| result(&words, found)),
        exports: export::links(&format!(
            "/framework/what-if?{}{}",
            asked.pair_query(pair),
            asked.reform_query()
        )),
    };
    if asked.problems.is_empty() { show(&page) } else { again(&page) }
}

fn switches(words: &Words<'_>, chosen: &[InstrumentId]) -> Vec<Switch> {
    let mut list: Vec<Switch> = words
        .law
        .reforms()
        .map(|draft| Switch {
            id: draft.id.to_string(),
            name: words.text(&draft.short),
            on: chosen.contains(&draft.id),
            effect: String::new(),
        })
        .collect();
    list.sort_by(|a, b| a.name.cmp(&b.name));
    list
}

fn result(words: &Words<'_>, found: &WhatIf) -> WhatIfResult {
    let side = |state, level| format!("{}, {}", words.state(state), words.level(level).to_lowercase());
    let other = |acting| if found.pair[0] == acting { found.pair[1] } else { found.pair[0] };
    let row = |change: &VerdictChange| VerdictRow {
        form: words.form(&change.form),
        from: side(change.acting, change.from),
        to: side(other(change.acting), change.to),
        before: verdict_of_code(change.before),
        after: verdict_of_code(change.after),
    };
    WhatIfResult {
        before: found.gaps_before,
        after: found.gaps_after,
        closed: found.closed.iter().map(|gap| words.gap_line(gap)).collect(),
        opened: found.opened.iter().map(|gap| words.gap_line(gap)).collect(),
        verdicts: found.verdicts.iter().map(row).collect(),
        acts: found.acts.as_ref().map(|acts| self::acts(words.lang.words(), acts)),
    }
}

/// Counts alone, each with its word.
fn acts(t: l10n::Words, acts: &ActsEffect) -> Vec<(String, u64)> {
    let count = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
    vec![
        (t.acts_tried(), count(acts.tried)),
        (t.acts_not_permitted(), count(acts.not_permitted)),
        (t.acts_rerouted(), count(acts.rerouted)),
        (t.acts_would_be_lawful(), count(acts.would_be_lawful)),
        (t.acts_days_saved(), acts.days_saved),
        (t.acts_days_not_known(), count(acts.days_not_known)),
    ]
}

fn lines(words: &Words<'_>, found: &WhatIf) -> Vec<Vec<String>> {
    let mut lines = vec![export::header(&["what", "form", "acting", "from", "to", "before", "after"])];
    let count = |what: &str, before: String, after: String| {
        let blank = String::new;
        vec![what.to_owned(), blank(), blank(), blank(), blank(), before, after]
    };
    lines.push(count("findings", found.gaps_before.to_string(), found.gaps_after.to_string()));
    if let Some(acts) = &found.acts {
        let lawful = (acts.tried - acts.not_permitted).to_string();
        let with_drafts = (acts.tried - acts.not_permitted + acts.would_be_lawful).to_string();
        lines.push(count("acts-permitted", lawful, with_drafts));
        lines.push(count("days-saved", String::new(), acts.days_saved.to_string()));
    }
    for (word, gaps) in [("finding-closed", &found.closed), ("finding-opened", &found.opened)] {
        lines.extend(gaps.iter().map(|gap| {
            let acting = gap.acting.map(|state| state.to_string()).unwrap_or_default();
            let level = gap.level.map(|level| level.to_string()).unwrap_or_default();
            let blank = String::new;
            vec![word.to_owned(), words.gap_line(gap), acting, level, blank(), blank(), blank()]
        }));
    }
    lines.extend(found.verdicts.iter().map(|change| {
        vec![
            "verdict".to_owned(),
            change.form.to_string(),
            change.acting.to_string(),
            change.from.to_string(),
            change.to.to_string(),
            change.before.to_owned(),
            change.after.to_owned(),
        ]
    }));
    lines
}
