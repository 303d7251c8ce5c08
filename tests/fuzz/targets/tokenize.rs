#![no_main]

use libfuzzer_sys::fuzz_target;
use sijill::arabic::tokenize::{sentences, tokens};

fuzz_target!(|text: &str| {
    for token in tokens(text) {
        assert!(!token.span.cut(text).is_empty());
    }
    for sentence in sentences(text) {
        assert!(!sentence.cut(text).is_empty());
    }
});
