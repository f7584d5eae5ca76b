//! Whatever a scanner sends is read as a zone or refused with a sentence; what is read was cut from the text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use marchland_screening::mrz::read;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let lines: Vec<&str> = text.lines().collect();
    match read(&lines, 2026) {
        Ok(zone) => assert!(zone.number.len() <= 24 && zone.issuer.len() <= 3 && zone.nationality.len() <= 3),
        Err(why) => assert!(!why.to_string().is_empty()),
    }
});
