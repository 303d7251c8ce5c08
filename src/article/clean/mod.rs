//! [`RawArticle`] → [`Draft`]: the article, the whole article, and nothing but the article.

use crate::article::read::RawArticle;
use crate::config::Config;
use crate::diagnostics::Warned;
use crate::document::{Draft, MarkedText};
use crate::knowledge::Knowledge;

/// Cuts everything that is not the article, and says what was cut and why.
pub fn clean(raw: &RawArticle, knowledge: &Knowledge, config: &Config) -> Warned<Draft> {
    let _ = (knowledge, config);
    Warned::clean(Draft {
        front_matter: raw.front_matter.clone(),
        text: MarkedText::from_plain(raw.body.cut(&raw.text)),
        clues: raw.clues.clone(),
        origin: raw.clone().into_origin(),
    })
}
