//! Printed papers: data in, PDF/A-2a with tags out, the same bytes for the same data. Templates and typeface are inside.
//!
//! Text reaches a template as data and is set as it is; nothing in it is ever taken for a command of the template.
//!
//! Never: knows the law, an instrument or a day; reads the disk, the clock or the network.

mod gap_report;
mod press;

pub use gap_report::{
    Acts, Bound, Cell, Column, CompareRow, Comparison, Count, Coverage, Effect, Finding, GapReport, Language,
    Mark, MatrixRow, Practice, PracticeRow, Provision, Reform, Source, Span, State, TimeLine, Timeline, Turn,
};
pub use press::{CannotPrint, Paper, gap_report};
