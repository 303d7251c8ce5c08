//! How values of an entry are read: days as EDTF, cues with weights.

use std::collections::BTreeMap;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use crate::arabic::calendar::Edtf;

pub(super) fn edtf<'de, D: Deserializer<'de>>(from: D) -> Result<Edtf, D::Error> {
    String::deserialize(from)?.parse().map_err(D::Error::custom)
}

pub(super) fn optional_edtf<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Edtf>, D::Error> {
    Option::<String>::deserialize(from)?
        .map(|text| text.parse().map_err(D::Error::custom))
        .transpose()
}

pub(super) fn edtf_list<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Edtf>, D::Error> {
    Vec::<String>::deserialize(from)?
        .iter()
        .map(|text| text.parse().map_err(D::Error::custom))
        .collect()
}

/// Words with or without a weight: `- الانسحاب` or `- {الانسحاب: 2}`.
pub(super) fn weighted<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<(String, f64)>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Cue {
        Plain(String),
        Weighted(BTreeMap<String, f64>),
    }
    let cues = Vec::<Cue>::deserialize(from)?;
    Ok(cues
        .into_iter()
        .flat_map(|cue| match cue {
            Cue::Plain(word) => vec![(word, 1.0)],
            Cue::Weighted(words) => words.into_iter().collect(),
        })
        .collect())
}
