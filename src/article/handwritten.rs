//! What a Markdown file that a person wrote says of itself: its headline, its day, whose it is.
//!
//! Nothing of its text is cut: whoever writes Markdown writes for readers. But the heading at its head is the headline, and a
//! day below it («نيويورك – 9 يوليو 2021») is the day of the article, as in any other text.

use super::clean;
use super::read::RawArticle;
use crate::document::{Draft, InputKind, readable, split_front_matter};
use crate::knowledge::Knowledge;

/// How many bytes an article has whose head and foot are read: more is a book, which has a cover and no dateline.
const LONGEST: usize = 256 * 1024;

/// Fills in what the front matter leaves open and the head or the foot of the text says.
pub(super) fn read_head(raw: &RawArticle, draft: &mut Draft, knowledge: &Knowledge) {
    let front = &mut draft.front_matter;
    let is_written_by_program = !front.removed.is_empty() || front.source.sha256.is_some();
    if is_written_by_program {
        return;
    }
    let says_all = front.date.is_some() && front.source.outlet.is_some();
    let as_text = (!says_all && raw.text.len() <= LONGEST).then(|| RawArticle {
        kind: InputKind::Text,
        text: readable(&raw.text).into(),
        body: split_front_matter(&raw.text).1,
        front_matter: front.clone(),
        ..raw.clone()
    });
    if front.title.is_none() {
        front.title = draft.text.take_headline();
    }
    if let Some(raw) = as_text {
        let page = clean::clean(&raw, knowledge).value;
        draft.clues = page.clues;
        let (own, found) = (&mut draft.front_matter.source, page.front_matter.source);
        own.outlet = own.outlet.take().or(found.outlet);
        own.author = own.author.take().or(found.author);
    }
}
