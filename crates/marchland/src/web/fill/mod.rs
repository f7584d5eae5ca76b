//! From cases, decisions and clocks to the parts that several pages show.
//!
//! Never: reads a case that was not opened; decides what may be done.

pub mod case;
pub mod chart;
pub mod clock;
pub mod decision;
pub mod matter;
pub mod offences;
pub mod proof;
pub mod timeline;
pub mod words;
