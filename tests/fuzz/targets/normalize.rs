#![no_main]

use libfuzzer_sys::fuzz_target;
use sijill::arabic::normalize::normalize;

fuzz_target!(|text: &str| {
    let made = normalize(text);
    assert_eq!(normalize(&made.text).text, made.text);
    for (at, _) in made.text.char_indices() {
        assert!(text.is_char_boundary(made.map.to_source(at)));
    }
});
