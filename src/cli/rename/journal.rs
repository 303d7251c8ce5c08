//! What a renaming is about to do, written down before the first file is touched: whoever is stopped between two files
//! finds the rest at the next call, and everything is old or everything is new.

use std::path::{Component, Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::article::read::digest;
use crate::diagnostics::{Diagnostic, Error};
use crate::review::Change;
use crate::site::load::shown;
use crate::site::publish::{file, own};

const FILE: &str = "renaming.json";

/// Where all lies that can be renamed.
const CONTENT: &str = "content";

/// A renaming that was begun.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Journal {
    /// What was called: `rename`, the old name, the new one.
    pub(super) call: Vec<String>,
    /// Files and folders that get another name, in order, before any file is changed.
    moves: Vec<(PathBuf, PathBuf)>,
    writes: Vec<Write>,
}

/// A file that gets another text.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Write {
    path: PathBuf,
    /// The digest of what stood there.
    before: String,
    after: String,
}

/// One thing that was done.
pub(super) enum Done {
    /// A file or a folder got another name.
    Moved(PathBuf, PathBuf),
    /// A file got another text.
    Changed(PathBuf),
}

impl Journal {
    /// What is to be done below the root: first what is moved, then what is changed.
    pub(super) fn of(
        call: Vec<String>,
        moves: &[(PathBuf, PathBuf)],
        changes: &[Change],
        root: &Path,
    ) -> Self {
        let below = |path: &Path| path.strip_prefix(root).unwrap_or(path).to_owned();
        let writes = changes.iter().map(|change| Write {
            path: below(&change.path),
            before: digest(change.before.as_deref().unwrap_or_default()),
            after: String::from_utf8_lossy(&change.after).into_owned(),
        });
        let moves = moves.iter().map(|(from, to)| (below(from), below(to)));
        Self { call, moves: moves.collect(), writes: writes.collect() }
    }

    /// The renaming of a dossier that was begun and not ended, if there is one.
    ///
    /// # Errors
    ///
    /// It cannot be read.
    pub(super) fn begun(root: &Path) -> Result<Option<Self>, Error> {
        let path = own::folder(root).join(FILE);
        let failed = |source| Error::file(&path, "reading the file", source);
        match own::read(&own::folder(root), FILE) {
            Ok(bytes) => {
                let journal = serde_json::from_slice::<Self>(&bytes).ok();
                // It is written whole or not at all.
                let journal = journal.filter(|journal| journal.stays_inside(root));
                let other = || failed(std::io::Error::other("this is no renaming that was begun"));
                journal.map(Some).ok_or_else(other)
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(failed(error)),
        }
    }

    /// Writes it down, where nothing of it is done yet.
    ///
    /// # Errors
    ///
    /// It cannot be written.
    pub(super) fn begin(&self, root: &Path) -> Result<(), Error> {
        let path = own::folder(root).join(FILE);
        let write = || own::replace(&own::folder(root), FILE, &serde_json::to_vec(self)?);
        write().map_err(|source| Error::file(&path, "writing the file", source))
    }

    /// Whether every file that it names lies in `content/`, by its own path and behind all links: whoever gives away
    /// a dossier can have written a renaming into it.
    fn stays_inside(&self, root: &Path) -> bool {
        let content = root.join(CONTENT).canonicalize();
        let is_inside = |path: &Path| {
            let is_below = path.starts_with(CONTENT)
                && path.components().all(|part| matches!(part, Component::Normal(_)));
            let nearest = path.ancestors().find_map(|above| root.join(above).canonicalize().ok());
            let content = content.as_ref().ok();
            is_below && content.zip(nearest).is_some_and(|(all, there)| there.starts_with(all))
        };
        let moved = self.moves.iter().flat_map(|(from, to)| [from, to]);
        moved.chain(self.writes.iter().map(|write| &write.path)).all(|path| is_inside(path))
    }

    /// Does what of it is not done yet, and strikes it.
    ///
    /// # Errors
    ///
    /// A file cannot be written, or somebody has changed it since.
    pub(super) fn finish(
        &self,
        root: &Path,
        mut told: impl FnMut(Done) -> std::io::Result<()>,
    ) -> Result<(), Error> {
        for step in 0..self.steps() {
            if let Some(done) = self.step(root, step)? {
                // Whoever does not hear of it finds it done.
                drop(told(done));
            }
        }
        let path = own::folder(root).join(FILE);
        std::fs::remove_file(&path)
            .map_err(|source| Error::file(&path, "removing the file", source))
    }

    fn steps(&self) -> usize {
        self.moves.len() + self.writes.len()
    }

    /// Does one thing, where it is not done yet.
    fn step(&self, root: &Path, at: usize) -> Result<Option<Done>, Error> {
        if let Some((from, to)) = self.moves.get(at) {
            let (from, to) = (root.join(from), root.join(to));
            if !from.exists() && to.exists() {
                return Ok(None);
            }
            std::fs::rename(&from, &to)
                .map_err(|error| Error::file(&from, "renaming the file", error))?;
            return Ok(Some(Done::Moved(from, to)));
        }
        let Some(write) = self.writes.get(at - self.moves.len()) else { return Ok(None) };
        let path = root.join(&write.path);
        let now =
            std::fs::read(&path).map_err(|error| Error::file(&path, "reading the file", error))?;
        if now == write.after.as_bytes() {
            return Ok(None);
        }
        if digest(&now) != write.before {
            let told = Diagnostic::error(
                "changed-since",
                "the file was changed after a renaming began that was not ended",
            );
            let help =
                "change it by hand to the new name, remove .sijill/renaming.json, and call again";
            return Err(Error::Content(vec![told.help(help).in_file(shown(&path))]));
        }
        file::replace(&path, write.after.as_bytes())
            .map_err(|error| Error::file(&path, "writing the file", error))?;
        Ok(Some(Done::Changed(path)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILES: [(&str, &str); 3] =
        [("a.md", "عن السد"), ("b.md", "انظر articles/a"), ("people.yaml", "- id: a")];

    /// A folder of three files, and a plan that gives the first another name and all of them another text.
    fn room() -> (tempfile::TempDir, Journal) {
        let room = tempfile::tempdir().expect("a folder");
        let at = |name: &str| room.path().join(CONTENT).join(name);
        std::fs::create_dir(room.path().join(CONTENT)).expect("a folder");
        for (name, text) in FILES {
            std::fs::write(at(name), text).expect("a file");
        }
        let change = |name: &str, text: &str| Change {
            path: at(name),
            before: Some(text.as_bytes().to_vec()),
            after: format!("{text} ✓").into_bytes(),
        };
        let moves = [(at("a.md"), at("sadd.md"))];
        let changes = [
            change("b.md", FILES[1].1),
            change("people.yaml", FILES[2].1),
            change("sadd.md", FILES[0].1),
        ];
        let call = ["rename", "a", "sadd"].map(str::to_owned).to_vec();
        let journal = Journal::of(call, &moves, &changes, room.path());
        (room, journal)
    }

    fn texts(room: &tempfile::TempDir) -> Vec<(String, String)> {
        let entries = std::fs::read_dir(room.path().join(CONTENT)).expect("the folder");
        let mut found: Vec<_> = entries
            .map(|entry| entry.expect("an entry").path())
            .filter(|path| path.is_file())
            .map(|path| {
                let name = path.file_name().expect("a name").to_string_lossy().into_owned();
                (name, std::fs::read_to_string(path).expect("a text"))
            })
            .collect();
        found.sort();
        found
    }

    #[test]
    fn stopped_between_any_two_files_the_rest_is_done_at_the_next_call() {
        let whole = [("b.md", FILES[1].1), ("people.yaml", FILES[2].1), ("sadd.md", FILES[0].1)]
            .map(|(name, text)| (name.to_owned(), format!("{text} ✓")));
        let count = room().1.steps();
        assert_eq!(count, 4);
        for stopped in 0..=count {
            let (room, journal) = room();
            journal.begin(room.path()).expect("it is written down");
            for step in 0..stopped {
                assert!(journal.step(room.path(), step).expect("it can be done").is_some());
            }
            // Another process knows nothing but what was written down.
            let begun = Journal::begun(room.path()).expect("it can be read").expect("it is there");
            assert_eq!(begun, journal);
            begun.finish(room.path(), |_| Ok(())).expect("the rest can be done");
            assert_eq!(texts(&room), whole, "stopped before step {stopped}");
            assert_eq!(Journal::begun(room.path()).expect("it can be read"), None);
        }
    }

    #[test]
    fn a_renaming_that_leads_out_of_the_content_is_none() {
        for (from, to) in [
            ("/etc/hostname", "content/a.md"),
            ("content/a.md", "../a.md"),
            ("content/../a.md", "content/a.md"),
            ("content/a.md", "public/a.md"),
            ("content/elsewhere/a.md", "content/a.md"),
        ] {
            let (room, journal) = room();
            #[cfg(unix)]
            std::os::unix::fs::symlink("/etc", room.path().join("content/elsewhere"))
                .expect("a link");
            let journal = Journal { moves: vec![(from.into(), to.into())], ..journal };
            journal.begin(room.path()).expect("it can be written");
            let error = Journal::begun(room.path()).expect_err("it leads out");
            assert!(error.to_string().contains("no renaming"), "{from} {to}: {error}");
        }
    }

    #[test]
    fn what_somebody_has_changed_since_is_left_as_it_is() {
        let (room, journal) = room();
        journal.begin(room.path()).expect("it is written down");
        std::fs::write(room.path().join("content/people.yaml"), "- id: other").expect("a file");
        let begun = Journal::begun(room.path()).expect("it can be read").expect("it is there");
        let error = begun.finish(room.path(), |_| Ok(())).expect_err("somebody has changed it");
        assert_eq!(error.diagnostics()[0].code, "changed-since");
        assert!(texts(&room).contains(&("people.yaml".to_owned(), "- id: other".to_owned())));
        assert!(Journal::begun(room.path()).expect("it can be read").is_some());
    }
}
