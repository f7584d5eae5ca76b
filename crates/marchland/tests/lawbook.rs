//! A pack with a mistake does not start a node with half a law: it names the mistakes and keeps the last good one.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test that stops here has failed"
)]

use std::path::PathBuf;

use marchland::lawbook::{Lawbook, NoLaw, shipped};

struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        let folder = std::env::temp_dir().join(format!("marchland-law-{}", uuid::Uuid::now_v7()));
        for file in shipped() {
            let path = folder.join("law").join(&file.path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, file.text).unwrap();
        }
        Self(folder)
    }

    fn law(&self) -> PathBuf {
        self.0.join("law")
    }

    fn kept(&self) -> PathBuf {
        self.0.join("law-last-good.json")
    }

    /// A slip of the pen in an instrument.
    fn break_it(&self) {
        let path = self.law().join("instruments/ru-kz-mvd-border-1998/instrument.md");
        let text = std::fs::read_to_string(&path).unwrap();
        std::fs::write(path, text.replacen("force: binding", "force: bindign", 1)).unwrap();
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            std::fs::remove_dir_all(&self.0).unwrap();
        }
    }
}

#[test]
fn a_good_folder_is_the_law_that_is_shipped() {
    let folder = Folder::new();
    let from_folder = Lawbook::open(Some(&folder.law()), &folder.kept()).unwrap();
    let shipped = Lawbook::open(None, &folder.kept()).unwrap();
    assert_eq!(from_folder.framework.id(), shipped.framework.id());
    assert!(from_folder.mistakes.is_none());
}

#[test]
fn a_mistake_is_named_and_the_last_good_law_stays() {
    let folder = Folder::new();
    let good = Lawbook::open(Some(&folder.law()), &folder.kept()).unwrap();
    folder.break_it();
    let held = Lawbook::open(Some(&folder.law()), &folder.kept()).unwrap();
    assert_eq!(held.framework.id(), good.framework.id());
    let said = held.mistakes.unwrap().plain();
    assert!(said.contains("ru-kz-mvd-border-1998/instrument.md"), "{said}");
    assert!(said.contains("bindign"), "{said}");
}

#[test]
fn without_a_good_law_nothing_starts() {
    let folder = Folder::new();
    folder.break_it();
    let refused = Lawbook::open(Some(&folder.law()), &folder.kept());
    assert!(matches!(refused, Err(NoLaw::Mistakes(_))));
}
