//! File watching: what a person changes calls for a build, what a build reads or writes does not.

use std::path::{Path, PathBuf};
use std::time::Duration;

use notify_debouncer_full::notify::event::ModifyKind;
use notify_debouncer_full::notify::{EventKind, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, RecommendedCache, new_debouncer};

use crate::diagnostics::Error;

/// How long the files must rest before a build.
const REST: Duration = Duration::from_millis(40);

/// Watches content, templates and static files under `root`; ends when it is dropped.
pub(super) fn watch(
    root: &Path,
    ignored: &[PathBuf],
    mut changed: impl FnMut() + Send + 'static,
) -> Result<Debouncer<RecommendedWatcher, RecommendedCache>, Error> {
    let failed = |source: notify_debouncer_full::notify::Error| {
        Error::file(root, "watching the folder", std::io::Error::other(source))
    };
    let ignored: Vec<PathBuf> = ignored.iter().filter_map(|dir| dir.canonicalize().ok()).collect();
    let mut debouncer = new_debouncer(REST, None, move |events: DebounceEventResult| {
        let Ok(events) = events else { return };
        let counts = |kind: &EventKind| match kind {
            EventKind::Create(_) | EventKind::Remove(_) => true,
            EventKind::Modify(what) => !matches!(what, ModifyKind::Metadata(_)),
            _ => false,
        };
        let ours = |path: &PathBuf| {
            !ignored.iter().any(|dir| path.starts_with(dir))
                && !path
                    .components()
                    .any(|part| part.as_os_str().to_string_lossy().starts_with(".sijill"))
        };
        if events.iter().any(|event| counts(&event.kind) && event.paths.iter().any(ours)) {
            changed();
        }
    })
    .map_err(failed)?;
    for folder in ["content", "templates", "static"] {
        let path = root.join(folder);
        if path.is_dir() {
            debouncer
                .watch(path.canonicalize().unwrap_or(path), RecursiveMode::Recursive)
                .map_err(failed)?;
        }
    }
    Ok(debouncer)
}
