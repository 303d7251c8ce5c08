//! Whose kin, lawyer or spokesman somebody is of whom nothing else is told: «شقيقة القتيل نزار كامل», «متحدث باسم الوزيرة هند الراوي».
//!
//! Of such words the name is that of the other, or nothing says whose it is; all of them together say who speaks.

use super::agreement::has_pronoun;
use super::letters::is_definite;
use super::noun::Phrase;
use super::scene::Scene;
use crate::arabic::lexicon::{
    ADDRESS, BY_TRADE, DEFENDER, HONORIFIC, JOIN, KIN, Kinds, NO_OFFICE, TITLE, TITLE_AS_ADJECTIVE,
};

/// What may be told of the other: «القتيل», «الوزيرة السابقة», «الشاب».
const WHO: Kinds = Kinds::of(&[TITLE, NO_OFFICE, BY_TRADE, ADDRESS, HONORIFIC, TITLE_AS_ADJECTIVE]);

impl Scene<'_> {
    /// The marked name of the other, where such words begin at a word: «أرملة الصياد حسين عبود».
    pub(super) fn named_other(&self, at: usize, end: usize) -> Option<Phrase> {
        /// No such words are longer before the name.
        const REACH: usize = 6;
        let words = self.words;
        let mut near = (at + 1..end.min(at + REACH)).take_while(|&index| words.is_letters(index));
        let first = near.find(|&index| self.mention_at(index).is_some())?;
        let name = self.mention_at(first).filter(|name| name.is_person())?;
        let last = words.index_at(name.span.end.saturating_sub(1));
        (self.of_another(first) == Some(at)).then(|| Phrase::of_name(first, last))
    }

    /// The word with which such words begin, for the first word of the name in them; nothing where the name is the speaker's own.
    pub(super) fn of_another(&self, name: usize) -> Option<usize> {
        /// What is told of the other is not longer.
        const REACH: usize = 3;
        let words = self.words;
        let is_told = |at: &usize| is_definite(words, *at) || words.at(*at) == "عليه";
        let before = (0..name).rev().take_while(|&at| self.is_near(at, name)).take(REACH);
        let told = before.take_while(is_told).count();
        let head = name.checked_sub(told + 1).filter(|&head| self.is_near(head, name))?;
        match words.at(head) {
            "باسم" => self.spokesman_of(head, name),
            _ => self.kin_of(head, name),
        }
    }

    fn is_near(&self, at: usize, name: usize) -> bool {
        self.words.same_paragraph(at, name) && self.words.is_letters(at)
    }

    /// «متحدث باسم الوزيرة فلانة»; «المتحدث باسم الوزيرة فلانة» may be she who speaks for the other.
    fn spokesman_of(&self, in_name: usize, name: usize) -> Option<usize> {
        let words = self.words;
        let is_who = in_name + 1 < name && words.is(in_name + 1, WHO);
        let speaker = in_name.checked_sub(1).filter(|&at| self.is_near(at, name))?;
        let is_open = !is_definite(words, speaker) && words.is(speaker, TITLE);
        (is_open && is_who).then_some(speaker)
    }

    /// «شقيقة القتيل فلان», «محامي المتهم فلان», «زوجة فلان».
    fn kin_of(&self, head: usize, name: usize) -> Option<usize> {
        let words = self.words;
        // «شقيقه فلان» is named himself, «قالت والدة الطفل أم حسن» herself.
        let is_bare = |at: usize| !is_definite(words, at) && !has_pronoun(words.written(at));
        if !is_bare(head) || words.is(name, JOIN) {
            return None;
        }
        // «خطيب المسجد فلان», «رفيق الدرب فلان»: what he is; «أبو فلان»: how he is called.
        let is_kin = match head + 1 == name {
            true => words.is(head, KIN) && !words.is(head, JOIN),
            // «عم المضمر الراحل فلان»
            false => words.is(head, KIN) && (head + 1..name).any(|at| words.is(at, WHO)),
        };
        if !is_kin {
            let defends = words.is(head, DEFENDER) && words.is(head + 1, NO_OFFICE);
            return defends.then_some(head);
        }
        // «ابن عم القتيل»
        let nearer = head.checked_sub(1).filter(|&at| self.is_near(at, name));
        Some(nearer.filter(|&at| words.is(at, KIN) && is_bare(at)).unwrap_or(head))
    }
}
