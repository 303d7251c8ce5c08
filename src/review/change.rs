//! Files before and after, and the difference as a reader sees it.

use std::path::PathBuf;

use serde::Serialize;
use sha2::{Digest as _, Sha256};

/// One file before and after; where there is nothing before, it is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The file.
    pub path: PathBuf,
    /// Its bytes before.
    pub before: Option<Vec<u8>>,
    /// Its bytes after.
    pub after: Vec<u8>,
}

/// What an action would write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// What is done, in a few words.
    pub title: String,
    /// The files that change; none where all is so already.
    pub changes: Vec<Change>,
}

/// One line of a difference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DiffLine {
    /// `+`, `-`, or a space where it stays.
    pub sign: char,
    /// The line.
    pub text: String,
}

/// How many lines that stay are shown above and below.
const AROUND: usize = 2;

impl Plan {
    /// What makes this plan different from any other: made again, it must be the same before it is written.
    pub fn stamp(&self) -> String {
        let mut hash = Sha256::new();
        for change in &self.changes {
            hash.update(change.path.as_os_str().as_encoded_bytes());
            for bytes in [change.before.as_deref().unwrap_or_default(), &change.after] {
                hash.update(bytes.len().to_le_bytes());
                hash.update(bytes);
            }
        }
        hash.finalize().iter().take(12).map(|byte| format!("{byte:02x}")).collect()
    }
}

impl Change {
    /// The lines that go and come, with a few that stay.
    ///
    /// ```
    /// use sijill::review::Change;
    /// let change = Change { path: "a.md".into(), before: Some("أ\nب\nت".into()), after: "أ\nث\nت".into() };
    /// let signs: String = change.diff().iter().map(|line| line.sign).collect();
    /// assert_eq!(signs, " -+ ");
    /// ```
    pub fn diff(&self) -> Vec<DiffLine> {
        difference(self.before.as_deref().unwrap_or_default(), &self.after)
    }
}

/// The difference of two texts: the lines between what both begin and end with.
pub(super) fn difference(before: &[u8], after: &[u8]) -> Vec<DiffLine> {
    let (before, after) = (String::from_utf8_lossy(before), String::from_utf8_lossy(after));
    let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let tail = old[head..].iter().rev().zip(new[head..].iter().rev()).take_while(|(a, b)| a == b);
    let tail = tail.count();
    let line = |sign: char| {
        move |text: &&str| DiffLine { sign, text: text.trim_end_matches('\r').to_owned() }
    };
    let above = old[head.saturating_sub(AROUND)..head].iter().map(line(' '));
    let gone = old[head..old.len() - tail].iter().map(line('-'));
    let come = new[head..new.len() - tail].iter().map(line('+'));
    let below = old[old.len() - tail..].iter().take(AROUND).map(line(' '));
    above.chain(gone).chain(come).chain(below).collect()
}
