//! The shipped law, and the crate on it, read from the folder `law/` as an operator would give it.
#![allow(clippy::disallowed_methods, reason = "tests read the shipped law from the disk")]

use std::path::Path;
use std::sync::OnceLock;

use marchland_law::{Framework, SourceFile};

mod bonds;
mod days;
mod decisions;
mod gaps;
mod hostile;
mod limits;
mod mistakes;
mod pack;
mod replay;
mod reports;
mod shipped;
mod twin;
mod walkthrough;

/// Every law file of the repository.
pub(crate) fn shipped_files() -> Vec<SourceFile> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../law");
    let mut files = Vec::new();
    walk(&root, &root, &mut files);
    files
}

fn walk(root: &Path, folder: &Path, files: &mut Vec<SourceFile>) {
    for entry in std::fs::read_dir(folder).expect("the law folder can be read") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            walk(root, &path, files);
        } else {
            let relative = path.strip_prefix(root).expect("inside").components();
            let relative: Vec<_> = relative.map(|c| c.as_os_str().to_string_lossy()).collect();
            files.push(SourceFile {
                path: relative.join("/"),
                text: std::fs::read_to_string(&path).expect("text"),
            });
        }
    }
}

/// Loaded once; it never changes.
pub(crate) fn shipped_law() -> &'static Framework {
    static LAW: OnceLock<Framework> = OnceLock::new();
    LAW.get_or_init(|| {
        Framework::load(&shipped_files()).unwrap_or_else(|mistakes| panic!("{}", mistakes.plain()))
    })
}
