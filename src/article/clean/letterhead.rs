//! The head of the paper that a body writes on: «الجمهورية اليمنية», «وزارة المالية», «مصلحة الجمارك», one over the other, and under
//! them what the paper is: «تصريح صحفي». None of the names is the headline; what the paper is stands for one.

use super::asked::of_length;
use super::evidence::surety;
use super::signed::Signed;
use super::words::Word;
use crate::arabic::clitics::{AND, Onto};
use crate::arabic::lexicon::{BODY_HEAD, Kinds, ORG_HEAD, PLACE_HEAD};
use crate::document::RemovedKind;

/// How many words a line of it has at most.
const WORDS: usize = 7;
/// How many names stand over each other at least.
const NAMES: usize = 2;

/// The head of a paper: empty where there is none.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Letterhead {
    /// How many lines from the first one on are names.
    pub(super) names: usize,
    /// The line that says what the paper is.
    pub(super) release: Option<usize>,
}

impl Letterhead {
    /// Reads the lines before block `start`.
    pub(super) fn of(signed: &Signed<'_>, start: usize) -> Self {
        let is_name = |&index: &usize| names_body(signed.text(), signed.words(index));
        let names = (0..start).take_while(is_name).count();
        if names < NAMES {
            return Self::default();
        }
        let is_release = |&index: &usize| {
            let found = signed.evidence_of(index, surety::LIKELY);
            let is_of_paper = found.is_some_and(|found| found.kind == RemovedKind::Other);
            is_of_paper && of_length(signed.words(index), 2..=WORDS).is_some()
        };
        Self { names, release: (names..start).find(is_release) }
    }
}

/// «وزارة الفلاحة والتنمية الريفية»: a head, and what belongs to it, without a verb.
fn names_body(text: &str, words: &[Word]) -> bool {
    const HEADS: Kinds = Kinds::of(&[ORG_HEAD, BODY_HEAD, PLACE_HEAD]);
    let of_body = of_length(words, 2..=WORDS).and_then(|words| words.split_first());
    of_body.is_some_and(|(head, rest)| {
        let written = |word: &Word| word.span().cut(text);
        let belongs = |word: &Word| {
            let bare = written(word).without(AND);
            bare.has_article() || bare.has_for_the() || word.is(HEADS)
        };
        let is_head = head.is(HEADS) || written(head).has_article();
        is_head && rest.iter().all(belongs)
    })
}
