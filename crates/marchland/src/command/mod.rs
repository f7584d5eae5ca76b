//! Commands of the executable that serve nobody: asking the law, searching files, measuring.

pub mod bench;
pub mod law;
pub mod screen;
