//! A labelled set of invented people: alerts, checks and the truth about them, from a fixed seed.
//!
//!     cargo run --release -p marchland-screening --example generate -- --size 20000 --seed 2026 --out DIR [--checks N]
//!
//! writes `alerts.jsonl`, `queries.jsonl` and `truth.jsonl`. Seventeen peoples with their own spellings, the Russian ones
//! that custom gave them, and the Latin ones of a dozen standards; names as skewed as registers are; one documented change
//! per class, or two where the class says so; and travellers whom nobody searches for, beside people who are.
//! Where a check cannot tell several alerts apart, all of them are its truth; where it is more than four, it is not asked.
//!
//! Never: uses anything of the engine, so that a mistake there cannot hide here; real people; a list in use.

mod alerts;
mod chance;
mod changes;
mod checks;
mod cyrillic;
mod damage;
mod folks;
mod kin;
mod palladius;
mod people;
mod romanise;
mod truth;
mod zone;

use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use alerts::Alert;
use chance::Chance;
use people::{Person, World};
use serde_json::json;

struct Asked {
    size: usize,
    seed: u64,
    checks: usize,
    out: PathBuf,
}

#[allow(clippy::disallowed_methods, clippy::disallowed_types)] // A tool at the border of the crate, not part of it.
fn main() -> io::Result<()> {
    let asked = asked(std::env::args().skip(1).collect()).map_err(io::Error::other)?;
    std::fs::create_dir_all(&asked.out)?;
    let file = |name: &str| {
        std::fs::File::create(asked.out.join(name)).map(|f| BufWriter::with_capacity(1 << 20, f))
    };
    let world = World::new();
    let people = population(&world, &asked);
    let mut alerts = file("alerts.jsonl")?;
    for (at, person) in people.iter().enumerate() {
        let line = Alert::of(&world, *person, at, asked.seed).line(&world, &id(at));
        writeln!(alerts, "{line}")?;
    }
    alerts.flush()?;
    let (mut queries, mut truth) = (file("queries.jsonl")?, file("truth.jsonl")?);
    for (at, (class, check, true_of)) in
        truth::questions(&world, &people, asked.seed, asked.checks).iter().enumerate()
    {
        let id = format!("Q{at:06}");
        let list: Vec<String> = true_of.iter().map(|at| self::id(*at)).collect();
        writeln!(queries, "{}", check.line(&id))?;
        writeln!(truth, "{}", json!({"id": id, "class": class, "truth": list}))?;
    }
    queries.flush()?;
    truth.flush()
}

/// The people behind the alerts; one alert in a hundred is about somebody another state searches for too.
fn population(world: &World, asked: &Asked) -> Vec<Person> {
    let mut chance = Chance::new(asked.seed);
    let mut people: Vec<Person> = Vec::with_capacity(asked.size);
    for at in 0..asked.size {
        let again = at > 0 && chance.percent(1);
        let person = if again { people[chance.below(at)] } else { world.draw(&mut chance) };
        people.push(person);
    }
    people
}

fn id(at: usize) -> String {
    format!("A{at:07}")
}

fn asked(args: Vec<String>) -> Result<Asked, String> {
    let mut asked = Asked { size: 20_000, seed: 2026, checks: 24_000, out: PathBuf::new() };
    for pair in args.chunks(2) {
        let [name, value] = pair else { return Err(format!("{} needs a value", pair[0])) };
        let number = || value.parse::<u64>().map_err(|e| format!("{name} {value}: {e}"));
        match name.as_str() {
            "--size" => asked.size = number()? as usize,
            "--checks" => asked.checks = number()? as usize,
            "--seed" => asked.seed = number()?,
            "--out" => asked.out = PathBuf::from(value),
            _ => return Err(format!("{name} is not known; --size N --seed S --checks N --out DIR")),
        }
    }
    if asked.out.as_os_str().is_empty() || asked.size < 1000 {
        return Err("--out DIR says where to write; --size is 1000 or more".into());
    }
    Ok(asked)
}
