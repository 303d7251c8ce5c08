//! `search`: a query at the terminal, answered from the index of the site.

use super::args::Search;
use super::terminal::{Failure, Terminal};
use super::wing::Wing;
use crate::site::search::{self, Further, Hit, Index, Reader};
use crate::site::{load, site_of};

/// How many hits are shown with the words around.
const MOST_EXCERPTS: usize = 10;

/// How many of those further off are listed.
const MOST_FURTHER: usize = 5;

/// Runs the command.
pub(super) fn search(words: &Search, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    let content = load::load(&terminal.root(), &Wing::default())?.value;
    let index = Index::of_site(&site_of(content).value);
    let query = words.query.join(" ");
    let found = search::search(&index, &query);
    let reader = Reader::new(&index, &query);
    if terminal.json {
        for hit in &found.hits {
            let reasons: Vec<String> =
                reader.reasons(hit.entry).into_iter().map(|(_, word)| word).collect();
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
    list(&found.hits, &reader, terminal)?;
    if !found.further.is_empty() {
        terminal.say(match found.why_further {
            Further::Kin => "words of the same root:",
            Further::Sound => "names that sound so:",
            Further::Less => "further off:",
        })?;
        list(found.further.get(..MOST_FURTHER).unwrap_or(&found.further), &reader, terminal)?;
    }
    for (asked, better) in &found.suggestions {
        terminal.say(&format!(
            "\u{2068}{asked}\u{2069} stands nowhere; did you mean \u{2068}{better}\u{2069}?"
        ))?;
    }
    for field in &found.unknown_fields {
        terminal.say(&format!("no field is named \u{2068}{field}\u{2069}"))?;
    }
    if let Some(word) = &found.broken {
        terminal.say(&format!(
            "the phrase stands nowhere as it is: it fails at \u{2068}{word}\u{2069}"
        ))?;
    }
    if found.hits.is_empty() {
        let why = match () {
            () if found.only_function => "these words only hold a sentence together",
            () if found.too_short => "type two letters at least",
            () => "no results",
        };
        terminal.say(why)?;
    }
    Ok(())
}

/// Lists articles, the first ones with the words around.
fn list(hits: &[Hit], reader: &Reader<'_>, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    for (at, hit) in hits.iter().enumerate() {
        writeln!(terminal.out, "{}\t{}\t\u{2068}{}\u{2069}", hit.path, hit.date, hit.title)?;
        if at < MOST_EXCERPTS {
            writeln!(terminal.out, "\t\u{2068}{}\u{2069}", excerpt(reader, hit.entry))?;
        }
    }
    Ok(())
}

/// The excerpt of a hit, what was found in square brackets.
fn excerpt(reader: &Reader<'_>, entry: usize) -> String {
    let told =
        |piece: search::Piece| if piece.marked { format!("[{}]", piece.text) } else { piece.text };
    reader.excerpt(entry).into_iter().map(told).collect()
}
