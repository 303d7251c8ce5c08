//! Where the vocabulary is cut into shards.

use std::collections::BTreeMap;

use super::form::{ALONE, Form};

/// How many bytes of postings a shard of words holds before the next key begins another.
const SHARD_BYTES: usize = 6_000;

/// Where each shard of words begins, as places in the vocabulary.
pub(super) fn cuts(forms: &[Form]) -> Vec<usize> {
    let mut cuts = Vec::new();
    let mut size = usize::MAX;
    for (at, form) in forms.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| forms.get(before));
        let new_key = before.is_none_or(|before| before.reading.key != form.reading.key);
        let place = |form: &Form| (form.function, form.run);
        let new_run = before.is_none_or(|before| place(before) != place(form));
        // A run is a shard, however long.
        if new_run || (size >= SHARD_BYTES && new_key && form.run == ALONE) {
            cuts.push(at);
            size = 0;
        }
        size += form.bytes();
    }
    cuts
}

/// The shards before those that are in order: of words that only hold a sentence together, then of families that are asked
/// for together.
#[derive(Clone, Debug, Default)]
pub(super) struct Few {
    /// How many shards hold words that only hold a sentence together.
    pub(super) function: usize,
    /// The shard of each family that is gathered.
    pub(super) gathered: BTreeMap<String, usize>,
    /// The first shard of all other families.
    pub(super) rest: usize,
}

impl Few {
    pub(super) fn of(forms: &[Form], cuts: &[usize]) -> Self {
        let first = |place: fn(&Form) -> bool| cuts.partition_point(|&at| place(&forms[at]));
        let function = first(|form| form.function);
        let rest = first(|form| form.function || form.run != ALONE);
        let ends = cuts.iter().skip(1).copied().chain([forms.len()]);
        let shards = cuts.iter().copied().zip(ends).enumerate().take(rest).skip(function);
        let keys = shards.flat_map(|(number, (from, to))| {
            forms[from..to].iter().map(move |form| (form.reading.key.clone(), number))
        });
        Self { function, gathered: keys.collect(), rest }
    }
}
