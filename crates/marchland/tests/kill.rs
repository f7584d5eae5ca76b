//! Two real processes, one of them killed by signal 9 before every step: the story ends as if nothing had happened.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test that stops here has failed"
)]

use std::process::Command;

#[test]
fn nodes_that_die_before_every_step_lose_nothing() {
    let done = Command::new(env!("CARGO_BIN_EXE_marchland"))
        .args(["demo", "--scripted", "--json", "--kill"])
        .output()
        .unwrap();
    let said: serde_json::Value = serde_json::from_slice(&done.stdout).unwrap();
    assert_eq!(said["ok"], true, "{said:#}");
    assert!(done.status.success());
    assert!(said["kills"].as_u64().is_some_and(|kills| kills >= 10), "only {} kills", said["kills"]);
    for node in ["ru-oms", "kz-nkz"] {
        assert_eq!(said["evidence"][node]["proved"], true);
        assert_eq!(said["logs"][node]["size"], said["logs"][node]["cosigned"]);
    }
}
