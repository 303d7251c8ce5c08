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
