//! The law as a whole on the pages of a founded node: gap map, findings, timeline, what-if, comparison, report.

use axum::http::StatusCode;

use crate::room::Room;
use crate::sound;

/// Every law page is sound HTML in every language.
#[tokio::test]
async fn law_pages_are_sound_in_every_language() {
    let room = Room::new().await;
    let mut adviser = room.person("talnikova").await;
    for lang in ["en", "ru", "kk"] {
        adviser.get("/framework").await;
        adviser.post("/settings", &[("lang", lang), ("back", "/framework")]).await;
        for page in [
            "/framework",
            "/framework?view=list&reform=draft-district-bodies&cell=operational-request.KZ.district",
            "/framework?on=1850-01-01",
            "/framework?on=2999-12-31&compare=none",
            "/framework/gaps?pair=RU-KZ",
            "/framework/timeline",
            "/framework/what-if?reform=draft-district-bodies",
            "/framework/ask?form=operational-request&from=RU.district&to=KZ.district",
            "/instruments/compare?left=RU-KZ&right=CH-FR",
            "/instruments/cis-chisinau-convention-2002",
            "/instruments/coe-mla-1959",
        ] {
            let seen = adviser.get(page).await;
            seen.says(&[&format!("lang=\"{lang}\"")]);
            let faults = sound::faults(&seen.text);
            assert!(faults.is_empty(), "{page} in {lang}: {}", faults.join("\n"));
        }
    }
}

#[tokio::test]
async fn the_address_of_the_map_is_its_whole_state() {
    let room = Room::new().await;
    let mut officer = room.person("talnikova").await;
    let map = officer.get("/framework?on=2026-11-23").await;
    map.says(&[
        "Kazakhstan",
        "Belarus",
        "Mongolia",
        "to compare",
        "Not this level",
        "No basis",
        "Draft 2: district bodies",
    ]);
    map.keeps_to_itself(&["changed by the drafts", "data-cell-panel"]);
    let cell = "/framework?on=2026-11-23&reform=draft-district-bodies&cell=operational-request.KZ.district";
    let reformed = officer.get(cell).await;
    reformed.says(&[
        "cells changed by the drafts",
        "Today: Not this level",
        "With the drafts: Regulated",
        "Draft 2: district bodies",
        "Provisions looked at",
        "The regional body gets a copy",
        "checked",
    ]);
    // Tick boxes send the name several times.
    let twice = officer.get("/framework?reform=draft-district-bodies&reform=draft-translators").await;
    twice.says(&["Draft 2: district bodies, Draft 7"]);
    let before = officer.get("/framework?on=1990-01-01").await;
    before.says(&["The law known here between these states begins on"]);
    officer.get("/framework?on=2999-01-01").await.says(&["This day is in the future"]);
    let neighbours = officer.get("/framework?with=BY,AM&compare=CH-FR").await;
    neighbours.says(&["Belarus", "Armenia", "CH-FR, to compare"]);
}

#[tokio::test]
async fn what_cannot_be_read_is_a_problem_beside_its_field() {
    let room = Room::new().await;
    let mut officer = room.person("talnikova").await;
    for (address, says) in [
        ("/framework?on=2026-02-31", "“2026-02-31” is not a day"),
        ("/framework?on=yesterday", "for example 2026-11-23"),
        ("/framework?reform=no-such-draft", "is not a draft of this law"),
        ("/framework?with=ZZ", "The law knows nothing between our state and “ZZ”"),
        ("/framework?cell=x.y.z", "There is no cell “x.y.z”"),
        ("/framework?compare=CHDE", "is not two states"),
        ("/framework/gaps?pair=RU-RU", "is not two states"),
        ("/framework/timeline?on=0", "is not a day"),
        ("/framework/what-if?reform=x", "is not a draft"),
        ("/instruments/compare?left=no-such&right=RU-KZ", "neither an instrument of this law nor two states"),
        ("/framework/ask?form=x&from=RU.district&to=KZ.district", "Choose “Form” in the list"),
        (
            "/framework/ask?form=operational-request&from=RU.district&from_region=KZ-59&to=KZ.central",
            "Choose a region of Russia",
        ),
    ] {
        let seen = officer.get(address).await;
        seen.is(StatusCode::UNPROCESSABLE_ENTITY, says);
        assert!(seen.text.contains("<title>Error:"), "{address} has no error in its title");
        let faults = sound::faults(&seen.text);
        assert!(faults.is_empty(), "{address}: {}", faults.join("\n"));
    }
    officer.get("/instruments/no-such-treaty").await.is(StatusCode::NOT_FOUND, "not");
    officer.get("/framework?on=%3Cscript%3Ealert(1)%3C/script%3E").await.keeps_to_itself(&["<script>alert"]);
}

#[tokio::test]
async fn every_page_is_there_as_numbers() {
    let room = Room::new().await;
    let mut officer = room.person("talnikova").await;
    for (address, first) in [
        (
            "/framework?on=2026-11-23",
            "form,pair,level,mark,coverage,changed_by_draft,confidence,provisions\r\noperational-request,RU-KZ,central",
        ),
        ("/framework/gaps?pair=RU-KZ&on=2019-06-01", "kind,says,forms"),
        ("/framework/timeline?pair=RU-KZ", "form,from,until,step,coverage,permitted,by"),
        ("/framework/what-if?reform=draft-district-bodies", "what,form,acting"),
        ("/instruments/compare?left=RU-KZ&right=CH-FR", "form,aspect,same,RU-KZ,CH-FR"),
        ("/instruments/ru-kz-mvd-border-1998", "what,code,from,until,confidence\r\nparty,RU,1999-01-01"),
    ] {
        let join = if address.contains('?') { '&' } else { '?' };
        let csv = officer.get(&format!("{address}{join}as=csv")).await;
        csv.says(&[first]);
        assert!(csv.named.contains(".csv"), "{address}: {}", csv.named);
        let json = officer.get(&format!("{address}{join}as=json")).await;
        let value: serde_json::Value = serde_json::from_str(&json.text).unwrap();
        assert!(value.is_object(), "{address}");
    }
}

#[tokio::test]
async fn findings_timeline_what_if_and_comparison_say_what_the_law_finds() {
    let room = Room::new().await;
    let mut officer = room.person("talnikova").await;
    officer.get("/framework/gaps?pair=RU-KZ&on=2019-06-01").await.says(&[
        "Bodies are named, no officials with authority.",
        "What would close it",
        "Cure elsewhere",
        "How it came to this",
    ]);
    let timeline = officer.get("/framework/timeline?pair=RU-KZ").await;
    timeline.says(&["<svg class=\"chart\"", "As table", "became possible", "moved to another instrument"]);
    let drafts =
        officer.get("/framework/what-if?pair=RU-KZ&on=2026-11-23&reform=draft-district-bodies").await;
    drafts.says(&["closed", "Russia, district", "Kazakhstan, regional", "Not permitted"]);
    officer.get("/framework/what-if").await.says(&["Choose one draft or several"]);
    let compared =
        officer.get("/instruments/compare?left=RU-KZ&right=ch-fr-agreement-2007&topic=level").await;
    compared.says(&["differs", "Level"]).keeps_to_itself(&["Grounds of refusal</th>"]);
    let drawn = officer.get("/instruments/compare?left=RU-KZ&right=CH-DE&on=2026-11-23").await;
    drawn.says(&[
        "Which side says something",
        "href=\"#operational-request-level\"",
        "id=\"operational-request-level\"",
        "both, differently",
        "Switzerland – Germany alone",
        "Answer: German, French, Italian",
    ]);
}

#[tokio::test]
async fn a_border_territory_is_shown_with_the_days_of_its_regions() {
    let room = Room::new().await;
    let mut officer = room.person("talnikova").await;
    officer.get("/instruments/ru-kz-mvd-border-1998").await.says(&[
        "Border regions of Russia and Kazakhstan",
        "Abai Region",
        "from 8 Jun 2022",
        "always, as far as known",
        "more regions stand in the table",
    ]);
    let whole = officer.get("/instruments/ru-kz-mvd-border-1998?as=json").await;
    let whole: serde_json::Value = serde_json::from_str(&whole.text).unwrap();
    assert_eq!(whole["territories"][0]["id"], "ru-kz-border");
}

#[tokio::test]
async fn an_act_tried_by_hand_is_decided_and_recorded_nowhere() {
    let room = Room::new().await;
    let mut officer = room.person("talnikova").await;
    let act = "form=operational-request&from_region=RU-OMS&to_region=KZ-59&on=2026-11-23";
    let district = officer.get(&format!("/framework/ask?{act}&from=RU.district&to=KZ.district")).await;
    district
        .says(&["Not permitted from your level", "Nearest lawful route"])
        .keeps_to_itself(&["Use this route"]);
    let before = officer
        .get("/framework/ask?form=operational-request&from=RU.central&to=KZ.central&on=1990-01-01")
        .await;
    before.says(&["No basis found"]);
    officer.get("/requests").await.says(&["Nothing"]);
}
#[tokio::test]
async fn the_printed_report_is_one_click_away_in_two_languages() {
    let room = Room::new().await;
    let mut officer = room.person("talnikova").await;
    for lang in ["en", "ru"] {
        let address = format!("/framework/report?pair=RU-KZ&on=2026-11-23&lang={lang}");
        let paper = officer.get(&address).await;
        assert_eq!(paper.status, StatusCode::OK);
        assert!(paper.bytes.starts_with(b"%PDF-1."), "{lang}");
        assert!(paper.named.contains("gap-report-RU-KZ-2026-11-23-"), "{}", paper.named);
    }
    let nothing = officer.get("/framework/report?pair=RU-KZ&on=2026-02-31").await;
    nothing.is(StatusCode::UNPROCESSABLE_ENTITY, "is not a day");
    assert!(nothing.at.starts_with("/framework/gaps"), "{}", nothing.at);
}
