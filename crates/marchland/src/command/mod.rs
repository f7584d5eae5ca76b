//! Commands of the executable that serve nobody: asking the law, measuring.

pub mod bench;
pub mod law;
