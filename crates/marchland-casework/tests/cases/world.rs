//! Two police bodies, the people in them and a lawful request. All invented.

use jiff::{Timestamp, ToSpan};
use marchland_casework::*;
use marchland_law::{
    Basis, BodyId, Citation, Dates, Decision, FormId, FrameworkId, InstrumentId, Refusal, RefusalGrounds,
    RuleId, Side, UseCondition, Verdict,
};
use std::collections::BTreeSet;

pub(crate) const ISILKUL: &str = "RU/district/isilkul";
pub(crate) const OMSK: &str = "RU/region/omsk";
pub(crate) const PETROPAVL: &str = "KZ/region/north-kazakhstan";

/// Minutes after the first moment of the story.
pub(crate) fn minute(n: i64) -> Timestamp {
    let start: Timestamp = "2026-11-23T03:00:00Z".parse().expect("a moment");
    start.checked_add(n.minutes()).expect("within the story")
}

pub(crate) fn actor(official: &str, post: &str, body: &str) -> Actor {
    Actor { official: official.into(), post: post.into(), body: BodyId::from(body) }
}

pub(crate) fn officer() -> Actor {
    actor("o-1", "duty officer", ISILKUL)
}

pub(crate) fn worker() -> Actor {
    actor("k-1", "detective", PETROPAVL)
}

pub(crate) fn mandate(holder: Actor, body: &str, peer: &str) -> Mandate {
    Mandate {
        id: MandateId::new(format!("M-{}", holder.official)),
        holder,
        in_name_of: BodyId::from(body),
        powers: Power::ALL.into_iter().collect(),
        forms: FORMS.into_iter().chain([SEARCH_FORM]).map(FormId::from).collect(),
        peers: BTreeSet::from([peer.parse().expect("a state")]),
        from: minute(-10_000),
        until: minute(100_000),
    }
}

/// Head of the Omsk region.
pub(crate) fn head() -> Mandate {
    mandate(actor("o-9", "head of the regional directorate", OMSK), OMSK, "KZ")
}

/// Our officer, named by the region for letters in its name.
pub(crate) fn named_officer() -> Mandate {
    let mut mandate = mandate(officer(), OMSK, "KZ");
    mandate.powers = BTreeSet::from([Power::Correspond]);
    mandate
}

/// Head, registrar and more of the police of the North Kazakhstan region.
pub(crate) fn their_head() -> Mandate {
    mandate(actor("k-9", "head of the police department", PETROPAVL), PETROPAVL, "RU")
}

pub(crate) fn their_registrar() -> Mandate {
    mandate(actor("k-5", "registrar", PETROPAVL), PETROPAVL, "RU")
}

/// A draft without a mistake: three points about a vehicle.
pub(crate) fn typed() -> DraftFields {
    let mut draft = DraftFields::new();
    draft
        .set(Field::Form, "operational-request")
        .set(Field::From, OMSK)
        .set(Field::To, PETROPAVL)
        .set(Field::OnBehalfOf, ISILKUL)
        .set(Field::About, "vehicle")
        .set(Field::Plate, "Т 418 КО 55")
        .set(Field::Category, "no-person")
        .set(Field::TimePlace, "18–20 ноября 2026, Солтүстік Қазақстан")
        .set(Field::OffenceCode, "05021")
        .set(Field::Urgency, "normal")
        .set(Field::WhyHeld, "Пересёк границу в пункте Каракога")
        .set(Field::Facts, "Об угоне заявлено в Исилькуле 18 ноября.\nПросим сообщить, кто управлял.")
        .set(Field::Points, "Кто владелец?\nГде был 19 ноября?\nКто управлял?")
        .set(Field::CaseNumber, "1-26-52-00731")
        .set(Field::Purpose, "investigation")
        .set(Field::Handling, "H1")
        .set(Field::SourceEval, "A")
        .set(Field::InfoEval, "2");
    draft
}

pub(crate) fn oral_typed() -> DraftFields {
    let mut draft = typed();
    draft
        .set(Field::Urgency, "urgent")
        .set(Field::UrgencyTests, "liberty")
        .set(Field::UrgentReason, "A person is held until the evening")
        .set(Field::OralAt, minute(-60).to_string())
        .set(Field::OralTo, "duty desk")
        .set(Field::OralHow, "telephone");
    draft
}

/// A decision of the day that permits, with one use condition and two refusal grounds.
pub(crate) fn permits(content: &Content, side: Side, at: Timestamp) -> Decision {
    permits_act(content.act(), side, at)
}

pub(crate) fn permits_act(act: marchland_law::Act, side: Side, at: Timestamp) -> Decision {
    let basis = || {
        Basis::Provision(Citation {
            instrument: InstrumentId::from("invented-agreement"),
            article: "Article 1".into(),
            rule: RuleId::from("invented"),
        })
    };
    let ground = |code: &str| marchland_law::Ground { code: code.into(), basis: basis() };
    Decision {
        framework: FrameworkId::from("invented"),
        act,
        dates: Dates::all(at.to_zoned(jiff::tz::TimeZone::UTC).date()),
        side,
        verdict: Verdict::Permit,
        reasons: Vec::new(),
        duties: Vec::new(),
        deadlines: Vec::new(),
        refusal_grounds: RefusalGrounds::Listed(vec![ground("sovereignty"), ground("security")]),
        use_conditions: vec![UseCondition {
            code: "this-case-only".into(),
            params: Default::default(),
            basis: basis(),
        }],
        routes: Vec::new(),
        conflicts: Vec::new(),
        missing: Vec::new(),
        channel: None,
        confidence: None,
        confirmations: Vec::new(),
    }
}

pub(crate) fn refuses(content: &Content, side: Side, at: Timestamp) -> Decision {
    let verdict = Verdict::Refuse(Refusal::OutsideCompetence { rules: Vec::new() });
    Decision { verdict, ..permits(content, side, at) }
}

pub(crate) fn ours(content: &Content, at: Timestamp) -> Decision {
    permits(content, Side::Acting, at)
}

pub(crate) fn theirs(content: &Content, at: Timestamp) -> Decision {
    permits(content, Side::Receiving, at)
}

pub(crate) fn draft_case() -> Request {
    Request::draft("case-1".into(), "OMS-2026-01184".into(), officer(), typed(), minute(0)).next
}

pub(crate) fn submitted() -> Request {
    draft_case().submit(&officer(), minute(1)).expect("submit").next
}

/// The signed request and the letter that carries it.
pub(crate) fn approved() -> (Request, Message) {
    let request = submitted();
    let content = request.content().expect("content").clone();
    let step =
        request.approve(&head(), &ours(&content, minute(2)), "m-1".into(), minute(2)).expect("approve");
    (step.next, step.outgoing.into_iter().next().expect("a letter"))
}

/// A letter of the answering side about the case.
pub(crate) fn letter(id: &str, body: MessageBody) -> Message {
    Message {
        v: MESSAGE_VERSION,
        id: id.into(),
        thread: "case-1".into(),
        from: BodyId::from(PETROPAVL),
        to: BodyId::from(OMSK),
        post: "duty desk".into(),
        at: minute(10),
        body,
    }
}

/// A letter of the asking side.
pub(crate) fn from_asker(id: &str, body: MessageBody) -> Message {
    let answer = letter(id, body);
    Message { from: answer.to.clone(), to: answer.from.clone(), ..answer }
}

pub(crate) fn received() -> Incoming {
    Incoming::receive("in-1".into(), &approved().1, minute(5)).expect("receive").next
}

pub(crate) fn registered() -> Incoming {
    let case = received();
    let decision = theirs(case.content().expect("content"), minute(6));
    case.register(&their_registrar(), "KZ-59/77", &decision, "k-1".into(), minute(6)).expect("register").next
}

pub(crate) fn accepted() -> Incoming {
    let case = registered();
    let decision = theirs(case.content().expect("content"), minute(7));
    case.accept(&their_head(), &decision, "k-2".into(), minute(7)).expect("accept").next
}

pub(crate) fn ground(code: &str) -> Ground {
    Ground { code: code.into(), note: None }
}

pub(crate) fn answer_typed() -> DraftFields {
    let mut draft = DraftFields::new();
    draft
        .set(Field::AnswerText, "Мәлімет төменде.")
        .set(Field::PointResult(1), "found")
        .set(Field::PointText(1), "Ахметов А.")
        .set(Field::PointResult(2), "no-record")
        .set(Field::PointResult(3), "no-record")
        .set(Field::Persons, "Ахметов А. = witness")
        .set(Field::Handling, "H1 H2")
        .set(Field::SourceEval, "B")
        .set(Field::InfoEval, "2");
    draft
}

pub(crate) fn answer() -> Answer {
    let content = typed().check().expect("content");
    Answer::check(&answer_typed(), &content, &[], &[]).expect("an answer")
}

pub(crate) fn partial_answer() -> Answer {
    let mut draft = answer_typed();
    draft.set(Field::PointResult(3), "later");
    Answer::check(&draft, &typed().check().expect("content"), &[], &[]).expect("an answer")
}

pub(crate) fn answer_letter(id: &str) -> Message {
    letter(id, MessageBody::Answer { answer: Box::new(answer()) })
}

pub(crate) fn answer_drafted() -> Incoming {
    accepted().save_answer(answer_typed(), Vec::new(), &worker(), minute(8)).expect("save").next
}

pub(crate) fn answer_submitted() -> Incoming {
    answer_drafted().submit_answer(&worker(), minute(9)).expect("submit").next
}

pub(crate) fn answer_approved() -> Incoming {
    answer_submitted().approve_answer(&their_head(), "k-3".into(), minute(10)).expect("approve").next
}

pub(crate) fn code<T: std::fmt::Debug>(result: Result<T, CannotStep>) -> &'static str {
    result.expect_err("the step must not be possible").code()
}
