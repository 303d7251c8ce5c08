//! Direct speech, from opening to closing mark, and who speaks.
//!
//! 1. the marks were paired when the text was read, nested and unbalanced ones too;
//! 2. [`frame`] reads the words around a pair: the verb of saying and its subject;
//! 3. what is a name or a word in doubt («داعش», «خلايا نائمة») is left out.

mod frame;

use super::overlap::touching;
use super::words::Words;
use crate::document::{Mention, Quote, Speaker};
use crate::span::Span;

use crate::arabic::reading::Pair;
use frame::{Frame, Said};

/// From how many words on the inside of a pair is speech whenever somebody is said to speak.
const SPEECH_WORDS: usize = 4;

/// From how many words on it is speech although nobody is said to speak.
const LONG_WORDS: usize = 8;

/// The direct speech of an article, in the order of the text.
pub(super) fn quotes(words: &Words<'_>, mentions: &[Mention]) -> Vec<Quote> {
    let pairs = &words.reading.pairs;
    let mut found: Vec<Quote> = Vec::new();
    let mut last: Option<(Speaker, Option<Span>, usize)> = None;
    for (number, pair) in pairs.iter().enumerate() {
        if pair.first > pair.last || is_name(words, pair, mentions) {
            continue;
        }
        let frame = Frame::read(words, mentions, pairs, number);
        let paragraph = words.list[pair.first].paragraph();
        let (speaker, speaker_span) = match &frame.said {
            Said::By(speaker, span) => (speaker.clone(), Some(*span)),
            // Whoever spoke last goes on, if not too long ago.
            Said::Continued => match &last {
                Some((speaker, span, before)) if paragraph - before <= 2 => {
                    (speaker.clone(), *span)
                }
                _ => (Speaker::Unknown, None),
            },
            Said::Nobody => (Speaker::Unknown, None),
        };
        let count = (pair.first..=pair.last).filter(|&index| words.is_letters(index)).count();
        let spoken = match frame.said {
            Said::Nobody => count >= LONG_WORDS && !frame.titled,
            _ => (count >= SPEECH_WORDS || frame.verbatim || frame.colon) && !frame.titled,
        };
        if matches!(frame.said, Said::By(..)) {
            last = Some((speaker.clone(), speaker_span, paragraph));
        } else if let (Some((_, _, before)), true) = (&mut last, spoken) {
            *before = paragraph;
        }
        if spoken {
            found.push(Quote {
                span: words.span(pair.first, 0, pair.last),
                speaker,
                speaker_span,
                paragraph,
            });
        }
    }
    found
}

/// Whether the marks hold nothing but a name.
fn is_name(words: &Words<'_>, pair: &Pair, mentions: &[Mention]) -> bool {
    let inside = words.span(pair.first, 0, pair.last);
    touching(mentions, inside).iter().any(|mention| mention.span.len() * 10 >= inside.len() * 7)
}
