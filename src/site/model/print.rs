//! What of one text shows that another one is a copy of it.

use std::hash::Hasher as _;

use serde::{Deserialize, Serialize};

use crate::arabic::quick_hash::WordHasher;
use crate::arabic::reading::Text;
use crate::arabic::tokenize::TokenKind;

/// Words in a row that two articles hardly share by chance.
const SHINGLE: usize = 7;

/// The runs of words of one text, by which a copy of it is known.
///
/// ```
/// use sijill::arabic::reading::Text;
/// use sijill::site::model::{NEAR, Print};
/// let print = |text| Print::of(&Text::of_lines(text));
/// let news = print("افتتحت الوزارة سدًّا جديدًا في شمال البلاد، وقالت إنه يكفي ثلاث مدن.");
/// let copy = print("بيان: افتتحت الوزارة سدا جديدا في شمال البلاد وقالت إنه يكفي ثلاث مدن");
/// assert!(news.shared_with(&copy) >= NEAR);
/// assert_eq!(news.shared_with(&print("زار الوفد المدينة القديمة ثم التقى رئيس بلديتها مساء الخميس.")), 0);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Print(#[serde(with = "super::eights")] Vec<u64>);

impl Print {
    /// The runs of a text that was read.
    pub fn of(read: &Text) -> Self {
        let mut runs = shingles_of(read);
        runs.sort_unstable();
        runs.dedup();
        Self(runs)
    }

    /// The runs, sorted, each once.
    pub(super) fn runs(&self) -> &[u64] {
        &self.0
    }

    /// How much of the shorter of the two stands in the other, in hundredths.
    pub fn shared_with(&self, other: &Self) -> u32 {
        let (short, long) =
            if self.0.len() <= other.0.len() { (&self.0, &other.0) } else { (&other.0, &self.0) };
        let common = short.iter().filter(|run| long.binary_search(run).is_ok()).count();
        u32::try_from(100 * common / short.len().max(1)).unwrap_or(100)
    }
}

fn shingles_of(read: &Text) -> Vec<u64> {
    let is_word = |&index: &usize| read.words[index].kind != TokenKind::Mark;
    let words: Vec<u64> = (0..read.words.len())
        .filter(is_word)
        .map(|index| hash(read.letters(index).as_bytes()))
        .collect();
    let join = |words: &[u64]| {
        words
            .iter()
            .fold(0, |sum: u64, word| sum.rotate_left(7).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ word)
    };
    words.windows(SHINGLE).map(join).collect()
}

/// The same on every machine, unlike that of the standard library's hasher.
fn hash(bytes: &[u8]) -> u64 {
    let mut hasher = WordHasher::default();
    hasher.write(bytes);
    // What says a word twice is another word.
    hasher.write_usize(bytes.len());
    hasher.finish()
}
