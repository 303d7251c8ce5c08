//! `search`: a query at the terminal, answered from the index of the site.

use super::args::Search;
use super::{Failure, Format, Terminal, Wing};
use crate::site::load;
use crate::site::model;
use crate::site::search::{self, Index};

/// Runs the command.
pub(super) fn search(words: &Search, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    let content = load::load(&terminal.common.root, &Wing)?.value;
    let site = model::assemble(content.documents, &content.knowledge, &content.config).value;
    let found = search::search(&Index::of_site(&site), &words.query.join(" "));
    if terminal.common.format == Some(Format::Json) {
        for hit in &found.hits {
            let record = serde_json::json!({"path": hit.path, "title": hit.title, "date": hit.date, "score": hit.score});
            writeln!(terminal.out, "{record}")?;
        }
        return Ok(());
    }
    for (_, _, name, path) in &found.subjects {
        writeln!(terminal.out, "{path}\t\u{2068}{name}\u{2069}")?;
    }
    for hit in &found.hits {
        writeln!(terminal.out, "{}\t{}\t\u{2068}{}\u{2069}", hit.path, hit.date, hit.title)?;
    }
    if found.hits.is_empty() {
        let tried: Vec<&str> = found.suggestions.iter().map(|(_, word)| word.as_str()).collect();
        let hint = if tried.is_empty() { String::new() } else { format!("; did you mean \u{2068}{}\u{2069}?", tried.join("، ")) };
        terminal.say(&format!("no results{hint}"))?;
    }
    Ok(())
}
