//! Labelled articles, and pages of furniture filled with them: what `tests/articles/README.md` and `tests/furniture/README.md` describe.

use std::path::{Path, PathBuf};

/// What a line of a raw text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Label {
    Title,
    Subtitle,
    Kept,
    Cut,
    Blank,
}

/// A raw text and what is to come of it.
#[derive(Clone, Default)]
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) raw: String,
    pub(crate) title: String,
    pub(crate) body: Vec<String>,
    /// What each line of the raw text is.
    pub(crate) labels: Vec<Label>,
    /// The kinds that cut lines are said to be, by the number of the line, from 1.
    pub(crate) kinds: Vec<(usize, String)>,
}

impl Case {
    pub(crate) fn push(&mut self, label: Label, line: &str) {
        self.labels.push(label);
        self.raw.push_str(line);
        self.raw.push('\n');
    }
}

pub(crate) fn folder(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(path)
}

pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the folder of cases")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    found.sort();
    found
}

pub(crate) fn text(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The label of a line, the kind that it gives, and the line itself.
fn labelled(line: &str) -> (&str, Option<&str>, &str) {
    let (label, rest) = line.split_at(line.len().min(1));
    let (kind, rest) = match rest.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((kind, rest)) => (Some(kind), rest),
        None => (None, rest),
    };
    (label, kind, rest.strip_prefix(' ').unwrap_or(rest))
}

/// Reads a labelled article; `tests/articles/README.md` explains the labels.
pub(crate) fn case(path: &Path) -> Case {
    let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let mut case = Case { name, ..Case::default() };
    for line in text(path).lines().filter(|line| !line.starts_with('#')) {
        let (label, kind, line) = labelled(line);
        let kept = without_brackets(line);
        let label = match label {
            "T" => {
                case.title = kept;
                Label::Title
            }
            "S" => Label::Subtitle,
            "K" => {
                case.body.push(kept);
                Label::Kept
            }
            "k" => {
                case.body.last_mut().expect("a paragraph to go on").push_str(&format!(" {kept}"));
                Label::Kept
            }
            "C" => Label::Cut,
            _ => Label::Blank,
        };
        case.push(label, &line.replace(['⟦', '⟧'], ""));
        case.kinds.extend(kind.map(|kind| (case.labels.len(), kind.to_owned())));
    }
    case
}

fn without_brackets(line: &str) -> String {
    let mut kept = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('⟦') {
        kept.push_str(before);
        rest = after.split_once('⟧').map_or("", |(_, rest)| rest);
    }
    kept.push_str(rest);
    kept.trim().to_owned()
}

/// The articles of a half.
pub(crate) fn articles(half: &str) -> Vec<Case> {
    files(&folder(&format!("articles/{half}"))).iter().map(|path| case(path)).collect()
}

/// The furniture of one site, without any article.
#[derive(Default)]
pub(crate) struct Page {
    pub(crate) name: String,
    /// Whether a blank line stands between lines.
    pub(crate) apart: bool,
    /// What of the article the page shows again below it.
    pub(crate) repeat: String,
    pub(crate) head: Vec<String>,
    pub(crate) after_title: Vec<String>,
    pub(crate) dates: Vec<String>,
    pub(crate) between: Vec<String>,
    pub(crate) inside: Vec<String>,
    pub(crate) foot: Vec<String>,
    /// A whole other story: its headline and its paragraphs.
    pub(crate) story: Vec<String>,
}

/// Reads the furniture of a site.
pub(crate) fn page(path: &Path) -> Page {
    let mut page = Page {
        name: path.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
        ..Page::default()
    };
    for line in text(path).lines().filter(|line| !line.starts_with('#')) {
        let (label, _, line) = labelled(line);
        let line = line.to_owned();
        match label {
            "=" => {
                let (blank, repeat) =
                    line.split_once(' ').expect("blank lines, and what is repeated");
                page.apart = blank != "none";
                page.repeat = repeat.to_owned();
            }
            "H" => page.head.push(line),
            "A" => page.after_title.push(line),
            "D" => page.dates.push(line),
            "I" => page.between.push(line),
            "N" => page.inside.push(line),
            "F" => page.foot.push(line),
            "S" | "P" => page.story.push(line),
            _ => {}
        }
    }
    page
}

impl Page {
    /// The page with an article in it; `turn` varies the day and the places of what is injected.
    pub(crate) fn with(&self, article: &Case, turn: usize) -> Case {
        let day = if self.dates.is_empty() { "" } else { &self.dates[turn % self.dates.len()] };
        let cut = |line: &String| (Label::Cut, line.replace("{date}", day));
        let mut lines: Vec<(Label, String)> = self.head.iter().map(cut).collect();
        lines.push((Label::Title, article.title.clone()));
        lines.extend(self.after_title.iter().map(cut));
        let mut paragraphs: Vec<(Label, String)> =
            article.body.iter().map(|paragraph| (Label::Kept, paragraph.clone())).collect();
        for (number, injected) in self.inside.iter().enumerate() {
            let may_hold =
                |paragraph: &String| paragraph.split(' ').count() > 25 && paragraph.contains(". ");
            if let Some((_, paragraph)) = paragraphs
                .iter_mut()
                .rev()
                .skip(1 + number)
                .find(|(_, paragraph)| may_hold(paragraph))
            {
                *paragraph = paragraph.replacen(". ", &format!(". {} ", injected.trim()), 1);
            }
        }
        for (number, injected) in self.between.iter().enumerate() {
            let place = 1 + (turn + 2 * number) % (paragraphs.len() - 1);
            paragraphs.insert(place, (Label::Cut, injected.clone()));
        }
        lines.extend(paragraphs);
        let again: Vec<&String> = match self.repeat.as_str() {
            "full" => std::iter::once(&article.title).chain(&article.body).collect(),
            "half" => article.body[article.body.len() / 2..].iter().collect(),
            "lede" => vec![&article.body[0]],
            _ => Vec::new(),
        };
        lines.extend(again.into_iter().map(|line| (Label::Cut, line.clone())));
        let above_story =
            [0, 2, self.foot.len() / 3, self.foot.len() / 2][turn % 4].min(self.foot.len());
        let foot =
            self.foot[..above_story].iter().chain(&self.story).chain(&self.foot[above_story..]);
        lines.extend(foot.map(|line| (Label::Cut, line.clone())));
        let name = format!("{} in page {}", article.name, self.name);
        let mut made = Case {
            name,
            title: article.title.clone(),
            body: article.body.clone(),
            ..Case::default()
        };
        for (at, (label, line)) in lines.iter().enumerate() {
            if self.apart && at > 0 {
                made.push(Label::Blank, "");
            }
            made.push(*label, line);
        }
        made
    }
}

/// Every page of a half with so many articles of the same half each.
pub(crate) fn mixtures(half: &str, each: usize) -> Vec<Case> {
    let articles = articles(half);
    let words = |article: &Case| {
        article.body.iter().map(|paragraph| paragraph.split_whitespace().count()).sum::<usize>()
    };
    let articles: Vec<&Case> =
        articles.iter().filter(|article| article.body.len() >= 3 && words(article) >= 60).collect();
    let paths = files(&folder(&format!("furniture/{half}")));
    let pages = paths
        .iter()
        .filter(|path| path.extension().is_some_and(|kind| kind == "txt"))
        .map(|path| page(path));
    let filled = pages.enumerate().flat_map(|(number, page)| {
        let articles = &articles;
        (0..each)
            .map(move |turn| {
                page.with(articles[(number * each + turn) * 7 % articles.len()], number + turn)
            })
            .collect::<Vec<_>>()
    });
    filled.collect()
}
