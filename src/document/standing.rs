//! Where marks stand for certain, so that nobody has to parse the text again to see whether they do.
//!
//! A mark makes a link of words. In a text whose characters mean nothing to CommonMark beside paragraphs and headings, and with
//! an address of letters and figures, it can be read in one way only.

use crate::span::Span;

/// What can open, close or escape something inside a line, and so make of a link something else.
const TELLING: [char; 14] =
    ['[', ']', '\\', '`', '<', '*', '_', '~', '&', '|', '{', '^', '\0', '\r'];

/// Whether marks, which come in the order of the text and never overlap, can all be read in one way only; each with its place
/// and what follows its label: `](person:salem-haddad)`.
///
/// ```text
/// زار الوزير بغداد أمس.      each of its words can be marked
/// زار [الوزير](a.html) بغداد  whoever marks a word here has to look
/// ```
pub(super) fn surely_stand(
    markdown: &str,
    mut marks: impl Iterator<Item = (Span, String)>,
) -> bool {
    let is_indented =
        |line: &str| line.starts_with("    ") || line.trim_start_matches(' ').starts_with('\t');
    let is_plain = !markdown.contains(TELLING) && !markdown.lines().any(is_indented);
    is_plain && marks.all(|(span, spelled)| is_label(markdown, span) && is_plain_address(&spelled))
}

/// Whether one mark can stand on these words, in a text of plain words.
fn is_label(markdown: &str, span: Span) -> bool {
    let label = span.cut(markdown);
    // «!» before a bracket would make an image of the mark.
    let is_image = markdown[..span.start].ends_with('!');
    let is_trimmed = !label.is_empty() && label.trim() == label;
    is_trimmed && !is_image && !label.contains('\n')
}

/// Whether what follows the label is an address of letters and figures.
fn is_plain_address(spelled: &str) -> bool {
    let inside = spelled.strip_prefix("](").and_then(|rest| rest.strip_suffix(')'));
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, ':' | '-' | '.' | '/');
    inside.is_some_and(|address| address.chars().all(is_plain))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::document::findings::{MentionKind, Speaker};
    use crate::document::{Annotation, Mark, MarkedText};
    use crate::entity::EntityKind;

    fn stand(markdown: &str, marks: &[Mark]) -> bool {
        surely_stand(markdown, marks.iter().map(|mark| (mark.span, mark.annotation.spell())))
    }

    /// Marks on some words of a text, each so many words behind the one before.
    fn marks(markdown: &str, gaps: &[usize]) -> Vec<Mark> {
        let mut marks: Vec<Mark> = Vec::new();
        let mut gaps = gaps.iter().copied().cycle();
        let mut wait = 0;
        let mut at = 0;
        for word in markdown.split_inclusive([' ', '\n']) {
            let (start, end) = (at, at + word.trim_end().len());
            at += word.len();
            if start == end {
                continue;
            }
            if wait > 0 {
                wait -= 1;
                continue;
            }
            wait = gaps.next().unwrap_or(1);
            let annotation = match marks.len() % 4 {
                0 => Annotation::Mention(MentionKind::Entity(EntityKind::Place), None),
                1 => Annotation::Mention(MentionKind::Event, Some("first-round".to_owned())),
                2 => Annotation::Plain,
                _ => Annotation::Quote(Speaker::Unknown),
            };
            marks.push(Mark::found(Span::new(start, end), annotation));
        }
        marks
    }

    proptest! {
        #[test]
        fn what_surely_stands_reads_back(
            words in proptest::collection::vec("[#>+=:.)(!\"'/%$0-9a-zأ-ي-]{1,6}", 1..12),
            joins in proptest::collection::vec("( |  |\n|\n\n|\n  |\n# |\n- |\n1. |\n> )", 12),
            gaps in proptest::collection::vec(0_usize..3, 3),
        ) {
            let markdown: String = words.iter().zip(&joins).flat_map(|(word, join)| [word.as_str(), join.as_str()]).collect();
            let marks = marks(&markdown, &gaps);
            if stand(&markdown, &marks) {
                let text = MarkedText { markdown, marks };
                let back = MarkedText::read(&text.spell());
                prop_assert_eq!(&back.markdown, &text.markdown);
                let spans = |text: &MarkedText| text.marks.iter().map(|mark| mark.span).collect::<Vec<_>>();
                prop_assert_eq!(spans(&back), spans(&text));
            }
        }
    }

    #[test]
    fn plain_words_stand_and_markup_has_to_be_read() {
        for (markdown, stands) in [
            ("زار الوزير بغداد أمس.\n\nوعاد إلى عمّان (الأردن).", true),
            ("## عنوان\n\n- زار بغداد", true),
            ("زار **الوزير** بغداد", false),
            ("    زار بغداد", false),
            ("زار\\_بغداد", false),
        ] {
            let marks = marks(markdown, &[1]);
            assert_eq!(stand(markdown, &marks), stands, "{markdown}");
        }
    }
}
