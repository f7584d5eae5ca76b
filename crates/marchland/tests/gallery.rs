//! Every page, drawn with invented data in every language: what it looks like (snapshots), and that each
//! one is sound HTML that works without script. `GALLERY_OUT=dir` also writes the pages for a browser.

#[path = "gallery/pages/mod.rs"]
mod pages;
#[path = "gallery/samples.rs"]
mod samples;
#[path = "gallery/sound.rs"]
mod sound;

use marchland::web::l10n::Lang;
use marchland::web::views::frame::ASSETS;

/// The pages whose exact markup is kept in git and read in review; the others are checked for soundness.
const AGREED: [&str; 6] = ["sign-in", "desk", "panel", "request", "received-position", "approval"];

#[test]
fn the_agreed_pages_look_as_agreed() {
    let drawn = pages::all(Lang::En);
    for agreed in AGREED {
        let page = drawn.iter().find(|(name, _)| *name == agreed);
        let html = page.map(|(_, html)| html.as_str()).unwrap_or("this page is not drawn");
        // The hash of the browser files changes with every style; the markup does not.
        insta::assert_snapshot!(agreed, html.replace(ASSETS, "/assets"));
    }
}

#[test]
fn every_message_is_used_and_every_language_has_the_same_ones() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut used = String::new();
    for folder in ["templates", "src"] {
        collect(&root.join(folder), &mut used);
    }
    let english = keys(&root.join("locales/en"));
    assert!(english.len() > 400, "only {} messages were read", english.len());
    for lang in ["ru", "kk"] {
        assert_eq!(keys(&root.join("locales").join(lang)), english, "{lang} differs from English");
    }
    let called = |key: &str| used.contains(&format!(".{}(", key.replace('-', "_")));
    let idle: Vec<&String> = english.iter().filter(|k| *k != "language-name" && !called(k)).collect();
    assert!(idle.is_empty(), "messages nobody shows: {idle:?}");
}

fn keys(folder: &std::path::Path) -> std::collections::BTreeSet<String> {
    let mut text = String::new();
    collect(folder, &mut text);
    let keys = text.lines().filter(|l| l.starts_with(|c: char| c.is_ascii_lowercase()));
    keys.filter_map(|l| l.split_once(" =")).map(|(key, _)| key.to_owned()).collect()
}

fn collect(folder: &std::path::Path, into: &mut String) {
    for entry in std::fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("the entry can be read").path();
        if path.is_dir() {
            collect(&path, into);
        } else {
            into.push_str(&std::fs::read_to_string(&path).unwrap_or_default());
            into.push('\n');
        }
    }
}

#[test]
fn pages_are_sound_in_every_language() {
    let mut faults = Vec::new();
    for lang in Lang::ALL {
        for (name, html) in pages::all(lang) {
            faults
                .extend(sound::faults(&html).into_iter().map(|f| format!("{name} in {}: {f}", lang.code())));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_checker_sees_what_it_is_for() {
    let bad = r##"<html lang="en"><title>x</title><h1>a</h1><p id="a" style="x"></p><i id="a"></i><label for="gone">l</label>
        <form method="post"><input name="q"></form><a href="#nowhere">n</a></html>"##;
    let faults = sound::faults(bad);
    for expected in ["style", "id \"a\" twice", "gone", "csrf", "#nowhere", "no label"] {
        assert!(faults.iter().any(|f| f.contains(expected)), "{expected} not found in {faults:?}");
    }
}

#[test]
fn what_people_type_is_never_markup() {
    for (name, html) in pages::all(Lang::En) {
        assert!(!html.contains("<script>alert"), "{name} lets typed markup through");
    }
}

#[test]
fn pages_for_a_browser() {
    let Some(dir) = std::env::var_os("GALLERY_OUT") else { return };
    let dir = std::path::PathBuf::from(dir);
    for lang in Lang::ALL {
        let dir = dir.join(lang.code());
        std::fs::create_dir_all(&dir).expect("the gallery folder can be made");
        for (name, html) in pages::all(lang) {
            std::fs::write(dir.join(format!("{name}.html")), html).expect("the page can be written");
        }
    }
}
