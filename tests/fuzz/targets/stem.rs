#![no_main]

use libfuzzer_sys::fuzz_target;
use sijill::arabic::fold::folded;
use sijill::arabic::spelling::one_spelling;
use sijill::arabic::stem::{analyze, family, stem};

fuzz_target!(|text: &str| {
    let word = folded(text);
    let _ = family(&stem(&word));
    let _ = analyze(&word);
    let one = one_spelling(text);
    assert_eq!(one_spelling(&one), one);
});
