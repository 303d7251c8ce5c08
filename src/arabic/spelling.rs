//! Spellings that are one word to a reader: أميركا and أمريكا, سوريا and سورية.
//!
//! What is a rule of letters (hamza seats, ة and ه, إستراتيجي and استراتيجي) is
//! the fold's. Here is what no rule gives: foreign words that newsrooms write in two ways,
//! as parts of words ([`PARTS`]), and short words as wholes ([`WORDS`]). Both
//! lists hold folded spellings, and the browser gets a copy of them.

use std::borrow::Cow;

use super::fold::folded;

/// A part of a folded word, and what it becomes; none makes another one.
///
/// Each is long or odd enough to stand in no other word.
///
/// ```
/// use sijill::arabic::spelling::PARTS;
/// assert!(PARTS.contains(&("اميرك", "امريك")));
/// ```
pub const PARTS: [(&str, &str); 40] = [
    ("اميرك", "امريك"),
    ("اميريك", "امريك"),
    ("اوروب", "اورب"),
    ("انكليز", "انجليز"),
    ("انغليز", "انجليز"),
    ("انجلترا", "انكلترا"),
    ("انغلترا", "انكلترا"),
    ("بنتاجون", "بنتاغون"),
    ("بنتاكون", "بنتاغون"),
    ("كونجرس", "كونغرس"),
    ("كونكرس", "كونغرس"),
    ("جوجل", "غوغل"),
    ("كوكل", "غوغل"),
    ("ديموقراط", "ديمقراط"),
    ("دمقراط", "ديمقراط"),
    ("ديبلوماس", "دبلوماس"),
    ("دكتاتور", "ديكتاتور"),
    ("تكنلوج", "تكنولوج"),
    ("تقنولوج", "تكنولوج"),
    ("كومبيوتر", "كمبيوتر"),
    ("انترنيت", "انترنت"),
    ("تيليفون", "تلفون"),
    ("تليفون", "تلفون"),
    ("تليفزيون", "تلفزيون"),
    ("كوردستان", "كردستان"),
    ("اكرانيا", "اوكرانيا"),
    ("ترليون", "تريليون"),
    ("تروليون", "تريليون"),
    ("لوجيست", "لوجست"),
    ("لوجستيي", "لوجستي"),
    ("هيليكوبتر", "هليكوبتر"),
    ("هيلوكوبتر", "هليكوبتر"),
    ("ايديولوج", "ايدلوج"),
    ("ايدولوج", "ايدلوج"),
    ("بروتوكول", "بروتكول"),
    ("ميليشي", "مليشي"),
    ("سيناتور", "سناتور"),
    ("اسمعيل", "اسماعيل"),
    ("ابرهيم", "ابراهيم"),
    ("مايكروسوفت", "ميكروسوفت"),
];

/// A folded word as a whole, without «ال» and clitics, and what it becomes.
///
/// ```
/// use sijill::arabic::spelling::WORDS;
/// assert!(WORDS.contains(&("سوريه", "سوريا")));
/// ```
pub const WORDS: [(&str, &str); 29] = [
    ("سوريه", "سوريا"),
    ("رحمان", "رحمن"),
    ("هياه", "هيءه"),
    ("هيات", "هيءات"),
    ("بن", "ابن"),
    ("شء", "شيء"),
    ("مايه", "مءه"),
    ("ماءه", "مءه"),
    ("ماءتان", "مءتان"),
    ("ماءتين", "مءتين"),
    ("ثلاثماءه", "ثلاثمءه"),
    ("اربعماءه", "اربعمءه"),
    ("خمسماءه", "خمسمءه"),
    ("ستماءه", "ستمءه"),
    ("سبعماءه", "سبعمءه"),
    ("ثمانماءه", "ثمانمءه"),
    ("ثمانيمءه", "ثمانمءه"),
    ("تسعماءه", "تسعمءه"),
    ("داوود", "داود"),
    ("كوردي", "كردي"),
    ("كورديه", "كرديه"),
    ("كورد", "كرد"),
    ("ترمب", "ترامب"),
    ("طايره", "طاءره"),
    ("طايرات", "طاءرات"),
    ("رييس", "رءيس"),
    ("هاذا", "هذا"),
    ("لاكن", "لكن"),
    ("اوتوماتيكي", "اتوماتيكي"),
];

/// Prefixes before a word of [`WORDS`], longest first.
const HEADS: [&str; 14] =
    ["وبال", "وال", "فال", "بال", "كال", "ولل", "ال", "لل", "وب", "ول", "و", "ف", "ب", "ل"];

/// The one spelling of a word, folded.
///
/// Two words with the same answer are one word to a reader, so far as the lists
/// know; a word of which they know nothing is only folded.
///
/// ```
/// use sijill::arabic::spelling::one_spelling;
/// for (a, b) in [("الأميركية", "الأمريكية"), ("سورية", "سوريا"), ("مسؤول", "مسئول"), ("إستراتيجي", "استراتيجي"), ("والهيأة", "والهيئة"), ("شؤون", "شئون")] {
///     assert_eq!(one_spelling(a), one_spelling(b), "{a} {b}");
/// }
/// assert_ne!(one_spelling("مدرسة"), one_spelling("مدرس"));
/// ```
pub fn one_spelling(word: &str) -> String {
    respelled(&folded(word)).into_owned()
}

/// The one spelling of a word that is folded already.
///
/// ```
/// use sijill::arabic::spelling::respelled;
/// assert_eq!(respelled("بالديموقراطيه"), "بالديمقراطيه");
/// ```
pub fn respelled(folded: &str) -> Cow<'_, str> {
    if let Some(&(from, to)) = PARTS.iter().find(|(from, _)| folded.contains(from)) {
        return Cow::Owned(folded.replacen(from, to, 1));
    }
    if let Some(whole) = whole_word(folded) {
        return Cow::Borrowed(whole);
    }
    for head in HEADS {
        if let Some(whole) = folded.strip_prefix(head).and_then(whole_word) {
            return Cow::Owned([head, whole].concat());
        }
    }
    Cow::Borrowed(folded)
}

fn whole_word(folded: &str) -> Option<&'static str> {
    WORDS.iter().find(|(from, _)| *from == folded).map(|&(_, to)| to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_folded_and_settled() {
        for (from, to) in PARTS.into_iter().chain(WORDS) {
            assert_eq!(folded(from), from);
            assert_eq!(folded(to), to);
            assert_ne!(from, to);
            assert_eq!(respelled(to), to, "{from} leads to {to}, which leads on");
        }
    }

    /// `a = b` are one word, `a ≠ b` are two.
    #[test]
    fn the_corpus_is_respelled_as_it_says() {
        let corpus = include_str!("../../tests/corpus/spelling.txt");
        for line in corpus.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if let Some((a, b)) = line.split_once(" = ") {
                assert_eq!(one_spelling(a), one_spelling(b), "{line}");
            } else if let Some((a, b)) = line.split_once(" ≠ ") {
                assert_ne!(one_spelling(a), one_spelling(b), "{line}");
            }
        }
    }
}
