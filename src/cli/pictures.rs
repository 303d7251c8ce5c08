//! The pictures of an article that is written into a folder go with it.

use std::path::Path;

use crate::article::read;
use crate::diagnostics::Error;
use crate::document::Picture;
use crate::document::picture::beside;
use crate::site::publish::file;

/// Writes pictures into the folder that belongs to the article at `to`, where they are not there yet; how many it wrote.
///
/// # Errors
///
/// A picture cannot be read or written.
pub(super) fn carry(pictures: &[Picture], to: &Path) -> Result<usize, Error> {
    let mut written = 0;
    for picture in pictures {
        let Some((target, _)) = beside(to, &picture.address) else { continue };
        if target == picture.file || target.exists() {
            continue;
        }
        let failed = |source| Error::file(&target, "writing a picture", source);
        if let Some(folder) = target.parent() {
            std::fs::create_dir_all(folder).map_err(failed)?;
        }
        file::replace(&target, &read::picture(picture)?).map_err(failed)?;
        written += 1;
    }
    Ok(written)
}
