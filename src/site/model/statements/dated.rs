//! The sentences of an article that tell what happened on a day.
//!
//! What is doubtful is left out: a plan, a condition, a denial, a rumour, a day after the article's own, a day that may
//! belong to another clause, and whatever stands in quotation marks.

use chrono::NaiveDate;

use super::sentence::{DEED, Reader};
use crate::arabic::calendar::Edtf;
use crate::arabic::chars::{DAMMA, SHADDA, is_tashkeel};
use crate::arabic::clitics::readings;
use crate::arabic::clitics::{AND, Onto, SO};
use crate::arabic::lexicon::{
    AUXILIARY, BEFELL, BEFORE_OR_AFTER, DAY_PART, DID, HAPPENED, HAPPENED_OR_NOUN, Kinds,
    LOOSE_END, NAMED_BEFORE, OWN_MEETING, OWN_WAW, PART_OF_TIME, RELATIVE, SETS_DAY, SEVERAL_DID,
    SINCE, THAT, UNREAL, UNTIL, WEEKDAY_NAME, kinds,
};
use crate::arabic::reading::Sentence;
use crate::arabic::stem::lexicon;
use crate::arabic::tokenize::TokenKind;
use crate::document::chronology::{self, Entry};
use crate::document::{ParagraphKind, TimeExpression};
use crate::site::model::Article;
use crate::span::Span;

/// Fewer words tell nothing, more are not read as one statement.
const WORDS: std::ops::RangeInclusive<usize> = 5..=60;
/// How far behind «كان» its verb may stand: «وكانت وزارة الثروة الزراعية والسمكية قد وقعت».
const REACH: usize = 9;
/// How many words a clause between two commas has at most: «وكانت اللجنة، التي يرأسها النائب فلان، قد أدخلت».
const ASIDE: usize = 9;
/// How many words a dateline has before its dash: «صلالة - بدأ».
const DATELINE: usize = 4;

/// What a sentence tells.
struct Deed {
    verb: usize,
    /// From where on the first noun is who did it.
    subject: usize,
    /// Whether it is told with «كان … قد».
    is_perfect: bool,
}

/// Each sentence that tells what happened, each entry of a chronology, and when that was.
pub(super) fn sentences(article: &Article) -> Vec<(Span, Edtf)> {
    let plain = &article.document.plain;
    let read = plain.reading();
    let dates = &article.document.findings.dates;
    let spans: Vec<Span> = dates.iter().map(|date| date.span).collect();
    let entries = chronology::entries(plain, &spans);
    let of_entry = |span: Span| entries.iter().any(|entry| entry.paragraph.overlaps(span));
    let told = |sentence: &Sentence| {
        let kind = plain.paragraphs.get(plain.paragraph_at(sentence.span.start))?.kind;
        let reader = Reader { read, text: &plain.text, names: article.mentions(), sentence };
        let date = reader.told(dates).filter(|_| kind == ParagraphKind::Text)?;
        let is_told = is_past(date, article.day()) && !of_entry(sentence.span);
        let part = super::entries::month_of_part(date, &plain.text);
        is_told.then(|| (reader.without_and(), part.unwrap_or_else(|| date.value.clone())))
    };
    let entry = |entry: &Entry| {
        let date = &dates[entry.time];
        super::entries::told(entry, date, &plain.text).filter(|_| is_past(date, article.day()))
    };
    let told = read.sentences.iter().filter_map(told).chain(entries.iter().filter_map(entry));
    let mut told: Vec<(Span, Edtf)> = told.collect();
    told.sort_by_key(|(span, _)| span.start);
    told
}

/// Whether a time had begun on the article's own day; an article without a day must say all of the date itself.
fn is_past(date: &TimeExpression, own: Option<NaiveDate>) -> bool {
    match (date.value.first_day(), own) {
        (Some(day), Some(own)) => day <= own,
        (Some(_), None) => !date.relative,
        (None, _) => false,
    }
}

impl Reader<'_> {
    /// The sentence without the «و» that joins it to the one before: in a timeline it stands by itself.
    fn without_and(&self) -> Span {
        const OPENS: Kinds =
            Kinds::of(&[HAPPENED, DID, AUXILIARY, LOOSE_END, PART_OF_TIME, DAY_PART, WEEKDAY_NAME]);
        let span = self.sentence.span;
        let first = self.sentence.words.0;
        let joined = readings(self.read.letters(first)).into_iter().find(|it| it.proclitics == "و");
        let opens = joined.is_some_and(|it| kinds(it.rest).any(OPENS));
        // «وكانت» is listed whole, and opens with «و» all the same.
        let is_was = joined.is_some_and(|it| kinds(it.rest).any(AUXILIARY));
        let is_own = self.read.kinds(first).any(OPENS) && !is_was || self.is_named(first);
        let is_joined = opens && !is_own && span.cut(self.text).starts_with('و');
        Span::new(span.start + if is_joined { 'و'.len_utf8() } else { 0 }, span.end)
    }

    /// The time of what the sentence tells; nothing where it tells nothing that is sure.
    fn told<'d>(&self, dates: &'d [TimeExpression]) -> Option<&'d TimeExpression> {
        let from = dates.partition_point(|date| date.span.start < self.sentence.span.start);
        let dates = &dates[from..];
        let to = dates.partition_point(|date| date.span.end <= self.sentence.span.end);
        // Most sentences name no time, and none of their words need be read.
        if to == 0 {
            return None;
        }
        let (first, behind) = self.sentence.words;
        let asks = self.sentence.span.cut(self.text).trim_end().ends_with('؟');
        if asks || !WORDS.contains(&(behind - first)) {
            return None;
        }
        let (dates, start) = (&dates[..to], self.start());
        let leading = dates.first().filter(|date| self.leads(date, start));
        let (deed, date) = match leading {
            Some(date) => (self.behind(date)?, date),
            None => {
                let deed = self.deed_at(start)?;
                let behind = self.read.words[deed.verb].span().end;
                (deed, dates.iter().find(|date| date.span.start >= behind)?)
            }
        };
        let verb = deed.verb;
        let at = self.read.index_at(date.span.start);
        // «أعلن الوزير الجمعة أن المهمة ستنتهي»: what is announced may be a plan, that it was announced is none.
        let main = self.end_of_clause(at.max(verb));
        if (first..main).any(|at| self.is_unreal(at)) {
            return None;
        }
        let clear = leading.is_some() || self.is_of_verb(verb, at);
        let free =
            !self.is_quoted(date.span.start) && !self.is_quoted(self.read.words[verb].span().start);
        // «وكان المجلس قد أنهى القراءة في شباط الماضي» only sets the scene.
        let is_scene = deed.is_perfect && date.relative && date.value.single_day().is_none();
        // «بدأت المحاكمة في منتصف آذار» stands under the month.
        let part = super::entries::month_of_part(date, self.text);
        let exact = part.is_some_and(|_| !deed.is_perfect) || is_exact(&date.value) && !is_scene;
        let sure = clear && free && exact && self.is_plain(date, verb);
        (sure && self.stands_alone(verb, deed.subject, dates)).then_some(date)
    }

    /// The first word behind a dateline.
    fn start(&self) -> usize {
        let (first, behind) = self.sentence.words;
        let dash = |&at: &usize| matches!(self.read.letters(at), "-" | "–" | "—" | "/" | ":");
        let start = (first..behind.min(first + DATELINE + 1)).find(dash).map_or(first, |at| at + 1);
        self.behind_place(start).unwrap_or(start)
    }

    /// «وفي المكلا، سقط»: what is told begins behind the place and its comma.
    fn behind_place(&self, start: usize) -> Option<usize> {
        let end = self.sentence.words.1.min(start + 2 + DATELINE);
        let in_place = matches!(self.read.letters(start), "في" | "وفي")
            && start + 1 < end
            && self.is_named(start + 1);
        let comma = (start + 2..end).find(|&at| self.read.letters(at) == "،")?;
        (in_place && comma + 1 < self.sentence.words.1).then_some(comma + 1)
    }

    /// Whether a word makes a plan, a condition or a rumour of the sentence: «لو», «المقرر», «سيلتقي».
    fn is_unreal(&self, at: usize) -> bool {
        let word = self.read.letters(at);
        // «سيلتقي», but not «سائقه»
        let future = readings(word).iter().any(|reading| {
            reading.proclitics.ends_with('س') && reading.rest.starts_with(['ي', 'ت', 'ن'])
        });
        let known = self.read.kinds(at) != Kinds::NONE || lexicon().is_listed(word);
        // «وحددت الأول من أيار موعدا»: of a deed beside it nothing is planned.
        let of_word = self.can_be(at);
        of_word.any(UNREAL) && !of_word.any(SETS_DAY) || future && !known
    }

    /// What a main clause tells that begins here: «افتتح», «واستأنفت», «وكانت الوزارة قد وقعت», «وزيرا الطاقة التقيا».
    fn deed_at(&self, at: usize) -> Option<Deed> {
        let of_word = self.can_be(at);
        if of_word.any(DEED) || self.is_verb_by_vowel(at) || self.is_done_with(at) {
            return Some(Deed { verb: at, subject: at + 1, is_perfect: false });
        }
        // «يذكر أن النائب العام كان ادعى», «يشار إلى أن البلدية كانت قد أغلقت»
        if let Some(subject) = self.behind_recalled(at) {
            let was = self.was_behind(subject)?;
            let is_next = self.read.kinds(was + 1).any(DEED);
            let verb = if is_next { was + 1 } else { self.behind_was(was)? };
            return Some(Deed { verb, subject, is_perfect: true });
        }
        if of_word.any(AUXILIARY) && !of_word.any(LOOSE_END) {
            let verb = self.behind_was(at)?;
            return Some(Deed { verb, subject: at + 1, is_perfect: true });
        }
        let verb = self.behind_subject(at)?;
        Some(Deed { verb, subject: at, is_perfect: false })
    }

    /// The verb of what was done before: «وكانت الوزارة قد وقعت», «وكان مجلس الوزراء أقر», «وكان الجانبان اتفقا».
    fn behind_was(&self, was: usize) -> Option<usize> {
        let from = self.behind_aside(was + 1);
        let end = self.sentence.words.1.min(from + REACH);
        // Behind «قد» stands a verb, also one that looks like a noun: «قد قبل», «قد نقلوا».
        const DEEDS: Kinds = Kinds::of(&[HAPPENED, DID, SEVERAL_DID, HAPPENED_OR_NOUN]);
        if let Some(has) = (was + 1..end).find(|&at| self.is_has(at)) {
            return Some(has + 1).filter(|&at| self.can_be(at).any(DEEDS));
        }
        // Without «قد» the verb itself must be one by every reading, and stand before anything of another clause.
        let stops = |at: usize| {
            let of_word = self.can_be(at);
            of_word.any(THAT | RELATIVE | LOOSE_END | AUXILIARY) || !self.is_word(at)
        };
        let verb = (from..end).find(|&at| self.read.kinds(at).any(DEED) || stops(at))?;
        (verb > was + 1 && !stops(verb)).then_some(verb)
    }

    /// From where a clause goes on that «كان» opened, behind what stands between two commas.
    fn behind_aside(&self, from: usize) -> usize {
        let end = self.sentence.words.1;
        let is_comma = |&at: &usize| self.read.letters(at) == "،";
        let opens = (from..end.min(from + REACH)).find(is_comma).map(|comma| comma + 1);
        let opens = opens.filter(|&at| at < end && self.can_be(at).any(RELATIVE));
        let closes = opens.and_then(|opens| (opens..end.min(opens + ASIDE)).find(is_comma));
        closes.map_or(from, |comma| comma + 1)
    }

    /// «وُضع», «فُتحت», «فجّر»: by its vowels a verb and no noun.
    fn is_verb_by_vowel(&self, at: usize) -> bool {
        let written = self.written(at);
        let bare = written.without_all(AND | SO);
        // «فجّر» has its own «ف», «وُضع» its own «و».
        let is_own = bare.starts_with(is_tashkeel) || self.read.kinds(at).any(HAPPENED_OR_NOUN);
        let word = if is_own { written } else { bare };
        let (second, third, fourth) =
            (word.chars().nth(1), word.chars().nth(2), word.chars().nth(3));
        let is_shown = second == Some(DAMMA) || third == Some(SHADDA) && fourth.is_some();
        is_shown && self.can_be(at).any(HAPPENED_OR_NOUN)
    }

    /// The verb of several behind those who did it: «وزيرا الخارجية المصري والأردني التقيا».
    fn behind_subject(&self, at: usize) -> Option<usize> {
        let end = self.sentence.words.1.min(at + REACH);
        let stops = |at: usize| {
            let of_word = self.can_be(at);
            of_word.any(THAT | RELATIVE | DEED | LOOSE_END | AUXILIARY) || !self.is_word(at)
        };
        let verb = (at..end).find(|&at| self.can_be(at).any(SEVERAL_DID) || stops(at))?;
        let is_named = verb > at + 1 && !self.can_be(at).any(NAMED_BEFORE);
        (is_named && self.read.kinds(verb).any(SEVERAL_DID)).then_some(verb)
    }

    /// «قد», which makes the past of «كان» and a verb.
    fn is_has(&self, at: usize) -> bool {
        let kinds = self.read.kinds(at);
        kinds.any(AUXILIARY) && kinds.any(LOOSE_END)
    }

    /// Whether a time opens the sentence: «في أبريل 2022 أوقفت», «أمس الثلاثاء، زار».
    fn leads(&self, date: &TimeExpression, start: usize) -> bool {
        let at = self.read.index_at(date.span.start);
        let opens = LOOSE_END | PART_OF_TIME | DAY_PART;
        at == start || at == start + 1 && self.can_be(start).any(opens)
    }

    /// What is told right behind a time that opens the sentence.
    fn behind(&self, date: &TimeExpression) -> Option<Deed> {
        let next = self.read.index_at(date.span.end.saturating_sub(1)) + 1;
        let next = if self.read.letters(next) == "،" { next + 1 } else { next };
        self.deed_at(next)
    }

    /// Whether a time behind a verb is that of the verb: no other clause begins between them.
    fn is_of_verb(&self, verb: usize, at: usize) -> bool {
        let other = |at: usize| {
            let of_word = self.can_be(at);
            // «وزارتا» is no «و» before «زارتا».
            // «وادان», a town, is no «و» before «أدان».
            let own = of_word.any(OWN_WAW) || self.is_named(at);
            // «لقي ستة مصرعهم وأصيب عشرة أمس» is one thing.
            let goes_on = of_word.any(BEFELL) && self.can_be(verb).any(BEFELL);
            let is_joined = self.joins_deed(at) && !own && !goes_on;
            of_word.any(THAT | RELATIVE | SINCE | UNTIL)
                || of_word.any(BEFORE_OR_AFTER) && !self.is_part_of_day(at)
                || is_joined
                || self.opens_other_clause(at)
        };
        !(verb + 1..at).any(other)
    }

    /// «قبل ظهر», «بعد منتصف ليل»: half of a day, before or behind which nothing else happened.
    fn is_part_of_day(&self, at: usize) -> bool {
        let next = at + 1;
        let part = if self.can_be(next).any(PART_OF_TIME) { next + 1 } else { next };
        self.can_be(part).any(DAY_PART)
    }

    /// Whether a time stands by itself, and is no part of a name or of a stretch: «إعصار أكتوبر», «منذ الأحد»,
    /// «اجتماع الأربعاء».
    fn is_plain(&self, date: &TimeExpression, verb: usize) -> bool {
        let at = self.read.index_at(date.span.start);
        let stretch = BEFORE_OR_AFTER | SINCE | UNTIL;
        let Some(before) = at.checked_sub(1).filter(|&before| before >= self.sentence.words.0)
        else {
            return !self.can_be(at).any(stretch);
        };
        let (of_first, of_before) = (self.can_be(at), self.can_be(before));
        if of_first.any(stretch) || of_before.any(stretch) {
            return false;
        }
        let word = self.read.letters(before);
        let is_mark = self.read.words[before].kind != TokenKind::Word;
        let in_time = matches!(word, "في" | "وفي")
            || of_before.any(PART_OF_TIME | DAY_PART)
            || of_first.any(PART_OF_TIME);
        if date.value.single_day().is_none() {
            return in_time;
        }
        // A weekday behind a noun without «ال» may be the noun's: «نتائج اجتماع الأربعاء».
        let ends = self.ends_phrase(before, verb) || self.is_at_own_meeting(before);
        !of_first.any(WEEKDAY_NAME) || is_mark || in_time || ends
    }

    /// «في اجتماعه الاثنين», «خلال جلستها»: what was done there was done on that day; «نتائج اجتماعه» were spoken of on another.
    fn is_at_own_meeting(&self, at: usize) -> bool {
        let is_in = |before: usize| matches!(self.read.letters(before), "في" | "خلال");
        let is_meeting = || self.can_be_behind(at).any(OWN_MEETING);
        at.checked_sub(1).is_some_and(is_in) && is_meeting()
    }

    /// Whether nothing behind a word can belong to it: «الوزير», «سامر حسن», «أعلن», and «مسلحون» of «فجر مسلحون».
    fn ends_phrase(&self, at: usize, verb: usize) -> bool {
        let word = self.read.letters(at);
        let is_definite = word.has_article() && !self.can_be(at).any(LOOSE_END);
        let is_plural = || at == verb + 1 && word.ends_with("ون");
        is_definite || at == verb || self.is_named(at) || is_plural()
    }
}

/// Whether a time is a day or a month.
fn is_exact(value: &Edtf) -> bool {
    /// «2024-06»
    const MONTH: usize = 7;
    let text = value.to_string();
    value.single_day().is_some() || text.len() == MONTH && text.as_bytes()[5] < b'2'
}
