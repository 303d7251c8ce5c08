//! The words of a raw text as cleaning compares them: folded, cut to a stem, and told apart by class.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

use crate::arabic::chars::{TATWEEL, digit_value, is_tashkeel};
use crate::arabic::fold::fold_char;
use crate::span::Span;

/// A word or number of the raw text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// First byte in the text.
    pub(super) start: u32,
    /// Length in bytes. A text without a single space is one word, so 16 bits are not enough.
    pub(super) len: u32,
    /// What it is.
    pub(super) class: Class,
    /// Stands for what it is cut down to: prefixes, article and endings off.
    pub(super) stem: u32,
    /// Stands for its folded letters.
    pub(super) hash: u64,
}

/// What a word is to cleaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// A word that says what a text is about.
    Content,
    /// A word that any news text has, such as «قال» or «أمس».
    Common,
    /// A particle, pronoun or preposition.
    Function,
    /// A number.
    Number,
    /// A word in Latin letters.
    Latin,
}

impl Word {
    /// Where it stands.
    pub(super) fn span(self) -> Span {
        Span::new(self.start as usize, self.end())
    }

    /// The byte behind it.
    pub(super) fn end(self) -> usize {
        self.start as usize + self.len as usize
    }
}

/// FNV-1a, the same at every build and on every machine.
fn hash(bytes: impl Iterator<Item = u32>) -> u64 {
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, unit| {
        (hash ^ u64::from(unit)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// The number that stands for a folded word in tables.
pub(super) fn word_hash(word: &str) -> u64 {
    hash(word.chars().filter_map(fold_char).map(u32::from))
}

/// Whether two runs are the same words.
pub(super) fn same_words(one: &[Word], other: &[Word]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(a, b)| a.hash == b.hash)
}

/// Whether a run stands somewhere among some words; an empty one stands nowhere.
pub(super) fn holds_run(words: &[Word], run: &[Word]) -> bool {
    !run.is_empty() && words.windows(run.len()).any(|part| same_words(part, run))
}

/// What stands for some words in their order.
pub(super) fn key_of<'w>(words: impl Iterator<Item = &'w Word>) -> u64 {
    words.fold(0, |key: u64, word| key.rotate_left(9) ^ word.hash)
}

/// The words of `text`, whose first byte is byte `offset` of the raw text.
pub(super) fn words(text: &str, offset: usize, found: &mut Vec<Word>) {
    let table: &[(Kind, Option<char>)] = &TABLE;
    let mut letters: Vec<char> = Vec::with_capacity(24);
    let mut start = None;
    let mut numeric = false;
    for (at, c) in text.char_indices() {
        let (kind, folded) =
            table.get(c as usize).copied().unwrap_or_else(|| (kind(c), fold_char(c)));
        let ends = match kind {
            Kind::Other => true,
            Kind::Digit => !numeric,
            Kind::Letter => numeric,
            Kind::Mark => false,
        };
        if ends && let Some(from) = start.take() {
            found.push(word(from + offset, at - from, &letters, numeric));
            letters.clear();
        }
        if kind == Kind::Other || kind == Kind::Mark && start.is_none() {
            continue;
        }
        if start.is_none() {
            (start, numeric) = (Some(at), kind == Kind::Digit);
        }
        letters.extend(folded);
    }
    if let Some(from) = start {
        found.push(word(from + offset, text.len() - from, &letters, numeric));
    }
}

/// What a character is to words, and what it folds to, up to the end of the Arabic block.
static TABLE: LazyLock<Vec<(Kind, Option<char>)>> = LazyLock::new(|| {
    (0..0x0700)
        .map(|code| char::from_u32(code).map_or((Kind::Other, None), |c| (kind(c), fold_char(c))))
        .collect()
});

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Letter,
    Digit,
    Mark,
    Other,
}

fn kind(c: char) -> Kind {
    match c {
        TATWEEL | '\u{200C}' | '\u{200D}' => Kind::Mark,
        c if digit_value(c).is_some() => Kind::Digit,
        c if is_tashkeel(c) => Kind::Mark,
        c if c.is_alphanumeric() => Kind::Letter,
        _ => Kind::Other,
    }
}

fn word(start: usize, len: usize, letters: &[char], numeric: bool) -> Word {
    let whole = hash(letters.iter().copied().map(u32::from));
    let (class, stem) = if numeric {
        (Class::Number, whole)
    } else if letters.first().is_some_and(char::is_ascii) {
        (Class::Latin, whole)
    } else {
        let bare = without_conjunction(letters);
        let bare_hash = if bare.len() == letters.len() {
            whole
        } else {
            hash(bare.iter().copied().map(u32::from))
        };
        let stem = hash(stem(bare).iter().copied().map(u32::from));
        let class = if letters.len() < 2 {
            Class::Common
        } else {
            [whole, bare_hash, stem]
                .iter()
                .find_map(|hash| CLASSES.get(hash).copied())
                .unwrap_or(Class::Content)
        };
        (class, stem)
    };
    // Reading refuses texts of more than `read::MAX_BYTES`, so neither place saturates.
    Word {
        start: u32::try_from(start).unwrap_or(u32::MAX),
        len: u32::try_from(len).unwrap_or(u32::MAX),
        class,
        stem: (stem ^ (stem >> 32)) as u32,
        hash: whole,
    }
}

/// «وقال», «فقال» → «قال».
fn without_conjunction(letters: &[char]) -> &[char] {
    match letters {
        ['و' | 'ف', rest @ ..] if rest.len() >= 3 => rest,
        _ => letters,
    }
}

/// Takes off «ال» with what stands before it, and the commonest endings; enough to compare vocabularies.
fn stem(letters: &[char]) -> &[char] {
    without_ending(without_article(letters))
}

fn without_article(letters: &[char]) -> &[char] {
    match letters {
        ['و' | 'ب' | 'ك', 'ا', 'ل', rest @ ..] | ['ل', 'ل', rest @ ..] | ['ا', 'ل', rest @ ..]
            if rest.len() >= 3 =>
        {
            rest
        }
        ['ب' | 'ل', rest @ ..] if rest.len() >= 4 => rest,
        _ => letters,
    }
}

fn without_ending(letters: &[char]) -> &[char] {
    match letters {
        [rest @ .., 'ت', 'ه', 'ا'] | [rest @ .., 'ي', 'ي' | 'و', 'ن'] if rest.len() >= 3 => {
            rest
        }
        [rest @ .., 'ي', 'ه'] | [rest @ .., 'ه', 'ا' | 'م'] | [rest @ .., 'ا', 'ن' | 'ت']
            if rest.len() >= 3 =>
        {
            rest
        }
        [rest @ .., 'و' | 'ي', 'ن'] | [rest @ .., 'ت', 'ه'] | [rest @ .., 'و', 'ا']
            if rest.len() >= 3 =>
        {
            rest
        }
        [rest @ .., 'ه' | 'ي' | 'ا'] if rest.len() >= 3 => rest,
        _ => letters,
    }
}

/// A set of numbers that are hashes already.
pub(super) type HashedSet<T> = HashSet<T, BuildHasherDefault<Hashed>>;
/// A map whose keys are hashes already.
pub(super) type HashedMap<K, V> = HashMap<K, V, BuildHasherDefault<Hashed>>;

/// Takes a number that is a hash for its own hash.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Hashed(u64);

impl Hasher for Hashed {
    fn finish(&self) -> u64 {
        // The tables look at the high bits too, which a 32-bit key leaves empty.
        self.0.wrapping_mul(0x9e37_79b9_7f4a_7c15)
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = hash(bytes.iter().map(|&byte| u32::from(byte)));
    }

    fn write_u32(&mut self, value: u32) {
        self.0 = u64::from(value);
    }

    fn write_u64(&mut self, value: u64) {
        self.0 = value;
    }
}

/// The words that are not content: particles by their letters, common words also by their stem.
static CLASSES: LazyLock<HashedMap<u64, Class>> = LazyLock::new(|| {
    let mut classes = HashedMap::default();
    for word in COMMON_WORDS.split_whitespace() {
        let letters: Vec<char> = word.chars().filter_map(fold_char).collect();
        classes.insert(hash(stem(&letters).iter().copied().map(u32::from)), Class::Common);
        classes.insert(word_hash(word), Class::Common);
    }
    classes
        .extend(FUNCTION_WORDS.split_whitespace().map(|word| (word_hash(word), Class::Function)));
    classes
});

/// Particles, prepositions, pronouns and the verbs that only carry tense.
const FUNCTION_WORDS: &str = "
في من على الى عن ان إن أنه انها أنهم مع ما لا لم لن هذا هذه ذلك تلك التي الذي الذين اللذين اللتين هو هي هم هما هن نحن أنا أنت
كان كانت كانوا يكون تكون ليس ليست قد لقد كما بعد قبل بين حتى حين عند عندما منذ خلال ضمن نحو حول دون غير كل بعض أي أو أم بل لكن
ثم إذا إذ لو كي لأن لأنه لأنها فيه فيها منه منها عليه عليها إليه إليها به بها له لها لهم عنه عنها معه معها بهم فيهم منهم
مما ممن فيما بما لما كما إنه إنها كذلك أيضا هنا هناك حيث سوى إلا فقط جدا أكثر أقل أول ثاني آخر أخرى نفس نفسه نفسها ذات ذاته
الأول الثاني الثالث الأولى الثانية بسبب عبر أمام وراء تحت فوق داخل خارج ضد لدى لديه لديها بينما رغم وفق وفقا بحسب حسب مثل مثلا
سوف ومن وفي وعلى وإلى وعن وهو وهي وما ولا ولم ولن وقد وكان وكانت كلها كله جميع معظم عدة عدد واحد واحدة اثنين ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة
لذلك لذا وذلك وهذا وهذه اثر إثر إزاء تجاه حوالي بدون قرب منتصف نهاية بداية أحد إحدى عليهم إليهم بأن بأنه بأنها لأنهم وأن وأنه وأنها فإن مهما
";

/// Words that any news text has, whatever it is about.
const COMMON_WORDS: &str = "
قال قالت أضاف أضافت أكد أكدت أوضح أوضحت أشار أشارت ذكر ذكرت أعلن أعلنت كشف كشفت لفت لفتت شدد شددت نقلت أفاد أفادت بين بينت اعتبر اعتبرت رأى يرى ترى تابع تابعت
صرح صرحت يقول تقول قولها قوله مشيرا مشيرة مؤكدا مؤكدة موضحا موضحة مضيفا لافتا وصف وصفت جدد دعا دعت طالب طالبت يذكر جاء جاءت يأتي تأتي تم يتم تمت
اليوم أمس غدا الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت صباح مساء ظهر ليل فجر يوم أيام أسبوع شهر أشهر سنة سنوات عام أعوام العام الماضي الماضية المقبل المقبلة الجاري الجارية الحالي الحالية
ساعة ساعات دقيقة دقائق يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر كانون شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين
بيان تصريح تصريحات حديث مؤتمر صحفي صحافي صحيفة وكالة مصدر مصادر خبر أخبار تقرير متحدث ناطق باسم رسمي رسمية
رئيس وزير وزارة حكومة مدير مسؤول مسؤولين عضو أعضاء لجنة هيئة مؤسسة دولة دول بلاد بلد مدينة منطقة مناطق محافظة
ألف ألفي مليون مليار مئة مائة بالمئة المئة نسبة عدد أعداد كبير كبيرة جديد جديدة مهم مهمة خاص خاصة عام عامة مختلف مختلفة عدد
عمل أعمال يعمل تعمل عمليات عملية مشروع برنامج خطة إطار جانب شكل بشكل مجال مجالات قطاع مستوى وقت فترة مرة مرات أمر أمور وضع قرار قرارات اجتماع لقاء زيارة
شخص أشخاص ناس مواطن مواطنين شعب جزء قسم طريق نتيجة هدف أهداف سبب أسباب حالة حال ظل إضافة بالإضافة وجود يوجد توجد تحقيق اتخاذ إجراء إجراءات
أهم أبرز أكبر أعلى أدنى أقل طويل قصير كامل كاملة نصف ربع ثلث الرئيسي رئيسية العربي العربية الدولي الدولية المحلي المحلية الوطني الوطنية
";

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<Word> {
        let mut found = Vec::new();
        words(text, 0, &mut found);
        found
    }

    #[test]
    fn words_cut_out_themselves() {
        let text = "قال: «المصرفُ» ربح 1,250 دولاراً.وأضاف";
        let cut: Vec<&str> = of(text).iter().map(|word| word.span().cut(text)).collect();
        assert_eq!(cut, ["قال", "المصرفُ", "ربح", "1", "250", "دولاراً", "وأضاف"]);
    }

    #[test]
    fn a_text_without_spaces_is_one_word() {
        for (text, chars) in [("و", 32_768), ("بَ", 16_384), ("\u{1EE00}", 70_000)] {
            let text = text.repeat(chars);
            let found = of(&text);
            assert_eq!(found.last().map(|word| word.span().cut(&text).len()), Some(text.len()));
        }
    }

    #[test]
    fn forms_of_a_word_share_a_stem() {
        for (one, other) in [
            ("المصرف", "والمصرف"),
            ("الأمريكية", "أمريكي"),
            ("للمزارعين", "المزارعون"),
            ("بالميناء", "الميناء"),
        ] {
            assert_eq!(of(one)[0].stem, of(other)[0].stem, "{one} {other}");
        }
    }

    #[test]
    fn classes() {
        let classes: Vec<Class> =
            of("وقال إن الزيتون 12 CNN").iter().map(|word| word.class).collect();
        assert_eq!(
            classes,
            [Class::Common, Class::Function, Class::Content, Class::Number, Class::Latin]
        );
    }
}
