//! Findings → marks in the Markdown, and a person's marks → findings.

use crate::document::{
    Annotation, Author, Findings, Mark, MarkedText, Mention, Plain, Speaker, TimeExpression,
};
use crate::span::Span;

/// The marks of what was found, in the order of the text, for [`MarkedText::settle`].
pub(super) fn marks(plain: &Plain, text: &MarkedText, findings: &Findings) -> Vec<Mark> {
    let mentions = findings
        .mentions
        .iter()
        .map(|mention| (mention.span, Annotation::Mention(mention.kind, mention.id.clone())));
    let dates = findings.dates.iter().map(|date| (date.span, Annotation::Date(date.value.clone())));
    let quotes =
        findings.quotes.iter().filter(|quote| quote.speaker != Speaker::Unknown).filter_map(
            |quote| {
                let mark = opening_mark(&plain.text, quote.span.start)?;
                Some((mark, Annotation::Quote(quote.speaker.clone())))
            },
        );
    let mut found: Vec<(Span, Annotation)> = mentions.chain(dates).chain(quotes).collect();
    found.sort_by_key(|(span, _)| *span);
    found
        .into_iter()
        .filter_map(|(span, annotation)| {
            plain.to_markdown(span, &text.markdown).map(|span| Mark::found(span, annotation))
        })
        .collect()
}

/// The quotation mark before the words of a quote, over white space.
fn opening_mark(text: &str, start: usize) -> Option<Span> {
    let before = text[..start].trim_end();
    let mark =
        before.chars().next_back().filter(|c| matches!(c, '«' | '“' | '”' | '"' | '„' | '‟'))?;
    Some(Span::new(before.len() - mark.len_utf8(), before.len()))
}

/// What a person marked.
#[derive(Default)]
pub(super) struct Decided {
    /// Mentions that stand as they are.
    pub(super) mentions: Vec<Mention>,
    /// Dates that stand as they are.
    pub(super) dates: Vec<TimeExpression>,
    /// Ranges in which nothing else may be found, in order.
    pub(super) closed: Vec<Span>,
}

/// Reads the marks of a person.
pub(super) fn decided(plain: &Plain, text: &MarkedText) -> Decided {
    let Decided { mut mentions, mut dates, mut closed } = Decided::default();
    for mark in text.marks.iter().filter(|mark| mark.by == Author::Person) {
        let Some(span) = plain.from_markdown(mark.span) else { continue };
        match &mark.annotation {
            Annotation::Mention(kind, id) => {
                mentions.push(Mention {
                    span,
                    kind: *kind,
                    id: id.clone(),
                    reason: "علامة المحرّر".to_owned(),
                });
                closed.push(span);
            }
            Annotation::Date(value) => {
                dates.push(TimeExpression {
                    span,
                    value: value.clone(),
                    reason: "علامة المحرّر".to_owned(),
                    relative: false,
                });
                closed.push(span);
            }
            Annotation::Plain => closed.push(span),
            Annotation::Quote(_) | Annotation::EndQuote => {}
        }
    }
    Decided { mentions, dates, closed }
}

/// Whether a range touches none of the sorted closed ones.
pub(super) fn is_free(closed: &[Span], span: Span) -> bool {
    let before = closed.partition_point(|closed| closed.end <= span.start);
    closed.get(before).is_none_or(|closed| !closed.overlaps(span))
}
