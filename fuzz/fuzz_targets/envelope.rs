//! Whatever is read as an envelope has one spelling and keeps its bytes.
#![no_main]

use libfuzzer_sys::fuzz_target;
use marchland_wire::envelope::parse;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(envelope) = parse(bytes) {
        assert_eq!(envelope.bytes(), bytes);
        assert_eq!(envelope.digests().msg_id(), envelope.msg_id());
    }
});
