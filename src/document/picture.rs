//! Pictures of an article: which files they are, what is known of them, how its Markdown names them.
//!
//! A page that a browser saved "complete" is `x.html` and a folder `x_files/`. A picture is one of the files right in such
//! a folder, named by its last part alone, so that no address leads anywhere else.

use std::path::{Path, PathBuf};

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};
use pulldown_cmark::{Event, Parser, Tag};
use serde::{Deserialize, Serialize};

use super::markup::parser_options;
use crate::arabic::slug::slug_within;

/// What stands for a picture that has no words of its own.
pub const UNNAMED: &str = "صورة";

/// The most bytes of a picture; what is larger is left where it is.
pub const MOST_BYTES: usize = 8 * 1024 * 1024;

/// The most pictures of one article.
pub const MOST_PICTURES: usize = 40;

/// What is smaller than this in pixels is a logo, a portrait of a columnist, a button.
const LEAST: (u32, u32) = (200, 120);

/// What is wider or higher than so many times its other side is a banner or a line.
const LONGEST: u32 = 4;

/// The most bytes of the part of a published name that the picture's own name gives.
const NAME_BYTES: usize = 48;

/// What cannot stand in an address of Markdown, nor be told from its other parts.
const ADDRESS: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'(')
    .add(b')')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'*')
    .add(b'`');

/// A picture of an article, whose bytes were looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// Its address in the Markdown: `x_files/dam.jpg`.
    pub address: String,
    /// The file that holds it.
    pub file: PathBuf,
    /// Which part of that file it is, where the file is a page saved as one.
    pub part: Option<usize>,
    /// Its name beside the published page: what it was called, and a digest of its bytes.
    pub name: String,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
}

/// What the bytes of a picture say: the ending of its kind, its width and its height.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measured {
    /// How files of its kind end.
    pub ending: &'static str,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
}

impl Measured {
    /// What the bytes of a PNG, JPEG, GIF or WebP say; nothing of all else, a drawing that may hold a script among it.
    ///
    /// ```
    /// use sijill::document::picture::Measured;
    /// let gif = Measured::of(b"GIF89a\x40\x01\xF0\x00...").unwrap();
    /// assert_eq!((gif.ending, gif.width, gif.height), ("gif", 320, 240));
    /// assert_eq!(Measured::of(b"<svg onload=\"alert(1)\">"), None);
    /// ```
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let (ending, (width, height)) = match bytes {
            [0x89, b'P', b'N', b'G', ..] => ("png", png(bytes)?),
            [0xFF, 0xD8, 0xFF, ..] => ("jpg", jpeg(bytes)?),
            [b'G', b'I', b'F', b'8', ..] => ("gif", (little(bytes, 6, 2)?, little(bytes, 8, 2)?)),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => {
                ("webp", webp(bytes)?)
            }
            _ => return None,
        };
        (width > 0 && height > 0).then_some(Self { ending, width, height })
    }

    /// Whether it can be a picture of the article: no button, no banner.
    pub(crate) fn is_of_article(self) -> bool {
        let is_large = self.width >= LEAST.0 && self.height >= LEAST.1;
        let is_long = |a: u32, b: u32| a / LONGEST > b;
        is_large && !is_long(self.width, self.height) && !is_long(self.height, self.width)
    }
}

/// The file that an address of an article's text names, and how its Markdown names it: where the folder was renamed
/// with its page, it is found all the same.
///
/// ```
/// use std::path::Path;
/// use sijill::document::picture::beside;
/// let of = |address| beside(Path::new("a/sadd.html"), address);
/// let (file, address) = of("./السد%20اليوم_files/big%20dam.jpg").unwrap();
/// assert_eq!((file.as_path(), &*address), (Path::new("a/sadd_files/big dam.jpg"), "sadd_files/big%20dam.jpg"));
/// assert_eq!(of("../secret_files/x.jpg"), None);
/// assert_eq!(of("https://example.org/x_files/x.jpg"), None);
/// ```
pub fn beside(article: &Path, address: &str) -> Option<(PathBuf, String)> {
    let address = address.split(['?', '#']).next().unwrap_or_default();
    let address = address.trim().strip_prefix("./").unwrap_or(address.trim());
    let (folder, name) = address.split_once('/')?;
    let decoded = |part: &str| Some(percent_decode_str(part).decode_utf8().ok()?.into_owned());
    let (folder, name) = (decoded(folder)?, decoded(name)?);
    let is_plain = |part: &str| {
        let is_odd = |c: char| c.is_control() || matches!(c, '/' | '\\' | ':');
        !part.is_empty() && !part.starts_with('.') && !part.contains(is_odd)
    };
    if !is_plain(&folder) || !is_plain(&name) {
        return None;
    }
    // Browsers write the second half in the language of the machine: «x_files», «x_ملفات».
    let half = folder.rfind(['_', '-', '.']).map(|at| &folder[at..])?;
    if !is_half(&half[1..]) {
        return None;
    }
    let own = format!("{}{half}", article.file_stem()?.to_str()?);
    Some((article.with_file_name(&own).join(&name), address_of(&own, &name)))
}

/// Whether what a folder's name has behind that of its page is the word for what belongs to it: «files», «ملفات»; the
/// folder «iraq-2003» beside «iraq.md» has articles of its own.
pub(crate) fn is_half(word: &str) -> bool {
    /// Of what browsers write in so many languages, the longest.
    const LONGEST: usize = 12;
    !word.is_empty() && word.chars().count() <= LONGEST && !word.contains(char::is_numeric)
}

/// The address of a picture in Markdown.
pub(crate) fn address_of(folder: &str, name: &str) -> String {
    let encoded = |part: &str| utf8_percent_encode(part, ADDRESS).to_string();
    let readable = |part: &str| {
        // Arabic letters stay as they are written: whoever reads the Markdown reads them.
        let mut made = String::with_capacity(part.len());
        for c in part.chars() {
            match c.is_ascii() {
                true => made.push_str(&encoded(c.encode_utf8(&mut [0; 4]))),
                false => made.push(c),
            }
        }
        made
    };
    format!("{}/{}", readable(folder), readable(name))
}

/// The name of a picture beside the published page: letters and digits of its own, and the digest of its bytes.
///
/// ```
/// use sijill::document::picture::published_name;
/// assert_eq!(published_name("السد الكبير.JPG", "1a2b3c4d5e6f", "jpg"), "السد-الكبير-1a2b3c4d.jpg");
/// ```
pub fn published_name(name: &str, digest: &str, ending: &str) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let stem = slug_within(&stem.replace('.', "-"), NAME_BYTES);
    let digest = digest.get(..8).unwrap_or(digest);
    // One that was written out of a page saved as one file has the digest already.
    let stem = stem.strip_suffix(digest).and_then(|stem| stem.strip_suffix('-')).unwrap_or(&stem);
    format!("{stem}-{digest}.{ending}")
}

/// The addresses of the pictures of a Markdown text, in their order.
pub fn addresses(markdown: &str) -> Vec<String> {
    if !markdown.contains("![") {
        return Vec::new();
    }
    let image = |event| match event {
        Event::Start(Tag::Image { dest_url, .. }) => Some(dest_url.into_string()),
        _ => None,
    };
    Parser::new_ext(markdown, parser_options()).filter_map(image).collect()
}

/// Markdown in which the pictures have other addresses: those beside the published page.
///
/// ```
/// use std::path::PathBuf;
/// use sijill::document::picture::{Picture, published};
/// let picture = Picture {
///     address: "sadd_files/a.jpg".into(), file: PathBuf::new(), part: None, name: "a-1a2b3c4d.jpg".into(), width: 300, height: 200,
/// };
/// assert_eq!(published("![السد](sadd_files/a.jpg \"سد\")", &[picture]), "![السد](a-1a2b3c4d.jpg \"سد\")");
/// ```
pub fn published(markdown: &str, pictures: &[Picture]) -> String {
    pictures.iter().fold(markdown.to_owned(), |markdown, picture| {
        let to =
            |end: &str| (format!("]({}{end}", picture.address), format!("]({}{end}", picture.name));
        [to(")"), to(" ")].iter().fold(markdown, |markdown, (from, to)| markdown.replace(from, to))
    })
}

fn big(bytes: &[u8], at: usize, length: usize) -> Option<u32> {
    let part = bytes.get(at..at + length)?;
    Some(part.iter().fold(0, |sum, &byte| sum << 8 | u32::from(byte)))
}

fn little(bytes: &[u8], at: usize, length: usize) -> Option<u32> {
    let part = bytes.get(at..at + length)?;
    Some(part.iter().rev().fold(0, |sum, &byte| sum << 8 | u32::from(byte)))
}

fn png(bytes: &[u8]) -> Option<(u32, u32)> {
    Some((big(bytes, 16, 4)?, big(bytes, 20, 4)?))
}

/// The size stands in the segment that begins the frame, behind those of cameras and editors.
fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut at = 2;
    loop {
        let marker = *bytes.get(at + 1)?;
        match (*bytes.get(at)?, marker) {
            (0xFF, 0xFF) => at += 1,
            (0xFF, 0xC4 | 0xC8 | 0xCC) => at += 2 + big(bytes, at + 2, 2)? as usize,
            (0xFF, 0xC0..=0xCF) => return Some((big(bytes, at + 7, 2)?, big(bytes, at + 5, 2)?)),
            (0xFF, 0x01 | 0xD0..=0xD8) => at += 2,
            (0xFF, 0xD9 | 0xDA) => return None,
            (0xFF, _) => at += 2 + big(bytes, at + 2, 2)? as usize,
            _ => return None,
        }
    }
}

fn webp(bytes: &[u8]) -> Option<(u32, u32)> {
    Some(match bytes.get(12..16)? {
        b"VP8X" => (1 + little(bytes, 24, 3)?, 1 + little(bytes, 27, 3)?),
        b"VP8L" => {
            let bits = little(bytes, 21, 4)?;
            (1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF))
        }
        b"VP8 " => (little(bytes, 26, 2)? & 0x3FFF, little(bytes, 28, 2)? & 0x3FFF),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_from_the_heads_of_files() {
        let png = [b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR".as_slice(), &[0, 0, 2, 0, 0, 0, 1, 0]].concat();
        let jpeg = [
            [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 1].as_slice(),
            &[0xFF, 0xC2, 0, 17, 8, 1, 0, 2, 0, 3],
        ]
        .concat();
        let webp = [b"RIFF\0\0\0\0WEBPVP8X\x0A\0\0\0\0\0\0\0".as_slice(), &[255, 1, 0, 255, 0, 0]];
        for (bytes, ending) in [(png, "png"), (jpeg, "jpg"), (webp.concat(), "webp")] {
            let expected = Measured { ending, width: 512, height: 256 };
            assert_eq!(Measured::of(&bytes), Some(expected), "{ending}");
            for end in 0..bytes.len() - 1 {
                assert_ne!(Measured::of(&bytes[..end]), Some(expected), "{ending} cut at {end}");
            }
        }
    }

    #[test]
    fn buttons_and_banners_are_no_pictures_of_the_article() {
        let of = |width, height| Measured { ending: "png", width, height }.is_of_article();
        assert!(of(640, 360) && of(300, 450) && of(1200, 300));
        assert!(!of(48, 48) && !of(970, 90) && !of(180, 600) && !of(2000, 121));
    }

    #[test]
    fn no_address_leads_out_of_the_folder() {
        for address in [
            "x.jpg",
            "/x_files/x.jpg",
            "../x_files/x.jpg",
            "x_files/../x.jpg",
            "x_files/%2e%2e%2fx.jpg",
            "x_files/..",
            "x_files/a/b.jpg",
            "x_files/.htaccess",
            "x_files/C:x.jpg",
            "file:///x_files/x.jpg",
            "images/x.jpg",
        ] {
            assert_eq!(beside(Path::new("content/articles/x.html"), address), None, "{address}");
        }
    }
}
