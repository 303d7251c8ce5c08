//! The language: pure functions on text, which know no file, no article and no HTML.
//!
//! - [`chars`]: the characters of the script and their classes
//! - [`normalize`]: repairs for showing; [`fold`]: blurs for comparing; both keep the way back
//! - [`tokenize`]: words and sentences
//! - [`clitics`]: what is written onto a word
//! - [`stem`](mod@stem): what is left of a word for searching
//! - [`calendar`]: months by country, weekdays, EDTF

pub mod calendar;
pub mod chars;
pub mod clitics;
pub mod fold;
pub mod normalize;
mod scan;
pub mod stem;
pub mod tokenize;
