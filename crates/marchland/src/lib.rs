//! A Marchland node. Rooms: `web`, `api`, `peer` and `work` are doors; `acts` is what they do; `store` remembers; `screening` holds the list of
//! alerts in memory.
//!
//! Never: lets a door call a door, or the store call anybody.

pub mod access;
pub mod acts;
pub mod api;
pub mod app;
pub mod clock;
pub mod command;
pub mod config;
pub mod demo;
pub mod fuse;
pub mod keyring;
pub mod lawbook;
pub mod peer;
pub mod screening;
pub mod serve;
pub mod setup;
pub mod store;
pub mod survey;
pub mod web;
pub mod work;
