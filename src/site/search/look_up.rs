//! A word of a query → the words of the vocabulary that answer it, found in the shards where its keys belong.

use std::ops::Range;

use super::cuts::Few;
use super::index::Index;
use super::word::{Likeness, SearchWord};

/// The forms that answer a word.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    /// Places in [`Index::forms`], rising within a shard, each with how it answers.
    pub(super) forms: Vec<(usize, Likeness)>,
    /// The shards that were read.
    pub(super) shards: Vec<Range<usize>>,
}

impl Found {
    /// Adds the forms that answer a word in the shard of a key, unless it has been read.
    fn read(&mut self, index: &Index, asked: &SearchWord, key: &str) {
        let Some(shard) = shard_of(index, key, asked.function) else { return };
        if self.shards.contains(&shard) {
            return;
        }
        for at in shard.clone() {
            let form = &index.forms[at];
            if form.function == asked.function
                && let Some(how) = asked.answered_by(&form.reading)
            {
                self.forms.push((at, how));
            }
        }
        self.shards.push(shard);
    }

    /// Whether the word itself, a form or another spelling of it is in the vocabulary.
    pub(super) fn near(&self) -> bool {
        self.forms.iter().any(|&(_, how)| how >= Likeness::Spelling)
    }

    /// Whether names that sound so are, and no kin.
    pub(super) fn sounds(&self) -> bool {
        let any = |likeness| self.forms.iter().any(|&(_, how)| how == likeness);
        any(Likeness::Sound) && !any(Likeness::Kin)
    }
}

/// Finds the forms that answer a word.
pub(super) fn look_up(index: &Index, asked: &SearchWord) -> Found {
    let mut found = Found::default();
    for reading in &asked.readings {
        found.read(index, asked, &reading.key);
    }
    if !found.near() {
        for key in &asked.names {
            found.read(index, asked, key);
        }
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
