//! Who may not, what is too old, and what is not there: said without telling more than that.

use axum::http::StatusCode;

use super::room::{Room, request, with};

#[tokio::test]
async fn the_door_opens_with_the_right_password_and_leads_only_inside() {
    let room = Room::new().await;
    let mut stranger = room.stranger();
    let door = stranger.get("/requests?side=sent").await;
    door.says(&["Sign in", "Invented people", "talnikova"]);
    assert_eq!(door.at, "/sign-in?next=%2Frequests%3Fside%3Dsent");
    let wrong = stranger.post("/sign-in", &[("user", "talnikova"), ("password", "wrong")]).await;
    wrong.is(StatusCode::UNAUTHORIZED, "The name or the password is not right");
    let nobody = stranger.post("/sign-in", &[("user", "nobody"), ("password", "wrong")]).await;
    nobody.is(StatusCode::UNAUTHORIZED, "The name or the password is not right");
    let fields = [("user", "talnikova"), ("password", "marchland"), ("next", "https://example.org/")];
    assert_eq!(stranger.post("/sign-in", &fields).await.at, "/desk");
    assert_eq!(stranger.post("/sign-out", &[]).await.at, "/sign-in");
    assert_eq!(stranger.get("/desk").await.at, "/sign-in?next=%2Fdesk");
}

#[tokio::test]
async fn five_wrong_passwords_lock_the_account_for_a_while() {
    let room = Room::new().await;
    let mut stranger = room.stranger();
    for _ in 0..5 {
        stranger.post("/sign-in", &[("user", "talnikova"), ("password", "wrong")]).await;
    }
    let locked = stranger.post("/sign-in", &[("user", "talnikova"), ("password", "marchland")]).await;
    locked.is(StatusCode::UNAUTHORIZED, "Too many wrong passwords");
    room.ru.clock.advance(std::time::Duration::from_secs(301));
    assert_eq!(
        stranger.post("/sign-in", &[("user", "talnikova"), ("password", "marchland")]).await.at,
        "/desk"
    );
}

#[tokio::test]
async fn a_colleague_says_why_before_reading_and_others_find_nothing() {
    let room = Room::new().await;
    let number = room.sent().await;
    let page = format!("/requests/{number}");
    let mut colleague = room.person("veresov").await;
    let asked = colleague.get(&page).await;
    assert!(asked.text.contains(&format!("action=\"{page}/reason\"")), "{}", asked.text);
    asked.keeps_to_itself(&["T 418 KO 55", "Исилькуле 18 ноября"]);
    let silent = colleague.post(&format!("{page}/reason"), &[("reason", "  ")]).await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    silent.keeps_to_itself(&["T 418 KO 55"]);
    colleague.post(&format!("{page}/reason"), &[("reason", "Дежурю")]).await.says(&["Исилькуле 18 ноября"]);
    colleague.get(&page).await.says(&["T 418 KO 55"]).keeps_to_itself(&[
        "/recall\"",
        "/edit\"",
        "/evaluate\"",
    ]);

    for (user, path) in [
        ("shuvalova", page.as_str()),
        ("zorin", &page),
        ("admin-oms", "/requests"),
        ("veresov", "/approvals"),
        ("talnikova", "/requests/OMS-2026-09999"),
    ] {
        let seen = room.person(user).await.get(path).await;
        assert_eq!(seen.status, StatusCode::NOT_FOUND, "{user} {path}");
        seen.keeps_to_itself(&["T 418 KO 55"]);
    }
    let mut nobody = room.stranger();
    assert_eq!(nobody.get("/no/such/page").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_form_without_the_token_of_the_session_does_nothing() {
    let room = Room::new().await;
    let number = room.submitted().await;
    let mut head = room.person("gromova").await;
    for body in ["do=approve", "csrf=0000&do=approve"] {
        let refused = head.post_as_a_stranger_would(&format!("/approvals/{number}"), body).await;
        refused.is(StatusCode::FORBIDDEN, "The page was open too long");
    }
    head.get("/approvals").await.says(&[&number]);
}

#[tokio::test]
async fn nobody_signs_what_they_wrote_and_nothing_unlawful_is_signed() {
    let room = Room::new().await;
    let mut head = room.person("gromova").await;
    head.get("/requests/new").await;
    let own = head.post("/requests/new", &with(request(), &[("on_behalf_of", ""), ("do", "submit")])).await;
    let page = format!("/approvals/{}", own.number());
    head.get(&page).await.says(&["You cannot sign this", "Nobody approves their own work"]);
    assert_eq!(head.post(&page, &[("do", "approve")]).await.status, StatusCode::NOT_FOUND);

    let mut officer = room.person("talnikova").await;
    officer.get("/requests/new").await;
    let district =
        with(request(), &[("from", "RU/district/isilkul"), ("on_behalf_of", ""), ("do", "submit")]);
    let number = officer.post("/requests/new", &district).await.number();
    let refused = head.post(&format!("/approvals/{number}"), &[("do", "approve")]).await;
    assert!(refused.status.is_client_error(), "{}", refused.text);
    officer.get(&format!("/requests/{number}")).await.says(&["Not permitted", "To approve"]);
}

#[tokio::test]
async fn two_windows_on_one_draft_do_not_overwrite_each_other() {
    let room = Room::new().await;
    let mut officer = room.person("talnikova").await;
    officer.get("/requests/new").await;
    let saved = officer.post("/requests/new", &with(request(), &[("do", "save")])).await;
    saved.says(&["name=\"version\" value=\"1\""]);
    let draft: &'static str = saved.number().leak();
    let edit = |facts: &'static str| {
        with(request(), &[("draft", draft), ("version", "1"), ("facts", facts), ("do", "save")])
    };
    officer.post("/requests/new", &edit("from the first window")).await.says(&["from the first window"]);
    officer
        .post("/requests/new", &edit("from the second window"))
        .await
        .is(StatusCode::CONFLICT, "changed-meanwhile");
    officer.get(&format!("/requests/new?draft={draft}")).await.says(&["from the first window"]);
}
