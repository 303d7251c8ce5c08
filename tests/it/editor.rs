//! Raw articles, each with all that an editor would sign: its names, who speaks, who holds which office.
//!
//! A case is `## name`, the headline behind `title:`, paragraphs in which every name is marked, then `says: speaker | first words`
//! for each quotation and `is: name | office` for each office. One half is read and tuned on, of the other only figures are told.

use std::collections::BTreeSet;

use sijill::article::{annotate, clean, read};
use sijill::document::{Document, InputKind, Speaker};
use sijill::knowledge::Knowledge;

use super::scores::{Figure, Score};

/// What an editor says of an article.
#[derive(Default)]
struct Case<'t> {
    name: &'t str,
    title: &'t str,
    paragraphs: Vec<&'t str>,
    says: Vec<(&'t str, &'t str)>,
    offices: Vec<(&'t str, &'t str)>,
}

fn cases(corpus: &str) -> Vec<Case<'_>> {
    let mut found: Vec<Case<'_>> = Vec::new();
    for line in corpus.lines().filter(|line| !line.is_empty()) {
        if let Some(name) = line.strip_prefix("## ") {
            found.push(Case { name, ..Case::default() });
            continue;
        }
        let Some(case) = found.last_mut() else { continue };
        let pair = |rest: &'_ str| -> (usize, usize) {
            let at = rest.find(" | ").unwrap_or_else(|| panic!("no pair: {line}"));
            (at, at + " | ".len())
        };
        if let Some(title) = line.strip_prefix("title: ") {
            case.title = title;
        } else if let Some(rest) = line.strip_prefix("says: ") {
            let (end, start) = pair(rest);
            case.says.push((&rest[..end], &rest[start..]));
        } else if let Some(rest) = line.strip_prefix("is: ") {
            let (end, start) = pair(rest);
            case.offices.push((&rest[..end], &rest[start..]));
        } else {
            case.paragraphs.push(line);
        }
    }
    found
}

/// A marked paragraph without its marks, and the names in order, each with its kind.
fn unmarked(marked: &str) -> (String, Vec<(&str, &str)>) {
    let (mut text, mut names, mut rest) = (String::new(), Vec::new(), marked);
    while let Some((before, opened)) = rest.split_once('[') {
        let (name, closed) = opened.split_once("](").expect("a mark has a name and a kind");
        let (kind, after) = closed.split_once(')').expect("a mark is closed");
        text.push_str(before);
        text.push_str(name);
        names.push((name, kind));
        rest = after;
    }
    text.push_str(rest);
    (text, names)
}

/// The scores of one half.
struct Half {
    is_kept: bool,
    names: Score,
    says: Score,
    offices: Score,
    /// Right, marked and found names, by kind.
    counts: [[usize; 3]; 3],
    /// Quotations that are given to somebody else.
    wrong: usize,
    /// Offices that nobody holds.
    beside: usize,
}

const KINDS: [&str; 3] = ["person", "organization", "place"];

impl Half {
    fn told(&self, score: &Score, told: String) -> String {
        if self.is_kept { (score.of + 1).to_string() } else { told }
    }

    fn measure(&mut self, case: &Case<'_>) {
        let paragraphs: Vec<(String, Vec<(&str, &str)>)> =
            case.paragraphs.iter().map(|marked| unmarked(marked)).collect();
        let texts: Vec<&str> = paragraphs.iter().map(|(text, _)| text.as_str()).collect();
        let raw = format!("{}\n\n{}\n", case.title, texts.join("\n\n"));
        let knowledge = Knowledge::default();
        let raw = read::from_text("case.txt", &raw, InputKind::Text).expect("a text");
        let draft = raw.and_then(|raw| clean::clean(&raw, &knowledge)).value;
        let document = annotate::annotate(draft, &knowledge).value;
        self.names(case, &paragraphs, &document);
        self.speakers(case, &document);
        self.held(case, &document);
    }

    fn names(
        &mut self,
        case: &Case<'_>,
        paragraphs: &[(String, Vec<(&str, &str)>)],
        document: &Document,
    ) {
        let text = &document.plain.text;
        let mut wanted: BTreeSet<(usize, usize, &str)> = BTreeSet::new();
        let mut from = 0;
        for (name, kind) in paragraphs.iter().flat_map(|(_, names)| names) {
            let at = text[from..].find(name);
            let at =
                from + at.unwrap_or_else(|| panic!("{}: {name} is not in the text", case.name));
            from = at + name.len();
            wanted.insert((at, from, kind));
        }
        let mentions = &document.findings.mentions;
        let is_name = |kind: &str| KINDS.contains(&kind);
        let found: BTreeSet<(usize, usize, &str)> = mentions
            .iter()
            .map(|mention| (mention.span.start, mention.span.end, mention.kind.name()))
            .filter(|&(.., kind)| is_name(kind))
            .collect();
        for (counts, kind) in self.counts.iter_mut().zip(KINDS) {
            let of = |names: &BTreeSet<(usize, usize, &str)>| {
                names.iter().filter(|&&(.., other)| other == kind).count()
            };
            counts[0] += wanted.intersection(&found).filter(|&&(.., other)| other == kind).count();
            counts[1] += of(&wanted);
            counts[2] += of(&found);
        }
        let list = |names: Vec<&(usize, usize, &str)>| {
            let spelled =
                names.iter().map(|&&(start, end, kind)| format!("{kind} {}", &text[start..end]));
            spelled.collect::<Vec<_>>().join(", ")
        };
        let (missed, besides) =
            (list(wanted.difference(&found).collect()), list(found.difference(&wanted).collect()));
        let told = format!("{}: missed: {missed}; found besides: {besides}", case.name);
        let told = self.told(&self.names, told);
        self.names.case(wanted == found, told);
    }

    fn speakers(&mut self, case: &Case<'_>, document: &Document) {
        let text = &document.plain.text;
        for &(speaker, words) in &case.says {
            let quote = document
                .findings
                .quotes
                .iter()
                .find(|quote| quote.span.cut(text).starts_with(words));
            let by = quote.map_or("no quotation", |quote| match &quote.speaker {
                Speaker::Entity(id) => id,
                Speaker::Text(text) => text,
                Speaker::Unknown => "-",
            });
            self.wrong += usize::from(quote.is_some() && by != "-" && by != speaker);
            let told =
                self.told(&self.says, format!("{}: {speaker}: {words}; found {by}", case.name));
            self.says.case(by == speaker, told);
        }
    }

    /// Who holds which office, as it stands beside the first of his mentions that has one.
    fn held(&mut self, case: &Case<'_>, document: &Document) {
        let text = &document.plain.text;
        let found: BTreeSet<(&str, &str)> = document
            .findings
            .roles
            .iter()
            .map(|role| (role.name.cut(text), role.span.cut(text)))
            .collect();
        for &(name, office) in &case.offices {
            let told = format!("{}: {name} is {office}", case.name);
            let told = self.told(&self.offices, told);
            self.offices.case(found.contains(&(name, office)), told);
        }
        let besides = found.iter().filter(|other| !case.offices.contains(other));
        for (name, office) in besides {
            self.beside += 1;
            if !self.is_kept {
                self.offices.missed.push(format!("{}: besides: {name} is {office}", case.name));
            }
        }
    }

    fn scores(mut self) -> Vec<Score> {
        let share = |right: usize, of: usize| right as f64 / of.max(1) as f64;
        let names = [["people P", "people R"], ["bodies P", "bodies R"], ["places P", "places R"]];
        for (names, [right, wanted, found]) in names.into_iter().zip(self.counts) {
            for (name, of) in names.into_iter().zip([found, wanted]) {
                self.names.figures.push(Figure { name, value: share(right, of), least: 0.45 });
            }
        }
        let total = |at: usize| self.counts.iter().map(|counts| counts[at]).sum::<usize>();
        let f1 = share(2 * total(0), total(1) + total(2));
        self.names.figures.push(Figure { name: "F1", value: f1, least: 0.7 });
        let not_wrong = 1.0 - share(self.wrong, self.says.of);
        self.says.figures.push(Figure { name: "not wrong", value: not_wrong, least: 0.8 });
        let found = self.offices.right + self.beside;
        let precise = share(self.offices.right, found);
        self.offices.figures.push(Figure { name: "P", value: precise, least: 0.7 });
        vec![self.names, self.says, self.offices]
    }
}

fn half(of: &str, corpus: &str, is_kept: bool, offices: usize) -> Vec<Score> {
    let set = |what: &str, least: usize| Score::of(&format!("{what} in whole articles{of}"), least);
    let mut half = Half {
        is_kept,
        names: set("all names", 0),
        says: set("who speaks", 55),
        offices: set("offices", offices),
        counts: [[0; 3]; 3],
        wrong: 0,
        beside: 0,
    };
    for case in cases(corpus) {
        half.measure(&case);
    }
    half.scores()
}

pub(crate) fn scores() -> Vec<Score> {
    let mut scores = half(", tuned", include_str!("../corpus/editor.txt"), false, 60);
    scores.extend(half(", held out", include_str!("../corpus/editor-held-out.txt"), true, 60));
    let voices = include_str!("../corpus/editor-voices.txt");
    scores.extend(half(" of many voices, tuned", voices, false, 40));
    let kept = include_str!("../corpus/editor-voices-held-out.txt");
    scores.extend(half(" of many voices, held out", kept, true, 40));
    scores
}
