//! Findings as lines for people and as JSON lines for machines.

use std::fmt::Write as _;

use super::Diagnostic;

/// The findings, one line each, with the remedy on a line below.
///
/// A line starts with its place in plain ASCII order; the message stands
/// between U+2068 and U+2069, so that a terminal that knows the bidi algorithm
/// keeps place and message apart, and one that doesn't shows the same words.
pub fn lines(diagnostics: &[Diagnostic]) -> String {
    let mut out = String::new();
    for found in diagnostics {
        if !out.is_empty() {
            out.push('\n');
        }
        let place = found.place();
        let severity = found.severity.name();
        // Writing to a string cannot fail.
        let _ = write!(out, "{place}: {severity}[{}]: \u{2068}{}\u{2069}", found.code, found.message);
        if let Some(help) = &found.help {
            let _ = write!(out, "\n    \u{2068}{help}\u{2069}");
        }
    }
    out
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
