//! Phrases: words that must stand in a text one after the other.

use super::index::Index;
use super::query::Query;
use super::rank::Meetings;
use super::word::{SearchWord, spans, word};
use crate::arabic::stem::same_name;

/// How many articles the browser loads to find a phrase, before it asks whether to go on; each file of texts holds a few.
pub(super) const MOST_READ: usize = 60;

/// What may be written before the first word of a phrase.
pub(super) const JOINED: [&str; 16] = [
    "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "ال", "وال", "فال", "بال", "كال", "وبال",
];

/// How many letters at their ends two spellings of one form share: «الأميركية» is «الأمريكية» and not «الأمريكي».
pub(super) const SAME_END: usize = 2;

/// Keeps the articles in which the phrases stand, and none of those to leave out; and the word of a phrase at which the
/// best article fails, where none has it: the one from which on no article has all words of the phrase before any other.
pub(super) fn with_phrases(
    index: &Index,
    query: &Query,
    docs: Vec<usize>,
    meetings: &[Meetings],
) -> (Vec<usize>, Option<String>) {
    let needed: &[Vec<SearchWord>] = if query.question { &[] } else { &query.phrases };
    if needed.len() + query.without_phrases.len() == 0 {
        return (docs, None);
    }
    let mut furthest: Vec<Option<usize>> = vec![None; needed.len()];
    let mut stands = |doc: usize| {
        let text = format!("{}\n{}", index.docs[doc].title, index.docs[doc].text);
        let read: Vec<SearchWord> =
            spans(&text).filter_map(|span| word(span, span.cut(&text))).collect();
        let reached: Vec<usize> = needed.iter().map(|phrase| reach(&read, phrase)).collect();
        for (far, reached) in furthest.iter_mut().zip(&reached) {
            *far = (*far).max(Some(*reached));
        }
        let whole = needed.iter().zip(&reached).all(|(phrase, reached)| *reached == phrase.len());
        whole && !query.without_phrases.iter().any(|phrase| reach(&read, phrase) == phrase.len())
    };
    let left: Vec<usize> = docs.into_iter().filter(|&doc| stands(doc)).collect();
    let fails = needed.iter().zip(&furthest).find_map(|(phrase, &far)| {
        runs_out(index, query, meetings, phrase).or_else(|| phrase.get(far?))
    });
    let fails = fails.filter(|_| left.is_empty()).map(|word| word.folded.clone());
    (left, fails)
}

/// The word of a phrase from which on no article has all of its words, wherever they stand.
fn runs_out<'p>(
    index: &Index,
    query: &Query,
    meetings: &[Meetings],
    phrase: &'p [SearchWord],
) -> Option<&'p SearchWord> {
    let mut left: Vec<usize> = (0..index.docs.len()).collect();
    phrase.iter().find(|asked| {
        let place = query.words.iter().position(|word| word.readings == asked.readings);
        if let Some(met) = place.and_then(|at| meetings.get(at)) {
            left.retain(|&doc| met.stands(doc));
        }
        left.is_empty()
    })
}

/// How many words of a phrase stand in a text one after the other from its first on.
fn reach(text: &[SearchWord], phrase: &[SearchWord]) -> usize {
    let from = |start: usize| {
        let words = text[start..].iter().zip(phrase).enumerate();
        words.take_while(|(at, (met, asked))| same(met, asked, *at == 0)).count()
    };
    (0..text.len()).map(from).max().unwrap_or(0)
}

/// Whether a word of a text is a word of a phrase: as it is written, in another spelling, and at the beginning of the
/// phrase with whatever is written before it: «بدمج هيئة» for «دمج هيئة».
fn same(met: &SearchWord, asked: &SearchWord, first: bool) -> bool {
    if met.folded == asked.folded {
        return true;
    }
    if met.function || asked.function {
        return false;
    }
    let pairs =
        || met.readings.iter().flat_map(|met| asked.readings.iter().map(move |asked| (met, asked)));
    let before = |word: &SearchWord, bare: &str| word.folded.len().saturating_sub(bare.len());
    pairs().any(|(mine, theirs)| {
        let clitics = first
            || met.folded[..before(met, &mine.bare)] == asked.folded[..before(asked, &theirs.bare)];
        clitics
            && (mine.bare == theirs.bare
                || respelled(mine.stem == theirs.stem, &mine.bare, &theirs.bare))
    }) || (first && asked.readings.iter().any(|theirs| joined(&met.folded, &theirs.bare)))
}

/// Whether two words of one stem or one key are spellings of one form.
fn respelled(one_stem: bool, a: &str, b: &str) -> bool {
    let end = |word: &str| word.chars().rev().take(SAME_END).collect::<String>();
    one_stem && a.chars().count() == b.chars().count() && end(a) == end(b) && same_name(a, b)
}

/// Whether a word is another with a conjunction or a preposition written before it.
fn joined(met: &str, bare: &str) -> bool {
    met.strip_suffix(bare).is_some_and(|before| JOINED.contains(&before))
}
