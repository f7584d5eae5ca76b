//! Drafts: each field's mistakes by code, nothing typed is lost, one spelling back and forth.

use crate::world::*;
use marchland_casework::*;

fn problems(edit: &[(Field, &str)]) -> Vec<(String, String)> {
    let mut draft = typed();
    for (field, value) in edit {
        draft.set(*field, *value);
    }
    let code = |p: &FieldProblem| serde_json::to_value(p.code).unwrap().as_str().unwrap().to_owned();
    match draft.check() {
        Ok(_) => Vec::new(),
        Err(problems) => problems.iter().map(|p| (p.field.name().into_owned(), code(p))).collect(),
    }
}

/// What is typed, which field is named, with which code.
type Mistake<'a> = (&'a [(Field, &'a str)], &'a str, &'a str);

#[test]
fn each_mistake_is_named_with_its_field() {
    let long = "x".repeat(LINE_MAX + 1);
    let many = "?\n".repeat(POINTS_MAX + 1);
    let table: &[Mistake<'_>] = &[
        (&[(Field::Form, "")], "form", "missing"),
        (&[(Field::Form, "joint-group")], "form", "not-a-choice"),
        (&[(Field::To, " ")], "to", "missing"),
        (&[(Field::To, "Petropavl")], "to", "not-a-body"),
        (&[(Field::To, "KZ//x")], "to", "not-a-body"),
        (&[(Field::To, "RU/region/altai")], "to", "own-state"),
        (&[(Field::OnBehalfOf, OMSK)], "on_behalf_of", "same-as-sender"),
        (&[(Field::About, "boat")], "about", "not-a-choice"),
        (&[(Field::About, "")], "about", "missing"),
        (&[(Field::Plate, "")], "plate", "missing"),
        (&[(Field::Plate, "T<418>")], "plate", "not-a-plate"),
        (&[(Field::Vin, "SHORT")], "vin", "not-a-vin"),
        (&[(Field::Vin, "WVWZZZ1JZXW0O0001")], "vin", "not-a-vin"),
        (&[(Field::About, "person")], "surname", "missing"),
        (
            &[(Field::About, "person"), (Field::Surname, "А"), (Field::Born, "31.02.1990")],
            "born",
            "not-a-birth-date",
        ),
        (&[(Field::About, "phone"), (Field::Phone, "8-715-246")], "phone", "not-a-phone"),
        (&[(Field::About, "document")], "document_number", "missing"),
        (&[(Field::About, "place")], "address", "missing"),
        (&[(Field::About, "object")], "description", "missing"),
        (&[(Field::Category, "")], "category", "missing"),
        (&[(Field::Category, "alien")], "category", "not-a-choice"),
        (&[(Field::TimePlace, &long)], "time_place", "too-long"),
        (&[(Field::OffenceCode, "")], "offence", "missing"),
        (&[(Field::OffenceCode, "murder")], "offence_code", "not-an-iccs-code"),
        (&[(Field::Urgency, "")], "urgency", "missing"),
        (&[(Field::Urgency, "urgent"), (Field::UrgentReason, "x")], "urgency_tests", "missing"),
        (&[(Field::Urgency, "urgent"), (Field::UrgencyTests, "liberty")], "urgent_reason", "missing"),
        (&[(Field::WhyHeld, "")], "why_held", "missing"),
        (&[(Field::Facts, "a\u{200B}b")], "facts", "hidden-character"),
        (&[(Field::Facts, "")], "facts", "missing"),
        (&[(Field::Points, "\n \n")], "points", "missing"),
        (&[(Field::Points, &many)], "points", "too-many"),
        (&[(Field::CaseNumber, "")], "case_number", "missing"),
        (&[(Field::Purpose, "fun")], "purpose", "not-a-choice"),
        (&[(Field::Handling, "")], "handling", "missing"),
        (&[(Field::Handling, "H0 H1")], "handling", "stands-alone"),
        (&[(Field::Handling, "H3")], "handling_words", "missing"),
        (&[(Field::HandlingWords, "x")], "handling_words", "not-used-here"),
        (&[(Field::SourceEval, "D")], "source_eval", "not-a-choice"),
        (&[(Field::InfoEval, "")], "info_eval", "missing"),
        (
            &[(Field::OralAt, "2026-11-23T02:00Z"), (Field::OralTo, "desk"), (Field::OralHow, "telephone")],
            "oral_at",
            "not-used-here",
        ),
        (&[(Field::LegalFacts, "no equals sign")], "legal_facts", "not-a-fact-line"),
        (&[(Field::LegalFacts, "a = yes\na = no")], "legal_facts", "not-a-fact-line"),
        (&[(Field::LegalFacts, "urgent = yes")], "legal_facts", "not-used-here"),
    ];
    assert_eq!(problems(&[]), []);
    for (edit, field, code) in table {
        assert_eq!(problems(edit), [((*field).to_owned(), (*code).to_owned())], "{edit:?}");
    }
}

#[test]
fn an_empty_form_names_everything_at_once_in_its_own_order() {
    let all = DraftFields::new().check().unwrap_err();
    let fields: Vec<String> = all.iter().map(|p| p.field.name().into_owned()).collect();
    assert_eq!(
        fields,
        [
            "from",
            "to",
            "form",
            "about",
            "category",
            "time_place",
            "offence",
            "urgency",
            "why_held",
            "facts",
            "points",
            "case_number",
            "purpose",
            "handling",
            "source_eval",
            "info_eval"
        ]
    );
    for problem in &all {
        let sentence = problem.sentence();
        assert!(sentence.ends_with('.') && sentence.len() > 10, "{sentence}");
    }
}

#[test]
fn a_draft_keeps_what_was_typed_and_checks_to_one_spelling() {
    for mut draft in [typed(), oral_typed()] {
        draft
            .set(Field::Description, "  шины\tзимние ")
            .set(Field::LegalFacts, "punishable-over-year = yes\nn = 12");
        let kept: DraftFields = serde_json::from_str(&serde_json::to_string(&draft).unwrap()).unwrap();
        assert_eq!(kept, draft);
        let content = draft.check().unwrap();
        assert_eq!(DraftFields::spelling(&content).check().unwrap(), content);
        assert_eq!(content.check(), Ok(()));
        assert_eq!(draft.act().unwrap(), content.act(), "the live panel and the head see the same act");
    }
}

#[test]
fn a_half_filled_form_already_asks_the_law_and_leaves_the_unknown_unknown() {
    let mut draft = DraftFields::new();
    assert_eq!(draft.act(), None);
    draft.set(Field::Form, "operational-request").set(Field::From, ISILKUL).set(Field::To, PETROPAVL);
    let act = draft.act().unwrap();
    assert!(!act.facts.contains_key("urgent"));
    draft.use_route(&ISILKUL.into(), &OMSK.into(), &PETROPAVL.into());
    assert_eq!(draft.act().unwrap().from.as_str(), OMSK);
    assert_eq!(draft.get(Field::OnBehalfOf), ISILKUL);
}

#[test]
fn the_aim_is_told_only_where_the_purpose_leaves_no_doubt() {
    let aim = |purpose: &str, own: &str| {
        let mut draft = typed();
        draft.set(Field::Purpose, purpose).set(Field::LegalFacts, own);
        let act = draft.act().unwrap();
        assert_eq!(act, draft.check().unwrap().act());
        act.facts.get("aim").map(|aim| serde_json::to_value(aim).unwrap().as_str().unwrap().to_owned())
    };
    assert_eq!(aim("investigation", "").as_deref(), Some("crime"));
    assert_eq!(aim("protection-of-life", "").as_deref(), Some("danger"));
    assert_eq!(aim("search", ""), None);
    assert_eq!(aim("investigation", "aim = danger").as_deref(), Some("danger"));
}

#[test]
fn birth_dates_are_read_as_far_as_they_are_known() {
    let read = |text: &str| text.parse::<Born>().map(String::from).ok();
    assert_eq!(read("1984").as_deref(), Some("1984"));
    assert_eq!(read("04.1984").as_deref(), Some("1984-04"));
    assert_eq!(read("17.04.1984").as_deref(), Some("1984-04-17"));
    for bad in
        ["", "84", "1984-13", "1984-02-30", "17-04-1984", "1984-4-1", "0000", "1984-04-17-01", "１９８４"]
    {
        assert_eq!(read(bad), None, "{bad}");
    }
}

#[test]
fn every_field_name_reads_back_and_every_error_has_its_code() {
    for field in Field::ALL.iter().copied().chain([Field::PointResult(1), Field::PointText(20)]) {
        assert_eq!(Field::from_name(&field.name()), Some(field));
    }
    for bad in ["", "point_0_text", "point_x_text", "point_1_", "Facts"] {
        assert_eq!(Field::from_name(bad), None, "{bad}");
    }
    let mut codes = CannotStep::CODES.to_vec();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), CannotStep::CODES.len(), "a code names one thing");
}
