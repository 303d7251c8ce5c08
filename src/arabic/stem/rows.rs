//! What may be written onto a word, as rows: the one place that Rust and the browser both read them from.
//!
//! A reading of a word is one row of [`BEFORE`], a word of the lexicon, one row of [`after`]: «وبالجامعات» is `وبال`,
//! جامعه, `ات`. Where the lexicon knows nothing, [`ARTICLE`] and [`ENDINGS`] say what may be taken off without it.

use std::sync::LazyLock;

/// The classes of words that a row stands with; a row may stand with several.
pub(super) mod class {
    /// Nouns and adjectives.
    pub(crate) const NOUN: u8 = 1;
    /// Verbs in the past.
    pub(crate) const PAST: u8 = 2;
    /// Verbs in the present.
    pub(crate) const PRESENT: u8 = 4;
}

use class::{NOUN, PAST, PRESENT};

/// The tables of the lexicon, in the order in which the browser has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// Words that stand alone.
    Whole,
    /// Nouns, adjectives, names.
    Noun,
    /// Verbs in the past.
    Past,
    /// Verbs in the present, without their first letter.
    Present,
}

/// What may stand before a stem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Before {
    /// Its letters: «وبال», and the letter of the person of a verb in the present.
    pub letters: &'static str,
    /// How many bytes of them belong to the word: the letter of the person.
    pub kept: usize,
    /// With which classes of words it stands: the sum of 1 nouns, 2 verbs in the past, 4 verbs in the present.
    pub classes: u8,
    /// How many letters must follow.
    pub rest: usize,
    /// Whether a noun of two letters may follow with an ending: after the article it is surely a noun.
    pub short: bool,
}

/// What may stand after a stem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct After {
    /// Its letters.
    pub letters: &'static str,
    /// The class that it stands with.
    pub class: u8,
    /// Where the stem is looked up.
    pub table: Table,
    /// What is added to the stem before: «ميليشيات» is of «ميليشيا», «جامعات» of «جامعه».
    pub add: &'static str,
    /// What a reading with it is worth beyond two for each letter of the stem.
    pub worth: usize,
    /// How many letters the stem must have, and how many where [`Before::short`] does not allow two.
    pub least: (usize, usize),
    /// Whether it makes an adjective of the noun: «مطر», «مطري».
    pub nisba: bool,
    /// Whether the stem must begin with م: «مسؤولي» is no adjective but a plural before a name.
    pub meem: Option<bool>,
}

const fn noun(letters: &'static str, article: bool) -> Before {
    let one = letters.len() == 2;
    let alone = letters.is_empty();
    let past = if !article && (one || alone) { PAST } else { 0 };
    Before {
        letters,
        kept: 0,
        classes: NOUN | past,
        rest: if one { 3 } else { 2 },
        short: article || alone,
    }
}

const fn verb(letters: &'static str) -> Before {
    Before { letters, kept: 2, classes: PRESENT, rest: 2, short: true }
}

/// What may stand before a stem; of equal readings the first row wins.
pub(super) const BEFORE: [Before; 54] = [
    noun("", false),
    noun("ال", true),
    noun("و", false),
    noun("ف", false),
    noun("ب", false),
    noun("ل", false),
    noun("ك", false),
    noun("وال", true),
    noun("فال", true),
    noun("بال", true),
    noun("كال", true),
    noun("لل", true),
    noun("وب", false),
    noun("ول", false),
    noun("وك", false),
    noun("فب", false),
    noun("فل", false),
    noun("وبال", true),
    noun("وكال", true),
    noun("ولل", true),
    noun("فبال", true),
    noun("فلل", true),
    verb("ي"),
    verb("ت"),
    verb("ن"),
    verb("ا"),
    verb("وي"),
    verb("وت"),
    verb("ون"),
    verb("وا"),
    verb("في"),
    verb("فت"),
    verb("فن"),
    verb("فا"),
    verb("سي"),
    verb("ست"),
    verb("سن"),
    verb("سا"),
    verb("لي"),
    verb("لت"),
    verb("لن"),
    verb("لا"),
    verb("وسي"),
    verb("وست"),
    verb("وسن"),
    verb("وسا"),
    verb("فسي"),
    verb("فست"),
    verb("فسن"),
    verb("فسا"),
    verb("ولي"),
    verb("ولت"),
    verb("ولن"),
    verb("ولا"),
];

/// Endings that say nothing of the noun before them.
const PLAIN: [&str; 16] =
    ["", "ه", "ا", "ها", "هم", "هما", "هن", "نا", "كم", "ك", "ون", "ين", "ان", "و", "يها", "يهم"];

/// Endings after a noun that may have had a ة, which became ت or fell away.
const FEMININE: [&str; 16] = [
    "ات",
    "ته",
    "تها",
    "تهم",
    "تهما",
    "تنا",
    "تي",
    "تك",
    "تكم",
    "تان",
    "تين",
    "اته",
    "اتها",
    "اتهم",
    "اتهما",
    "اتنا",
];

/// Endings that make an adjective of a noun: «مطر», «مطرية».
const NISBA: [&str; 8] = ["ي", "يه", "يا", "يات", "يون", "يين", "يان", "يتين"];

/// Endings of verbs in the past.
const AFTER_PAST: [&str; 21] = [
    "", "ت", "ا", "وا", "تا", "ن", "نا", "تم", "ه", "ها", "هم", "ته", "تها", "تهم", "وه", "وها",
    "وهم", "ناه", "ناها", "ني", "هما",
];

/// Endings of verbs in the present.
const AFTER_PRESENT: [&str; 18] = [
    "", "ون", "وا", "ين", "ان", "ن", "ه", "ها", "هم", "نا", "ني", "هما", "ونه", "ونها", "ونهم",
    "وه", "وها", "ا",
];

/// What may stand after a stem; of equal readings the first row wins.
pub(super) fn after() -> &'static [After] {
    static ROWS: LazyLock<Vec<After>> = LazyLock::new(rows);
    &ROWS
}

fn rows() -> Vec<After> {
    let row = |letters: &'static str, class, table| {
        // A noun of two letters with something before and after it is more often three letters of another.
        let strict = if class == NOUN && !letters.is_empty() { 3 } else { 2 };
        After {
            letters,
            class,
            table,
            add: "",
            worth: 0,
            least: (2, strict),
            nisba: false,
            meem: None,
        }
    };
    let noun = |letters| row(letters, NOUN, Table::Noun);
    // A form that is one letter longer and in the lexicon too is the better reading.
    let longer = |letters, add| After { add, worth: 1, ..noun(letters) };
    let mut rows: Vec<After> = PLAIN.map(noun).into();
    for letters in FEMININE {
        rows.extend([noun(letters), longer(letters, "ه"), longer(letters, "ا")]);
    }
    for letters in NISBA {
        let adjective = After { least: (3, 3), nisba: true, ..noun(letters) };
        if letters == "ي" {
            rows.push(After { meem: Some(true), ..noun(letters) });
            rows.push(After { meem: Some(false), ..adjective });
        } else {
            rows.push(adjective);
        }
        rows.push(longer(letters, "ي"));
    }
    for letters in AFTER_PAST {
        let least = if letters.is_empty() { 3 } else { 2 };
        rows.push(After { least: (least, least), ..row(letters, PAST, Table::Past) });
    }
    // The letter of the person counts as one that stayed.
    rows.extend(
        AFTER_PRESENT.map(|letters| After { worth: 1, ..row(letters, PRESENT, Table::Present) }),
    );
    rows
}

/// The article with what may stand before it, longest first.
pub(super) const ARTICLE: [&str; 11] =
    ["وبال", "وكال", "فبال", "ولل", "فلل", "وال", "فال", "بال", "كال", "لل", "ال"];

/// Endings that are taken off an unknown word, and how many letters must stay.
pub(super) const ENDINGS: [(&str, usize); 24] = [
    ("ياتها", 3),
    ("اتهما", 3),
    ("اتها", 3),
    ("اتهم", 3),
    ("تهما", 3),
    ("يتها", 3),
    ("اته", 3),
    ("تها", 3),
    ("تهم", 3),
    ("تين", 4),
    ("تان", 4),
    ("هما", 3),
    ("ات", 3),
    ("ته", 3),
    ("ها", 3),
    ("هم", 3),
    ("نا", 4),
    ("وا", 3),
    ("ون", 3),
    ("ين", 3),
    ("ان", 4),
    ("ه", 3),
    ("ا", 3),
    ("ت", 3),
];
