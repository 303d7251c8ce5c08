//! Direct speech, from opening to closing mark, and who speaks.
//!
//! 1. the marks were paired when the text was read, nested and unbalanced ones too;
//! 2. [`frame`] reads the words around a pair: the verb of saying, a source («بحسب»), a participle («مضيفا»);
//! 3. [`subject`] finds who is the subject of that verb, [`phrase`] what its words name and [`extent`] where they end,
//!    [`far`] the subject that stands far from its verb, [`floor`] who went on speaking, [`agreement`] of what gender a verb is;
//!    [`beside`] the marked name that must be his where grammar does not reach it;
//!    [`offices`] where all that is told of a name begins; [`host`] whose interview an article is;
//!    [`kin`] whose kin or lawyer somebody is who has no name;
//!    [`full`] whom a family name or a bare «الوزارة» stands for, [`holder`] whom «الوزير»;
//! 4. what is a name or a word in doubt («داعش», «خلايا نائمة») is left out.
//!
//! Where grammar leaves it open who speaks, nobody is given: a wrong speaker is worse than none.

mod agreement;
mod beside;
mod extent;
mod far;
mod floor;
mod frame;
mod full;
mod heard;
mod holder;
mod host;
mod kin;
mod letters;
mod noun;
mod offices;
mod phrase;
mod scene;
mod subject;

use super::overlap::touching;
use super::words::Words;
use crate::arabic::lexicon::OPENS_SENTENCE;
use crate::arabic::reading::Pair;
use crate::document::{Mention, Quote, Speaker};

use frame::{Frame, Said};
use heard::Hearing;
use host::Host;
use letters::is_definite;
use offices::Offices;
use scene::Scene;

/// From how many words on the inside of a pair is speech whenever somebody is said to speak.
const SPEECH_WORDS: usize = 4;

/// From how many words on it is where it is all of what somebody is said to say.
const CLAUSE_WORDS: usize = 3;

/// From how many words on it is speech although nobody is said to speak.
const LONG_WORDS: usize = 8;

/// The direct speech of an article, in the order of the text.
pub(super) fn quotes(words: &Words<'_>, mentions: &[Mention], title: &str) -> Vec<Quote> {
    let pairs = &words.reading.pairs;
    let hearing = Hearing::of(words);
    let host = Host::of(words, mentions, title);
    let offices = Offices::of(words, mentions);
    let scene = Scene { words, mentions, hearing: &hearing, offices: &offices, host };
    let mut found: Vec<Quote> = Vec::new();
    for (number, pair) in pairs.iter().enumerate() {
        if pair.first > pair.last {
            continue;
        }
        let count = (pair.first..=pair.last).filter(|&index| words.is_letters(index)).count();
        let holds_name = is_name(words, pair, mentions);
        if holds_name && count < SPEECH_WORDS {
            continue;
        }
        let frame = Frame::read(scene, pairs, number);
        // «وتابع الوزير: «لن تتأثر حركة البضائع الأساسية»»: what a colon opens is speech, whatever names it holds.
        if holds_name && !frame.colon {
            continue;
        }
        let spoken = match frame.said {
            Said::Nobody => count >= LONG_WORDS,
            _ => {
                let is_whole = count >= CLAUSE_WORDS || count == 2 && is_sentence(words, pair);
                // «وقال على المنصة "هذه رسالة ضعف"»
                let is_told = count >= CLAUSE_WORDS && words.is(pair.first, OPENS_SENTENCE);
                let is_clause = frame.clause && is_whole || is_told;
                count >= SPEECH_WORDS || is_clause || frame.verbatim || frame.colon
            }
        };
        if !spoken || frame.titled {
            continue;
        }
        let (speaker, speaker_span) = match frame.said {
            Said::By(speaker, span) => (speaker, Some(span)),
            Said::Unsure | Said::Nobody => (Speaker::Unknown, None),
        };
        found.push(Quote {
            span: words.span(pair.first, 0, pair.last),
            speaker,
            speaker_span,
            paragraph: words.list[pair.first].paragraph(),
        });
    }
    found
}

/// «الأعذار انتهت», and not «رجل المرحلة»: of two words the first with «ال» and the second without are a sentence.
fn is_sentence(words: &Words<'_>, pair: &Pair) -> bool {
    is_definite(words, pair.first) && !is_definite(words, pair.last)
}

/// Whether the marks hold nothing but a name.
fn is_name(words: &Words<'_>, pair: &Pair, mentions: &[Mention]) -> bool {
    let inside = words.span(pair.first, 0, pair.last);
    touching(mentions, inside).iter().any(|mention| mention.span.len() * 10 >= inside.len() * 7)
}
