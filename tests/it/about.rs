//! Of which day an article speaks, by the sentence with which it opens.

use sijill::article::annotate;
use sijill::document::parse;
use sijill::knowledge::Knowledge;

/// The lines of a corpus that do not come out as they should, and how many there are.
fn wrong(corpus: &str) -> (Vec<String>, usize) {
    let lines: Vec<&str> = corpus.lines().filter(|line| !line.starts_with('#')).collect();
    let said = |line: &&str| {
        let (wanted, sentence) = line.split_once(' ')?;
        let draft =
            parse(&format!("---\ntitle: خبر\ndate: 2021-04-08\n---\n\n{sentence}\n")).ok()?;
        let document = annotate::annotate(draft.value, &Knowledge::default()).value;
        let found =
            document.findings.about.map_or_else(|| "-".to_owned(), |it| it.value.to_string());
        (found != wanted).then(|| format!("{wanted} is {found}: {sentence}"))
    };
    (lines.iter().filter_map(said).collect(), lines.len())
}

#[test]
fn the_days_of_what_others_published_are_none_of_what_happened() {
    let (wrong, _) = wrong(include_str!("../corpus/about-tuned.txt"));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_days_of_sentences_that_were_kept_aside() {
    /// How many come out as they should.
    const RIGHT: usize = 12;
    let (wrong, count) = wrong(include_str!("../corpus/about-held-out.txt"));
    assert!(count - wrong.len() >= RIGHT, "{} of {count} are wrong", wrong.len());
}
