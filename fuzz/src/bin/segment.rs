//! A library's segment: any bytes are a segment or an error, and looking words up in one is safe.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    alpheus_trace::fuzz_segment(bytes);
});
