//! The Hijri calendar of Umm al-Qura, the civil calendar of Saudi Arabia.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};
use icu_calendar::cal::Hijri as HijriCalendar;
use icu_calendar::cal::hijri::UmmAlQura;
use icu_calendar::types::Month;
use icu_calendar::{Date, Iso};

use super::super::fold::folded;
use super::super::numbers::Digits;

/// The months of the Hijri year, as CLDR 48 names them.
///
/// ```
/// use sijill::arabic::calendar::hijri::HIJRI_MONTHS;
/// assert_eq!(HIJRI_MONTHS[8], "رمضان");
/// ```
pub const HIJRI_MONTHS: [&str; 12] = [
    "محرم",
    "صفر",
    "ربيع الأول",
    "ربيع الآخر",
    "جمادى الأولى",
    "جمادى الآخرة",
    "رجب",
    "شعبان",
    "رمضان",
    "شوال",
    "ذو القعدة",
    "ذو الحجة",
];

/// Other names of the months.
const FURTHER: [(&str, u32); 17] = [
    ("المحرم", 1),
    ("محرم الحرام", 1),
    ("صفر الخير", 2),
    ("ربيع اول", 3),
    ("ربيع الثاني", 4),
    ("ربيع ثاني", 4),
    ("جماد الأول", 5),
    ("جمادى الأول", 5),
    ("جماد الأولى", 5),
    ("جمادى الثانية", 6),
    ("جماد الآخر", 6),
    ("جماد الثاني", 6),
    ("رمضان المبارك", 9),
    ("ذي القعدة", 11),
    ("ذو القعده الحرام", 11),
    ("ذي الحجة", 12),
    ("ذو الحجة الحرام", 12),
];

/// A day of the Hijri calendar, which the calendar has.
///
/// ```
/// use sijill::arabic::calendar::hijri::HijriDay;
/// use sijill::arabic::numbers::Digits;
/// let day = HijriDay::of("2021-04-13".parse().unwrap());
/// assert_eq!(day.phrase(Digits::European), "1 رمضان 1442 هـ");
/// assert_eq!(day.gregorian().to_string(), "2021-04-13");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct HijriDay {
    year: i32,
    month: u32,
    day: u32,
    gregorian: NaiveDate,
}

impl HijriDay {
    /// The Hijri day of a Gregorian one; outside 1300–1600 of the Hijra it is reckoned by the civil rule.
    ///
    /// ```
    /// use sijill::arabic::calendar::hijri::HijriDay;
    /// assert_eq!(HijriDay::of("2020-08-20".parse().unwrap()).year(), 1442);
    /// ```
    pub fn of(day: NaiveDate) -> Self {
        let iso =
            Date::try_new_iso(day.year().clamp(-9_000, 9_000), day.month() as u8, day.day() as u8)
                .unwrap_or(epoch());
        let hijri = iso.to_calendar(HijriCalendar::new_umm_al_qura());
        Self {
            year: hijri.year().extended_year(),
            month: u32::from(hijri.month().ordinal),
            day: u32::from(hijri.day_of_month().0),
            gregorian: day,
        }
    }

    /// The day of a year, a month from 1 to 12, and a day of it; nothing where the calendar has not got it.
    ///
    /// ```
    /// use sijill::arabic::calendar::hijri::HijriDay;
    /// assert_eq!(HijriDay::new(1442, 9, 1).unwrap().gregorian().to_string(), "2021-04-13");
    /// // Ramadan 1442 had 30 days.
    /// assert_eq!(HijriDay::new(1442, 9, 31), None);
    /// ```
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        let calendar: HijriCalendar<UmmAlQura> = HijriCalendar::new_umm_al_qura();
        let month_code = Month::new(u8::try_from(month).ok()?);
        let date =
            Date::try_new(year.into(), month_code, u8::try_from(day).ok()?, calendar).ok()?;
        let iso = date.to_calendar(Iso);
        let gregorian = NaiveDate::from_ymd_opt(
            iso.year().extended_year(),
            u32::from(iso.month().ordinal),
            u32::from(iso.day_of_month().0),
        )?;
        Some(Self { year, month, day, gregorian })
    }

    /// The year of the Hijra.
    ///
    /// ```
    /// use sijill::arabic::calendar::hijri::HijriDay;
    /// // «1 رمضان 1442 هـ»
    /// assert_eq!(HijriDay::new(1442, 9, 1).unwrap().year(), 1442);
    /// ```
    pub const fn year(self) -> i32 {
        self.year
    }

    /// The month, 1 to 12.
    ///
    /// ```
    /// use sijill::arabic::calendar::hijri::HijriDay;
    /// // «1 رمضان 1442 هـ»
    /// assert_eq!(HijriDay::new(1442, 9, 1).unwrap().month(), 9);
    /// ```
    pub const fn month(self) -> u32 {
        self.month
    }

    /// The day of the month.
    ///
    /// ```
    /// use sijill::arabic::calendar::hijri::HijriDay;
    /// // «1 رمضان 1442 هـ»
    /// assert_eq!(HijriDay::new(1442, 9, 1).unwrap().day(), 1);
    /// ```
    pub const fn day(self) -> u32 {
        self.day
    }

    /// The same day in the Gregorian calendar.
    ///
    /// ```
    /// use sijill::arabic::calendar::hijri::HijriDay;
    /// // «1 رمضان 1442 هـ»
    /// assert_eq!(HijriDay::new(1442, 9, 1).unwrap().gregorian().to_string(), "2021-04-13");
    /// ```
    pub const fn gregorian(self) -> NaiveDate {
        self.gregorian
    }

    /// The day as a phrase: «1 رمضان 1442 هـ».
    ///
    /// ```
    /// use sijill::arabic::calendar::hijri::HijriDay;
    /// use sijill::arabic::numbers::Digits;
    /// let day = HijriDay::new(1445, 7, 15).unwrap();
    /// assert_eq!(day.phrase(Digits::ArabicIndic), "١٥ رجب ١٤٤٥ هـ");
    /// ```
    pub fn phrase(self, digits: Digits) -> String {
        digits.of(&self.to_string())
    }
}

impl fmt::Display for HijriDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {} هـ", self.day, hijri_month_name(self.month), self.year)
    }
}

/// The name of a Hijri month, 1 to 12.
///
/// ```
/// use sijill::arabic::calendar::hijri::hijri_month_name;
/// assert_eq!(hijri_month_name(9), "رمضان");
/// ```
pub const fn hijri_month_name(month: u32) -> &'static str {
    HIJRI_MONTHS[(month as usize + 11) % 12]
}

/// The Hijri month, 1 to 12, that a name spells.
///
/// ```
/// use sijill::arabic::calendar::hijri::hijri_month_from_name;
/// assert_eq!(hijri_month_from_name("ربيع الثاني"), Some(4));
/// assert_eq!(hijri_month_from_name("ذي الحجة"), Some(12));
/// assert_eq!(hijri_month_from_name("ذوالحجة"), Some(12));
/// assert_eq!(hijri_month_from_name("ربيع"), None);
/// ```
pub fn hijri_month_from_name(name: &str) -> Option<u32> {
    // Nearly every word that is asked for begins like no month, and that can be seen before it is folded.
    let first = name.chars().next()?;
    let is_letter = ('\u{621}'..='\u{64A}').contains(&first);
    if is_letter && !FIRSTS.contains(&fold_first(first)) {
        return None;
    }
    let mut name = folded(name);
    // «ذوالحجة», «ذيالقعدة»: typed without the space.
    if let Some((lead, rest)) =
        ["ذو", "ذي", "ذا"].iter().find_map(|lead| Some((lead, name.strip_prefix(lead)?)))
        && rest.starts_with("ال")
    {
        name = format!("{lead} {rest}");
    }
    MONTHS.iter().find(|(known, _)| *known == name).map(|&(_, month)| month)
}

/// The names of months as they are compared, each with its number.
static MONTHS: LazyLock<Vec<(String, u32)>> = LazyLock::new(|| {
    let known = (1..).zip(HIJRI_MONTHS).map(|(month, known)| (known, month)).chain(FURTHER);
    known.map(|(known, month)| (folded(known), month)).collect()
});

/// The names of the months as they are compared.
pub(crate) fn hijri_month_names() -> impl Iterator<Item = &'static str> {
    MONTHS.iter().map(|(known, _)| known.as_str())
}

/// The letters by which the names of months begin.
static FIRSTS: LazyLock<BTreeSet<char>> =
    LazyLock::new(|| MONTHS.iter().filter_map(|(known, _)| known.chars().next()).collect());

/// The first letter of a word as it is compared: «أ» begins like «ا».
fn fold_first(first: char) -> char {
    match first {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        first => first,
    }
}

/// The day on which no conversion can fail.
fn epoch() -> Date<Iso> {
    Date::from_rata_die(icu_calendar::types::RataDie::new(1), Iso)
}
