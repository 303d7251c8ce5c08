//! What a messenger writes over what was passed on: «تم توجيهها من قناة «صوت الوادي»», «محوّل من مجموعة مزارعي السهل».

use super::asked::{Asked, of_length, one_of};
use super::words::Word;
use crate::arabic::fold::folded;
use crate::arabic::lexicon::{CHANNEL, OUTLET_OPENS, PASSED_BY, PASSED_ON};

/// How many words stand before the one that says so: «تم», «تمت إعادة».
const BEFORE: usize = 3;
/// How many words the name of a channel has at most.
const NAME: usize = 7;

/// Whether a line says from where its message was passed on.
///
/// «محوّل من الشبكة يغذي ثلاث قرى» is news: the name of a channel says what it is, stands in marks, or behind a colon.
pub(super) fn is_label(line: &str, words: &[Word]) -> bool {
    source(line, words).is_some()
}

/// The channel that such a line names, where that is one of a publisher: «شبكة ريف الشمال», and no group of neighbours.
pub(super) fn outlet<'l>(line: &'l str, words: &[Word]) -> Option<&'l str> {
    // What stands in marks is a name as in any other line.
    let (name, written) =
        source(line, words).filter(|(_, written)| !written.contains(['«', '"']))?;
    name.first().filter(|first| first.is(OUTLET_OPENS)).map(|_| written)
}

/// The words of whoever passed it on, and how they are written.
fn source<'l, 'w>(line: &'l str, words: &'w [Word]) -> Option<(&'w [Word], &'l str)> {
    const LEAD: Asked = one_of(PASSED_BY);
    let lead = words.iter().take(BEFORE).take_while(|word| LEAD.fits(word)).count();
    words.get(lead).filter(|word| word.is(PASSED_ON))?;
    let from = words.get(lead + 1).filter(|word| folded(word.span().cut(line)) == "من")?;
    let name = of_length(&words[lead + 2..], 1..=NAME)?;
    let (first, last) = (name.first()?, name.last()?);
    let mark = line[from.end()..first.start as usize].trim();
    let says = match mark {
        "" => first.is(CHANNEL | OUTLET_OPENS),
        mark => mark.contains(['«', '"', '“', ':']),
    };
    let is_sentence = line.trim_end().ends_with(['.', '؟', '!', '،']);
    (says && !is_sentence).then(|| (name, line[first.start as usize..last.end()].trim()))
}

#[cfg(test)]
mod tests {
    use super::super::called::words_of;
    use super::*;

    #[test]
    fn labels_of_messengers_are_told_from_news() {
        for (line, expected) in [
            ("تم توجيهها من قناة «صوت الوادي»", true),
            ("أُعيد توجيهها من: أخبار السهل", true),
            ("رسالة محولة من شبكة ريف الشمال", true),
            ("محوّل من مجموعة مزارعي السهل", true),
            ("محوّل من الشبكة الوطنية يغذي ثلاث قرى", false),
            ("تم توجيه 12 تهمة إلى مدير الميناء السابق", false),
            ("تم تحويلها من مستشفى المدينة إلى العاصمة", false),
        ] {
            assert_eq!(is_label(line, &words_of(line)), expected, "{line}");
        }
        let line = "رسالة محولة من شبكة ريف الشمال";
        assert_eq!(outlet(line, &words_of(line)), Some("شبكة ريف الشمال"));
    }
}
