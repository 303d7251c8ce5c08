//! What templates may call besides what the engine brings.

use tera::{Kwargs, State, Tera};

use super::escape::escape_isolating;

/// Registers everything; before the templates, since the engine refuses names that it does not know.
pub(super) fn register(tera: &mut Tera) {
    tera.register_filter("isolate", isolate);
}

/// `{{ text | isolate | safe }}`: the text as HTML, with what reads from left to right in it isolated.
fn isolate(text: &str, _: Kwargs, _: &State) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    escape_isolating(&mut out, text);
    out
}
