//! The entries of a chronology and the months over them: «2007: بدء الإنتاج.», «نيسان:» over «15: وصول البعثة.». They are text, however short;
//! what stands alone with a day is a line of the page.

use super::asked::NUMBER;
use super::blocks::Ending;
use super::lines::{Lines, Mark};
use super::words::Word;
use crate::arabic::calendar::months::month_from_name;
use crate::arabic::fold::folded;
use crate::arabic::lexicon::{Kinds, OF_ENTRY, PART_OF_TIME, WEEKDAY_NAME, kinds};
use crate::arabic::numbers::digits::whole_number;

/// How many entries there are at least, and how many other lines stand between two.
const ENTRIES: usize = 3;
const BETWEEN: usize = 3;
/// How many words the time has with which a line opens.
const TIME: usize = 6;
/// What parts it from what is told.
const PARTING: [char; 5] = [':', '-', '–', '—', '|'];
/// The years and the days that a number alone can be.
const YEARS: std::ops::Range<u64> = 1000..2100;
const DAYS: std::ops::RangeInclusive<u64> = 1..=31;

/// What a line is to a chronology.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Line {
    /// «7 نيسان: …», «30 منه: …»
    Entry,
    /// «2007: …»
    OfYear(u64),
    /// «15: …», an entry where a month stands above
    OfDay,
    /// «نيسان:», «شباط 2020»
    Month,
    Other,
}

/// The lines of chronologies, as text.
pub(super) fn marks(lines: &Lines<'_>) -> Vec<Mark> {
    let mut seen: Vec<Line> = (0..lines.len()).map(|index| line(lines, index)).collect();
    let mut is_under_month = false;
    for line in &mut seen {
        match line {
            Line::Month => is_under_month = true,
            Line::OfDay if is_under_month => *line = Line::Entry,
            Line::OfDay | Line::OfYear(_) => is_under_month = false,
            Line::Entry | Line::Other => {}
        }
    }
    let mut years: Vec<(usize, u64)> = Vec::new();
    for (at, line) in seen.iter().enumerate() {
        if let Line::OfYear(year) = line {
            years.push((at, *year));
        }
    }
    let runs = |in_order: fn(u64, u64) -> bool| {
        years.windows(2).all(|pair| in_order(pair[0].1, pair[1].1))
    };
    let in_order: [fn(u64, u64) -> bool; 2] = [|one, next| one <= next, |one, next| one >= next];
    if years.len() > 1 && in_order.into_iter().any(runs) {
        years.iter().for_each(|&(at, _)| seen[at] = Line::Entry);
    }
    let entries: Vec<usize> = (0..seen.len()).filter(|&at| seen[at] == Line::Entry).collect();
    let groups = entries.chunk_by(|one, next| next - one <= BETWEEN + 1);
    let mut marks = Vec::new();
    for group in groups.filter(|group| is_told(lines, group)) {
        for &at in group {
            let heading = at.checked_sub(1).filter(|&above| seen[above] == Line::Month);
            let text = heading.into_iter().chain([at]);
            marks.extend(text.map(|index| Mark { index, evidence: None, prose: true }));
        }
    }
    marks
}

/// Whether entries tell, in sentences; headlines of an archive have no full stop.
fn is_told(lines: &Lines<'_>, group: &[usize]) -> bool {
    let ended = group.iter().filter(|&&at| lines.block(at).ending == Ending::Stop).count();
    let all = group.len();
    all >= ENTRIES && ended * 3 >= all * 2
}

fn line(lines: &Lines<'_>, index: usize) -> Line {
    let line = lines.line(index);
    let line = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    let bare = line.trim_end_matches([':', ' ']);
    if is_month(bare, lines.words(index)) {
        return Line::Month;
    }
    let mut signs = line.char_indices().filter(|(_, c)| PARTING.contains(c));
    let sign = signs.find(|&(at, c)| parts(line, at, c));
    let Some((at, sign)) = sign else { return Line::Other };
    let told = line[at + sign.len_utf8()..].trim_start();
    let time: Vec<&str> = line[..at].split_whitespace().collect();
    let (Some(_), 1..=TIME) = (told.split_whitespace().nth(1), time.len()) else {
        return Line::Other;
    };
    match time[..] {
        [only] if let Some(number) = whole_number(only) => match number {
            number if DAYS.contains(&number) => Line::OfDay,
            number if YEARS.contains(&number) => Line::OfYear(number),
            _ => Line::Other,
        },
        _ if is_time(&time) => Line::Entry,
        _ => Line::Other,
    }
}

/// Whether a mark parts a time from what is told: not those of «14:20», «12-05-2019» and «نيسان/أبريل».
fn parts(line: &str, at: usize, sign: char) -> bool {
    let before = line[..at].chars().next_back();
    let behind = line[at + sign.len_utf8()..].chars().next();
    let is_inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    match sign {
        ':' if !behind.is_some_and(char::is_numeric) => true,
        _ => ![before, behind].into_iter().all(is_inside),
    }
}

/// «7 نيسان 2020», «مطلع أيار», «30 منه», «11 من الشهر نفسه»: words of a time, and one that names its month or says that it is the
/// same.
fn is_time(time: &[&str]) -> bool {
    const OF_TIME: Kinds = Kinds::of(&[OF_ENTRY, PART_OF_TIME, WEEKDAY_NAME]);
    let words: Vec<String> = time.iter().map(|word| folded(word)).collect();
    let names = |at: usize| time[at].split('/').all(|name| month_from_name(name).is_some());
    let of_two = |at: usize| {
        time.get(at..at + 2).is_some_and(|pair| month_from_name(&pair.join(" ")).is_some())
    };
    let is_month = |at: usize| {
        let beside = [Some(at), at.checked_sub(1)];
        beside.into_iter().flatten().any(of_two) || names(at)
    };
    let is_same = |at: usize| matches!(words[at].as_str(), "منه" | "نفسه");
    let is_number = |at: usize| whole_number(time[at]).is_some();
    let is_of_time = |at: usize| match () {
        () if is_month(at) => true,
        () if is_number(at) => true,
        () => kinds(&words[at]).any(OF_TIME),
    };
    let says_which = |at: usize| match is_month(at) {
        true => true,
        false => is_same(at),
    };
    let all = 0..time.len();
    all.clone().all(is_of_time) && all.clone().any(says_which)
}

/// «نيسان», «شباط 2020», «كانون الثاني»
fn is_month(line: &str, words: &[Word]) -> bool {
    let (name, year) = match line.rsplit_once(' ') {
        Some((name, year)) if words.last().is_some_and(|last| NUMBER.fits(last)) => {
            (name, whole_number(year))
        }
        _ => (line, Some(YEARS.start)),
    };
    let year = year.filter(|year| YEARS.contains(year));
    year.and_then(|_| month_from_name(name.trim())).is_some()
}
