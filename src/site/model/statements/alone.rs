//! Whether a sentence says of itself who did what: in a timeline it stands without those before it.
//!
//! «وزار الوفد المخيم», «وافتتح مديره القاعة», «وكانت البعثة نفسها قد كشفت»: a reader who has not read the article does not
//! know of whom they speak. What is only told by others («بحسب ما أوردته مواقع») does not stand by itself either.

use super::sentence::Reader;
use crate::arabic::clitics::{AND, Onto, readings};
use crate::arabic::lexicon::{
    ACCORDING, BEFORE_OR_AFTER, COUNTRY, FAMILY, FOREIGN, FORMER, GIVEN, HEARSAY, IMPERSONAL,
    Kinds, LATE, LOOSE_END, NAMED_BEFORE, NATION, OF_PRONOUN, OFFICE_OF, OWN_HA, PART_OF_TIME,
    PHRASE_END, PLACE, POINTING, RARE_FAMILY, REFERS_BACK, RELATIVE, REPORTING, SOURCE_LEAD, THAT,
    TITLE, TITLE_ADJECTIVE,
};
use crate::arabic::numbers::parse::leading_ordinal;
use crate::arabic::stem::stem;
use crate::document::TimeExpression;
use crate::span::Span;

/// What says whom a word means when it stands behind it.
const NAME: Kinds = Kinds::of(&[GIVEN, FAMILY, RARE_FAMILY, FOREIGN, COUNTRY, PLACE]);
/// How far behind «بحسب» stands who says so.
const SOURCE_REACH: usize = 3;

impl Reader<'_> {
    /// Whether the sentence stands alone, of which this is the verb, whose subject stands from here on and whose times are these.
    pub(super) fn stands_alone(&self, verb: usize, from: usize, dates: &[TimeExpression]) -> bool {
        let (first, behind) = self.sentence.words;
        let goes_on = self.sentence.span.cut(self.text).trim_end().ends_with(':');
        let leans = |at: usize| {
            self.can_be_behind(at).any(REFERS_BACK)
                || self.is_late_one(at)
                || self.points_out(at)
                || self.is_hearsay(at)
        };
        let Some(subject) = self.told_subject(verb, from, dates) else { return false };
        !goes_on && !(first..behind).any(leans) && !self.is_somebody_named_before(subject, dates)
    }

    /// The subject, also behind where it went to: «وصل إلى بغداد وفد»; nothing where nobody is told of: «عاد إلى القرية بعد رحلة». «عثر
    /// على سفينة», «أفرج عن ثلاثة» need none.
    fn told_subject(&self, verb: usize, from: usize, dates: &[TimeExpression]) -> Option<usize> {
        let mut subject = self.subject(from, dates);
        while self.read.kinds(subject).any(LOOSE_END) && !self.can_be(verb).any(IMPERSONAL) {
            subject = self.subject(self.behind_object(subject + 1), dates);
            let is_other = self.can_be(subject).any(PHRASE_END | BEFORE_OR_AFTER | THAT | RELATIVE);
            if is_other || !self.is_word(subject) || self.is_bound(subject) {
                return None;
            }
        }
        Some(subject)
    }

    /// The first word behind the object of a preposition: behind the name that it is, or behind its words with «ال».
    fn behind_object(&self, object: usize) -> usize {
        let end = self.sentence.words.1;
        if let Some(name) = Some(object).filter(|&at| at < end).and_then(|at| self.name_of(at)) {
            return self.read.index_at(name.end);
        }
        let goes_on = |&at: &usize| self.is_word(at) && self.is_definite(at);
        (object + 1..end).find(|at| !goes_on(at)).unwrap_or(end)
    }

    /// «بكفالة», «لأسباب»: a preposition is written onto it.
    fn is_bound(&self, at: usize) -> bool {
        let readings = readings(self.read.letters(at));
        let is_own = !self.read.kinds(at).is_empty() || self.is_named(at);
        !is_own && readings.iter().any(|reading| reading.proclitics.ends_with(['ب', 'ل']))
    }

    /// The first word from here on that is no time: mostly that of the subject.
    fn subject(&self, from: usize, dates: &[TimeExpression]) -> usize {
        let of_time = |at: usize| self.is_in_time(at, dates) || self.is_of_time(at);
        let end = self.sentence.words.1;
        (from..end).find(|&at| self.is_word(at) && !of_time(at)).unwrap_or(end)
    }

    fn is_in_time(&self, at: usize, dates: &[TimeExpression]) -> bool {
        let span = self.read.words[at].span();
        dates.iter().any(|date| date.span.overlaps(span))
    }

    /// Whether the subject is one that only what stood before tells: «الوفد», «مديره», «رئيس وزرائها», nothing in «عاد إليها».
    fn is_somebody_named_before(&self, subject: usize, dates: &[TimeExpression]) -> bool {
        if !self.is_word(subject) {
            return true;
        }
        let of_subject = self.read.kinds(subject);
        let next = subject + 1;
        let next_is_word = self.is_word(next) && !self.is_in_time(next, dates);
        // «وغادرت الممرضة المدينة»: of an office only an adjective says whose it is.
        if of_subject.any(NAMED_BEFORE) || of_subject.any(TITLE) && self.is_definite(subject) {
            let told = next_is_word && (self.is_relation(next) || self.says_which(next));
            let told = told || self.is_one_of_row(next);
            return !told;
        }
        let owned_head = of_subject.any(OFFICE_OF) || of_subject.any(LOOSE_END);
        of_subject.any(OF_PRONOUN)
            || self.is_owned(subject)
            || owned_head && next_is_word && self.is_owned(next)
    }

    /// «السوداني», «المصرية», «السابق»
    fn is_relation(&self, at: usize) -> bool {
        let word = self.read.letters(at);
        let is_relation = word.strip_suffix('ه').unwrap_or(word).ends_with('ي');
        let of_word = self.read.kinds(at);
        self.is_definite(at) && (is_relation || of_word.any(NATION | TITLE_ADJECTIVE | FORMER))
    }

    /// «القافلة الثالثة من العائدين»: it is told of what it is one.
    fn is_one_of_row(&self, at: usize) -> bool {
        let is_ordinal = self.is_word(at)
            && self.is_definite(at)
            && leading_ordinal(&[self.read.letters(at)]).is_some();
        is_ordinal && self.is_word(at + 1) && self.read.letters(at + 1) == "من"
    }

    /// Whether a name or a clause says which one is meant.
    fn says_which(&self, at: usize) -> bool {
        self.read.kinds(at).any(NAME | RELATIVE) && !self.is_of_time(at)
    }

    /// Whether a noun has a pronoun behind it: «مديره», «وزيرها». A ه that stands for ة is written in few newsrooms, whose
    /// sentences are left out.
    fn is_owned(&self, at: usize) -> bool {
        /// «طه» is no noun with a pronoun.
        const LETTERS: usize = 2;
        let word = self.written(at).trim_end_matches(crate::arabic::chars::is_tashkeel);
        let ending = ["هما", "هم", "هن", "ها", "ه"].iter().find_map(|end| word.strip_suffix(end));
        let is_noun = |noun: &str| noun.chars().count() > LETTERS && !noun.has_article();
        // «مياه», «انتباه»: the letter is their own.
        let is_whole = self.can_be_behind(at).any(OWN_HA);
        ending.is_some_and(is_noun) && !is_whole && !self.read.kinds(at).any(NAME)
    }

    /// «الراحل» or «الفقيد» without the name: «جثمان الراحل», but not «الفنان الراحل محمود».
    fn is_late_one(&self, at: usize) -> bool {
        let named = || self.is_word(at + 1) && self.says_which(at + 1);
        self.read.kinds(at).any(LATE) && !named()
    }

    /// «هذا القرار» of which the sentence has not spoken; «هذا الأسبوع» is a time.
    fn points_out(&self, at: usize) -> bool {
        if !self.can_be_behind(at).any(POINTING) {
            return false;
        }
        let next = at + 1;
        // «وذلك في إطار البرنامج»
        let adds = self.read.letters(at).opens_with(AND) && self.read.kinds(next).any(LOOSE_END);
        let of_time = self.is_of_time(next) || self.read.kinds(next).any(PART_OF_TIME);
        let spoken_of = || {
            let wanted = stem(self.read.letters(next));
            (self.sentence.words.0..at).any(|other| stem(self.read.letters(other)) == wanted)
        };
        !(adds || of_time || self.is_word(next) && spoken_of())
    }

    /// Whether from here on stands who told it, and it is neither the one who did it nor a record: «بحسب ما أوردته مواقع».
    fn is_hearsay(&self, at: usize) -> bool {
        let lead = self.can_be(at).any(SOURCE_LEAD | ACCORDING);
        let end = self.sentence.words.1.min(at + 1 + SOURCE_REACH);
        lead && !self.is_answered_for(at)
            && (at + 1..end).any(|at| self.can_be_behind(at).any(HEARSAY | REPORTING))
    }

    /// Whether a byte stands inside quotation marks.
    pub(super) fn is_quoted(&self, byte: usize) -> bool {
        let holds = |span: Span| span.start <= byte && byte < span.end;
        self.read.pairs.iter().any(|pair| holds(pair.inside(self.read)))
    }
}
