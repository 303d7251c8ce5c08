//! The subject of a verb of saying: behind it, before it, or whoever the text went on with.

use super::extent::{is_definite, is_saying, listed_nowhere};
use super::phrase::{Kind, Phrase, Scene};
use crate::arabic::lexicon::{
    ACCORDING, ANONYMITY, ASKING, AUXILIARY, CARRIER, CARRYING, CLAUSE_OPENING, FOR_WHOM, GOING_ON,
    ISSUED, Kinds, LOOSE_END, PHRASE_END, RELATIVE, SAYING, SPEECH, STATEMENT, TELLING, THAT,
    TITLE, WEEKDAY_NAME, is,
};
use crate::arabic::reading::Pair;
use crate::document::MentionKind;
use crate::knowledge::EntityKind;

/// Who is the subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// Whom this phrase names.
    Named(Phrase),
    /// Nobody is named at the verb: whoever spoke or acted before.
    Implied,
    /// Grammar leaves it open, so nobody is given.
    Unsure,
}

/// Masculine or feminine, where the form says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gender {
    Masculine,
    Feminine,
}

/// How many words behind a carrier «عن» may stand.
const CARRIED: usize = 12;
/// How many sentences back the one who acts is looked for.
const SENTENCES_BACK: usize = 4;
/// A sentence is not read further back than this, so that a paragraph of many quotes stays linear.
const REACH: usize = 70;

/// A verb without «و» or «ف».
pub(super) fn bare_verb(word: &str) -> &str {
    match word.strip_prefix(['و', 'ف']) {
        Some(rest) if is(rest, Kinds::of(&[SAYING, ASKING, SPEECH])) => rest,
        _ => word,
    }
}

/// The gender of a verb or participle; nothing for the plural.
fn gender_of_verb(word: &str) -> Option<Gender> {
    let verb = bare_verb(word);
    let is_participle = is(verb, GOING_ON) || is(word, GOING_ON);
    if is_participle {
        let feminine = verb.ends_with('ه') || verb.ends_with("لها");
        let masculine = verb.ends_with('ا') && !feminine || verb.ends_with("له");
        return match (feminine && !verb.ends_with("قوله"), masculine) {
            (true, _) => Some(Gender::Feminine),
            (_, true) => Some(Gender::Masculine),
            _ => None,
        };
    }
    if verb.ends_with("وا") || verb.ends_with("ون") {
        return None;
    }
    let present = verb.strip_prefix('ت').map(|rest| format!("ي{rest}"));
    let is_feminine = verb.ends_with('ت') || present.is_some_and(|verb| is(&verb, SAYING));
    Some(if is_feminine { Gender::Feminine } else { Gender::Masculine })
}

/// Whether a word as it is written ends with a pronoun: «مضيفيه».
fn has_pronoun(written: &str) -> bool {
    written.ends_with('ه') || written.ends_with("ها") || written.ends_with("هم")
}

impl<'a> Scene<'a> {
    /// The subject of the verb at a word; `end` is where its clause ends at the latest.
    pub(super) fn subject(&self, pairs: &[Pair], verb: usize, end: usize) -> Subject {
        match self.explicit(verb, end) {
            Subject::Implied => match self.before_verb(verb) {
                Subject::Implied => self.implied(pairs, verb),
                subject => subject,
            },
            subject => subject,
        }
    }

    /// The subject as it stands right behind a verb, or right before it.
    pub(super) fn explicit(&self, verb: usize, end: usize) -> Subject {
        let words = self.words;
        let verb_word = bare_verb(words.at(verb));
        if is(verb_word, CARRYING) {
            return self.carried(verb, end);
        }
        let at = verb + 1;
        if at >= end || !words.same_paragraph(verb, at) {
            return Subject::Implied;
        }
        let is_telling = is(verb_word, TELLING);
        let Some(phrase) = self.phrase(at, end, is_telling) else { return Subject::Implied };
        if phrase.is_joined {
            return Subject::Unsure;
        }
        if phrase.name.is_none()
            && let Some(apposed) = self.apposed(&phrase, end)
        {
            return Subject::Named(apposed);
        }
        let opens_speech = self.opens_speech(phrase.last + 1, end);
        let has_object =
            is_telling && (phrase.name.is_some() || is_definite(words, phrase.last + 1));
        // «قال الدكتور فلان رئيس القطاع إن»
        let is_held = phrase.name.is_some() && words.is(phrase.last + 1, TITLE);
        let masculine = gender_of_verb(words.at(verb)) == Some(Gender::Masculine);
        let is_feminine_noun = words.at(at).ends_with('ه');
        let disagrees = masculine && is_feminine_noun && phrase.name.is_none();
        match phrase.kind {
            // «وأبلغ مضيفيه بأن»: what belongs to the subject is its object.
            Kind::Noun if has_pronoun(words.written(at)) => Subject::Implied,
            _ if disagrees => Subject::Unsure,
            Kind::Noun if is_telling || !opens_speech => Subject::Unsure,
            // What does not end where its clause goes on was not read to its end.
            _ if !opens_speech && !has_object && !is_held => Subject::Unsure,
            // «كاتبة الدولة المكلفة بالصيد فلانة»: the office goes on.
            Kind::Person if phrase.name.is_none() && self.goes_on_by_clitic(phrase.last + 1) => {
                Subject::Unsure
            }
            Kind::Place if phrase.last > phrase.first + 1 => Subject::Unsure,
            Kind::Document if words.at(at) != "بيان" && is_telling && !opens_speech => {
                Subject::Unsure
            }
            Kind::Document => Subject::Named(self.issuer(phrase, end)),
            _ => Subject::Named(phrase),
        }
    }

    /// Whether a word with «بال» or «لل» may go on with an office before it.
    fn goes_on_by_clitic(&self, at: usize) -> bool {
        let word = self.words.at(at);
        (word.starts_with("بال") || word.starts_with("لل")) && !self.words.is(at, FOR_WHOM)
    }

    /// Whether speech, or a word about where it was said, begins at a word.
    fn opens_speech(&self, at: usize, end: usize) -> bool {
        let words = self.words;
        let word = words.at(at);
        let is_stop = matches!(word, "" | ":" | "،" | "(" | "-" | "–" | "—" | ".");
        // «قال مصدر لصحيفة», «طالب الحزب برحيله», «قالت ضاحكة», «مسؤول طلب عدم ذكر اسمه», «دبلوماسي مطلع على».
        let is_beside = word.starts_with(['ل', 'ب']) || word.ends_with('ا');
        let is_of_source = words.is(at, ANONYMITY) || words.written(at + 1) == "على";
        at >= end
            || is_stop
            || is_beside
            || is_of_source
            || words.is(at, THAT | PHRASE_END | GOING_ON | RELATIVE | WEEKDAY_NAME | ISSUED)
            || words.is_quotation_mark(at)
            || is_saying(word)
    }

    /// «نقلت الوكالة عن فلان»: whoever stands behind «عن»; the carrier is not quoted.
    fn carried(&self, verb: usize, end: usize) -> Subject {
        let words = self.words;
        let about = (verb + 1..end.min(verb + CARRIED))
            .take_while(|&index| !words.is(index, THAT) && words.at(index) != ":")
            .find(|&index| words.at(index) == "عن");
        match about.and_then(|about| self.phrase(about + 1, end, false)) {
            Some(phrase) if self.is_carrier(&phrase) => match self.carried(phrase.last, end) {
                Subject::Named(phrase) => Subject::Named(phrase),
                _ => Subject::Unsure,
            },
            Some(phrase) if !phrase.is_joined && phrase.kind != Kind::Noun => {
                Subject::Named(self.issuer(phrase, end))
            }
            _ => Subject::Unsure,
        }
    }

    pub(super) fn is_carrier(&self, phrase: &Phrase) -> bool {
        phrase.name.is_none() && self.words.is(phrase.first, CARRIER)
    }

    /// «الناطق باسم فلان، المهندس علان،», «وزير الخارجية، فلان،»: the name behind the comma is of him who holds the office.
    fn apposed(&self, office: &Phrase, end: usize) -> Option<Phrase> {
        let words = self.words;
        if office.kind != Kind::Person || words.at(office.last + 1) != "،" {
            return None;
        }
        let phrase = self.phrase(office.last + 2, end, false)?;
        let closes =
            matches!(words.at(phrase.last + 1), "،" | ":" | "") || words.is(phrase.last + 1, THAT);
        (phrase.name.is_some() && closes && !phrase.is_joined).then_some(phrase)
    }

    /// «بيان لوزارة المياه», «بيان صادر عن المجلس», «بيان نشرته الوزارة»: whoever states it speaks.
    pub(super) fn issuer(&self, document: Phrase, end: usize) -> Phrase {
        let words = self.words;
        if document.kind != Kind::Document {
            return document;
        }
        let next = document.last + 1;
        if next >= end || !words.same_paragraph(document.first, next) {
            return document;
        }
        let found = if words.is(next, ISSUED) {
            let from = if words.at(next + 1) == "عن" { next + 2 } else { next + 1 };
            self.phrase(from, end, false)
        } else if words.at(next).starts_with('ل') {
            self.phrase_behind(next, 'ل'.len_utf8(), end, false)
        } else if words.is(document.first, STATEMENT) && document.last > document.first {
            self.phrase(document.first + 1, end, false)
        } else {
            None
        };
        let is_maker = |phrase: &Phrase| {
            matches!(phrase.kind, Kind::Body | Kind::Person) && !self.is_carrier(phrase)
        };
        found.filter(is_maker).unwrap_or(document)
    }

    /// «فلان أكد», «أما فلان فيعتقد», «كان فلان قد قال», «فلان، الذي قال»: the phrase that ends right before the verb.
    fn before_verb(&self, verb: usize) -> Subject {
        let words = self.words;
        let mut at = verb;
        while at > 0 && words.same_paragraph(at - 1, verb) && words.is(at - 1, AUXILIARY) {
            at -= 1;
        }
        if at == 0 || !words.same_paragraph(at - 1, verb) {
            return Subject::Implied;
        }
        let near = at - 1;
        if words.is(near, RELATIVE) {
            let mut end = near;
            while end > 0 && matches!(words.at(end - 1), "،" | "و") {
                end -= 1;
            }
            return self.person_before(end);
        }
        if !words.is_letters(near) || words.is(near, THAT) {
            return Subject::Implied;
        }
        // The clause before the verb: up to a comma, a stop or «أن».
        let mut start = near;
        while start > 0 && words.same_paragraph(start - 1, verb) && near - start < 12 {
            let before = start - 1;
            if !words.is_letters(before) && !words.is_quotation_mark(before) {
                break;
            }
            if words.is(before, THAT) {
                return Subject::Implied;
            }
            start = before;
        }
        let contrasted = matches!(words.at(start), "اما" | "واما");
        let is_joined = !is(words.at(verb), SAYING);
        if is_joined && !(contrasted && words.at(verb).starts_with('ف')) {
            return Subject::Implied;
        }
        let skip = |index: usize| words.is(index, AUXILIARY | CLAUSE_OPENING);
        while start < near && skip(start) {
            start += 1;
        }
        match self.phrase(start, verb, false) {
            Some(phrase)
                if phrase.last == near && !phrase.is_joined && phrase.kind != Kind::Noun =>
            {
                Subject::Named(phrase)
            }
            _ => Subject::Implied,
        }
    }

    /// «المحامية فلانة، التي قالت»: the person whose name ends right before a word.
    fn person_before(&self, end: usize) -> Subject {
        let words = self.words;
        let by_grammar = (end.saturating_sub(7)..end)
            .filter(|&from| words.same_paragraph(from, end))
            .filter_map(|from| self.phrase(from, end, false))
            .find(|phrase| phrase.name.is_some_and(|(_, last)| last + 1 == end));
        if let Some(phrase) = by_grammar {
            return Subject::Named(phrase);
        }
        match end.checked_sub(1).and_then(|last| self.person_ending(last)) {
            Some(mention) => {
                let first = words.index_at(mention.span.start);
                Subject::Named(Phrase::of_name(first, end - 1))
            }
            None => Subject::Unsure,
        }
    }

    /// Whoever spoke or acted before, in the sentence or in those before it, where nobody else can be meant.
    pub(super) fn implied(&self, pairs: &[Pair], verb: usize) -> Subject {
        let words = self.words;
        let gender = gender_of_verb(words.at(verb));
        let paragraph = words.list[verb].paragraph();
        let mut behind = verb;
        let mut seen = 0;
        for back in 0..=SENTENCES_BACK {
            let Some((sentence, start)) = self.sentence_before(pairs, behind) else { break };
            let Some(&first) = sentence.first() else { break };
            if paragraph - words.list[first].paragraph() > 2 {
                break;
            }
            behind = start;
            match self.actor(&sentence, verb) {
                Some((Subject::Named(phrase), has_spoken)) => {
                    let agrees = self
                        .gender(&phrase)
                        .is_none_or(|one| gender.is_none_or(|other| one == other));
                    let others = self.others(&sentence, &phrase);
                    // Whoever was quoted goes on; of one who did something it is sure only where he is alone.
                    let is_same = sentence
                        .last()
                        .is_some_and(|&last| last + 1 == verb && words.same_paragraph(last, verb));
                    let is_alone = others + seen == 0 || is_same && others <= 1;
                    let is_sure = has_spoken && seen == 0 || is_alone;
                    return if agrees && is_sure {
                        Subject::Named(phrase)
                    } else {
                        Subject::Unsure
                    };
                }
                Some(_) => return Subject::Unsure,
                None => seen += self.people(&sentence),
            }
            if seen > 0 && back > 0 {
                return Subject::Unsure;
            }
        }
        Subject::Unsure
    }

    /// The words of the sentence before a word, without the insides of long quotations, and where it begins; nothing where there is none.
    fn sentence_before(&self, pairs: &[Pair], behind: usize) -> Option<(Vec<usize>, usize)> {
        let words = self.words;
        let mut at = behind;
        let is_stop = |index: usize| matches!(words.at(index), "." | "؟" | "!" | "?");
        let mut found: Vec<usize> = Vec::new();
        // The first pair that closes there or further on.
        let mut number = pairs.partition_point(|pair| pair.close < at);
        while at > 0 && found.len() < REACH {
            let before = at - 1;
            let crosses = found.last().is_some_and(|&last| !words.same_paragraph(before, last));
            if crosses || is_stop(before) && !found.is_empty() {
                break;
            }
            while number > 0 && pairs[number - 1].close >= before {
                number -= 1;
            }
            match pairs.get(number) {
                Some(pair)
                    if pair.close == before && pair.last + 1 - pair.first.min(pair.last) > 3 =>
                {
                    // A quotation that closes with a stop ends its sentence.
                    if !found.is_empty() && is_stop(pair.last) {
                        break;
                    }
                    found.push(before);
                    at = pair.open;
                }
                _ => {
                    if !is_stop(before) {
                        found.push(before);
                    }
                    at = before;
                }
            }
        }
        found.reverse();
        (!found.is_empty()).then_some((found, at))
    }

    /// Who speaks or acts in a sentence, and whether he speaks.
    fn actor(&self, sentence: &[usize], verb: usize) -> Option<(Subject, bool)> {
        let words = self.words;
        let end = (sentence.last()? + 1).min(verb);
        let asks = sentence.iter().any(|&index| self.hearing.at(index).asks);
        if asks {
            return self.only_person(sentence).map(|phrase| (Subject::Named(phrase), false));
        }
        for &index in sentence.iter().rev().filter(|&&index| self.hearing.at(index).says) {
            if index == verb {
                continue;
            }
            match self.explicit(index, end) {
                Subject::Implied => match self.before_verb(index) {
                    Subject::Named(phrase) => return Some((Subject::Named(phrase), true)),
                    Subject::Unsure => return Some((Subject::Unsure, true)),
                    Subject::Implied => {}
                },
                subject => return Some((subject, true)),
            }
        }
        if let Some(at) = sentence.iter().position(|&index| is(words.at(index), ACCORDING))
            && let Some(Subject::Named(phrase)) = self.source(sentence[at], end)
        {
            return Some((Subject::Named(phrase), true));
        }
        self.doer(sentence, end).map(|phrase| (Subject::Named(phrase), false))
    }

    /// The subject of the first verb of a sentence, whatever the verb: «دافع فلان عن قراره».
    fn doer(&self, sentence: &[usize], end: usize) -> Option<Phrase> {
        let words = self.words;
        let mut from = 0;
        // «بعد فوزه، رفع فلان علم بلاده»: what stands before the comma is about when and where.
        for _ in 0..2 {
            let mut place = from;
            let is_passed = |index: usize| {
                let word = words.at(index);
                let word = word.strip_prefix('و').unwrap_or(word);
                words.is(index, AUXILIARY | CLAUSE_OPENING)
                    || is(word, CLAUSE_OPENING)
                    || !words.is_letters(index)
            };
            while place < sentence.len() && is_passed(sentence[place]) {
                place += 1;
            }
            let first = *sentence.get(place)?;
            let bare = words.at(first).strip_prefix('و').unwrap_or_default();
            let is_adverbial = words.is(first, PHRASE_END | LOOSE_END)
                || words.at(first).starts_with("با")
                || is(bare, PHRASE_END | LOOSE_END);
            let comma = sentence[place..].iter().position(|&index| words.at(index) == "،");
            if let (true, Some(comma)) = (is_adverbial, comma) {
                from = place + comma + 1;
                continue;
            }
            let own = self.phrase(first, end, false);
            if let Some(own) = own.filter(|own| own.name.is_some() && own.head != Kind::Noun) {
                return Some(own);
            }
            if is_definite(words, first) {
                return None;
            }
            let phrase = self.phrase(first + 1, end, true)?;
            let is_one = matches!(phrase.kind, Kind::Person | Kind::Body | Kind::Source);
            return (is_one && !phrase.is_joined).then_some(phrase);
        }
        None
    }

    /// The only person whom a sentence names.
    fn only_person(&self, sentence: &[usize]) -> Option<Phrase> {
        let mut names = self.names(sentence);
        let (first, last) = names.pop()?;
        names.is_empty().then(|| Phrase::of_name(first, last))
    }

    /// The names of people in a sentence.
    fn names(&self, sentence: &[usize]) -> Vec<(usize, usize)> {
        let words = self.words;
        let mut found: Vec<(usize, usize)> = Vec::new();
        for &index in sentence {
            let is_new = found.last().is_none_or(|&(_, last)| last < index);
            let by_title = || {
                let phrase = self.phrase(index, index + 12, true)?;
                (phrase.head == Kind::Person).then_some(phrase.name)?
            };
            if is_new
                && words.is(index, TITLE)
                && let Some(name) = by_title()
            {
                found.push(name);
                continue;
            }
            let span = words.list[index].span();
            let mentions = super::super::overlap::touching(self.mentions, span);
            let person = mentions
                .iter()
                .find(|mention| mention.kind == MentionKind::Entity(EntityKind::Person));
            let person = person.filter(|mention| mention.span.start >= span.start);
            if let (true, Some(mention)) = (is_new, person) {
                found.push((index, words.index_at(mention.span.end.saturating_sub(1))));
            }
        }
        found
    }

    fn people(&self, sentence: &[usize]) -> usize {
        self.names(sentence).len()
    }

    /// How many people a sentence names besides one.
    fn others(&self, sentence: &[usize], phrase: &Phrase) -> usize {
        let words = self.words;
        let own = |&(first, last): &(usize, usize)| first <= phrase.last && phrase.first <= last;
        let is_title = |index: usize| {
            let word = words.at(index);
            let bare = word.strip_prefix(['ب', 'ل', 'و']).unwrap_or(word);
            let is_free = words.is(index, TITLE) && !has_pronoun(words.written(index));
            is_free || is(bare, TITLE) && listed_nowhere(words.kinds(index))
        };
        let titles = sentence
            .iter()
            .filter(|&&index| is_title(index) && !(phrase.first..=phrase.last).contains(&index))
            .filter(|&&index| {
                self.phrase(index, index + 12, true).is_none_or(|titled| titled.name.is_none())
            });
        let names = self.names(sentence).iter().filter(|name| !own(name)).count();
        names.max(titles.count())
    }

    fn gender(&self, phrase: &Phrase) -> Option<Gender> {
        let head = self.words.at(phrase.first);
        let has_title = phrase.name.is_none_or(|(first, _)| first > phrase.first);
        let is_plural = head.ends_with("ات") || head.ends_with("ون") || head.ends_with("ين");
        if !has_title || is_plural || matches!(phrase.kind, Kind::Source | Kind::Noun) {
            return None;
        }
        Some(if head.ends_with('ه') { Gender::Feminine } else { Gender::Masculine })
    }

    /// «بحسب فلان», «وفقا لبيان الوزارة», «على لسان فلان», «حسب ما نقلت الوكالة عن فلان».
    pub(super) fn source(&self, at: usize, end: usize) -> Option<Subject> {
        let words = self.words;
        let next = at + 1;
        if next >= end || !words.same_paragraph(at, next) {
            return None;
        }
        if is(words.at(at), CARRYING) {
            return Some(self.carried(at, end));
        }
        let word = words.at(next);
        if words.is(next, ACCORDING) {
            return self.source(next, end);
        }
        let own = ["ه", "ها", "هم"].iter().find_map(|pronoun| word.strip_suffix(pronoun));
        let has_pronoun = own.is_some_and(|noun| is(noun, ACCORDING));
        if has_pronoun {
            return Some(Subject::Implied);
        }
        let phrase = match word {
            "ما" | "لما" => {
                let verb = next + 1;
                return Some(if is_saying(words.at(verb)) {
                    self.explicit(verb, end)
                } else {
                    Subject::Unsure
                });
            }
            "الي" | "عن" => self.phrase(next + 1, end, false)?,
            _ if word.starts_with('ل')
                && self.phrase(next, end, false).is_none_or(|phrase| phrase.kind == Kind::Noun) =>
            {
                self.phrase_behind(next, 'ل'.len_utf8(), end, false)?
            }
            _ => self.phrase(next, end, false)?,
        };
        let is_read = self.opens_speech(phrase.last + 1, end) || phrase.name.is_some();
        if phrase.is_joined || self.is_carrier(&phrase) || phrase.kind == Kind::Noun || !is_read {
            return Some(Subject::Unsure);
        }
        Some(Subject::Named(self.issuer(phrase, end)))
    }

    /// «جاء في بيان للوزارة»: the text, or whoever made it.
    pub(super) fn stated(&self, verb: usize, end: usize) -> Subject {
        match self.phrase(verb + 2, end, false) {
            Some(phrase) if phrase.kind == Kind::Document => {
                Subject::Named(self.issuer(phrase, end))
            }
            _ => Subject::Unsure,
        }
    }
}
