//! Lines → a page of headings and paragraphs, without what stands on every page.

use std::collections::BTreeMap;

use super::lines::Line;

/// How many lines at the top and at the foot may be heads of pages.
const EDGE: usize = 2;
/// Larger than the text by so much is a heading.
const HEADING: f32 = 1.15;
/// Smaller than the text by so much is small print.
const SMALL: f32 = 0.78;
/// Further apart than lines are by so much is a new paragraph.
const APART: f32 = 1.3;

/// The paragraphs of all pages as HTML.
pub(super) fn of_pages(mut pages: Vec<Vec<Line>>) -> String {
    let body = body_size(&pages);
    without_heads(&mut pages, body);
    let pitch = pitch(&pages, body);
    let lines: Vec<(usize, Line)> = pages
        .into_iter()
        .enumerate()
        .flat_map(|(page, lines)| lines.into_iter().map(move |line| (page, line)))
        .collect();
    let margins = Margins::of(&lines, body);
    let mut paragraphs: Vec<(f32, String)> = Vec::new();
    for (at, (page, line)) in lines.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| &lines[before]);
        let goes_on = before.is_some_and(|(other, before)| {
            let is_same_size = (line.size - before.size).abs() <= 0.1 * body;
            let is_close =
                other != page || before.y - line.y <= pitch * APART * (line.size / body).max(1.0);
            is_same_size && is_close && !margins.is_short(before, line)
        });
        let text = line.text.trim();
        match paragraphs.last_mut().filter(|_| goes_on) {
            Some((_, paragraph)) => join(paragraph, text),
            None => paragraphs.push((line.size, text.to_owned())),
        }
    }
    let largest = paragraphs.iter().map(|(size, _)| *size).fold(0.0, f32::max);
    let mut html = String::new();
    for (size, text) in paragraphs.iter().filter(|(_, text)| !text.is_empty()) {
        let tag = match () {
            () if *size >= body * HEADING && *size >= largest * 0.98 => "h1",
            () if *size >= body * HEADING => "h2",
            () => "p",
        };
        let text = text.replace('&', "&amp;").replace('<', "&lt;");
        html.push_str(&format!("<{tag}>{text}</{tag}>\n"));
    }
    html
}

/// Adds a line to a paragraph; a hyphen that parts a word goes.
fn join(paragraph: &mut String, line: &str) {
    let parts_word = paragraph
        .strip_suffix('-')
        .is_some_and(|head| head.ends_with(|c: char| c.is_ascii_lowercase()))
        && line.starts_with(|c: char| c.is_ascii_lowercase());
    if parts_word || paragraph.ends_with('\u{AD}') {
        paragraph.pop();
    } else if !paragraph.is_empty() {
        paragraph.push(' ');
    }
    paragraph.push_str(line);
}

/// The size in which most letters are set.
fn body_size(pages: &[Vec<Line>]) -> f32 {
    let mut letters: BTreeMap<u32, usize> = BTreeMap::new();
    for line in pages.iter().flatten() {
        // Tenths of a point tell sizes well enough apart.
        *letters.entry((line.size * 10.0).round().max(1.0) as u32).or_default() +=
            line.text.chars().count();
    }
    letters.into_iter().max_by_key(|&(_, count)| count).map_or(10.0, |(size, _)| size as f32 / 10.0)
}

/// How far apart the lines of one paragraph are: the middle one of all distances between lines of the text's size.
fn pitch(pages: &[Vec<Line>], body: f32) -> f32 {
    let of_body = |line: &Line| (line.size - body).abs() <= 0.1 * body;
    let mut gaps: Vec<f32> = pages
        .iter()
        .flat_map(|page| page.windows(2))
        .filter(|pair| pair.iter().all(of_body))
        .map(|pair| pair[0].y - pair[1].y)
        .filter(|gap| *gap > 0.0)
        .collect();
    gaps.sort_by(f32::total_cmp);
    // Short paragraphs have as many gaps around them as inside; the smaller ones are those of lines.
    gaps.get(gaps.len() / 3).copied().unwrap_or(body * 1.4)
}

/// Leaves out numbers and heads of pages, and what a browser prints above and below a page.
fn without_heads(pages: &mut [Vec<Line>], body: f32) {
    let masked = |line: &Line| -> String {
        line.text
            .chars()
            .map(|c| if c.is_numeric() { '#' } else { c })
            .filter(|c| !c.is_whitespace())
            .collect()
    };
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for page in pages.iter() {
        let edges = page
            .iter()
            .take(EDGE)
            .chain(page.iter().skip(EDGE.max(page.len().saturating_sub(EDGE))));
        let mut texts: Vec<String> = edges.map(masked).collect();
        texts.sort();
        texts.dedup();
        for text in texts {
            *seen.entry(text).or_default() += 1;
        }
    }
    let count = pages.len();
    for page in pages.iter_mut() {
        let is_small = |line: &Line| line.size <= body * SMALL;
        // The foot that a browser prints: the address of the page, and its number.
        let is_printed = page.last().is_some_and(|last| is_small(last) && last.text.contains(":/"));
        let last = page.len();
        let mut at = 0;
        page.retain(|line| {
            at += 1;
            let is_edge = at <= EDGE || at + EDGE > last;
            let is_outer = at == 1 || at == last;
            let is_number =
                line.text.chars().all(|c| !c.is_alphabetic()) && line.text.chars().count() <= 12;
            let is_repeated = count > 1
                && seen.get(&masked(line)).is_some_and(|times| *times > 1 && *times * 2 >= count);
            let is_head = is_repeated || is_outer && (is_number || is_printed && is_small(line));
            !(is_edge && is_head)
        });
    }
}

/// Where the lines of the text begin and end that stand in no column.
struct Margins {
    left: f32,
    right: f32,
}

impl Margins {
    fn of(lines: &[(usize, Line)], body: f32) -> Self {
        let is_of_body =
            |line: &&Line| (line.size - body).abs() <= 0.1 * body && line.edges.is_none();
        let of_body = || lines.iter().map(|(_, line)| line).filter(is_of_body);
        Self {
            left: of_body().map(|line| line.left).fold(f32::MAX, f32::min),
            right: of_body().map(|line| line.right).fold(f32::MIN, f32::max),
        }
    }

    /// Whether a line ends so early that the first word of the next would have had room: it ends a paragraph.
    fn is_short(&self, line: &Line, next: &Line) -> bool {
        let (left, right) = line.edges.unwrap_or((self.left, self.right));
        let room = if line.is_rtl { line.left - left } else { right - line.right };
        let letter = (next.right - next.left) / next.text.chars().count().max(1) as f32;
        let word = next.text.split_whitespace().next().map_or(0, |word| word.chars().count() + 2);
        room > letter * word as f32 * 1.2
    }
}
