//! The door between nodes: what a neighbour may post to us, and what we post to it. One exchange, both directions.
//!
//! Never: opens a payload, works on a case beyond noting a receipt, waits while it holds a transaction.

pub mod door;
pub mod exchange;
pub mod heads;
mod intake;
pub mod link;
pub mod receipts;
pub mod tls;
pub mod v1;
