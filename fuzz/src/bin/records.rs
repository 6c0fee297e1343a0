//! Records of JSON lines: each line is one or an error.
#![no_main]

use alpheus_trace::Records;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let bytes = bytes.to_vec();
    for record in Records::new("fuzz", std::io::Cursor::new(bytes)).flatten() {
        let _ = record.source.when();
        let _ = record.source.families();
    }
});
