//! What a messenger writes before each message: «[8/4/2021، 14:07] سامي: », «8/4/2021, 14:07 - سامي: »;
//! the numbers before the posts of a thread: «2/5 »; the marks of a mail that was forwarded: «> ».
//!
//! A stamp becomes a block of its own, so that the message behind it is judged by its own words.

use super::blocks::{Block, Blocks, Ending};
use super::letter::{Told, told};
use super::reason::Reason;
use crate::arabic::chars::{digit_value, is_arabic_letter, is_bidi_control};
use crate::span::Span;

/// Lines that look stamped in a form that other lines may have too take this many to be believed.
const ENOUGH: usize = 2;
/// Posts that make a thread.
const THREAD: usize = 3;
/// The longest name of a sender, in words.
const NAME: usize = 7;

/// What stands before a line, and how sure that is by the line alone.
struct Stamp {
    len: usize,
    sure: bool,
}

/// Parts the stamps of messages, the marks of mails and the numbers of a thread from what follows them.
pub(super) fn parted(blocks: Blocks, text: &str) -> Blocks {
    let stamps: Vec<(usize, Stamp)> = blocks
        .blocks
        .iter()
        .enumerate()
        .filter_map(|(index, block)| Some((index, stamp(block.span.cut(text))?)))
        .collect();
    let believed = stamps.len() >= ENOUGH || stamps.iter().any(|(_, stamp)| stamp.sure);
    let stamps = if believed {
        stamps.into_iter().map(|(index, stamp)| (index, stamp.len)).collect()
    } else {
        let hours = hours(&blocks, text);
        if hours.is_empty() { heads(&blocks, text) } else { hours }
    };
    let blocks = split(blocks, text, stamps, Reason::Stamp);
    let quoted = quoted(&blocks, text);
    let mail = quoted.len() >= THREAD && quoted.len() * 2 >= blocks.blocks.len();
    let blocks = split(blocks, text, if mail { quoted } else { Vec::new() }, Reason::MailMark);
    let numbers = thread(&blocks, text);
    let numbers = if numbers.len() >= THREAD { numbers } else { Vec::new() };
    split(blocks, text, numbers, Reason::ThreadNumber)
}

/// Makes the first bytes of some blocks blocks of their own.
fn split(found: Blocks, text: &str, stamps: Vec<(usize, usize)>, reason: Reason) -> Blocks {
    if stamps.is_empty() {
        return found;
    }
    let Blocks { words, blocks, wrapped } = found;
    let mut made: Vec<Block> = Vec::with_capacity(blocks.len() + stamps.len());
    let mut stamps = stamps.into_iter().peekable();
    for (index, block) in blocks.into_iter().enumerate() {
        let Some((_, len)) = stamps.next_if(|stamp| stamp.0 == index) else {
            made.push(block);
            continue;
        };
        let at = block.span.start + len;
        let parted = block.words.start
            + words[block.words.clone()].partition_point(|word| (word.start as usize) < at);
        let head = Span::new(
            block.span.start,
            block.span.start + block.span.cut(text)[..len].trim_end().len(),
        );
        made.push(Block {
            span: head,
            words: block.words.start..parted,
            ending: Ending::Open,
            bullet: false,
            partings: 0,
            stamp: Some((reason.kind(), reason)),
            ..block.clone()
        });
        let rest = Span::new(at, block.span.end);
        if !rest.cut(text).trim().is_empty() {
            let lead = rest.cut(text).len() - rest.cut(text).trim_start().len();
            made.push(Block {
                span: Span::new(at + lead, rest.end),
                words: parted..block.words.end,
                apart: true,
                ..block
            });
        }
    }
    Blocks { words, blocks: made, wrapped }
}

/// «من: بلدية الوادي» over «التاريخ: 9/1/2020 6:30 ص», above each short message of a telephone.
fn heads(found: &Blocks, text: &str) -> Vec<(usize, usize)> {
    let line = |index: usize| found.blocks.get(index).map_or("", |block| block.span.cut(text));
    let tells = |index: usize, what: Told| told(line(index)) == Some(what);
    let senders = (0..found.blocks.len()).filter(|&index| tells(index, Told::From));
    let heads: Vec<usize> = senders.filter(|&index| tells(index + 1, Told::Date)).collect();
    let parts = heads.iter().flat_map(|&index| [index, index + 1]);
    let stamps = parts.map(|index| (index, line(index).len()));
    if heads.len() >= ENOUGH { stamps.collect() } else { Vec::new() }
}

/// The hours that stand alone under each message of a channel that was copied from a telephone: they go up, and the last one
/// ends the text.
fn hours(found: &Blocks, text: &str) -> Vec<(usize, usize)> {
    /// How many messages are a channel, and how many lines one has at most.
    const MESSAGES: usize = 3;
    const LINES: usize = 8;
    let last = found.blocks.len().saturating_sub(1);
    let lines = found.blocks.iter().enumerate().map(|(index, block)| (index, block.span.cut(text)));
    let hours: Vec<(usize, usize, u32)> =
        lines.filter_map(|(index, line)| Some((index, line.len(), hour(line)?))).collect();
    let is_whole = hours.last().is_some_and(|&(index, ..)| index == last);
    let follows = |pair: &[(usize, usize, u32)]| {
        (2..=LINES).contains(&(pair[1].0 - pair[0].0)) && pair[0].2 <= pair[1].2
    };
    let opens = hours.first().is_some_and(|&(index, ..)| (1..=LINES).contains(&index));
    let is_channel = is_whole && opens && hours.len() >= MESSAGES;
    let stamps = hours.iter().map(|&(index, len, _)| (index, len));
    if is_channel && hours.windows(2).all(follows) { stamps.collect() } else { Vec::new() }
}

/// «14:05», «2:05 م»: the minute of the day that a line is and nothing else.
fn hour(line: &str) -> Option<u32> {
    let bare = line.trim_matches(|c: char| is_bidi_control(c) || c.is_whitespace());
    let figures = bare.trim_end_matches(|c: char| digit_value(c).is_none());
    let half = match bare[figures.len()..].trim() {
        "" | "ص" | "AM" => 0,
        "م" | "PM" => 12,
        _ => return None,
    };
    let (hours, minutes) = figures.split_once(':')?;
    let hours = of_two_figures(hours).filter(|&hours| hours < 24)?;
    let hours = if half > 0 { hours % half + half } else { hours };
    Some(hours * 60 + of_two_figures(minutes).filter(|&minutes| minutes < 60)?)
}

/// The stamp that opens a line.
fn stamp(line: &str) -> Option<Stamp> {
    let bare = line.trim_start_matches(is_bidi_control);
    let bracketed = bare.starts_with('[');
    let rest = bare.strip_prefix('[').unwrap_or(bare);
    if !rest.trim_start_matches(is_bidi_control).starts_with(|c| digit_value(c).is_some()) {
        return None;
    }
    let rest = &rest[moment(rest)?..];
    if bracketed {
        let rest = rest.trim_start().strip_prefix(']')?;
        let name = sender(rest)?;
        return Some(Stamp { len: line.len() - rest.len() + name, sure: true });
    }
    let rest = [" - ", " – "].iter().find_map(|dash| rest.strip_prefix(dash))?;
    // Without a sender it is the program itself that speaks.
    Some(Stamp { len: line.len() - rest.len() + sender(rest).unwrap_or(rest.len()), sure: false })
}

/// How long the day and the clock at the start of `text` are: figures with marks between them and a word for the half of the day.
fn moment(text: &str) -> Option<usize> {
    let (mut groups, mut clock, mut inside, mut letters, mut end) = (0, false, false, 0, 0);
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        match c {
            c if digit_value(c).is_some() => {
                groups += usize::from(!inside);
                clock |= inside_clock(before);
                inside = true;
                end = at + c.len_utf8();
            }
            '/' | '.' | ':' | ',' | '،' | ' ' | '\u{202F}' | '\u{00A0}' => inside = false,
            '-' if before != ' ' => inside = false,
            c if is_bidi_control(c) => continue,
            // «ص», «م», «AM», «p.m.»
            'ص' | 'م' | 'A' | 'P' | 'M' | 'a' | 'p' | 'm' if letters < 2 && clock => {
                letters += 1;
                end = at + c.len_utf8();
                inside = false;
            }
            _ => break,
        }
        before = c;
    }
    (clock && (4..=6).contains(&groups)).then_some(end)
}

fn inside_clock(before: char) -> bool {
    before == ':'
}

/// How long the sender's name with its colon at the start of `text` is.
fn sender(text: &str) -> Option<usize> {
    let at = text.char_indices().take(60).find(|&(_, c)| c == ':').map(|(at, _)| at)?;
    let name = &text[..at];
    let words = name.split_whitespace().count();
    match words {
        1..=NAME if !name.contains(['.', '؟', '!', '«', '"']) => Some(at + 1),
        _ => None,
    }
}

/// The blocks that open with the marks of a mail that was answered or forwarded: «> ».
fn quoted(found: &Blocks, text: &str) -> Vec<(usize, usize)> {
    let mark = |line: &str| line.len() - line.trim_start_matches(['>', ' ']).len();
    let blocks =
        found.blocks.iter().enumerate().map(|(index, block)| (index, block.span.cut(text)));
    blocks
        .filter(|(_, line)| line.starts_with('>'))
        .map(|(index, line)| (index, mark(line)))
        .collect()
}

/// The blocks that open with a number of a thread, if the numbers rise one by one.
fn thread(found: &Blocks, text: &str) -> Vec<(usize, usize)> {
    let mut numbers: Vec<(usize, usize)> = Vec::new();
    let mut last: Option<(u32, &str)> = None;
    for (index, block) in found.blocks.iter().enumerate() {
        let Some((number, of, len)) = post(block.span.cut(text)) else { continue };
        let rises = match last {
            Some((before, total)) => (number, of) == (before + 1, total),
            None => number <= 2,
        };
        if !rises {
            return Vec::new();
        }
        last = Some((number, of));
        numbers.push((index, len));
    }
    numbers
}

/// The number that one or two figures are; longer ones are no hour, and no number that could be added up.
fn of_two_figures(figures: &str) -> Option<u32> {
    let short = Some(figures).filter(|figures| (1..=2).contains(&figures.chars().count()))?;
    short.chars().try_fold(0, |sum: u32, c| Some(sum * 10 + digit_value(c)?))
}

/// «لماذا تأخر المترو؟ 1/5»: the first post of a thread without the number that it may have at its end.
pub(super) fn without_first_number(line: &str) -> Option<&str> {
    let (before, number) = line.trim_end_matches(is_bidi_control).rsplit_once(' ')?;
    let (first, total) = number.split_once('/')?;
    (of_two_figures(first) == Some(1) && of_two_figures(total) > Some(1)).then(|| before.trim_end())
}

/// «2/5 » or «2/ » before a word: the number, of how many, and how many bytes.
fn post(line: &str) -> Option<(u32, &str, usize)> {
    let digits = |text: &str| {
        text.char_indices()
            .find(|&(_, c)| digit_value(c).is_none())
            .map_or(text.len(), |(at, _)| at)
    };
    let bare = line.trim_start_matches(is_bidi_control);
    let first = digits(bare);
    let rest = bare[first..].strip_prefix('/').filter(|_| (1..=4).contains(&first))?;
    let total = digits(rest);
    let behind = rest[total..].trim_start_matches([' ', ')', '-', '.', ':']);
    let opens_word = |c: char| match c {
        '«' | '"' => true,
        c => is_arabic_letter(c),
    };
    let (..=4, true) = (total, behind.starts_with(opens_word)) else { return None };
    Some(behind).filter(|behind| behind.len() < rest[total..].len())?;
    let number =
        bare[..first].chars().filter_map(digit_value).fold(0, |sum, digit| sum * 10 + digit);
    Some((number, &rest[..total], line.len() - behind.len()))
}

#[cfg(test)]
mod tests {
    use super::super::blocks::blocks;
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found = parted(blocks(text, Span::new(0, text.len())), text);
        let cut: Vec<&str> = found.blocks.iter().map(|block| block.span.cut(text)).collect();
        assert_eq!(cut, expected);
    }

    #[test]
    fn messages_are_parted_from_their_stamps() {
        check(
            "[2023/5/1، 9:12:40 ص] سلوى: وصلت الباخرة\n\u{200F}[2023/5/1، 9:13:02 ص] نادر: خير",
            &["[2023/5/1، 9:12:40 ص] سلوى:", "وصلت الباخرة", "[2023/5/1، 9:13:02 ص] نادر:", "خير"],
        );
        check(
            "1/5/2023, 21:12 - سلوى: وصلت الباخرة\n1/5/2023, 21:15 - نادر غادر",
            &["1/5/2023, 21:12 - سلوى:", "وصلت الباخرة", "1/5/2023, 21:15 - نادر غادر"],
        );
        check(
            "1/5/2023, 9:12 PM - Salwa: وصلت\n1/5/23, 9:13 PM - Nadir: خير",
            &["1/5/2023, 9:12 PM - Salwa:", "وصلت", "1/5/23, 9:13 PM - Nadir:", "خير"],
        );
        check("1/5/2023, 21:12 - بيروت: وصلت الباخرة", &["1/5/2023, 21:12 - بيروت: وصلت الباخرة"]);
    }

    #[test]
    fn hours_under_messages_are_stamps() {
        let hours = |text: &str| {
            let found = blocks(text, Span::new(0, text.len()));
            hours(&found, text).iter().map(|&(index, _)| index).collect::<Vec<_>>()
        };
        let channel = "قناة المرسى\nوصلت الباخرة\n10:15\nبدأ التفريغ\n11:40\nانتهى\n2:05 م";
        assert_eq!(hours(channel), [2, 4, 6]);
        // A ticker is told from its end.
        let ticker = "أخبار\nوصلت الباخرة\n14:05\nبدأ التفريغ\n11:40\nانتهى\n10:15";
        assert_eq!(hours(ticker), [] as [usize; 0]);
    }

    #[test]
    fn posts_of_a_thread_lose_their_numbers() {
        check(
            "1/3 أول القصة\n2/3 وسطها\n3/3 آخرها",
            &["1/3", "أول القصة", "2/3", "وسطها", "3/3", "آخرها"],
        );
        check(
            "3/4 الكوب دقيق\n1/2 الملعقة ملح\n2/3 الكوب ماء",
            &["3/4 الكوب دقيق", "1/2 الملعقة ملح", "2/3 الكوب ماء"],
        );
    }
}
