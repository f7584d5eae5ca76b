//! What passes between nodes: canonical bytes, seal and open, mandates, receipts, Merkle log, evidence.
//!
//! Bytes go in, bytes come out. Time and randomness are parameters; keys are handed in. The documents that another
//! state needs to write its own node are in `spec/`, with vectors that this crate's tests read.
//!
//! Never: reads a clock, makes randomness, opens a file or a socket, knows what a payload means.

pub mod cbor;
pub mod checkpoint;
pub mod code;
pub mod cose;
pub mod envelope;
pub mod evidence;
pub mod header;
pub mod inbox;
pub mod keys;
pub mod lane;
pub mod leaf;
pub mod mandate;
pub mod merkle;
pub mod neighbour;
pub mod receipt;
pub mod root;
pub mod scope;
pub mod seal;
pub mod sync;
pub mod verify;

pub use code::{Code, Refused};
/// The traits of the generators that callers hand in.
pub use rand_core;
