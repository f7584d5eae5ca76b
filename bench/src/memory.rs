//! Bytes that the engine holds for a list of alerts, counted by the allocator.
//!
//! Never: measures time; counting costs some.

use std::alloc::System;
use std::io::BufReader;
use std::process::ExitCode;

use cap::Cap;
use marchland_screening::{Alert, BadLines, Screen, read_all};

#[global_allocator]
static COUNTED: Cap<System> = Cap::new(System, usize::MAX);

fn main() -> ExitCode {
    match held() {
        Ok(bytes) => {
            println!("{bytes}");
            ExitCode::SUCCESS
        }
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn held() -> Result<usize, String> {
    let folder = std::env::args().nth(1).ok_or("screen-memory FOLDER")?;
    let path = std::path::Path::new(&folder).join("alerts.jsonl");
    let file = std::fs::File::open(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let before = COUNTED.allocated();
    let (alerts, _) =
        read_all::<Alert>(BufReader::new(file), BadLines::Refuse, |_| {}).map_err(|e| e.to_string())?;
    let screen = Screen::build(&alerts, 2026, 2);
    drop(alerts);
    let bytes = COUNTED.allocated() - before;
    drop(screen);
    Ok(bytes)
}
