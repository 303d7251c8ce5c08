//! The words of a raw text as cleaning compares them: folded, cut to a stem, and told apart by class.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::arabic::chars::{TATWEEL, digit_value, is_tashkeel};
use crate::arabic::fold::fold_char;
use crate::span::Span;

/// A word or number of the raw text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// First byte in the text.
    pub(super) start: u32,
    /// Length in bytes.
    pub(super) len: u16,
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
        Span::new(self.start as usize, self.start as usize + usize::from(self.len))
    }

    /// The byte behind it.
    pub(super) fn end(self) -> usize {
        self.start as usize + usize::from(self.len)
    }
}

/// FNV-1a, the same at every build and on every machine.
fn hash(bytes: impl Iterator<Item = u32>) -> u64 {
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, unit| (hash ^ u64::from(unit)).wrapping_mul(0x0100_0000_01b3))
}

/// The number that stands for a folded word in tables.
pub(super) fn word_hash(word: &str) -> u64 {
    hash(word.chars().filter_map(fold_char).map(u32::from))
}

/// The words of `text`, whose first byte is byte `offset` of the raw text.
pub(super) fn words(text: &str, offset: usize, found: &mut Vec<Word>) {
    let mut letters: Vec<char> = Vec::with_capacity(24);
    let mut start = None;
    let mut numeric = false;
    for (at, c) in text.char_indices().chain(std::iter::once((text.len(), ' '))) {
        let kind = kind(c);
        let ends = match kind {
            Kind::Other => true,
            Kind::Digit => start.is_some() && !numeric,
            Kind::Letter => start.is_some() && numeric,
            Kind::Mark => false,
        };
        if ends && let Some(from) = start.take() {
            found.push(word(from + offset, at - from, &letters, numeric));
            letters.clear();
        }
        match kind {
            Kind::Other => {}
            Kind::Mark if start.is_none() => {}
            _ => {
                if start.is_none() {
                    (start, numeric) = (Some(at), kind == Kind::Digit);
                }
                letters.extend(fold_char(c));
            }
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Letter,
    Digit,
    Mark,
    Other,
}

fn kind(c: char) -> Kind {
    match c {
        '\u{0621}'..='\u{063F}' | '\u{0641}'..='\u{064A}' | 'a'..='z' | 'A'..='Z' => Kind::Letter,
        ' ' | '\n' | '.' | '،' | ':' | '"' => Kind::Other,
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
        let bare_hash = if bare.len() == letters.len() { whole } else { hash(bare.iter().copied().map(u32::from)) };
        let stem = hash(stem(bare).iter().copied().map(u32::from));
        let class = if FUNCTION.contains(&whole) || FUNCTION.contains(&bare_hash) {
            Class::Function
        } else if letters.len() < 2 || COMMON.contains(&whole) || COMMON.contains(&bare_hash) || COMMON.contains(&stem) {
            Class::Common
        } else {
            Class::Content
        };
        (class, stem)
    };
    // A word of more than 64 KiB, or a text of more than 4 GiB, is no article; its places saturate.
    Word {
        start: u32::try_from(start).unwrap_or(u32::MAX),
        len: u16::try_from(len).unwrap_or(u16::MAX),
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
    const PREFIXES: [&[char]; 7] = [&['و', 'ا', 'ل'], &['ب', 'ا', 'ل'], &['ك', 'ا', 'ل'], &['ل', 'ل'], &['ا', 'ل'], &['ب'], &['ل']];
    const SUFFIXES: [&[char]; 15] = [
        &['ت', 'ه', 'ا'],
        &['ي', 'ه'],
        &['ي', 'ي', 'ن'],
        &['ي', 'و', 'ن'],
        &['ه', 'ا'],
        &['ه', 'م'],
        &['ا', 'ن'],
        &['ا', 'ت'],
        &['و', 'ن'],
        &['ي', 'ن'],
        &['ت', 'ه'],
        &['و', 'ا'],
        &['ه'],
        &['ي'],
        &['ا'],
    ];
    let mut rest = letters;
    for prefix in PREFIXES {
        if let Some(cut) = rest.strip_prefix(prefix)
            && cut.len() >= if prefix.len() == 1 { 4 } else { 3 }
        {
            rest = cut;
            break;
        }
    }
    for suffix in SUFFIXES {
        if let Some(cut) = rest.strip_suffix(suffix)
            && cut.len() >= 3
        {
            return cut;
        }
    }
    rest
}

fn table(words: &str) -> HashSet<u64> {
    words.split_whitespace().map(word_hash).collect()
}

static FUNCTION: LazyLock<HashSet<u64>> = LazyLock::new(|| table(FUNCTION_WORDS));

static COMMON: LazyLock<HashSet<u64>> = LazyLock::new(|| {
    let stems = COMMON_WORDS.split_whitespace().map(|word| {
        let letters: Vec<char> = word.chars().filter_map(fold_char).collect();
        hash(stem(&letters).iter().copied().map(u32::from))
    });
    table(COMMON_WORDS).into_iter().chain(stems).collect()
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
    fn forms_of_a_word_share_a_stem() {
        for (one, other) in [("المصرف", "والمصرف"), ("الأمريكية", "أمريكي"), ("للمزارعين", "المزارعون"), ("بالميناء", "الميناء")]
        {
            assert_eq!(of(one)[0].stem, of(other)[0].stem, "{one} {other}");
        }
    }

    #[test]
    fn classes() {
        let classes: Vec<Class> = of("وقال إن الزيتون 12 CNN").iter().map(|word| word.class).collect();
        assert_eq!(classes, [Class::Common, Class::Function, Class::Content, Class::Number, Class::Latin]);
    }
}
