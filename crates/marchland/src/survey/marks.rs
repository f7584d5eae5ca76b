//! The gap map: one of seven marks for each form, pair of states and level.
//!
//! Never: calls a form regulated on the strength of a text that nobody here has read.

use jiff::civil::Date;
use marchland_law::{
    Cell, Column, Confidence, Coverage, FormId, Framework, Level, Matrix, State, matrix_of_pairs,
};
use serde::Serialize;

/// Declared from the best known to the least, as legends list them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// Permitted by a provision that was read, and it says how.
    Regulated,
    /// Permitted or named, and nowhere stands how.
    BarePower,
    /// What permits it is known too little to rest on.
    AskLawyer,
    /// Bodies of another level are empowered, this level is not.
    OtherLevel,
    Prohibited,
    NoBasis,
    /// A text that may govern it was not read.
    NotRead,
}

impl Mark {
    pub const ALL: [Mark; 7] = [
        Mark::Regulated,
        Mark::BarePower,
        Mark::AskLawyer,
        Mark::OtherLevel,
        Mark::Prohibited,
        Mark::NoBasis,
        Mark::NotRead,
    ];

    /// Stable spelling in exports.
    pub fn code(self) -> &'static str {
        match self {
            Mark::Regulated => "regulated",
            Mark::BarePower => "bare-power",
            Mark::AskLawyer => "ask-lawyer",
            Mark::OtherLevel => "other-level",
            Mark::Prohibited => "prohibited",
            Mark::NoBasis => "no-basis",
            Mark::NotRead => "not-read",
        }
    }
}

/// The matrix of some pairs on a day with its marks: `marks[row][column]` belongs to `matrix.rows[row].cells[column]`.
#[derive(Clone, Debug, Serialize)]
pub struct GapMap {
    #[serde(flatten)]
    pub matrix: Matrix,
    pub marks: Vec<Vec<Mark>>,
}

pub fn gap_map(law: &Framework, pairs: &[[State; 2]], on: Date) -> GapMap {
    let matrix = matrix_of_pairs(law, pairs, on);
    let marks = matrix
        .rows
        .iter()
        .map(|row| {
            row.cells
                .iter()
                .zip(&matrix.columns)
                .map(|(cell, at)| mark(cell, at, &matrix, &row.cells))
                .collect()
        })
        .collect();
    GapMap { matrix, marks }
}

fn mark(cell: &Cell, at: &Column, matrix: &Matrix, row: &[Cell]) -> Mark {
    let others_empowered =
        || row.iter().zip(&matrix.columns).any(|(other, column)| same_pair(at, column) && other.empowered);
    match (cell.coverage, cell.carried) {
        (Coverage::InDetail | Coverage::Declaratory, Some(known)) if known < Confidence::VerifiedText => {
            Mark::AskLawyer
        }
        (Coverage::InDetail, Some(_)) => Mark::Regulated,
        (Coverage::Declaratory, Some(_)) => Mark::BarePower,
        (Coverage::Prohibited, _) => Mark::Prohibited,
        (Coverage::Unknown, _) => Mark::NotRead,
        // What names a form without a rule, or says nothing, does not reach a level beside which another is empowered.
        (Coverage::InDetail | Coverage::Declaratory | Coverage::Silent, _) if others_empowered() => {
            Mark::OtherLevel
        }
        (Coverage::InDetail | Coverage::Declaratory, None) => Mark::BarePower,
        (Coverage::Silent, _) => Mark::NoBasis,
    }
}

fn same_pair(one: &Column, other: &Column) -> bool {
    matches!((one, other), (Column::Pair { states: a, .. }, Column::Pair { states: b, .. }) if a == b)
}

impl GapMap {
    pub fn row_of(&self, form: &FormId) -> Option<usize> {
        self.matrix.rows.iter().position(|row| row.form == *form)
    }

    pub fn column_of(&self, pair: [State; 2], level: Level) -> Option<usize> {
        let wanted = Column::Pair { states: pair, level };
        self.matrix.columns.iter().position(|column| *column == wanted)
    }

    pub fn mark(&self, row: usize, column: usize) -> Option<Mark> {
        self.marks.get(row)?.get(column).copied()
    }

    /// How often each mark stands in the columns for which `of` is true, in the order of [`Mark::ALL`]; those that occur
    /// nowhere are left out.
    pub fn counts(&self, of: impl Fn(&Column) -> bool) -> Vec<(Mark, usize)> {
        let counted = |mark: Mark| {
            let columns = |row: &Vec<Mark>| {
                row.iter().zip(&self.matrix.columns).filter(|(found, at)| **found == mark && of(at)).count()
            };
            self.marks.iter().map(columns).sum::<usize>()
        };
        Mark::ALL.into_iter().map(|mark| (mark, counted(mark))).filter(|(_, count)| *count > 0).collect()
    }

    /// The cells that differ from another map of the same forms and columns, by row and column.
    pub fn changed(&self, before: &GapMap) -> Vec<(usize, usize)> {
        let rows = self.marks.iter().zip(&before.marks).enumerate();
        rows.flat_map(|(row, (now, was))| {
            let cells = now.iter().zip(was).enumerate();
            cells.filter(|(_, (now, was))| now != was).map(move |(column, _)| (row, column))
        })
        .collect()
    }
}
