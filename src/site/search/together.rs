//! Which words are often asked for together: those that often stand beside each other in the articles, so that one file
//! of the index holds «مهمة» and «التحالف».

use std::collections::BTreeMap;

use super::form::{ALONE, Form};

/// How many families are gathered; the browser has to know where each of them stands.
const MOST: usize = 400;

/// How many bytes of postings are gathered in one shard.
const RUN_BYTES: usize = 12_000;

/// How often two words must stand side by side.
const LEAST: u32 = 4;

/// What parts two stretches of text in a row of forms.
pub(super) const BREAK: u32 = u32::MAX;

/// For each form the run in which its family is gathered; the row names the forms in the order of the texts.
pub(super) fn runs(forms: &[Form], row: &[u32]) -> Vec<u16> {
    let mut families: BTreeMap<&str, (usize, Vec<usize>)> = BTreeMap::new();
    for (at, form) in forms.iter().enumerate().filter(|(_, form)| !form.function) {
        let family = families.entry(&form.reading.key).or_default();
        family.0 += form.bytes();
        family.1.push(at);
    }
    let mut frequent: Vec<(usize, Vec<usize>)> = families.into_values().collect();
    // Of equals the first in order.
    frequent.sort_by_key(|(bytes, _)| std::cmp::Reverse(*bytes));
    frequent.retain(|(bytes, _)| *bytes <= RUN_BYTES);
    frequent.truncate(MOST);
    let mut place = vec![None; forms.len()];
    for (family, (_, members)) in frequent.iter().enumerate() {
        members.iter().for_each(|&form| place[form] = Some(family));
    }
    let mut groups = Groups::of(frequent.iter().map(|(bytes, _)| *bytes).collect());
    for (a, b) in neighbours(row, &place, frequent.len()) {
        groups.join(a, b);
    }
    let numbers = groups.numbers();
    place.into_iter().map(|family| family.map_or(ALONE, |family| numbers[family])).collect()
}

/// Which families stand beside each other, the most often first.
fn neighbours(row: &[u32], place: &[Option<usize>], count: usize) -> Vec<(usize, usize)> {
    let mut often = vec![0_u32; count * count];
    for pair in row.windows(2) {
        let family = |form: u32| place.get(form as usize).copied().flatten();
        if let (Some(a), Some(b)) = (family(pair[0]), family(pair[1]))
            && a != b
        {
            often[a.min(b) * count + a.max(b)] += 1;
        }
    }
    let mut pairs: Vec<(u32, usize)> = often
        .into_iter()
        .enumerate()
        .filter(|(_, often)| *often >= LEAST)
        .map(|(at, often)| (often, at))
        .collect();
    pairs.sort_unstable_by_key(|&(often, at)| (std::cmp::Reverse(often), at));
    pairs.into_iter().map(|(_, at)| (at / count, at % count)).collect()
}

/// Families in groups, none larger than a shard.
struct Groups {
    /// The group of each family, by one of its families.
    group: Vec<usize>,
    /// How many bytes the group of this number has.
    bytes: Vec<usize>,
}

impl Groups {
    /// Each family by itself.
    fn of(bytes: Vec<usize>) -> Self {
        Self { group: (0..bytes.len()).collect(), bytes }
    }

    /// Puts two groups together, unless that were too much.
    fn join(&mut self, a: usize, b: usize) {
        let (into, from) = (self.group[a], self.group[b]);
        let both = self.bytes[into] + self.bytes[from];
        if into != from && both <= RUN_BYTES {
            self.group.iter_mut().filter(|group| **group == from).for_each(|group| *group = into);
            self.bytes[into] = both;
        }
    }

    /// The number of the run of each family; those by themselves are in none.
    fn numbers(&self) -> Vec<u16> {
        let mut runs = BTreeMap::new();
        for &group in &self.group {
            *runs.entry(group).or_insert(0_usize) += 1;
        }
        runs.retain(|_, members| *members > 1);
        let number = |group| runs.keys().position(|other| other == group);
        // There are fewer runs than families.
        self.group.iter().map(|group| number(group).map_or(ALONE, |at| at as u16)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_side_by_side_is_gathered_as_far_as_a_shard_goes() {
        let mut groups = Groups::of(vec![RUN_BYTES / 2, RUN_BYTES / 3, RUN_BYTES / 3, 100]);
        groups.join(0, 1);
        groups.join(1, 2);
        assert_eq!(groups.numbers(), [0, 0, ALONE, ALONE]);
        groups.join(3, 2);
        assert_eq!(groups.numbers(), [0, 0, 1, 1]);
    }

    #[test]
    fn neighbours_are_counted_within_a_stretch() {
        let place = [Some(0), Some(1), None];
        assert_eq!(neighbours(&[0, 1, 1, 0, 2, 0, 1, 0, BREAK, 1], &place, 2), [(0, 1)]);
        assert_eq!(neighbours(&[0, 2, 1, BREAK, 0, BREAK, 1], &place, 2), []);
    }
}
