//! The signs of a word's part in a name, and which of them it shows.

use super::super::cue::{Cue, cue};
use super::super::named::Named;
use super::super::reading::Readings;
use super::super::sport;
use super::super::why::Why;
use super::seen::{Class, HEADS, Seen, TRAITS};
use super::tag::{Part, Tag};
use crate::arabic::lexicon::{COUNTRY, GIVEN, HEADINGS, IDENTITY, Kinds, ORG, PLACE, Sound};
use crate::knowledge::EntityKind;
use crate::weigh::{Family, Sheet, Sign, Value, Weights, bits};

/// The families of [`SHEET`], in its order.
#[derive(Clone, Copy)]
enum F {
    Any,
    Here,
    Before,
    After,
    BeforeTwo,
    AfterTwo,
    Trait,
    TraitBefore,
    TraitAfter,
    BeforeHere,
    HereAfter,
    Around,
    TwoBefore,
    TwoAfter,
    Rule,
    RuleBefore,
    RuleAfter,
    RuleClass,
    RuleClassBefore,
    RuleClassAfter,
    Headed,
    HeadedClass,
    Cue,
    Phrase,
    Ending,
    Opening,
    Sport,
    Length,
    Sound,
    SoundBefore,
    SoundAfter,
    SoundRow,
}

const fn named<const N: usize>(names: &[&'static str; N]) -> [Value; N] {
    let mut values = [Value::new("", ""); N];
    let mut at = 0;
    while at < N {
        values[at] = Value::new(names[at], "");
        at += 1;
    }
    values
}

static ANY: [Value; 1] = [Value::new("word", "")];
static KINDS: [Value; HEADINGS.len()] = {
    let mut values = [Value::new("", ""); HEADINGS.len()];
    let mut at = 0;
    while at < HEADINGS.len() {
        values[at] = Value::new(HEADINGS[at], "");
        at += 1;
    }
    values
};
static TRAIT: [Value; TRAITS.len()] = named(&TRAITS);
static CLASS: [Value; Class::COUNT] = named(&Class::NAMES);
static RULE: [Value; 7] =
    named(&["none", "person", "person-on", "organization", "organization-on", "place", "place-on"]);
static WHY: [Value; Why::COUNT] = named(&Why::NAMES);
static HEAD: [Value; HEADS.len()] = named(&HEADS);
static DISTANCE: [Value; REACH] = named(&["1", "2", "3", "4", "5", "6"]);
static CUE: [Value; 5] = named(&["none", "near", "office", "said", "titled"]);
static PHRASE: [Value; 8] = named(&[
    "person",
    "person-on",
    "organization",
    "organization-on",
    "place",
    "place-on",
    "country",
    "country-on",
]);
static SPORT: [Value; 2] = named(&["no", "yes"]);
static LENGTH: [Value; 10] = named(&["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]);
static SOUND: [Value; Sound::COUNT] = named(&["0", "1", "2", "3", "4", "5", "6", "7", "8"]);
static LETTER: [Value; LETTERS.len() + 1] = named(&[
    "A", "b", "t", "v", "j", "H", "x", "d", "V", "r", "z", "s", "S", "c", "D", "T", "Z", "e", "g",
    "f", "q", "k", "l", "m", "n", "h", "w", "y", "'", "-",
]);

/// The letters of a folded word; any other counts as one more.
const LETTERS: [char; 29] = [
    'ا', 'ب', 'ت', 'ث', 'ج', 'ح', 'خ', 'د', 'ذ', 'ر', 'ز', 'س', 'ش', 'ص', 'ض', 'ط', 'ظ', 'ع', 'غ',
    'ف', 'ق', 'ك', 'ل', 'م', 'ن', 'ه', 'و', 'ي', 'ء',
];

/// How far a head reaches, in words.
const REACH: usize = 6;

pub(super) static SHEET: Sheet = Sheet::new(&[
    Family::new("any", &ANY, "كل كلمة"),
    Family::new("here", &KINDS, "«بغداد»"),
    Family::new("before", &KINDS, "«الوزير عون الجبوري»"),
    Family::new("after", &KINDS, "«عون الجبوري»"),
    Family::new("before-two", &KINDS, "«وزير النفط عون الجبوري»"),
    Family::new("after-two", &KINDS, "«عون الجبوري أن»"),
    Family::new("trait", &TRAIT, "«شوماخر»"),
    Family::new("trait-before", &TRAIT, "«كيسنجر»"),
    Family::new("trait-after", &TRAIT, "«المقداد»"),
    Family::pairs("before-here", &CLASS, &CLASS, "«النائب بطرس»"),
    Family::pairs("here-after", &CLASS, &CLASS, "«بطرس حرب»"),
    Family::pairs("around", &CLASS, &CLASS, "«قال حرب إن»"),
    Family::pairs("two-before", &CLASS, &CLASS, "«وزير الخارجية الموريتاني»"),
    Family::pairs("two-after", &CLASS, &CLASS, "«حرب الخوري إن»"),
    Family::pairs("rule", &RULE, &WHY, "«الخارجية المصرية»"),
    Family::pairs("rule-before", &RULE, &RULE, "«قوات الدعم السريع»"),
    Family::pairs("rule-after", &RULE, &RULE, "«معبر رفح»"),
    Family::pairs("rule-class", &RULE, &CLASS, "«مالي»"),
    Family::pairs("rule-class-before", &RULE, &CLASS, "«في مالي»"),
    Family::pairs("rule-class-after", &RULE, &CLASS, "«مالي والنيجر»"),
    Family::pairs("headed", &HEAD, &DISTANCE, "«هيئة الأركان العامة»"),
    Family::pairs("headed-class", &HEAD, &CLASS, "«بلدة عيترون»"),
    Family::pairs("cue", &CUE, &CLASS, "«وزير الزراعة فراس الجندلي»"),
    Family::new("phrase", &PHRASE, "«خان يونس»"),
    Family::pairs("ending", &LETTER, &LETTER, "«بافلوف»"),
    Family::pairs("opening", &LETTER, &LETTER, "«شتاينماير»"),
    Family::pairs("sport", &SPORT, &CLASS, "«فاز الأهلي»"),
    Family::new("length", &LENGTH, "«أو»"),
    Family::pairs("sound", &SOUND, &CLASS, "«فينوغرادوف»"),
    Family::new("sound-before", &SOUND, "«ميغيل فيلوسو»"),
    Family::new("sound-after", &SOUND, "«ميغيل فيلوسو»"),
    Family::pairs("sound-row", &SOUND, &SOUND, "«ميغيل فيلوسو»"),
]);

/// Believes the rules more than the sentences teach, of which many are harder than the news that the rules are made for.
pub(super) fn trust(weights: &mut Weights<Tag>) {
    /// What a proposal weighs besides.
    const RULES: i32 = 1800;
    /// What a proposal of a body weighs above others, and a body that no rule proposes below.
    const BODIES: i32 = 700;
    /// What speaks for no name beforehand: our sentences have more names than news has.
    const CAUTION: i32 = 300;
    for part in 0..RULE.len() {
        let kind = part.checked_sub(1).map(|of| {
            let kinds = [EntityKind::Person, EntityKind::Organization, EntityKind::Place];
            (kinds[of / 2], if of % 2 == 1 { Part::Inside } else { Part::Begins })
        });
        for why in 0..WHY.len() {
            let sign = SHEET.pair(F::Rule as usize, part, why);
            let mut add = |tag: Tag, more: i32| {
                let weight = (weights.of(sign, tag) + more).clamp(i16::MIN.into(), i16::MAX.into());
                weights.set(sign, tag, i16::try_from(weight).unwrap_or(0));
            };
            match kind {
                None => {
                    add(Tag::NONE, RULES + CAUTION);
                    [Part::Begins, Part::Behind, Part::Inside]
                        .into_iter()
                        .for_each(|part| add(Tag::new(EntityKind::Organization, part), -BODIES));
                }
                Some((kind, part)) => {
                    let body = kind == EntityKind::Organization;
                    add(Tag::new(kind, part), RULES + if body { BODIES } else { 0 });
                }
            }
        }
    }
}

/// What the rules propose of a word.
#[derive(Clone, Copy)]
struct Rule {
    /// By [`RULE`].
    part: u8,
    why: Why,
}

/// An article's words as the signs see them.
pub(super) struct Signs<'r> {
    pub(super) readings: &'r Readings<'r>,
    pub(super) seen: Vec<Seen>,
    rules: Vec<Rule>,
    phrases: Vec<Option<u8>>,
    /// Whether a word is in a listed name of several words that is nothing else, and that a rule proposes.
    settled: Vec<bool>,
}

impl<'r> Signs<'r> {
    /// Reads the words; `proposed` are the names that the rules propose.
    pub(super) fn of(readings: &'r Readings<'r>, proposed: &[Named]) -> Self {
        let count = readings.words.list.len();
        let seen = (0..count).map(|at| Seen::of(readings, at)).collect();
        let mut rules = vec![Rule { part: 0, why: Why::Weighed }; count];
        for name in proposed {
            let kind = match name.kind {
                EntityKind::Person => 1,
                EntityKind::Organization => 3,
                EntityKind::Place => 5,
            };
            rules[name.first..=name.last].fill(Rule { part: kind + 1, why: name.why });
            rules[name.first].part = kind;
        }
        let mut phrases = vec![None; count];
        let mut settled = vec![false; count];
        for first in 0..count {
            let Some((last, kinds)) = readings.phrase(first) else { continue };
            let Some(kind) = phrase(kinds) else { continue };
            phrases[first..=last.min(count - 1)].fill(Some(kind + 1));
            phrases[first] = Some(kind);
            let named = kinds.only(IDENTITY);
            let is_one = named.without(ORG).is_empty() || named.without(COUNTRY).is_empty();
            // The rule may read a longer name from there on: «مجلس النواب اللبناني».
            if is_one && rules[first].part == kind + 1 {
                settled[first..=last.min(count - 1)].fill(true);
            }
        }
        Self { readings, seen, rules, phrases, settled }
    }

    /// Whether a rule proposes a name that begins with the word.
    pub(super) fn is_proposed(&self, at: usize) -> bool {
        self.rules[at].part % 2 == 1
    }

    /// Whether a word is in a listed name of several words that is nothing else: «للأمم المتحدة».
    pub(super) fn is_settled(&self, at: usize) -> bool {
        self.settled[at]
    }

    /// Whether a listed name of several words begins with the word.
    pub(super) fn opens_phrase(&self, at: usize) -> bool {
        self.phrases[at].is_some_and(|part| part % 2 == 0)
    }

    /// The signs of a word.
    pub(super) fn at(&self, at: usize) -> Vec<Sign> {
        let mut signs = Vec::with_capacity(64);
        self.read(at, &mut signs);
        signs
    }

    /// Puts the signs of a word behind others.
    pub(super) fn read(&self, at: usize, signs: &mut Vec<Sign>) {
        let one = |family: F, value: usize| SHEET.sign(family as usize, value);
        let two =
            |family: F, value: usize, beside: usize| SHEET.pair(family as usize, value, beside);
        let before = self.beside(at, -1);
        let after = self.beside(at, 1);
        let (before_two, after_two) = (self.beside(at, -2), self.beside(at, 2));
        let here = &self.seen[at];
        signs.push(one(F::Any, 0));
        for (family, seen) in [
            (F::Here, here),
            (F::Before, before),
            (F::After, after),
            (F::BeforeTwo, before_two),
            (F::AfterTwo, after_two),
        ] {
            signs.extend(seen.kinds.numbers().map(|number| one(family, number)));
        }
        for (family, seen) in [(F::Trait, here), (F::TraitBefore, before), (F::TraitAfter, after)] {
            signs.extend(bits(seen.traits.into()).map(|number| one(family, number)));
        }
        let class = here.class as usize;
        signs.push(two(F::BeforeHere, before.class as usize, class));
        signs.push(two(F::HereAfter, class, after.class as usize));
        signs.push(two(F::Around, before.class as usize, after.class as usize));
        signs.push(two(F::TwoBefore, before_two.class as usize, before.class as usize));
        signs.push(two(F::TwoAfter, after.class as usize, after_two.class as usize));
        self.ruled(at, signs);
        if let Some((head, distance)) = self.head(at) {
            signs.push(two(F::Headed, head, distance - 1));
            signs.push(two(F::HeadedClass, head, class));
        }
        if !self.readings.words.is_letters(at) {
            return;
        }
        let sounds = [before, here, after].map(|seen| seen.sound.number());
        signs.push(two(F::Sound, sounds[1], class));
        signs.push(one(F::SoundBefore, sounds[0]));
        signs.push(one(F::SoundAfter, sounds[2]));
        signs.push(two(F::SoundRow, sounds[0], sounds[1]));
        let cue = match cue(self.readings, at) {
            Cue::None => 0,
            Cue::Near => 1,
            Cue::Office => 2,
            Cue::Said => 3,
            Cue::Titled => 4,
        };
        signs.push(two(F::Cue, cue, class));
        if let Some(phrase) = self.phrases[at] {
            signs.push(one(F::Phrase, phrase.into()));
        }
        signs.push(two(F::Sport, usize::from(sport::is_near(self.readings, at)), class));
        let bare = self.readings.bare(at);
        signs.push(one(F::Length, bare.chars().count().saturating_sub(1)));
        if here.class as usize >= Class::RareName as usize {
            let mut first = bare.chars().map(letter);
            let mut last = bare.chars().rev().map(letter);
            let other = LETTERS.len();
            let (one, next) = (first.next().unwrap_or(other), first.next().unwrap_or(other));
            signs.push(two(F::Opening, one, next));
            let (one, next) = (last.next().unwrap_or(other), last.next().unwrap_or(other));
            signs.push(two(F::Ending, next, one));
        }
    }

    /// What the rules say of the word and of those beside it.
    fn ruled(&self, at: usize, signs: &mut Vec<Sign>) {
        let two = |family: F, value: u8, beside: u8| {
            SHEET.pair(family as usize, value.into(), beside.into())
        };
        let rule = self.rules[at];
        let part = |index: Option<usize>| {
            index
                .filter(|&index| self.beside_each_other(at, index))
                .map_or(0, |index| self.rules.get(index).map_or(0, |rule| rule.part))
        };
        signs.push(two(F::Rule, rule.part, rule.why as u8));
        signs.push(two(F::RuleBefore, part(at.checked_sub(1)), rule.part));
        signs.push(two(F::RuleAfter, rule.part, part(Some(at + 1))));
        signs.push(two(F::RuleClass, rule.part, self.seen[at].class as u8));
        signs.push(two(F::RuleClassBefore, rule.part, self.beside(at, -1).class as u8));
        signs.push(two(F::RuleClassAfter, rule.part, self.beside(at, 1).class as u8));
    }

    /// The head before a word, over what may stand between a head and the end of its name; and how far before.
    fn head(&self, at: usize) -> Option<(usize, usize)> {
        for distance in 1..=REACH {
            let index = at.checked_sub(distance)?;
            if !self.beside_each_other(at, index) {
                return None;
            }
            let seen = &self.seen[index];
            if let Some(head) = seen.head {
                return Some((head.into(), distance));
            }
            let breaks = (seen.class as usize) <= Class::Saying as usize
                && !matches!(seen.class, Class::Quote)
                || matches!(seen.class, Class::Verb);
            if breaks {
                return None;
            }
        }
        None
    }

    /// The word some places on, or the edge of the paragraph.
    pub(super) fn beside(&self, at: usize, places: isize) -> &Seen {
        let index = at.checked_add_signed(places);
        index
            .filter(|&index| self.beside_each_other(at, index))
            .and_then(|index| self.seen.get(index))
            .unwrap_or(&Seen::EDGE)
    }

    pub(super) fn beside_each_other(&self, at: usize, index: usize) -> bool {
        index < self.seen.len() && self.readings.words.same_paragraph(at, index)
    }
}

fn letter(letter: char) -> usize {
    LETTERS.iter().position(|&known| known == letter).unwrap_or(LETTERS.len())
}

/// The kind of a listed name of several words, by [`PHRASE`].
fn phrase(kinds: Kinds) -> Option<u8> {
    let kind = (0..).zip([GIVEN, ORG, PLACE, COUNTRY]).find(|&(_, kind)| kinds.any(kind));
    kind.map(|(number, _)| number * 2)
}
