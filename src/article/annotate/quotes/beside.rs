//! The marked person who must be the speaker, where grammar alone does not reach the name: «رئيسة قسم البحوث في شركة «أفق»
//! منى بدير إن», «رئيس الشركة وكبير مستشاريها فلان:».

use super::super::overlap::touching;
use super::agreement::{bare_verb, has_pronoun};
use super::letters::{clitic, is_definite, is_saying, listed_nowhere};
use super::noun::{Kind, NAME, Phrase, TELLS};
use super::scene::Scene;
use crate::arabic::clitics::{AND, BY, FOR, Onto};
use crate::arabic::lexicon::{
    ADDRESS, CHIEF, HONORIFIC, INSIDE_OFFICE, NAME_TOO, PHRASE_END, RANK_PART, RELATIVE, SAID_TO,
    TELLING_SOMEBODY, THAT, TITLE, TITLE_ADJECTIVE, is,
};
use crate::document::Mention;

/// The longest way from a verb to the end of the name of its subject, in words.
const REACH: usize = 20;

impl Scene<'_> {
    /// Whoever is named first behind a verb of saying, where the words between are his office and his name is whole.
    ///
    /// «وقال رفيق دربه الشاعر سلمان الدوخي في حفل التأبين», «أعلن والي الإقليم المكلف حافظ ود البشير إغلاق الأسواق».
    pub(super) fn named_before_speech(&self, verb: usize, end: usize) -> Option<Phrase> {
        let words = self.words;
        let from = verb + 1 + usize::from(words.is(verb + 1, SAID_TO));
        let first = (from..end.min(from + REACH))
            .take_while(|&at| !self.is_boundary(at, verb))
            .find(|&at| self.mention_at(at).is_some_and(Mention::is_person))?;
        let name = self.mention_at(first)?;
        let last = words.index_at(name.span.end.saturating_sub(1));
        // «قال العداء لاهثا»: one word that no list knows may tell how he says it.
        let is_known = first < last || words.is(first, NAME);
        let is_whole = is_known && last < end && self.ends_name(last + 1, verb);
        if !is_whole || first <= from || !self.opens_office(from) {
            return None;
        }
        // «المتحدث باسم الرئيس فلان»: nothing says whose name it is.
        let title = first - 1;
        let is_spoken_for = |at: usize| words.at(at).starts_with("باسم");
        let is_open = is_spoken_for(title)
            || words.is(title, TITLE | ADDRESS) && title > from && is_spoken_for(title - 1);
        let holds = (from..first).all(|at| self.is_of_office(at, from));
        let verb_word = bare_verb(words.at(verb));
        let may_have_object = match last + 1 {
            // «نفى الرئيس المدير العام فلان أن»: only who tells somebody something has both an object and «أن» behind it.
            next if words.is(next, THAT) => is(verb_word, TELLING_SOMEBODY),
            // «وصف ممثل النيابة المستشار فلان ما جرى»: the object stands behind the name.
            next if words.at(next) == "ما" || is_definite(words, next) => false,
            _ => is(verb_word, TELLS),
        };
        let is_object = may_have_object && self.opens_object(from, first);
        (holds && !is_open && !is_object).then(|| Phrase::of_name(first, last))
    }

    /// «هاجم رئيس الحزب المدرب فلان»: behind a verb that has an object, a second office with «ال» is another's.
    fn opens_object(&self, from: usize, first: usize) -> bool {
        let words = self.words;
        let is_second = |at: usize| {
            is_definite(words, at)
                && is_definite(words, at - 1)
                && words.is(at, TITLE)
                && !words.is(at, TITLE_ADJECTIVE | ADDRESS | RANK_PART)
        };
        (from + 1..first).any(is_second)
    }

    /// Whether no part of a name stands at a word.
    fn ends_name(&self, at: usize, verb: usize) -> bool {
        let (words, of_word) = (self.words, self.words.kinds(at));
        // «على» folds as the name «علي» does.
        let is_grammar = words.written(at) == "على" || words.is(at, PHRASE_END);
        let is_name = !is_grammar && of_word.any(NAME | NAME_TOO | TITLE);
        let is_everyday = !listed_nowhere(of_word) && !is_name;
        // «حافظ البشير إغلاق الأسواق»: what no list knows may be a noun, but behind «و» another person.
        let is_odd = !is_name && !words.at(at).opens_with(AND);
        self.is_boundary(at, verb) || is_everyday || is_odd || clitic(words, at).is_some()
    }

    /// Where speech, or a word about where it was said, begins.
    fn is_boundary(&self, at: usize, verb: usize) -> bool {
        let words = self.words;
        let is_mark = words.is_quotation_mark(at) && self.person_ending(at - 1).is_some();
        is_mark
            || !words.same_paragraph(verb, at)
            || words.is(at, THAT)
            || matches!(words.at(at), ":" | "،" | "(" | "." | "")
    }

    /// Whether an office, or a noun that says whose relative or fellow somebody is, begins at a word.
    pub(super) fn opens_office(&self, at: usize) -> bool {
        let words = self.words;
        let is_own = has_pronoun(words.written(at)) && !words.is(at, PHRASE_END);
        let head = self.phrase(at, at + 2, false).map(|phrase| phrase.head);
        match head {
            Some(Kind::Source) => true,
            // «أورد سنو اسم فلان»: a bare name is no office.
            Some(Kind::Person) => {
                is_own
                    || is_definite(words, at)
                    || words.is(at, TITLE | ADDRESS | HONORIFIC | CHIEF)
            }
            Some(Kind::Noun) => is_own || is_definite(words, at),
            // «رفيق دربه»
            None => is_own || has_pronoun(words.written(at + 1)),
            _ => false,
        }
    }

    /// Whether a word can stand between a verb and the name of its subject.
    pub(super) fn is_of_office(&self, at: usize, from: usize) -> bool {
        let words = self.words;
        if words.is_quotation_mark(at) {
            return true;
        }
        let word = words.at(at);
        let names_other =
            touching(self.mentions, words.list[at].span()).iter().any(Mention::is_person);
        // «قال الوزير للسفير فلان»: he is spoken to. «قال الوزير والسفير فلان»: two.
        let is_title_of_other = || {
            let rest = word.behind(BY | FOR).or_else(|| word.behind_for_the());
            let joined = word.behind(AND).filter(|rest| rest.starts_with("ال"));
            let is_title = |rest: &str| is(rest.without_article(), TITLE) || is(rest, ADDRESS);
            rest.or(joined).is_some_and(is_title)
        };
        let breaks = words.is(at, PHRASE_END | RELATIVE) && !words.is(at, INSIDE_OFFICE)
            || at > from && is_saying(word);
        words.is_letters(at) && !(names_other || breaks || is_title_of_other())
    }
}
