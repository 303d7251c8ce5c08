//! The file by which a folder is known to be made by `build`.

use std::io;
use std::path::Path;

use super::part::Part;

/// The file by which a folder is known to be made by `build`; the last that is written.
pub(crate) const MARKER: &str = ".sijill";

/// What it says.
pub(crate) const MARKER_TEXT: &str = "This folder is made by `sijill build`; whatever else lies in it is replaced at the next build.\n";

/// What the marker of a folder says.
#[derive(Clone, Copy)]
pub(super) enum Marked<'p> {
    /// That it is a site.
    Site,
    /// Which part of one it is, and of which files.
    Part(&'p Part),
}

impl Marked<'_> {
    /// Its text, where the files lie in a folder already.
    pub(super) fn text(self, paths: &[&str], dir: &Path) -> io::Result<String> {
        match self {
            Self::Site => Ok(MARKER_TEXT.to_owned()),
            Self::Part(part) => part.text(paths, dir),
        }
    }
}
