//! Of which nations a text speaks: «وزارة الدفاع» alone is that of the nation of its article.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Text;
use crate::arabic::clitics::readings;
use crate::arabic::lexicon::{Nation, state};

/// The nations of a text, and how often it speaks of each.
///
/// ```
/// use sijill::arabic::lexicon::nation;
/// use sijill::arabic::reading::{Nations, Text};
/// let nations = Nations::of(&Text::of_lines("قال وزير الفلاحة التونسي إن تونس ستستورد القمح من فرنسا."));
/// assert!(nations.may_be(nation("تونسيه").unwrap()) && !nations.may_be(nation("فرنسيه").unwrap()));
/// assert!(Nations::of(&Text::of_lines("بدأ الحصاد.")).may_be(nation("تونسيه").unwrap()));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Nations(BTreeMap<Nation, usize>);

impl Nations {
    /// Those of a text.
    pub fn of(read: &Text) -> Self {
        let mut counts = BTreeMap::new();
        for at in 0..read.words.len() {
            if let Some(found) = nation_at(read, at) {
                *counts.entry(found).or_default() += 1;
            }
        }
        Self(counts)
    }

    /// The one of which it speaks most; nothing where it speaks of none, or of two as often.
    pub(crate) fn leading(&self) -> Option<Nation> {
        let (nation, count) = self.0.iter().max_by_key(|(_, count)| **count)?;
        let is_clear = self.0.values().filter(|other| *other == count).count() == 1;
        is_clear.then_some(*nation)
    }

    /// Whether what has no nation in the text may be of this one: it speaks of no other as often.
    pub fn may_be(&self, nation: Nation) -> bool {
        self.0.keys().all(|&other| other == nation || self.count(other) < self.count(nation))
    }

    /// How often the text speaks of a nation.
    pub fn count(&self, nation: Nation) -> usize {
        self.0.get(&nation).copied().unwrap_or_default()
    }

    /// How often it speaks of the one of which it speaks most.
    pub fn most(&self) -> usize {
        self.0.values().copied().max().unwrap_or_default()
    }
}

/// The nation of which a word of a text speaks: «ولتونس», «التونسية», «بيروت».
pub fn nation_at(read: &Text, at: usize) -> Option<Nation> {
    let next = if read.same_paragraph(at, at + 1) { read.letters(at + 1) } else { "" };
    readings(read.letters(at)).iter().find_map(|reading| state(reading.rest, next))
}
