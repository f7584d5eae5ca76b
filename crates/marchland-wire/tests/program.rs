//! The program a court runs: its answers and its exit codes.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod common;

use common::Side;
use common::walk::walk;
use serde_json::Value;

#[expect(clippy::disallowed_methods, clippy::disallowed_types, reason = "runs the program itself")]
fn run(name: &str, file: Option<&[u8]>, args: &[&str]) -> (i32, String) {
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if let Some(bytes) = file {
        std::fs::write(&path, bytes).unwrap();
    }
    let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_marchland-verify"));
    let output = program.arg(&path).args(args).output().unwrap();
    (output.status.code().unwrap(), String::from_utf8(output.stdout).unwrap())
}

#[test]
fn a_good_file_is_proved_in_words_and_in_json() {
    let bytes = walk(false, true).to_bytes();
    let roots =
        [Side::omsk().root.fingerprint().to_string(), Side::petropavl().root.fingerprint().to_string()];
    let trusted = ["--root", &roots[0], "--root", &roots[1]];
    let (exit, words) = run("good.mrl-evidence", Some(&bytes), &trusted);
    assert_eq!(exit, 0);
    assert!(words.starts_with("PROVED") && !words.contains("as claimed"), "{words}");
    let (exit, text) = run("json.mrl-evidence", Some(&bytes), &["--json"]);
    let report: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(
        (exit, &report["proved"], &report["roots_trusted"]),
        (0, &Value::Bool(true), &Value::Bool(false))
    );
}

#[test]
fn a_changed_file_is_not_proved_and_an_unreadable_one_says_so() {
    let mut changed = walk(false, true);
    changed.messages[0].ciphertext.0[0] ^= 1;
    let (exit, words) = run("changed.mrl-evidence", Some(&changed.to_bytes()), &[]);
    assert_eq!(exit, 1);
    assert!(words.starts_with("NOT PROVED"), "{words}");
    assert_eq!(run("text.mrl-evidence", Some(b"hello"), &[]).0, 2);
    assert_eq!(run("missing.mrl-evidence", None, &[]).0, 2);
    assert_eq!(run("call.mrl-evidence", Some(b""), &["--root", "xyz"]).0, 2);
    assert_eq!(run("call.mrl-evidence", Some(b""), &["--what"]).0, 2);
}

#[test]
fn text_in_a_file_cannot_steer_the_terminal() {
    let mut evidence = walk(false, false);
    evidence.statement = "\u{1b}[2Jproved \u{202e}denied".to_owned();
    let (_, words) = run("steer.mrl-evidence", Some(&evidence.to_bytes()), &[]);
    assert!(words.contains("\\u{1b}[2Jproved \\u{202e}denied"), "{words}");
}
