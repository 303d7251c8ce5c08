//! The marked person who must be the speaker, where grammar alone does not reach the name: «رئيسة قسم البحوث في شركة «أفق»
//! منى بدير إن», «رئيس الشركة وكبير مستشاريها فلان:».

use super::super::overlap::touching;
use super::agreement::has_pronoun;
use super::letters::{is_definite, is_saying};
use super::noun::{Kind, Phrase};
use super::scene::Scene;
use crate::arabic::clitics::{AND, BY, FOR, Onto};
use crate::arabic::lexicon::{
    ADDRESS, INSIDE_OFFICE, PHRASE_END, RELATIVE, SAID_TO, THAT, TITLE, is,
};
use crate::document::{Mention, MentionKind};
use crate::knowledge::EntityKind;

/// The longest way from a verb to the end of the name of its subject, in words.
const REACH: usize = 20;

impl Scene<'_> {
    /// Whoever is named last between a verb of saying and what is said, where the words between are his office and nobody else
    /// is named there.
    pub(super) fn named_before_speech(&self, verb: usize, end: usize) -> Option<Phrase> {
        let words = self.words;
        let from = verb + 1 + usize::from(words.is(verb + 1, SAID_TO));
        let until = (from..end.min(from + REACH)).find(|&at| self.is_boundary(at, verb))?;
        let last = until.checked_sub(1).filter(|&last| last > from)?;
        let name = self.person_ending(last)?;
        let first = words.index_at(name.span.start);
        let is_whole = words.list[first].span().start == name.span.start;
        if !is_whole || first <= from || !self.opens_office(from) {
            return None;
        }
        // «المتحدث باسم الرئيس فلان»: nothing says whose name it is.
        let title = first - 1;
        let is_spoken_for = |at: usize| words.at(at).starts_with("باسم");
        let is_open = is_spoken_for(title)
            || words.is(title, TITLE | ADDRESS) && title > from && is_spoken_for(title - 1);
        let holds = (from..first).all(|at| self.is_of_office(at, from));
        (holds && !is_open).then(|| Phrase::of_name(first, last))
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
    fn opens_office(&self, at: usize) -> bool {
        let words = self.words;
        let is_own = has_pronoun(words.written(at)) && !words.is(at, PHRASE_END);
        let head = self.phrase(at, at + 2, false).map(|phrase| phrase.head);
        match head {
            Some(Kind::Person | Kind::Source) => true,
            Some(Kind::Noun) => is_own || is_definite(words, at),
            None => is_own,
            _ => false,
        }
    }

    /// Whether a word can stand between a verb and the name of its subject.
    fn is_of_office(&self, at: usize, from: usize) -> bool {
        let words = self.words;
        if words.is_quotation_mark(at) {
            return true;
        }
        let word = words.at(at);
        let names_other = touching(self.mentions, words.list[at].span()).iter().any(is_person);
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

fn is_person(mention: &Mention) -> bool {
    mention.kind == MentionKind::Entity(EntityKind::Person)
}
