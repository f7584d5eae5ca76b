//! The JSON API as a program meets it: the router of a founded node, asked in the same process. The other node is there
//! too, so that steps which need an answer get a real one.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says where")]

mod describes;
mod node;
mod our_side;
mod refuses;
mod room;
mod search;
mod their_side;
