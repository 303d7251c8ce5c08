//! Ids of names, against what the world would write.

use sijill::article::annotate::suggest::romanize;

/// The names of a corpus whose id is another, and how many there are.
fn wrong(corpus: &str) -> (Vec<String>, usize) {
    let lines: Vec<(&str, &str)> = corpus
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split_once('\t').unwrap())
        .collect();
    let said = |&(wanted, name): &(&str, &str)| {
        let found = romanize(name);
        (found != wanted).then(|| format!("{name}: {wanted} is {found}"))
    };
    (lines.iter().filter_map(said).collect(), lines.len())
}

#[test]
fn names_have_the_ids_that_the_world_writes() {
    let (wrong, _) = wrong(include_str!("../corpus/ids-tuned.txt"));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn ids_of_names_that_were_kept_aside() {
    /// How many come out as they should.
    const RIGHT: usize = 25;
    let (wrong, count) = wrong(include_str!("../corpus/ids-held-out.txt"));
    assert!(count - wrong.len() >= RIGHT, "{} of {count} are wrong", wrong.len());
}
