//! `GET /framework?on=&reform=&with=&compare=&cell=&view=`: what the law gives, by form, neighbour and level, on a day; with
//! drafts switched on, what they would change.
//!
//! Never: computes the law of one address more than once.

use marchland_law::{Column, Framework, InstrumentId, State};

use super::asked::{Asked, CellAt, code};
use super::export::{self, As};
use super::{cell, strip};
use crate::acts::{Acted, CannotAct};
use crate::survey::{GapMap, Mark, Words, gap_map};
use crate::web::page::{Page, Visit, again, show};
use crate::web::views::framework::{MapCell, MapCells, MapGroup, MapPage, MapRow, Switch};
use crate::web::views::{Choice, Fields, Place};

pub async fn map(visit: Visit) -> Page {
    let mut asked = Asked::of(&visit);
    let law = &*visit.app.law.framework;
    let best = asked.settle_comparator(law);
    let pairs = asked.pairs();
    let before = gap_map(law, &pairs, asked.on);
    let reformed = if asked.reforms.is_empty() {
        None
    } else {
        Some(law.with_reforms(&asked.reforms, asked.on).map_err(CannotAct::internal)?)
    };
    let after = reformed.as_ref().map(|law| gap_map(law, &pairs, asked.on));
    let shown = after.as_ref().unwrap_or(&before);
    let changed = shown.changed(&before);
    match export::wanted(&visit) {
        As::Page => {}
        As::Json => return export::json("gap-map", shown),
        As::Csv => return export::csv("gap-map", lines(shown, &changed)),
    }
    let after = after.as_ref().zip(reformed.as_ref());
    let page = draw(&visit, &asked, best, &before, after).await?;
    if asked.problems.is_empty() { show(&page) } else { again(&page) }
}

async fn draw(
    visit: &Visit,
    asked: &Asked,
    best: Option<[State; 2]>,
    before: &GapMap,
    after: Option<(&GapMap, &Framework)>,
) -> Acted<MapPage> {
    let lang = visit.lang();
    let law = &*visit.app.law.framework;
    let words = Words { law, lang };
    let shown = after.map_or(before, |(map, _)| map);
    let changed = shown.changed(before);
    let neighbour =
        |column: &Column| matches!(column, Column::Pair { states, .. } if Some(*states) != asked.compare);
    let own = asked.cell.as_ref().map(|cell| cell.pair).filter(|pair| Some(*pair) != asked.compare);
    let pair = own.or(asked.pair);
    let of_pair =
        |path: &str| pair.map(|pair| format!("{path}?{}", asked.pair_query(pair))).unwrap_or_default();
    let here = asked.map_href(|_| {});
    let groups = groups(visit, asked);
    Ok(MapPage {
        frame: visit.frame(Place::Framework).await?,
        summary: summary(visit, asked, shown),
        fields: fields(asked),
        on: lang.date(asked.on),
        strip: strip::strip(visit, asked),
        rows: rows(&words, &groups, asked, shown, &changed),
        groups,
        legend: shown.counts(neighbour),
        changed: changed.len(),
        reforms: switches(visit, asked),
        panel: match &asked.cell {
            Some(at) => cell::panel(visit, asked, at, before, after).await?,
            None => None,
        },
        list: asked.list,
        other_view: asked.map_href(|to| to.list = !to.list),
        kept: kept(asked),
        with: with(visit, asked),
        comparators: comparators(visit, asked, best.map(code)),
        exports: export::links(&here),
        gaps: of_pair("/framework/gaps"),
        report: of_pair("/framework/report"),
        what_if: format!("{}{}", of_pair("/framework/what-if"), asked.reform_query()),
        timeline: of_pair("/framework/timeline"),
    })
}

/// What stands on the map, and what is to be known about its day.
fn summary(visit: &Visit, asked: &Asked, shown: &GapMap) -> String {
    let t = visit.t();
    let words = Words { law: &visit.app.law.framework, lang: visit.lang() };
    let mut parts = vec![t.map_summary(shown.matrix.rows.len())];
    if !asked.reforms.is_empty() {
        let names: Vec<String> = asked.reforms.iter().map(|id| words.instrument(id)).collect();
        parts.push(t.map_drafts_on(names.join(", ")));
    }
    let days = strip::days(visit, asked);
    let empty = shown.counts(|_| true).iter().all(|(mark, _)| *mark == Mark::NoBasis);
    match (days.first(), days.last()) {
        (Some(first), _) if asked.on < *first && empty => {
            parts.push(t.map_before_all(visit.lang().date(*first)))
        }
        (_, Some(last)) if asked.on > asked.today && asked.on > *last => parts.push(t.map_after_all()),
        _ => {}
    }
    parts.join(" ")
}

fn groups(visit: &Visit, asked: &Asked) -> Vec<MapGroup> {
    let t = visit.t();
    let levels = vec![t.level_short_central(), t.level_short_regional(), t.level_short_district()];
    let own = asked.with.iter().map(|state| (t.state_name(state.as_str()), false));
    let compare = asked.compare.map(|pair| (t.map_compare(code(pair)), true));
    own.chain(compare).map(|(name, compare)| MapGroup { name, compare, levels: levels.clone() }).collect()
}

fn rows(
    words: &Words<'_>,
    groups: &[MapGroup],
    asked: &Asked,
    shown: &GapMap,
    changed: &[(usize, usize)],
) -> Vec<MapRow> {
    let cell = |row: usize, column: usize, level_name: &str| {
        let Column::Pair { states, level } = shown.matrix.columns.get(column)? else { return None };
        let at = CellAt { form: shown.matrix.rows.get(row)?.form.clone(), pair: *states, level: *level };
        Some(MapCell {
            mark: shown.mark(row, column)?,
            level: level_name.to_owned(),
            href: asked.map_href(|to| to.cell = Some(asked.cell_code(&at))),
            changed: changed.contains(&(row, column)),
            current: asked.cell.as_ref() == Some(&at),
        })
    };
    let cells = |row: usize, index: usize, group: &MapGroup| {
        let levels = group.levels.iter().enumerate();
        levels.filter_map(|(level, name)| cell(row, index * group.levels.len() + level, name)).collect()
    };
    let row = |(index, row): (usize, &marchland_law::Row)| MapRow {
        form: words.form(&row.form),
        groups: groups
            .iter()
            .enumerate()
            .map(|(at, group)| MapCells { name: group.name.clone(), cells: cells(index, at, group) })
            .collect(),
    };
    shown.matrix.rows.iter().enumerate().map(row).collect()
}

/// Each draft with what it alone would change on this map.
fn switches(visit: &Visit, asked: &Asked) -> Vec<Switch> {
    let law = &*visit.app.law.framework;
    let words = Words { law, lang: visit.lang() };
    let effect = |id: &InstrumentId| {
        // A draft changes nothing between states it is not between.
        let parties = &law.instrument(id)?.parties;
        let party = |state: &State| parties.iter().any(|party| party.state == *state);
        let mut pairs = asked.pairs();
        pairs.retain(|pair| pair.iter().all(party));
        let alone = law.with_reforms(std::slice::from_ref(id), asked.on).ok()?;
        Some(gap_map(&alone, &pairs, asked.on).changed(&gap_map(law, &pairs, asked.on)).len())
    };
    let mut list: Vec<Switch> = law
        .reforms()
        .map(|draft| Switch {
            id: draft.id.to_string(),
            name: words.text(&draft.short),
            on: asked.reforms.contains(&draft.id),
            effect: effect(&draft.id).map(|cells| visit.t().map_cells(cells)).unwrap_or_default(),
        })
        .collect();
    list.sort_by(|a, b| a.name.cmp(&b.name));
    list
}

fn fields(asked: &Asked) -> Fields {
    let codes = |states: &[State]| states.iter().map(State::to_string).collect::<Vec<_>>().join(" ");
    let compare = asked.compare.map_or_else(|| "none".to_owned(), code);
    let values = [("on", asked.on_typed.clone()), ("with", codes(&asked.with)), ("compare", compare)];
    Fields::new(values.map(|(name, value)| (name.to_owned(), value))).with_problems(asked.problems.clone())
}

fn kept(asked: &Asked) -> Vec<(&'static str, String)> {
    let cell = asked.cell.as_ref().map(|cell| ("cell", asked.cell_code(cell)));
    let view = asked.list.then(|| ("view", "list".to_owned()));
    cell.into_iter().chain(view).collect()
}

/// Every state with which ours has some law.
fn with(visit: &Visit, asked: &Asked) -> Vec<Choice> {
    let Some(home) = asked.home else { return Vec::new() };
    let pairs = visit.app.law.framework.pairs();
    let others = pairs.filter_map(|(a, b)| match (a == home, b == home) {
        (true, false) => Some(b),
        (false, true) => Some(a),
        _ => None,
    });
    let mut list: Vec<Choice> =
        others.map(|state| Choice::new(state.as_str(), visit.t().state_name(state.as_str()))).collect();
    list.sort_by(|a, b| a.text.cmp(&b.text));
    list
}

fn comparators(visit: &Visit, asked: &Asked, best: Option<String>) -> Vec<Choice> {
    let law = &*visit.app.law.framework;
    let ours: Vec<State> = asked.home.into_iter().chain(asked.with.iter().copied()).collect();
    let others =
        law.pairs().map(|(a, b)| [a, b]).filter(|pair| !pair.iter().any(|state| ours.contains(state)));
    let mark = |pair: [State; 2]| {
        let code = code(pair);
        let text = if best.as_ref() == Some(&code) { visit.t().map_best(&code) } else { code.clone() };
        Choice::new(code, text)
    };
    std::iter::once(Choice::new("none", visit.t().map_no_compare())).chain(others.map(mark)).collect()
}

/// One line a cell.
fn lines(map: &GapMap, changed: &[(usize, usize)]) -> Vec<Vec<String>> {
    let names = ["form", "pair", "level", "mark", "coverage", "changed_by_draft", "confidence", "provisions"];
    let mut lines = vec![export::header(&names)];
    for (r, row) in map.matrix.rows.iter().enumerate() {
        for (c, cell) in row.cells.iter().enumerate() {
            let (Some(Column::Pair { states, level }), Some(mark)) =
                (map.matrix.columns.get(c), map.mark(r, c))
            else {
                continue;
            };
            let provisions: Vec<String> =
                cell.provisions.iter().map(|p| format!("{} {}", p.instrument, p.article)).collect();
            lines.push(vec![
                row.form.to_string(),
                code(*states),
                level.to_string(),
                mark.code().to_owned(),
                cell.coverage.to_string(),
                changed.contains(&(r, c)).to_string(),
                cell.confidence.map(|c| c.to_string()).unwrap_or_default(),
                provisions.join("; "),
            ]);
        }
    }
    lines
}
