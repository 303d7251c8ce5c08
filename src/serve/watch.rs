//! File watching: what a person changes calls for a build, what a build or an editor leaves beside it does not.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use notify_debouncer_full::notify::event::ModifyKind;
use notify_debouncer_full::notify::{EventKind, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{
    DebounceEventResult, DebouncedEvent, Debouncer, RecommendedCache, new_debouncer,
};

use crate::diagnostics::Error;

/// How long the files must rest before a build.
const REST: Duration = Duration::from_millis(40);

/// The folders of a site; one that is not there yet is followed from the moment that it is made.
const FOLDERS: [&str; 3] = ["content", "templates", "static"];

/// What editors leave beside a file while it is being written; Vim tries whether it may write with a file called 4913.
const TRACES: [&str; 8] = ["~", ".swp", ".swo", ".swx", ".tmp", ".part", ".crdownload", "#"];
const VIM_TRIES: &str = "4913";
const JETBRAINS: &str = "___jb_";

/// Changes of the files under a root.
pub(super) struct Watch {
    debouncer: Debouncer<RecommendedWatcher, RecommendedCache>,
    events: Receiver<DebounceEventResult>,
    root: PathBuf,
    ignored: Vec<PathBuf>,
    followed: BTreeSet<&'static str>,
}

impl Watch {
    /// Follows content, templates and static files under `root`, also those made later.
    pub(super) fn of(root: &Path, ignored: &[PathBuf]) -> Result<Self, Error> {
        let failed = |source| failure(root, source);
        let (sender, events) = channel();
        let debouncer = new_debouncer(REST, None, move |found: DebounceEventResult| {
            // Nobody listens any more when the preview ends.
            drop(sender.send(found));
        })
        .map_err(failed)?;
        let there = root.canonicalize().unwrap_or_else(|_| root.to_owned());
        let ignored = ignored.iter().filter_map(|dir| dir.canonicalize().ok()).collect();
        let mut watch = Self { debouncer, events, root: there, ignored, followed: BTreeSet::new() };
        // The root itself only tells of folders that come and go: what else lies there may be large.
        watch.debouncer.watch(&watch.root, RecursiveMode::NonRecursive).map_err(failed)?;
        watch.follow()?;
        Ok(watch)
    }

    /// Waits for a change that counts; the files, as their user would name them.
    pub(super) fn next(&mut self) -> Result<Vec<String>, Error> {
        loop {
            let Ok(found) = self.events.recv() else {
                let source = std::io::Error::other("the watcher has ended");
                return Err(Error::file(&self.root, "watching the folder", source));
            };
            let Ok(events) = found else { continue };
            let followed = self.follow()?;
            let mut changed = self.changed(&events);
            changed.extend(followed.into_iter().map(|folder| format!("{folder}/")));
            if !changed.is_empty() {
                return Ok(changed.into_iter().collect());
            }
        }
    }

    /// What else has changed by now, or does so at once: several files that are written together make one build.
    pub(super) fn rest(&mut self) -> Vec<String> {
        let mut changed = BTreeSet::new();
        while let Ok(found) = self.events.recv_timeout(REST * 2) {
            changed.extend(found.iter().flat_map(|events| self.changed(events)));
        }
        changed.into_iter().collect()
    }

    /// Follows the folders that are there and were not; which those are.
    fn follow(&mut self) -> Result<Vec<&'static str>, Error> {
        let mut new = Vec::new();
        for folder in FOLDERS {
            let path = self.root.join(folder);
            match (path.is_dir(), self.followed.contains(folder)) {
                (true, false) => {
                    let path = path.canonicalize().unwrap_or(path);
                    self.debouncer
                        .watch(&path, RecursiveMode::Recursive)
                        .map_err(|source| failure(&self.root, source))?;
                    self.followed.insert(folder);
                    new.push(folder);
                }
                // Made again, it is another folder.
                (false, true) => drop(self.followed.remove(folder)),
                _ => {}
            }
        }
        Ok(new)
    }

    fn changed(&self, events: &[DebouncedEvent]) -> BTreeSet<String> {
        let counts = |kind: &EventKind| match kind {
            EventKind::Create(_) | EventKind::Remove(_) => true,
            EventKind::Modify(what) => !matches!(what, ModifyKind::Metadata(_)),
            _ => false,
        };
        let changed = events.iter().filter(|event| counts(&event.kind));
        let paths = changed.flat_map(|event| &event.paths);
        paths.filter(|path| self.is_ours(path) && !is_empty(path)).map(|path| shown(path)).collect()
    }

    fn is_ours(&self, path: &Path) -> bool {
        let is_ignored = self.ignored.iter().any(|dir| path.starts_with(dir));
        let inside = path.strip_prefix(&self.root).unwrap_or(path);
        let outside = path.starts_with(&self.root)
            && !FOLDERS.iter().any(|folder| inside.starts_with(folder));
        let is_trace =
            inside.components().any(|part| is_trace(&part.as_os_str().to_string_lossy()));
        !is_ignored && !outside && !is_trace
    }
}

/// Whether a path is a folder in which nothing lies yet: that changes no page.
fn is_empty(path: &Path) -> bool {
    std::fs::read_dir(path).is_ok_and(|mut inside| inside.next().is_none())
}

/// Whether a file or folder of this name is no part of a site: hidden, or left by an editor.
fn is_trace(name: &str) -> bool {
    name.starts_with(['.', '#'])
        || name == VIM_TRIES
        || name.contains(JETBRAINS)
        || TRACES.iter().any(|end| name.ends_with(end))
}

/// A file by its name alone, which is enough for a line at the terminal.
fn shown(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

fn failure(root: &Path, source: notify_debouncer_full::notify::Error) -> Error {
    Error::file(root, "watching the folder", std::io::Error::other(source))
}

#[cfg(test)]
mod tests {
    use super::is_trace;

    #[test]
    fn traces_of_editors_are_no_change() {
        for name in [
            ".a.swp",
            "a.txt~",
            "4913",
            "#a.txt#",
            ".#a.txt",
            "a.txt___jb_tmp___",
            ".sijill-write.1-x",
        ] {
            assert!(is_trace(name), "{name}");
        }
        for name in ["a.txt", "خبر.txt", "2021", "a.b.md", "site.css"] {
            assert!(!is_trace(name), "{name}");
        }
    }
}
