//! The front matter at a file's head.

use crate::diagnostics::{Diagnostic, Warned};
use crate::document::FrontMatter;
use crate::span::Span;

/// What a person wrote at the head, and where the text begins behind it.
pub(super) struct Header {
    pub(super) front_matter: FrontMatter,
    pub(super) body: Span,
}

/// Reads the block between two `---` lines, where there is one.
///
/// # Errors
///
/// A diagnostic where the block is no YAML; its line counts from the head of the file.
pub(super) fn header(text: &str) -> Result<Warned<Header>, Diagnostic> {
    let Some((yaml, body)) = split(text) else {
        return Ok(Warned::clean(Header {
            front_matter: FrontMatter::default(),
            body: Span::new(0, text.len()),
        }));
    };
    // The block begins on the second line of the file.
    let below = |found: Diagnostic| match found.position {
        Some((line, column)) => found.at(line + 1, column),
        None => found.at(1, 1),
    };
    let parsed = FrontMatter::parse(&yaml).map_err(below)?;
    let diagnostics = parsed.diagnostics.into_iter().map(below).collect();
    Ok(Warned {
        value: Header { front_matter: parsed.value, body: Span::new(body, text.len()) },
        diagnostics,
    })
}

/// The YAML with plain line breaks, and the byte behind the closing line.
///
/// A ruled line is no front matter: some line of the block has to open with a key.
fn split(text: &str) -> Option<(String, usize)> {
    let mut lines = text.split_inclusive('\n');
    let first = lines.next()?;
    if first.trim_end() != "---" {
        return None;
    }
    let mut at = first.len();
    let (mut yaml, mut keyed) = (String::new(), false);
    for line in lines {
        at += line.len();
        let bare = line.trim_end();
        if bare == "---" || bare == "..." {
            return (keyed || yaml.trim().is_empty()).then_some((yaml, at));
        }
        keyed |= bare.split_once(':').is_some_and(|(key, _)| {
            key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_') && !key.is_empty()
        });
        yaml.push_str(
            line.strip_suffix("\r\n").or_else(|| line.strip_suffix('\n')).unwrap_or(line),
        );
        yaml.push('\n');
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_is_split_off_with_any_line_break() {
        for text in ["---\nlang: ar\n---\nنص", "---\r\nlang: ar\r\n---\r\nنص"] {
            let (yaml, body) = split(text).expect("a front matter");
            assert_eq!((yaml.as_str(), &text[body..]), ("lang: ar\n", "نص"));
        }
    }

    #[test]
    fn a_ruled_line_is_no_front_matter() {
        assert_eq!(split("---\nخبر عاجل: وصل الوفد\n---\nنص"), None);
        assert_eq!(split("---\nنص بلا نهاية"), None);
    }
}
