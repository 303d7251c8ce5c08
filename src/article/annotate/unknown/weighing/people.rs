//! Which words can be in the name of a person, whatever the signs say.

use super::super::form::{FEMININE, FITS_PATTERN, GLUED, IS_NUMBER, Spelling};
use super::super::pattern::is_pattern;
use super::super::person::tells_whose;
use super::open::{PEOPLE, is_everyday};
use super::seen::{Class, Seen};
use super::signs::Signs;
use crate::arabic::lexicon::{
    BODY_ADJECTIVE, BYNAME, COMMON, COUNTRY, DYNASTY, FAMILY, FOREIGN, GIVEN, JOIN, Kinds,
    NAME_TOO, NATION, NO_ALIAS, ORG_HEAD, PLACE, SPEECH, Sound, TITLE, TITLE_ADJECTIVE, TRADE_NAME,
};

/// What a name does not go on with behind a preposition.
const OTHERS: Kinds = Kinds::of(&[COMMON, COUNTRY, PLACE, TITLE, ORG_HEAD, NATION]);

impl Signs<'_> {
    /// Whether a name of a person can begin with a word.
    pub(super) fn opens_person(&self, at: usize) -> bool {
        let here = &self.seen[at];
        !is_everyday(here) || is_before_person(self.beside(at, -1)) || self.is_first_name(at)
    }

    /// Whether a name of a person can go on with a word.
    pub(super) fn person_goes_on(&self, at: usize) -> bool {
        let seen = &self.seen[at];
        let sounds_on = self.sounds_on(at);
        if !sounds_on && self.has_proclitic(at) || self.tells_of_whom(at) {
            return false;
        }
        match seen.class {
            Class::Comma
            | Class::Colon
            | Class::Bracket
            | Class::Edge
            | Class::That
            | Class::Which => false,
            Class::Stop => true,
            Class::Saying | Class::Verb => sounds_on || seen.kinds.any(PEOPLE),
            Class::Grammar => sounds_on || seen.kinds.any(JOIN),
            _ if self.is_number(at) => false,
            // «محمد صلاح هدفين»: what is met everywhere ends a person's name.
            _ if is_everyday(seen) => sounds_on || self.is_second_name(at),
            _ => true,
        }
    }

    /// «وجاستس», «وأندرسون»: a «و» before a consonant or a hamza joins another name; names of other languages have it before a vowel
    /// («وايت», «ويلسون»).
    fn is_joined_by_and(&self, at: usize) -> bool {
        let mut letters = self.readings.words.written(at).chars();
        let is_and =
            letters.next() == Some('و') && !matches!(letters.next(), Some('ا' | 'ي' | 'و'));
        is_and && self.readings.words.kinds(at).without(FOREIGN).is_empty()
    }

    /// «ورفاقه», «لمشاكل»: something is written onto the word.
    fn has_proclitic(&self, at: usize) -> bool {
        let onto = &self.readings.words.at(at)[..self.readings.skipped(at)];
        let is_joined = onto.starts_with(['و', 'ف', 'ك']) || self.is_joined_by_and(at);
        is_joined || self.is_behind_preposition(at)
    }

    /// What stands before a name and is none of it, or has a pronoun.
    pub(super) fn is_no_person(&self, at: usize) -> bool {
        tells_whose(self.readings, at)
            || self.describes_whom(at)
            || [self.is_owned(at), self.is_number(at), self.is_pronoun(at)].contains(&true)
    }

    /// «الأستاذ الجامعي أنطوان حكيم», «اتحادية الصيد أحمد»: what is said of somebody, right before a given name.
    fn describes_whom(&self, at: usize) -> bool {
        let is_definite = self.readings.bare_with_article(at).starts_with("ال")
            && !Spelling(self.readings.words.written(at)).begins_with_hamza();
        let is_named = || {
            let (name, next) = (self.beside(at, 1), self.beside(at, 2));
            let is_sure = name.class == Class::GivenOnly
                || name.class == Class::GivenToo && next.kinds.any(PEOPLE);
            is_sure && self.readings.goes_on(at, at + 1)
        };
        let kinds = self.seen[at].kinds;
        let is_titled = self.beside(at, -1).kinds.any(TITLE);
        // «المخرجة الشابة ريم»
        let is_hers = self.readings.has_shape(at, FEMININE)
            && (is_titled || self.beside(at, 1).class == Class::GivenOnly);
        let is_adjective = self.readings.words.at(at).ends_with('ي') || is_hers;
        // «الزبير بشير», but neither «الجامعي أنطوان» nor «للصيد أحمد»
        let is_glued = self.readings.has_shape(at, GLUED);
        let is_other = !kinds.any(PEOPLE) || is_adjective || is_glued;
        is_definite && is_other && !kinds.any(GIVEN | JOIN) && is_named()
    }

    /// «انا مؤمن»: no Anna, unless a name stands behind.
    fn is_pronoun(&self, at: usize) -> bool {
        let next = self.beside(at, 1);
        let is_named = next.kinds.any(PEOPLE) || next.sound >= Sound::FOREIGN;
        self.readings.words.at(at) == "انا" && !is_named
    }

    /// «سبع سنوات», «مئتي مهاجر»: a number in words, which is in no name of a person.
    fn is_number(&self, at: usize) -> bool {
        let is_name = self.seen[at].kinds.any(GIVEN | FAMILY | TRADE_NAME | COUNTRY);
        !is_name && self.readings.has_shape(at, IS_NUMBER)
    }

    /// «اسمه كارلو»: a word with its pronoun, which no name has.
    fn is_owned(&self, at: usize) -> bool {
        self.readings.is_written_with(at, 'ه') && !self.seen[at].kinds.any(GIVEN | FAMILY)
    }

    /// «سهيل بن عمرو»: an everyday word that is a name too, before a name.
    fn is_first_name(&self, at: usize) -> bool {
        let next = self.beside(at, 1).kinds;
        self.readings.bare_is(at, NAME_TOO) && next.any(PEOPLE | JOIN)
    }

    /// «محمد بركات»: such a word behind a name.
    fn is_second_name(&self, at: usize) -> bool {
        let before = self.beside(at, -1).kinds;
        self.readings.skipped(at) == 0 && self.readings.words.is(at, NAME_TOO) && before.any(GIVEN)
    }

    /// «رونالدو لمشاكل», «صدام بارتكاب»: a preposition that is written onto what is no name.
    fn is_behind_preposition(&self, at: usize) -> bool {
        let seen = &self.seen[at];
        let word = self.readings.words.at(at);
        if self.readings.skipped(at) > 0 {
            let is_definite = self.readings.bare_with_article(at).starts_with("ال");
            return is_definite || seen.kinds.any(OTHERS);
        }
        let is_unlisted = seen.kinds.is_empty() && word.starts_with(['ب', 'ل']);
        is_unlisted && self.readings.has_shape(at, FITS_PATTERN) && !is_pattern(word)
    }

    /// What is said of somebody behind his name: «شادويك البريطاني», «رونالدو شابا», «المعتضد العباسي», «مبارك العفو».
    fn tells_of_whom(&self, at: usize) -> bool {
        let (before, seen) = (self.beside(at, -1), &self.seen[at]);
        let is_second = is_name(self.beside(at, -2)) && before.class == Class::RareName;
        let is_foreign = is_second
            || matches!(before.class, Class::FamilyName | Class::ForeignName | Class::LooksForeign);
        let is_foreign = is_foreign && !before.kinds.any(GIVEN);
        let is_other = !seen.kinds.any(PEOPLE) && !self.readings.words.is(at, BYNAME | NAME_TOO);
        let is_definite = self.readings.has_article(at);
        let behind_article = || self.readings.words.before(at).starts_with("ال");
        match seen.class {
            Class::National => is_foreign && !seen.kinds.any(FAMILY) && !behind_article(),
            // «علي العودة», «صبري المحادثات»
            Class::CommonDefinite if self.is_feminine(at) => is_other,
            Class::CommonDefinite | Class::EverydayDefinite => is_foreign && is_other,
            // «حسن نصر الله الأمين العام»: an office has its adjective.
            Class::TitleWord if is_definite => {
                self.beside(at, 1).kinds.any(TITLE_ADJECTIVE | BODY_ADJECTIVE)
            }
            Class::TitleWord => is_other,
            _ => self.readings.words.is(at, DYNASTY) && behind_article(),
        }
    }

    /// «العودة», «المحادثات»
    fn is_feminine(&self, at: usize) -> bool {
        let word = self.readings.words.written(at);
        ["ة", "ات"].iter().any(|ending| word.ends_with(ending))
    }

    /// «رالف فينس», «فرانسيس بيكون», «ميغيل فيلوسو»: behind a name a word that sounds foreign goes on with it, though it may look like a
    /// verb or like an everyday word behind a proclitic.
    fn sounds_on(&self, at: usize) -> bool {
        let is_listed = self.readings.words.is(at, COMMON | SPEECH | NO_ALIAS);
        let sounds = self.seen[at].sound >= Sound::FOREIGN && !is_listed;
        sounds && is_name(self.beside(at, -1)) && !self.is_joined_by_and(at)
    }
}

/// A word that is hardly anything but a name.
fn is_name(seen: &Seen) -> bool {
    matches!(
        seen.class,
        Class::GivenOnly | Class::ForeignName | Class::RareName | Class::LooksForeign
    )
}

/// Behind these a person's name may be any word.
fn is_before_person(before: &Seen) -> bool {
    before.kinds.any(TITLE | NATION) || before.class == Class::Saying
}
