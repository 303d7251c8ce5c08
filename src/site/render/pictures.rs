//! The pictures of articles: where they lie on the site, and their elements.

use std::sync::Arc;

use crate::diagnostics::Error;
use crate::document::Picture;
use crate::document::picture::UNNAMED;
use crate::site::model::{Article, Site};
use crate::site::output::{Output, Owner};

use super::escape::escape_attribute;
use super::link::Here;

/// The path of a picture from the site's root.
fn path(article: &Article, picture: &Picture) -> String {
    format!("articles/{}/{}", article.slug, picture.name)
}

/// The pictures that the page of an article shows: those of a text that is shown whole.
fn shown(article: &Article) -> &[Picture] {
    let whole = article.is_full() && !article.withdrawn();
    if whole { &article.document.origin.pictures } else { &[] }
}

/// Adds the pictures of all articles beside their pages.
///
/// # Errors
///
/// Something else has the path of one.
pub fn add_pictures(
    site: &Arc<Site>,
    read: fn(&Picture) -> Result<Vec<u8>, Error>,
    output: &mut Output,
) -> Result<(), Error> {
    for article in &site.articles {
        for picture in shown(article) {
            let path = path(article, picture);
            // Two names of one picture.
            if !output.contains(&path) {
                let picture = picture.clone();
                let owner = Owner::file(&article.document.origin.path);
                output.add(path, owner, move || read(&picture))?;
            }
        }
    }
    Ok(())
}

/// The pictures of one article as a page shows them.
#[derive(Clone, Debug, Default)]
pub(super) struct Pictures<'a> {
    article: Option<(&'a Article, &'a Here)>,
}

impl<'a> Pictures<'a> {
    /// Those of an article on the page that is being made.
    pub(super) fn of(article: &'a Article, here: &'a Here) -> Self {
        Self { article: Some((article, here)) }
    }

    /// The element of a picture; nothing where the address is of none that lies on the site.
    pub(super) fn element(&self, address: &str, words: &str, caption: &str) -> Option<String> {
        let (article, here) = self.article?;
        let picture = shown(article).iter().find(|picture| picture.address == address)?;
        // What is written under it need not be heard twice.
        let says_nothing = words == caption || words == UNNAMED && !caption.is_empty();
        let words = if says_nothing { "" } else { words };
        let mut tag = "<img src=\"".to_owned();
        escape_attribute(&mut tag, &here.to(&path(article, picture)));
        let (width, height) = (picture.width, picture.height);
        tag.push_str(&format!("\" width=\"{width}\" height=\"{height}\" loading=\"lazy\" alt=\""));
        escape_attribute(&mut tag, words);
        tag.push_str("\">");
        Some(tag)
    }
}
