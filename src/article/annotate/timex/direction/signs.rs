//! The signs of a direction, and which of them an expression shows.

use super::super::scan::{Kind, Row};
use super::super::traits::{
    self, ARTICLE, BY, CARDINAL, COLON, COMMAS, DAY, DAY_PART, DURING, FRACTION, HOUR, IN, MEANS,
    NUMBER, OF, ON_FROM, PERCENT, QUANTITY, SINCE, STARTING, TO, Traits, UNTIL, WEEKDAY, WEEKLY,
    WITH_FOR, WITH_PREPOSITION, WORD,
};
use super::clause::{Clause, Verb, clause, ends_sentence, is_definite, is_feminine};
use super::forms::{Form, Met};
use crate::arabic::clitics::{self, Onto};
use crate::arabic::lexicon::{
    HAPPENED_ONCE, LASTED, OF_PRONOUN, OWED_FOR, REACTS_TO, SAID_BEHIND, SOURCE_LEAD, WHEN, is,
};
use crate::weigh::{Family, Sheet, Sign, Value};

/// What kind of expression is placed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Placed {
    /// «الخميس»
    Weekday,
    /// «15 نيسان»
    Day,
    /// «في نيسان»
    Month,
    /// Any other: «بعد أسبوعين», «العيد».
    Other,
}

/// The families of [`SHEET`], in its order.
#[derive(Clone, Copy)]
enum F {
    Before,
    Kind,
    BeforeFar,
    BeforeTwo,
    After,
    Around,
    Lead,
    Tail,
    Part,
    Clause,
    Plan,
    Quoted,
    Noun,
    Today,
    Week,
    Gap,
    Source,
    Relative,
    LeadVerb,
    Main,
    Deed,
    Reached,
    Lasted,
    Reacts,
}

const fn plain(name: &'static str) -> Value {
    Value::new(name, "")
}

static KINDS: [Value; 4] = [plain("weekday"), plain("day"), plain("month"), plain("other")];

static BEFORE: [Value; Verb::COUNT] = verbs(&[
    "لا فعل قبله",
    "قبله فعل ماضٍ",
    "قبله فعل إعلان ماضٍ",
    "قبله فعل ماضٍ بعد «كان»",
    "قبله مضارع بعد «لم»",
    "قبله مضارع بعد «كان»",
    "قبله فعل مضارع",
    "قبله مضارع بعد «أن»",
    "قبله فعل مستقبل",
    "قبله فعل عزم أو طلب",
    "قبله فعل توقّع",
    "قبله ما يدلّ على موعد",
    "قبله موعد فات",
    "قبله ما يدلّ على أمر وقع",
    "قبله دعوة",
    "قبله فعل مضارع",
    "قبله فعل ماضٍ",
    "قبله فعل ماضٍ",
    "قبله فعل ماضٍ",
    "قبله شرط",
]);

static AFTER: [Value; Verb::COUNT] = verbs(&[
    "لا فعل بعده",
    "بعده فعل ماضٍ",
    "بعده فعل إعلان ماضٍ",
    "بعده فعل ماضٍ بعد «كان»",
    "بعده مضارع بعد «لم»",
    "بعده مضارع بعد «كان»",
    "بعده فعل مضارع",
    "بعده مضارع بعد «أن»",
    "بعده فعل مستقبل",
    "بعده فعل عزم أو طلب",
    "بعده فعل توقّع",
    "بعده ما يدلّ على موعد",
    "بعده موعد فات",
    "بعده ما يدلّ على أمر وقع",
    "بعده دعوة",
    "بعده فعل مضارع",
    "بعده فعل ماضٍ",
    "بعده فعل ماضٍ",
    "بعده فعل ماضٍ",
    "بعده شرط",
]);

/// The same classes where the reason is said by another sign.
static VERBS: [Value; Verb::COUNT] = verbs(&[""; Verb::COUNT]);

const fn verbs(reasons: &[&'static str; Verb::COUNT]) -> [Value; Verb::COUNT] {
    const NAMES: [&str; Verb::COUNT] = [
        "none",
        "perfect",
        "announced",
        "pluperfect",
        "negated",
        "habit",
        "imperfect",
        "subjunctive",
        "future",
        "intent",
        "intending",
        "ahead",
        "was-ahead",
        "behind",
        "call",
        "of-her",
        "of-him",
        "ended",
        "bare",
        "if",
    ];
    let mut values = [plain("none"); Verb::COUNT];
    let mut at = 0;
    while at < Verb::COUNT {
        values[at] = Value::new(NAMES[at], reasons[at]);
        at += 1;
    }
    values
}

static DISTANCE: [Value; 4] = [plain("next"), plain("near"), plain("far"), plain("farther")];

/// What stands right before an expression, in the order of [`LEAD`].
#[derive(Clone, Copy)]
enum Lead {
    Head,
    Comma,
    Colon,
    Bracket,
    Quote,
    Mark,
    Since,
    Until,
    Before,
    After,
    To,
    By,
    Starting,
    In,
    Of,
    On,
    During,
    For,
    At,
    Noun,
    Verb,
    That,
}

static LEAD: [Value; 22] = [
    Value::new("head", ""),
    Value::new("comma", ""),
    Value::new("colon", ""),
    Value::new("bracket", ""),
    Value::new("quote", ""),
    Value::new("mark", ""),
    Value::new("since", SINCE_WHEN),
    Value::new("until", "بعد «حتى»"),
    Value::new("before", "بعد «قبل»"),
    Value::new("after", "بعد «بعد»"),
    Value::new("to", "بعد «إلى»"),
    Value::new("by", "بعد «بحلول»"),
    Value::new("starting", "بعد «ابتداءً من»"),
    Value::new("in", ""),
    Value::new("of", ""),
    Value::new("on", ""),
    Value::new("during", ""),
    Value::new("for", "بعد اللام"),
    Value::new("at", ""),
    Value::new("noun", ""),
    Value::new("verb", ""),
    Value::new("that", ""),
];

/// What stands right after an expression, in the order of [`TAIL`].
#[derive(Clone, Copy)]
enum Tail {
    End,
    Stop,
    Comma,
    Colon,
    Bracket,
    Quote,
    Mark,
    Preposition,
    Definite,
    Word,
    Appointment,
    Hour,
    That,
}

static TAIL: [Value; 13] = [
    Value::new("end", ""),
    Value::new("stop", ""),
    Value::new("comma", ""),
    Value::new("colon", "في رأس برنامج"),
    Value::new("bracket", ""),
    Value::new("quote", ""),
    Value::new("mark", ""),
    Value::new("preposition", ""),
    Value::new("definite", ""),
    Value::new("word", ""),
    Value::new("appointment", "موعد محدّد"),
    Value::new("hour", "ساعة محدّدة"),
    Value::new("that", "قبل «إنّ» وما قيل يومئذ"),
];

static CLAUSES: [Value; 4] = [plain("none"), plain("that"), plain("which"), plain("colon")];
static PLANS: [Value; 5] = [
    plain("none"),
    plain("to"),
    Value::new("plan", "أمر يُعتزم"),
    plain("both"),
    Value::new("about", "أمر يُعتزم"),
];
static QUOTED: [Value; 2] = [plain("no"), Value::new("yes", "في كلام منقول")];
static RELATIVES: [Value; 4] = [plain("none"), plain("which"), plain("bare"), plain("resumed")];
static NAMED: [Value; 2] = [plain("no"), plain("yes")];
static NOUNS: [Value; 4] = [plain("none"), plain("definite"), plain("feminine"), plain("bare")];
static DEEDS: [Value; 3] =
    [plain("no"), Value::new("yes", DEED), Value::new("owed", "حساب شهر انقضى")];
static REACHED: [Value; 2] = [plain("no"), Value::new("yes", "عدد بُلغ حتى يومئذ")];
static REACTS: [Value; 3] =
    [plain("no"), Value::new("yes", "استنكار ما وقع أو إشادة به"), plain("plan")];
static LASTS: [Value; 3] =
    [plain("no"), Value::new("lasted", "دام حتى يومئذ"), Value::new("let", "جُعل حتى يومئذ")];
/// Why what is called by a day that has passed does not come.
pub(super) const DEED: &str = "اسم ما وقع يومئذ";
/// Why what goes on since a day does not wait for it.
pub(super) const SINCE_WHEN: &str = "بعد «منذ»";

/// Why the year of a day is the last one where «حين وقع» stands behind it.
pub(super) const WHEN_DONE: &str = "بعده «حين» وفعل ماضٍ";
static SOURCES: [Value; 2] = [plain("no"), Value::new("yes", "قولٌ منسوب إلى من قاله يومئذ")];
static GAPS: [Value; 7] =
    [plain("0"), plain("1"), plain("2"), plain("3"), plain("4"), plain("5"), plain("6")];

/// All signs of a direction.
pub(in super::super) static SHEET: Sheet = Sheet::new(&[
    Family::new("before", &BEFORE, "«سيلتقي الوفدان الخميس»"),
    Family::new("kind", &KINDS, "«الخميس»، «15 نيسان»، «في نيسان»"),
    Family::pairs("before-far", &BEFORE, &DISTANCE, "«سيلتقي الخميس»"),
    Family::pairs("before-two", &BEFORE, &VERBS, "«قال إنه سيعود الخميس»"),
    Family::pairs("after", &AFTER, &DISTANCE, "«الخميس يلتقي الوفدان»"),
    Family::pairs("around", &BEFORE, &AFTER, "«أعلن الوزير الخميس أنه سيستقيل»"),
    Family::new("lead", &LEAD, "«حتى الخميس»"),
    Family::new("tail", &TAIL, "«حُدّد الخميس موعدًا»"),
    Family::new("part", &NAMED, "«مساء الخميس»"),
    Family::pairs("clause", &CLAUSES, &VERBS, "«أكد أن الجلسة ستعقد الخميس»"),
    Family::pairs("plan", &PLANS, &VERBS, "«قرر تأجيل الجلسة إلى الخميس»"),
    Family::pairs("quoted", &QUOTED, &VERBS, "«قال: «نعود الخميس»»"),
    Family::pairs("noun", &NOUNS, &KINDS, "«جلسة الخميس»"),
    Family::new("today", &NAMED, "«أسبوع يبدأ اليوم وينتهي الاثنين»"),
    Family::new("week", &NAMED, "«بعد أسبوع، أي الخميس»"),
    Family::pairs("gap", &GAPS, &KINDS, "«الخميس» في خبر الجمعة"),
    Family::new("source", &SOURCES, "«سيعود الوفد في الربيع، وفقًا لمسؤولين الثلاثاء»"),
    Family::pairs(
        "relative",
        &RELATIVES,
        &VERBS,
        "«خطاب ألقاه الخميس»، «الاجتماع الذي يعقد الخميس»، «اجتماع، أعلن عنه الخميس»",
    ),
    Family::pairs("lead-verb", &LEAD, &VERBS, "«أقرت زيادة ابتداءً من الخميس»"),
    Family::pairs("main", &VERBS, &VERBS, "«عرضت المخرجة فيلمًا يحكي سيرة صياد الأحد»"),
    Family::pairs("deed", &DEEDS, &KINDS, "«حريق الخميس»، «زلزال 6 شباط»، «متأخرات نوفمبر»"),
    Family::pairs("reached", &REACHED, &VERBS, "«أُنجز 60% من العمل حتى الخميس»"),
    Family::pairs("lasted", &LASTS, &KINDS, "«بقي الجسر مغلقًا حتى آذار»، «أُغلق الجسر حتى آذار»"),
    Family::pairs("reacts", &REACTS, &KINDS, "«تستنكر النقابة توقيف الصحفي الاثنين»"),
]);

fn sign(family: F, value: usize) -> Sign {
    SHEET.sign(family as usize, value)
}

fn pair(family: F, value: usize, beside: usize) -> Sign {
    SHEET.pair(family as usize, value, beside)
}

/// That a verb of the present stands before.
pub(super) fn present() -> Sign {
    sign(F::Before, Verb::Imperfect as usize)
}

/// The sign of a verb of announcing before the expression.
pub(super) fn announced() -> Sign {
    sign(F::Before, Verb::Announced as usize)
}

/// The signs that the sentence shows for tokens `start..end`; none where nothing in it tells.
pub(in super::super) fn signs(
    text: &str,
    t: &Row<'_>,
    start: usize,
    end: usize,
    kind: Placed,
) -> Box<[Sign]> {
    let (begin, part) = part_of_day(t, start);
    let clause = clause(text, t, begin, end);
    // «العام التالي», «عيد الفطر» in a sentence without a verb: nothing tells.
    if kind == Placed::Other && clause.before.is_empty() && clause.after.is_empty() {
        return Box::default();
    }
    let source = attribution(t, clause.before.first().map_or(0, |&(verb, _)| verb), begin);
    // Who is named as a source speaks on that day, whatever the verbs before tell of.
    let before = |nth: usize| match source {
        Some(source) => (source, Verb::None),
        None => clause.before.get(nth).map_or((begin, Verb::None), |&found| found),
    };
    let after = clause.after.first().map_or((end, Verb::None), |&found| found);
    let (near, second) = (before(0), before(1));
    let main = clause.before.last().map_or((begin, Verb::None), |&found| found);
    let lead = lead(t, &clause, begin, near) as usize;
    let verb = near.1 as usize;
    let mut signs = vec![
        sign(F::Before, verb),
        sign(F::Kind, kind as usize),
        pair(F::BeforeFar, verb, distance(begin - near.0)),
        pair(F::BeforeTwo, verb, second.1 as usize),
        pair(F::After, after.1 as usize, distance(after.0 + 1 - end)),
        pair(F::Around, verb, after.1 as usize),
        sign(F::Lead, lead),
        sign(F::Tail, tail(t, end) as usize),
        pair(F::Noun, noun(t, begin), kind as usize),
        pair(F::LeadVerb, lead, verb),
        pair(F::Main, main.1 as usize, verb),
    ];
    let mut add = |family: F, value: usize, beside: usize| {
        if value > 0 {
            signs.push(pair(family, value, beside))
        }
    };
    add(F::Part, usize::from(part), 0);
    add(F::Clause, opener(text, t, &clause, near.0, begin), verb);
    add(F::Relative, relative(t, &clause, near, begin), verb);
    add(F::Plan, plan(t, near.0, begin), verb);
    add(F::Quoted, usize::from(is_quoted(t, begin)), verb);
    add(F::Today, usize::from((clause.first..clause.last).any(|i| is_today(t, i))), 0);
    add(F::Week, usize::from(speaks_of(t, &clause, WEEKLY)), 0);
    add(F::Source, usize::from(source.is_some()), 0);
    add(F::Deed, deed(t, begin), kind as usize);
    add(F::Reached, usize::from(is_reached(t, near.0, begin)), verb);
    add(F::Lasted, lasted(t, near.0, begin), kind as usize);
    add(F::Reacts, reacts(t, near, begin), kind as usize);
    signs.into()
}

/// Where «وفقًا لمسؤولين الثلاثاء», «بحسب هيئة الملاحة الخميس» begins, behind the verb before: the day is that on which they said it.
fn attribution(t: &Row<'_>, verb: usize, begin: usize) -> Option<usize> {
    /// How many words name who said it.
    const NAMES: usize = 7;
    (verb.max(begin.saturating_sub(NAMES))..begin).rev().find(|&i| is(t.letters(i), SOURCE_LEAD))
}

/// «اليوم», unless it names the expression itself: «اليوم الخميس».
fn is_today(t: &Row<'_>, i: usize) -> bool {
    t.has(i, DAY.with(ARTICLE)) && !t.has(i + 1, WEEKDAY)
}

/// Whether a word of the sentence is such.
fn speaks_of(t: &Row<'_>, clause: &Clause, traits: Traits) -> bool {
    (clause.first..clause.last).any(|i| t.has(i, traits))
}

/// The sign of how far back the last such weekday lies, in days, or of how soon such a day of the year comes again, by bands.
pub(super) fn gap(kind: Placed, gap: u32) -> Sign {
    pair(F::Gap, gap as usize, kind as usize)
}

fn distance(tokens: usize) -> usize {
    match tokens {
        0 | 1 => 0,
        2..=4 => 1,
        5..=10 => 2,
        _ => 3,
    }
}

/// «مساء الخميس», «يوم الخميس»: where the whole begins, and whether a part of a day is named.
///
/// «يوم» by itself is a habit of newsrooms and says nothing of the direction.
fn part_of_day(t: &Row<'_>, start: usize) -> (usize, bool) {
    match start.checked_sub(1) {
        _ if t.has(start, DAY_PART) => (start, true),
        Some(before) if t.has(before, DAY_PART) => (before, true),
        Some(before) if t.has(before, DAY) => (before, false),
        _ => (start, false),
    }
}

/// What stands right before the expression.
fn lead(t: &Row<'_>, clause: &Clause, begin: usize, near: (usize, Verb)) -> Lead {
    const WORDS: [(Traits, Lead); 11] = [
        (SINCE, Lead::Since),
        (UNTIL, Lead::Until),
        (traits::BEFORE, Lead::Before),
        (traits::AFTER, Lead::After),
        (TO, Lead::To),
        (BY, Lead::By),
        (STARTING, Lead::Starting),
        (IN, Lead::In),
        (OF, Lead::Of),
        (ON_FROM, Lead::On),
        (DURING, Lead::During),
    ];
    match t[begin].traits {
        own if own.any(WITH_FOR) => return Lead::For,
        own if own.any(WITH_PREPOSITION) => return Lead::At,
        _ if begin <= clause.first => return Lead::Head,
        _ => {}
    }
    if let Kind::Mark(mark) = t[begin - 1].kind {
        return match mark {
            '،' | ',' => Lead::Comma,
            ':' => Lead::Colon,
            '(' => Lead::Bracket,
            '«' | '“' | '"' => Lead::Quote,
            _ => Lead::Mark,
        };
    }
    // «ابتداءً من الخميس»
    if t.follows(begin, &[STARTING.alone(), OF.alone()]) {
        return Lead::Starting;
    }
    let word = WORDS.iter().find(|(word, _)| t.after(begin, *word)).map(|&(_, lead)| lead);
    let form = Met::of(t.letters(begin - 1)).form;
    let verb = near.0 + 1 == begin && near.1 != Verb::None;
    word.unwrap_or(match form {
        Some(Form::Clause) => Lead::That,
        _ if verb => Lead::Verb,
        _ => Lead::Noun,
    })
}

/// What stands right after it.
fn tail(t: &Row<'_>, end: usize) -> Tail {
    const PREPOSITIONS: Traits = Traits::of(&[IN, OF, TO, ON_FROM, traits::AFTER, traits::BEFORE]);
    if end >= t.len() {
        return Tail::End;
    }
    // «قال ثلاثة مسؤولين، طلبوا عدم كشف أسمائهم، الثلاثاء، إن …»: the day of the saying.
    if is(t.letters(t.skip(end, COMMAS)), SAID_BEHIND) {
        return Tail::That;
    }
    if let Kind::Mark(mark) = t[end].kind {
        return match mark {
            '،' | ',' => Tail::Comma,
            ':' => Tail::Colon,
            ')' => Tail::Bracket,
            '»' | '”' | '"' => Tail::Quote,
            _ if ends_sentence(t, end) => Tail::Stop,
            _ => Tail::Mark,
        };
    }
    if Met::of(t.letters(end)).form == Some(Form::Appointment) {
        Tail::Appointment
    } else if t.has(end, HOUR | STARTING) {
        Tail::Hour
    } else if t.has(end, PREPOSITIONS) {
        Tail::Preposition
    } else if is_definite(t, end) {
        Tail::Definite
    } else {
        Tail::Word
    }
}

/// What opens a clause between the verb before and the expression.
fn opener(text: &str, t: &Row<'_>, clause: &Clause, verb: usize, begin: usize) -> usize {
    let from = if verb < begin { verb + 1 } else { clause.first };
    let form = |i: usize| super::clause::form(t.letters(i), t[i].span.cut(text));
    for i in (from..begin).rev() {
        if t.has(i, COLON) {
            return 3;
        }
        match form(i).filter(|_| t.has(i, WORD)) {
            Some(Form::Clause) => return 1,
            Some(Form::Which) => return 2,
            _ => {}
        }
    }
    0
}

/// Whether the verb before tells of the noun that it stands behind: «الاجتماع الذي عُقد», «خطاب ألقاه», «اجتماعًا، أعلن عنه».
fn relative(t: &Row<'_>, clause: &Clause, (verb, kind): (usize, Verb), begin: usize) -> usize {
    /// How soon behind its verb the pronoun of a relative clause stands: «تقدمت به غرفة التجارة».
    const RESUMED: usize = 2;
    if kind == Verb::None || verb <= clause.first {
        return 0;
    }
    if (verb + 1..begin.min(verb + 1 + RESUMED)).any(|i| is(t.letters(i), OF_PRONOUN)) {
        return 3;
    }
    let Some(before) = verb.checked_sub(1).filter(|&i| t.has(i, WORD)) else { return 0 };
    match Met::of(t.letters(before)).form {
        Some(Form::Which) => 1,
        None if is_strange(t, before) && !is_definite(t, before) => 2,
        _ => 0,
    }
}

/// Whether a word is none of time or grammar.
fn is_strange(t: &Row<'_>, i: usize) -> bool {
    t.has(i, WORD.without(MEANS))
}

/// Whether «إلى», «على», «ل» or a noun of what can be planned stands between the verb before and the expression, or «عن» right before such a noun.
fn plan(t: &Row<'_>, verb: usize, begin: usize) -> usize {
    let to = (verb + 1..begin + 1).any(|i| t.has(i, TO | ON_FROM | WITH_FOR));
    let planned = |&i: &usize| t.has(i, WORD) && Met::of(t.letters(i)).plan;
    let first = (verb + 1..begin).find(planned);
    if first.is_some_and(|i| t.letters(i - 1) == "عن") {
        return 4;
    }
    usize::from(to) + 2 * usize::from(first.is_some())
}

/// Whether a quotation is open before it.
fn is_quoted(t: &Row<'_>, begin: usize) -> bool {
    /// How far back its mark is looked for.
    const QUOTATION: usize = 80;
    let marks = (begin.saturating_sub(QUOTATION)..begin).rev().filter_map(|i| match t[i].kind {
        Kind::Mark(mark @ ('«' | '“' | '»' | '”')) => Some(mark),
        _ => None,
    });
    marks.into_iter().next().is_some_and(|mark| matches!(mark, '«' | '“'))
}

/// The noun right before it, of which it may be a part: «جلسة الخميس».
fn noun(t: &Row<'_>, begin: usize) -> usize {
    let Some(i) = begin.checked_sub(1).filter(|&i| is_strange(t, i)) else { return 0 };
    match t.letters(i) {
        _ if is_definite(t, i) => 1,
        word if is_feminine(word) => 2,
        _ => 3,
    }
}

/// «بقي الجسر مغلقًا حتى آذار» lasted until then; «أغلقت السلطات الجسر حتى آذار» lets it be so.
fn lasted(t: &Row<'_>, verb: usize, begin: usize) -> usize {
    match t.after(begin, UNTIL) {
        false => 0,
        true if is(t.letters(verb).without_all(clitics::AND | clitics::SO), LASTED) => 1,
        true => 2,
    }
}

/// «تستنكر النقابة توقيف الصحفي الاثنين»: what a verb of the present deplores, mourns or praises has happened, but for a decision of what is
/// to come: «تستنكر قرار إغلاق الفرع الأحد».
fn reacts(t: &Row<'_>, (verb, kind): (usize, Verb), begin: usize) -> usize {
    let bare = t.letters(verb).without_all(clitics::AND | clitics::SO);
    match kind {
        Verb::None => 0,
        _ if !is(bare, REACTS_TO) => 0,
        _ => 1 + usize::from(plan(t, verb, begin) > 1),
    }
}

/// «أُنجز 60% من العمل حتى الخميس», «تلقت اللجنة ثلاثمئة طلب حتى السبت»: a figure behind the verb that is counted up to the day.
fn is_reached(t: &Row<'_>, verb: usize, begin: usize) -> bool {
    const FIGURES: Traits = Traits::of(&[NUMBER, QUANTITY, CARDINAL, FRACTION, PERCENT]);
    t.after(begin, UNTIL) && (verb..begin).any(|i| t.has(i, FIGURES))
}

/// How an expression tells what the noun before it is of: what happened then, or what was owed for it.
fn deed(t: &Row<'_>, begin: usize) -> usize {
    let before = begin.checked_sub(1).map_or("", |before| t.letters(before));
    let bare = before.without(clitics::AND | clitics::BY | clitics::FOR);
    match () {
        () if is_of_deed(t, begin) => 1,
        () if [before, bare].iter().any(|word| is(word, OWED_FOR)) => 2,
        () => 0,
    }
}

/// «منذ 6 شباط», «منذ أواخر شباط».
pub(super) fn is_since(t: &Row<'_>, begin: usize) -> bool {
    t.after(begin, SINCE)
}

/// «ليلة الرابع من أغسطس حين غمرت المياه الصناديق»: whether what happened then stands right behind it.
pub(super) fn is_when_done(t: &Row<'_>, end: usize) -> bool {
    let done = || Met::of(t.letters(end + 1)).form;
    let is_done = || matches!(done(), Some(Form::Perfect | Form::Announce | Form::Was));
    match t.letters(end) {
        // «يوم 5 مايو حيث اتفق الجميع» says why, and not what happened then.
        "حيث" => false,
        when => is(when, WHEN) && is_done(),
    }
}

/// «زلزال 6 شباط», «باتفاق 17 أيار»: whether what has happened once is called by the expression.
pub(super) fn is_of_deed(t: &Row<'_>, begin: usize) -> bool {
    let Some(i) = begin.checked_sub(1).filter(|&i| t.has(i, WORD)) else { return false };
    let word = t.letters(i);
    let rest = word.without(clitics::AND | clitics::BY | clitics::FOR);
    [word, rest].iter().any(|word| is(word, HAPPENED_ONCE))
}
