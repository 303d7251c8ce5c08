//! What a token is and what it can mean, as a set, and the patterns that rules ask of a token and its neighbours.
//!
//! A rule says what stands where: `t.has(i, DAY.without(ARTICLE))` is «يوم», `t.after(i, IN | SINCE)` «في» or «منذ» before it,
//! `t.reads(i, &[OPEN.alone(), NUMBER.with(FOUR_DIGITS), CLOSE.alone()])` «(1969)».

pub(super) use crate::weigh::{Pattern, Traits};

/// Declares the traits of tokens, and those that are headings of `lexicon.txt`.
macro_rules! traits {
    (
        shapes { $($(#[$doc:meta])* $name:ident,)* }
        marks { $($(#[$mark_doc:meta])* $mark:ident = $signs:pat,)* }
        words { $($(#[$word_doc:meta])* $word:ident = $heading:literal,)* }
    ) => {
        /// Their numbers, in the order in which they are declared.
        #[expect(non_camel_case_types, clippy::upper_case_acronyms, reason = "named as the constants")]
        enum Number { $($name,)* $($mark,)* $($word),* }
        $($(#[$doc])* pub(super) const $name: Traits = Traits::one(Number::$name as usize);)*
        $($(#[$mark_doc])* pub(super) const $mark: Traits = Traits::one(Number::$mark as usize);)*
        $($(#[$word_doc])* pub(super) const $word: Traits = Traits::one(Number::$word as usize);)*

        /// What a mark is.
        pub(super) const fn of_mark(mark: char) -> Traits {
            match mark {
                $($signs => $mark,)*
                _ => Traits::NONE,
            }
        }

        /// The words of grammar that stand under a heading of the lexicon.
        pub(super) fn of_heading(heading: &str) -> Option<Traits> {
            match heading {
                $($heading => Some($word),)*
                _ => None,
            }
        }
    };
}

traits! {
    shapes {
        /// Letters.
        WORD,
        /// A whole number in figures.
        NUMBER,
        /// A number in figures that is no whole one.
        QUANTITY,
        /// One character that is neither; so is the end of the line.
        MARK,
        /// A number of one or two figures.
        TWO_DIGITS,
        /// A number of three figures.
        THREE_DIGITS,
        /// A number of four figures.
        FOUR_DIGITS,
        /// Right behind the token before it.
        GLUED,
        /// Behind a space, or first.
        LOOSE,
        /// With «ال».
        ARTICLE,
        /// With «و» or «ف» written onto it.
        WITH_AND,
        /// With «ب», «ل» or «ك» written onto it.
        WITH_PREPOSITION,
        /// With «ل» written onto it.
        WITH_FOR,
        /// With «ك» written onto it.
        WITH_LIKE,
        /// With no clitic that would part it from the word before.
        JOINED,
        /// A word of the lexicon.
        MEANS,
        /// A word of grammar.
        GRAMMAR,
        /// الخميس
        WEEKDAY,
        /// نيسان
        MONTH,
        /// كانون
        MONTH_PAIR,
        /// رجب، ربيع، ذو
        ISLAMIC,
        /// القعدة
        ISLAMIC_TAIL,
        /// ثلاثة
        CARDINAL,
        /// عشر
        TEN,
        /// الثالث
        ORDINAL,
        /// الأول
        FIRST,
        /// آخر، الأخير
        LAST,
        /// يوم، شهران، ساعات
        UNIT,
        /// ساعة
        HOUR,
        /// يوم
        DAY,
        /// أسبوع
        WEEK,
        /// أسبوع، أسبوعين، أسابيع
        WEEKLY,
        /// شهر
        MONTH_UNIT,
        /// سنة
        YEAR,
        /// سنوات
        YEARS,
        /// سنة، سنتين، سنوات
        YEARLY,
        /// أيام، أشهر، أعوام
        SEVERAL,
        /// قرن
        CENTURY,
        /// أسبوعي
        OWN_WEEK,
        /// مساء، ليلة
        DAY_PART,
        /// ربع، نصف
        FRACTION,
        /// صيف
        SEASON,
        /// السبعينيات
        DECADE,
        /// الماضي، المقبل
        SHIFT,
        /// نفسه
        SAME,
        /// أمس، غدًا
        RELATIVE_DAY,
        /// بداية، منتصف، أواخر
        PART,
        /// نهاية
        PART_END,
        /// الفطر
        FEAST,
    }
    marks {
        COMMA = ',',
        ARABIC_COMMA = '،',
        SLASH = '/',
        BACKSLASH = '\\',
        HYPHEN = '-',
        EN_DASH = '–',
        EM_DASH = '—',
        /// The letter's lengthening, standing alone.
        TATWEEL = 'ـ',
        UNDERSCORE = '_',
        DOT = '.',
        COLON = ':',
        SEMICOLON = '؛',
        EXCLAMATION = '!' | '؟',
        QUESTION = '?',
        OPEN = '(',
        CLOSE = ')',
        STRAIGHT_QUOTE = '"',
        OPEN_QUOTE = '«' | '“',
        GUILLEMET_END = '»',
        CURLY_END = '”',
        PERCENT = '%' | '٪',
        CURRENCY = '$' | '€',
        PLUS = '+',
        DECIMAL = '٫',
        LESS = '<',
        LINE_END = '\n',
    }
    words {
        /// في
        IN = "in",
        /// من
        OF = "of",
        /// إلى
        TO = "to",
        /// حتى
        UNTIL = "until",
        /// بين
        BETWEEN = "between",
        /// قبل
        BEFORE = "before",
        /// بعد
        AFTER = "after",
        /// منذ
        SINCE = "since",
        /// خلال
        DURING = "during",
        /// هذا
        THIS = "this",
        /// ذلك
        THAT = "that",
        /// بحلول
        BY = "by",
        /// الآن
        FROM_NOW = "from-now",
        /// الموافق
        CORRESPONDING = "corresponding",
        /// الواقع
        FALLING = "falling",
        /// فيه
        IN_IT = "in-it",
        /// و
        AND = "and",
        /// هـ
        HIJRI_MARK = "hijri-mark",
        /// م
        CHRISTIAN_MARK = "christian-mark",
        /// ق.م
        BEFORE_CHRIST = "before-christ",
        /// سوق، ثورة: what follows is a name.
        NAME_HEAD = "name-head",
        /// العظيمة: the day before it is a name.
        NAME_TAIL = "name-tail",
        /// المصري: «اليوم» after it is a title.
        TITLE_HEAD = "title-head",
        /// القرار، رقم: the number after it is no date.
        NUMBER_NOUN = "number-noun",
        /// جندي، دولار: the number before it is a quantity.
        COUNTED = "counted",
        /// غزو، انتخابات: the number after it may be a year.
        YEAR_NOUN = "year-noun",
        /// هجمات
        ATTACK = "attack",
        /// اليوم العالمي
        DAY_ADJECTIVE = "day-adjective",
        /// المبارك
        RAMADAN_TAIL = "ramadan-tail",
        /// نحو، حوالي
        ABOUT = "about",
        /// بضعة
        FEW = "few",
        /// «أيام قليلة»
        LITTLE = "little",
        /// عمره: «السبعينيات» before it is an age.
        AGE = "age",
        /// اللي، ما
        WHICH = "which",
        /// «العام الجديد»
        NEW = "new",
        /// عيد
        FEAST_HEAD = "feast-head",
        /// رأس
        NEW_YEAR_HEAD = "new-year-head",
        /// بتاريخ
        ON_DATE = "on-date",
        /// على
        ON_FROM = "on-from",
        /// ابتداء (من)
        STARTING = "starting",
        /// عاد، سافر
        MOVEMENT = "movement",
        /// بتوقيت غرينتش
        GMT = "gmt",
    }
}

/// Whatever stands there.
pub(super) const ANY: Pattern = Traits::of(&[GLUED, LOOSE]).alone();
/// «يوم»
pub(super) const PLAIN_DAY: Pattern = DAY.without(ARTICLE);
/// Either comma.
pub(super) const COMMAS: Traits = Traits::of(&[COMMA, ARABIC_COMMA]);
/// A hyphen or a dash.
pub(super) const DASHES: Traits = Traits::of(&[HYPHEN, EN_DASH, EM_DASH]);
/// What closes a quotation.
pub(super) const QUOTE_END: Traits = Traits::of(&[STRAIGHT_QUOTE, GUILLEMET_END, CURLY_END]);
/// «هذا», «ذلك»
pub(super) const POINTER: Traits = Traits::of(&[THIS, THAT]);
/// «قبل», «بعد», «منذ»
pub(super) const BESIDE: Traits = Traits::of(&[BEFORE, AFTER, SINCE]);

/// What an expression can begin with.
pub(super) const OPENERS: Traits = Traits::of(&[
    NUMBER,
    WEEKDAY,
    MONTH,
    MONTH_PAIR,
    ISLAMIC,
    CARDINAL,
    ORDINAL,
    LAST,
    UNIT,
    FRACTION,
    SEASON,
    DECADE,
    RELATIVE_DAY,
    PART,
    FEAST,
]);
/// Words that open an expression only where the next one speaks of time.
pub(super) const LED_OPENERS: Traits =
    Traits::of(&[POINTER, BESIDE, OF, BETWEEN, FEAST_HEAD, NEW_YEAR_HEAD]);

#[cfg(test)]
mod tests {
    use super::super::scan::scan;
    use super::*;

    #[test]
    fn patterns_tell_a_token_and_its_neighbours() {
        let t = scan("في يوم (1969)، واليوم");
        assert!(t.has(1, DAY.without(ARTICLE)) && !t.has(5, DAY.without(ARTICLE)));
        assert!(t.after(1, IN | SINCE) && !t.after(0, IN));
        assert!(t.reads(2, &[OPEN.alone(), NUMBER.with(FOUR_DIGITS), CLOSE.alone()]));
        assert_eq!((t.skip(0, IN), t.skip(1, IN)), (1, 1));
        assert!(t.has(6, DAY.with(WITH_AND)) && t.has(7, LINE_END));
    }

    #[test]
    fn the_end_of_a_line_is_a_mark_that_follows_nothing() {
        let t = scan("أمس");
        assert!(t.has(1, MARK) && !t.has(1, JOINED | GLUED | LOOSE));
    }
}
