//! Findings as lines for people and as JSON lines for machines.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::Diagnostic;

/// The findings, one line each, with the remedy on a line below.
///
/// A line starts with its place in plain ASCII order; the message stands
/// between U+2068 and U+2069, so that a terminal that knows the bidi algorithm
/// keeps place and message apart, and one that doesn't shows the same words.
pub fn lines(diagnostics: &[Diagnostic]) -> String {
    let mut out = String::new();
    // A file's name or the words of an article could hold what a terminal obeys, or a line that looks like a finding.
    for found in diagnostics {
        if !out.is_empty() {
            out.push('\n');
        }
        let place = found.place().replace(['\n', '\t'], " ");
        let severity = found.severity.name();
        // Writing to a string cannot fail.
        // Only the template engine shows lines of a file below its message.
        let message = if found.code == "template" {
            Cow::Borrowed(&*found.message)
        } else {
            Cow::Owned(found.message.replace('\n', " "))
        };
        let _ = write!(
            out,
            "{}: {severity}[{}]: \u{2068}{}\u{2069}",
            printable(&place),
            found.code,
            printable(&message)
        );
        if let Some(help) = &found.help {
            let _ = write!(out, "\n    \u{2068}{}\u{2069}", printable(help));
        }
    }
    out
}

/// A text for a terminal: control characters, and those that turn the order of what follows, are spelled out. Line
/// breaks stay.
///
/// ```
/// use sijill::diagnostics::printable;
/// assert_eq!(printable("خبر\u{1B}[2J.txt"), "خبر\\u{1b}[2J.txt");
/// assert_eq!(printable("سطر\nوآخر"), "سطر\nوآخر");
/// ```
pub fn printable(text: &str) -> Cow<'_, str> {
    let obeyed = |c: char| {
        c.is_control() && !matches!(c, '\n' | '\t')
            || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}' | '\u{2067}')
    };
    if !text.contains(obeyed) {
        return Cow::Borrowed(text);
    }
    let mut made = String::with_capacity(text.len());
    for c in text.chars() {
        if obeyed(c) { made.extend(c.escape_default()) } else { made.push(c) }
    }
    Cow::Owned(made)
}

/// The findings as one JSON object a line.
pub fn json_lines(diagnostics: &[Diagnostic]) -> String {
    let mut out = String::new();
    for found in diagnostics {
        let record = serde_json::json!({
            "path": found.path,
            "line": found.position.map(|(line, _)| line),
            "column": found.position.map(|(_, column)| column),
            "severity": found.severity.name(),
            "code": found.code,
            "message": found.message,
            "help": found.help,
        });
        let _ = writeln!(out, "{record}");
    }
    out
}
