//! `search`: a query at the terminal, answered from the index of the site.

use super::args::Search;
use super::{Failure, Format, Terminal, Wing};
use crate::site::load;
use crate::site::model;
use crate::site::search::{self, Index, Reader};

/// How many hits are shown with the words around.
const MOST_EXCERPTS: usize = 10;

/// Runs the command.
pub(super) fn search(words: &Search, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    let content = load::load(&terminal.common.root, &Wing)?.value;
    let site = model::assemble(content.documents, &content.knowledge, &content.config).value;
    let index = Index::of_site(&site);
    let query = words.query.join(" ");
    let found = search::search(&index, &query);
    let reader = Reader::new(&index, &query);
    if terminal.common.format == Some(Format::Json) {
        for hit in &found.hits {
            let reasons: Vec<String> = reader.reasons(hit.entry).into_iter().map(|(_, word)| word).collect();
            let record = serde_json::json!({
                "path": hit.path, "title": hit.title, "date": hit.date, "score": hit.score,
                "excerpt": excerpt(&reader, hit.entry), "words": reasons,
            });
            writeln!(terminal.out, "{record}")?;
        }
        return Ok(());
    }
    for (_, _, name, path) in &found.subjects {
        writeln!(terminal.out, "{path}\t\u{2068}{name}\u{2069}")?;
    }
    for (at, hit) in found.hits.iter().enumerate() {
        writeln!(terminal.out, "{}\t{}\t\u{2068}{}\u{2069}", hit.path, hit.date, hit.title)?;
        if at < MOST_EXCERPTS {
            writeln!(terminal.out, "\t\u{2068}{}\u{2069}", excerpt(&reader, hit.entry))?;
        }
    }
    for (asked, better) in &found.suggestions {
        terminal.say(&format!("\u{2068}{asked}\u{2069} stands nowhere; did you mean \u{2068}{better}\u{2069}?"))?;
    }
    for field in &found.unknown_fields {
        terminal.say(&format!("no field is named \u{2068}{field}\u{2069}"))?;
    }
    if found.hits.is_empty() {
        let why = if found.only_function { "these words only hold a sentence together" } else { "no results" };
        terminal.say(why)?;
    }
    Ok(())
}

/// The excerpt of a hit, what was found in square brackets.
fn excerpt(reader: &Reader<'_>, entry: usize) -> String {
    let told = |piece: search::Piece| if piece.marked { format!("[{}]", piece.text) } else { piece.text };
    reader.excerpt(entry).into_iter().map(told).collect()
}
