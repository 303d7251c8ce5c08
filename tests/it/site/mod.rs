//! The wing of the site: content in, pages out.

mod addresses;
pub(crate) mod bad_content;
mod cases;
mod hand_made;
mod laws;
mod themes;

use std::path::Path;

use sijill::article;
use sijill::config::Config;
use sijill::diagnostics::{Error, Warned};
use sijill::document::review::Reviews;
use sijill::document::{Document, Order, Origin};
use sijill::knowledge::Knowledge;
use sijill::site::load::{self, Reader};
use sijill::site::model::Site;
use sijill::site::output::Output;
use sijill::site::{Options, output_of, site_of};

/// The other wing, as the command line hands it in.
pub(crate) struct Wing;

impl Reader for Wing {
    fn articles(
        &self,
        path: &Path,
        order: Order,
        reviews: &Reviews,
        knowledge: &Knowledge,
        config: &Config,
    ) -> Result<Warned<Vec<Document>>, Error> {
        article::articles_reviewed(path, order, reviews, knowledge, config)
    }

    fn asked(&self, document: &Document, knowledge: &Knowledge) -> [u8; 32] {
        article::annotate::asked(document, knowledge)
    }

    fn original(&self, path: &Path, config: &Config) -> Result<Origin, Error> {
        Ok(article::read::read(path, config)?.value.into_origin())
    }
}

/// The dossier of this repository, as `build` makes it.
pub(crate) fn build(root: &Path) -> Output {
    let theme = Path::new(env!("CARGO_MANIFEST_DIR"));
    let content = load::load(root, &Wing).unwrap();
    output_of(content.value, &Options { theme: Some(theme.to_owned()), ..Options::default() })
        .unwrap_or_else(|error| panic!("{error}"))
        .value
}

/// The site under a folder, before its pages are made.
pub(crate) fn model(root: &Path) -> Site {
    site_of(load::load(root, &Wing).unwrap().value).value
}

/// A page as text.
pub(crate) fn page(output: &Output, path: &str) -> String {
    let bytes = output
        .get(path)
        .unwrap_or_else(|| panic!("no {path} in {output:?}"))
        .unwrap_or_else(|error| panic!("{error}"));
    String::from_utf8(bytes).unwrap()
}

/// The lines of a page's `<main>`, or of the whole file where it has none; empty lines are the templates' business.
pub(crate) fn main_of(text: &str) -> String {
    let main = text
        .split_once("<main id=\"main\" tabindex=\"-1\">\n")
        .and_then(|(_, rest)| rest.split_once("\n</main>"));
    let whole = main.map_or(text, |(main, _)| main);
    whole.lines().filter(|line| !line.trim().is_empty()).flat_map(|line| [line, "\n"]).collect()
}

#[test]
fn every_page_of_the_dossier_can_be_made() {
    let output = build(Path::new(env!("CARGO_MANIFEST_DIR")));
    output.check().unwrap_or_else(|error| panic!("{error}"));
    laws::links_lead_somewhere(&output);
}
