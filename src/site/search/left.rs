//! What an index leaves for the next one: see [`known`](super::known).

use super::blocks::NAMES;
use super::lexeme::{Lexeme, ReadWord};
use super::lexemes::Lexemes;
use super::met::Met;

/// What the next index may know.
pub(super) fn written(met: &Met<'_>, lexemes: &Lexemes<'_>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut text = String::new();
    for (spelling, _) in &met.spellings {
        text.extend([spelling, "\n"]);
    }
    put(&mut bytes, text.as_bytes());
    text.clear();
    // Of what is known only that is kept which is still met.
    let mut numbers = vec![None; lexemes.readings.len()];
    let mut count = 0_u32;
    let mut words = Vec::with_capacity(lexemes.words.len() * ReadWord::BYTES);
    for word in &lexemes.words {
        let kept = word.with(|at| {
            *numbers[at as usize].get_or_insert_with(|| {
                let Lexeme { key, stem, bare } = lexemes.readings[at as usize];
                text.extend([key, "\n", stem, "\n", bare, "\n"]);
                count += 1;
                count - 1
            })
        });
        words.extend(kept.to_bytes());
    }
    put(&mut bytes, text.as_bytes());
    put(&mut bytes, &words);
    let mut entries = Vec::with_capacity(4 * met.len());
    let (mut row, mut ends) = (Vec::new(), Vec::new());
    for (digest, stretches) in met.digests.iter().zip(met.entries()) {
        row.clear();
        ends.clear();
        for (words, block) in stretches.filter(|(_, block)| *block != NAMES) {
            row.extend(words.iter().flat_map(|word| word.to_le_bytes()));
            // In range: there are fewer words than bytes of text.
            ends.extend(((row.len() / 4) as u32).to_le_bytes());
            ends.push(block);
        }
        entries.extend(digest);
        put(&mut entries, &ends);
        put(&mut entries, &row);
    }
    put(&mut bytes, &entries);
    bytes
}

fn put(to: &mut Vec<u8>, part: &[u8]) {
    to.extend((part.len() as u64).to_le_bytes());
    to.extend(part);
}
