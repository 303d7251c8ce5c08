//! How well names that nobody has listed are found in a hundred sentences of news, tuned and untouched half apart.

use std::collections::BTreeSet;

use sijill::article::annotate::annotate_plain;
use sijill::config::Config;
use sijill::document::Plain;
use sijill::knowledge::Knowledge;

use super::scores::Score;

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

/// Every other sentence, from `first` on: a case is right where all its names are and no other.
fn half(set: &str, first: usize, least: usize) -> Score {
    let (knowledge, config) = (Knowledge::default(), Config::default());
    let corpus = include_str!("../corpus/names-in-news.txt");
    let sentences = corpus.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let (mut hit, mut wanted, mut found) = (0, 0, 0);
    let mut score = Score::of(set, least);
    for (number, marked) in sentences.enumerate().skip(first).step_by(2) {
        let (text, names) = unmarked(marked);
        let plain = Plain::of_text(&text);
        let mentions = annotate_plain(&plain, None, &knowledge, &config).value.mentions;
        let got: BTreeSet<Name> = mentions.iter().map(|m| (m.span.start, m.span.end, m.kind.name().to_owned())).collect();
        hit += names.intersection(&got).count();
        wanted += names.len();
        found += got.len();
        let told = || {
            let extra: Vec<String> = got.difference(&names).map(|(start, end, kind)| format!("{kind} {}", &text[*start..*end])).collect();
            format!("{marked}; found besides: {}", extra.join(", "))
        };
        let missed = if first == 0 { told() } else { (number + 1).to_string() };
        score.case(names == got, missed);
    }
    score.figure = format!("F1 {:.1}", 200.0 * hit as f64 / (wanted + found) as f64);
    score
}

pub(crate) fn scores() -> Vec<Score> {
    vec![half("sentences of news, tuned", 0, 54), half("sentences of news, held out", 1, 34)]
}
