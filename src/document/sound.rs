//! Whether a document that comes from elsewhere can be one: what it says of its texts lies in them.

use super::{Document, Findings, Plain, Removed};
use crate::span::Span;

/// Whether every span of a document cuts something out of its text, in order where the text is written in their order,
/// and every paragraph that is named is there.
pub(super) fn is_sound(document: &Document) -> bool {
    let (plain, markdown) = (&document.plain, document.text.markdown.as_str());
    let is_piece =
        |(here, there): &(Span, Span)| is_of(*here, &plain.text) && is_of(*there, markdown);
    let is_counted = |cut: &Removed| u32::try_from(cut.words).is_ok();
    document.origin.pictures.is_empty()
        && document.front_matter.removed.iter().all(is_counted)
        && are_in_order(document.text.marks.iter().map(|mark| mark.span), markdown)
        && are_in_order(plain.paragraphs.iter().map(|paragraph| paragraph.span), &plain.text)
        && plain.pieces.iter().all(is_piece)
        && are_found(&document.findings, plain)
}

fn are_found(findings: &Findings, plain: &Plain) -> bool {
    let is_paragraph = |number: usize| number < plain.paragraphs.len();
    let paragraphs = findings.quotes.iter().map(|quote| quote.paragraph);
    let paragraphs = paragraphs.chain(findings.events.iter().map(|event| event.paragraph));
    let paragraphs = paragraphs.chain(findings.conflicts.iter().map(|conflict| conflict.paragraph));
    let mut paragraphs = paragraphs.chain(findings.about.iter().map(|about| about.paragraph));
    paragraphs.all(is_paragraph) && spans(findings).all(|span| is_of(span, &plain.text))
}

/// Every span of the plain text that was found.
fn spans(findings: &Findings) -> impl Iterator<Item = Span> + '_ {
    let mentions = findings.mentions.iter().map(|mention| mention.span);
    let dates = findings.dates.iter().map(|date| date.span);
    let quotes = findings.quotes.iter().flat_map(|quote| [Some(quote.span), quote.speaker_span]);
    let events = findings.events.iter().map(|event| event.span);
    let roles = findings.roles.iter().flat_map(|role| [role.name, role.span]);
    let conflicts = findings.conflicts.iter().map(|conflict| conflict.span);
    let about = findings.about.iter().filter_map(|about| about.span);
    let all = mentions.chain(dates).chain(quotes.flatten()).chain(events);
    all.chain(roles).chain(conflicts).chain(about)
}

fn is_of(span: Span, text: &str) -> bool {
    text.get(span.start..span.end).is_some()
}

/// Whether each span begins where the one before has ended, or later.
fn are_in_order(mut spans: impl Iterator<Item = Span>, text: &str) -> bool {
    let mut at = 0;
    spans.all(|span| {
        let follows = span.start >= at && is_of(span, text);
        at = span.end;
        follows
    })
}
