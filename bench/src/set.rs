//! A labelled set in memory.
//!
//! Never: makes one; the generator beside the engine does.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::Command;

use marchland_screening::{Alert, BadLines, Check, read_all};

pub struct Set {
    pub alerts: Vec<Alert>,
    pub checks: Vec<Check>,
    /// The lines of the truth, one per check.
    pub truth: Vec<String>,
}

impl Set {
    pub fn read(folder: &Path) -> Result<Set, String> {
        let (alerts, _) = read_all(open(&folder.join("alerts.jsonl"))?, BadLines::Refuse, |_| {})
            .map_err(|e| e.to_string())?;
        let (checks, _) = read_all(open(&folder.join("queries.jsonl"))?, BadLines::Refuse, |_| {})
            .map_err(|e| e.to_string())?;
        let truth = open(&folder.join("truth.jsonl"))?
            .lines()
            .collect::<Result<_, _>>()
            .map_err(|e| e.to_string())?;
        Ok(Set { alerts, checks, truth })
    }

    /// The first checks of the file; their order is a shuffled one.
    pub fn part(&self, most: usize) -> Vec<&Check> {
        self.checks.iter().take(most).collect()
    }

    /// The truth about these checks only.
    pub fn truth_of(&self, part: &[&Check]) -> String {
        let wanted: std::collections::HashSet<&str> = part.iter().map(|c| c.id.as_str()).collect();
        let of = |line: &str| {
            serde_json::from_str::<serde_json::Value>(line)
                .ok()
                .and_then(|v| Some(v["id"].as_str()?.to_string()))
        };
        self.truth
            .iter()
            .filter(|l| of(l).is_some_and(|id| wanted.contains(id.as_str())))
            .map(|l| format!("{l}\n"))
            .collect()
    }
}

pub fn open(path: &Path) -> Result<BufReader<File>, String> {
    let file = File::open(path).map_err(|e| format!("{} cannot be opened: {e}", path.display()))?;
    Ok(BufReader::with_capacity(1 << 20, file))
}

/// The folder of a set of this size, made now if it was never made.
pub fn generated(keep: &Path, size: usize, seed: u64) -> Result<PathBuf, String> {
    let folder = keep.join(format!("{size}-{seed}"));
    if folder.join("truth.jsonl").exists() {
        return Ok(folder);
    }
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/marchland-screening");
    let mut cargo = Command::new("cargo");
    cargo.args([
        "run",
        "-q",
        "--release",
        "--example",
        "generate",
        "--",
        "--size",
        &size.to_string(),
        "--seed",
        &seed.to_string(),
        "--out",
    ]);
    let path = std::path::absolute(&folder).map_err(|e| e.to_string())?;
    let done =
        cargo.arg(&path).current_dir(&own).status().map_err(|e| format!("cargo cannot be started: {e}"))?;
    if done.success() { Ok(folder) } else { Err(format!("no set of {size} alerts could be made")) }
}
