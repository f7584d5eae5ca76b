//! The crossing and the alerts.

use marchland::web::views::alerts::{
    AlertActs, AlertForm, AlertPage, AlertRow, AlertsPage, CopyView, HitView, ReleaseView, ThingLine,
};
use marchland::web::views::crossing::{
    BusPage, CheckPanel, CountRow, CountsPage, CrossingPage, EvidenceRow, LaneHead, Mark, MetView,
    ReleasedPage, ReleasedRow, SlipPage, TravellerRow,
};
use marchland::web::views::parts::{Both, Pager, Tab};

use super::*;

const GUARD: &[Role] = &[Role::Guard, Role::Lead];

fn line(mark: Mark, word: &str, action: &str, name: &str, n: &str) -> TravellerRow {
    TravellerRow {
        line: n.into(),
        mark,
        word: word.into(),
        action: action.into(),
        name: name.into(),
        born: "12 Apr 1986".into(),
        href: format!("/crossing/{name}"),
        current: mark == Mark::Hit,
    }
}

fn rows() -> Vec<TravellerRow> {
    vec![
        line(Mark::Hit, "Hit", "stop", "SADYROV TIMUR", "1"),
        line(Mark::Clear, "Clear", "let pass", "ORLIKOVA NINA", "2"),
        line(Mark::Namesake, "Namesake", "ask place of birth", "BEKENOV ALI", "3"),
        line(Mark::Near, "Near number", "compare the number by eye", "A124BC77", "3"),
        line(Mark::Cleared, "Cleared before", "let pass", "<script>alert(1)</script>", "4"),
    ]
}

fn evidence(field: &str, bits: &str, length: u8, against: bool) -> EvidenceRow {
    EvidenceRow {
        field: field.into(),
        because: "same name, Cyrillic to Latin".into(),
        theirs: "SADYROV".into(),
        listed: "Садыров".into(),
        bits: bits.into(),
        length,
        against,
        words: "no evidence".into(),
    }
}

fn met(question: Option<&str>) -> MetView {
    MetView {
        alert: "a-1".into(),
        tag: Tag::new(Tone::Soon, "Namesake"),
        wanted_for: "Trial".into(),
        asked: "detain as your own law allows, and inform".into(),
        from: Body::new("RU", "Omsk"),
        number: "OMS-2026-00012".into(),
        valid: "valid to 1 Mar 2027".into(),
        danger: "may flee".into(),
        rests_on: Vec::new(),
        notice: "within 24 h, own rule 13".into(),
        evidence: vec![
            evidence("Family name", "+11.2", 56, false),
            evidence("Date of birth", "", 0, false),
            evidence("Document", "−3.0", 15, true),
        ],
        would_change: "A contradiction would end it.".into(),
        question: question.map(str::to_owned),
        cleared: None,
    }
}

pub(super) fn crossing(lang: Lang, mark: Mark) -> CrossingPage {
    let t = lang.words();
    let met = match mark {
        Mark::Clear => Vec::new(),
        Mark::Namesake => vec![met(Some("Ask place of birth. Listed: Bulayevo"))],
        _ => vec![met(None), met(None)],
    };
    CrossingPage {
        frame: s::frame(lang, Place::Crossing, GUARD),
        head: LaneHead { place: "Karakoga, lane 2, leaving".into(), list: "3 alerts in force.".into() },
        fields: Fields::default(),
        lanes: vec![Choice::new("1", "1"), Choice::new("2", "2")],
        crossings: vec![Choice::new("karakoga", "Karakoga")],
        directions: t.directions(),
        rows: rows(),
        counts: "4: 1 clear, 1 hit, 1 namesake, 1 cleared before".into(),
        panel: Some(CheckPanel {
            check: "c-1".into(),
            mark,
            title: "Hit: stop".into(),
            calm: "Stay calm.".into(),
            score: "0.78".into(),
            score_note: String::new(),
            name: "SADYROV TIMUR".into(),
            misread: "date of birth".into(),
            met,
            may_act: mark != Mark::Clear,
            of_thing: mark == Mark::Near,
            outcomes: t.hit_outcomes(mark == Mark::Near),
            compared: t.compared_choices(mark == Mark::Near),
            why: t.release_reasons(mark == Mark::Near),
            has_document: true,
            fields: Fields::default(),
            leads: "Shift lead: Karakoga".into(),
        }),
        waiting: vec![Anchor::new("13:20: hit", "/crossing/c-1")],
    }
}

pub(super) fn bus(lang: Lang) -> BusPage {
    BusPage {
        frame: s::frame(lang, Place::BusList, GUARD),
        fields: Fields::default(),
        lanes: vec![Choice::new("1", "1")],
        crossings: vec![Choice::new("karakoga", "Karakoga")],
        directions: lang.words().directions(),
        rows: rows(),
        counts: "4".into(),
        bad: vec!["Line 7: a name is missing".into()],
        max: 500,
    }
}

pub(super) fn released(lang: Lang) -> ReleasedPage {
    ReleasedPage {
        frame: s::frame(lang, Place::Released, GUARD),
        rows: vec![ReleasedRow {
            document: "K77120045".into(),
            number: "OMS-2026-00012".into(),
            since: "23 Nov 2026".into(),
            until: "1 Jan 2031".into(),
        }],
    }
}

pub(super) fn slip(lang: Lang) -> SlipPage {
    SlipPage {
        frame: s::frame(lang, Place::Crossing, GUARD),
        back: "/crossing/c-1".into(),
        says: lang.words().slip_says(),
        document: "K77120045".into(),
        place: "Karakoga".into(),
        post: "Guard, post 17".into(),
        at: "13:20".into(),
        until: "1 Jan 2031".into(),
        why: "Place of birth differs".into(),
    }
}

pub(super) fn counts(lang: Lang) -> CountsPage {
    CountsPage {
        frame: s::frame(lang, Place::Audit, &[Role::Auditor]),
        rows: vec![CountRow {
            post: "Guard".into(),
            user: "dosov".into(),
            place: "Karakoga, 2".into(),
            reason: "border control".into(),
            word: "Clear".into(),
            checks: "43".into(),
        }],
        total: "43 checks.".into(),
        kept: "24 h.".into(),
    }
}

pub(super) fn alerts(lang: Lang) -> AlertsPage {
    AlertsPage {
        frame: s::frame(lang, Place::Alerts, OFFICER),
        tabs: vec![Tab { text: "All".into(), href: "/alerts".into(), count: Some(1), current: true }],
        fields: Fields::default(),
        rows: vec![AlertRow {
            title: Anchor::new("Садыров Тимур", "/alerts/OMS-2026-00012"),
            number: "OMS-2026-00012".into(),
            purpose: "Trial".into(),
            from: Body::new("RU", "Omsk"),
            stage: Tag::new(Tone::Good, "In force"),
            valid: "1 Mar 2027".into(),
        }],
        pager: Pager { page: 1, pages: 1, total: 1, href: "/alerts?page=".into() },
        may_compose: true,
    }
}

pub(super) fn alert_form(lang: Lang, corrects: bool) -> AlertForm {
    let t = lang.words();
    AlertForm {
        frame: s::frame(lang, Place::Alerts, OFFICER),
        fields: Fields::default(),
        action: "/alerts/new".into(),
        corrects,
        from: vec![Choice::new("RU/region/omsk", "Omsk")],
        to: vec![Choice::new("KZ/region/north-kazakhstan", "Petropavl")],
        also_to: vec![Choice::new("KZ/district/kyzylzhar", "Kyzylzhar")],
        purposes: t.search_purposes(),
        actions: t.search_actions(),
        dangers: t.dangers(),
        sexes: t.sexes(),
        kinds: t.thing_kinds(),
        things: vec![
            ThingLine {
                kind: "plate".into(),
                number: "123 ABC 02".into(),
                state: "KZ".into(),
                make: "Toyota".into(),
            },
            ThingLine::default(),
        ],
    }
}

pub(super) fn alert(lang: Lang) -> AlertPage {
    let hit = |id: &str, open: bool| HitView {
        id: id.into(),
        at: "13:20".into(),
        place: "Karakoga".into(),
        outcome: "This is the person".into(),
        traveller: "SADYROV TIMUR, 1986-04-12, N04417203".into(),
        compared: "photograph".into(),
        looks: "Guard; Lead".into(),
        note: "Scar.".into(),
        state: Tag::new(Tone::Soon, "waits"),
        may_confirm: open,
        may_read: !open,
    };
    let pairs = || vec![("Name".to_owned(), "<script>alert(1)</script>".to_owned())];
    AlertPage {
        frame: s::frame(lang, Place::Alerts, OFFICER),
        fields: Fields::default(),
        key: "OMS-2026-00012".into(),
        title: "Садыров Тимур".into(),
        number: "OMS-2026-00012".into(),
        stage: Tag::new(Tone::Good, "In force"),
        from: Body::new("RU", "Omsk"),
        to: Body::new("KZ", "Petropavl"),
        says: vec!["Met by every check here.".into()],
        copies: vec![CopyView {
            to: Body::new("KZ", "Petropavl"),
            state: Tag::new(Tone::Good, "in force there"),
            since: "13:20".into(),
            note: String::new(),
        }],
        returned: Some("The birth date is missing.".into()),
        person: pairs(),
        things: vec![("Plate".into(), "123 ABC 02, KZ".into())],
        search: pairs(),
        verdict: Some(Verdict::Conditions(1)),
        rests_on: Vec::new(),
        hits: vec![hit("h-1", true), hit("h-2", true), hit("h-3", false)],
        releases: vec![ReleaseView {
            id: "r-1".into(),
            document: "K77120045".into(),
            why: "Place of birth differs".into(),
            by: "Guard, Petropavl".into(),
            until: "1 Jan 2031".into(),
            state: None,
            may_revoke: true,
        }],
        timeline: Vec::new(),
        places: Both::new("Omsk", "Petropavl"),
        pending: Some(pairs()),
        can: AlertActs {
            edit: true,
            submit: true,
            discard: true,
            approve: true,
            give_back: true,
            change: true,
            drop_change: true,
            withdraw: true,
            decide: true,
            revoke: true,
        },
    }
}
