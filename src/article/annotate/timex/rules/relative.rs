//! What counts from the day of the text: «أمس», «الأسبوع الماضي», «قبل ثلاثة أيام».

use super::super::lexicon::{Sense, Shift, Unit};
use super::super::phrase::{Read, month, number, sense, shift, unit as unit_of, year_after};
use super::super::scan::Row;
use super::super::time::{Step, Time};
use super::super::traits::{
    ABOUT, AFTER, AGE, AND, ANY, ARTICLE, BEFORE, BY, CARDINAL, COMMAS, DAY, DAY_ADJECTIVE,
    DAY_PART, DURING, FEW as FEW_OF, FIRST, FRACTION, FROM_NOW, GLUED, IN, ISLAMIC, JOINED, LAST,
    LITTLE, MONTH_UNIT, NAME_HEAD, NEW, OF, ON_FROM, OPEN_QUOTE, ORDINAL, OWN_WEEK, PART, PART_END,
    PLAIN_DAY, Pattern, QUOTE_END, SAME, SHIFT, SINCE, STRAIGHT_QUOTE, THAT, THIS, TITLE_HEAD, TO,
    Traits, UNIT, UNTIL, WEEK, WEEKDAY, WHICH, WITH_AND, WITH_LIKE, WITH_PREPOSITION, WORD,
};
use super::found::Found;
use super::found::at_weekday;
use crate::arabic::clitics::Onto;
use crate::arabic::lexicon::{self, COUNTRY, OTHER_YEAR, PLACE, RELATIVE, TITLE, TITLE_ADJECTIVE};

fn relative(t: &Row<'_>, i: usize) -> Option<i32> {
    sense(t, i, |s| if let Sense::RelativeDay(n) = s { Some(n) } else { None })
}

/// «الأول» behind «أمس»
const THE_FIRST: Pattern = FIRST.with(ARTICLE);
/// «قبل», «بعد»
const BEYOND: Traits = Traits::of(&[BEFORE, AFTER]);

/// «أمس», «أول أمس», «أمس الأول», «بعد غد», «اليوم»
pub(super) fn day(t: &Row<'_>, i: usize) -> Found {
    let found = |days, next| Some((Time::RelativeDay(days), next));
    // «أول أمس», «أول من أمس», «قبل أمس»
    if t.has(i, FIRST | BEFORE) {
        let at = t.skip(t.skip(i + 1, OF), PLAIN_DAY);
        return (relative(t, at) == Some(-1)).then(|| found(-2, at + 1))?;
    }
    if t.has(i, AFTER) {
        let at = t.skip(i + 1, PLAIN_DAY);
        return (relative(t, at) == Some(1)).then(|| found(2, at + 1))?;
    }
    if t.has(i, DAY) {
        return behind_day(t, i).or_else(|| today(t, i));
    }
    // «هذا المساء»
    if t.reads(i, &[THIS.alone(), DAY_PART.with(ARTICLE)]) {
        return found(0, i + 2);
    }
    match relative(t, i)? {
        0 if t.has(i, ARTICLE) => tonight(t, i),
        -1 if t.has(i + 1, THE_FIRST.with(JOINED)) => found(-2, i + 2),
        1 if !tomorrow_is_meant(t, i) => None,
        days => found(days, i + 1),
    }
}

/// «يوم أمس», «يوم أمس الأول», «اليوم ما قبل أمس»: what stands behind «يوم», where that is a day seen from today.
fn behind_day(t: &Row<'_>, i: usize) -> Found {
    let at = t.skip(t.skip(i + 1, WHICH), BEYOND | WHICH);
    // «اليوم وغدًا» are two days.
    let days = relative(t, at).filter(|_| t.has(at, JOINED))?;
    let (days, next) = match days {
        _ if at > i + 1 => (days * 2, at + 1),
        -1 if t.has(at + 1, THE_FIRST) => (-2, at + 2),
        _ => (days, at + 1),
    };
    Some((Time::RelativeDay(days), next))
}

/// «الليلة», «الليلة الماضية»
fn tonight(t: &Row<'_>, i: usize) -> Found {
    match shift(t, i + 1) {
        Some((Shift::Past, next)) => Some((Time::RelativeDay(-1), next)),
        Some(_) => None,
        None => {
            let other = t.after(i, THAT) || t.has(i + 1, ARTICLE.with(WORD).with(JOINED));
            (!other).then_some((Time::RelativeDay(0), i + 1))
        }
    }
}

/// «الغد» alone may be a newspaper or a better future, and «غد أفضل» is one, but not «مساء غد».
fn tomorrow_is_meant(t: &Row<'_>, i: usize) -> bool {
    match t[i].span.end - t[i].bare == "غد".len() {
        _ if t.has(i, ARTICLE) => t.led(i, IN | UNTIL | TO, WITH_PREPOSITION),
        is_bare => !is_bare || t.after(i, DAY_PART),
    }
}

/// «اليوم», where it is no title, no feast and no day of a row.
fn today(t: &Row<'_>, i: usize) -> Found {
    /// «في اليوم», «المصري اليوم», «آخر اليوم»
    const LEADING: Traits =
        Traits::of(&[IN, TITLE_HEAD, THAT, NAME_HEAD, BEFORE, AFTER, DURING, PART, FRACTION, LAST]);
    /// «اليوم العالمي», «اليوم الواحد», «اليوم الأول», «اليوم السابق»: an adjective makes it another day.
    const OTHER: Pattern =
        Traits::of(&[ORDINAL, SHIFT, LAST, CARDINAL, DAY_ADJECTIVE]).with(ARTICLE).with(JOINED);
    let is_today = match t.letters(i + 1) {
        _ if t.after(i, LEADING) => false,
        _ if !t.has(i, ARTICLE.without(WITH_LIKE)) => false,
        "المذكور" | "المحدد" => false,
        // «وهو اليوم الذي أعلنت فيه»
        behind if lexicon::is(behind, RELATIVE) => false,
        _ if t.has(i + 1, OTHER) => at_weekday(t, i + 1, false).is_some(),
        _ => !closes_name(t, i),
    };
    is_today.then_some((Time::RelativeDay(0), i + 1))
}

/// «"الصحراء اليوم"», «"ليبيا اليوم"»: between marks a name and «اليوم» are what a paper is called.
fn closes_name(t: &Row<'_>, i: usize) -> bool {
    /// The mark, the name, «اليوم» itself and the mark.
    const IN_MARKS: [Pattern; 4] =
        [Traits::of(&[STRAIGHT_QUOTE, OPEN_QUOTE]).alone(), ANY, DAY.alone(), QUOTE_END.alone()];
    // «صحيفة "اليوم"»
    let [open, _, rest @ ..] = IN_MARKS;
    match () {
        () if t.follows(i + 2, &[open, rest[0], rest[1]]) => true,
        () if !t.follows(i + 2, &IN_MARKS) => false,
        () => t.after(i, ARTICLE) || lexicon::is(t.letters(i - 1), COUNTRY | PLACE),
    }
}

/// «الأسبوع الماضي», «هذا العام», «الشهر قبل الماضي», «العام نفسه», «اليوم التالي»
pub(super) fn unit(t: &Row<'_>, i: usize) -> Found {
    let at = t.skip(i, THIS | THAT);
    let unit = match unit_of(t, at)? {
        (Unit::Minute | Unit::Hour | Unit::Weekend, _) => return None,
        (unit, 1) => unit,
        _ => return None,
    };
    // «هذا والشهر»
    let behind = if at > i { JOINED } else { Traits::NONE };
    if !t.has(at, ARTICLE.with(behind)) {
        return None;
    }
    let found = |step, next| Some((Time::Unit { unit, step }, next));
    let next = at + 1;
    if unit == Unit::Year {
        if is_other_year(t, next) || is_general(t, i) {
            return None;
        }
        if t.has(next, NEW.with(ARTICLE)) {
            return found(Step::New, next + 1);
        }
    }
    if t.has(i, THAT) {
        return found(Step::Told(0), next);
    }
    // «في مثل هذا اليوم من عام 1961»
    const THIS_DAY: [Pattern; 3] =
        [THIS.alone(), Traits::of(&[DAY, MONTH_UNIT]).alone(), OF.alone()];
    if t.reads(i, &THIS_DAY)
        && let Some((year, end)) = year_after(t, next)
    {
        return Some((Time::OnThisDay { unit, year, of_told: false }, end));
    }
    // «ودُشّن في اليوم نفسه من سنة 2010 جناح»
    const SAME_DAY: [Pattern; 3] =
        [Traits::of(&[DAY, MONTH_UNIT]).alone(), SAME.alone(), OF.alone()];
    if t.reads(at, &SAME_DAY)
        && let Some((year, end)) = year_after(t, next + 1)
    {
        return Some((Time::OnThisDay { unit, year, of_told: true }, end));
    }
    if t.has(i, THIS) {
        let current = shift(t, next).is_some_and(|(shift, _)| shift == Shift::Current);
        return found(Step::From(0), next + usize::from(current));
    }
    if t.has(next, SAME) {
        return found(Step::Same, next + 1);
    }
    let which = t.skip(next, WHICH);
    let shifted = t.skip(which, BEYOND);
    let (mark, end) = shift(t, shifted)?;
    let steps = if shifted > which { 2 } else { 1 };
    let step = match mark {
        Shift::BeforeLast => Step::From(-2),
        Shift::AfterNext => Step::From(2),
        Shift::Past => Step::From(-steps),
        Shift::Next => Step::From(steps),
        Shift::Current => Step::From(0),
        Shift::Following => Step::Told(steps),
    };
    found(step, end)
}

/// «المدير العام السابق», «الأمين العام الحالي»: the adjective of a title, and an adjective of its bearer.
fn is_general(t: &Row<'_>, i: usize) -> bool {
    let title = i.checked_sub(1).map_or("", |before| t.letters(before));
    let is_title = title.has_article() && lexicon::is(title, TITLE);
    is_title && lexicon::is(t.letters(i + 1), TITLE_ADJECTIVE)
}

/// «العام الدراسي», «السنة المالية»: a year that begins and ends otherwise than that of the calendar.
pub(super) fn is_other_year(t: &Row<'_>, next: usize) -> bool {
    lexicon::is(t.letters(next), OTHER_YEAR)
}

/// «نهاية الأسبوع», «عطلة نهاية الأسبوع الماضي»
pub(super) fn weekend(t: &Row<'_>, i: usize) -> Found {
    const THE_WEEK: [Pattern; 2] = [WEEK.with(ARTICLE).with(JOINED), OWN_WEEK.with(JOINED)];
    let at = t.skip(i + 1, THIS);
    if !t.reads(i, &[PART_END.alone(), JOINED.alone()]) || !t.is_one(at, &THE_WEEK) {
        return None;
    }
    let mark = t.skip(at + 1, BEYOND);
    let far = if mark > at + 1 { 2 } else { 1 };
    let (steps, end) = match shift(t, mark) {
        Some((Shift::Past, end)) => (-far, end),
        Some((Shift::Next | Shift::Following, end)) => (far, end),
        Some((Shift::Current | Shift::BeforeLast | Shift::AfterNext, end)) => (0, end),
        // «عطلة نهاية هذا الأسبوع», «حتى نهاية الأسبوع» is this one.
        None if at > i + 1 || t.after(i, UNTIL | TO | BY | BEFORE) => (0, at + 1),
        None => return Some((Time::Unit { unit: Unit::Weekend, step: Step::Near }, at + 1)),
    };
    Some((Time::Unit { unit: Unit::Weekend, step: Step::From(steps) }, end))
}

/// «الأيام الثلاثة الماضية», «آخر 10 أيام», «الأسبوعين المقبلين»
pub(super) fn stretch(t: &Row<'_>, i: usize) -> Found {
    let long = |unit: Unit| !matches!(unit, Unit::Minute | Unit::Hour | Unit::Weekend);
    // «آخر ثلاثة أيام»
    if t.reads(i, &[LAST.without(ARTICLE), JOINED.alone()]) {
        let (count, next) = number(t, i + 1)?;
        let (unit, _) = unit_of(t, next).filter(|&(unit, _)| long(unit))?;
        return (count <= 100).then_some((Time::Stretch { unit, count, past: true }, next + 1));
    }
    let the_units = unit_of(t, i).filter(|_| t.has(i, ARTICLE));
    let ((unit, count), next) = match the_units {
        Some((unit, 2)) => ((unit, 2), i + 1),
        // «الأيام القليلة الماضية»
        Some((unit, 0)) if t.has(i + 1, LITTLE.with(ARTICLE)) => ((unit, FEW), i + 2),
        Some((unit, 0)) => {
            let (count, next) = number(t, i + 1)?;
            ((unit, count), next)
        }
        _ => {
            let (count, next) = number(t, i)?;
            let (unit, _) = unit_of(t, next).filter(|_| t.has(next, JOINED))?;
            ((unit, count), next + 1)
        }
    };
    let (mark, end) = shift(t, next)?;
    let past = match mark {
        Shift::Past => true,
        Shift::Next => false,
        _ => return None,
    };
    let fits = (1..=100).contains(&count) && long(unit);
    fits.then_some((Time::Stretch { unit, count, past }, end))
}

/// «لن تتكرر الفرصة قبل أربع سنوات» looks ahead, and to no certain day.
fn is_not_before(t: &Row<'_>, i: usize) -> bool {
    /// How many words stand between «لن» and «قبل».
    const NEAR: usize = 5;
    t.has(i, BEFORE) && (i.saturating_sub(NEAR)..i).any(|at| t.letters(at) == "لن")
}

/// «قبل ثلاثة أيام», «بعد أسبوعين», «منذ 30 دقيقة», «3 أيام من الآن»
pub(super) fn offset(t: &Row<'_>, i: usize) -> Found {
    /// «يومًا بعد يوم»
    const ON_AND_ON: [Pattern; 2] = [UNIT.alone(), AFTER.alone()];
    /// «من الآن», «من اليوم»
    const FROM_TODAY: [[Pattern; 2]; 2] =
        [[OF.alone(), FROM_NOW.alone()], [OF.alone(), DAY.with(ARTICLE)]];
    if t.follows(i + 1, &ON_AND_ON) || is_not_before(t, i) {
        return None;
    }
    let past = t.has(i, BEFORE | SINCE);
    let start = t.skip(i, BEFORE | SINCE | AFTER);
    let led = start > i;
    let mut at = start;
    while led && is_about(t, at) {
        at += 1;
    }
    if let Some((unit, next)) = few(t, at) {
        let time = Time::Offset { parts: vec![(unit, FEW)], past: Some(past) };
        let counts_from_now = led && !follows_on(t, next);
        return counts_from_now.then(|| (Time::About(Box::new(time)), next));
    }
    let (first, mut next) = amount(t, at)?;
    let mut parts = vec![first];
    loop {
        let mark = t.skip(next, AND | COMMAS);
        let linked = mark > next || t.has(next, WITH_AND | GLUED);
        match amount(t, mark).filter(|_| linked) {
            Some((part, end)) => (parts, next) = ([parts, vec![part]].concat(), end),
            None => break,
        }
    }
    if FROM_TODAY.iter().any(|now| t.reads(next, now)) {
        return Some((Time::Offset { parts, past: led.then_some(past) }, next + 2));
    }
    // «قبل يومين من الهجوم», «بعد عام على الحرب» count from something else; «قبل شهر رمضان» is no offset.
    let elsewhere = t.has(next, AGE) || follows_on(t, next);
    (led && !elsewhere).then_some((Time::Offset { parts, past: Some(past) }, next))
}

/// «بعد ذلك بثلاثة أيام», «قبل ذلك بعام»: so much from what was told.
pub(super) fn away(t: &Row<'_>, i: usize) -> Found {
    const FROM_THAT: [Pattern; 3] = [BEYOND.alone(), THAT.alone(), WITH_PREPOSITION.alone()];
    let ((unit, count), next) = t.reads(i, &FROM_THAT).then(|| amount(t, i + 2))??;
    let steps = i32::try_from(count).ok()?;
    let step = Step::Away(if t.has(i, BEFORE) { -steps } else { steps });
    matches!(unit, Unit::Day | Unit::Month | Unit::Year)
        .then_some((Time::Unit { unit, step }, next))
}

/// «نحو», «ما يقارب من»
fn is_about(t: &Row<'_>, at: usize) -> bool {
    t.has(at, ABOUT) || t.follows(at + 1, &[ABOUT.alone(), OF.alone()])
}

/// How many «بضعة» are, as nearly as can be said.
const FEW: u32 = 3;

/// «بضعة أيام», «أيام قليلة»
fn few(t: &Row<'_>, i: usize) -> Read<Unit> {
    let at = t.skip(i, FEW_OF);
    let (unit, count) = unit_of(t, at).filter(|&(unit, _)| unit >= Unit::Day)?;
    match count {
        _ if t.has(at, ARTICLE) => None,
        1.. => None,
        0 if at > i => Some((unit, at + 1)),
        0 => t.has(i + 1, LITTLE).then_some((unit, i + 2)),
    }
}

/// Whether «على», «من» or a genitive follows, from which the count begins.
fn follows_on(t: &Row<'_>, next: usize) -> bool {
    t.has(next, Traits::of(&[OF, ON_FROM, UNIT, WEEKDAY, ISLAMIC]))
}

/// «ثلاثة أيام», «يومين», «أسبوع», «سنة واحدة»
fn amount(t: &Row<'_>, i: usize) -> Read<(Unit, u32)> {
    let definite = t.has(i, ARTICLE);
    if let Some((unit, n @ (1 | 2))) = unit_of(t, i).filter(|_| !definite) {
        let counted = match (n, number(t, i + 1).map(|(n, _)| n)) {
            _ if month(t, i).is_some() => None,
            (_, Some(2..)) => None,
            // «يوم واحد», «سنة واحدة»
            (1, Some(1)) => Some(t.skip(i + 1, JOINED)),
            _ => Some(i + 1),
        };
        let next = counted.filter(|_| at_weekday(t, i + 1, true).is_none())?;
        return Some(((unit, n), next));
    }
    let (count, next) = number(t, i).filter(|&(count, _)| count <= 1000)?;
    let (unit, n) = unit_of(t, next).filter(|_| t.has(next, JOINED.without(ARTICLE)))?;
    (n != 2).then_some(((unit, count), next + 1))
}

/// «الغد» where the words around leave no doubt.
pub(super) fn any_day(t: &Row<'_>, i: usize) -> Found {
    relative(t, i).map(|days| (Time::RelativeDay(days), i + 1))
}
