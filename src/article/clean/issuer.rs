//! Who issued a paper, as far as it says so: «صادر عن وزارة السياحة», «بيان صادر عن رابطة المودعين».

use super::asked::{FUNCTION, NUMBER, of_length, one_of};
use super::words::Word;
use crate::arabic::clitics::Onto;
use crate::arabic::fold::folded;
use crate::arabic::lexicon::{
    self, BODY_HEAD, ISSUED_BY, Kinds, OF_PAPER, ORG_HEAD, PUBLISHER, RELEASE, RELEASE_MANNER,
};

/// What a body is called by, as its first word.
const HEADS: Kinds = Kinds::of(&[ORG_HEAD, BODY_HEAD, PUBLISHER]);
/// How many words the name of an issuer has at most.
const NAME: usize = 7;
/// How many words stand before «صادر» at most: «بيان صحفي», «بيان هام».
const BEFORE: usize = 3;

/// The issuer that a line names, and whether the line says nothing else.
///
/// A line that tells what was issued («صادر عن الوزارة أن الأسعار ثابتة») is a sentence and names nobody.
pub(super) fn of_line<'t>(text: &'t str, words: &[Word]) -> Option<(&'t str, bool)> {
    let at = words.iter().take(BEFORE + 1).position(|word| word.is(ISSUED_BY))?;
    let by = words.get(at + 1).map(|word| folded(word.span().cut(text)))?;
    let name = words.get(at + 2..).filter(|_| by == "عن")?;
    let name = match name.iter().position(|word| FUNCTION.fits(word)) {
        Some(end) if words[0].is(RELEASE) => subject_apart(text, name, end)?,
        Some(_) => return None,
        None => name,
    };
    let name = of_length(name, 2..=NAME).filter(|name| heads_body(text, &name[0]))?;
    let name = &text[name.first()?.start as usize..name.last()?.end()];
    Some((name.trim(), at == 0)).filter(|(name, _)| !name.contains([':', '،', '.', '|']))
}

/// «نقابة عمال الموانئ في اللاذقية», «الاتحاد العام حول رفع الأجور»: the name before where it sits or of what its paper speaks; nothing of
/// «مجموعة من المثقفين», and of a sentence («عن الوزارة أن الأسعار ثابتة»).
fn subject_apart<'w>(text: &str, name: &'w [Word], end: usize) -> Option<&'w [Word]> {
    let opens = folded(name[end].span().cut(text));
    lexicon::kinds(&opens).any(OF_PAPER).then(|| &name[..end])
}

/// «وزارة», «المديرية»: the first word of the name of a body.
pub(super) fn heads_body(text: &str, word: &Word) -> bool {
    let written = folded(word.span().cut(text));
    word.is(HEADS) || lexicon::kinds(written.without_article()).any(HEADS)
}

/// «بيان صحفي», «بلاغ إخباري», «بيان للرأي العام»: what a paper is, and nothing of what it tells.
pub(super) fn is_release(words: &[Word]) -> bool {
    /// How many words say so at most.
    const WORDS: usize = 4;
    let named = of_length(words, 1..=WORDS).and_then(<[Word]>::split_first);
    // «بيان صحفي رقم 31»
    let is_manner = |word: &Word| NUMBER.fits(word) || one_of(RELEASE_MANNER).fits(word);
    named.is_some_and(|(first, rest)| first.is(RELEASE) && rest.iter().all(is_manner))
}

#[cfg(test)]
mod tests {
    use super::super::called::words_of;
    use super::*;

    #[test]
    fn a_paper_says_who_issued_it() {
        for (line, expected) in [
            ("صادر عن وزارة السياحة والآثار", Some(("وزارة السياحة والآثار", true))),
            ("بيان صادر عن رابطة مودعي الساحل", Some(("رابطة مودعي الساحل", false))),
            ("بيان هام صادر عن المديرية العامة للجمارك", Some(("المديرية العامة للجمارك", false))),
            ("بيان صادر عن نقابة عمال السكك في عطبرة", Some(("نقابة عمال السكك", false))),
            (
                "بلاغ صادر عن الجامعة الوطنية للصيد حول منع الشباك",
                Some(("الجامعة الوطنية للصيد", false)),
            ),
            ("حكم صادر عن محكمة النقض في قضية العمارة", None),
            ("بيان صادر عن وزارة النقل أن الطريق مفتوحة", None),
            ("بيان صادر عن مجموعة من المثقفين", None),
            ("صادر عن الوزارة أن الأسعار ثابتة", None),
            ("الرخصة الصادرة عن البلدية انتهت قبل شهر", None),
        ] {
            assert_eq!(of_line(line, &words_of(line)), expected, "{line}");
        }
    }

    #[test]
    fn what_a_paper_is_tells_no_news() {
        for line in ["بيان صحفي", "بيان صحفي رقم 31", "بلاغ إخباري", "بيان للرأي العام", "تعميم"]
        {
            assert!(is_release(&words_of(line)), "{line}");
        }
        for line in ["بيان الحكومة أمام المجلس", "بيان صادر عن الوزارة", "صحفي", "إعلان الطوارئ"]
        {
            assert!(!is_release(&words_of(line)), "{line}");
        }
    }
}
