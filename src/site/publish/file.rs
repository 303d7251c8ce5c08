//! Writing a file of the user's so that it is the old one or the new one, whole, whatever happens in between.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::lock::is_alive;

/// How the names of files begin that are being written; the process follows.
const PREFIX: &str = ".sijill-write.";

/// Puts bytes in the place of a file, or makes it: a temporary file beside it is written, synchronized and renamed.
///
/// What was there keeps its mode and owner; where it is a link, the file that it leads to is written. What killed
/// processes left beside it is removed.
///
/// # Errors
///
/// The file is write-protected, or something cannot be written; what was there is untouched then.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let path = match path.canonicalize() {
        Ok(there) => there,
        // A link that leads nowhere would be replaced by what is written.
        Err(_) if path.is_symlink() => {
            return Err(io::Error::other("this is a link that leads nowhere"));
        }
        Err(_) => path.to_owned(),
    };
    let known = fs::metadata(&path).ok();
    if known.as_ref().is_some_and(|known| known.permissions().readonly()) {
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, "the file is write-protected"));
    }
    let dir = path.parent().filter(|dir| !dir.as_os_str().is_empty()).unwrap_or(Path::new("."));
    clear(dir);
    let prefix = format!("{PREFIX}{}-", std::process::id());
    let mut builder = tempfile::Builder::new();
    builder.prefix(&prefix);
    as_anyone_would(&mut builder);
    let mut file = builder.tempfile_in(dir)?;
    file.write_all(bytes)?;
    if let Some(known) = known {
        like(file.as_file(), &known)?;
    }
    file.as_file().sync_all()?;
    file.persist(&path)?;
    // The new name is safe once the folder is; not every system lets one say so.
    drop(File::open(dir).and_then(|dir| dir.sync_all()));
    Ok(())
}

/// A new file gets the mode that any other program would give it, not that of a secret.
fn as_anyone_would(builder: &mut tempfile::Builder<'_, '_>) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        /// What the process's mask leaves of it.
        const ANYONE: u32 = 0o666;
        builder.permissions(fs::Permissions::from_mode(ANYONE));
    }
    #[cfg(not(unix))]
    let _ = builder;
}

/// Mode and owner of the file that was there.
fn like(file: &File, known: &fs::Metadata) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt as _, fchown};
        // Only the superuser may give files away; whoever cannot owns the new one, as with any editor.
        drop(fchown(file, Some(known.uid()), Some(known.gid())));
    }
    file.set_permissions(known.permissions())
}

/// Removes what killed processes left in a folder.
fn clear(dir: &Path) {
    for path in left_by_the_dead(dir, PREFIX) {
        drop(fs::remove_file(path));
    }
}

/// What killed processes left in a folder, under the prefix and their number: `.sijill-write.4711-a8Xk2z`.
pub(crate) fn left_by_the_dead(dir: &Path, prefix: &str) -> Vec<PathBuf> {
    let stale = |entry: fs::DirEntry| -> Option<PathBuf> {
        let name = entry.file_name();
        let (process, _) = name.to_str()?.strip_prefix(prefix)?.split_once('-')?;
        (!is_alive(process.parse().ok()?)).then(|| entry.path())
    };
    fs::read_dir(dir).into_iter().flatten().flatten().filter_map(stale).collect()
}

/// A text as the file that it replaces spells its lines: with its byte order mark, and its line breaks throughout.
pub(crate) fn spelled_as(before: &[u8], text: &str) -> Vec<u8> {
    const MARK: &[u8] = "\u{FEFF}".as_bytes();
    let first_break = before.iter().position(|&byte| byte == b'\n');
    let carriage = first_break.is_some_and(|at| at > 0 && before[at - 1] == b'\r');
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let text =
        if carriage { text.replace("\r\n", "\n").replace('\n', "\r\n") } else { text.to_owned() };
    if before.starts_with(MARK) { [MARK, text.as_bytes()].concat() } else { text.into_bytes() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_line_breaks_stay() {
        assert_eq!(
            spelled_as("\u{FEFF}أ\r\nب".as_bytes(), "أ\r\nب\nت"),
            "\u{FEFF}أ\r\nب\r\nت".as_bytes()
        );
        assert_eq!(spelled_as(b"a\nb", "a\r\nb\n"), b"a\r\nb\n");
    }

    #[cfg(unix)]
    #[test]
    fn mode_and_links_stay_and_a_protected_file_is_left_alone() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};
        let dir = tempfile::tempdir().expect("a folder");
        let (file, link) = (dir.path().join("a.md"), dir.path().join("b.md"));
        fs::write(&file, "قديم").expect("written");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).expect("changed");
        symlink("a.md", &link).expect("linked");
        replace(&link, "جديد".as_bytes()).expect("written");
        assert_eq!(fs::read_to_string(&file).expect("there"), "جديد");
        assert!(link.is_symlink());
        assert_eq!(fs::metadata(&file).expect("there").permissions().mode() & 0o777, 0o640);
        fs::set_permissions(&file, fs::Permissions::from_mode(0o444)).expect("changed");
        assert!(replace(&link, b"x").is_err());
        assert_eq!(fs::read_to_string(&file).expect("there"), "جديد");
        replace(&dir.path().join("new.md"), b"x").expect("written");
        assert_eq!(
            fs::metadata(dir.path().join("new.md")).expect("there").permissions().mode() & 0o400,
            0o400
        );
        assert_eq!(fs::read_dir(dir.path()).expect("there").count(), 3);
    }

    #[test]
    fn what_a_killed_process_left_is_removed() {
        let dir = tempfile::tempdir().expect("a folder");
        // No process has the highest number there is.
        fs::write(dir.path().join(format!("{PREFIX}{}-abcdef", i32::MAX)), "نصف").expect("written");
        fs::write(dir.path().join(format!("{PREFIX}{}-abcdef", std::process::id())), "غيره")
            .expect("written");
        replace(&dir.path().join("a.md"), b"x").expect("written");
        assert_eq!(fs::read_dir(dir.path()).expect("there").count(), 2);
    }
}
