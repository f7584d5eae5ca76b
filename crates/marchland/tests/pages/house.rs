//! The law, registers, audit and administration of the house, and decisions replayed.

use axum::http::StatusCode;
use marchland::acts::confirm;

use super::room::Room;

const BORDER_1998: &str = "/instruments/ru-kz-mvd-border-1998";

#[tokio::test]
async fn the_instruments_say_how_they_stand_and_how_well_they_are_known() {
    let room = Room::new().await;
    let mut officer = room.person("talnikova").await;
    officer.get("/instruments").await.says(&[
        "RU-KZ border regions agreement 1998",
        "never a basis",
        "RU-KZ",
    ]);
    let pair = officer.get("/instruments?party=RU-KZ").await;
    pair.says(&["Chisinau", "displaced", "28 Jun 2023"])
        .keeps_to_itself(&["/instruments/ch-de-police-treaty-2022"]);
    officer
        .get("/instruments?q=CHISINAU")
        .await
        .says(&["Chisinau"])
        .keeps_to_itself(&["ru-kz-mvd-border-1998"]);
    officer.get("/instruments?party=%3Cscript%3E&q=%3Cscript%3E").await.keeps_to_itself(&["<script>"]);

    let one = officer.get(BORDER_1998).await;
    one.says(&["Articles 1-16", "rukz98-regional", "permits", "Our paraphrase, not the text", "in force"]);
    one.says(&["Legal adviser", "Confirmed use"]).keeps_to_itself(&[
        "/confirm\"",
        "/revoke\"",
        "href=\"not published",
    ]);
    officer.get("/instruments/cis-chisinau-convention-2002").await.says(&[
        "Supersedes",
        "Minsk",
        "Deposited",
    ]);
    assert_eq!(officer.get("/instruments/no-such-treaty").await.status, StatusCode::NOT_FOUND);
    let denied = officer.post(&format!("{BORDER_1998}/confirm"), &[("reason", "because")]).await;
    assert_eq!(denied.status, StatusCode::NOT_FOUND, "only a legal adviser confirms");
}

#[tokio::test]
async fn every_instrument_can_be_shown_in_every_language() {
    let room = Room::new().await;
    let mut officer = room.person("talnikova").await;
    for lang in ["ru", "kk", "en"] {
        officer
            .post("/settings", &[("lang", lang), ("back", "/instruments")])
            .await
            .says(&[&format!("lang=\"{lang}\"")]);
        for instrument in room.ru.law.framework.instruments() {
            officer.get(&format!("/instruments/{}", instrument.id)).await.says(&["</main>"]);
        }
    }
}

#[tokio::test]
async fn the_legal_adviser_confirms_and_revokes_and_decisions_of_their_day_keep_it() {
    let room = Room::new().await;
    let number = room.sent().await;
    room.ru.clock.advance(std::time::Duration::from_secs(600));
    let mut adviser = room.person("zorin").await;
    adviser.post("/settings", &[("lang", "en"), ("back", "/instruments")]).await;
    let page = adviser.get(BORDER_1998).await;
    page.says(&["Confirm the use by my body", "stands"]);
    let id = page
        .text
        .split("name=\"confirmation\" value=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .unwrap();
    let silent = adviser.post(&format!("{BORDER_1998}/confirm"), &[("reason", "  ")]).await;
    silent.is(StatusCode::UNPROCESSABLE_ENTITY, "Fill in “Reason”");
    let revoke = [("confirmation", id), ("reason", "The text was read and says less")];
    let revoked = adviser.post(&format!("{BORDER_1998}/revoke"), &revoke).await;
    revoked.says(&["Revoked from today", "revoked 23 Nov 2026"]);
    let again = adviser.post(&format!("{BORDER_1998}/revoke"), &revoke).await;
    assert_eq!(again.status, StatusCode::NOT_FOUND);

    // The request was signed ten minutes before; its decision stands, and the same question today is answered otherwise.
    let mut officer = room.person("talnikova").await;
    let replay = officer.get(&format!("/requests/{number}/decision")).await;
    replay.says(&["identical", "The answer would differ today", "Ask a lawyer", "23 Nov 2026"]);
    replay.keeps_to_itself(&["The replay differs"]);
    adviser.get(BORDER_1998).await;
    let given =
        adviser.post(&format!("{BORDER_1998}/confirm"), &[("reason", "Read in the ministry's copy")]).await;
    given.says(&["Confirmed from today", "ministry&#39;s copy"]);
    officer.get(&format!("/requests/{number}/decision")).await.says(&["identical"]);
}

#[tokio::test]
async fn a_decision_of_either_side_is_replayed_word_for_word() {
    let room = Room::new().await;
    room.answered().await;
    let mut detective = room.person("sartai").await;
    detective.post("/settings", &[("lang", "en"), ("back", "/incoming")]).await;
    // Nothing is open on this desk any more, so it asks why.
    let page = "/incoming/NKZ-2026-00001";
    let asked = detective.get(&format!("{page}/decision")).await;
    assert!(asked.text.contains(&format!("{page}/reason")), "{}", asked.text);
    detective.post(&format!("{page}/reason"), &[("reason", "Writing the report")]).await;
    let replay = detective.get(&format!("{page}/decision")).await;
    replay.says(&["Decisions of this case", "Registered", "identical", "The answer is the same"]);
    for part in replay.text.split("/decision?of=").skip(1) {
        let id = part.split('"').next().unwrap();
        detective.get(&format!("{page}/decision?of={id}")).await.says(&["identical"]);
    }
    room.kz.clock.advance(std::time::Duration::from_secs(600));
    confirm::confirm(&room.kz, &room.official("zhanov").await, "ru-kz-mvd-border-1998", "read since")
        .await
        .unwrap();
    detective.get(&format!("{page}/decision")).await.says(&["identical"]);
    let mut auditor = room.person("shuvalova").await;
    assert_eq!(auditor.get("/requests/OMS-2026-00001/decision").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn mandates_and_counterparts_are_what_the_signed_records_hold() {
    let room = Room::new().await;
    let mut officer = room.person("talnikova").await;
    officer.get("/mandates").await.says(&["approve requests", "Col. ", "valid", "KZ", "RU/region/omsk"]);
    officer.get("/contacts").await.says(&["North Kazakhstan Region Police Department", "Regional", "13:20"]);
    room.ru.clock.advance(std::time::Duration::from_secs(200 * 24 * 3600));
    let mut officer = room.person("talnikova").await;
    officer.get("/mandates").await.says(&["ended"]).keeps_to_itself(&[">valid<"]);
}

#[tokio::test]
async fn the_auditor_finds_who_read_what_and_why() {
    let room = Room::new().await;
    let number = room.sent().await;
    let mut colleague = room.person("veresov").await;
    colleague.get(&format!("/requests/{number}")).await;
    colleague.post(&format!("/requests/{number}/reason"), &[("reason", "On duty, the author is away")]).await;
    let mut auditor = room.person("shuvalova").await;
    auditor.get("/audit").await.says(&[
        "On duty, the author is away",
        "Case opened",
        &number,
        "veresov",
        "leaves",
    ]);
    let reads = auditor.get(&format!("/audit?kind=read&who=veresov&case={number}")).await;
    reads.says(&["On duty"]).keeps_to_itself(&["Approved and signed", "talnikova"]);
    auditor
        .get("/audit?kind=write")
        .await
        .says(&["Approved and signed"])
        .keeps_to_itself(&["On duty, the author"]);
    auditor.get("/audit?from=2026-11-24").await.says(&["Nothing matches"]);
    auditor.get("/audit?until=2026-11-23&page=99").await.says(&["On duty"]);
    auditor.get("/audit").await.keeps_to_itself(&["T 418 KO 55"]);
    assert_eq!(room.person("gromova").await.get("/audit").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_administrator_sees_the_node_and_tries_a_neighbour_again() {
    let room = Room::new().await;
    let mut admin = room.person("admin-oms").await;
    let page = admin.get("/admin").await;
    page.says(&["talnikova", "Petropavl", "in order", "ru-oms", "Workbench", "Try now"]);
    admin.post("/admin/retry", &[("neighbour", "kz-nkz")]).await.says(&["The next attempt is made now"]);
    let none = admin.post("/admin/retry", &[("neighbour", "nobody")]).await;
    assert_eq!(none.status, StatusCode::NOT_FOUND);
    admin.get("/help/keys").await.says(&["<kbd>Ctrl</kbd>"]);
    let off = admin.post("/settings", &[("keys", "off"), ("back", "/help/keys")]).await;
    off.says(&["Switch letter keys on"]);
    let elsewhere = admin.post("/settings", &[("theme", "dark"), ("back", "//example.org")]).await;
    assert_eq!(elsewhere.status, StatusCode::OK);
    assert!(elsewhere.at.starts_with("/desk"), "{}", elsewhere.at);
    assert_eq!(room.person("gromova").await.get("/admin").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn language_and_light_are_kept_before_and_after_signing_in() {
    let room = Room::new().await;
    let mut stranger = room.stranger();
    stranger.get("/sign-in").await;
    stranger.post("/settings", &[("lang", "kk"), ("back", "/sign-in")]).await.says(&["lang=\"kk\""]);
    let mut officer = room.person("talnikova").await;
    officer.get("/desk").await;
    officer
        .post("/settings", &[("lang", "ru"), ("back", "/instruments")])
        .await
        .says(&["lang=\"ru\"", "действует"]);
    officer.get("/contacts").await.says(&["Департамент полиции"]);
    let stolen = officer.post_as_a_stranger_would("/settings", "lang=kk&csrf=0&back=/desk").await;
    assert_eq!(stolen.status, StatusCode::FORBIDDEN);
    officer.get("/contacts").await.says(&["lang=\"ru\""]);
}
