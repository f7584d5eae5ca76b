//! The shipped law loads.

use crate::shipped_law;

#[test]
fn the_shipped_law_has_no_mistakes() {
    let law = shipped_law();
    assert!(law.instruments().count() >= 12);
    assert_eq!(law.id().as_str().len(), 64);
}
