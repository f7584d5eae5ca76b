//! Invented people, numbers and cases for the gallery. The towns are real, nothing else is.

use marchland::web::l10n::Lang;
use marchland::web::views::decision::{
    Answer, Basis, DecisionPanel, FactKind, Hop, MissingFact, Noted, Refusal, Route,
};
use marchland::web::views::frame::{Counts, Foot, FootLink, Frame, Place, PlaceClock, Reach, Role, User};
use marchland::web::views::icon::Icon;
use marchland::web::views::parts::{
    Anchor, Body, Both, Clock, ClockAt, Confidence, Pager, Tab, Tag, Tone, Verdict,
};
use marchland::web::views::requests::{
    AnswerView, CaseClock, CaseHead, CodedLine, LangText, Leaf, Matter, Message, PointAnswer, Proof,
    StageStep, StepState, TimelineItem,
};
use marchland::web::views::{Fields, Problem};

pub(crate) fn frame(lang: Lang, place: Place, roles: &[Role]) -> Frame {
    let ru = lang != Lang::En;
    let pick = |en: &str, local: &str| if ru { local.to_owned() } else { en.to_owned() };
    Frame {
        lang,
        keys: true,
        live: true,
        csrf: "csrf-token".into(),
        path: "/desk".into(),
        place,
        user: Some(User {
            name: pick("Capt. I. Talnikova", "капитан И. Тальникова"),
            post: pick("Duty officer", "дежурный"),
            body: pick("Isilkul District Department", "Отдел полиции «Исилькульский»"),
            under: pick("Omsk region · RU", "Омская область · RU"),
            roles: roles.to_vec(),
        }),
        clocks: vec![
            PlaceClock {
                place: pick("Isilkul", "Исилькуль"),
                time: "14:20".into(),
                zone: "Asia/Omsk".into(),
            },
            PlaceClock {
                place: pick("Petropavl", "Петропавл"),
                time: "13:20".into(),
                zone: "Asia/Almaty".into(),
            },
        ],
        counts: Counts { desk: 5, requests: 41, incoming: 4, approvals: 3 },
        foot: Foot {
            links: vec![
                FootLink {
                    name: pick("Petropavl", "Петропавл"),
                    reach: Reach::Linked,
                    delay: "0.4 s".into(),
                    waiting: 0,
                },
                FootLink {
                    name: pick("Kostanay", "Костанай"),
                    reach: Reach::Slow,
                    delay: String::new(),
                    waiting: 12,
                },
            ],
            log_witnessed: Some("14:18".into()),
            law_pack: "2026.11".into(),
            law_date: lang.date(jiff::civil::date(2026, 11, 23)),
            law_held_back: false,
        },
        ..Frame::default()
    }
}

pub(crate) fn petropavl(lang: Lang) -> Body {
    Body::new("KZ", if lang == Lang::En { "Petropavl" } else { "Петропавл" })
}

pub(crate) fn running(lang: Lang, left_min: i64, length_min: i64) -> Clock {
    lang.clock(ClockAt::Running { left_min, length_min, due_ms: 1_795_420_800_000 })
}

pub(crate) fn both(here: &str, there: &str) -> Both {
    Both::new(here, there)
}

pub(crate) fn tabs() -> Vec<Tab> {
    vec![
        Tab { text: "Mine".into(), href: "/desk".into(), count: Some(9), current: true },
        Tab {
            text: "Department".into(),
            href: "/desk?scope=department".into(),
            count: Some(23),
            current: false,
        },
    ]
}

pub(crate) fn pager(path: &str) -> Pager {
    Pager { page: 1, pages: 3, total: 41, href: format!("{path}?page=") }
}

pub(crate) fn basis() -> Vec<Basis> {
    vec![
        Basis {
            instrument: Anchor::new(
                "RU-KZ border regions agreement 1998",
                "/instruments/ru-kz-mvd-border-1998",
            ),
            article: "arts 1-16".into(),
            confidence: Confidence::FoundingArticleOnly,
            note: "The 1998 text is not here. Legal adviser of Omsk region confirmed this use, 3 Mar 2026."
                .into(),
            context_only: false,
        },
        Basis {
            instrument: Anchor::new("Model Agreement 1995", "/instruments/cis-model-agreement-border-1995"),
            article: "arts 1 and 2".into(),
            confidence: Confidence::TextRead,
            note: String::new(),
            context_only: true,
        },
    ]
}

pub(crate) fn refused_with_route(lang: Lang, in_form: bool) -> DecisionPanel {
    DecisionPanel {
        lang,
        in_form,
        answer: Some(Answer {
            verdict: Verdict::NotPermitted,
            heading: if lang == Lang::En { "Not permitted from your level".into() } else { String::new() },
            sentence: "No text read here lets a district department write to a body in Kazakhstan. Direct cooperation is between regional directorates.".into(),
            took_ms: "0.4".into(),
            law_date: lang.date(jiff::civil::date(2026, 11, 23)),
            missing: Vec::new(),
            route: Some(Route {
                hops: vec![
                    Hop { name: "Isilkul".into(), note: "district, you".into(), signs: false, border_before: false },
                    Hop { name: "Omsk region".into(), note: "signs and sends".into(), signs: true, border_before: false },
                    Hop { name: "Petropavl".into(), note: "region".into(), signs: false, border_before: true },
                ],
                verdict: Verdict::Conditions(2),
                value: "RU/region/omsk".into(),
                in_use: false,
            }),
            rests_on: basis(),
            conditions: vec!["Signed by the head of the regional directorate".into(), "Data used for this investigation only".into()],
            approvers: vec![Noted::new("Head of department, then regional directorate", "Both have a valid mandate today")],
            language: vec![Noted::new("Russian is accepted", "own rule; a Kazakh copy is added")],
            answer_time: Vec::new(),
            may_refuse: Refusal::NotRead { note: "Their own law always allows: human rights, political motive".into() },
            use_conditions: vec!["Not as evidence without consent".into()],
            duties: vec![Noted::new("Copy to the contact point", "art. 9")],
            conflicts: Vec::new(),
        }),
    }
}

pub(crate) fn missing_fact(lang: Lang) -> DecisionPanel {
    let mut panel = refused_with_route(lang, true);
    if let Some(answer) = panel.answer.as_mut() {
        answer.verdict = Verdict::AskLawyer;
        answer.heading = String::new();
        answer.route = None;
        answer.may_refuse = Refusal::Grounds(vec!["would harm a running investigation there".into()]);
        answer.missing = vec![
            MissingFact {
                key: "offence-over-one-year".into(),
                question: "is the offence punishable by more than a year?".into(),
                kind: FactKind::YesNo,
                value: String::new(),
            },
            MissingFact {
                key: "value".into(),
                question: "what is the value of the vehicle?".into(),
                kind: FactKind::Number,
                value: "900000".into(),
            },
        ];
    }
    panel
}

pub(crate) fn permitted(lang: Lang) -> DecisionPanel {
    let mut panel = refused_with_route(lang, false);
    if let Some(answer) = panel.answer.as_mut() {
        answer.verdict = Verdict::Conditions(2);
        answer.heading = String::new();
        answer.sentence =
            "Regional directorates may ask each other directly about an offence committed in the border region.".into();
        answer.route = None;
        answer.took_ms = String::new();
    }
    panel
}

pub(crate) fn head(reference: &str) -> CaseHead {
    CaseHead {
        reference: reference.into(),
        number: "OMS-2026-01184".into(),
        title: "Whereabouts of a vehicle, T 418 KO 55".into(),
        tags: vec![Tag::new(Tone::Info, "We asked"), Tag::new(Tone::Plain, "Police use only")],
        from: Body::new("RU", "Omsk region"),
        for_body: Some("Isilkul".into()),
        to: Body::new("KZ", "North Kazakhstan, Petropavl"),
        note: "Answers to Capt. Talnikova.".into(),
    }
}

pub(crate) fn stages(lang: Lang) -> Vec<StageStep> {
    let t = lang.words();
    let step = |code: &str, when: &str, state, border_before| StageStep {
        name: t.stage(code),
        when: when.into(),
        state,
        border_before,
    };
    vec![
        step("draft", "Fri 16:20", StepState::Done, false),
        step("approved", "Fri 17:05", StepState::Done, false),
        step("sent", "11:01", StepState::Done, false),
        step("delivered", "11:02", StepState::Done, true),
        step("registered", "11:40", StepState::Done, false),
        step("accepted", "since 3 h 18 min", StepState::Current, false),
        step("answered", "", StepState::Ahead, false),
        step("closed", "", StepState::Ahead, false),
    ]
}

pub(crate) fn timeline() -> Vec<TimelineItem> {
    let item = |icon, title: &str, note: &str, leaf: &str, here: &str, there: &str, pending| TimelineItem {
        icon,
        title: title.into(),
        note: note.into(),
        leaf: (!leaf.is_empty()).then(|| Leaf {
            link: Anchor::new(format!("leaf {leaf}"), "#proof"),
            note: "in both logs".into(),
        }),
        at: both(here, there),
        pending,
    };
    vec![
        item(Icon::Pending, "Not yet read", "no official has opened it", "", "14:20", "13:20", true),
        item(
            Icon::Delivered,
            "Delivered",
            "signed by the body, Petropavl",
            "48 213",
            "11:02",
            "10:02",
            false,
        ),
        item(Icon::Inbox, "Accepted", "signed by the node, Petropavl", "48 212", "11:02", "10:02", false),
        item(Icon::Sent, "Sent", "node Omsk", "91 007", "11:01", "10:01", false),
        item(Icon::Approved, "Approved", "head of region, mandate M-118", "", "Fri 17:05", "16:05", false),
        item(Icon::Draft, "Drafted", "Capt. I. Talnikova", "", "Fri 16:20", "15:20", false),
    ]
}

pub(crate) fn matter() -> Matter {
    let line = |label: &str, value: &str, mono| CodedLine {
        label: label.into(),
        value: value.into(),
        mono,
        coded: true,
    };
    Matter {
        coded: vec![
            line("Needed", "Keeper and movements of a vehicle", false),
            line("Plate", "T 418 KO 55", true),
            line("Offence", "ICCS 05021 Theft of a motor vehicle", false),
        ],
        points: vec![
            "Who is the registered keeper?".into(),
            "Who drove it from 18 to 20 November?".into(),
        ],
        texts: vec![
            LangText {
                lang: "ru".into(),
                name: "Russian".into(),
                mark: Some(Tag::new(Tone::Plain, "source, version 2")),
                text: "Об угоне автомобиля заявлено в Исилькуле 18 ноября. Камера в пункте пропуска зафиксировала выезд в 21:14 местного времени. Просим сообщить, кто владел или управлял автомобилем до 20 ноября.".into(),
            },
            LangText {
                lang: "kk".into(),
                name: "Kazakh".into(),
                mark: Some(Tag::new(Tone::Good, "certified, fits version 2")),
                text: "Автомобильдің айдап әкетілгені туралы Есілкөлде 18 қарашада арыз берілген. Өткізу пунктіндегі камера оның жергілікті уақытпен сағат 21:14-те шыққанын тіркеген.".into(),
            },
        ],
        documents: Vec::new(),
        version: 2,
        changes: vec!["Version 2: the time of crossing is 21:14, not 20:14.".into()],
    }
}

pub(crate) fn talk() -> Vec<Message> {
    vec![
        Message {
            from: petropavl(Lang::En),
            by: "duty desk".into(),
            at: "11:20".into(),
            lang: "en".into(),
            text: "Which of the two cameras?".into(),
            ours: false,
        },
        Message {
            from: Body::new("", "Capt. Talnikova"),
            by: String::new(),
            at: "11:24".into(),
            lang: "en".into(),
            text: "The one facing south. <script>alert(1)</script>".into(),
            ours: true,
        },
    ]
}

pub(crate) fn answer(unread: bool) -> AnswerView {
    AnswerView {
        heading: Tag::new(Tone::Soon, "1 of 2 points refused"),
        by: "Criminal police, Petropavl".into(),
        at: both("14:02", "13:02"),
        points: vec![
            PointAnswer {
                question: "Who is the registered keeper?".into(),
                result: Tag::new(Tone::Good, "Data found"),
                text: "Registered to an invented company, Petropavl.".into(),
            },
            PointAnswer {
                question: "Who drove it?".into(),
                result: Tag::new(Tone::Bad, "Refused"),
                text: "Ground 6: would harm a running investigation there.".into(),
            },
        ],
        text: LangText {
            lang: "ru".into(),
            name: "Russian".into(),
            mark: None,
            text: "Автомобиль поставлен на учёт 3 марта 2024 года.".into(),
        },
        handling: "H1: not evidence without consent".into(),
        evaluation: "A, 1".into(),
        use_conditions: vec!["This investigation only".into()],
        unread,
    }
}

pub(crate) fn clocks(lang: Lang) -> Vec<CaseClock> {
    vec![
        CaseClock {
            clock: running(lang, 1150, 2880),
            whose: "ours".into(),
            source: "own rule 12".into(),
            due: Some(both("Tue 09:30", "08:30")),
            note: String::new(),
        },
        CaseClock {
            clock: lang.clock(ClockAt::None),
            whose: "theirs: answer".into(),
            source: "no limit in the text read".into(),
            due: None,
            note: "Usual here: median 2 d 4 h, 9 of 10 in 6 d".into(),
        },
    ]
}

pub(crate) fn proof() -> Proof {
    Proof {
        receipts: "3 receipts, all in both logs".into(),
        evidence_href: Some("/requests/x1/evidence".into()),
        content_href: None,
        content_note: "With content only after consent: handling H1.".into(),
        reads: Anchor::new("6 reads by 3 posts, each with a reason", "/audit?case=x1"),
    }
}

pub(crate) fn typed() -> Fields {
    let values = [
        ("to", "KZ/region/north-kazakhstan"),
        ("form", "operational-request"),
        ("about", "vehicle"),
        ("category", "no-person"),
        ("plate", "T 418 KO 55"),
        ("time_place", "18 to 20 Nov 2026, North Kazakhstan"),
        ("offence_code", "05021"),
        ("urgency", "normal"),
        ("why_held", "Crossed at Karakoga, 18 Nov"),
        (
            "facts",
            "The car was reported stolen in Isilkul on 18 November. A camera at the crossing point recorded it leaving at 21:14 local time. We ask who kept or drove it until 20 November.",
        ),
        ("points", "Who is the registered keeper?\nWho drove it from 18 to 20 November?"),
        ("case_number", "1-26-52-00731"),
        ("purpose", "investigation"),
        ("handling", "H1 H2"),
        ("source_eval", "A"),
        ("info_eval", "2"),
        ("side", "sent"),
    ];
    Fields::new(values.map(|(k, v)| (k.to_owned(), v.to_owned())))
}

pub(crate) fn with_problems(lang: Lang) -> Fields {
    let t = lang.words();
    let problem = |field: &str| Problem {
        field: field.into(),
        text: t.problem(field, "missing", &std::collections::BTreeMap::new()),
    };
    let mut fields = typed();
    fields.set("case_number", "");
    fields.set("why_held", "");
    fields.with_problems(vec![problem("case_number"), problem("why_held")])
}
