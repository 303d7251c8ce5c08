//! The nearest word of names, and of those that are often there, to one that stands nowhere.

use std::collections::BTreeMap;

use super::index::Index;
use super::look_up::Found;
use super::word::{Likeness, SearchWord, spans};
use crate::arabic::clitics::Onto;
use crate::arabic::fold::folded;

/// How many slips a word of this many letters may have: a letter more, less, other, or two that changed places.
const fn slips(letters: usize) -> usize {
    match letters {
        0..4 => 0,
        4..7 => 1,
        _ => 2,
    }
}

/// How far a name is that sounds so, in slips of which [`SLIP`] are one: likelier meant than one with a slip.
const SOUND: usize = 1;
const SLIP: usize = 2;

/// A word that might have been meant.
struct Candidate<'i> {
    /// The word folded, without the article.
    bare: String,
    spelled: &'i str,
    /// In how many articles it stands, or how often among names.
    count: usize,
    sounds: bool,
}

/// A word that stands somewhere for one that does not: the nearest of the shards that were read, of names and of words that
/// are often there. Of words as near the more frequent, of these the first.
pub(super) fn suggestion(index: &Index, asked: &SearchWord, found: &Found) -> Option<String> {
    let asked_bare: Vec<char> = asked.readings.first()?.bare.chars().collect();
    if asked.folded.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let near = read(index, found).into_iter().chain(shown(index)).filter_map(|candidate| {
        let word: Vec<char> = candidate.bare.chars().collect();
        let slipped = distance(&asked_bare, &word) * SLIP;
        let far = if candidate.sounds { SOUND } else { slipped };
        let near_enough = far <= slips(asked_bare.len().min(word.len())) * SLIP;
        (far > 0 && near_enough).then_some((far, candidate))
    });
    let nearest = near.min_by_key(|(far, candidate)| (*far, std::cmp::Reverse(candidate.count)));
    nearest.map(|(_, candidate)| candidate.spelled.to_owned())
}

/// The words of the shards that were read.
fn read<'i>(index: &'i Index, found: &Found) -> Vec<Candidate<'i>> {
    let sounds = |at: usize| found.forms.contains(&(at, Likeness::Sound));
    let candidate = |at: usize| {
        let form = &index.forms[at];
        let (bare, count) = (form.reading.bare.clone(), form.postings.len());
        Candidate { bare, spelled: form.shown(), count, sounds: sounds(at) }
    };
    found.shards.iter().cloned().flatten().map(candidate).collect()
}

/// The words of names, and those that are often there, sorted.
fn shown(index: &Index) -> impl Iterator<Item = Candidate<'_>> {
    let often = index.often.iter().map(String::as_str);
    let names = index.subjects.iter().flat_map(super::entry::Subject::found_by).map(String::as_str);
    let mut words: BTreeMap<String, (&str, usize)> = BTreeMap::new();
    for text in names.chain(often) {
        for span in spans(text) {
            words.entry(folded(span.cut(text))).or_insert((span.cut(text), 0)).1 += 1;
        }
    }
    words.into_iter().map(|(word, (spelled, count))| Candidate {
        bare: bare(&word).to_owned(),
        spelled,
        count,
        sounds: false,
    })
}

/// A word without the article.
fn bare(word: &str) -> &str {
    word.behind_article().filter(|rest| rest.chars().count() >= 3).unwrap_or(word)
}

/// How many slips part two words; more than two are three.
fn distance(a: &[char], b: &[char]) -> usize {
    if a.len().abs_diff(b.len()) > 2 {
        return 3;
    }
    let mut rows =
        [vec![0; b.len() + 1], (0..=b.len()).collect::<Vec<usize>>(), vec![0; b.len() + 1]];
    for i in 1..=a.len() {
        // The row before last, the last, and this one.
        let [before, last, row] = &mut rows;
        row[0] = i;
        for j in 1..=b.len() {
            let other = usize::from(a[i - 1] != b[j - 1]);
            row[j] = (last[j - 1] + other).min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        rows.rotate_left(1);
    }
    rows[1][b.len()].min(3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_counted() {
        let far = |a: &str, b: &str| {
            distance(&a.chars().collect::<Vec<_>>(), &b.chars().collect::<Vec<_>>())
        };
        assert_eq!(far("اقتصاد", "اقتصاد"), 0);
        assert_eq!(far("اقتصداي", "اقتصادي"), 1);
        assert_eq!(far("كاظيم", "كاظمي"), 1);
        assert_eq!(far("بغدد", "بغداد"), 1);
        assert_eq!(far("", "بغداد"), 3);
    }
}
