//! Our side of a request, page by page.

use axum::http::StatusCode;
use marchland_wire::verify::{Status, Trust, verify};

use super::room::{Room, request, with};

#[tokio::test]
async fn the_law_is_beside_the_form_and_the_lawful_route_is_one_press_away() {
    let room = Room::new().await;
    let mut officer = room.person("talnikova").await;
    officer.get("/requests/new").await.says(&["May I?", "Say to whom you write"]);
    let district = with(request(), &[("from", "RU/district/isilkul"), ("on_behalf_of", "")]);

    let panel = officer.post("/requests/new/decision", &district).await;
    panel.says(&[
        "data-law",
        "Not permitted from your level",
        "Nearest lawful route",
        "Use this route",
        "Legal adviser",
    ]);
    assert!(!panel.text.contains("<html"), "a fragment, not a page");
    officer
        .post("/requests/new", &with(district.clone(), &[("do", "ask")]))
        .await
        .says(&["T 418 KO 55", "Not permitted"]);

    let routed = officer.post("/requests/new", &with(district, &[("do", "route")])).await;
    routed.says(&[
        "for Isilkul",
        "T 418 KO 55",
        "ermitted on",
        "holds a valid mandate today",
        "No limit in the text read",
    ]);
    routed.keeps_to_itself(&["Not permitted"]);
    assert!(routed.at.starts_with("/requests/new?draft=OMS-2026-00001"), "{}", routed.at);
    officer.get("/requests?side=drafts").await.says(&["OMS-2026-00001", "T 418 KO 55"]);
}

#[tokio::test]
async fn a_refused_form_comes_back_as_typed_and_says_what_to_mend() {
    let room = Room::new().await;
    let mut officer = room.person("talnikova").await;
    officer.get("/requests/new").await;
    let incomplete = with(request(), &[("case_number", ""), ("oral_at", "yesterday"), ("do", "submit")]);
    let refused = officer.post("/requests/new", &incomplete).await;
    refused.is(StatusCode::UNPROCESSABLE_ENTITY, "<title>Error:");
    for said in
        ["Fill in “Case number”", "yesterday", "Who drove it until 20 November?", "value=\"OMS-2026-00001\""]
    {
        assert!(refused.text.contains(said), "{said}");
    }
    let mended = with(request(), &[("draft", "OMS-2026-00001"), ("do", "submit")]);
    let submitted = officer.post("/requests/new", &mended).await;
    submitted.says(&["With the head for approval", "To approve", "Об угоне автомобиля"]);
    assert_eq!(submitted.number(), "OMS-2026-00001", "the draft was mended, not doubled");
}

#[tokio::test]
async fn a_head_sees_what_is_signed_and_returns_or_signs_it() {
    let room = Room::new().await;
    let number = room.submitted().await;
    let mut head = room.person("gromova").await;
    head.get("/desk").await.says(&["Approve a request", "T 418 KO 55"]);
    head.get("/approvals").await.says(&[&number, "T 418 KO 55"]);
    let page = format!("/approvals/{number}");
    head.get(&page).await.says(&["May I?", "Sign and send", "Duty officer, Isilkul", "Who kept the car?"]);
    let silent = head.post(&page, &[("do", "return"), ("reason", " ")]).await;
    silent.is(StatusCode::UNPROCESSABLE_ENTITY, "Reason");
    head.post(&page, &[("do", "return"), ("reason", "Name the crossing")])
        .await
        .says(&["Returned to its author"]);

    let mut officer = room.person("talnikova").await;
    officer.get("/desk").await.says(&["Mend and submit again"]);
    officer
        .get(&format!("/requests/new?draft={number}"))
        .await
        .says(&["Returned by the head", "Name the crossing"]);
    officer.post(&format!("/requests/{number}/submit"), &[]).await.says(&["With the head"]);
    head.post(&page, &[("do", "approve")]).await.says(&["Signed and sealed"]);
    let again = head.post(&page, &[("do", "approve")]).await;
    again.is(StatusCode::UNPROCESSABLE_ENTITY, "already-approved");
    assert!(!again.text.contains("T 418 KO 55"), "an error page carries nothing of the case");
}

#[tokio::test]
async fn an_answer_is_sealed_until_opened_then_evaluated_closed_and_proved() {
    let room = Room::new().await;
    let number = room.answered().await;
    let mut officer = room.person("talnikova").await;
    officer.get("/desk").await.says(&["Open an answer", "Answers not yet read"]);
    let page = format!("/requests/{number}");
    let sealed = officer.get(&page).await;
    sealed.says(&["The answer is sealed", "Their number: NKZ-2026-00001", "leaf "]);
    sealed.keeps_to_itself(&["тоқтатылды", "The keeper is known"]);
    let read = officer.post(&format!("{page}/read"), &[]).await;
    read.says(&[
        "тоқтатылды",
        "The keeper is known",
        "lang=\"kk\"",
        "Data found",
        "No record held",
        "Was it of use?",
    ]);

    let unsure = officer.post(&format!("{page}/evaluate"), &[("useful", "yes"), ("comment", "Quick")]).await;
    unsure.is(StatusCode::UNPROCESSABLE_ENTITY, "Quick");
    let marks = [("useful", "yes"), ("in_time", "yes"), ("score", "5"), ("comment", "Quick")];
    officer.post(&format!("{page}/evaluate"), &marks).await.says(&["The evaluation is kept"]);
    officer.post(&format!("{page}/close"), &[]).await.says(&["Closed."]);

    let file = officer.get(&format!("{page}/evidence")).await;
    assert_eq!(file.status, StatusCode::OK);
    assert_eq!(file.named, format!("attachment; filename=\"{number}.mrl-evidence\""));
    let roots = [&room.ru.links.own, &room.ru.links.all().next().unwrap().record];
    let trust = Trust::Fingerprints(roots.iter().map(|node| node.record.root).collect());
    let discloses = |bytes: &[u8]| {
        let report = verify(bytes, &trust).unwrap();
        assert!(report.proved());
        report.findings.iter().any(|found| found.what == "content" && found.status == Status::Proved)
    };
    assert!(!discloses(&file.bytes), "without content unless it was asked for");
    let with_content = officer.get(&format!("{page}/evidence?content=yes")).await;
    assert!(discloses(&with_content.bytes));
}

#[tokio::test]
async fn withdrawing_and_recalling_are_asked_once_more_with_a_reason() {
    let room = Room::new().await;
    let number = room.submitted().await;
    let mut officer = room.person("talnikova").await;
    officer.get("/desk").await;
    let withdraw = format!("/requests/{number}/withdraw");
    officer.post(&withdraw, &[]).await.says(&["This cannot be undone", "Withdraw request"]);
    let silent = officer.post(&withdraw, &[("confirmed", "yes"), ("reason", "")]).await;
    silent.is(StatusCode::UNPROCESSABLE_ENTITY, "Reason");
    officer
        .post(&withdraw, &[("confirmed", "yes"), ("reason", "Found")])
        .await
        .says(&["Withdrawn. Nothing was sent", "Found"]);

    let number = room.sent().await;
    let recall = format!("/requests/{number}/recall");
    officer.post(&recall, &[]).await.says(&["stops its work"]);
    officer
        .post(&recall, &[("confirmed", "yes"), ("reason", "Found")])
        .await
        .says(&["Recalled. The other side is told"]);
    officer.get(&format!("/requests/{number}")).await.keeps_to_itself(&[
        "/recall\"",
        "/correct\"",
        "/remind\"",
    ]);
}

#[tokio::test]
async fn a_sent_request_is_reminded_of_corrected_and_clarified() {
    use marchland::acts::theirs;
    let room = Room::new().await;
    let number = room.sent().await;
    let mut officer = room.person("talnikova").await;
    let page = format!("/requests/{number}");
    officer.get(&page).await.says(&["Delivered", "Remind"]);
    officer.post(&format!("{page}/remind"), &[("reminder", "")]).await.says(&["Reminder sent"]);

    officer.post(&format!("{page}/correct"), &[]).await.says(&["Correct request", "T 418 KO 55"]);
    let nothing = officer.post(&format!("{page}/correct"), &request()).await;
    nothing.is(StatusCode::UNPROCESSABLE_ENTITY, "changes nothing");
    let other = with(request(), &[("why_held", "Crossed at Karakoga at 21:14")]);
    officer
        .post(&format!("{page}/correct"), &other)
        .await
        .says(&["waits for approval", "Why do they hold it?"]);
    officer.post(&format!("{page}/drop-correction"), &[]).await.says(&["The correction was dropped"]);
    officer.post(&format!("{page}/correct"), &other).await.says(&["with the head"]);
    let mut head = room.person("gromova").await;
    head.get("/approvals").await.says(&[&number]);
    head.get(&format!("/approvals/{number}")).await.says(&["Crossed at Karakoga", "A correction waits"]);
    head.post(&format!("/approvals/{number}"), &[("do", "approve")]).await.says(&["Signed and sealed"]);
    room.post_and_work().await;
    officer.get(&page).await.says(&["version 2", "Crossed at Karakoga"]);

    let id = room.over_there().await;
    theirs::register(&room.kz, &room.official("omarova").await, &id).await.unwrap();
    let sartai = room.official("sartai").await;
    theirs::ask_clarification(&room.kz, &sartai, &id, "Which of the two cameras?").await.unwrap();
    room.post_and_work().await;
    officer.get(&page).await.says(&["They ask to clarify", "Which of the two cameras?"]);
    let silent = officer.post(&format!("{page}/clarify"), &[("clarification", "")]).await;
    silent.is(StatusCode::UNPROCESSABLE_ENTITY, "clarification");
    officer
        .post(&format!("{page}/clarify"), &[("clarification", "The southern one")])
        .await
        .says(&["Clarification sent", "The southern one"]);
}
