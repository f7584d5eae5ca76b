//! What they ask us, and what a head signs.

use super::*;

pub(super) fn incoming(lang: Lang) -> IncomingPage {
    let t = lang.words();
    let row = |ours: &str, stage: &str, urgent| IncomingRow {
        title: Anchor::new("Keeper of a car", "/incoming/y1"),
        their_number: "NKZ-2026-00409".into(),
        our_number: ours.into(),
        from: s::petropavl(lang),
        received: s::both("11:02", "10:02"),
        stage: Tag::new(Tone::Info, t.stage(stage)),
        verdict: Some(Verdict::Permitted),
        clock: s::running(lang, 220, 480),
        action: t.register_button(),
        urgent,
    };
    IncomingPage {
        frame: s::frame(lang, Place::Incoming, OFFICER),
        tabs: s::tabs(),
        fields: Fields::default(),
        rows: vec![row("", "received", true), row("IN-26-0044", "executing", false)],
        pager: s::pager("/incoming"),
    }
}

pub(super) fn received(lang: Lang, can: ReceivedActs) -> ReceivedPage {
    let t = lang.words();
    let mut fields = Fields::default();
    fields.set("position", "partly");
    fields.set("points_refused", "2");
    ReceivedPage {
        frame: s::frame(lang, Place::Incoming, OFFICER),
        head: s::head("y1"),
        stages: s::stages(lang),
        timeline: s::timeline(),
        places: s::both("Petropavl", "Isilkul"),
        matter: s::matter(),
        messages: Vec::new(),
        panel: s::permitted(lang),
        registered: !can.register,
        clocks: s::clocks(lang),
        proof: s::proof(),
        tasks: if can.task {
            vec![
                Task {
                    id: "t1".into(),
                    title: "Ask the register of vehicles".into(),
                    assignee: "Sgt. D. Omarov".into(),
                    due: "Tue 12:00".into(),
                    done: None,
                    result: String::new(),
                    dropped: false,
                    may_finish: true,
                    may_drop: true,
                },
                Task {
                    id: "t2".into(),
                    title: "Ask the crossing".into(),
                    assignee: "Lt. A. Seitova".into(),
                    due: String::new(),
                    done: Some("12:40".into()),
                    result: "One crossing, 21:14.".into(),
                    dropped: false,
                    may_finish: false,
                    may_drop: false,
                },
            ]
        } else {
            Vec::new()
        },
        answer: can.approve_answer.then(|| s::answer(false)),
        can,
        correction: can.task.then(|| "2".into()),
        options: ReceivedOptions {
            grounds: vec![Choice::new("harm-investigation", "Would harm a running investigation")],
            assignees: vec![Choice::new("omarov", "Sgt. D. Omarov")],
            results: t.point_results(),
            refused: vec![2],
            handling: t.handlings(),
            source_eval: t.source_grades(),
            info_eval: t.information_grades(),
        },
        fields,
        returned: can.answer.then(|| "Name the register.".into()),
    }
}

pub(super) fn approvals(lang: Lang) -> ApprovalsPage {
    let row = |title: &str, verdict, is_answer| ApprovalRow {
        title: Anchor::new(title, "/approvals/x2"),
        number: "OMS-2026-01192".into(),
        author: "Capt. I. Talnikova".into(),
        partner: s::petropavl(lang),
        submitted: "12:10".into(),
        clock: None,
        verdict,
        is_answer,
    };
    ApprovalsPage {
        frame: s::frame(lang, Place::Approvals, OFFICER),
        rows: vec![
            row("Help with identification", Verdict::Conditions(2), false),
            row("District request", Verdict::NotPermitted, false),
            row("Second address", Verdict::AskLawyer, false),
            row("Answer: keeper of a car", Verdict::Permitted, true),
            row("Pursuit", Verdict::Prohibited, false),
            row("Exchange of experience", Verdict::NoBasis, false),
            row("Chapter on deliveries", Verdict::TextNotRead, false),
        ],
    }
}

pub(super) fn approval(lang: Lang, hindrance: Option<String>) -> ApprovalPage {
    ApprovalPage {
        frame: s::frame(lang, Place::Approvals, OFFICER),
        head: s::head("x2"),
        matter: s::matter(),
        answer: None,
        panel: s::permitted(lang),
        author: "Capt. I. Talnikova, Isilkul".into(),
        submitted: "12:10".into(),
        mandate: "M-118, until 31 Dec 2027".into(),
        signer: "Head of Omsk region".into(),
        hindrance,
        post_to: "/approvals/x2".into(),
        fields: Fields::default(),
    }
}
