//! The only place that asks what time it is.
//!
//! Never: decides anything. Tests set the hands themselves.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::Timestamp;
use uuid::{NoContext, Uuid};

#[derive(Clone, Debug)]
pub enum Clock {
    /// The machine's clock.
    Real,
    /// Hands that only the holder moves, in milliseconds since 1970 UTC.
    Set(Arc<AtomicI64>),
}

impl Clock {
    pub fn set(at: Timestamp) -> Self {
        Self::Set(Arc::new(AtomicI64::new(at.as_millisecond())))
    }

    #[allow(clippy::disallowed_methods, reason = "this is clock.rs")]
    pub fn now(&self) -> Timestamp {
        match self {
            Self::Real => Timestamp::now(),
            Self::Set(hands) => {
                Timestamp::from_millisecond(hands.load(Ordering::SeqCst)).unwrap_or(Timestamp::MAX)
            }
        }
    }

    pub fn now_ms(&self) -> i64 {
        self.now().as_millisecond()
    }

    /// Moves set hands forward; the machine's clock is left alone.
    pub fn advance(&self, by: std::time::Duration) {
        if let Self::Set(hands) = self {
            hands.fetch_add(i64::try_from(by.as_millis()).unwrap_or(i64::MAX), Ordering::SeqCst);
        }
    }
}

/// A new id of this moment: ordered by time, unique without asking anybody.
pub fn new_id(at: Timestamp) -> Uuid {
    let ms = at.as_millisecond().unsigned_abs();
    let nanos = u32::try_from(ms % 1000).unwrap_or(0) * 1_000_000;
    Uuid::new_v7(uuid::Timestamp::from_unix(NoContext, ms / 1000, nanos))
}

/// A stopwatch for what pages show as "decided in 0.4 ms" and for the bench.
#[allow(clippy::disallowed_methods, reason = "this is clock.rs")]
pub fn stopwatch() -> impl Fn() -> std::time::Duration {
    let began = std::time::Instant::now();
    move || began.elapsed()
}
