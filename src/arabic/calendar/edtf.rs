//! EDTF (ISO 8601-2): dates as precise as is known and no more.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, Months, NaiveDate};

/// A date, or an interval of dates, in the Extended Date/Time Format.
///
/// Understood are centuries (`20`, written `20XX`), decades (`202X`), years,
/// seasons and their kin (`2021-21` spring … `2021-33` first quarter, `2021-40`
/// first half), months, days, days with a clock time (the time is kept as
/// written), intervals with open (`..`) and unknown (empty) ends, and the
/// qualifiers `~`, `?`, `%`. A day that the calendar has not is no value.
///
/// ```
/// use sijill::arabic::calendar::Edtf;
/// // «في حزيران 2020» is a month, not an invented day.
/// let month: Edtf = "2020-06".parse().unwrap();
/// assert_eq!(month.days().0.unwrap().to_string(), "2020-06-01");
/// assert_eq!(month.days().1.unwrap().to_string(), "2020-07-01");
/// assert!("2021-04-31".parse::<Edtf>().is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Edtf {
    /// One date.
    Date(Moment),
    /// From one end to another, both counted in.
    Interval(Endpoint, Endpoint),
}

/// One end of an interval.
///
/// ```
/// use sijill::arabic::calendar::{Edtf, edtf::Endpoint};
/// // «منذ 3 كانون الثاني 2020»
/// let since: Edtf = "2020-01-03/..".parse().unwrap();
/// assert!(matches!(since, Edtf::Interval(Endpoint::Moment(_), Endpoint::Open)));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Endpoint {
    /// It has no end in this direction (`..`).
    Open,
    /// The end is not known (empty).
    Unknown,
    /// A date.
    Moment(Moment),
}

/// A date with its precision and its doubt.
///
/// ```
/// use sijill::arabic::calendar::{Edtf, edtf::{Moment, Precision}};
/// // «عام 2021»
/// assert_eq!(Edtf::Date(Moment::certain(Precision::Year(2021))).to_string(), "2021");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Moment {
    /// How precisely it is known, and the value.
    pub value: Precision,
    /// Whether it is doubted.
    pub qualifier: Qualifier,
}

/// The value of a date at the precision at which it is known.
///
/// ```
/// use sijill::arabic::calendar::edtf::Precision;
/// // «الربع الأول من 2021» begins with the year.
/// assert_eq!(Precision::Part(2021, 33).days().0.to_string(), "2021-01-01");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Precision {
    /// A century by its first two digits: 19 is 1900–1999.
    Century(i32),
    /// A decade by its first three digits: 202 is 2020–2029.
    Decade(i32),
    /// A year.
    Year(i32),
    /// A part of a year by its ISO 8601-2 code: 21–24 seasons, 33–36 quarters, 37–39 thirds, 40–41 halves.
    Part(i32, u32),
    /// A month.
    Month(i32, u32),
    /// A day.
    Day(NaiveDate),
    /// A day with a clock time, which is kept as it was written (`10:30`, `10:30:00Z`).
    Time(NaiveDate, String),
}

/// How far a date is doubted.
///
/// ```
/// use sijill::arabic::calendar::{Edtf, edtf::Qualifier};
/// // «نحو كانون الأول 2021»
/// let about: Edtf = "2021-12~".parse().unwrap();
/// assert!(matches!(about, Edtf::Date(moment) if moment.qualifier == Qualifier::Approximate));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Qualifier {
    /// Stated without doubt.
    #[default]
    Certain,
    /// `~`: about then.
    Approximate,
    /// `?`: perhaps.
    Uncertain,
    /// `%`: perhaps, and about then.
    Both,
}

/// The text is no EDTF value, or names a day that no calendar has.
///
/// ```
/// use sijill::arabic::calendar::Edtf;
/// let error = "أمس".parse::<Edtf>().unwrap_err();
/// assert_eq!(error.to_string(), "`أمس` is no date in EDTF");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no date in EDTF")]
pub struct InvalidEdtf(pub String);

impl Edtf {
    /// A day, stated without doubt.
    ///
    /// ```
    /// use sijill::arabic::calendar::Edtf;
    /// // «7 نيسان 2021»
    /// assert_eq!(Edtf::day("2021-04-07".parse().unwrap()).to_string(), "2021-04-07");
    /// ```
    pub fn day(day: NaiveDate) -> Self {
        Self::Date(Moment::certain(Precision::Day(day)))
    }

    /// A month, stated without doubt; nothing where there is no such month.
    ///
    /// ```
    /// use sijill::arabic::calendar::Edtf;
    /// // «نيسان 2021»; there is no thirteenth month.
    /// assert_eq!(Edtf::month(2021, 4).unwrap().to_string(), "2021-04");
    /// assert_eq!(Edtf::month(2021, 13), None);
    /// ```
    pub fn month(year: i32, month: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, 1)
            .map(|_| Self::Date(Moment::certain(Precision::Month(year, month))))
    }

    /// A year, stated without doubt.
    ///
    /// ```
    /// use sijill::arabic::calendar::Edtf;
    /// // «عام 2021»
    /// assert_eq!(Edtf::year(2021).to_string(), "2021");
    /// ```
    pub fn year(year: i32) -> Self {
        Self::Date(Moment::certain(Precision::Year(year)))
    }

    /// From `first` to `last`, both counted in; the day itself where they are one.
    ///
    /// ```
    /// use sijill::arabic::calendar::Edtf;
    /// // «من 9 إلى 15 شباط 2023»
    /// let days = Edtf::between("2023-02-09".parse().unwrap(), "2023-02-15".parse().unwrap());
    /// assert_eq!(days.to_string(), "2023-02-09/2023-02-15");
    /// ```
    pub fn between(first: NaiveDate, last: NaiveDate) -> Self {
        if first == last {
            return Self::day(first);
        }
        let end = |day| Endpoint::Moment(Moment::certain(Precision::Day(day)));
        Self::Interval(end(first), end(last))
    }

    /// The days it can mean, as `[from, to)`; an open or unknown end is `None`.
    ///
    /// ```
    /// use sijill::arabic::calendar::Edtf;
    /// // «حتى نيسان 2021» has no beginning, and ends with the month.
    /// let (from, to) = "../2021-04".parse::<Edtf>().unwrap().days();
    /// assert_eq!((from, to.unwrap().to_string().as_str()), (None, "2021-05-01"));
    /// ```
    pub fn days(&self) -> (Option<NaiveDate>, Option<NaiveDate>) {
        match self {
            Self::Date(moment) => {
                let (from, to) = moment.value.days();
                (Some(from), to)
            }
            Self::Interval(start, end) => (
                start.moment().map(|m| m.value.days().0),
                end.moment().and_then(|m| m.value.days().1),
            ),
        }
    }

    /// The first day it can mean.
    ///
    /// ```
    /// use sijill::arabic::calendar::Edtf;
    /// // «حزيران 2020»
    /// let june: Edtf = "2020-06".parse().unwrap();
    /// assert_eq!(june.first_day().unwrap().to_string(), "2020-06-01");
    /// ```
    pub fn first_day(&self) -> Option<NaiveDate> {
        self.days().0
    }

    /// The day, where it is exactly one.
    ///
    /// ```
    /// use sijill::arabic::calendar::Edtf;
    /// // «حزيران 2020» is no day.
    /// assert_eq!("2020-06".parse::<Edtf>().unwrap().single_day(), None);
    /// ```
    pub fn single_day(&self) -> Option<NaiveDate> {
        let (from, to) = self.days();
        let from = from?;
        (to == from.checked_add_days(Days::new(1))).then_some(from)
    }

    /// Whether it is stated without doubt, at both ends where it has two.
    ///
    /// ```
    /// use sijill::arabic::calendar::Edtf;
    /// // «نحو كانون الأول 2021»
    /// assert!(!"2021-12~".parse::<Edtf>().unwrap().is_certain());
    /// assert!("2021-04-07/2021-04-09".parse::<Edtf>().unwrap().is_certain());
    /// ```
    pub fn is_certain(&self) -> bool {
        let is_certain = |moment: &Moment| moment.qualifier == Qualifier::Certain;
        match self {
            Self::Date(moment) => is_certain(moment),
            Self::Interval(from, to) => {
                [from, to].into_iter().filter_map(Endpoint::moment).all(is_certain)
            }
        }
    }

    /// Whether the two share a day.
    ///
    /// ```
    /// use sijill::arabic::calendar::Edtf;
    /// // «7 نيسان 2021» lies in «ربيع 2021».
    /// let day: Edtf = "2021-04-07".parse().unwrap();
    /// assert!(day.meets(&"2021-21".parse().unwrap()));
    /// ```
    pub fn meets(&self, other: &Self) -> bool {
        let ((a, b), (c, d)) = (self.days(), other.days());
        let before = |end: Option<NaiveDate>, start: Option<NaiveDate>| matches!((end, start), (Some(end), Some(start)) if end <= start);
        !before(b, c) && !before(d, a)
    }
}

impl Endpoint {
    /// The date of this end, where it has one.
    ///
    /// ```
    /// use sijill::arabic::calendar::{Edtf, edtf::Endpoint};
    /// // «منذ 2020»
    /// let Edtf::Interval(start, end) = "2020/..".parse().unwrap() else { unreachable!() };
    /// assert!(start.moment().is_some() && end.moment().is_none());
    /// ```
    pub fn moment(&self) -> Option<&Moment> {
        match self {
            Self::Moment(moment) => Some(moment),
            Self::Open | Self::Unknown => None,
        }
    }
}

impl Moment {
    /// A value without doubt.
    ///
    /// ```
    /// use sijill::arabic::calendar::edtf::{Moment, Precision, Qualifier};
    /// // «عام 2021»
    /// assert_eq!(Moment::certain(Precision::Year(2021)).qualifier, Qualifier::Certain);
    /// ```
    pub const fn certain(value: Precision) -> Self {
        Self { value, qualifier: Qualifier::Certain }
    }
}

impl Precision {
    /// The days it covers, `[from, to)`; the end is absent at the end of all calendars.
    ///
    /// ```
    /// use sijill::arabic::calendar::edtf::Precision;
    /// // «عشرينيات القرن الحادي والعشرين»
    /// assert_eq!(Precision::Decade(202).days().1.unwrap().to_string(), "2030-01-01");
    /// ```
    pub fn days(&self) -> (NaiveDate, Option<NaiveDate>) {
        let span = |year: i32, month: u32, months: u32| {
            let from = NaiveDate::from_ymd_opt(year, month, 1).unwrap_or(NaiveDate::MAX);
            (from, from.checked_add_months(Months::new(months)))
        };
        match *self {
            Self::Century(century) => span(century * 100, 1, 1200),
            Self::Decade(decade) => span(decade * 10, 1, 120),
            Self::Year(year) => span(year, 1, 12),
            Self::Month(year, month) => span(year, month, 1),
            // Meteorological seasons; winter begins in December of its year.
            Self::Part(year, season @ 21..=24) => span(year, 3 * (season - 20), 3),
            Self::Part(year, quarter @ 33..=36) => span(year, 3 * (quarter - 33) + 1, 3),
            Self::Part(year, third @ 37..=39) => span(year, 4 * (third - 37) + 1, 4),
            Self::Part(year, half) => span(year, if half == 41 { 7 } else { 1 }, 6),
            Self::Day(day) | Self::Time(day, _) => (day, day.checked_add_days(Days::new(1))),
        }
    }

    /// The year, where it is one.
    ///
    /// ```
    /// use sijill::arabic::calendar::edtf::Precision;
    /// // «نيسان 2021» has a year, «القرن العشرون» has none.
    /// assert_eq!(Precision::Month(2021, 4).year(), Some(2021));
    /// assert_eq!(Precision::Century(19).year(), None);
    /// ```
    pub fn year(&self) -> Option<i32> {
        match self {
            Self::Century(_) | Self::Decade(_) => None,
            Self::Year(year) | Self::Part(year, _) | Self::Month(year, _) => Some(*year),
            Self::Day(day) | Self::Time(day, _) => Some(day.year()),
        }
    }
}

impl Qualifier {
    const fn mark(self) -> &'static str {
        match self {
            Self::Certain => "",
            Self::Approximate => "~",
            Self::Uncertain => "?",
            Self::Both => "%",
        }
    }
}

impl FromStr for Edtf {
    type Err = InvalidEdtf;

    fn from_str(text: &str) -> Result<Self, InvalidEdtf> {
        let invalid = || InvalidEdtf(text.to_owned());
        let Some((start, end)) = text.split_once('/') else {
            return parse_moment(text).map(Self::Date).ok_or_else(invalid);
        };
        let endpoint = |part: &str| match part {
            ".." => Some(Endpoint::Open),
            "" => Some(Endpoint::Unknown),
            part => parse_moment(part).map(Endpoint::Moment),
        };
        let (start, end) = endpoint(start).zip(endpoint(end)).ok_or_else(invalid)?;
        let interval = Self::Interval(start, end);
        match interval.days() {
            (Some(from), Some(to)) if to <= from => Err(invalid()),
            (None, None) => Err(invalid()),
            _ => Ok(interval),
        }
    }
}

fn parse_moment(text: &str) -> Option<Moment> {
    let (text, qualifier) = match text.as_bytes().last()? {
        b'~' => (&text[..text.len() - 1], Qualifier::Approximate),
        b'?' => (&text[..text.len() - 1], Qualifier::Uncertain),
        b'%' => (&text[..text.len() - 1], Qualifier::Both),
        _ => (text, Qualifier::Certain),
    };
    let digits = |part: &str, len: usize| {
        (part.len() == len && part.bytes().all(|b| b.is_ascii_digit()))
            .then(|| part.parse::<u32>().ok())?
    };
    let year = |part: &str| digits(part, 4).map(|year| year as i32).filter(|&year| year > 0);
    let value = if let Some((day, time)) = text.split_once('T') {
        let Precision::Day(day) = parse_moment(day)?.value else { return None };
        if !is_clock_time(time) {
            return None;
        }
        Precision::Time(day, time.to_owned())
    } else {
        let mut parts = text.split('-');
        match (parts.next()?, parts.next(), parts.next(), parts.next()) {
            (century, None, ..) if century.len() == 4 && century.ends_with("XX") => {
                Precision::Century(digits(&century[..2], 2)? as i32)
            }
            (decade, None, ..) if decade.len() == 4 && decade.ends_with('X') => {
                Precision::Decade(digits(&decade[..3], 3)? as i32)
            }
            (century, None, ..) if century.len() == 2 => {
                Precision::Century(digits(century, 2)? as i32)
            }
            (y, None, ..) => Precision::Year(year(y)?),
            (y, Some(month), None, _) => match digits(month, 2)? {
                month @ 1..=12 => Precision::Month(year(y)?, month),
                part @ (21..=24 | 33..=41) => Precision::Part(year(y)?, part),
                _ => return None,
            },
            (y, Some(month), Some(day), None) => Precision::Day(NaiveDate::from_ymd_opt(
                year(y)?,
                digits(month, 2)?,
                digits(day, 2)?,
            )?),
            _ => return None,
        }
    };
    Some(Moment { value, qualifier })
}

/// `hh:mm`, `hh:mm:ss`, with `Z` or `±hh:mm` or nothing behind it.
fn is_clock_time(text: &str) -> bool {
    let clock = text
        .strip_suffix('Z')
        .or_else(|| text.rsplit_once(['+', '-']).map(|(clock, _)| clock))
        .unwrap_or(text);
    let mut limits = [24, 60, 61].into_iter();
    let fits = clock.split(':').all(|part| {
        part.len() == 2
            && part
                .parse::<u32>()
                .is_ok_and(|value| limits.next().is_some_and(|limit| value < limit))
    });
    fits && clock.len() >= 5
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(moment) => moment.fmt(f),
            Self::Interval(start, end) => write!(f, "{start}/{end}"),
        }
    }
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Open => f.write_str(".."),
            Self::Unknown => Ok(()),
            Self::Moment(moment) => moment.fmt(f),
        }
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.value {
            Precision::Century(century) => write!(f, "{century:02}XX"),
            Precision::Decade(decade) => write!(f, "{decade:03}X"),
            Precision::Year(year) => write!(f, "{year:04}"),
            Precision::Part(year, part) | Precision::Month(year, part) => {
                write!(f, "{year:04}-{part:02}")
            }
            Precision::Day(day) => write!(f, "{day}"),
            Precision::Time(day, time) => write!(f, "{day}T{time}"),
        }?;
        f.write_str(self.qualifier.mark())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_what_it_parsed() {
        for text in [
            "2021",
            "2020-06",
            "2021-04-07",
            "2021-12~",
            "2021-03-21/2021-03-31",
            "202X",
            "19XX",
            "2021-33",
            "2023-10-17/2024-02~",
            "../2020-01-03",
            "2020-01-03/..",
            "2024-01-27T10:30",
            "2024-01-27T10:30:00Z",
            "2024?",
        ] {
            assert_eq!(text.parse::<Edtf>().map(|value| value.to_string()).as_deref(), Ok(text));
        }
    }

    #[test]
    fn refuses_what_no_calendar_has() {
        for text in [
            "",
            "2021-13",
            "2021-04-31",
            "2021-02-29",
            "0000",
            "20211",
            "2021-4-7",
            "٢٠٢١",
            "2021-04-07T25:00",
            "2021-05/2021-04",
            "../..",
            "/",
        ] {
            assert!(text.parse::<Edtf>().is_err(), "{text}");
        }
    }

    #[test]
    fn covers_whole_days() {
        let days = |text: &str| {
            let (from, to) = text.parse::<Edtf>().expect(text).days();
            (from.map(|d| d.to_string()), to.map(|d| d.to_string()))
        };
        let some = |from: &str, to: &str| (Some(from.to_owned()), Some(to.to_owned()));
        assert_eq!(days("2021-04"), some("2021-04-01", "2021-05-01"));
        assert_eq!(days("2021-24"), some("2021-12-01", "2022-03-01"));
        assert_eq!(days("2021-34"), some("2021-04-01", "2021-07-01"));
        assert_eq!(days("2021-03-21/2021-03-31"), some("2021-03-21", "2021-04-01"));
        assert_eq!(days("2020-01-03/.."), (Some("2020-01-03".to_owned()), None));
        assert_eq!(days("202X"), some("2020-01-01", "2030-01-01"));
    }
}
