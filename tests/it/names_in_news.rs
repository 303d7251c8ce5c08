//! How well names that nobody has listed are found in a hundred sentences of news, tuned and untouched half apart.

use std::collections::BTreeSet;

use sijill::article::annotate::annotate_plain;
use sijill::config::Config;
use sijill::document::Plain;
use sijill::knowledge::Knowledge;

/// A name in a sentence: where it begins and ends, and its kind.
type Name = (usize, usize, String);

/// A marked sentence without its marks, and the names that they mark.
fn unmarked(marked: &str) -> (String, BTreeSet<Name>) {
    let (mut text, mut names) = (String::new(), BTreeSet::new());
    let mut rest = marked;
    while let Some((before, opened)) = rest.split_once('[') {
        let (name, closed) = opened.split_once("](").expect("a mark has a name and a kind");
        let (kind, after) = closed.split_once(')').expect("a mark is closed");
        text.push_str(before);
        let start = text.len();
        text.push_str(name);
        names.insert((start, text.len(), kind.to_owned()));
        rest = after;
    }
    text.push_str(rest);
    (text, names)
}

/// F1 in per cent over every other sentence, from `first` on; what went wrong is told.
fn score(first: usize) -> (f64, Vec<String>) {
    let (knowledge, config) = (Knowledge::default(), Config::default());
    let corpus = include_str!("../corpus/names-in-news.txt");
    let sentences = corpus.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let (mut right, mut wanted, mut found) = (0, 0, 0);
    let mut wrong = Vec::new();
    for marked in sentences.skip(first).step_by(2) {
        let (text, names) = unmarked(marked);
        let plain = Plain::of_text(&text);
        let mentions = annotate_plain(&plain, None, &knowledge, &config).value.mentions;
        let got: BTreeSet<Name> = mentions.iter().map(|m| (m.span.start, m.span.end, m.kind.name().to_owned())).collect();
        right += names.intersection(&got).count();
        wanted += names.len();
        found += got.len();
        if names != got {
            let extra: Vec<String> = got.difference(&names).map(|(start, end, kind)| format!("{kind} {}", &text[*start..*end])).collect();
            wrong.push(format!("{marked}\n    found besides {extra:?}"));
        }
    }
    (200.0 * right as f64 / (wanted + found) as f64, wrong)
}

#[test]
fn names_in_a_hundred_sentences() {
    let ((tuned, wrong), (untouched, _)) = (score(0), score(1));
    assert!(tuned >= 78.0, "tuned half: F1 {tuned:.1}\n{}", wrong.join("\n"));
    assert!(untouched >= 70.0, "untouched half: F1 {untouched:.1}");
}
