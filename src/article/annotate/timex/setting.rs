//! The past of which a paragraph tells: «في 26 يناير 1952 احترقت القاهرة. وفي 23 يوليو أذيع البيان» goes on in that year, and
//! its «ليلة الجمعة» is none of this week's. A life («ولد في آذار 1942. وتوفي في أيار») leaps.

use chrono::{Datelike, NaiveDate};

use super::direction::Tense;
use super::speech::sentence_start;
use super::time::{Time, Year};
use crate::arabic::calendar::Edtf;

/// How many years back a day lies at least from which a paragraph goes on: what happened last year may stand in front of news.
const LONG_AGO: i32 = 2;

/// The past of which a paragraph tells.
#[derive(Default)]
pub(super) struct Setting {
    /// How far the text was looked at for the end of the paragraph.
    seen: usize,
    /// Whether the paragraph has told a time already.
    is_opened: bool,
    /// The day or month with which it opened.
    from: Option<NaiveDate>,
    /// The last day or month long ago, wherever in the paragraph it stands.
    last: Option<NaiveDate>,
    /// That of the paragraph before, where nothing was told since.
    before: Option<NaiveDate>,
    /// Whether it opened with «في مثل هذا اليوم من عام 1952»: then all of it is told of that time.
    is_anniversary: bool,
}

impl Setting {
    /// Goes on to an expression at a byte, which may be in the next paragraph.
    pub(super) fn enter(&mut self, text: &str, start: usize) {
        let between = text.get(self.seen..start).unwrap_or_default();
        // What remembers an anniversary does so until it comes back to its own days.
        if between.contains('\n') && !self.is_anniversary {
            let before = if self.is_opened { self.last } else { self.before };
            *self = Self { before, ..Self::default() };
        }
        self.seen = self.seen.max(start);
    }

    /// From where an open day or month of the past counts.
    ///
    /// «سقطت المدينة في 13 أكتوبر 1837. وفي نوفمبر غادرها الباي»: a sentence that opens with «وفي» goes on from the one before.
    pub(super) fn goes_on(
        &self,
        text: &str,
        start: usize,
        time: &Time,
        tense: Tense,
    ) -> Option<NaiveDate> {
        let is_fronted = || text[sentence_start(text, start)..start].trim() == "وفي";
        let from = self.from.or_else(|| self.last.filter(|_| is_fronted()));
        from.filter(|_| time.is_of_open_year() && tense == Tense::Past)
    }

    /// Whether a paragraph opens with a month or day of which nobody can say whether it goes on in the past of the paragraph
    /// before or speaks of the last such month: «عُقدت الجولة في حزيران 2020.⏎في آب زار الرئيس العاصمة».
    pub(super) fn leaves_open(&self, text: &str, start: usize, time: &Time, tense: Tense) -> bool {
        let opening = text.get(sentence_start(text, start)..start).unwrap_or_default();
        let is_fronted = !self.is_opened && matches!(opening.trim(), "في" | "وفي");
        is_fronted && self.before.is_some() && time.is_of_open_year() && tense == Tense::Past
    }

    /// Whether a weekday is of a week that nothing tells.
    pub(super) fn hides(&self, time: &Time, tense: Tense) -> bool {
        let is_bare = matches!(time, Time::Weekday { shift: None, beside: None, .. });
        let remembered = self.from.filter(|_| self.is_anniversary);
        remembered.is_some() && is_bare && tense != Tense::Future
    }

    /// Goes on to an expression that has its value; whether the next deed does not go on from it is asked only where it may.
    pub(super) fn tell(
        &mut self,
        time: &Time,
        value: &Edtf,
        is_aside: impl FnOnce() -> bool,
        reference: Option<NaiveDate>,
    ) {
        let opens = !std::mem::replace(&mut self.is_opened, true);
        let is_long_ago = |day: &NaiveDate| {
            reference.is_some_and(|reference| reference.year() - day.year() >= LONG_AGO)
        };
        let day = value.first_day().filter(is_long_ago);
        let is_dated = match time {
            Time::Day { year, .. } | Time::Month { year, .. } => matches!(year, Year::Given(_)),
            Time::OnThisDay { of_told, .. } => !of_told,
            Time::Fixed(value) => value.single_day().is_some(),
            _ => false,
        };
        self.is_anniversary &= day.is_some();
        let is_told = is_dated && !is_aside();
        self.last = if is_told { day } else { self.last.and(day) };
        if opens && is_told {
            self.from = day;
            self.is_anniversary =
                day.is_some() && matches!(time, Time::OnThisDay { of_told: false, .. });
        } else {
            // The story goes on from its last day; «أمس» leaves it.
            self.from = self.from.and(day);
        }
    }
}

/// Whether a month or day lies so far back that it is seldom told without its year: of last month everybody knows.
pub(super) fn is_far(value: &Edtf, reference: Option<NaiveDate>) -> bool {
    /// In days.
    const LONG: i64 = 150;
    let days = value.first_day().zip(reference).map(|(day, today)| (today - day).num_days());
    days.is_some_and(|days| days > LONG)
}

#[cfg(test)]
mod tests {
    use crate::article::annotate::timex::time_expressions;
    use crate::document::Plain;

    fn values(text: &str) -> Vec<String> {
        let found = time_expressions(&Plain::of_text(text), "2024-01-26".parse().ok());
        found.iter().map(|found| found.value.to_string()).collect()
    }

    #[test]
    fn a_paragraph_that_opens_long_ago_goes_on_there() {
        let cases: [(&str, &[&str]); 7] = [
            (
                "في مثل هذا اليوم من عام 1952 احترقت المدينة.\nفي 23 يوليو أذيع البيان.\nوصدرت الشهر الماضي طبعة من الكتاب، وكانت نفدت في أيلول.",
                &["1952-01-26", "1952-07-23", "2023-12", "2023-09"],
            ),
            (
                "في 26 يناير 1952 احترقت المدينة. وفي 23 يوليو أذيع البيان، وغادر الملك في 26 تموز.",
                &["1952-01-26", "1952-07-23", "1952-07-26"],
            ),
            (
                "في مثل هذا اليوم من عام 1952 احترقت المدينة. بدأ كل شيء ليلة الجمعة. وفي يوليو سقط الملك.",
                &["1952-01-26", "1952-07"],
            ),
            (
                "وقع الاتفاق في 14 تموز 2015. والتقى الوزيران أمس، بعدما اجتمعا في كانون الأول.",
                &["2015-07-14", "2024-01-25", "2023-12"],
            ),
            (
                "يروي الكتاب حصار المدينة عام 1837. سقطت في 13 أكتوبر 1837. وفي نوفمبر غادرها الباي.",
                &["1837", "1837-10-13", "1837-11"],
            ),
            (
                "ولد الشاعر في القرية عام 1950، ودخل السجن في 3 آذار 1971. والتقيناه في أيلول.",
                &["1950", "1971-03-03", "2023-09"],
            ),
            (
                "وقع الاتفاق في 14 تموز 2015.\nوالتقى الوزيران في كانون الأول.",
                &["2015-07-14", "2023-12"],
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(values(text), expected, "{text}");
        }
    }

    #[test]
    fn a_month_that_opens_behind_a_paragraph_of_long_ago_is_left_open() {
        let cases: [(&str, &[&str]); 8] = [
            ("اتسعت المدينة في نيسان 1989.\nوفي كانون الأول هُدم السوق.", &["1989-04", "2023-12"]),
            ("عُقدت الجولة الأولى في حزيران 2020.\nفي آب زار الرئيس العاصمة.", &["2020-06"]),
            (
                "بدأ الحفر في 4 نيسان 2018.\nضحك الحارس وهو يروي القصة.\nوفي تموز خرج العمال كلهم، وقبل ذلك بشهرين غادر المهندس.",
                &["2018-04-04"],
            ),
            (
                "تأسست الفرقة في آذار 2011.\nفي تشرين الأول 2013 سافرت إلى تونس. وفي كانون الأول عادت.",
                &["2011-03", "2013-10", "2013-12"],
            ),
            (
                "وقع الاتفاق في 14 تموز 2015.\nفي آذار المقبل يجتمع الطرفان.",
                &["2015-07-14", "2024-03"],
            ),
            (
                "وقع الاتفاق في 14 تموز 2015.\nوالتقى الوزيران أمس.\nفي كانون الأول أعلن أحدهما استقالته.",
                &["2015-07-14", "2024-01-25", "2023-12"],
            ),
            ("افتتح الجسر في أيار 2023.\nفي أيلول أغلق للصيانة.", &["2023-05", "2023-09"]),
            ("تأسس النادي عام 1950.\nفي كانون الأول فاز فريقه بالكأس.", &["1950", "2023-12"]),
        ];
        for (text, expected) in cases {
            assert_eq!(values(text), expected, "{text}");
        }
    }
}
