//! The law as a whole on invented data: every mark, a changed cell, a panel, drawings, empty and full lists.

use marchland::survey::Mark;
use marchland::web::views::Problem;
use marchland::web::views::framework::{
    AskPage, Bar, CellPanel, ChangeView, Chart, ChartLine, ComparePage, ComparedForm, ComparedRow,
    DayOfChange, Exports, FindingBrief, FindingView, GapsPage, Looked, MapCell, MapCells, MapGroup, MapPage,
    MapRow, SaidView, SpanRow, Strip, StripCell, Strips, Switch, Tick, TimelinePage, VerdictRow, WhatIfPage,
    WhatIfResult,
};

use marchland_law::Sides;

use super::*;

const HOSTILE: &str = "<script>alert(1)</script>";

pub(super) fn exports() -> Exports {
    Exports { csv: "/framework?on=2026-11-23&as=csv".into(), json: "/framework?on=2026-11-23&as=json".into() }
}

pub(super) fn chart() -> Chart {
    let bar = |x, width, class| Bar { x, width, class, title: format!("from 2 Oct 2004 {HOSTILE}") };
    let line = |y, name: &str| ChartLine {
        y,
        name: name.into(),
        bars: vec![
            bar(300, 200, "bar-declared"),
            bar(500, 300, "bar-detail"),
            bar(800, 60, "bar-prohibited"),
            bar(860, 60, "bar-unknown"),
        ],
        strokes: vec![(420, "signed 7 Oct 2002".into())],
    };
    Chart {
        width: 980,
        height: 110,
        left: 250,
        years: vec![(400, "2000".into()), (600, "2010".into())],
        lines: vec![line(24, "Russia"), line(50, "Kazakhstan")],
        today: Some((940, "23 Nov 2026".into())),
    }
}

fn looked(draft: bool, not_read: bool) -> Looked {
    Looked {
        provision: Anchor::new(
            "Model Agreement 1995, Article 1",
            "/instruments/cis-model-agreement-border-1995#art-1",
        ),
        confidence: if not_read { Confidence::NotRead } else { Confidence::TextRead },
        says: format!("Bodies are a list of regional directorates. {HOSTILE}"),
        lang: "en".into(),
        draft,
        not_read,
    }
}

pub(super) fn map(lang: Lang, list: bool) -> MapPage {
    let t = lang.words();
    let levels = || vec![t.level_short_central(), t.level_short_regional(), t.level_short_district()];
    let cell = |row: usize, column: usize| MapCell {
        level: "district".into(),
        mark: Mark::ALL[(row + column) % Mark::ALL.len()],
        href: "/framework?on=2026-11-23&cell=operational-request.KZ.district".into(),
        changed: column == 2,
        current: (row, column) == (0, 2),
    };
    let row = |(index, form): (usize, &str)| MapRow {
        form: form.into(),
        groups: vec![
            MapCells { name: "KZ".into(), cells: (0..3).map(|c| cell(index, c)).collect() },
            MapCells { name: "CH-DE".into(), cells: (3..6).map(|c| cell(index, c)).collect() },
        ],
    };
    let problems = vec![Problem { field: "on".into(), text: t.problem_law_day("2026-02-31") }];
    MapPage {
        frame: s::frame(lang, Place::Framework, OFFICER),
        summary: t.map_summary(20),
        fields: Fields::new([
            ("on".to_owned(), "2026-02-31".to_owned()),
            ("with".to_owned(), "KZ".to_owned()),
        ])
        .with_problems(if list { problems } else { Vec::new() }),
        on: "23 Nov 2026".into(),
        strip: Strip {
            first: "1991-01-01".into(),
            length: 13_500,
            at: 13_110,
            ticks: vec![Tick {
                x: 120,
                day: 1600,
                href: "/framework?on=1995-05-19".into(),
                title: HOSTILE.into(),
            }],
            thumb: 960,
            years: vec![(250, "2000".into())],
            before: Some(Anchor::new("28 Jun 2023", "/framework?on=2023-06-28")),
            after: None,
            changes: vec![DayOfChange {
                day: Anchor::new("28 Jun 2023", "/framework?on=2023-06-28"),
                what: vec![t.strip_began("RU-KZ", "Chisinau Convention 2002")],
                current: true,
            }],
        },
        groups: vec![
            MapGroup { name: t.state_name("KZ"), compare: false, levels: levels() },
            MapGroup { name: t.map_compare("CH-DE"), compare: true, levels: levels() },
        ],
        rows: ["Operational request", "Information", HOSTILE].into_iter().enumerate().map(row).collect(),
        legend: Mark::ALL.into_iter().map(|mark| (mark, 3)).collect(),
        changed: 3,
        reforms: vec![Switch {
            id: "draft-district-bodies".into(),
            name: "Draft 2: district bodies".into(),
            on: true,
            effect: t.map_cells(4),
        }],
        panel: Some(CellPanel {
            form: "Operational request".into(),
            whose: "Kazakhstan, district".into(),
            today: Mark::NoBasis,
            reformed: Some(Mark::BarePower),
            means: t.mark_means(&Mark::BarePower),
            conditions: vec!["Copy to the regional body".into()],
            looked: vec![looked(true, false), looked(false, true)],
            more: vec![looked(false, false)],
            findings: vec![FindingBrief {
                says: "A higher level is empowered for this form, this level is not.".into(),
                closes: "A provision that names bodies of this level.".into(),
                elsewhere: vec![Anchor::new(
                    "CH-FR 2007, Articles 25-26",
                    "/instruments/ch-fr-agreement-2007#art-25-26",
                )],
            }],
            try_href: "/framework/ask?form=operational-request".into(),
            close_href: "/framework?on=2026-11-23".into(),
        }),
        list,
        other_view: "/framework?view=list".into(),
        kept: vec![("cell", "operational-request.KZ.district".into())],
        with: vec![Choice::new("KZ", t.state_name("KZ")), Choice::new("BY", t.state_name("BY"))],
        comparators: vec![Choice::new("none", t.map_no_compare()), Choice::new("CH-DE", t.map_best("CH-DE"))],
        exports: exports(),
        gaps: "/framework/gaps?pair=RU-KZ".into(),
        report: "/framework/report?pair=RU-KZ".into(),
        what_if: "/framework/what-if?pair=RU-KZ".into(),
        timeline: "/framework/timeline?pair=RU-KZ".into(),
    }
}

pub(super) fn gaps(lang: Lang) -> GapsPage {
    GapsPage {
        frame: s::frame(lang, Place::Framework, OFFICER),
        fields: Fields::default(),
        pairs: vec![Choice::new("RU-KZ", "RU-KZ")],
        pair: lang.words().between_two("RU", "KZ"),
        on: "1 Jun 2019".into(),
        findings: vec![FindingView {
            says: "Bodies are named, no officials with authority.".into(),
            facts: vec![("Forms".into(), HOSTILE.into())],
            closes: "Lists of officials.".into(),
            looked: vec![looked(false, false)],
            perhaps: vec![looked(false, true)],
            elsewhere: vec![looked(false, false)],
            confidence: Some(Confidence::SecondarySource),
        }],
        changes: vec![ChangeView {
            day: "1 Jan 1999".into(),
            causes: vec![lang.words().change_began("Border regions 1998")],
            closed: vec!["A form".into()],
            opened: vec!["A level".into()],
        }],
        exports: exports(),
        reports: vec![Anchor::new("English", "/framework/report?pair=RU-KZ&lang=en")],
    }
}

pub(super) fn timeline(lang: Lang) -> TimelinePage {
    TimelinePage {
        frame: s::frame(lang, Place::Framework, OFFICER),
        fields: Fields::default(),
        pairs: vec![Choice::new("RU-KZ", "RU-KZ")],
        pair: "RU – KZ".into(),
        until: "23 Nov 2026".into(),
        chart: chart(),
        legend: vec![
            ("bar-detail", lang.words().coverage_in_detail()),
            ("bar-prohibited", lang.words().coverage_prohibited()),
        ],
        rows: vec![SpanRow {
            form: "Operational request".into(),
            from: "1 Jan 1999".into(),
            until: String::new(),
            step: lang.words().step_became_possible(),
            coverage: lang.words().coverage_declaratory(),
            by: vec![Anchor::new("Border regions 1998", "/instruments/ru-kz-mvd-border-1998")],
        }],
        lapses: vec![lang.words().timeline_lapsed("Observation", "1 Jan 2001", "Treaty of 1998")],
        exports: exports(),
    }
}

pub(super) fn what_if(lang: Lang) -> WhatIfPage {
    WhatIfPage {
        frame: s::frame(lang, Place::Framework, OFFICER),
        fields: Fields::default(),
        pairs: vec![Choice::new("RU-KZ", "RU-KZ")],
        pair: "RU – KZ".into(),
        on: "23 Nov 2026".into(),
        reforms: vec![Switch { id: "draft-x".into(), name: HOSTILE.into(), on: true, effect: String::new() }],
        result: Some(WhatIfResult {
            before: 42,
            after: 41,
            closed: vec!["A level".into()],
            opened: vec!["An unread text".into()],
            verdicts: vec![VerdictRow {
                form: "Operational request".into(),
                from: "Russia, district".into(),
                to: "Kazakhstan, regional".into(),
                before: Verdict::NotPermitted,
                after: Verdict::Conditions(2),
            }],
            acts: Some(vec![(lang.words().acts_tried(), 3)]),
        }),
        exports: exports(),
    }
}

pub(super) fn compare(lang: Lang) -> ComparePage {
    let said = |what: &str| SaidView {
        what: what.into(),
        provision: Some(Anchor::new("CH-FR 2007, Article 29", "/instruments/ch-fr-agreement-2007#art-29")),
    };
    let cell = |sides| Some(StripCell { sides, href: "#operational-request-level".into() });
    ComparePage {
        frame: s::frame(lang, Place::Instruments, OFFICER),
        fields: Fields::default(),
        subjects: vec![Choice::new("RU-KZ", "RU-KZ")],
        topics: vec![Choice::new("", lang.words().compare_everything())],
        on: "23 Nov 2026".into(),
        left: Anchor::new("Russia – Kazakhstan", "/framework/gaps?pair=RU-KZ"),
        right: Anchor::new("CH-FR 2007", "/instruments/ch-fr-agreement-2007"),
        strips: Strips {
            aspects: vec!["Level".into(), "Channel".into(), "Approval".into()],
            rows: vec![("Operational request".into(), vec![cell(Sides::LeftOnly), cell(Sides::Same), None])],
        },
        forms: vec![ComparedForm {
            form: "Operational request".into(),
            rows: vec![
                ComparedRow {
                    anchor: "operational-request-level".into(),
                    aspect: "Level".into(),
                    left: vec![said(HOSTILE)],
                    right: Vec::new(),
                    same: false,
                },
                ComparedRow {
                    anchor: "operational-request-channel".into(),
                    aspect: "Channel".into(),
                    left: vec![said("a")],
                    right: vec![said("a")],
                    same: true,
                },
            ],
        }],
        same: 1,
        differing: 1,
        asked: true,
        exports: exports(),
    }
}

pub(super) fn ask(lang: Lang) -> AskPage {
    AskPage {
        frame: s::frame(lang, Place::Framework, OFFICER),
        fields: Fields::default(),
        forms: vec![Choice::new("operational-request", "Operational request")],
        bodies: vec![Choice::new("RU.district", "Russia, district")],
        regions: vec![Choice::new("", lang.words().ask_no_region()), Choice::new("RU-OMS", "Omsk Oblast")],
        on: "23 Nov 2026".into(),
        panel: s::missing_fact(lang),
    }
}
