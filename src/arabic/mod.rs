//! The language: pure functions on text, which know no file, no article and no HTML.
//!
//! - [`chars`]: the characters of the script and their classes
//! - [`normalize`]: repairs for showing; [`fold`]: blurs for comparing; both keep the way back
//! - [`tokenize`]: words and sentences
//! - [`clitics`]: what is written onto a word
//! - [`lexicon`]: what each word can be, one table for the whole house
//! - [`reading`]: a text read once: words, sentences, pairs of quotation marks
//! - [`stem`](mod@stem): what is left of a word for searching
//! - [`calendar`]: months by country, weekdays, EDTF

pub mod bidi;
pub mod calendar;
pub mod chars;
pub mod clitics;
pub mod collate;
pub mod file_name;
pub mod fold;
pub mod lexicon;
pub mod normalize;
pub mod numbers;
pub mod plural;
pub(crate) mod quick_hash;
pub mod reading;
mod scan;
pub(crate) mod sieve;
pub mod slug;
pub mod spelling;
pub mod stem;
pub mod tokenize;
