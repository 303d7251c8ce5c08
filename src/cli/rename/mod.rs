//! `rename` and `merge`: another slug of an article, another id of an entry, two entries that are one.
//!
//! 1. What has the old name is looked up; a name of several kinds wants its kind before it: `topic:water`;
//! 2. [`references`] gives each file of `content/` with the new one; an entry keeps the old one as `formerly`, an article
//!    as one of its `aliases`, so that old addresses lead on;
//! 3. the changes are shown, and with `--write` written, each file by a temporary one that takes its place; what is to be
//!    done is written down before ([`journal`]), so that a call that was stopped is finished by the next.

mod journal;
mod references;

use std::path::{Path, PathBuf};

use super::args::{Merge, Rename};
use super::inside;
use super::terminal::{Failure, Terminal};
use super::wing::Wing;
use crate::arabic::slug::slug;
use crate::diagnostics::{Diagnostic, Error, nearest};
use crate::document::split_front_matter;
use crate::document::yaml::{Refused, push, push_into, scalar, set, set_in};
use crate::knowledge::{Id, Knowledge};
use crate::review::Change as FileChange;
use crate::site::load::{self, Content, shown};

use journal::{Done, Journal};
use references::{Change, Space, readdressed};

/// All that is to be done.
#[derive(Default)]
struct Plan {
    /// Files that get another name, before any is changed.
    moves: Vec<(PathBuf, PathBuf)>,
    changes: Vec<FileChange>,
}

/// Gives an article another slug, or an entry another id.
pub(super) fn rename(words: &Rename, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    let call = ["rename", &words.old, &words.new].map(str::to_owned).to_vec();
    if is_finished(&call, words.write, terminal)? {
        return Ok(());
    }
    let (root, content) = loaded(terminal)?;
    let (kind, old) = split_kind(&words.old);
    let new = words.new.trim();
    let articles = articles_named(&content, kind, old);
    let spaces = spaces_of(&content.knowledge, kind, old);
    let plan = match (articles.as_slice(), spaces.as_slice()) {
        ([], []) => return Err(unknown(&content, old).into()),
        ([path], []) => of_article(&root, &content, &root.join(path), (old, new))?,
        ([], [space]) => of_entry(&root, &content.knowledge, Change { space: *space, old, new })?,
        ([_, _, ..], []) => {
            let told =
                Diagnostic::error("several", format!("several articles have the slug `{old}`"));
            return Err(
                fault(told.help("give each a `slug:` of its own in its front matter")).into()
            );
        }
        _ => {
            let told = Diagnostic::error("several", format!("`{old}` names more than one thing"));
            let help = "say which, as in `topic:water`, `person:sami`, `article:water`";
            return Err(fault(told.help(help)).into());
        }
    };
    carry_out(&root, call, &plan, words.write, terminal)
}

/// Says of an entry that it is the same as another, to which every reference then leads.
pub(super) fn merge(words: &Merge, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    let call = ["merge", &words.id, &words.into].map(str::to_owned).to_vec();
    if is_finished(&call, words.write, terminal)? {
        return Ok(());
    }
    let (root, content) = loaded(terminal)?;
    let (id, into) = (split_kind(&words.id).1, split_kind(&words.into).1);
    let entity = |id: &str| spaces_of(&content.knowledge, Some("entity"), id).first().copied();
    let Some(space) = entity(id) else { return Err(unknown(&content, id).into()) };
    let Some(other) = entity(into) else { return Err(unknown(&content, into).into()) };
    if id == into || space != other {
        let told = match space == other {
            true => Diagnostic::error("same", format!("`{id}` cannot be merged into itself")),
            false => Diagnostic::error(
                "other-kind",
                format!("`{id}` is {}, `{into}` is {}", space.name(), other.name()),
            ),
        };
        return Err(fault(told.help("both must be entries of one kind")).into());
    }
    let change = Change { space, old: id, new: into };
    let mut plan = Plan { changes: references(&root, &change, false)?, ..Plan::default() };
    in_entry(&root, &mut plan, |yaml| push_into(yaml, space.list(), id, "same_as", into))?;
    check_knowledge(&root, &plan)?;
    carry_out(&root, call, &plan, words.write, terminal)
}

fn loaded(terminal: &Terminal<'_>) -> Result<(PathBuf, Content), Failure> {
    let root = terminal.root();
    inside::check(&root)?;
    let content = load::load(&root, &Wing::default())?.value;
    Ok((root, content))
}

/// «topic:water» is the topic.
fn split_kind(name: &str) -> (Option<&str>, &str) {
    match name.trim().split_once(':') {
        Some((kind, name)) => (Some(kind), name),
        None => (None, name.trim()),
    }
}

/// The articles that have a slug, by their files.
fn articles_named(content: &Content, kind: Option<&str>, old: &str) -> Vec<PathBuf> {
    if kind.is_some_and(|kind| kind != "article") {
        return Vec::new();
    }
    let named = content.documents.iter().filter(|document| {
        let stem = Path::new(&document.origin.path).file_stem().and_then(|stem| stem.to_str());
        match &document.front_matter.slug {
            Some(slug) => slug == old,
            None => stem.is_some_and(|stem| stem == old || slug(stem) == old),
        }
    });
    named.map(|document| PathBuf::from(&document.origin.path)).collect()
}

/// What entries have an id.
fn spaces_of(knowledge: &Knowledge, kind: Option<&str>, id: &str) -> Vec<Space> {
    let entity = knowledge.entities.get(id).map(|entity| Space::Entity(entity.kind));
    let others = [
        (knowledge.outlets.contains_key(id), Space::Outlet),
        (knowledge.topics.contains_key(id), Space::Topic),
        (knowledge.series.contains_key(id), Space::Series),
        (knowledge.events.contains_key(id), Space::Event),
    ];
    let others = others.into_iter().filter(|(has, _)| *has).map(|(_, space)| space);
    let is_meant = |space: &Space| match kind {
        None => true,
        Some("entity") => matches!(space, Space::Entity(_)),
        Some(kind) => kind == space.name(),
    };
    entity.into_iter().chain(others).filter(is_meant).collect()
}

fn fault(told: Diagnostic) -> Error {
    Error::Content(vec![told])
}

fn unknown(content: &Content, name: &str) -> Error {
    let told = Diagnostic::error("unknown-id", format!("nothing has the slug or id `{name}`"));
    let knowledge = &content.knowledge;
    let ids: Vec<Id> = knowledge
        .entities
        .keys()
        .chain(knowledge.outlets.keys())
        .chain(knowledge.topics.keys())
        .chain(knowledge.series.keys())
        .chain(knowledge.events.keys())
        .cloned()
        .collect();
    fault(match nearest(name, ids.iter()) {
        Some(near) => told.help(format!("the nearest known id is `{near}`")),
        None => {
            told.help("an id stands in content/knowledge/, a slug in the address of an article")
        }
    })
}

/// The changes by which an entry gets another id.
fn of_entry(root: &Path, knowledge: &Knowledge, change: Change<'_>) -> Result<Plan, Failure> {
    let Change { space, old, new } = change;
    let is_id = !new.is_empty()
        && new
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    if !is_id {
        let told = Diagnostic::error("bad-id", format!("`{}` cannot be an id", new.escape_debug()));
        let help = "an id has the letters a-z, digits and hyphens: `fuad-hussein`";
        return Err(fault(told.help(help)).into());
    }
    let kind = if matches!(space, Space::Entity(_)) { "entity" } else { space.name() };
    if !spaces_of(knowledge, Some(kind), new).is_empty() {
        let told = Diagnostic::error("exists", format!("`{new}` is the id of an entry already"));
        return Err(fault(told.help("choose another; `sijill merge` joins two entries")).into());
    }
    let mut plan = Plan { changes: references(root, &change, true)?, ..Plan::default() };
    if space.has_pages() {
        in_entry(root, &mut plan, |yaml| push_into(yaml, space.list(), new, "formerly", old))?;
    }
    check_knowledge(root, &plan)?;
    Ok(plan)
}

/// Every file of `content/` in which a reference stands.
fn references(root: &Path, change: &Change<'_>, entry: bool) -> Result<Vec<FileChange>, Failure> {
    let content = root.join("content");
    let mut changes = Vec::new();
    for path in knowledge_files(root)? {
        changed(&mut changes, &path, |text| change.in_knowledge(text, entry))?;
    }
    for path in load::files_below(&content.join("review"), &["yaml", "yml"])? {
        changed(&mut changes, &path, |text| change.in_review(text))?;
    }
    for path in written_files(root)? {
        let is_markdown = load::is_markdown(&path);
        changed(&mut changes, &path, |text| Some(change.in_article(text, is_markdown)))?;
    }
    Ok(changes)
}

/// The files of the knowledge base that are read.
fn knowledge_files(root: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut files = load::files_below(&root.join("content/knowledge"), &["yaml", "yml"])?;
    files.retain(|path| path.file_name().is_none_or(|name| name != load::SUGGESTED));
    Ok(files)
}

/// Articles and pages that a person can have written in: those with front matter.
fn written_files(root: &Path) -> Result<Vec<PathBuf>, Failure> {
    const ENDINGS: [&str; 5] = ["md", "markdown", "txt", "html", "htm"];
    let mut files = load::files_below(&root.join("content/articles"), &ENDINGS)?;
    files.extend(load::files_below(&root.join("content/pages"), &["md", "markdown"])?);
    Ok(files)
}

/// Adds the change of one file; one that is no UTF-8 holds no id.
fn changed(
    changes: &mut Vec<FileChange>,
    path: &Path,
    change: impl Fn(&str) -> Option<String>,
) -> Result<(), Failure> {
    let bytes =
        std::fs::read(path).map_err(|error| Error::file(path, "reading the file", error))?;
    let Ok(text) = std::str::from_utf8(&bytes) else { return Ok(()) };
    let mark = if text.starts_with('\u{FEFF}') { "\u{FEFF}" } else { "" };
    if let Some(after) = change(&text[mark.len()..])
        && after != text[mark.len()..]
    {
        let after = [mark, &after].concat().into_bytes();
        changes.push(FileChange { path: path.to_owned(), before: Some(bytes), after });
    }
    Ok(())
}

/// Changes the one entry to which a change can be made, in whichever file of the knowledge base it stands.
fn in_entry(
    root: &Path,
    plan: &mut Plan,
    change: impl Fn(&str) -> Result<String, Refused>,
) -> Result<(), Failure> {
    for path in knowledge_files(root)? {
        let planned = plan.changes.iter().position(|change| change.path == path);
        let before =
            std::fs::read(&path).map_err(|error| Error::file(&path, "reading the file", error))?;
        let current = planned.map_or(&before, |at| &plan.changes[at].after);
        let text = String::from_utf8_lossy(current).into_owned();
        let mark = if text.starts_with('\u{FEFF}') { "\u{FEFF}" } else { "" };
        let Ok(after) = change(&text[mark.len()..]) else { continue };
        let after = [mark, &after].concat().into_bytes();
        match planned {
            Some(at) => plan.changes[at].after = after,
            None => plan.changes.push(FileChange { path, before: Some(before), after }),
        }
        return Ok(());
    }
    let told = Diagnostic::error(
        "unchanged",
        "the list cannot be added to without touching something else",
    );
    let help = "write each entry of the list on lines of its own, or add this one by hand";
    Err(fault(told.help(help)).into())
}

/// Reads the knowledge base as it is to be, so that nothing is written that could not be read.
fn check_knowledge(root: &Path, plan: &Plan) -> Result<(), Failure> {
    let mut files = Vec::new();
    for path in knowledge_files(root)? {
        let planned = plan.changes.iter().find(|change| change.path == path);
        let bytes = match planned {
            Some(change) => change.after.clone(),
            None => std::fs::read(&path)
                .map_err(|error| Error::file(&path, "reading the file", error))?,
        };
        files.push((shown(&path), String::from_utf8_lossy(&bytes).into_owned()));
    }
    let files = files.iter().map(|(path, text)| (path.as_str(), text.as_str()));
    Knowledge::parse(files).map_err(Error::Content)?;
    Ok(())
}

/// The changes by which an article gets another slug.
fn of_article(
    root: &Path,
    content: &Content,
    path: &Path,
    (old, new): (&str, &str),
) -> Result<Plan, Failure> {
    if new.is_empty() || slug(new) != new || matches!(new, "page" | "year") {
        let told =
            Diagnostic::error("bad-slug", format!("`{}` cannot be a slug", new.escape_debug()));
        let help = "a slug has letters, digits and hyphens; `page` and `year` are taken";
        return Err(fault(told.help(help)).into());
    }
    let written = path.extension().is_some_and(|ending| {
        ["md", "markdown", "txt", "html", "htm"].iter().any(|known| ending == *known)
    });
    if !written {
        let told =
            Diagnostic::error("no-front-matter", "a file of this format has no front matter")
                .help("write it as Markdown first: `sijill annotate --write`");
        return Err(fault(told.in_file(shown(path))).into());
    }
    if !articles_named(content, Some("article"), new).is_empty() {
        let told = Diagnostic::error("exists", format!("an article has the slug `{new}` already"));
        return Err(fault(told.help("choose another")).into());
    }
    let mut plan = Plan::default();
    let document =
        content.documents.iter().find(|document| root.join(&document.origin.path) == path);
    let has_slug = document.is_some_and(|document| document.front_matter.slug.is_some());
    let mut here = path.to_owned();
    if !has_slug {
        plan.moves = moves(root, path, new)?;
        here = renamed(path, new);
    }
    let bytes =
        std::fs::read(path).map_err(|error| Error::file(path, "reading the file", error))?;
    let refused = || {
        let told = Diagnostic::error(
            "unchanged",
            "its front matter cannot be changed without touching something else",
        );
        Error::from(told.help("add the alias by hand").in_file(shown(path)))
    };
    let text = String::from_utf8(bytes.clone()).map_err(|_| refused())?;
    let original = plan.moves.iter().find(|(from, _)| from != path && !is_review(root, from));
    let front = |yaml: &str| -> Result<String, Refused> {
        let mut yaml = push(yaml, "aliases", &scalar(&format!("articles/{old}")))?;
        if has_slug {
            yaml = set(&yaml, "slug", &scalar(new))?;
        }
        if let Some((_, to)) = original
            && let Some(name) = to.file_name().and_then(|name| name.to_str())
            && yaml.contains("original:")
        {
            yaml = set_in(&yaml, "source", "original", &scalar(name))?;
        }
        Ok(yaml)
    };
    let after = match split_front_matter(&text).0 {
        Some(span) => {
            let yaml = front(span.cut(&text)).map_err(|_| refused())?;
            [&text[..span.start], &yaml, &text[span.end..]].concat()
        }
        None => {
            let (mark, rest) = text.split_at(if text.starts_with('\u{FEFF}') { 3 } else { 0 });
            format!("{mark}---\n{}---\n\n{rest}", front("").map_err(|_| refused())?)
        }
    };
    for other in written_files(root)?.into_iter().filter(|other| other != path) {
        if load::is_markdown(&other) {
            changed(&mut plan.changes, &other, |text| Some(readdressed(text, old, new)))?;
        }
    }
    plan.changes.push(FileChange { path: here, before: Some(bytes), after: after.into_bytes() });
    Ok(plan)
}

fn is_review(root: &Path, path: &Path) -> bool {
    path.starts_with(root.join("content/review"))
}

/// A file of another name and the same ending.
fn renamed(path: &Path, stem: &str) -> PathBuf {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    path.with_file_name(format!("{stem}.{ending}"))
}

/// The article's file, the raw text beside it and the decisions about it, under another name.
fn moves(root: &Path, path: &Path, new: &str) -> Result<Vec<(PathBuf, PathBuf)>, Failure> {
    let beside = load::ENDINGS.iter().map(|ending| path.with_extension(ending));
    let files = beside.chain([load::review_path(root, path)]).filter(|file| file.is_file());
    let mut moves: Vec<(PathBuf, PathBuf)> =
        files.map(|file| (file.clone(), renamed(&file, new))).collect();
    // The folder of its pictures is called like it.
    moves.extend(load::folders_of(path).into_iter().map(|(folder, half)| {
        let to = path.with_file_name(format!("{new}{half}"));
        (folder, to)
    }));
    match moves.iter().find(|(_, to)| to.exists()) {
        Some((_, to)) => {
            let told = Diagnostic::error("exists", "there is a file of that name already");
            Err(fault(told.help("choose another").in_file(shown(to))).into())
        }
        None => Ok(moves),
    }
}

/// Shows the plan, and writes it where that was asked for.
fn carry_out(
    root: &Path,
    call: Vec<String>,
    plan: &Plan,
    write: bool,
    terminal: &mut Terminal<'_>,
) -> Result<(), Failure> {
    if !write {
        for (from, to) in &plan.moves {
            writeln!(terminal.out, "{} → {}", shown(from), shown(to))?;
        }
        for change in &plan.changes {
            writeln!(terminal.out, "{}", shown(&change.path))?;
            for line in change.diff() {
                writeln!(terminal.out, "  {} \u{2068}{}\u{2069}", line.sign, line.text)?;
            }
        }
        terminal.say("nothing is written yet: `--write` does it")?;
        return Ok(());
    }
    let protected = plan.changes.iter().find(|change| {
        std::fs::metadata(&change.path).is_ok_and(|known| known.permissions().readonly())
    });
    if let Some(change) = protected {
        let denied = std::io::Error::new(
            std::io::ErrorKind::PermissionDenied,
            "the file is write-protected",
        );
        return Err(Error::file(&change.path, "writing the file", denied).into());
    }
    let journal = Journal::of(call, &plan.moves, &plan.changes, root);
    journal.begin(root)?;
    finish(&journal, root, terminal)
}

/// Does what is left of a renaming, and tells of it.
fn finish(journal: &Journal, root: &Path, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    journal.finish(root, |done| match done {
        Done::Moved(from, to) => terminal.say(&format!("{} → {}", shown(&from), shown(&to))),
        Done::Changed(path) => terminal.say(&format!("{}: changed", shown(&path))),
    })?;
    Ok(())
}

/// Finishes a renaming that was stopped; whether it is the one that is called for now.
fn is_finished(call: &[String], write: bool, terminal: &mut Terminal<'_>) -> Result<bool, Failure> {
    let root = terminal.root();
    let Some(begun) = Journal::begun(&root)? else { return Ok(false) };
    if !write {
        return Err(half_done(&begun).into());
    }
    finish(&begun, &root, terminal)?;
    Ok(begun.call == call)
}

/// Refuses a dossier in which a renaming was stopped between two files.
pub(super) fn is_ended(root: &Path) -> Result<(), Error> {
    Journal::begun(root)?.map_or(Ok(()), |begun| Err(half_done(&begun)))
}

fn half_done(begun: &Journal) -> Error {
    let call = begun.call.join(" ");
    let told = Diagnostic::error("half-renamed", "a renaming was begun and is not ended");
    fault(told.help(format!("finish it: `sijill {call} --write`")))
}
