#![no_main]

use libfuzzer_sys::fuzz_target;
use sijill::arabic::slug::{slug, slug_within};

fuzz_target!(|text: &str| {
    assert!(!slug(text).is_empty());
    assert!(slug_within(text, 40).len() <= 40);
});
