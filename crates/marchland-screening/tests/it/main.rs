//! What is promised of the search: single changes keep the alert, nothing else changes a verdict, wrong people pass.

mod changes;
mod evaluation;
mod list;
