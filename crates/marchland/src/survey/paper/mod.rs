//! Fills the gap report of two states: framework, matrix, the law over the years, practice on record, findings, comparison
//! with the best comparator, drafts, sources.
//!
//! Never: prints; `marchland_papers` does.

mod compared;
mod drafts;
mod years;

use jiff::ToSpan;
use jiff::civil::Date;
use marchland_law::{
    Column, Finding, Framework, InstrumentId, Practice, Provision, Recorded, Standing, State, Status,
    findings, status,
};
use marchland_papers as paper;

use super::{GapMap, Mark, Words, best_comparator, citation, gap_map};
use crate::web::l10n::Lang;

/// Letters of the hash that name the law on paper.
const PACK_LETTERS: usize = 8;
/// Provisions listed with a finding; the pages have them all.
const PROVISIONS_MAX: usize = 8;

/// What a node has on record between the two states, for the counts in its report.
#[derive(Clone, Copy, Debug)]
pub struct OnRecord<'a> {
    /// Of the year up to the day of the report.
    pub practice: &'a [Practice],
    pub acts: Recorded<'a>,
}

/// The report of two states on a day. The same law, day, language and record give the same report.
pub fn gap_report(
    law: &Framework,
    pair: [State; 2],
    on: Date,
    language: paper::Language,
    record: Option<OnRecord<'_>>,
) -> paper::GapReport {
    let lang = match language {
        paper::Language::En => Lang::En,
        paper::Language::Ru => Lang::Ru,
    };
    let words = Words { law, lang };
    let best = best_comparator(law, &pair, on);
    let pairs: Vec<[State; 2]> = std::iter::once(pair).chain(best).collect();
    let map = gap_map(law, &pairs, on);
    let statuses = status(law, pair[0], pair[1], on);
    let own = |column: &Column| matches!(column, Column::Pair { states, .. } if *states == pair);
    paper::GapReport {
        language,
        pair: pair.map(|state| self::state(&words, state)),
        day: lang.date(on),
        dated: (on.year(), on.month(), on.day()),
        pack: law.id().as_str().chars().take(PACK_LETTERS).collect(),
        comparator: best.map(|pair| pair.map(|state| self::state(&words, state))),
        framework: statuses.iter().map(|status| bound(&words, status)).collect(),
        columns: map.matrix.columns.iter().map(|column| self::column(&words, column)).collect(),
        matrix: map
            .matrix
            .rows
            .iter()
            .zip(&map.marks)
            .map(|(row, marks)| paper::MatrixRow {
                form: words.form(&row.form),
                cells: marks.iter().map(|mark| paper::Cell { mark: self::mark(*mark) }).collect(),
            })
            .collect(),
        counts: map
            .counts(own)
            .into_iter()
            .map(|(mark, cells)| paper::Count { mark: self::mark(mark), cells })
            .collect(),
        timeline: years::timeline(&words, pair, on),
        practice: record.map(|record| practice(&words, &map, pair, on, record.practice)),
        findings: findings(law, pair, on, record.map_or(&[][..], |record| record.practice))
            .iter()
            .map(|finding| self::finding(&words, finding))
            .collect(),
        comparison: best.and_then(|best| compared::comparison(&words, pair, best, on)),
        reforms: law
            .reforms()
            .filter(|draft| between(draft, pair))
            .filter_map(|draft| drafts::reform(&words, &draft.id, pair, on, record.map(|r| r.acts)))
            .collect(),
        sources: statuses
            .iter()
            .filter(|s| s.bond.standing == Standing::Binds)
            .flat_map(|s| sources(&words, &s.bond.instrument))
            .collect(),
    }
}

fn state(words: &Words<'_>, state: State) -> paper::State {
    paper::State { code: state.to_string(), name: words.state(state) }
}

fn mark(mark: Mark) -> paper::Mark {
    match mark {
        Mark::Regulated => paper::Mark::Regulated,
        Mark::BarePower => paper::Mark::BarePower,
        Mark::AskLawyer => paper::Mark::AskLawyer,
        Mark::OtherLevel => paper::Mark::OtherLevel,
        Mark::Prohibited => paper::Mark::Prohibited,
        Mark::NoBasis => paper::Mark::NoBasis,
        Mark::NotRead => paper::Mark::NotRead,
    }
}

fn column(words: &Words<'_>, column: &Column) -> paper::Column {
    match column {
        Column::Pair { states: [a, b], level } => {
            let t = words.lang.words();
            let level = match level {
                marchland_law::Level::Central => t.level_short_central(),
                marchland_law::Level::Regional => t.level_short_regional(),
                marchland_law::Level::District | marchland_law::Level::Unit => t.level_short_district(),
            };
            paper::Column { pair: format!("{a}-{b}"), level }
        }
        Column::Instrument(id) => paper::Column { pair: words.instrument(id), level: String::new() },
    }
}

fn bound(words: &Words<'_>, status: &Status) -> paper::Bound {
    let (word, note) = words.standing(&status.bond);
    let because: Vec<String> = status
        .because
        .iter()
        .filter_map(|reason| {
            let says = words.text(reason.says.as_ref()?);
            Some(reason.state.map_or(says.clone(), |state| format!("{}: {says}", words.state(state))))
        })
        .collect();
    paper::Bound {
        title: words.text(&status.bond.title),
        binds: status.bond.standing == Standing::Binds,
        force: force(words, status.bond.force),
        standing: if note.is_empty() { word } else { format!("{word}, {note}") },
        because: because.join(" "),
        confidence: words.confidence(status.bond.confidence),
        bars: status.bond.confidence.bars(),
    }
}

fn force(words: &Words<'_>, force: marchland_law::Force) -> String {
    let t = words.lang.words();
    match force {
        marchland_law::Force::Binding => t.force_binding(),
        marchland_law::Force::Model => t.force_model(),
        marchland_law::Force::Policy => t.force_policy(),
    }
}

fn finding(words: &Words<'_>, finding: &Finding) -> paper::Finding {
    let list = |provisions: &[Provision]| -> Vec<paper::Provision> {
        provisions.iter().take(PROVISIONS_MAX).map(|p| provision(words, p)).collect()
    };
    paper::Finding {
        says: words.text(&finding.says),
        forms: words.forms(&finding.gap.forms),
        whose: words.whose(&finding.gap),
        about: words.about(&finding.gap),
        acts: finding.gap.acts,
        closes: words.text(&finding.closes),
        looked_at: list(&finding.looked_at),
        looked_at_more: finding.looked_at.len().saturating_sub(PROVISIONS_MAX),
        perhaps: list(&finding.may_be_closed_by),
        elsewhere: list(&finding.closed_elsewhere),
        confidence: finding.confidence.map(|mark| words.confidence(mark)).unwrap_or_default(),
        bars: finding.confidence.map(|mark| mark.bars()).unwrap_or_default(),
    }
}

fn provision(words: &Words<'_>, p: &Provision) -> paper::Provision {
    paper::Provision {
        instrument: words.instrument(&p.instrument),
        article: citation(words.lang, &p.article),
        bars: p.confidence.bars(),
    }
}

/// A draft that speaks of both.
fn between(draft: &marchland_law::Instrument, pair: [State; 2]) -> bool {
    pair.iter().all(|state| draft.parties.iter().any(|party| party.state == *state))
}

fn practice(
    words: &Words<'_>,
    map: &GapMap,
    pair: [State; 2],
    on: Date,
    counted: &[Practice],
) -> paper::Practice {
    let row = |one: &Practice| {
        let cell = map.row_of(&one.form).zip(map.column_of(pair, one.level));
        paper::PracticeRow {
            form: words.form(&one.form),
            whose: format!("{}, {}", words.state(one.acting), words.level(one.level).to_lowercase()),
            acts: one.count,
            mark: self::mark(cell.and_then(|(row, column)| map.mark(row, column)).unwrap_or(Mark::NoBasis)),
        }
    };
    let since = on.checked_sub(1.year()).and_then(|day| day.tomorrow()).unwrap_or(on);
    paper::Practice { since: words.lang.date(since), rows: counted.iter().map(row).collect() }
}

fn sources(words: &Words<'_>, id: &InstrumentId) -> Vec<paper::Source> {
    let Some(instrument) = words.law.instrument(id) else { return Vec::new() };
    let published = |url: &str| url.starts_with("https://") || url.starts_with("http://");
    instrument
        .sources
        .values()
        .map(|source| paper::Source {
            instrument: words.text(&instrument.short),
            title: source.title.to_string(),
            url: if published(&source.url) { source.url.to_string() } else { String::new() },
            confidence: words.confidence(instrument.confidence),
            bars: instrument.confidence.bars(),
        })
        .collect()
}
