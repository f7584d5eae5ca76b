//! The payload of version 1: what casework says to a neighbour, as bytes inside the seal. spec/payload.md.
//!
//! Never: trusts what it read; casework checks every content by the rules of its own form.

use marchland_casework::Message;

/// Larger than any text a form takes, smaller than an envelope.
pub const PAYLOAD_MAX_BYTES: usize = 200 * 1024;

#[derive(Debug, thiserror::Error)]
pub enum Unreadable {
    #[error("the payload has {0} bytes, at most {PAYLOAD_MAX_BYTES} are read")]
    TooLarge(usize),
    #[error("the payload is no message of version 1: {0}")]
    Shape(String),
    #[error("the payload is readable but not in its one spelling")]
    Spelling,
    #[error("the message breaks a rule: {0}")]
    Rule(String),
}

pub fn write(message: &Message) -> Result<Vec<u8>, Unreadable> {
    minicbor_serde::to_vec(message).map_err(|e| Unreadable::Shape(e.to_string()))
}

/// Reads strictly: bounded, one spelling, every limit of our own form.
pub fn read(bytes: &[u8]) -> Result<Message, Unreadable> {
    if bytes.len() > PAYLOAD_MAX_BYTES {
        return Err(Unreadable::TooLarge(bytes.len()));
    }
    let message: Message = minicbor_serde::from_slice(bytes).map_err(|e| Unreadable::Shape(e.to_string()))?;
    if write(&message)? != bytes {
        return Err(Unreadable::Spelling);
    }
    message.check().map_err(|bad| Unreadable::Rule(bad.to_string()))?;
    Ok(message)
}
