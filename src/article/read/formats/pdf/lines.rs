//! The letters of a page → its lines, in the order in which they are read.
//!
//! A page only knows places. What stands further right is read first where the line is Arabic; figures and Latin words in
//! it run the other way.

use std::sync::LazyLock;

use icu_normalizer::ComposingNormalizerBorrowed;

use super::columns;
use super::signs::Sign;
use crate::arabic::chars::{digit_value, is_arabic_letter, is_tashkeel};

/// A gap of so much of the size of the letters is a space.
const GAP: f32 = 0.18;

/// A line as it stands on the page.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) y: f32,
    pub(super) size: f32,
    pub(super) is_rtl: bool,
    /// Between what edges its column stands, where the page has columns.
    pub(super) edges: Option<(f32, f32)>,
    /// Its signs from left to right, spaces among them.
    signs: Vec<String>,
}

/// The lines of a page from above, column by column; their text is not put in order yet. `steps` are how many may be made
/// to find the columns.
pub(super) fn of_page(mut signs: Vec<Sign>, steps: &mut usize) -> Vec<Line> {
    for sign in &mut signs {
        sign.text = letters(&sign.text);
    }
    signs.retain(|sign| sign.y.is_finite() && sign.x.is_finite());
    let signs = with_marks(signs);
    let mut lines = Vec::new();
    for part in columns::parts(signs, steps) {
        let rows = columns::rows(part.signs).into_iter().filter_map(line);
        lines.extend(rows.map(|line| Line { edges: part.edges, ..line }));
    }
    lines
}

/// Letters as they are written, not as they are drawn: «ﻻ» is «لا»; marks without the space that they are drawn over.
fn letters(drawn: &str) -> String {
    static NFKC: LazyLock<ComposingNormalizerBorrowed<'static>> =
        LazyLock::new(ComposingNormalizerBorrowed::new_nfkc);
    let is_form = |c: char| matches!(c, '\u{FB50}'..='\u{FDFB}' | '\u{FE70}'..='\u{FEFC}');
    if !drawn.contains(is_form) {
        return drawn.replace(['\u{AD}', '\0'], "");
    }
    let written = NFKC.normalize(drawn);
    if written.contains(is_tashkeel) { written.replace(' ', "") } else { written.into_owned() }
}

fn is_mark(text: &str) -> bool {
    !text.is_empty() && text.chars().all(is_tashkeel)
}

/// The signs, each with the marks that are drawn over it.
///
/// A mark is drawn beside its letter: before it where the line is drawn from the left, behind it where it is drawn as it is
/// read. Its place alone says little, for the ink of a mark may lie far from where it is set.
fn with_marks(signs: Vec<Sign>) -> Vec<Sign> {
    let is_letter = |sign: &&Sign| !is_mark(&sign.text) && !sign.text.trim().is_empty();
    let middle = |sign: &Sign| sign.x + sign.width / 2.0;
    let mut made: Vec<Sign> = Vec::with_capacity(signs.len());
    let mut waiting: Vec<Sign> = Vec::new();
    for mut sign in signs {
        if is_mark(&sign.text) {
            waiting.push(sign);
            continue;
        }
        if is_letter(&&sign) {
            let before = made.iter().rposition(|other| is_letter(&other));
            for mark in waiting.drain(..) {
                let is_near = |letter: &Sign| {
                    (letter.y - mark.y).abs() < 1.5 * letter.size.max(1.0)
                        && (middle(letter) - middle(&mark)).abs()
                            < letter.width / 2.0 + 0.5 * letter.size
                };
                let above = before.map(|at| &mut made[at]).filter(|above| is_near(above));
                match above {
                    Some(above) if !is_near(&sign) || sign.x < above.x => {
                        above.text.push_str(&mark.text)
                    }
                    _ if is_near(&sign) => sign.text.push_str(&mark.text),
                    _ => {}
                }
            }
        }
        made.push(sign);
    }
    if let Some(last) = made.iter_mut().rev().find(|sign| is_letter(&&**sign)) {
        waiting.iter().for_each(|mark| last.text.push_str(&mark.text));
    }
    made
}

/// A row of signs, from left to right.
fn line(mut signs: Vec<Sign>) -> Option<Line> {
    signs.sort_by(|a, b| a.x.total_cmp(&b.x));
    let (first, last) = (signs.first()?, signs.last()?);
    let mut made = Line {
        left: first.x,
        right: last.x + last.width,
        y: first.y,
        size: signs.iter().map(|sign| sign.size).fold(0.0, f32::max),
        ..Line::default()
    };
    let mut end = first.x;
    for sign in &signs {
        let is_apart = sign.x - end > GAP * sign.size && !made.signs.is_empty();
        let is_space = !sign.text.is_empty() && sign.text.trim().is_empty();
        let behind_space = made.signs.last().is_some_and(|last| last == " ");
        if (is_apart || is_space) && !behind_space {
            made.signs.push(" ".to_owned());
        }
        if !is_space && !sign.text.is_empty() {
            made.signs.push(sign.text.clone());
        }
        end = end.max(sign.x + sign.width);
    }
    let (mut arabic, mut latin) = (0_usize, 0_usize);
    for c in made.signs.iter().flat_map(|sign| sign.chars()) {
        arabic += usize::from(is_arabic_letter(c));
        latin += usize::from(c.is_alphabetic() && !is_arabic_letter(c));
    }
    made.is_rtl = arabic > 0 && arabic * 2 >= latin;
    let is_seen = made.signs.iter().any(|sign| sign != " ");
    is_seen.then_some(made)
}

/// The lines of all pages with their text in order.
pub(super) fn in_direction(pages: Vec<Vec<Line>>) -> Vec<Vec<Line>> {
    let as_drawn: Vec<Vec<Line>> = pages
        .into_iter()
        .map(|page| {
            page.into_iter().map(|line| Line { text: text(&line, false), ..line }).collect()
        })
        .collect();
    let balance: i64 =
        as_drawn.iter().flatten().filter(|line| line.is_rtl).map(|line| turned(&line.text)).sum();
    if balance <= 0 {
        return as_drawn;
    }
    // Some programs give a bracket as the shape that is drawn, some as the letter that was meant.
    let mirrored =
        |line: Line| if line.is_rtl { Line { text: text(&line, true), ..line } } else { line };
    as_drawn.into_iter().map(|page| page.into_iter().map(mirrored).collect()).collect()
}

/// Brackets and quotation marks that open, and those that close.
const PAIRS: [(char, char); 4] = [('(', ')'), ('[', ']'), ('«', '»'), ('“', '”')];

/// More than nothing where pairs stand the wrong way round.
fn turned(text: &str) -> i64 {
    PAIRS
        .iter()
        .map(|&(open, close)| match (text.find(open), text.find(close)) {
            (Some(open), Some(close)) if close < open => 1,
            (Some(_), Some(_)) => -1,
            _ => 0,
        })
        .sum()
}

fn mirrored(sign: &str) -> String {
    let mirror = |c: char| {
        PAIRS
            .iter()
            .find_map(|&(open, close)| match c {
                _ if c == open => Some(close),
                _ if c == close => Some(open),
                _ => None,
            })
            .unwrap_or(c)
    };
    sign.chars().map(mirror).collect()
}

/// What a sign is for the direction of a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Run {
    Figure,
    Latin,
    Other,
}

fn run_of(sign: &str) -> Run {
    match sign.chars().next() {
        Some(c) if digit_value(c).is_some() => Run::Figure,
        Some(c) if c.is_alphabetic() && !is_arabic_letter(c) => Run::Latin,
        _ => Run::Other,
    }
}

/// The text of a line in the order in which it is read.
fn text(line: &Line, mirror: bool) -> String {
    if !line.is_rtl {
        return line.signs.concat();
    }
    let mut signs: Vec<&str> = line.signs.iter().map(String::as_str).collect();
    signs.reverse();
    let mut made = String::new();
    let mut at = 0;
    while at < signs.len() {
        let run = run_of(signs[at]);
        if run == Run::Other {
            let sign = if mirror { mirrored(signs[at]) } else { signs[at].to_owned() };
            made.push_str(&sign);
            at += 1;
            continue;
        }
        let end = end_of_run(&signs, at);
        made.extend(signs[at..end].iter().rev().copied());
        at = end;
    }
    made
}

/// Where figures and Latin words end that run from left to right: «4.7», «26/07/2021», «Wall Street Journal».
fn end_of_run(signs: &[&str], start: usize) -> usize {
    let (mut end, mut is_latin) = (start, false);
    let mut at = start;
    while at < signs.len() {
        let run = run_of(signs[at]);
        is_latin |= run == Run::Latin;
        if run != Run::Other {
            at += 1;
            end = at;
            continue;
        }
        let goes_on = signs.get(at + 1).is_some_and(|next| match run_of(next) {
            Run::Figure => is_latin || matches!(signs[at], "." | "," | ":" | "/" | "٫" | "٬"),
            Run::Latin => true,
            Run::Other => false,
        });
        if !goes_on || signs[at].chars().any(is_arabic_letter) {
            break;
        }
        at += 1;
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Signs side by side from left to right, each as wide as it is high.
    fn drawn(text: &str) -> Vec<Sign> {
        let sign = |(at, c): (usize, char)| Sign {
            text: c.to_string(),
            x: at as f32 * 10.0,
            y: 0.0,
            width: 10.0,
            size: 10.0,
        };
        text.chars().enumerate().map(sign).collect()
    }

    fn check(from_left: &str, expected: &str) {
        let lines = in_direction(vec![of_page(drawn(from_left), &mut 1000)]);
        assert_eq!(lines[0][0].text, expected, "{from_left}");
    }

    fn from_left(text: &str) -> String {
        text.chars().rev().collect()
    }

    #[test]
    fn a_line_is_read_from_the_right_and_its_figures_from_the_left() {
        check(&from_left("وصل الوفد"), "وصل الوفد");
        check(
            &format!("{} 4.7 {}", from_left("في المئة"), from_left("تباطأ إلى")),
            "تباطأ إلى 4.7 في المئة",
        );
        check(
            &format!("{} Wall Street {}", from_left("أمس"), from_left("قالت")),
            "قالت Wall Street أمس",
        );
        check("first round", "first round");
    }

    #[test]
    fn letters_are_as_written_and_brackets_stand_as_meant() {
        check(&from_left("ﻻﺗﻔﺎق"), "لاتفاق");
        check(&from_left("قال »نعم« ثم مضى"), "قال «نعم» ثم مضى");
        check(&from_left("قال «نعم» ثم مضى"), "قال «نعم» ثم مضى");
    }
}
