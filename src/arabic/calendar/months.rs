//! Month and weekday names by region.
//!
//! The names are those of CLDR 48 for the countries of each family; the further
//! spellings are what newsrooms write beside them.

use serde::Deserialize;

use crate::arabic::clitics::Onto;
use std::sync::LazyLock;

use chrono::Weekday;

use super::super::fold::folded;

/// The months by the usage of a region; each list begins with January.
///
/// ```
/// use sijill::arabic::calendar::MonthFamily;
/// assert_eq!(MonthFamily::Maghreb.name(7), "جويلية");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MonthFamily {
    /// كانون الثاني، شباط، آذار: Iraq, Syria, Lebanon, Jordan, Palestine.
    Levant,
    /// يناير، فبراير، مارس: Egypt, Sudan, Libya, the Gulf.
    Egypt,
    /// جانفي، فيفري، مارس: Tunisia, Algeria.
    Maghreb,
    /// يناير، … غشت، شتنبر: Morocco.
    Morocco,
    /// يناير، … إبريل، أغشت: Mauritania.
    Mauritania,
}

const LEVANT: [&str; 12] = [
    "كانون الثاني",
    "شباط",
    "آذار",
    "نيسان",
    "أيار",
    "حزيران",
    "تموز",
    "آب",
    "أيلول",
    "تشرين الأول",
    "تشرين الثاني",
    "كانون الأول",
];
const EGYPT: [&str; 12] = [
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
];
const MAGHREB: [&str; 12] = [
    "جانفي",
    "فيفري",
    "مارس",
    "أفريل",
    "ماي",
    "جوان",
    "جويلية",
    "أوت",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
];
const MOROCCO: [&str; 12] = [
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "ماي",
    "يونيو",
    "يوليوز",
    "غشت",
    "شتنبر",
    "أكتوبر",
    "نونبر",
    "دجنبر",
];
const MAURITANIA: [&str; 12] = [
    "يناير",
    "فبراير",
    "مارس",
    "إبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغشت",
    "شتمبر",
    "أكتوبر",
    "نوفمبر",
    "دجمبر",
];

/// Further spellings of the newsrooms, which no list of CLDR has.
const FURTHER: [(&str, u32); 19] = [
    ("كانون ثاني", 1),
    ("كانون ثان", 1),
    ("مايس", 5),
    ("يونيه", 6),
    ("يوليه", 7),
    ("اوغسطس", 8),
    ("أغسطوس", 8),
    ("سيبتمبر", 9),
    ("سبتنبر", 9),
    ("تشرين اول", 10),
    ("أوكتوبر", 10),
    ("تشرين ثاني", 11),
    ("تشرين ثان", 11),
    ("نوفنبر", 11),
    ("نفمبر", 11),
    ("كانون اول", 12),
    ("دسمبر", 12),
    ("ديسيمبر", 12),
    ("ديسنبر", 12),
];

/// The names that Libya used from 1986 to 2011, January first; most are common words.
pub(crate) const LIBYAN: [&str; 12] = [
    "النار",
    "النوار",
    "الربيع",
    "الطير",
    "الماء",
    "الصيف",
    "ناصر",
    "هانيبال",
    "الفاتح",
    "التمور",
    "الحرث",
    "الكانون",
];

/// Monday first, as ISO 8601 counts.
///
/// ```
/// use sijill::arabic::calendar::months::WEEKDAYS;
/// assert_eq!(WEEKDAYS[2], "الأربعاء");
/// ```
pub const WEEKDAYS: [&str; 7] =
    ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"];

impl MonthFamily {
    /// The five families.
    ///
    /// ```
    /// use sijill::arabic::calendar::months::MonthFamily;
    /// let august: Vec<&str> = MonthFamily::ALL.iter().map(|family| family.name(8)).collect();
    /// assert_eq!(august, ["آب", "أغسطس", "أوت", "غشت", "أغشت"]);
    /// ```
    pub const ALL: [Self; 5] =
        [Self::Levant, Self::Egypt, Self::Maghreb, Self::Morocco, Self::Mauritania];

    /// The name of a month, 1 to 12.
    ///
    /// ```
    /// use sijill::arabic::calendar::months::MonthFamily;
    /// assert_eq!(MonthFamily::Levant.name(4), "نيسان");
    /// ```
    pub const fn name(self, month: u32) -> &'static str {
        let names = match self {
            Self::Levant => &LEVANT,
            Self::Egypt => &EGYPT,
            Self::Maghreb => &MAGHREB,
            Self::Morocco => &MOROCCO,
            Self::Mauritania => &MAURITANIA,
        };
        names[(month as usize + 11) % 12]
    }
}

/// Month names by the usage of a place, or of two places at once.
///
/// ```
/// use sijill::arabic::calendar::MonthNames;
/// assert_eq!(MonthNames::default().name(6), "حزيران/يونيو");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MonthNames {
    /// نيسان
    Levant,
    /// أبريل
    Egypt,
    /// أبريل
    Gulf,
    /// أفريل
    Tunisia,
    /// أفريل
    Algeria,
    /// أبريل، غشت
    Morocco,
    /// إبريل، أغشت
    Mauritania,
    /// «نيسان/أبريل»
    #[default]
    DualLevant,
    /// «أبريل/نيسان»
    DualGulf,
}

impl MonthNames {
    /// The nine usages.
    ///
    /// ```
    /// use sijill::arabic::calendar::MonthNames;
    /// assert!(MonthNames::ALL.iter().any(|names| names.name(4) == "نيسان/أبريل"));
    /// ```
    pub const ALL: [Self; 9] = [
        Self::Levant,
        Self::Egypt,
        Self::Gulf,
        Self::Tunisia,
        Self::Algeria,
        Self::Morocco,
        Self::Mauritania,
        Self::DualLevant,
        Self::DualGulf,
    ];

    /// The name, or the two names, of a month from 1 to 12.
    ///
    /// ```
    /// use sijill::arabic::calendar::months::MonthNames;
    /// assert_eq!(MonthNames::DualLevant.name(4), "نيسان/أبريل");
    /// assert_eq!(MonthNames::DualGulf.name(4), "أبريل/نيسان");
    /// assert_eq!(MonthNames::Tunisia.name(8), "أوت");
    /// ```
    pub fn name(self, month: u32) -> String {
        let (levant, egypt) = (MonthFamily::Levant.name(month), MonthFamily::Egypt.name(month));
        let family = match self {
            Self::DualLevant => return format!("{levant}/{egypt}"),
            Self::DualGulf => return format!("{egypt}/{levant}"),
            Self::Levant => MonthFamily::Levant,
            Self::Egypt | Self::Gulf => MonthFamily::Egypt,
            Self::Tunisia | Self::Algeria => MonthFamily::Maghreb,
            Self::Morocco => MonthFamily::Morocco,
            Self::Mauritania => MonthFamily::Mauritania,
        };
        family.name(month).to_owned()
    }
}

/// Every spelling of every month, folded, in alphabetical order, each once.
///
/// ```
/// use sijill::arabic::calendar::months::month_spellings;
/// assert!(month_spellings().contains(&("تشرين الاول".to_owned(), 10)));
/// ```
pub fn month_spellings() -> &'static [(String, u32)] {
    static SPELLINGS: LazyLock<Vec<(String, u32)>> = LazyLock::new(|| {
        let of_families = MonthFamily::ALL
            .iter()
            .flat_map(|family| (1..=12).map(|month| (family.name(month), month)));
        let mut spellings: Vec<_> =
            of_families.chain(FURTHER).map(|(name, month)| (folded(name), month)).collect();
        spellings.sort();
        spellings.dedup();
        spellings
    });
    &SPELLINGS
}

/// The month, 1 to 12, that a name of any family spells, or a pair of names of one month.
///
/// ```
/// use sijill::arabic::calendar::months::month_from_name;
/// assert_eq!(month_from_name("كانون الثاني"), Some(1));
/// assert_eq!(month_from_name("نيسان/ابريل"), Some(4));
/// assert_eq!(month_from_name("أبريل (نيسان)"), Some(4));
/// assert_eq!(month_from_name("مايس"), Some(5));
/// // Two names of different months are no pair.
/// assert_eq!(month_from_name("نيسان/مايو"), None);
/// ```
pub fn month_from_name(name: &str) -> Option<u32> {
    /// No pair of names is longer, marks counted in.
    const LONGEST: usize = 200;
    if name.len() > LONGEST {
        return None;
    }
    let folded = folded(name);
    let mut month = None;
    for part in folded
        .split(['/', '\\', '(', ')', '-', '–', '،', '|'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
    {
        let found = single(part).or_else(|| pair(part))?;
        if month.is_some_and(|month| month != found) {
            return None;
        }
        month = Some(found);
    }
    month
}

/// The month of one folded name.
fn single(name: &str) -> Option<u32> {
    let spellings = month_spellings();
    let words: Vec<&str> = name.split_whitespace().collect();
    let name = words.join(" ");
    spellings
        .binary_search_by(|(spelling, _)| spelling.as_str().cmp(&name))
        .ok()
        .map(|place| spellings[place].1)
}

/// The month of two names with only a space between («نيسان أبريل»).
fn pair(names: &str) -> Option<u32> {
    names.match_indices(' ').find_map(|(at, _)| {
        single(&names[..at]).filter(|&month| single(&names[at..]) == Some(month))
    })
}

/// The month, 1 to 12, that an English or French name spells, whole or cut short, in small letters.
///
/// ```
/// use sijill::arabic::calendar::months::latin_month;
/// // «5 October 2019», «5 Oct. 2019», «le 5 octobre 2019»
/// assert_eq!(["october", "oct", "octobre"].map(latin_month), [Some(10); 3]);
/// assert_eq!(latin_month("ma"), None);
/// ```
pub fn latin_month(name: &str) -> Option<u32> {
    LATIN_MONTHS.iter().find(|(known, _)| *known == name).map(|&(_, month)| month)
}

/// The names of the months in English and French, in full and as they are shortened.
pub(crate) const LATIN_MONTHS: [(&str, u32); 47] = [
    ("january", 1),
    ("jan", 1),
    ("janvier", 1),
    ("janv", 1),
    ("february", 2),
    ("feb", 2),
    ("février", 2),
    ("fevrier", 2),
    ("fév", 2),
    ("fev", 2),
    ("févr", 2),
    ("fevr", 2),
    ("march", 3),
    ("mar", 3),
    ("mars", 3),
    ("april", 4),
    ("apr", 4),
    ("avril", 4),
    ("avr", 4),
    ("may", 5),
    ("mai", 5),
    ("june", 6),
    ("jun", 6),
    ("juin", 6),
    ("july", 7),
    ("jul", 7),
    ("juillet", 7),
    ("juil", 7),
    ("august", 8),
    ("aug", 8),
    ("août", 8),
    ("aout", 8),
    ("september", 9),
    ("sep", 9),
    ("sept", 9),
    ("septembre", 9),
    ("october", 10),
    ("oct", 10),
    ("octobre", 10),
    ("november", 11),
    ("nov", 11),
    ("novembre", 11),
    ("december", 12),
    ("dec", 12),
    ("décembre", 12),
    ("decembre", 12),
    ("déc", 12),
];

/// The name of a weekday.
///
/// ```
/// use sijill::arabic::calendar::months::weekday_name;
/// assert_eq!(weekday_name(chrono::Weekday::Wed), "الأربعاء");
/// ```
pub const fn weekday_name(day: Weekday) -> &'static str {
    WEEKDAYS[day as usize]
}

/// The weekday that a name spells, with its article or without.
///
/// ```
/// use sijill::arabic::calendar::months::weekday_from_name;
/// use chrono::Weekday;
/// assert_eq!(weekday_from_name("الإثنين"), Some(Weekday::Mon));
/// assert_eq!(weekday_from_name("اربعاء"), Some(Weekday::Wed));
/// assert_eq!(weekday_from_name("العيد"), None);
/// ```
pub fn weekday_from_name(name: &str) -> Option<Weekday> {
    let name = folded(name);
    Some(match name.without_article() {
        "اثنين" | "اتنين" => Weekday::Mon,
        "ثلاثاء" | "ثلثاء" | "ثلاثا" => Weekday::Tue,
        "اربعاء" | "اربعا" | "ربوع" => Weekday::Wed,
        "خميس" => Weekday::Thu,
        "جمعه" => Weekday::Fri,
        "سبت" => Weekday::Sat,
        "احد" | "حد" => Weekday::Sun,
        _ => return None,
    })
}

/// The weekday that an English or French name spells, whole or cut short, in small letters.
///
/// ```
/// use sijill::arabic::calendar::months::latin_weekday;
/// use chrono::Weekday;
/// // «Tuesday 14 September 2021», «mardi 14 septembre 2021»
/// assert_eq!(["tuesday", "tue", "mardi"].map(latin_weekday), [Some(Weekday::Tue); 3]);
/// ```
pub fn latin_weekday(name: &str) -> Option<Weekday> {
    Some(match name {
        "monday" | "mon" | "lundi" | "lun" => Weekday::Mon,
        "tuesday" | "tue" | "tues" | "mardi" => Weekday::Tue,
        "wednesday" | "wed" | "mercredi" | "mer" => Weekday::Wed,
        "thursday" | "thu" | "thurs" | "thur" | "jeudi" | "jeu" => Weekday::Thu,
        "friday" | "fri" | "vendredi" | "ven" => Weekday::Fri,
        "saturday" | "sat" | "samedi" | "sam" => Weekday::Sat,
        "sunday" | "sun" | "dimanche" | "dim" => Weekday::Sun,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_of_every_usage_is_read_back() {
        for names in MonthNames::ALL {
            for month in 1..=12 {
                assert_eq!(
                    month_from_name(&names.name(month)),
                    Some(month),
                    "{}",
                    names.name(month)
                );
            }
        }
    }

    #[test]
    fn no_spelling_means_two_months() {
        let spellings = month_spellings();
        assert!(spellings.windows(2).all(|two| two[0].0 != two[1].0));
    }

    #[test]
    fn pairs_are_read_in_any_dress() {
        for pair in [
            "نيسان/أبريل",
            "أبريل - نيسان",
            "نيسان (إبريل)",
            "نيسان أبريل",
            "نيسان\\أفريل",
            "تشرين الأول/أكتوبر",
            "أكتوبر تشرين  الأول",
        ] {
            let expected = if pair.contains("تشرين") { 10 } else { 4 };
            assert_eq!(month_from_name(pair), Some(expected), "{pair}");
        }
        for other in ["", "/", "يوم", "نيسان القادم", "تشرين"] {
            assert_eq!(month_from_name(other), None, "{other}");
        }
    }
}
