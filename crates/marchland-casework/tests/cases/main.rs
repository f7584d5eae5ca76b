//! The life of a case, tried from outside: only what the node can call.

mod boundary;
mod clocks;
mod drafts;
mod marks;
mod random;
mod story;
mod transitions;
mod world;
