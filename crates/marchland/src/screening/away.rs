//! Checks made away from the node: what a post without network writes down of each, one JSON object to a line, and what the node
//! reads when the post hands them in.
//!
//! Never: holds a traveller; tells a check as written down that is not.

use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::list::{Met, Word};
use crate::clock::new_id;

/// One check, without the traveller.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Away {
    /// UUIDv7: handed in twice, it counts once.
    pub id: Uuid,
    pub at: Timestamp,
    /// Moment of the list that answered.
    pub list_of: Timestamp,
    /// Line of what was entered at once, from 1.
    pub line: i64,
    pub word: Word,
    /// The alert that was met, by its number at the node.
    pub alert: Option<String>,
}

impl Away {
    pub fn new(at: Timestamp, list_of: Timestamp, line: i64, met: &[Met]) -> Away {
        let first = met.first();
        let second = |at: Timestamp| Timestamp::from_second(at.as_second()).unwrap_or(at);
        Away {
            id: new_id(at),
            at: second(at),
            list_of: second(list_of),
            line,
            word: first.map_or(Word::Clear, |met| met.word),
            alert: first.map(|met| met.listed.id.clone()),
        }
    }
}

/// The file of a post.
#[derive(Debug)]
pub struct Log(Mutex<File>);

impl Log {
    /// Goes on where it ended. A line that a power cut left unfinished is ended, so that it spoils no other.
    pub fn open(path: &Path) -> io::Result<Log> {
        let mut file = OpenOptions::new().create(true).append(true).read(true).open(path)?;
        let mut last = [b'\n'];
        if file.seek(SeekFrom::End(0))? > 0 {
            file.seek(SeekFrom::End(-1))?;
            file.read_exact(&mut last)?;
        }
        if last != [b'\n'] {
            file.write_all(b"\n")?;
        }
        Ok(Log(Mutex::new(file)))
    }

    /// Durable when it returns: only then may an answer be given.
    pub fn write(&self, checks: &[Away]) -> io::Result<()> {
        let mut lines = Vec::new();
        for check in checks {
            serde_json::to_writer(&mut lines, check)?;
            lines.push(b'\n');
        }
        let mut file = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        file.write_all(&lines)?;
        file.sync_data()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_cut_by_a_power_failure_spoils_no_other() {
        let path = std::env::temp_dir().join(format!("marchland-away-{}.jsonl", Uuid::now_v7()));
        let at: Timestamp = "2026-11-12T08:14:00Z".parse().unwrap();
        let (one, two) = (Away::new(at, at, 1, &[]), Away::new(at, at, 2, &[]));
        Log::open(&path).unwrap().write(std::slice::from_ref(&one)).unwrap();
        std::fs::write(&path, [std::fs::read(&path).unwrap(), b"{\"id\":\"01".to_vec()].concat()).unwrap();
        Log::open(&path).unwrap().write(std::slice::from_ref(&two)).unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        let read: Vec<Option<Away>> = text.lines().map(|line| serde_json::from_str(line).ok()).collect();
        assert_eq!(read, [Some(one), None, Some(two)]);
        std::fs::remove_file(&path).unwrap();
    }
}
