//! The words of a raw text as cleaning compares them: folded, cut to a stem, and told apart by class.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

use crate::arabic::chars::is_zero_width;
use crate::arabic::fold::{fold, folded};
use crate::arabic::lexicon::{self, Entry, Kinds, NEWS_WORD, PARTICLE, row};
use crate::arabic::quick_hash::{ShortWord, WordMap};
use crate::arabic::stem::light;
use crate::arabic::tokenize::{TokenKind, tokens};
use crate::span::{Back, Span};
use crate::weigh::Traits;

/// A word or number of the raw text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// First byte in the text.
    pub(super) start: u32,
    /// Length in bytes. A text without a single space is one word, so 16 bits are not enough.
    pub(super) len: u32,
    /// What it is.
    pub(super) class: Class,
    /// What the lexicon has of it.
    entry: Entry,
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

impl Class {
    /// The set of it alone.
    pub(super) const fn trait_of(self) -> Traits {
        Traits::one(self as usize)
    }
}

impl Word {
    /// Whether it can be one of these.
    #[inline]
    pub(super) fn is(&self, kinds: Kinds) -> bool {
        self.entry.kinds().any(kinds)
    }

    /// Where it stands.
    pub(super) fn span(self) -> Span {
        Span::new(self.start as usize, self.end())
    }

    /// The same word in a piece of the text that begins at a byte of it.
    pub(super) fn behind(self, start: usize) -> Self {
        Self { start: self.start - u32::try_from(start).unwrap_or(self.start), ..self }
    }

    /// The byte behind it.
    pub(super) fn end(self) -> usize {
        self.start as usize + self.len as usize
    }
}

/// FNV-1a, the same at every build and on every machine.
fn hash(letters: &str) -> u64 {
    letters.chars().map(u32::from).fold(0xcbf2_9ce4_8422_2325, |hash, unit| {
        (hash ^ u64::from(unit)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// The number that stands for a folded word in tables.
pub(super) fn word_hash(word: &str) -> u64 {
    hash(&folded(word))
}

/// Whether two runs are the same words.
pub(super) fn same_words(one: &[Word], other: &[Word]) -> bool {
    one.len() == other.len() && opens_with(one, other)
}

/// Whether some words begin with others.
pub(super) fn opens_with(words: &[Word], others: &[Word]) -> bool {
    words.len() >= others.len() && words.iter().zip(others).all(|(a, b)| a.hash == b.hash)
}

/// Whether a run stands somewhere among some words; an empty one stands nowhere.
pub(super) fn holds_run(words: &[Word], run: &[Word]) -> bool {
    !run.is_empty() && words.windows(run.len()).any(|part| same_words(part, run))
}

/// What stands for some words in their order.
pub(super) fn key_of<'w>(words: impl Iterator<Item = &'w Word>) -> u64 {
    words.fold(0, |key: u64, word| key.rotate_left(9) ^ word.hash)
}

/// The words of `text`, whose first byte is byte `offset` of the raw text; of «1,250» each group of digits is one.
pub(super) fn words(text: &str, offset: usize, found: &mut Vec<Word>) {
    let folded = fold(text);
    let mut back = Back::new(&folded.map);
    MET.with_borrow_mut(|met| {
        let mut push = |span: Span, numeric: bool| {
            let start = back.to_source(span.start);
            // A mark of direction behind a word is none of its letters.
            let end = back.to_source(span.end).max(start);
            let end = start + text[start..end].trim_end_matches(is_beside).len();
            let letters = span.cut(&folded.text);
            let form = if numeric { Form::number(letters) } else { met.form(letters) };
            found.push(form.at(Span::new(start + offset, end + offset)));
        };
        for token in tokens(&folded.text) {
            match token.kind {
                TokenKind::Word => push(token.span, false),
                TokenKind::Number => {
                    let number = token.span.cut(&folded.text);
                    groups(number).for_each(|group| push(group.shifted(token.span.start), true));
                }
                TokenKind::Mark => {}
            }
        }
    });
}

/// An invisible character that joins nothing.
fn is_beside(c: char) -> bool {
    is_zero_width(c) && !matches!(c, '\u{200C}' | '\u{200D}')
}

/// The groups of digits of a number.
fn groups(number: &str) -> impl Iterator<Item = Span> + '_ {
    let mut at = 0;
    number.split(|c: char| !c.is_numeric()).filter_map(move |group| {
        let from = at + number[at..].find(group)?;
        at = from + group.len();
        (!group.is_empty()).then(|| Span::new(from, at))
    })
}

/// What the letters of a word say, wherever it stands.
#[derive(Clone, Copy)]
struct Form {
    class: Class,
    entry: Entry,
    stem: u32,
    hash: u64,
}

impl Form {
    fn number(digits: &str) -> Self {
        Self::of(digits, Class::Number, hash(digits), hash(digits))
    }

    fn word(letters: &str) -> Self {
        let whole = hash(letters);
        if letters.starts_with(|first: char| first.is_ascii()) {
            return Self::of(letters, Class::Latin, whole, whole);
        }
        let bare = light::without_conjunction(letters);
        let bare_hash = if bare.len() == letters.len() { whole } else { hash(bare) };
        let stem = hash(light::stem(bare));
        let of_tables = || [whole, bare_hash, stem].iter().find_map(|hash| CLASSES.get(hash));
        let single = letters.chars().nth(1).is_none();
        let class = if single { Some(&Class::Common) } else { of_tables() };
        Self::of(letters, class.copied().unwrap_or(Class::Content), stem, whole)
    }

    fn of(letters: &str, class: Class, stem: u64, hash: u64) -> Self {
        Self { class, entry: lexicon::listed(letters), stem: (stem ^ (stem >> 32)) as u32, hash }
    }

    /// The word at its place. Reading refuses texts of more than `read::MAX_BYTES`, so that no place saturates.
    fn at(self, span: Span) -> Word {
        let Self { class, entry, stem, hash } = self;
        let [start, len] =
            [span.start, span.len()].map(|bytes| u32::try_from(bytes).unwrap_or(u32::MAX));
        Word { start, len, class, entry, stem, hash }
    }
}

/// The forms of the words that were met: of the words of a text nine in ten have been met before.
#[derive(Default)]
struct Forms(WordMap<ShortWord, Form>);

thread_local! {
    /// Those that this thread has met.
    static MET: RefCell<Forms> = RefCell::default();
}

impl Forms {
    fn form(&mut self, letters: &str) -> Form {
        /// How many forms a thread remembers: more than a large dossier has, three megabytes.
        const REMEMBERED: usize = 1 << 16;
        let Some(key) = ShortWord::of(letters) else { return Form::word(letters) };
        if let Some(&form) = self.0.get(&key) {
            return form;
        }
        let form = Form::word(letters);
        if self.0.len() < REMEMBERED {
            self.0.insert(key, form);
        }
        form
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
        self.0 = bytes.iter().fold(0, |hash, &byte| hash.rotate_left(8) ^ u64::from(byte));
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
    for entry in row(NEWS_WORD) {
        classes.insert(hash(light::stem(&entry.folded)), Class::Common);
        classes.insert(hash(&entry.folded), Class::Common);
    }
    classes.extend(row(PARTICLE).iter().map(|entry| (hash(&entry.folded), Class::Function)));
    classes
});

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
