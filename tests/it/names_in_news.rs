//! How well names that nobody has listed are found in sentences of news; what is learnt from and what is kept aside apart.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use sijill::article::annotate::annotate_plain;
use sijill::article::annotate::unknown::weighing::learn;
use sijill::document::Plain;
use sijill::knowledge::Knowledge;

use super::scores::{Figure, Score};

#[test]
fn training_again_gives_the_table_of_the_repository() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |name: &str| fs::read_to_string(root.join(name)).expect("a file of the repository");
    let corpus = learn::SENTENCES.map(|name| read(&format!("tests/corpus/{name}"))).concat();
    assert!(
        read("weights/names.txt") == learn::table(&learn::examples(&corpus)),
        "run `cargo run --example train -- names`, and read the scores in the diff"
    );
}

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

/// How a corpus comes out: a case is right where all its names are and no other. Sentences that are kept aside are told by their number.
fn measured(
    set: &str,
    sentences: impl Iterator<Item = (usize, &'static str)>,
    is_kept_aside: bool,
    least: usize,
) -> Score {
    let knowledge = Knowledge::default();
    let (mut hit, mut wanted, mut found) = (0, 0, 0);
    let mut score = Score::of(set, least);
    for (number, marked) in sentences {
        let (text, names) = unmarked(marked);
        let plain = Plain::of_text(&text);
        let mentions = annotate_plain(&plain, None, &knowledge).value.mentions;
        let got: BTreeSet<Name> =
            mentions.iter().map(|m| (m.span.start, m.span.end, m.kind.name().to_owned())).collect();
        hit += names.intersection(&got).count();
        wanted += names.len();
        found += got.len();
        let told = || {
            let extra: Vec<String> = got
                .difference(&names)
                .map(|(start, end, kind)| format!("{kind} {}", &text[*start..*end]))
                .collect();
            format!("{marked}; found besides: {}", extra.join(", "))
        };
        score.case(names == got, if is_kept_aside { (number + 1).to_string() } else { told() });
    }
    let share = |of: usize| hit as f64 / of.max(1) as f64;
    let f1 = 2.0 * hit as f64 / (wanted + found) as f64;
    score.figures = [("P", share(found)), ("R", share(wanted)), ("F1", f1)]
        .map(|(name, value)| Figure { name, value, least: 0.0 })
        .into();
    score
}

fn sentences(corpus: &'static str) -> impl Iterator<Item = (usize, &'static str)> {
    corpus.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).enumerate()
}

pub(crate) fn scores() -> Vec<Score> {
    let news = || sentences(include_str!("../corpus/names-in-news.txt"));
    let held_out = sentences(include_str!("../corpus/names/held-out.txt"));
    vec![
        measured(
            "a hundred sentences of news, tuned",
            news().filter(|(number, _)| number % 2 == 0),
            false,
            54,
        ),
        measured(
            "a hundred sentences of news, held out",
            news().filter(|(number, _)| number % 2 == 1),
            true,
            32,
        ),
        measured(
            "eight kinds of news, people above all, learnt from",
            sentences(include_str!("../corpus/names/tuned-people.txt")),
            true,
            46,
        ),
        measured(
            "eight kinds of news, bodies above all, learnt from",
            sentences(include_str!("../corpus/names/tuned-bodies.txt")),
            true,
            30,
        ),
        measured("eight kinds of news, held out", held_out, true, 47),
        measured(
            "long sentences of wires and encyclopaedias, learnt from",
            sentences(include_str!("../corpus/names/tuned-long.txt")),
            true,
            43,
        ),
        measured(
            "long sentences of wires and encyclopaedias, held out",
            sentences(include_str!("../corpus/names/held-out-long.txt")),
            true,
            35,
        ),
        measured(
            "many newsrooms, learnt from",
            sentences(include_str!("../corpus/names/tuned-newsrooms.txt")),
            true,
            40,
        ),
        measured(
            "many newsrooms, held out",
            sentences(include_str!("../corpus/names/held-out-new.txt")),
            true,
            30,
        ),
        measured(
            "kinds of names that weights do not reach, tuned",
            sentences(include_str!("../corpus/names/kinds.txt")),
            false,
            75,
        ),
        measured(
            "kinds of names that weights do not reach, held out",
            sentences(include_str!("../corpus/names/kinds-held-out.txt")),
            true,
            65,
        ),
        measured(
            "frames in which grammar shows a name, tuned",
            sentences(include_str!("../corpus/names/frames.txt")),
            false,
            75,
        ),
        measured(
            "frames in which grammar shows a name, held out",
            sentences(include_str!("../corpus/names/frames-held-out.txt")),
            true,
            65,
        ),
        measured(
            "what is called by a name, tuned",
            sentences(include_str!("../corpus/names/called.txt")),
            false,
            75,
        ),
        measured(
            "what is called by a name, held out",
            sentences(include_str!("../corpus/names/called-held-out.txt")),
            true,
            65,
        ),
        measured(
            "what runs on into a name or is left out, tuned",
            sentences(include_str!("../corpus/names/beyond.txt")),
            false,
            85,
        ),
        measured(
            "what runs on into a name or is left out, held out",
            sentences(include_str!("../corpus/names/beyond-held-out.txt")),
            true,
            75,
        ),
        measured(
            "what a word before a name makes of it, tuned",
            sentences(include_str!("../corpus/names/heads.txt")),
            false,
            75,
        ),
        measured(
            "what a word before a name makes of it, held out",
            sentences(include_str!("../corpus/names/heads-held-out.txt")),
            true,
            70,
        ),
        measured(
            "words that stand as names do, tuned",
            sentences(include_str!("../corpus/names/rows-of-words.txt")),
            false,
            75,
        ),
        measured(
            "words that stand as names do, held out",
            sentences(include_str!("../corpus/names/rows-of-words-held-out.txt")),
            true,
            65,
        ),
        measured(
            "families and who is called by everyday words, tuned",
            sentences(include_str!("../corpus/names/families.txt")),
            false,
            75,
        ),
        measured(
            "families and who is called by everyday words, held out",
            sentences(include_str!("../corpus/names/families-held-out.txt")),
            true,
            60,
        ),
        measured(
            "where names end, tuned",
            sentences(include_str!("../corpus/names/extents.txt")),
            false,
            75,
        ),
        measured(
            "where names end, held out",
            sentences(include_str!("../corpus/names/extents-held-out.txt")),
            true,
            50,
        ),
        measured(
            "foreign names, kings, correspondents, clubs, makes, physics, programs, held out",
            sentences(include_str!("../corpus/names/letters-held-out.txt")),
            true,
            50,
        ),
    ]
}
