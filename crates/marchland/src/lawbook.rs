//! The law this node works with: from a folder or from the binary, whole or not at all.
//!
//! A folder with a mistake is named in full and not used; the last good law stays in force.
//!
//! Never: decides anything; that is `marchland_law::decide`.

use std::path::Path;
use std::sync::{Arc, OnceLock};

use marchland_law::{Framework, Mistakes, SituationReport, SourceFile, run_situations};
use serde::{Deserialize, Serialize};

use crate::store::StoreError;

#[derive(rust_embed::Embed)]
#[folder = "../../law"]
struct Shipped;

#[derive(Clone, Debug)]
pub struct Lawbook {
    pub framework: Arc<Framework>,
    /// Said when the folder has mistakes and an older law is in use instead.
    pub mistakes: Option<Arc<Mistakes>>,
    files: Arc<[SourceFile]>,
    tried: Arc<OnceLock<SituationReport>>,
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
        let book = Self::read(folder, last_good)?;
        match &book.mistakes {
            None => keep(&book.files, last_good).map_err(NoLaw::NotKept)?,
            Some(mistakes) => {
                tracing::error!("the law has mistakes; the last good one stays in use\n{}", mistakes.plain());
            }
        }
        Ok(book)
    }

    /// The law that a node with this folder and this copy works with; writes nothing.
    pub fn read(folder: Option<&Path>, last_good: &Path) -> Result<Self, NoLaw> {
        let files = match folder {
            Some(folder) => read_folder(folder)?,
            None => shipped(),
        };
        let book = |framework: Framework, mistakes: Option<Mistakes>, files: Vec<SourceFile>| Self {
            framework: Arc::new(framework),
            mistakes: mistakes.map(Arc::new),
            files: files.into(),
            tried: Arc::default(),
        };
        match Framework::load(&files) {
            Ok(framework) => Ok(book(framework, None, files)),
            Err(mistakes) => {
                let loaded = kept(last_good).and_then(|old| Some((Framework::load(&old).ok()?, old)));
                match loaded {
                    Some((framework, old)) => Ok(book(framework, Some(mistakes), old)),
                    None => Err(NoLaw::Mistakes(Box::new(mistakes))),
                }
            }
        }
    }

    /// What the situations of this law try; run at the first question, which takes as long as `law check`.
    pub fn situations(&self) -> &SituationReport {
        self.tried.get_or_init(|| run_situations(&self.framework, &self.files))
    }

    /// What makes this law, as one document that [`edition`] reads back.
    pub fn edition(&self) -> Result<String, StoreError> {
        let law = self.files.iter().filter(|file| file.is_law());
        let law: Vec<Kept> = law.map(|f| Kept { path: f.path.clone(), text: f.text.clone() }).collect();
        serde_json::to_string(&law).map_err(StoreError::unreadable("edition of the law"))
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
    edition(&std::fs::read_to_string(last_good).ok()?)
}

/// The files of a kept law; nothing if the document is not one.
pub fn edition(doc: &str) -> Option<Vec<SourceFile>> {
    let kept: Vec<Kept> = serde_json::from_str(doc).ok()?;
    Some(kept.into_iter().map(|file| SourceFile { path: file.path, text: file.text }).collect())
}
