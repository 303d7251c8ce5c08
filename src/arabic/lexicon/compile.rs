//! Reads the lists.

use super::declared::{
    ASKED_BESIDE, COMMON, COUNTRY, FOREIGN, GIVEN, GOING_ON, IDENTITY, NAME_TOO, NAMED, NATION,
    ORG_HEAD, PLACE, PLACE_HEAD, RARE_FAMILY, RARE_PLACE, SPEECH, SPELLED, STEM, TITLE,
};
use super::kinds::Kinds;
use super::table::{Entry, Lexicon, Listed, Phrase};
use crate::arabic::clitics::Onto;
use crate::arabic::fold::{fold_char, folded};
use crate::arabic::quick_hash::{ShortWord, WordMap};
use crate::arabic::tokenize::tokens;

/// The lists with headings.
const LISTS: [&str; 21] = [
    include_str!("function.txt"),
    include_str!("common.txt"),
    include_str!("time.txt"),
    include_str!("saying.txt"),
    include_str!("events.txt"),
    include_str!("told.txt"),
    include_str!("asked.txt"),
    include_str!("page.txt"),
    include_str!("people.txt"),
    include_str!("bodies.txt"),
    include_str!("places.txt"),
    include_str!("sport.txt"),
    include_str!("names/given.txt"),
    include_str!("names/family.txt"),
    include_str!("names/doubtful.txt"),
    include_str!("names/two-words.txt"),
    include_str!("names/organizations.txt"),
    include_str!("names/places.txt"),
    include_str!("names/renowned.txt"),
    include_str!("names/districts.txt"),
    include_str!("names/known-bodies.txt"),
];

/// Names of countries and stems of their adjectives, a nation a line.
pub(super) const COUNTRIES: &str = include_str!("names/countries.txt");

/// The lists out of public data, and what their words are.
const LONG_LISTS: [(&str, Kinds); 9] = [
    (include_str!("names/generated/countries.txt"), COUNTRY),
    (include_str!("names/generated/large-cities.txt"), PLACE),
    (include_str!("names/generated/cities.txt"), RARE_PLACE),
    (include_str!("names/generated/algeria.txt"), RARE_PLACE),
    (include_str!("names/generated/people-given.txt"), GIVEN),
    (include_str!("names/generated/given.txt"), RARE_FAMILY),
    (include_str!("names/generated/family.txt"), RARE_FAMILY),
    (include_str!("names/generated/people.txt"), RARE_FAMILY),
    (include_str!("names/generated/foreign.txt"), Kinds::of(&[RARE_FAMILY, FOREIGN])),
];

/// Behind a kind in a heading: each of its words is meant with «ال» too.
const WITH_ARTICLE: &str = "ال";
/// Behind a kind in a heading: its words are told from others by their hamza.
const BY_HAMZA: &str = "ء";

/// Gender and number of an adjective of a nation, after folding.
pub(super) const ENDINGS: [&str; 9] = ["ي", "يه", "يون", "يين", "يات", "يتين", "يان", "يتان", "يا"];

/// Reads all lists.
pub(super) fn lexicon() -> Lexicon {
    let mut made = Lists::default();
    LISTS.iter().for_each(|list| made.list(list));
    made.countries(COUNTRIES);
    LONG_LISTS.iter().for_each(|&(list, kinds)| made.long_list(list, kinds));
    made.close()
}

/// The lists as far as they are read.
#[derive(Default)]
struct Lists {
    words: WordMap<String, Kinds>,
    phrases: WordMap<String, Vec<Phrase>>,
    /// Those that only one room asks for, so that no word is read otherwise for their sake.
    beside: WordMap<String, Vec<Phrase>>,
    /// The words of the lists with headings that have a hamza on an alif, as they are spelled.
    spelled: WordMap<String, Kinds>,
    /// The same of the words that only one room asks for: they rule out no name.
    spelled_beside: WordMap<String, Kinds>,
    /// The entries of each kind that only one room asks for, in their order.
    rows: Vec<(Kinds, Vec<Listed>)>,
    /// Those that their hamza tells from others.
    by_hamza: Vec<String>,
}

impl Lists {
    fn list(&mut self, text: &'static str) {
        let mut heading = Heading::default();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some(written) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                heading = Heading::of(written);
                continue;
            }
            for entry in line.split('،').map(str::trim).filter(|entry| !entry.is_empty()) {
                self.entry(entry, &heading);
            }
        }
    }

    fn entry(&mut self, entry: &'static str, heading: &Heading) {
        let word = folded(entry);
        if heading.kinds.without(ASKED_BESIDE).is_empty() {
            self.entry_beside(entry, word, heading);
            return;
        }
        self.add(&word, heading.kinds);
        let single = !entry.contains(' ');
        if heading.with_article && single && !word.starts_with("ال") {
            self.add(&format!("ال{word}"), heading.kinds);
        }
        let spelling = hamza_kept(entry);
        if single && spelling != word {
            *self.spelled.entry(spelling.clone()).or_default() |= heading.kinds;
            if heading.by_hamza {
                self.by_hamza.push(spelling);
            }
        }
    }

    /// An entry that one room asks for: it may be several words, which open no name.
    fn entry_beside(&mut self, entry: &'static str, word: String, heading: &Heading) {
        if !word.contains(' ') {
            let takes_article = heading.with_article && !word.starts_with("ال");
            for article in ["", "ال"].into_iter().take(1 + usize::from(takes_article)) {
                let (word, spelling) =
                    (format!("{article}{word}"), format!("{article}{}", hamza_kept(entry)));
                if spelling != word {
                    *self.spelled_beside.entry(spelling).or_default() |= heading.kinds;
                }
                *self.words.entry(word).or_default() |= heading.kinds;
            }
        } else {
            self.add(&word, heading.kinds);
        }
        let listed = Listed { written: entry, folded: word };
        match self.rows.iter_mut().find(|(kinds, _)| *kinds == heading.kinds) {
            Some((_, row)) => row.push(listed),
            None => self.rows.push((heading.kinds, vec![listed])),
        }
    }

    fn kinds(&self, word: &str) -> Kinds {
        self.words.get(word).copied().unwrap_or_default()
    }

    /// A list out of public data: what is a common word is left out.
    fn long_list(&mut self, text: &str, kinds: Kinds) {
        const PLACES: Kinds = Kinds::of(&[PLACE, RARE_PLACE]);
        const PEOPLE: Kinds = Kinds::of(&[GIVEN, RARE_FAMILY]);
        const OTHERS: Kinds =
            Kinds::of(&[COMMON, TITLE, SPEECH, GOING_ON, ORG_HEAD, PLACE_HEAD, NATION]);
        // A family called after a city («باريس», «البصري») is met less often than the city.
        let others = if kinds.any(PEOPLE) { OTHERS | COUNTRY | PLACE } else { OTHERS };
        let least = if kinds.any(PLACES) { 3 } else { 2 };
        for entry in text.lines().filter(|line| !line.starts_with('#')).flat_map(entries) {
            // «مدينة العين» is a head and a name.
            if kinds.any(PLACES)
                && entry.split_once(' ').is_some_and(|(head, _)| self.kinds(head).any(PLACE_HEAD))
            {
                continue;
            }
            let bare = entry.without_article();
            let known = self.kinds(&entry) | self.kinds(bare);
            if !known.any(others) && bare.chars().count() > least {
                self.add(&entry, kinds);
            } else if kinds.any(PEOPLE) && known.any(COMMON) && !known.any(others.without(COMMON)) {
                self.add(&entry, NAME_TOO);
            }
        }
    }

    /// Names of countries, and behind «=» the stems of their adjectives; capitals, behind «|», stand among the cities.
    fn countries(&mut self, text: &str) {
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let Some((names, stems)) = line.split_once('=') else { continue };
            entries(names).for_each(|name| self.add(&name, COUNTRY));
            let stems = stems.split('|').next().unwrap_or_default();
            for stem in entries(stems) {
                for ending in ENDINGS {
                    self.add(&format!("{stem}{ending}"), NATION);
                    self.add(&format!("ال{stem}{ending}"), NATION);
                }
            }
        }
    }

    fn add(&mut self, entry: &str, kinds: Kinds) {
        let mut words = tokens(entry).map(|token| token.span.cut(entry).to_owned());
        let Some(first) = words.next() else { return };
        let rest: Vec<String> = words.collect();
        if rest.is_empty() {
            if let Some(stem) = first.strip_suffix('ه').filter(|_| kinds.any(COMMON)) {
                *self.words.entry(stem.to_owned()).or_default() |= STEM;
            }
            *self.words.entry(first).or_default() |= kinds;
        } else {
            let is_beside = kinds.without(ASKED_BESIDE).is_empty();
            let table = if is_beside { &mut self.beside } else { &mut self.phrases };
            let known = table.entry(first).or_default();
            match known.iter_mut().find(|(other, _)| *other == rest) {
                Some((_, of_it)) => *of_it |= kinds,
                None => known.push((rest, kinds)),
            }
        }
    }

    /// What is known of words by their hamza: the spelling, and what a word of this spelling can be.
    ///
    /// «فإن» is no «فان»; and «وأكد» is «و» and «أكد» and no «واكد», which has an alif and no hamza.
    fn spellings(&mut self) -> WordMap<Box<str>, Kinds> {
        let mut found: WordMap<Box<str>, Kinds> = WordMap::default();
        let mut ambiguous = Vec::new();
        for spelling in &self.by_hamza {
            let of = |known: &WordMap<String, Kinds>| known.get(spelling).copied();
            let kinds = of(&self.spelled).unwrap_or_default()
                | of(&self.spelled_beside).unwrap_or_default();
            found.insert(spelling.as_str().into(), kinds);
            ambiguous.push(folded(spelling));
        }
        for spelling in self.spelled.keys().filter(|spelling| spelling.starts_with(['أ', 'إ', 'آ']))
        {
            for clitic in ["و", "ف", "ب", "ل", "ك"] {
                let joined = [clitic, spelling].concat();
                let word = folded(&joined);
                if self.kinds(&word).any(IDENTITY) && !self.spelled.contains_key(&joined) {
                    found.insert(joined.into_boxed_str(), Kinds::NONE);
                    ambiguous.push(word);
                }
            }
        }
        for word in ambiguous {
            *self.words.entry(word).or_default() |= SPELLED;
        }
        found
    }

    /// Files the words, and each set of kinds once.
    fn close(mut self) -> Lexicon {
        let spellings = self.spellings();
        for rests in self.phrases.values_mut().chain(self.beside.values_mut()) {
            rests.sort_by(|(a, _), (b, _)| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        }
        let mut sets = Sets::default();
        sets.entry(Kinds::NONE);
        let spellings =
            spellings.into_iter().map(|(spelling, kinds)| (spelling, sets.entry(kinds))).collect();
        let (mut short, mut long) = (WordMap::default(), WordMap::default());
        #[expect(
            clippy::iter_over_hash_type,
            reason = "in which order sets are numbered is never seen"
        )]
        for (word, kinds) in self.words {
            let entry = sets.entry(kinds);
            match ShortWord::of(&word) {
                Some(word) => short.insert(word, entry),
                None => long.insert(word.into_boxed_str(), entry),
            };
        }
        Lexicon {
            short,
            long,
            sets: sets.list,
            phrases: self.phrases,
            beside: self.beside,
            rows: self.rows,
            spellings,
        }
    }
}

/// Each set of kinds once, by its number.
#[derive(Default)]
struct Sets {
    list: Vec<Kinds>,
    numbers: WordMap<Kinds, u16>,
}

impl Sets {
    fn entry(&mut self, kinds: Kinds) -> Entry {
        Entry(*self.numbers.entry(kinds).or_insert_with(|| {
            self.list.push(kinds);
            u16::try_from(self.list.len() - 1).unwrap_or_default()
        }))
    }
}

/// A heading: «saying + speech», «title ال», «that ء».
#[derive(Default)]
struct Heading {
    kinds: Kinds,
    with_article: bool,
    by_hamza: bool,
}

impl Heading {
    fn of(written: &str) -> Self {
        let (with_article, by_hamza) =
            (written.ends_with(WITH_ARTICLE), written.ends_with(BY_HAMZA));
        let kinds =
            names(written).filter_map(kind_named).fold(Kinds::NONE, |all, kinds| all | kinds);
        Self { kinds, with_article, by_hamza }
    }
}

/// The names of kinds in a heading.
fn names(heading: &str) -> impl Iterator<Item = &str> {
    heading.trim_end_matches(WITH_ARTICLE).trim_end_matches(BY_HAMZA).split('+').map(str::trim)
}

/// A word folded but for the hamza on its alifs.
pub(super) fn hamza_kept(word: &str) -> String {
    word.chars()
        .filter_map(|c| if matches!(c, 'أ' | 'إ' | 'آ') { Some(c) } else { fold_char(c) })
        .collect()
}

/// The folded entries of a line, which stand between commas.
pub(super) fn entries(line: &str) -> impl Iterator<Item = String> + '_ {
    line.split('،').map(|entry| folded(entry.trim())).filter(|entry| !entry.is_empty())
}

/// The kind of a heading; nothing where there is none of this name.
fn kind_named(heading: &str) -> Option<Kinds> {
    NAMED.iter().find(|(name, _)| *name == heading).map(|&(_, kinds)| kinds)
}

#[cfg(test)]
mod tests {
    use super::super::declared::NAMED;
    use super::*;

    #[test]
    fn every_heading_is_declared_and_every_kind_has_words() {
        let mut met =
            Kinds::of(&[COUNTRY, RARE_PLACE, NATION, RARE_FAMILY, FOREIGN, STEM, SPELLED]);
        for heading in
            LISTS.iter().flat_map(|list| list.lines()).filter_map(|line| line.strip_prefix('['))
        {
            for name in names(heading.trim_end_matches(']')) {
                met |= kind_named(name).unwrap_or_else(|| panic!("[{heading} is no kind"));
            }
        }
        let without: Vec<&str> =
            NAMED.iter().filter(|(_, kinds)| !met.any(*kinds)).map(|(name, _)| *name).collect();
        assert!(without.is_empty(), "{without:?} have no words");
    }
}
