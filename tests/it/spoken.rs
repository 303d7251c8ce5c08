//! Who speaks in the dossier's own articles, against what a person read in them (`tests/dossier/speakers.txt`).

use std::collections::BTreeMap;

use sijill::document::{Document, Speaker};

use super::dossier;
use super::scores::{Figure, Score};

/// A passage that a person read.
struct Passage<'t> {
    /// Whether a reader may as well not count it.
    is_open: bool,
    /// The id, the words, or `-` for nobody.
    speaker: &'t str,
    said: &'t str,
    is_found: bool,
}

/// The passages by article.
fn passages(text: &str) -> BTreeMap<&str, Vec<Passage<'_>>> {
    let mut found: BTreeMap<&str, Vec<Passage<'_>>> = BTreeMap::new();
    let mut article = "";
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let (key, rest) = line.split_once(' ').unwrap_or_else(|| panic!("no value: {line}"));
        if key == "article" {
            article = rest;
            continue;
        }
        assert!(matches!(key, "said" | "maybe"), "no passage begins so: {line}");
        let (speaker, said) = rest.split_once(" | ").unwrap_or_else(|| panic!("no words: {line}"));
        let passage = Passage { is_open: key == "maybe", speaker, said, is_found: false };
        found.entry(article).or_default().push(passage);
    }
    found
}

fn spelled(speaker: &Speaker) -> &str {
    match speaker {
        Speaker::Entity(id) => id,
        Speaker::Text(text) => text,
        Speaker::Unknown => "-",
    }
}

/// Compares the quotations of an article with its passages; gives how many speakers are wrong.
fn compare(
    score: &mut Score,
    name: &str,
    document: &Document,
    passages: &mut [Passage<'_>],
) -> usize {
    let mut wrong = 0;
    for quote in &document.findings.quotes {
        let (words, by) = (quote.span.cut(&document.plain.text), spelled(&quote.speaker));
        let Some(passage) =
            passages.iter_mut().find(|passage| !passage.is_found && passage.said == words)
        else {
            wrong += 1;
            score.case(false, format!("wrong: {name}: no quotation: {by}: {words}"));
            continue;
        };
        passage.is_found = true;
        let is_wrong = by != passage.speaker && by != "-";
        wrong += usize::from(is_wrong);
        let mark = if is_wrong { "wrong: " } else { "" };
        let told = format!("{mark}{name}: {}: {words}; found {by}", passage.speaker);
        score.case(by == passage.speaker, told);
    }
    for missed in passages.iter().filter(|passage| !passage.is_found && !passage.is_open) {
        let told = format!("{name}: {}: {}; found no quotation", missed.speaker, missed.said);
        score.case(false, told);
    }
    wrong
}

/// The speakers of the dossier: how many are right, and none of whom the text does not say that.
pub(crate) fn scores() -> Score {
    let mut score = Score::of("who speaks in the dossier, tuned", 80);
    let mut by_article = passages(include_str!("../dossier/speakers.txt"));
    let mut wrong = 0;
    for (name, document) in dossier::own_documents() {
        let mut passages = by_article.remove(name.as_str()).unwrap_or_default();
        wrong += compare(&mut score, &name, &document, &mut passages);
    }
    let unknown: Vec<&&str> = by_article.keys().collect();
    assert!(unknown.is_empty(), "no such articles: {unknown:?}");
    let share = 1.0 - wrong as f64 / score.of.max(1) as f64;
    score.figures.push(Figure { name: "not wrong", value: share, least: 0.98 });
    score
}
