//! How long a full explained decision takes, and whether the law of other pairs makes it longer.
//!
//! The comparator is Cedar with one policy for each permission of the same law: it answers allow or deny and names the
//! policy. It gives no reasons by article, no duties, no routes, no confidence.

use std::process::ExitCode;
use std::str::FromStr;
use std::time::Duration;

use cedar_policy::{Authorizer, Context, Entities, EntityUid, PolicySet, Request};
use jiff::civil::{Date, date};
use marchland_law::{
    Act, Body, BodyId, Dates, Directory, FormId, Framework, Level, RegionCode, RuleEffect, SourceFile, State,
    decide, run_situations,
};

use super::synthetic;
use crate::clock::stopwatch;
use crate::lawbook::shipped;

/// The shipped law is loaded so often; the median counts, and the best shows what a free core gives.
const LOADS: usize = 9;
const DECISIONS_PER_ROUND: usize = 20_000;
const CEDAR_PER_ROUND: usize = 2_000;
const REGIONS: [(&str, &[&str]); 5] = [
    ("RU", &["RU-OMS", "RU-ORE", "RU-AL"]),
    ("KZ", &["KZ-59", "KZ-39", "KZ-10"]),
    ("CH", &["CH-BS", "CH-GE", "CH-ZH"]),
    ("DE", &["DE-BW", "DE-BY"]),
    ("FR", &["FR-74", "FR-25"]),
];
const PAIRS: [(&str, &str); 3] = [("RU", "KZ"), ("CH", "DE"), ("CH", "FR")];
const FORMS: [&str; 3] = ["operational-request", "information-sharing", "procedural-assistance"];

struct Figures {
    per_second: f64,
    p50: Duration,
    p99: Duration,
}

pub(super) fn run(times: usize, rounds: usize) -> ExitCode {
    let law = shipped();
    let instruments = law.iter().filter(|file| file.path.ends_with("instrument.md")).count();
    let more: Vec<SourceFile> =
        law.iter().cloned().chain(synthetic::instruments(instruments * times)).collect();
    let loaded = (load("shipped law", &law, LOADS), load("with the law of others", &more, 1));
    let (Some(shipped), Some(crowded)) = loaded else { return ExitCode::FAILURE };
    try_situations(&shipped, &law);
    let (directory, acts) = match questions() {
        Ok(questions) => questions,
        Err(why) => return fail(&why),
    };
    let cedar = match Cedar::of(&shipped).and_then(|small| Ok((small, Cedar::of(&crowded)?))) {
        Ok(cedar) => cedar,
        Err(why) => return fail(&why),
    };
    println!(
        "{DECISIONS_PER_ROUND} decisions a round on one core, {} different acts, {rounds} rounds in turn; medians.\n",
        acts.len()
    );
    let mut table: [Vec<Figures>; 4] = Default::default();
    for _ in 0..rounds.max(1) {
        table[0].push(marchland(&shipped, &directory, &acts));
        table[1].push(marchland(&crowded, &directory, &acts));
        table[2].push(cedar.0.decide(&directory, &acts));
        table[3].push(cedar.1.decide(&directory, &acts));
    }
    println!("{:<44}{:>14}{:>12}{:>12}", "", "decisions/s", "p50", "p99");
    let names = [
        format!("marchland, {instruments} instruments"),
        format!(
            "marchland, {} instruments",
            more.iter().filter(|f| f.path.ends_with("instrument.md")).count()
        ),
        format!("cedar, {} policies", cedar.0.count),
        format!("cedar, {} policies", cedar.1.count),
    ];
    for (name, figures) in names.iter().zip(&table) {
        println!("{name:<44}{:>14.0}{:>12.1?}{:>12.1?}", per_second(figures), p50(figures), p99(figures));
    }
    println!(
        "\np99 with {times} times the instruments / p99 with the shipped ones: {:.2} (1 is the aim)",
        p99(&table[1]).as_secs_f64() / p99(&table[0]).as_secs_f64()
    );
    println!("aim: p99 at most 50 µs for a full explained decision; measured {:.1?}", p99(&table[0]));
    if cfg!(debug_assertions) {
        println!("This is a debug build; measure with --release.");
    }
    ExitCode::SUCCESS
}

/// Loads `times` times; the first time counts too.
fn load(what: &str, files: &[SourceFile], times: usize) -> Option<Framework> {
    let mut took = Vec::new();
    let mut law = None;
    for _ in 0..times {
        let began = stopwatch();
        match Framework::load(files) {
            Ok(loaded) => law = Some(loaded),
            Err(mistakes) => {
                eprint!("{}", mistakes.plain());
                return None;
            }
        }
        took.push(began());
    }
    println!("{what}: loaded and checked in {}", spread(took));
    law
}

/// What `law check` does after loading: every situation is decided and compared with what its author expects.
fn try_situations(law: &Framework, files: &[SourceFile]) {
    let mut took = Vec::new();
    let mut tried = 0;
    for _ in 0..LOADS {
        let began = stopwatch();
        tried = run_situations(law, files).tried;
        took.push(began());
    }
    println!("shipped law: {tried} situations tried in {}", spread(took));
}

/// `20 ms (best of 9: 18 ms)`
fn spread(mut took: Vec<Duration>) -> String {
    took.sort_unstable();
    format!("{:.0?} (best of {}: {:.0?})", took[took.len() / 2], took.len(), took[0])
}

/// Acts between all levels of the pairs, in all forms, on days before and after the law changed.
fn questions() -> Result<(Directory, Vec<(Act, Date)>), String> {
    let mut bodies = Vec::new();
    for (state, regions) in REGIONS {
        bodies.push(body(state, Level::Central, None)?);
        for region in regions {
            bodies.push(body(state, Level::Regional, Some(region))?);
            bodies.push(body(state, Level::District, Some(region))?);
        }
    }
    let of = |state: &str| {
        bodies.iter().filter(|b| b.state.as_str() == state).map(|b| b.id.clone()).collect::<Vec<_>>()
    };
    let mut acts = Vec::new();
    for (a, b) in PAIRS {
        for (from, to) in of(a).iter().flat_map(|from| of(b).into_iter().map(move |to| (from.clone(), to))) {
            for form in FORMS {
                for day in [date(2010, 6, 1), date(2023, 6, 27), date(2026, 11, 23)] {
                    let act = |from: &BodyId, to: &BodyId| Act {
                        form: FormId::from(form),
                        from: from.clone(),
                        to: to.clone(),
                        channel: None,
                        facts: Default::default(),
                    };
                    acts.push((act(&from, &to), day));
                    acts.push((act(&to, &from), day));
                }
            }
        }
    }
    let directory = Directory::new(bodies).map_err(|mistake| mistake.to_string())?;
    Ok((directory, acts))
}

fn body(state: &str, level: Level, region: Option<&str>) -> Result<Body, String> {
    let id = |level: Level, region: Option<&str>| format!("{state}/{level}/{}", region.unwrap_or("centre"));
    let parent = match level {
        Level::Central => None,
        Level::Regional => Some(id(Level::Central, None)),
        _ => Some(id(Level::Regional, region)),
    };
    let name = id(level, region);
    Ok(Body {
        id: BodyId::from(name.as_str()),
        state: state.parse::<State>().map_err(|e| e.to_string())?,
        level,
        kind: "police".into(),
        region: region.map(RegionCode::from),
        parent: parent.map(BodyId::from),
        names: marchland_law::Text { en: name.as_str().into(), ru: name.as_str().into(), kk: None },
        zone: "UTC".into(),
    })
}

fn marchland(law: &Framework, directory: &Directory, acts: &[(Act, Date)]) -> Figures {
    measure(DECISIONS_PER_ROUND, |i| {
        let (act, day) = &acts[i % acts.len()];
        std::hint::black_box(decide(law, directory, act, &Dates::all(*day), &[]));
    })
}

/// Each permission of a law as a policy over the same questions.
struct Cedar {
    policies: PolicySet,
    count: usize,
}

impl Cedar {
    fn of(law: &Framework) -> Result<Self, String> {
        let mut text = String::new();
        let mut count = 0;
        for (citation, rule) in law.rules().filter(|(_, rule)| rule.effect == RuleEffect::Permits) {
            let Some(instrument) = law.instrument(&citation.instrument) else { continue };
            let states: Vec<String> =
                instrument.parties.iter().map(|party| format!("{:?}", party.state.as_str())).collect();
            let forms: Vec<String> = rule.forms.iter().map(|form| format!("{:?}", form.as_str())).collect();
            let levels = |who: &marchland_law::Who| {
                who.levels.iter().map(|l| format!("{:?}", l.code())).collect::<Vec<_>>().join(", ")
            };
            let mut when = vec![
                format!("[{}].contains(context.form)", forms.join(", ")),
                format!("[{}].contains(context.from)", states.join(", ")),
                format!("[{}].contains(context.to)", states.join(", ")),
            ];
            for (key, who) in [("fromLevel", &rule.from), ("toLevel", &rule.to)] {
                if !who.levels.is_empty() {
                    when.push(format!("[{}].contains(context.{key})", levels(who)));
                }
            }
            text.push_str(&format!(
                "permit (principal, action, resource) when {{ {} }};\n",
                when.join(" && ")
            ));
            count += 1;
        }
        let policies = PolicySet::from_str(&text).map_err(|error| format!("cedar: {error}"))?;
        Ok(Self { policies, count })
    }

    fn decide(&self, directory: &Directory, acts: &[(Act, Date)]) -> Figures {
        let authorizer = Authorizer::new();
        let asked: Vec<Request> = acts.iter().filter_map(|(act, _)| question(directory, act)).collect();
        let entities = Entities::empty();
        measure(CEDAR_PER_ROUND, |i| {
            std::hint::black_box(authorizer.is_authorized(
                &asked[i % asked.len()],
                &self.policies,
                &entities,
            ));
        })
    }
}

fn question(directory: &Directory, act: &Act) -> Option<Request> {
    let (from, to) = (directory.get(&act.from)?, directory.get(&act.to)?);
    let context = serde_json::json!({
        "form": act.form.as_str(), "from": from.state.as_str(), "to": to.state.as_str(),
        "fromLevel": from.level.code(), "toLevel": to.level.code(),
    });
    let context = Context::from_json_value(context, None).ok()?;
    let uid = |text: &str| EntityUid::from_str(text).ok();
    Request::new(uid("Body::\"from\"")?, uid("Action::\"act\"")?, uid("Body::\"to\"")?, context, None).ok()
}

fn measure(count: usize, mut one: impl FnMut(usize)) -> Figures {
    let mut took = Vec::with_capacity(count);
    let all = stopwatch();
    for i in 0..count {
        let each = stopwatch();
        one(i);
        took.push(each());
    }
    let total = all();
    took.sort_unstable();
    Figures {
        per_second: count as f64 / total.as_secs_f64(),
        p50: took[count / 2],
        p99: took[count * 99 / 100],
    }
}

fn per_second(figures: &[Figures]) -> f64 {
    let mut all: Vec<f64> = figures.iter().map(|f| f.per_second).collect();
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}

fn p50(figures: &[Figures]) -> Duration {
    median(figures.iter().map(|f| f.p50))
}

fn p99(figures: &[Figures]) -> Duration {
    median(figures.iter().map(|f| f.p99))
}

fn median(all: impl Iterator<Item = Duration>) -> Duration {
    let mut all: Vec<Duration> = all.collect();
    all.sort_unstable();
    all[all.len() / 2]
}

fn fail(why: &str) -> ExitCode {
    eprintln!("marchland: {why}");
    ExitCode::FAILURE
}
