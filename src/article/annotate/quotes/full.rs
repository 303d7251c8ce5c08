//! Who a phrase names, in full: «الجندلي» is the فراس الجندلي of the sentence before, «الوزارة» the ministry named there.

use super::super::overlap::touching;
use super::agreement::has_pronoun;
use super::heard::Full;
use super::letters::{is_definite, listed_nowhere};
use super::noun::{Kind, Phrase};
use super::scene::Scene;
use crate::arabic::clitics::{FOR, Onto};
use crate::arabic::lexicon::{
    DIRECT_TITLE, FAMILY, FOREIGN, GIVEN, JOIN, LOOSE_END, PHRASE_END, RARE_FAMILY, TITLE,
};
use crate::document::{Mention, MentionKind, Speaker};
use crate::knowledge::EntityKind;
use crate::span::Span;

/// How many words back a full name is looked for.
pub(super) const BACK: usize = 3000;
/// In how many places: no article says «الوزير» more often, and a text without end must not be read again for each.
pub(super) const PLACES: usize = 60;

impl Scene<'_> {
    /// The speaker that a phrase names, and the words that do so; nothing where the text leaves it open.
    pub(super) fn speaker(&self, phrase: &Phrase) -> Option<(Speaker, Span)> {
        let words = self.words;
        if let Some((first, last)) = phrase.name {
            if let Some(from) = self.of_another(first) {
                let last = self.whole_name(words.span(first, 0, last)).end;
                let span = words.span(from, 0, words.index_at(last.saturating_sub(1)));
                return Some((Speaker::Text(self.in_line(span)), span));
            }
            let is_governed = |before: &usize| words.same_paragraph(*before, first);
            if first.checked_sub(1).filter(is_governed).is_some_and(|before| self.governs(before)) {
                return None;
            }
            let span = self.whole_name(words.span(first, 0, last));
            if let Some(id) = self.entity(span, EntityKind::Person) {
                return Some((Speaker::Entity(id), span));
            }
            return match self.full_name(first, last) {
                Full::One(full) => Some((self.in_full(full, EntityKind::Person), span)),
                // It stood there before, but not behind a name that is read as one.
                Full::None if first == last && self.stood_before(first) => None,
                Full::None => Some((Speaker::Text(self.shown(span)), span)),
                Full::Several => None,
            };
        }
        // «نقل بيان عن نائبه فلان»
        let is_own = has_pronoun(words.written(phrase.first)) && phrase.first < phrase.last;
        if let Some(own) = self.mention_at(phrase.first + 1).filter(|_| is_own)
            && own.is_person()
        {
            return Some((self.in_full(own.span, EntityKind::Person), own.span));
        }
        let span = self.marked_beginning(phrase);
        // «سعادة الشيخة المياسة» of «سعادة الشيخة المياسة بنت حمد»: the phrase has cut a name.
        if let Some(name) = self.name_cut_by(phrase) {
            return Some((self.in_full(name, EntityKind::Person), name));
        }
        let kind =
            if phrase.kind == Kind::Person { EntityKind::Person } else { EntityKind::Organization };
        if let Some(id) = self.entity(span, kind) {
            return Some((Speaker::Entity(id), span));
        }
        let is_one_definite =
            phrase.first == phrase.last && (is_definite(words, phrase.first) || phrase.skipped > 0);
        if is_one_definite {
            match phrase.kind {
                Kind::Body => match self.full_body(phrase.first) {
                    Full::One(full) => {
                        return Some((self.in_full(full, EntityKind::Organization), span));
                    }
                    Full::Several => return None,
                    Full::None => {}
                },
                Kind::Person => match self.titled(phrase) {
                    Full::One(full) => {
                        return Some((self.in_full(full, EntityKind::Person), span));
                    }
                    Full::Several => return None,
                    // «الوزير» after people were named is one of them, and nothing says which.
                    Full::None if self.names_people_before(span.start) => return None,
                    Full::None => {
                        if let Full::One(full) = self.full_office(phrase.first) {
                            return Some((self.in_full(full, EntityKind::Person), span));
                        }
                    }
                },
                // «الخلية» of «خلية الإعلام الأمني»
                Kind::Noun if let Full::One(full) = self.marked_body(phrase.first) => {
                    return Some((self.in_full(full, EntityKind::Organization), span));
                }
                // «المهدي» may be somebody's family name.
                Kind::Noun if self.names_people_before(span.start) => return None,
                _ => {}
            }
        }
        let is_office = phrase.kind == Kind::Person && phrase.first < phrase.last;
        if is_office && let Full::One(full) = self.titled(phrase) {
            return Some((self.in_full(full, EntityKind::Person), span));
        }
        if self.is_cut(phrase) {
            return None;
        }
        let mut text = self.in_line(span);
        // «أن مسؤولا في البرنامج»
        if self.in_accusative(phrase.first).is_some() {
            let (head, rest) = text.split_once(' ').unwrap_or((&text, ""));
            let head = head.trim_end_matches(['\u{64B}', 'ا']);
            text = format!("{head} {rest}").trim_end().to_owned();
        }
        if phrase.skipped > 0 && words.at(phrase.first).has_for_the() {
            text = format!("ا{text}");
        }
        Some((Speaker::Text(text), span))
    }

    /// «الخبير الاقتصادي سيد» of «الخبير الاقتصادي سيد رستم»: a name was not read.
    fn is_cut(&self, phrase: &Phrase) -> bool {
        let words = self.words;
        let is_title = words.is(phrase.last, TITLE | DIRECT_TITLE);
        let opens_anew = is_definite(words, phrase.first) && !is_definite(words, phrase.last);
        phrase.first < phrase.last && is_title && opens_anew
    }

    /// The speaker whose full name stands somewhere else.
    fn in_full(&self, full: Span, kind: EntityKind) -> Speaker {
        match self.entity(full, kind) {
            Some(id) => Speaker::Entity(id),
            None if kind == EntityKind::Person => Speaker::Text(self.shown(full)),
            None => Speaker::Text(self.in_line(full)),
        }
    }

    /// The marked name of which a phrase has found a part: «محمد وسام المرتضى», «الهادي شعبان».
    fn whole_name(&self, span: Span) -> Span {
        let goes_on = |mention: &&Mention| {
            mention.is_person()
                && (mention.span.start == span.start && mention.span.end > span.end
                    || mention.span.end == span.end && mention.span.start < span.start)
        };
        touching(self.mentions, span).iter().find(goes_on).map_or(span, |mention| mention.span)
    }

    /// The words of a phrase, or the marked body of several words that it begins with: «نعت نقابة الفنانين الراحلة».
    fn marked_beginning(&self, phrase: &Phrase) -> Span {
        let span = self.words.span(phrase.first, phrase.skipped, phrase.last);
        let is_beginning = |mention: &&Mention| {
            mention.kind == MentionKind::Entity(EntityKind::Organization)
                && mention.span.start == span.start
                && mention.span.end < span.end
                && mention.span.cut(self.words.text).contains(' ')
                && is_definite(self.words, self.words.index_at(mention.span.end))
        };
        touching(self.mentions, span).iter().find(is_beginning).map_or(span, |body| body.span)
    }

    /// The marked name of a person whose first word is the last of a phrase.
    fn name_cut_by(&self, phrase: &Phrase) -> Option<Span> {
        self.name_begun(phrase.last).filter(|_| phrase.first < phrase.last)
    }

    /// Words on one line, without the marks round a name among them.
    fn in_line(&self, span: Span) -> String {
        self.shown(span).replace(['«', '»', '"', '“', '”'], "")
    }

    /// The entity whose name ends where a span does.
    fn entity(&self, span: Span, kind: EntityKind) -> Option<String> {
        let known = |mention: &&Mention| {
            let is_person = kind == EntityKind::Person;
            mention.kind == MentionKind::Entity(kind)
                && mention.span.end == span.end
                && (is_person || mention.span.start == span.start)
        };
        touching(self.mentions, span).iter().find(known)?.id.clone()
    }

    /// Whether the text has named somebody in full whose family name is this word.
    pub(super) fn recurs(&self, at: usize) -> bool {
        !matches!(self.full_name(at, at), Full::None)
    }

    /// The earlier full name that ends with some words: «الجندلي», «عبد الموجود».
    pub(super) fn full_name(&self, first: usize, last: usize) -> Full {
        if first < last {
            return self.find_full_name(first, last);
        }
        self.hearing.full_name(last, || self.find_full_name(first, last))
    }

    fn find_full_name(&self, first: usize, last: usize) -> Full {
        let words = self.words;
        let more = last - first;
        let mut found: Option<Span> = None;
        for index in self.places_before(last) {
            let is_it = index >= more
                && (1..=more).all(|back| words.at(index - back) == words.at(last - back));
            if !is_it || !words.same_paragraph(index - more, index) {
                continue;
            }
            let own = words.list[index - more].span().start;
            let full = match self.person_ending(index) {
                Some(mention) if mention.span.start < own => mention.span,
                None if more == 0
                    && let Some(whole) = self.named_by_first(index) =>
                {
                    whole
                }
                // «رفعت القاضية الجلسة»: a title is nobody's family name.
                _ if more > 0 || words.is(index, TITLE) => continue,
                // «لم يكن هيوا جلال يعرف»: nothing before the first word of a name is of it.
                _ if self.name_begun(index).is_some() => continue,
                _ => {
                    let first = self.name_before(index);
                    if first == index {
                        continue;
                    }
                    words.span(first, 0, index)
                }
            };
            match found {
                Some(one) if self.shown(one) != self.shown(full) => return Full::Several,
                Some(_) => {}
                None => found = Some(full),
            }
        }
        found.map_or(Full::None, Full::One)
    }

    /// The marked name of a person that a word begins and that goes on behind it: «منصور» of «منصور التايب».
    fn name_begun(&self, at: usize) -> Option<Span> {
        let own = self.words.list[at].span();
        let is_begun = |name: &&Mention| {
            name.is_person() && name.span.start == own.start && name.span.end > own.end
        };
        touching(self.mentions, own).iter().find(is_begun).map(|name| name.span)
    }

    /// The same for a word by which stories call their people.
    fn named_by_first(&self, at: usize) -> Option<Span> {
        self.name_begun(at).filter(|_| !self.words.is(at, JOIN | TITLE))
    }

    /// Where the text said the same word before, nearest first.
    pub(super) fn places_before(&self, at: usize) -> impl Iterator<Item = usize> {
        let hearing = self.hearing;
        std::iter::successors(hearing.earlier(at), |&index| hearing.earlier(index))
            .take_while(move |&index| index + BACK >= at)
            .take(PLACES)
    }

    /// The first of the bare names that stand before a word.
    fn name_before(&self, at: usize) -> usize {
        let words = self.words;
        let mut first = at;
        while first > 0 && words.same_paragraph(first - 1, at) && at - first < 4 {
            let of_word = words.kinds(first - 1);
            let is_name = of_word.any(GIVEN | JOIN | FAMILY | RARE_FAMILY | FOREIGN);
            let is_title = of_word.any(TITLE) && !of_word.any(GIVEN);
            let is_unlisted = first == at && self.is_unlisted_before(at);
            if !(is_name || is_unlisted) || is_title || is_definite(words, first - 1) {
                break;
            }
            first -= 1;
        }
        first
    }

    /// «ستيفان مورلان»: whether a bare word that no list has stands right before a family name, inside of a clause; no verb begins
    /// like it.
    fn is_unlisted_before(&self, family: usize) -> bool {
        let words = self.words;
        let Some(before) = family.checked_sub(2) else { return false };
        let letters = words.at(family - 1);
        let is_like_verb = letters.starts_with(['ي', 'ت', 'ا', 'و', 'ف', 'ب', 'ل']);
        let is_word = words.is_letters(family - 1) && letters.chars().count() > 2;
        let is_bare = is_word && listed_nowhere(words.kinds(family - 1)) && !is_like_verb;
        let goes_on = words.same_paragraph(before, family) && words.is_letters(before);
        is_bare && goes_on && !words.is(before, PHRASE_END | LOOSE_END)
    }

    /// The earlier full name of a body of which only the head is repeated: «الوزارة» of «وزارة الطاقة».
    fn full_body(&self, at: usize) -> Full {
        let words = self.words;
        let head = words.at(at).without_article().without_all(FOR);
        let mut found: Option<Span> = None;
        let places = (at.saturating_sub(BACK)..at).rev();
        let places = places.filter(|&index| words.at(index).ends_with(head)).take(PLACES);
        for index in places {
            let word = words.at(index);
            let Some(skipped) = word.strip_suffix(head).map(str::len) else { continue };
            let skipped = match &word[..skipped] {
                "" | "ال" => 0,
                "و" | "ف" | "ل" | "ب" => skipped,
                "وال" | "فال" | "بال" => 'و'.len_utf8(),
                _ => continue,
            };
            let phrase = self.phrase_behind(index, skipped, at, true);
            let Some(phrase) =
                phrase.filter(|phrase| phrase.kind == Kind::Body && phrase.last > index)
            else {
                continue;
            };
            let full = self.whole_body(words.span(index, skipped, phrase.last));
            match found {
                Some(one) if self.shown(one) != self.shown(full) => return Full::Several,
                Some(_) => {}
                None => found = Some(full),
            }
        }
        found.map_or(Full::None, Full::One)
    }

    /// The earlier full words of an office of which only the head is repeated: «الوالي» of «والي الولاية».
    fn full_office(&self, at: usize) -> Full {
        let words = self.words;
        let head = words.at(at).without_article();
        let mut found: Option<Span> = None;
        let places = (at.saturating_sub(BACK)..at).rev().filter(|&index| words.at(index) == head);
        for index in places.take(PLACES) {
            let phrase = self.phrase(index, at, true);
            let is_office = |phrase: &Phrase| phrase.kind == Kind::Person && phrase.last > index;
            let Some(phrase) = phrase.filter(is_office) else { continue };
            let full = words.span(index, 0, phrase.last);
            match found {
                Some(one) if self.shown(one) != self.shown(full) => return Full::Several,
                Some(_) => {}
                None => found = Some(full),
            }
        }
        found.map_or(Full::None, Full::One)
    }

    /// The body that was marked before and begins with a word, whatever its head.
    fn marked_body(&self, at: usize) -> Full {
        let words = self.words;
        let head = words.at(at).without_article();
        let own = words.list[at].span().start;
        let before = self.mentions.iter().take_while(|mention| mention.span.end <= own);
        let is_it = |mention: &&Mention| {
            let first = words.at(words.index_at(mention.span.start));
            let is_body = mention.kind == MentionKind::Entity(EntityKind::Organization);
            is_body && first.without_article() == head
        };
        let mut found: Option<Span> = None;
        for mention in before.filter(is_it) {
            match found {
                Some(one) if self.shown(one) != self.shown(mention.span) => return Full::Several,
                _ => found = Some(mention.span),
            }
        }
        found.map_or(Full::None, Full::One)
    }

    /// The marked name of a body of which a phrase has found the beginning: «غرفة العمليات المشتركة».
    fn whole_body(&self, span: Span) -> Span {
        let goes_on = |mention: &&Mention| {
            mention.kind == MentionKind::Entity(EntityKind::Organization)
                && mention.span.start == span.start
                && mention.span.end > span.end
        };
        touching(self.mentions, span).iter().find(goes_on).map_or(span, |mention| mention.span)
    }

    fn stood_before(&self, at: usize) -> bool {
        self.places_before(at).next().is_some()
    }

    fn names_people_before(&self, byte: usize) -> bool {
        let is_person = |mention: &&Mention| mention.is_person();
        let first = self
            .hearing
            .first_person(|| self.mentions.iter().find(is_person).map(|mention| mention.span.end));
        first.is_some_and(|end| end <= byte)
    }
}
