//! The fields of the forms and what can be wrong with one: what, where, why, what next.
//!
//! Never: knows a page. The names are those of the form fields, the node draws and translates them.

use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;

macro_rules! fields {
    ($($variant:ident = $name:literal, $label:literal;)*) => {
        /// A field of the request form or, from `PointResult` on, of the answer form.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(into = "String", try_from = "String")]
        pub enum Field {
            $($variant,)*
            /// Result of one point of the request, by its number.
            PointResult(u16),
            /// Words to one point of the request, by its number.
            PointText(u16),
        }

        impl Field {
            /// Every field of fixed name, in the order of the form.
            pub const ALL: &'static [Field] = &[$(Field::$variant),*];

            /// The name of the form field.
            pub fn name(self) -> Cow<'static, str> {
                match self {
                    $(Field::$variant => Cow::Borrowed($name),)*
                    Field::PointResult(n) => Cow::Owned(format!("point_{n}_result")),
                    Field::PointText(n) => Cow::Owned(format!("point_{n}_text")),
                }
            }

            /// Plain English, inside a sentence.
            fn label(self) -> Cow<'static, str> {
                match self {
                    $(Field::$variant => Cow::Borrowed($label),)*
                    Field::PointResult(n) => Cow::Owned(format!("the result of point {n}")),
                    Field::PointText(n) => Cow::Owned(format!("the text of point {n}")),
                }
            }

            pub fn from_name(name: &str) -> Option<Field> {
                match name {
                    $($name => Some(Field::$variant),)*
                    _ => {
                        let (number, what) = name.strip_prefix("point_")?.split_once('_')?;
                        let number: u16 = number.parse().ok().filter(|n| *n > 0)?;
                        match what {
                            "result" => Some(Field::PointResult(number)),
                            "text" => Some(Field::PointText(number)),
                            _ => None,
                        }
                    }
                }
            }
        }
    };
}

fields! {
    From = "from", "the sending body";
    To = "to", "the addressee";
    OnBehalfOf = "on_behalf_of", "the body you ask for";
    Form = "form", "what you need";
    About = "about", "what it is about";
    Surname = "surname", "the surname";
    Given = "given", "the given name";
    Patronymic = "patronymic", "the patronymic";
    Born = "born", "the birth date";
    Citizenship = "citizenship", "the citizenship";
    PersonDocument = "person_document", "the person's document";
    Plate = "plate", "the plate";
    Vin = "vin", "the vehicle identification number";
    DocumentType = "document_type", "the type of document";
    DocumentNumber = "document_number", "the number of the document";
    DocumentIssuer = "document_issuer", "the issuer of the document";
    Phone = "phone", "the telephone number";
    Address = "address", "the address";
    Description = "description", "the description";
    Serial = "serial", "the serial number";
    Category = "category", "the role of the person in the case";
    TimePlace = "time_place", "the time and place";
    OffenceCode = "offence_code", "the class of the offence";
    Offence = "offence", "the offence";
    Urgency = "urgency", "the urgency";
    UrgencyTests = "urgency_tests", "the tests of urgency";
    UrgentReason = "urgent_reason", "the reason for urgency";
    WhyHeld = "why_held", "why they hold it";
    Facts = "facts", "the facts";
    Points = "points", "what you ask";
    CaseNumber = "case_number", "the case number";
    Purpose = "purpose", "the purpose";
    Handling = "handling", "the handling code";
    HandlingWords = "handling_words", "the words of the restriction";
    SourceEval = "source_eval", "the source assessment";
    InfoEval = "info_eval", "the information assessment";
    OralAt = "oral_at", "the time of the oral request";
    OralTo = "oral_to", "the post that took the oral request";
    OralHow = "oral_how", "how the oral request was made";
    LegalFacts = "legal_facts", "the answer to a question of the law";
    AnswerText = "answer_text", "the answer";
    Persons = "persons", "the persons in the answer";
    Reason = "reason", "the reason";
    Question = "question", "the question";
    Clarification = "clarification", "the clarification";
    Number = "number", "the register number";
    Task = "task", "the task";
    Outcome = "outcome", "the outcome";
    Comment = "comment", "the comment";
    Score = "score", "the mark";
    SearchPurpose = "search_purpose", "why the person is searched for";
    AlsoTo = "also_to", "the other addressees";
    Action = "action", "what is asked of the finder";
    OpenedBy = "opened_by", "the decision that opened the search";
    Names = "names", "the names";
    BirthPlace = "birth_place", "the place of birth";
    Sex = "sex", "the sex";
    Documents = "documents", "the documents";
    Things = "things", "the things";
    Danger = "danger", "the danger";
    DangerNote = "danger_note", "the note on danger";
    ValidUntil = "valid_until", "the last day of the alert";
    AnswerWithin = "answer_within_h", "the hours for notice of a hit";
    Compared = "compared", "what was compared";
    Until = "until", "the time of the release";
}

impl From<Field> for String {
    fn from(field: Field) -> String {
        field.name().into_owned()
    }
}

impl TryFrom<String> for Field {
    type Error = String;
    fn try_from(name: String) -> Result<Self, String> {
        Field::from_name(&name).ok_or_else(|| format!("there is no field named {name:?}"))
    }
}

/// What is wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProblemCode {
    Missing,
    TooLong,
    TooMany,
    HiddenCharacter,
    NotAChoice,
    NotABody,
    NotABirthDate,
    NotAMoment,
    NotAPlate,
    NotAVin,
    NotAPhone,
    NotAnIccsCode,
    NotAFactLine,
    NotAPersonLine,
    OtherSpelling,
    SameAsSender,
    OwnState,
    InTheFuture,
    StandsAlone,
    NotUsedHere,
    OutOfRange,
    NotADay,
    NotANameLine,
    NotAThingLine,
    NotCoercive,
    NotForPersons,
    NotForThings,
    NotCarried,
    NotAValidity,
}

/// One thing to mend in one field. The node renders `code` with `args`; [`FieldProblem::sentence`] is the
/// English of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FieldProblem {
    pub field: Field,
    pub code: ProblemCode,
    pub args: BTreeMap<String, String>,
}

impl FieldProblem {
    pub fn new(field: Field, code: ProblemCode) -> Self {
        Self { field, code, args: BTreeMap::new() }
    }

    pub fn with(mut self, key: &str, value: impl ToString) -> Self {
        self.args.insert(key.into(), value.to_string());
        self
    }

    pub fn sentence(&self) -> String {
        let arg = |key: &str| self.args.get(key).map_or("", String::as_str);
        let label = self.field.label();
        match self.code {
            ProblemCode::Missing => format!("Enter {label}{}.", example(self.field)),
            ProblemCode::TooLong => {
                format!("Shorten {label} to {} characters; it has {}.", arg("max"), arg("found"))
            }
            ProblemCode::TooMany => {
                format!("Keep at most {} entries in {label}; it has {}.", arg("max"), arg("found"))
            }
            ProblemCode::HiddenCharacter => format!(
                "Delete the hidden character at place {} in {label}; type the text instead of pasting it.",
                arg("at")
            ),
            ProblemCode::NotAChoice => {
                format!("Choose {label} from the list; {:?} is not in it.", arg("found"))
            }
            ProblemCode::NotABody => format!(
                "Choose {label} from the register of bodies; {:?} is not the name of a body.",
                arg("found")
            ),
            ProblemCode::NotABirthDate => {
                "Enter the birth date as far as it is known, for example 1984, 1984-04 or 17.04.1984.".into()
            }
            ProblemCode::NotAMoment => {
                format!("Enter {label} with date, time and zone, for example 2026-11-23T14:20+06:00.")
            }
            ProblemCode::NotAPlate => {
                "Enter the plate in letters, digits, blanks and hyphens, for example T 418 KO 55.".into()
            }
            ProblemCode::NotAVin => {
                "Enter the vehicle identification number with 17 letters and digits, without I, O and Q."
                    .into()
            }
            ProblemCode::NotAPhone => {
                "Enter the telephone number with its country code, for example +7 715 246 00 00.".into()
            }
            ProblemCode::NotAnIccsCode => {
                "Enter the class of the offence as 2 to 6 digits, for example 05021.".into()
            }
            ProblemCode::NotAFactLine => format!(
                "Answer each question of the law once, as key = value; {:?} cannot be read so.",
                arg("found")
            ),
            ProblemCode::NotAPersonLine => format!(
                "Enter one person to a line with the role in the case, for example Aliev Arman = witness; {:?} has no role.",
                arg("found")
            ),
            ProblemCode::OtherSpelling => format!("Send {label} in the one spelling of the specification."),
            ProblemCode::SameAsSender => format!("Choose {label} other than the sending body."),
            ProblemCode::OwnState => {
                format!("Choose {label} in the neighbouring state; {} is in your own.", arg("found"))
            }
            ProblemCode::InTheFuture => format!("Enter {label} as it was; it lies in the future."),
            ProblemCode::StandsAlone => "Choose H0 alone, or one or more of H1, H2 and H3.".into(),
            ProblemCode::NotUsedHere => format!("Leave {label} empty: {}.", arg("why")),
            ProblemCode::NotADay => format!("Enter {label} as a date, for example 2027-03-01."),
            ProblemCode::NotANameLine => format!(
                "Enter one name to a line as family name; given name; patronymic; {:?} cannot be read so.",
                arg("found")
            ),
            ProblemCode::NotAThingLine => format!(
                "Enter one thing to a line as kind; number; state; make, for example plate; 123 ABC 02; KZ; Toyota; {:?} cannot be read so.",
                arg("found")
            ),
            ProblemCode::NotForPersons => {
                "Choose another action: only a thing searched for by itself is secured.".into()
            }
            ProblemCode::NotForThings => {
                "Leave the person empty: for a stolen, lost or invalid thing nobody is searched for.".into()
            }
            ProblemCode::NotCarried => {
                format!("Take {} off {label}: the law does not carry the alert towards it.", arg("found"))
            }
            ProblemCode::NotCoercive => {
                "Choose another action: only a person who hides from justice may be detained because of an alert.".into()
            }
            ProblemCode::NotAValidity => {
                format!("Enter {label} from today on, at most {} days ahead.", arg("max"))
            }
            ProblemCode::OutOfRange => {
                format!("Enter {label} from {} to {}.", arg("min"), arg("max"))
            }
        }
    }
}

fn example(field: Field) -> &'static str {
    match field {
        Field::CaseNumber => ", for example 1-26-52-00731",
        Field::TimePlace => ", for example 18 to 20 Nov 2026, North Kazakhstan",
        Field::Plate => " or the vehicle identification number, for example T 418 KO 55",
        Field::Offence => " in words or by its class, for example theft of a motor vehicle or 05021",
        Field::Points => ", one question on each line",
        Field::UrgentReason => ": say how the chosen test is met",
        Field::Phone => " with its country code, for example +7 715 246 00 00",
        _ => "",
    }
}
