#![no_main]

use libfuzzer_sys::fuzz_target;
use sijill::arabic::collate::{Heads, compare, letter_heading, sort_key};

fuzz_target!(|text: &str| {
    let heads = Heads::default();
    assert!(compare(text, text, heads).is_eq());
    let _ = sort_key(text, heads);
    letter_heading(text, heads);
});
