//! What a word says about speech, and where the text said it before, asked once for each word: the frames of many
//! quotations look at the same words.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;

use super::agreement::{Gender, bare_verb};
use super::letters::{article_off, bare, is_saying};
use super::noun::{Phrase, SAYS, SAYS_ON};
use crate::arabic::lexicon::{ACCORDING, ASKING, STATEMENT, is};
use crate::article::annotate::words::Words;
use crate::span::Span;

/// What a word says about speech.
#[derive(Clone, Copy)]
pub(super) struct Heard {
    /// «قال», «وقال».
    pub(super) says: bool,
    /// «قال», without a conjunction.
    pub(super) says_bare: bool,
    /// «سأل», «وسأل».
    pub(super) asks: bool,
    /// «مضيفا», «ومضيفا».
    pub(super) goes_on: bool,
    /// «بيان», «البيان», «ببيان».
    pub(super) states: bool,
    /// «بحسب», «وبحسب».
    pub(super) accords: bool,
    /// «بحسب», without a conjunction.
    pub(super) accords_bare: bool,
}

impl Heard {
    fn of(word: &str) -> Self {
        let own = bare(word);
        Self {
            says: is_saying(word),
            says_bare: is(word, SAYS),
            // «ووجهت المحكمة سؤالا إلى المتهم»
            asks: is(bare_verb(word), ASKING) || word == "سءالا",
            goes_on: is(word, SAYS_ON) || is(own, SAYS_ON),
            states: is(article_off(own), STATEMENT),
            accords: is(own, ACCORDING),
            accords_bare: is(word, ACCORDING),
        }
    }
}

/// The words of an article, each asked when first looked at.
pub(super) struct Hearing<'a> {
    words: &'a Words<'a>,
    heard: Vec<OnceCell<Heard>>,
    full_names: Vec<OnceCell<Full>>,
    /// For each word the nearest before it that is the same.
    earlier: OnceCell<Vec<Option<usize>>>,
    /// What each spelling says: a word that comes again says the same.
    spelled: RefCell<HashMap<&'a str, Heard>>,
    told: RefCell<Sentences>,
    /// Where the first name of a person ends.
    first_person: OnceCell<Option<usize>>,
}

impl<'a> Hearing<'a> {
    pub(super) fn of(words: &'a Words<'a>) -> Self {
        // An article without marks quotes nobody.
        let count = if words.reading.pairs.is_empty() { 0 } else { words.list.len() };
        Self {
            words,
            heard: vec![OnceCell::new(); count],
            full_names: vec![OnceCell::new(); count],
            earlier: OnceCell::new(),
            spelled: RefCell::default(),
            told: RefCell::new(Sentences {
                numbers: vec![Sentences::UNREAD; count],
                told: Vec::new(),
            }),
            first_person: OnceCell::new(),
        }
    }

    /// What a word says; nothing beyond the ends.
    pub(super) fn at(&self, index: usize) -> Heard {
        let of = || {
            let word = self.words.at(index);
            *self.spelled.borrow_mut().entry(word).or_insert_with(|| Heard::of(word))
        };
        self.heard.get(index).map_or_else(of, |heard| *heard.get_or_init(of))
    }

    /// The full name that the text gave before to a word, as it was found when first asked for.
    pub(super) fn full_name(&self, at: usize, find: impl Fn() -> Full) -> Full {
        self.full_names.get(at).map_or_else(&find, |full| *full.get_or_init(&find))
    }

    /// What the sentence before a word tells, as it was read when first asked for.
    pub(super) fn told_before(
        &self,
        behind: usize,
        read: impl FnOnce() -> Option<Told>,
    ) -> Option<Told> {
        if let Some(told) = self.told.borrow().get(behind) {
            return told;
        }
        let told = read();
        self.told.borrow_mut().keep(behind, told);
        told
    }

    /// Where the first name of a person ends, as it was found when first asked for.
    pub(super) fn first_person(&self, find: impl FnOnce() -> Option<usize>) -> Option<usize> {
        *self.first_person.get_or_init(find)
    }

    /// Where the text said the same word before.
    pub(super) fn earlier(&self, at: usize) -> Option<usize> {
        let earlier = self.earlier.get_or_init(|| {
            let mut last: HashMap<&str, usize> = HashMap::new();
            (0..self.words.list.len()).map(|at| last.insert(self.words.at(at), at)).collect()
        });
        earlier.get(at).copied().flatten()
    }
}

/// For words behind a sentence what it tells: by the word a number, by the number what was read.
struct Sentences {
    numbers: Vec<u32>,
    told: Vec<Option<Told>>,
}

impl Sentences {
    /// The number of a word that nobody has asked for.
    const UNREAD: u32 = u32::MAX;

    fn get(&self, behind: usize) -> Option<Option<Told>> {
        let number = *self.numbers.get(behind)?;
        self.told.get(number as usize).copied()
    }

    fn keep(&mut self, behind: usize, told: Option<Told>) {
        let Ok(next) = u32::try_from(self.told.len()) else { return };
        if let Some(number) = self.numbers.get_mut(behind) {
            *number = next;
            self.told.push(told);
        }
    }
}

/// What the text before says of a short form.
#[derive(Clone, Copy)]
pub(super) enum Full {
    /// Nothing.
    None,
    /// One full form.
    One(Span),
    /// Several, of which it could be any.
    Several,
}

/// What a sentence tells of who speaks or acts in it.
#[derive(Clone, Copy)]
pub(super) struct Told {
    /// Its first word.
    pub(super) first: usize,
    /// Its last word.
    pub(super) last: usize,
    /// Where it begins: the sentence before it ends there.
    pub(super) start: usize,
    pub(super) acts: Acts,
    /// How many people it names besides the one who acts.
    pub(super) others: usize,
    /// How many of them may have done what is told of next.
    pub(super) rivals: usize,
}

/// Who speaks or acts in a sentence.
#[derive(Clone, Copy)]
pub(super) enum Acts {
    /// Somebody whom it names.
    By(Phrase, Act),
    /// Whoever spoke before, by a verb of this gender.
    GoesOn(Option<Gender>),
    /// Somebody, and grammar leaves it open who.
    Unsure,
    /// Nobody of whom it is told.
    Nobody,
}

/// What somebody does in a sentence.
#[derive(Clone, Copy)]
pub(super) struct Act {
    /// Whether he speaks.
    pub(super) has_spoken: bool,
    /// The gender of the verb by which he does.
    pub(super) gender: Option<Gender>,
}
