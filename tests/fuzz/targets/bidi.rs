#![no_main]

use libfuzzer_sys::fuzz_target;
use sijill::arabic::bidi::{base_direction, isolated, isolated_runs, plain_field};

fuzz_target!(|text: &str| {
    let _ = (base_direction(text), isolated(text), plain_field(text));
    for run in isolated_runs(text) {
        assert!(text.is_char_boundary(run.span.start) && text.is_char_boundary(run.span.end));
    }
});
