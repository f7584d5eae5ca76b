//! `GET /alerts/new`, `POST /alerts/new`, `POST /alerts/{case}/change`: writing an alert, or correcting one in force.
//!
//! Never: loses what was typed.

use axum::extract::Path;
use marchland_casework::{CannotStep, DraftFields, FORMS, Field, SEARCH_FORM};
use marchland_law::{Act, Side};
use std::collections::BTreeMap;

use super::super::fill::words::body;
use super::super::page::{Form, Page, Visit, again, done, problems, show};
use super::super::views::alerts::{AlertForm, ThingLine};
use super::super::views::{Choice, Fields, Place, Problem};
use crate::acts::open::{Case, read};
use crate::acts::{Acted, CannotAct, alerts, ask};

const FIELDS: [Field; 17] = [
    Field::From,
    Field::To,
    Field::AlsoTo,
    Field::SearchPurpose,
    Field::Action,
    Field::OpenedBy,
    Field::CaseNumber,
    Field::ValidUntil,
    Field::AnswerWithin,
    Field::Names,
    Field::Born,
    Field::BirthPlace,
    Field::Citizenship,
    Field::Sex,
    Field::Documents,
    Field::Danger,
    Field::DangerNote,
];

pub async fn see(visit: Visit) -> Page {
    let (draft, change) = (visit.q("draft").to_owned(), visit.q("change").to_owned());
    let key = if change.is_empty() { &draft } else { &change };
    if key.is_empty() {
        let mut fields = Fields::default();
        fields.set("from", visit.who().body.clone());
        return show(&page(&visit, fields, "/alerts/new".to_owned(), false).await?);
    }
    let opened = read(&visit.app, visit.who(), key, None).await?;
    let Case::Alert(alert) = opened.case else { return Err(CannotAct::NotFound.into()) };
    let mut fields =
        Fields::new(alert.typed().iter().map(|(field, text)| (field.name().into_owned(), text.to_owned())));
    if change.is_empty() {
        fields.set("id", opened.row.id);
        return show(&page(&visit, fields, "/alerts/new".to_owned(), false).await?);
    }
    show(&page(&visit, fields, format!("/alerts/{change}/change"), true).await?)
}

/// `do=save` keeps it as typed, `do=submit` asks a head to sign.
pub async fn save(visit: Visit, form: Form) -> Page {
    let typed = typed(&form);
    let id = Some(form.get("id")).filter(|id| !id.is_empty());
    let row = alerts::save(&visit.app, visit.who(), id, typed.clone(), None).await?;
    if form.get("do") != "submit" {
        return done(&format!("/alerts/{}", row.id), "saved");
    }
    match alerts::submit(&visit.app, visit.who(), &row.id).await {
        Ok(()) => done(&format!("/alerts/{}", row.id), "alert-submitted"),
        Err(CannotAct::Step(CannotStep::Incomplete(found))) => {
            let mut fields = filled(&form, &typed);
            fields.set("id", row.id);
            let found = problems(visit.t(), &found);
            again(&page(&visit, fields.with_problems(found), "/alerts/new".to_owned(), false).await?)
        }
        Err(why) => Err(why.into()),
    }
}

pub async fn change(visit: Visit, Path(case): Path<String>, form: Form) -> Page {
    match alerts::propose_change(&visit.app, visit.who(), &case, &typed(&form)).await {
        Ok(()) => done(&format!("/alerts/{case}"), "alert-proposed"),
        Err(CannotAct::Step(step)) => {
            let found = match &step {
                CannotStep::Incomplete(found) => problems(visit.t(), found),
                other => {
                    let text = visit.lang().cannot(other.code(), &other.to_string());
                    vec![Problem { field: "names".to_owned(), text }]
                }
            };
            let fields = filled(&form, &typed(&form)).with_problems(found);
            again(&page(&visit, fields, format!("/alerts/{case}/change"), true).await?)
        }
        Err(why) => Err(why.into()),
    }
}

/// The form as it was sent, its things as one text.
fn filled(form: &Form, typed: &DraftFields) -> Fields {
    let mut fields = form.fields();
    fields.set("things", typed.get(Field::Things));
    fields
}

fn typed(form: &Form) -> DraftFields {
    let mut typed = DraftFields::new();
    for field in FIELDS {
        let name = field.name();
        let text = form.all(&name).collect::<Vec<_>>().join(" ");
        typed.set(field, text);
    }
    typed.set(Field::Things, things(form));
    typed
}

/// The lines of the form, as casework reads them: `kind; number; state; make`. A semicolon that was typed parts nothing.
fn things(form: &Form) -> String {
    let column = |name: &'static str| form.all(name).map(|text| text.replace(';', ",").trim().to_owned());
    let rows =
        column("thing_kind").zip(column("thing_number")).zip(column("thing_state").zip(column("thing_make")));
    let line = |((kind, number), (state, make)): ((String, String), (String, String))| {
        let filled = [&number, &state, &make].into_iter().any(|text| !text.is_empty());
        let line = [kind, number, state, make].join("; ");
        filled.then(|| line.trim_end_matches([';', ' ']).to_owned())
    };
    rows.filter_map(line).collect::<Vec<_>>().join("\n")
}

/// The same lines, to fill the form.
fn thing_lines(text: &str) -> Vec<ThingLine> {
    let line = |line: &str| {
        let mut parts = line.split(';').map(|part| part.trim().to_owned());
        let mut next = || parts.next().unwrap_or_default();
        ThingLine { kind: next(), number: next(), state: next(), make: next() }
    };
    let mut all: Vec<ThingLine> = text.lines().filter(|text| !text.trim().is_empty()).map(line).collect();
    all.extend([ThingLine::default(), ThingLine::default()]);
    all
}

/// The neighbours' bodies to which the law of today carries an alert of this body, about a person or about a thing. Which of
/// the two it is, and the mandate of the head, are asked again when it is signed.
async fn also_to(visit: &Visit) -> Acted<Vec<Choice>> {
    let (app, lang, at) = (&visit.app, visit.lang(), visit.now());
    let mut carried = Vec::new();
    for served in app.links.all().flat_map(|link| &link.record.bodies) {
        for form in [SEARCH_FORM, FORMS[1]] {
            let act = Act {
                form: form.into(),
                from: visit.who().body.as_str().into(),
                to: served.id.as_str().into(),
                channel: None,
                facts: BTreeMap::new(),
            };
            if ask::law(app, &act, Side::Acting, at).await?.decision.verdict.permits() {
                carried.push(Choice::new(served.id.clone(), body(app, lang, &served.id).name));
                break;
            }
        }
    }
    Ok(carried)
}

async fn page(visit: &Visit, fields: Fields, action: String, corrects: bool) -> Acted<AlertForm> {
    let (app, lang, t) = (&visit.app, visit.lang(), visit.t());
    let mut to = Vec::new();
    for link in app.links.all() {
        for served in &link.record.bodies {
            to.push(Choice::new(served.id.clone(), body(app, lang, &served.id).name));
        }
    }
    let own = &visit.who().body;
    let things = thing_lines(fields.value("things"));
    let from = vec![Choice::new(own.clone(), body(app, lang, own).name)];
    Ok(AlertForm {
        frame: visit.frame(Place::Alerts).await?,
        fields,
        action,
        corrects,
        from,
        also_to: also_to(visit).await?,
        to,
        purposes: t.search_purposes(),
        actions: t.search_actions(),
        dangers: t.dangers(),
        sexes: t.sexes(),
        kinds: t.thing_kinds(),
        things,
    })
}
