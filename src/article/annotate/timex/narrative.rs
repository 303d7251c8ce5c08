//! Deeds told one after another: «افتتح المصنع في مارس 2021 ثم أغلق في أيار» speaks of the May behind that March.

use chrono::{Datelike, NaiveDate};

use super::speech::sentence_start;
use super::time::{Time, Year};
use super::{Candidate, Tense};
use crate::arabic::clitics::{AND, Onto};
use crate::arabic::fold::folded;
use crate::arabic::lexicon::{self, BIRTH, COMPARED, Kinds, RELATIVE, SINCE, WHEN};
use crate::document::TimeExpression;
use crate::span::Span;

/// How many years back a deed lies at most from which the next one counts: a whole life («ولد في آذار 1942 وتوفي في أيار») leaps.
const YEARS: i32 = 10;

/// What stands before a day that is none of the deed: «الذي افتتح في», «مقارنة بـ», «منذ».
const ASIDE: Kinds = Kinds::of(&[RELATIVE, COMPARED, SINCE]);

/// The deed of which a sentence has told last, by a month or day whose year is known.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Narrative {
    last: Option<(Span, NaiveDate)>,
    /// The last year, season or century that was told, its first day and the day after its last.
    period: Option<(Span, NaiveDate, NaiveDate)>,
}

impl Narrative {
    /// The day from which a deed at `start` counts: that of the deed before it, where the sentence goes on with «و», «ثم», «قبل أن».
    pub(super) fn goes_on(
        self,
        text: &str,
        start: usize,
        time: &Time,
        tense: Tense,
    ) -> Option<NaiveDate> {
        let (span, day) = self.last.filter(|_| time.is_of_open_year())?;
        let between = text.get(span.end..start)?;
        // «قبل أن يتوقف في يونيو»: behind what has happened this has happened too.
        let is_told = tense == Tense::Past || clause(between).starts_with("قبل أن ");
        let joined = is_told && span.start >= sentence_start(text, start) && joins(between);
        (joined && !is_beside_the_deed(&text[sentence_start(text, span.start)..span.start]))
            .then_some(day)
    }

    /// The first day of the period in which a day at `start` lies, and the day after its last: «شتاء 2013، حين غطت الثلوج المدينة في
    /// 12 كانون الأول».
    pub(super) fn during(
        &self,
        text: &str,
        start: usize,
        time: &Time,
    ) -> Option<(NaiveDate, NaiveDate)> {
        let (span, first, after) = self.period.filter(|_| time.is_of_open_year())?;
        let between = text.get(span.end..start)?;
        let opening = clause(between).split_whitespace().next()?;
        let is_then = lexicon::is(&folded(opening), WHEN);
        (is_then && span.start >= sentence_start(text, start)).then_some((first, after))
    }

    /// Goes on to an expression that has its value; `counted` tells that it was read by the deed before it.
    pub(super) fn tell(
        &mut self,
        expression: &TimeExpression,
        time: &Time,
        counted: bool,
        reference: Option<NaiveDate>,
    ) {
        self.period = match (time, expression.value.days()) {
            (Time::Fixed(_), (Some(first), Some(after))) => Some((expression.span, first, after)),
            _ => self.period,
        };
        let is_dated = match time {
            Time::Day { year, .. } | Time::Month { year, .. } => {
                matches!(year, Year::Given(_) | Year::From(_))
            }
            Time::Fixed(value) => value.single_day().is_some(),
            _ => false,
        };
        if !(is_dated || counted) {
            return;
        }
        let recent = |day: &NaiveDate| {
            reference
                .is_some_and(|reference| *day < reference && reference.year() - day.year() <= YEARS)
        };
        self.last = expression.value.first_day().filter(recent).map(|day| (expression.span, day));
    }
}

/// Whether the next deed does not go on from a day: «مقارنة بمارس 2021», «ولد في آذار 1942».
pub(super) fn is_aside(text: &str, candidate: &Candidate) -> bool {
    let start = candidate.span.start;
    let before = &text[sentence_start(text, start)..start];
    let is_of_birth = |word: &str| lexicon::is(&folded(word), BIRTH);
    is_beside_the_deed(before) || before.split_whitespace().any(is_of_birth)
}

/// «، ثم أغلق في», « وأغلق أبوابه في», « قبل أن يغلق في»: the clause is joined to the one before it.
fn joins(between: &str) -> bool {
    let between = clause(between);
    ["ثم ", "قبل أن "].iter().any(|word| between.starts_with(word))
        || between.opens_with(AND) && !between.contains(['«', '"', '“'])
}

/// The words of the clause behind the day, without the marks that part them.
fn clause(between: &str) -> &str {
    between.trim_start_matches(['،', ',', '؛', ' ', ')'])
}

/// «مقارنة بـ8 بالمئة في مارس 2021», «المصنع الذي افتتح في مارس 2021»: the day is none of a deed that the sentence tells.
fn is_beside_the_deed(before: &str) -> bool {
    /// How many words before the day are asked.
    const WORDS: usize = 7;
    let aside =
        |word: &str| lexicon::is(&folded(word.trim_matches(|c: char| !c.is_alphabetic())), ASIDE);
    before.rsplit(char::is_whitespace).take(WORDS).any(aside)
}

#[cfg(test)]
mod tests {
    use crate::article::annotate::timex::time_expressions;
    use crate::document::Plain;

    fn values(text: &str) -> Vec<String> {
        let found = time_expressions(&Plain::of_text(text), "2022-12-03".parse().ok());
        found.iter().map(|found| found.value.to_string()).collect()
    }

    #[test]
    fn a_deed_that_goes_on_is_behind_the_deed_before_it() {
        for (text, expected) in [
            ("افتتح المصنع في مارس 2021 ثم أغلق أبوابه في أيار.", ["2021-03", "2021-05"]),
            (
                "بدأنا التصوير في مارس من العام الماضي، وانتهينا منه في أيار.",
                ["2021-03", "2021-05"],
            ),
            ("بدأت التجارب في تشرين الأول 2018 وانتهت في أيار.", ["2018-10", "2019-05"]),
            ("اعتقل الناشط في شباط 2021 وأفرج عنه في 3 آب.", ["2021-02", "2021-08-03"]),
            ("أطلق المشروع في أبريل 2021 قبل أن يتوقف في يونيو.", ["2021-04", "2021-06"]),
            ("انطلق البرنامج في أكتوبر من العام الماضي وتوقف في فبراير.", ["2021-10", "2022-02"]),
        ] {
            assert_eq!(values(text), expected, "{text}");
        }
    }

    #[test]
    fn a_life_a_comparison_and_what_is_to_come_do_not_go_on() {
        for (text, expected) in [
            ("ولد الشاعر في آذار 1942 وتوفي في أيار.", ["1942-03", "2022-05"]),
            ("تعثر المشروع في نيسان 2021، وسيستأنف في آذار.", ["2021-04", "2023-03"]),
            (
                "زار الوزير المصنع الذي افتتح في مارس 2021 والتقى العمال في أيار.",
                ["2021-03", "2022-05"],
            ),
            ("بلغ العجز ضعفيه مقارنة بمارس 2021، وارتفعت الأسعار في أيلول.", ["2021-03", "2022-09"]),
        ] {
            assert_eq!(values(text), expected, "{text}");
        }
    }
}
