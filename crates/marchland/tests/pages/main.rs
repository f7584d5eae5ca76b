//! The pages as people use them: forms sent, pages read, without a browser and without script.

mod ours;
mod refuses;
mod room;
