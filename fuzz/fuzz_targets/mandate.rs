//! No chain holds under a root that is not trusted; records are read or refused.
#![no_main]

use libfuzzer_sys::fuzz_target;
use marchland_wire::mandate::check_chain;
use marchland_wire::neighbour::Neighbour;
use marchland_wire::root::{Root, RootSet};

fuzz_target!(|bytes: &[u8]| {
    assert!(check_chain(bytes, &RootSet::default()).is_err());
    let _ = Neighbour::peek(bytes);
    if let Ok(root) = Root::read(bytes) {
        assert_eq!(root.to_bytes(), bytes);
    }
});
