//! What was kept → paragraphs as a reader wants them.
//!
//! No word is added or lost here: characters are repaired, lost spaces put back,
//! lines broken by hand joined, and borders between paragraphs drawn where a copy lost them.

use super::asked::{Asked, holds, of, of_length};
use super::blocks::Blocks;
use super::looks::{self, COMMA, OPEN};
use super::shape::{continues, ends_sentence};
use super::words::{Class, Word, words};
use crate::arabic::chars::{is_arabic_letter, is_tashkeel};
use crate::arabic::clitics::{AND, Onto};
use crate::arabic::fold::folded;
use crate::arabic::lexicon::{BEHIND_SUBHEADING, NO_SUBHEADING, is};
use crate::arabic::normalize::normalize;
use crate::span::Span;

/// A paragraph longer than this many words, in a text that has hardly any, is parted.
const UNPARTED: usize = 110;
/// How many words a parted paragraph has at least.
const PARTED: usize = 40;

/// A block of the article, repaired.
pub(super) struct Paragraph {
    /// The block it is made of, or the first one.
    pub(super) block: usize,
    pub(super) text: String,
}

/// The paragraphs made of the blocks that were kept, given the pieces of the text that were kept.
pub(super) fn paragraphs(
    text: &str,
    blocks: &Blocks,
    is_kept: impl Fn(usize) -> bool,
    kept: &[Span],
) -> Vec<Paragraph> {
    let mut made: Vec<Paragraph> = Vec::new();
    let mut piece = 0;
    let mut last: Option<usize> = None;
    for (index, block) in blocks.blocks.iter().enumerate() {
        while kept.get(piece).is_some_and(|span| span.end <= block.span.start) {
            piece += 1;
        }
        let overlapping = kept[piece..].iter().take_while(|span| span.start < block.span.end);
        let raw: Vec<&str> = overlapping
            .map(|span| {
                Span::new(span.start.max(block.span.start), span.end.min(block.span.end)).cut(text)
            })
            .collect();
        if !is_kept(index) || raw.is_empty() {
            continue;
        }
        let shown = match raw.as_slice() {
            [whole] => repaired(whole),
            pieces => repaired(&pieces.join(" ")),
        };
        if shown.is_empty() {
            continue;
        }
        // Broken by hand, with something cut between.
        let broken = last.filter(|&last| blocks.wrapped && last + 1 < index);
        let hangs = |last: usize| looks::of_block(&blocks.blocks[last]).any(OPEN | COMMA);
        let goes_on = match (broken, block.len()) {
            (Some(last), 2..) if blocks.blocks[last].len() >= 5 => !block.bullet && hangs(last),
            _ => false,
        };
        match made.last_mut() {
            Some(before) if goes_on => {
                before.text.push(' ');
                before.text.push_str(&shown);
            }
            _ => made.push(Paragraph { block: index, text: shown }),
        }
        last = Some(index);
    }
    made
}

/// Parts what a copy ran together, where the text has hardly any paragraphs of its own.
pub(super) fn parted(paragraphs: Vec<Paragraph>) -> Vec<Paragraph> {
    let few = paragraphs.len() <= 3;
    paragraphs
        .into_iter()
        .flat_map(|paragraph| {
            let pieces = part(&paragraph.text, few);
            pieces.into_iter().map(move |text| Paragraph { block: paragraph.block, text })
        })
        .collect()
}

fn part(text: &str, few: bool) -> Vec<String> {
    let may_hold = match text.len() / 5 {
        // Two bytes a letter, and a space: a shorter text cannot have so many words.
        ..PARTED => false,
        _ => few || may_hold_sub_heading(text),
    };
    if !may_hold {
        return vec![text.to_owned()];
    }
    let mut found = Vec::new();
    words(text, 0, &mut found);
    if found.len() < PARTED {
        return vec![text.to_owned()];
    }
    let least = match (few, found.len()) {
        (true, UNPARTED..) => PARTED,
        _ => usize::MAX,
    };
    let mut borders = Vec::new();
    let mut last = 0;
    for index in 1..found.len() {
        let gap = &text[found[index - 1].end()..found[index].start as usize];
        if !ends_sentence(gap) {
            continue;
        }
        match sub_heading(&found[index..], text) {
            Some(len) => {
                borders.extend([index, index + len]);
                last = index + len;
            }
            // The words of a sub-heading are behind the last border.
            None if index.saturating_sub(last) < least => {}
            None if continues(&found[index..], text) => {
                borders.push(index);
                last = index;
            }
            None => {}
        }
    }
    let mut pieces = Vec::with_capacity(borders.len() + 1);
    let mut start = 0;
    for border in borders {
        let at = found[border].start as usize;
        // Opening marks belong to the word behind them.
        let at = text[..at].trim_end_matches(['«', '"', '“', '(']).len();
        pieces.push(text[start..at].trim().to_owned());
        start = at;
    }
    pieces.push(text[start..].trim().to_owned());
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// Whether a few words behind a stop one of [`BEHIND_SUBHEADING`] stands; all of them begin with «و».
fn may_hold_sub_heading(text: &str) -> bool {
    let stops = text.match_indices(['.', '؟', '!']);
    stops.map(|(at, mark)| &text[at + mark.len()..]).any(|rest| {
        let mut joined = rest.split_whitespace().take(9).filter(|word| word.opens_with(AND));
        joined.any(|word| is(&folded(word.trim_end_matches(['،', ':'])), BEHIND_SUBHEADING))
    })
}

/// A sub-heading run into a paragraph: two to six words without a verb or a mark,
/// after which a sentence opens («… خمس شركات وأعلنت الوزارة …»). Gives its length.
fn sub_heading(words: &[Word], text: &str) -> Option<usize> {
    let opens = |word: &Word| word.is(BEHIND_SUBHEADING);
    let len = (1..words.len().min(8)).find(|&index| {
        let gap = &text[words[index - 1].end()..words[index].start as usize];
        !gap.trim().is_empty() || opens(&words[index])
    })?;
    let gap = &text[words[len - 1].end()..words[len].start as usize];
    const VERB: Asked = of(&[Class::Common]).with(NO_SUBHEADING);
    let heading = of_length(&words[..len], 2..=6).filter(|heading| !holds(heading, VERB))?;
    let stands_before = gap.trim().is_empty() && opens(&words[len]);
    (stands_before && !continues(words, text)).then_some(heading.len())
}

/// A line without the marks by which messengers show words bold or slanted: «*وحتى إشعار آخر*»; «السعر* شامل» keeps its star.
fn without_stars(line: String) -> String {
    const MARKS: [char; 2] = ['*', '_'];
    // Bytes, since both marks have one: every line of a text passes here.
    if !line.bytes().any(|byte| matches!(byte, b'*' | b'_')) {
        return line;
    }
    let (mut made, mut rest) = (String::with_capacity(line.len()), line.as_str());
    while let Some(at) = rest.find(MARKS) {
        let (before, marked) = rest.split_at(at);
        made += before;
        let stands_free = made.chars().next_back().is_none_or(|c| match c {
            c if c.is_whitespace() => true,
            c => c.is_ascii_punctuation(),
        });
        let (opening, opened) = opening(marked);
        match emphasized(opening, opened).filter(|_| stands_free) {
            Some((inside, behind)) => {
                made += inside;
                rest = behind;
            }
            None => {
                made += opening;
                rest = opened;
            }
        }
    }
    made + rest
}

/// The marks of one kind at the start, and what is behind them.
fn opening(marked: &str) -> (&str, &str) {
    let behind = marked.chars().next().map_or(marked, |mark| marked.trim_start_matches(mark));
    marked.split_at(marked.len() - behind.len())
}

/// What stands between some marks and the same that close it, and what is behind: «*نص*», «**نص**».
fn emphasized<'l>(marks: &str, opened: &'l str) -> Option<(&'l str, &'l str)> {
    /// How many marks stand together at most; a longer row is a line.
    const TOGETHER: usize = 3;
    let (inside, behind) = Some(opened).filter(|_| marks.len() <= TOGETHER)?.split_once(marks)?;
    let inside = Some(inside).filter(|inside| inside.trim() == *inside)?;
    let goes_on = behind.starts_with(|c: char| c.is_alphanumeric() || marks.contains(c));
    (!goes_on && !inside.is_empty()).then_some((inside, behind))
}

/// Whether white space or a mark needs a look; most lines need none and are taken as they are.
fn is_scarred(line: &str) -> bool {
    let mut before = ' ';
    for c in line.chars() {
        let scar = match c {
            ' ' => before == ' ',
            '\u{0620}'..='\u{064A}' => ends_word(before),
            c if c < '\u{00A0}' => c.is_ascii_control(),
            '\u{FFFC}' => true,
            c if is_arabic_letter(c) => ends_word(before),
            c => c.is_whitespace(),
        };
        if scar {
            return true;
        }
        before = c;
    }
    before == ' '
}

/// Whether a space is missing where a letter stands right behind a character.
fn ends_word(c: char) -> bool {
    matches!(c, '.' | '؟' | '!' | '؛' | '،' | 'ة')
}

/// White space, or what stands for a picture.
fn is_space(c: char) -> bool {
    c.is_whitespace() || c == '\u{FFFC}'
}

/// One line of shown text: characters repaired, white space run together, lost spaces put back.
pub(super) fn repaired(raw: &str) -> String {
    let normal = without_stars(normalize(raw).text);
    if !is_scarred(&normal) {
        return normal;
    }
    let mut made = String::with_capacity(normal.len());
    let mut chars = normal.chars().peekable();
    let mut word = 0usize;
    while let Some(c) = chars.next() {
        if is_space(c) {
            if made.ends_with(|last| last != ' ') {
                made.push(' ');
            }
            word = 0;
            continue;
        }
        made.push(c);
        let next_letter = chars.peek().is_some_and(|&next| is_arabic_letter(next));
        let parts = match c {
            // «أ.ف.ب» keeps its dots together.
            '.' | '؟' | '!' | '؛' | '،' if word == 1 => false,
            '.' if domain_follows(chars.clone()) => false,
            '.' | '؟' | '!' | '؛' | '،' => next_letter && !single_letter(&mut chars.clone()),
            // No word goes on behind a teh marbuta.
            'ة' => next_letter,
            _ => false,
        };
        if parts {
            made.push(' ');
        }
        word = if is_arabic_letter(c) {
            word + 1
        } else if is_tashkeel(c) {
            word
        } else if matches!(c, '"' | '”' | '»' | ')') {
            word + 2
        } else {
            0
        };
    }
    made.truncate(made.trim_end().len());
    made
}

/// «العربية.نت», «السوق.كوم»: whether the end of an address on the network follows.
fn domain_follows(letters: impl Iterator<Item = char>) -> bool {
    let word: String = letters.take_while(|&c| is_arabic_letter(c)).collect();
    matches!(word.as_str(), "نت" | "كوم")
}

/// Whether one letter alone follows.
fn single_letter(chars: &mut impl Iterator<Item = char>) -> bool {
    chars.next();
    !chars.next().is_some_and(|second| is_arabic_letter(second) || is_tashkeel(second))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_messengers_are_no_part_of_the_text() {
        for (raw, shown) in [
            ("من اليوم *وحتى إشعار آخر*، بعد", "من اليوم وحتى إشعار آخر، بعد"),
            ("**عاجل** و_تنبيه_ (*مهم*)", "عاجل و_تنبيه_ (مهم)"),
            ("السعر* ثابت و3 * 4 = 12 *", "السعر* ثابت و3 * 4 = 12 *"),
            ("#السد_العالي و#نهر_النيل و_x_y", "#السد_العالي و#نهر_النيل و_x_y"),
        ] {
            assert_eq!(repaired(raw), shown);
        }
    }

    #[test]
    fn lost_spaces_are_put_back() {
        for (raw, shown) in [
            ("انتهى الحفل.وغادر الضيوف", "انتهى الحفل. وغادر الضيوف"),
            ("قال إنه «سعيد».وأضاف", "قال إنه «سعيد». وأضاف"),
            ("نقلت أ.ف.ب عن مصدر", "نقلت أ.ف.ب عن مصدر"),
            ("وقال لـ«العربية.نت» أمس.ثم سكت", "وقال لـ«العربية.نت» أمس. ثم سكت"),
            ("بلغ 3.5 مليون\u{00A0}و2.1", "بلغ 3.5 مليون و2.1"),
            ("في المدينةوقال", "في المدينة وقال"),
            ("شكراً جزيلًا، أهلاً", "شكراً جزيلًا، أهلاً"),
            ("لا يعترف بـ «الاتفاق» ولا لـ 40 من بنوده", "لا يعترف بـ «الاتفاق» ولا لـ 40 من بنوده"),
            ("حكمـــاً نهائیاً", "حكماً نهائياً"),
        ] {
            assert_eq!(repaired(raw), shown);
        }
    }

    #[test]
    fn a_sub_heading_run_into_a_paragraph_stands_alone() {
        let text = "وقّع الطرفان الاتفاق في حفل قصير حضره عدد من رجال الأعمال وأعضاء الغرف التجارية في البلدين، ثم تبادلا الوثائق والصور التذكارية. \
                    سوق واعدة وقال رئيس الغرفة إن التبادل بين البلدين تضاعف في ثلاث سنوات، وإن السوق تتسع لشركات أخرى تريد أن تعمل في الزراعة والنقل.";
        let pieces = part(text, true);
        assert_eq!(pieces.len(), 3, "{pieces:?}");
        assert_eq!(pieces[1], "سوق واعدة");
    }
}
