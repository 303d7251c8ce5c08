//! Where in a sentence one clause ends and another begins, and what words need beside them to tell a deed.

use super::sentence::{DEED, Reader};
use crate::arabic::clitics::{AND, BY, Onto};
use crate::arabic::lexicon::{
    AUXILIARY, AVERS, BODY_HEAD, HEARSAY, Kinds, LODGED, LODGES, LOOSE_END, MEASURED,
    OF_EACH_NATION, OFFICE_OF, OTHER_CLAUSE, PAIRED_HEAD, REACHES_STAGE, RECALLED_BY, RECALLS,
    RELATIVE, REPORTING, SETS_DAY, SEVERAL_DID, STAGE, THAT, TITLE, WHEN, kinds,
};

/// Who stands for what he says, so that what he says is told with his name: «قائد الشرطة», «وزارة الموارد».
const ANSWERS_FOR_IT: Kinds =
    Kinds::of(&[TITLE, OFFICE_OF, BODY_HEAD, OF_EACH_NATION, PAIRED_HEAD]);
/// How far behind a verb stands what it needs: «تقدم رئيس اتحاد الكرة وائل الحمد، أمس الأربعاء، باستقالته».
const REACH: usize = 12;
/// How far behind «بحسب» stands who says so.
const SOURCE_REACH: usize = 3;
/// How many words «تجدر الإشارة إلى أن» and its like have at most.
const RECALLED: usize = 5;

impl Reader<'_> {
    /// Whether another clause begins here, of which a time behind is: «، فيما أعلن القصر أمس». What happened «عندما انقلب قاربهم الأحد»
    /// was on that Sunday.
    pub(super) fn opens_other_clause(&self, at: usize) -> bool {
        let next = at + 1;
        let is_parted = at > self.sentence.words.0 && self.read.letters(at - 1) == "،";
        let of_next = if self.is_word(next) { self.can_be(next) } else { Kinds::NONE };
        let is_clause = is_parted || of_next.any(DEED | AUXILIARY);
        let of_word = self.can_be(at);
        self.is_word(at) && of_word.any(OTHER_CLAUSE) && !of_word.any(WHEN) && is_clause
    }

    /// Whether a word goes on with a deed of its own: «وأصيب», «وحددت».
    pub(super) fn joins_deed(&self, at: usize) -> bool {
        let is_joined = self.read.letters(at).opens_with(AND);
        is_joined && self.can_be(at).any(DEED | SEVERAL_DID | SETS_DAY)
    }

    /// Where the clause ends that goes on here: before «أن», «، فيما», «، وحددت».
    pub(super) fn end_of_clause(&self, from: usize) -> usize {
        let behind = self.sentence.words.1;
        let ends = |&at: &usize| {
            let next = at + 1;
            let is_comma = self.read.letters(at) == "،" && next < behind;
            let parted = is_comma && (self.joins_deed(next) || self.opens_other_clause(next));
            parted || self.can_be(at).any(THAT)
        };
        (from..behind).find(ends).unwrap_or(behind)
    }

    /// Whether behind «بحسب ما» stands somebody who answers for it: «وفق ما أكده قائد الشرطة», not «وفق ما تداولته مواقع».
    pub(super) fn is_answered_for(&self, lead: usize) -> bool {
        let (what, verb) = (lead + 1, lead + 2);
        let end = self.sentence.words.1;
        if verb + 1 >= end || self.read.letters(what) != "ما" || !self.avers(verb) {
            return false;
        }
        // «أفاد به»
        let who = if self.read.letters(verb + 1) == "به" { verb + 2 } else { verb + 1 };
        let reach = end.min(who + SOURCE_REACH);
        let is_rumour = |at: usize| self.can_be_behind(at).any(HEARSAY | REPORTING);
        let stands_for_it = |at: usize| {
            self.is_named(at) || self.is_definite(at) || self.read.kinds(at).any(ANSWERS_FOR_IT)
        };
        self.is_word(who) && stands_for_it(who) && !(who..reach).any(is_rumour)
    }

    /// «أكد», «أكده», «أعلنته»
    fn avers(&self, at: usize) -> bool {
        let word = self.read.letters(at);
        let bare = word.strip_suffix("ها").or_else(|| word.strip_suffix('ه')).unwrap_or(word);
        kinds(word).any(AVERS) || kinds(bare).any(AVERS)
    }

    /// The word behind «يذكر أن» and its like, by which a newsroom recalls what it knows itself.
    pub(super) fn behind_recalled(&self, at: usize) -> Option<usize> {
        let opens = self.can_be(at).any(RECALLS) || self.can_be(at + 1).any(RECALLS);
        let end = self.sentence.words.1.min(at + RECALLED);
        let that = (at + 1..end).find(|&at| !self.can_be(at).any(RECALLS | RECALLED_BY))?;
        (opens && self.read.kinds(that).any(THAT)).then_some(that + 1)
    }

    /// «كان» behind its subject: «النائب العام السابق كان ادعى».
    pub(super) fn was_behind(&self, subject: usize) -> Option<usize> {
        let end = self.sentence.words.1.min(subject + REACH);
        let is_was = |at: usize| {
            let of_word = self.read.kinds(at);
            of_word.any(AUXILIARY) && !of_word.any(LOOSE_END)
        };
        let stops = |at: usize| self.can_be(at).any(THAT | RELATIVE) || !self.is_word(at);
        let was = (subject + 1..end).find(|&at| is_was(at) || stops(at))?;
        is_was(was).then_some(was)
    }

    /// A verb that is a deed with one word behind it and none without: «تقدم … باستقالته», «بلغ … نهائي الكأس».
    pub(super) fn is_done_with(&self, verb: usize) -> bool {
        let end = self.sentence.words.1.min(verb + REACH);
        let of_verb = self.can_be(verb);
        let lodged = |at: usize| {
            let word = self.read.letters(at);
            let what = word.behind(BY).unwrap_or_default();
            let bare = what.strip_suffix("ها").or_else(|| what.strip_suffix('ه')).unwrap_or(what);
            kinds(what).any(LODGED) || kinds(bare).any(LODGED)
        };
        // «بلغ عدد المسجلين في النهائي ألفين»
        let reached = |at: usize| {
            self.read.kinds(at).any(STAGE) && !self.read.kinds(at - 1).any(LOOSE_END | STAGE)
        };
        let is_counted = || self.read.kinds(verb + 1).any(MEASURED);
        of_verb.any(LODGES) && (verb + 1..end).any(lodged)
            || of_verb.any(REACHES_STAGE) && !is_counted() && (verb + 2..end).any(reached)
    }
}
