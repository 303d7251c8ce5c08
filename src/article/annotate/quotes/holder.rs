//! Whose a title is: the name behind «مدير الفرع في تعز، الدكتور»; and whom a title without a name stands for: «الوزير» is whoever was
//! named with that office before, «اللاعب» whoever has the floor.

use super::super::overlap::touching;
use super::extent::closes;
use super::full::{BACK, PLACES};
use super::heard::Full;
use super::letters::is_definite;
use super::noun::Phrase;
use super::scene::Scene;
use crate::arabic::clitics::{AND, BY, FOR, Onto, SO};
use crate::arabic::lexicon::{
    ADDRESS, CALLED_AGAIN, CLAUSE_OPENING, GIVEN, RANK_PART, SPEAKER, THAT, TITLE, TITLE_ADJECTIVE,
    is, kinds,
};
use crate::document::Mention;
use crate::span::Span;

/// The longest office, in words.
const LONGEST: usize = 9;

impl Scene<'_> {
    /// «رئيس الجمعية في الميناء، فلان، طالب الحكومة بأن»: whose name stands between the comma before a verb and an office that opens
    /// the sentence.
    pub(super) fn told_before_comma(&self, comma: usize) -> Option<Phrase> {
        let words = self.words;
        let name = self.person_ending(comma.checked_sub(1)?)?;
        let first = words.index_at(name.span.start);
        let (from, phrase) = self.offices.of_name(first)?;
        let before = from.checked_sub(1).filter(|&before| words.same_paragraph(before, from));
        let opens = before.is_none_or(|before| {
            words.at(before) == "." || words.is(before, THAT | CLAUSE_OPENING)
        });
        opens.then_some(phrase)
    }

    /// The same where grammar has read a phrase there, if any, and no name in it.
    pub(super) fn told_beyond(
        &self,
        read: Option<Phrase>,
        at: usize,
        end: usize,
    ) -> Option<Phrase> {
        let is_open = read.is_none_or(|phrase| phrase.name.is_none());
        is_open.then(|| self.told_from(at, end)).flatten()
    }

    /// Whoever is named, alone, behind what is told of him from a word on and before another.
    pub(super) fn told_from(&self, at: usize, end: usize) -> Option<Phrase> {
        let words = self.words;
        let phrase = self.offices.at(at)?;
        let next = phrase.last + 1;
        let is_joined =
            words.at(next).behind(AND).is_some_and(|rest| kinds(rest).any(GIVEN | TITLE | SPEAKER));
        // «قال العداء لاهثا»: how, and nobody's name.
        let is_adverb = phrase.first == phrase.last
            && words.at(phrase.last).ends_with('ا')
            && !words.is(phrase.last, GIVEN);
        (phrase.last < end && !is_joined && !is_adverb).then_some(phrase)
    }

    /// The person whom the text named with this title before: «العداء» of «العداء باتريك أونيانغو»,
    /// «المحافظ» of «محافظ الإقليم طارق عبد الموجود».
    pub(super) fn titled(&self, title: &Phrase) -> Full {
        let words = self.words;
        let since = words.list[title.first].span().start;
        let is_person = |mention: &&Mention| mention.is_person() && mention.span.end <= since;
        let before = self.mentions.partition_point(|mention| mention.span.end <= since);
        let far = words.list[title.first.saturating_sub(BACK)].span().start;
        let near = self.mentions[..before].iter().rev();
        let near = near.take_while(|mention| mention.span.start >= far);
        let people = near.filter(is_person).take(PLACES);
        let mut found: Option<Span> = None;
        for mention in people {
            let first = words.index_at(mention.span.start);
            let last = words.index_at(mention.span.end.saturating_sub(1));
            if !self.holds(title, first, last) {
                continue;
            }
            let full = match self.full_name(first, last) {
                Full::One(full) => full,
                _ => mention.span,
            };
            match found {
                Some(one) if self.shown(one) != self.shown(full) => return Full::Several,
                Some(_) => {}
                None => found = Some(full),
            }
        }
        match found {
            Some(found) => Full::One(found),
            None if title.first == title.last => self.named_behind(title.first),
            None => Full::None,
        }
    }

    /// The same where no step before has marked the name: the phrase that the title opened had one.
    fn named_behind(&self, at: usize) -> Full {
        let words = self.words;
        let mut found: Option<Span> = None;
        for index in self.places_before(at) {
            let Some((first, last)) = self.phrase(index, at, true).and_then(|phrase| phrase.name)
            else {
                continue;
            };
            let full = words.span(first, 0, last);
            match found {
                Some(one) if self.shown(one) != self.shown(full) => return Full::Several,
                Some(_) => {}
                None => found = Some(full),
            }
        }
        found.map_or(Full::None, Full::One)
    }

    /// Whether the words beside a name say that its bearer has an office.
    fn holds(&self, title: &Phrase, first: usize, last: usize) -> bool {
        self.holds_before(title, first) || self.holds_behind(title, last)
    }

    /// «محافظ الإقليم طارق عبد الموجود», «المتحدث باسم الجيش، العقيد ماهر شداد».
    fn holds_before(&self, title: &Phrase, name: usize) -> bool {
        let words = self.words;
        let mut is_bounded = false;
        for index in (name.saturating_sub(LONGEST)..name).rev() {
            let is_beside =
                words.at(index) == "،" && index + 3 >= name || words.is_quotation_mark(index);
            let goes_on = words.is_letters(index)
                && !(closes(words, index) && words.at(index) != "باسم")
                && touching(self.mentions, words.list[index].span())
                    .iter()
                    .all(|mention| !mention.is_person());
            if !words.same_paragraph(index, name) || !is_beside && !goes_on {
                return false;
            }
            // «نائب رئيس الهيئة فلان», «المتحدث باسم الوزير فلان»: another's office.
            let before = index.checked_sub(1).filter(|&before| words.same_paragraph(before, index));
            let is_anothers = before.is_some_and(|before| {
                words.at(before).starts_with("باسم")
                    || words.is(before, TITLE) && !is_definite(words, before)
            });
            if !is_bounded && !is_anothers && self.is_title(title, index) {
                return true;
            }
            // «وزير الداخلية السفير الفرنسي فلان»: two men; «رئيس الأركان الفريق فلان»: one.
            is_bounded |= words.is(index, TITLE)
                && !words.is(index, TITLE_ADJECTIVE | ADDRESS | RANK_PART)
                && before.is_some_and(|before| is_definite(words, before));
        }
        false
    }

    /// «طارق عبد الموجود، محافظ الإقليم،»
    fn holds_behind(&self, title: &Phrase, last: usize) -> bool {
        let words = self.words;
        let at = last + 2;
        words.at(last + 1) == "،"
            && words.same_paragraph(last, at)
            && (self.is_title(title, at) || words.is(at, ADDRESS) && self.is_title(title, at + 1))
    }

    /// Whether the words of a title stand at a word, whatever its article: «المحافظ» of «محافظ», «رئيس الهيئة» of «رئيس الهيئة العامة».
    fn is_title(&self, title: &Phrase, at: usize) -> bool {
        let words = self.words;
        (title.first..=title.last).enumerate().all(|(place, index)| {
            let (own, other) = (words.at(index), words.at(at + place));
            own == other || place == 0 && without_article(own) == without_article(other)
        })
    }

    /// Whether a phrase is a noun by which whoever has the floor is called again: «اللاعب», «المسؤول».
    pub(super) fn calls_again(&self, phrase: &Phrase) -> bool {
        let words = self.words;
        phrase.first == phrase.last
            && phrase.name.is_none()
            && is_definite(words, phrase.first)
            && is(without_article(words.at(phrase.first)), CALLED_AGAIN)
    }
}

/// A noun without «ال», after a proclitic too: «للمحامي», «والوزير».
fn without_article(word: &str) -> &str {
    let word = word.behind_for_the().unwrap_or(word);
    let bare = word.behind(AND | SO | BY | FOR).filter(|rest| is(rest, TITLE));
    let word = bare.unwrap_or(word);
    word.without_article()
}
