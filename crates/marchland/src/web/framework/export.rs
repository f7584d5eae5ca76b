//! The state of a page as CSV or JSON, at the same address with `as=`.
//!
//! Never: writes a field that a spreadsheet would take for a formula.

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::IntoResponse;
use serde::Serialize;

use crate::acts::CannotAct;
use crate::web::page::{Page, Visit};
use crate::web::views::framework::Exports;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum As {
    Page,
    Csv,
    Json,
}

pub fn wanted(visit: &Visit) -> As {
    match visit.q("as") {
        "csv" => As::Csv,
        "json" => As::Json,
        _ => As::Page,
    }
}

/// The links of a page to its own numbers.
pub fn links(href: &str) -> Exports {
    let join = if href.contains('?') { '&' } else { '?' };
    Exports { csv: format!("{href}{join}as=csv"), json: format!("{href}{join}as=json") }
}

/// `name` is the file's, without its ending.
pub fn json(name: &str, value: &impl Serialize) -> Page {
    let text = serde_json::to_string_pretty(value).map_err(CannotAct::internal)?;
    file(name, "json", "application/json", text)
}

pub fn csv(name: &str, rows: impl IntoIterator<Item = Vec<String>>) -> Page {
    let mut text = String::new();
    for row in rows {
        let fields: Vec<String> = row.iter().map(|field| quoted(field)).collect();
        text.push_str(&fields.join(","));
        text.push_str("\r\n");
    }
    file(name, "csv", "text/csv; charset=utf-8", text)
}

pub fn header(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn file(name: &str, ending: &str, kind: &'static str, text: String) -> Page {
    let disposition = format!("attachment; filename=\"{name}.{ending}\"");
    Ok(([(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, disposition)], text).into_response())
}

/// In quotes where needed; a field that starts like a formula gets an apostrophe before it.
fn quoted(field: &str) -> String {
    let formula = field.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let field = if formula { format!("'{field}") } else { field.to_owned() };
    if field.contains(['"', ',', '\n', '\r']) { format!("\"{}\"", field.replace('"', "\"\"")) } else { field }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_field_is_never_a_formula_and_keeps_its_commas() {
        assert_eq!(quoted("plain"), "plain");
        assert_eq!(quoted("=1+1"), "'=1+1");
        assert_eq!(quoted("a, \"b\""), "\"a, \"\"b\"\"\"");
    }
}
