//! Interstate search: the right person across scripts, and nobody else. A list of alerts is held in memory; a check
//! is folded to sounds, keys find candidates, each field gives evidence in bits, and a verdict explains itself.
//! The same inputs give the same answer bit for bit.
//!
//! Never: acts on a hit, knows a case, keeps a traveller, reads the clock, the disk or the network.

mod alert;
mod armenian;
mod born;
mod chinese;
mod compare;
mod counts;
mod days;
mod distance;
mod engine;
mod eval;
mod evidence;
mod explain;
mod father;
mod fit;
mod fold;
mod georgian;
pub mod given;
mod glued;
mod join;
mod judge;
mod keyboard;
mod keys;
mod lexicon;
mod lines;
mod look;
mod mark;
pub mod mrz;
mod name;
pub mod objects;
mod pair;
mod query;
mod row;
mod run;
mod segment;
mod skeleton;
mod sound;
mod spellings;
mod table;
pub mod tables;
mod texts;
pub mod weights;

pub use alert::{Alert, Check, Nationality, Sex, Spelling, Zone};
pub use born::{Born, Dates, NotABirthDate, compare};
pub use engine::{Desk, Found, Ranked, Screen, View};
pub use eval::{CUTS, Class, Evaluation, eval};
pub use evidence::{Evidence, Field, Reason};
pub use judge::Verdict;
pub use lines::{BadLine, BadLines, Row, read_all, read_lines};
pub use run::{CannotRun, Explained, Input, Progress, Report, explain, run};
