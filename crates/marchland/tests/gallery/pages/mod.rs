//! One invented instance of every page, by name.

use askama::Template;
use marchland::web::l10n::Lang;
use marchland::web::views::admin::{AdminPage, LawMistake, LawState, NeighbourRow, UserRow};
use marchland::web::views::approvals::{ApprovalPage, ApprovalRow, ApprovalsPage};
use marchland::web::views::audit::{AuditPage, AuditRow, LogHead};
use marchland::web::views::compose::{ComposeOptions, ComposePage, Duplicate};
use marchland::web::views::crossing::Mark;
use marchland::web::views::decision::{DecisionPage, DecisionPanel, FourDates, Replay};
use marchland::web::views::desk::{
    AnswerLine, ApprovalLine, Counters, DeskGroup, DeskPage, DeskRow, LinkRow, When,
};
use marchland::web::views::frame::{Frame, Notice, Place, Reach, Role, Theme};
use marchland::web::views::help::KeysPage;
use marchland::web::views::incoming::{
    IncomingPage, IncomingRow, ReceivedActs, ReceivedOptions, ReceivedPage, Task,
};
use marchland::web::views::law::{
    Article, ConfidenceRow, ConfirmationRow, InstrumentPage, InstrumentRow, InstrumentsPage, PartyRow,
    RegionRow, Reservation, RuleBlock, TerritoryPanel,
};
use marchland::web::views::parts::{Anchor, Body, ClockAt, Confidence, Tag, Tone, Verdict};
use marchland::web::views::prompts::{ConfirmPage, ErrorKind, ErrorPage, ReasonPage};
use marchland::web::views::registers::{CounterpartRow, CounterpartsPage, MandateRow, MandatesPage};
use marchland::web::views::requests::{BasisView, RequestActs, RequestPage, RequestRow, RequestsPage};
use marchland::web::views::sign_in::{DemoUser, SignInPage};
use marchland::web::views::{Choice, Fields};

use super::samples as s;

mod border;
mod house;
mod law;
mod received;
mod sent;

use border::*;
use house::*;
use received::*;
use sent::*;

const OFFICER: &[Role] = &[Role::Officer, Role::Head, Role::Registrar];
const ALL_ROLES: &[Role] = &[Role::Officer, Role::Head, Role::Registrar, Role::Auditor, Role::Administrator];

pub(crate) fn all(lang: Lang) -> Vec<(&'static str, String)> {
    vec![
        ("sign-in", draw(sign_in(lang))),
        ("crossing-hit", draw(crossing(lang, Mark::Hit))),
        ("crossing-namesake", draw(crossing(lang, Mark::Namesake))),
        ("crossing-clear", draw(crossing(lang, Mark::Clear))),
        ("bus", draw(bus(lang))),
        ("released", draw(released(lang))),
        ("slip", draw(slip(lang))),
        ("check-counts", draw(counts(lang))),
        ("alerts", draw(alerts(lang))),
        ("alert-new", draw(alert_form(lang, false))),
        ("alert-change", draw(alert_form(lang, true))),
        ("alert", draw(alert(lang))),
        ("desk", draw(desk(lang, OFFICER))),
        ("desk-dark", draw(dark(desk(lang, ALL_ROLES)))),
        ("desk-empty", draw(empty_desk(lang))),
        ("requests", draw(requests(lang))),
        ("compose", draw(compose(lang, s::typed(), s::refused_with_route(lang, true)))),
        ("compose-errors", draw(compose(lang, s::with_problems(lang), s::missing_fact(lang)))),
        (
            "compose-new",
            draw(compose(lang, Fields::default(), DecisionPanel { lang, answer: None, in_form: true })),
        ),
        ("panel", alone(s::refused_with_route(lang, true))),
        (
            "request",
            draw(request(
                lang,
                RequestActs {
                    withdraw: true,
                    recall: true,
                    clarify: true,
                    correct: true,
                    ..RequestActs::default()
                },
                None,
            )),
        ),
        (
            "request-answered",
            draw(request(
                lang,
                RequestActs { evaluate: true, close: true, ..RequestActs::default() },
                Some(false),
            )),
        ),
        (
            "request-sealed",
            draw(request(lang, RequestActs { read_answer: true, ..RequestActs::default() }, Some(true))),
        ),
        ("decision", draw(decision(lang))),
        ("incoming", draw(incoming(lang))),
        (
            "received-register",
            draw(received(lang, ReceivedActs { register: true, ..ReceivedActs::default() })),
        ),
        (
            "received-position",
            draw(received(
                lang,
                ReceivedActs {
                    accept: true,
                    partly: true,
                    refuse: true,
                    clarify: true,
                    ..ReceivedActs::default()
                },
            )),
        ),
        (
            "received-answer",
            draw(received(lang, ReceivedActs { task: true, answer: true, ..ReceivedActs::default() })),
        ),
        (
            "received-approve",
            draw(received(
                lang,
                ReceivedActs { approve_answer: true, close: true, ..ReceivedActs::default() },
            )),
        ),
        ("approvals", draw(approvals(lang))),
        ("approval", draw(approval(lang, None))),
        (
            "approval-hindered",
            draw(approval(lang, Some("You wrote this request. Another head signs it.".into()))),
        ),
        ("mandates", draw(mandates(lang))),
        ("counterparts", draw(counterparts(lang))),
        ("instruments", draw(instruments(lang))),
        ("instrument", draw(instrument(lang))),
        ("gap-map", draw(law::map(lang, false))),
        ("gap-map-list", draw(law::map(lang, true))),
        ("gaps", draw(law::gaps(lang))),
        ("law-timeline", draw(law::timeline(lang))),
        ("what-if", draw(law::what_if(lang))),
        ("compare", draw(law::compare(lang))),
        ("ask", draw(law::ask(lang))),
        ("audit", draw(audit(lang))),
        ("admin", draw(admin(lang, false))),
        ("admin-law-held-back", draw(admin(lang, true))),
        ("keys", draw(KeysPage { frame: s::frame(lang, Place::Keys, OFFICER) })),
        (
            "reason",
            draw(ReasonPage {
                frame: s::frame(lang, Place::Requests, OFFICER),
                number: "OMS-2026-01184".into(),
                post_to: "/requests/x1".into(),
                fields: Fields::default(),
            }),
        ),
        ("confirm", draw(confirm(lang))),
        ("error-not-found", draw(error(lang, ErrorKind::NotFound))),
        ("error-ours", draw(error(lang, ErrorKind::Ours { number: "7F3K-22".into() }))),
        (
            "error-refused",
            draw(error(
                lang,
                ErrorKind::Refused {
                    sentence: "Omsk approved this at 14:18 while you were writing. Your text is kept.".into(),
                    code: "already-approved".into(),
                    back: "/requests/x1".into(),
                },
            )),
        ),
        ("error-stale", draw(error(lang, ErrorKind::StaleForm { back: "/requests/new".into() }))),
    ]
}

fn draw(page: impl Template) -> String {
    page.render().expect("the page can be drawn")
}

/// The panel as its own answer, inside just enough of a page for the checker.
fn alone(panel: DecisionPanel) -> String {
    format!("<html lang=\"en\"><title>panel</title><h1>panel</h1>{}</html>", draw(panel))
}

fn dark(mut page: DeskPage) -> DeskPage {
    page.frame.theme = Theme::Dark;
    page
}
