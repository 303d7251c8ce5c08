#![no_main]

use libfuzzer_sys::fuzz_target;
use sijill::document::parse;

fuzz_target!(|text: &str| {
    let _ = parse(text);
});
