//! `marchland-verify FILE [--root FINGERPRINT]... [--json]`: checks an evidence file offline.
//!
//! Ends with 0 when the file proves its case, 1 when it does not, 2 when it cannot be read or the call is wrong.
//!
//! Never: uses a network, a database or a clock; writes a file.

use std::fmt::Write as _;
use std::process::ExitCode;

use marchland_wire::evidence::EVIDENCE;
use marchland_wire::keys::Hash;
use marchland_wire::verify::{Finding, Report, Status, Trust, verify};
use serde_json::{Value, json};

const USAGE: &str = "usage: marchland-verify FILE [--root FINGERPRINT]... [--json]";

fn main() -> ExitCode {
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the program: its call is read here and nowhere else"
    )]
    let call = Call::read(std::env::args().skip(1));
    let report = call.and_then(|call| {
        Ok((verify(&read(&call.file)?, &call.trust).map_err(|e| e.to_string())?, call.json))
    });
    match report {
        Err(why) => {
            eprintln!("not readable: {why}");
            ExitCode::from(2)
        }
        Ok((report, as_json)) => {
            println!("{}", if as_json { in_json(&report).to_string() } else { in_words(&report) });
            if report.proved() { ExitCode::SUCCESS } else { ExitCode::from(1) }
        }
    }
}

struct Call {
    file: String,
    trust: Trust,
    json: bool,
}

impl Call {
    fn read(mut args: impl Iterator<Item = String>) -> Result<Call, String> {
        let (mut file, mut roots, mut json) = (None, Vec::new(), false);
        while let Some(arg) = args.next() {
            match arg.as_str() {
                "--json" => json = true,
                "--root" => {
                    let given = args.next().ok_or(USAGE)?;
                    let root = Hash::from_hex(&given);
                    roots.push(root.ok_or("a root fingerprint is 64 lower-case hexadecimal digits")?);
                }
                _ if file.is_none() && !arg.starts_with('-') => file = Some(arg),
                _ => return Err(USAGE.to_owned()),
            }
        }
        let trust = if roots.is_empty() { Trust::AsClaimed } else { Trust::Fingerprints(roots) };
        Ok(Call { file: file.ok_or(USAGE)?, trust, json })
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the program: the one file is read here")]
fn read(path: &str) -> Result<Vec<u8>, String> {
    use std::io::Read as _;
    let file = std::fs::File::open(path).map_err(|e| format!("{path}: {e}"))?;
    let mut bytes = Vec::new();
    // One byte more than allowed is enough to refuse a file of any size.
    file.take(EVIDENCE.bytes as u64 + 1).read_to_end(&mut bytes).map_err(|e| format!("{path}: {e}"))?;
    Ok(bytes)
}

fn in_words(report: &Report) -> String {
    let mut out = String::from(if report.proved() { "PROVED\n" } else { "NOT PROVED\n" });
    if !report.roots_trusted {
        out.push_str("The state roots are as claimed in the file. Compare their fingerprints, or give them with --root.\n");
    }
    let mut about = None;
    for finding in &report.findings {
        if finding.msg_id != about {
            about = finding.msg_id;
            // Writing to a string cannot fail.
            let _ = about.map(|id| writeln!(out, "\nMessage {id}"));
        }
        let _ = writeln!(
            out,
            "{:<10} {:<14} {}",
            mark(finding.status),
            finding.what,
            printable(&finding.sentence)
        );
        if let Some((key, whose)) = &finding.by {
            let _ = writeln!(out, "{:<25} by {}, key {key}", "", printable(whose));
        }
    }
    if !report.statement.is_empty() {
        let _ = writeln!(
            out,
            "\nStatement of whoever exported the file; it proves nothing:\n{}",
            printable(&report.statement)
        );
    }
    out.trim_end().to_owned()
}

/// Text from the file, with everything escaped that could steer a terminal or turn the reading direction.
fn printable(text: &str) -> String {
    let steers = |c: char| {
        c.is_control() && c != '\n'
            || matches!(c, '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().map(|c| if steers(c) { c.escape_unicode().to_string() } else { c.to_string() }).collect()
}

fn in_json(report: &Report) -> Value {
    let roots: Vec<Value> = report
        .roots
        .iter()
        .map(|(state, fingerprint)| json!({ "state": state, "fingerprint": fingerprint.to_string() }))
        .collect();
    json!({
        "proved": report.proved(),
        "roots_trusted": report.roots_trusted,
        "roots": roots,
        "findings": report.findings.iter().map(finding_in_json).collect::<Vec<_>>(),
        "statement": report.statement,
    })
}

fn finding_in_json(finding: &Finding) -> Value {
    json!({
        "status": mark(finding.status),
        "what": finding.what,
        "msg_id": finding.msg_id.map(|id| id.to_string()),
        "sentence": finding.sentence,
        "key": finding.by.as_ref().map(|(key, _)| key.to_string()),
        "by": finding.by.as_ref().map(|(_, whose)| whose),
        "code": finding.code.map(|c| c.name()),
    })
}

fn mark(status: Status) -> &'static str {
    match status {
        Status::Proved => "proved",
        Status::Failed => "failed",
        Status::NotShown => "not shown",
    }
}
