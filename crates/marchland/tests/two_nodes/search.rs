//! Alerts, hits and releases between two nodes, with losses, kills and a neighbour that lies. Longer than other files:
//! one alert's whole life is told in order, and each trouble is tried on the same two nodes.

use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::http::Request;
use jiff::civil::Date;
use marchland::acts::crossing::{self, FirstLook, Freed, Lane};
use marchland::acts::letter::{Posting, letter};
use marchland::acts::open::{self, Case};
use marchland::acts::{CannotAct, alerts, ask, confirm, signing};
use marchland::clock::Clock;
use marchland::screening::{Away, Log, Person, Word, read_line, snapshot};
use marchland::web::post::{self, Post};
use marchland::work::{register, tend};
use marchland_casework::alert::{Alert, Compared, Hit, HitOutcome, Release, ReleaseReason, Traveller};
use marchland_casework::{CannotStep, DraftFields, Field, Message, MessageBody, Power, ProblemCode};
use marchland_law::Side as LawSide;
use tower::ServiceExt;

use marchland::store::matter::MatterRow;

use crate::world::{
    Op::*,
    Side::{self, A, B},
    World,
};

const ZONE: &str =
    "P<KAZSADYROV<<TIMUR<<<<<<<<<<<<<<<<<<<<<<<<<\nN044172030KAZ8604127M3101012<<<<<<<<<<<<<<04";
const DAY: Duration = Duration::from_secs(86_400);

fn alert_form(valid_until: &str) -> DraftFields {
    let mut typed = DraftFields::new();
    for (field, text) in [
        (Field::From, "RU/region/omsk"),
        (Field::To, "KZ/region/north-kazakhstan"),
        (Field::SearchPurpose, "trial"),
        (Field::Action, "detain-and-inform"),
        (Field::OpenedBy, "Decision of the investigator of 9 November 2026, no. 231"),
        (Field::CaseNumber, "1-26-52-00819"),
        (Field::Names, "Садыров; Тимур; Ерланович"),
        (Field::Born, "1986-04-12"),
        (Field::BirthPlace, "Булаево"),
        (Field::Documents, "N04409915"),
        (Field::ValidUntil, valid_until),
    ] {
        typed.set(field, text);
    }
    typed
}

fn other() -> Person {
    read_line("SADYROV TIMUR, 12.04.1986, K77120045", 2026).unwrap().remove(0)
}

fn lane(side: Side) -> Lane {
    Lane {
        crossing: if side == A { "isilkul" } else { "karakoga" }.to_owned(),
        lane: "2".to_owned(),
        direction: "leaving".to_owned(),
        reason: "border control".to_owned(),
    }
}

impl World {
    /// Omsk writes and signs an alert; returns its id there.
    async fn issue(&self) -> String {
        self.issue_as(alert_form("2027-01-31")).await
    }

    async fn issue_as(&self, typed: DraftFields) -> String {
        let (author, head) = (self.official(A, "veresov").await, self.official(A, "gromova").await);
        let row = alerts::save(self.app(A), &author, None, typed, None).await.unwrap();
        alerts::submit(self.app(A), &author, &row.id).await.unwrap();
        alerts::approve(self.app(A), &head, &row.id).await.unwrap();
        row.id
    }

    async fn exchange(&mut self) {
        for side in [A, B] {
            self.op(Deliver(side)).await;
            self.op(Work(side.other())).await;
        }
    }

    /// What a guard is told, with the id of the check.
    async fn check(&self, side: Side, person: Person) -> (String, Word) {
        let who = self.official(side, if side == A { "rudin" } else { "dosov" }).await;
        let done = crossing::check(self.app(side), &who, &lane(side), vec![(1, person)]).await.unwrap();
        (done[0].id.clone(), done[0].word())
    }

    async fn says(&self, side: Side, person: Person) -> Word {
        self.check(side, person).await.1
    }

    /// The alert as a side keeps it.
    async fn kept(&self, side: Side) -> Option<(String, Alert)> {
        let stages = ",draft,submitted,in-force,awaiting-law,withdrawn,expired,";
        let row = self.app(side).store.alerts_in(stages, "", 10).await.unwrap().pop()?;
        let Case::Alert(alert) = open::case(&row).unwrap() else { panic!("an alert") };
        Some((row.id, *alert))
    }

    async fn find(&self, side: Side, check: &str) -> String {
        let who = self.official(side, if side == A { "rudin" } else { "dosov" }).await;
        let look = FirstLook {
            alert: self.kept(side).await.unwrap().0,
            outcome: HitOutcome::SamePerson,
            compared: vec![Compared::Photograph],
            note: String::new(),
        };
        crossing::find_hit(self.app(side), &who, check, look).await.unwrap()
    }

    async fn free(&self, side: Side, check: &str, until: Date) -> Result<String, CannotAct> {
        let who = self.official(side, if side == A { "rudin" } else { "dosov" }).await;
        let freed = Freed {
            alert: self.kept(side).await.unwrap().0,
            reason: ReleaseReason::BirthPlaceDiffers,
            note: String::new(),
            until,
        };
        crossing::release(self.app(side), &who, check, freed).await
    }
}

fn scanned() -> Person {
    read_line(ZONE, 2026).unwrap().remove(0)
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

#[tokio::test]
async fn an_alert_arrives_is_met_and_is_gone_when_it_is_withdrawn() {
    let mut world = World::new().await;
    assert_eq!(world.says(A, scanned()).await, Word::Clear);
    let id = world.issue().await;
    assert_eq!(world.says(A, scanned()).await, Word::Hit, "in force here at once");
    assert_eq!(world.says(B, scanned()).await, Word::Clear, "not yet there");
    world.exchange().await;
    assert_eq!(world.says(B, scanned()).await, Word::Hit, "Latin against Cyrillic");
    world.heal().await;
    let (_, ours) = world.kept(A).await.unwrap();
    assert!(format!("{:?}", ours.stage()).contains("Delivered"), "{:?}", ours.stage());
    let head = world.official(A, "gromova").await;
    alerts::withdraw(world.app(A), &head, &id, "The person was found.").await.unwrap();
    assert_eq!(world.says(A, scanned()).await, Word::Clear);
    world.exchange().await;
    assert_eq!(world.says(B, scanned()).await, Word::Clear, "gone everywhere");
    world.heal().await;
    world.expect_logs_agree().await;
}

#[tokio::test]
async fn whatever_is_lost_on_the_wire_an_alert_and_its_withdrawal_take_effect_once() {
    for fault in [LoseRequest, LoseAnswer, Double, Reverse] {
        let mut world = World::new().await;
        let id = world.issue().await;
        world.op(fault).await;
        world.exchange().await;
        let head = world.official(A, "gromova").await;
        alerts::withdraw(world.app(A), &head, &id, "The person was found.").await.unwrap();
        world.op(fault).await;
        world.exchange().await;
        world.heal().await;
        assert_eq!(world.says(B, scanned()).await, Word::Clear, "{fault:?}");
        let (_, theirs) = world.kept(B).await.unwrap();
        assert_eq!(theirs.stage().code(), "withdrawn", "{fault:?}");
        assert_eq!(theirs.versions().len(), 1, "{fault:?}");
        world.expect_logs_agree().await;
    }
}

#[tokio::test]
async fn a_withdrawal_in_one_exchange_with_its_alert_leaves_nothing_on_the_list() {
    let mut world = World::new().await;
    let id = world.issue().await;
    let head = world.official(A, "gromova").await;
    alerts::withdraw(world.app(A), &head, &id, "A mistake.").await.unwrap();
    world.run(&[Reverse, Deliver(A), Work(B)]).await;
    assert_eq!(world.says(B, scanned()).await, Word::Clear, "the lane keeps its order");
    assert_eq!(world.kept(B).await.unwrap().1.stage().code(), "withdrawn");
}

#[tokio::test]
async fn a_node_killed_at_any_step_of_an_alert_keeps_list_and_store_alike() {
    for side in [A, B] {
        for steps in 0..8 {
            let mut world = World::new().await;
            let id = world.issue().await;
            world.app(side).fuse.set(steps);
            world.exchange().await;
            world.heal().await;
            assert_eq!(world.says(B, scanned()).await, Word::Hit, "{side:?} at {steps}");
            let head = world.official(A, "gromova").await;
            alerts::withdraw(world.app(A), &head, &id, "The person was found.").await.unwrap();
            world.app(side).fuse.set(steps);
            world.exchange().await;
            world.heal().await;
            assert_eq!(world.says(B, scanned()).await, Word::Clear, "{side:?} at {steps}");
            world.kill(B).await;
            assert_eq!(world.says(B, scanned()).await, Word::Clear, "after a restart");
            world.expect_logs_agree().await;
        }
    }
}

#[tokio::test]
async fn a_hit_needs_two_people_and_its_issuer_is_told() {
    let mut world = World::new().await;
    world.issue().await;
    world.exchange().await;
    let (check, word) = world.check(B, scanned()).await;
    assert_eq!(word, Word::Hit);
    let hit = world.find(B, &check).await;
    let (theirs, alert) = world.kept(B).await.unwrap();
    assert!(alert.clocks().iter().any(|clock| clock.due.is_some()), "the notice has its limit");
    let guard = world.official(B, "dosov").await;
    assert!(crossing::confirm_hit(world.app(B), &guard, &theirs, &hit).await.is_err(), "not the same person");
    let lead = world.official(B, "seitova").await;
    crossing::confirm_hit(world.app(B), &lead, &theirs, &hit).await.unwrap();
    world.run(&[LoseAnswer, Deliver(B)]).await;
    world.exchange().await;
    world.heal().await;
    let (id, ours) = world.kept(A).await.unwrap();
    assert_eq!(ours.hits().len(), 1, "told once");
    assert_eq!(ours.hits()[0].hit.traveller.name, "SADYROV TIMUR");
    assert!(ours.hits()[0].by.is_none(), "no official of the neighbour is named");
    let open = world.app(A).store.open_tasks(&id).await.unwrap();
    assert!(open.iter().any(|task| task.kind.contains("read-hit")), "{open:?}");
    world.expect_logs_agree().await;
}

#[tokio::test]
async fn a_released_person_stays_released_on_both_sides_until_the_day_and_nobody_else_does() {
    let mut world = World::new().await;
    world.issue().await;
    world.exchange().await;
    let (check, word) = world.check(B, other()).await;
    assert_eq!(word, Word::Hit, "same name and birth date");
    let release = world.free(B, &check, day("2026-12-20")).await.unwrap();
    assert_eq!(world.says(B, other()).await, Word::ClearedBefore);
    world.run(&[LoseRequest, Deliver(B)]).await;
    world.exchange().await;
    world.heal().await;
    assert_eq!(world.says(A, other()).await, Word::ClearedBefore, "remembered by both states");
    for side in [A, B] {
        assert_eq!(world.says(side, scanned()).await, Word::Hit, "another document is not released");
    }
    world.kill(A).await;
    assert_eq!(world.says(A, other()).await, Word::ClearedBefore, "a restart forgets nothing");
    let (theirs, _) = world.kept(B).await.unwrap();
    let guard = world.official(B, "dosov").await;
    crossing::revoke_release(world.app(B), &guard, &theirs, &release, "It was him after all.").await.unwrap();
    assert_eq!(world.says(B, other()).await, Word::Hit);
    world.exchange().await;
    world.heal().await;
    assert_eq!(world.says(A, other()).await, Word::Hit, "taken back on both sides");
    let (check, _) = world.check(B, other()).await;
    world.free(B, &check, day("2026-12-20")).await.unwrap();
    world.op(Advance(28 * DAY)).await;
    assert_eq!(world.says(B, other()).await, Word::Hit, "a release ends on its day");
}

#[tokio::test]
async fn a_document_the_alert_names_is_released_by_its_issuer_alone() {
    let mut world = World::new().await;
    world.issue().await;
    world.exchange().await;
    let named = read_line("SADYROV TIMUR, 12.04.1986, N 044 09915", 2026).unwrap().remove(0);
    let (check, word) = world.check(B, named.clone()).await;
    assert_eq!(word, Word::Hit);
    let refused = world.free(B, &check, day("2026-12-20")).await.unwrap_err();
    assert_eq!(refused.code(), "document-of-alert");
    assert_eq!(world.says(B, named).await, Word::Hit);
}

#[tokio::test]
async fn an_expired_alert_is_gone_with_or_without_its_job_and_its_person_is_erased_later() {
    let mut world = World::new().await;
    world.issue().await;
    world.exchange().await;
    world.op(Advance(70 * DAY)).await;
    for side in [A, B] {
        assert_eq!(world.says(side, scanned()).await, Word::Clear, "{side:?}: looked at with each check");
        tend::all(world.app(side)).await.unwrap();
        assert_eq!(world.kept(side).await.unwrap().1.stage().code(), "expired");
        assert!(world.app(side).screening.is_empty());
    }
    world.op(Advance(31 * DAY)).await;
    tend::all(world.app(B)).await.unwrap();
    let (_, erased) = world.kept(B).await.unwrap();
    assert!(erased.erased_at().is_some());
    let doc = serde_json::to_string(&erased).unwrap();
    assert!(!doc.contains("Садыров") && !doc.contains("N04409915"), "{doc}");
}

#[tokio::test]
async fn without_the_advisers_word_an_alert_waits_and_no_check_meets_it() {
    let mut world = World::new().await;
    let adviser = world.official(B, "zhanov").await;
    let standing = ask::confirmations(world.app(B)).await.unwrap();
    let about = standing.iter().find(|c| c.instrument.as_str() == "cis-search-treaty-2010").unwrap();
    confirm::revoke(world.app(B), &adviser, about.id.as_str(), "to be looked at again").await.unwrap();
    world.issue().await;
    world.exchange().await;
    let (theirs, alert) = world.kept(B).await.unwrap();
    assert_eq!(alert.stage().code(), "awaiting-law");
    assert_eq!(world.says(B, scanned()).await, Word::Clear);
    confirm::confirm(world.app(B), &adviser, "cis-search-treaty-2010", "for this test").await.unwrap();
    let officer = world.official(B, "sartai").await;
    alerts::decide_again(world.app(B), &officer, &theirs).await.unwrap();
    assert_eq!(world.says(B, scanned()).await, Word::Hit);
}

#[tokio::test]
async fn a_traveller_is_kept_for_the_day_and_compared_with_what_comes_later_then_nothing_of_him_remains() {
    let mut world = World::new().await;
    let (check, word) = world.check(B, scanned()).await;
    assert_eq!(word, Word::Clear);
    world.issue().await;
    world.exchange().await;
    tend::all(world.app(B)).await.unwrap();
    let open = world.app(B).store.open_passages(",KZ/region/north-kazakhstan,", 10).await.unwrap();
    assert_eq!(
        open.iter().map(|row| row.id.as_str()).collect::<Vec<_>>(),
        [check.as_str()],
        "met afterwards"
    );
    world.op(Advance(DAY + Duration::from_secs(1))).await;
    tend::all(world.app(B)).await.unwrap();
    let row = world.app(B).store.passage(&check).await.unwrap().unwrap();
    assert_eq!(
        (row.traveller, row.verdict.as_str()),
        (None, "clear"),
        "the count stays, the person does not"
    );
    // Neither the database nor its log nor anything else in the node's folder holds the number any more.
    let folder = world.app(B).config.data.clone();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        let found = bytes.windows(9).any(|window| window == b"N04417203");
        assert!(!found, "the document number is still in {}", path.display());
    }
}

#[tokio::test]
async fn a_snapshot_decides_like_the_node_and_a_forged_cut_or_old_one_is_refused() {
    let mut world = World::new().await;
    world.issue().await;
    world.exchange().await;
    let (check, _) = world.check(B, other()).await;
    world.free(B, &check, day("2026-12-20")).await.unwrap();
    let b = world.app(B);
    tend::write_snapshot(b).unwrap();
    let bytes = snapshot::read(&b.config.snapshot()).unwrap();
    let (key, now) = (b.keys.log.public(), b.clock.now());
    let open = |bytes: &[u8], now| snapshot::open(bytes, &key, now, 3600).map_err(|why| why.code());
    let list = open(&bytes, now).unwrap().screening;
    assert_eq!(list.check(&scanned(), now)[0].word, Word::Hit);
    assert_eq!(list.check(&other(), now)[0].word, Word::ClearedBefore);
    let mut forged = bytes.clone();
    let middle = forged.len() / 2;
    forged[middle] ^= 1;
    assert!(matches!(open(&forged, now).unwrap_err(), "snapshot-forged" | "snapshot-damaged"));
    assert_eq!(open(&bytes[..bytes.len() - 3], now).unwrap_err(), "snapshot-damaged");
    let other_key = world.app(A).keys.log.public();
    assert_eq!(snapshot::open(&bytes, &other_key, now, 3600).unwrap_err().code(), "snapshot-forged");
    let later = now.checked_add(jiff::SignedDuration::from_hours(2)).unwrap();
    assert_eq!(open(&bytes, later).unwrap_err(), "snapshot-too-old");
    let before = now.checked_sub(jiff::SignedDuration::from_hours(2)).unwrap();
    assert_eq!(open(&bytes, before).unwrap_err(), "snapshot-future");
}

#[tokio::test]
async fn a_post_without_network_answers_on_its_page_until_the_list_is_too_old() {
    let mut world = World::new().await;
    world.issue().await;
    world.exchange().await;
    let b = world.app(B);
    tend::write_snapshot(b).unwrap();
    let bytes = snapshot::read(&b.config.snapshot()).unwrap();
    let opened = snapshot::open(&bytes, &b.keys.log.public(), b.clock.now(), 3600).unwrap();
    let clock = Clock::set(b.clock.now());
    let written = b.config.snapshot().with_extension("checks.jsonl");
    let log = Log::open(&written).unwrap();
    let page = post::router(Arc::new(Post { opened, max_age_min: 60, clock: clock.clone(), log }));
    let ask = async |host: &str, scan: &str| {
        let request = Request::post("/check").header("host", host).header("accept-language", "en");
        let form = serde_urlencoded::to_string([("scan", scan)]).unwrap();
        let answer = page.clone().oneshot(request.body(Body::from(form)).unwrap()).await.unwrap();
        let status = answer.status().as_u16();
        let body = to_bytes(answer.into_body(), 1 << 20).await.unwrap();
        (status, String::from_utf8(body.to_vec()).unwrap())
    };
    let (status, html) = ask("127.0.0.1:8400", &format!("{ZONE}\nORAZOV AIDAR, 01.02.1990\n??")).await;
    assert_eq!(status, 200);
    for said in ["SADYROV TIMUR", "Садыров Тимур Ерланович", "ORAZOV AIDAR", "1 hit", "Line 4"]
    {
        assert!(html.contains(said), "{said}: {html}");
    }
    assert_eq!(ask("localhost:8400", "").await.0, 200);
    // Another site's name for this machine is refused.
    assert_eq!(ask("post.example:8400", ZONE).await.0, 403);
    clock.advance(Duration::from_secs(61 * 60));
    let (_, html) = ask("127.0.0.1:8400", ZONE).await;
    assert!(html.contains("61 min") && !html.contains("SADYROV") && !html.contains("<textarea"), "{html}");
    // Each check is written down, nobody's name is.
    let text = std::fs::read_to_string(&written).unwrap();
    let words: Vec<&str> =
        text.lines().map(|line| serde_json::from_str::<Away>(line).unwrap().word.code()).collect();
    assert_eq!(words, ["hit", "clear"]);
    assert!(!text.to_uppercase().contains("SADYROV") && !text.contains("1990"), "{text}");
}

/// What a dishonest head of B could sign about an alert of A, and what A makes of it.
async fn lie(world: &mut World, login: &str, power: Power, body: MessageBody) -> Option<String> {
    let (app, who) = (world.app(B), world.official(B, login).await);
    let (_, theirs) = world.kept(B).await.unwrap();
    let content = theirs.content().unwrap().clone();
    let at = app.clock.now();
    let signing = signing::with_power(app, &who, power).await.unwrap();
    let decision = ask::law(app, &content.act(), LawSide::Receiving, at).await.unwrap().decision;
    let message = Message {
        v: 1,
        id: uuid::Uuid::now_v7().to_string().as_str().into(),
        thread: theirs.thread().clone(),
        from: content.to.clone(),
        to: content.from.clone(),
        post: "Somebody".into(),
        at,
        body,
    };
    let posting = Posting { signing: &signing, power, decision: &decision, urgent: true, in_reply_to: None };
    let mut tx = app.store.begin().await.unwrap();
    let letter = letter(app, &message, posting).unwrap();
    marchland::store::commit::post(&mut tx, letter, &theirs.id().to_string(), at.as_millisecond())
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let before = world.kept(A).await.unwrap().1;
    world.op(Deliver(B)).await;
    register::all(world.app(A)).await.unwrap();
    let after = world.kept(A).await.unwrap().1;
    (before != after).then(|| format!("{after:?}"))
}

#[tokio::test]
async fn a_neighbour_cannot_withdraw_change_or_silence_what_is_not_its_own() {
    let mut world = World::new().await;
    world.issue().await;
    world.exchange().await;
    world.heal().await;
    let content = world.kept(A).await.unwrap().1.content().unwrap().clone();
    let withdrawn = MessageBody::AlertWithdrawn { reason: "He is ours.".to_owned() };
    assert_eq!(lie(&mut world, "bekova", Power::IssueAlert, withdrawn).await, None, "withdrawal");
    let changed = MessageBody::AlertChanged { version: 9, content: Box::new(content) };
    // It names A inside and B outside, so it is no message at all.
    assert_eq!(lie(&mut world, "bekova", Power::IssueAlert, changed).await, None, "change");
    let now = world.clock.now();
    let release = |document: &str, body: &str| MessageBody::Released {
        release: Box::new(Release {
            id: uuid::Uuid::now_v7().to_string(),
            document: document.to_owned(),
            issuer: None,
            reason: ReleaseReason::Other,
            note: None,
            by: "Somebody".into(),
            body: body.into(),
            at: now,
            until: now.checked_add(jiff::SignedDuration::from_hours(24)).unwrap(),
        }),
    };
    let (named, kz, ru) = ("N04409915", "KZ/region/north-kazakhstan", "RU/region/omsk");
    assert_eq!(
        lie(&mut world, "bekova", Power::ReportHit, release(named, kz)).await,
        None,
        "the wanted man's document"
    );
    assert_eq!(
        lie(&mut world, "bekova", Power::ReportHit, release("X1", ru)).await,
        None,
        "in another's name"
    );
    let hit = MessageBody::HitReported {
        hit: Box::new(Hit {
            id: "h".to_owned(),
            at: now,
            place: "Karakoga".to_owned(),
            outcome: HitOutcome::SamePerson,
            traveller: Traveller {
                name: "X".to_owned(),
                born: None,
                document: None,
                issuer: None,
                thing: None,
            },
            compared: [Compared::Name].into(),
            note: None,
            first_look: "Guard".into(),
            second_look: None,
        }),
    };
    assert_eq!(lie(&mut world, "bekova", Power::ReportHit, hit).await, None, "a hit nobody looked at twice");
    assert_eq!(world.says(A, scanned()).await, Word::Hit);
    let honest = lie(&mut world, "bekova", Power::ReportHit, release("K77120045", kz)).await;
    assert!(honest.is_some(), "a release of another document is heard");
    assert_eq!(world.says(A, other()).await, Word::ClearedBefore);
    assert_eq!(world.says(A, scanned()).await, Word::Hit, "and reaches no other document");
}

const REGION: &str = "KZ/region/north-kazakhstan";
const DISTRICT: &str = "KZ/district/kyzylzhar";

fn reaching() -> DraftFields {
    let mut typed = alert_form("2027-01-31");
    typed.set(Field::AlsoTo, DISTRICT);
    typed
}

impl World {
    /// What the issuer knows of each copy.
    async fn copies(&self) -> Vec<(String, &'static str)> {
        let (_, alert) = self.kept(A).await.unwrap();
        alert.copies().iter().map(|copy| (copy.to.to_string(), copy.state().code())).collect()
    }

    async fn expect_copies(&self, region: &str, district: &str) {
        let found = self.copies().await;
        let found: Vec<(&str, &str)> = found.iter().map(|(to, state)| (to.as_str(), *state)).collect();
        assert_eq!(found, [(REGION, region), (DISTRICT, district)]);
    }

    async fn copy_at(&self, body: &str) -> MatterRow {
        let stages = ",in-force,awaiting-law,withdrawn,";
        let rows = self.app(B).store.alerts_in(stages, "", 10).await.unwrap();
        rows.into_iter().find(|row| row.body == body).unwrap()
    }
}

#[tokio::test]
async fn an_alert_stands_at_every_addressee_and_has_ended_only_when_each_has_said_so() {
    let mut world = World::new().await;
    let id = world.issue_as(reaching()).await;
    world.expect_copies("pending", "pending").await;
    world.run(&[LoseRequest, Deliver(A)]).await;
    world.expect_copies("pending", "pending").await;
    world.heal().await;
    // The adviser of the district has not confirmed the treaty; the adviser of the region has.
    world.expect_copies("in-force", "awaiting-law").await;
    let (check, word) = world.check(B, scanned()).await;
    assert_eq!(word, Word::Hit);

    let mut adviser = world.official(B, "zhanov").await;
    adviser.body = DISTRICT.to_owned();
    confirm::confirm(world.app(B), &adviser, "cis-search-treaty-2010", "for this test").await.unwrap();
    let officer = world.official(B, "sartai").await;
    let district = world.copy_at(DISTRICT).await.id;
    alerts::decide_again(world.app(B), &officer, &district).await.unwrap();
    world.heal().await;
    world.expect_copies("in-force", "in-force").await;
    let guard = world.official(B, "dosov").await;
    let (_, checked) = crossing::look_again(world.app(B), &guard, &check).await.unwrap();
    let met: Vec<&str> = checked.met.iter().map(|met| met.listed.content.to.as_str()).collect();
    assert_eq!(met, [REGION], "two copies are one alert, and the guard's own body answers for it");

    let (author, head) = (world.official(A, "veresov").await, world.official(A, "gromova").await);
    alerts::propose_renewal(world.app(A), &author, &id, "2027-03-31").await.unwrap();
    alerts::approve(world.app(A), &head, &id).await.unwrap();
    world.expect_copies("pending", "pending").await;
    world.heal().await;
    world.expect_copies("in-force", "in-force").await;
    for body in [REGION, DISTRICT] {
        let Case::Alert(copy) = open::case(&world.copy_at(body).await).unwrap() else { panic!("an alert") };
        assert_eq!((copy.versions().len(), copy.content().unwrap().to.as_str()), (2, body));
    }

    alerts::withdraw(world.app(A), &head, &id, "The person was found.").await.unwrap();
    world.run(&[LoseRequest, Deliver(A), LoseAnswer, Deliver(A), Work(B)]).await;
    world.expect_copies("withdrawal-pending", "withdrawal-pending").await;
    assert!(world.kept(A).await.unwrap().1.withdrawal_is_open(), "nobody has confirmed");
    world.heal().await;
    world.expect_copies("withdrawn", "withdrawn").await;
    assert!(!world.kept(A).await.unwrap().1.withdrawal_is_open());
    assert_eq!(world.says(B, scanned()).await, Word::Clear);
    world.expect_logs_agree().await;
}

#[tokio::test]
async fn an_addressee_taken_off_is_told_so_and_a_release_from_one_copy_holds_for_the_others_there() {
    let mut world = World::new().await;
    let mut adviser = world.official(B, "zhanov").await;
    adviser.body = DISTRICT.to_owned();
    confirm::confirm(world.app(B), &adviser, "cis-search-treaty-2010", "for this test").await.unwrap();
    let id = world.issue_as(reaching()).await;
    world.heal().await;
    world.expect_copies("in-force", "in-force").await;
    let (check, word) = world.check(B, other()).await;
    assert_eq!(word, Word::Hit);
    let guard = world.official(B, "dosov").await;
    let freed = Freed {
        alert: world.copy_at(REGION).await.id,
        reason: ReleaseReason::BirthPlaceDiffers,
        note: String::new(),
        until: day("2027-11-23"),
    };
    crossing::release(world.app(B), &guard, &check, freed).await.unwrap();
    world.heal().await;
    assert_eq!(world.says(B, other()).await, Word::ClearedBefore);
    assert_eq!(world.says(A, other()).await, Word::ClearedBefore);
    let (author, head) = (world.official(A, "veresov").await, world.official(A, "gromova").await);
    alerts::propose_change(world.app(A), &author, &id, &alert_form("2027-01-31")).await.unwrap();
    alerts::approve(world.app(A), &head, &id).await.unwrap();
    world.heal().await;
    world.expect_copies("in-force", "withdrawn").await;
    assert_eq!(world.copy_at(DISTRICT).await.stage, "withdrawn");
    assert_eq!(world.says(B, scanned()).await, Word::Hit, "the region's copy stands");
    let back = alerts::propose_change(world.app(A), &author, &id, &reaching()).await;
    assert!(back.is_err(), "what was withdrawn is not brought back");
}

#[tokio::test]
async fn an_addressee_the_law_does_not_reach_is_refused_before_anybody_signs() {
    let world = World::new().await;
    let author = world.official(A, "veresov").await;
    let mut car = reaching();
    car.set(Field::SearchPurpose, "thing")
        .set(Field::Action, "secure-and-inform")
        .set(Field::Things, "plate; 123 ABC 02; KZ");
    for field in [Field::Names, Field::Born, Field::BirthPlace, Field::Documents] {
        car.set(field, "");
    }
    let row = alerts::save(world.app(A), &author, None, car, None).await.unwrap();
    let refused = alerts::submit(world.app(A), &author, &row.id).await.unwrap_err();
    let CannotAct::Step(CannotStep::Incomplete(problems)) = refused else { panic!("{refused:?}") };
    assert_eq!(
        problems[0].code,
        ProblemCode::NotCarried,
        "information on things goes to regional bodies alone"
    );
    assert!(problems[0].sentence().contains(DISTRICT));
}
