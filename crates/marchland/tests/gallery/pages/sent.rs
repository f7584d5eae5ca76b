//! Sign-in, my desk, and what we ask.

use super::*;

pub(super) fn sign_in(lang: Lang) -> SignInPage {
    SignInPage {
        frame: Frame { lang, csrf: "csrf-token".into(), path: "/sign-in".into(), ..Frame::default() },
        user: "talnikova".into(),
        next: "/desk".into(),
        node: "RU, Omsk region".into(),
        problem: Some("Name or password is wrong.".into()),
        demo: vec![DemoUser {
            user: "talnikova".into(),
            password: "steppe-7".into(),
            post: "Officer, Isilkul".into(),
        }],
    }
}

fn row(
    lang: Lang,
    task: &str,
    number: &str,
    note: &str,
    clock: ClockAt,
    we_asked: bool,
    action: &str,
) -> DeskRow {
    DeskRow {
        clock: lang.clock(clock),
        task: task.into(),
        href: format!("/requests/{number}"),
        number: number.into(),
        note: note.into(),
        partner: s::petropavl(lang),
        we_asked,
        due: (!matches!(clock, ClockAt::Paused { .. })).then(|| s::both("16:01", "15:01")),
        source: "own rule 7".into(),
        action: action.into(),
        first: false,
    }
}

pub(super) fn desk(lang: Lang, roles: &[Role]) -> DeskPage {
    let at = |left_min, length_min| ClockAt::Running { left_min, length_min, due_ms: 1_795_420_800_000 };
    let mut late = row(
        lang,
        "Confirm an oral request in writing",
        "OMS-2026-01179",
        "missing driver, by telephone Fri",
        at(-20, 600),
        true,
        "Confirm",
    );
    late.first = true;
    DeskPage {
        frame: s::frame(lang, Place::Desk, roles),
        today: lang.long_date(jiff::civil::date(2026, 11, 23)),
        may_compose: true,
        counters: Counters {
            late: 1,
            end_today: 2,
            to_approve: 3,
            to_register: 4,
            answers_unread: 3,
            paused: 2,
        },
        tabs: s::tabs(),
        groups: vec![
            DeskGroup {
                when: When::Now,
                rows: vec![
                    late,
                    row(
                        lang,
                        "Confirm a detention",
                        "NKZ-2026-00412",
                        "wanted for trial, held in Bulaevo",
                        at(101, 1440),
                        false,
                        "Confirm",
                    ),
                    row(
                        lang,
                        "Answer: keeper of a car",
                        "NKZ-2026-00409",
                        "urgent, a person is detained",
                        at(220, 480),
                        false,
                        "Answer",
                    ),
                ],
            },
            DeskGroup {
                when: When::TodayTomorrow,
                rows: vec![
                    row(
                        lang,
                        "Wait: whereabouts of a vehicle",
                        "OMS-2026-01184",
                        "delivered 11:02, not yet read",
                        at(1150, 2880),
                        true,
                        "Remind",
                    ),
                    row(
                        lang,
                        "Wait: they clarify a number",
                        "PVL-2026-00088",
                        "we asked back at 11:05",
                        ClockAt::Paused { used_min: 1560, length_min: 2880 },
                        false,
                        "Open",
                    ),
                ],
            },
            DeskGroup {
                when: When::ThisWeek,
                rows: vec![
                    row(
                        lang,
                        "Answer: origin of farm machinery",
                        "KST-2026-00031",
                        "3 documents",
                        at(4200, 7200),
                        false,
                        "Open",
                    ),
                    row(
                        lang,
                        "Answer: residence of a witness",
                        "PVL-2026-00091",
                        "assigned to me 13:40",
                        at(5940, 7200),
                        false,
                        "Open",
                    ),
                ],
            },
            DeskGroup { when: When::Later, rows: Vec::new() },
            DeskGroup {
                when: When::NoClock,
                rows: vec![row(
                    lang,
                    "Evaluate an answer",
                    "OMS-2026-01101",
                    "answered Thu",
                    ClockAt::None,
                    true,
                    "Open",
                )],
            },
        ],
        shown: 8,
        total: 9,
        next_deadline: None,
        links: vec![
            LinkRow {
                body: s::petropavl(lang),
                note: "0.4 s, desk awake".into(),
                reach: Reach::Linked,
                time: "13:20".into(),
            },
            LinkRow {
                body: Body::new("KZ", "Kostanay"),
                note: "12 wait, nothing lost".into(),
                reach: Reach::Slow,
                time: "13:20".into(),
            },
            LinkRow {
                body: Body::new("KZ", "Pavlodar"),
                note: "since 13:42".into(),
                reach: Reach::Away,
                time: "13:20".into(),
            },
        ],
        approvals: Some(vec![
            ApprovalLine {
                title: Anchor::new("Help with identification", "/approvals/x2"),
                number: "OMS-2026-01192".into(),
                at: "12:10".into(),
                verdict: Verdict::Conditions(2),
            },
            ApprovalLine {
                title: Anchor::new("District request", "/approvals/x3"),
                number: "OMS-2026-01191".into(),
                at: "11:50".into(),
                verdict: Verdict::NotPermitted,
            },
            ApprovalLine {
                title: Anchor::new("Second address", "/approvals/x4"),
                number: "OMS-2026-01188".into(),
                at: "09:40".into(),
                verdict: Verdict::AskLawyer,
            },
        ]),
        answers: vec![
            AnswerLine {
                title: Anchor::new("Data found, investigation only", "/requests/x5"),
                number: "OMS-2026-01166".into(),
                at: "13:52".into(),
            },
            AnswerLine {
                title: Anchor::new("Partly refused, 1 ground", "/requests/x6"),
                number: "OMS-2026-01158".into(),
                at: "12:31".into(),
            },
        ],
    }
}

pub(super) fn empty_desk(lang: Lang) -> DeskPage {
    let mut page = desk(lang, &[Role::Officer]);
    page.frame.notice = Some(Notice { text: "Saved.".into(), bad: false });
    page.groups.clear();
    (page.shown, page.total) = (0, 0);
    page.next_deadline = Some("Thursday 12:00".into());
    page.links.clear();
    page.answers.clear();
    page.approvals = None;
    page
}

pub(super) fn requests(lang: Lang) -> RequestsPage {
    let t = lang.words();
    let row = |stage: &str, tone| RequestRow {
        title: Anchor::new("Whereabouts of a vehicle", "/requests/x1"),
        number: "OMS-2026-01184".into(),
        form: "operational request".into(),
        partner: s::petropavl(lang),
        we_asked: true,
        stage: Tag::new(tone, t.stage(stage)),
        clock: Some(s::running(lang, 1150, 2880)),
        changed: "11:02".into(),
    };
    RequestsPage {
        frame: s::frame(lang, Place::Requests, OFFICER),
        tabs: s::tabs(),
        fields: s::typed(),
        stages: vec![Choice::new("", "any"), Choice::new("sent", t.stage("sent"))],
        rows: vec![
            row("delivered", Tone::Info),
            row("refused", Tone::Bad),
            row("clarification", Tone::Paused),
            row("closed", Tone::Plain),
        ],
        pager: s::pager("/requests"),
        may_compose: true,
    }
}

pub(super) fn compose(lang: Lang, fields: Fields, panel: DecisionPanel) -> ComposePage {
    let to = vec![Choice::new("KZ/region/north-kazakhstan", "KZ  North Kazakhstan Region Police, Petropavl")];
    let form = vec![
        Choice::new("operational-request", "Operational request: keeper and movements of a vehicle"),
        Choice::new("information-sharing", "Sharing of information"),
    ];
    ComposePage {
        frame: s::frame(lang, Place::Requests, OFFICER),
        draft: "x9".into(),
        returned: None,
        changed_by_other: None,
        post_to: "/requests/new".into(),
        correcting: None,
        fields,
        options: ComposeOptions::of(
            lang,
            to,
            form,
            vec![Choice::new("05021", "05021 Theft of a motor vehicle")],
        ),
        panel,
        asks: Body::new("RU", "Isilkul District Department"),
        for_body: None,
        filled: 12,
        of: 12,
        saved_at: Some("14:19".into()),
        facts_max: 2000,
        translated_to: Some("қазақша".into()),
        duplicate: Some(Duplicate {
            found: false,
            text: "No duplicate of this request here.".into(),
            href: String::new(),
        }),
    }
}

pub(super) fn request(lang: Lang, can: RequestActs, answer: Option<bool>) -> RequestPage {
    RequestPage {
        frame: s::frame(lang, Place::Requests, OFFICER),
        head: s::head("x1"),
        stages: s::stages(lang),
        timeline: s::timeline(),
        places: s::both("Isilkul", "Petropavl"),
        matter: s::matter(),
        messages: s::talk(),
        answer: answer.map(s::answer),
        clocks: s::clocks(lang),
        basis: BasisView {
            verdict: Verdict::Conditions(2),
            rests_on: s::basis(),
            use_conditions: vec!["The answer may be used for this investigation only.".into()],
            duties: Vec::new(),
            replay_href: "/requests/x1/decision".into(),
        },
        proof: s::proof(),
        can,
        fields: Fields::default(),
    }
}

pub(super) fn decision(lang: Lang) -> DecisionPage {
    DecisionPage {
        frame: s::frame(lang, Place::Requests, OFFICER),
        number: "OMS-2026-01184".into(),
        title: "Whereabouts of a vehicle, T 418 KO 55".into(),
        href: "/requests/x1".into(),
        list: Anchor::new(lang.words().requests_title(), "/requests"),
        kept: s::tabs(),
        then: s::permitted(lang),
        dates: FourDates {
            facts: "20 Nov 2026".into(),
            act: "23 Nov 2026".into(),
            rules: "23 Nov 2026".into(),
            knowledge: "19 Nov 2026".into(),
        },
        framework: "9f2c41d0a8e3".into(),
        replay: Replay::Identical,
        today: Some(Verdict::Permitted),
        same: false,
    }
}
