#![no_main]

use libfuzzer_sys::fuzz_target;
use sijill::arabic::fold::{fold, folded};

fuzz_target!(|text: &str| {
    let made = fold(text);
    assert_eq!(made.text, folded(text));
    assert_eq!(folded(&made.text), made.text);
    for (at, _) in made.text.char_indices() {
        assert!(text.is_char_boundary(made.map.to_source(at)));
    }
});
