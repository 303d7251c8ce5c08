//! The letters of a page → its columns, in the order in which they are read.
//!
//! A strip that stays empty over several rows, with text on both sides, parts two columns. What spans both («the headline»)
//! ends the strip, so that each stretch of a page has columns of its own. Of two unlike columns the narrower is a box
//! beside the text, and is read behind it.

use super::signs::Sign;
use crate::arabic::chars::is_arabic_letter;

/// Letters so much higher or lower, of their size, are of another row.
const LEVEL: f32 = 0.5;
/// A strip is at least so wide, of the size of the letters.
const STRIP: f32 = 1.0;
/// A column is at least so wide, of the size of the letters; cells of a table are narrower.
const WIDE: f32 = 6.0;
/// So many rows stand on each side of a strip.
const ROWS: usize = 4;
/// How much narrower than the text a box beside it is.
const BOX: f32 = 0.7;
/// Rows so far apart, of the size of the letters, do not belong together where only one side has them.
const APART: f32 = 3.0;
/// How many steps a row takes that is sorted among others, and how many rows that move for another take one.
const SORTED: usize = 4;
const MOVED: usize = 32;
/// Columns inside columns.
const DEEPEST: usize = 4;

/// Letters that stand together, and between what edges, where these are those of a column.
pub(super) struct Part {
    pub(super) signs: Vec<Sign>,
    pub(super) edges: Option<(f32, f32)>,
}

/// The parts of a page from above, each column by itself. Where `steps` are at their end no more columns are found.
pub(super) fn parts(signs: Vec<Sign>, steps: &mut usize) -> Vec<Part> {
    let mut found = Parts::default();
    found.add(signs, None, (0, steps));
    found.text.append(&mut found.beside);
    found.text
}

/// The rows of some letters from above.
pub(super) fn rows(mut signs: Vec<Sign>) -> Vec<Vec<Sign>> {
    signs.sort_by(|a, b| b.y.total_cmp(&a.y));
    let mut rows: Vec<Vec<Sign>> = Vec::new();
    for sign in signs {
        let is_same = rows.last().and_then(|row| row.first()).is_some_and(|first| {
            (first.y - sign.y).abs() <= LEVEL * first.size.max(sign.size).max(1.0)
        });
        match rows.last_mut().filter(|_| is_same) {
            Some(row) => row.push(sign),
            None => rows.push(vec![sign]),
        }
    }
    rows
}

#[derive(Default)]
struct Parts {
    text: Vec<Part>,
    beside: Vec<Part>,
}

impl Parts {
    fn add(
        &mut self,
        signs: Vec<Sign>,
        edges: Option<(f32, f32)>,
        (depth, steps): (usize, &mut usize),
    ) {
        let mut rows: Vec<Row> = rows(signs).into_iter().map(Row::of).collect();
        if depth >= DEEPEST {
            self.push(rows, edges);
            return;
        }
        let mut from = 0;
        while from < rows.len() {
            let Some(band) = band(&rows[from..], steps) else {
                from += 1;
                continue;
            };
            let behind = rows.split_off(from + band.rows);
            let inside = rows.split_off(from);
            self.push(std::mem::take(&mut rows), edges);
            self.columns(inside, band.at, (depth, steps));
            (rows, from) = (behind, 0);
        }
        self.push(rows, edges);
    }

    fn push(&mut self, rows: Vec<Row>, edges: Option<(f32, f32)>) {
        let signs: Vec<Sign> = rows.into_iter().flat_map(|row| row.signs).collect();
        if !signs.is_empty() {
            self.text.push(Part { signs, edges });
        }
    }

    /// The two sides of a strip, each with what columns it has.
    fn columns(&mut self, rows: Vec<Row>, at: f32, (depth, steps): (usize, &mut usize)) {
        let signs: Vec<Sign> = rows.into_iter().flat_map(|row| row.signs).collect();
        let is_rtl = is_rtl(&signs);
        let (left, right): (Vec<Sign>, Vec<Sign>) =
            signs.into_iter().partition(|sign| sign.x + sign.width / 2.0 < at);
        let (first, second) = if is_rtl { (right, left) } else { (left, right) };
        let width = |(left, right): (f32, f32)| right - left;
        let edges = [edges(&first), edges(&second)];
        let [of_first, of_second] = edges.map(width);
        for (side, edges, is_box) in [
            (first, edges[0], of_first < of_second * BOX),
            (second, edges[1], of_second < of_first * BOX),
        ] {
            let mut inner = Self::default();
            inner.add(side, Some(edges), (depth + 1, &mut *steps));
            let into = if is_box { &mut self.beside } else { &mut self.text };
            into.append(&mut inner.text);
            self.beside.append(&mut inner.beside);
        }
    }
}

/// The letters of a row, and the stretches that they cover, from left to right.
struct Row {
    signs: Vec<Sign>,
    covered: Vec<(f32, f32)>,
    y: f32,
    size: f32,
}

impl Row {
    fn of(signs: Vec<Sign>) -> Self {
        let seen = || signs.iter().filter(|sign| !sign.text.trim().is_empty());
        let mut covered: Vec<(f32, f32)> =
            seen().map(|sign| (sign.x, sign.x + sign.width)).collect();
        covered.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut joined: Vec<(f32, f32)> = Vec::new();
        for (left, right) in covered {
            match joined.last_mut() {
                Some(last) if left <= last.1 => last.1 = last.1.max(right),
                _ => joined.push((left, right)),
            }
        }
        let y = signs.first().map_or(0.0, |sign| sign.y);
        let size = seen().map(|sign| sign.size).fold(0.0, f32::max);
        Self { signs, covered: joined, y, size }
    }

    /// Whether letters stand to the left of a place and to the right of it.
    fn sides(&self, at: f32) -> [bool; 2] {
        let is_left = self.covered.first().is_some_and(|first| first.0 < at);
        [is_left, self.covered.last().is_some_and(|last| last.1 > at)]
    }

    /// What stays of some empty strips that are at least so wide where this row is. Strips and stretches stand from left
    /// to right, none over another.
    fn without(&self, strips: &[(f32, f32)], least: f32) -> Vec<(f32, f32)> {
        let mut left = Vec::with_capacity(strips.len());
        let mut add = |start: f32, end: f32| {
            if end - start >= least {
                left.push((start, end));
            }
        };
        let mut first = 0;
        for &(start, end) in strips {
            // What ends before this strip ends before the next one too.
            while self.covered.get(first).is_some_and(|stretch| stretch.1 <= start) {
                first += 1;
            }
            let mut at = start;
            for &(from, to) in self.covered[first..].iter().take_while(|stretch| stretch.0 < end) {
                add(at, from);
                at = to;
            }
            add(at, end);
        }
        left
    }
}

/// The first rows of a page that a strip parts, and where.
struct Band {
    rows: usize,
    at: f32,
}

fn band(rows: &[Row], steps: &mut usize) -> Option<Band> {
    *steps = steps.saturating_sub(rows.len() * SORTED);
    if *steps == 0 {
        return None;
    }
    let mut sizes: Vec<f32> = rows.iter().map(|row| row.size).collect();
    sizes.sort_by(f32::total_cmp);
    let size = sizes.get(sizes.len() / 2).copied().unwrap_or_default();
    // The first row says where a strip may be; what it leaves empty at its ends counts where others fill it.
    let least = STRIP * size.max(1.0);
    let mut strips = vec![edges_of(rows)];
    let (mut inside, mut best) = (Inside::default(), None);
    for (at, row) in rows.iter().enumerate() {
        *steps = steps.saturating_sub(strips.len() + row.covered.len() + at / MOVED);
        if *steps == 0 {
            return None;
        }
        strips = row.without(&strips, least);
        if strips.is_empty() {
            break;
        }
        inside.add(row);
        let widest = strips
            .iter()
            .filter(|strip| inside.parts_columns(rows, **strip))
            .max_by(|a, b| (a.1 - a.0).total_cmp(&(b.1 - b.0)));
        if let Some((left, right)) = widest {
            best = Some(Band { rows: at + 1, at: (left + right) / 2.0 });
        }
    }
    let band = best.map(|band| trimmed(rows, band)).filter(|band| band.rows >= ROWS)?;
    (!is_over_columns(rows, band.at)).then_some(band)
}

/// The first rows of some, as far as a strip asks of them, each list in order.
#[derive(Default)]
struct Inside {
    sizes: Vec<f32>,
    /// Where the rows begin and where they end.
    lefts: Vec<f32>,
    rights: Vec<f32>,
}

impl Inside {
    fn add(&mut self, row: &Row) {
        let put = |list: &mut Vec<f32>, value: f32| {
            let at = list.partition_point(|other| other.total_cmp(&value).is_lt());
            list.insert(at, value);
        };
        put(&mut self.sizes, row.size);
        if let (Some(first), Some(last)) = (row.covered.first(), row.covered.last()) {
            put(&mut self.lefts, first.0);
            put(&mut self.rights, last.1);
        }
    }

    /// Whether a strip has rows enough on both sides, each as wide as a column, and both from the first of `rows` on.
    fn parts_columns(&self, rows: &[Row], (left, right): (f32, f32)) -> bool {
        let at = (left + right) / 2.0;
        let size = self.sizes.get(self.sizes.len() / 2).copied().unwrap_or_default();
        let on_left = self.lefts.partition_point(|left| *left < at);
        let on_right = self.rights.len() - self.rights.partition_point(|right| *right <= at);
        let edges = self.lefts.first().zip(self.rights.last());
        let is_wide =
            edges.is_some_and(|edges| (left - edges.0).min(edges.1 - right) >= WIDE * size);
        let sides = || rows.iter().take(ROWS.min(self.sizes.len())).map(|row| row.sides(at));
        let opens = || {
            sides().any(|sides| sides == [true, true])
                || (0..2).all(|side| sides().any(|sides| sides[side]))
        };
        on_left.min(on_right) >= ROWS && is_wide && opens()
    }
}

/// Whether the first row stands over both columns though it has one side alone: a short headline, the day of the article.
/// Rows of columns that are not level stand closer together than any two lines of a text.
fn is_over_columns(rows: &[Row], at: f32) -> bool {
    /// How many rows stand over the columns at most.
    const OVER: usize = 2;
    let [first, second, ..] = rows else { return false };
    let is_level = first.y - second.y > first.size.max(second.size);
    let below = rows.iter().skip(1).take(OVER);
    is_level
        && first.sides(at) != [true, true]
        && below.clone().any(|row| row.sides(at) == [true, true])
}

/// Without the rows at its end that stand far below, on one side alone: the foot of the page.
fn trimmed(rows: &[Row], mut band: Band) -> Band {
    while let [.., above, last] = &rows[..band.rows] {
        let is_far = above.y - last.y > APART * above.size.max(last.size);
        if !is_far || last.sides(band.at) == [true, true] {
            break;
        }
        band.rows -= 1;
    }
    band
}

fn edges_of(rows: &[Row]) -> (f32, f32) {
    let covered = || rows.iter().flat_map(|row| &row.covered);
    let left = covered().map(|stretch| stretch.0).fold(f32::MAX, f32::min);
    (left, covered().map(|stretch| stretch.1).fold(f32::MIN, f32::max))
}

fn edges(signs: &[Sign]) -> (f32, f32) {
    let seen = || signs.iter().filter(|sign| !sign.text.trim().is_empty());
    let left = seen().map(|sign| sign.x).fold(f32::MAX, f32::min);
    (left, seen().map(|sign| sign.x + sign.width).fold(f32::MIN, f32::max))
}

fn is_rtl(signs: &[Sign]) -> bool {
    let (mut arabic, mut other) = (0_usize, 0_usize);
    for c in signs.iter().flat_map(|sign| sign.text.chars()).filter(|c| c.is_alphabetic()) {
        *(if is_arabic_letter(c) { &mut arabic } else { &mut other }) += 1;
    }
    arabic >= other
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows of letters that are as wide as they are high: a letter, or an empty place.
    fn drawn(rows: &[&str]) -> Vec<Sign> {
        let row = |(at, row): (usize, &&str)| -> Vec<Sign> {
            let sign = |(x, c): (usize, char)| Sign {
                text: c.to_string(),
                x: x as f32 * 10.0,
                y: 1000.0 - at as f32 * 15.0,
                width: 10.0,
                size: 10.0,
            };
            row.chars().enumerate().filter(|(_, c)| *c != ' ').map(sign).collect()
        };
        rows.iter().enumerate().flat_map(row).collect()
    }

    /// The first letter of each row of each part.
    fn check(page: &[&str], expected: &[&str]) {
        let found: Vec<String> = parts(drawn(page), &mut 10_000)
            .into_iter()
            .map(|part| rows(part.signs).iter().map(|row| row[0].text.clone()).collect())
            .collect();
        assert_eq!(found, expected, "{page:#?}");
    }

    #[test]
    fn columns_are_read_one_by_one_under_what_spans_them() {
        check(
            &[
                "عععععععععععععععععع",
                "           ييييييي",
                "دددددددد  اااااااا",
                "هههههههه  بببببببب",
                "وووووووو  تتتتتتتت",
                "زززززززز  ثثثثثثثث",
                "حححح      جججججججج",
                "عععععععععععععععععع",
            ],
            &["عي", "ابتثج", "دهوزح", "ع"],
        );
    }

    #[test]
    fn a_narrow_box_is_read_behind_the_text() {
        check(
            &[
                "ددددددد  ااااااااااااااااااااا",
                "ههههههه  ببببببببببببببببببببب",
                "ووووووو  ففففففففففففففففففففف",
                "ززززززز  ثثثثثثثثثثثثثثثثثثثثث",
                "جججججججججججججججججججججججججججججج",
            ],
            &["ابفث", "ج", "دهوز"],
        );
    }

    #[test]
    fn words_far_apart_and_cells_of_a_table_are_no_columns() {
        let apart =
            ["ببببببب  اااااااا", "تتتتتتتت  ثثثثثثث", "ججججج  حححححححححح", "خخخخخخخخخ  دددددد"];
        check(&apart, &["بتجخ"]);
        let cells = ["بب   اا", "تت   ثث", "جج   حح", "خخ   دد", "ذذ   رر"];
        check(&cells, &["بتجخذ"]);
    }
}
