//! Requests and answers of the peer protocol have one spelling.
#![no_main]

use libfuzzer_sys::fuzz_target;
use marchland_wire::checkpoint::Note;
use marchland_wire::receipt::Receipt;
use marchland_wire::sync::Request;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(request) = Request::read(bytes) {
        assert_eq!(request.to_bytes(), bytes);
        if let Some(text) = &request.heads.checkpoint
            && let Ok(note) = Note::parse(text)
        {
            assert_eq!(&note.to_text(), text);
        }
    }
    if let Ok(receipt) = Receipt::read(bytes) {
        assert_eq!(receipt.to_bytes(), bytes);
    }
});
