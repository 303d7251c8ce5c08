//! «موقع «صدى الوادي» | تحقيق: سلمى حداد | 11 أكتوبر 2024»: outlet, writer and day of an article in one line with bars.

use super::asked::of_length;
use super::called::{is_writer, says_itself, words_of};
use super::days;
use super::words::Word;
use crate::arabic::lexicon::{OUTLET_OPENS, WRITTEN_BY};
use crate::span::Span;

/// What a part of such a line is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Outlet,
    Writer,
    Day,
    /// «محليات»
    Short,
    Other,
}

/// Whether a line says of an article two of who publishes it, who wrote it and when, and nothing that a headline says.
pub(super) fn is_imprint(line: &str, words: &[Word]) -> bool {
    /// How many words it has at most.
    const WORDS: usize = 20;
    if !line.contains('|') || of_length(words, ..=WORDS).is_none() {
        return false;
    }
    let parts: Vec<Part> = line.split('|').map(|part| part_of(part.trim())).collect();
    let has = |wanted: Part| parts.contains(&wanted);
    let said = [Part::Outlet, Part::Writer, Part::Day].into_iter().filter(|&part| has(part));
    said.count() >= 2 && !has(Part::Other)
}

fn part_of(part: &str) -> Part {
    /// How many words the name of a section has.
    const SECTION: usize = 2;
    /// How many words a name has, and one behind the word that says that he wrote.
    const NAME: usize = 5;
    const WRITER: usize = 6;
    let words = words_of(part);
    let span = Span::new(0, part.len());
    let says_who = words.first().is_some_and(|first| first.is(WRITTEN_BY));
    let quoted = part.strip_prefix('«').and_then(|rest| rest.strip_suffix('»'));
    let is_named = || words.first().is_some_and(|first| first.is(OUTLET_OPENS));
    let few = |most: usize| of_length(&words, 1..=most).is_some();
    match () {
        () if days::is_all_day(&days::of_line(span, part, &words), &words) => Part::Day,
        () if says_who && few(WRITER) && !part.contains('؟') => Part::Writer,
        () if few(NAME) && is_writer(part, &words) => Part::Writer,
        () if few(NAME) && (is_named() || says_itself(part, &words)) => Part::Outlet,
        () if few(NAME) && quoted.is_some_and(|name| !name.contains('«')) => Part::Outlet,
        () if few(SECTION) => Part::Short,
        () => Part::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_imprint_is_no_headline() {
        for (line, expected) in [
            ("موقع «صدى الوادي» | تحقيق: سلمى حداد | 11 أكتوبر 2024", true),
            ("«بوابة السهل» | كتبت: أروى الشرعبي | الاثنين 3 يونيو 2024", true),
            ("مرصد الأوراس | محليات | 3 أكتوبر 2020", true),
            ("تحقيق: من يبيع ماء المخيم؟ | عقود ووثائق وشهادات", false),
            ("أسعار العملات اليوم في المصارف | 13 يناير 2020", false),
            ("الناتج المحلي | كيف نقرأ أرقام البنك المركزي؟", false),
            ("بدء ملء خزان السد الجديد | صدى الوادي", false),
        ] {
            assert_eq!(is_imprint(line, &words_of(line)), expected, "{line}");
        }
    }
}
