//! An evidence file is read or refused; nothing that a fuzzer finds proves a case under a root it cannot sign for.
#![no_main]

use libfuzzer_sys::fuzz_target;
use marchland_wire::evidence::Evidence;
use marchland_wire::keys::Hash;
use marchland_wire::verify::{Trust, verify};

fuzz_target!(|bytes: &[u8]| {
    if let Ok(evidence) = Evidence::read(bytes) {
        assert_eq!(evidence.to_bytes(), bytes);
    }
    let _ = verify(bytes, &Trust::AsClaimed);
    if let Ok(report) = verify(bytes, &Trust::Fingerprints(vec![Hash([0; 32])])) {
        assert!(!report.proved());
    }
});
