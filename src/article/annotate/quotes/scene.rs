//! What a reader of phrases needs of an article, and what a phrase can name.

use super::super::words::Words;
use super::heard::Hearing;
use super::host::Host;
use super::offices::Offices;
use crate::document::Mention;

/// What a reader of phrases needs of an article.
#[derive(Clone, Copy)]
pub(super) struct Scene<'a> {
    /// Its words.
    pub(super) words: &'a Words<'a>,
    /// Its names, none inside another.
    pub(super) mentions: &'a [Mention],
    /// What its words say about speech.
    pub(super) hearing: &'a Hearing<'a>,
    /// Where what is told of each person begins.
    pub(super) offices: &'a Offices,
    /// Whose interview or statement it is.
    pub(super) host: Option<Host>,
}
