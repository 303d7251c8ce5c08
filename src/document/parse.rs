//! A file's text → [`Draft`].

use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};

use super::markup::{Annotation, MarkedText, SCHEMES, parser_options};
use super::{Draft, FrontMatter};
use crate::diagnostics::{Diagnostic, Warned};
use crate::span::{LineIndex, Span};

/// Reads annotated Markdown, by hand or by [`write()`](super::write()).
///
/// # Errors
///
/// A diagnostic with line and column where the front matter is no YAML.
pub fn parse(text: &str) -> Result<Warned<Draft>, Diagnostic> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let (front, body) = split_front_matter(text);
    let mut parsed = Warned::<FrontMatter>::default();
    if let Some(yaml) = front {
        // The front matter begins on the second line of the file.
        let below = |found: Diagnostic| match found.position {
            Some((line, column)) => found.at(line + 1, column),
            None => found.at(2, 1),
        };
        parsed = FrontMatter::parse(yaml.cut(text)).map_err(below)?;
        parsed.diagnostics = parsed.diagnostics.into_iter().map(below).collect();
    }
    parsed.diagnostics.extend(left_over(text, body));
    let marked = body.cut(text);
    let content = marked.trim_start_matches(['\n', '\r']);
    if let Some(yaml) = front {
        parsed.value.closing = Some(text[yaml.end..text.len() - content.len()].to_owned());
    }
    let draft =
        Draft { front_matter: parsed.value, text: MarkedText::read(content), ..Draft::default() };
    Ok(Warned { value: draft, diagnostics: parsed.diagnostics })
}

/// The range between the `---` lines, and the range behind them.
///
/// ```
/// use sijill::document::split_front_matter;
/// let text = "---\ntitle: خبر\n---\n\nنص الخبر";
/// let (front, body) = split_front_matter(text);
/// assert_eq!(front.unwrap().cut(text), "title: خبر\n");
/// assert_eq!(body.cut(text), "\nنص الخبر");
/// ```
pub fn split_front_matter(text: &str) -> (Option<Span>, Span) {
    let whole = Span::new(0, text.len());
    let mut lines = text.split_inclusive('\n');
    let Some(first) = lines.next().filter(|line| line.trim_end() == "---") else {
        return (None, whole);
    };
    let mut at = first.len();
    for line in lines {
        if matches!(line.trim_end(), "---" | "...") {
            return (Some(Span::new(first.len(), at)), Span::new(at + line.len(), text.len()));
        }
        at += line.len();
    }
    (None, whole)
}

/// Marks and emphasis that CommonMark did not take for such, with their places.
fn left_over(text: &str, body: Span) -> Vec<Diagnostic> {
    let (mut found, mut faults) = (Vec::new(), Vec::new());
    let lines = LineIndex::new(text);
    let mut code = 0_usize;
    // What CommonMark splits into several text events is one run to a reader: `](` stands alone in it.
    let mut run: Option<Span> = None;
    let mut look = |run: Option<Span>| {
        let Some(run) = run.map(|run| run.shifted(body.start)) else { return };
        let words = run.cut(text);
        for scheme in SCHEMES {
            for (at, _) in words.match_indices(&format!("({scheme}:")) {
                let Some(label) = words[..at].trim_end().strip_suffix(']') else { continue };
                let (line, column) = lines.line_column(text, run.start + label.len());
                let message = format!("a mark `]({scheme}:` is left over in the text");
                let help = "no space in the address or before it, and no mark inside another: [بغداد](place:baghdad)";
                found.push(
                    Diagnostic::warning("left-over-markup", message).help(help).at(line, column),
                );
            }
        }
        for (at, _) in words.match_indices("**") {
            let (line, column) = lines.line_column(text, run.start + at);
            let help = "put punctuation and quotation marks outside the asterisks: «**بغداد**»";
            found.push(
                Diagnostic::warning("left-over-markup", "`**` is left over in the text")
                    .help(help)
                    .at(line, column),
            );
        }
    };
    for (event, range) in Parser::new_ext(body.cut(text), parser_options()).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(_)) => code += 1,
            Event::End(TagEnd::CodeBlock) => code -= 1,
            Event::Start(Tag::Link { link_type: LinkType::Inline, ref dest_url, .. }) => {
                look(run.take());
                if let Some((message, help)) = Annotation::fault(dest_url) {
                    let words = range.clone();
                    let at = body.start + words.start + marked_end(&body.cut(text)[words]);
                    let (line, column) = lines.line_column(text, at);
                    faults.push(Diagnostic::error("bad-mark", message).help(help).at(line, column));
                }
            }
            Event::Text(_) if code == 0 => {
                run = match run {
                    Some(before) if before.end == range.start => {
                        Some(Span::new(before.start, range.end))
                    }
                    before => {
                        look(before);
                        Some(Span::new(range.start, range.end))
                    }
                };
            }
            _ => look(run.take()),
        }
    }
    look(run);
    found.extend(faults);
    found
}

/// Where the address of a mark begins, from its opening bracket on.
fn marked_end(mark: &str) -> usize {
    mark.rfind("](").map_or(0, |at| at + "](".len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_no_kind_and_days_of_no_calendar_are_errors() {
        let text =
            "عُقد [يوم الخميس](date:2021-99-99) و[هنا](persn:abc) و[موقع](https://example.org)";
        let parsed = parse(text).expect("there is no front matter");
        let found: Vec<_> =
            parsed.diagnostics.iter().map(|found| (found.code, found.position)).collect();
        assert_eq!(found, [("bad-mark", Some((1, 19))), ("bad-mark", Some((1, 43)))]);
    }

    #[test]
    fn left_over_marks_are_named_with_their_places() {
        let text = "---\ntitle: خبر\n---\nزار [بغداد] (place:baghdad) و[[أربيل](place:erbil) ثم](event:visit) قال**«نعم»** ثم";
        let parsed = parse(text).expect("the front matter is YAML");
        let places: Vec<_> =
            parsed.diagnostics.iter().map(|found| (found.code, found.position)).collect();
        assert_eq!(
            places,
            [
                ("left-over-markup", Some((4, 11))),
                ("left-over-markup", Some((4, 54))),
                ("left-over-markup", Some((4, 72))),
                ("left-over-markup", Some((4, 79))),
            ]
        );
    }
}
