//! Who asks whom about what, and how far it is: the head and the stage line of a case, on either side.
//!
//! Never: shows what an unread answer says.

use std::collections::BTreeMap;

use jiff::Timestamp;
use marchland_casework::{Content, Fact, Field, Incoming, Request, RequestStage, Urgency};

use super::clock::Sides;
use super::words::{body, body_full, form};
use crate::acts::Acted;
use crate::app::App;
use crate::store::matter::MatterRow;
use crate::web::l10n::Lang;
use crate::web::views::parts::{Tag, Tone};
use crate::web::views::requests::{CaseHead, StageStep, StepState};

/// The number of a case in addresses: our register's, or its id before it has one.
pub fn key(row: &MatterRow) -> &str {
    row.reference.as_deref().unwrap_or(&row.id)
}

/// The address of a case's page.
pub fn href(row: &MatterRow) -> String {
    let noun = match row.side.as_str() {
        "ours" => "requests",
        "theirs" => "incoming",
        _ => "alerts",
    };
    format!("/{noun}/{}", key(row))
}

/// The body on the other side: whom we asked, or who asked us.
pub fn partner(row: &MatterRow) -> String {
    use crate::acts::open::{Case, case};
    match case(row) {
        Ok(Case::Ours(request)) => match request.content() {
            Some(content) => content.to.to_string(),
            None => request.typed().get(Field::To).trim().to_owned(),
        },
        Ok(Case::Alert(alert)) => alert.content().map(|c| other_side(row, c)).unwrap_or_default(),
        Ok(Case::Theirs(incoming)) => {
            incoming.content().map(|content| content.from.to_string()).unwrap_or_default()
        }
        Err(_) => String::new(),
    }
}

/// Whom an alert goes to, or who issued it.
fn other_side(row: &MatterRow, content: &marchland_casework::AlertContent) -> String {
    if row.side == "alert-ours" { content.to.to_string() } else { content.from.to_string() }
}

/// What a row says it is about: the form and, if known, the plate, name or number.
pub fn title(app: &App, lang: Lang, row: &MatterRow) -> String {
    let of_form = form(app, lang, &row.form);
    match (row.form.is_empty(), row.title.is_empty()) {
        (_, false) => row.title.clone(),
        (false, true) => of_form,
        (true, true) => lang.words().draft_untitled(),
    }
}

pub fn head_ours(sides: &Sides<'_>, row: &MatterRow, request: &Request, author: &str) -> CaseHead {
    let Sides { app, lang, .. } = *sides;
    let t = lang.words();
    let typed = request.typed();
    let from = request.content().map_or_else(|| typed.get(Field::From).to_owned(), |c| c.from.to_string());
    let to = request.content().map_or_else(|| typed.get(Field::To).to_owned(), |c| c.to.to_string());
    let mut tags = vec![Tag::new(Tone::Info, t.we_asked()), stage_tag(lang, request.stage().code())];
    tags.extend(request.content().map(|content| marks(lang, content)).unwrap_or_default());
    let number = request.number().map(|number| t.head_their_number(number.as_str()));
    CaseHead {
        reference: key(row).to_owned(),
        number: key(row).to_owned(),
        title: title(app, lang, row),
        tags,
        from: body_full(app, lang, &from),
        for_body: row.for_body.as_deref().map(|id| body(app, lang, id).name),
        to: body_full(app, lang, &to),
        note: [Some(t.head_author(author)), number].into_iter().flatten().collect::<Vec<_>>().join(" "),
    }
}

pub fn head_theirs(sides: &Sides<'_>, row: &MatterRow, incoming: &Incoming, content: &Content) -> CaseHead {
    let Sides { app, lang, .. } = *sides;
    let t = lang.words();
    let mut tags = vec![Tag::new(Tone::Info, t.they_asked()), stage_tag(lang, incoming.stage().code())];
    tags.extend(marks(lang, content));
    let number = row.reference.clone().unwrap_or_else(|| t.not_registered());
    CaseHead {
        reference: key(row).to_owned(),
        number,
        title: title(app, lang, row),
        tags,
        from: body_full(app, lang, content.from.as_str()),
        for_body: content.on_behalf_of.as_ref().map(|id| body(app, lang, id.as_str()).name),
        to: body_full(app, lang, content.to.as_str()),
        note: t.head_their_number(incoming.reference().as_str()),
    }
}

/// Urgency and handling, said at the top.
fn marks(lang: Lang, content: &Content) -> Vec<Tag> {
    use marchland_casework::Choice as _;
    let t = lang.words();
    let urgent = matches!(content.urgency, Urgency::Urgent { .. }).then(|| Tag::new(Tone::Soon, t.urgent()));
    let codes =
        content.marking.handling.codes.iter().map(|code| Tag::new(Tone::Plain, t.handling(code.code())));
    urgent.into_iter().chain(codes).collect()
}

pub fn stage_tag(lang: Lang, code: &str) -> Tag {
    let tone = match code {
        "refused" => Tone::Bad,
        "clarification" => Tone::Paused,
        "answered" | "accepted" | "evaluated" => Tone::Good,
        "submitted" | "answer-submitted" | "received" => Tone::Soon,
        "draft" | "closed" | "withdrawn" | "recalled" => Tone::Plain,
        _ => Tone::Info,
    };
    Tag::new(tone, lang.words().stage(code))
}

/// A place on the stage line: the word for it, and the facts by which it is reached.
struct Mark {
    stage: &'static str,
    facts: &'static [&'static str],
    border_before: bool,
}

const OURS: [Mark; 8] = [
    Mark { stage: "draft", facts: &["drafted"], border_before: false },
    Mark { stage: "approved", facts: &["approved"], border_before: false },
    Mark { stage: "sent", facts: &["sent"], border_before: false },
    Mark { stage: "delivered", facts: &["delivered"], border_before: true },
    Mark { stage: "registered", facts: &["registered"], border_before: false },
    Mark { stage: "accepted", facts: &["accepted", "partly", "refused"], border_before: false },
    Mark { stage: "answered", facts: &["answered"], border_before: false },
    Mark { stage: "closed", facts: &["closed"], border_before: false },
];

const THEIRS: [Mark; 7] = [
    Mark { stage: "received", facts: &["received"], border_before: false },
    Mark { stage: "registered", facts: &["registered"], border_before: false },
    Mark { stage: "accepted", facts: &["accepted", "partly", "refused"], border_before: false },
    Mark { stage: "answer-drafted", facts: &["answer-drafted"], border_before: false },
    Mark { stage: "answer-approved", facts: &["answer-approved"], border_before: false },
    Mark { stage: "answered", facts: &["answered"], border_before: true },
    Mark { stage: "closed", facts: &["closed"], border_before: false },
];

pub fn stages_ours(sides: &Sides<'_>, request: &Request) -> Vec<StageStep> {
    let ended = match request.stage() {
        RequestStage::Withdrawn { at, .. } => Some(("withdrawn", *at)),
        RequestStage::Recalled { at, .. } => Some(("recalled", *at)),
        _ => None,
    };
    let mut steps = line(sides, &OURS, request.timeline(), ended);
    if let (RequestStage::Submitted { at, .. }, Some(first)) = (request.stage(), steps.first_mut()) {
        first.name = sides.lang.words().stage("submitted");
        first.when = sides.here(*at);
    }
    steps
}

pub fn stages_theirs(sides: &Sides<'_>, incoming: &Incoming) -> Vec<StageStep> {
    let recalled = incoming.timeline().iter().find(|fact| fact.kind.code() == "recalled");
    line(sides, &THEIRS, incoming.timeline(), recalled.map(|fact| ("recalled", fact.at)))
}

fn line(
    sides: &Sides<'_>,
    marks: &[Mark],
    facts: &[Fact],
    ended: Option<(&str, Timestamp)>,
) -> Vec<StageStep> {
    let t = sides.lang.words();
    // The newest of a kind: a draft that was returned and submitted again is as far as it is now.
    let reached = |mark: &Mark| facts.iter().rev().find(|fact| mark.facts.contains(&fact.kind.code()));
    let last = marks.iter().rposition(|mark| reached(mark).is_some()).unwrap_or(0);
    let closes = marks.len() - 1;
    let mut steps: Vec<StageStep> = marks
        .iter()
        .enumerate()
        .map(|(n, mark)| {
            let fact = reached(mark);
            let refused = fact.is_some_and(|fact| fact.kind.code() == "refused");
            let state = match n {
                _ if n > last => StepState::Ahead,
                _ if refused => StepState::Stopped,
                _ if n == last && n != closes && ended.is_none() => StepState::Current,
                _ => StepState::Done,
            };
            let name = match fact.map(|fact| fact.kind.code()) {
                Some(code @ ("partly" | "refused")) => t.stage(code),
                _ => t.stage(mark.stage),
            };
            let when = fact.map(|fact| sides.here(fact.at)).unwrap_or_default();
            StageStep { name, when, state, border_before: mark.border_before }
        })
        .collect();
    if let Some((code, at)) = ended {
        steps.truncate(last + 1);
        steps.push(StageStep {
            name: t.stage(code),
            when: sides.here(at),
            state: StepState::Stopped,
            border_before: false,
        });
    }
    steps
}

/// Posts of the officials of this node by id, in the reader's language: pages name posts, never persons.
pub async fn posts(app: &App, lang: Lang) -> Acted<BTreeMap<String, String>> {
    let officials = app.store.officials().await?;
    Ok(officials.into_iter().map(|o| (o.id, o.post.in_language(lang.code()).to_owned())).collect())
}
