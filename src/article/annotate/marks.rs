//! Findings → marks in the Markdown, and a person's marks → findings.

use crate::document::review::opening_mark;
use crate::document::{
    Annotation, Author, Findings, Mark, MarkedText, Mention, Plain, Quote, Speaker, TimeExpression,
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

/// What a person marked.
#[derive(Default)]
pub(super) struct Decided {
    /// Mentions that stand as they are.
    pub(super) mentions: Vec<Mention>,
    /// Dates that stand as they are.
    pub(super) dates: Vec<TimeExpression>,
    /// Ranges in which nothing else may be found, in order.
    pub(super) closed: Vec<Span>,
    /// Opening quotation marks and whose speech follows; nobody's where it is none.
    pub(super) speakers: Vec<(Span, Option<Speaker>)>,
}

/// The dates that a person marked: as they were found where the words say the same, else as marked; «أمس» is counted from the day of
/// the text in both.
pub(super) fn as_written(
    decided: &[TimeExpression],
    resolved: &[TimeExpression],
) -> Vec<TimeExpression> {
    let read = |marked: &TimeExpression| {
        let from = resolved.partition_point(|date| date.span.start < marked.span.start);
        let same = resolved.get(from).filter(|date| date.span == marked.span);
        match same {
            Some(found) if found.value == marked.value => found.clone(),
            Some(found) => TimeExpression { relative: found.relative, ..marked.clone() },
            None => marked.clone(),
        }
    };
    decided.iter().map(read).collect()
}

/// Reads the marks of a person.
pub(super) fn decided(plain: &Plain, text: &MarkedText) -> Decided {
    let Decided { mut mentions, mut dates, mut closed, mut speakers } = Decided::default();
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
            Annotation::Plain => {
                closed.push(span);
                speakers.push((span, None));
            }
            Annotation::Quote(speaker) => speakers.push((span, Some(speaker.clone()))),
            Annotation::EndQuote => {}
        }
    }
    Decided { mentions, dates, closed, speakers }
}

/// Gives quotations the speakers that a person named; what a person says is no speech goes.
///
/// «قال الوزير: [«](quote:sami)بدأ العمل»» is Sami's, whoever stands before it.
pub(super) fn spoken(mut quotes: Vec<Quote>, text: &str, decided: &Decided) -> Vec<Quote> {
    quotes.retain_mut(|quote| {
        let Some(mark) = opening_mark(text, quote.span.start) else { return true };
        let at = decided.speakers.partition_point(|(span, _)| span.end <= mark.start);
        match decided.speakers.get(at).filter(|(span, _)| *span == mark) {
            Some((_, None)) => false,
            Some((_, Some(speaker))) if *speaker != quote.speaker => {
                (quote.speaker, quote.speaker_span) = (speaker.clone(), None);
                true
            }
            _ => true,
        }
    });
    quotes
}

/// Whether a range touches none of the sorted closed ones.
pub(super) fn is_free(closed: &[Span], span: Span) -> bool {
    let before = closed.partition_point(|closed| closed.end <= span.start);
    closed.get(before).is_none_or(|closed| !closed.overlaps(span))
}
