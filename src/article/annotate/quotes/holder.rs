//! Whom a title without a name stands for: «الوزير» is whoever was named with that office before, «اللاعب» whoever has the floor.

use super::super::overlap::touching;
use super::extent::closes;
use super::full::{BACK, PLACES};
use super::heard::Full;
use super::letters::is_definite;
use super::noun::Phrase;
use super::scene::Scene;
use crate::arabic::clitics::{AND, BY, FOR, Onto, SO};
use crate::arabic::lexicon::{ADDRESS, CALLED_AGAIN, RANK_PART, TITLE, TITLE_ADJECTIVE, is};
use crate::document::Mention;
use crate::span::Span;

/// The longest office, in words.
const LONGEST: usize = 9;

impl Scene<'_> {
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
