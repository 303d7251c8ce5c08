//! The file by which a folder is known to be made by `build`.

/// The file by which a folder is known to be made by `build`; the last that is written.
pub(crate) const MARKER: &str = ".sijill";

/// What it says.
pub(crate) const MARKER_TEXT: &str = "This folder is made by `sijill build`; whatever else lies in it is replaced at the next build.\n";
