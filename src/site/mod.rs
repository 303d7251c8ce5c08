//! The wing that needs all articles together: documents in, the pages of a dossier out.
//!
//! 1. [`load`] reads `content/`;
//! 2. [`model`] joins the documents into a [`model::Site`], which knows no HTML;
//! 3. [`render`] makes of it an [`output::Output`]: every path, and how to make its bytes when they are asked for;
//! 4. [`search`] indexes it, in files that stand among the pages;
//! 5. [`publish`] writes it into a folder.

mod kept;
pub mod load;
pub mod model;
pub mod output;
pub mod publish;
pub mod render;
pub mod search;

use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::diagnostics::{Error, Severity, Warned};
use crate::document::Draft;
pub use kept::Kept;
use load::Content;
use model::FreePage;
use output::Output;
use render::{Statics, Templates};

/// What the caller knows of the world.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The day of `SOURCE_DATE_EPOCH`, for feeds of content that has no dates of its own.
    pub updated: Option<NaiveDate>,
    /// The folder whose `templates/` and `static/` override the default theme.
    pub theme: Option<PathBuf>,
    /// What the build before has left, and where the next one finds the same.
    pub kept: Option<Kept>,
}

/// Everything between what `content/` holds and the pages, static files included.
///
/// # Errors
///
/// Two articles cannot stand beside each other, two pages have one path, or a template is wrong.
pub fn output_of(content: Content, options: &Options) -> Result<Warned<Output>, Error> {
    Ok(preview_of(content, options)?.map(|(output, _)| output))
}

/// The same together with the site that the pages show, for a preview that speaks of both.
///
/// # Errors
///
/// As [`output_of`].
pub fn preview_of(
    content: Content,
    options: &Options,
) -> Result<Warned<(Output, Arc<model::Site>)>, Error> {
    let pictures = content.pictures;
    let mut made = site_of_again(content, options.kept.as_ref());
    if made.diagnostics.iter().any(|found| found.severity == Severity::Error) {
        return Err(Error::Content(made.diagnostics));
    }
    let site = Arc::new(made.value);
    let theme = options.theme.as_deref();
    let templates = Arc::new(Templates::load(theme)?);
    made.diagnostics.extend(Templates::doubts(theme)?);
    let mut output =
        render::pages_with(&site, &templates, render::Options { updated: options.updated })?;
    if let Some(read) = pictures {
        render::add_pictures(&site, read, &mut output)?;
    }
    let (searched, kept) = (Arc::clone(&site), options.kept.clone());
    output.set_unlisted(site.entities.values().filter(|page| page.unlisted).count());
    output.set_redirects(site.redirects.len());
    output.add_together("search", "the search index", move || {
        search::Index::of_site_again(&searched, kept.as_ref()).late_files()
    })?;
    Statics::load(theme)?.add_to(&mut output)?;
    Ok(Warned { value: (output, site), diagnostics: made.diagnostics })
}

/// Everything that content says, joined; what [`output_of`] makes pages of.
///
/// Comes with what its editor should know.
pub fn site_of(content: Content) -> Warned<model::Site> {
    site_of_again(content, None)
}

fn site_of_again(content: Content, kept: Option<&Kept>) -> Warned<model::Site> {
    let (knowledge, config) = (&content.knowledge, &content.config);
    let made = model::assemble_again(content.documents, knowledge, config, kept);
    made.map(|site| site.with_pages(content.pages.into_iter().map(free_page).collect()))
}

/// A page of `content/pages/`: its slug is the file's stem, its title that of the front matter or the first heading.
fn free_page(draft: Draft) -> FreePage {
    let file = draft.origin.path.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let markdown = draft.text.markdown;
    let (title, markdown) =
        match (draft.front_matter.title, markdown.trim_start().strip_prefix("# ")) {
            (Some(title), _) => (title, markdown),
            (None, Some(rest)) => {
                let (title, rest) = rest.split_once('\n').unwrap_or((rest, ""));
                (title.trim().to_owned(), rest.to_owned())
            }
            (None, None) => (stem.to_owned(), markdown),
        };
    FreePage {
        slug: draft.front_matter.slug.unwrap_or_else(|| stem.to_owned()),
        title,
        lang: draft.front_matter.lang,
        markdown,
        source: draft.origin.path.clone(),
    }
}
