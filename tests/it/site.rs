//! The wing of the site: content in, pages out.

use std::path::Path;

use sijill::article;
use sijill::config::Config;
use sijill::diagnostics::{Error, Warned};
use sijill::document::{Document, Origin};
use sijill::knowledge::Knowledge;
use sijill::site::load::{self, Reader};
use sijill::site::output::Output;
use sijill::site::{Options, output_of};

/// The other wing, as the command line hands it in.
struct Wing;

impl Reader for Wing {
    fn article(&self, path: &Path, knowledge: &Knowledge, config: &Config) -> Result<Warned<Document>, Error> {
        article::article(path, knowledge, config)
    }

    fn original(&self, path: &Path, config: &Config) -> Result<Origin, Error> {
        Ok(article::read::read(path, config)?.value.into_origin())
    }
}

fn build(root: &Path) -> Output {
    let theme = Path::new(env!("CARGO_MANIFEST_DIR"));
    let content = load::load(root, &Wing).unwrap();
    output_of(content.value, &Options { updated: None, theme: Some(theme.to_owned()) }).unwrap_or_else(|error| panic!("{error}")).value
}

#[test]
fn every_page_of_the_dossier_can_be_made() {
    let output = build(Path::new(env!("CARGO_MANIFEST_DIR")));
    output.check().unwrap_or_else(|error| panic!("{error}"));
}

/// `SITE_OUT=dir cargo test --test it site::write_out -- --ignored` writes the dossier for looking at it.
#[test]
#[ignore = "writes files; for looking at the dossier by hand"]
fn write_out() {
    let Ok(dir) = std::env::var("SITE_OUT") else { return };
    let root = std::env::var("SITE_ROOT").unwrap_or_else(|_| env!("CARGO_MANIFEST_DIR").to_owned());
    let output = build(Path::new(&root));
    sijill::site::publish::publish(&output, Path::new(&dir)).unwrap_or_else(|error| panic!("{error}"));
}
