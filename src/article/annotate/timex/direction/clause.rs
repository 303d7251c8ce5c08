//! The sentence round an expression: where it begins and ends, and its verbs as they stand there.

use super::super::lexicon::{Sense, Word};
use super::super::phrase::after;
use super::super::scan::{Kind, Row};
use super::forms::{Form, Met};
use crate::arabic::chars::is_tashkeel;
use crate::arabic::lexicon::{COMMON, GIVEN, TOLD_WITH, VERB_LED, VERB_LED_BY_THAT, is};

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
    let joined = (farthest..near).rev().find(|&i| t[i].kind == Kind::Word && t.letters(i) == "وان");
    if let Some(joined) = joined {
        before.retain(|&(verb, _)| verb > joined);
    }
}

/// The verbs of some tokens in their order. A verb behind «أن» is what the verb or noun before it makes of it: «كان من المقرر أن يصل».
fn verbs(text: &str, t: &Row<'_>, tokens: std::ops::Range<usize>) -> Vec<(usize, Verb)> {
    let mut found: Vec<(usize, Verb)> = Vec::new();
    for i in tokens {
        let Some(mut verb) = verb(text, t, i) else { continue };
        if let (Verb::Subjunctive, Some(&(at, leading))) = (verb, found.last())
            && i - at <= LED
            && matches!(
                leading,
                Verb::Ahead | Verb::WasAhead | Verb::Intending | Verb::Intent | Verb::Call
            )
        {
            verb = leading;
        }
        if let (Verb::Subjunctive, Some(&(_, told))) = (verb, found.last())
            && matches!(told, Verb::Perfect | Verb::Pluperfect)
            && is_told_with_it(t, i)
        {
            verb = told;
        }
        found.push((i, verb));
    }
    found
}

/// «أغلقت المدارس قبل أن تستأنف الدراسة الخميس», «غادر من دون أن يصرح»: what did or did not happen with what is told of the past.
fn is_told_with_it(t: &Row<'_>, i: usize) -> bool {
    i > 1 && t.letters(i - 1) == "ان" && is(t.letters(i - 2), TOLD_WITH)
}

/// Whether a sentence ends at the token.
pub(super) fn ends_sentence(t: &Row<'_>, i: usize) -> bool {
    match t[i].kind {
        Kind::Mark('\n' | '؟' | '!' | '?' | '؛') => true,
        Kind::Mark('.') => {
            !t.get(i + 1).is_some_and(|next| next.glued && matches!(next.kind, Kind::Number { .. }))
        }
        _ => false,
    }
}

fn verb(text: &str, t: &Row<'_>, i: usize) -> Option<Verb> {
    let token = &t[i];
    if token.kind != Kind::Word || stands_for_time(text, t, i) {
        return None;
    }
    // «(يوروبول)»
    if i > 0 && t[i - 1].is_mark(&['(']) && t[i + 1].is_mark(&[')']) {
        return None;
    }
    let written = token.span.cut(text);
    let Some(form) = form(t.letters(i), written) else { return unknown(text, t, i, written) };
    // «ودعت إلى وقفة»: whoever bids farewell does it to nowhere.
    if t[i + 1].is(Word::To) && Met::of(t.letters(i)).may_call {
        return Some(Verb::Intent);
    }
    if form == Form::Imperfect && is_surname(t, i) {
        return None;
    }
    match form {
        // «تُسلَّم الجوائز»
        Form::Perfect if Met::of(t.letters(i)).of_her && is_passive(written) => {
            Some(imperfect(text, t, i))
        }
        // «أن تقدم استقالتها»: behind «أن» stands no perfect.
        Form::Perfect if Met::of(t.letters(i)).of_her && near(t, i, 1, Form::Clause) => {
            Some(Verb::Subjunctive)
        }
        Form::Perfect
            if heads_clause(t, i)
                && Met::of(t.letters(i)).of_her
                && of_her(t, i) == Verb::OfHer =>
        {
            Some(Verb::OfHer)
        }
        // «بعد تبادل الأسرى»
        Form::Perfect
            if Met::of(t.letters(i)).of_her && !heads_clause(t, i) && !follows_definite(t, i) =>
        {
            None
        }
        Form::Perfect => (!stands_as_noun(t, i)).then(|| perfect(text, t, i)),
        // «بين», «قبل»
        // «في تقرير نُشر الخميس»
        Form::PerfectOrNoun | Form::AnnounceOrNoun if is_passive(written) => {
            Some(perfect(text, t, i))
        }
        Form::PerfectOrNoun if token.senses.iter().any(|sense| matches!(sense, Sense::Word(_))) => {
            None
        }
        Form::PerfectOrNoun => {
            // «الفريق تأهل»: behind its subject «تأهل» is no noun.
            let behind_subject = || t.letters(i).starts_with('ت') && follows_definite(t, i);
            let stands = heads_clause(t, i) || behind_subject();
            (!stands_as_noun(t, i) && stands).then(|| perfect(text, t, i))
        }
        Form::Announce => (!stands_as_noun(t, i)).then(|| announced(perfect(text, t, i))),
        Form::AnnounceOrNoun => {
            (!stands_as_noun(t, i) && heads_clause(t, i)).then(|| announced(perfect(text, t, i)))
        }
        Form::Intent => (!stands_as_noun(t, i)).then_some(Verb::Intent),
        Form::IntentOrNoun => (!stands_as_noun(t, i) && heads_clause(t, i)).then_some(Verb::Intent),
        Form::Imperfect => Some(imperfect(text, t, i)),
        Form::ImperfectIntent if near(t, i, 1, Form::Not) => Some(Verb::Negated),
        Form::ImperfectIntent => Some(Verb::Intending),
        Form::FutureByShape => {
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

/// «مصطفى يمق»: a verb that no table has, right behind a given name, is rather the family's.
fn is_surname(t: &Row<'_>, i: usize) -> bool {
    let is_given = |word: &str| is(word, GIVEN) && !is(word, COMMON);
    i > 0 && !Met::of(t.letters(i)).listed && is_given(t.letters(i - 1))
}

fn perfect(text: &str, t: &Row<'_>, i: usize) -> Verb {
    if near(t, i, 2, Form::If) || follows_if(text, t, i) {
        Verb::If
    } else if near(t, i, AUXILIARY, Form::Was) {
        Verb::Pluperfect
    } else {
        Verb::Perfect
    }
}

fn announced(verb: Verb) -> Verb {
    if verb == Verb::Perfect { Verb::Announced } else { verb }
}

fn imperfect(text: &str, t: &Row<'_>, i: usize) -> Verb {
    let negated = near(t, i, 1, Form::Not);
    if near(t, i, 2, Form::If)
        || negated && (follows_if(text, t, i - 1) || i > 1 && t.letters(i - 2) == "ما")
    {
        Verb::If
    } else if negated {
        Verb::Negated
    } else if near(t, i, 1, Form::Will) {
        Verb::Future
    } else if near(t, i, 1, Form::Clause) || i > 0 && matches!(t[i - 1].span.cut(text), "ألا" | "ألّا")
    {
        Verb::Subjunctive
    } else if near(t, i, AUXILIARY, Form::Was) {
        Verb::Habit
    } else {
        Verb::Imperfect
    }
}

/// «يونيو» looks like an imperfect and is none; «عقد» at the head of a sentence or behind «الذي», and «عُقد», are no decade.
fn stands_for_time(text: &str, t: &Row<'_>, i: usize) -> bool {
    let speaks = t[i].senses.iter().any(|&sense| !matches!(sense, Sense::Word(_)));
    let as_verb =
        || heads_sentence(t, i) || near(t, i, 1, Form::Which) || is_passive(t[i].span.cut(text));
    let verb = Met::of(t.letters(i)).form == Some(Form::PerfectOrNoun) && as_verb();
    speaks && !verb
}

fn heads_sentence(t: &Row<'_>, i: usize) -> bool {
    i == 0 || ends_sentence(t, i - 1)
}

/// Whether one of the last so many tokens has the form.
fn near(t: &Row<'_>, i: usize, reach: usize, form: Form) -> bool {
    (i.saturating_sub(reach)..i)
        .any(|at| t[at].kind == Kind::Word && Met::of(t.letters(at)).form == Some(form))
}

/// «إن فاز», «إن لم تتراجع»: right before a verb «إن» is a condition.
fn follows_if(text: &str, t: &Row<'_>, i: usize) -> bool {
    i > 0 && t[i - 1].kind == Kind::Word && {
        let before = t[i - 1].span.cut(text);
        before.strip_prefix(['و', 'ف']).unwrap_or(before) == "إن"
    }
}

fn follows_definite(t: &Row<'_>, i: usize) -> bool {
    i > 0 && (t[i - 1].article || t.letters(i - 1).starts_with("ال"))
}

/// «نُشر», «تُعاد», but not «عُمان», «دُول»: a perfect in the passive has no long «ا» before its last letter.
fn is_passive(written: &str) -> bool {
    let written = written.trim_start_matches(['و', 'ف']);
    let has_damma = written.chars().nth(1) == Some('\u{064F}');
    let mut letters = written.chars().rev().skip_while(|&c| is_tashkeel(c)).skip(1);
    has_damma && (written.starts_with(['ت', 'ي']) || letters.all(|c| c != 'ا'))
}

/// «تقدّم الفرقة», «التي تقدّم»: beside a feminine subject the ت is that of the imperfect; a perfect of hers ends in ت.
fn of_her(t: &Row<'_>, i: usize) -> Verb {
    let feminine = |word: &str| word.ends_with('ه') || word.ends_with("ات");
    let before = i.checked_sub(1).map_or("", |before| t.letters(before));
    if t.letters(i).ends_with('ت') {
        Verb::Ended
    } else if before == "الذي" {
        Verb::OfHim
    } else if feminine(t.letters(i + 1)) || feminine(before) || matches!(before, "التي" | "كانت")
    {
        Verb::OfHer
    } else {
        Verb::OfHim
    }
}

/// A word at the head of a clause that no table has, by its letters.
fn unknown(text: &str, t: &Row<'_>, i: usize, written: &str) -> Option<Verb> {
    let word = t.letters(i);
    let word =
        word.strip_prefix(['و', 'ف']).filter(|rest| rest.chars().count() > 2).unwrap_or(word);
    if Met::of(t.letters(i)).noun {
        return None;
    }
    let marked = written.trim_start_matches(['و', 'ف']);
    if is_passive(written) && marked.starts_with(['ت', 'ي']) {
        return Some(imperfect(text, t, i));
    }
    // «زُفّت», «أُخمد», but not «مُهلة»
    if is_passive(written) && !word.starts_with('م') && !word.ends_with('ه') {
        return Some(Verb::Perfect);
    }
    // «الأحد تهدّم ما بقي من السور», «في 23 يوليو أذيع البيان»
    let is_day = |sense: &Sense| matches!(sense, Sense::Weekday { .. } | Sense::Month { .. });
    let heads = i > 0 && t[i - 1].senses.iter().any(is_day) || heads_clause(t, i);
    if !heads
        || !t[i].senses.is_empty()
        || t[i].article
        || word.starts_with("ال")
        || marked.ends_with('ة')
    {
        return None;
    }
    let letters = word.chars().count();
    let long_end = word.chars().rev().nth(1);
    if letters >= 3 && !word.starts_with(['ي', 'ت', 'ن']) && is_verb_led(t, i) {
        return Some(Verb::Perfect);
    }
    if near(t, i, 1, Form::Clause) && word.starts_with(['ت', 'ي', 'ن']) && letters >= 3 {
        return Some(Verb::Subjunctive);
    }
    if word.starts_with('ت') && (4..=6).contains(&letters) && long_end != Some('ي') {
        return Some(of_her(t, i));
    }
    if letters >= 4 && (word.ends_with('ت') && long_end != Some('ا') || word.ends_with("وا")) {
        return Some(Verb::Ended);
    }
    if heads && is_hollow_passive(word) {
        return Some(Verb::Perfect);
    }
    // «ذبح», «أضرم», but not «إضراب», «لقاء», «مقتل»
    let noun = word.starts_with(['م', 'ت'])
        || long_end == Some('ا') && !(letters == 4 && word.starts_with('ا'));
    let short = (3..=5).contains(&letters) && (letters == 3 || !noun);
    (heads_sentence(t, i) && short).then_some(Verb::Bare)
}

/// «أُذيع», «أُقيل», «أُصيبت», as they are written without their vowels; «أمير» is no verb.
fn is_hollow_passive(word: &str) -> bool {
    let stem: Vec<char> = word.strip_suffix('ت').unwrap_or(word).chars().collect();
    matches!(stem[..], ['ا', first, 'ي', _] if first != 'ل') && !is(word, COMMON)
}

/// «بعدما أبقى المصرف», «بعد أن أبقى»: nothing but a verb follows.
fn is_verb_led(t: &Row<'_>, i: usize) -> bool {
    let before = |back: usize| i.checked_sub(back).map_or("", |at| t.letters(at));
    is(before(1), VERB_LED) || before(1) == "ان" && is(before(2), VERB_LED_BY_THAT)
}

/// A perfect right after a preposition is a noun: «إلى عقد», «في بحث».
fn stands_as_noun(t: &Row<'_>, i: usize) -> bool {
    const LEADING: [Word; 10] = [
        Word::In,
        Word::Of,
        Word::To,
        Word::OnFrom,
        Word::Before,
        Word::After,
        Word::Since,
        Word::During,
        Word::Between,
        Word::This,
    ];
    after(t, i, &LEADING)
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

/// What a word is, where the written letters tell more than the folded ones.
pub(super) fn form(word: &str, written: &str) -> Option<Form> {
    let written = written.trim_start_matches(['و', 'ف']);
    let met = Met::of(word);
    // «سأعود»; folded it would look like «ساعة». «سألته» is no future.
    if written.starts_with("سأ") && met.form.or(met.with_object) != Some(Form::Perfect) {
        return Some(Form::Future);
    }
    // «وادي» is no «وأدى».
    if word == "وادي" && written.starts_with('ا') {
        return None;
    }
    // «تفادي», «تولي» are nouns of «تفادى», «تولى», which are folded alike.
    if met.form == Some(Form::Perfect)
        && word.starts_with('ت')
        && word != "توفي"
        && written.ends_with('ي')
    {
        return None;
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
        let cases: [(&str, &[Verb]); 20] = [
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
