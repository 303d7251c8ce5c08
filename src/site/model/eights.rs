//! Many numbers of eight bytes as the bytes that they are.

use std::fmt;

use serde::de::Visitor;
use serde::{Deserializer, Serializer};

pub(super) fn serialize<S: Serializer>(numbers: &[u64], to: S) -> Result<S::Ok, S::Error> {
    let bytes: Vec<u8> = numbers.iter().flat_map(|number| number.to_le_bytes()).collect();
    to.serialize_bytes(&bytes)
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u64>, D::Error> {
    from.deserialize_bytes(Bytes)
}

struct Bytes;

impl Visitor<'_> for Bytes {
    type Value = Vec<u64>;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("numbers of eight bytes")
    }

    fn visit_bytes<E: serde::de::Error>(self, bytes: &[u8]) -> Result<Vec<u64>, E> {
        let (numbers, rest) = bytes.as_chunks();
        let is_whole = rest.is_empty();
        let numbers = numbers.iter().map(|number| u64::from_le_bytes(*number));
        is_whole.then(|| numbers.collect()).ok_or_else(|| E::custom("a number that is cut off"))
    }
}
