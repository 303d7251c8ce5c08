//! Spellings that are one word to a reader: أميركا and أمريكا, سوريا and سورية.
//!
//! What is a rule of letters (hamza seats, ة and ه, إستراتيجي and استراتيجي) is
//! the fold's. Here is what no rule gives: foreign words that newsrooms write in two ways,
//! as parts of words ([`PARTS`]), and short words as wholes ([`WORDS`]). Both
//! lists hold folded spellings, and the browser gets a copy of them.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::fold::folded;
use super::quick_hash::WordMap;
use super::sieve::Sieve;

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
/// assert_eq!(respelled("لوجيستيين"), respelled("لوجستيين"));
/// ```
pub fn respelled(folded: &str) -> Cow<'_, str> {
    let settled = if may_have_part(folded) { settled(folded) } else { Cow::Borrowed(folded) };
    // Nearly no word is one of them.
    let whole = Some(settled.as_ref()).filter(|word| WHOLE.0.lets_through(word.as_bytes()));
    match whole.and_then(|word| WHOLE.1.get(word)) {
        Some(whole) => Cow::Borrowed(whole),
        None => settled,
    }
}

/// A word in which none of [`PARTS`] stands any more: «لوجيستيين» has two of them, one behind the other, and «لوجستيين»
/// stands between them.
fn settled(folded: &str) -> Cow<'_, str> {
    let mut word = Cow::Borrowed(folded);
    // What becomes of a part holds no other, so only those that meet at its edge are left for another round; a word
    // that goes on changing for longer is none.
    for _ in 0..PARTS.len() {
        let mut is_settled = true;
        for (from, to) in PARTS {
            if word.contains(from) {
                (word, is_settled) = (Cow::Owned(word.replace(from, to)), false);
            }
        }
        if is_settled {
            break;
        }
    }
    word
}

/// Each of [`WORDS`] alone and behind each of [`HEADS`], and what it becomes; a sieve of them stands before.
static WHOLE: LazyLock<(Sieve, WordMap<String, String>)> = LazyLock::new(|| {
    let mut whole = WordMap::default();
    // Where a word can be read in two ways, it is the word alone, then what stands behind the longest head.
    for head in [""].into_iter().chain(HEADS) {
        for (from, to) in WORDS {
            whole.entry([head, from].concat()).or_insert_with(|| [head, to].concat());
        }
    }
    (Sieve::of(whole.keys().map(String::as_bytes)), whole)
});

/// How many bytes at the head of each of [`PARTS`] are looked for first: four letters, all that the shortest have.
const OPENING: usize = 8;

/// Whether a word has four letters in a row by which one of [`PARTS`] begins; nearly none does.
fn may_have_part(folded: &str) -> bool {
    static OPENINGS: LazyLock<(Sieve, BTreeSet<&[u8]>)> = LazyLock::new(|| {
        let openings = PARTS.iter().filter_map(|(from, _)| from.as_bytes().get(..OPENING));
        (Sieve::of(openings.clone()), openings.collect())
    });
    let (sieve, openings) = &*OPENINGS;
    let opens = |letters: &[u8]| sieve.lets_through(letters) && openings.contains(letters);
    folded.as_bytes().windows(OPENING).any(opens)
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

    #[test]
    fn a_whole_word_leads_no_further() {
        for (from, to) in WHOLE.1.iter().collect::<std::collections::BTreeMap<_, _>>() {
            assert_eq!(respelled(to), to.as_str(), "{from}");
        }
    }

    /// What the tables are a quick way to say.
    fn as_the_lists_say(folded: &str) -> String {
        if let Some(&(from, to)) = PARTS.iter().find(|(from, _)| folded.contains(from)) {
            return as_the_lists_say(&folded.replacen(from, to, 1));
        }
        let alone = |word: &str| WORDS.iter().find(|(from, _)| *from == word).map(|&(_, to)| to);
        let behind = |head: &&str| Some([head, alone(folded.strip_prefix(head)?)?].concat());
        alone(folded)
            .map(str::to_owned)
            .or_else(|| HEADS.iter().find_map(behind))
            .unwrap_or(folded.to_owned())
    }

    #[test]
    fn the_tables_say_what_the_lists_say() {
        let around = ["", "و", "ال", "وبال", "ب", "لل", "x", "ه", "يه", "اب"];
        let listed = PARTS.iter().chain(&WORDS).flat_map(|&(from, to)| [from, to]);
        for word in listed.chain(["", "و", "كتاب", "المدارس", "abcdefghij"]) {
            for (before, behind) in around.iter().flat_map(|a| around.map(|b| (a, b))) {
                let word = [before, word, behind].concat();
                assert_eq!(respelled(&word), as_the_lists_say(&word), "{word}");
                assert_eq!(respelled(&respelled(&word)), respelled(&word), "{word}");
            }
        }
        assert!(PARTS.iter().all(|(from, _)| from.len() >= OPENING));
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
