//! A file's text → [`Draft`].

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::markup::{Annotation, Gathered, MarkedText, SCHEMES, events};
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
    let content = body.cut(text).trim_start_matches(['\n', '\r']);
    let (marked, left) = read(text, Span::new(text.len() - content.len(), text.len()));
    parsed.diagnostics.extend(left);
    if let Some(yaml) = front {
        parsed.value.closing = Some(text[yaml.end..text.len() - content.len()].to_owned());
    }
    let draft = Draft { front_matter: parsed.value, text: marked, ..Draft::default() };
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

/// The text of a body with its marks, and what is odd about them; the body is parsed once for both.
fn read(text: &str, body: Span) -> (MarkedText, Vec<Diagnostic>) {
    let content = body.cut(text);
    // Without brackets and asterisks there is nothing to be found.
    if !content.contains(']') && !content.contains("**") {
        return (MarkedText::of_found(content, Vec::new()), Vec::new());
    }
    let (mut marks, mut left) = (Gathered::default(), LeftOver::of(text, body));
    for (event, range) in events(content) {
        let range = Span::new(range.start, range.end);
        left.event(&event, range);
        marks.event(content, &event, range);
    }
    (MarkedText::of_found(content, marks.found), left.told())
}

/// Marks and emphasis that CommonMark did not take for such, with their places.
struct LeftOver<'t> {
    text: &'t str,
    body: Span,
    lines: LineIndex,
    found: Vec<Diagnostic>,
    faults: Vec<Diagnostic>,
    /// How deep in code the place is.
    code: usize,
    /// What CommonMark splits into several text events is one run to a reader: `](` stands alone in it.
    run: Option<Span>,
    /// How much is left over.
    left_over: usize,
}

/// How much of what is left over is told one by one; of the rest its number.
const LEFT_OVER: usize = 100;

impl<'t> LeftOver<'t> {
    fn of(text: &'t str, body: Span) -> Self {
        let (found, faults) = (Vec::new(), Vec::new());
        Self {
            text,
            body,
            lines: LineIndex::new(text),
            found,
            faults,
            code: 0,
            run: None,
            left_over: 0,
        }
    }

    fn event(&mut self, event: &Event<'_>, range: Span) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => self.code += 1,
            Event::End(TagEnd::CodeBlock) => self.code -= 1,
            Event::Start(Tag::Link { link_type: LinkType::Inline, dest_url, .. }) => {
                self.look();
                if let Some((message, help)) = Annotation::fault(dest_url) {
                    let whole = range.shifted(self.body.start);
                    let place = whole.start + marked_end(whole.cut(self.text));
                    self.faults.push(self.at(Diagnostic::error("bad-mark", message), help, place));
                }
            }
            Event::Text(_) if self.code == 0 => {
                let joined = self.run.filter(|before| before.end == range.start);
                if joined.is_none() {
                    self.look();
                }
                self.run = Some(Span::new(joined.map_or(range.start, |run| run.start), range.end));
            }
            _ => self.look(),
        }
    }

    /// Looks through the run of text that has ended.
    fn look(&mut self) {
        let Some(run) = self.run.take().map(|run| run.shifted(self.body.start)) else { return };
        let words = run.cut(self.text);
        let warning = |message: String| Diagnostic::warning("left-over-markup", message);
        for scheme in SCHEMES {
            for (at, _) in words.match_indices(&format!("({scheme}:")) {
                let Some(label) = words[..at].trim_end().strip_suffix(']') else { continue };
                let help = "no space in the address or before it, and no mark inside another: [بغداد](place:baghdad)";
                if self.is_told() {
                    let message = format!("a mark `]({scheme}:` is left over in the text");
                    self.found.push(self.at(warning(message), help, run.start + label.len()));
                }
            }
        }
        for (at, _) in words.match_indices("**") {
            let help = "put punctuation and quotation marks outside the asterisks: «**بغداد**»";
            if self.is_told() {
                let message = "`**` is left over in the text".to_owned();
                self.found.push(self.at(warning(message), help, run.start + at));
            }
        }
    }

    /// Counts what is left over; whether it is one of those that are told one by one.
    fn is_told(&mut self) -> bool {
        self.left_over += 1;
        self.left_over <= LEFT_OVER
    }

    fn at(&self, told: Diagnostic, help: impl Into<String>, place: usize) -> Diagnostic {
        let (line, column) = self.lines.line_column(self.text, place);
        told.help(help).at(line, column)
    }

    /// All of it, faults last.
    fn told(mut self) -> Vec<Diagnostic> {
        self.look();
        if let more @ 1.. = self.left_over.saturating_sub(LEFT_OVER) {
            let message = format!("{more} more marks are left over in the text");
            self.found.push(Diagnostic::warning("left-over-markup", message).at(1, 1));
        }
        self.found.extend(self.faults);
        self.found
    }
}

/// Where the address of a mark begins, from its opening bracket on.
fn marked_end(mark: &str) -> usize {
    mark.rfind("](").map_or(0, |at| at + "](".len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::markup::PARSED;
    use crate::document::{Mark, Plain};

    #[test]
    fn a_text_is_parsed_once_for_its_marks_and_once_for_its_words() {
        let count = |text: &str| {
            let before = PARSED.get();
            let draft = parse(text).expect("there is no front matter").value;
            let plain = Plain::of(&draft.text);
            let span = Span::of(&plain.text, "بغداد")
                .and_then(|span| plain.to_markdown(span, &draft.text.markdown));
            let mark = Mark::found(span.expect("it stands there"), Annotation::Plain);
            draft.text.settle(vec![mark]);
            PARSED.get() - before
        };
        // Whoever marks plain words has nothing to look at.
        assert_eq!(count("زار الوزير بغداد أمس."), 1);
        // A link is looked for once, and whether a mark may stand beside it.
        assert_eq!(count("زار [الوزير](person:salem) بغداد أمس."), 2);
        assert_eq!(count("زار **الوزير** بغداد أمس."), 3);
    }

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
