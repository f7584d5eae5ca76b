//! Marked steps at which a test may stop the node, as a power cut would.
//!
//! Never: burns outside a test or a demonstration that asked for it.

use std::sync::atomic::{AtomicI64, Ordering};

use crate::store::StoreError;

/// Burns at the nth marked step from now; never, when it was not set.
#[derive(Debug)]
pub struct Fuse(AtomicI64);

impl Default for Fuse {
    fn default() -> Self {
        Self(AtomicI64::new(i64::MAX))
    }
}

impl Fuse {
    /// Lets this many steps pass, then stops everything that reaches a step.
    pub fn set(&self, steps: i64) {
        self.0.store(steps, Ordering::SeqCst);
    }

    pub fn burnt(&self) -> bool {
        self.0.load(Ordering::SeqCst) < 0
    }

    pub(crate) fn step(&self, name: &'static str) -> Result<(), StoreError> {
        if self.0.load(Ordering::SeqCst) == i64::MAX || self.0.fetch_sub(1, Ordering::SeqCst) > 0 {
            return Ok(());
        }
        self.0.store(-1, Ordering::SeqCst);
        Err(StoreError::Refused(format!("stopped at: {name}")))
    }
}
