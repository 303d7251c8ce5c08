//! Meaning → value: what an expression leaves open is filled in from the day of the text, the tense and what was told before.

use chrono::{Datelike, Months, NaiveDate};

use super::direction::Tense;
use super::islamic;
use super::known::{Known, shifted, ymd};
use super::lexicon::{Part, Shift, Unit};
use super::lunar::{hijri, sighted};
use super::time::{Counted, Feast, Step, Time, Year};
use crate::arabic::calendar::Edtf;
use crate::arabic::calendar::edtf::{Endpoint, Moment, Precision, Qualifier};

/// The value of a meaning; nothing where what is known does not give one.
pub(super) fn value(time: &Time, known: Known<'_>) -> Option<Edtf> {
    match time {
        Time::Fixed(value) => Some(value.clone()),
        Time::Day { day, month, year, weekday } => {
            day_of_month(*day, *month, *year, *weekday, known).map(Edtf::day)
        }
        Time::DayOrNth { day, month, year, weekday } => {
            let date = day_of_month(*day, *month, *year, Some(*weekday), known)?;
            if date.weekday().num_days_from_monday() == *weekday {
                return Some(Edtf::day(date));
            }
            let of = Time::Month { month: *month, year: *year };
            nth_value(Counted::Weekday(*weekday), *day as i32, &of, known)
        }
        Time::Numeric { first, second, year, weekday } => {
            numeric(*first, *second, *year, *weekday, known).map(Edtf::day)
        }
        Time::DayOfMonth { day, weekday } => day_near(*day, *weekday, known).map(Edtf::day),
        Time::Month { month, year } => {
            let year = year_of_month(*month, *year, known)?;
            Edtf::month(year, *month)
        }
        Time::Weekday { weekday, shift, beside } => {
            weekday_value(*weekday, *shift, *beside, known).map(Edtf::day)
        }
        Time::RelativeDay(days) => Some(Edtf::day(shifted(known.reference?, i64::from(*days))?)),
        Time::Unit { unit, step } => unit_value(*unit, *step, known),
        Time::OnThisDay { unit, year, of_told } => {
            let from = if *of_told { told_unit(*unit, known) } else { known.reference };
            on_this_day(*unit, *year, from?, known)
        }
        Time::Stretch { unit, count, past } => stretch(*unit, *count, *past, known.reference?),
        Time::Offset { parts, past } => offset(parts, *past, known),
        Time::Part { part, of } => part_value(*part, of, known),
        Time::Ends { unit, count, last, of } => ends(*unit, *count, *last, &value(of, known)?),
        Time::WeekOf(day) => week(value(day, known)?.single_day()?),
        Time::Fraction { code, of } => fraction(*code, &value(of, known)?),
        Time::Nth { what, nth, of } => nth_value(*what, *nth, of, known),
        Time::Season { code, year } => season(*code, *year, known),
        Time::Hijri { day, month, year, shift, weekday } => {
            let value = hijri(*day, *month, *year, *shift, known)?;
            Some(weekday.and_then(|weekday| sighted(&value, weekday)).unwrap_or(value))
        }
        Time::Feast { feast, year } => feast_value(*feast, *year, known).map(Edtf::day),
        Time::Range(from, to) => range(from, to, known),
        Time::About(of) => match value(of, known)? {
            Edtf::Date(moment) => Some(about(moment.value)),
            interval => Some(interval),
        },
    }
}

/// Picks among the years one in which `first_day` stands rightly for the tense.
///
/// Without a tense the nearest wins, and of what is to come only what is less than four months away.
fn year_by(
    year: Year,
    known: Known<'_>,
    first_day: impl Fn(i32) -> Option<NaiveDate>,
    last_day: impl Fn(i32) -> Option<NaiveDate>,
) -> Option<i32> {
    if let Year::Given(year) = year {
        return Some(year);
    }
    if let Year::Told(years) = year {
        return known.told?.first_day().map(|day| day.year() + years);
    }
    // «في مارس التالي»: the first after what was told.
    if year == Year::Shifted(Shift::Following)
        && let Some(told) = known.told.and_then(|told| told.days().1)
    {
        return (told.year()..=told.year() + 9)
            .find(|&year| first_day(year).is_some_and(|day| day > told));
    }
    if let Year::Renowned(year) = year
        && known
            .reference
            .is_none_or(|reference| first_day(year).is_some_and(|day| day <= reference))
    {
        return Some(year);
    }
    let reference = known.reference?;
    let this = reference.year();
    if let Year::From(years) = year {
        return Some(this + years);
    }
    let begun = |year: i32| first_day(year).is_some_and(|day| day <= reference);
    let over = |year: i32| last_day(year).is_some_and(|day| day < reference);
    let latest = |fits: &dyn Fn(i32) -> bool| (this - 9..=this + 1).rev().find(|&year| fits(year));
    let earliest = |fits: &dyn Fn(i32) -> bool| (this - 1..=this + 9).find(|&year| fits(year));
    match (year, known.tense) {
        (Year::Shifted(Shift::Past), _) => latest(&|year| over(year)),
        (Year::Shifted(Shift::BeforeLast), _) => latest(&|year| over(year + 1)),
        (Year::Shifted(Shift::AfterNext), _) => {
            earliest(&|year| first_day(year).is_some() && !begun(year - 1))
        }
        (Year::Shifted(Shift::Next | Shift::Following), _) => {
            earliest(&|year| first_day(year).is_some_and(|day| day > reference))
        }
        (Year::Shifted(Shift::Current), _) => Some(this),
        (_, Tense::Past) => latest(&begun),
        (_, Tense::Future | Tense::Present) => {
            earliest(&|year| last_day(year).is_some_and(|day| day >= reference))
        }
        (_, Tense::Unknown) => {
            let soon = reference.checked_add_months(Months::new(4))?;
            latest(&|year| first_day(year).is_some_and(|day| day <= soon))
        }
    }
}

fn year_of_month(month: u32, year: Year, known: Known<'_>) -> Option<i32> {
    let last = |year: i32| ymd(year, month, 1)?.checked_add_months(Months::new(1))?.pred_opt();
    year_by(year, known, |year| ymd(year, month, 1), last)
}

fn day_of_month(
    day: u32,
    month: u32,
    year: Year,
    weekday: Option<u32>,
    known: Known<'_>,
) -> Option<NaiveDate> {
    let at = |year: i32| ymd(year, month, day);
    if year == Year::Open
        && let (Some(weekday), Some(reference)) = (weekday, known.reference)
    {
        // The weekday tells the year, if it fits one nearby.
        let chosen = year_by(year, known, at, at)?;
        let fits = |year: &i32| {
            at(*year).is_some_and(|day| day.weekday().num_days_from_monday() == weekday)
        };
        let nearby = [chosen, reference.year(), chosen - 1, chosen + 1];
        return at(nearby.into_iter().find(fits).unwrap_or(chosen));
    }
    at(year_by(year, known, at, at)?)
}

fn numeric(
    first: u32,
    second: u32,
    year: Option<i32>,
    weekday: Option<u32>,
    known: Known<'_>,
) -> Option<NaiveDate> {
    let year = year.map_or(Year::Open, Year::Given);
    let day_first = day_of_month(first, second, year, weekday, known);
    let month_first = day_of_month(second, first, year, weekday, known);
    let agrees = |day: &NaiveDate| {
        weekday.is_some_and(|weekday| day.weekday().num_days_from_monday() == weekday)
    };
    match (day_first, month_first) {
        (Some(_), Some(other)) if agrees(&other) && !day_first.as_ref().is_some_and(agrees) => {
            Some(other)
        }
        (Some(day), Some(_)) if agrees(&day) => Some(day),
        (Some(_), Some(other)) if known.month_first => Some(other),
        (day_first, month_first) => day_first.or(month_first),
    }
}

/// A day of the month from which the text speaks, or of one of its neighbours where weekday or tense say so.
fn day_near(day: u32, weekday: Option<u32>, known: Known<'_>) -> Option<NaiveDate> {
    let reference = known.reference?;
    let first = reference.with_day(1)?;
    let in_month = |months: i32| {
        let month = if months < 0 {
            first.checked_sub_months(Months::new(1))?
        } else {
            first.checked_add_months(Months::new(months as u32))?
        };
        month.with_day(day)
    };
    let fits = |found: &NaiveDate| {
        weekday.is_none_or(|weekday| found.weekday().num_days_from_monday() == weekday)
    };
    let order = match known.tense {
        Tense::Past => [0, -1, 1],
        _ => [0, 1, -1],
    };
    // What has happened lies before the day on which it is told.
    let told = |found: &NaiveDate| known.tense != Tense::Past || *found <= reference;
    let days = || order.into_iter().filter_map(in_month).filter(fits);
    // A weekday beside it says more than a tense.
    days().find(told).or_else(|| if weekday.is_some() { days().next() } else { None })
}

fn weekday_value(
    weekday: u32,
    shift: Option<Shift>,
    beside: Option<i32>,
    known: Known<'_>,
) -> Option<NaiveDate> {
    let reference = known.reference?;
    let ahead = i64::from((weekday + 7 - reference.weekday().num_days_from_monday()) % 7);
    let behind = (7 - ahead) % 7;
    let after = |days: i64| shifted(reference, if days == 0 { 7 } else { days });
    let before = |days: i64| shifted(reference, -if days == 0 { 7 } else { days });
    match (shift, beside) {
        (Some(Shift::Past), _) => before(behind),
        (Some(Shift::BeforeLast), _) => shifted(before(behind)?, -7),
        (Some(Shift::AfterNext), _) => shifted(after(ahead)?, 7),
        (Some(Shift::Next | Shift::Following), _) => after(ahead),
        (Some(Shift::Current), _) => shifted(reference, ahead),
        (None, Some(days)) => beside_day(weekday, days, reference),
        (None, None) => match known.tense {
            Tense::Past => shifted(reference, -behind),
            // Who means the same day says «اليوم».
            Tense::Future => after(ahead),
            // Where nothing tells, the nearest.
            Tense::Unknown if ahead > 4 => shifted(reference, -behind),
            Tense::Present | Tense::Unknown => shifted(reference, ahead),
        },
    }
}

/// «اليوم الخميس», «غدًا الأربعاء»: counted from the last day on which it could be said. A page may be dated days after its
/// text was written, and a day before it at most.
fn beside_day(weekday: u32, days: i32, reference: NaiveDate) -> Option<NaiveDate> {
    let meant = shifted(reference, i64::from(days))?;
    let ahead = i64::from((weekday + 7 - meant.weekday().num_days_from_monday()) % 7);
    shifted(meant, if ahead > 1 { ahead - 7 } else { ahead })
}

fn on_this_day(unit: Unit, year: Year, from: NaiveDate, known: Known<'_>) -> Option<Edtf> {
    let (month, day) = (from.month(), from.day());
    let at = |year: i32| ymd(year, month, day);
    let year = year_by(year, known, at, at)?;
    if unit == Unit::Month { Edtf::month(year, month) } else { at(year).map(Edtf::day) }
}

fn unit_value(unit: Unit, step: Step, known: Known<'_>) -> Option<Edtf> {
    let (from, steps) = match step {
        Step::Near => {
            let reference = known.reference?;
            let this = unit_value(unit, Step::From(0), known)?;
            let is_ahead = this.first_day().is_some_and(|day| day > reference);
            (reference, if is_ahead && known.tense == Tense::Past { -1 } else { 0 })
        }
        Step::From(steps) => (known.reference?, steps),
        Step::New => {
            /// From this month on the new year is the coming one.
            const JULY: u32 = 7;
            let reference = known.reference?;
            (reference, i32::from(reference.month() >= JULY))
        }
        Step::Same => (told_unit(unit, known)?, 0),
        Step::Away(steps) => (told_unit(unit, known)?, steps),
        Step::Told(steps) => match told_unit(unit, known) {
            Some(day) => (day, steps),
            None if steps > 0 && known.tense != Tense::Past => (known.reference?, steps),
            None => return None,
        },
    };
    match unit {
        Unit::Minute | Unit::Hour => None,
        Unit::Day => shifted(from, i64::from(steps)).map(Edtf::day),
        Unit::Week => week(shifted(from, 7 * i64::from(steps))?),
        Unit::Weekend => {
            let monday = monday(shifted(from, 7 * i64::from(steps))?)?;
            Some(Edtf::between(shifted(monday, 5)?, shifted(monday, 6)?))
        }
        Unit::Month => {
            let day = add_months(from.with_day(1)?, steps)?;
            Edtf::month(day.year(), day.month())
        }
        Unit::Year => Some(Edtf::year(from.year() + steps)),
        Unit::Decade => Some(date(Precision::Decade(from.year().div_euclid(10) + steps))),
        Unit::Century => Some(date(Precision::Century(from.year().div_euclid(100) + steps))),
    }
}

/// From where «ذلك اليوم», «العام التالي» count: the last day that was told, or the last stretch that is no longer than
/// the unit. Of «في عام 1949» no day is known, and of «قبل أسبوع» none for certain.
fn told_unit(unit: Unit, known: Known<'_>) -> Option<NaiveDate> {
    match unit {
        Unit::Minute | Unit::Hour | Unit::Day | Unit::Week | Unit::Weekend => known.told_day,
        Unit::Month => known
            .told
            .filter(|told| length_days(told).is_some_and(|days| days <= MONTH_DAYS))
            .and_then(Edtf::first_day),
        Unit::Year | Unit::Decade | Unit::Century => known.told.and_then(Edtf::first_day),
    }
}

/// The longest month.
const MONTH_DAYS: i64 = 31;

fn length_days(value: &Edtf) -> Option<i64> {
    let (Some(from), Some(to)) = value.days() else { return None };
    Some((to - from).num_days())
}

fn date(value: Precision) -> Edtf {
    Edtf::Date(Moment::certain(value))
}

fn about(value: Precision) -> Edtf {
    Edtf::Date(Moment { value, qualifier: Qualifier::Approximate })
}

fn monday(day: NaiveDate) -> Option<NaiveDate> {
    shifted(day, -i64::from(day.weekday().num_days_from_monday()))
}

fn week(day: NaiveDate) -> Option<Edtf> {
    let monday = monday(day)?;
    Some(Edtf::between(monday, shifted(monday, 6)?))
}

fn add_months(day: NaiveDate, months: i32) -> Option<NaiveDate> {
    let count = Months::new(months.unsigned_abs());
    if months < 0 { day.checked_sub_months(count) } else { day.checked_add_months(count) }
}

/// A day moved by so many units.
fn moved(day: NaiveDate, unit: Unit, count: i32) -> Option<NaiveDate> {
    match unit {
        Unit::Minute => shifted(day, i64::from(count / 1440)),
        Unit::Hour => shifted(day, i64::from(count / 24)),
        Unit::Day => shifted(day, i64::from(count)),
        Unit::Week | Unit::Weekend => shifted(day, 7 * i64::from(count)),
        Unit::Month => add_months(day, count),
        Unit::Year => add_months(day, count.checked_mul(12)?),
        Unit::Decade => add_months(day, count.checked_mul(120)?),
        Unit::Century => add_months(day, count.checked_mul(1200)?),
    }
}

/// More units than this are no stretch of time that news speaks of, and leave the calendar.
const MAX_STRETCH: i32 = 100_000;

fn stretch(unit: Unit, count: u32, past: bool, reference: NaiveDate) -> Option<Edtf> {
    // «العقود الأربعة ملايين الماضية» leads out of the calendar.
    let count = i32::try_from(count).ok().filter(|count| *count <= MAX_STRETCH)?;
    if unit == Unit::Decade {
        let this = reference.year().div_euclid(10) * 10;
        let (first, last) =
            if past { (this - 10 * count, this - 1) } else { (this + 10, this + 10 * count + 9) };
        let end = |year| Endpoint::Moment(Moment::certain(Precision::Year(year)));
        return Some(Edtf::Interval(end(first), end(last)));
    }
    Some(if past {
        Edtf::between(moved(reference, unit, -count)?, shifted(reference, -1)?)
    } else {
        Edtf::between(shifted(reference, 1)?, moved(reference, unit, count)?)
    })
}

/// The first or last so many units of a stretch.
fn ends(unit: Unit, count: u32, last: bool, of: &Edtf) -> Option<Edtf> {
    let (Some(from), Some(to)) = of.days() else { return None };
    let count = i32::try_from(count).ok()?;
    let (first, end) =
        if last { (moved(to, unit, -count)?, to) } else { (from, moved(from, unit, count)?) };
    let fits = [from, first, end, to].is_sorted();
    fits.then(|| Some(Edtf::between(first, end.pred_opt()?)))?
}

/// «قبل عامين» is a year, «قبل شهرين» a month, «قبل يومين» a day: as precise as the unit, and no more.
fn offset(parts: &[(Unit, u32)], past: Option<bool>, known: Known<'_>) -> Option<Edtf> {
    let back = past.unwrap_or(known.tense == Tense::Past);
    if !back {
        // «بعد تسع دقائق» goes on with a story.
        let is_of_story = parts.iter().any(|&(unit, _)| unit < Unit::Day);
        // «وبعد أسبوعين استقال» counts from what was told, which is not known.
        if is_of_story || known.tense == Tense::Past {
            return None;
        }
        if let [(Unit::Year, years)] = *parts {
            let on = years_on(years, known);
            if on.is_some() || years > FORESEEN {
                return on;
            }
        }
    }
    let sign = if back { -1 } else { 1 };
    let mut sorted = parts.to_vec();
    sorted.sort_by_key(|&(unit, _)| std::cmp::Reverse(unit));
    let mut day = known.reference?;
    for &(unit, count) in &sorted {
        day = moved(day, unit, sign * i32::try_from(count).ok()?)?;
    }
    let finest = sorted.last()?.0;
    Some(match finest {
        Unit::Minute | Unit::Hour | Unit::Day => Edtf::day(day),
        Unit::Week | Unit::Weekend | Unit::Month => about(Precision::Day(day)),
        Unit::Year | Unit::Decade | Unit::Century => about(Precision::Year(day.year())),
    })
}

/// How many years ahead news look: who writes «بعد سبعين عامًا لا تزال الوثائق مغلقة» counts from what the reader knows.
const FORESEEN: u32 = 9;

/// «وبعد سبعة وثلاثين عامًا أُدين», behind «عام 1961»: a story counts on from its own year, as long as what it comes to is past.
fn years_on(years: u32, known: Known<'_>) -> Option<Edtf> {
    let (reference, told) = (known.reference?, known.told?.first_day()?);
    let year = told.year().checked_add(i32::try_from(years).ok()?)?;
    (told.year() < reference.year() && year <= reference.year())
        .then(|| about(Precision::Year(year)))
}

/// How many days lie between the first and the last of a month of the moon, at least.
const MOON: i64 = 28;

fn part_value(part: Part, of: &Time, known: Known<'_>) -> Option<Edtf> {
    let whole = value(of, known)?;
    let (Some(from), Some(to)) = whole.days() else { return None };
    let last = to.pred_opt()?;
    if let Part::Rest | Part::Later | Part::Earlier = part {
        let reference = known.reference?;
        let (first, last) = match part {
            Part::Earlier => (from, shifted(reference, -1)?),
            Part::Later => (shifted(reference, 1)?, last),
            _ => (reference, last),
        };
        return ([from, first, last].is_sorted() && last < to).then(|| Edtf::between(first, last));
    }
    let span = |a: Option<NaiveDate>, b: Option<NaiveDate>| Some(Edtf::between(a?, b?));
    let Edtf::Date(moment) = &whole else {
        // Of weeks and other runs of days: the first three, the middle, the last four.
        let days = (last - from).num_days();
        return match part {
            // A month of the moon has thirds of ten days, as any other.
            Part::Begin | Part::Early if days >= MOON => span(Some(from), shifted(from, 9)),
            Part::Middle if days >= MOON => span(shifted(from, 10), shifted(from, 19)),
            _ if days >= MOON => span(shifted(from, 20), Some(last)),
            Part::Begin | Part::Early => span(Some(from), shifted(from, days / 3)),
            Part::Middle => span(shifted(from, days / 6), shifted(from, days / 6 + days / 2)),
            _ => span(shifted(from, days / 2), Some(last)),
        };
    };
    match moment.value {
        Precision::Month(..) => match part {
            Part::Begin | Part::Early => span(Some(from), from.with_day(10)),
            Part::Middle => span(from.with_day(11), from.with_day(20)),
            _ => span(from.with_day(21), Some(last)),
        },
        Precision::Year(year) => Some(match part {
            Part::Begin => about(Precision::Month(year, 1)),
            Part::End => about(Precision::Month(year, 12)),
            Part::Early => date(Precision::Part(year, 37)),
            Part::Late => date(Precision::Part(year, 39)),
            _ => years_about(Precision::Month(year, 6), Precision::Month(year, 7)),
        }),
        Precision::Decade(decade) => {
            let year = |year: i32| Precision::Year(decade * 10 + year);
            Some(match part {
                Part::Begin | Part::Early => years_about(year(0), year(3)),
                Part::Middle => years_about(year(4), year(6)),
                _ => years_about(year(7), year(9)),
            })
        }
        Precision::Century(century) => {
            let decade = |decade: i32| Precision::Decade(century * 10 + decade);
            Some(match part {
                Part::Begin | Part::Early => about(decade(0)),
                Part::Middle => years_about(decade(4), decade(5)),
                _ => about(decade(9)),
            })
        }
        _ => None,
    }
}

fn years_about(from: Precision, to: Precision) -> Edtf {
    let end = |value| Endpoint::Moment(Moment { value, qualifier: Qualifier::Approximate });
    Edtf::Interval(end(from), end(to))
}

fn fraction(code: u32, whole: &Edtf) -> Option<Edtf> {
    let Edtf::Date(moment) = whole else { return None };
    match moment.value {
        Precision::Year(year) => Some(date(Precision::Part(year, code))),
        Precision::Month(..) => {
            let (from, to) = whole.days();
            let (from, last) = (from?, to?.pred_opt()?);
            Some(if code == 40 {
                Edtf::between(from, from.with_day(15)?)
            } else {
                Edtf::between(from.with_day(16)?, last)
            })
        }
        _ => None,
    }
}

fn nth_value(what: Counted, nth: i32, of: &Time, known: Known<'_>) -> Option<Edtf> {
    let whole = value(of, known)?;
    let (Some(from), Some(to)) = whole.days() else { return None };
    let last = to.pred_opt()?;
    let inside = |day: NaiveDate| (from..=last).contains(&day).then_some(day);
    match what {
        Counted::Day if nth < 0 => Some(Edtf::day(last)),
        Counted::Day => inside(shifted(from, i64::from(nth) - 1)?).map(Edtf::day),
        Counted::Weekday(weekday) => {
            let first = shifted(
                from,
                i64::from((weekday + 7 - from.weekday().num_days_from_monday()) % 7),
            )?;
            let day = if nth < 0 {
                shifted(
                    last,
                    -i64::from((last.weekday().num_days_from_monday() + 7 - weekday) % 7),
                )?
            } else {
                shifted(first, 7 * i64::from(nth.max(1) - 1))?
            };
            inside(day).map(Edtf::day)
        }
        Counted::Week => {
            let is_year = matches!(&whole, Edtf::Date(Moment { value: Precision::Year(_), .. }));
            // The first week of a year is that of 4 January (ISO 8601), of a month that of its first Monday.
            let first = if is_year {
                monday(from.with_day(4)?)?
            } else {
                shifted(from, i64::from((7 - from.weekday().num_days_from_monday()) % 7))?
            };
            let start = match (nth < 0, is_year) {
                (true, true) => monday(shifted(last, -3)?)?,
                (true, false) => monday(shifted(last, -6)?)?,
                (false, _) => shifted(first, 7 * i64::from(nth.max(1) - 1))?,
            };
            inside(start).or(is_year.then_some(start)).and_then(week)
        }
    }
}

/// How many months ahead a quarter of the next year is spoken of without its year.
const SOON: u32 = 5;

/// The code of winter, the last of the seasons; behind it stand the parts of a year.
const WINTER: u32 = 24;

fn season(code: u32, year: Year, known: Known<'_>) -> Option<Edtf> {
    let first = |year: i32| Some(Precision::Part(year, code).days().0);
    let last = |year: i32| Precision::Part(year, code).days().1?.pred_opt();
    // «هذا الشتاء», in February, began the year before.
    if (code, year) == (WINTER, Year::Shifted(Shift::Current)) {
        let reference = known.reference?;
        let begun = last(reference.year() - 1)? >= reference;
        let year = reference.year() - i32::from(begun);
        return Some(date(Precision::Part(year, code)));
    }
    // «أرباح الربع الأخير»: what is told of a quarter is told when it is over.
    let told = || year_by(year, Known { tense: Tense::Past, ..known }, last, last);
    let coming = || year_by(year, known, first, last);
    let year = match (year, known.tense) {
        (Year::Open, Tense::Future | Tense::Present) if code > WINTER => {
            // Who plans for a quarter of the year after says which year that is, unless it begins soon.
            let soon = known.reference?.checked_add_months(Months::new(SOON))?;
            let of_year = known.reference?.year();
            let is_near = |year: &i32| *year == of_year || first(*year) <= Some(soon);
            coming().filter(is_near).or_else(told)?
        }
        (Year::Open, _) if code > WINTER => told()?,
        _ => coming()?,
    };
    Some(date(Precision::Part(year, code)))
}

fn feast_value(feast: Feast, year: Year, known: Known<'_>) -> Option<NaiveDate> {
    let at = |year: i32| match feast {
        Feast::Gregorian(month, day) => ymd(year, month, day),
        Feast::Easter(days) => shifted(islamic::easter(year)?, i64::from(days)),
        Feast::Islamic(month, day) => {
            let begin = islamic::year_of(ymd(year, 1, 1)?)?;
            (begin..begin + 2)
                .filter_map(|hijri| islamic::gregorian(hijri, month, day))
                .find(|day| day.year() == year)
        }
    };
    // A feast of which nothing is told is the coming one.
    let known =
        if known.tense == Tense::Unknown { Known { tense: Tense::Future, ..known } } else { known };
    at(year_by(year, known, at, at)?)
}

/// From one to the other; the first is read as the last such before the second.
fn range(from: &Time, to: &Time, known: Known<'_>) -> Option<Edtf> {
    if let (Time::Weekday { shift: None, .. }, Time::Weekday { .. }) = (from, to)
        && !matches!(known.tense, Tense::Past | Tense::Present)
    {
        // What is to come is read from its beginning; what ends on the day of the text, «ليلة الاثنين إلى الثلاثاء», from its end.
        let first = value(from, known)?.single_day()?;
        let last = value(to, Known { reference: Some(first), tense: Tense::Present, ..known })?
            .single_day()?;
        return (first < last).then(|| Edtf::between(first, last));
    }
    let last = value(to, known)?;
    let open = from.year() == Some(Year::Open)
        || matches!(from, Time::Weekday { shift: None, .. } | Time::Numeric { year: None, .. });
    // «12 إلى 10 آذار» is turned round, and not a year long.
    if let (Time::Day { day: a, month, .. }, Time::Day { day: b, month: same, .. }) = (from, to)
        && month == same
        && a >= b
        && open
    {
        return None;
    }
    let reference = if open { last.first_day() } else { known.reference };
    let tense = if open { Tense::Past } else { known.tense };
    let first = value(from, Known { reference: reference.or(known.reference), tense, ..known })?;
    let end = |value: &Edtf| match value {
        Edtf::Date(moment) => Some(Endpoint::Moment(moment.clone())),
        Edtf::Interval(..) => None,
    };
    let interval = match (end(&first), end(&last)) {
        (Some(from), Some(to)) => Edtf::Interval(from, to),
        _ => Edtf::between(first.days().0?, last.days().1?.pred_opt()?),
    };
    match interval.days() {
        (Some(from), Some(to)) if from < to => Some(interval),
        _ => None,
    }
}
