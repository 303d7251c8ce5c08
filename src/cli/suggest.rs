//! `suggest`: unknown names worth an entry, as a table or as YAML to be moved.

use super::args::Suggest;
use super::{Failure, Terminal, Wing, inside};
use crate::article::annotate::suggest::{self, Article, Suggestion};
use crate::diagnostics::Error;
use crate::site::load::{self, shown};
use crate::site::publish::file;

/// Runs the command.
pub(super) fn suggest(words: &Suggest, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    let root = terminal.root();
    inside::check(&root)?;
    let content = load::load(&root, &Wing)?.value;
    let articles: Vec<Article<'_>> = content
        .documents
        .iter()
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
    if words.write {
        let path = root.join("content/knowledge").join(load::SUGGESTED);
        file::replace(&path, suggest::to_yaml(&found).as_bytes())
            .map_err(|source| Error::file(&path, "writing the suggestions", source))?;
        terminal.say(&format!(
            "{}: {} names; the file is not read until you move its entries into another one",
            shown(&path),
            found.len()
        ))?;
        return Ok(());
    }
    for suggestion in &found {
        if terminal.json {
            writeln!(terminal.out, "{}", record(suggestion))?;
        } else {
            write!(terminal.out, "{}", lines(suggestion))?;
        }
    }
    Ok(())
}

/// One suggestion for people: how often, what, its proposed id, and the sentence that says most about it.
fn lines(suggestion: &Suggestion) -> String {
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
    format!(
        "{:>5} × in {:>3} articles  {what}\n      \u{2068}{names}{roles}\u{2069}\n      \u{2068}{sentence}\u{2069} — \u{2068}{title}\u{2069}\n",
        suggestion.count, suggestion.articles
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
