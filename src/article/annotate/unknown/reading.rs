//! What each word of an article can be.

use std::borrow::Cow;

use super::super::words::Words;
use super::asked::Asked;
use super::form::*;
use crate::arabic::chars::TATWEEL;
use crate::arabic::clitics::Onto;
use crate::arabic::lexicon::{FOREIGN, Kinds, SPEAKER, SPORT, Sound, is, kinds, phrases};
use crate::document::Mention;
use crate::weigh::{Pattern, Traits};

/// The words of an article, each as it is read.
pub(super) struct Readings<'w> {
    pub(super) words: &'w Words<'w>,
    list: Vec<Form>,
    /// The listed names of several words, each with the words at which it begins and ends.
    phrases: Vec<(usize, usize, Kinds)>,
    /// The words of sport.
    sport: Vec<usize>,
}

impl<'w> Readings<'w> {
    /// Reads all words; those of known mentions are taken.
    pub(super) fn of(words: &'w Words<'w>, known: &[Mention]) -> Self {
        let mut list: Vec<Form> =
            Forms::with(|forms| (0..words.list.len()).map(|at| read(words, at, forms)).collect());
        for mention in known {
            let first = words.index_at(mention.span.start);
            let last = words
                .index_at(mention.span.end.saturating_sub(1))
                .min(words.list.len().saturating_sub(1));
            for form in list.get_mut(first..=last).into_iter().flatten() {
                form.shape = form.shape | TAKEN;
            }
        }
        let mut made = Self { words, list, phrases: Vec::new(), sport: Vec::new() };
        made.phrases = (0..made.list.len())
            .filter_map(|at| made.read_phrase(at).map(|(last, kinds)| (at, last, kinds)))
            .collect();
        made.sport = (0..made.list.len()).filter(|&at| made.bare_is(at, SPORT)).collect();
        made
    }

    /// Whether some rule may read a name from the word on.
    pub(super) fn may_open(&self, at: usize) -> bool {
        if self.taken(at) {
            return false;
        }
        let introduces =
            |before| self.has_shape(before, INTRODUCES) || self.words.is_quotation_mark(before);
        let may =
            self.has_shape(at, STRANGE | OPENS_NAME) || at.checked_sub(1).is_some_and(introduces);
        may || matches!(self.words.at(at + 1), "بن" | "بنت")
    }

    /// Whether a known mention has the word.
    #[inline]
    pub(super) fn taken(&self, at: usize) -> bool {
        self.has_shape(at, TAKEN)
    }

    /// What the word can be, proclitics off.
    #[inline]
    pub(super) fn kinds(&self, at: usize) -> Kinds {
        self.list.get(at).map_or(Kinds::NONE, |form| form.kinds)
    }

    /// The word right before, in the same paragraph.
    #[inline]
    pub(super) fn before(&self, at: usize) -> Option<usize> {
        at.checked_sub(1).filter(|&before| self.words.same_paragraph(before, at))
    }

    /// What the word right before can be; nothing where there is none.
    #[inline]
    pub(super) fn kinds_before(&self, at: usize) -> Kinds {
        self.before(at).map_or(Kinds::NONE, |before| self.kinds(before))
    }

    /// Whether the word can be one of these.
    #[inline]
    pub(super) fn is(&self, at: usize, kinds: Kinds) -> bool {
        self.kinds(at).any(kinds)
    }

    /// Bytes of proclitics.
    #[inline]
    pub(super) fn skipped(&self, at: usize) -> usize {
        self.list.get(at).map_or(0, |form| form.skipped())
    }

    /// The folded letters behind the proclitics.
    #[inline]
    pub(super) fn bare(&self, at: usize) -> &str {
        &self.words.at(at)[self.skipped(at)..]
    }

    /// Whether the word, its proclitics off, can be one of these as a word of a list.
    #[inline]
    pub(super) fn bare_is(&self, at: usize, kinds: Kinds) -> bool {
        match self.list.get(at).filter(|form| form.skipped() > 0) {
            Some(form) => form.rest.kinds().any(kinds),
            None => self.words.is(at, kinds),
        }
    }

    /// What a list has of the letters behind the proclitics, as they stand.
    #[inline]
    pub(super) fn bare_kinds(&self, at: usize) -> Kinds {
        match self.list.get(at).filter(|_| self.words.is_letters(at)) {
            Some(form) => form.rest.kinds(),
            None => kinds(self.bare(at)),
        }
    }

    /// The same with the article that «لـ» took from them: «الجزيرة» of «للجزيرة».
    #[inline]
    pub(super) fn kinds_with_article(&self, at: usize) -> Kinds {
        match self.bare_with_article(at) {
            Cow::Borrowed(_) => self.bare_kinds(at),
            Cow::Owned(word) => kinds(&word),
        }
    }

    /// The folded letters behind the proclitics, with the article that «لـ» took from them («للجزيرة»).
    pub(super) fn bare_with_article(&self, at: usize) -> Cow<'_, str> {
        with_article(self.words.at(at), self.skipped(at))
    }

    /// Whether a word of sport stands less than so many words before a word, or behind it.
    pub(super) fn is_sport_near(&self, at: usize, words: usize) -> bool {
        let first = self.sport.partition_point(|&index| index + words < at);
        let mut near = self.sport[first..].iter().take_while(|&&index| index < at + words);
        near.any(|&index| self.words.same_paragraph(at, index))
    }

    /// «الحمود لـ«الشرفة»», «الـ35»: letters that are written onto what stands behind a mark or a number; a stroke alone is a dash.
    pub(super) fn is_written_onto(&self, at: usize) -> bool {
        let has_stroke = self.words.written(at).ends_with(TATWEEL);
        let is_letter = || self.words.at(at).chars().nth(1).is_none();
        has_stroke || self.words.is_quotation_mark(at + 1) && is_letter()
    }

    /// Whether the word goes on from the one before: same paragraph, letters, no proclitic, not taken.
    pub(super) fn goes_on(&self, from: usize, at: usize) -> bool {
        const FREE: Pattern = LETTERS.without(Traits::of(&[GLUED, TAKEN]));
        FREE.fits(self.shape(at))
            && self.words.same_paragraph(from, at)
            && !self.is_written_onto(at)
    }

    /// Whether the word behind one goes on from it and is such: «الخطيب» of «سمير الخطيب».
    #[inline]
    pub(super) fn follows(&self, at: usize, asked: Asked) -> bool {
        self.fits(at + 1, asked) && self.goes_on(at, at + 1)
    }

    /// The last of the words that go on from one and are such, so many at most: «يونايتد» of «مانشستر يونايتد».
    pub(super) fn row(&self, at: usize, most: usize, asked: Asked) -> usize {
        at + (at..at + most).take_while(|&before| self.follows(before, asked)).count()
    }

    /// Whether a list has a word so, as it is read for a name or as it stands.
    #[inline]
    pub(super) fn may_be(&self, at: usize, kinds: Kinds) -> bool {
        (self.kinds(at) | self.words.kinds(at)).any(kinds)
    }

    /// The longest listed name of several words that begins here: its last word, and what it is.
    pub(super) fn phrase(&self, at: usize) -> Option<(usize, Kinds)> {
        self.list.get(at).filter(|form| form.has(OPENS_PHRASE))?;
        let found = self.phrases.binary_search_by_key(&at, |&(first, ..)| first).ok()?;
        let (_, last, kinds) = self.phrases[found];
        Some((last, kinds))
    }

    /// Whether a word goes on with a listed name of several words: «آسفي» of «أولمبيك آسفي».
    pub(super) fn in_phrase(&self, at: usize) -> bool {
        let before = self.phrases.partition_point(|&(first, ..)| first < at);
        let near = self.phrases[..before].iter().rev().take(3);
        near.into_iter().any(|&(_, last, _)| last >= at)
    }

    fn read_phrase(&self, at: usize) -> Option<(usize, Kinds)> {
        if !self.list[at].has(OPENS_PHRASE) {
            return None;
        }
        let first = self.bare(at);
        let matches = |rest: &[String]| {
            rest.iter().enumerate().all(|(number, word)| {
                let next = at + 1 + number;
                self.words.same_paragraph(at, next) && self.words.at(next) == word
            })
        };
        let found = |first: &str| {
            phrases(first)
                .iter()
                .find(|(rest, _)| matches(rest))
                .map(|(rest, kinds)| (at + rest.len(), *kinds))
        };
        // «للأمم المتحدة»: the second lam stands for the article.
        found(first).or_else(|| {
            let rest = first
                .strip_prefix('ل')
                .filter(|_| self.words.at(at)[..self.skipped(at)].ends_with('ل'))?;
            found(&format!("ال{rest}")).or_else(|| found(&format!("الل{rest}")))
        })
    }

    /// A word that no list has and that does not look like a common one.
    #[inline]
    pub(super) fn is_strange(&self, at: usize) -> bool {
        self.has_shape(at, STRANGE)
    }

    /// A word that no list has and that may stand inside a name where something else says that a name stands here:
    /// unlike a strange word it may be built from a root («المقداد», «سلماوي»), but it is no form of a common word.
    pub(super) fn may_be_name(&self, at: usize) -> bool {
        self.has_shape(at, NAMELIKE)
    }

    /// Whether the word begins with «ال», and not with a foreign «أل».
    pub(super) fn has_article(&self, at: usize) -> bool {
        self.has_shape(at, WITH_ARTICLE)
    }

    /// Whether the text itself writes the last letter of a word so.
    pub(super) fn is_written_with(&self, at: usize, last: char) -> bool {
        self.words.written(at).ends_with(last)
    }

    /// How the letters of a word sound.
    #[inline]
    pub(super) fn sound(&self, at: usize) -> Sound {
        self.list.get(at).map_or(Sound::default(), |form| form.sound)
    }

    /// Whether the shape of a word has one of these.
    #[inline]
    pub(super) fn has_shape(&self, at: usize, shape: Traits) -> bool {
        self.shape(at).any(shape)
    }

    /// All that the shape of a word says.
    #[inline]
    pub(super) fn shape(&self, at: usize) -> Traits {
        self.list.get(at).map_or(Traits::NONE, |form| form.shape)
    }

    /// Whether a word is such as a rule asks for.
    #[inline]
    pub(super) fn fits(&self, at: usize, asked: Asked) -> bool {
        asked.fits(self.kinds(at), self.shape(at))
    }

    /// Whether a word is such as one row of a table asks for.
    #[inline]
    pub(super) fn fits_one(&self, at: usize, table: &[Asked]) -> bool {
        let (kinds, shape) = (self.kinds(at), self.shape(at));
        table.iter().any(|asked| asked.fits(kinds, shape))
    }

    /// A strange word so foreign that it needs no cue.
    pub(super) fn is_very_foreign(&self, at: usize) -> bool {
        // A foreign name that a list has («أينشتاين») needs less of the look of one.
        let is_listed = || self.is(at, FOREIGN) && self.words.at(at).chars().count() >= 5;
        self.is_foreign(at) && (self.has_shape(at, LOOKS_VERY_FOREIGN) || is_listed())
    }

    /// A strange word with the look of a foreign name.
    pub(super) fn is_foreign(&self, at: usize) -> bool {
        self.has_shape(at, OUTLANDISH)
    }
}

/// A word at its place, not yet taken.
fn read(words: &Words<'_>, at: usize, forms: &mut Forms) -> Form {
    if !words.is_letters(at) {
        return Form::default();
    }
    let spelling = spelling(words, at);
    // «على» is no «علي» where the text tells them apart.
    if spelling.0.ends_with('ى') && words.at(at).trim_start_matches(['و', 'ف']) == "علي" {
        return forms.common(words.at(at)).written(spelling);
    }
    if is_in_the_name_of(words, at) {
        return forms.common(words.at(at)).written(spelling);
    }
    forms.of(words.at(at), words.at(at + 1), words.reading.entry(at)).written(spelling)
}

/// «الناطق الرسمي باسم القطب»: what stands behind a spokesman is no «باسم» of somebody's.
pub(super) fn is_in_the_name_of(words: &Words<'_>, at: usize) -> bool {
    let speaks = |index: usize| {
        let word = words.at(index);
        words.same_paragraph(index, at) && is(word.without_article(), SPEAKER)
    };
    // «المتحدث السابق، باسم الكعبي،»
    let is_apart = words.before(at) == "،" && words.at(at + 2) == "،";
    words.at(at) == "باسم"
        && !is_apart
        && words.at(at + 1).has_article()
        && (at.saturating_sub(2)..at).any(speaks)
}

fn spelling<'t>(words: &Words<'t>, at: usize) -> Spelling<'t> {
    Spelling(words.written(at))
}
