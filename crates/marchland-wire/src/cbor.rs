//! Strict reading and canonical writing of CBOR (RFC 8949, section 4.2.1). spec/wire.md, section "Encoding".
//!
//! One spelling: shortest integers and lengths, definite lengths, map keys sorted and unique, no floats, no tags, text in
//! NFC. The whole input is walked before anything is built, so a length that is only claimed never causes an allocation.
//! After decoding, the value is written again and must give the same bytes: an unknown field is therefore an error.
//!
//! Never: repairs input, skips what it does not know, accepts trailing bytes.

use minicbor::{Decode, Encode};
use unicode_normalization::is_nfc;

use crate::code::{Code, Refused};

/// What a document may cost its reader.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Name of the document, for the sentence of a refusal.
    pub what: &'static str,
    pub bytes: usize,
    pub depth: u8,
    /// Longest text string, in bytes.
    pub text: usize,
}

/// Reads one document: size, spelling, shape, and that it writes back to the same bytes.
pub fn read<'b, T>(bytes: &'b [u8], limits: &Limits) -> Result<T, Refused>
where
    T: Decode<'b, ()> + Encode<()>,
{
    check(bytes, limits)?;
    let value: T = minicbor::decode(bytes)
        .map_err(|e| Refused::new(Code::Malformed, format!("{}: {e}", limits.what)))?;
    if write(&value) != bytes {
        return Err(Refused::new(
            Code::NotCanonical,
            format!("{}: an unknown field or another spelling", limits.what),
        ));
    }
    Ok(value)
}

/// Writes a value. Our types write maps with ascending integer keys and sorted sets, so this is the canonical spelling.
pub fn write<T: Encode<()>>(value: &T) -> Vec<u8> {
    let mut out = Vec::new();
    // Writing into memory cannot fail, and no type of this crate refuses to be written.
    let _ = minicbor::encode(value, &mut out);
    out
}

/// Walks the input once and refuses every spelling but the canonical one. Allocates nothing.
pub fn check(bytes: &[u8], limits: &Limits) -> Result<(), Refused> {
    if bytes.len() > limits.bytes {
        return Err(Refused::new(
            Code::Oversize,
            format!("{}: {} bytes where {} are allowed", limits.what, bytes.len(), limits.bytes),
        ));
    }
    let mut walk = Walk { bytes, at: 0, limits };
    walk.item(limits.depth)?;
    if walk.at != bytes.len() {
        return Err(walk.refuse(Code::NotCanonical, "bytes follow the document"));
    }
    Ok(())
}

struct Walk<'a> {
    bytes: &'a [u8],
    at: usize,
    limits: &'a Limits,
}

impl<'a> Walk<'a> {
    fn item(&mut self, depth: u8) -> Result<(), Refused> {
        let (major, argument) = self.head()?;
        match major {
            0 | 1 => Ok(()),
            2 => self.take(argument).map(|_| ()),
            3 => self.text(argument),
            4 => {
                let depth = self.deeper(depth)?;
                self.fits(argument)?;
                (0..argument).try_for_each(|_| self.item(depth))
            }
            5 => self.map(argument, depth),
            6 => Err(self.refuse(Code::NotCanonical, "a tag")),
            _ => match argument {
                20..=22 => Ok(()), // false, true, null
                _ => Err(self.refuse(Code::NotCanonical, "a simple value other than false, true and null")),
            },
        }
    }

    fn map(&mut self, pairs: u64, depth: u8) -> Result<(), Refused> {
        let depth = self.deeper(depth)?;
        self.fits(pairs.saturating_mul(2))?;
        let mut last: &[u8] = &[];
        for _ in 0..pairs {
            let start = self.at;
            self.item(depth)?;
            let key = self.bytes.get(start..self.at).unwrap_or_default();
            if key <= last {
                return Err(self.refuse(Code::NotCanonical, "map keys out of order or twice"));
            }
            last = key;
            self.item(depth)?;
        }
        Ok(())
    }

    fn text(&mut self, len: u64) -> Result<(), Refused> {
        let raw = self.take(len)?;
        if raw.len() > self.limits.text {
            return Err(self.refuse(Code::Oversize, "a text longer than allowed"));
        }
        match std::str::from_utf8(raw) {
            Err(_) => Err(self.refuse(Code::Malformed, "text that is not UTF-8")),
            Ok(text) if !is_nfc(text) => Err(self.refuse(Code::NotCanonical, "text that is not in NFC")),
            Ok(_) => Ok(()),
        }
    }

    /// Initial byte and argument; the argument must be in its shortest form.
    fn head(&mut self) -> Result<(u8, u64), Refused> {
        let [first] = *self.take(1)? else { return Err(self.refuse(Code::Malformed, "the bytes end early")) };
        let (major, info) = (first >> 5, first & 0x1f);
        if major == 7 && info >= 24 {
            return Err(self.refuse(Code::NotCanonical, "a float or an extended simple value"));
        }
        let (argument, least) = match info {
            0..=23 => return Ok((major, u64::from(info))),
            24 => (self.number(1)?, 24),
            25 => (self.number(2)?, 1 << 8),
            26 => (self.number(4)?, 1 << 16),
            27 => (self.number(8)?, 1 << 32),
            _ => return Err(self.refuse(Code::NotCanonical, "an indefinite length")),
        };
        if argument < least {
            return Err(self.refuse(Code::NotCanonical, "a number not in its shortest form"));
        }
        Ok((major, argument))
    }

    fn number(&mut self, width: u64) -> Result<u64, Refused> {
        Ok(self.take(width)?.iter().fold(0, |n, byte| (n << 8) | u64::from(*byte)))
    }

    fn take(&mut self, len: u64) -> Result<&'a [u8], Refused> {
        self.fits(len)?;
        let end = self.at + usize::try_from(len).unwrap_or(usize::MAX);
        let taken = self.bytes.get(self.at..end).unwrap_or_default();
        self.at = end;
        Ok(taken)
    }

    /// A claimed length must be present: every item needs at least one byte.
    fn fits(&self, len: u64) -> Result<(), Refused> {
        let left = self.bytes.len().saturating_sub(self.at);
        if len > left as u64 { Err(self.refuse(Code::Malformed, "the bytes end early")) } else { Ok(()) }
    }

    fn deeper(&self, depth: u8) -> Result<u8, Refused> {
        depth.checked_sub(1).ok_or_else(|| self.refuse(Code::Oversize, "nested deeper than allowed"))
    }

    fn refuse(&self, code: Code, why: &str) -> Refused {
        Refused::new(code, format!("{} at byte {}: {why}", self.limits.what, self.at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: Limits = Limits { what: "sample", bytes: 64, depth: 4, text: 16 };

    fn code(hex_bytes: &str) -> Option<Code> {
        check(&hex::decode(hex_bytes).unwrap(), &SMALL).err().map(|e| e.code)
    }

    #[test]
    fn the_one_spelling_is_read() {
        for ok in
            ["00", "1818", "190100", "20", "43010203", "63d0b061", "83010203", "a2010203f6", "f5", "80", "a0"]
        {
            assert_eq!(code(ok), None, "{ok}");
        }
    }

    #[test]
    fn every_other_spelling_is_refused() {
        use Code::{Malformed, NotCanonical, Oversize};
        for (bytes, expected) in [
            ("1817", NotCanonical),               // 23 in two bytes
            ("190018", NotCanonical),             // 24 in three bytes
            ("1a00000100", NotCanonical),         // 256 in five bytes
            ("1b0000000000000001", NotCanonical), // 1 in nine bytes
            ("580101", NotCanonical),             // a length not in its shortest form
            ("9f01ff", NotCanonical),             // indefinite array
            ("5f4101ff", NotCanonical),           // indefinite bytes
            ("a2020101f6", NotCanonical),         // keys out of order
            ("a201010102", NotCanonical),         // a key twice
            ("c100", NotCanonical),               // tag
            ("f93c00", NotCanonical),             // float
            ("f7", NotCanonical),                 // undefined
            ("0000", NotCanonical),               // trailing bytes
            ("6365cc81", NotCanonical),           // e and a combining acute: not NFC
            ("61ff", Malformed),                  // not UTF-8
            ("", Malformed),                      // nothing
            ("42ff", Malformed),                  // bytes end early
            ("9bffffffffffffffff", Malformed),    // a huge claim
            ("5bffffffffffffffff", Malformed),    // a huge claim
            ("bbffffffffffffffff", Malformed),    // a huge claim
            ("818181818100", Oversize),           // depth
            ("71", Malformed),                    // text end early
        ] {
            assert_eq!(code(bytes), Some(expected), "{bytes}");
        }
        assert_eq!(check(&[0x40; 65], &SMALL).unwrap_err().code, Oversize);
        assert_eq!(code(&format!("71{}", "61".repeat(17))), Some(Oversize));
    }
}
