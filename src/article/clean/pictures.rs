//! Which pictures of a saved page are its article's.
//!
//! The words that stand for a picture are no sentence, so that lines tell nothing of them: where a picture stands does.

use std::collections::BTreeSet;

use super::labelled::{Fate, Labelled};
use crate::article::read::html::{Block, Page, PageLine};
use crate::document::RemovedKind;

/// The lines of the pictures that lie beside the page, stand in the article and are no part of a notice in it.
pub(super) fn of_article(page: &Page, labelled: &Labelled<'_, '_>) -> BTreeSet<usize> {
    let is_kept = |index: &usize| labelled.is_kept(*index) && labelled.is_prose(*index);
    let last = (0..labelled.fates.len()).rev().find(is_kept);
    let lines = page.lines.iter().enumerate().take(last.unwrap_or_default());
    let is_own = |&(index, line): &(usize, &PageLine)| {
        let editor = Fate::Cut(RemovedKind::Editor, super::Reason::Editor);
        let is_ruled_out = labelled.in_region[index] || labelled.fates[index] == editor;
        lies_in_article(line) && !is_ruled_out
    };
    lines.filter(is_own).map(|(index, _)| index).collect()
}

fn lies_in_article(line: &PageLine) -> bool {
    match (&line.block, line.hint) {
        (Block::Image(image), None) if image.is_here => line.main || line.article,
        _ => false,
    }
}
