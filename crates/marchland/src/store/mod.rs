//! What the node remembers. One file per noun; [`commit`] is the one door for change to a case.
//!
//! Never: calls web, api, peer or work; asks the clock; decides what is lawful.

pub mod alert;
pub mod audit;
pub mod commit;
pub mod confirmation;
mod db;
pub mod ground;
pub mod inbox;
pub mod log;
pub mod matter;
pub mod neighbour;
pub mod outbox;
pub mod passage;
pub mod people;
pub mod receipt;
pub mod task;

pub use db::{Store, StoreError, Tx};
