//! The pictures of a saved page that may be its article's: those that lie beside it, and those within a page saved as
//! one file.
//!
//! What a page shows of another address stays an address: nothing is fetched.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read as _;
use std::path::Path;

use super::digest::digest;
use super::formats::{self, Part};
use super::html::Block;
use super::raw::RawArticle;
use crate::diagnostics::Error;
use crate::document::InputKind;
use crate::document::picture::{
    MOST_BYTES, MOST_PICTURES, Measured, Picture, address_of, addresses, beside, published_name,
};

/// The endings of addresses that lead to a picture: whoever follows one sees the same picture larger.
const ENDINGS: [&str; 6] = [".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif"];

/// How many addresses of pictures a page is asked for: more than any has, and few enough to look each up.
const MOST_ADDRESSES: usize = 1000;

/// What the folder of a page's pictures is called behind the page's name.
const HALF: &str = "_files";

/// Finds the pictures of the articles of a file, whose bytes these are; of several articles none has any.
///
/// A picture of the page that is too small for an article, leads to another page or is not there is marked as none of it.
pub(super) fn attach(path: &Path, bytes: &[u8], articles: &mut [RawArticle]) {
    let [raw] = articles else { return };
    match raw.kind {
        InputKind::Html => of_page(path, bytes, raw),
        InputKind::Markdown => {
            let named: BTreeSet<String> = addresses(&raw.text).into_iter().collect();
            let found = named.into_iter().filter_map(|address| {
                // What a person put there is of the article, however small it is.
                let (file, _) = beside(path, &address)?;
                let bytes = file_bytes(&file)?;
                let measured = Measured::of(&bytes)?;
                Some(made(&file, None, address, &bytes, measured))
            });
            raw.pictures = found.take(MOST_PICTURES).collect();
        }
        InputKind::Text => {}
    }
}

fn of_page(path: &Path, bytes: &[u8], raw: &mut RawArticle) {
    let Some(page) = &mut raw.page else { return };
    let parts = formats::parts(bytes);
    let mut found: Vec<Picture> = Vec::new();
    // A page that shows one picture in each line has its bytes read once.
    let mut seen: BTreeMap<String, Option<Option<(Picture, Measured)>>> = BTreeMap::new();
    for line in &mut page.lines {
        let Block::Image(image) = &mut line.block else { continue };
        if seen.len() >= MOST_ADDRESSES && !seen.contains_key(&image.address) {
            (line.main, line.article) = (false, false);
            continue;
        }
        let read = seen.entry(image.address.clone()).or_insert_with_key(|address| {
            match parts.iter().find(|part| part.is_called(address)) {
                Some(part) => Some(of_part(path, part)),
                None => of_file(path, address),
            }
        });
        let is_away = is_away(image.leads_to.as_deref());
        match read {
            Some(Some((picture, measured))) if measured.is_of_article() && !is_away => {
                image.address.clone_from(&picture.address);
                image.is_here = true;
                if found.len() < MOST_PICTURES && !found.contains(picture) {
                    found.push(picture.clone());
                }
            }
            None if !is_away => {}
            _ => (line.main, line.article) = (false, false),
        }
    }
    raw.pictures = found;
}

/// A picture beside a page; the outer nothing where the address is none of a file, the inner where there is no picture.
fn of_file(path: &Path, address: &str) -> Option<Option<(Picture, Measured)>> {
    if address.contains("://") || address.starts_with("//") {
        return None;
    }
    let read = || {
        let (file, address) = beside(path, address)?;
        let bytes = file_bytes(&file)?;
        let measured = Measured::of(&bytes)?;
        Some((made(&file, None, address, &bytes, measured), measured))
    };
    Some(read())
}

/// A picture within a page saved as one file: it is called as it will be where the page is written out.
fn of_part(path: &Path, part: &Part) -> Option<(Picture, Measured)> {
    let measured = Measured::of(&part.bytes).filter(|_| part.bytes.len() <= MOST_BYTES)?;
    let stem = path.file_stem()?.to_str()?;
    let digest = digest(&part.bytes);
    let name = published_name(&part.name(), &digest, measured.ending);
    let address = address_of(&format!("{stem}{HALF}"), &name);
    let made = made(path, Some(part.at), address, &part.bytes, measured);
    Some((Picture { name, ..made }, measured))
}

fn made(
    file: &Path,
    part: Option<usize>,
    address: String,
    bytes: &[u8],
    Measured { ending, width, height }: Measured,
) -> Picture {
    let own = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let name = published_name(&own, &digest(bytes), ending);
    Picture { address, file: file.to_owned(), part, name, width, height }
}

/// Whether a picture leads to another page, as those of teasers and notices do; not to itself in a larger size.
fn is_away(leads_to: Option<&str>) -> bool {
    leads_to.is_some_and(|address| {
        let path = address.split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
        !path.is_empty() && !ENDINGS.iter().any(|ending| path.ends_with(ending))
    })
}

/// The bytes of a picture that was found.
///
/// # Errors
///
/// The file is no longer there, or no longer what it was.
pub fn picture(picture: &Picture) -> Result<Vec<u8>, Error> {
    let gone = || {
        let source = std::io::Error::other("the picture is no longer what it was");
        Error::file(&picture.file, "reading a picture", source)
    };
    match picture.part {
        None => file_bytes(&picture.file).ok_or_else(gone),
        Some(at) => {
            let bytes = std::fs::read(&picture.file)
                .map_err(|source| Error::file(&picture.file, "reading a picture", source))?;
            let part = formats::parts(&bytes).into_iter().find(|part| part.at == at);
            part.map(|part| part.bytes).ok_or_else(gone)
        }
    }
}

/// The bytes of a file of a picture: no link leads to it, and it is not too large.
fn file_bytes(file: &Path) -> Option<Vec<u8>> {
    let is_real = |path: &Path, is: fn(&std::fs::Metadata) -> bool| {
        std::fs::symlink_metadata(path).is_ok_and(|found| is(&found))
    };
    if !is_real(file.parent()?, std::fs::Metadata::is_dir)
        || !is_real(file, std::fs::Metadata::is_file)
    {
        return None;
    }
    let mut bytes = Vec::new();
    let opened = std::fs::File::open(file).ok()?;
    opened.take(MOST_BYTES as u64 + 1).read_to_end(&mut bytes).ok()?;
    (bytes.len() <= MOST_BYTES).then_some(bytes)
}
