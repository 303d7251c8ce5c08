//! Where changes are written and taken back.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::Refusal;
use super::change::{Change, DiffLine, Plan, difference};
use crate::site::load::shown;
use crate::site::publish::file;

/// What was done, newest last, as long as the preview runs.
#[derive(Debug, Default)]
pub struct Desk {
    done: Vec<Done>,
}

#[derive(Debug)]
struct Done {
    title: String,
    changes: Vec<Change>,
    /// Folders that were made for it.
    folders: Vec<PathBuf>,
}

/// What became of an undo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Undone {
    /// This was taken back.
    Done(String),
    /// There is nothing to take back.
    Nothing,
    /// The files have changed since; the difference between what was written and what is there.
    Changed(Vec<DiffLine>),
}

impl Desk {
    /// How many decisions can be taken back.
    pub fn count(&self) -> usize {
        self.done.len()
    }

    /// What would be taken back next.
    pub fn next(&self) -> Option<&str> {
        self.done.last().map(|done| done.title.as_str())
    }

    /// Writes what a plan says, whole or not at all.
    ///
    /// # Errors
    ///
    /// A file is no longer what the plan was made from, or cannot be written; those already written are put back.
    pub fn apply(&mut self, plan: Plan) -> Result<(), Refusal> {
        if plan
            .changes
            .iter()
            .any(|change| current(&change.path).ok() != Some(change.before.clone()))
        {
            return Err(Refusal::stale());
        }
        let mut folders = Vec::new();
        let mut written: Vec<&Change> = Vec::new();
        for change in &plan.changes {
            let wrote = make_folders(&change.path, &mut folders)
                .and_then(|()| file::replace(&change.path, &change.after));
            if let Err(error) = wrote {
                for change in written.iter().rev() {
                    drop(put_back(change));
                }
                remove_folders(&folders);
                return Err(unwritten(&change.path, &error));
            }
            written.push(change);
        }
        if !plan.changes.is_empty() {
            self.done.push(Done { title: plan.title, changes: plan.changes, folders });
        }
        Ok(())
    }

    /// Takes the last decision back, so that its files have the very bytes that they had.
    ///
    /// # Errors
    ///
    /// A file cannot be written.
    pub fn undo(&mut self) -> Result<Undone, Refusal> {
        let Some(last) = self.done.pop() else { return Ok(Undone::Nothing) };
        let mut lines = Vec::new();
        for change in &last.changes {
            let there = current(&change.path).ok().flatten();
            if there.as_deref() != Some(&change.after) {
                lines.extend(difference(&change.after, &there.unwrap_or_default()));
            }
        }
        if !lines.is_empty() {
            // Somebody's own work lies over it, and is not thrown away: it is theirs to undo.
            return Ok(Undone::Changed(lines));
        }
        for (number, change) in last.changes.iter().enumerate() {
            if let Err(error) = put_back(change) {
                for change in &last.changes[..number] {
                    drop(file::replace(&change.path, &change.after));
                }
                let refusal = unwritten(&change.path, &error);
                self.done.push(last);
                return Err(refusal);
            }
        }
        remove_folders(&last.folders);
        Ok(Undone::Done(last.title))
    }
}

/// The bytes of a file; nothing where there is none.
pub(super) fn current(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

fn put_back(change: &Change) -> io::Result<()> {
    match &change.before {
        Some(bytes) => file::replace(&change.path, bytes),
        None => fs::remove_file(&change.path),
    }
}

/// Makes the folder of a file; those that had to be made are noted, outermost first.
fn make_folders(path: &Path, made: &mut Vec<PathBuf>) -> io::Result<()> {
    let Some(dir) = path.parent().filter(|dir| !dir.as_os_str().is_empty()) else { return Ok(()) };
    let missing: Vec<&Path> = dir.ancestors().take_while(|dir| !dir.exists()).collect();
    for dir in missing.into_iter().rev() {
        fs::create_dir(dir)?;
        made.push(dir.to_owned());
    }
    Ok(())
}

/// Removes folders that were made, where nothing else has come into them.
fn remove_folders(made: &[PathBuf]) {
    for dir in made.iter().rev() {
        drop(fs::remove_dir(dir));
    }
}

fn unwritten(path: &Path, error: &io::Error) -> Refusal {
    let path = shown(path);
    let message = match error.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            format!("الملف {path} محميّ من الكتابة، فلم يُكتب شيء. ارفع الحماية عنه وأعد القرار.")
        }
        _ => format!("تعذّرت كتابة {path} ({error})، فلم يُكتب شيء."),
    };
    Refusal::new("unwritten", message)
}
