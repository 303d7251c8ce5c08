#![no_main]

use libfuzzer_sys::fuzz_target;
use sijill::arabic::numbers::{digits, parse};

fuzz_target!(|text: &str| {
    let _ = (digits::whole_number(text), digits::number(text), parse::number_in_words(text));
    let words: Vec<&str> = text.split_whitespace().collect();
    if let Some((_, length)) = parse::leading_number(&words) {
        assert!(length <= words.len());
    }
    if let Some((_, length)) = parse::leading_ordinal(&words) {
        assert!(length <= words.len());
    }
});
