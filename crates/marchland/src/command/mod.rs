//! Commands of the executable that serve nobody: asking the law, searching files, measuring.

pub mod bench;
pub mod crossing;
pub mod law;
pub mod screen;
