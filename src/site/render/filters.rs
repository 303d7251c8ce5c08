//! What templates may call besides what the engine brings.

use tera::{Kwargs, State, Tera};

use super::escape::{escape_isolating, escape_text};
use crate::arabic::bidi::{Direction, base_direction};
use crate::arabic::chars::is_arabic_letter;

/// Registers everything; before the templates, since the engine refuses names that it does not know.
pub(super) fn register(tera: &mut Tera) {
    tera.register_filter("isolate", isolate);
}

/// `{{ text | isolate | safe }}`: the text as HTML, with what reads from left to right in it isolated.
fn isolate(text: &str, _: Kwargs, _: &State) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let whole = text.trim();
    if base_direction(whole) == Some(Direction::Ltr) && !whole.chars().any(is_arabic_letter) {
        // A name in Latin letters alone keeps its own marks on its own sides, and the spaces that part it from its neighbours.
        let (before, rest) = text.split_at(text.len() - text.trim_start().len());
        out.push_str(before);
        out.push_str("<bdi dir=\"ltr\">");
        escape_text(&mut out, whole);
        out.push_str("</bdi>");
        out.push_str(&rest[whole.len()..]);
    } else {
        escape_isolating(&mut out, text);
    }
    out
}
