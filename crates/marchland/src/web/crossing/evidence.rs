//! One row for each field that was compared, and for those that could not be.
//!
//! Never: turns missing data into agreement.

use marchland_screening::Field;
use marchland_screening::objects::{ObjectEvidence, ObjectField};

use super::super::page::Visit;
use super::super::views::crossing::EvidenceRow;
use super::panel::born;
use crate::screening::{Met, Person};
use marchland_casework::alert::document_number;

/// So many bits fill the bar.
const FULL_BITS: f64 = 20.0;

pub fn rows(visit: &Visit, met: &Met, person: &Person) -> Vec<EvidenceRow> {
    let mut rows: Vec<EvidenceRow> =
        met.found.iter().flat_map(|found| &found.evidence).map(|e| compared(visit, e)).collect();
    rows.extend(met.thing.iter().flat_map(|found| &found.evidence).map(|e| numbered(visit, e)));
    if person.thing.is_none() {
        rows.push(birth_place(visit, met));
        rows.push(document(visit, met, person));
    }
    rows
}

/// What the number of a thing says, and what stands beside it.
fn numbered(visit: &Visit, e: &ObjectEvidence) -> EvidenceRow {
    let t = visit.t();
    let field = match e.field {
        ObjectField::Number => t.evidence_number(),
        ObjectField::State => t.field_thing_state(),
        ObjectField::Make => t.field_thing_make(),
        ObjectField::Model => t.evidence_model(),
        ObjectField::Calibre => t.evidence_calibre(),
        ObjectField::Doubt => t.evidence_doubt(),
    };
    let silent = e.bits.abs() < 0.05;
    EvidenceRow {
        field,
        because: t.object_reasons(e),
        theirs: e.theirs.clone(),
        listed: e.listed.clone(),
        bits: if silent { String::new() } else { signed(visit, e.bits) },
        length: length(e.bits),
        against: e.bits < 0.0,
        words: t.evidence_none(),
    }
}

fn compared(visit: &Visit, e: &marchland_screening::Evidence) -> EvidenceRow {
    let t = visit.t();
    let field = match e.field {
        Field::Family => t.field_family(),
        Field::Given => t.field_given(),
        Field::Patronymic => t.field_patronymic(),
        Field::Born => t.field_born(),
        Field::Sex => t.field_sex_word(),
        Field::Nationality => t.field_nationality_word(),
    };
    let silent = e.bits.abs() < 0.05;
    let value = |text: &str| if e.field == Field::Born { born(visit.lang(), text) } else { text.to_owned() };
    EvidenceRow {
        field,
        because: visit.lang().reasons(&e.reasons),
        theirs: value(&e.theirs),
        listed: value(&e.listed),
        bits: if silent { String::new() } else { signed(visit, e.bits) },
        length: length(e.bits),
        against: e.bits < 0.0,
        words: t.evidence_none(),
    }
}

fn birth_place(visit: &Visit, met: &Met) -> EvidenceRow {
    let t = visit.t();
    let listed = met.listed.content.person.birth_place.clone();
    EvidenceRow {
        field: t.field_birth_place_word(),
        because: if listed.is_some() { t.evidence_ask() } else { t.evidence_not_stated() },
        listed: listed.unwrap_or_default(),
        ..silent(visit)
    }
}

fn document(visit: &Visit, met: &Met, person: &Person) -> EvidenceRow {
    let t = visit.t();
    let theirs = person.document.clone().unwrap_or_default();
    let numbers = &met.listed.content.person.documents;
    let listed = numbers.iter().find(|n| document_number(n) == document_number(&theirs)).or(numbers.first());
    let because = match (met.names_document, listed.is_some() && !theirs.is_empty()) {
        (true, _) => t.evidence_document_same(),
        (false, true) => t.evidence_document_other(),
        (false, false) => t.evidence_not_stated(),
    };
    let agrees = met.names_document;
    EvidenceRow {
        field: t.evidence_document(),
        words: if agrees { t.evidence_same() } else { t.evidence_none() },
        because,
        listed: listed.cloned().unwrap_or_default(),
        theirs,
        ..silent(visit)
    }
}

fn silent(visit: &Visit) -> EvidenceRow {
    EvidenceRow {
        field: String::new(),
        because: String::new(),
        theirs: String::new(),
        listed: String::new(),
        bits: String::new(),
        length: 0,
        against: false,
        words: visit.t().evidence_none(),
    }
}

/// `+7.3`, `−12.0`
fn signed(visit: &Visit, bits: f64) -> String {
    let sign = if bits < 0.0 { '−' } else { '+' };
    format!("{sign}{}", visit.lang().decimal(bits.abs(), 1))
}

fn length(bits: f64) -> u8 {
    let share = (bits.abs() / FULL_BITS * 100.0).clamp(0.0, 100.0);
    // Between 0 and 100 by the line above.
    let length = share as u8;
    length.max(2)
}
