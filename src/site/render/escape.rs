//! Text as HTML.

use crate::arabic::bidi::isolated_runs;

/// Adds a text to the content of an element.
pub(super) fn escape_text(out: &mut String, text: &str) {
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        let escaped = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            _ => continue,
        };
        out.push_str(&text[from..at]);
        out.push_str(escaped);
        from = at + 1;
    }
    out.push_str(&text[from..]);
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

/// Adds a right-to-left text to the content of an element; what reads from left to right in it is isolated.
pub(super) fn escape_isolating(out: &mut String, text: &str) {
    let mut at = 0;
    for run in isolated_runs(text) {
        escape_text(out, &text[at..run.span.start]);
        out.push_str("<bdi dir=\"ltr\">");
        escape_text(out, run.span.cut(text));
        out.push_str("</bdi>");
        at = run.span.end;
    }
    escape_text(out, &text[at..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latin_words_and_addresses_are_isolated() {
        let mut out = String::new();
        escape_isolating(&mut out, "قالت <Sky News> أمس");
        assert_eq!(out, "قالت &lt;<bdi dir=\"ltr\">Sky News</bdi>&gt; أمس");
    }
}
