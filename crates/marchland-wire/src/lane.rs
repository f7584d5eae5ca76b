//! Lanes: the dense numbering of messages between two bodies, which is the whole replay defence. spec/sync.md, "Lanes".
//!
//! Never: forgets a message because of time. What was seen is one number and a small window.

use crate::keys::Hash;

/// How far ahead of the next number a message may be held.
pub const WINDOW: u64 = 1024;

/// What the store knows about a lane and one number in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LaneView {
    /// The lowest number not yet stored.
    pub next: u64,
    /// The message stored at the number asked about, held or delivered.
    pub at_number: Option<Hash>,
    /// Two messages claimed one number here; people have to settle it.
    pub frozen: bool,
}

impl Default for LaneView {
    fn default() -> Self {
        LaneView { next: 1, at_number: None, frozen: false }
    }
}

/// What to do with a message that arrives in a lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Judgement {
    /// It is the next one: store and hand on, with those held behind it.
    New,
    /// It is known: answer with the stored receipt.
    Duplicate,
    /// It is early: store, hand on when the gap is filled.
    Hold,
    /// It is too early even to hold.
    TooFar,
    /// The number was passed and no message is known for it.
    Past,
    /// Another message has this number: freeze the lane, keep both.
    Equivocation,
    Frozen,
}

pub fn judge(view: &LaneView, seq: u64, msg_id: &Hash) -> Judgement {
    match view.at_number {
        Some(known) if known == *msg_id => Judgement::Duplicate,
        Some(_) => Judgement::Equivocation,
        None if view.frozen => Judgement::Frozen,
        None if seq < view.next => Judgement::Past,
        None if seq == view.next => Judgement::New,
        None if seq - view.next <= WINDOW => Judgement::Hold,
        None => Judgement::TooFar,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: Hash = Hash([1; 32]);
    const B: Hash = Hash([2; 32]);

    #[test]
    fn a_lane_tells_apart_what_can_arrive() {
        let open = |next, at_number| LaneView { next, at_number, frozen: false };
        for (view, seq, expected) in [
            (open(1, None), 1, Judgement::New),
            (open(7, None), 7, Judgement::New),
            (open(7, None), 8, Judgement::Hold),
            (open(7, None), 7 + WINDOW, Judgement::Hold),
            (open(7, None), 8 + WINDOW, Judgement::TooFar),
            (open(7, None), u64::MAX, Judgement::TooFar),
            (open(7, None), 6, Judgement::Past),
            (open(7, Some(A)), 6, Judgement::Duplicate),
            (open(7, Some(B)), 6, Judgement::Equivocation),
            (open(7, Some(A)), 9, Judgement::Duplicate),
            (open(7, Some(B)), 9, Judgement::Equivocation),
            (LaneView { frozen: true, ..open(7, None) }, 7, Judgement::Frozen),
            (LaneView { frozen: true, ..open(7, Some(A)) }, 6, Judgement::Duplicate),
        ] {
            assert_eq!(judge(&view, seq, &A), expected, "{view:?} {seq}");
        }
    }
}
