//! The words that no rule reaches, read once from the tables beside this file.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::rows::Table;
use crate::arabic::fold::folded;
use crate::arabic::quick_hash::WordMap;

const SPELLING: &str = include_str!("spelling.txt");
const FUNCTION: &str = include_str!("function.txt");
const PLURALS: &str = include_str!("plurals.txt");
const VERBS: &str = include_str!("verbs.txt");
const WORDS: &str = include_str!("words.txt");

/// Known words and what each is a form of, all folded.
///
/// A form belongs to one word; the tables that come first win.
///
/// ```
/// let [_, nouns, ..] = sijill::arabic::stem::lexicon().tables();
/// assert_eq!(nouns.get("اميركا"), Some(&"امريكا"));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    /// A form that stands alone → its word.
    whole: WordMap<String, String>,
    /// A noun, an adjective or a name, before its endings → its word.
    nouns: WordMap<String, String>,
    /// The past of a verb before its endings → the verb.
    past: WordMap<String, String>,
    /// The present of a verb without its first letter → the verb.
    present: WordMap<String, String>,
}

/// The one lexicon.
///
/// ```
/// use sijill::arabic::stem;
/// assert_eq!(stem::lexicon().tables()[1].get("سوريه"), Some(&"سوريا"));
/// ```
pub fn lexicon() -> &'static Lexicon {
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::read);
    &LEXICON
}

impl Lexicon {
    fn read() -> Self {
        let mut lexicon = Self::default();
        for (first, forms) in lines(SPELLING).chain(lines(PLURALS)) {
            // The spelling of a plural's singular may have been settled before.
            let lemma = lexicon.nouns.get(&first).unwrap_or(&first).clone();
            for form in forms.into_iter().filter(|form| !regular(&first, form)) {
                lexicon.nouns.entry(form).or_insert_with(|| lemma.clone());
            }
        }
        for (lemma, forms) in lines(FUNCTION) {
            for form in forms {
                lexicon.whole.entry(form).or_insert_with(|| lemma.clone());
            }
        }
        for (lemma, forms) in lines(VERBS) {
            for form in forms {
                lexicon.add_verb(form, &lemma);
            }
        }
        for (lemma, _) in lines(VERBS) {
            if let Some(core) = lexicon.regular_present(&lemma) {
                lexicon.present.entry(core.to_owned()).or_insert(lemma);
            }
        }
        for (lemma, forms) in lines(WORDS) {
            for word in std::iter::once(lemma).chain(forms) {
                lexicon.nouns.entry(word.clone()).or_insert(word);
            }
        }
        lexicon
    }

    /// The present of a verb that begins with ا, without its first letter, where it is as that of most: «أعلن», «يعلن».
    fn regular_present<'v>(&self, lemma: &'v str) -> Option<&'v str> {
        lemma.strip_prefix('ا').filter(|core| core.len() >= 6 && self.past(lemma) == Some(lemma))
    }

    /// Files a form of a verb by its first or last letter.
    fn add_verb(&mut self, form: String, lemma: &str) {
        let (table, core) = if form == lemma {
            (&mut self.past, form)
        } else if let Some(core) = form.strip_prefix('ي') {
            (&mut self.present, core.to_owned())
        } else if let Some(core) = form.strip_suffix('ت') {
            (&mut self.past, core.to_owned())
        } else {
            (&mut self.past, form)
        };
        table.entry(core).or_insert_with(|| lemma.to_owned());
    }

    /// The word of a form in one of the tables.
    pub(super) fn find(&self, table: Table, form: &str) -> Option<&str> {
        match table {
            Table::Whole => self.whole(form),
            Table::Noun => self.noun(form),
            Table::Past => self.past(form),
            Table::Present => self.present(form),
        }
    }

    /// The word of a form that stands alone.
    pub(super) fn whole(&self, form: &str) -> Option<&str> {
        self.whole.get(form).map(String::as_str)
    }

    /// The word of a noun without its endings.
    pub(super) fn noun(&self, core: &str) -> Option<&str> {
        self.nouns.get(core).map(String::as_str)
    }

    /// The verb of a past form without its endings.
    pub(super) fn past(&self, core: &str) -> Option<&str> {
        self.past.get(core).map(String::as_str)
    }

    /// The verb of a present form without its first letter and its endings.
    pub(super) fn present(&self, core: &str) -> Option<&str> {
        self.present.get(core).map(String::as_str)
    }

    /// Whether a folded word only holds a sentence together.
    ///
    /// ```
    /// use sijill::arabic::stem::lexicon;
    /// assert!(lexicon().is_function("التي") && !lexicon().is_function("المصنع"));
    /// ```
    pub fn is_function(&self, word: &str) -> bool {
        self.whole.contains_key(word)
    }

    /// Whether a folded word stands in one of the tables as it is: a form of a noun, a verb in the past, or a word
    /// that holds a sentence together.
    ///
    /// ```
    /// use sijill::arabic::stem::lexicon;
    /// assert!(lexicon().is_listed("كتب") && !lexicon().is_listed("صحم"));
    /// ```
    pub fn is_listed(&self, word: &str) -> bool {
        let tables = [&self.whole, &self.nouns, &self.past];
        tables.iter().any(|table| table.contains_key(word))
    }

    /// The four tables in the order whole, nouns, past, present, each sorted, as the browser takes them.
    ///
    /// ```
    /// let [whole, ..] = sijill::arabic::stem::lexicon().tables();
    /// assert!(whole.contains_key("التي"));
    /// ```
    pub fn tables(&self) -> [BTreeMap<&str, &str>; 4] {
        [&self.whole, &self.nouns, &self.past, &self.present].map(sorted)
    }
}

/// Whether a plural needs no entry, since its ending leads to the singular: «اتفاقات», «مهندسون», «جامعات».
fn regular(singular: &str, form: &str) -> bool {
    let ending = |stem: &str, endings: &[&str]| {
        form.strip_prefix(stem).is_some_and(|rest| endings.contains(&rest))
    };
    singular.len() >= 6
        && (ending(singular, &["ات", "ون", "ين"])
            || singular.strip_suffix('ه').is_some_and(|stem| ending(stem, &["ات"])))
}

#[expect(clippy::iter_over_hash_type, reason = "the order is made here")]
fn sorted(table: &WordMap<String, String>) -> BTreeMap<&str, &str> {
    let mut sorted = BTreeMap::new();
    for (form, lemma) in table {
        sorted.insert(form.as_str(), lemma.as_str());
    }
    sorted
}

/// The lines of a table: the first word, and all of its words, folded.
pub(super) fn lines(table: &'static str) -> impl Iterator<Item = (String, Vec<String>)> {
    table.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let words: Vec<String> = line.split_whitespace().map(folded).collect();
        Some((words.first()?.clone(), words))
    })
}
