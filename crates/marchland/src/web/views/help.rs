//! `GET /help/keys`: all keys, and the switch that turns them off.
//!
//! Never: the only way to do something. Each key has a link or a button with the same effect.

use super::frame::Frame;

#[derive(Debug)]
pub struct KeysPage {
    pub frame: Frame,
}
