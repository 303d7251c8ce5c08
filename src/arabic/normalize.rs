//! Repairs for showing: a reader sees the same words, without the scars of copying.

use super::chars::is_bidi_control;
use crate::span::{Mapped, SourceMap};

/// Repairs a text and keeps the way back: NFC, no bidi controls, ordinary spaces.
pub fn normalize(text: &str) -> Mapped {
    let mut made = Mapped { text: String::with_capacity(text.len()), map: SourceMap::default() };
    for (at, c) in text.char_indices() {
        let shown = match c {
            '\u{00A0}' | '\u{2007}' | '\u{202F}' => ' ',
            '\u{200B}' | '\u{FEFF}' | '\u{2060}' | '\u{00AD}' => continue,
            c if is_bidi_control(c) => continue,
            c => c,
        };
        made.map.anchor(made.text.len(), at);
        made.text.push(shown);
    }
    made.map.close(made.text.len(), text.len());
    made
}
