//! What a word by itself is as a verb: from the table of verbs, or by its letters.

use std::cell::RefCell;
use std::sync::LazyLock;

use crate::arabic::clitics::{AND, BY, FOR, Onto, SO};
use crate::arabic::fold::folded;
use crate::arabic::quick_hash::{ShortWord, WordMap};

/// A word as the table of verbs has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// «التقى»
    Perfect,
    /// «عقد», which is oftener a noun.
    PerfectOrNoun,
    /// «يلتقي»
    Imperfect,
    /// «سيلتقي»
    Future,
    /// «أعلن»
    Announce,
    /// «كشف», which is oftener a noun.
    AnnounceOrNoun,
    /// «ستتلعثم», of no verb that the table has; so looks «ستيوارت».
    FutureByShape,
    /// «سيتلعثم», which is likelier a verb; so looks «سيحار», a town.
    FutureOrName,
    /// «دعا», «قرر»: the verb itself is past, what it is about is not.
    Intent,
    /// «طلب»
    IntentOrNoun,
    /// «يعتزم»
    ImperfectIntent,
    /// «المقرر»
    Ahead,
    /// «المنعقد», «إثر»
    Behind,
    /// «دعوة إلى»
    Call,
    /// «أن»
    Clause,
    /// «كان»
    Was,
    /// «لم»
    Not,
    /// «سوف», «لن»
    Will,
    /// «إذا»
    If,
    /// «قد»
    Perfective,
    /// «الذي», «حين»: a verb follows.
    Which,
    /// «موعدا»
    Appointment,
}

/// What the letters of a word say of it as a verb, worked out once.
#[derive(Clone, Copy)]
pub(super) struct Met {
    /// What it is.
    pub(super) form: Option<Form>,
    /// What it is where its last letter is a pronoun: «أنقذه».
    pub(super) with_object: Option<Form>,
    /// Whether it is a noun of what can be planned: «افتتاح», «بتأجيل».
    pub(super) plan: bool,
    /// Whether it is a noun or a particle that only looks like a verb.
    pub(super) noun: bool,
    /// Whether the rest behind a ت is a perfect: «تقدّم», which is «she presents» as well as «he advanced».
    pub(super) of_her: bool,
    /// Whether it is what she does far oftener than what he did: «تكون».
    pub(super) imperfect: bool,
    /// Whether the table has it, so that it is no guess by its letters.
    pub(super) listed: bool,
    /// Whether it is «و» and a verb of calling as well as a verb itself: «ودعت», which is of «ودّع» or of «دعا».
    pub(super) may_call: bool,
}

impl Met {
    /// A folded word, remembered from article to article.
    pub(super) fn of(word: &str) -> Self {
        /// How many words a thread remembers: more than a large dossier has beside its dates.
        const REMEMBERED: usize = 1 << 16;
        thread_local! {
            static MET: RefCell<WordMap<ShortWord, Met>> = RefCell::default();
        }
        let Some(key) = ShortWord::of(word) else { return Self::read(word) };
        MET.with_borrow_mut(|met| match met.get(&key) {
            Some(&known) => known,
            None => {
                let read = Self::read(word);
                if met.len() < REMEMBERED {
                    met.insert(key, read);
                }
                read
            }
        })
    }

    fn read(word: &str) -> Self {
        let known = |word: &str| TABLE.forms.get(word).copied();
        if TABLE.no_verbs.contains_key(word) {
            return Self {
                form: None,
                with_object: None,
                plan: TABLE.plans.contains_key(word),
                noun: true,
                of_her: false,
                imperfect: false,
                listed: true,
                may_call: false,
            };
        }
        let rest = word.behind(AND | SO);
        let bare = rest.filter(|rest| rest.chars().count() > 2);
        let of_table = known(word).or_else(|| rest.and_then(known));
        let noun = bare.unwrap_or(word);
        let with_object = with_object(noun);
        // «ستسلمها»: a future that the table has, with a pronoun onto it, is no guess.
        let of_object = || with_object.filter(|&form| form == Form::Future);
        let by_letters = || by_shape(noun).or_else(|| by_shape(word));
        let form = of_table.or_else(of_object).or_else(by_letters);
        let rest = noun.strip_prefix('ت').and_then(known);
        let of_her = matches!(rest, Some(Form::Perfect | Form::PerfectOrNoun));
        let plan = [Some(noun), noun.behind(BY | FOR)]
            .iter()
            .flatten()
            .any(|&noun| TABLE.plans.contains_key(noun));
        let may_call = known(word).is_some() && bare.and_then(known) == Some(Form::Intent);
        let imperfect = TABLE.imperfects.contains_key(noun);
        let listed = of_table.is_some();
        Self { form, with_object, plan, noun: false, of_her, imperfect, listed, may_call }
    }
}

/// «أنقذه», «وافاها», «تقيمه»: a verb with a pronoun behind it.
fn with_object(word: &str) -> Option<Form> {
    let stem = ["هما", "هم", "ها", "ه"].iter().find_map(|pronoun| word.strip_suffix(pronoun))?;
    // «استقالتها» is the noun «استقالة», «خدمتها» the noun «خدمة».
    let of_noun = |root: &str| is_verbal_noun(root) || TABLE.feminine.contains_key(root);
    if stem.strip_suffix('ت').is_some_and(of_noun) {
        return None;
    }
    let verb = |form: &Form| {
        matches!(
            form,
            Form::Perfect
                | Form::Announce
                | Form::PerfectOrNoun
                | Form::Imperfect
                | Form::Future
                | Form::ImperfectIntent
        )
    };
    let known = |stem: &str| TABLE.forms.get(stem).copied().filter(verb);
    known(stem).or_else(|| known(&format!("{}ي", stem.strip_suffix('ا')?)))
}

/// «استقال», «إقام»: what is left of «استقالة», «إقامة» without its ending.
fn is_verbal_noun(stem: &str) -> bool {
    stem.starts_with('ا') && stem.chars().rev().nth(1) == Some('ا')
}

/// Verbs that the table lacks, by their shape: «ستـ», «سيـ», «يـ…ون», «استـ».
fn by_shape(word: &str) -> Option<Form> {
    let letters = word.chars().count();
    let begins = |stems: &[String]| stems.iter().any(|stem| word.starts_with(stem.as_str()));
    let is_verb = |no: &[String], prefix: usize| !begins(no) && fits_stem(word, prefix);
    let mut head = word.chars();
    match (head.next()?, head.next()?) {
        ('س', second @ ('ي' | 'ت' | 'ن')) if letters >= 5 && is_verb(&TABLE.no_futures, 2) => {
            Some(match (second, head.next()) {
                ('ي', Some('ت')) => Form::Future,
                ('ي', _) => Form::FutureOrName,
                _ => Form::FutureByShape,
            })
        }
        ('ي', _) if letters >= 3 && is_verb(&TABLE.no_imperfects, 1) => Some(Form::Imperfect),
        ('ت', _) if is_imperfect_of_her(&word['ت'.len_utf8()..]) => Some(Form::Imperfect),
        _ => {
            let root = word.strip_suffix('ت').unwrap_or(word);
            (is_eighth_or_seventh(root) || is_tenth(root)).then_some(Form::Perfect)
        }
    }
}

/// Whether what stays of an imperfect behind so many letters can be the stem of a verb, as that of «سيستخدمونها» is and those of
/// «سينكيفيسيوس» and «يارمولينكو» are not: at most five letters and a long vowel behind them, and at most three vowels.
fn fits_stem(word: &str, prefix: usize) -> bool {
    /// What is written onto it, in two layers: whom it was done to, and who did it.
    const OBJECTS: [&str; 8] = ["هما", "كما", "ها", "هم", "كم", "نا", "ني", "ه"];
    const SUBJECTS: [&str; 4] = ["ون", "ان", "ين", "وا"];
    const LONGEST: usize = 5;
    let Some((start, _)) = word.char_indices().nth(prefix) else { return false };
    let stem = &word[start..];
    let stem = without(without(stem, &OBJECTS), &SUBJECTS);
    let letters: Vec<char> = stem.chars().collect();
    let vowels = letters.iter().filter(|letter| matches!(letter, 'ا' | 'و' | 'ي')).count();
    let closes = letters.last().is_some_and(|letter| matches!(letter, 'ا' | 'و' | 'ي' | 'ء'));
    letters.len() <= LONGEST + usize::from(closes) && vowels <= 3
}

/// A stem without the longest of some endings that leaves it more than two letters.
fn without<'s>(stem: &'s str, endings: &[&str]) -> &'s str {
    /// What stays is longer than this, in bytes.
    const LEAST: usize = 4;
    let rests = endings.iter().filter_map(|ending| stem.strip_suffix(ending));
    rests.filter(|rest| rest.len() > LEAST).min_by_key(|rest| rest.len()).unwrap_or(stem)
}

/// «تنقضي», «تلتئم», «تستعد», «تتضاعف», without their ت: the verbal nouns with these letters have a long vowel before their last («تنظيم»).
fn is_imperfect_of_her(rest: &str) -> bool {
    let letters: Vec<char> = rest.chars().collect();
    let noun = letters.iter().rev().nth(1).is_some_and(|letter| LONG.contains(letter))
        || letters.last() == Some(&'ه');
    match letters[..] {
        ['س', 'ت', _, _, ..] => letters.last() != Some(&'ه'),
        ['ت', 'ت', _, ..] => true,
        ['ت', _, _, ..] | ['ن', _, _, _] | [_, 'ت', _, _] => {
            !noun && !letters[..letters.len() - 1].contains(&'ا')
        }
        _ => false,
    }
}

const LONG: [char; 4] = ['ا', 'ه', 'ي', 'و'];

/// «اقتصر», «انسحب»: five letters without a long vowel; the verbal nouns have one.
fn is_eighth_or_seventh(word: &str) -> bool {
    let mut letters = word.chars();
    let [first, second, third, fourth, fifth] = std::array::from_fn(|_| letters.next());
    let is_long = |letter: Option<char>| letter.is_none_or(|letter| LONG.contains(&letter));
    if letters.next().is_some() || [second, third, fourth, fifth].into_iter().any(is_long) {
        return false;
    }
    matches!((first, second, third), (Some('ا'), Some('ن'), _) | (Some('ا'), _, Some('ت')))
}

/// «استعرض»: three letters behind «است», none of them a long «ا».
fn is_tenth(word: &str) -> bool {
    word.strip_prefix("است").is_some_and(|root| root.chars().count() == 3 && !root.contains('ا'))
}

struct Table {
    forms: WordMap<String, Form>,
    plans: WordMap<String, ()>,
    no_verbs: WordMap<String, ()>,
    /// «خدم» of «خدمة».
    feminine: WordMap<String, ()>,
    imperfects: WordMap<String, ()>,
    no_futures: Vec<String>,
    no_imperfects: Vec<String>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table {
        forms: WordMap::default(),
        plans: WordMap::default(),
        no_verbs: WordMap::default(),
        feminine: WordMap::default(),
        imperfects: WordMap::default(),
        no_futures: Vec::new(),
        no_imperfects: Vec::new(),
    };
    // «تعاون يتعاون»: without vowels «تعاوُن» is written like «تعاوَن».
    let mut reflexive: Vec<String> = Vec::new();
    let mut section = "";
    for line in include_str!("verbs.txt").lines().filter(|line| !line.starts_with('#')) {
        if line.starts_with('[') {
            section = line.trim_matches(['[', ']']);
            continue;
        }
        let words = line.split([' ', '،']).filter(|word| !word.is_empty()).map(folded);
        match section {
            "" | "intent" | "announce" => {
                let words: Vec<String> = words.collect();
                let (past, present) = match section {
                    "intent" => (Form::Intent, Form::ImperfectIntent),
                    "announce" => (Form::Announce, Form::Imperfect),
                    _ => (Form::Perfect, Form::Imperfect),
                };
                words.chunks_exact(2).for_each(|pair| {
                    conjugate(&mut table.forms, [&pair[0], &pair[1]], past, present);
                    if pair[0].starts_with('ت') && pair[1].starts_with("يت") {
                        reflexive.push(pair[0].clone());
                    }
                });
            }
            "noun" => words.for_each(|word| table.is_noun_too(word)),
            "no-verb" => table.no_verbs.extend(words.map(|word| (word, ()))),
            "feminine" => table
                .feminine
                .extend(words.filter_map(|word| Some((word.strip_suffix('ه')?.to_owned(), ())))),
            "imperfect" => table.imperfects.extend(words.map(|word| (word, ()))),
            "no-future" => table.no_futures.extend(words),
            "no-imperfect" => table.no_imperfects.extend(words),
            "plan" => table.plans.extend(words.map(|word| (word, ()))),
            _ => table.forms.extend(words.filter_map(|word| Some((word, form_of(section)?)))),
        }
    }
    // Where the rest is a perfect too, [`Met::of_her`] tells them apart.
    for verb in reflexive {
        let rest = verb.strip_prefix('ت').and_then(|rest| table.forms.get(rest));
        if !matches!(rest, Some(Form::Perfect | Form::PerfectOrNoun)) && !verb.ends_with('ي') {
            table.is_noun_too(verb);
        }
    }
    table
});

impl Table {
    fn is_noun_too(&mut self, word: String) {
        let noun = match self.forms.get(&word) {
            Some(Form::Intent) => Form::IntentOrNoun,
            Some(Form::Announce) => Form::AnnounceOrNoun,
            _ => Form::PerfectOrNoun,
        };
        // «طلبًا» is no dual.
        self.forms.remove(&format!("{word}ا"));
        self.forms.insert(word, noun);
    }
}

fn form_of(section: &str) -> Option<Form> {
    Some(match section {
        "future" => Form::Ahead,
        "past" => Form::Behind,
        "call" => Form::Call,
        "clause" => Form::Clause,
        "was" => Form::Was,
        "not" => Form::Not,
        "will" => Form::Will,
        "if" => Form::If,
        "perfective" => Form::Perfective,
        "which" => Form::Which,
        "appointment" => Form::Appointment,
        _ => return None,
    })
}

/// Enters all persons in which the news use a verb.
fn conjugate(
    forms: &mut WordMap<String, Form>,
    [perfect, imperfect]: [&str; 2],
    past: Form,
    present: Form,
) {
    let stem = perfect.strip_suffix(['ي', 'ا']).unwrap_or(perfect);
    for ending in ["ت", "وا", "ا", "تا", "نا"] {
        // «دعت» of «دعا», «بدأت» of «بدأ»: folded, the two cannot be told apart.
        forms.insert(format!("{perfect}{ending}"), past);
        if matches!(ending, "ت" | "وا" | "تا") {
            forms.insert(format!("{stem}{ending}"), past);
        }
    }
    forms.insert(perfect.to_owned(), past);
    let root: String = imperfect.chars().skip(1).collect();
    for person in ['ي', 'ت', 'ن'] {
        for ending in ["", "ون", "ان", "وا"] {
            let form = format!("{person}{root}{ending}");
            forms.insert(format!("س{form}"), Form::Future);
            // «نصر» is no «we insist», but «سنصل» is «we shall arrive».
            if person != 'ن' || root.chars().count() > 2 {
                forms.entry(form).or_insert(present);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_section_of_the_table_is_read() {
        let sections = include_str!("verbs.txt").lines().filter(|line| line.starts_with('['));
        for section in sections.map(|line| line.trim_matches(['[', ']'])) {
            let lists = [
                "intent",
                "announce",
                "noun",
                "plan",
                "no-verb",
                "feminine",
                "imperfect",
                "no-future",
                "no-imperfect",
            ];
            assert!(lists.contains(&section) || form_of(section).is_some(), "{section}");
        }
    }

    #[test]
    fn unknown_verbs_are_known_by_their_shape() {
        for (word, form) in [
            ("سيتلعثم", Some(Form::Future)),
            ("انسحب", Some(Form::Perfect)),
            ("استعرضت", Some(Form::Perfect)),
        ] {
            assert_eq!(Met::of(word).form, form, "{word}");
        }
        for noun in ["سيارات", "يوميه", "استعراض", "اقتصاد"] {
            assert_eq!(Met::of(noun).form, None, "{noun}");
        }
    }
}
