//! In which direction a clause looks: read from its verb, its particles and its participles.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::lexicon::{Sense, Unit, Word};
use super::phrase::after;
use super::scan::{Kind, Row};
use crate::arabic::fold::folded;
use crate::arabic::quick_hash::{ShortWord, WordMap};

/// Where a clause places what it tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tense {
    /// It has happened.
    Past,
    /// The imperfect: it happens, or is about to.
    Present,
    /// It is still to come.
    Future,
    /// Nothing tells.
    Unknown,
}

/// What a word does for the direction of its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Force {
    Perfect,
    Imperfect,
    /// «سيعقد»
    Future,
    /// «دعا», «قرر»: the verb itself is past, what it is about is not.
    Intent,
    /// «المقرر»
    Ahead,
    /// «المنعقد»
    Behind,
    /// «دعوة إلى»
    Call,
    /// «أن»
    Clause,
}

/// How many tokens a clause is searched for its verb.
const REACH: usize = 40;

/// The tense of the clause in which tokens `start..end` stand.
pub(super) fn tense(text: &str, t: &Row, start: usize, end: usize) -> Tense {
    if let Some(tense) = particle(t, start, end) {
        return tense;
    }
    let mut seen_clause = None;
    for i in (start.saturating_sub(REACH)..start).rev() {
        if ends_sentence(t, i) {
            break;
        }
        // What stands after a colon has a verb of its own, if it has any.
        if t[i].is_mark(&[':'])
            && let Some(tense) = forward(text, t, end)
        {
            return tense;
        }
        match force(text, t, i) {
            Some(Force::Call) if looks_ahead(t, i, start) => return Tense::Future,
            Some(Force::Perfect) if announces(t, i, start) => return Tense::Future,
            Some(Force::Clause) if seen_clause.is_none() => {
                seen_clause = Some(i);
                if let Some(tense) = forward(text, t, end) {
                    return tense;
                }
            }
            Some(Force::Intent) if seen_clause.is_some() || looks_ahead(t, i, start) => return Tense::Future,
            Some(found) if seen_clause.is_none() || found != Force::Perfect => {
                if let Some(tense) = of_force(text, t, i, found) {
                    return tense;
                }
            }
            _ => {}
        }
    }
    if seen_clause.is_some() { Tense::Unknown } else { forward(text, t, end).unwrap_or(Tense::Unknown) }
}

/// «منذ الخميس» looks back, «حتى الخميس», «ابتداء من الخميس» ahead.
fn particle(t: &Row, start: usize, end: usize) -> Option<Tense> {
    if after(t, start, &[Word::Since]) {
        return Some(Tense::Past);
    }
    // «إلى غاية الجمعة», «أُجّلت إلى الثلاثاء»
    if after(t, start, &[Word::By, Word::Until, Word::To]) {
        return Some(Tense::Future);
    }
    // «حدد الخميس موعدا للجلسة»
    if matches!(t.letters(end), "موعدا" | "كموعد") {
        return Some(Tense::Future);
    }
    // The day itself may be meant.
    if start > 1 && after(t, start, &[Word::Of]) && after(t, start - 1, &[Word::Starting]) {
        return Some(Tense::Present);
    }
    if heads_a_row(t, start, end) {
        return Some(Tense::Present);
    }
    None
}

/// A day at the head of a program: «الأحد: …», «السبت الساعة 15:00».
fn heads_a_row(t: &Row, start: usize, end: usize) -> bool {
    let first = start == 0 || matches!(t[start - 1].kind, Kind::Mark(c) if !matches!(c, '،' | '(' | '"' | '«' | ','));
    let hour = t[end].senses.contains(&Sense::Unit(Unit::Hour, 1));
    first && (t[end].is_mark(&[':', '*', '-']) || hour || t[end].is(Word::Starting))
}

/// The first verb after the expression in its sentence.
fn forward(text: &str, t: &Row, end: usize) -> Option<Tense> {
    for i in end..t.len().min(end + REACH) {
        if ends_sentence(t, i) {
            return None;
        }
        match force(text, t, i) {
            Some(Force::Clause | Force::Call) | None => {}
            Some(Force::Intent) => return Some(Tense::Past),
            Some(found) => {
                if let Some(tense) = of_force(text, t, i, found) {
                    return Some(tense);
                }
            }
        }
    }
    None
}

fn of_force(text: &str, t: &Row, i: usize, force: Force) -> Option<Tense> {
    match force {
        Force::Perfect | Force::Behind | Force::Intent => Some(Tense::Past),
        Force::Future | Force::Ahead => Some(Tense::Future),
        // «من المنتظر أن يزور»
        Force::Imperfect
            if (i.saturating_sub(4)..i).any(|at| matches!(form(text, t, at), Some(Form::AheadWord | Form::ImperfectIntent))) =>
        {
            Some(Tense::Future)
        }
        // «على أن يزور»
        Force::Imperfect if i > 1 && t.letters(i - 1) == "ان" && t.letters(i - 2) == "علي" => Some(Tense::Future),
        // «كان يزور», «لم يصل»
        Force::Imperfect if after_word(text, t, i, &["كان", "كانت", "كانوا", "لم", "ولم", "وكان", "وكانت"]) => {
            Some(Tense::Past)
        }
        Force::Imperfect => Some(Tense::Present),
        Force::Clause | Force::Call => None,
    }
}

/// «أعلنت الشركة عن انقطاع التيار الأحد»: what is announced lies ahead, if it is something that is planned.
fn announces(t: &Row, verb: usize, start: usize) -> bool {
    let word = t.letters(verb);
    matches!(word.strip_prefix('و').unwrap_or(word), "اعلن" | "اعلنت" | "كشف" | "كشفت")
        && (verb + 1..start).any(|i| t.letters(i) == "عن" && AHEAD.contains(t.letters(i + 1)))
}

/// Whether the complement of a verb of intent stands between it and the expression.
fn looks_ahead(t: &Row, verb: usize, start: usize) -> bool {
    (verb + 1..=start).any(|i| {
        let word = &t[i];
        // «حُدد بيوم الأحد»
        let preposed = word.clitics.preposition == Some('ل') || i == start && word.clitics.preposition == Some('ب');
        word.is(Word::To)
            || word.is(Word::OnFrom)
            || preposed
            || AHEAD.contains(t.letters(i))
            || t.letters(i).strip_prefix(['ب', 'ل']).is_some_and(|noun| AHEAD.contains(noun))
    })
}

fn after_word(text: &str, t: &Row, i: usize, words: &[&str]) -> bool {
    (i.saturating_sub(4)..i).any(|at| words.contains(&t[at].span.cut(text)))
}

fn ends_sentence(t: &Row, i: usize) -> bool {
    match t[i].kind {
        Kind::Mark('\n' | '؟' | '!' | '?' | '؛') => true,
        Kind::Mark('.') => !t.get(i + 1).is_some_and(|next| next.glued && matches!(next.kind, Kind::Number { .. })),
        _ => false,
    }
}

fn force(text: &str, t: &Row, i: usize) -> Option<Force> {
    let token = &t[i];
    // «يونيو» looks like an imperfect.
    if token.kind != Kind::Word || token.senses.iter().any(|&sense| !matches!(sense, Sense::Word(_))) {
        return None;
    }
    // «(يوروبول)»
    if i > 0 && t[i - 1].is_mark(&['(']) && t[i + 1].is_mark(&[')']) {
        return None;
    }
    let Some(form) = form(text, t, i) else { return opens_as_verb(t, i).then_some(Force::Perfect) };
    match form {
        Form::Perfect if is_of_her(text, t, i) => Some(Force::Imperfect),
        Form::Perfect => (!stands_as_noun(t, i)).then_some(Force::Perfect),
        Form::PerfectOrNoun => (!stands_as_noun(t, i) && opens_clause(text, t, i)).then_some(Force::Perfect),
        Form::Imperfect => Some(Force::Imperfect),
        Form::Future => Some(Force::Future),
        Form::Intent => (!stands_as_noun(t, i)).then_some(Force::Intent),
        Form::IntentOrNoun => (!stands_as_noun(t, i) && opens_clause(text, t, i)).then_some(Force::Intent),
        Form::ImperfectIntent | Form::AheadWord => Some(Force::Ahead),
        Form::Behind => Some(Force::Behind),
        Form::Call => Some(Force::Call),
        Form::Clause => Some(Force::Clause),
    }
}

/// «تقدّم الفرقة», «تواصل اللجنة», «تُسلَّم الجوائز»: at the head of a clause and before a feminine subject the ت is
/// that of the imperfect, where the rest is a verb too; elsewhere the subject is another («الذي تسلم الرئاسة»).
fn is_of_her(text: &str, t: &Row, i: usize) -> bool {
    let written = t[i].span.cut(text);
    if written.strip_prefix('و').unwrap_or(written).starts_with("ت\u{064F}") {
        return true;
    }
    let word = t.letters(i);
    let Some(rest) = word.strip_prefix('و').unwrap_or(word).strip_prefix('ت') else { return false };
    let heads = i == 0 || matches!(t[i - 1].kind, Kind::Mark(_));
    heads && matches!(FORMS.get(rest), Some(Form::Perfect | Form::PerfectOrNoun)) && t[i + 1].article && t.letters(i + 1).ends_with('ه')
}

/// «جابت مسيرة شوارع المدينة»: a word with the ending of a feminine perfect that opens its sentence.
fn opens_as_verb(t: &Row, i: usize) -> bool {
    let word = t.letters(i);
    let word = word.strip_prefix('و').unwrap_or(word);
    let stem = word.strip_suffix('ت').filter(|stem| !stem.ends_with(['ا', 'و', 'ي']) && !stem.starts_with("ال"));
    (i == 0 || ends_sentence(t, i - 1)) && stem.is_some_and(|stem| stem.chars().count() >= 3)
}

/// A perfect right after a preposition is a noun: «إلى عقد», «في بحث».
fn stands_as_noun(t: &Row, i: usize) -> bool {
    after(
        t,
        i,
        &[Word::In, Word::Of, Word::To, Word::OnFrom, Word::Before, Word::After, Word::Since, Word::During, Word::Between, Word::This],
    )
}

/// A word that is oftener a noun is a verb at the head of its clause, or after «الذي», «التي», «قد».
fn opens_clause(text: &str, t: &Row, i: usize) -> bool {
    let Some(before) = i.checked_sub(1).and_then(|at| t.get(at)) else { return true };
    match before.kind {
        Kind::Mark(_) => true,
        Kind::Word => {
            let letters = t.letters(i - 1);
            FORMS.get(letters) == Some(&Form::Clause)
                || letters == "و"
                || matches!(
                    before.span.cut(text),
                    "الذي" | "التي" | "الذين" | "حيث" | "قد" | "وقد" | "كان" | "كانت" | "عندما" | "كما" | "ما"
                )
        }
        _ => false,
    }
}

/// A word as the table of verbs has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Perfect,
    PerfectOrNoun,
    Imperfect,
    Future,
    Intent,
    IntentOrNoun,
    ImperfectIntent,
    AheadWord,
    Behind,
    Call,
    Clause,
}

fn form(text: &str, t: &Row, i: usize) -> Option<Form> {
    let word = t.letters(i);
    // «سأعود»; folded it would look like «ساعة».
    if word.trim_start_matches(['و', 'ف']).starts_with("سا") && t[i].span.cut(text).trim_start_matches(['و', 'ف']).starts_with("سأ")
    {
        return Some(Form::Future);
    }
    // «تفادي», «تولي» are nouns of «تفادى», «تولى», which are folded alike.
    if word.starts_with('ت') && word != "توفي" && t[i].span.cut(text).ends_with('ي') {
        return None;
    }
    let met = Met::of(word);
    met.form.or_else(|| met.with_object.filter(|_| !t[i].span.cut(text).ends_with('ة')))
}

/// What the letters of a word say of it as a verb, worked out once.
#[derive(Clone, Copy)]
struct Met {
    form: Option<Form>,
    /// Its form where its last letter is a pronoun.
    with_object: Option<Form>,
}

impl Met {
    /// A folded word, remembered from article to article.
    fn of(word: &str) -> Self {
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
        let known = |word: &str| FORMS.get(word).copied();
        let bare = word.strip_prefix(['و', 'ف']).filter(|rest| rest.chars().count() > 2);
        let form = known(word).or_else(|| bare.and_then(known)).or_else(|| by_shape(bare.unwrap_or(word))).or_else(|| by_shape(word));
        Self { form, with_object: with_object(bare.unwrap_or(word)) }
    }
}

/// «أنقذه», «وافاها»: a perfect with a pronoun behind it, if that is no «ة».
fn with_object(word: &str) -> Option<Form> {
    let stem = ["هما", "هم", "ها", "ه"].iter().find_map(|pronoun| word.strip_suffix(pronoun))?;
    let known = |stem: &str| FORMS.get(stem).copied().filter(|&form| form == Form::Perfect);
    known(stem).or_else(|| known(&format!("{}ي", stem.strip_suffix('ا')?)))
}

/// Verbs that the table lacks, by their shape: «ستـ», «سيـ», «يـ…ون», «استـ».
fn by_shape(word: &str) -> Option<Form> {
    let letters = word.chars().count();
    let known_noun = |stems: &[&str]| stems.iter().any(|stem| word.starts_with(stem));
    let future = word.strip_prefix('س').is_some_and(|rest| rest.starts_with(['ي', 'ت', 'ن']));
    if future && letters >= 5 && !known_noun(&NO_FUTURES) {
        return Some(Form::Future);
    }
    if word.starts_with('ي') && letters >= 4 && !known_noun(&NO_IMPERFECTS) {
        return Some(Form::Imperfect);
    }
    if tenth_and_kin(word.strip_suffix('ت').unwrap_or(word)) {
        return Some(Form::Perfect);
    }
    let third = word.strip_prefix("است")?;
    (third.chars().count() == 3 && !third.contains('ا')
        || third.chars().count() == 4 && third.ends_with('ت') && third.chars().nth(1) != Some('ا'))
    .then_some(Form::Perfect)
}

/// «اقتصر», «انسحب»: five letters without a long vowel; the verbal nouns have one.
fn tenth_and_kin(word: &str) -> bool {
    let mut letters = ['\0'; 5];
    let mut count = 0;
    for (at, letter) in word.chars().enumerate() {
        if at < 5 {
            letters[at] = letter;
        }
        count = at + 1;
    }
    let [first, second, third, fourth, fifth] = letters;
    let shape = first == 'ا' && (third == 'ت' || second == 'ن');
    count == 5 && shape && ![second, third, fourth, fifth].iter().any(|letter| matches!(letter, 'ا' | 'ه' | 'ي' | 'و'))
}

/// Nouns that look like a future.
const NO_FUTURES: [&str; 24] = [
    "سيار",
    "سيد",
    "سينا",
    "سيطر",
    "سياس",
    "سياق",
    "سياح",
    "سينم",
    "سيناريو",
    "سيرت",
    "سيره",
    "سيول",
    "سيبير",
    "ستين",
    "ستون",
    "سنوات",
    "سنوي",
    "ستيف",
    "ستوديو",
    "ستراتيج",
    "سندات",
    "سنغاف",
    "سنتين",
    "سيلفا",
];

/// Nouns and names that look like an imperfect.
const NO_IMPERFECTS: [&str; 26] = [
    "يوم",
    "يمن",
    "يمين",
    "يسار",
    "يهود",
    "ياسر",
    "يوسف",
    "يحيي",
    "يونان",
    "يونس",
    "ياسين",
    "يابان",
    "يورو",
    "يونيسف",
    "يونيسيف",
    "يوغسلاف",
    "ينبع",
    "يعقوب",
    "يقين",
    "يديه",
    "يدين",
    "يوناني",
    "يوتيوب",
    "يافا",
    "يوليو",
    "يناير",
];

static FORMS: LazyLock<WordMap<String, Form>> = LazyLock::new(|| {
    let mut forms = WordMap::default();
    let mut section = "";
    let lines = include_str!("verbs.txt").lines().filter(|line| !line.starts_with('#'));
    for line in lines {
        if line.starts_with('[') {
            section = line;
            continue;
        }
        let words = line.split([' ', '،']).filter(|word| !word.is_empty()).map(folded);
        match section {
            "" | "[intent]" => {
                let words: Vec<String> = words.collect();
                for pair in words.chunks_exact(2) {
                    let intent = !section.is_empty();
                    conjugate(&mut forms, &pair[0], &pair[1], intent);
                }
            }
            "[noun]" => words.for_each(|word| {
                let noun = match forms.get(&word) {
                    Some(Form::Intent) => Form::IntentOrNoun,
                    _ => Form::PerfectOrNoun,
                };
                // «طلبًا» is no dual.
                forms.remove(&format!("{word}ا"));
                forms.insert(word, noun);
            }),
            "[future]" => forms.extend(words.map(|word| (word, Form::AheadWord))),
            "[past]" => forms.extend(words.map(|word| (word, Form::Behind))),
            "[call]" => forms.extend(words.map(|word| (word, Form::Call))),
            "[clause]" => forms.extend(words.map(|word| (word, Form::Clause))),
            _ => {}
        }
    }
    forms
});

/// Verbal nouns that lie ahead of a verb of intent: «قرر فتح المكاتب».
static AHEAD: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let section = include_str!("verbs.txt").lines().skip_while(|line| *line != "[ahead]").skip(1);
    let section = section.take_while(|line| !line.starts_with(['[', '#']));
    section.flat_map(str::split_whitespace).map(folded).collect()
});

/// Enters all persons in which the news use a verb.
fn conjugate(forms: &mut WordMap<String, Form>, perfect: &str, imperfect: &str, intent: bool) {
    let (past, present) = if intent { (Form::Intent, Form::ImperfectIntent) } else { (Form::Perfect, Form::Imperfect) };
    let stem = perfect.strip_suffix(['ي', 'ا']).unwrap_or(perfect);
    for ending in ["ت", "وا", "ا", "تا", "ن", "نا"] {
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
            forms.entry(form).or_insert(present);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::scan::scan;
    use super::*;

    fn check(text: &str, expected: Tense) {
        let t = scan(text);
        let at = (0..t.len()).position(|at| t[at].span.cut(text).contains("الخميس")).expect("the text names الخميس");
        assert_eq!(tense(text, &t, at, at + 1), expected, "{text}");
    }

    #[test]
    fn the_verb_gives_the_direction() {
        check("استقبل الوزير الخميس وفدا من الشركة", Tense::Past);
        check("سيستقبل الوزير وفدا الخميس", Tense::Future);
        check("يستقبل الوزير وفدا الخميس", Tense::Present);
        check("الجولة المقرر عقدها الخميس", Tense::Future);
        check("الورشة التي عُقدت الخميس", Tense::Past);
        check("دعت النقابة إلى وقفة أمام البرلمان الخميس", Tense::Future);
        check("دعت النقابة الخميس إلى وقفة", Tense::Past);
        check("قال المدير إن الخميس سيكون يوم عطلة", Tense::Future);
        check("لم يحضر الوزير جلسة الخميس", Tense::Past);
        check("برنامج الخميس", Tense::Unknown);
    }
}
