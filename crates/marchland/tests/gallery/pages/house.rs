//! Registers, the law, audit, administration, pages that stop and ask.

use super::*;

pub(super) fn mandates(lang: Lang) -> MandatesPage {
    MandatesPage {
        frame: s::frame(lang, Place::Mandates, OFFICER),
        rows: vec![MandateRow {
            id: "M-118".into(),
            holder: "Col. V. Reznik".into(),
            post: "Head of Omsk region".into(),
            body: Body::new("RU", "Omsk region"),
            powers: vec!["approve requests".into(), "sign answers".into()],
            towards: "KZ, regional directorates of the border region".into(),
            from: "1 Jan 2026".into(),
            until: "31 Dec 2027".into(),
            state: Tag::new(Tone::Good, "valid"),
            issuer: "RU/central/mvd".into(),
        }],
    }
}

pub(super) fn counterparts(lang: Lang) -> CounterpartsPage {
    let row = |name: &str, reach| CounterpartRow {
        body: Body::new("KZ", name),
        level: "regional".into(),
        parent: "KZ/central/mvd".into(),
        time: "13:20".into(),
        reach,
        note: "0.4 s".into(),
    };
    CounterpartsPage {
        frame: s::frame(lang, Place::Counterparts, OFFICER),
        rows: vec![row("North Kazakhstan", Reach::Linked), row("Kostanay", Reach::Away)],
    }
}

pub(super) fn instruments(lang: Lang) -> InstrumentsPage {
    let row = |title: &str, force: &str, status: Tag, confidence| InstrumentRow {
        title: Anchor::new(title, "/instruments/cis-chisinau-convention-2002"),
        force: force.into(),
        parties: "RU, KZ, BY, AM".into(),
        status,
        status_note: "RU-KZ from 28 Jun 2023".into(),
        confidence,
        rules: 3,
    };
    InstrumentsPage {
        frame: s::frame(lang, Place::Instruments, OFFICER),
        fields: Fields::default(),
        parties: vec![Choice::new("", "any"), Choice::new("RU-KZ", "RU-KZ")],
        rows: vec![
            row(
                "Chisinau Convention on legal assistance, 2002",
                "binding",
                Tag::new(Tone::Good, "in force"),
                Confidence::TextRead,
            ),
            row(
                "Minsk Convention on legal assistance, 1993",
                "binding",
                Tag::new(Tone::Plain, "displaced"),
                Confidence::HeaderRead,
            ),
            row(
                "Border regions agreement, 1998",
                "binding",
                Tag::new(Tone::Good, "in force"),
                Confidence::FoundingArticleOnly,
            ),
            row(
                "Model Agreement, 1995",
                "model",
                Tag::new(Tone::Plain, "model"),
                Confidence::SecondarySource,
            ),
            row(
                "Agreement of ministries, 2008",
                "binding",
                Tag::new(Tone::Good, "in force"),
                Confidence::NotRead,
            ),
        ],
        on: lang.date(jiff::civil::date(2026, 11, 23)),
    }
}

pub(super) fn instrument(lang: Lang) -> InstrumentPage {
    let source = Anchor::new("Text, official portal", "https://example.org/text");
    let article = |anchor: &str, heading: &str, confidence, paraphrase: &str, rules| Article {
        anchor: anchor.into(),
        heading: heading.into(),
        confidence,
        lang: "en".into(),
        paraphrase: paraphrase.into(),
        not_read: paraphrase.is_empty(),
        rules,
        sources: vec![source.clone()],
    };
    InstrumentPage {
        frame: s::frame(lang, Place::Instruments, OFFICER),
        id: "cis-chisinau-convention-2002".into(),
        counts: lang.words().instrument_counts(4, 2, 1),
        chart: Some(law::chart()),
        older: "Minsk Convention 1993".into(),
        not_drawn: 2,
        used: lang.words().used_by(3, 40),
        exports: law::exports(),
        territories: vec![TerritoryPanel {
            id: "ru-kz-border".into(),
            name: "Border regions of Russia and Kazakhstan".into(),
            note: "The list was not read.".into(),
            chart: Some(law::chart()),
            not_drawn: 8,
            regions: vec![RegionRow {
                name: "Abai Region".into(),
                code: "KZ-10".into(),
                belongs: "from 8 Jun 2022".into(),
                confidence: Confidence::SecondarySource,
                note: "Split off in 2022.".into(),
            }],
            sources: vec![source.clone(), Anchor::new("Not published", "")],
        }],
        compare: "/instruments/compare?left=cis-chisinau-convention-2002".into(),
        try_href: "/framework/ask?form=procedural-assistance".into(),
        title: "Chisinau Convention on legal assistance, 2002".into(),
        summary: "Signed 7 October 2002. Replaces the Minsk Convention between common parties.".into(),
        force: "binding".into(),
        standing: vec![("RU-KZ".into(), Tag::new(Tone::Good, "in force"), "from 28 Jun 2023".into())],
        parties: vec![
            PartyRow {
                state: "RU".into(),
                deposited: "7 Oct 2002".into(),
                in_force: "28 Jun 2023".into(),
                until: String::new(),
                note: "with a reservation".into(),
            },
            PartyRow {
                state: "KZ".into(),
                deposited: "7 Oct 2002".into(),
                in_force: "27 Apr 2004".into(),
                until: String::new(),
                note: String::new(),
            },
        ],
        articles: vec![
            article(
                "art-7-1",
                "Article 7(1): content of a request",
                Confidence::TextRead,
                "A request names both institutions, the case with its number, the persons or entities, whether it must stay confidential, and what is asked.",
                vec![RuleBlock {
                    name: "request-content".into(),
                    validity: "in force for RU-KZ from 28 Jun 2023".into(),
                    lines: vec![
                        ("when".into(), "act.form = procedural-assistance".into()),
                        (
                            "requires".into(),
                            "requesting, requested, case-title, case-number, content, confidentiality-flag"
                                .into(),
                        ),
                    ],
                    tried: Tag::new(Tone::Good, lang.words().tried_ways(4, 4)),
                }],
            ),
            article(
                "art-70",
                "Article 70(1)-(2): detention before the request arrives",
                Confidence::SecondarySource,
                "Known only from a reservation to it.",
                Vec::new(),
            ),
            article(
                "chapters",
                "Chapters on joint groups and controlled delivery",
                Confidence::NotRead,
                "",
                Vec::new(),
            ),
        ],
        relations: vec![Anchor::new(
            "Supersedes: Minsk Convention 1993",
            "/instruments/cis-minsk-convention-1993",
        )],
        reservations: vec![Reservation {
            by: "RU".into(),
            text: "Not liable for claims from detention before a request.".into(),
            confidence: Confidence::TextRead,
        }],
        sources: vec![source],
        confidence: vec![
            ConfidenceRow {
                mark: Confidence::TextRead,
                provisions: 4,
                means: lang.words().known_may_carry(),
            },
            ConfidenceRow {
                mark: Confidence::SecondarySource,
                provisions: 1,
                means: lang.words().known_may_carry(),
            },
            ConfidenceRow { mark: Confidence::NotRead, provisions: 2, means: lang.words().known_may_carry() },
        ],
        confirmations: vec![ConfirmationRow {
            id: "c1".into(),
            body: Body::new("RU", "Omsk"),
            post: "Legal adviser of Omsk region".into(),
            date: "3 Mar 2026".into(),
            reason: "The use was read in the ministry's copy.".into(),
            state: Tag::new(Tone::Good, "stands"),
            may_revoke: true,
        }],
        may_confirm: true,
        fields: Fields::default(),
    }
}

pub(super) fn audit(lang: Lang) -> AuditPage {
    let row = |read, act: &str, reason: &str| AuditRow {
        at: "23 Nov 2026 14:02".into(),
        read,
        act: act.into(),
        who: "talnikova".into(),
        post: "Officer, Isilkul".into(),
        case: Anchor::new("OMS-2026-01184", ""),
        reason: reason.into(),
    };
    AuditPage {
        frame: s::frame(lang, Place::Audit, ALL_ROLES),
        fields: Fields::default(),
        kinds: vec![Choice::new("all", "all"), Choice::new("read", "reads")],
        rows: vec![
            row(true, "open case", "standing in for the officer on leave"),
            row(false, "approve request", "signed, leaf 91 007"),
        ],
        pager: s::pager("/audit"),
        log: vec![LogHead {
            neighbour: "kz-nkz".into(),
            size: "48 213".into(),
            root: "9f2c41d0a8e37b".into(),
            witnessed: "14:18".into(),
        }],
    }
}

pub(super) fn admin(lang: Lang, held_back: bool) -> AdminPage {
    let mut frame = s::frame(lang, Place::Admin, ALL_ROLES);
    frame.foot.law_held_back = held_back;
    let mistake = LawMistake {
        file: "law/instruments/ru-kz-mvd-border-1998/instrument.md".into(),
        line: 41,
        column: 9,
        text: "  41 | level: distrikt\n     |        ^^^^^^^^ expected central, regional or district".into(),
    };
    AdminPage {
        frame,
        users: vec![UserRow {
            user: "talnikova".into(),
            name: "Capt. I. Talnikova".into(),
            post: "Duty officer".into(),
            body: Body::new("RU", "Isilkul"),
            roles: lang.words().role(Role::Officer),
            last_seen: "14:20".into(),
            state: Tag::new(Tone::Good, "active"),
        }],
        neighbours: vec![NeighbourRow {
            id: "kz-nkz".into(),
            name: "Petropavl".into(),
            address: "https://127.0.0.1:7443".into(),
            bodies: vec![s::petropavl(lang), Body::new("KZ", "Kyzylzhar")],
            reach: Reach::Linked,
            note: "0.4 s".into(),
            record_until: "1 Dec 2027".into(),
            may_retry: true,
        }],
        law: LawState {
            pack: "2026.11".into(),
            hash: "9f2c41d0a8e3".into(),
            loaded: "23 Nov 2026 08:00".into(),
            instruments: 11,
            rules: 64,
            mistakes: if held_back { vec![mistake] } else { Vec::new() },
        },
        node: vec![("node".into(), "ru-oms".into()), ("version".into(), "0.1.0".into())],
    }
}

pub(super) fn confirm(lang: Lang) -> ConfirmPage {
    let t = lang.words();
    ConfirmPage {
        frame: s::frame(lang, Place::Requests, OFFICER),
        title: t.act_recall(),
        warning: t.approval_warning(),
        post_to: "/requests/x1/recall".into(),
        hidden: vec![("version".into(), "2".into())],
        button: t.act_recall(),
        reason: true,
        danger: true,
        back: "/requests/x1".into(),
        fields: Fields::default(),
    }
}

pub(super) fn error(lang: Lang, kind: ErrorKind) -> ErrorPage {
    ErrorPage { frame: s::frame(lang, Place::Elsewhere, &[Role::Officer]), kind }
}
