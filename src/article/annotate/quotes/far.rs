//! The subject that stands far from its verb: behind the «كان» or «أما» that opens the sentence, or behind all that says where an office is.

use super::letters::is_saying;
use super::noun::{Kind, Phrase};
use super::scene::Scene;
use crate::arabic::clitics::{AND, Onto, SO};
use crate::arabic::fold::folded;
use crate::arabic::lexicon::{
    COMPLEMENT, CONTRASTED, HONORIFIC, RELATIVE, THAT, TITLE, TITLE_ADJECTIVE,
};
use crate::article::annotate::timex::direction::is_verb;

impl Scene<'_> {
    /// «وكان تقرير أعدته المنظمة قبل عام قد حذر»: whoever stands right behind the «كان» that opens the sentence of «قد» and a verb,
    /// whatever is told of him between.
    pub(super) fn had_said(&self, verb: usize) -> Option<Phrase> {
        /// No sentence begins further back.
        const REACH: usize = 24;
        let words = self.words;
        let had = verb.checked_sub(1).filter(|&had| words.at(had) == "قد")?;
        let is_inside = |&at: &usize| {
            words.same_paragraph(at, verb) && !matches!(words.at(at), "." | ":" | "؟" | "!")
        };
        let mut opens = (verb.saturating_sub(REACH)..had).rev().take_while(is_inside);
        let first = opens.find(|&at| matches!(words.at(at).without(AND), "كان" | "كانت"))?;
        let opens_sentence = first.checked_sub(1).is_none_or(|before| !is_inside(&before));
        let phrase = self.phrase(first + 1, had, false)?;
        let is_maker =
            matches!(phrase.kind, Kind::Body | Kind::Person | Kind::Document | Kind::Source);
        let is_hers = words.at(first).ends_with('ت');
        let agrees =
            phrase.kind != Kind::Document || words.at(phrase.first).ends_with('ه') == is_hers;
        (opens_sentence && is_maker && agrees && !phrase.is_joined)
            .then(|| self.issuer(phrase, had))
    }

    /// «أما فلان، جار العائلة، فيلخص الحكاية»: whoever stands behind «أما», where what is told of him ends right before «فـ».
    pub(super) fn topic(&self, verb: usize) -> Option<Phrase> {
        /// Nothing longer stands between two commas there.
        const REACH: usize = 28;
        let words = self.words;
        let near = verb.checked_sub(1).filter(|&near| words.at(near) == "،")?;
        let is_inside = |&at: &usize| words.same_paragraph(at, verb) && words.at(at) != ".";
        let mut before = (verb.saturating_sub(REACH)..near).rev().take_while(is_inside);
        let topic = before.find(|&at| words.is(at, CONTRASTED))?;
        let phrase = self.phrase(topic + 1, near, false)?;
        // «أما النائب الأول السابق لرئيس المجلس، فلان، الذي استقال، فكتب»
        let phrase = self.told_beyond(Some(phrase), topic + 1, near).unwrap_or(phrase);
        // «أما زوجته، فلانة، فترى», «أما الحارس السابق، فلان، الذي اعتزل، فكتب»
        let comma = phrase.last + 1;
        let is_unnamed = phrase.name.is_none() && words.at(comma) == "،";
        let named = is_unnamed.then(|| self.named_behind_comma(comma, verb)).flatten();
        let phrase = named.unwrap_or(phrase);
        let is_who = phrase.name.is_some() || phrase.kind == Kind::Body;
        let is_apart = words.at(phrase.last + 1) == "،" && words.at(verb).opens_with(SO);
        (is_who && is_apart).then_some(phrase)
    }

    /// «قبل أن يقاطعه النائب المستقل فلان قائلا»: whose name stands right before a participle, where the verb before all that is told of
    /// him has its object already.
    pub(super) fn answerer(&self, participle: usize) -> Option<Phrase> {
        let words = self.words;
        let name = self.person_ending(participle.checked_sub(1)?)?;
        let first = words.index_at(name.span.start);
        let (from, phrase) = match self.offices.of_name(first) {
            Some(told) => told,
            // «النائب فلان»: an address is told of by itself.
            None => {
                let is_told = |at: &usize| words.is(*at, TITLE | HONORIFIC | TITLE_ADJECTIVE);
                let told = (0..first).rev().take_while(is_told).count();
                (first - told, Phrase::of_name(first, participle - 1))
            }
        };
        let verb = from.checked_sub(1).filter(|&verb| words.same_paragraph(verb, first))?;
        let has_object = ["ه", "ها", "هم", "نا", "ني"].iter().any(|object| {
            let bare = words.written(verb).strip_suffix(object).map(folded);
            bare.is_some_and(|bare| bare.chars().count() > 2 && is_verb(&bare))
        });
        has_object.then_some(phrase)
    }

    /// «محلل السلع في «مدار كابيتال» بدبي، فلان، أن»: the same where what the office is in or for stands between.
    pub(super) fn apposed_beyond(&self, office: &Phrase, end: usize) -> Option<Phrase> {
        /// How many words tell where an office is at most.
        const REACH: usize = 9;
        let words = self.words;
        let next = office.last + 1;
        let is_office = office.kind == Kind::Person && office.name.is_none();
        if !is_office || office.is_joined || !words.is(next, COMPLEMENT) {
            return None;
        }
        let goes_on = |&at: &usize| words.same_paragraph(next, at) && !words.is(at, THAT);
        let mut near = (next..end.min(next + REACH)).take_while(goes_on);
        let comma = near.find(|&at| !words.is_letters(at) && !words.is_quotation_mark(at))?;
        let is_free = (next..comma).all(|at| !is_saying(words.at(at)) && !words.is(at, RELATIVE));
        let named = Some(comma).filter(|&comma| is_free && words.at(comma) == "،")?;
        self.mention_at(named + 1).filter(|name| name.is_person())?;
        self.named_behind_comma(named, end)
    }
}
