//! Cuts a word down for searching: clitics, the article, endings, broken plurals, spellings.
//!
//! 1. [`Lexicon`] holds what no rule reaches: broken plurals, verbs, words whose own
//!    letters look like clitics, names in several spellings ([`lexicon`]);
//! 2. [`stem`] takes off what is written onto a word; of the ways to read it, the one
//!    whose rest is in the lexicon and longest wins, else careful rules decide ([`affixes`]);
//! 3. [`family`] goes further, to the letters that a word shares with its kin ([`family`](mod@family)).
//!
//! Words come in folded ([`fold`](super::fold)); whatever is not Arabic comes back as it is.

mod affixes;
mod family;
mod lexicon;

pub use affixes::{AffixTables, Analysis, affix_tables, analyze, stem};
pub use family::family;
pub use lexicon::{Lexicon, lexicon};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arabic::fold::folded;

    const TUNED: &str = include_str!("../../../tests/corpus/stem-tuned.txt");
    const HELD_OUT: &str = include_str!("../../../tests/corpus/stem-held-out.txt");

    /// Pairs that were missed by stem and family, and pairs that wrongly share a stem.
    fn wrong(corpus: &'static str) -> (usize, Vec<&'static str>, Vec<&'static str>) {
        let stems = |word: &str| stem(&folded(word)).into_owned();
        let (mut count, mut missed, mut merged) = (0, Vec::new(), Vec::new());
        for line in corpus.lines().filter(|line| !line.starts_with('#')) {
            if let Some((a, b)) = line.split_once(" = ") {
                count += 1;
                if stems(a) != stems(b) && family(&stems(a)) != family(&stems(b)) {
                    missed.push(line);
                }
            } else if let Some((a, b)) = line.split_once(" ≠ ") {
                count += 1;
                if stems(a) == stems(b) {
                    merged.push(line);
                }
            }
        }
        (count, missed, merged)
    }

    #[test]
    fn pairs_meet_or_stay_apart() {
        for corpus in [TUNED, HELD_OUT] {
            let (count, missed, merged) = wrong(corpus);
            println!("{count}: missed {missed:?} merged {merged:?}");
            assert!((missed.len() + merged.len()) * 100 <= count * 7, "{missed:?} {merged:?}");
        }
    }
}
