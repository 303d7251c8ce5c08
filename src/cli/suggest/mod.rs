//! `suggest`: unknown names, outlets, topics and figures worth an entry, as a table or as YAML to be moved, or written where
//! they belong.

mod others;
mod times;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::args::Suggest;
use super::inside;
use super::terminal::{Failure, Terminal};
use super::wing::Wing;
use crate::article::annotate::suggest::{self, Article, Suggestion};
use crate::diagnostics::{Diagnostic, Error, Language, nearest};
use crate::document::PublicationStatus;
use crate::document::yaml::{Refused, push, push_into, scalar};
use crate::knowledge::IGNORE_FILE;
use crate::site::load::{self, shown};
use crate::site::publish::file;
use others::Other;
use times::times;

/// Runs the command.
pub(super) fn suggest(words: &Suggest, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    let root = terminal.root();
    inside::check(&root)?;
    if !words.not_a_name.is_empty() {
        let mut files = Files::default();
        for text in &words.not_a_name {
            let path = root.join("content/knowledge").join(IGNORE_FILE);
            files.change(path, |yaml| push(yaml, "ignore", &scalar(text.trim())))?;
        }
        files.write(terminal)?;
        if words.accept.is_empty() {
            return Ok(());
        }
    }
    let content = load::load(&root, &Wing::default())?.value;
    let articles: Vec<Article<'_>> = content
        .documents
        .iter()
        // What no page shows asks for no entry.
        .filter(|document| document.front_matter.status != PublicationStatus::Draft)
        .map(|document| Article {
            title: document.front_matter.title.as_deref().unwrap_or(&document.origin.path),
            plain: &document.plain,
            findings: &document.findings,
        })
        .collect();
    let found: Vec<Suggestion> = suggest::suggest(&articles, &content.knowledge)
        .into_iter()
        .filter(|suggestion| suggestion.count >= words.at_least)
        .collect();
    let others: Vec<Other> = others::others(content, &found)
        .into_iter()
        .filter(|other| other.proposal.count >= words.at_least)
        .collect();
    if !words.accept.is_empty() {
        return accept(&root, &words.accept, &found, &others, terminal);
    }
    if words.write {
        let path = root.join("content/knowledge").join(load::SUGGESTED);
        let text = format!("{}{}", suggest::to_yaml(&found), others::to_yaml(&others));
        write(&path, &text)?;
        terminal.say(&format!(
            "{}: {} entries; the file is not read until you move them into another one",
            shown(&path),
            found.len() + others.len()
        ))?;
        return Ok(());
    }
    for suggestion in &found {
        if terminal.json {
            writeln!(terminal.out, "{}", record(suggestion))?;
        } else {
            write!(terminal.out, "{}", lines(suggestion, terminal.language))?;
        }
    }
    for other in &others {
        if terminal.json {
            writeln!(terminal.out, "{}", other.record())?;
        } else {
            write!(terminal.out, "{}", other.lines(terminal.language))?;
        }
    }
    Ok(())
}

/// Writes the suggestions with these ids into the files of the knowledge base.
fn accept(
    root: &Path,
    ids: &[String],
    found: &[Suggestion],
    others: &[Other],
    terminal: &mut Terminal<'_>,
) -> Result<(), Failure> {
    let is_all = ids.iter().any(|id| id == "all");
    let known = || {
        let names = found.iter().map(|suggestion| &suggestion.id);
        names.chain(others.iter().map(|other| &other.id))
    };
    let unknown: Vec<Diagnostic> = ids
        .iter()
        .filter(|id| *id != "all" && !known().any(|other| other == *id))
        .map(|id| {
            let told =
                Diagnostic::error("unknown-suggestion", format!("no suggestion has the id `{id}`"));
            match nearest(id, known()) {
                Some(near) => told.help(format!("the nearest known id is `{near}`")),
                None => told.help("`sijill suggest` lists the ids"),
            }
        })
        .collect();
    if !unknown.is_empty() {
        return Err(Error::Content(unknown).into());
    }
    let mut files = Files::default();
    let chosen = found.iter().filter(|suggestion| is_all || ids.contains(&suggestion.id));
    for suggestion in chosen {
        let list = suggestion.kind.folder();
        if suggestion.is_alias {
            let path = files.with_entry(root, list, &suggestion.id)?;
            for name in std::iter::once(&suggestion.name).chain(&suggestion.variants) {
                files.change(path.clone(), |yaml| {
                    push_into(yaml, list, &suggestion.id, "aliases", name)
                })?;
            }
        } else {
            let path = root.join("content/knowledge").join(format!("{list}.yaml"));
            files.change(path, |yaml| push(yaml, list, &suggest::entry(suggestion)))?;
        }
    }
    // A topic and a figure are a choice; «all» takes what articles name.
    let is_chosen = |other: &&Other| is_all && other.list() == "outlets" || ids.contains(&other.id);
    for other in others.iter().filter(is_chosen) {
        let path = root.join("content/knowledge").join(format!("{}.yaml", other.list()));
        files.change(path, |yaml| push(yaml, other.list(), &other.entry()))?;
    }
    files.write(terminal)
}

/// Files of the knowledge base as they are to be: nothing is written before every change stands.
#[derive(Default)]
struct Files {
    changed: BTreeMap<PathBuf, (String, usize)>,
}

impl Files {
    /// Changes one entry or line of a file; one that is not there begins empty.
    fn change(
        &mut self,
        path: PathBuf,
        change: impl Fn(&str) -> Result<String, Refused>,
    ) -> Result<(), Failure> {
        let (text, count) = match self.changed.remove(&path) {
            Some(file) => file,
            None => (read(&path)?, 0),
        };
        let mark = if text.starts_with('\u{FEFF}') { "\u{FEFF}" } else { "" };
        let Ok(after) = change(&text[mark.len()..]) else {
            let told = Diagnostic::error(
                "unchanged",
                "the list cannot be added to without touching something else",
            )
            .help("write each entry of the list on lines of its own, or add this one by hand")
            .in_file(shown(&path));
            return Err(Error::Content(vec![told]).into());
        };
        self.changed.insert(path, ([mark, &after].concat(), count + 1));
        Ok(())
    }

    /// The file in which an entry stands.
    fn with_entry(&self, root: &Path, list: &str, id: &str) -> Result<PathBuf, Failure> {
        let usual = root.join("content/knowledge").join(format!("{list}.yaml"));
        for path in load::files_below(&root.join("content/knowledge"), &["yaml", "yml"])? {
            let text = read(&path)?;
            if push_into(text.trim_start_matches('\u{FEFF}'), list, id, "aliases", id).is_ok() {
                return Ok(path);
            }
        }
        Ok(usual)
    }

    /// Writes them, each by a temporary file that takes its place, and says so.
    fn write(self, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
        for (path, (text, count)) in self.changed {
            write(&path, &text)?;
            terminal.say(&format!("{}: {count} added", shown(&path)))?;
        }
        Ok(())
    }
}

/// Writes a file of the knowledge base, which a dossier may not have had so far.
fn write(path: &Path, text: &str) -> Result<(), Failure> {
    let folder = path.parent().map_or(Ok(()), std::fs::create_dir_all);
    folder
        .and_then(|()| file::replace(path, text.as_bytes()))
        .map_err(|source| Error::file(path, "writing the knowledge base", source).into())
}

/// The text of a file of the knowledge base; nothing where there is none.
fn read(path: &Path) -> Result<String, Failure> {
    match std::fs::read_to_string(path) {
        Ok(text) => Ok(text),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(String::new()),
        Err(error) => Err(Error::file(path, "reading the knowledge base", error).into()),
    }
}

/// One suggestion for people: how often, what, its proposed id, and the sentence that says most about it.
fn lines(suggestion: &Suggestion, language: Language) -> String {
    let kind = suggestion.kind.name();
    let what = if suggestion.is_alias {
        format!("alias of {kind} {}", suggestion.id)
    } else {
        format!("{kind} {}", suggestion.id)
    };
    let names = std::iter::once(&suggestion.name)
        .chain(&suggestion.variants)
        .cloned()
        .collect::<Vec<_>>()
        .join("، ");
    let roles = if suggestion.roles.is_empty() {
        String::new()
    } else {
        format!(" ({})", suggestion.roles.join("، "))
    };
    let (sentence, title) = &suggestion.sentence;
    let times = times(suggestion.count, suggestion.articles, language);
    format!(
        "{times} {what}\n      \u{2068}{names}{roles}\u{2069}\n      \u{2068}{sentence}\u{2069} — \u{2068}{title}\u{2069}\n"
    )
}

fn record(suggestion: &Suggestion) -> serde_json::Value {
    serde_json::json!({
        "kind": suggestion.kind.name(),
        "id": suggestion.id,
        "alias": suggestion.is_alias,
        "name": suggestion.name,
        "variants": suggestion.variants,
        "count": suggestion.count,
        "articles": suggestion.articles,
        "roles": suggestion.roles,
        "sentence": suggestion.sentence.0,
        "title": suggestion.sentence.1,
    })
}
