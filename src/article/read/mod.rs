//! A file → [`RawArticle`]s, mostly one: bytes are decoded, a saved page gives up its text and metadata.
//!
//! 1. [`formats`] opens what holds its text in a shell (a letter, a page saved as one file), and parts what holds several
//!    articles (a conversation, a feed);
//! 2. [`decode`] finds the encoding and refuses what is no text;
//! 3. [`header`] splits off the front matter;
//! 4. [`html`] turns a saved page into the lines of its visible text, says of each
//!    what the mark-up knows, and reads the metadata;
//! 5. [`pictures`] finds the pictures that lie beside a saved page, or in it.

mod decode;
mod digest;
mod formats;
mod header;
pub mod html;
mod mojibake;
mod pictures;
mod raw;

use std::io::Read as _;
use std::path::Path;
use std::sync::Arc;

pub(crate) use digest::digest;
pub use pictures::picture;
pub use raw::{MAX_BYTES, RawArticle};

use crate::config::Config;
use crate::diagnostics::{Diagnostic, Error, Warned};
use crate::document::{FrontMatter, InputKind};
use crate::span::Span;

/// Reads one file that holds one article; of several, the first.
///
/// # Errors
///
/// The file cannot be read, is larger than [`MAX_BYTES`], empty or holds no text, or its front matter is no YAML.
pub fn read(path: &Path, config: &Config) -> Result<Warned<RawArticle>, Error> {
    let Warned { value, diagnostics } = read_all(path, config)?;
    let first = value.into_iter().next();
    let first = first.ok_or_else(|| decode::empty().in_file(path.display().to_string()))?;
    Ok(Warned { value: first, diagnostics })
}

/// Reads all articles of one file: several of a conversation or a feed, none where it only holds talk, else one.
///
/// Of several each has a slug made of the file's name and of what tells it from the others, which does not change when
/// others join them.
///
/// # Errors
///
/// As [`read`]; and where a file is damaged.
pub fn read_all(path: &Path, config: &Config) -> Result<Warned<Vec<RawArticle>>, Error> {
    let failed = |source| Error::file(path, "reading the article", source);
    let file = std::fs::File::open(path).map_err(failed)?;
    let mut bytes = Vec::new();
    // A device may have no end; one byte more than may be read tells that there is more.
    file.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(failed)?;
    let read = all_from_bytes(&path.display().to_string(), &bytes, config)?;
    Ok(read.map(|articles| with_pictures(path, &bytes, articles)))
}

/// The articles of a file with the pictures that lie beside it, or in it.
pub(crate) fn with_pictures(
    path: &Path,
    bytes: &[u8],
    mut articles: Vec<RawArticle>,
) -> Vec<RawArticle> {
    pictures::attach(path, bytes, &mut articles);
    articles
}

/// Reads all articles of the bytes of one file, as [`read_all`] does; `path` tells the format, and is named in findings.
///
/// # Errors
///
/// As [`read_all`].
///
/// ```
/// use sijill::article::read::all_from_bytes;
/// let news = "افتتحت وزارة الموارد المائية سدًّا جديدًا في شمال البلاد، وقالت إنه يكفي ثلاث مدن.";
/// let text = format!("قناة المرسى, [26/07/2021 10:00]\n{news}\n\nقناة المرسى, [27/07/2021 09:30]\n{news}\n");
/// let found = all_from_bytes("marsa.txt", text.as_bytes(), &Default::default()).unwrap().value;
/// let slugs: Vec<_> = found.iter().flat_map(|raw| raw.front_matter.slug.clone()).collect();
/// assert_eq!(slugs, ["marsa-2021-07-26-1000", "marsa-2021-07-27-0930"]);
/// ```
pub fn all_from_bytes(
    path: &str,
    bytes: &[u8],
    config: &Config,
) -> Result<Warned<Vec<RawArticle>>, Error> {
    within_bounds(path, bytes.len())?;
    let named = |error: Error| {
        Error::Content(error.diagnostics().into_iter().map(|found| found.in_file(path)).collect())
    };
    let file = Path::new(path);
    let ending = file.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let kind = kind_of(file);
    if let Some(format) = formats::format_of(&ending.to_ascii_lowercase(), bytes) {
        let pieces = formats::pieces(format, bytes, config).map_err(named)?;
        return of_pieces(path, bytes, None, pieces);
    }
    let whole = from_bytes(path, bytes, kind, config)?;
    let parted = match kind {
        InputKind::Text => formats::of_text(whole.value.body.cut(&whole.value.text)),
        InputKind::Html => std::str::from_utf8(bytes).ok().and_then(formats::of_page),
        InputKind::Markdown => None,
    };
    match parted {
        // The file is the article, and the stamp says what is known of it.
        Some(Warned { value: mut pieces, .. }) if matches!(pieces.as_slice(), [only] if only.key.is_none()) =>
        {
            let clues = pieces.remove(0).clues;
            Ok(whole.map(|raw| vec![RawArticle { clues, ..raw }]))
        }
        Some(mut pieces) => {
            pieces.diagnostics.extend(whole.diagnostics);
            of_pieces(path, bytes, Some(whole.value), pieces)
        }
        None => Ok(whole.map(|raw| vec![raw])),
    }
}

/// The pieces of a file as articles; what a person wrote at the head of the file holds for each.
fn of_pieces(
    path: &str,
    bytes: &[u8],
    head: Option<RawArticle>,
    pieces: Warned<Vec<formats::Piece>>,
) -> Result<Warned<Vec<RawArticle>>, Error> {
    let Warned { value: pieces, diagnostics } = pieces;
    let mut diagnostics: Vec<Diagnostic> =
        diagnostics.into_iter().map(|found| found.in_file(path)).collect();
    let sha256 = digest(bytes);
    let stem = Path::new(path).file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let mut articles = Vec::with_capacity(pieces.len());
    for piece in pieces {
        // A message is no file with a head of its own, whatever its first line is.
        let whole = Span::new(0, piece.text.len());
        let bare = RawArticle { kind: piece.kind, ..bare(path, whole) };
        let front_matter = FrontMatter {
            slug: piece.key.as_ref().map(|key| format!("{stem}-{key}")),
            ..head.as_ref().map(|head| head.front_matter.clone()).unwrap_or_default()
        };
        let mut made = match piece.kind {
            InputKind::Html => html::page(&piece.text, whole, front_matter, bare),
            _ => Warned::clean(RawArticle { text: piece.text.into(), front_matter, ..bare }),
        };
        diagnostics.extend(made.diagnostics.into_iter().map(|found| found.in_file(path)));
        made.value.clues.splice(0..0, piece.clues);
        articles.push(RawArticle {
            title: piece.title.or(made.value.title),
            sha256: sha256.clone(),
            encoding: head.as_ref().map_or(piece.encoding, |head| head.encoding),
            ..made.value
        });
    }
    Ok(Warned { value: articles, diagnostics })
}

/// What kind of article a file is, by its ending.
pub(crate) fn kind_of(path: &Path) -> InputKind {
    match path
        .extension()
        .and_then(|ending| ending.to_str())
        .map(str::to_ascii_lowercase)
        .as_deref()
    {
        Some("md" | "markdown") => InputKind::Markdown,
        Some("html" | "htm" | "xhtml") => InputKind::Html,
        _ => InputKind::Text,
    }
}

/// Reads the bytes of one file; `path` is only named in findings.
///
/// # Errors
///
/// The bytes are empty or no text, or the front matter is no YAML.
pub fn from_bytes(
    path: &str,
    bytes: &[u8],
    kind: InputKind,
    config: &Config,
) -> Result<Warned<RawArticle>, Error> {
    let named = |error: Error| {
        Error::Content(error.diagnostics().into_iter().map(|found| found.in_file(path)).collect())
    };
    within_bounds(path, bytes.len())?;
    let decoded = decode::decode(bytes, config.encoding.as_deref(), kind == InputKind::Html)
        .map_err(named)?;
    let mut diagnostics: Vec<Diagnostic> =
        decoded.diagnostics.into_iter().map(|found| found.in_file(path)).collect();
    let mut read = of_text(path, decoded.value.text, kind)?;
    diagnostics.append(&mut read.diagnostics);
    let value =
        RawArticle { sha256: digest(bytes), encoding: decoded.value.encoding, ..read.value };
    Ok(Warned { value, diagnostics })
}

/// Reads a text that is already decoded, such as one record of the filter (of `{"id","lines"}` the lines joined by `\n`).
///
/// # Errors
///
/// The text is empty, or its front matter is no YAML.
///
/// ```
/// use sijill::article::read::from_text;
/// use sijill::document::InputKind;
/// let raw = from_text("-", "---\nlang: ar\n---\nافتتح المعرض أبوابه.", InputKind::Text).unwrap().value;
/// assert_eq!(raw.body.cut(&raw.text), "افتتح المعرض أبوابه.");
/// ```
pub fn from_text(path: &str, text: &str, kind: InputKind) -> Result<Warned<RawArticle>, Error> {
    of_text(path, text.to_owned(), kind)
}

/// An article of which nothing is known yet.
fn bare(path: &str, body: Span) -> RawArticle {
    RawArticle {
        path: path.to_owned(),
        kind: InputKind::Text,
        text: Arc::from(""),
        front_matter: FrontMatter::default(),
        body,
        clues: Vec::new(),
        title: None,
        page: None,
        sha256: String::new(),
        encoding: "UTF-8",
        pictures: Vec::new(),
    }
}

fn within_bounds(path: &str, length: usize) -> Result<(), Error> {
    if length <= MAX_BYTES {
        return Ok(());
    }
    let found = Diagnostic::error(
        "too-large",
        format!("this is larger than {} MiB, which no article is", MAX_BYTES / 1024 / 1024),
    );
    Err(found.help("split it, or take out what is no text").in_file(path).into())
}

fn of_text(path: &str, text: String, kind: InputKind) -> Result<Warned<RawArticle>, Error> {
    within_bounds(path, text.len())?;
    if text.trim().is_empty() {
        return Err(decode::empty().in_file(path).into());
    }
    let bare = RawArticle { kind, ..bare(path, Span::new(0, text.len())) };
    // Markdown goes to `document::parse` as it is.
    if kind == InputKind::Markdown {
        return Ok(Warned::clean(RawArticle { text: text.into(), ..bare }));
    }
    let header = header::header(&text).map_err(|found| found.in_file(path))?;
    let mut diagnostics = header.diagnostics;
    let (front_matter, body) = (header.value.front_matter, header.value.body);
    let mut made = match kind {
        InputKind::Html => html::page(&text, body, front_matter, bare),
        _ => Warned::clean(RawArticle { text: text.into(), front_matter, body, ..bare }),
    };
    diagnostics.append(&mut made.diagnostics);
    Ok(Warned {
        value: made.value,
        diagnostics: diagnostics.into_iter().map(|found| found.in_file(path)).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_in_what_is_wrong_with_it() {
        let found = from_bytes("a.txt", b"", InputKind::Text, &Config::default())
            .map(|_| ())
            .expect_err("it is empty")
            .diagnostics();
        assert_eq!(found[0].place(), "a.txt:1:1");
    }

    #[test]
    fn the_digest_is_of_the_bytes() {
        let read =
            from_bytes("a.txt", "\u{FEFF}نص".as_bytes(), InputKind::Text, &Config::default());
        let raw = read.map_err(|error| error.to_string()).expect("it is text").value;
        assert_eq!((&*raw.text, &*raw.sha256), ("نص", &*digest("\u{FEFF}نص".as_bytes())));
    }
}
