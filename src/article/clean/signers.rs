//! Agencies and papers that sign articles; the table itself is `signers.txt`.
//!
//! Of agencies a few letters are known («واج», «بترا»), which no shape tells from other words; some of them are words too
//! («قنا», «معا»), and sign only where nothing else stands beside them.

use crate::arabic::clitics::{AND, Onto};
use std::sync::LazyLock;

use super::words::{HashedMap, Word, word_hash};

/// What a name of the table is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Signer {
    /// «واج», «رويترز»
    Agency,
    /// «قنا»: a town, too.
    AgencyOrWord,
    /// «اليوم السابع»
    Paper,
}

/// The names, by country; a new agency is a word there.
const TABLE: &str = include_str!("signers.txt");

fn section(title: &str) -> Option<Signer> {
    match title {
        "agencies" => Some(Signer::Agency),
        "agencies that are words too" => Some(Signer::AgencyOrWord),
        "papers" => Some(Signer::Paper),
        _ => None,
    }
}

/// All names, each with what it is.
pub(super) fn names() -> impl Iterator<Item = (Signer, &'static str)> {
    let mut now = None;
    TABLE.lines().flat_map(move |line| {
        if let Some(title) = line.strip_prefix("# ") {
            now = section(title);
        }
        let signer = now;
        let names = line.split_once(": ").map_or("", |(_, names)| names).split('،');
        names
            .map(str::trim)
            .filter(|name| !name.is_empty())
            .filter_map(move |name| Some((signer?, name)))
    })
}

/// A name as its words.
type Name = (Signer, Box<[u64]>);

/// The words of names, by the first of them, the longest name first.
static NAMES: LazyLock<HashedMap<u64, Vec<Name>>> = LazyLock::new(|| {
    let mut found: HashedMap<u64, Vec<Name>> = HashedMap::default();
    for (signer, name) in names() {
        let hashes: Box<[u64]> = name.split_whitespace().map(word_hash).collect();
        let row = found.entry(hashes[0]).or_default();
        let at = row.partition_point(|(_, other)| other.len() >= hashes.len());
        row.insert(at, (signer, hashes));
    }
    found
});

/// The longest name of the table at the start of some words, and how many words it has.
pub(super) fn signer_at(words: &[Word]) -> Option<(Signer, usize)> {
    let row = NAMES.get(&words.first()?.hash)?;
    let is_here = |hashes: &[u64]| {
        words.len() >= hashes.len()
            && hashes.iter().zip(words).all(|(hash, word)| *hash == word.hash)
    };
    let (signer, hashes) = row.iter().find(|(_, hashes)| is_here(hashes))?;
    Some((*signer, hashes.len()))
}

/// «وفرانس برس» of «رويترز وفرانس برس»: the same behind «و».
pub(super) fn signer_behind_and(words: &[Word], line: &str) -> Option<(Signer, usize)> {
    /// How many words of it are looked at.
    const LONGEST: usize = 4;
    let (first, rest) = words.split_first()?;
    let name = first.span().cut(line).behind(AND)?;
    let mut behind = *first;
    behind.hash = word_hash(name);
    let named: Vec<Word> = [behind].into_iter().chain(rest.iter().copied()).take(LONGEST).collect();
    signer_at(&named)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_names_a_country_and_who_signs_there() {
        for line in TABLE.lines().filter(|line| !line.is_empty()) {
            match line.strip_prefix("# ") {
                Some(title) => assert!(section(title).is_some(), "{title}"),
                None => assert!(
                    line.split_once(": ").is_some_and(|(_, names)| !names.is_empty()),
                    "{line}"
                ),
            }
        }
        assert!(names().any(|named| named == (Signer::Agency, "أ ش أ")));
    }
}
