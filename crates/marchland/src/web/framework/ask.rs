//! `GET /framework/ask?form=&from=&from_region=&to=&to_region=&on=&fact.…=`: what the law says to an act given by hand, on
//! any day. The bodies are those of the question, not of the register.
//!
//! Never: makes a case of it; counts a confirmation.

use std::collections::BTreeMap;

use marchland_law::{
    Answer, Dates, Directory, FactKey, FactValue, Framework, Level, SourceFile, State, decide, read_act,
};

use super::asked::Asked;
use crate::clock::stopwatch;
use crate::survey::Words;
use crate::web::fill::decision::{Showing, not_asked, panel};
use crate::web::page::{Page, Visit, again, show};
use crate::web::views::framework::AskPage;
use crate::web::views::{Choice, Fields, Place, Problem};

const SIDES: [&str; 2] = ["from", "to"];
const ASKED_LEVELS: [Level; 3] = [Level::Central, Level::Regional, Level::District];

pub async fn ask(visit: Visit) -> Page {
    let mut asked = Asked::of(&visit).only(&["on"]);
    let (law, lang) = (&*visit.app.law.framework, visit.lang());
    let words = Words { law, lang };
    let mut fields = typed(&visit, &asked);
    let given: BTreeMap<String, String> = visit
        .query()
        .filter_map(|(name, value)| Some((name.strip_prefix("fact.")?.to_owned(), value.to_owned())))
        .filter(|(_, value)| !value.is_empty())
        .collect();
    let complete = ["form", "from", "to"].iter().all(|name| !fields.value(name).is_empty());
    let answer = if complete {
        match act(&visit, law, &fields, &given) {
            Ok((act, bodies)) => {
                let elapsed = stopwatch();
                let decision = decide(law, &bodies, &act, &Dates::all(asked.on), &[]);
                let took = elapsed();
                Some(
                    panel(&Showing {
                        app: &visit.app,
                        lang,
                        decision: &decision,
                        took: Some(took),
                        in_form: true,
                        on_route: false,
                        given: &given,
                        tried: Some(&bodies),
                    })
                    .await?,
                )
            }
            Err(problem) => {
                asked.problems.push(problem);
                None
            }
        }
    } else {
        None
    };
    fields = fields.with_problems(asked.problems.clone());
    let page = AskPage {
        frame: visit.frame(Place::Framework).await?,
        forms: forms(&words),
        bodies: bodies(&words, asked.home),
        regions: regions(&words),
        on: lang.date(asked.on),
        panel: answer.unwrap_or_else(|| not_asked(lang)),
        fields,
    };
    if asked.problems.is_empty() { show(&page) } else { again(&page) }
}

/// What was typed; on the first visit the visitor's own region stands ready.
fn typed(visit: &Visit, asked: &Asked) -> Fields {
    let names = ["form", "from", "from_region", "to", "to_region"];
    let mut fields = Fields::new(names.map(|name| (name.to_owned(), visit.q(name).trim().to_owned())));
    fields.set("on", asked.on_typed.clone());
    let region = |state: &str| {
        let bodies = visit.app.config.bodies.iter().filter(|body| body.state == state);
        bodies.filter_map(|body| body.region.clone()).next().unwrap_or_default()
    };
    for side in SIDES {
        let name = format!("{side}_region");
        let state = fields.value(side).split('.').next().unwrap_or_default().to_owned();
        if visit.query().all(|(asked, _)| asked != name) {
            fields.set(&name, region(&state));
        }
    }
    fields
}

/// The act in the words of a situation, read by the law itself.
fn act(
    visit: &Visit,
    law: &Framework,
    fields: &Fields,
    given: &BTreeMap<String, String>,
) -> Result<(marchland_law::Act, Directory), Problem> {
    let t = visit.t();
    let form = fields.value("form");
    if !law.vocabulary().forms.contains_key(form) {
        return Err(Problem { field: "form".into(), text: t.problem_law_choice(t.col_form()) });
    }
    let [from, to] = [body(visit, law, fields, "from")?, body(visit, law, fields, "to")?];
    let text = format!("{{form: {form}, from: {from}, to: {to}}}\n");
    let (mut act, bodies) = read_act(law, &SourceFile { path: "question".to_owned(), text })
        .map_err(|_| Problem { field: "from".into(), text: t.problem_law_choice(t.col_from_body()) })?;
    act.facts = facts(law, given);
    Ok((act, bodies))
}

/// `RU regional RU-OMS` of a state and level and a region that were chosen from lists.
fn body(visit: &Visit, law: &Framework, fields: &Fields, side: &str) -> Result<String, Problem> {
    let t = visit.t();
    let wrong = |field: String| {
        let name = if side == "from" { t.col_from_body() } else { t.col_to_body() };
        Problem { field, text: t.problem_law_choice(name) }
    };
    let (state, level) = fields.value(side).split_once('.').ok_or_else(|| wrong(side.to_owned()))?;
    let state: State = state.parse().map_err(|_| wrong(side.to_owned()))?;
    let level = Level::from_code(level).ok_or_else(|| wrong(side.to_owned()))?;
    if level == Level::Central {
        return Ok(format!("{state} {level}"));
    }
    let name = format!("{side}_region");
    let region = fields.value(&name);
    let known = law.territories().flat_map(|t| &t.members).any(|member| member.region.as_str() == region);
    if !known || !region.starts_with(&format!("{state}-")) {
        let problem = t.problem_law_region(visit.t().state_name(state.as_str()));
        return Err(Problem { field: name, text: problem });
    }
    Ok(format!("{state} {level} {region}"))
}

/// Answers of the kind the vocabulary asks for; others count as not given.
fn facts(law: &Framework, given: &BTreeMap<String, String>) -> BTreeMap<FactKey, FactValue> {
    let value = |answer: &Answer, typed: &str| match answer {
        Answer::YesNo => match typed {
            "yes" => Some(FactValue::YesNo(true)),
            "no" => Some(FactValue::YesNo(false)),
            _ => None,
        },
        Answer::Number => typed.parse().ok().map(FactValue::Number),
        Answer::Choice(codes) => {
            codes.iter().find(|code| &***code == typed).map(|code| FactValue::Text(code.clone()))
        }
        Answer::Date => {
            typed.parse::<jiff::civil::Date>().ok().map(|day| FactValue::Text(day.to_string().into()))
        }
        Answer::Text => Some(FactValue::Text(typed.into())),
    };
    given
        .iter()
        .filter_map(|(key, typed)| {
            let fact = law.vocabulary().facts.get(key.as_str())?;
            Some((FactKey::from(key.as_str()), value(&fact.answer, typed.trim())?))
        })
        .collect()
}

fn forms(words: &Words<'_>) -> Vec<Choice> {
    let mut forms: Vec<_> = words.law.vocabulary().forms.iter().collect();
    forms.sort_by_key(|(_, form)| form.number);
    forms.into_iter().map(|(id, _)| Choice::new(id.as_str(), words.form(id))).collect()
}

/// Every state of the law at three levels, ours first.
fn bodies(words: &Words<'_>, home: Option<State>) -> Vec<Choice> {
    let mut states: Vec<State> = words.law.pairs().flat_map(|(a, b)| [a, b]).collect();
    states.sort_by_key(|state| (Some(*state) != home, words.state(*state)));
    states.dedup();
    let level = |state: State, level: Level| {
        let name = format!("{}, {}", words.state(state), words.level(level).to_lowercase());
        Choice::new(format!("{state}.{level}"), name)
    };
    states.into_iter().flat_map(|state| ASKED_LEVELS.map(|one| level(state, one))).collect()
}

/// Every region of a territory of the law, once.
fn regions(words: &Words<'_>) -> Vec<Choice> {
    let mut regions: BTreeMap<&str, String> = BTreeMap::new();
    for member in words.law.territories().flat_map(|territory| &territory.members) {
        regions.entry(member.region.as_str()).or_insert_with(|| words.text(&member.names));
    }
    let none = Choice::new("", words.lang.words().ask_no_region());
    let choice = |(code, name): (&str, String)| Choice::new(code, format!("{name} ({code})"));
    std::iter::once(none).chain(regions.into_iter().map(choice)).collect()
}
