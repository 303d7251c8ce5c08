//! What the words of an article say for a day, and against it.

use chrono::{Datelike, NaiveDate};

use super::super::Reason;
use super::super::timex::Candidate;
use super::agreement::Agreed;
use super::claims::LEDE;
use super::spoken::Spoken;
use crate::arabic::calendar::Edtf;
use crate::arabic::calendar::months::weekday_name;
use crate::arabic::fold::folded;
use crate::document::{DateEvidence, Plain};

/// The text of an article as far as it speaks of days.
pub(super) struct Words<'a> {
    pub(super) plain: &'a Plain,
    pub(super) candidates: &'a [Candidate],
    pub(super) spoken: &'a [Spoken<'a>],
    pub(super) agreed: Option<&'a Agreed<'a>>,
}

/// In how many paragraphs a text names the day of its writing.
const OPENING: usize = 3;

impl Words<'_> {
    fn cut(&self, candidate: &Candidate) -> String {
        candidate.span.cut(&self.plain.text).to_owned()
    }

    fn opening(&self) -> impl Iterator<Item = &Candidate> {
        self.candidates
            .iter()
            .take_while(|candidate| self.plain.paragraph_at(candidate.span.start) < OPENING)
    }

    /// What speaks for a day of the page; nothing where nothing does, or something speaks against it.
    pub(super) fn confirm(&self, day: NaiveDate) -> Option<Vec<DateEvidence>> {
        if let Some(agreed) = self.agreed {
            return agreed.holds(day).then(|| agreed.evidence());
        }
        let found =
            self.news_of(day).or_else(|| self.written_near(day)).or_else(|| self.weekday_of(day));
        found.map(|evidence| vec![evidence])
    }

    /// The lede tells an event of that day or of the day before.
    fn news_of(&self, day: NaiveDate) -> Option<DateEvidence> {
        self.spoken.iter().filter(|spoken| spoken.number < LEDE).find_map(|spoken| {
            let event_day =
                spoken.event.date.single_day().filter(|&event_day| is_within(event_day, day, 1))?;
            let reason = Reason::AboutEvent.of(&[&spoken.event.name]);
            Some(DateEvidence {
                text: excerpt(spoken.sentence.cut(&self.plain.text)),
                value: Edtf::day(event_day),
                reason,
            })
        })
    }

    /// The text writes out a day that lies right before.
    fn written_near(&self, day: NaiveDate) -> Option<DateEvidence> {
        /// How many days after that of which it tells an article comes.
        const LATE: i64 = 3;
        self.candidates.iter().find_map(|candidate| {
            let written =
                candidate.written_day().filter(|&written| is_within(written, day, LATE))?;
            let reason = Reason::NearPage.text().to_owned();
            Some(DateEvidence { text: self.cut(candidate), value: Edtf::day(written), reason })
        })
    }

    /// «اليوم الخميس», «أمس الأربعاء»: the weekday fits.
    pub(super) fn weekday_of(&self, day: NaiveDate) -> Option<DateEvidence> {
        self.opening().find_map(|candidate| {
            let (meant, apart) = named_weekday(candidate, day)?;
            let reason = Reason::WeekdayAgrees.text().to_owned();
            (apart == 0).then(|| DateEvidence {
                text: self.cut(candidate),
                value: Edtf::day(meant),
                reason,
            })
        })
    }

    /// The day next to that of the page on which the text was written, as its weekdays say: «اليوم الخميس» on a page
    /// of Friday. Nothing where one of them fits the page, or they do not agree.
    pub(super) fn written_beside(&self, day: NaiveDate) -> Option<DateEvidence> {
        let mut found: Option<DateEvidence> = None;
        for candidate in self.candidates {
            let Some((_, apart)) = named_weekday(candidate, day) else { continue };
            let days = match apart {
                1 => -1,
                6 => 1,
                _ => return None,
            };
            let written = day.checked_add_signed(chrono::TimeDelta::days(days))?;
            let value = Edtf::day(written);
            if found.as_ref().is_some_and(|found| found.value != value) {
                return None;
            }
            found.get_or_insert_with(|| DateEvidence {
                text: self.cut(candidate),
                value,
                reason: Reason::WrittenBeside.of(&[weekday_name(written.weekday())]),
            });
        }
        found
    }

    /// What in the text cannot be said on that day.
    pub(super) fn contradiction(&self, day: NaiveDate) -> Option<DateEvidence> {
        if let Some(agreed) = self.agreed
            && !agreed.holds(day)
        {
            let text =
                agreed.claims.first().map_or_else(String::new, |claim| claim.evidence.text.clone());
            return Some(DateEvidence {
                text,
                value: agreed.value(),
                reason: Reason::TextDisagrees.text().to_owned(),
            });
        }
        if let Some(today) = self.today_in_full()
            && today.value.single_day().is_some_and(|today| (today - day).num_days().abs() > 1)
        {
            return Some(DateEvidence { reason: Reason::NamesOther.text().to_owned(), ..today });
        }
        self.other_weekday(day)
    }

    /// «اليوم الاثنين» in an article that would be of a Thursday.
    pub(super) fn other_weekday(&self, day: NaiveDate) -> Option<DateEvidence> {
        self.opening().find_map(|candidate| {
            let (meant, apart) = named_weekday(candidate, day)?;
            // A page may be dated a day after its text was written.
            let reason = Reason::WeekdayDisagrees.text().to_owned();
            (2..=5).contains(&apart).then(|| DateEvidence {
                text: self.cut(candidate),
                value: Edtf::day(meant),
                reason,
            })
        })
    }

    /// «أكدت الوزيرة صباح الاثنين 27 ديسمبر 2021 أن …» in the first sentence, the first time that it names: news of what somebody
    /// announced are of that day or the next.
    pub(super) fn announced_in_lede(&self) -> Option<DateEvidence> {
        let first = self.candidates.first()?;
        let before = &self.plain.text[..first.span.start];
        let opens = self.plain.paragraph_at(first.span.start) == 0 && !before.contains(". ");
        let day = first.day_of_announcement().filter(|_| opens)?;
        let value = Edtf::between(day, day.succ_opt()?);
        let reason = Reason::AnnouncedInLede.text().to_owned();
        Some(DateEvidence { text: self.cut(first), value, reason })
    }

    /// «اليوم الثلاثاء 14 أيلول 2021», «أمس الخميس 27 سبتمبر 2012» in the first paragraphs: the text itself says on
    /// which day it speaks.
    pub(super) fn today_in_full(&self) -> Option<DateEvidence> {
        /// How many words stand between «اليوم» and its day.
        const NEAR: usize = 3;
        /// In how many bytes they stand: what has no white space is not read to its beginning for each day.
        const BYTES: usize = 200;
        self.opening().find_map(|candidate| {
            let written = candidate.written_day()?;
            let text = &self.plain.text[..candidate.span.start];
            let before = &text[text.ceil_char_boundary(text.len().saturating_sub(BYTES))..];
            let words = candidate.span.cut(&self.plain.text);
            let named =
                words.split_whitespace().take(2).chain(before.split_whitespace().rev().take(NEAR));
            let days = named.into_iter().find_map(days_since)?;
            let day = written.checked_add_signed(chrono::TimeDelta::days(days))?;
            let reason = Reason::NamesDayWhole.text().to_owned();
            Some(DateEvidence { text: words.to_owned(), value: Edtf::day(day), reason })
        })
    }
}

/// How many days after the day that a word names the text was written.
fn days_since(word: &str) -> Option<i64> {
    match folded(word.trim_matches(|c: char| !c.is_alphabetic())).as_str() {
        "اليوم" => Some(0),
        "امس" => Some(1),
        "غدا" => Some(-1),
        _ => None,
    }
}

/// «اليوم الخميس» in an article of that day: the day that it means, and how many days, 0 to 6, this lies behind the
/// weekday that it names.
fn named_weekday(candidate: &Candidate, day: NaiveDate) -> Option<(NaiveDate, i64)> {
    let (weekday, Some(days)) = candidate.unmarked_weekday()? else { return None };
    let meant = day.checked_add_signed(chrono::TimeDelta::days(i64::from(days)))?;
    let apart = i64::from(meant.weekday().num_days_from_monday()) - i64::from(weekday);
    Some((meant, apart.rem_euclid(7)))
}

/// Whether `day` comes at most so many days after `from`.
fn is_within(from: NaiveDate, day: NaiveDate, days: i64) -> bool {
    (0..=days).contains(&(day - from).num_days())
}

/// The first words of a sentence.
fn excerpt(sentence: &str) -> String {
    let words: Vec<&str> = sentence.split_whitespace().take(8).collect();
    words.join(" ")
}
