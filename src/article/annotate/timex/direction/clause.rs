//! The sentence round an expression: where it begins and ends, and its verbs as they stand there.

use super::super::lexicon::Sense;
use super::super::scan::{Kind, Row};
use super::super::traits::{
    AFTER, ANY, ARTICLE, BEFORE, BETWEEN, CLOSE, DOT, DURING, EXCLAMATION, GLUED, GRAMMAR, IN,
    LINE_END, MEANS, MONTH, NUMBER, OF, ON_FROM, OPEN, Pattern, QUESTION, SEMICOLON, SINCE, THIS,
    TO, Traits, WEEKDAY, WORD,
};
use super::forms::{Form, Met};
use crate::arabic::chars::{DAMMA, is_tashkeel};
use crate::arabic::clitics::{AND, Onto, SO};
use crate::arabic::lexicon::{COMMON, GIVEN, TOLD_WITH, VERB_LED, VERB_LED_BY_THAT, is, kinds};

/// A verb, or a word that does a verb's work, as it stands in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verb {
    /// There is none.
    None,
    /// «التقى»
    Perfect,
    /// «أعلن»
    Announced,
    /// «كان قد التقى»
    Pluperfect,
    /// «لم يلتق»
    Negated,
    /// «كان يلتقي»
    Habit,
    /// «يلتقي»
    Imperfect,
    /// «أن يلتقي»
    Subjunctive,
    /// «سيلتقي», «لن يلتقي»
    Future,
    /// «دعا»
    Intent,
    /// «يعتزم»
    Intending,
    /// «المقرر»
    Ahead,
    /// «كان مقررًا»
    WasAhead,
    /// «المنعقد», «إثر»
    Behind,
    /// «دعوة إلى»
    Call,
    /// «تقدّم الفرقة»: the imperfect of her, or a perfect that the table lacks.
    OfHer,
    /// «تلعثم الوزير»: behind its ت stands no feminine.
    OfHim,
    /// «تصبّبت», «وأنهكوا»: the ending of a perfect.
    Ended,
    /// «ذبح الأهالي»: a short word at the head of a clause.
    Bare,
    /// «إذا وصل»
    If,
}

impl Verb {
    /// How many there are.
    pub(super) const COUNT: usize = 20;
}

/// How many tokens a sentence is read to each side of an expression.
const REACH: usize = 40;
/// How near an auxiliary stands to its verb: «كان الوزير الجديد قد وصل».
const AUXILIARY: usize = 4;

/// How far behind a verb of calling stands what it calls to.
const CALLED: usize = 3;

/// How far behind its verb «أن» can lead another.
const LED: usize = 6;

/// The sentence of an expression.
#[derive(Debug)]
pub(super) struct Clause {
    /// Its first token, or the first within reach.
    pub(super) first: usize,
    /// The token after its last.
    pub(super) last: usize,
    /// Its verbs before the expression, nearest first.
    pub(super) before: Vec<(usize, Verb)>,
    /// Its verbs after it, nearest first.
    pub(super) after: Vec<(usize, Verb)>,
}

/// Reads the sentence in which tokens `start..end` stand.
pub(super) fn clause(text: &str, t: &Row<'_>, start: usize, end: usize) -> Clause {
    let first = (start.saturating_sub(REACH)..start)
        .rev()
        .find(|&i| ends_sentence(t, i))
        .map_or(start.saturating_sub(REACH), |i| i + 1);
    let last = (end..t.len().min(end + REACH))
        .find(|&i| ends_sentence(t, i))
        .unwrap_or(t.len().min(end + REACH));
    let mut before = verbs(text, t, first..start);
    before.reverse();
    alone_in_its_clause(t, &mut before);
    Clause { first, last, before, after: verbs(text, t, end..last) }
}

/// «وتفيد بأن الجولة مهّدت لما سيقوده الرئيس، وأن الجانب الأمني بُحث الخميس»: of the verbs before, nearest first, leaves those of the
/// last clause that «وأن» joins, if it has one: the others tell of something else.
fn alone_in_its_clause(t: &Row<'_>, before: &mut Vec<(usize, Verb)>) {
    let Some(&(near, _)) = before.first() else { return };
    let farthest = before.last().map_or(near, |&(verb, _)| verb);
    let joined = (farthest..near).rev().find(|&i| t.letters(i) == "وان");
    if let Some(joined) = joined {
        before.retain(|&(verb, _)| verb > joined);
    }
}

/// The verbs of some tokens in their order. A verb behind «أن» is what the verb or noun before it makes of it: «كان من المقرر أن يصل».
fn verbs(text: &str, t: &Row<'_>, tokens: std::ops::Range<usize>) -> Vec<(usize, Verb)> {
    let mut found: Vec<(usize, Verb)> = Vec::new();
    for i in tokens {
        let Some(verb) = verb(text, t, i) else { continue };
        found.push((i, led(t, (i, verb), found.last().copied())));
    }
    found
}

/// What a verb is behind the one before it, which may lead it by «أن».
fn led(t: &Row<'_>, (i, verb): (usize, Verb), before: Option<(usize, Verb)>) -> Verb {
    use Verb::{Ahead, Call, Intending, Intent, Perfect, Pluperfect, Subjunctive, WasAhead};
    match (verb, before) {
        (Subjunctive, Some((at, leading @ (Ahead | WasAhead | Intending | Intent | Call))))
            if i - at <= LED =>
        {
            leading
        }
        (Subjunctive, _) if is_agreed(t, i) => Ahead,
        (Subjunctive, Some((_, told @ (Perfect | Pluperfect)))) if is_told_with_it(t, i) => told,
        _ => verb,
    }
}

/// «أغلقت المدارس قبل أن تستأنف الدراسة الخميس», «غادر من دون أن يصرح»: what did or did not happen with what is told of the past.
fn is_told_with_it(t: &Row<'_>, i: usize) -> bool {
    leads_by_that(t, i).is_some_and(|lead| is(t.letters(lead), TOLD_WITH))
}

/// «أوصى المجلس بتوزيع الأرباح، على أن تُصرف في 22 أيلول»: what is to be done.
fn is_agreed(t: &Row<'_>, i: usize) -> bool {
    leads_by_that(t, i).is_some_and(|lead| t.has(lead, ON_FROM))
}

/// The token before «أن» that stands right before a verb: «على أن تُصرف».
fn leads_by_that(t: &Row<'_>, i: usize) -> Option<usize> {
    i.checked_sub(2).filter(|lead| t.letters(lead + 1) == "ان")
}

/// Whether a sentence ends at the token.
pub(super) fn ends_sentence(t: &Row<'_>, i: usize) -> bool {
    const ENDS: Traits = Traits::of(&[LINE_END, EXCLAMATION, QUESTION, SEMICOLON]);
    // «7.4»
    let parts_figures = t.has(i + 1, NUMBER.with(GLUED));
    t.has(i, if parts_figures { ENDS } else { ENDS | DOT })
}

fn verb(text: &str, t: &Row<'_>, i: usize) -> Option<Verb> {
    /// «(يوروبول)»
    const IN_BRACKETS: [Pattern; 3] = [OPEN.alone(), ANY, CLOSE.alone()];
    if !t.has(i, WORD) || stands_for_time(text, t, i) || t.follows(i + 2, &IN_BRACKETS) {
        return None;
    }
    let written = t[i].span.cut(text);
    let Some(form) = form(t.letters(i), written) else { return unknown(text, t, i, written) };
    // «ودعت إلى وقفة», «ودعت الأهالي إلى وقفة»: whoever bids farewell does it to nowhere.
    if Met::of(t.letters(i)).may_call && (i + 1..=i + CALLED).any(|at| t.has(at, TO)) {
        return Some(Verb::Intent);
    }
    // What is oftener a noun is a verb at the head of its clause only; none is one right after a preposition.
    let stands = || !stands_as_noun(t, i);
    let heads = || heads_clause(t, i) && stands();
    match form {
        _ if Met::of(t.letters(i)).imperfect => Some(imperfect(text, t, i)),
        Form::Perfect if Met::of(t.letters(i)).of_her => perfect_or_hers(text, t, i, written),
        Form::Perfect => stands().then(|| perfect(text, t, i)),
        // «في تقرير نُشر الخميس»
        Form::PerfectOrNoun | Form::AnnounceOrNoun if is_passive(written) => {
            Some(perfect(text, t, i))
        }
        // «بين», «قبل»
        Form::PerfectOrNoun if t.has(i, GRAMMAR) => None,
        // «الفريق تأهل»: behind its subject «تأهل» is no noun.
        Form::PerfectOrNoun if t.letters(i).starts_with('ت') && stands_as_verb(t, i) => {
            Some(perfect(text, t, i))
        }
        Form::PerfectOrNoun => heads().then(|| perfect(text, t, i)),
        Form::Announce => stands().then(|| announced(perfect(text, t, i))),
        Form::AnnounceOrNoun => heads().then(|| announced(perfect(text, t, i))),
        Form::Intent => stands().then_some(Verb::Intent),
        Form::IntentOrNoun => heads().then_some(Verb::Intent),
        Form::Imperfect => (!is_surname(t, i)).then(|| imperfect(text, t, i)),
        Form::ImperfectIntent if near(t, i, 1, Form::Not) => Some(Verb::Negated),
        Form::ImperfectIntent => Some(Verb::Intending),
        Form::FutureByShape | Form::FutureOrName => {
            (heads_clause(t, i) || follows_definite(t, i)).then_some(Verb::Future)
        }
        Form::Future | Form::Will => Some(Verb::Future),
        Form::Ahead if near(t, i, AUXILIARY, Form::Was) => Some(Verb::WasAhead),
        Form::Ahead | Form::Appointment => Some(Verb::Ahead),
        Form::Behind => Some(Verb::Behind),
        Form::Call => Some(Verb::Call),
        Form::If => Some(Verb::If),
        Form::Was => Some(Verb::Perfect),
        Form::Clause | Form::Not | Form::Perfective | Form::Which => None,
    }
}

/// «تقدّم»: a perfect of him, or what she does, as far as its neighbours tell; «بعد تبادل الأسرى» is neither.
fn perfect_or_hers(text: &str, t: &Row<'_>, i: usize, written: &str) -> Option<Verb> {
    let heads = heads_clause(t, i);
    match () {
        // «تُسلَّم الجوائز»
        () if is_passive(written) => Some(imperfect(text, t, i)),
        // «أن تقدم استقالتها»: behind «أن» stands no perfect.
        () if near(t, i, 1, Form::Clause) => Some(Verb::Subjunctive),
        () if !heads => stands_as_verb(t, i).then(|| perfect(text, t, i)),
        () if of_her(t, i) == Verb::OfHer => Some(Verb::OfHer),
        () => (!stands_as_noun(t, i)).then(|| perfect(text, t, i)),
    }
}

/// «مصطفى يمق»: a verb that no table has, right behind a given name, is rather the family's.
fn is_surname(t: &Row<'_>, i: usize) -> bool {
    let Some(before) = i.checked_sub(1).filter(|_| !Met::of(t.letters(i)).listed) else {
        return false;
    };
    let before = kinds(t.letters(before));
    before.any(GIVEN) && !before.any(COMMON)
}

fn perfect(text: &str, t: &Row<'_>, i: usize) -> Verb {
    match () {
        () if near(t, i, 2, Form::If) => Verb::If,
        () if follows_if(text, t, i) => Verb::If,
        () if near(t, i, AUXILIARY, Form::Was) => Verb::Pluperfect,
        () => Verb::Perfect,
    }
}

fn announced(verb: Verb) -> Verb {
    if verb == Verb::Perfect { Verb::Announced } else { verb }
}

fn imperfect(text: &str, t: &Row<'_>, i: usize) -> Verb {
    match () {
        () if near(t, i, 2, Form::If) => Verb::If,
        () if near(t, i, 1, Form::Not) && negates_condition(text, t, i - 1) => Verb::If,
        () if near(t, i, 1, Form::Not) => Verb::Negated,
        () if near(t, i, 1, Form::Will) => Verb::Future,
        () if near(t, i, 1, Form::Clause) => Verb::Subjunctive,
        () if matches!(written_before(text, t, i), "ألا" | "ألّا") => Verb::Subjunctive,
        () if near(t, i, AUXILIARY, Form::Was) => Verb::Habit,
        () => Verb::Imperfect,
    }
}

/// «إن لم», «ما لم»
fn negates_condition(text: &str, t: &Row<'_>, not: usize) -> bool {
    follows_if(text, t, not) || not > 0 && t.letters(not - 1) == "ما"
}

/// «يونيو» looks like an imperfect and is none; «عقد» at the head of a sentence or behind «الذي», and «عُقد», are no decade.
fn stands_for_time(text: &str, t: &Row<'_>, i: usize) -> bool {
    if t[i].senses.iter().all(|&sense| matches!(sense, Sense::Grammar(_))) {
        return false;
    }
    let as_verb =
        || heads_sentence(t, i) || near(t, i, 1, Form::Which) || is_passive(t[i].span.cut(text));
    Met::of(t.letters(i)).form != Some(Form::PerfectOrNoun) || !as_verb()
}

fn heads_sentence(t: &Row<'_>, i: usize) -> bool {
    i == 0 || ends_sentence(t, i - 1)
}

/// Whether one of the last so many tokens has the form.
fn near(t: &Row<'_>, i: usize, reach: usize, form: Form) -> bool {
    let has_form = |at: usize| t.has(at, WORD) && Met::of(t.letters(at)).form == Some(form);
    (i.saturating_sub(reach)..i).any(has_form)
}

/// The token before as it is written.
fn written_before<'t>(text: &'t str, t: &Row<'_>, i: usize) -> &'t str {
    i.checked_sub(1).map_or("", |before| t[before].span.cut(text))
}

/// «إن فاز», «إن لم تتراجع»: right before a verb «إن» is a condition.
fn follows_if(text: &str, t: &Row<'_>, i: usize) -> bool {
    let before = written_before(text, t, i);
    before.without(AND | SO) == "إن"
}

fn follows_definite(t: &Row<'_>, i: usize) -> bool {
    i.checked_sub(1).is_some_and(|before| is_definite(t, before))
}

/// Whether a word has «ال», known or not.
pub(super) fn is_definite(t: &Row<'_>, i: usize) -> bool {
    t.has(i, ARTICLE) || t.letters(i).has_article()
}

/// «نُشر», «تُعاد», but not «عُمان», «دُول»: a perfect in the passive has no long «ا» before its last letter.
fn is_passive(written: &str) -> bool {
    let written = written.without_all(AND | SO);
    let has_damma = written.chars().nth(1) == Some(DAMMA);
    let mut letters = written.chars().rev().skip_while(|&c| is_tashkeel(c)).skip(1);
    has_damma && (written.starts_with(['ت', 'ي']) || letters.all(|c| c != 'ا'))
}

/// «الفرقة», «اللجان المنتخبات»: a folded word with the ending of her or them.
pub(super) fn is_feminine(word: &str) -> bool {
    word.ends_with('ه') || word.ends_with("ات")
}

/// «تقدّم الفرقة», «التي تقدّم»: beside a feminine subject the ت is that of the imperfect; a perfect of hers ends in ت.
fn of_her(t: &Row<'_>, i: usize) -> Verb {
    let before = i.checked_sub(1).map_or("", |before| t.letters(before));
    match before {
        _ if t.letters(i).ends_with('ت') => Verb::Ended,
        "الذي" => Verb::OfHim,
        "التي" | "كانت" => Verb::OfHer,
        _ if is_feminine(t.letters(i + 1)) || is_feminine(before) => Verb::OfHer,
        _ => Verb::OfHim,
    }
}

/// A word at the head of a clause that no table has, by its letters.
fn unknown(text: &str, t: &Row<'_>, i: usize, written: &str) -> Option<Verb> {
    let folded = t.letters(i);
    let rest = folded.behind(AND | SO).filter(|rest| rest.chars().count() > 2);
    let word = rest.unwrap_or(folded);
    if Met::of(folded).noun {
        return None;
    }
    let marked = written.without_all(AND | SO);
    if is_passive(written) {
        match word {
            _ if marked.starts_with(['ت', 'ي']) => return Some(imperfect(text, t, i)),
            // «مُهلة», «غُرفة»
            noun if noun.starts_with('م') || noun.ends_with('ه') => {}
            // «زُفّت», «أُخمد»
            _ => return Some(Verb::Perfect),
        }
    }
    // «الأحد تهدّم ما بقي من السور», «في 23 يوليو أذيع البيان»
    let heads = t.after(i, WEEKDAY | MONTH) || heads_clause(t, i);
    let is_noun = t.has(i, MEANS | ARTICLE) || word.has_article() || marked.ends_with('ة');
    if !heads || is_noun {
        return None;
    }
    by_letters(t, i, word)
}

/// What a word at the head of a clause can be by its first and last letters.
fn by_letters(t: &Row<'_>, i: usize, word: &str) -> Option<Verb> {
    let letters = word.chars().count();
    let mut ending = word.chars().rev();
    let (last, long, first) = (ending.next()?, ending.next()?, word.chars().next()?);
    let behind_that = near(t, i, 1, Form::Clause);
    match (first, long, last) {
        (_, _, _) if letters < 3 => None,
        ('ت' | 'ي' | 'ن', _, _) if behind_that => Some(Verb::Subjunctive),
        ('ت' | 'ي' | 'ن', _, _) => None,
        _ => is_verb_led(t, i).then_some(Verb::Perfect),
    }
    .or_else(|| match (first, long, last) {
        ('ت', 'ي', _) => ended(letters, long, last),
        ('ت', _, _) if (4..=6).contains(&letters) => Some(of_her(t, i)),
        _ => ended(letters, long, last),
    })
    .or_else(|| is_hollow_passive(word).then_some(Verb::Perfect))
    .or_else(|| (heads_sentence(t, i) && is_bare(first, long, letters)).then_some(Verb::Bare))
}

/// «تصبّبت», «أنهكوا», but not «فتيات»
fn ended(letters: usize, long: char, last: char) -> Option<Verb> {
    let is_ending = match (long, last) {
        (_, _) if letters < 4 => false,
        ('و', 'ا') => true,
        ('ا', 'ت') => false,
        (_, last) => last == 'ت',
    };
    is_ending.then_some(Verb::Ended)
}

/// «ذبح», «أضرم», but not «إضراب», «لقاء», «مقتل»: by the first letter, the last but one, and how many there are.
fn is_bare(first: char, long: char, letters: usize) -> bool {
    match (first, long, letters) {
        (_, _, 3) => true,
        ('م' | 'ت', _, _) => false,
        ('ا', 'ا', 4) => true,
        (_, 'ا', _) => false,
        (_, _, 4 | 5) => true,
        _ => false,
    }
}

/// «أُذيع», «أُقيل», «أُصيبت», as they are written without their vowels; «أمير» is no verb.
fn is_hollow_passive(word: &str) -> bool {
    let stem: Vec<char> = word.strip_suffix('ت').unwrap_or(word).chars().collect();
    matches!(stem[..], ['ا', first, 'ي', _] if first != 'ل') && !is(word, COMMON)
}

/// «بعدما أبقى المصرف», «بعد أن أبقى»: nothing but a verb follows.
fn is_verb_led(t: &Row<'_>, i: usize) -> bool {
    let before = |back: usize| i.checked_sub(back).map_or("", |at| t.letters(at));
    match before(1) {
        "ان" => is(before(2), VERB_LED_BY_THAT),
        before => is(before, VERB_LED),
    }
}

/// «الفريق تأهل»: behind its subject, and behind no preposition.
fn stands_as_verb(t: &Row<'_>, i: usize) -> bool {
    follows_definite(t, i) && !stands_as_noun(t, i)
}

/// A perfect right after a preposition is a noun: «إلى عقد», «في بحث».
fn stands_as_noun(t: &Row<'_>, i: usize) -> bool {
    t.after(i, Traits::of(&[IN, OF, TO, ON_FROM, BEFORE, AFTER, SINCE, DURING, BETWEEN, THIS]))
}

/// A verb stands at the head of its clause, or after «الذي», «قد», «كان».
fn heads_clause(t: &Row<'_>, i: usize) -> bool {
    let Some(before) = i.checked_sub(1) else { return true };
    match t[before].kind {
        Kind::Mark(_) => true,
        Kind::Word => {
            let leads = |form| {
                matches!(form, Form::Clause | Form::Which | Form::Perfective | Form::Was | Form::If)
            };
            t.letters(before) == "و" || Met::of(t.letters(before)).form.is_some_and(leads)
        }
        _ => false,
    }
}

/// «سألناكم», «سألونا»: who asked, and whom, behind the folded letters of the verb.
fn is_asked(word: &str) -> bool {
    const WHO: [&str; 4] = ["", "ت", "نا", "و"];
    const WHOM: [&str; 9] = ["", "ه", "ها", "هم", "هما", "ك", "كم", "نا", "ني"];
    let Some(rest) = word.strip_prefix("سال") else { return false };
    WHO.iter().filter_map(|who| rest.strip_prefix(who)).any(|whom| WHOM.contains(&whom))
}

/// What a word is, where the written letters tell more than the folded ones.
pub(super) fn form(word: &str, written: &str) -> Option<Form> {
    let written = written.without_all(AND | SO);
    let met = Met::of(word);
    // «سأعود»; folded it would look like «ساعة». «سألته», «سألناكم» are no future.
    if written.starts_with("سأ") {
        let asked = met.form.or(met.with_object) == Some(Form::Perfect) || is_asked(word);
        return Some(if asked { Form::Perfect } else { Form::Future });
    }
    match (word, met.form) {
        // «وادي» is no «وأدى».
        ("وادي", _) if written.starts_with('ا') => return None,
        ("توفي", _) => {}
        // «تفادي», «تولي» are nouns of «تفادى», «تولى», which are folded alike.
        (word, Some(Form::Perfect)) if word.starts_with('ت') && written.ends_with('ي') => {
            return None;
        }
        _ => {}
    }
    met.form.or_else(|| met.with_object.filter(|_| !written.ends_with('ة')))
}

#[cfg(test)]
mod tests {
    use super::super::super::scan::scan;
    use super::*;

    /// The verbs of a text, in its order.
    fn read(text: &'static str) -> Vec<Verb> {
        let t = scan(text);
        (0..t.len()).filter_map(|i| verb(text, &t, i)).collect()
    }

    #[test]
    fn verbs_are_read_as_they_stand() {
        use Verb::{
            Ahead, Announced, Future, Habit, If, Imperfect, Intent, Negated, OfHer, OfHim, Perfect,
            Pluperfect, Subjunctive, WasAhead,
        };
        let cases: [(&str, &[Verb]); 21] = [
            ("التقى الوزير نظيره", &[Perfect]),
            ("كان الوزير قد التقى نظيره", &[Perfect, Pluperfect]),
            ("كان الوزير يلتقي نظيره", &[Perfect, Habit]),
            ("لم يلتق الوزير نظيره", &[Negated]),
            ("ولن تُغلق اللجان", &[Future, Future]),
            ("إذا فاز الفريق", &[If, If]),
            ("إن لم تتراجع الحكومة", &[If]),
            ("دعا الحزب أنصاره", &[Intent]),
            ("أعلن الحزب أسماء مرشحيه", &[Announced]),
            ("كان من المقرر أن يصل", &[Perfect, WasAhead, Subjunctive]),
            ("ومن المقرر وصوله", &[Ahead]),
            ("تقدّم الفرقة عرضها", &[OfHer]),
            ("تلعثم الوزير", &[OfHim]),
            ("تُسلَّم الجوائز", &[Imperfect]),
            ("في تقرير نُشر", &[Perfect]),
            ("في تقرير رفعته إلى الوزارة", &[Perfect]),
            ("الاجتماع الذي عقد", &[Perfect]),
            ("عن إطلاق خدمتها", &[]),
            ("وادي النهر، سيارة، تنظيم معرض، بعد تبادل الأسرى، استقالتها", &[]),
            ("إلى مجلس عُمان، دُوار البحر", &[]),
            ("سألناكم في مارس، وسألته، وسألقي كلمة", &[Perfect, Perfect, Future]),
        ];
        for (text, verbs) in cases {
            assert_eq!(read(text), verbs, "{text}");
        }
    }

    #[test]
    fn a_verb_behind_an_is_what_leads_it() {
        let text = "كان من المقرر أن تصل القافلة الخميس";
        let t = scan(text);
        let last = t.len() - 1;
        assert_eq!(
            clause(text, &t, last, last + 1).before.first().map(|found| found.1),
            Some(Verb::WasAhead)
        );
    }
}
