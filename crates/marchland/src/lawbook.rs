//! The law this node works with: from a folder or from the binary, whole or not at all.
//!
//! A folder with a mistake is named in full and not used; the last good law stays in force.
//!
//! Never: decides anything; that is `marchland_law::decide`.

use std::path::Path;
use std::sync::Arc;

use marchland_law::{Framework, Mistakes, SourceFile};
use serde::{Deserialize, Serialize};

#[derive(rust_embed::Embed)]
#[folder = "../../law"]
struct Shipped;

#[derive(Clone, Debug)]
pub struct Lawbook {
    pub framework: Arc<Framework>,
    /// Said when the folder has mistakes and an older law is in use instead.
    pub mistakes: Option<Arc<Mistakes>>,
}

#[derive(Serialize, Deserialize)]
struct Kept {
    path: String,
    text: String,
}

#[derive(Debug, thiserror::Error)]
pub enum NoLaw {
    #[error(
        "the law has mistakes and there is no earlier good one to fall back on; nothing was started\n\n{}",
        .0.plain()
    )]
    Mistakes(Box<Mistakes>),
    #[error("{path}: {why}; check the folder of the law in the configuration")]
    Unreadable { path: String, why: std::io::Error },
    #[error("the kept copy of the last good law cannot be written: {0}")]
    NotKept(std::io::Error),
}

impl Lawbook {
    /// Loads the law; keeps a copy once it is found good.
    pub fn open(folder: Option<&Path>, last_good: &Path) -> Result<Self, NoLaw> {
        let files = match folder {
            Some(folder) => read_folder(folder)?,
            None => shipped(),
        };
        match Framework::load(&files) {
            Ok(framework) => {
                keep(&files, last_good).map_err(NoLaw::NotKept)?;
                Ok(Self { framework: Arc::new(framework), mistakes: None })
            }
            Err(mistakes) => match kept(last_good).and_then(|files| Framework::load(&files).ok()) {
                Some(framework) => {
                    tracing::error!(
                        "the law has mistakes; the last good one stays in use\n{}",
                        mistakes.plain()
                    );
                    Ok(Self { framework: Arc::new(framework), mistakes: Some(Arc::new(mistakes)) })
                }
                None => Err(NoLaw::Mistakes(Box::new(mistakes))),
            },
        }
    }
}

/// The law inside this binary.
pub fn shipped() -> Vec<SourceFile> {
    let mut files: Vec<SourceFile> = Shipped::iter()
        .filter_map(|path| {
            let data = Shipped::get(&path)?.data;
            Some(SourceFile { path: path.to_string(), text: String::from_utf8_lossy(&data).into_owned() })
        })
        .collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

/// Every file of a folder, in a fixed order, with paths relative to it.
pub fn read_folder(root: &Path) -> Result<Vec<SourceFile>, NoLaw> {
    let unreadable = |path: &Path| {
        let path = path.display().to_string();
        move |why| NoLaw::Unreadable { path, why }
    };
    let (mut folders, mut files) = (vec![root.to_owned()], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).map_err(unreadable(&folder))? {
            let path = entry.map_err(unreadable(&folder))?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let bytes = std::fs::read(&path).map_err(unreadable(&path))?;
                let relative = path.strip_prefix(root).unwrap_or(&path).display().to_string();
                files.push(SourceFile { path: relative, text: String::from_utf8_lossy(&bytes).into_owned() });
            }
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

fn keep(files: &[SourceFile], last_good: &Path) -> std::io::Result<()> {
    let kept: Vec<Kept> =
        files.iter().map(|file| Kept { path: file.path.clone(), text: file.text.clone() }).collect();
    let text = serde_json::to_string(&kept)?;
    if std::fs::read_to_string(last_good).is_ok_and(|old| old == text) {
        return Ok(());
    }
    let beside = last_good.with_extension("new");
    std::fs::write(&beside, text)?;
    std::fs::rename(beside, last_good)
}

fn kept(last_good: &Path) -> Option<Vec<SourceFile>> {
    let kept: Vec<Kept> = serde_json::from_str(&std::fs::read_to_string(last_good).ok()?).ok()?;
    Some(kept.into_iter().map(|file| SourceFile { path: file.path, text: file.text }).collect())
}
