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
        let is_near = |&at: &usize| words.same_paragraph(at, name) && words.is_letters(at);
        let is_told = |at: &usize| is_definite(words, *at) || words.at(*at) == "عليه";
        let before = (0..name).rev().take_while(is_near).take(REACH);
        let told = before.take_while(is_told).count();
        let head = name.checked_sub(told + 1).filter(is_near)?;
        let is_who = words.is(head + 1, WHO) && told > 0;
        if words.at(head) == "باسم" {
            // «المتحدث باسم الوزيرة فلانة» may be she who speaks for the other; «متحدث» has no name.
            let speaker = head.checked_sub(1).filter(is_near)?;
            let is_open = !is_definite(words, speaker) && words.is(speaker, TITLE);
            return Some(speaker).filter(|_| is_open && is_who);
        }
        // «شقيقه فلان» is named himself, «قالت والدة الطفل أم حسن» herself.
        let is_bare = !is_definite(words, head) && !has_pronoun(words.written(head));
        if !is_bare || words.is(name, JOIN) {
            return None;
        }
        // «خطيب المسجد فلان», «رفيق الدرب فلان»: what he is; «أبو فلان»: how he is called.
        let is_kin = words.is(head, KIN) && (is_who || told == 0 && !words.is(head, JOIN));
        let is_defender = words.is(head, DEFENDER) && words.is(head + 1, NO_OFFICE) && told > 0;
        if !is_kin && !is_defender {
            return None;
        }
        // «ابن عم القتيل»
        let nearer = head.checked_sub(1).filter(|at| is_near(at) && is_kin);
        Some(nearer.filter(|&at| words.is(at, KIN) && !is_definite(words, at)).unwrap_or(head))
    }
}
