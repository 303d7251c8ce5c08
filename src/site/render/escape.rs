//! Text as HTML.

/// Adds a text to the content of an element.
pub(super) fn escape_text(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            c => out.push(c),
        }
    }
}

/// Adds a text to the value of an attribute.
pub(super) fn escape_attribute(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '"' => out.push_str("&quot;"),
            c => escape_text(out, c.encode_utf8(&mut [0; 4])),
        }
    }
}
