//! Who has the floor: whoever spoke or acted before goes on, where the verb names nobody («وأضاف»).

use super::super::overlap::touching;
use super::agreement::{Gender, bare_verb, gender_of_verb, has_pronoun, is_of_several};
use super::heard::{Act, Acts, Told};
use super::host::gender_before;
use super::letters::{is_definite, listed_nowhere};
use super::noun::{Kind, Phrase};
use super::scene::Scene;
use super::subject::Subject;
use crate::arabic::clitics::{AND, BY, FOR, Onto, SO};
use crate::arabic::lexicon::{
    AUXILIARY, BUT_THAT, CARRYING, CLAUSE_OPENING, CONTRASTED, FAMILY, FOREIGN, GIVEN, JOIN,
    LOOSE_END, MEETS, NAME_TOO, NATION, OTHER_CLAUSE, PHRASE_END, RARE_FAMILY, RELATIVE, SAID_TO,
    THAT, THUS, TITLE, WEEKDAY_NAME, is,
};
use crate::arabic::reading::Pair;
use crate::document::Mention;

/// How many sentences back the one who acts is looked for.
const SENTENCES_BACK: usize = 4;
/// How many paragraphs back he may stand.
const PARAGRAPHS_BACK: usize = 2;
/// Over how many sentences somebody goes on: nobody is meant longer without being named, and a text of nothing else is not
/// walked to its beginning for each verb.
const GOING_ON_BACK: usize = 60;
/// Within how many words the colon stands that closes the number of a demand: «ثانيا:».
const COUNTED: usize = 3;
/// A sentence is not read further back than this, so that a paragraph of many quotes stays linear.
const REACH: usize = 70;

impl Scene<'_> {
    /// Whoever spoke or acted before, in the sentence or in those before it, where nobody else can be meant.
    pub(super) fn implied(&self, pairs: &[Pair], verb: usize) -> Subject {
        match self.has_floor(pairs, verb) {
            // «شيبان: زرته في السجن. قال لي: «…»»: whoever answers tells what another said.
            Subject::Named(phrase) if self.answers_herself(&phrase, verb) => Subject::Unsure,
            // An interview goes on with its host where a paragraph begins.
            Subject::Named(phrase) if !self.words.same_paragraph(phrase.first, verb) => {
                match self.host(verb) {
                    Subject::Named(host) => Subject::Named(host),
                    _ => Subject::Named(phrase),
                }
            }
            Subject::Named(phrase) => Subject::Named(phrase),
            _ => match self.host(verb) {
                Subject::Named(host) => Subject::Named(host),
                _ => self.alone_in_paragraph(pairs, verb).map_or(Subject::Unsure, Subject::Named),
            },
        }
    }

    /// Whether a name with a colon opens the paragraph of a verb by which somebody tells her something.
    fn answers_herself(&self, phrase: &Phrase, verb: usize) -> bool {
        let words = self.words;
        let opens = phrase.first.checked_sub(1).is_none_or(|at| !words.same_paragraph(at, verb));
        let is_label = opens && words.at(phrase.last + 1) == ":";
        is_label && words.is(verb + 1, SAID_TO)
    }

    /// «ومن المتطوعين الشاب فلان. «…»، يروي»: the only one whom the sentence before names, where that opens the paragraph.
    fn alone_in_paragraph(&self, pairs: &[Pair], verb: usize) -> Option<Phrase> {
        /// No paragraph of so many sentences is about one person alone, and each verb of it would have them all read.
        const SENTENCES: usize = 20;
        let words = self.words;
        let mut behind = verb;
        let mut found = None;
        let mut read = 0;
        while let Some((sentence, start)) = self.sentence_before(pairs, behind) {
            read += 1;
            if read > SENTENCES {
                return None;
            }
            if !words.same_paragraph(sentence[0], verb) {
                break;
            }
            if !self.names(&sentence).is_empty() {
                let phrase = self.only_person(&sentence).filter(|_| found.is_none())?;
                let is_alone = self.others(&sentence, &phrase) == 0;
                let says = sentence.iter().any(|&at| self.hearing.at(at).says);
                let name = phrase.name.map_or(phrase.first, |(first, _)| first);
                // «مشروع القانون الذي أحالته الوزيرة فلانة»: told of in passing.
                if sentence.iter().any(|&at| at < name && words.is(at, RELATIVE)) {
                    return None;
                }
                let agrees = gender_before(words, name) == gender_of_verb(words.at(verb));
                found = Some(phrase).filter(|_| is_alone && agrees && !says);
                found?;
            }
            behind = start;
            if start == 0 {
                break;
            }
        }
        found
    }

    /// The one whose interview it is, for a verb of his gender before which its paragraph names nobody else of it.
    fn host(&self, verb: usize) -> Subject {
        // «قال لي»: in an interview it is whoever answers who was told so.
        let is_told = self.words.is(verb + 1, SAID_TO);
        let Some(host) = self.host.filter(|host| host.phrase.last < verb && !is_told) else {
            return Subject::Unsure;
        };
        let words = self.words;
        let paragraph = words.list[verb].paragraph();
        let first = words.list.partition_point(|word| word.paragraph() < paragraph);
        let own = |mention: &Mention| {
            let name = mention.span.cut(words.text);
            let full = words.span(host.phrase.first, 0, host.phrase.last).cut(words.text);
            full.contains(name)
        };
        let mut span = words.list[verb].span();
        span.start = words.list[first].span().start;
        let is_rival = |mention: &&Mention| {
            let at = words.index_at(mention.span.start);
            mention.is_person()
                && !own(mention)
                && gender_before(words, at) != Some(host.gender.other())
        };
        let has_rival = touching(self.mentions, span).iter().any(|mention| is_rival(&mention));
        let agrees = gender_of_verb(words.at(verb)) == Some(host.gender);
        if agrees && !has_rival { Subject::Named(host.phrase) } else { Subject::Unsure }
    }

    fn has_floor(&self, pairs: &[Pair], verb: usize) -> Subject {
        let words = self.words;
        let gender = gender_of_verb(words.at(verb));
        let are_several = is_of_several(words.at(verb));
        let mut paragraph = words.list[verb].paragraph();
        let mut behind = verb;
        let (mut seen, mut back, mut going_on) = (0, 0, 0);
        while back <= SENTENCES_BACK && going_on <= GOING_ON_BACK {
            let Some(sentence) = self.told_before(pairs, behind) else { break };
            if paragraph - words.list[sentence.first].paragraph() > PARAGRAPHS_BACK {
                break;
            }
            behind = sentence.start;
            match sentence.acts {
                Acts::By(phrase, act) => {
                    let own = act.gender.or_else(|| self.gender(&phrase));
                    let agrees = own.is_none_or(|one| gender.is_none_or(|other| one == other));
                    let is_one = phrase.name.is_some() || phrase.kind == Kind::Person;
                    let is_sure = self.goes_on_surely(&sentence, act, (seen, back), verb);
                    return if agrees && is_sure && !(are_several && is_one) {
                        Subject::Named(phrase)
                    } else {
                        Subject::Unsure
                    };
                }
                Acts::Unsure => return Subject::Unsure,
                // «وأضاف أن …»: he goes on already, whomever he speaks of.
                Acts::GoesOn(other) => {
                    if gender.is_some() && other.is_some() && gender != other {
                        return Subject::Unsure;
                    }
                    paragraph = words.list[sentence.first].paragraph();
                    going_on += 1;
                }
                Acts::Nobody => {
                    seen += sentence.others;
                    if seen > 0 && back > 0 {
                        return Subject::Unsure;
                    }
                    back += 1;
                }
            }
        }
        Subject::Unsure
    }

    /// Whether whoever speaks or acts in a sentence is who goes on: whoever was quoted; whoever did something where he is alone, or
    /// where nobody else that his sentence names can have done the next thing.
    fn goes_on_surely(
        &self,
        told: &Told,
        act: Act,
        (seen, back): (usize, usize),
        verb: usize,
    ) -> bool {
        let is_same_paragraph = self.words.same_paragraph(told.last, verb);
        let is_same = told.last + 1 == verb && is_same_paragraph;
        let is_alone = told.others + seen == 0 || is_same && told.others <= 1;
        // «لأنه «الأفضل» حسب رأيه» may be about whoever was told of last.
        let is_near = back == 0 && is_same_paragraph && !self.hearing.at(verb).accords;
        let has_no_rival = told.rivals == 0 && is_near;
        is_alone || seen == 0 && (act.has_spoken || has_no_rival)
    }

    /// What the sentence before a word tells of who speaks or acts; nothing where there is no sentence.
    ///
    /// A paragraph of many quotations asks for the same sentences again and again, so each is read once.
    fn told_before(&self, pairs: &[Pair], behind: usize) -> Option<Told> {
        self.hearing.told_before(behind, || {
            let (sentence, start) = self.sentence_before(pairs, behind)?;
            let (&first, &last) = (sentence.first()?, sentence.last()?);
            let acts = self.actor(&sentence, last + 1);
            let (others, rivals) = match &acts {
                Acts::By(phrase, _) => {
                    let others = self.others(&sentence, phrase);
                    (others, if others == 0 { 0 } else { self.rivals(&sentence, phrase, others) })
                }
                Acts::Nobody => (self.names(&sentence).len(), 0),
                Acts::GoesOn(_) | Acts::Unsure => (0, 0),
            };
            Some(Told { first, last, start, acts, others, rivals })
        })
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

    /// Who speaks or acts in a sentence that ends before the word `end`.
    fn actor(&self, sentence: &[usize], end: usize) -> Acts {
        let words = self.words;
        let speaks = |index: Option<usize>| Act {
            has_spoken: true,
            // «نقلت الوكالة عن فلان»: the verb is not his.
            gender: index
                .filter(|&index| !is(bare_verb(words.at(index)), CARRYING))
                .and_then(|index| gender_of_verb(words.at(index))),
        };
        let does = Act { has_spoken: false, gender: None };
        let asks = sentence.iter().copied().find(|&index| self.hearing.at(index).asks);
        if let Some(asks) = asks {
            return match self.only_person(sentence) {
                Some(phrase) => Acts::By(phrase, does),
                // «وسألناها عن الشباب فأجابت»: whoever has the floor is asked.
                None => self.asked(asks).map_or(Acts::Nobody, |own| Acts::GoesOn(Some(own))),
            };
        }
        let mut goes_on = None;
        for &index in sentence.iter().rev().filter(|&&index| self.hearing.at(index).says) {
            // «ردا على ما قاله فلان»: told of in passing. «قالت إنها رأت الشاحنة»: told of by whoever said so.
            let is_told_of =
                words.is(index - index.min(1), THAT) && sentence.contains(&(index - 1));
            let is_passing = matches!(words.before(index), "ما" | "مما");
            if is_passing || is_told_of || self.is_noun(index) {
                continue;
            }
            match self.beside(index, end) {
                // «وأضاف أن الموظف رد عليه: «…»»: whoever tells of him has the floor.
                Subject::Named(phrase) if self.is_in_clause(&phrase, index) => {}
                Subject::Named(phrase) => return Acts::By(phrase, speaks(Some(index))),
                Subject::Unsure => return Acts::Unsure,
                Subject::Implied => {
                    let opens = sentence.first() == Some(&index) || words.before(index) == "،";
                    if opens {
                        goes_on = Some(index);
                    }
                }
            }
        }
        if let Some(at) = sentence.iter().position(|&index| self.hearing.at(index).accords_bare)
            && let Some(Subject::Named(phrase)) = self.source(sentence[at], end)
        {
            return Acts::By(phrase, speaks(None));
        }
        // «دافع فلان عن قراره، وتابع»: he began the sentence.
        if goes_on.is_none_or(|index| sentence.first() != Some(&index)) {
            if let Some(phrase) = self.doer(sentence, end) {
                let gender = self.gender_of_deed(&phrase);
                return Acts::By(phrase, Act { gender, ..does });
            }
            if let Some(phrase) = self.unread_doer(sentence) {
                // Of whoever has no given name that the lists know nothing is sure.
                let is_given = words.is(phrase.first, GIVEN | NAME_TOO);
                return if is_given { Acts::By(phrase, does) } else { Acts::Unsure };
            }
        }
        goes_on.map_or(Acts::Nobody, |index| Acts::GoesOn(gender_of_verb(words.at(index))))
    }

    /// Whether a subject and its verb stand in a clause that «أن» opens, and not «غير أن».
    fn is_in_clause(&self, subject: &Phrase, verb: usize) -> bool {
        let words = self.words;
        let Some(that) = subject.first.checked_sub(1).filter(|_| subject.first < verb) else {
            return false;
        };
        let is_contrast = that > 0 && words.is(that - 1, BUT_THAT);
        words.same_paragraph(that, verb) && words.is(that, THAT) && !is_contrast
    }

    /// The gender of whom a verb of asking has as a pronoun: «سألناها», «سألته».
    fn asked(&self, verb: usize) -> Option<Gender> {
        match self.words.written(verb) {
            word if word.ends_with("ها") => Some(Gender::Feminine),
            word if word.ends_with('ه') => Some(Gender::Masculine),
            _ => None,
        }
    }

    /// Whoever alone is told of, where what is told is what stands in the marks: «سجلت النائبة فلانة، ضمن سؤال، أن «…»»,
    /// «فلان للصحيفة: «…»».
    pub(super) fn told_of(&self, sentence: &[usize], end: usize) -> Option<Phrase> {
        // «أما فلان، أقدم العمال، فيوجز الأمر بعبارة: «…»»
        let topic = sentence.iter().find_map(|&verb| self.topic(verb));
        if topic.is_some() {
            return topic;
        }
        let phrase = self.doer(sentence, end)?;
        let is_one = phrase.name.is_some() || phrase.kind == Kind::Body;
        let is_other = |&(first, last): &(usize, usize)| first > phrase.last || last < phrase.first;
        let is_alone = !self.names(sentence).iter().any(is_other);
        (is_one && is_alone && !self.opens_anew(sentence, &phrase)).then_some(phrase)
    }

    /// «وجهت النائبة فلانة سؤالا، وجاءها الرد:»: whether another does the last thing that is told behind a comma.
    fn opens_anew(&self, sentence: &[usize], phrase: &Phrase) -> bool {
        let words = self.words;
        let comma = sentence.iter().rposition(|&index| words.at(index) == "،");
        let last = comma.and_then(|comma| sentence.get(comma + 1)).filter(|&&at| at > phrase.last);
        last.is_some_and(|&verb| {
            words.at(verb).opens_with(AND | SO) && is_definite(words, verb + 1)
        })
    }

    /// The subject of the first verb of a sentence, whatever the verb: «دافع فلان عن قراره».
    fn doer(&self, sentence: &[usize], end: usize) -> Option<Phrase> {
        let words = self.words;
        let first = self.opening(sentence)?;
        // «هو متعب، لكنه صابر»: how he is, and nobody's name.
        if matches!(words.at(first).without_all(AND | SO), "هو" | "هي") {
            return None;
        }
        let own = self.phrase(first, end, false);
        // «أما التونسي فلان، مدرب الفريق، فحمل الحكم»: a nation is no verb, and whoever is named behind it acts.
        let is_nation = words.is(first, NATION) && is_definite(words, first);
        let names_actor =
            |own: &Phrase| own.name.is_some() && (own.head != Kind::Noun || is_nation);
        if let Some(own) = own.filter(names_actor) {
            return Some(own);
        }
        // «رئيس الجمعية في الميناء، فلان، طالب الحكومة»
        if let Some(told) = self.told_from(first, end) {
            return Some(told);
        }
        if is_definite(words, first) {
            return None;
        }
        // «عزا المدير العام لتعاونية «الأطلس» فلان هذا الانتعاش»
        let named = self.named_before_speech(first, end);
        // «اتصل بي فلان»
        let next = first + 1 + usize::from(words.is(first + 1, SAID_TO));
        let phrase = named.or_else(|| self.phrase(next, end, true));
        // «قلل المتحدث باسم الشركة، الإيطالي فلان، من حجم التسرب»
        let phrase = self.told_beyond(phrase, next, end).or(phrase)?;
        let is_one = matches!(phrase.kind, Kind::Person | Kind::Body | Kind::Source);
        (is_one && !phrase.is_joined).then_some(phrase)
    }

    /// «وصف حسيب الدرة الاجتماع»: behind the first verb two words that may be a name and that the lists know as nothing else,
    /// the second with «ال»: somebody acts who was not read as a person.
    fn unread_doer(&self, sentence: &[usize]) -> Option<Phrase> {
        let words = self.words;
        let verb = self.opening(sentence)?;
        let (given, family) = (verb + 1, verb + 2);
        let in_sentence = sentence.last().is_some_and(|&last| family <= last);
        let may_name = |index: usize| {
            let of_word = words.kinds(index);
            of_word.any(GIVEN | NAME_TOO)
                || listed_nowhere(of_word.without(FAMILY | RARE_FAMILY | FOREIGN))
        };
        // «زرته صباح الخميس»: when, and nobody.
        let is_name = [given, family].into_iter().all(may_name)
            && !words.is(family, WEEKDAY_NAME)
            && is_definite(words, family)
            && ![verb, given].into_iter().any(|index| is_definite(words, index));
        (in_sentence && is_name).then(|| Phrase::of_name(given, family))
    }

    /// The word with which a sentence begins behind what is about when and where: its verb, or whoever acts.
    fn opening(&self, sentence: &[usize]) -> Option<usize> {
        let words = self.words;
        let names = |index: usize| self.mention_at(index).is_some() || self.recurs(index);
        // «ثانيا: ترفض الرابطة»
        let counted = sentence.iter().take(COUNTED).position(|&index| words.at(index) == ":");
        let mut from = counted.map_or(0, |colon| colon + 1);
        // «بعد فوزه، رفع فلان علم بلاده»: what stands before the comma is about when and where.
        for _ in 0..2 {
            let mut place = from;
            let is_passed = |index: usize| {
                let word = words.at(index);
                let word = word.without(AND);
                words.is(index, AUXILIARY | CLAUSE_OPENING | THUS)
                    || is(word, CLAUSE_OPENING)
                    || !words.is_letters(index)
            };
            while place < sentence.len() && is_passed(sentence[place]) {
                place += 1;
            }
            let first = *sentence.get(place)?;
            let bare = words.at(first).behind(AND).unwrap_or_default();
            let is_adverbial = words.is(first, PHRASE_END | LOOSE_END)
                || words.at(first).starts_with("با")
                || is(bare, PHRASE_END | LOOSE_END);
            // «وهنأ» folds as «وهنا» does.
            if !is_adverbial || words.written(first).ends_with('أ') {
                return Some(first);
            }
            let comma = sentence[place..].iter().position(|&index| words.at(index) == "،");
            // «في المقابل دفع فلان، محامي المتهم، بـ»: the comma stands behind whoever acts.
            let behind = place + 2;
            let acts = sentence.get(behind).is_some_and(|&verb| {
                !is_definite(words, verb) && names(verb + 1) && is_definite(words, first + 1)
            });
            from = match comma {
                _ if acts => behind,
                Some(comma) => place + comma + 1,
                // «في الخارج وقف فلان», but «وبين العقيلي أن»
                None if is_definite(words, first + 1) && !names(first + 1) => place + 2,
                None => return Some(first),
            };
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
            let mentions = touching(self.mentions, span);
            let person = mentions.iter().find(|mention| mention.is_person());
            let person = person.filter(|mention| mention.span.start >= span.start);
            if let (true, Some(mention)) = (is_new, person) {
                found.push((index, words.index_at(mention.span.end.saturating_sub(1))));
            }
        }
        found
    }

    /// How many people a sentence names besides one.
    fn others(&self, sentence: &[usize], phrase: &Phrase) -> usize {
        let words = self.words;
        let own = |&(first, last): &(usize, usize)| first <= phrase.last && phrase.first <= last;
        let is_title = |index: usize| {
            let word = words.at(index);
            let bare = word.without(AND | BY | FOR);
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

    /// How many people besides the one who acts may have done what is told of next: all whom he meets or who are named, and
    /// who stand in a clause of their own. «دفع المحامي فلان ببطلان التحريات وطالب باستدعاء الضابط» has none, and none has «أما
    /// فلان فحمل الحكم علانا المسؤولية», which is about him.
    fn rivals(&self, sentence: &[usize], phrase: &Phrase, others: usize) -> usize {
        let words = self.words;
        let meets = sentence.iter().any(|&index| words.is(index, MEETS));
        let own = |&&(first, last): &&(usize, usize)| first > phrase.last || last < phrase.first;
        let named = self.names(sentence).iter().filter(own).count();
        let is_topic = sentence.first().is_some_and(|&first| words.is(first, CONTRASTED));
        if meets || named > 0 && !is_topic {
            return others;
        }
        let is_break =
            |&&index: &&usize| index > phrase.last && words.is(index, RELATIVE | OTHER_CLAUSE);
        let Some(&broken) = sentence.iter().find(is_break) else { return 0 };
        let behind: Vec<usize> = sentence.iter().copied().filter(|&index| index > broken).collect();
        self.others(&behind, phrase)
    }

    /// «كشف» of «عن كشف الميناء», «ذكر» of «عدم ذكر اسمه»: a noun, behind a noun or a preposition.
    pub(super) fn is_noun(&self, index: usize) -> bool {
        let words = self.words;
        if index == 0 {
            return false;
        }
        let before = words.before(index);
        // «عقب الانقلاب العسكري», but «وعقب الوزير على ذلك».
        let is_preposition = words.is(index, PHRASE_END) && {
            let next = self.phrase(index + 1, index + 4, true);
            next.is_none_or(|phrase| !matches!(phrase.kind, Kind::Person | Kind::Body))
        };
        is_preposition
            || words.is(index - 1, JOIN)
            || matches!(before, "عدم" | "دون")
            || is(before, LOOSE_END) && before != "قد" && !words.at(index).opens_with(AND)
    }

    /// The gender of the verb right before whoever acts, whatever the verb: «اعترضت العضو منيرة».
    fn gender_of_deed(&self, phrase: &Phrase) -> Option<Gender> {
        let words = self.words;
        let verb = phrase.first.checked_sub(1)?;
        let is_verb = words.is_letters(verb) && words.same_paragraph(verb, phrase.first);
        let is_feminine = is_verb && words.written(verb).ends_with('ت');
        is_feminine.then_some(Gender::Feminine)
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
}
