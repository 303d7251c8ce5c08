//! The forms of a day: three figures, or a day and the name of its month, with the year before, behind or nowhere.

use chrono::NaiveDate;

use super::openings::Opens;
use super::pieces::{Kind, Piece, weekday};
use crate::arabic::calendar::Edtf;
use crate::arabic::calendar::edtf::{Endpoint, Moment, Precision};
use crate::arabic::calendar::hijri::{HijriDay, hijri_month_from_name};
use crate::arabic::calendar::months::{LIBYAN, latin_month, month_spellings};
use crate::arabic::lexicon::{COUNTS_ISSUES, MONTH_OF_TWO, OF_YEAR, is};
use crate::arabic::numbers::parse::{leading_number, leading_ordinal};

/// A day as one form gives it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Form {
    pub(super) readings: Vec<NaiveDate>,
    pub(super) without_year: Option<(u32, u32)>,
    pub(super) month_first: bool,
    pub(super) day_first: bool,
    /// Whether it is of the Hijri calendar.
    pub(super) hijri: bool,
    /// A month, or a run of days or months, where no one day stands there.
    pub(super) wider: Option<Edtf>,
}

impl Form {
    /// One day told in two calendars: the Gregorian form counts, the Hijri one decides between its readings.
    pub(super) fn joined(self, other: Self) -> Self {
        let (hijri, gregorian) = if self.hijri { (self, other) } else { (other, self) };
        if gregorian.readings.is_empty() && gregorian.without_year.is_none() {
            return hijri;
        }
        let near = |day: &&NaiveDate| {
            hijri.readings.iter().any(|other| (**day - *other).num_days().abs() <= MOON)
        };
        let agreed: Vec<NaiveDate> = gregorian.readings.iter().filter(near).copied().collect();
        let in_year = gregorian.without_year.and_then(|(day, month)| {
            let about = hijri.readings.first()?;
            let year = chrono::Datelike::year(about);
            (year - 1..=year + 1)
                .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
                .find(|day| near(&day))
        });
        match (agreed.is_empty(), in_year) {
            (false, _) => Self { readings: agreed, ..gregorian },
            (true, Some(day)) => Self { readings: vec![day], without_year: None, ..gregorian },
            (true, None) => gregorian,
        }
    }
}

/// The form that begins at piece `at`, and the piece behind it.
pub(super) fn at(pieces: &[Piece], at: usize) -> Option<(usize, Form)> {
    if !may_open(pieces.get(at)?)
        || at.checked_sub(1).is_some_and(|before| is_glued(pieces, before))
    {
        return None;
    }
    figures(pieces, at)
        .or_else(|| days_of_issue(pieces, at))
        .or_else(|| year_first(pieces, at))
        .or_else(|| day_first(pieces, at))
        .or_else(|| month_first(pieces, at))
        .or_else(|| months_of_issue(pieces, at))
}

/// Whether any form begins with such a piece: a figure, «(25) أيلول», «الرابع عشر», «سبتمبر».
fn may_open(piece: &Piece) -> bool {
    match piece.kind {
        Kind::Number(..) => true,
        Kind::Mark(mark) => mark == '(',
        Kind::Word(..) => piece.opens(Opens::DAY | Opens::MONTH),
    }
}

/// «/14», «1.14»: a figure that a mark binds to a figure before it.
fn is_glued(pieces: &[Piece], mark: usize) -> bool {
    let binds = pieces[mark].mark().is_some_and(|mark| matches!(mark, '/' | '.' | '-' | '+'));
    let bound =
        binds && !pieces[mark].spaced && pieces.get(mark + 1).is_some_and(|next| !next.spaced);
    bound && mark.checked_sub(1).is_some_and(|before| pieces[before].number().is_some())
}

/// Marks that part the figures of a day.
fn is_parting(mark: char) -> bool {
    matches!(mark, '/' | '\\' | '-' | '–' | '‐' | '‑' | '−' | '.' | '،' | '٫' | '_')
}

/// «14/09/2021», «2021-09-14», «14 / 9 / 2021», «14.09.21», «26/5/1447».
fn figures(pieces: &[Piece], at: usize) -> Option<(usize, Form)> {
    let [first, mark, second, other, third, ..] = pieces.get(at..)? else { return None };
    let parting = mark.mark().filter(|&mark| is_parting(mark))?;
    if other.mark() != Some(parting) {
        return None;
    }
    let goes_on = pieces.get(at + 5..).is_some_and(|rest| match rest {
        [mark, next, ..] => {
            mark.mark() == Some(parting) && !mark.spaced && !next.spaced && next.number().is_some()
        }
        _ => false,
    });
    let (a, b, c) = (first.number()?, second.number_of(1..=2)?, third.number()?);
    let long = |piece: &Piece| piece.number_of(4..=4).is_some();
    let short = |piece: &Piece| piece.number_of(1..=2).is_some();
    if goes_on {
        return None;
    }
    let form = if long(first) && short(third) {
        in_year(a, &[(b, c), (c, b)][..if b <= 12 { 1 } else { 2 }], false)?
    } else if short(first) && long(third) {
        in_year(c, &[(b, a), (a, b)], true)?
    } else if short(first) && third.number_of(2..=2).is_some() && parting != '،' {
        short_year(a, b, c)?
    } else {
        return None;
    };
    Some((at + 5, form))
}

/// The readings of a year with months and days; nothing where it is no year of a page.
fn in_year(year: u32, months_and_days: &[(u32, u32)], day_leads: bool) -> Option<Form> {
    let calendar = Calendar::of(year)?;
    // Nobody writes a Hijri day with its month first.
    let months_and_days =
        if calendar == Calendar::Hijri { &months_and_days[..1] } else { months_and_days };
    let mut readings: Vec<NaiveDate> = Vec::new();
    let mut month_first = false;
    for (place, &(month, day)) in months_and_days.iter().enumerate() {
        if let Some(day) = calendar.day(year, month, day).filter(|day| !readings.contains(day)) {
            month_first = day_leads && place == 1 && readings.is_empty();
            readings.push(day);
        }
    }
    let exchanged = months_and_days.get(1).and_then(|&(month, day)| calendar.day(year, month, day));
    let day_first = day_leads
        && calendar != Calendar::Hijri
        && !month_first
        && !readings.is_empty()
        && exchanged.is_none();
    Some(Form {
        readings,
        month_first,
        day_first,
        hijri: calendar == Calendar::Hijri,
        ..Form::default()
    })
}

/// «14.09.21»: a year of this century in two figures, as messengers write it.
fn short_year(day: u32, month: u32, year: u32) -> Option<Form> {
    SHORT_YEARS.contains(&year).then_some(())?;
    in_year(2000 + year, &[(month, day), (day, month)], true)
        .filter(|form| !form.readings.is_empty())
}

/// The years that two figures can stand for: older news were not online, and scores are lower.
const SHORT_YEARS: std::ops::RangeInclusive<u32> = 5..=49;

/// Which calendar a year is of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Calendar {
    Gregorian,
    Hijri,
}

impl Calendar {
    /// The years of articles, in both calendars; they do not meet.
    fn of(year: u32) -> Option<Self> {
        match year {
            1300..=1499 => Some(Self::Hijri),
            1800..=2100 => Some(Self::Gregorian),
            _ => None,
        }
    }

    fn day(self, year: u32, month: u32, day: u32) -> Option<NaiveDate> {
        let year = i32::try_from(year).ok()?;
        match self {
            Self::Gregorian => NaiveDate::from_ymd_opt(year, month, day),
            Self::Hijri => HijriDay::new(year, month, day).map(HijriDay::gregorian),
        }
    }
}

/// A month by its name.
#[derive(Clone, Copy)]
struct Month {
    number: u32,
    calendar: Calendar,
}

impl Month {
    fn calendar_day(self, year: u32, day: u32) -> Option<NaiveDate> {
        self.calendar.day(year, self.number, day)
    }

    fn form(self, day: u32, year: Option<u32>) -> Option<Form> {
        let hijri = self.calendar == Calendar::Hijri;
        match year {
            Some(year) => {
                let same = Calendar::of(year)? == self.calendar;
                same.then(|| Form {
                    readings: self.calendar.day(year, self.number, day).into_iter().collect(),
                    hijri,
                    ..Form::default()
                })
            }
            // A leap year has every day that any year has.
            None => (!hijri && NaiveDate::from_ymd_opt(2000, self.number, day).is_some())
                .then(|| Form { without_year: Some((day, self.number)), ..Form::default() }),
        }
    }
}

/// «14 سبتمبر 2021», «5 تشرين الأول، 2019», «الرابع عشر من أيلول 2021», «14 سبتمبر».
fn day_first(pieces: &[Piece], at: usize) -> Option<(usize, Form)> {
    // «السنة السادسة، العدد 12، سبتمبر 2016» counts issues.
    let counted = at.checked_sub(1).and_then(|before| pieces[before].word());
    let counts = |word| is(word, COUNTS_ISSUES) || matches!(word, "issue" | "vol" | "no");
    if counted.is_some_and(counts) {
        return None;
    }
    let (day, next) = day_number(pieces, at)?;
    let next = skip(pieces, next, |word| matches!(word, "من" | "شهر" | "of" | "de"), is_loose);
    let named = next;
    let (month, next) = month_name(pieces, next)?;
    let (year, next) = year_behind(pieces, next);
    // «العدد 31، تموز – آب 2014» counts issues.
    let two_months = year.is_none()
        && months_of_issue(pieces, named)
            .is_some_and(|(_, form)| matches!(form.wider, Some(Edtf::Interval(..))));
    if two_months {
        return None;
    }
    Some((next, month.form(day, year)?))
}

/// «سبتمبر 14, 2021», «October 5th, 2019».
fn month_first(pieces: &[Piece], at: usize) -> Option<(usize, Form)> {
    let (month, next) = month_name(pieces, at)?;
    let next = skip(pieces, next, |_| false, |mark| mark == '.');
    let (day, next) = day_number(pieces, next)
        .filter(|_| pieces.get(next).is_some_and(|piece| piece.number_of(1..=2).is_some()))?;
    let (year, next) = year_behind(pieces, next);
    let form = month.form(day, Some(year?))?;
    Some((next, form))
}

/// «2021، 14 سبتمبر», «2021 سبتمبر 14», «2021 الثلاثاء 14 أيلول».
fn year_first(pieces: &[Piece], at: usize) -> Option<(usize, Form)> {
    let year = pieces.get(at)?.number_of(4..=4).filter(|&year| Calendar::of(year).is_some())?;
    let next = skip(pieces, at + 1, |word| weekday(word).is_some(), is_loose);
    let behind = |start: usize| {
        let (day, next) = day_number(pieces, start)?;
        let (month, next) = month_name(pieces, skip(pieces, next, |word| word == "من", is_loose))?;
        Some((month, day, next))
    };
    let before = || {
        let (month, next) = month_name(pieces, next)?;
        let (day, next) = day_number(pieces, skip(pieces, next, |_| false, is_loose))?;
        Some((month, day, next))
    };
    let (month, day, next) = behind(next).or_else(before)?;
    // «2020، 14 سبتمبر 2021»: the year behind is nearer.
    if year_behind(pieces, next).0.is_some() {
        return None;
    }
    Some((next, month.form(day, Some(year))?))
}

/// «12–18 آذار 2019», «29 غشت - 4 شتنبر 2022»: the week of a paper.
fn days_of_issue(pieces: &[Piece], at: usize) -> Option<(usize, Form)> {
    // «13:05 - 14 سبتمبر», «GMT+3 - 14 سبتمبر»: minutes and zones are no first day.
    let of_clock = |piece: &Piece| matches!(piece.mark(), Some(':' | '+'));
    if at.checked_sub(1).is_some_and(|before| of_clock(&pieces[before]) && !pieces[at].spaced) {
        return None;
    }
    let (first, next) = day_number(pieces, at)?;
    let own = month_name(pieces, next);
    let next = own.map_or(next, |(_, next)| next);
    let joins = |piece: &Piece| {
        piece.mark().is_some_and(|mark| matches!(mark, '-' | '–' | '—'))
            || piece.word().is_some_and(|word| matches!(word, "الي" | "حتي"))
    };
    let next = next + usize::from(pieces.get(next).is_some_and(joins));
    let (last, end) =
        day_number(pieces, next).filter(|_| pieces.get(next - 1).is_some_and(joins))?;
    let (month, end) = month_name(pieces, end)?;
    let (year, end) = year_behind(pieces, end);
    let year = year?;
    let (from, to) = (
        own.map_or(month, |(own, _)| own).calendar_day(year, first)?,
        month.calendar_day(year, last)?,
    );
    (from < to).then(|| (end, Form { wider: Some(Edtf::between(from, to)), ..Form::default() }))
}

/// «نيسان 2015», «تموز - آب 2014»: the month of a magazine.
fn months_of_issue(pieces: &[Piece], at: usize) -> Option<(usize, Form)> {
    // «الثاني والثلاثين من آذار 2021» is no day, and no month of an issue either.
    if at.checked_sub(1).and_then(|before| pieces[before].word()) == Some("من") {
        return None;
    }
    let (first, next) = one_month_name(pieces, at)?;
    let joins = pieces
        .get(next)
        .and_then(Piece::mark)
        .is_some_and(|mark| matches!(mark, '-' | '–' | '/' | '،'));
    let second = one_month_name(pieces, next + usize::from(joins))
        .filter(|(second, _)| joins && second.number != first.number);
    let (last, next) = match second {
        Some((second, next)) => (second, next),
        None => month_name(pieces, at)?,
    };
    let (year, end) = year_behind(pieces, next);
    let year = year.filter(|&year| Calendar::of(year) == Some(Calendar::Gregorian))?;
    let year = i32::try_from(year).ok()?;
    if first.calendar == Calendar::Hijri || last.calendar == Calendar::Hijri {
        return None;
    }
    let month =
        |month: Month| Endpoint::Moment(Moment::certain(Precision::Month(year, month.number)));
    let value = if first.number < last.number {
        Edtf::Interval(month(first), month(last))
    } else {
        Edtf::month(year, last.number)?
    };
    Some((end, Form { wider: Some(value), ..Form::default() }))
}

/// Marks that may stand between the parts of a day with a name.
fn is_loose(mark: char) -> bool {
    matches!(mark, ',' | '،' | '-' | '–' | '/' | '.')
}

/// The first piece from `at` on that is neither such a word nor, once, such a mark.
fn skip(
    pieces: &[Piece],
    at: usize,
    word: impl Fn(&str) -> bool,
    mark: impl Fn(char) -> bool,
) -> usize {
    let (mut at, mut marks) = (at, 0);
    while let Some(piece) = pieces.get(at) {
        let passes = match piece.mark() {
            Some(found) => {
                marks += 1;
                marks == 1 && mark(found)
            }
            None => piece.word().is_some_and(&word),
        };
        if !passes {
            break;
        }
        at += 1;
    }
    at
}

/// «14», «14th», «الرابع عشر».
fn day_number(pieces: &[Piece], at: usize) -> Option<(u32, usize)> {
    /// «السابع والعشرين»
    const WORDS: usize = 2;
    // «الأحد (25) أيلول 2011»
    if pieces.get(at)?.mark() == Some('(') && pieces.get(at + 2).and_then(Piece::mark) == Some(')')
    {
        let day = pieces.get(at + 1)?.number_of(1..=2).filter(|day| (1..=31).contains(day))?;
        return Some((day, at + 3));
    }
    if let Some(day) = pieces.get(at)?.number_of(1..=2).filter(|day| (1..=31).contains(day)) {
        let suffix = |piece: &Piece| {
            !piece.spaced
                && piece.word().is_some_and(|word| matches!(word, "st" | "nd" | "rd" | "th" | "er"))
        };
        let next = at + 1 + usize::from(pieces.get(at + 1).is_some_and(suffix));
        return Some((day, next));
    }
    pieces.get(at).filter(|first| first.opens(Opens::DAY))?;
    // «تشرين الثاني/نوفمبر 2014» is no second of November.
    let named = at.checked_sub(1).and_then(|before| pieces[before].word());
    if named.is_some_and(|word| is(word, MONTH_OF_TWO)) {
        return None;
    }
    let words: Vec<&str> = pieces[at..].iter().map_while(Piece::word).take(WORDS).collect();
    let (day, used) = leading_ordinal(&words)?;
    (1..=31).contains(&day).then_some((day, at + used))
}

/// The longest name of a month at piece `at`, with a second name of the same month behind it.
fn month_name(pieces: &[Piece], at: usize) -> Option<(Month, usize)> {
    let (month, next) = one_month_name(pieces, at)
        .or_else(|| numbered_month(pieces, at))
        .or_else(|| libyan_month(pieces, at))?;
    let opened = pieces
        .get(next)
        .and_then(Piece::mark)
        .filter(|mark| matches!(mark, '/' | '\\' | '(' | '-' | '–' | '|'));
    let second = next + usize::from(opened.is_some());
    match one_month_name(pieces, second) {
        Some((same, end)) if same.number == month.number && same.calendar == month.calendar => {
            let closed = opened == Some('(') && pieces.get(end).and_then(Piece::mark) == Some(')');
            Some((month, end + usize::from(closed)))
        }
        _ => Some((month, next)),
    }
}

fn one_month_name(pieces: &[Piece], at: usize) -> Option<(Month, usize)> {
    /// «ذو القعدة الحرام»
    const WORDS: usize = 3;
    pieces.get(at).filter(|first| first.opens(Opens::MONTH))?;
    let words: Vec<&str> = pieces.get(at..)?.iter().map_while(Piece::word).take(WORDS).collect();
    (1..=words.len())
        .rev()
        .find_map(|used| month_of(&words[..used]).map(|month| (month, at + used)))
}

/// «تشرين2», «كانون 1»: pages whose words are machine-made count the two months of one name.
fn numbered_month(pieces: &[Piece], at: usize) -> Option<(Month, usize)> {
    let name = pieces.get(at)?.word()?;
    let which = pieces.get(at + 1)?.number_of(1..=1)?;
    let number = match (name, which) {
        ("تشرين", 1) => 10,
        ("تشرين", 2) => 11,
        ("كانون", 1) => 12,
        ("كانون", 2) => 1,
        _ => return None,
    };
    Some((Month { number, calendar: Calendar::Gregorian }, at + 2))
}

/// The names that Libya used from 1986 to 2011; most are common words, so a year or the common name must follow.
fn libyan_month(pieces: &[Piece], at: usize) -> Option<(Month, usize)> {
    let word = pieces.get(at).filter(|first| first.opens(Opens::MONTH))?.word()?;
    let next = at + 1;
    let number = (1..).zip(LIBYAN).find(|(_, name)| *name == word).map(|(number, _)| number)?;
    let same = |place: usize| {
        one_month_name(pieces, place).is_some_and(|(month, _)| month.number == number)
    };
    let told = year_behind(pieces, next).0.is_some() || same(next) || same(next + 1);
    told.then_some((Month { number, calendar: Calendar::Gregorian }, next))
}

fn month_of(words: &[&str]) -> Option<Month> {
    let spellings = month_spellings();
    let name = words.join(" ");
    let gregorian = spellings
        .binary_search_by(|(spelling, _)| spelling.as_str().cmp(&name))
        .ok()
        .map(|place| spellings[place].1);
    let gregorian = gregorian.or_else(|| if words.len() == 1 { latin_month(&name) } else { None });
    if let Some(number) = gregorian {
        return Some(Month { number, calendar: Calendar::Gregorian });
    }
    hijri_month_from_name(&name).map(|number| Month { number, calendar: Calendar::Hijri })
}

/// «2021», «، 2021», «من عام 2021», «لسنة 1443»; its «م» or «هـ» is taken in with what stands beside the day.
fn year_behind(pieces: &[Piece], at: usize) -> (Option<u32>, usize) {
    let named = |word: &str| is(word, OF_YEAR) || matches!(word, "de" | "of");
    let next = skip(pieces, at, named, |mark| is_loose(mark) || mark == ':');
    let year = pieces
        .get(next)
        .and_then(|piece| piece.number_of(4..=4))
        .filter(|&year| Calendar::of(year).is_some());
    match year {
        Some(year) if !is_time(pieces, next) => (Some(year), next + 1),
        Some(_) => (None, at),
        None => spelled_year(pieces, next)
            .or_else(|| cut_year(pieces, next))
            .map_or((None, at), |(year, next)| (Some(year), next)),
    }
}

/// «سنة ألفين وعشرة»
fn spelled_year(pieces: &[Piece], at: usize) -> Option<(u32, usize)> {
    /// «ألف وتسعمئة وتسعة وتسعين»
    const WORDS: usize = 5;
    let words: Vec<&str> = pieces.get(at..)?.iter().map_while(Piece::word).take(WORDS).collect();
    let (value, used) = leading_number(&words)?;
    let year = u32::try_from(value).ok().filter(|year| (1900..=2100).contains(year))?;
    Some((year, at + used))
}

/// «12 مارس '19»: a year whose century is left out behind an apostrophe.
fn cut_year(pieces: &[Piece], at: usize) -> Option<(u32, usize)> {
    pieces.get(at)?.mark().filter(|mark| matches!(mark, '\'' | '’' | '‘'))?;
    let year = pieces.get(at + 1)?.number_of(2..=2).filter(|year| SHORT_YEARS.contains(year))?;
    Some((2000 + year, at + 2))
}

/// «2021:30» is no year.
fn is_time(pieces: &[Piece], at: usize) -> bool {
    let colon = pieces.get(at + 1).is_some_and(|piece| !piece.spaced && piece.mark() == Some(':'));
    colon && pieces.get(at + 2).is_some_and(|piece| !piece.spaced && piece.number().is_some())
}

/// How many days the two calendars of one page may lie apart: the new moon is seen a day earlier or later.
pub(crate) const MOON: i64 = 2;
