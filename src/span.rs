//! The ground under every room: a byte range of one text, the way back from a
//! text to the one it was made from, and line and column of a byte.

use std::cell::OnceCell;
use std::fmt;

use serde::{Deserialize, Serialize};

/// A half-open byte range `[start, end)` of one text.
///
/// A span is made by code that walks the text by characters, so both ends
/// always stand on character borders and `start <= end`.
///
/// ```
/// use sijill::span::Span;
/// let text = "زار الوزير بغداد";
/// let span = Span::of(text, "بغداد").unwrap();
/// assert_eq!(span.cut(text), "بغداد");
/// ```
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(from = "(usize, usize)", into = "(usize, usize)")]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl From<(usize, usize)> for Span {
    fn from((start, end): (usize, usize)) -> Self {
        Self { start, end }
    }
}

impl From<Span> for (usize, usize) {
    fn from(span: Span) -> Self {
        (span.start, span.end)
    }
}

impl Span {
    /// The range from `start` up to, without, `end`.
    #[inline]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// Where `part` first stands in `text`.
    pub fn of(text: &str, part: &str) -> Option<Self> {
        text.find(part).map(|start| Self::new(start, start + part.len()))
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it holds nothing.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The words that it cuts out of its text.
    ///
    /// A span of another text, such as one that a person wrote into a front matter, cuts what lies inside this one,
    /// up to whole characters: no number ends a build.
    ///
    /// ```
    /// use sijill::span::Span;
    /// assert_eq!(Span::new(1, 4).cut("وفد"), "وف");
    /// assert_eq!(Span::new(3, 99).cut("وفد"), "فد");
    /// assert_eq!(Span::new(9, 4).cut("وفد"), "");
    /// ```
    #[inline]
    pub fn cut(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_else(|| self.clamped(text))
    }

    /// What [`cut`](Self::cut) gives where an end lies inside a character or behind the text.
    #[cold]
    fn clamped(self, text: &str) -> &str {
        let start = text.floor_char_boundary(self.start);
        text.get(start..text.floor_char_boundary(self.end)).unwrap_or_default()
    }

    /// Whether the two share a byte.
    #[inline]
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly inside.
    #[inline]
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The same range in a text that has `offset` bytes before this one.
    pub const fn shifted(self, offset: usize) -> Self {
        Self::new(self.start + offset, self.end + offset)
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.start, self.end)
    }
}

/// The way back from a made text (folded, normalized, cleaned, plain) to its source.
///
/// Between two anchors both texts advance byte by byte. What was dropped from
/// the source belongs to the character before it, so that the way back of a
/// word takes its trailing tashkeel along.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceMap {
    /// `(made, source)`, rising in both; the last anchor is the end of both texts.
    anchors: Vec<(usize, usize)>,
}

impl SourceMap {
    /// The map of a text that was not changed.
    pub fn identity(len: usize) -> Self {
        Self { anchors: vec![(0, 0), (len, len)] }
    }

    /// Says that byte `made` comes from byte `source`, and so on from there.
    ///
    /// Anchors are added in rising order; one that only repeats what the last
    /// one already says is left out.
    pub fn anchor(&mut self, made: usize, source: usize) {
        match self.anchors.last_mut() {
            Some(last) if last.0 == made => last.1 = source,
            Some(last) if made - last.0 == source.wrapping_sub(last.1) => {}
            _ => self.anchors.push((made, source)),
        }
    }

    /// Closes the map at the ends of both texts.
    pub fn close(&mut self, made: usize, source: usize) {
        match self.anchors.last_mut() {
            Some(last) if last.0 == made => last.1 = source,
            _ => self.anchors.push((made, source)),
        }
    }

    /// The source byte from which the made byte comes.
    #[inline]
    pub fn to_source(&self, made: usize) -> usize {
        self.source_behind(made, self.anchors.partition_point(|anchor| anchor.0 <= made))
    }

    /// The source byte of a made one that `after` anchors lie at or before.
    #[inline]
    fn source_behind(&self, made: usize, after: usize) -> usize {
        let Some(&(from, source)) = after.checked_sub(1).and_then(|i| self.anchors.get(i)) else {
            return made;
        };
        let there = source + (made - from);
        match self.anchors.get(after) {
            Some(&(_, next)) => there.min(next),
            None => there.min(source),
        }
    }

    /// The source range from which the made range comes.
    pub fn span_to_source(&self, made: Span) -> Span {
        let start = self.to_source(made.start);
        Span::new(start, self.to_source(made.end).max(start))
    }
}

/// The way back for bytes asked for in rising order, in one pass in all.
#[derive(Clone, Debug)]
pub struct Back<'m> {
    map: &'m SourceMap,
    /// The anchors that lie at or before the last byte asked for.
    passed: usize,
}

impl<'m> Back<'m> {
    /// Stands at the start of a map.
    pub fn new(map: &'m SourceMap) -> Self {
        Self { map, passed: 0 }
    }

    /// What [`SourceMap::to_source`] says of a byte that lies no further back than the last.
    pub fn to_source(&mut self, made: usize) -> usize {
        let anchors = &self.map.anchors;
        while anchors.get(self.passed).is_some_and(|anchor| anchor.0 <= made) {
            self.passed += 1;
        }
        self.map.source_behind(made, self.passed)
    }
}

/// A made text together with its way back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapped {
    /// The text that was made.
    pub text: String,
    /// Its way back to the source.
    pub map: SourceMap,
}

/// How many characters begin before any byte of one text, after one pass over it: a page on one line has a thousand
/// places, and none is counted from its beginning.
#[derive(Clone, Debug)]
struct Characters {
    /// How many begin before each [`STEP`](Self::STEP) of bytes.
    before: Vec<usize>,
}

impl Characters {
    /// Bytes between two places whose characters are counted.
    const STEP: usize = 256;

    fn of(text: &str) -> Self {
        let steps = text.as_bytes().chunks(Self::STEP).scan(0, |before, step| {
            let here = *before;
            *before += beginning(step);
            Some(here)
        });
        Self { before: steps.collect() }
    }

    fn before(&self, text: &str, byte: usize) -> usize {
        let byte = byte.min(text.len());
        // A text that ends where a step does has none behind it.
        let step = (byte / Self::STEP).min(self.before.len().saturating_sub(1));
        let counted = self.before.get(step).copied().unwrap_or(0);
        counted + beginning(&text.as_bytes()[step * Self::STEP..byte])
    }
}

/// How many characters begin in some bytes of a text.
fn beginning(bytes: &[u8]) -> usize {
    /// The bytes of a character behind its first are 10xxxxxx.
    const FOLLOWS: u8 = 0b1000_0000;
    bytes.iter().filter(|&&byte| byte & 0b1100_0000 != FOLLOWS).count()
}

/// Line and column of any byte of one text, after one pass over it.
#[derive(Clone, Debug)]
pub struct LineIndex {
    starts: Vec<usize>,
    characters: Characters,
}

impl LineIndex {
    /// Finds the line starts.
    pub fn new(text: &str) -> Self {
        let breaks =
            text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n').map(|(at, _)| at + 1);
        let starts = std::iter::once(0).chain(breaks).collect();
        Self { starts, characters: Characters::of(text) }
    }

    /// Line and column of a byte, both from 1; the column counts characters.
    ///
    /// ```
    /// use sijill::span::LineIndex;
    /// let text = "سطر\nوآخر";
    /// let at = text.find("آخر").unwrap();
    /// assert_eq!(LineIndex::new(text).line_column(text, at), (2, 2));
    /// ```
    pub fn line_column(&self, text: &str, byte: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|&start| start <= byte);
        let before = |byte| self.characters.before(text, byte);
        (line, before(byte) - before(self.starts[line - 1]) + 1)
    }

    /// The range of a line (from 1), without its line break; nothing where there is no such line.
    pub fn line_span(&self, text: &str, line: usize) -> Option<Span> {
        let start = *self.starts.get(line.checked_sub(1)?)?;
        let end = self.starts.get(line).map_or(text.len(), |next| next - 1);
        Some(Span::new(start, end.max(start)))
    }
}

/// Character positions of bytes, in one pass in all where they are asked for in rising order.
///
/// The records of the JSON filter count Unicode scalar values; counting from the
/// start of the text for each span would take quadratic time.
#[derive(Clone, Debug)]
pub struct CharOffsets<'t> {
    text: &'t str,
    byte: usize,
    chars: usize,
    /// For those that go back, as cuts do that a person wrote in any order.
    back: OnceCell<Characters>,
}

impl<'t> CharOffsets<'t> {
    /// Stands at the start of `text`.
    pub fn new(text: &'t str) -> Self {
        Self { text, byte: 0, chars: 0, back: OnceCell::new() }
    }

    /// How many characters stand before `byte`.
    ///
    /// ```
    /// use sijill::span::CharOffsets;
    /// let mut at = CharOffsets::new("أبجد");
    /// assert_eq!([at.at(4), at.at(2), at.at(8)], [2, 1, 4]);
    /// ```
    pub fn at(&mut self, byte: usize) -> usize {
        if byte < self.byte {
            let back = self.back.get_or_init(|| Characters::of(self.text));
            self.chars = back.before(self.text, byte);
        } else {
            self.chars += beginning(&self.text.as_bytes()[self.byte..byte]);
        }
        self.byte = byte;
        self.chars
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dropped_bytes_belong_to_the_character_before() {
        // "عَلَم" folded to "علم": each letter has two bytes, each mark two.
        let source = "عَلَم";
        let mut map = SourceMap::default();
        map.anchor(0, 0);
        map.anchor(2, 4);
        map.anchor(4, 8);
        map.close(6, source.len());
        assert_eq!(map.span_to_source(Span::new(0, 2)).cut(source), "عَ");
        assert_eq!(map.span_to_source(Span::new(0, 6)).cut(source), source);
        assert_eq!(map.span_to_source(Span::new(4, 6)).cut(source), "م");
    }

    #[test]
    fn lines_and_columns_are_those_that_counting_gives() {
        let line = "خبر a طويل 🇮🇶 ".repeat(40);
        let text = format!("{line}\n\n{line}{line}\nآخر");
        let index = LineIndex::new(&text);
        for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
            let before = &text[..at];
            let start = before.rfind('\n').map_or(0, |last| last + 1);
            let counted = (before.matches('\n').count() + 1, text[start..at].chars().count() + 1);
            assert_eq!(index.line_column(&text, at), counted, "byte {at}");
        }
        // What lies behind the end stands at it.
        let end = index.line_column(&text, text.len());
        assert_eq!(index.line_column(&text, text.len() + 9), end);
        let whole = "ا".repeat(Characters::STEP);
        assert_eq!(LineIndex::new(&whole).line_column(&whole, whole.len()), (1, 257));
        assert_eq!(LineIndex::new("").line_column("", 0), (1, 1));
    }

    #[test]
    fn identity_maps_each_byte_to_itself() {
        let map = SourceMap::identity(7);
        assert_eq!(map.span_to_source(Span::new(2, 7)), Span::new(2, 7));
    }
}
