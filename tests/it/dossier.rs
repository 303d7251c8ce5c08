//! What articles attest, against what a person read in them: the dossier's own, the seeds where they lie beside the
//! checkout, and small articles about other things. `tests/README.md` explains the format of a truth.

#![expect(clippy::print_stdout, reason = "every difference is told, also where the test holds")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use sijill::article::{annotate, article};
use sijill::config::Config;
use sijill::document::{Document, parse};
use sijill::knowledge::Knowledge;
use sijill::site::model::{Site, assemble};

use super::scores::Score;

/// What a truth says of one article.
#[derive(Default)]
struct Truth {
    day: Option<String>,
    /// Each of these is right.
    about: Vec<String>,
    events: Vec<Expected>,
}

/// What a truth says of an article and an event.
struct Expected {
    /// The line as it stands in the file.
    line: String,
    event: String,
    status: String,
    /// Dates that the article must give the event.
    claims: BTreeSet<String>,
    /// Dates that it may be found to give it.
    allowed: BTreeSet<String>,
    /// Whether the article may as well be read otherwise.
    optional: bool,
}

/// An event on which articles differ: each side and who holds it.
type Conflicts = BTreeMap<String, BTreeMap<String, BTreeSet<String>>>;

/// A file of truths: articles of the dossier and seeds, and the conflicts of each.
#[derive(Default)]
struct Truths {
    articles: BTreeMap<String, Truth>,
    seeds: BTreeMap<String, Truth>,
    conflicts: Conflicts,
    seed_conflicts: Conflicts,
}

fn expected(line: &str, rest: &str, optional: bool) -> Expected {
    let mut words = rest.split_whitespace();
    let mut next =
        || words.next().unwrap_or_else(|| panic!("a word is missing: {line}")).to_owned();
    let (event, status) = (next(), next());
    let (mut claims, mut allowed) = (BTreeSet::new(), BTreeSet::new());
    for word in words.filter(|word| *word != "-") {
        match word.strip_prefix('(').and_then(|word| word.strip_suffix(')')) {
            Some(word) => allowed.insert(word.to_owned()),
            None => claims.insert(word.to_owned()),
        };
    }
    allowed.extend(claims.iter().cloned());
    Expected { line: line.to_owned(), event, status, claims, allowed, optional }
}

impl Truth {
    fn take(&mut self, line: &str) {
        let (key, rest) = line.split_once(' ').unwrap_or((line, ""));
        match key {
            "day" => self.day = Some(rest.to_owned()),
            "about" => self.about = rest.split(" or ").map(str::to_owned).collect(),
            "event" => self.events.push(expected(line, rest, false)),
            "maybe" => self.events.push(expected(line, rest, true)),
            _ => panic!("no truth begins so: {line}"),
        }
    }
}

impl Truths {
    fn of(text: &str) -> Self {
        let mut made = Self::default();
        let mut current: (&str, &str) = ("", "");
        for line in
            text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
        {
            let (key, rest) = line.split_once(' ').unwrap_or((line, ""));
            if matches!(key, "article" | "seed" | "conflict" | "seed-conflict") {
                current = (key, rest);
                match key {
                    "article" => drop(made.articles.insert(rest.to_owned(), Truth::default())),
                    "seed" => drop(made.seeds.insert(rest.to_owned(), Truth::default())),
                    "conflict" => drop(made.conflicts.insert(rest.to_owned(), BTreeMap::new())),
                    _ => drop(made.seed_conflicts.insert(rest.to_owned(), BTreeMap::new())),
                }
                continue;
            }
            let conflicts = match current.0 {
                "article" => {
                    made.articles.get_mut(current.1).unwrap().take(line);
                    continue;
                }
                "seed" => {
                    made.seeds.get_mut(current.1).unwrap().take(line);
                    continue;
                }
                "conflict" => &mut made.conflicts,
                _ => &mut made.seed_conflicts,
            };
            let mut words = rest.split_whitespace().map(str::to_owned);
            let side = words.next().unwrap_or_else(|| panic!("a side needs a date: {line}"));
            conflicts.get_mut(current.1).unwrap().insert(side, words.collect());
        }
        made
    }
}

/// How many lines of a truth hold, and which do not.
#[derive(Default)]
struct Comparison {
    lines: usize,
    wrong: Vec<(String, String)>,
}

impl Comparison {
    fn line(&mut self, name: &str, line: &str, difference: Option<String>) {
        self.lines += 1;
        self.wrong.extend(difference.map(|found| (format!("{name}: {}", line.trim_end()), found)));
    }

    fn article(&mut self, name: &str, truth: &Truth, document: &Document) {
        let front = &document.front_matter;
        if let Some(day) = &truth.day {
            let found = front.date.as_ref().map_or_else(|| "-".to_owned(), ToString::to_string);
            self.line(name, &format!("day {day}"), (found != *day).then_some(found));
        }
        if !truth.about.is_empty() {
            let found = about(document);
            self.line(
                name,
                &format!("about {}", truth.about.join(" or ")),
                (!truth.about.contains(&found)).then_some(found),
            );
        }
        let mut attested: BTreeMap<&str, (BTreeSet<&str>, BTreeSet<String>)> = BTreeMap::new();
        for found in &document.findings.events {
            let (statuses, claims) = attested.entry(&found.event).or_default();
            statuses.insert(found.status.name());
            claims.extend(found.claimed.iter().map(|claimed| claimed.to_string().replace('~', "")));
        }
        for found in &document.findings.conflicts {
            attested
                .entry(&found.event)
                .or_default()
                .1
                .insert(found.claimed.to_string().replace('~', ""));
        }
        for expected in &truth.events {
            let found = attested.remove(expected.event.as_str());
            let difference = match &found {
                None if expected.optional => continue,
                None => Some("not attested".to_owned()),
                Some((statuses, claims)) => {
                    let right = statuses.iter().all(|status| *status == expected.status)
                        && claims.is_subset(&expected.allowed)
                        && expected.claims.is_subset(claims);
                    (!right).then(|| format!("{statuses:?} {claims:?}"))
                }
            };
            self.line(name, &expected.line, difference);
        }
        for (event, found) in attested {
            let reason: Vec<&str> = document
                .findings
                .events
                .iter()
                .filter(|found| found.event == event)
                .map(|found| found.reason.as_str())
                .collect();
            self.wrong
                .push((format!("{name}: no {event}"), format!("attested: {found:?} {reason:?}")));
        }
    }

    fn conflicts(&mut self, expected: &Conflicts, found: &Conflicts) {
        for (event, sides) in expected {
            let shown = found.get(event);
            for (date, who) in sides {
                let there = shown.and_then(|sides| sides.get(date));
                let names: Vec<&str> = who.iter().map(String::as_str).collect();
                let line = format!("side {date} {}", names.join(" "));
                self.line(
                    &format!("conflict {event}"),
                    &line,
                    (there != Some(who)).then(|| format!("{there:?}")),
                );
            }
            for side in shown.into_iter().flatten().filter(|(date, _)| !sides.contains_key(*date)) {
                self.wrong.push((
                    format!("conflict {event}: no side {}", side.0),
                    format!("shown: {:?}", side.1),
                ));
            }
        }
        for (event, sides) in found.iter().filter(|(event, _)| !expected.contains_key(*event)) {
            self.wrong.push((format!("no conflict {event}"), format!("shown: {sides:?}")));
        }
    }
}

/// What the page of the article says that it speaks of.
fn about(document: &Document) -> String {
    document.findings.about.as_ref().map_or_else(|| "-".to_owned(), |about| about.value.to_string())
}

/// The conflicts that a site shows.
fn conflicts(site: &Site) -> Conflicts {
    let slug = |&no: &usize| site.articles[no].slug.clone();
    let mut found = Conflicts::new();
    for page in site.timeline.events.iter().filter(|page| page.differs()) {
        let sides = found.entry(page.id.clone()).or_default();
        for side in &page.sides {
            sides.insert(side.date.to_string(), side.articles.iter().map(slug).collect());
        }
        if page.sides.is_empty() {
            sides.insert("disputed".to_owned(), page.articles().iter().map(slug).collect());
        }
    }
    found
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn knowledge() -> Knowledge {
    let folder = root().join("content/knowledge");
    let mut files: Vec<(String, String)> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.display().to_string(), std::fs::read_to_string(&path).unwrap()))
        .collect();
    files.sort();
    Knowledge::parse(files.iter().map(|(path, text)| (path.as_str(), text.as_str())))
        .unwrap_or_else(|found| panic!("{found:?}"))
}

fn documents(files: &[PathBuf], knowledge: &Knowledge, config: &Config) -> Vec<Document> {
    files
        .iter()
        .map(|path| {
            article(path, knowledge, config).unwrap_or_else(|error| panic!("{error}")).value
        })
        .collect()
}

fn files_of(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

/// The annotated articles of this repository, each with its name.
pub(crate) fn own_documents() -> Vec<(String, Document)> {
    let files = files_of(&root().join("content/articles"));
    let name = |path: &PathBuf| path.file_stem().unwrap().to_string_lossy().into_owned();
    let names: Vec<String> = files.iter().map(name).collect();
    names.into_iter().zip(documents(&files, &knowledge(), &Config::default())).collect()
}

/// Compares a site with its truths.
fn compare(
    score: &mut Comparison,
    truths: &BTreeMap<String, Truth>,
    expected: &Conflicts,
    site: &Site,
) {
    for (name, truth) in truths {
        let found = site
            .articles
            .iter()
            .find(|article| article.slug == *name)
            .unwrap_or_else(|| panic!("no article {name}"));
        score.article(name, truth, &found.document);
    }
    let unread = site.articles.iter().filter(|article| !truths.contains_key(&article.slug));
    assert_eq!(
        unread.map(|article| article.slug.as_str()).collect::<Vec<_>>(),
        [""; 0],
        "each article has its truth"
    );
    score.conflicts(expected, &conflicts(site));
}

/// Prints every difference; fails for those that are not known to be open.
fn judge(what: &str, score: &Comparison, open: &str) {
    let open: BTreeSet<&str> = open
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect();
    let wrong = score
        .wrong
        .iter()
        .filter(|(line, _)| !line.contains(": no ") && !line.starts_with("no "))
        .count();
    println!(
        "{what}: {} of {} lines hold, {} are too many",
        score.lines - wrong,
        score.lines,
        score.wrong.len() - wrong
    );
    for (line, found) in &score.wrong {
        println!("  {line}\n    found: {found}");
    }
    let lost: Vec<&(String, String)> =
        score.wrong.iter().filter(|(line, _)| !open.contains(line.as_str())).collect();
    for line in open.iter().filter(|line| score.wrong.iter().all(|(wrong, _)| wrong != *line)) {
        println!("  holds now, and may be taken from the list of open lines: {line}");
    }
    assert!(lost.is_empty(), "{what}: {lost:#?}");
}

/// The articles of this repository; made once for every test that asks.
static DOSSIER: LazyLock<Comparison> = LazyLock::new(|| {
    let truths = Truths::of(TRUTH);
    let mut score = Comparison::default();
    compare(
        &mut score,
        &truths.articles,
        &truths.conflicts,
        &site(&root().join("content/articles")),
    );
    score
});

const TRUTH: &str = include_str!("../dossier/truth.txt");
const OPEN: &str = include_str!("../dossier/open.txt");

fn site(articles: &Path) -> Site {
    let (knowledge, config) = (knowledge(), Config::default());
    assemble(documents(&files_of(articles), &knowledge, &config), &knowledge, &config).value
}

#[test]
fn the_dossier_says_what_its_articles_say() {
    judge("dossier", &DOSSIER, OPEN);
}

#[test]
fn other_peoples_articles_are_read_as_a_person_reads_them() {
    let seeds = root().join("../shared/seeds");
    if !seeds.is_dir() {
        println!("the seeds do not lie beside the checkout; their lines are skipped");
        return;
    }
    let (truths, mut score) = (Truths::of(TRUTH), Comparison::default());
    compare(&mut score, &truths.seeds, &truths.seed_conflicts, &site(&seeds));
    judge("seeds", &score, OPEN);
}

/// The lines of truths that hold; those that are too many are told besides.
fn row(set: &str, compared: &Comparison, least: usize) -> Score {
    let mut score = Score::of(set, least);
    let is_extra = |line: &str| line.contains(": no ") || line.starts_with("no ");
    let wrong = compared.wrong.iter().filter(|(line, _)| !is_extra(line)).count();
    (score.right, score.of) = (compared.lines - wrong, compared.lines);
    let held_out = set.ends_with("held out");
    score.missed = compared
        .wrong
        .iter()
        .map(|(line, _)| {
            if held_out {
                line.split(':').next().unwrap_or_default().to_owned()
            } else {
                line.clone()
            }
        })
        .collect();
    score
}

pub(crate) fn scores() -> Vec<Score> {
    vec![
        row("the dossier of this repository, tuned", &DOSSIER, 97),
        row("small articles, tuned", &small(include_str!("../corpus/events-tuned.txt")), 97),
        row("small articles, held out", &small(include_str!("../corpus/events-held-out.txt")), 80),
        row(
            "further small articles, held out",
            &small(include_str!("../corpus/events-held-out-two.txt")),
            80,
        ),
    ]
}

/// Small articles about other things: the knowledge base at the head, then each article and its truth.
fn small(text: &str) -> Comparison {
    let (head, cases) = text.split_once("\n## ").expect("cases begin with `## NAME`");
    let yaml = head.split_once("knowledge:\n").expect("the knowledge base stands first").1;
    let knowledge =
        Knowledge::parse([("corpus.yaml", yaml)]).unwrap_or_else(|found| panic!("{found:?}"));
    let mut score = Comparison::default();
    for case in cases.split("\n## ") {
        let (name, rest) = case.split_once('\n').unwrap();
        let (front, rest) = rest.split_once("text:\n").unwrap();
        let (body, truth) = rest.split_once("truth:\n").unwrap();
        let front = front.replacen("title: ", "title: '", 1).replacen('\n', "'\n", 1);
        let body = body.trim_end().replace('\n', "\n\n");
        let draft = parse(&format!("---\n{front}---\n{body}\n"))
            .unwrap_or_else(|found| panic!("{name}: {found:?}"))
            .value;
        let document = annotate::annotate(draft, &knowledge).value;
        let (mut expected, mut shown) = (Conflicts::new(), Conflicts::new());
        let mut read = Truth::default();
        for line in truth.lines().map(str::trim).filter(|line| !line.is_empty()) {
            match line.strip_prefix("conflict ").and_then(|rest| rest.split_once(' ')) {
                Some((event, date)) => drop(
                    expected
                        .entry(event.to_owned())
                        .or_default()
                        .insert(date.to_owned(), BTreeSet::new()),
                ),
                None => read.take(line),
            }
        }
        for conflict in &document.findings.conflicts {
            shown
                .entry(conflict.event.clone())
                .or_default()
                .insert(conflict.claimed.to_string(), BTreeSet::new());
        }
        let mut one = Comparison::default();
        one.article(name, &read, &document);
        one.conflicts(&expected, &shown);
        score.lines += one.lines;
        score.wrong.extend(one.wrong.into_iter().map(|(line, found)| {
            (if line.starts_with(name) { line } else { format!("{name}: {line}") }, found)
        }));
    }
    score
}

#[test]
fn small_articles_attest_what_they_say() {
    judge("tuned", &small(include_str!("../corpus/events-tuned.txt")), "");
}

#[test]
fn small_articles_that_no_rule_was_made_for() {
    judge(
        "held out",
        &small(include_str!("../corpus/events-held-out.txt")),
        include_str!("../corpus/events-held-out-open.txt"),
    );
}

#[test]
fn small_articles_written_after_the_others_had_been_read() {
    let open = include_str!("../corpus/events-held-out-two-open.txt");
    judge("held out, later", &small(include_str!("../corpus/events-held-out-two.txt")), open);
}
