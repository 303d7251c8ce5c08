//! The words of which time expressions are made, from `lexicon.txt`.

use std::sync::LazyLock;

use super::traits::{
    CARDINAL, CENTURY, DAY, DAY_PART, DECADE, FEAST, FIRST, FRACTION, GRAMMAR, HOUR, ISLAMIC,
    ISLAMIC_TAIL, LAST, MEANS, MONTH, MONTH_PAIR, MONTH_UNIT, ORDINAL, OWN_WEEK, PART, PART_END,
    RELATIVE_DAY, SAME, SEASON, SEVERAL, SHIFT, TEN, Traits, UNIT, WEEK, WEEKDAY, WEEKLY, YEAR,
    YEARLY, YEARS, of_heading,
};
use crate::arabic::fold::folded;
use crate::arabic::quick_hash::WordMap;
use crate::arabic::sieve::Sieve;

/// What a word can mean in a time expression; a word may have several senses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sense {
    /// A day of the week, from Monday, 0; `sure` where it needs no «ال».
    Weekday { day: u32, sure: bool },
    /// A Gregorian month; `sure` where the word is nothing else.
    Month { month: u32, sure: bool },
    /// كانون، تشرين: the month with «الأول», the month with «الثاني».
    MonthPair(u32, u32),
    /// An Islamic month.
    Hijri(u32),
    /// ربيع، جمادى: the first of the two.
    HijriPair(u32),
    /// ذو
    HijriHead,
    /// القعدة، الحجة
    HijriTail(u32),
    /// A number in words.
    Cardinal(u32),
    /// A place in a row.
    Ordinal(u32),
    /// آخر، الأخير
    Last,
    /// A stretch of time, and how many of it the word says: 1, 2, or several (0).
    Unit(Unit, u32),
    /// أسبوعي
    Own(Unit),
    /// مساء، ليلة and the other parts of a day.
    DayPart,
    /// ربع، نصف، ثلث: how many of it make a whole.
    Fraction(u32),
    /// A season by its EDTF code.
    Season(u32),
    /// السبعينيات
    DecadeOf(u32),
    /// الماضي, المقبل and their kin.
    Shift(Shift),
    /// نفسه، ذاته
    Same,
    /// أمس، غدًا: days from today.
    RelativeDay(i32),
    /// بداية، منتصف، أواخر
    Part(Part),
    /// What makes «عيد» a certain feast.
    Feast(u32),
    /// A word of grammar, by its heading.
    Grammar(Traits),
}

impl Sense {
    /// What a word of this sense is.
    pub(super) fn traits(self) -> Traits {
        let own = match self {
            Self::Weekday { .. } => WEEKDAY,
            Self::Month { .. } => MONTH,
            Self::MonthPair(..) => MONTH_PAIR,
            Self::Hijri(_) | Self::HijriPair(_) | Self::HijriHead => ISLAMIC,
            Self::HijriTail(_) => ISLAMIC_TAIL,
            Self::Cardinal(n) => CARDINAL | TEN.when(n == 10),
            Self::Ordinal(n) => ORDINAL | FIRST.when(n == 1),
            Self::Last => LAST,
            Self::Unit(unit, count) => UNIT | unit.traits(count),
            Self::Own(unit) => OWN_WEEK.when(unit == Unit::Week),
            Self::DayPart => DAY_PART,
            Self::Fraction(_) => FRACTION,
            Self::Season(_) => SEASON,
            Self::DecadeOf(_) => DECADE,
            Self::Shift(_) => SHIFT,
            Self::Same => SAME,
            Self::RelativeDay(_) => RELATIVE_DAY,
            Self::Part(part) => PART | PART_END.when(part == Part::End),
            Self::Feast(_) => FEAST,
            Self::Grammar(word) => GRAMMAR | word,
        };
        MEANS | own
    }
}

impl Unit {
    /// What a word is that says so many of it: 1, 2, or several (0).
    fn traits(self, count: u32) -> Traits {
        let one = match self {
            Self::Hour => HOUR,
            Self::Day => DAY,
            Self::Week => WEEK,
            Self::Month => MONTH_UNIT,
            Self::Year => YEAR,
            Self::Century => CENTURY,
            Self::Minute | Self::Weekend | Self::Decade => Traits::NONE,
        };
        let several = match self {
            Self::Year => YEARS | SEVERAL,
            Self::Day | Self::Month => SEVERAL,
            _ => Traits::NONE,
        };
        let any = WEEKLY.when(self == Self::Week) | YEARLY.when(self == Self::Year);
        any | one.when(count == 1) | several.when(count == 0)
    }
}

/// A stretch of time that is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    Minute,
    Hour,
    Day,
    Week,
    Weekend,
    Month,
    Year,
    Decade,
    Century,
}

/// In which direction a word beside a date points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shift {
    /// الماضي
    Past,
    /// المقبل
    Next,
    /// قبل الماضي
    BeforeLast,
    /// بعد المقبل
    AfterNext,
    /// التالي: from what was told before
    Following,
    /// الجاري، هذا
    Current,
}

/// A part of a month or a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Begin,
    Early,
    Middle,
    End,
    Late,
    Rest,
    /// «لاحقًا هذا الأسبوع»
    Later,
    /// «في وقت سابق من هذا الشهر»
    Earlier,
}

/// The senses of a folded word, without clitics and «ال».
#[inline]
pub(super) fn senses(word: &[u8]) -> &'static [Sense] {
    let lexicon = &*LEXICON;
    if lexicon.sieve.lets_through(word) {
        lexicon.words.get(word).map_or(&[], Vec::as_slice)
    } else {
        &[]
    }
}

/// No word of the lexicon is longer, in bytes.
pub(super) const LONGEST: usize = 24;

type Words = WordMap<Box<[u8]>, Vec<Sense>>;

struct Lexicon {
    words: Words,
    /// Most words of a text are none of them.
    sieve: Sieve,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut words = Words::default();
    let mut sense = None;
    for line in include_str!("lexicon.txt")
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
    {
        if !line.starts_with(' ') {
            sense = parse_sense(line);
            continue;
        }
        for word in line.split_whitespace() {
            let key = folded(word).into_bytes().into_boxed_slice();
            if let Some(sense) = sense {
                let known = words.entry(key).or_default();
                if !known.contains(&sense) {
                    known.push(sense);
                }
            }
        }
    }
    let keys: Vec<&[u8]> = words.keys().map(|word| &**word).collect();
    let sieve = Sieve::of(keys.into_iter());
    Lexicon { sieve, words }
});

fn parse_sense(line: &str) -> Option<Sense> {
    let mut words = line.split(' ');
    let name = words.next()?;
    let mut number = || words.next().and_then(|word| word.parse::<i32>().ok());
    let first = number();
    let n = first.unwrap_or(0) as u32;
    Some(match name {
        "weekday" => Sense::Weekday { day: n, sure: false },
        "weekday-marked" => Sense::Weekday { day: n, sure: true },
        "feast" => Sense::Feast(n),
        "month" => Sense::Month { month: n, sure: true },
        "weak-month" => Sense::Month { month: n, sure: false },
        "month-pair" => Sense::MonthPair(n, number()? as u32),
        "hijri" => Sense::Hijri(n),
        "hijri-pair" => Sense::HijriPair(n),
        "hijri-head" => Sense::HijriHead,
        "hijri-tail" => Sense::HijriTail(n),
        "cardinal" => Sense::Cardinal(n),
        "ordinal" => Sense::Ordinal(n),
        "last" => Sense::Last,
        "night" => Sense::DayPart,
        "quarter" => Sense::Fraction(4),
        "half" => Sense::Fraction(2),
        "third" => Sense::Fraction(3),
        "season" => Sense::Season(n),
        "decade-of" => Sense::DecadeOf(n),
        "same" => Sense::Same,
        "relative-day" => Sense::RelativeDay(first?),
        _ => {
            return unit(name)
                .or_else(|| shift_or_part(name))
                .or_else(|| of_heading(name).map(Sense::Grammar));
        }
    })
}

fn unit(name: &str) -> Option<Sense> {
    Some(match name {
        "two-hours" => Sense::Unit(Unit::Hour, 2),
        "two-minutes" => Sense::Unit(Unit::Minute, 2),
        "minute" => Sense::Unit(Unit::Minute, 1),
        "minutes" => Sense::Unit(Unit::Minute, 0),
        "hour" => Sense::Unit(Unit::Hour, 1),
        "hours" => Sense::Unit(Unit::Hour, 0),
        "day" => Sense::Unit(Unit::Day, 1),
        "days" => Sense::Unit(Unit::Day, 0),
        "two-days" => Sense::Unit(Unit::Day, 2),
        "week" => Sense::Unit(Unit::Week, 1),
        "weeks" => Sense::Unit(Unit::Week, 0),
        "two-weeks" => Sense::Unit(Unit::Week, 2),
        "weekend" => Sense::Unit(Unit::Weekend, 1),
        "month-unit" => Sense::Unit(Unit::Month, 1),
        "months-unit" => Sense::Unit(Unit::Month, 0),
        "two-months" => Sense::Unit(Unit::Month, 2),
        "year" => Sense::Unit(Unit::Year, 1),
        "years" => Sense::Unit(Unit::Year, 0),
        "two-years" => Sense::Unit(Unit::Year, 2),
        "decade" => Sense::Unit(Unit::Decade, 1),
        "decades" => Sense::Unit(Unit::Decade, 0),
        "two-decades" => Sense::Unit(Unit::Decade, 2),
        "own-week" => Sense::Own(Unit::Week),
        "own-month" => Sense::Own(Unit::Month),
        "century" => Sense::Unit(Unit::Century, 1),
        _ => return None,
    })
}

fn shift_or_part(name: &str) -> Option<Sense> {
    Some(match name {
        "past" => Sense::Shift(Shift::Past),
        "next" => Sense::Shift(Shift::Next),
        "following" => Sense::Shift(Shift::Following),
        "current" => Sense::Shift(Shift::Current),
        "begin" => Sense::Part(Part::Begin),
        "early" => Sense::Part(Part::Early),
        "middle" => Sense::Part(Part::Middle),
        "end" => Sense::Part(Part::End),
        "late" => Sense::Part(Part::Late),
        "rest" => Sense::Part(Part::Rest),
        "later" => Sense::Part(Part::Later),
        "earlier" => Sense::Part(Part::Earlier),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_section_of_the_table_has_a_sense() {
        for line in include_str!("lexicon.txt")
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with(['#', ' ']))
        {
            assert!(parse_sense(line).is_some(), "{line}");
        }
        assert!(LEXICON.words.keys().all(|word| word.len() <= LONGEST));
    }
}
