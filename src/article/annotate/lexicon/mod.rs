//! What the language knows about words: which are names, titles, heads of names, common words.
//!
//! The lists beside this file are written from general knowledge; those in
//! `generated/` come out of public data by `generate.py`, which names sources
//! and licences. Words are compared folded.

use std::sync::LazyLock;

use crate::arabic::fold::folded;
use crate::arabic::quick_hash::WordMap;
use crate::arabic::tokenize::tokens;

/// What a word can be; a set of the constants below.
pub(super) type Kinds = u32;

/// A given name.
pub(super) const GIVEN: Kinds = 1;
/// A family name that is well known by itself.
pub(super) const FAMILY: Kinds = 1 << 1;
/// A title, office or profession that stands before a person's name.
pub(super) const TITLE: Kinds = 1 << 2;
/// A verb of saying or doing whose subject is often a person.
pub(super) const SPEECH: Kinds = 1 << 3;
/// The name of a country, or of a part of the world.
pub(super) const COUNTRY: Kinds = 1 << 4;
/// The name of a city or region.
pub(super) const PLACE: Kinds = 1 << 5;
/// A city known only from the long list, which may be something else too.
pub(super) const RARE_PLACE: Kinds = 1 << 6;
/// An adjective of nationality, in any gender and number, with or without «ال».
pub(super) const NATION: Kinds = 1 << 7;
/// A word that opens the name of an organization.
pub(super) const ORG_HEAD: Kinds = 1 << 8;
/// A word that opens the name of a place, or stands before it.
pub(super) const PLACE_HEAD: Kinds = 1 << 9;
/// An organization known by itself.
pub(super) const ORG: Kinds = 1 << 10;
/// A common word, which is no name.
pub(super) const COMMON: Kinds = 1 << 11;
/// A name out of the long lists, which may be a common word too.
pub(super) const RARE_FAMILY: Kinds = 1 << 12;
/// Such a name that came to Arabic from another language.
pub(super) const FOREIGN: Kinds = 1 << 14;

/// What is left of a common word when its «ة» falls away before an ending; no word of its own.
const STEM: Kinds = 1 << 13;

/// The lists, compiled.
pub(super) struct Lexicon {
    /// Folded word → what it can be.
    words: WordMap<String, Kinds>,
    /// First word of a name of several → the rest of each such name, and what it is; longest first.
    phrases: WordMap<String, Vec<(Vec<String>, Kinds)>>,
}

/// The lexicon, made when first asked for.
pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::compile);

impl Lexicon {
    /// What a folded word can be.
    #[inline]
    pub(super) fn kinds(&self, word: &str) -> Kinds {
        self.words.get(word).copied().unwrap_or(0) & !STEM
    }

    /// Whether letters are a common word, a verb of saying, a title or an adjective of nationality, or what is left of one before an ending.
    pub(super) fn is_common_stem(&self, letters: &str) -> bool {
        self.words.get(letters).is_some_and(|kinds| kinds & (COMMON | SPEECH | NATION | TITLE | STEM) != 0)
    }

    /// The names of several words that begin with this one: the rest of each, and what it is.
    pub(super) fn phrases(&self, first: &str) -> &[(Vec<String>, Kinds)] {
        self.phrases.get(first).map_or(&[], Vec::as_slice)
    }

    fn compile() -> Self {
        let mut made = Self { words: WordMap::default(), phrases: WordMap::default() };
        made.list(include_str!("common.txt"), COMMON, With::Article);
        made.list(include_str!("doubtful.txt"), COMMON, With::Nothing);
        made.list(include_str!("given.txt"), GIVEN, With::Nothing);
        made.list(include_str!("family.txt"), FAMILY, With::Nothing);
        made.list(include_str!("titles.txt"), TITLE, With::Article);
        made.list(include_str!("speech.txt"), SPEECH, With::Nothing);
        made.list(include_str!("places.txt"), PLACE, With::Nothing);
        made.list(include_str!("organizations.txt"), ORG, With::Nothing);
        let (organizations, places) = include_str!("heads.txt").split_once("[place]").unwrap_or_default();
        made.list(organizations.split_once("[organization]").map_or("", |(_, list)| list), ORG_HEAD, With::Nothing);
        made.list(places, PLACE_HEAD, With::Nothing);
        made.countries(include_str!("countries.txt"));
        made.long_list(include_str!("generated/countries.txt"), COUNTRY);
        made.long_list(include_str!("generated/large-cities.txt"), PLACE);
        made.long_list(include_str!("generated/cities.txt"), RARE_PLACE);
        made.long_list(include_str!("generated/algeria.txt"), RARE_PLACE);
        made.long_list(include_str!("generated/people-given.txt"), GIVEN);
        made.long_list(include_str!("generated/given.txt"), RARE_FAMILY);
        made.long_list(include_str!("generated/family.txt"), RARE_FAMILY);
        made.long_list(include_str!("generated/people.txt"), RARE_FAMILY);
        made.long_list(include_str!("generated/foreign.txt"), RARE_FAMILY | FOREIGN);
        #[expect(clippy::iter_over_hash_type, reason = "each list is sorted by itself")]
        for rests in made.phrases.values_mut() {
            rests.sort_by(|(a, _), (b, _)| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        }
        made
    }

    fn list(&mut self, text: &str, kind: Kinds, with: With) {
        for entry in entries(text) {
            self.add(&entry, kind);
            if with == With::Article && !entry.contains(' ') && !entry.starts_with("ال") {
                self.add(&format!("ال{entry}"), kind);
            }
        }
    }

    /// A list out of public data: what is a common word is left out.
    fn long_list(&mut self, text: &str, kind: Kinds) {
        for entry in entries(text) {
            // «مدينة العين» is a head and a name.
            if kind & (PLACE | RARE_PLACE) != 0 && entry.split_once(' ').is_some_and(|(head, _)| self.kinds(head) & PLACE_HEAD != 0) {
                continue;
            }
            let bare = entry.strip_prefix("ال").unwrap_or(&entry);
            let known = self.kinds(&entry) | self.kinds(bare);
            // A family called after a city («باريس», «البصري») is met less often than the city.
            let least = if kind & (PLACE | RARE_PLACE) == 0 { 2 } else { 3 };
            let place = if kind & (GIVEN | RARE_FAMILY) == 0 { 0 } else { COUNTRY | PLACE };
            if known & (COMMON | TITLE | SPEECH | ORG_HEAD | PLACE_HEAD | NATION | place) == 0 && bare.chars().count() > least {
                self.add(&entry, kind);
            }
        }
    }

    fn countries(&mut self, text: &str) {
        /// Gender and number of an adjective, after folding.
        const ENDINGS: [&str; 9] = ["ي", "يه", "يون", "يين", "يات", "يتين", "يان", "يتان", "يا"];
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let Some((names, stems)) = line.split_once('=') else { continue };
            entries(names).for_each(|name| self.add(&name, COUNTRY));
            for stem in entries(stems) {
                for ending in ENDINGS {
                    self.add(&format!("{stem}{ending}"), NATION);
                    self.add(&format!("ال{stem}{ending}"), NATION);
                }
            }
        }
    }

    fn add(&mut self, entry: &str, kind: Kinds) {
        let mut words = tokens(entry).map(|token| token.span.cut(entry).to_owned());
        let Some(first) = words.next() else { return };
        let rest: Vec<String> = words.collect();
        if rest.is_empty() {
            if let Some(stem) = first.strip_suffix('ه').filter(|_| kind == COMMON) {
                *self.words.entry(stem.to_owned()).or_default() |= STEM;
            }
            *self.words.entry(first).or_default() |= kind;
        } else {
            let known = self.phrases.entry(first).or_default();
            match known.iter_mut().find(|(other, _)| *other == rest) {
                Some((_, kinds)) => *kinds |= kind,
                None => known.push((rest, kind)),
            }
        }
    }
}

/// Which forms of a listed word are meant.
#[derive(Clone, Copy, PartialEq)]
enum With {
    /// The word as it stands.
    Nothing,
    /// The word with «ال» too.
    Article,
}

/// The folded entries of a list: one a line, or several with commas between them.
fn entries(text: &str) -> impl Iterator<Item = String> + '_ {
    let lines = text.lines().filter(|line| !line.starts_with(['#', '[']));
    lines.flat_map(|line| line.split('،')).map(|entry| folded(entry.trim())).filter(|entry| !entry.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_know_what_they_can_be() {
        let kinds = |word: &str| LEXICON.kinds(&folded(word));
        assert_ne!(kinds("فؤاد") & GIVEN, 0);
        assert_ne!(kinds("الفرنسيين") & NATION, 0);
        assert_ne!(kinds("فرنسا") & COUNTRY, 0);
        assert_ne!(kinds("الحكومة") & COMMON, 0);
        assert_eq!(kinds("الحكومة") & (GIVEN | PLACE | RARE_PLACE), 0);
        assert!(LEXICON.phrases("تل").iter().any(|(rest, kinds)| rest == &["ابيب"] && kinds & PLACE != 0));
    }
}
