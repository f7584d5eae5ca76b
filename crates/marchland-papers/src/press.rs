//! The press: a template, the words of a language and the data of one paper go in, a PDF comes out.
//!
//! The template sees three files and nothing else: itself, `words.json` and `data.json`.
//!
//! Never: finds a file, a typeface or a package anywhere but in this crate.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::GapReport;

const GAP_REPORT: &str = include_str!("../templates/gap-report.typ");
const WORDS: &str = include_str!("../templates/words.json");
const FACES: [&[u8]; 2] =
    [include_bytes!("../fonts/NotoSans-Regular.ttf"), include_bytes!("../fonts/NotoSans-Bold.ttf")];

/// Results of earlier papers that the typesetter may keep in memory.
const KEPT_PAPERS: usize = 2;

/// A printed paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    pub pdf: Vec<u8>,
    /// What the typesetter remarked, such as a letter that the typeface lacks. A paper with remarks is still whole.
    pub remarks: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CannotPrint {
    #[error("the data of the paper cannot be written down: {0}")] // code: paper-data
    Data(String),
    #[error("the paper cannot be set: {0}")] // code: paper-template
    Template(String),
    #[error("the paper cannot be written as PDF/A: {0}")] // code: paper-archive
    Archive(String),
}

/// Prints the gap report of two states. It takes tens of milliseconds in a release build and much longer in a debug build:
/// a server calls it where it may block.
pub fn gap_report(report: &GapReport) -> Result<Paper, CannotPrint> {
    let data = serde_json::to_string(report).map_err(|why| CannotPrint::Data(why.to_string()))?;
    let (data, lacking) = printable(&data);
    let mut paper = print(GAP_REPORT, data.into_bytes())?;
    if !lacking.is_empty() {
        paper
            .remarks
            .push(format!("the typeface lacks these letters, a question mark stands for each: {lacking}"));
    }
    Ok(paper)
}

/// An archival paper may not show a letter its typeface lacks, and one strange letter must not cost the whole paper.
fn printable(text: &str) -> (String, String) {
    let mut lacking = String::new();
    let known = |c: char| c.is_ascii() || FONTS.1.iter().all(|font| font.info().coverage.contains(c.into()));
    let mut fit = |c: char| {
        if known(c) {
            return c;
        }
        if !lacking.contains(c) {
            lacking.push(c);
        }
        '?'
    };
    (text.chars().map(&mut fit).collect(), lacking)
}

fn print(template: &str, data: Vec<u8>) -> Result<Paper, CannotPrint> {
    let table = Table {
        main: Source::new(file("template.typ")?, template.to_owned()),
        words: file("words.json")?,
        data: (file("data.json")?, Bytes::new(data)),
    };
    let set = typst::compile::<PagedDocument>(&table);
    let document = set.output.map_err(|errors| CannotPrint::Template(said(&errors)))?;
    let standards = PdfStandards::new(&[PdfStandard::A_2a])
        .map_err(|why| CannotPrint::Archive(why.message().to_string()))?;
    let options = PdfOptions {
        creator: Smart::Custom(Some("Marchland".to_owned())),
        standards,
        ..PdfOptions::default()
    };
    let pdf = typst_pdf::pdf(&document, &options).map_err(|errors| CannotPrint::Archive(said(&errors)))?;
    typst::comemo::evict(KEPT_PAPERS);
    Ok(Paper { pdf, remarks: set.warnings.iter().map(|w| w.message.to_string()).collect() })
}

fn said(errors: &[SourceDiagnostic]) -> String {
    errors.iter().map(|error| error.message.as_str()).collect::<Vec<_>>().join("; ")
}

fn file(name: &str) -> Result<FileId, CannotPrint> {
    let path = VirtualPath::new(name).map_err(|why| CannotPrint::Template(format!("{name}: {why:?}")))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

static FONTS: LazyLock<(LazyHash<FontBook>, Vec<Font>)> = LazyLock::new(|| {
    let fonts: Vec<Font> = FACES.iter().flat_map(|face| Font::iter(Bytes::new(*face))).collect();
    (LazyHash::new(FontBook::from_fonts(&fonts)), fonts)
});

/// All that a template can reach.
struct Table {
    main: Source,
    words: FileId,
    data: (FileId, Bytes),
}

impl World for Table {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FONTS.0
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() { Ok(self.main.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        match id {
            id if id == self.data.0 => Ok(self.data.1.clone()),
            id if id == self.words => Ok(Bytes::new(WORDS.as_bytes())),
            _ => Err(FileError::AccessDenied),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.1.get(index).cloned()
    }

    /// A paper bears the day it is given.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
