//! The signs by which a line is placed, and the table of their weights.
//!
//! Weights learnt from mixtures of our own articles and pages did not place lines of unseen pages better than these, which are set
//! by hand: each says in one line of `weights/lines.txt` which sign outweighs which. A hundred stands for certainty.

use std::sync::LazyLock;

use super::label::Place;
use super::reason::Reason;
use crate::weigh::{Family, Sheet, Sign, Value, Weights};

/// How wide the bands of [`SURE`] are.
const BAND: usize = 5;

/// The families of [`SHEET`], in its order.
#[derive(Clone, Copy)]
enum F {
    Phrase,
    Cut,
    Keep,
    Furniture,
    Known,
    KnownWords,
    Length,
    Between,
    Doubt,
    Look,
}

/// How a phrase of the lexicon stands in its line.
#[derive(Clone, Copy)]
pub(super) enum Phrase {
    /// «المصدر: وكالات»: it opens the line, and a mark parts it from what follows.
    Label,
    /// «نستخدم ملفات الارتباط لتحسين تجربتك في هذا الموقع.»: it opens a sentence that only a page says.
    PageSentence,
    /// «تابعونا على تلغرام ليصلكم كل جديد.»: it opens a call to follow.
    Call,
    /// «بقلم رصاص كتب الطفل رسالته إلى جدته في القرية.»: it opens a sentence.
    Sentence,
    /// «صور من الحفل»: it is one word, and others follow.
    Word,
    /// «اقرأ أيضا فوز المنتخب»: it opens the line.
    Opens,
    /// «… جميع الحقوق محفوظة …»: it stands in no article.
    Anywhere,
    /// The same in a long sentence.
    AnywhereLong,
    /// «أخبار ذات صلة»: it is the line.
    Heading,
    /// «أخبار ذات صلة بالخبر»: a word or two more.
    HeadingAndMore,
}

/// What speaks for a line being of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keep {
    /// A paragraph.
    Prose,
    /// «2. النتائج» over a paragraph.
    Numbered,
    /// An item of a list that the article opens.
    Listed,
    /// «الخلاصة»: the name of a part.
    Section,
    /// A line between paragraphs that nothing speaks against.
    Line,
    /// A short sentence that goes on from the text, or opens it.
    Sentence,
    /// A sentence behind the text with words of the article.
    OwnSentence,
    /// A sentence above the text of which most is taken up there.
    TakenUp,
    /// «14:05 …»: the heading of an entry in a text of entries.
    Entry,
}

/// How the threshold is set for what looks like furniture.
#[derive(Clone, Copy)]
pub(super) enum Ground {
    /// Above the text and behind it.
    Edge,
    /// Between paragraphs.
    Text,
    /// Between paragraphs, of the names of sections.
    Menu,
}

/// What else a headline may look like.
#[derive(Clone, Copy)]
pub(super) enum Look {
    /// «مشهد من الجسر (أرشيف)»
    Caption,
    /// «14:05 فوز المنتخب», «فوز المنتخب منذ ساعتين»
    Timed,
    /// It ends with a full stop.
    Sentence,
    /// «سياسة | رياضة | صحة»
    Menu,
    /// «بغداد – الرقيم»
    Byline,
    /// It stands under a bare hour, in a text of such entries.
    Entry,
    /// No word of it comes back in a long text.
    Unknown,
    /// «الدوري الممتاز - الجولة 9»
    Round,
}

const fn plain(name: &'static str) -> Value {
    Value::new(name, "")
}

static PHRASES: [Value; 10] = [
    Value::new("label", "لفظ قبل علامة"),
    Value::new("page-sentence", "جملة لا تقولها إلا الصفحات"),
    Value::new("call", "دعوة إلى الزائر"),
    Value::new("sentence", "جملة تبدأ بلفظ من ألفاظ الصفحات"),
    Value::new("word", "كلمة واحدة من ألفاظ الصفحات"),
    Value::new("opens", "سطر يبدأ بلفظ من ألفاظ الصفحات"),
    Value::new("anywhere", "لفظ لا يرد في المقالات"),
    Value::new("anywhere-long", "لفظ لا يرد في المقالات داخل جملة"),
    Value::new("heading", "عنوان لقائمة في الصفحة"),
    Value::new("heading-and-more", "عنوان لقائمة في الصفحة وكلمة بعده"),
];

static KEEPS: [Value; 9] = [
    Value::new("prose", "فقرة من النص"),
    Value::new("numbered", "عنوان مرقّم من عناوين النص"),
    Value::new("listed", "بند من قائمة في النص"),
    Value::new("section", "اسم جزء من النص"),
    Value::new("line", "سطر بين فقرتين"),
    Value::new("sentence", "جملة تتصل بما قبلها"),
    Value::new("own-sentence", "جملة من كلمات النص"),
    Value::new("taken-up", "جملة قبل النص من كلماته"),
    Value::new("entry", "عنوان مادة تحت ساعتها"),
];

/// Bands of certainty, of a hundred.
static SURE: [Value; 21] = [
    plain("0"),
    plain("5"),
    plain("10"),
    plain("15"),
    plain("20"),
    plain("25"),
    plain("30"),
    plain("35"),
    plain("40"),
    plain("45"),
    plain("50"),
    plain("55"),
    plain("60"),
    plain("65"),
    plain("70"),
    plain("75"),
    plain("80"),
    plain("85"),
    plain("90"),
    plain("95"),
    plain("100"),
];
static GROUNDS: [Value; 3] = [plain("edge"), plain("text"), plain("menu")];
static COUNT: [Value; 9] = [
    plain("0"),
    plain("1"),
    plain("2"),
    plain("3"),
    plain("4"),
    plain("5"),
    plain("6"),
    plain("7"),
    plain("8"),
];
/// Words of a headline: two, three, four, five to twenty, more.
static LENGTHS: [Value; 5] = [plain("2"), plain("3"), plain("4"), plain("5"), plain("21")];
static LOOKS: [Value; 8] = [
    plain("caption"),
    plain("timed"),
    plain("sentence"),
    plain("menu"),
    plain("byline"),
    plain("entry"),
    plain("unknown"),
    plain("round"),
];

static REASONS: [Value; Reason::ALL.len()] = {
    let mut values = [plain(""); Reason::ALL.len()];
    let mut at = 0;
    while at < values.len() {
        values[at] = Value::new(Reason::ALL[at].code(), Reason::ALL[at].text());
        at += 1;
    }
    values
};

static SHEET: Sheet = Sheet::new(&[
    Family::new("phrase", &PHRASES, "«المصدر: وكالات»"),
    Family::new("cut", &REASONS, "«بغداد – الرقيم»"),
    Family::new("keep", &KEEPS, "«2. النتائج»"),
    Family::pairs("furniture", &SURE, &GROUNDS, "«شارك على فيسبوك»"),
    Family::new("known", &SURE, "«افتتاح جسر النهر» فوق «افتتح الوزير أمس جسرًا على النهر …»"),
    Family::new("known-words", &COUNT, "«افتتاح جسر النهر»: جسر، النهر"),
    Family::new("length", &LENGTHS, "«افتتاح جسر النهر»"),
    Family::new("between", &COUNT, "سطران بين العنوان والنص"),
    Family::new("doubt", &SURE, "«صور من الحفل»"),
    Family::new("look", &LOOKS, "«مشهد من الجسر (أرشيف)»"),
]);

static WEIGHTS: LazyLock<Weights<Place>> = LazyLock::new(|| {
    let table = Weights::parse(&SHEET, include_str!("../../../weights/lines.txt"));
    debug_assert!(table.is_ok(), "{table:?}");
    table.unwrap_or_else(|_| Weights::zero(SHEET.len()))
});

pub(super) fn weights() -> &'static Weights<Place> {
    &WEIGHTS
}

/// How much a phrase speaks for furniture, of a hundred.
pub(super) fn of_phrase(phrase: Phrase) -> u8 {
    u8::try_from(WEIGHTS.of(sign(F::Phrase, phrase as usize), Place::Within)).unwrap_or_default()
}

pub(super) fn cut(reason: Reason) -> Sign {
    sign(F::Cut, reason as usize)
}

pub(super) fn keep(keep: Keep) -> Sign {
    sign(F::Keep, keep as usize)
}

/// Furniture of some certainty on a ground of the page.
pub(super) fn furniture(weight: u8, ground: Ground) -> Sign {
    SHEET.pair(F::Furniture as usize, usize::from(weight) / BAND, ground as usize)
}

/// How much of a line the text takes up: twentieths of its content words, and how many these are.
pub(super) fn known(percent: usize, words: usize) -> [Sign; 2] {
    [sign(F::Known, percent / BAND), sign(F::KnownWords, words)]
}

/// How many words a line has.
pub(super) fn length(words: usize) -> Sign {
    const BANDS: [usize; 4] = [3, 4, 5, 21];
    sign(F::Length, BANDS.iter().filter(|&&band| words >= band).count())
}

/// How many lines that are no furniture stand between a line and the text.
pub(super) fn between(lines: usize) -> Sign {
    sign(F::Between, lines)
}

/// How much a line that may be the headline looks like furniture.
pub(super) fn doubt(weight: u8) -> Sign {
    sign(F::Doubt, usize::from(weight) / BAND)
}

pub(super) fn look(look: Look) -> Sign {
    sign(F::Look, look as usize)
}

/// What a line weighs as the headline.
pub(super) fn as_title(signs: &[Sign]) -> i32 {
    WEIGHTS.sum(signs, Place::Title)
}

fn sign(family: F, value: usize) -> Sign {
    SHEET.sign(family as usize, value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::weigh::Label;

    #[test]
    fn the_table_reads_and_names_every_keep() {
        let table = Weights::<Place>::parse(&SHEET, include_str!("../../../weights/lines.txt"));
        assert!(table.is_ok(), "{table:?}");
        for keep in 0..KEEPS.len() {
            let weighs =
                Place::ALL.iter().any(|&place| WEIGHTS.of(sign(F::Keep, keep), place) != 0);
            assert!(weighs, "{}", SHEET.name(sign(F::Keep, keep)));
        }
    }
}
