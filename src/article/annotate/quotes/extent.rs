//! How far a noun phrase that may speak reaches: «المديرة التنفيذية للمرصد فلانة», not «المديرة للصحفيين».

use super::super::overlap::touching;
use super::super::words::Words;
use super::agreement::has_pronoun;
use super::letters::{
    clitic, has_article, is_chief, is_definite, is_saying, is_then_that, listed_nowhere,
};
use super::noun::{BODY, Kind, NAME, SAYS_ON};
use super::scene::Scene;
use crate::arabic::clitics::{AND, BY, FOR, Onto, SO};
use crate::arabic::lexicon::{
    ACCORDING, ADDRESS, ANONYMITY, ASKED_BESIDE, AUXILIARY, BODY_ADJECTIVE, BYSTANDER, COMMON,
    COMPLEMENT, COUNTRY, FAMILY, FOR_WHOM, GIVEN, ISSUED, ISSUED_BESIDE, JOIN, Kinds, LOOSE_END,
    MEANWHILE, NATION, OCCASION, OF_PRONOUN, OFFICE_BREAK, ORG, OUTLET_HEAD, PHRASE_END, PLACE,
    RELATIVE, RULER, SPEAKER, STATEMENT, THAT, TIME_BEHIND, TITLE, TITLE_ADJECTIVE, WEEKDAY_NAME,
    is, kinds,
};
use crate::article::annotate::timex::direction::is_verb;

/// The longest phrase, in words.
const LONGEST: usize = 14;

/// Words that end a noun phrase.
const CLOSING: Kinds = Kinds::of(&[
    THAT,
    RELATIVE,
    OFFICE_BREAK,
    LOOSE_END,
    AUXILIARY,
    SAYS_ON,
    ACCORDING,
    PHRASE_END,
    WEEKDAY_NAME,
    TIME_BEHIND,
    OF_PRONOUN,
    MEANWHILE,
]);

/// How far a phrase reaches.
pub(super) struct Extent<'a> {
    /// The article.
    pub(super) scene: Scene<'a>,
    /// Its first word.
    pub(super) at: usize,
    /// The word behind which it cannot go.
    pub(super) end: usize,
    /// What its head is.
    pub(super) head: Kind,
    /// Whether the verb before it may have an object.
    pub(super) is_telling: bool,
    /// Its last word so far.
    pub(super) last: usize,
    /// Whether «و» joins another to it.
    pub(super) is_joined: bool,
}

impl Extent<'_> {
    /// Reads on to its last word.
    pub(super) fn read(&mut self) {
        let words = self.scene.words;
        let mut index = self.at + 1;
        while index < self.end.min(self.at + LONGEST) && words.same_paragraph(self.at, index) {
            if words.is_quotation_mark(index) {
                // «منظمة «أطباء بلا حدود»»: marks round a name are part of it.
                let Some(close) = self.marks_around_name(index) else { return };
                (self.last, index) = (close, close + 1);
                continue;
            }
            // «بحار فضل عدم ذكر اسمه»: what he asked for is no part of who he is.
            let is_unnamed =
                matches!(self.head, Kind::Noun | Kind::Source) && words.is(index, ANONYMITY);
            let is_beyond =
                [self.object_begins(index), self.is_odd(index), is_unnamed, self.is_owned(index)];
            let is_beyond = is_beyond.contains(&true);
            if !words.is_letters(index) || is_beyond || words.is(index, ISSUED | ISSUED_BESIDE) {
                return;
            }
            match words.at(index) {
                word if word.starts_with("باسم") => {}
                _ if words.is(index, COMPLEMENT) && self.has_complement(index) => {}
                _ if closes(words, index) || self.is_adverb(index) => return,
                // «طالبت المنظمة بإغلاق المعسكر»
                word if self.head == Kind::Body
                    && word.opens_with(BY)
                    && listed_nowhere(words.kinds(index))
                    && word.chars().count() > 4 =>
                {
                    return;
                }
                word => match clitic(words, index) {
                    Some(rest) if !self.goes_on_with(word, rest, index) => return,
                    Some(_) => {}
                    None if self.joins_another(word) || is_chief(words, index) => {
                        self.is_joined = true;
                        return;
                    }
                    None => {}
                },
            }
            self.last = index;
            index += 1;
        }
    }

    fn marks_around_name(&self, open: usize) -> Option<usize> {
        /// A name has no more words.
        const WORDS: usize = 5;
        let words = self.scene.words;
        let is_named = matches!(self.head, Kind::Body | Kind::Person | Kind::Document);
        let close = (open + 1..self.end.min(open + WORDS + 2))
            .find(|&index| words.is_quotation_mark(index))?;
        (is_named && close > open + 1).then_some(close)
    }

    /// «وصف الحزب القرار بأنه»: behind a verb that has an object, a noun with «ال» that is no adjective is that.
    fn object_begins(&self, index: usize) -> bool {
        let words = self.scene.words;
        let word = words.at(index);
        // «اتهمت صحيفة «بابل» الإدارة الأميركية»
        let is_behind_mark = words.is_quotation_mark(index - 1);
        let is_behind_definite = is_definite(words, index - 1) || is_behind_mark;
        if !is_behind_definite || word.opens_with(AND) || word.has_for_the() {
            return false;
        }
        if !is_definite(words, index) {
            // «رفض حزب النهج الجديد نتائج الاقتراع»: the first «ال» closes the name of a body.
            let is_proper = words.is(index, COUNTRY | PLACE | ORG) || words.is(index - 1, RULER);
            let has_proclitic = word.opens_with(FOR) || word.opens_with(AND);
            return self.head == Kind::Body && !is_proper && !has_proclitic;
        }
        let is_plural_object = word.ends_with("ين") && !words.at(index - 1).ends_with("ين");
        let is_object = is_plural_object && self.head == Kind::Person;
        is_object || self.is_telling && !self.is_adjective(index)
    }

    /// Whether a word with «ال» is the adjective of the one before it: «الشركة الوطنية», «الحكومة السورية».
    fn is_adjective(&self, index: usize) -> bool {
        let words = self.scene.words;
        let (word, of_word) = (words.at(index), words.kinds(index));
        let is_relation = word.ends_with('ي') || word.ends_with("يه");
        // «اتهمت الشركة النقابة»: a body is no adjective of another.
        let of_body = (of_word | kinds(word.without_article())).any(BODY);
        let agrees = words.at(index - 1).ends_with('ه') && word.ends_with('ه') && !of_body;
        let is_listed = of_word.any(BODY_ADJECTIVE | TITLE_ADJECTIVE | NATION | ADDRESS);
        is_relation || agrees || is_listed
    }

    /// «أبدى المدرب فلان رضاه عن الأداء»: behind a verb that has an object, a noun of the subject's own is that.
    fn is_owned(&self, index: usize) -> bool {
        let words = self.scene.words;
        let is_object = self.is_telling && index > self.at + 1 && words.is(index + 1, PHRASE_END);
        is_object && has_pronoun(words.written(index)) && !words.is(index, TITLE)
    }

    /// «مصدر مسؤول صحة الخبر»: behind a source without a name a bare word of the other gender is no adjective of it.
    fn is_odd(&self, index: usize) -> bool {
        let words = self.scene.words;
        let is_source = self.head == Kind::Source && is(words.at(self.at), SPEAKER);
        let (head, word) = (words.at(self.at), words.at(index));
        let differs = word.ends_with('ه') != head.ends_with('ه') && !head.ends_with("ادر");
        let is_bare = !is_definite(words, index) && !closes(words, index) && word != "باسم";
        is_source && is_bare && (differs || self.is_everyday(index))
    }

    /// «يوما» of «قال لي جدي يوما»: when or how, and nobody.
    fn is_adverb(&self, index: usize) -> bool {
        let words = self.scene.words;
        let is_bare = words.at(index).ends_with('ا') && !is_definite(words, index);
        let is_free = touching(self.scene.mentions, words.list[index].span()).is_empty();
        self.head == Kind::Noun && is_bare && is_free && !words.is(index, NAME)
    }

    /// «صحة» of «مصدر مسؤول صحة الخبر»: an everyday word with which more goes on; no adjective as in «مسؤول حكومي طلب عدم ذكر اسمه».
    fn is_everyday(&self, index: usize) -> bool {
        let words = self.scene.words;
        let (word, next) = (words.at(index), index + 1);
        let is_relation = ["ي", "يه", "ين"].iter().any(|ending| word.ends_with(ending));
        let next_ends = closes(words, next) || clitic(words, next).is_some();
        let goes_on = next < self.end && words.is_letters(next) && !next_ends;
        goes_on && is(word, COMMON) && !is_relation
    }

    /// Whether a preposition opens a complement of the head: «مسؤول في البنتاغون», «النائب عن كتلة الإعمار فلان».
    fn has_complement(&self, at: usize) -> bool {
        let words = self.scene.words;
        let next = words.at(at + 1);
        let is_short = next.is_empty() || !words.is_letters(at + 1) || at + 1 >= self.end;
        if is_short || words.is(at + 1, OCCASION | STATEMENT | WEEKDAY_NAME | PHRASE_END) {
            return false;
        }
        let bare = next.without_article();
        if is(bare, OCCASION) {
            return false;
        }
        let is_indefinite = !(self.at..at).any(|index| is_definite(words, index));
        // «سائق من الحي», «صاحب فرن خاص في المليحة»
        let near = if words.written(at) == "في" { 3 } else { 1 };
        let head = self.scene.in_accusative(self.at).unwrap_or(words.at(self.at));
        let is_source =
            is(head, SPEAKER) && at - self.at <= 2 || is(head, BYSTANDER) && at - self.at <= near;
        if is_source && is_indefinite {
            return true;
        }
        let is_office = self.head == Kind::Person && is_definite(words, self.at);
        is_office && at - self.at <= 3 && self.name_closes(at)
    }

    /// Whether a bare given name stands behind the definite word that ends a complement: «عن كتلة الإعمار فلان».
    fn name_closes(&self, at: usize) -> bool {
        let words = self.scene.words;
        let tail = (at + 1..self.end.min(at + 7))
            .take_while(|&index| words.is_letters(index) && !closes(words, index))
            .last();
        let Some(tail) = tail.filter(|&tail| tail > at + 2) else { return false };
        let mut names =
            (at + 2..=tail).filter(|&index| words.is(index, GIVEN) && !is_definite(words, index));
        names.any(|index| is_definite(words, index - 1))
    }

    /// Whether a word with a proclitic goes on with the phrase: «شركة الساحل للطيران», «المديرة التنفيذية للمرصد».
    fn goes_on_with(&self, word: &str, rest: &str, index: usize) -> bool {
        let words = self.scene.words;
        let names_behind = self.name_follows(index);
        if word.starts_with("بال") && self.head == Kind::Person {
            // «الوزير المكلف بالميزانية فلان»
            return names_behind;
        }
        if !word.opens_with(FOR) || words.is(index, FOR_WHOM) || rest.ends_with("ين") {
            return false;
        }
        if word.has_for_the() {
            let for_body = kinds(&format!("ال{rest}")).any(BODY) || kinds(rest).any(BODY);
            return match self.head {
                Kind::Body => !is(rest, OUTLET_HEAD),
                Kind::Person => {
                    let is_outlet = is(rest, OUTLET_HEAD);
                    !is_outlet && (names_behind || for_body && self.last == self.at + 1)
                }
                _ => false,
            };
        }
        let is_aim = !is(rest, Kinds::of(&[BODY, TITLE, GIVEN, OUTLET_HEAD, PLACE, COUNTRY]));
        self.head == Kind::Body && is_aim && self.last > self.at
    }

    /// Whether a bare given name stands behind a word or soon after it: «للقوات المسلحة اللواء فلان».
    fn name_follows(&self, at: usize) -> bool {
        let words = self.scene.words;
        (at + 1..self.end.min(at + 6))
            .take_while(|&index| words.is_letters(index) && !closes(words, index))
            .any(|index| words.is(index, GIVEN | JOIN) && !is_definite(words, index))
    }

    /// «فلان وعلان», «الوزارة والهيئة»: another is joined; «الأمن والدفاع» is one field.
    fn joins_another(&self, word: &str) -> bool {
        let Some(rest) = word.behind(AND) else { return false };
        if !kinds(word).without(ASKED_BESIDE).is_empty() || rest.chars().count() < 3 {
            return false;
        }
        let of_rest = kinds(rest);
        let has_definite_head = is_definite(self.scene.words, self.at);
        if has_article(rest) {
            return has_definite_head && of_rest.any(BODY | TITLE);
        }
        of_rest.any(GIVEN | TITLE | BODY | SPEAKER) || is_saying(rest)
    }
}

/// Whether a word ends the noun phrase before it.
pub(super) fn closes(words: &Words<'_>, index: usize) -> bool {
    let of_word = words.kinds(index);
    // «كشف بيرت لـ «الشرق الأوسط»»: a preposition that stands apart.
    if matches!(words.at(index), "ل" | "ب" | "ك" | "ف") {
        return true;
    }
    // «وبحسب الطبيبة فإن الإصابات», «أما بابكر فامتنع»
    let word = words.at(index);
    if is_then_that(word) || listed_nowhere(of_word) && word.behind(SO).is_some_and(is_verb) {
        return true;
    }
    // «قال مسؤول صباح اليوم», but «الفنانة صباح».
    if of_word.any(TIME_BEHIND) && words.is(index + 1, TIME_BEHIND | WEEKDAY_NAME) {
        return true;
    }
    // «على» folds as the name «علي» does.
    if words.written(index) == "على" || of_word.any(CLOSING) && !of_word.any(GIVEN | FAMILY) {
        return true;
    }
    is_saying(words.at(index)) && !of_word.any(TITLE | GIVEN | FAMILY)
}
