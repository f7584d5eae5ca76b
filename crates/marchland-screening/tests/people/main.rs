//! People drawn by the generator of labelled sets, put to the search: one documented change keeps the alert among the ten
//! nearest, and how a check was written down changes no verdict. The seeds are fixed, so that a failure stays one.

#[path = "../../examples/generate/alerts.rs"]
mod alerts;
#[path = "../../examples/generate/chance.rs"]
mod chance;
#[path = "../../examples/generate/changes.rs"]
mod changes;
#[path = "../../examples/generate/checks.rs"]
mod checks;
#[path = "../../examples/generate/cyrillic.rs"]
mod cyrillic;
#[path = "../../examples/generate/damage.rs"]
mod damage;
#[path = "../../examples/generate/folks.rs"]
mod folks;
#[path = "../../examples/generate/kin.rs"]
mod kin;
#[path = "../../examples/generate/palladius.rs"]
mod palladius;
#[path = "../../examples/generate/people.rs"]
mod people;
#[path = "../../examples/generate/romanise.rs"]
mod romanise;
#[path = "../../examples/generate/truth.rs"]
mod truth;
#[path = "../../examples/generate/zone.rs"]
mod zone;

use std::collections::BTreeMap;

use marchland_screening::tables::icao_9303;
use marchland_screening::{Check, Found, Screen, Spelling, Verdict};
use serde_json::Value;

const SEEDS: [u64; 3] = [7, 77, 777];
const ALERTS: usize = 3000;
const QUESTIONS: usize = 1400;

/// Class, check as it came, true alerts.
type Question = (&'static str, Value, Vec<String>);

/// A list, and what is asked of it.
fn drawn(seed: u64) -> (Screen, Vec<Question>) {
    let world = people::World::new();
    let mut chance = chance::Chance::new(seed);
    let people: Vec<people::Person> = (0..ALERTS).map(|_| world.draw(&mut chance)).collect();
    let id = |at: usize| format!("A{at}");
    let list = people.iter().enumerate().map(|(at, person)| {
        let line = alerts::Alert::of(&world, *person, at, seed).line(&world, &id(at));
        serde_json::from_value(line).expect("a line of the generator is an alert")
    });
    let screen = Screen::new(list.collect(), 2026);
    let questions = truth::questions(&world, &people, seed, QUESTIONS);
    let asked = questions
        .iter()
        .map(|(class, check, truth)| (*class, check.line("Q"), truth.iter().map(|at| id(*at)).collect()));
    (screen, asked.collect())
}

fn ask(screen: &Screen, check: &Value) -> Vec<Found> {
    screen.check(&serde_json::from_value(check.clone()).expect("a line of the generator is a check"))
}

fn verdicts(found: &[Found]) -> BTreeMap<&str, Verdict> {
    found.iter().filter(|f| f.verdict != Verdict::Nothing).map(|f| (f.alert.as_str(), f.verdict)).collect()
}

#[test]
fn any_single_change_keeps_the_alert_among_the_ten_nearest() {
    let mut lost = Vec::new();
    let mut asked = 0;
    for seed in SEEDS {
        let (screen, questions) = drawn(seed);
        let fair = |(class, check, truth): &&Question| {
            !truth.is_empty() && single(class) && !(*class == "layout" && short(check))
        };
        for (class, check, truth) in questions.iter().filter(fair) {
            asked += 1;
            let found = ask(&screen, check);
            if !found.iter().any(|f| truth.contains(&f.alert)) {
                lost.push(format!("{class}, seed {seed}: {check} should find {truth:?}"));
            }
        }
    }
    assert!(asked > 1200, "only {asked} checks were drawn");
    assert!(lost.is_empty(), "{} of {asked} lost:\n{}", lost.len(), lost.join("\n"));
}

/// One change; two slips or two changes at once may be too many for anybody.
fn single(class: &str) -> bool {
    !class.contains('+') && class != "typo-2"
}

/// A surname of two letters, one of which is a dot on the other keyboard, is a name no more.
fn short(check: &Value) -> bool {
    check["family"].as_str().is_some_and(|family| family.chars().filter(|c| c.is_alphabetic()).count() < 2)
}

#[test]
fn how_a_check_is_written_down_changes_no_verdict() {
    for seed in SEEDS {
        let (screen, questions) = drawn(seed);
        for (class, check, _) in questions.iter().step_by(3) {
            let found = ask(&screen, check);
            let plain = verdicts(&found);
            let case = |change: fn(&str) -> String| {
                let mut other = check.clone();
                for field in ["family", "given", "patronymic", "full"] {
                    if let Some(text) = check[field].as_str() {
                        other[field] = change(text).into();
                    }
                }
                other
            };
            for other in [case(str::to_uppercase), case(str::to_lowercase)] {
                // A letter that another case loses (ß, ı) makes another name.
                if other["family"]
                    .as_str()
                    .is_none_or(|t| !t.to_lowercase().contains(['ß', 'ı', 'i', '\u{307}']))
                    || check["script"] == "Cyrl"
                {
                    let changed = ask(&screen, &other);
                    assert_eq!(verdicts(&changed), plain, "{class}: {check} as {other}");
                }
            }
            let mut without_nulls = check.clone();
            without_nulls.as_object_mut().unwrap().retain(|_, value| !value.is_null());
            assert_eq!(ask(&screen, &without_nulls), found, "{class}: a null is no field: {check}");
            let mut reversed = serde_json::Map::new();
            check.as_object().unwrap().iter().rev().for_each(|(key, value)| {
                reversed.insert(key.clone(), value.clone());
            });
            assert_eq!(ask(&screen, &Value::Object(reversed)), found, "{class}: the order of fields");
            assert_eq!(ask(&screen, check), found, "the same question has the same answer");
        }
    }
}

/// Exchanged fields weigh the same, without exception. In one text a surname that is formed like a patronymic (Amiruly,
/// Nazarzoda) may be taken for one, so that a few checks turn.
#[test]
fn exchanged_fields_and_one_text_raise_the_same_alerts() {
    let (mut asked, mut exchanged_turn, mut texts_turn) = (0, Vec::new(), Vec::new());
    for seed in SEEDS {
        let (screen, questions) = drawn(seed);
        for (class, check, truth) in &questions {
            let read: Check = serde_json::from_value(check.clone()).unwrap();
            let (Some(family), Some(given)) = (&read.name.family, &read.name.given) else { continue };
            if truth.is_empty() || read.mrz.is_some() {
                continue;
            }
            let raised = |name: Spelling| {
                let found = screen.check(&Check { name, ..read.clone() });
                found.iter().any(|f| truth.contains(&f.alert) && f.verdict == Verdict::Hit)
            };
            let plain = raised(read.name.clone());
            let exchanged =
                Spelling { family: Some(given.clone()), given: Some(family.clone()), ..read.name.clone() };
            let text = [Some(family), Some(given), read.name.patronymic.as_ref()]
                .into_iter()
                .flatten()
                .cloned()
                .collect::<Vec<_>>();
            let whole = Spelling { full: Some(text.join(" ")), ..Spelling::default() };
            asked += 1;
            if raised(exchanged) != plain {
                exchanged_turn.push(format!("{class}: {check}"));
            }
            if raised(whole) != plain {
                texts_turn.push(format!("{class}: {check}"));
            }
        }
    }
    assert!(asked > 1_500 && exchanged_turn.is_empty(), "of {asked}:\n{}", exchanged_turn.join("\n"));
    assert!(texts_turn.len() * 250 <= asked, "{} of {asked}:\n{}", texts_turn.len(), texts_turn.join("\n"));
}

/// Russian letters romanised as passports do raise what the letters themselves raise, without exception. What was typed on the
/// wrong keyboard is no name to romanise.
#[test]
fn another_script_raises_the_same_alerts() {
    let (mut asked, mut turn) = (0, Vec::new());
    for seed in SEEDS {
        let (screen, questions) = drawn(seed);
        for (class, check, truth) in &questions {
            let read: Check = serde_json::from_value(check.clone()).unwrap();
            let Spelling { family, given, patronymic, full } = &read.name;
            let fields = [family, given, patronymic, full];
            let russian =
                |text: &String| text.chars().all(|c| matches!(c, 'А'..='я' | 'Ё' | 'ё' | ' ' | '-'));
            let no_letters = read.mrz.is_some() || *class == "layout";
            if truth.is_empty() || no_letters || !fields.into_iter().flatten().all(russian) {
                continue;
            }
            let [family, given, patronymic, full] =
                fields.map(|text| text.as_deref().and_then(|text| icao_9303::TABLE.romanise(text)));
            let latin = Spelling { family, given, patronymic, full };
            let raised = |check: &Check| {
                screen.check(check).iter().any(|f| truth.contains(&f.alert) && f.verdict == Verdict::Hit)
            };
            asked += 1;
            if raised(&read) != raised(&Check { name: latin, ..read.clone() }) {
                turn.push(format!("{class}: {check}"));
            }
        }
    }
    assert!(asked > 400 && turn.is_empty(), "{} of {asked}:\n{}", turn.len(), turn.join("\n"));
}
