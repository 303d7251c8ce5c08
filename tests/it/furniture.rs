//! Articles put into the furniture of forty kinds of page, as a mix of whole pages; `tests/furniture/README.md` has the format.

use std::path::Path;

use sijill::document::InputKind;

use super::clean::{Case, case, files, folder, measure, text};

/// The furniture of one site, without any article.
#[derive(Default)]
struct Page {
    name: String,
    /// What stands between blocks.
    joint: &'static str,
    /// What of the article the page shows again below it.
    repeat: String,
    head: Vec<String>,
    after_title: Vec<String>,
    dates: Vec<String>,
    between: Vec<String>,
    inside: Vec<String>,
    foot: Vec<String>,
    /// A whole other story: its headline and its paragraphs.
    story: Vec<String>,
}

fn page(path: &Path) -> Page {
    let mut page = Page { name: path.file_stem().unwrap_or_default().to_string_lossy().into_owned(), ..Page::default() };
    for line in text(path).lines().filter(|line| !line.starts_with('#')) {
        let (label, line) = line.split_at(line.len().min(1));
        let line = line.strip_prefix(' ').unwrap_or(line).to_owned();
        match label {
            "=" => {
                let (blank, repeat) = line.split_once(' ').expect("blank lines, and what is repeated");
                page.joint = if blank == "none" { "\n" } else { "\n\n" };
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
    fn with(&self, article: &Case, turn: usize) -> Case {
        let day = if self.dates.is_empty() { "" } else { &self.dates[turn % self.dates.len()] };
        let mut lines: Vec<String> = self.head.iter().map(|line| line.replace("{date}", day)).collect();
        lines.push(article.title.clone());
        lines.extend(self.after_title.iter().map(|line| line.replace("{date}", day)));
        let mut paragraphs = article.body.clone();
        for (number, injected) in self.inside.iter().enumerate() {
            let may_hold = |paragraph: &String| paragraph.split(' ').count() > 25 && paragraph.contains(". ");
            if let Some(paragraph) = paragraphs.iter_mut().rev().skip(1 + number).find(|paragraph| may_hold(paragraph)) {
                *paragraph = paragraph.replacen(". ", &format!(". {} ", injected.trim()), 1);
            }
        }
        for (number, injected) in self.between.iter().enumerate() {
            let place = 1 + (turn + 2 * number) % (paragraphs.len() - 1);
            paragraphs.insert(place, injected.clone());
        }
        lines.extend(paragraphs);
        match self.repeat.as_str() {
            "full" => lines.extend(std::iter::once(&article.title).chain(&article.body).cloned()),
            "half" => lines.extend(article.body[article.body.len() / 2..].iter().cloned()),
            "lede" => lines.push(article.body[0].clone()),
            _ => {}
        }
        let above_story = [0, 2, self.foot.len() / 3, self.foot.len() / 2][turn % 4].min(self.foot.len());
        lines.extend(self.foot[..above_story].iter().chain(&self.story).chain(&self.foot[above_story..]).cloned());
        let name = format!("{} in page {}", article.name, self.name);
        Case { name, raw: lines.join(self.joint) + "\n", title: article.title.clone(), body: article.body.clone() }
    }
}

/// Every page of a half with eight articles of the same half.
fn pages(half: &str) -> Vec<Case> {
    const EACH: usize = 8;
    let articles: Vec<Case> = files(&folder(&format!("articles/{half}"))).iter().map(|path| case(path)).collect();
    let words = |article: &Case| article.body.iter().map(|paragraph| paragraph.split_whitespace().count()).sum::<usize>();
    let articles: Vec<&Case> = articles.iter().filter(|article| article.body.len() >= 3 && words(article) >= 60).collect();
    let pages: Vec<Page> = files(&folder(&format!("furniture/{half}")))
        .iter()
        .filter(|path| path.extension().is_some_and(|kind| kind == "txt"))
        .map(|path| page(path))
        .collect();
    let filled = pages.iter().enumerate().flat_map(|(number, page)| {
        let articles = &articles;
        (0..EACH).map(move |turn| page.with(articles[(number * EACH + turn) * 7 % articles.len()], number + turn))
    });
    filled.collect()
}

#[test]
fn the_tuned_half_of_the_pages() {
    measure(pages("tuned").into_iter().map(|case| (case, InputKind::Text)), 0.97, 0.98);
}

#[test]
fn the_held_out_half_of_the_pages() {
    measure(pages("held-out").into_iter().map(|case| (case, InputKind::Text)), 0.95, 0.95);
}
