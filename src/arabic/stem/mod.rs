//! Cuts a word down for searching: clitics, the article, endings, broken plurals, spellings.
//!
//! 1. [`Lexicon`] holds what no rule reaches: broken plurals, verbs, words whose own
//!    letters look like clitics, names in several spellings ([`lexicon`]); [`names`] what has no kin ([`names`](mod@names));
//! 2. [`rows`] lists what may be written onto a word, [`analyze`] takes it off: of the ways to read a word, the one
//!    whose rest is in the lexicon and longest wins, else careful rules decide ([`affixes`]);
//! 3. [`key`] goes further: to the letters that a word shares with its kin, or a foreign name with its other spellings ([`kin`]).
//! 4. [`light`] only compares the vocabularies of texts.
//!
//! Words come in folded ([`fold`](super::fold)); whatever is not Arabic comes back as it is. All of it leaves as data
//! ([`Tables`]), on which the browser takes the same steps.

mod affixes;
mod kin;
mod lexicon;
pub mod light;
mod names;
mod rows;
mod tables;

pub use affixes::{Analysis, analyze, stem};
pub use kin::{Kinship, key, kinship, name_keys, same_letters, same_name, sound_alike};
pub use lexicon::{Lexicon, lexicon};
pub use names::{Name, names};
pub use rows::{After, Before, Table};
pub use tables::{Tables, tables};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arabic::fold::folded;

    const TUNED: &str = include_str!("../../../tests/corpus/stem-tuned.txt");
    const HELD_OUT: &str = include_str!("../../../tests/corpus/stem-held-out.txt");

    const LEMMAS_TUNED: &str = include_str!("../../../tests/corpus/stem-lemmas-tuned.txt");
    const LEMMAS_HELD_OUT: &str = include_str!("../../../tests/corpus/stem-lemmas-held-out.txt");

    /// Pairs that were missed by stem and family, and pairs that wrongly share a stem.
    fn wrong(corpus: &'static str) -> (usize, Vec<&'static str>, Vec<&'static str>) {
        let stems = |word: &str| stem(&folded(word)).into_owned();
        let (mut count, mut missed, mut merged) = (0, Vec::new(), Vec::new());
        for line in corpus.lines().filter(|line| !line.starts_with('#')) {
            if let Some((a, b)) = line.split_once(" = ") {
                count += 1;
                if stems(a) != stems(b) && key(&stems(a)) != key(&stems(b)) {
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

    /// How many pairs of words share a line and a stem, share a line, and share a stem.
    fn shared(corpus: &str) -> [f64; 3] {
        let lines = corpus.lines().filter(|line| !line.starts_with('#')).enumerate();
        let words: Vec<(usize, String)> = lines
            .flat_map(|(at, line)| {
                line.split_whitespace().map(move |word| (at, stem(&folded(word)).into_owned()))
            })
            .collect();
        let mut shared = [0.0; 3];
        for (at, (line, stem)) in words.iter().enumerate() {
            for (other_line, other_stem) in &words[..at] {
                let (one_line, one_stem) = (line == other_line, stem == other_stem);
                for (count, is) in shared.iter_mut().zip([one_line && one_stem, one_line, one_stem])
                {
                    *count += f64::from(u8::from(is));
                }
            }
        }
        shared
    }

    #[test]
    fn forms_of_a_lemma_share_a_stem() {
        for corpus in [LEMMAS_TUNED, LEMMAS_HELD_OUT] {
            let [both, line, stem] = shared(corpus);
            let f1 = 2.0 * both / (line + stem);
            println!("recall {:.3}, precision {:.3}, F1 {f1:.3}", both / line, both / stem);
            assert!(f1 >= 0.72, "{f1}");
        }
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
