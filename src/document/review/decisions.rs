//! What a person can decide.

use std::collections::BTreeMap;

use super::place::Place;
use crate::arabic::calendar::Edtf;
use crate::document::findings::{MentionKind, Speaker};
use crate::document::front_matter::PublicationStatus;
use crate::entity::Id;

/// The decisions about one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Review {
    /// The file, as the user would name it; empty where there is none.
    pub path: String,
    /// When the article was published; without a day nobody can know it.
    pub date: Option<(Option<Edtf>, usize)>,
    /// Who published it, as id or name.
    pub outlet: Option<(String, usize)>,
    /// Its topics.
    pub topics: Option<(Vec<String>, usize)>,
    /// Whether it is shown.
    pub status: Option<(PublicationStatus, usize)>,
    /// What words of the text are.
    pub decisions: Vec<Decision>,
    /// What is kept and what is cut of the raw file.
    pub lines: Vec<LineRule>,
}

/// What a person decided about the articles of one file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reviews {
    /// About the one article that the file is.
    pub own: Review,
    /// About one of several articles of the file, by its slug.
    pub parts: BTreeMap<String, Review>,
}

impl Reviews {
    /// The decisions about one article of the file; about the only one those of the file count too.
    pub fn of(&self, slug: Option<&str>, is_only: bool) -> Option<&Review> {
        let of_part = slug.and_then(|slug| self.parts.get(slug));
        of_part.or(is_only.then_some(&self.own))
    }
}

/// What a person decided about some words.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// The words.
    pub place: Place,
    /// What they are.
    pub verdict: Verdict,
    /// The line of the file that says so, from 1.
    pub line: usize,
}

/// What words are.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// They name something.
    Mention(MentionKind, Option<Id>),
    /// They are a day, a month, a year.
    Date(Edtf),
    /// Nothing is here.
    Plain,
    /// They open a quotation of this speaker.
    Speech(Speaker),
    /// They open a quotation that is no speech.
    NoSpeech,
}

/// What a person decided about lines of the raw file, by their words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineRule {
    /// Whether they are kept or cut.
    pub keep: bool,
    /// How the first of them begins.
    pub from: String,
    /// How the last of them begins, where there are several.
    pub to: Option<String>,
    /// Which of the lines that begin so, from 1.
    pub occurrence: usize,
    /// The line of the review that says so, from 1.
    pub line: usize,
}
