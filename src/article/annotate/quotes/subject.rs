//! The subject of a verb of saying: behind it, before it, or whoever the text went on with.

use super::agreement::{Gender, bare_verb, gender_of_verb, has_pronoun};
use super::letters::{is_definite, is_saying, is_then_that};
use super::noun::{Kind, Phrase, SAYS, SAYS_ON, TELLS};
use super::scene::Scene;
use crate::arabic::clitics::{AND, BY, FOR, Onto, SO};
use crate::arabic::lexicon::{
    ACCORDING, ANONYMITY, AUXILIARY, BUT_THAT, CARRIER, CARRYING, CLAUSE_OPENING, COMMON,
    COMPLEMENT, CONTRASTED, DOCUMENT, FOR_WHOM, ISSUED, ISSUED_BESIDE, KIN, Kinds, MEANWHILE,
    OCCASION, OF_HIS_OWN, OF_PRONOUN, ONE_OF, PHRASE_END, RANK_PART, RELATIVE, SAID_TO, SOME_OTHER,
    STATED, STATEMENT, STEM, THAT, TIME_BEHIND, TITLE, WEEKDAY_NAME, is,
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

/// With what speech, or a word about where it was said, begins: «أن», «في», «الاثنين», «مسؤول طلب عدم ذكر اسمه».
const SPEECH_OPENS: Kinds = Kinds::of(&[
    THAT,
    PHRASE_END,
    MEANWHILE,
    SAYS_ON,
    RELATIVE,
    WEEKDAY_NAME,
    TIME_BEHIND,
    ISSUED,
    ANONYMITY,
]);
/// How many words behind a carrier «عن» may stand.
const CARRIED: usize = 12;
impl<'a> Scene<'a> {
    /// The subject of the verb at a word; `end` is where its clause ends at the latest.
    pub(super) fn subject(&self, pairs: &[Pair], verb: usize, end: usize) -> Subject {
        match self.beside(verb, end) {
            Subject::Implied => self.implied(pairs, verb),
            subject => subject,
        }
    }

    /// The subject as it stands right before a verb or right behind it.
    pub(super) fn beside(&self, verb: usize, end: usize) -> Subject {
        if let Some(spokesman) = self.spokesman(verb, end) {
            return Subject::Named(spokesman);
        }
        // «وكالة الأفق نقلت عن الوزير فلان قوله»: no carrier is quoted, wherever it stands.
        if is(bare_verb(self.words.at(verb)), CARRYING) {
            return self.carried(verb, end);
        }
        let before = self.before_verb(verb);
        // «غير أن الرئيس فلان جدد تمسك بلاده», «كان فلان قد حذر الحكومة»: what stands behind is told of.
        if let Subject::Named(phrase) = before
            && self.is_marked(&phrase)
        {
            return before;
        }
        match self.explicit(verb, end) {
            Subject::Implied => before,
            subject => subject,
        }
    }

    /// Whether a phrase is, or ends with, a name that was marked.
    fn is_marked(&self, phrase: &Phrase) -> bool {
        let first = phrase.name.map_or(phrase.first, |(first, _)| first);
        phrase.kind != Kind::Noun && self.mention_at(first).is_some()
    }

    /// The subject as it stands right behind a verb, or right before it.
    pub(super) fn explicit(&self, verb: usize, end: usize) -> Subject {
        let words = self.words;
        let verb_word = bare_verb(words.at(verb));
        if is(verb_word, CARRYING) {
            return self.carried(verb, end);
        }
        let at = verb + 1 + usize::from(words.is(verb + 1, SAID_TO));
        if at >= end || !words.same_paragraph(verb, at) {
            return Subject::Implied;
        }
        // «وعلق آخر»: somebody of whom nothing else is said.
        if words.is(at, SOME_OTHER) {
            return Subject::Unsure;
        }
        if let Some(one) = self.one_of_many(at, end) {
            return Subject::Named(one);
        }
        if let Some(other) = self.named_other(at, end) {
            return Subject::Named(other);
        }
        let is_telling = is(verb_word, TELLS);
        let phrase = self.phrase(at, end, is_telling);
        // «وحذر مدير فرع الهيئة في تعز، الدكتور فلان، من أن»: the office goes on further than grammar alone sees.
        if let Some(named) = self.told_beyond(phrase, at, end) {
            return Subject::Named(named);
        }
        if let Some(named) = phrase.and_then(|phrase| self.apposed_beyond(&phrase, end)) {
            return Subject::Named(named);
        }
        let Some(phrase) = phrase else {
            // «وقال ابنها الموسيقي فلان:»
            return self.named_before_speech(verb, end).map_or(Subject::Implied, Subject::Named);
        };
        let apposed = || (!phrase.is_joined).then(|| self.apposed(&phrase, end)).flatten();
        // «رفيق دربه الشاعر فلان»: «رفيق» is a name too.
        let is_read = self.is_read(&phrase, end);
        if !is_read && let Some(named) = self.named_before_speech(verb, end).or_else(apposed) {
            return Subject::Named(named);
        }
        if phrase.is_joined {
            return Subject::Unsure;
        }
        let opens_speech = self.opens_speech(phrase.last + 1, end);
        let has_object =
            is_telling && (phrase.name.is_some() || is_definite(words, phrase.last + 1));
        // «قال الدكتور فلان رئيس القطاع إن»
        let is_held = phrase.name.is_some() && words.is(phrase.last + 1, TITLE);
        let gender = gender_of_verb(words.at(verb)).filter(|_| phrase.name.is_none());
        let disagrees = gender == Some(Gender::Masculine) && words.at(at).ends_with('ه');
        match phrase.kind {
            // «وأبلغ مضيفيه بأن»: what belongs to the subject is its object.
            Kind::Noun if has_pronoun(words.written(at)) => Subject::Implied,
            // «ووصف النقاش بالصريح»: a thing is told of, not who tells.
            Kind::Noun | Kind::Person if is_telling && self.is_judged(&phrase) => Subject::Implied,
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

    /// Whether a phrase has a name that was marked, or that ends where speech begins.
    fn is_read(&self, phrase: &Phrase, end: usize) -> bool {
        phrase.name.is_some_and(|(first, last)| {
            self.mention_at(first).is_some() || self.opens_speech(last + 1, end)
        })
    }

    /// Whether what a phrase names is what a verb judges: a thing with «ال» that «بـ» or «بأن» goes on about.
    fn is_judged(&self, phrase: &Phrase) -> bool {
        let words = self.words;
        let is_thing = words.is(phrase.first, STEM | COMMON) && !words.is(phrase.first, TITLE);
        let next = phrase.last + 1;
        let goes_on = words.at(next).opens_with(BY) && words.same_paragraph(phrase.last, next);
        phrase.name.is_none() && is_thing && is_definite(words, phrase.first) && goes_on
    }

    /// «أعلنت على لسان مسؤولتها فلانة أن», «أكد الحزب على لسان أمينه العام فلان أن»: whoever is named behind «على لسان».
    fn spokesman(&self, verb: usize, end: usize) -> Option<Phrase> {
        /// The body may stand between.
        const REACH: usize = 8;
        let words = self.words;
        let tongue = (verb + 1..end.min(verb + REACH))
            .take_while(|&at| words.is_letters(at) && !words.is(at, THAT))
            .find(|&at| words.at(at) == "لسان" && words.written(at - 1) == "على")?;
        let named = self.named_before_speech(tongue, end);
        named.or_else(|| match self.source(tongue, end)? {
            Subject::Named(phrase) if phrase.name.is_some() => Some(phrase),
            _ => None,
        })
    }

    /// Whether a word with «بال» or «لل» may go on with an office before it.
    fn goes_on_by_clitic(&self, at: usize) -> bool {
        let word = self.words.at(at);
        // «تكتفي القاضية بالتذكير»: an office that is whole needs no «بال».
        let is_whole = self.words.is(at - 1, TITLE) && word.starts_with("بال");
        let goes_on = word.starts_with("بال") || word.has_for_the();
        goes_on && !is_whole && !self.words.is(at, FOR_WHOM)
    }

    /// Whether speech, or a word about where it was said, begins at a word.
    fn opens_speech(&self, at: usize, end: usize) -> bool {
        let words = self.words;
        let word = words.at(at);
        // «قال فلان فقط: «…»»
        let is_mark = matches!(word, "" | ":" | "،" | "(" | "-" | "–" | "—" | "." | "فقط");
        let is_end = at >= end || is_mark || words.is_quotation_mark(at);
        // «قال مصدر لصحيفة», «طالب الحزب برحيله», «قالت ضاحكة», «دبلوماسي مطلع على».
        let is_beside = word.opens_with(BY | FOR) || word.ends_with('ا');
        let is_of_what = is_beside || words.written(at + 1) == "على";
        // «وختم فلان حديثه بالقول»
        let is_his_word = || words.is(at, OCCASION) && has_pronoun(words.written(at));
        // «وبحسب الطبيبة فإن الإصابات تضاعفت»
        let opens = is_then_that(word) || words.is(at, SPEECH_OPENS) || is_saying(word);
        is_end || is_of_what || opens || is_his_word()
    }

    /// «نقلت الوكالة عن فلان»: whoever stands behind «عن»; the carrier is not quoted.
    fn carried(&self, verb: usize, end: usize) -> Subject {
        let words = self.words;
        let mut near = (verb + 1..end.min(verb + CARRIED))
            .take_while(|&index| !words.is(index, THAT) && words.at(index) != ":");
        let about = near.find(|&index| {
            let is_of = words.is(index, OF_PRONOUN) && words.at(index).starts_with("عن");
            words.at(index) == "عن" || is_of
        });
        // «ونقلت الصفحة الرسمية عنه قوله», «ونقلت عنه أن»: whoever was told of before.
        let says = |at: usize| words.at(at).starts_with("قول") || words.is(at, THAT);
        if about.is_some_and(|at| words.at(at) != "عن" && says(at + 1)) {
            return Subject::Implied;
        }
        let told = about.and_then(|about| {
            let phrase = self.phrase(about + 1, end, false);
            // «عن مدير فرع المصرف بالمحافظة، فلان، قوله»
            self.told_beyond(phrase, about + 1, end).or(phrase)
        });
        match told {
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
        let comma = office.last + 1;
        let is_behind = office.kind == Kind::Person && self.words.at(comma) == "،";
        is_behind.then(|| self.named_behind_comma(comma, end)).flatten()
    }

    /// The name between a comma and another mark, or what is said; one that was marked is a name whatever grammar reads in it.
    pub(super) fn named_behind_comma(&self, comma: usize, end: usize) -> Option<Phrase> {
        let words = self.words;
        let marked = self.mention_at(comma + 1).filter(|mention| mention.is_person());
        let marked = marked.map(|name| words.index_at(name.span.end.saturating_sub(1)));
        let phrase = match marked {
            Some(last) => Phrase::of_name(comma + 1, last),
            None => self.phrase(comma + 1, end, false)?,
        };
        let closes =
            matches!(words.at(phrase.last + 1), "،" | ":" | "") || words.is(phrase.last + 1, THAT);
        (phrase.name.is_some() && closes && !phrase.is_joined).then_some(phrase)
    }

    /// «إحدى المشاركات في المعرض، الفنانة فلانة، أن»: the name of the one, between two commas behind what the many are.
    fn one_of_many(&self, at: usize, end: usize) -> Option<Phrase> {
        /// How many words tell of the many at most.
        const REACH: usize = 8;
        let words = self.words;
        let is_one = |&at: &usize| words.is(at, ONE_OF) && is_definite(words, at + 1);
        // «والدة أحد المتهمين، فلانة، للصحافة»
        let is_of_him = words.is(at, KIN | TITLE);
        let of = Some(at + usize::from(is_of_him)).filter(is_one)?;
        let goes_on = |&index: &usize| words.same_paragraph(at, index) && !words.is(index, THAT);
        let mut near = (of + 1..end.min(of + 1 + REACH)).take_while(goes_on);
        let comma = near.find(|&index| words.at(index) == "،")?;
        self.named_behind_comma(comma, end)
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
        let found = if words.is(next, ISSUED | ISSUED_BESIDE) {
            // «صادر عن المجلس», «بعث بها المدير»
            let is_by = matches!(words.at(next + 1), "بها" | "به");
            let skips = is_by || words.at(next + 1) == "عن";
            let from = next + 1 + usize::from(skips);
            self.phrase(from, end, false)
        } else if words.at(next).opens_with(FOR) {
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
    pub(super) fn before_verb(&self, verb: usize) -> Subject {
        let words = self.words;
        let mut at = verb;
        while at > 0 && words.same_paragraph(at - 1, verb) && words.is(at - 1, AUXILIARY) {
            at -= 1;
        }
        if at == 0 || !words.same_paragraph(at - 1, verb) {
            return Subject::Implied;
        }
        if let Some(phrase) = self.had_said(verb).or_else(|| self.topic(verb)) {
            return Subject::Named(phrase);
        }
        let near = self.before_his_side(at - 1);
        if words.is(near, RELATIVE) {
            let mut end = near;
            while end > 0 && matches!(words.at(end - 1), "،" | "و") {
                end -= 1;
            }
            return match self.person_before(end) {
                Subject::Named(person) => Subject::Named(person),
                unsure => self.told_by_relative(near, end).map_or(unsure, Subject::Named),
            };
        }
        if let Some(text) = self.pronoun_of_text(near) {
            return Subject::Named(text);
        }
        if words.at(near) == "،"
            && let Some(phrase) =
                self.told_before_comma(near).or_else(|| self.set_apart(near, verb))
        {
            return Subject::Named(phrase);
        }
        if !words.is_letters(near) || words.is(near, THAT) {
            return Subject::Implied;
        }
        if let Some(phrase) = self.named_far_before(near, verb) {
            return Subject::Named(phrase);
        }
        let Some(mut start) = self.clause_start(near) else { return Subject::Implied };
        let contrasted = words.is(start, CONTRASTED);
        let is_joined = !is(words.at(verb), SAYS);
        if is_joined && !(contrasted && words.at(verb).opens_with(SO)) {
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
            _ => self.named_at_end(start, near).map_or(Subject::Implied, Subject::Named),
        }
    }

    /// «بيد أن رئيس نقابة العاملين في المطار فلان ذكر»: the marked name right before a verb, where all before it is an office.
    fn named_at_end(&self, start: usize, near: usize) -> Option<Phrase> {
        let words = self.words;
        let name = self.person_ending(near)?;
        let first = words.index_at(name.span.start);
        let is_office = first > start
            && words.is(start, TITLE)
            && (start..first).all(|at| self.is_of_office(at, start) || words.is(at, COMPLEMENT));
        is_office.then(|| Phrase::of_name(first, near))
    }

    /// «العارض راشد النعيمي من جهته لفت»: the word before what says whose side it is.
    fn before_his_side(&self, near: usize) -> usize {
        let words = self.words;
        let is_side = has_pronoun(words.written(near)) && near > 1;
        match is_side {
            true if words.at(near - 1) == "من" => near - 2,
            true if words.at(near).opens_with(BY) => near - 1,
            _ => near,
        }
    }

    /// Whether a verb and the one who is spoken to stand right before a colon: «رد عليه:», «قال لهم:».
    fn opens_with_colon(&self, verb: usize) -> bool {
        let words = self.words;
        let colon = verb + 1 + usize::from(words.is(verb + 1, SAID_TO));
        words.at(colon) == ":" && words.is_quotation_mark(colon + 1)
    }

    /// Where the clause begins that ends at a word: behind a comma or a stop; nothing behind «أن», where it is what another says.
    fn clause_start(&self, near: usize) -> Option<usize> {
        let words = self.words;
        let mut start = near;
        while start > 0 && words.same_paragraph(start - 1, near) && near - start < 12 {
            let before = start - 1;
            if !words.is_letters(before) && !words.is_quotation_mark(before) {
                break;
            }
            if words.is(before, THAT) {
                // «غير أن فلانا قال»: the clause is no part of what another said.
                let is_contrast = before > 0 && words.is(before - 1, BUT_THAT);
                // «وروى أن الموظف رد عليه: «…»»: nor is what somebody says word for word in it.
                return (is_contrast || self.opens_with_colon(near + 1)).then_some(start);
            }
            start = before;
        }
        Some(start)
    }

    /// «غير أن الدكتور فلان، المتحدث باسم الكتلة في المجلس قال»: the name before the comma, where an office stands between.
    fn named_far_before(&self, near: usize, verb: usize) -> Option<Phrase> {
        /// An office is not longer.
        const REACH: usize = 12;
        let words = self.words;
        let comma = (near.saturating_sub(REACH)..near)
            .rev()
            .take_while(|&at| words.same_paragraph(at, verb) && !matches!(words.at(at), "." | ":"))
            .find(|&at| words.at(at) == "،")?;
        let name = self.person_ending(comma.checked_sub(1)?)?;
        let is_office = words.is(comma + 1, TITLE | RANK_PART) && is(words.at(verb), SAYS);
        let is_one = (comma + 1..verb).all(|at| {
            let own = self.mention_at(at).map(|mention| mention.kind);
            own != Some(MentionKind::Entity(EntityKind::Person)) && !is_saying(words.at(at))
        });
        let first = words.index_at(name.span.start);
        (is_office && is_one).then(|| Phrase::of_name(first, comma - 1))
    }

    /// «غير أن صاحب فرن في الحي، طلب عدم كشف هويته، أكد»: whoever opens a sentence, where what is told of him between two commas ends
    /// right before the verb.
    fn set_apart(&self, near: usize, verb: usize) -> Option<Phrase> {
        /// No sentence begins further back, before the first comma.
        const REACH: usize = 30;
        let words = self.words;
        let is_inside = |&at: &usize| {
            words.same_paragraph(at, verb) && !matches!(words.at(at), "." | ":" | "؟" | "!")
        };
        let opens = (verb.saturating_sub(REACH)..near).rev().take_while(is_inside).last()?;
        let is_passed =
            |&at: &usize| words.is(at, AUXILIARY | CLAUSE_OPENING | BUT_THAT | THAT | CONTRASTED);
        let first = (opens..near).find(|at| !is_passed(at))?;
        let comma = (first..near).find(|&at| words.at(at) == "،")?;
        let phrase = self.phrase(first, comma, false)?;
        let is_about = words.is(comma + 1, ANONYMITY | RELATIVE | SAYS) && is(words.at(verb), SAYS);
        let is_one = (comma + 1..near).all(|at| words.at(at) != "،");
        let is_who = matches!(phrase.kind, Kind::Source | Kind::Body | Kind::Person);
        (is_about && is_one && is_who && phrase.last + 1 == comma).then_some(phrase)
    }

    /// «… في نص البيان المشترك. فهو يقول إن»: the only text of its gender in the sentence before, where «هو» opens one.
    fn pronoun_of_text(&self, at: usize) -> Option<Phrase> {
        /// How far back the sentence before is read.
        const REACH: usize = 30;
        let words = self.words;
        let pronoun = words.at(at).without_all(AND | SO);
        let is_feminine = pronoun == "هي";
        let opens = at > 0 && words.at(at - 1) == "." && words.same_paragraph(at - 1, at);
        if !opens || !(is_feminine || pronoun == "هو") {
            return None;
        }
        let before = (at.saturating_sub(REACH)..at - 1).rev();
        let before =
            before.take_while(|&index| words.same_paragraph(index, at) && words.at(index) != ".");
        let text = |index: usize| {
            let phrase = self.phrase(index, at - 1, false)?;
            let agrees = words.at(index).ends_with('ه') == is_feminine;
            (phrase.kind == Kind::Document && agrees && is_definite(words, phrase.last))
                .then_some(phrase)
        };
        let mut texts: Vec<Phrase> = before.filter_map(text).collect();
        // «نص البيان المشترك»: a text of a text is one; the phrase that the other holds names it.
        texts.sort_by_key(|phrase| phrase.first);
        let &last = texts.last()?;
        texts.iter().all(|phrase| phrase.last >= last.first).then_some(last)
    }

    /// «تقرير اللجنة الفنية الذي أشار»: the text or body that ends right before a relative pronoun and is of its gender.
    fn told_by_relative(&self, relative: usize, end: usize) -> Option<Phrase> {
        let words = self.words;
        let is_feminine = words.at(relative).starts_with("الت");
        let speaks = |phrase: &Phrase| {
            let agrees = words.at(phrase.first).ends_with('ه') == is_feminine;
            matches!(phrase.kind, Kind::Body | Kind::Document) && agrees
        };
        (end.saturating_sub(7)..end)
            .filter(|&from| words.same_paragraph(from, end))
            .filter_map(|from| self.phrase(from, end, false))
            .find(|phrase| phrase.last + 1 == end && speaks(phrase))
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
        // «على حد تعبيره», «حسب رأيه»
        let is_own = own.is_some_and(|noun| is(noun, ACCORDING))
            || has_pronoun(words.written(next)) && words.is(next, OF_HIS_OWN);
        if is_own {
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
            _ if word.opens_with(FOR)
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

    /// «رسالة من رئيس الحكومة فلان جاء فيها»: whose the letter is.
    pub(super) fn sender(&self, verb: usize) -> Option<Phrase> {
        /// What is told between a letter and what it says is not longer.
        const REACH: usize = 14;
        let words = self.words;
        let is_in_it = matches!(words.after(verb), "فيها" | "فيه") && words.is(verb, STATED);
        let is_inside = |at: &usize| {
            words.same_paragraph(*at, verb) && (words.is_letters(*at) || words.at(*at) == "،")
        };
        let mut before = (verb.saturating_sub(REACH)..verb).rev().take_while(is_inside);
        let letter = before.find(|&at| is_in_it && words.is(at, DOCUMENT))?;
        let from = letter + 1;
        let phrase = self.phrase(from + 1, verb, false);
        let sender = self.told_beyond(phrase, from + 1, verb).or(phrase)?;
        let is_who = matches!(sender.kind, Kind::Person | Kind::Body) && !sender.is_joined;
        (words.at(from) == "من" && is_who).then_some(sender)
    }

    /// «جاء في بيان للوزارة»: the text, or whoever made it.
    pub(super) fn stated(&self, verb: usize, end: usize) -> Subject {
        if let Some(sender) = self.sender(verb) {
            return Subject::Named(sender);
        }
        match self.phrase(verb + 2, end, false) {
            Some(phrase) if phrase.kind == Kind::Document => {
                Subject::Named(self.issuer(phrase, end))
            }
            _ => Subject::Unsure,
        }
    }
}
