//! Forms against instruments, or against pairs of states and levels: in detail, declaratory, silent, prohibited, unknown.
//!
//! Never: shows a cell without the provisions behind it.

use std::collections::BTreeSet;
use std::fmt::Write;

use jiff::civil::Date;
use serde::Serialize;

use crate::framework::Framework;
use crate::law::{Instrument, RuleEffect};
use crate::render::Words;
use crate::survey::{Coverage, Provision, View, means, provision, provision_of};
use crate::{Confidence, FormId, InstrumentId, Level, State};

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Matrix {
    pub on: Date,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Column {
    Instrument(InstrumentId),
    Pair { states: [State; 2], level: Level },
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    pub form: FormId,
    pub cells: Vec<Cell>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Cell {
    pub coverage: Coverage,
    pub provisions: Vec<Provision>,
    /// That of the best provision behind it.
    pub confidence: Option<Confidence>,
    /// That of the best rule that permits the form; absent where none is known to.
    pub carried: Option<Confidence>,
    /// Some rule permits it, known well or not.
    pub empowered: bool,
}

const LEVELS: [Level; 3] = [Level::Central, Level::Regional, Level::District];

/// Forms against instruments; drafts and unknown ids are left out.
pub fn matrix_of_instruments(law: &Framework, ids: &[InstrumentId], on: Date) -> Matrix {
    let chosen: Vec<&Instrument> =
        ids.iter().filter_map(|id| law.instrument(id)).filter(|i| !i.draft).collect();
    let views: Vec<(Column, View<'_>, Option<Level>)> = chosen
        .into_iter()
        .map(|i| (Column::Instrument(i.id.clone()), View::of_instrument(law, i, on), None))
        .collect();
    matrix(law, on, views)
}

/// Forms against pairs of states, each at three levels.
pub fn matrix_of_pairs(law: &Framework, pairs: &[[State; 2]], on: Date) -> Matrix {
    let columns = pairs.iter().flat_map(|pair| LEVELS.iter().map(move |level| (*pair, *level)));
    let views = columns
        .map(|(states, level)| (Column::Pair { states, level }, View::of_pair(law, states, on), Some(level)))
        .collect();
    matrix(law, on, views)
}

fn matrix(law: &Framework, on: Date, views: Vec<(Column, View<'_>, Option<Level>)>) -> Matrix {
    let mut forms: Vec<(&FormId, u32)> =
        law.vocabulary().forms.iter().map(|(id, form)| (id, form.number)).collect();
    forms.sort_by_key(|(_, number)| *number);
    let rows = forms
        .into_iter()
        .map(|(form, _)| Row {
            form: form.clone(),
            cells: views.iter().map(|(_, view, level)| cell(view, form, *level)).collect(),
        })
        .collect();
    Matrix { on, columns: views.into_iter().map(|(column, ..)| column).collect(), rows }
}

fn cell(view: &View<'_>, form: &FormId, level: Option<Level>) -> Cell {
    let mut rules = view.rules(form);
    rules.retain(|r| level.is_none_or(|l| means(&r.entry.rule.from.levels, l)));
    let permits = || rules.iter().filter(|r| r.entry.rule.effect == RuleEffect::Permits);
    let carried = permits().filter(|r| r.known).map(|r| r.confidence).max();
    let mut behind: BTreeSet<Provision> = rules.iter().filter_map(|r| provision_of(r.entry)).collect();
    let prose = view.articles(form).into_iter().filter(|(_, a)| a.rules.is_empty());
    behind.extend(prose.map(|(instrument, article)| provision(instrument, article)));
    Cell {
        coverage: view.coverage(form, level),
        confidence: behind.iter().map(|p| p.confidence).max(),
        carried,
        empowered: permits().next().is_some(),
        provisions: behind.into_iter().collect(),
    }
}

impl Column {
    pub fn title(&self) -> String {
        match self {
            Self::Instrument(id) => id.to_string(),
            Self::Pair { states: [a, b], level } => format!("{a}-{b} {level}"),
        }
    }
}

impl Matrix {
    /// One line a form, one field a column; fields that could start a formula in a spreadsheet do not occur.
    pub fn csv(&self) -> String {
        let mut out = String::from("form");
        for column in &self.columns {
            let _ = write!(out, ",{}", column.title());
        }
        out.push('\n');
        for row in &self.rows {
            let _ = write!(out, "{}", row.form);
            for cell in &row.cells {
                let _ = write!(out, ",{}", cell.coverage);
            }
            out.push('\n');
        }
        out
    }

    /// A table for a terminal: columns by number, then what the numbers mean.
    pub fn plain(&self, law: &Framework, language: &str) -> String {
        let words = Words { law, language };
        let names: Vec<String> = self.rows.iter().map(|r| words.label("forms", r.form.as_str())).collect();
        let width = names.iter().map(|n| n.chars().count()).max().unwrap_or_default();
        let mut out = format!("Law of {}\n{:width$}", self.on, "");
        for number in 1..=self.columns.len() {
            let _ = write!(out, " {number:>3}");
        }
        out.push('\n');
        for (row, name) in self.rows.iter().zip(&names) {
            let _ = write!(out, "{name:width$}");
            for cell in &row.cells {
                let _ = write!(out, " {:>3}", letter(cell.coverage));
            }
            out.push('\n');
        }
        out.push_str("\nD in detail, d declaratory, . silent, X prohibited, ? not read\n");
        for (number, column) in self.columns.iter().enumerate() {
            let _ = writeln!(out, "{:>3}  {}", number + 1, column.title());
        }
        out
    }
}

fn letter(coverage: Coverage) -> char {
    match coverage {
        Coverage::InDetail => 'D',
        Coverage::Declaratory => 'd',
        Coverage::Silent => '.',
        Coverage::Prohibited => 'X',
        Coverage::Unknown => '?',
    }
}
