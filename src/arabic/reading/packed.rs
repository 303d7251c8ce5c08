//! What was read in a text as bytes: most words begin a byte behind the one before, so that each takes a few bytes, and
//! thousands of texts are taken from where they are kept nearly as fast as the disk gives them.

use std::fmt;

use serde::de::{Error as _, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::words::Word;
use crate::arabic::lexicon::Entry;
use crate::arabic::tokenize::TokenKind;
use crate::span::{Mapped, SourceMap};

/// What a word can be as a token, by the number that stands for it.
const TOKENS: [TokenKind; 3] = [TokenKind::Word, TokenKind::Number, TokenKind::Mark];

/// The words of a text.
pub(super) mod words {
    use super::*;

    pub(crate) fn serialize<S: Serializer>(words: &[Word], to: S) -> Result<S::Ok, S::Error> {
        if to.is_human_readable() {
            words.serialize(to)
        } else {
            to.serialize_bytes(&packed(words))
        }
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Word>, D::Error> {
        if from.is_human_readable() {
            return Vec::deserialize(from);
        }
        let bytes = from.deserialize_bytes(Bytes)?;
        unpacked(bytes).ok_or_else(|| D::Error::custom("no words"))
    }
}

/// A folded text with its way back.
pub(super) mod folded {
    use super::*;

    pub(crate) fn serialize<S: Serializer>(made: &Mapped, to: S) -> Result<S::Ok, S::Error> {
        if to.is_human_readable() {
            return made.serialize(to);
        }
        (Letters(&made.text), &made.map).serialize(to)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Mapped, D::Error> {
        if from.is_human_readable() {
            return Mapped::deserialize(from);
        }
        let (Letters(text), map) = <(Letters<'de>, SourceMap)>::deserialize(from)?;
        Ok(Mapped { text: text.to_owned(), map })
    }
}

/// Letters as bytes, which are seen to be letters many at a time.
struct Letters<'t>(&'t str);

impl Serialize for Letters<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_bytes(self.0.as_bytes())
    }
}

impl<'de> Deserialize<'de> for Letters<'de> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let bytes = from.deserialize_bytes(Bytes)?;
        simdutf8::basic::from_utf8(bytes).map(Self).map_err(D::Error::custom)
    }
}

/// Bytes where they lie.
struct Bytes;

impl<'de> Visitor<'de> for Bytes {
    type Value = &'de [u8];

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("bytes")
    }

    fn visit_borrowed_bytes<E: serde::de::Error>(self, bytes: &'de [u8]) -> Result<&'de [u8], E> {
        Ok(bytes)
    }
}

/// How many there are, then each: how far it begins behind the one before and how long it is, in the text and in the
/// folded one; what it is, together with its step to another paragraph; its entry. A step back is one around the end of
/// all numbers, so that every row of words is read as it was written.
fn packed(words: &[Word]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(8 * words.len() + 5);
    // In range: a text has fewer words than bytes.
    put(&mut bytes, words.len() as u32);
    let (mut end, mut folded_end, mut paragraph) = (0_u32, 0_u32, 0_u32);
    for word in words {
        put(&mut bytes, word.start.wrapping_sub(end));
        put(&mut bytes, word.end.wrapping_sub(word.start));
        put(&mut bytes, word.folded_start.wrapping_sub(folded_end));
        put(&mut bytes, word.folded_end.wrapping_sub(word.folded_start));
        let kind = TOKENS.iter().position(|kind| *kind == word.kind);
        bytes.push(kind.map_or(u8::MAX, |kind| kind as u8));
        put(&mut bytes, word.paragraph.wrapping_sub(paragraph));
        put(&mut bytes, word.entry.number());
        (end, folded_end, paragraph) = (word.end, word.folded_end, word.paragraph);
    }
    bytes
}

/// The words that were packed so; nothing where the bytes are no such thing.
fn unpacked(mut bytes: &[u8]) -> Option<Vec<Word>> {
    let bytes = &mut bytes;
    let count = take(bytes)? as usize;
    // Each takes seven bytes at least.
    let mut words = Vec::with_capacity(count.min(bytes.len()));
    let (mut end, mut folded_end, mut paragraph) = (0_u32, 0_u32, 0_u32);
    for _ in 0..count {
        let start = end.wrapping_add(take(bytes)?);
        end = start.wrapping_add(take(bytes)?);
        let folded_start = folded_end.wrapping_add(take(bytes)?);
        folded_end = folded_start.wrapping_add(take(bytes)?);
        let kind = *TOKENS.get(usize::from(*bytes.split_off_first()?))?;
        paragraph = paragraph.wrapping_add(take(bytes)?);
        let entry = Entry::numbered(take(bytes)?)?;
        words.push(Word { start, end, folded_start, folded_end, paragraph, entry, kind });
    }
    bytes.is_empty().then_some(words)
}

/// Writes a number: seven bits a byte, the lowest first; the highest bit says that another byte follows.
fn put(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// The number that stands first, which is taken off.
#[inline]
fn take(bytes: &mut &[u8]) -> Option<u32> {
    let first = *bytes.split_off_first()?;
    // Nearly all are small.
    if first < 0x80 { Some(u32::from(first)) } else { longer(first, bytes) }
}

/// A number of several bytes.
fn longer(first: u8, bytes: &mut &[u8]) -> Option<u32> {
    let mut number = u32::from(first & 0x7F);
    for shift in [7, 14, 21, 28] {
        let next = *bytes.split_off_first()?;
        let part = u32::from(next & 0x7F);
        number |= part.checked_shl(shift).filter(|shifted| shifted >> shift == part)?;
        if next < 0x80 {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arabic::reading::Text;

    #[test]
    fn words_are_read_as_they_were_written_and_half_of_them_are_none() {
        let text = format!("قال الوزيرُ في 15 نيسان: «بدأ العمل».\n\n{}\nوصل", "طويل".repeat(90));
        let words = Text::of_lines(&text).words;
        let bytes = packed(&words);
        assert_eq!(unpacked(&bytes).as_ref(), Some(&words));
        assert!(bytes.len() < 9 * words.len());
        assert!((0..bytes.len()).all(|end| unpacked(&bytes[..end]).is_none()));
        assert_eq!(unpacked(&[bytes, vec![0]].concat()), None);
        assert_eq!(unpacked(&packed(&[])), Some(Vec::new()));
    }

    #[test]
    fn every_number_and_every_order_is_kept() {
        let word = |start, end, paragraph| Word {
            start,
            end,
            folded_start: end,
            folded_end: start,
            paragraph,
            entry: Entry::default(),
            kind: TokenKind::Mark,
        };
        let words = vec![word(u32::MAX, 0, 7), word(3, u32::MAX, 2), word(0, 1 << 21, u32::MAX)];
        assert_eq!(unpacked(&packed(&words)), Some(words));
        for number in [0, 127, 128, 16_383, 16_384, 1 << 28, u32::MAX] {
            let mut bytes = Vec::new();
            put(&mut bytes, number);
            assert_eq!(take(&mut bytes.as_slice()), Some(number));
        }
        // More than a number holds.
        assert_eq!(take(&mut [0xFF, 0xFF, 0xFF, 0xFF, 0x7F].as_slice()), None);
        assert_eq!(take(&mut [0x80; 9].as_slice()), None);
    }
}
