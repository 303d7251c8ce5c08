#![no_main]

use libfuzzer_sys::fuzz_target;
use sijill::arabic::clitics::{analyses, known_reading, readings};

fuzz_target!(|text: &str| {
    let _ = readings(text);
    let _ = analyses(text);
    let _ = known_reading(text, |word| word.len() > 4);
});
