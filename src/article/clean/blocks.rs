//! The raw body as blocks: lines, with those that were broken by hand put together.

use std::ops::Range;

use super::asked::{FUNCTION, NUMBER};
use super::lexicon::{Role, phrases_at};
use super::reason::Reason;
use super::words::{Word, words};
use crate::arabic::chars::{digit_value, is_bidi_control};
use crate::arabic::fold::folded;
use crate::arabic::lexicon::{ITEM_LETTER, is};
use crate::document::RemovedKind;
use crate::span::Span;

/// A line, or the lines of a paragraph that was broken by hand.
#[derive(Clone, Debug)]
pub(super) struct Block {
    /// Its bytes, without white space around.
    pub(super) span: Span,
    /// Its words.
    pub(super) words: Range<usize>,
    /// Its first line in the raw text, from 1.
    pub(super) line: usize,
    /// Its last line.
    pub(super) last_line: usize,
    /// Whether a blank line stands before it.
    pub(super) apart: bool,
    /// How it ends.
    pub(super) ending: Ending,
    /// Whether a bullet, a dash or a number opens it.
    pub(super) bullet: bool,
    /// How many marks it has that part the items of a list in one line: | / • » #.
    pub(super) partings: usize,
    /// Why it is no writing of the article at all but a stamp put before it, as [`stamps`](super::stamps) found.
    pub(super) stamp: Option<(RemovedKind, Reason)>,
}

/// How a block ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// A full stop.
    Stop,
    /// A question or exclamation mark, or dots.
    Loud,
    /// A colon.
    Colon,
    /// A comma or semicolon.
    Comma,
    /// None of these.
    Open,
}

/// All blocks of a body and their words.
pub(super) struct Blocks {
    pub(super) words: Vec<Word>,
    pub(super) blocks: Vec<Block>,
    /// Whether lines were broken by hand to some width.
    pub(super) wrapped: bool,
}

impl Block {
    /// How many words it has.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }
}

impl Blocks {
    /// The words of a block.
    pub(super) fn words_of(&self, index: usize) -> &[Word] {
        &self.words[self.blocks[index].words.clone()]
    }
}

/// Finds the blocks of `body` in `text`, lines broken by hand put together.
pub(super) fn blocks(text: &str, body: Span) -> Blocks {
    let mut found = lines(text, body);
    let width = wrap_width(&found, text);
    if let Some(width) = width {
        found.blocks = join(found.blocks, &found.words, width, text);
    }
    found.wrapped = width.is_some();
    found
}

/// One block a line, given lines (of a saved page).
pub(super) fn lines(text: &str, body: Span) -> Blocks {
    let mut found =
        Blocks { words: Vec::with_capacity(body.len() / 10), blocks: Vec::new(), wrapped: false };
    words(body.cut(text), body.start, &mut found.words);
    let mut first = 0;
    let first_line = text[..body.start].matches('\n').count() + 1;
    let mut apart = true;
    let mut start = body.start;
    for (line, piece) in (first_line..).zip(body.cut(text).split_inclusive('\n')) {
        let bare = piece.trim_matches(is_blank);
        if bare.is_empty() {
            apart = true;
        } else {
            let from = start + (piece.len() - piece.trim_start_matches(is_blank).len());
            let span = Span::new(from, from + bare.len());
            let inside = |word: &&Word| (word.start as usize) < span.end;
            let words = first..first + found.words[first..].iter().take_while(inside).count();
            first = words.end;
            let (ending, bullet, partings) = (ending(bare), bullet(bare), partings(bare));
            found.blocks.push(Block {
                span,
                words,
                line,
                last_line: line,
                apart,
                ending,
                bullet,
                partings,
                stamp: None,
            });
            apart = false;
        }
        start += piece.len();
    }
    found
}

pub(super) fn is_blank(c: char) -> bool {
    match c {
        '\u{200B}' | '\u{FEFF}' | '\u{2060}' | '\u{FFFC}' => true,
        c => c.is_whitespace() || is_bidi_control(c),
    }
}

fn ending(line: &str) -> Ending {
    let closing = |c: char| match c {
        '"' | '”' | '’' | '\'' | '»' | ')' | ']' | '*' | '_' => true,
        c => is_blank(c),
    };
    let bare = line.trim_end_matches(closing);
    match bare.chars().next_back() {
        Some('.' | '۔') if bare.ends_with("...") => Ending::Loud,
        Some('.' | '۔') => Ending::Stop,
        Some('؟' | '!' | '?' | '…') => Ending::Loud,
        Some(':') => Ending::Colon,
        Some('،' | ',' | '؛' | ';') => Ending::Comma,
        _ => Ending::Open,
    }
}

fn bullet(line: &str) -> bool {
    let mut chars = line.chars();
    match chars.next() {
        Some(
            '•' | '·' | '▪' | '■' | '●' | '○' | '◾' | '◼' | '*' | '►' | '▶' | '‣' | '⁃' | '–'
            | '—' | '-' | '✓' | '✔' | '➤' | '✅' | '☑' | '🔹' | '🔸' | '🔺' | '🔻' | '◽' | '▫'
            | '👈',
        ) => chars.find(|&next| next != '\u{FE0F}').is_some_and(char::is_whitespace),
        Some('(') => line[1..]
            .split_once(')')
            .filter(|(_, rest)| rest.starts_with(' '))
            .is_some_and(|(number, _)| is_item_number(number)),
        Some(first) if digit_value(first).is_some() => {
            let rest = line.trim_start_matches(|c| digit_value(c).is_some());
            // «2️⃣»
            let keyed = rest.trim_start_matches(['\u{FE0F}', '\u{20E3}']);
            let marked = rest.strip_prefix([')', '-', '.']).unwrap_or(keyed);
            marked.len() < rest.len() && marked.starts_with(' ')
        }
        _ => false,
    }
}

/// «١», «12», «أ»: what stands in brackets before an item.
fn is_item_number(inside: &str) -> bool {
    match inside.chars().count() {
        1 | 2 if inside.chars().all(|c| digit_value(c).is_some()) => true,
        _ => is(&folded(inside), ITEM_LETTER),
    }
}

fn partings(line: &str) -> usize {
    let (mut marks, mut open, mut wide, mut blanks) = (0usize, 0usize, 0usize, 0usize);
    for c in line.chars() {
        // «أخبار   رياضة   صحة»: items of a menu stand wide apart.
        blanks = if c.is_whitespace() { blanks + if c == '\t' { 2 } else { 1 } } else { 0 };
        wide += usize::from(blanks == 2);
        match c {
            '|' | '¦' | '┃' | '>' | '›' | '/' | '•' | '#' | '·' | '—' | '\\' => {
                marks += 1
            }
            // «شعر ✦ رواية ◆ ترجمة»: stars, squares and arrows part a menu's names as bars do.
            '\u{25A0}'..='\u{25FF}'
            | '\u{2605}'
            | '\u{2606}'
            | '\u{2720}'..='\u{274B}'
            | '\u{2756}' => marks += 1,
            '«' => open += 1,
            '»' if open > 0 => open -= 1,
            '»' => marks += 1,
            _ => {}
        }
    }
    marks + open + if wide * 3 > line.split_whitespace().count() { wide } else { 0 }
}

/// The width to which lines were broken by hand, if they were.
///
/// Broken lines are of one length and stop where no sentence does: many end
/// without a mark, and some on a word that ends no headline («في», «التي»).
fn wrap_width(found: &Blocks, text: &str) -> Option<usize> {
    /// How many lines tell anything, and how many a short text has.
    const FEWEST: usize = 4;
    const SHORT: usize = 12;
    let mut lengths: Vec<(usize, usize)> = Vec::new();
    for (index, block) in found.blocks.iter().enumerate() {
        if block.len() >= 5 {
            lengths.push((block.span.cut(text).chars().count(), index));
        }
    }
    if lengths.len() < FEWEST {
        return None;
    }
    let mut sorted: Vec<usize> = lengths.iter().map(|&(length, _)| length).collect();
    sorted.sort_unstable();
    // A running head may be wider.
    let width = sorted[sorted.len() * 4 / 5];
    if !(30..=130).contains(&width) {
        return None;
    }
    let full: Vec<usize> = lengths
        .iter()
        .filter(|&&(length, _)| length * 10 >= width * 7)
        .map(|&(_, index)| index)
        .collect();
    let ending = |wanted: Ending| {
        full.iter().filter(move |&&index| found.blocks[index].ending == wanted).copied()
    };
    let (open, commas) = (ending(Ending::Open), ending(Ending::Comma).count());
    // «… في»: no headline ends so.
    let ends_low =
        |index: &usize| found.words_of(*index).last().is_some_and(|last| FUNCTION.fits(last));
    let hanging = open.clone().filter(ends_low).count();
    let are_few = full.len() * 2 < lengths.len();
    if are_few || (open.count() + commas) * 10 < full.len() * 6 {
        return None;
    }
    let hangs = match lengths.len() {
        FEWEST => false,
        _ => hanging + commas >= full.len().div_ceil(12).max(2),
    };
    // A short text has one paragraph or two to tell by.
    let few = if lengths.len() < SHORT { 1 } else { 3 };
    (hangs || paragraphs(found, width, text) >= few).then_some(width)
}

/// Whether no mark tells that a sentence ends with a line.
fn hangs(line: &Block) -> bool {
    matches!(line.ending, Ending::Open | Ending::Comma)
}

/// How many paragraphs of three lines and more stand between blank lines of which only the last line ends a sentence.
fn paragraphs(found: &Blocks, width: usize, text: &str) -> usize {
    let full = |block: &Block| block.span.cut(text).chars().count() * 10 >= width * 7;
    let goes_on = |block: &Block| hangs(block) && full(block);
    let is_paragraph = |run: &&[Block]| match run {
        [_] | [_, _] => false,
        [lines @ .., Block { ending: Ending::Stop, .. }] => lines.iter().all(goes_on),
        _ => false,
    };
    found.blocks.chunk_by(|_, next| !next.apart).filter(is_paragraph).count()
}

/// Puts broken lines together: a line goes on in the next one where the next word would not have fitted.
fn join(blocks: Vec<Block>, words: &[Word], width: usize, text: &str) -> Vec<Block> {
    let mut joined: Vec<Block> = Vec::with_capacity(blocks.len() / 4 + 1);
    for run in blocks.chunk_by(|_, next| !next.apart) {
        // Letters differ in width: in what is plainly a paragraph a line need not be quite full.
        let paragraph = match run {
            [.., last] if hangs(last) => false,
            [lines @ .., _] => lines.iter().all(hangs),
            [] => false,
        };
        let least = if paragraph { width * 7 / 10 } else { width };
        for (place, block) in run.iter().enumerate() {
            let before = place.checked_sub(1).map(|before| &run[before]);
            let before = before.filter(|before| before.last_line + 1 == block.line);
            let before = before.filter(|before| !begins(block, before, words, text));
            let goes_on = before.is_some_and(|before| {
                let length = before.span.cut(text).chars().count();
                let next = words.get(block.words.start);
                let next = next.map_or(0, |word| word.span().cut(text).chars().count());
                match before.ending {
                    Ending::Open | Ending::Comma if length >= least => true,
                    Ending::Stop | Ending::Loud if length * 10 < width * 9 => false,
                    _ => length + 1 + next + 3 >= width,
                }
            });
            match joined.last_mut() {
                Some(last) if goes_on => {
                    last.span.end = block.span.end;
                    last.words.end = block.words.end;
                    last.last_line = block.last_line;
                    last.ending = block.ending;
                    last.partings += block.partings;
                }
                _ => joined.push(block.clone()),
            }
        }
    }
    joined
}

/// Whether a line begins something new behind another, however full that is: an item, «اقرأ أيضا», the next page.
fn begins(line: &Block, before: &Block, words: &[Word], text: &str) -> bool {
    let mut opens = phrases_at(&words[line.words.clone()]).filter(|hit| hit.role == Role::Opens);
    let is_item = line.bullet || opens.any(|hit| hit.len >= 2);
    is_item || is_page_number(line, before, words) || is_page_head(before, text)
}

/// Whether a line is a figure alone behind a sentence that has ended: the number of the page.
fn is_page_number(line: &Block, before: &Block, words: &[Word]) -> bool {
    match (&words[line.words.clone()], before.ending, line.ending) {
        ([only], Ending::Stop, Ending::Open) => NUMBER.fits(only),
        _ => false,
    }
}

/// Whether wide gaps part a line into columns: «الأحد 6 ديسمبر 2009        محليات        7».
fn is_page_head(line: &Block, text: &str) -> bool {
    /// How wide a gap is, and how many columns the head of a page has.
    const GAP: &str = "    ";
    const COLUMNS: usize = 3;
    line.span.cut(text).split(GAP).filter(|column| !column.trim().is_empty()).count() >= COLUMNS
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found = blocks(text, Span::new(0, text.len()));
        let cut: Vec<String> =
            found.blocks.iter().map(|block| block.span.cut(text).replace('\n', " ")).collect();
        assert_eq!(cut, expected);
    }

    #[test]
    fn lines_are_blocks() {
        check(
            "العنوان\n\n  فقرة أولى.  \r\nفقرة ثانية.\n",
            &["العنوان", "فقرة أولى.", "فقرة ثانية."],
        );
    }

    #[test]
    fn lines_broken_by_hand_are_put_together() {
        check(
            "وصل وفد من خبراء الري إلى المدينة صباح الثلاثاء للاطلاع على\nأعمال السد الجديد، والتقى المهندسين المشرفين عليه واستمع إلى\nشرح عن مراحل البناء التي أنجزت حتى الآن وعن تلك التي لم\nتبدأ بعد.\n\nوقال رئيس الوفد إن السد سيروي نحو ألفي هكتار من الأراضي في\nالسهل، وإن القنوات الفرعية ستكتمل في الربيع المقبل، وهو ما\nينتظره المزارعون منذ أعوام.",
            &[
                "وصل وفد من خبراء الري إلى المدينة صباح الثلاثاء للاطلاع على أعمال السد الجديد، والتقى المهندسين المشرفين عليه واستمع إلى شرح عن مراحل البناء التي أنجزت حتى الآن وعن تلك التي لم تبدأ بعد.",
                "وقال رئيس الوفد إن السد سيروي نحو ألفي هكتار من الأراضي في السهل، وإن القنوات الفرعية ستكتمل في الربيع المقبل، وهو ما ينتظره المزارعون منذ أعوام.",
            ],
        );
    }

    #[test]
    fn a_short_text_is_put_together_too_and_its_headline_is_not() {
        check(
            "ممر جديد للمشاة قرب السوق\n\nفتحت البلدية ظهر أمس ممرًا للمشاة يصل السوق القديم بمحطة القطار\nبعد عامين من العمل، وقال رئيسها إن الممر سيخفف الزحام عن الجسر\nالذي يعبره كل يوم نحو عشرة آلاف شخص أكثرهم من الطلاب والعمال\nالذين يسكنون الضفة الشرقية.",
            &[
                "ممر جديد للمشاة قرب السوق",
                "فتحت البلدية ظهر أمس ممرًا للمشاة يصل السوق القديم بمحطة القطار بعد عامين من العمل، وقال رئيسها إن الممر سيخفف الزحام عن الجسر الذي يعبره كل يوم نحو عشرة آلاف شخص أكثرهم من الطلاب والعمال الذين يسكنون الضفة الشرقية.",
            ],
        );
    }
}
