//! What counts from the day of the text: «أمس», «الأسبوع الماضي», «قبل ثلاثة أيام».

use super::super::lexicon::{Part, Sense, Shift, Unit, Word};
use super::super::phrase::{Read, after, is, joined, month, number, sense, shift, year_after};
use super::super::scan::{Kind, Row};
use super::super::time::{Step, Time};
use super::found::Found;
use super::found::at_weekday;
use crate::arabic::lexicon::{self, COUNTRY, OTHER_YEAR, PLACE, RELATIVE};

fn is_day(t: &Row<'_>, i: usize) -> bool {
    sense(t, i, |s| (s == Sense::Unit(Unit::Day, 1)).then_some(())).is_some()
}

fn relative(t: &Row<'_>, i: usize) -> Option<i32> {
    sense(t, i, |s| if let Sense::RelativeDay(n) = s { Some(n) } else { None })
}

/// «أمس», «أول أمس», «أمس الأول», «بعد غد», «اليوم»
pub(super) fn day(t: &Row<'_>, i: usize) -> Found {
    let found = |days, next| Some((Time::RelativeDay(days), next));
    let is_first = |i: usize| sense(t, i, |s| (s == Sense::Ordinal(1)).then_some(())).is_some();
    let yesterday = |i: usize| relative(t, i) == Some(-1);
    // «أول أمس», «أول من أمس», «قبل أمس»
    let plain_day = |i: usize| usize::from(is_day(t, i) && !t[i].article);
    if is_first(i) || is(t, i, Word::Before) {
        let at = i + 1 + usize::from(is(t, i + 1, Word::Of)) + plain_day(i + 1);
        return yesterday(at).then(|| found(-2, at + 1))?;
    }
    if is(t, i, Word::After) {
        let at = i + 1 + plain_day(i + 1);
        return (relative(t, at) == Some(1)).then(|| found(2, at + 1))?;
    }
    if is_day(t, i) {
        let at = i + 1 + usize::from(is(t, i + 1, Word::Which));
        let deeper = at
            + usize::from(
                is(t, at, Word::Before) || is(t, at, Word::After) || is(t, at, Word::Which),
            );
        if relative(t, at).is_some() || (deeper > i + 1 && relative(t, deeper).is_some()) {
            let days = relative(t, deeper)?;
            let days = if deeper > i + 1 { days * 2 } else { days };
            let first =
                deeper == i + 1 && days == -1 && is_first(deeper + 1) && t[deeper + 1].article;
            return found(if first { -2 } else { days }, deeper + 1 + usize::from(first));
        }
        return today(t, i);
    }
    // «هذا المساء»
    if is(t, i, Word::This) && t[i + 1].article && t[i + 1].senses.contains(&Sense::DayPart) {
        return found(0, i + 2);
    }
    let days = relative(t, i)?;
    if days == 0 && t[i].article {
        return tonight(t, i);
    }
    if days == -1 && is_first(i + 1) && t[i + 1].article && joined(t, i + 1) {
        return found(-2, i + 2);
    }
    // «غد أفضل», but «مساء غد»
    let in_part = i > 0 && t[i - 1].senses.contains(&Sense::DayPart);
    let bare = t[i].span.end - t[i].bare == "غد".len() && !t[i].article && !in_part;
    if days == 1 && (bare || !tomorrow_is_meant(t, i)) {
        return None;
    }
    found(days, i + 1)
}

/// «الليلة», «الليلة الماضية»
fn tonight(t: &Row<'_>, i: usize) -> Found {
    match shift(t, i + 1) {
        Some((Shift::Past, next)) => Some((Time::RelativeDay(-1), next)),
        Some(_) => None,
        None => {
            let other = after(t, i, &[Word::That])
                || (t[i + 1].article && t[i + 1].kind == Kind::Word && joined(t, i + 1));
            (!other).then_some((Time::RelativeDay(0), i + 1))
        }
    }
}

/// «الغد» alone may be a newspaper or a better future.
fn tomorrow_is_meant(t: &Row<'_>, i: usize) -> bool {
    !t[i].article
        || after(t, i, &[Word::In, Word::Until, Word::To])
        || t[i].clitics.preposition.is_some()
}

/// «اليوم», where it is no title, no feast and no day of a row.
fn today(t: &Row<'_>, i: usize) -> Found {
    if !t[i].article || t[i].clitics.preposition == Some('ك') {
        return None;
    }
    if after(
        t,
        i,
        &[
            Word::In,
            Word::TitleHead,
            Word::That,
            Word::NameHead,
            Word::Before,
            Word::After,
            Word::During,
        ],
    ) || i > 0
        && t[i - 1]
            .senses
            .iter()
            .any(|&s| matches!(s, Sense::Part(_) | Sense::Fraction(_) | Sense::Last))
    {
        return None;
    }
    if closes_name(t, i) {
        return None;
    }
    // «وهو اليوم الذي أعلنت فيه»
    if lexicon::is(t.letters(i + 1), RELATIVE) || matches!(t.letters(i + 1), "المذكور" | "المحدد")
    {
        return None;
    }
    // «اليوم العالمي», «اليوم الواحد», «اليوم الأول», «اليوم السابق»: an adjective makes it another day.
    let next = &t[i + 1];
    let counted = next.senses.iter().any(|&s| {
        matches!(
            s,
            Sense::Ordinal(_)
                | Sense::Shift(_)
                | Sense::Last
                | Sense::Cardinal(_)
                | Sense::Word(Word::DayAdjective)
        )
    });
    let adjective =
        next.article && joined(t, i + 1) && counted && at_weekday(t, i + 1, false).is_none();
    (!adjective).then_some((Time::RelativeDay(0), i + 1))
}

/// «"الصحراء اليوم"», «"ليبيا اليوم"»: between marks a name and «اليوم» are what a paper is called.
fn closes_name(t: &Row<'_>, i: usize) -> bool {
    let (Some(open), closes) = (i.checked_sub(2), t[i + 1].is_mark(&['"', '»', '”'])) else {
        return false;
    };
    let is_name = t[i - 1].article || lexicon::is(t.letters(i - 1), COUNTRY | PLACE);
    closes && t[open].is_mark(&['"', '«', '“']) && is_name
}

/// «الأسبوع الماضي», «هذا العام», «الشهر قبل الماضي», «العام نفسه», «اليوم التالي»
pub(super) fn unit(t: &Row<'_>, i: usize) -> Found {
    let this = is(t, i, Word::This);
    let that = is(t, i, Word::That);
    let at = i + usize::from(this || that);
    let unit = sense(t, at, |s| match s {
        Sense::Unit(
            unit @ (Unit::Day
            | Unit::Week
            | Unit::Month
            | Unit::Year
            | Unit::Decade
            | Unit::Century),
            1,
        ) => Some(unit),
        _ => None,
    })?;
    if !t[at].article || (at > i && !joined(t, at)) {
        return None;
    }
    let found = |step, next| Some((Time::Unit { unit, step }, next));
    let next = at + 1;
    if unit == Unit::Year && is_other_year(t, next) {
        return None;
    }
    if that {
        return found(Step::Told(0), next);
    }
    // «في مثل هذا اليوم من عام 1961»
    if this
        && matches!(unit, Unit::Day | Unit::Month)
        && is(t, next, Word::Of)
        && let Some((year, end)) = year_after(t, next)
    {
        return Some((Time::OnThisDay { unit, year }, end));
    }
    if this {
        return found(
            Step::From(0),
            next + usize::from(shift(t, next).is_some_and(|(shift, _)| shift == Shift::Current)),
        );
    }
    if sense(t, next, |s| (s == Sense::Same).then_some(())).is_some() {
        return found(Step::Same, next + 1);
    }
    let which = next + usize::from(is(t, next, Word::Which));
    let twice = is(t, which, Word::Before) || is(t, which, Word::After);
    let (mark, end) = shift(t, which + usize::from(twice))?;
    let steps = if twice { 2 } else { 1 };
    found(
        match mark {
            Shift::BeforeLast => Step::From(-2),
            Shift::AfterNext => Step::From(2),
            Shift::Past => Step::From(-steps),
            Shift::Next => Step::From(steps),
            Shift::Current => Step::From(0),
            Shift::Following => Step::Told(steps),
        },
        end,
    )
}

/// «العام الدراسي», «السنة المالية»: a year that begins and ends otherwise than that of the calendar.
pub(super) fn is_other_year(t: &Row<'_>, next: usize) -> bool {
    t.get(next).is_some_and(|token| token.kind == Kind::Word)
        && lexicon::is(t.letters(next), OTHER_YEAR)
}

/// «نهاية الأسبوع», «عطلة نهاية الأسبوع الماضي»
pub(super) fn weekend(t: &Row<'_>, i: usize) -> Found {
    sense(t, i, |s| (s == Sense::Part(Part::End)).then_some(()))?;
    let at = i + 1 + usize::from(is(t, i + 1, Word::This));
    let unit = sense(t, at, |s| (s == Sense::Unit(Unit::Week, 1)).then_some(())).is_some()
        && t[at].article;
    let week = unit || t[at].senses.contains(&Sense::Own(Unit::Week));
    if !week || !joined(t, i + 1) || !joined(t, at) {
        return None;
    }
    let twice = usize::from(is(t, at + 1, Word::Before) || is(t, at + 1, Word::After));
    let far = if twice > 0 { 2 } else { 1 };
    let (steps, end) = match shift(t, at + 1 + twice) {
        Some((Shift::Past, end)) => (-far, end),
        Some((Shift::Next | Shift::Following, end)) => (far, end),
        Some((Shift::Current | Shift::BeforeLast | Shift::AfterNext, end)) => (0, end),
        // «عطلة نهاية هذا الأسبوع», «حتى نهاية الأسبوع» is this one.
        None if at > i + 1 || after(t, i, &[Word::Until, Word::To, Word::By, Word::Before]) => {
            (0, at + 1)
        }
        None => return Some((Time::Unit { unit: Unit::Weekend, step: Step::Near }, at + 1)),
    };
    Some((Time::Unit { unit: Unit::Weekend, step: Step::From(steps) }, end))
}

/// «الأيام الثلاثة الماضية», «آخر 10 أيام», «الأسبوعين المقبلين»
pub(super) fn stretch(t: &Row<'_>, i: usize) -> Found {
    let units = |i: usize| {
        sense(t, i, |s| if let Sense::Unit(unit, n) = s { Some((unit, n)) } else { None })
    };
    let long = |unit: Unit| !matches!(unit, Unit::Minute | Unit::Hour | Unit::Weekend);
    // «آخر ثلاثة أيام»
    if sense(t, i, |s| (s == Sense::Last).then_some(())).is_some() && !t[i].article {
        let (count, next) = number(t, i + 1).filter(|_| joined(t, i + 1))?;
        let (unit, _) = units(next).filter(|&(unit, _)| long(unit))?;
        return (count <= 100).then_some((Time::Stretch { unit, count, past: true }, next + 1));
    }
    let ((unit, count), next) = match units(i) {
        Some((unit, 2)) if t[i].article => ((unit, 2), i + 1),
        // «الأيام القليلة الماضية»
        Some((unit, 0)) if t[i].article && t[i + 1].article && is(t, i + 1, Word::Little) => {
            ((unit, FEW), i + 2)
        }
        Some((unit, 0)) if t[i].article => {
            let (count, next) = number(t, i + 1)?;
            ((unit, count), next)
        }
        _ => {
            let (count, next) = number(t, i)?;
            let (unit, _) = units(next).filter(|_| joined(t, next))?;
            ((unit, count), next + 1)
        }
    };
    let (mark, end) = shift(t, next)?;
    let past = match mark {
        Shift::Past => true,
        Shift::Next => false,
        _ => return None,
    };
    (long(unit) && count > 0 && count <= 100).then_some((Time::Stretch { unit, count, past }, end))
}

/// «لن تتكرر الفرصة قبل أربع سنوات» looks ahead, and to no certain day.
fn is_not_before(t: &Row<'_>, i: usize) -> bool {
    /// How many words stand between «لن» and «قبل».
    const NEAR: usize = 5;
    is(t, i, Word::Before) && (i.saturating_sub(NEAR)..i).any(|at| t.letters(at) == "لن")
}

/// «قبل ثلاثة أيام», «بعد أسبوعين», «منذ 30 دقيقة», «3 أيام من الآن»
pub(super) fn offset(t: &Row<'_>, i: usize) -> Found {
    let past = is(t, i, Word::Before) || is(t, i, Word::Since);
    let future = is(t, i, Word::After);
    if is_not_before(t, i) {
        return None;
    }
    // «يومًا بعد يوم»
    if i > 0 && future && t[i - 1].senses.iter().any(|&s| matches!(s, Sense::Unit(..))) {
        return None;
    }
    let led = past || future;
    let mut at = i + usize::from(led);
    while led && (is(t, at, Word::About) || (is(t, at, Word::Of) && is(t, at - 1, Word::About))) {
        at += 1;
    }
    if let Some((unit, next)) = few(t, at) {
        let time = Time::Offset { parts: vec![(unit, FEW)], past: Some(past) };
        return (led && !follows_on(t, next) && !is(t, next, Word::Of))
            .then(|| (Time::About(Box::new(time)), next));
    }
    let (first, mut next) = amount(t, at)?;
    let mut parts = vec![first];
    loop {
        let mark = usize::from(
            is(t, next, Word::And) || t.get(next).is_some_and(|tok| tok.is_mark(&[',', '،'])),
        );
        let linked = mark > 0 || t.get(next).is_some_and(|tok| tok.clitics.and || tok.glued);
        match amount(t, next + mark) {
            Some((part, end)) if linked => (parts, next) = ([parts, vec![part]].concat(), end),
            _ => break,
        }
    }
    let now = is(t, next, Word::Of)
        && (is(t, next + 1, Word::FromNow) || is_day(t, next + 1) && t[next + 1].article);
    if now {
        return Some((Time::Offset { parts, past: led.then_some(past) }, next + 2));
    }
    // «قبل يومين من الهجوم», «بعد عام على الحرب» count from something else; «قبل شهر رمضان» is no offset.
    let elsewhere = is(t, next, Word::Of)
        || t.get(next).is_some_and(|tok| tok.is(Word::Age))
        || follows_on(t, next);
    (led && !elsewhere).then_some((Time::Offset { parts, past: Some(past) }, next))
}

/// How many «بضعة» are, as nearly as can be said.
const FEW: u32 = 3;

/// «بضعة أيام», «أيام قليلة»
fn few(t: &Row<'_>, i: usize) -> Read<Unit> {
    let units = |i: usize| {
        sense(t, i, |s| if let Sense::Unit(unit, 0) = s { Some(unit) } else { None })
            .filter(|_| !t[i].article)
    };
    let long = |unit: &Unit| *unit >= Unit::Day;
    if is(t, i, Word::Few) {
        return units(i + 1).filter(long).map(|unit| (unit, i + 2));
    }
    units(i).filter(long).filter(|_| is(t, i + 1, Word::Little)).map(|unit| (unit, i + 2))
}

/// Whether «على» or a genitive follows, from which the count begins.
fn follows_on(t: &Row<'_>, next: usize) -> bool {
    t.get(next).is_some_and(|tok| {
        tok.senses
            .iter()
            .any(|&s| matches!(s, Sense::Unit(..) | Sense::Weekday { .. } | Sense::Hijri(_)))
            || tok.is(Word::OnFrom)
    })
}

/// «ثلاثة أيام», «يومين», «أسبوع», «سنة واحدة»
fn amount(t: &Row<'_>, i: usize) -> Read<(Unit, u32)> {
    let units = |i: usize| {
        sense(t, i, |s| if let Sense::Unit(unit, n) = s { Some((unit, n)) } else { None })
    };
    if let Some((unit, n @ (1 | 2))) = units(i).filter(|_| !t[i].article) {
        let named = month(t, i).is_some()
            || number(t, i + 1).is_some_and(|(n, _)| n > 1)
            || at_weekday(t, i + 1, true).is_some();
        // «يوم واحد», «سنة واحدة»
        let one = usize::from(
            n == 1 && number(t, i + 1).is_some_and(|(n, _)| n == 1) && joined(t, i + 1),
        );
        return (!named).then_some(((unit, n), i + 1 + one));
    }
    let (count, next) = number(t, i)?;
    let (unit, n) = units(next).filter(|_| joined(t, next) && !t[next].article)?;
    (count <= 1000 && (n != 2)).then_some(((unit, count), next + 1))
}

/// «الغد» where the words around leave no doubt.
pub(super) fn any_day(t: &Row<'_>, i: usize) -> Found {
    relative(t, i).map(|days| (Time::RelativeDay(days), i + 1))
}
