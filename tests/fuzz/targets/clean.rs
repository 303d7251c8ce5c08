#![no_main]

use libfuzzer_sys::fuzz_target;
use sijill::article::{clean, read};
use sijill::config::Config;
use sijill::document::InputKind;
use sijill::knowledge::Knowledge;

fuzz_target!(|text: &str| {
    let (knowledge, config) = (Knowledge::default(), Config::default());
    for kind in [InputKind::Text, InputKind::Html] {
        let Ok(raw) = read::from_text("fuzz", text, kind, &config) else { continue };
        let draft = raw.and_then(|raw| clean::clean(&raw, &knowledge, &config)).value;
        for removed in &draft.front_matter.removed {
            assert!(!removed.span.cut(&draft.origin.raw).is_empty());
        }
    }
});
