//! What may be a phrase in one text, whatever other texts have.

use std::hash::{Hash as _, Hasher as _};

use serde::{Deserialize, Serialize};

use crate::arabic::clitics::Onto;
use crate::arabic::lexicon::{
    COMPASS, COUNTRY, GIVEN, LOOSE_END, MONTH_OF_TWO, NATION, PART_OF_TIME, PLACE_HEAD, RELATIVE,
    SAYING, SENTENCE_GOES_ON, SPEECH, STATEMENT, THAT, TITLE, WEEKDAY_NAME, is,
};
use crate::arabic::numbers::parse::leading_ordinal;
use crate::arabic::quick_hash::WordHasher;
use crate::arabic::reading::Text;
use crate::arabic::stem::lexicon;
use crate::arabic::tokenize::TokenKind;
use crate::document::Plain;
use crate::span::Span;

/// The shortest word of a phrase, in letters: «عن», «بدء» say little.
const LETTERS: usize = 4;

/// What may be written onto a word, nothing first.
pub(super) const CLITICS: [&str; 5] = ["", "و", "ب", "ل", "وب"];

/// What may be written onto a word that begins so, each with its place among all.
fn clitics(word: &str) -> impl Iterator<Item = (u8, &'static str)> {
    let letters = word.chars().count();
    let long = move |clitic: &str| letters >= LETTERS + clitic.chars().count();
    (0..).zip(CLITICS).filter(move |(_, clitic)| word.starts_with(clitic) && long(clitic))
}

fn digest(first: &str, second: &str) -> u64 {
    let mut digest = WordHasher::default();
    (first, second).hash(&mut digest);
    digest.finish()
}

/// What may be a phrase in one article: a noun and what it is joined to with «ال», whatever is named there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Phrases {
    pub(super) all: Vec<Phrase>,
    /// The letters of both words of each, one after the other.
    #[serde(with = "crate::document::kept::text")]
    letters: String,
    /// A digest of both words of each, for each that may be written onto the first one: its place in [`CLITICS`].
    digests: Vec<(u64, u8)>,
}

/// Two words that may be a phrase, and what stands around them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Phrase {
    /// Where it stands.
    pub(super) span: Span,
    /// Where the letters of its words end among all.
    ends: (usize, usize),
    /// Where its digests end among all.
    digests: usize,
    /// Whether a word before it says that its first word is a noun.
    pub(super) governed: bool,
    /// Whether it is a part of something longer: «قائد العمليات المشتركة».
    pub(super) of_title: bool,
    /// Whether a word with «ال» stands before it in its sentence: «الحوار الأمني المشترك».
    pub(super) behind_joined: bool,
    /// The adjective behind it.
    pub(super) behind: Option<Span>,
}

impl Phrases {
    /// What may be a phrase in a text.
    pub(super) fn of(plain: &Plain) -> Self {
        let read = plain.reading();
        let mut found = Self::default();
        for sentence in &read.sentences {
            let (first, end) = sentence.words;
            for at in (first..end.saturating_sub(1)).filter(|&at| is_phrase(read, at)) {
                let (one, other) = (read.letters(at), read.letters(at + 1));
                let digests =
                    clitics(one).map(|(at, clitic)| (digest(&one[clitic.len()..], other), at));
                found.digests.extend(digests);
                found.letters.push_str(one);
                let ends = found.letters.len();
                found.letters.push_str(other);
                let before = at.checked_sub(1).filter(|_| at > first);
                let is_before = |of: &dyn Fn(usize) -> bool| before.is_some_and(of);
                let is_adjective = |&at: &usize| {
                    at < end && read.words[at].kind == TokenKind::Word && is_joined(read, at)
                };
                found.all.push(Phrase {
                    span: Span::new(read.words[at].span().start, read.words[at + 1].span().end),
                    ends: (ends, found.letters.len()),
                    digests: found.digests.len(),
                    governed: is_before(&|at| read.kinds(at).any(LOOSE_END)),
                    of_title: is_before(&|at| read.kinds(at).any(TITLE)),
                    behind_joined: is_before(&|at| is_joined(read, at)),
                    behind: Some(at + 2).filter(is_adjective).map(|at| read.words[at].span()),
                });
            }
        }
        found.all.shrink_to_fit();
        found.digests.shrink_to_fit();
        found
    }

    /// The digests of one, each with the place of what is written onto its first word.
    pub(super) fn digests(&self, number: usize) -> &[(u64, u8)] {
        let begins = number.checked_sub(1).map_or(0, |before| self.all[before].digests);
        self.digests.get(begins..self.all[number].digests).unwrap_or_default()
    }

    /// The folded letters of both words of one.
    pub(super) fn words(&self, number: usize) -> (&str, &str) {
        let begins = number.checked_sub(1).map_or(0, |before| self.all[before].ends.1);
        let (middle, end) = self.all[number].ends;
        let cut = |from, to| self.letters.get(from..to).unwrap_or_default();
        (cut(begins, middle), cut(middle, end))
    }
}

/// Whether two words make a phrase that says what an article is about.
fn is_phrase(read: &Text, at: usize) -> bool {
    let is_word = |index: usize| {
        let word = read.letters(index);
        let long = word.chars().count() >= LETTERS;
        long && read.words[index].kind != TokenKind::Mark && !lexicon().is_function(word)
    };
    // «الأسبوع الماضي», «الرئيس السابق», «قال الوزير» are everybody's words.
    let of_people = SAYING | SPEECH | TITLE | GIVEN | NATION | COUNTRY;
    let of_time = PART_OF_TIME | WEEKDAY_NAME | MONTH_OF_TWO;
    let idle = of_people | of_time | THAT | RELATIVE | SENTENCE_GOES_ON;
    // What is read off a word goes before what has to be looked up.
    let is_idle = |index: usize| read.kinds(index).any(idle);
    let is_telling = |index: usize| !is_idle(index) && is_word(index);
    is_joined(read, at + 1) && is_telling(at) && is_telling(at + 1) && !is_no_subject(read, at)
}

/// Whether a word has «ال» and is long enough to say something.
fn is_joined(read: &Text, at: usize) -> bool {
    let word = read.letters(at);
    word.has_article() && word.chars().count() > LETTERS
}

/// «الجولة الثالثة» is one of many, «البيان المشترك» a text, «الضاحية الشرقية» a place: none is what articles are about.
fn is_no_subject(read: &Text, at: usize) -> bool {
    let without_article = |index: usize| {
        let word = read.letters(index);
        word.without_article()
    };
    let (head, adjective) = (without_article(at), without_article(at + 1));
    let side = ["يه", "ي"].iter().find_map(|ending| adjective.strip_suffix(ending));
    let is_place = is(head, PLACE_HEAD) && side.is_some_and(|side| is(side, COMPASS));
    let is_numbered = leading_ordinal(&[read.letters(at + 1)]).is_some();
    is(head, STATEMENT) || is_numbered || is_place
}
