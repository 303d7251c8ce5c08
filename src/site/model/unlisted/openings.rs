//! The words that have been met, each with the names that may begin with it: a text is read once for every name there is,
//! and nearly all of its words stand in other texts too.

use std::borrow::Cow;
use std::hash::Hasher as _;

use crate::arabic::clitics::Onto;
use crate::arabic::clitics::{Reading, readings};
use crate::arabic::quick_hash::{ShortWord, WordHasher, WordMap};
use crate::arabic::reading::Text;
use crate::arabic::spelling::respelled;
use crate::knowledge::EntityKind;

/// The words of a name in one spelling, with their «ال», and what it names.
pub(in super::super) type Pattern = (Vec<String>, EntityKind);

/// What is looked for, by the first word, longest first.
pub(super) type Patterns = WordMap<String, Vec<Pattern>>;

/// The number of a word among those that have been met.
pub(super) type Number = u32;

/// Names that begin with a word, longest first, and how many bytes stand before them: «لصحم».
type Opening<'p> = (usize, &'p [Pattern]);

/// The words that have been met.
pub(super) struct Words<'p> {
    patterns: &'p Patterns,
    short: WordMap<ShortWord, Number>,
    long: WordMap<String, Number>,
    met: Vec<Met<'p>>,
}

/// What is known of a word.
struct Met<'p> {
    /// The names that begin with one of its readings, reading by reading.
    openings: Box<[Opening<'p>]>,
    /// The number of its one spelling.
    one: Number,
}

impl<'p> Words<'p> {
    /// None yet.
    pub(super) fn of(patterns: &'p Patterns) -> Self {
        Self { patterns, short: WordMap::default(), long: WordMap::default(), met: Vec::new() }
    }

    /// The number of a folded word.
    pub(super) fn number(&mut self, word: &str) -> Number {
        let short = ShortWord::of(word);
        let known = match &short {
            Some(short) => self.short.get(short),
            None => self.long.get(word),
        };
        if let Some(&number) = known {
            return number;
        }
        // In range: there are fewer words than bytes of text.
        let number = self.met.len() as Number;
        self.met.push(Met { openings: self.openings_of(word), one: number });
        match short {
            Some(short) => drop(self.short.insert(short, number)),
            None => drop(self.long.insert(word.to_owned(), number)),
        }
        if let Cow::Owned(one) = owned(word) {
            self.met[number as usize].one = self.number(&one);
        }
        number
    }

    /// The names that a word may begin.
    pub(super) fn openings(&self, number: Number) -> &[Opening<'p>] {
        self.met.get(number as usize).map_or(&[], |met| &met.openings)
    }

    /// The number of the one spelling of a word: «طايره» has that of «طاءره».
    pub(super) fn one_spelling(&self, number: Number) -> Number {
        self.met.get(number as usize).map_or(number, |met| met.one)
    }

    fn openings_of(&self, word: &str) -> Box<[Opening<'p>]> {
        let opening = |reading: &Reading<'_>| {
            let list = self.patterns.get(respelled(&first_of(reading)).as_ref())?;
            Some((reading.proclitics.len(), list.as_slice()))
        };
        readings(word).iter().filter_map(opening).collect()
    }
}

/// What a name begins with that begins with a word read so.
fn first_of<'w>(reading: &Reading<'w>) -> Cow<'w, str> {
    if reading.article && !reading.rest.has_article() {
        Cow::Owned(format!("ال{}", reading.stem))
    } else {
        Cow::Borrowed(reading.rest)
    }
}

/// A digest of the first word of a name. Where two have one, a name is looked for that does not stand there.
pub(super) fn mark_of(first: &str) -> u32 {
    let mut digest = WordHasher::default();
    digest.write(first.as_bytes());
    // The upper half has taken in all of it.
    (digest.finish() >> 32) as u32
}

/// With what the names of a text may begin: the words that have been met, each with the marks of what it may begin.
#[derive(Default)]
pub(in super::super) struct Firsts(WordMap<String, Box<[u32]>>);

impl Firsts {
    /// The marks of all first words of names that may stand in a text, sorted.
    pub(in super::super) fn of(&mut self, read: &Text) -> Vec<u32> {
        let mut marks = Vec::with_capacity(2 * read.words.len());
        for at in 0..read.words.len() {
            let word = read.letters(at);
            if let Some(known) = self.0.get(word) {
                marks.extend(known);
                continue;
            }
            let mark = |reading: &Reading<'_>| mark_of(&respelled(&first_of(reading)));
            let new: Box<[u32]> = readings(word).iter().map(mark).collect();
            marks.extend(&new);
            self.0.insert(word.to_owned(), new);
        }
        marks.sort_unstable();
        marks.dedup();
        marks.shrink_to_fit();
        marks
    }
}

/// How many of so many articles a thread reads at a stretch: it learns their words anew with every one that it begins, so that it
/// gets few and long ones.
pub(in super::super) fn stretch(articles: usize) -> usize {
    const LEAST: usize = 64;
    LEAST.max(articles / (2 * rayon::current_num_threads()))
}

/// The one spelling of a word, where it has another.
fn owned(word: &str) -> Cow<'_, str> {
    let one = respelled(word);
    if one == word { Cow::Borrowed(word) } else { Cow::Owned(one.into_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_known_by_the_names_that_it_begins_and_by_its_one_spelling() {
        let name = (vec!["صحم".to_owned()], EntityKind::Place);
        let patterns: Patterns = [("صحم".to_owned(), vec![name.clone()])].into_iter().collect();
        let mut words = Words::of(&patterns);
        let [bare, joined, other] = ["صحم", "لصحم", "سوق"].map(|word| words.number(word));
        assert_eq!(words.openings(bare), [(0, &[name.clone()][..])]);
        assert_eq!(words.openings(joined), [(2, &[name][..])]);
        assert_eq!(words.openings(other), []);
        assert_eq!(words.number("صحم"), bare);
        let [old, new] = ["طايره", "طاءره"].map(|word| words.number(word));
        assert_eq!((words.one_spelling(old), words.one_spelling(new)), (new, new));
    }
}
