//! What a messenger writes before a message when it is copied or exported, and the order of the figures in it.
//!
//! | messenger | form |
//! |---|---|
//! | WhatsApp, Android | `26/07/2021, 10:00 - سامي: نص`, `7/26/21, 10:00 AM - سامي: نص`, `٢٦/٧/٢٠٢١، ١٠:٠٠ ص - سامي: نص` |
//! | WhatsApp, iOS | `[26/07/2021, 10:00:05] سامي: نص` |
//! | Telegram, copied | `قناة المرسى, [26/07/2021 10:00]` or `[26.07.2021 10:00]`, the message below |

use chrono::NaiveDate;

use crate::arabic::chars::{digit_value, is_bidi_control};

/// The longest name of a sender, in characters.
const NAME: usize = 80;

/// A stamp as it was written, its day not yet read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stamp<'t> {
    /// The three figures of the day, as written.
    figures: [u32; 3],
    /// Hour and minute, of twenty-four.
    time: (u32, u32),
    /// Who sent the message; absent in a line that the messenger itself wrote («انضم سامي»).
    pub(super) sender: Option<&'t str>,
    /// What follows on the same line.
    pub(super) rest: &'t str,
    /// Whether it is Telegram's, which names the channel.
    pub(super) is_telegram: bool,
}

/// Which figure of a day is which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Figures {
    DayFirst,
    MonthFirst,
}

impl Stamp<'_> {
    fn day(&self, order: Figures) -> Option<NaiveDate> {
        /// «21» in a messenger is a year of this century.
        const CENTURY: u32 = 2000;
        let year = |year: u32| i32::try_from(if year < 100 { year + CENTURY } else { year }).ok();
        let [a, b, c] = self.figures;
        match order {
            // 2021-07-26: the year stands first only where the others follow by size.
            _ if a > 31 => NaiveDate::from_ymd_opt(year(a)?, b, c),
            Figures::DayFirst => NaiveDate::from_ymd_opt(year(c)?, b, a),
            Figures::MonthFirst => NaiveDate::from_ymd_opt(year(c)?, a, b),
        }
    }

    /// «2021-07-26 10:00».
    pub(super) fn moment(&self, order: Figures) -> String {
        let day = self
            .day(order)
            .or_else(|| self.day(Figures::DayFirst))
            .or_else(|| self.day(Figures::MonthFirst));
        day.map_or_else(String::new, |day| format!("{day} {:02}:{:02}", self.time.0, self.time.1))
    }
}

/// The order in which the stamps of one conversation put day and month: the one in which every stamp is a day and which
/// runs forward in time; the day first where both do.
pub(super) fn order<'t>(stamps: impl Iterator<Item = &'t Stamp<'t>> + Clone) -> Figures {
    /// How often an order is wrong: a stamp that is no day, or one before its forerunner.
    fn faults<'t>(stamps: impl Iterator<Item = &'t Stamp<'t>>, order: Figures) -> usize {
        let (mut faults, mut before) = (0, None);
        for stamp in stamps {
            let day = stamp.day(order);
            let is_fault = day.is_none() || before.is_some_and(|before| day < Some(before));
            faults += usize::from(is_fault);
            before = day.or(before);
        }
        faults
    }
    let month_first = faults(stamps.clone(), Figures::MonthFirst);
    if month_first < faults(stamps, Figures::DayFirst) {
        Figures::MonthFirst
    } else {
        Figures::DayFirst
    }
}

/// Reads over a line, past the marks of direction that messengers strew into it.
struct Reader<'t> {
    line: &'t str,
    at: usize,
}

impl<'t> Reader<'t> {
    fn peek(&mut self) -> Option<char> {
        loop {
            let c = self.line[self.at..].chars().next()?;
            if !is_bidi_control(c) && c != '\u{FEFF}' {
                return Some(c);
            }
            self.at += c.len_utf8();
        }
    }

    fn take(&mut self, wanted: impl Fn(char) -> bool) -> Option<char> {
        let c = self.peek().filter(|&c| wanted(c))?;
        self.at += c.len_utf8();
        Some(c)
    }

    fn spaces(&mut self) {
        while self.take(char::is_whitespace).is_some() {}
    }

    fn number(&mut self) -> Option<u32> {
        let (mut value, mut digits) = (0, 0);
        while digits < 4 {
            let Some(c) = self.take(|c| digit_value(c).is_some()) else { break };
            value = value * 10 + digit_value(c)?;
            digits += 1;
        }
        (digits > 0).then_some(value)
    }

    /// «26/07/2021, 10:00:05 ص»
    fn moment(&mut self) -> Option<([u32; 3], (u32, u32))> {
        let first = self.number()?;
        let parting = self.take(|c| matches!(c, '/' | '.' | '-'))?;
        let second = self.number()?;
        self.take(|c| c == parting)?;
        let third = self.number()?;
        self.take(|c| matches!(c, ',' | '،'));
        self.spaces();
        let hour = self.number()?;
        self.take(|c| c == ':')?;
        let minute = self.number()?;
        if self.take(|c| c == ':').is_some() {
            self.number()?;
        }
        let hour = self.half(hour);
        (hour < 24 && minute < 60).then_some(([first, second, third], (hour, minute)))
    }

    /// The hour of twenty-four, with «ص», «م», «AM» or «p.m.» behind it.
    fn half(&mut self, hour: u32) -> u32 {
        let before = self.at;
        self.spaces();
        let half = self.take(|c| matches!(c, 'ص' | 'م' | 'a' | 'A' | 'p' | 'P'));
        let Some(half) = half else {
            self.at = before;
            return hour;
        };
        if half.is_ascii() {
            self.take(|c| c == '.');
            self.take(|c| matches!(c, 'm' | 'M'));
            self.take(|c| c == '.');
        }
        let is_later = matches!(half, 'م' | 'p' | 'P');
        match (is_later, hour) {
            (true, 1..=11) => hour + 12,
            (false, 12) => 0,
            _ => hour,
        }
    }
}

/// The stamp that opens a line, or that is the line.
pub(super) fn stamp(line: &str) -> Option<Stamp<'_>> {
    before_message(line).or_else(|| above_message(line))
}

/// WhatsApp's: day, time, sender and message on one line.
fn before_message(line: &str) -> Option<Stamp<'_>> {
    let mut reader = Reader { line, at: 0 };
    reader.spaces();
    let is_bracketed = reader.take(|c| c == '[').is_some();
    let (figures, time) = reader.moment()?;
    reader.spaces();
    if is_bracketed {
        reader.take(|c| c == ']')?;
    } else {
        reader.take(|c| matches!(c, '-' | '–'))?;
    }
    reader.spaces();
    reader.peek();
    let behind = &line[reader.at..];
    if behind.trim().is_empty() {
        return None;
    }
    let named = behind.split_once(':').filter(|(name, _)| {
        !name.trim().is_empty() && name.chars().count() <= NAME && !name.contains("//")
    });
    let (sender, rest) = match named {
        Some((sender, rest)) => (Some(bare(sender)), rest.trim_start()),
        None => (None, behind),
    };
    Some(Stamp { figures, time, sender, rest, is_telegram: false })
}

/// Telegram's: the channel and, in brackets, day and time; the message stands below.
fn above_message(line: &str) -> Option<Stamp<'_>> {
    let open = line.rfind('[')?;
    let sender = bare(line[..open].trim_end().trim_end_matches([',', '،', ':']));
    let mut reader = Reader { line, at: open + 1 };
    let (figures, time) = reader.moment()?;
    reader.take(|c| c == ']')?;
    reader.spaces();
    let is_whole = reader.peek().is_none() && !sender.is_empty() && sender.chars().count() <= NAME;
    is_whole.then_some(Stamp { figures, time, sender: Some(sender), rest: "", is_telegram: true })
}

/// A name without white space and marks of direction around it.
fn bare(name: &str) -> &str {
    name.trim_matches(|c: char| c.is_whitespace() || is_bidi_control(c) || c == '~')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, moment: &str, sender: Option<&str>, rest: &str) {
        let found = stamp(line).unwrap_or_else(|| panic!("no stamp: {line}"));
        let order = order([&found].into_iter());
        assert_eq!(
            (found.moment(order).as_str(), found.sender, found.rest),
            (moment, sender, rest)
        );
    }

    #[test]
    fn stamps_of_both_messengers_in_both_languages() {
        check("26/07/2021, 10:00 - سامي: وصل الوفد", "2021-07-26 10:00", Some("سامي"), "وصل الوفد");
        check("7/26/21, 1:05 PM - Sami: وصل", "2021-07-26 13:05", Some("Sami"), "وصل");
        check("\u{200F}٢٦/٧/٢٠٢١، ١٢:٠٤ ص - سامي: وصل", "2021-07-26 00:04", Some("سامي"), "وصل");
        check("\u{200E}[26/07/2021, 10:00:05] سامي: وصل", "2021-07-26 10:00", Some("سامي"), "وصل");
        check("قناة المرسى, [26/07/2021 10:00]", "2021-07-26 10:00", Some("قناة المرسى"), "");
        check("قناة المرسى، [26.07.2021 10:00]", "2021-07-26 10:00", Some("قناة المرسى"), "");
        check("26/07/2021, 10:00 - انضم سامي", "2021-07-26 10:00", None, "انضم سامي");
    }

    #[test]
    fn a_day_alone_is_no_stamp() {
        for line in [
            "26/07/2021",
            "26/07/2021 10:00",
            "بغداد [26/07/2021]",
            "[26/07/2021 10:00]",
            "1- قال 2- نفى",
            "[1] المرجع",
        ] {
            assert_eq!(stamp(line), None, "{line}");
        }
    }

    #[test]
    fn the_order_is_the_one_that_runs_forward() {
        let of = |lines: [&'static str; 3]| {
            let stamps = lines.map(|line| stamp(line).expect("a stamp"));
            order(stamps.iter())
        };
        assert_eq!(
            of(["7/9/21, 9:00 - ا: ب", "7/10/21, 9:00 - ا: ب", "8/1/21, 9:00 - ا: ب"]),
            Figures::MonthFirst
        );
        assert_eq!(
            of(["7/9/21, 9:00 - ا: ب", "7/10/21, 9:00 - ا: ب", "1/11/21, 9:00 - ا: ب"]),
            Figures::DayFirst
        );
    }
}
