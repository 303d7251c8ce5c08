#![no_main]

use libfuzzer_sys::fuzz_target;
use sijill::article::annotate::annotate_plain;
use sijill::config::Config;
use sijill::document::Plain;
use sijill::knowledge::Knowledge;

fuzz_target!(|text: &str| {
    let plain = Plain::of_text(text);
    let found = annotate_plain(&plain, None, &Knowledge::default(), &Config::default()).value;
    for mention in &found.mentions {
        assert!(!mention.span.cut(&plain.text).is_empty());
    }
});
