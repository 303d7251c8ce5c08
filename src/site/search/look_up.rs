//! A word of a query → the words of the vocabulary that answer it, found in the shards where its keys belong.

use std::collections::BTreeSet;
use std::ops::Range;

use super::cuts::Few;
use super::index::Index;
use super::word::{Likeness, Word};

/// The forms that answer a word.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    /// Places in [`Index::forms`], rising within a shard, each with how it answers.
    pub(super) forms: Vec<(usize, Likeness)>,
    /// The shards that were read.
    pub(super) shards: Vec<Range<usize>>,
}

impl Found {
    /// Whether the word itself, a form or another spelling of it is in the vocabulary.
    pub(super) fn near(&self) -> bool {
        self.forms.iter().any(|&(_, how)| how > Likeness::Kin)
    }
}

/// Finds the forms that answer a word.
pub(super) fn look_up(index: &Index, asked: &Word) -> Found {
    let mut found = Found::default();
    let mut read = BTreeSet::new();
    for reading in &asked.readings {
        let Some(shard) = shard_of(index, &reading.key, asked.function) else { continue };
        if !read.insert(shard.start) {
            continue;
        }
        for at in shard.clone() {
            let form = &index.forms[at];
            if form.function == asked.function
                && let Some(how) = asked.answered_by(&form.reading)
            {
                found.forms.push((at, how));
            }
        }
        found.shards.push(shard);
    }
    found
}

/// The places of the shard in which a key stands.
fn shard_of(index: &Index, key: &str, function: bool) -> Option<Range<usize>> {
    let Few { function: few, gathered, rest } = &index.few;
    let in_order = || {
        let run = if function { 0..*few } else { *rest..index.cuts.len() };
        let begins = |&at: &usize| index.forms[at].reading.key.as_str() <= key;
        let before = index.cuts[run.clone()].partition_point(begins);
        (!run.is_empty()).then(|| run.start + before.saturating_sub(1))
    };
    let number = gathered.get(key).filter(|_| !function).copied().or_else(in_order)?;
    Some(index.cuts[number]..index.cuts.get(number + 1).copied().unwrap_or(index.forms.len()))
}
