//! The guard's pages and the alert's, page by page: scan, answer, first and second look, release, bus list, withdrawal.

use axum::http::StatusCode;
use marchland::screening::Away;

use super::room::{Person, Room};

const ZONE: &str =
    "P<KAZSADYROV<<TIMUR<<<<<<<<<<<<<<<<<<<<<<<<<\nN044172030KAZ8604127M3101012<<<<<<<<<<<<<<04";
const LANE: [(&str, &str); 4] =
    [("crossing", "karakoga"), ("lane", "2"), ("direction", "leaving"), ("reason", "border control")];
const ALERT: [(&str, &str); 13] = [
    ("from", "RU/region/omsk"),
    ("to", "KZ/region/north-kazakhstan"),
    ("search_purpose", "trial"),
    ("action", "detain-and-inform"),
    ("opened_by", "Decision of 9 November 2026, no. 231"),
    ("case_number", "1-26-52-00819"),
    ("names", "Садыров; Тимур; Ерланович"),
    ("born", "1986-04-12"),
    ("birth_place", "Булаево"),
    ("documents", "N04409915"),
    ("danger", "escape"),
    ("valid_until", "2027-01-31"),
    ("do", "submit"),
];

async fn english(room: &Room, user: &str) -> Person {
    let mut person = room.person(user).await;
    person.post("/settings", &[("lang", "en"), ("back", "/help/keys")]).await;
    person
}

/// A page that refuses is read like any other.
fn shows(seen: &super::room::Seen, texts: &[&str]) {
    for text in texts {
        assert!(seen.text.contains(text), "{text:?} is not in {}", seen.text);
    }
}

async fn issued(room: &Room) -> Person {
    let mut officer = english(room, "veresov").await;
    officer.get("/alerts/new").await.says(&[
        "New alert",
        "Trial, hides from investigation",
        "Names, one to a line",
    ]);
    let written = officer.post("/alerts/new", &ALERT).await;
    written.says(&["The alert is with the heads.", "OMS-2026-00001"]);
    written.keeps_to_itself(&["/approve\""]);
    let mut head = english(room, "gromova").await;
    head.get("/alerts").await.says(&["Садыров Тимур Ерланович"]);
    let signed = head.post("/alerts/OMS-2026-00001/approve", &[]).await;
    signed.says(&["Signed. The alert is in force", "Садыров Тимур"]);
    room.post_and_work().await;
    head
}

async fn scan(guard: &mut Person, text: &str) -> super::room::Seen {
    let mut form = LANE.to_vec();
    form.push(("scan", text));
    guard.post("/crossing/check", &form).await
}

#[tokio::test]
async fn a_form_that_cannot_be_read_says_what_to_mend_and_loses_nothing() {
    let room = Room::new().await;
    let mut officer = english(&room, "veresov").await;
    let mut form = ALERT.to_vec();
    form[2].1 = "missing";
    form[6].1 = "; Тимур";
    let again = officer.post("/alerts/new", &form).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    shows(&again, &["only a person who hides from justice", "family name; given name", "; Тимур", "Error:"]);
}

#[tokio::test]
async fn a_guard_scans_sees_one_word_and_one_action_and_two_people_make_a_hit() {
    let room = Room::new().await;
    let mut guard = english(&room, "dosov").await;
    guard.get("/crossing").await.says(&["Scan a document", "Karakoga crossing point", "0 alerts in force"]);
    let clear = scan(&mut guard, ZONE).await;
    clear.says(&["No alert fits this document.", "Clear", "let pass"]);
    clear.keeps_to_itself(&["clean"]);
    let mut head = issued(&room).await;
    let hit = scan(&mut guard, ZONE).await;
    hit.says(&[
        "Hit: stop",
        "Stay calm, keep the document",
        "SADYROV",
        "Садыров",
        "Place of birth",
        "not in the document: ask the traveller",
        "no evidence",
        "another number says nothing",
        "Interstate search treaty 2010",
        "within 24 h, own rule 13",
        "F9",
        "F10",
    ]);
    let check = hit.at.split('?').next().unwrap().to_owned();
    let alert =
        hit.text.split("name=\"alert\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let mended = guard.post(&format!("{check}/hit"), &[("alert", &alert), ("outcome", "same-person")]).await;
    assert_eq!(mended.status, StatusCode::UNPROCESSABLE_ENTITY, "nothing was compared");
    let look = [
        ("alert", alert.as_str()),
        ("outcome", "same-person"),
        ("compared", "photograph"),
        ("note", "Scar."),
    ];
    guard.post(&format!("{check}/hit"), &look).await.says(&["The shift lead has the second look."]);
    assert_eq!(guard.get("/alerts").await.status, StatusCode::NOT_FOUND, "a guard has no list of alerts");

    let mut lead = english(&room, "seitova").await;
    lead.get("/desk").await.says(&["Give the second look to a hit"]);
    let page = lead.get(&format!("/alerts/{alert}")).await;
    page.says(&["waits for the second look", "SADYROV TIMUR", "Second look: confirm and tell"]);
    let id = page.text.split("name=\"hit\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let told =
        lead.post(&format!("/alerts/{alert}/hit"), &[("hit", &id), ("do", "confirm"), ("reason", "")]).await;
    told.says(&["Confirmed. The issuer is told", "the issuer is told"]);
    room.post_and_work().await;
    let arrived = head.get("/alerts/OMS-2026-00001").await;
    arrived.says(&["SADYROV TIMUR", "photograph", "Mark as read"]);
    arrived.keeps_to_itself(&["Dosov"]);
    let ended = head.post("/alerts/OMS-2026-00001/withdraw", &[("withdraw_reason", "Found.")]).await;
    ended.says(&["The alert is withdrawn.", "Found."]);
    room.post_and_work().await;
    scan(&mut guard, ZONE).await.says(&["No alert fits this document."]);
}

#[tokio::test]
async fn a_wrong_person_is_released_gets_a_slip_and_is_known_on_both_sides() {
    let room = Room::new().await;
    issued(&room).await;
    let mut guard = english(&room, "dosov").await;
    let hit = scan(&mut guard, "SADYROV TIMUR, 12.04.1986, K77120045").await;
    hit.says(&["Hit: stop"]);
    let check = hit.at.split('?').next().unwrap().to_owned();
    let alert =
        hit.text.split("name=\"alert\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let wrong =
        guard.post(&format!("{check}/release"), &[("alert", &alert), ("why", ""), ("until", "x")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let free = [
        ("alert", alert.as_str()),
        ("why", "birth-place-differs"),
        ("until", "2027-11-23"),
        ("release_note", ""),
    ];
    let slip = guard.post(&format!("{check}/release"), &free).await;
    slip.says(&["Slip of release", "K77120045", "Place of birth differs", "23 Nov 2027"]);
    scan(&mut guard, "SADYROV TIMUR, 12.04.1986, K77120045")
        .await
        .says(&["Cleared before: let pass", "let pass"]);
    guard.get("/crossing/released").await.says(&["K77120045", "OMS-2026-00001"]);
    room.post_and_work().await;
    let mut other = english(&room, "rudin").await;
    let mut form =
        vec![("crossing", "isilkul"), ("lane", "1"), ("direction", "entering"), ("reason", "control")];
    form.push(("scan", "SADYROV TIMUR, 12.04.1986, K77120045"));
    other.post("/crossing/check", &form).await.says(&["Cleared before: let pass"]);
}

#[tokio::test]
async fn a_bus_list_names_the_lines_it_could_not_read_and_checks_the_others() {
    let room = Room::new().await;
    issued(&room).await;
    let mut guard = english(&room, "dosov").await;
    let list = format!("Orlikova Nina; 03.09.1971\nBekenov Ali; 31.02.1979\n{ZONE}\nWenzler Karl");
    let mut form = LANE.to_vec();
    form.push(("list", list.as_str()));
    let seen = guard.post("/crossing/bus", &form).await;
    seen.says(&["Line 2:", "3: 2 clear, 1 hit", "SADYROV TIMUR", "Orlikova Nina"]);
    let empty = guard.post("/crossing/bus", &LANE).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    let mut auditor = english(&room, "iskakova").await;
    let counts = auditor.get("/audit/checks").await;
    counts.says(&["Checks at crossings", "3 checks in the last seven days", "border control", "Karakoga"]);
    counts.keeps_to_itself(&["SADYROV", "N04417203"]);
}

#[tokio::test]
async fn what_is_no_document_is_said_in_words_and_others_stay_outside() {
    let room = Room::new().await;
    let mut guard = english(&room, "dosov").await;
    let bad = scan(&mut guard, "P<KAZSADYROV<<TIMUR<<<<<<<<<<<<").await;
    assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
    shows(&bad, &["cannot be read", "Error:", "KAZSADYROV"]);
    for user in ["sartai", "omarova", "zhanov", "iskakova", "admin-nkz"] {
        let mut person = english(&room, user).await;
        assert_eq!(person.get("/crossing").await.status, StatusCode::NOT_FOUND, "{user}");
    }
}

const CAR: [(&str, &str); 20] = [
    ("from", "RU/region/omsk"),
    ("to", "KZ/region/north-kazakhstan"),
    ("search_purpose", "thing"),
    ("action", "secure-and-inform"),
    ("opened_by", "Decision of 9 November 2026, no. 240"),
    ("case_number", "1-26-52-00840"),
    ("thing_kind", ""),
    ("thing_number", ""),
    ("thing_state", ""),
    ("thing_make", ""),
    ("thing_kind", "plate"),
    ("thing_number", "123 ABC 02"),
    ("thing_state", "kz"),
    ("thing_make", "Toyota; Camry"),
    ("thing_kind", "vin"),
    ("thing_number", "XTA210990Y2766389"),
    ("thing_state", ""),
    ("thing_make", ""),
    ("valid_until", "2027-01-31"),
    ("do", "submit"),
];

#[tokio::test]
async fn a_stolen_car_is_met_by_its_plate_on_a_line_of_its_own_and_a_near_one_is_compared() {
    let room = Room::new().await;
    let mut officer = english(&room, "veresov").await;
    let mut wrong = CAR.to_vec();
    wrong[10].1 = "";
    let again = officer.post("/alerts/new", &wrong).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    shows(&again, &["Enter for each thing its kind", "value=\"123 ABC 02\"", "XTA210990Y2766389"]);
    let written = officer.post("/alerts/new", &CAR).await;
    written.says(&["The alert is with the heads.", "Things searched for", "123 ABC 02, KZ, Toyota, Camry"]);
    written.keeps_to_itself(&["Person searched for"]);
    let number = written.at.split('?').next().unwrap().to_owned();
    english(&room, "gromova").await.post(&format!("{number}/approve"), &[]).await;
    room.post_and_work().await;
    let mut guard = english(&room, "dosov").await;
    let mut form = LANE.to_vec();
    form.extend([("scan", "Orlikova Nina, 03.09.1971"), ("things", "123ABC02")]);
    let hit = guard.post("/crossing/check", &form).await;
    hit.says(&[
        "Hit: stop",
        "keep the thing and its papers here",
        "Stolen, lost or invalid thing",
        "the numbers are the same",
        "123ABC02",
        "Plate",
        "Orlikova Nina",
        "2: 1 clear, 1 hit",
        "This is the thing searched for",
        "Not this thing: release",
    ]);
    hit.keeps_to_itself(&["This is the person searched for", "Place of birth differs"]);
    let near = scan(&mut guard, "124 ABC 02").await;
    near.says(&[
        "Near number: compare by eye",
        "the numbers differ in one sign",
        "compare the number by eye",
    ]);
    scan(&mut guard, "plate: 999 ZZZ 09").await.says(&["No alert names this number."]);
    guard.post("/settings", &[("lang", "ru"), ("back", "/help/keys")]).await;
    guard.get(&near.at).await.says(&["номера отличаются одним знаком", "сверить номер глазами"]);
}

#[tokio::test]
async fn evidence_is_said_in_the_language_of_the_reader() {
    let room = Room::new().await;
    issued(&room).await;
    let mut guard = english(&room, "dosov").await;
    let hit = scan(&mut guard, ZONE).await;
    hit.says(&["the dates of birth are the same", "sounds the same"]);
    for (lang, texts) in [
        ("ru", ["даты рождения совпадают", "звучит одинаково"]),
        ("kk", ["туған күндері бірдей", "айтылуы бірдей"]),
    ] {
        guard.post("/settings", &[("lang", lang), ("back", "/help/keys")]).await;
        let seen = guard.get(&hit.at).await;
        seen.says(&texts);
        seen.keeps_to_itself(&["sounds the same", "dates of birth"]);
    }
}

#[tokio::test]
async fn checks_made_without_network_are_handed_in_once_and_counted() {
    let room = Room::new().await;
    let mut guard = english(&room, "dosov").await;
    guard.get("/crossing/hand-in").await.says(&["Checks without network", "border control, without network"]);
    let now: jiff::Timestamp = "2026-11-23T08:14:00Z".parse().unwrap();
    let line = |n| serde_json::to_string(&Away::new(now, now, n, &[])).unwrap();
    let old = now.checked_sub(jiff::SignedDuration::from_hours(40 * 24)).unwrap();
    let old = serde_json::to_string(&Away::new(old, old, 1, &[])).unwrap();
    let file = [line(1), line(2), "SADYROV TIMUR".to_owned(), old].join("\n");
    let mut form = LANE.to_vec();
    form.push(("checks", file.as_str()));
    form[3].1 = "bridge closed, without network";
    let taken = guard.post("/crossing/hand-in", &form).await;
    taken.says(&["Checks taken: 2. Known already: 0.", "Line 3", "Line 4", "older than a month"]);
    guard.post("/crossing/hand-in", &form).await.says(&["Checks taken: 0. Known already: 2."]);
    // A long shift fits into one form.
    let shift = (1..=3_000).map(line).collect::<Vec<_>>().join("\n");
    form[4].1 = shift.as_str();
    guard.post("/crossing/hand-in", &form).await.says(&["Checks taken: 3000. Known already: 0."]);
    let mut auditor = english(&room, "iskakova").await;
    auditor.get("/audit/checks").await.says(&["bridge closed, without network"]);
    auditor.get("/audit").await.says(&["Checks without network handed in"]);
    form[4].1 = " ";
    let again = guard.post("/crossing/hand-in", &form).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    shows(&again, &["nothing to hand in"]);
}
