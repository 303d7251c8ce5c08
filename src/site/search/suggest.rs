//! The nearest word of names, and of those that are often there, to one that stands nowhere.

use std::collections::BTreeMap;

use super::index::Index;
use super::look_up::Found;
use super::word::{Word, spans};
use crate::arabic::fold::folded;

/// How many slips a word of this many letters may have: a letter more, less, other, or two that changed places.
const fn slips(letters: usize) -> usize {
    match letters {
        0..4 => 0,
        4..7 => 1,
        _ => 2,
    }
}

/// A word that stands somewhere for one that does not: the nearest of names and of words that are often there, or a nearer
/// one of the shards that were read. Of words as near the one in more articles.
pub(super) fn suggestion(index: &Index, asked: &Word, found: &Found) -> Option<String> {
    let bare: Vec<char> = asked.readings.first()?.bare.chars().collect();
    if asked.folded.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let forms = found.shards.iter().cloned().flatten().map(|at| &index.forms[at]);
    let near = forms.filter_map(|form| {
        let word: Vec<char> = form.reading.bare.chars().collect();
        let far = distance(&bare, &word);
        (0 < far && far <= slips(bare.len().min(word.len()))).then_some((
            far,
            std::cmp::Reverse(form.postings.len()),
            form,
        ))
    });
    let read = near.min_by_key(|&(far, count, _)| (far, count)).map(|(far, _, form)| (far, form));
    match (read, nearest(index, &asked.folded)) {
        (Some((far, form)), often) if often.as_ref().is_none_or(|(less, _)| far < *less) => {
            Some(form.shown().to_owned())
        }
        (_, often) => often.map(|(_, word)| word),
    }
}

/// The word of names and of those that are often there that a folded word is likeliest a slip of, as it is spelled there;
/// before it by how many slips.
fn nearest(index: &Index, asked: &str) -> Option<(usize, String)> {
    let asked: Vec<char> = bare(asked).chars().collect();
    let often = index.often.iter().map(String::as_str);
    let names = index.subjects.iter().flat_map(super::entry::Subject::found_by).map(String::as_str);
    let mut words: BTreeMap<String, (&str, usize)> = BTreeMap::new();
    for text in names.chain(often) {
        for span in spans(text) {
            words.entry(folded(span.cut(text))).or_insert((span.cut(text), 0)).1 += 1;
        }
    }
    let near = words.iter().filter_map(|(word, (spelled, count))| {
        let word: Vec<char> = bare(word).chars().collect();
        let far = distance(&asked, &word);
        (0 < far && far <= slips(asked.len().min(word.len()))).then_some((
            far,
            std::cmp::Reverse(*count),
            *spelled,
        ))
    });
    // Of equals the first in order.
    near.min_by_key(|&(far, count, _)| (far, count))
        .map(|(far, _, spelled)| (far, spelled.to_owned()))
}

/// A word without the article.
fn bare(word: &str) -> &str {
    word.strip_prefix("ال").filter(|rest| rest.chars().count() >= 3).unwrap_or(word)
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
