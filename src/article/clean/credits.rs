//! Lines that say who did what for an article: «حاورته: سلمى حداد», «(تغطية صحفية: هالة نصر - تحرير: ماجد حبيب)».

use super::asked::{FUNCTION, NAMING, are, of_length};
use super::called::words_of;
use super::words::Word;
use crate::arabic::lexicon::{COVERAGE, Kinds, OTHER_HAND, WRITTEN_BY, WROTE};

/// What somebody has done for an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Deed {
    /// «كتبت», «حاوره»: words that stand before a writer and before nothing else.
    Wrote,
    /// «تحقيق», «تغطية صحفية»: the same, which may stand before a headline too.
    MayHaveWritten,
    /// «تحرير», «تصوير»
    Another,
}

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Credit<'l> {
    pub(super) deed: Deed,
    pub(super) name: &'l str,
}

/// The parts of a line that signs for an article, each with its credit where it is one.
pub(super) fn parts(line: &str) -> impl Iterator<Item = (&str, Option<Credit<'_>>)> {
    let bare = line.trim().trim_start_matches('(').trim_end_matches([')', '.', ' ']);
    let parts = bare.split(['|', '–', '—', '،', '/']).flat_map(|part| part.split(" - "));
    parts.map(str::trim).filter(|part| !part.is_empty()).map(|part| (part, credit(part)))
}

/// Whether a line has credits and nothing else: several, or one of somebody who can only have written.
pub(super) fn is_of_credits(line: &str, words: &[Word]) -> bool {
    /// How many words such a line has at most.
    const WORDS: usize = 16;
    if !line.contains(':') || of_length(words, ..=WORDS).is_none() {
        return false;
    }
    let found: Option<Vec<Credit<'_>>> = parts(line).map(|(_, credit)| credit).collect();
    found.is_some_and(|found| match found[..] {
        [only] => only.deed == Deed::Wrote && are(&words_of(only.name), NAMING),
        _ => true,
    })
}

/// «حاوره في أبوظبي: نزار القصيفي»: a label of few words, a colon, a name of few words.
fn credit(part: &str) -> Option<Credit<'_>> {
    /// How many words a label and a name have at most.
    const LABEL: usize = 5;
    const NAME: usize = 5;
    const DEEDS: Kinds = Kinds::of(&[WRITTEN_BY, WROTE, COVERAGE, OTHER_HAND]);
    let (label, name) = part.split_once(':')?;
    let label = words_of(label);
    let (first, rest) = of_length(&label, 1..=LABEL)?.split_first()?;
    let first = Some(first).filter(|first| first.is(DEEDS))?;
    of_length(&words_of(name), 2..=NAME)?;
    // «كتب الوزير: القرار نهائي» tells what he wrote; «حاورته في مسقط», «أجرى الحوار» name him behind the colon.
    let leads = |next: &Word| FUNCTION.fits(next) || next.is(WRITTEN_BY);
    if first.is(WROTE) && !rest.first().is_none_or(leads) {
        return None;
    }
    let deed = match first {
        first if first.is(WROTE) => Deed::Wrote,
        first if first.is(OTHER_HAND) => Deed::Another,
        _ => Deed::MayHaveWritten,
    };
    Some(Credit { deed, name: name.trim() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credits_are_told_from_headlines() {
        for (line, expected) in [
            ("حاورته: سلمى حداد", true),
            ("حاوره في أبوظبي: نزار حداد", true),
            ("(تغطية صحفية: هالة نصر - تحرير: ماجد حبيب)", true),
            ("تقرير: سلمى حداد | تصوير: علي نصر", true),
            ("تحقيق: من يبيع ماء المخيم؟", false),
            ("حوار: الوزير لا يستبعد الاستقالة", false),
            ("كتب الوزير: لا نية للاستقالة", false),
            ("كتب الوزير: القرار نهائي", false),
            ("أجرت الحوار في القدس: لبنى حداد", true),
        ] {
            assert_eq!(is_of_credits(line, &words_of(line)), expected, "{line}");
        }
    }
}
