//! tantivy as people use it for names: every word of every name a term, fuzzy by one edit with exchange of neighbours,
//! any word may miss, the date of birth a term that helps.
//!
//! Never: gets rules of names that the program does not have.

use std::time::Instant;

use marchland_screening::{Check, Spelling};
use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, FuzzyTermQuery, Occur, Query, TermQuery};
use tantivy::schema::{IndexRecordOption, STORED, STRING, Schema, TEXT, Value};
use tantivy::{Index, TantivyDocument, Term, doc};

use crate::beside::Beside;
use crate::set::Set;
use crate::table::Figures;

pub fn measure(set: &Set, part: &[&Check], beside: &mut Beside<'_>) -> Result<Figures, String> {
    run(set, part, beside).map_err(|e| e.to_string())
}

fn run(set: &Set, part: &[&Check], beside: &mut Beside<'_>) -> Result<Figures, Box<dyn std::error::Error>> {
    let mut schema = Schema::builder();
    let (id, name, dob) = (
        schema.add_text_field("id", STORED),
        schema.add_text_field("name", TEXT),
        schema.add_text_field("dob", STRING),
    );
    let index = Index::create_in_ram(schema.build());
    let began = Instant::now();
    let mut writer = index.writer_with_num_threads(2, 400_000_000)?;
    for alert in &set.alerts {
        let text: Vec<String> = alert.names.iter().map(words).collect();
        writer.add_document(doc!(id => alert.id.as_str(), name => text.join(" "), dob => alert.dob.clone().unwrap_or_default()))?;
    }
    writer.commit()?;
    let build = began.elapsed();
    let searcher = index.reader()?.searcher();
    let answers = beside.ask(part, |check| -> tantivy::Result<Vec<serde_json::Value>> {
        let text = words(&check.name).to_lowercase();
        let terms = text.split(|c: char| !c.is_alphanumeric()).filter(|t| !t.is_empty());
        let fuzzy = |t: &str| {
            Box::new(FuzzyTermQuery::new(Term::from_field_text(name, t), 1, true)) as Box<dyn Query>
        };
        let mut all: Vec<(Occur, Box<dyn Query>)> = terms.map(|t| (Occur::Should, fuzzy(t))).collect();
        if let Some(born) = &check.dob {
            let term = Term::from_field_text(dob, born);
            all.push((Occur::Should, Box::new(TermQuery::new(term, IndexRecordOption::Basic))));
        }
        let top = searcher.search(&BooleanQuery::new(all), &TopDocs::with_limit(10).order_by_score())?;
        let mut results = Vec::with_capacity(top.len());
        for (score, at) in top {
            let found: TantivyDocument = searcher.doc(at)?;
            let found = found.get_first(id).and_then(|v| v.as_str()).unwrap_or_default().to_string();
            results.push(serde_json::json!({"id": found, "score": score}));
        }
        Ok(results)
    })?;
    answers.figures(set, part, build, true)
}

/// All words of a name.
pub fn words(name: &Spelling) -> String {
    [&name.family, &name.given, &name.patronymic, &name.full]
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect::<Vec<&str>>()
        .join(" ")
}
