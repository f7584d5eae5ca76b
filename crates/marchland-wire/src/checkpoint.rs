//! Checkpoints of a log: C2SP signed notes, signed by the log and cosigned by the neighbour. spec/log.md, "Checkpoint".
//!
//! The text is `origin, size, root` and extension lines; then a blank line and signature lines. A reader ignores signature
//! lines of keys and algorithms it does not know, so that ML-DSA-44 lines can be added later without a new format.
//!
//! Never: signs two different roots for one size; that is the caller's store to ensure, and `witness` to detect.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha256};

use crate::code::{Code, Refused};
use crate::keys::{Hash, SignKey, Signature, VerifyKey};
use crate::merkle::{self, SIZE_MAX};

/// Room for two Ed25519 and two ML-DSA-44 lines.
pub const NOTE_MAX: usize = 16 * 1024;
const LINES_MAX: usize = 8;
const ED25519: u8 = 0x01;
const COSIGNATURE_V1: u8 = 0x04;

/// Name of the log that `node` keeps for what it exchanges with `peer`.
pub fn origin(node: &str, peer: &str, epoch: u32) -> String {
    format!("marchland/{node}->{peer}/{epoch}")
}

/// Name under which a node cosigns.
pub fn witness_name(node: &str) -> String {
    format!("marchland/{node}/witness")
}

/// What a checkpoint states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    pub origin: String,
    pub size: u64,
    pub root: Hash,
    /// Number and digest of the newest revocation list in this log.
    pub revocations: Option<(u64, Hash)>,
}

impl Checkpoint {
    /// The text that is signed.
    pub fn text(&self) -> String {
        let mut text = format!("{}\n{}\n{}\n", self.origin, self.size, BASE64.encode(self.root.0));
        if let Some((number, digest)) = &self.revocations {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "revocations {number} {}", BASE64.encode(digest.0));
        }
        text
    }

    fn read(text: &str) -> Option<Checkpoint> {
        let mut lines = text.strip_suffix('\n')?.split('\n');
        let (origin, size, root) = (lines.next()?, lines.next()?, lines.next()?);
        let revocations = match lines.next() {
            None => None,
            Some(line) => {
                let (number, digest) = line.strip_prefix("revocations ")?.split_once(' ')?;
                Some((number.parse().ok()?, Hash::from_slice(&BASE64.decode(digest).ok()?)?))
            }
        };
        let read = Checkpoint {
            origin: origin.to_owned(),
            size: size.parse().ok()?,
            root: Hash::from_slice(&BASE64.decode(root).ok()?)?,
            revocations,
        };
        let sane =
            !origin.is_empty() && read.size <= SIZE_MAX && lines.next().is_none() && read.text() == text;
        (sane && (read.size > 0 || read.root == merkle::empty_root())).then_some(read)
    }
}

/// A checkpoint with its signature lines, exactly as received.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    pub checkpoint: Checkpoint,
    text: String,
    lines: Vec<Line>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Line {
    name: String,
    key_hash: [u8; 4],
    signature: Vec<u8>,
}

impl Note {
    /// Signs a checkpoint as the log. The key's name is the origin, as C2SP asks.
    pub fn sign(checkpoint: Checkpoint, log: &SignKey) -> Note {
        let text = checkpoint.text();
        let line = Line {
            name: checkpoint.origin.clone(),
            key_hash: key_hash(&checkpoint.origin, ED25519, &log.public()),
            signature: log.sign_bytes(text.as_bytes()).0.to_vec(),
        };
        Note { checkpoint, text, lines: vec![line] }
    }

    pub fn parse(note: &str) -> Result<Note, Refused> {
        let malformed = |why: &str| Refused::new(Code::Malformed, format!("checkpoint: {why}"));
        if note.len() > NOTE_MAX {
            return Err(Refused::new(Code::Oversize, "checkpoint"));
        }
        if note.chars().any(|c| c.is_control() && c != '\n') {
            return Err(malformed("control characters"));
        }
        let (body, signatures) = note.split_once("\n\n").ok_or_else(|| malformed("no signatures"))?;
        let text = format!("{body}\n");
        let checkpoint = Checkpoint::read(&text).ok_or_else(|| malformed("text"))?;
        let signatures = signatures.strip_suffix('\n').ok_or_else(|| malformed("signature lines"))?;
        let lines = signatures
            .split('\n')
            .map(|line| read_line(line).ok_or_else(|| malformed("signature line")))
            .take(LINES_MAX + 1)
            .collect::<Result<Vec<_>, _>>()?;
        if lines.len() > LINES_MAX {
            return Err(Refused::new(Code::Oversize, "checkpoint: signature lines"));
        }
        Ok(Note { checkpoint, text, lines })
    }

    /// Checks the log's own signature.
    pub fn verify(&self, log: &VerifyKey) -> Result<(), Refused> {
        let name = &self.checkpoint.origin;
        let signature = self.signature(name, key_hash(name, ED25519, log)).and_then(Signature::from_slice);
        let signature =
            signature.ok_or_else(|| Refused::new(Code::Signature, "checkpoint: no line of the log"))?;
        log.verify(self.text.as_bytes(), &signature).map_err(|e| Refused::new(e.code, "checkpoint"))
    }

    /// Checks the cosignature of a witness; returns the moment the witness states.
    pub fn verify_cosignature(&self, witness_name: &str, witness: &VerifyKey) -> Result<i64, Refused> {
        let missing = || Refused::new(Code::Signature, "checkpoint: no line of the witness");
        let signature = self
            .signature(witness_name, key_hash(witness_name, COSIGNATURE_V1, witness))
            .ok_or_else(missing)?;
        let (time, signature) = signature.split_first_chunk::<8>().ok_or_else(missing)?;
        let time_s = i64::try_from(u64::from_be_bytes(*time)).map_err(|_| missing())?;
        let signature = Signature::from_slice(signature).ok_or_else(missing)?;
        witness
            .verify(cosigned(time_s, &self.text).as_bytes(), &signature)
            .map_err(|e| Refused::new(e.code, "cosignature"))?;
        Ok(time_s)
    }

    /// Cosignature line over this checkpoint, `cosignature/v1`. The caller has judged the checkpoint with `witness`.
    pub fn cosign(&self, witness_name: &str, witness: &SignKey, at_s: i64) -> String {
        let time_s = at_s.max(0);
        let mut signature = time_s.to_be_bytes().to_vec();
        signature.extend_from_slice(&witness.sign_bytes(cosigned(time_s, &self.text).as_bytes()).0);
        let key_hash = key_hash(witness_name, COSIGNATURE_V1, &witness.public());
        Line { name: witness_name.to_owned(), key_hash, signature }.text()
    }

    /// The same checkpoint with one more line.
    pub fn with_line(&self, line: &str) -> Result<Note, Refused> {
        let line = read_line(line).ok_or_else(|| Refused::new(Code::Malformed, "cosignature"))?;
        let mut note = self.clone();
        if !note.lines.contains(&line) {
            note.lines.push(line);
        }
        Note::parse(&note.to_text())
    }

    pub fn to_text(&self) -> String {
        self.lines.iter().fold(format!("{}\n", self.text), |text, line| text + &line.text() + "\n")
    }

    fn signature(&self, name: &str, key_hash: [u8; 4]) -> Option<&[u8]> {
        self.lines.iter().find(|l| l.name == name && l.key_hash == key_hash).map(|l| l.signature.as_slice())
    }
}

impl Line {
    fn text(&self) -> String {
        let bytes = [self.key_hash.as_slice(), &self.signature].concat();
        format!("\u{2014} {} {}", self.name, BASE64.encode(bytes))
    }
}

fn read_line(line: &str) -> Option<Line> {
    let (name, encoded) = line.strip_prefix("\u{2014} ")?.split_once(' ')?;
    let bytes = BASE64.decode(encoded).ok()?;
    let (key_hash, signature) = bytes.split_first_chunk::<4>()?;
    let sane = !name.is_empty() && !name.contains('+') && !name.chars().any(char::is_whitespace);
    sane.then(|| Line { name: name.to_owned(), key_hash: *key_hash, signature: signature.to_vec() })
}

fn key_hash(name: &str, algorithm: u8, key: &VerifyKey) -> [u8; 4] {
    let digest =
        Sha256::new().chain_update(name).chain_update([b'\n', algorithm]).chain_update(key.0).finalize();
    let [a, b, c, d, ..] = digest.0;
    [a, b, c, d]
}

fn cosigned(time_s: i64, text: &str) -> String {
    format!("cosignature/v1\ntime {time_s}\n{text}")
}

/// What a witness knows of a log: the newest checkpoint it cosigned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    pub size: u64,
    pub root: Hash,
}

impl Default for Known {
    fn default() -> Self {
        Known { size: 0, root: merkle::empty_root() }
    }
}

/// Judges a neighbour's checkpoint as a witness (C2SP tlog-witness). On `Ok` the caller replaces `known` by what is
/// returned, atomically and durably, and only then gives the cosignature.
///
/// `log-stale` corresponds to HTTP 409 (answer with the known size), `log-inconsistent` to 422; `log-fork` is evidence.
pub fn witness(
    known: Known,
    old_size: u64,
    note: &Note,
    log: &VerifyKey,
    proof: &[Hash],
) -> Result<Known, Refused> {
    note.verify(log)?;
    let new = &note.checkpoint;
    if new.size == known.size && new.root != known.root {
        return Err(Refused::new(Code::LogFork, "checkpoint"));
    }
    if old_size != known.size || new.size < known.size {
        return Err(Refused::new(Code::LogStale, format!("checkpoint: the known size is {}", known.size)));
    }
    merkle::verify_consistency((known.size, &known.root), (new.size, &new.root), proof)?;
    Ok(Known { size: new.size, root: new.root })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The published example of golang.org/x/mod/sumdb/note.
    #[test]
    fn key_hash_and_line_are_those_of_signed_notes() {
        let text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
        let line = "\u{2014} PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=";
        let vkey = BASE64.decode("ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW").unwrap();
        let key = VerifyKey::from_slice(&vkey[1..]).unwrap();
        let read = read_line(line).unwrap();
        assert_eq!(read.key_hash, key_hash("PeterNeumann", ED25519, &key));
        assert_eq!(hex::encode(read.key_hash), "c74f20a3");
        key.verify(text.as_bytes(), &Signature::from_slice(&read.signature).unwrap()).unwrap();
        assert_eq!(read.text(), line);
    }
}
