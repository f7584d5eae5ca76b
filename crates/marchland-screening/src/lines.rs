//! Files of one JSON object per line, read as they come. A line that cannot be used is told with its number.
//!
//! Never: opens files; drops a line without a word.

use std::collections::HashMap;
use std::io::BufRead;

use serde::de::DeserializeOwned;

use crate::alert::{Alert, Check};
use crate::born::Born;

/// A line that could not be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {why}; correct it or run with bad lines skipped")] // code: line-unreadable
pub struct BadLine {
    pub line: usize,
    pub why: String,
}

/// Whether the lines of a file may be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadLines {
    Refuse,
    Skip,
}

/// What a file of the search holds one of per line.
pub trait Row: DeserializeOwned {
    fn id(&self) -> &str;
    fn dob(&self) -> Option<&str>;
}

impl Row for Alert {
    fn id(&self) -> &str {
        &self.id
    }

    fn dob(&self) -> Option<&str> {
        self.dob.as_deref()
    }
}

impl Row for Check {
    fn id(&self) -> &str {
        &self.id
    }

    fn dob(&self) -> Option<&str> {
        self.dob.as_deref()
    }
}

/// The alerts or checks of a file, each once and with a date of birth that can be read.
pub fn read_lines<T: Row>(file: impl BufRead) -> impl Iterator<Item = Result<T, BadLine>> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    rows(file).map(move |row| {
        let (line, one): (usize, T) = row?;
        if let Some(Err(e)) = one.dob().map(str::parse::<Born>) {
            return Err(BadLine { line, why: e.to_string() });
        }
        match seen.get(one.id()) {
            Some(first) => Err(BadLine { line, why: format!("the id of line {first} again") }),
            None => {
                seen.insert(one.id().to_string(), line);
                Ok(one)
            }
        }
    })
}

/// All good lines; the bad ones end the reading or are returned beside them.
pub fn read_all<T: Row>(
    file: impl BufRead,
    bad: BadLines,
    mut progress: impl FnMut(usize),
) -> Result<(Vec<T>, Vec<BadLine>), BadLine> {
    let (mut good, mut skipped) = (Vec::new(), Vec::new());
    for row in read_lines(file) {
        match row {
            Ok(one) => good.push(one),
            Err(e) if bad == BadLines::Refuse => return Err(e),
            Err(e) => skipped.push(e),
        }
        progress(good.len());
    }
    Ok((good, skipped))
}

/// Every line that is not blank, with its number.
pub(crate) fn rows<T: DeserializeOwned>(
    mut file: impl BufRead,
) -> impl Iterator<Item = Result<(usize, T), BadLine>> {
    let (mut buffer, mut line, mut broken) = (Vec::new(), 0, false);
    std::iter::from_fn(move || {
        while !broken {
            buffer.clear();
            line += 1;
            match file.read_until(b'\n', &mut buffer) {
                Ok(0) => return None,
                Ok(_) if buffer.trim_ascii().is_empty() => {}
                Ok(_) => {
                    let read = serde_json::from_slice(&buffer);
                    return Some(
                        read.map(|one| (line, one))
                            .map_err(|e| BadLine { line, why: format!("not readable: {e}") }),
                    );
                }
                Err(e) => {
                    broken = true;
                    return Some(Err(BadLine { line, why: format!("the file ends in an error: {e}") }));
                }
            }
        }
        None
    })
}
