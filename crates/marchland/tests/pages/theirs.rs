//! Their side of a request, page by page: register, position, work, answer.

use axum::http::StatusCode;

use super::room::{Person, Room};

const ANSWER: [(&str, &str); 8] = [
    ("answer_text", "Автокөлік 19 қарашада Петропавлда тоқтатылды."),
    ("persons", "Серіков А. = Куә"),
    ("point_1_result", "found"),
    ("point_1_text", "The keeper is known."),
    ("point_2_result", "no-record"),
    ("handling", "H0"),
    ("source_eval", "A"),
    ("info_eval", "1"),
];

/// Pages of the Kazakh node are read in English here.
async fn person(room: &Room, user: &str) -> Person {
    let mut person = room.person(user).await;
    person.post("/settings", &[("lang", "en"), ("back", "/incoming")]).await;
    person
}

/// Registered and accepted; the address of its page and a detective who has opened it.
async fn accepted(room: &Room) -> (String, Person) {
    room.accepted().await;
    let page = "/incoming/NKZ-2026-00001".to_owned();
    let mut detective = person(room, "sartai").await;
    detective.get(&page).await.says(&["T 418 KO 55", "Write the answer"]);
    (page, detective)
}

#[tokio::test]
async fn a_registrar_gives_the_next_number_and_nothing_else() {
    let room = Room::new().await;
    room.sent().await;
    let id = room.over_there().await;
    let mut registrar = person(&room, "omarova").await;
    let list = registrar.get("/incoming").await;
    list.says(&["T 418 KO 55", "not registered", "To register 1", "Petropavl", &format!("/incoming/{id}")]);
    let page = format!("/incoming/{id}");
    let shown = registrar.get(&page).await;
    shown.says(&["It gets the next number", "May I?", "Who kept the car?", "18 ноября"]);
    shown.keeps_to_itself(&["/position\"", "/answer\"", "/decision\"", "Their number: NKZ"]);

    let registered = registrar.post(&format!("{page}/register"), &[]).await;
    assert_eq!(registered.at, "/incoming/NKZ-2026-00001?done=registered");
    registered.says(&["Registered. The asker is told the number", "own rule 9", "/decision\""]);
    let mut later = registrar.clone();
    room.post_and_work().await;
    let stages = later.get("/incoming/NKZ-2026-00001").await;
    let line =
        stages.text.split("class=\"stages").nth(1).and_then(|rest| rest.split("</ol>").next()).unwrap();
    let current = line.split("aria-current=\"step\"").nth(1).unwrap();
    assert!(
        current.split("</li>").next().unwrap().contains("Registered"),
        "a receipt of a letter is no answer"
    );
    registered.keeps_to_itself(&["/register\""]);
    let again = registrar.post(&format!("{page}/register"), &[]).await;
    again.is(StatusCode::UNPROCESSABLE_ENTITY, "already-registered");
    registrar.get("/incoming?view=register").await.says(&["Nothing has come in"]);
    registrar.get("/incoming?view=work&q=t%20418").await.says(&["NKZ-2026-00001"]);
    let denied = registrar.post(&format!("{page}/position"), &[("position", "accept")]).await;
    assert_eq!(denied.status, StatusCode::NOT_FOUND, "a registrar takes no position");
}

#[tokio::test]
async fn a_position_is_taken_on_coded_grounds_and_what_was_typed_stays() {
    let room = Room::new().await;
    room.sent().await;
    let id = room.over_there().await;
    person(&room, "omarova").await.post(&format!("/incoming/{id}/register"), &[]).await;
    let mut detective = person(&room, "sartai").await;
    let page = "/incoming/NKZ-2026-00001";
    detective.get(page).await.says(&["Accept in part", "Own law", "Human rights", "Ask to clarify"]);
    let post = format!("{page}/position");
    detective.post(&post, &[]).await.is(StatusCode::UNPROCESSABLE_ENTITY, "Fill in “Position”");
    let groundless = [("position", "refuse"), ("reason", "A reason in words"), ("question", "kept too")];
    let refused = detective.post(&post, &groundless).await;
    refused.is(StatusCode::UNPROCESSABLE_ENTITY, "Ground of refusal");
    for typed in ["A reason in words", "kept too", "value=\"refuse\" checked"] {
        assert!(refused.text.contains(typed), "{typed}");
    }
    let every_point =
        [("position", "partly"), ("ground", "own-law"), ("points_refused", "1"), ("points_refused", "2")];
    let all = detective.post(&post, &every_point).await;
    all.is(StatusCode::UNPROCESSABLE_ENTITY, "not all and not none");
    let invented = [("position", "refuse"), ("ground", "no-such-ground")];
    detective.post(&post, &invented).await.is(StatusCode::UNPROCESSABLE_ENTITY, "choose from the list");

    let asked = [("position", "clarify"), ("question", "Which of the two cameras?")];
    detective.post(&post, &asked).await.says(&[
        "The question is on its way",
        "Which of the two cameras?",
        "Paused",
    ]);
    let partly =
        [("position", "partly"), ("ground", "own-law"), ("points_refused", "2"), ("reason", "Not ours")];
    let open = detective.post(&post, &partly).await;
    open.is(StatusCode::UNPROCESSABLE_ENTITY, "question-open");
}

#[tokio::test]
async fn a_refused_point_is_answered_already() {
    let room = Room::new().await;
    room.sent().await;
    let id = room.over_there().await;
    person(&room, "omarova").await.post(&format!("/incoming/{id}/register"), &[]).await;
    let mut detective = person(&room, "sartai").await;
    let page = "/incoming/NKZ-2026-00001";
    detective.get(page).await;
    let partly =
        [("position", "partly"), ("ground", "own-law"), ("ground", "human-rights"), ("points_refused", "2")];
    let taken = detective.post(&format!("{page}/position"), &partly).await;
    taken
        .says(&["The position is signed", "Accepted in part", "point_1_result"])
        .keeps_to_itself(&["point_2_result"]);
    let answer = [
        ("answer_text", "Stopped in Petropavl."),
        ("point_1_result", "no-record"),
        ("handling", "H0"),
        ("source_eval", "A"),
        ("info_eval", "1"),
        ("do", "submit"),
    ];
    detective.post(&format!("{page}/answer"), &answer).await.says(&[
        "with the head",
        "1 of 2 points refused",
        "Own law",
    ]);
}

#[tokio::test]
async fn work_is_given_finished_by_its_holder_or_dropped() {
    let room = Room::new().await;
    let (page, mut detective) = accepted(&room).await;
    let sartai = room.official("sartai").await.id;
    let (give, end) = (format!("{page}/task"), format!("{page}/task-done"));
    let late = detective.post(&give, &[("task", "Ask the register"), ("due", "2020-01-01")]).await;
    late.is(StatusCode::UNPROCESSABLE_ENTITY, "a day that has not passed");
    assert!(late.text.contains("Ask the register") && late.text.contains("For whom"), "kept and named");
    let stranger = [("task", "Ask"), ("assignee", "nobody")];
    detective.post(&give, &stranger).await.is(StatusCode::UNPROCESSABLE_ENTITY, "For whom");
    let nothing = [("task", " "), ("assignee", sartai.as_str())];
    detective.post(&give, &nothing).await.is(StatusCode::UNPROCESSABLE_ENTITY, "New task");

    let work = [("task", "Ask the register"), ("assignee", sartai.as_str()), ("due", "2026-11-25")];
    let given = detective.post(&give, &work).await;
    given.says(&["Task given", "Ask the register", "Wed 23:59", "In work"]);
    let id =
        given.text.split("name=\"work\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let silent = detective.post(&end, &[("work", id), ("do", "finish"), ("outcome", "")]).await;
    silent.is(StatusCode::UNPROCESSABLE_ENTITY, "Outcome");
    let done = [("work", id), ("do", "finish"), ("outcome", "One keeper")];
    detective.post(&end, &done).await.says(&["Task done", "One keeper"]).keeps_to_itself(&["name=\"work\""]);
    let again = detective.post(&end, &done).await;
    again.is(StatusCode::UNPROCESSABLE_ENTITY, "task-unknown");

    let second = detective.post(&give, &[("task", "Ask twice"), ("assignee", sartai.as_str())]).await;
    let id =
        second.text.split("name=\"work\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    detective
        .post(&end, &[("work", id), ("do", "drop")])
        .await
        .says(&["The task was dropped", "Task dropped"]);
}

#[tokio::test]
async fn an_answer_is_kept_as_typed_signed_by_another_and_proved() {
    let room = Room::new().await;
    let (page, mut detective) = accepted(&room).await;
    let write = format!("{page}/answer");
    let half = [("answer_text", "Half a word"), ("persons", "Серіков А. = Куә"), ("do", "save")];
    let saved = detective.post(&write, &half).await;
    saved.says(&["saved as a draft", "Half a word", "Серіков А. = Witness"]);
    let wrong = [("answer_text", "Half a word"), ("persons", "nobody knows"), ("do", "submit")];
    let refused = detective.post(&write, &wrong).await;
    refused.is(StatusCode::UNPROCESSABLE_ENTITY, "name = role");
    refused.is(StatusCode::UNPROCESSABLE_ENTITY, "<title>Error:");
    refused.is(StatusCode::UNPROCESSABLE_ENTITY, "Fill in “2. Result”");
    assert!(refused.text.contains("Half a word") && refused.text.contains("nobody knows"), "nothing is lost");
    assert!(
        refused.text.contains(&format!("name=\"back\" value=\"{page}\"")),
        "a switch of language leads to a page"
    );

    let mut complete = ANSWER.to_vec();
    complete.push(("do", "submit"));
    let submitted = detective.post(&write, &complete).await;
    submitted.says(&["with the head", "тоқтатылды", "Data found"]).keeps_to_itself(&["/answer-approve\""]);
    let own = detective.post(&format!("{page}/answer-approve"), &[("do", "approve")]).await;
    assert_eq!(own.status, StatusCode::NOT_FOUND, "an officer signs no answer");

    let mut head = person(&room, "bekova").await;
    head.get("/approvals").await.says(&["T 418 KO 55", "NKZ-2026-00001"]);
    head.get(&page).await.says(&["Approve the answer", "The keeper is known."]);
    let sign = format!("{page}/answer-approve");
    let silent = head.post(&sign, &[("do", "return"), ("reason", "")]).await;
    silent.is(StatusCode::UNPROCESSABLE_ENTITY, "Fill in “Reason”");
    head.post(&sign, &[("do", "return"), ("reason", "Name the register")])
        .await
        .says(&["returned to its author"]);
    detective.get(&page).await.says(&["The answer was returned:", "Name the register"]);
    detective.post(&write, &complete).await.says(&["with the head"]);
    head.get(&page).await;
    head.post(&sign, &[("do", "approve")]).await.says(&["The answer is signed", "Answer approved"]);
    room.post_and_work().await;

    detective.get(&page).await.says(&["Answered", "Close"]);
    let file = detective.get(&format!("{page}/evidence")).await;
    assert_eq!(file.status, StatusCode::NOT_FOUND, "an officer takes no evidence of their case");
    let file = head.get(&format!("{page}/evidence")).await;
    assert_eq!((file.status, file.bytes.is_empty()), (StatusCode::OK, false));
    assert_eq!(file.named, "attachment; filename=\"NKZ-2026-00001.mrl-evidence\"");
    detective.post(&format!("{page}/close"), &[]).await.says(&["Closed."]);
    let ended = detective.post(&format!("{page}/close"), &[]).await;
    ended.is(StatusCode::UNPROCESSABLE_ENTITY, "closed");
}

#[tokio::test]
async fn a_correction_is_looked_at() {
    use marchland::acts::ours;
    let room = Room::new().await;
    let number = room.sent().await;
    let id = room.over_there().await;
    let (author, head) = (room.official("talnikova").await, room.official("gromova").await);
    let row = room.ru.store.matter(&number).await.unwrap().unwrap();
    let marchland::acts::open::Case::Ours(request) = marchland::acts::open::case(&row).unwrap() else {
        panic!("ours")
    };
    let mut typed = marchland_casework::DraftFields::spelling(request.content().unwrap());
    typed.set(marchland_casework::Field::WhyHeld, "Crossed at Karakoga at 21:14");
    ours::propose_correction(&room.ru, &author, &number, typed).await.unwrap();
    ours::approve(&room.ru, &head, &number).await.unwrap();
    room.post_and_work().await;

    person(&room, "omarova").await.post(&format!("/incoming/{id}/register"), &[]).await;
    let mut detective = person(&room, "sartai").await;
    let page = "/incoming/NKZ-2026-00001";
    let shown = detective.get(page).await;
    shown.says(&[
        "They corrected the request: version 2",
        "Version 2 changed: Why do they hold it?",
        "21:14",
    ]);
    let seen = detective.post(&format!("{page}/correction-seen"), &[("version", "2")]).await;
    seen.says(&["Noted that the correction was looked at"]).keeps_to_itself(&["/correction-seen\""]);
    let none = detective.post(&format!("{page}/correction-seen"), &[("version", "7")]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
}
