//! The pages as people use them: forms sent, pages read, without a browser and without script.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says where")]

mod crossing;
mod house;
mod law;
mod ours;
mod refuses;
mod room;
#[path = "../gallery/sound.rs"]
mod sound;
mod theirs;
