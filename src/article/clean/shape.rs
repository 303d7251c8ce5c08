//! What kind of writing a block is: running text, or something short beside it.

use std::sync::LazyLock;

use super::asked::of_length;
use super::blocks::{Block, Ending};
use super::words::{Class, HashedSet, Word, word_hash};
use crate::arabic::clitics::{AND, BY, Onto};
use crate::arabic::lexicon::{self, CONTINUING, OWN_WAW};

/// Whether a block is running text.
///
/// Running text is long or ends its sentences, and every few words it has a
/// particle or a common verb, which lists of names and headlines have not.
pub(super) fn is_prose(block: &Block, words: &[Word], text: &str, foreign: bool) -> bool {
    let len = words.len();
    if of_length(words, TURN..).is_some_and(|words| takes_turn(words, text)) {
        return true;
    }
    let long_enough = match (block.ending, len) {
        (Ending::Stop, 9..) => true,
        (Ending::Colon | Ending::Comma, 12..) => true,
        (Ending::Loud | Ending::Open, 22..) => true,
        (Ending::Loud | Ending::Open, 10..) => continues(words, text),
        _ => false,
    };
    if !long_enough || block.partings * 5 > len + 5 {
        return false;
    }
    foreign || binding(words, text) * 12 >= len
}

/// How many words the turn of a speaker has at least.
const TURN: usize = 3;

/// «س: كيف تقرئين الأرقام؟», «ج: الوضع صعب»: a question or an answer that says what it is.
fn takes_turn(words: &[Word], text: &str) -> bool {
    let [first, second, ..] = words else { return false };
    let gap = &text[first.end()..second.start as usize];
    first.is(lexicon::TURN) && gap.trim_start().starts_with([':', '/', '-', '–', '.'])
}

/// How many words bind others: particles, also where they are written onto a noun with «ال» («بالحمض», «للنخيل»), and the common verbs
/// of news. The lede of an agency may have no others.
fn binding(words: &[Word], text: &str) -> usize {
    let is_bound = |word: &Word| {
        let word = word.span().cut(text);
        word.has_for_the() || word.behind(BY).is_some_and(|noun| noun.has_article())
    };
    let binds = |word: &&Word| match word.class {
        Class::Function | Class::Common => true,
        _ => is_bound(word),
    };
    words.iter().filter(binds).count()
}

/// Whether a block looks like the headline of something.
pub(super) fn is_headline(block: &Block, words: &[Word], text: &str) -> bool {
    match (words.len(), block.ending) {
        (3..=24, Ending::Open | Ending::Loud) => !continues(words, text),
        _ => false,
    }
}

/// Whether what stands between two words ends a sentence; dots leave it open.
pub(super) fn ends_sentence(gap: &str) -> bool {
    gap.contains(['.', '؟', '!']) && !gap.contains("..")
}

/// Whether a sentence goes on from one before it: «وأضاف», «كما», «من جهته».
pub(super) fn continues(words: &[Word], text: &str) -> bool {
    let Some(first) = words.first() else { return false };
    // «وفي» is a name too, and rather «في» behind «و».
    let is_own = first.is(OWN_WAW) && first.class != Class::Function;
    let joined = first.span().cut(text).behind(AND).filter(|_| !is_own);
    match words.get(1) {
        _ if joined.is_some_and(|rest| rest.chars().nth(1).is_some()) => true,
        _ if first.is(CONTINUING) => true,
        second => second.is_some_and(|second| TURNS.contains(&pair(first.hash, second.hash))),
    }
}

fn pair(one: u64, other: u64) -> u64 {
    one.rotate_left(17) ^ other
}

static TURNS: LazyLock<HashedSet<u64>> = LazyLock::new(|| {
    [
        "من جهته",
        "من جهتها",
        "من جانبه",
        "من جانبها",
        "من ناحيته",
        "من ناحيتها",
        "من ناحية",
        "من جهة",
        "في المقابل",
        "إلى ذلك",
        "في السياق",
        "في سياق",
        "في غضون",
        "في الوقت",
        "على صعيد",
        "على الصعيد",
        "من المقرر",
        "من المتوقع",
        "من المنتظر",
        "هذا وقد",
        "في هذا",
        "بهذا الصدد",
        "على الرغم",
        "في الأثناء",
        "إضافة إلى",
        "بالإضافة إلى",
    ]
    .iter()
    .filter_map(|turn| turn.split_once(' '))
    .map(|(one, other)| pair(word_hash(one), word_hash(other)))
    .collect()
});
