//! The life of a case, tried from outside: only what the node can call.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod alerts;
mod boundary;
mod clocks;
mod drafts;
mod marks;
mod random;
mod story;
mod transitions;
mod world;
