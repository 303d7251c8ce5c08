//! Where the name of a body ends: one rule for what its head has behind it, «المركز الوطني للإنذار المبكر من المخاطر المتعددة»,
//! «هيئة الدفاع المدني والإسعاف».
//!
//! What a body is about stands in a list, so that a word with «ال» that the sentence goes on with is no part of it: «راجعت
//! الهيئة العامة للنقل القوائم».

use super::super::asked::{Asked, none_of, one_of};
use super::super::reading::Readings;
use super::span::NAMES;
use crate::arabic::clitics::{AND, BY, FOR, Onto};
use crate::arabic::lexicon::{
    AIMED_HEAD, ANNEXED_HEAD, BODY_ADJECTIVE, BODY_HEAD, BODY_PEOPLE, BODY_QUALITY, BODY_SUBJECT,
    BODY_WORK, BROAD_HEAD, COMMON, COUNTRY, DEFINITE_HEAD, DISTRICT, GIVEN, GUARDS_FROM, Kinds,
    LOOSE_END, NATION, OF_A_CITY, ORG, ORG_HEAD, PHRASE_END, PLACE, PLACE_HEAD, RARE_PLACE,
    RELATIVE, RESIDENTS, SAYING, SCHOOL, SENTENCE_GOES_ON, SPEECH, TITLE, UNIT, WEEKDAY_NAME, is,
};
use crate::article::annotate::timex::direction::is_verb;
use crate::weigh::{Pattern, Traits};

/// How many words a name has at most behind its head.
const LONGEST: usize = 12;
/// How many adjectives stand in a row.
const ADJECTIVES: usize = 3;

/// «التعليم»
const DEFINITE: Traits = Traits::one(0);
/// «والإسعاف»
const JOINED: Traits = Traits::one(1);
/// «للبحوث»
const FOR_THE: Traits = Traits::one(2);
/// «لإدارة»
const FOR_WORK: Traits = Traits::one(3);
/// «ودراسة»
const AND_WORK: Traits = Traits::one(4);
/// What it says without what is written onto it is what bodies are about: «والآثار».
const SUBJECT: Traits = Traits::one(5);
/// «المدني», «الثقافية», «الزراعيين»
const RELATION: Traits = Traits::one(6);
/// «العام», «المبكر», «العربية»
const QUALITY: Traits = Traits::one(7);
/// A noun without «ال»: «أساتذة».
const NOUN: Traits = Traits::one(8);
/// «وقاية», «الإنذار»
const GUARDS: Traits = Traits::one(9);
/// A title, a given name, a verb of saying, what ends a phrase.
const OTHER: Traits = Traits::one(10);
/// «من»
const FROM: Traits = Traits::one(11);
/// «في»
const IN: Traits = Traits::one(12);
/// «علم», «علوم»
const WORK: Traits = Traits::one(13);
/// An everyday word: «عمل».
const EVERYDAY: Traits = Traits::one(17);
/// «النرويجية»
const OF_NATION: Traits = Traits::one(16);
/// A town that is nothing else: «بنها».
const CITY: Traits = Traits::one(18);
/// A district: «كوستي».
const LAND: Traits = Traits::one(15);
/// What names something: «هواري», «الأمم».
const NAME: Traits = Traits::one(14);

/// An adjective of the body or of what it is about.
const ADJECTIVE: Pattern =
    Traits::of(&[QUALITY, RELATION]).with(DEFINITE).without(Traits::of(&[OTHER, NAME]));
/// What a body is about, right behind its head: «التعليم».
const ABOUT: Pattern = SUBJECT.with(DEFINITE);
/// Behind «لـ» or «من» any noun closes a name: «لإدارة الحالات», «من المخاطر».
const CLOSES: Pattern = DEFINITE.without(OTHER);

/// A word of the name by which a body is called: «هواري», «بحور»; «مجموعة عمل للطاقة» is called by none.
const PROPER: Pattern = Traits::of(&[DEFINITE, NOUN, NAME]).without(Traits::of(&[OTHER, EVERYDAY]));

/// What no name goes on with.
const BREAKS: Kinds = Kinds::of(&[
    TITLE,
    GIVEN,
    SENTENCE_GOES_ON,
    RELATIVE,
    SPEECH,
    SAYING,
    COUNTRY,
    PLACE,
    ORG,
    PLACE_HEAD,
    UNIT,
    PHRASE_END,
    LOOSE_END,
    WEEKDAY_NAME,
]);

/// The last word of the name of the body whose head stands at a word.
pub(super) fn read(readings: &Readings<'_>, at: usize) -> Option<usize> {
    let body = Body { readings, head: at };
    body.of_residents()
        .or_else(|| body.described())
        .or_else(|| body.annexed())
        .or_else(|| body.called())
        .or_else(|| body.of_another())
}

/// A body by its head.
#[derive(Clone, Copy)]
struct Body<'r, 'w> {
    readings: &'r Readings<'w>,
    head: usize,
}

impl Body<'_, '_> {
    /// «المعهد الوطني للبحوث الزراعية», «الاتحاد الفلكي الدولي»: a head with «ال», its adjectives, what it is for.
    fn described(self) -> Option<usize> {
        let head = self.readings.kinds_with_article(self.head);
        if !head.any(AIMED_HEAD) {
            return None;
        }
        let last = self.adjectives(self.head);
        let count = last - self.head;
        let is_whole = count > 1 && head.any(DEFINITE_HEAD);
        match count {
            0 => None,
            _ => self.aim(last).or_else(|| self.seat(last)).or(is_whole.then_some(last)),
        }
    }

    /// «رابطة أساتذة التعليم الثانوي», «هيئة الدفاع المدني والإسعاف»: a head without «ال» and what the body is about.
    fn annexed(self) -> Option<usize> {
        const HEADS: Kinds = Kinds::of(&[BODY_HEAD, BROAD_HEAD, ANNEXED_HEAD, OF_A_CITY]);
        if !self.readings.bare_is(self.head, HEADS) {
            return None;
        }
        // «مستشفى كوستي التعليمي», «بلدية ظفار»
        if self.has(self.head + 1, LAND) {
            return Some(self.adjectives(self.head + 1));
        }
        let nouns = (1..=2).take_while(|&far| self.has(self.head + far, NOUN)).count();
        // «محكمة جنايات بنها», «غرفة صناعة حلب»
        let city = (1..=nouns).map(|far| self.head + far + 1).find(|&at| self.has(at, CITY));
        if city.is_some() && self.readings.bare_is(self.head, OF_A_CITY) {
            return city;
        }
        let about = (0..=nouns).map(|far| self.head + far + 1).find(|&at| self.has(at, ABOUT))?;
        let last = self.rest(about);
        let last = self.aim(last).unwrap_or(last);
        // «جمعية السكان» alone is weighed; «شركة الطاقة النرويجية» says only what kind of company it is.
        let is_thin = last == self.head + 2
            && self.has(last, OF_NATION)
            && self.readings.bare_is(self.head, BROAD_HEAD);
        (last > self.head + 1 && !is_thin).then_some(last)
    }

    /// «الجامعة الأميركية في بيروت», «المعهد الفرنسي بتونس»: a school of a nation is told from others by the city where it is.
    fn seat(self, last: usize) -> Option<usize> {
        const CITY: Kinds = Kinds::of(&[PLACE, COUNTRY, DISTRICT]);
        let words = self.readings.words;
        let is_school = self.readings.kinds_with_article(self.head).any(SCHOOL);
        let (next, behind) = (last + 1, last + 2);
        let within = words.at(next).behind(BY).is_some_and(|city| is(city, CITY));
        let in_city = self.has(next, IN) && words.is(behind, CITY);
        let end = if in_city { behind } else { next };
        let is_seat = is_school && self.has(last, OF_NATION) && (within || in_city);
        (is_seat && words.same_paragraph(self.head, end)).then_some(end)
    }

    /// «برنامج الأمم المتحدة الإنمائي», «مفوضية الأمم المتحدة لشؤون اللاجئين»: a body of another, its adjective or what it is for.
    fn of_another(self) -> Option<usize> {
        let (last, kinds) = self.readings.phrase(self.head + 1)?;
        let is_body = self.readings.bare_is(self.head, ORG_HEAD) && kinds.any(ORG);
        let stands = is_body && self.readings.words.same_paragraph(self.head, last);
        let described = || Some(self.adjectives(last)).filter(|&end| end > last);
        let whole = stands.then(|| self.aim(last).or_else(described))?;
        whole
            .map(|end| self.in_country(end))
            .or_else(|| Some(self.in_country(last)).filter(|&end| end > last))
    }

    /// «بعثة الأمم المتحدة للدعم في ليبيا»: a mission is told by where it is.
    fn in_country(self, last: usize) -> usize {
        let (within, country) = (last + 1, last + 2);
        let is_mission = self.readings.bare(self.head) == "بعثه" && self.has(within, IN);
        let is_there =
            self.readings.words.is(country, COUNTRY) && self.readings.goes_on(within, country);
        if is_mission && is_there { country } else { last }
    }

    /// «جامعة هواري بومدين للعلوم والتكنولوجيا», «مفوضية الأمم المتحدة لشؤون اللاجئين»: a head, a name, and what the body is for.
    fn called(self) -> Option<usize> {
        const HEADS: Kinds = Kinds::of(&[BODY_HEAD, BROAD_HEAD, ANNEXED_HEAD]);
        /// How many words the name has at most.
        const WORDS: usize = 3;
        // «سوق العراق للأوراق المالية»
        let is_market = self.readings.bare(self.head) == "سوق";
        if (is_market || self.readings.bare_is(self.head, HEADS))
            && self.has(self.head + 1, CITY)
            && let Some(last) = self.aim(self.head + 1)
        {
            return Some(last);
        }
        if !self.readings.bare_is(self.head, HEADS) {
            return None;
        }
        let name = (1..=WORDS).take_while(|&far| self.has(self.head + far, PROPER)).last()?;
        (1..=name).rev().find_map(|far| self.aim(self.head + far))
    }

    /// «للإنذار المبكر من المخاطر المتعددة», «لإدارة الحالات الطارئة»: what the body is for.
    fn aim(self, before: usize) -> Option<usize> {
        let (aim, object) = (before + 1, before + 2);
        let is_for = self.has(aim, SUBJECT.with(FOR_THE));
        // «وكيل وزارة الخزانة لشؤون الإرهاب»: what he is for.
        if self.is_served() && self.has(aim, FOR_WORK) {
            return None;
        }
        let closes = |at: usize| [ABOUT, CITY.alone()].iter().any(|&it| self.has(at, it));
        let last = match self.has(aim, FOR_WORK) {
            true if self.has(object, CLOSES) => object,
            true if self.has(object, NOUN) && closes(object + 1) => object + 1,
            _ if is_for => aim,
            _ => return None,
        };
        Some(self.rest(last))
    }

    /// Whether the body is a ministry in which somebody has an office, told right before it: «مساعد وزارة».
    fn is_served(self) -> bool {
        let before = self.readings.before(self.head);
        let is_office = |title: usize| self.readings.bare_is(title, TITLE);
        self.readings.bare(self.head) == "وزاره" && before.is_some_and(is_office)
    }

    /// «لجنة أهالي حي الزهور», «رابطة أبناء عفك»: of those who live in a place.
    fn of_residents(self) -> Option<usize> {
        const HEADS: Kinds = Kinds::of(&[BODY_HEAD, BROAD_HEAD, ANNEXED_HEAD, OF_A_CITY]);
        let words = self.readings.words;
        let (many, place) = (self.head + 1, self.head + 2);
        const QUARTER: Asked = one_of(PLACE_HEAD);
        let is_of_many = self.readings.bare_is(self.head, HEADS) && words.is(many, RESIDENTS);
        let in_town = Traits::of(&[CITY, LAND]);
        let place = Some(place).filter(|_| is_of_many)?;
        if self.has(place, in_town) {
            return Some(place);
        }
        let name = place + 1;
        let is_quarter = self.readings.follows(many, QUARTER) && !words.at(place).has_article();
        let stands = self.readings.follows(place, none_of(PHRASE_END | LOOSE_END));
        (is_quarter && stands).then(|| self.readings.phrase(name).map_or(name, |(last, _)| last))
    }

    /// The end of what goes on with a noun: its adjectives, what «و» joins to it, what it keeps away.
    fn rest(self, noun: usize) -> usize {
        let mut last = self.adjectives(noun);
        while let Some(next) = self.goes_on(noun, last) {
            last = self.adjectives(next);
        }
        last
    }

    fn goes_on(self, noun: usize, last: usize) -> Option<usize> {
        let (next, second) = (last + 1, last + 2);
        let guards = self.has(noun, GUARDS);
        let then = |traits: Pattern| self.has(second, traits);
        match () {
            () if self.has(next, SUBJECT.with(JOINED)) => Some(next),
            // «الدراسات العلمية والثقافية»
            () if last > noun && self.has(next, RELATION.with(JOINED).without(OTHER)) => Some(next),
            () if self.has(next, AND_WORK) && then(ABOUT) => Some(second),
            () if self.has(next, FROM) && guards && then(CLOSES) => Some(second),
            // «البحث في علم الفلك»
            () if self.has(next, IN) && then(WORK.alone()) => {
                Some(second + 1).filter(|&at| self.has(at, ABOUT))
            }
            () => None,
        }
    }

    /// The last of the adjectives behind a word; the word itself where it has none.
    fn adjectives(self, noun: usize) -> usize {
        let is_hers = |at: usize| self.readings.is_written_with(at, 'ة');
        // «اتهمت وزارة الصحة الفلسطيني أحمد»: a masculine adjective goes back to no feminine.
        let may_be_his = !is_hers(noun) || !is_hers(self.head);
        let agrees = |at: usize| {
            let is_his = self.readings.words.at(at).ends_with('ي');
            may_be_his || !is_his
        };
        let count = (1..=ADJECTIVES)
            .take_while(|far| self.has(noun + far, ADJECTIVE) && agrees(noun + far))
            .count();
        noun + count
    }

    fn has(self, at: usize, pattern: impl Into<Pattern>) -> bool {
        at <= self.head + LONGEST && pattern.into().fits(self.traits(at))
    }

    /// What a word is to the name; nothing where it belongs to another paragraph or name.
    fn traits(self, at: usize) -> Traits {
        let words = self.readings.words;
        let is_near = words.same_paragraph(self.head, at) && !self.readings.taken(at);
        if is_near && words.is_letters(at) { self.traits_of(at) } else { Traits::NONE }
    }

    fn traits_of(self, at: usize) -> Traits {
        const QUALITIES: Kinds = Kinds::of(&[BODY_ADJECTIVE, NATION, BODY_QUALITY]);
        const TOWN: Asked = one_of(Kinds::of(&[PLACE, COUNTRY, RARE_PLACE, DISTRICT]))
            .but(Kinds::of(&[COMMON, TITLE, SPEECH]));
        let words = self.readings.words;
        let (word, written, of_word) = (words.at(at), words.written(at), words.kinds(at));
        let (the, for_the) = (word.behind_article(), word.behind_for_the());
        let and_the = word.behind(AND).and_then(Onto::behind_article);
        let is_work = |rest: Option<&str>| rest.is_some_and(|rest| is(rest, BODY_WORK));
        let bare = the.or(and_the).or(for_the).unwrap_or(word);
        let about = if for_the.is_some() { BODY_SUBJECT } else { BODY_SUBJECT | BODY_PEOPLE };
        let is_subject = is(bare, about) || for_the.is_some_and(is_behind_lam);
        let is_name = of_word.any(NAMES) && !of_word.any(COMMON | TITLE);
        let is_free = of_word.any(QUALITIES) || is_name;
        DEFINITE.when(the.is_some())
            | JOINED.when(and_the.is_some())
            | FOR_THE.when(for_the.is_some())
            | FOR_WORK.when(is_work(word.behind(FOR)))
            | AND_WORK.when(is_work(word.behind(AND)))
            | SUBJECT.when(is_subject)
            | RELATION.when(is_relation(bare) && !written.ends_with('ى'))
            | QUALITY.when(of_word.any(QUALITIES))
            | NOUN.when(bare == word && self.is_noun(at))
            | GUARDS.when(is(bare, GUARDS_FROM))
            | OTHER.when(of_word.any(BREAKS) && !is_free)
            | FROM.when(written == "من")
            | IN.when(written == "في")
            | WORK.when(is(word, BODY_WORK))
            | NAME.when(is_name)
            | OF_NATION.when(of_word.any(NATION))
            | EVERYDAY.when(of_word.any(COMMON))
            | LAND.when(of_word.any(DISTRICT))
            | CITY.when(TOWN.has_kinds(of_word))
    }

    /// Whether a word stands by itself as a noun does: «أساتذة», «شؤون».
    fn is_noun(self, at: usize) -> bool {
        let of_word = self.readings.words.kinds(at);
        let word = self.readings.words.at(at);
        let is_whole = word.chars().count() > 2 && self.readings.skipped(at) == 0;
        let is_other = of_word.any(BREAKS | NATION);
        let is_deed = is_verb(word) && !of_word.any(COMMON | ORG_HEAD);
        is_whole && !is_other && !is_deed
    }
}

/// «المدني», «الثقافية», «الزراعيين»
fn is_relation(bare: &str) -> bool {
    let many = bare.strip_suffix("ين").or_else(|| bare.strip_suffix("ات"));
    let stem = many.or_else(|| bare.strip_suffix('ه')).unwrap_or(bare);
    stem.ends_with('ي') && stem.chars().count() > 2
}

/// «للغة»: the article is lost before another lam.
fn is_behind_lam(rest: &str) -> bool {
    is(&format!("ل{rest}"), BODY_SUBJECT)
}
