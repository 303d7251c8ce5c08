//! What templates may call besides what the engine brings.

use tera::{Kwargs, State, Tera};

/// Registers everything; before the templates, since the engine refuses names that it does not know.
pub(super) fn register(tera: &mut Tera) {
    tera.register_filter("json", json);
}

/// A value as JSON that may stand inside `<script type="application/ld+json">`.
fn json(value: &str, _: Kwargs, _: &State) -> String {
    value.replace('<', "\\u003c")
}
