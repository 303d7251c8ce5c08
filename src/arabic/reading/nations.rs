//! Of which nations a text speaks: «وزارة الدفاع» alone is that of the nation of its article.

use std::collections::BTreeMap;

use super::Text;
use crate::arabic::clitics::readings;
use crate::arabic::lexicon::{Nation, nation};

/// The nations of a text, and how often it speaks of each.
///
/// ```
/// use sijill::arabic::lexicon::nation;
/// use sijill::arabic::reading::{Nations, Text};
/// let nations = Nations::of(&Text::of_lines("قال وزير الفلاحة التونسي إن تونس ستستورد القمح من فرنسا."));
/// assert!(nations.may_be(nation("تونسيه").unwrap()) && !nations.may_be(nation("فرنسيه").unwrap()));
/// assert!(Nations::of(&Text::of_lines("بدأ الحصاد.")).may_be(nation("تونسيه").unwrap()));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Nations(BTreeMap<Nation, usize>);

impl Nations {
    /// Those of a text.
    pub fn of(read: &Text) -> Self {
        let mut counts = BTreeMap::new();
        for at in 0..read.words.len() {
            // «ولتونس», «وتونس»
            let found = readings(read.letters(at)).iter().find_map(|reading| nation(reading.rest));
            if let Some(found) = found {
                *counts.entry(found).or_default() += 1;
            }
        }
        Self(counts)
    }

    /// Whether what has no nation in the text may be of this one: it speaks of no other as often.
    pub fn may_be(&self, nation: Nation) -> bool {
        let count = |of: &Nation| self.0.get(of).copied().unwrap_or_default();
        self.0.keys().all(|other| *other == nation || count(other) < count(&nation))
    }
}
