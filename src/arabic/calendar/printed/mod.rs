//! Days as pages print them, found in a line: «الثلاثاء، 14 سبتمبر/أيلول 2021 - 13:45», «26 / 5 / 1447هـ الموافق 17 / 11 / 2025م».
//!
//! [`date_of_phrase`](super::date_of_phrase) reads a phrase that is a date and nothing else; here the days stand
//! somewhere in the line of a page, in any order of day, month and year, with a weekday, a clock and the Hijri day beside them.
//!
//! 1. [`pieces`] parts the line into numbers, words and marks;
//! 2. [`forms`] reads a day from a piece on: figures, or a day and the name of a month;
//! 3. [`beside`] takes in what belongs to it: weekday, clock, time zone, «الموافق».

mod beside;
mod forms;
mod openings;
mod pieces;

use chrono::{Datelike, NaiveDate, Weekday};

use crate::arabic::calendar::Edtf;
use crate::span::Span;
pub(crate) use forms::MOON;

use forms::Form;
use pieces::{Piece, pieces};

/// A day that a line prints.
///
/// ```
/// use sijill::arabic::calendar::printed::printed_days;
/// let line = "نُشر في: الثلاثاء ١٤/٠٩/٢٠٢١ - 13:45 | قراءة 120";
/// let days = printed_days(line);
/// assert_eq!(days[0].day().unwrap().to_string(), "2021-09-14");
/// assert_eq!(days[0].span.cut(line), "الثلاثاء ١٤/٠٩/٢٠٢١ - 13:45");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedDay {
    /// All that belongs to it: weekday, clock and zone included.
    pub span: Span,
    /// The days it can mean, the likeliest first: two where day and month can be exchanged and no weekday decides.
    /// Empty where the calendar has no such day («30 شباط»), or where no year stands there.
    pub readings: Vec<NaiveDate>,
    /// Day and month where no year stands there: «28 مارس».
    pub without_year: Option<(u32, u32)>,
    /// A month, or a run of days or months, where no one day stands there: «نيسان 2015», «12–18 آذار 2019».
    pub wider: Option<Edtf>,
    /// Whether it can only be read with the month first: «1/25/2024».
    pub month_first: bool,
    /// The weekday printed beside it.
    pub weekday: Option<Weekday>,
    /// Whether it can only be read with the day first: «25/1/2024».
    pub day_first: bool,
    /// The weekday printed beside it where that is another: one of the two is a slip.
    pub other_weekday: Option<Weekday>,
    /// Whether a clock stands beside it.
    pub clock: bool,
    /// Whether it is told in the Hijri calendar alone, which may be a day off where the moon was seen: «23 ذو الحجة 1437هـ».
    pub hijri: bool,
}

impl PrintedDay {
    /// The likeliest day.
    ///
    /// ```
    /// use sijill::arabic::calendar::printed::printed_days;
    /// // Arab pages put the day first.
    /// assert_eq!(printed_days("5/6/2021")[0].day().unwrap().to_string(), "2021-06-05");
    /// assert_eq!(printed_days("30 شباط 2021")[0].day(), None);
    /// ```
    pub fn day(&self) -> Option<NaiveDate> {
        self.readings.first().copied()
    }
}

/// The days of a line in their order; a text of many lines is asked line by line.
///
/// ```
/// use sijill::arabic::calendar::printed::printed_days;
/// let first = |line| printed_days(line).first().and_then(|day| day.day()).map(|day| day.to_string());
/// assert_eq!(first("نشر في 5 تشرين الأول 2019").as_deref(), Some("2019-10-05"));
/// assert_eq!(first("غادر الوزير 26 / 5 / 1447هـ الموافق 17 / 11 / 2025م").as_deref(), Some("2025-11-17"));
/// assert_eq!(first("27th, January 2024 GMT").as_deref(), Some("2024-01-27"));
/// assert_eq!(first("القرار 1701 و2500 جندي"), None);
/// ```
pub fn printed_days(line: &str) -> Vec<PrintedDay> {
    // A year may be spelled: «سنة ألفين وعشرة».
    let has_figures = line.chars().any(|c| crate::arabic::chars::digit_value(c).is_some());
    if !has_figures && !line.contains("ألف") && !line.contains("الف") {
        return Vec::new();
    }
    let mut letters = String::new();
    let pieces = pieces(line, &mut letters);
    let mut found: Vec<PrintedDay> = Vec::new();
    let (mut at, mut free) = (0, 0);
    while at < pieces.len() {
        match forms::at(&pieces, at) {
            Some((end, form)) => {
                let (day, end) = whole(&pieces, free, at, end, form);
                found.push(day);
                (at, free) = (end, end);
            }
            None => at += 1,
        }
    }
    found
}

/// The day with everything beside it; pieces before `free` belong to another.
fn whole(pieces: &[Piece], free: usize, at: usize, end: usize, form: Form) -> (PrintedDay, usize) {
    let (mut form, mut end) = (form, end);
    while let Some((next_end, next)) = beside::other_calendar(pieces, end, &form) {
        form = form.joined(next);
        end = next_end;
    }
    let (start, before) = beside::weekday_before(pieces, free, at);
    let (end, behind) = beside::weekday_behind(pieces, end);
    let (start, clock_before) = beside::clock_before(pieces, free, start);
    let (end, clock_behind) = beside::clock_behind(pieces, end);
    let (end, late) = if behind.is_none() && before.is_none() && clock_behind {
        beside::weekday_behind(pieces, end)
    } else {
        (end, None)
    };
    let weekday = before.or(behind).or(late);
    let fits = |day: &NaiveDate| weekday.is_none_or(|weekday| day.weekday() == weekday);
    let mut fitting: Vec<NaiveDate> = form.readings.iter().copied().filter(fits).collect();
    // «الأحد 23 ذو الحجة 1437هـ»: where the moon was seen a day earlier or later, the weekday says so.
    if fitting.is_empty() && form.hijri {
        let around =
            form.readings.iter().flat_map(|day| [day.pred_opt(), day.succ_opt()]).flatten();
        fitting = around.filter(fits).collect();
    }
    let other_weekday = weekday.filter(|_| fitting.is_empty() && !form.readings.is_empty());
    let by_weekday = |place: usize| matches!(fitting.as_slice(), [only] if form.readings.len() == 2 && *only == form.readings[place]);
    let (month_first, day_first) =
        (form.month_first || by_weekday(1), form.day_first || by_weekday(0));
    let day = PrintedDay {
        span: Span::new(pieces[start].span.start, pieces[end - 1].span.end),
        readings: if fitting.is_empty() { form.readings } else { fitting },
        without_year: form.without_year,
        wider: form.wider,
        month_first,
        weekday,
        day_first,
        other_weekday,
        clock: clock_before || clock_behind,
        hijri: form.hijri,
    };
    (day, end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_show_their_order_where_only_one_can_be_read() {
        let order =
            |line: &str| printed_days(line).first().map(|day| (day.day_first, day.month_first));
        assert_eq!(order("25/1/2024"), Some((true, false)));
        assert_eq!(order("1/25/2024"), Some((false, true)));
        for open in ["5/6/2021", "5/5/2021", "2021-06-15", "15 حزيران 2021", "25/1/1445هـ"]
        {
            assert_eq!(order(open), Some((false, false)), "{open}");
        }
        // 5 June 2021 was a Saturday, 6 May a Thursday.
        assert_eq!(order("السبت 5/6/2021"), Some((true, false)));
        assert_eq!(order("الخميس 5/6/2021"), Some((false, true)));
    }

    /// The days of a line, each as its readings and its words.
    fn check(line: &str, expected: &[(&str, &str)]) {
        let found = printed_days(line);
        let shown: Vec<(String, &str)> = found
            .iter()
            .map(|day| {
                let readings: Vec<String> = day.readings.iter().map(NaiveDate::to_string).collect();
                let without = day.without_year.map(|(day, month)| format!("--{month:02}-{day:02}"));
                (without.unwrap_or_else(|| readings.join("|")), day.span.cut(line))
            })
            .collect();
        let shown: Vec<(&str, &str)> =
            shown.iter().map(|(value, words)| (value.as_str(), *words)).collect();
        assert_eq!(shown, expected, "{line}");
    }

    #[test]
    fn figures_in_every_order() {
        check("14/09/2021", &[("2021-09-14", "14/09/2021")]);
        check("2021-09-14", &[("2021-09-14", "2021-09-14")]);
        check("٢٠٢١/٩/١٤", &[("2021-09-14", "٢٠٢١/٩/١٤")]);
        check("۱۴.۰۹.۲۰۲۱", &[("2021-09-14", "۱۴.۰۹.۲۰۲۱")]);
        check("1/25/2024", &[("2024-01-25", "1/25/2024")]);
        check("05/06/2021", &[("2021-06-05|2021-05-06", "05/06/2021")]);
        check("الخميس 05/06/2021", &[("2021-05-06", "الخميس 05/06/2021")]);
        check("14 / 09 / 2021", &[("2021-09-14", "14 / 09 / 2021")]);
        check("14.09.21 13:45", &[("2021-09-14", "14.09.21 13:45")]);
        check("14-09-2021 13:45:10 | 1532 قراءة", &[("2021-09-14", "14-09-2021 13:45:10")]);
        check("2021-09-14T13:45:00+03:00", &[("2021-09-14", "2021-09-14T13:45:00+03:00")]);
        check("date 2025-12-02 403", &[("2025-12-02", "2025-12-02")]);
        check("(وأج،10/07/2025)", &[("2025-07-10|2025-10-07", "10/07/2025")]);
    }

    #[test]
    fn names_of_all_families_and_tongues() {
        check("5 تشرين الأول 2019", &[("2019-10-05", "5 تشرين الأول 2019")]);
        check("2 كانون الثاني/يناير 2020", &[("2020-01-02", "2 كانون الثاني/يناير 2020")]);
        check("3 سبتمبر (أيلول) 2021", &[("2021-09-03", "3 سبتمبر (أيلول) 2021")]);
        check("14 شتنبر، 2021", &[("2021-09-14", "14 شتنبر، 2021")]);
        check("الجمعة، ١٧ مارس، ٢٠٢٣", &[("2023-03-17", "الجمعة، ١٧ مارس، ٢٠٢٣")]);
        check("Oct 21, 2020, 05:14 AM", &[("2020-10-21", "Oct 21, 2020, 05:14 AM")]);
        check("le 5 octobre 2019 à 13h45", &[("2019-10-05", "5 octobre 2019 à 13h45")]);
        check("27th, January 2024 GMT", &[("2024-01-27", "27th, January 2024 GMT")]);
        check("الرابع عشر من سبتمبر 2021", &[("2021-09-14", "الرابع عشر من سبتمبر 2021")]);
        check("17:30 2021 الثلاثاء 14 أيلول", &[("2021-09-14", "17:30 2021 الثلاثاء 14 أيلول")]);
        check("14-سبتمبر-2021", &[("2021-09-14", "14-سبتمبر-2021")]);
        check("سبتمبر 14, 2021", &[("2021-09-14", "سبتمبر 14, 2021")]);
        check("السنة السادسة، العدد 12، سبتمبر 2016", &[("", "سبتمبر 2016")]);
        check("المرسى - 28 مارس (الوكالة)", &[("--03-28", "28 مارس")]);
        check("29 مارس، 2024 12:57 م", &[("2024-03-29", "29 مارس، 2024 12:57 م")]);
    }

    #[test]
    fn two_calendars_are_one_day() {
        check(
            "26 / 5 / 1447هـ الموافق 17 / 11 / 2025م",
            &[("2025-11-17", "26 / 5 / 1447هـ الموافق 17 / 11 / 2025م")],
        );
        check(
            "الثلاثاء 7 صفر 1443 هـ - 14 سبتمبر 2021",
            &[("2021-09-14", "الثلاثاء 7 صفر 1443 هـ - 14 سبتمبر 2021")],
        );
        check(
            "الثلاثاء 7 صفر 1443هـ 14 سبتمبر 2021م",
            &[("2021-09-14", "الثلاثاء 7 صفر 1443هـ 14 سبتمبر 2021م")],
        );
        check(
            "14 سبتمبر 2021 الموافق 7 صفر 1443",
            &[("2021-09-14", "14 سبتمبر 2021 الموافق 7 صفر 1443")],
        );
        check("1 جمادى الآخرة 1446هـ", &[("2024-12-02", "1 جمادى الآخرة 1446هـ")]);
        // The calendar has the 24th of September, a Saturday; the moon was seen a day later.
        check("الأحد ٢٣ ذوالحجة ١٤٣٧هـ", &[("2016-09-25", "الأحد ٢٣ ذوالحجة ١٤٣٧هـ")]);
        check("الثلاثاء ٢٣ ذو الحجة ١٤٣٧هـ", &[("2016-09-24", "الثلاثاء ٢٣ ذو الحجة ١٤٣٧هـ")]);
    }

    #[test]
    fn clocks_stand_on_either_side() {
        check("13:45 GMT+3 - 14 سبتمبر 2021", &[("2021-09-14", "13:45 GMT+3 - 14 سبتمبر 2021")]);
        check(
            "14 سبتمبر 2021 الساعة 1:45 مساءً بتوقيت غرينتش",
            &[("2021-09-14", "14 سبتمبر 2021 الساعة 1:45 مساءً بتوقيت غرينتش")],
        );
        check(
            "17 فبراير 2026, 12:34 مساءًرأس وزير الزراعة",
            &[("2026-02-17", "17 فبراير 2026, 12:34 مساءً")],
        );
        check("14/09/2021 14:05 (توقيت مكة)", &[("2021-09-14", "14/09/2021 14:05 (توقيت مكة)")]);
        check("14 سبتمبر 2021 - الثلاثاء", &[("2021-09-14", "14 سبتمبر 2021 - الثلاثاء")]);
    }

    proptest::proptest! {
        #[test]
        fn any_line_gives_spans_of_itself(line in "([0-9٠-٩]{1,5}|[-/.:،() '+]|سبتمبر|تشرين|الثاني|الثلاثاء|صفر|1443|هـ|الموافق|2021|مساءً|gmt|am|T|ألفين|و){0,24}") {
            for day in printed_days(&line) {
                proptest::prop_assert!(line.get(day.span.start..day.span.end).is_some_and(|words| !words.is_empty()));
            }
        }
    }

    #[test]
    fn issues_of_papers_and_magazines() {
        let wider = |line: &str| {
            printed_days(line).first().and_then(|day| day.wider.as_ref().map(Edtf::to_string))
        };
        assert_eq!(wider("العدد 212 – تشرين الثاني/نوفمبر 2014").as_deref(), Some("2014-11"));
        assert_eq!(wider("12–18 آذار 2019").as_deref(), Some("2019-03-12/2019-03-18"));
        assert_eq!(wider("من 29 غشت إلى 4 شتنبر 2022").as_deref(), Some("2022-08-29/2022-09-04"));
        assert_eq!(wider("تموز - آب 2014").as_deref(), Some("2014-07/2014-08"));
        check("12 مارس '19", &[("2019-03-12", "12 مارس '19")]);
        check(
            "حرر في الثامن من يونيو سنة ألفين وعشرة",
            &[("2010-06-08", "الثامن من يونيو سنة ألفين وعشرة")],
        );
        check("الأحد (25) أيلول 2011", &[("2011-09-25", "الأحد (25) أيلول 2011")]);
        check("04 تشرين2/نوفمبر 2010", &[("2010-11-04", "04 تشرين2/نوفمبر 2010")]);
        check("12 التمور (أكتوبر) 2009", &[("2009-10-12", "12 التمور (أكتوبر) 2009")]);
    }

    #[test]
    fn what_is_no_day() {
        check("30 شباط 2021", &[("", "30 شباط 2021")]);
        check("45/13/2021", &[("", "45/13/2021")]);
        for line in [
            "القرار 1701",
            "2500 جندي",
            "192.168.1.20",
            "0096650012",
            "3-4-3",
            "من 9 إلى 15",
            "1.2.2021.4",
            "14/9/0000",
        ] {
            check(line, &[]);
        }
        check("14 سبتمبر 20211", &[("--09-14", "14 سبتمبر")]);
    }
}
