//! Reads what a request is about: a person, a vehicle, a document, a number, a place, a thing.
//!
//! Never: looks anything up.

use super::DraftFields;
use super::check::LINE_MAX;
use crate::born::Born;
use crate::content::About;
use crate::field::{Field, FieldProblem, ProblemCode};
use crate::input::Input;

pub(super) fn about(i: &mut Input, draft: &DraftFields) -> Option<About> {
    let get = |field| draft.get(field);
    Some(match get(Field::About).trim() {
        "person" => About::Person {
            surname: i.required(Field::Surname, get(Field::Surname), LINE_MAX),
            given: i.optional(Field::Given, get(Field::Given), LINE_MAX),
            patronymic: i.optional(Field::Patronymic, get(Field::Patronymic), LINE_MAX),
            born: born(i, get(Field::Born)),
            citizenship: i.optional(Field::Citizenship, get(Field::Citizenship), LINE_MAX),
            document: i.optional(Field::PersonDocument, get(Field::PersonDocument), LINE_MAX),
        },
        "vehicle" => vehicle(i, draft),
        "document" => About::Document {
            document_type: i.optional(Field::DocumentType, get(Field::DocumentType), LINE_MAX),
            number: i.required(Field::DocumentNumber, get(Field::DocumentNumber), LINE_MAX),
            issuer: i.optional(Field::DocumentIssuer, get(Field::DocumentIssuer), LINE_MAX),
        },
        "phone" => About::Phone { number: phone(i, get(Field::Phone)) },
        "place" => About::Place { address: i.required(Field::Address, get(Field::Address), LINE_MAX) },
        "object" => About::Object {
            description: i.required(Field::Description, get(Field::Description), LINE_MAX),
            serial: i.optional(Field::Serial, get(Field::Serial), LINE_MAX),
        },
        "other" => {
            About::Other { description: i.required(Field::Description, get(Field::Description), LINE_MAX) }
        }
        "" => {
            i.problem(FieldProblem::new(Field::About, ProblemCode::Missing));
            return None;
        }
        found => {
            i.not_a_choice(Field::About, found);
            return None;
        }
    })
}

fn born(i: &mut Input, raw: &str) -> Option<Born> {
    let typed = raw.trim();
    if typed.is_empty() {
        return None;
    }
    let read = typed.parse().ok();
    if read.is_none() {
        i.problem(FieldProblem::new(Field::Born, ProblemCode::NotABirthDate));
    }
    read
}

fn vehicle(i: &mut Input, draft: &DraftFields) -> About {
    let plate = i.optional(Field::Plate, &draft.get(Field::Plate).to_uppercase(), 20);
    let vin = i.optional(Field::Vin, draft.get(Field::Vin), 40);
    let vin = vin.map(|v| v.to_uppercase().replace([' ', '-'], ""));
    if let Some(plate) = &plate
        && !plate.chars().all(|c| c.is_alphanumeric() || c == ' ' || c == '-')
    {
        i.problem(FieldProblem::new(Field::Plate, ProblemCode::NotAPlate));
    }
    if let Some(vin) = &vin {
        let letter = |b: u8| b.is_ascii_digit() || (b.is_ascii_uppercase() && !b"IOQ".contains(&b));
        if vin.len() != 17 || !vin.bytes().all(letter) {
            i.problem(FieldProblem::new(Field::Vin, ProblemCode::NotAVin));
        }
    }
    if draft.get(Field::Plate).trim().is_empty() && draft.get(Field::Vin).trim().is_empty() {
        i.problem(FieldProblem::new(Field::Plate, ProblemCode::Missing));
    }
    let description = i.optional(Field::Description, draft.get(Field::Description), LINE_MAX);
    About::Vehicle { plate, vin, description }
}

fn phone(i: &mut Input, raw: &str) -> String {
    let typed = i.required(Field::Phone, raw, 40);
    let number: String = typed.chars().filter(|c| !matches!(c, ' ' | '-' | '(' | ')')).collect();
    let digits = number.strip_prefix('+').unwrap_or("");
    let fits = (7..=15).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    if !typed.is_empty() && !fits {
        i.problem(FieldProblem::new(Field::Phone, ProblemCode::NotAPhone));
    }
    number
}
