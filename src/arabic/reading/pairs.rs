//! Which opening quotation mark belongs to which closing one.

use super::words::{Pair, Text};
use crate::arabic::lexicon::THAT;

/// What a mark does.
#[derive(Clone, Copy, PartialEq)]
enum Side {
    Opens,
    Closes,
    /// A straight mark that could do either.
    Either,
}

/// The outermost pairs of a text, in order.
pub(super) fn pairs(read: &Text, text: &str) -> Vec<Pair> {
    let mut found = Vec::new();
    let mut start = 0;
    for paragraph in read.words.chunk_by(|one, next| one.paragraph() == next.paragraph()) {
        let end = start + paragraph.len();
        paragraph_pairs(read, text, (start, end), &mut found);
        start = end;
    }
    found
}

/// The pairs of the words `start..end` of one paragraph.
fn paragraph_pairs(read: &Text, text: &str, (start, end): (usize, usize), found: &mut Vec<Pair>) {
    let mut open: Option<usize> = None;
    let mut depth = 0_usize;
    let mut free_from = start;
    for index in start..end {
        let Some(side) = side(read, text, index) else { continue };
        match (side, open) {
            (Side::Opens | Side::Either, None) => (open, depth) = (Some(index), 1),
            // A straight mark is its own closing one; a mark of another kind nests.
            (Side::Opens, Some(at)) if read.letters(at) != "\"" || read.letters(index) != "\"" => {
                depth += 1
            }
            (Side::Closes | Side::Either | Side::Opens, Some(at))
                if closes(read.letters(at), read.letters(index)) =>
            {
                depth -= 1;
                if depth == 0 {
                    found.push(Pair {
                        first: at + 1,
                        last: index - 1,
                        open: at,
                        close: index,
                        is_whole: true,
                    });
                    open = None;
                    free_from = index + 1;
                }
            }
            (_, Some(_)) => depth = depth.saturating_sub(1).max(1),
            // A closing mark whose opening one fell out: the speech begins behind the last «أن».
            (Side::Closes, None) => {
                if let Some(at) = (free_from..index).rev().find(|&at| read.kinds(at).any(THAT)) {
                    found.push(Pair {
                        first: at + 1,
                        last: index - 1,
                        open: at,
                        close: index,
                        is_whole: false,
                    });
                }
                free_from = index + 1;
            }
        }
    }
    // An opening mark whose closing one fell out: the speech goes on to the end of the paragraph.
    if let Some(at) = open
        && at + 1 < end
    {
        found.push(Pair {
            first: at + 1,
            last: end - 1,
            open: at,
            close: end - 1,
            is_whole: false,
        });
    }
}

fn side(read: &Text, text: &str, index: usize) -> Option<Side> {
    let letters = read.letters(index);
    match letters {
        "«" | "„" | "‟" => return Some(Side::Opens),
        "»" => return Some(Side::Closes),
        "“" | "”" | "\"" => {}
        _ => return None,
    }
    let span = read.words[index].span();
    let outside = |c: Option<char>| {
        c.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '\u{0610}'..='\u{065F}'))
    };
    let before = outside(text[..span.start].chars().next_back());
    let after = outside(text[span.end..].chars().next());
    // ”تضامن“ as well as “تضامن”: writers turn the marks about, and the letters beside them tell.
    Some(match (before, after, letters) {
        (true, false, _) => Side::Opens,
        (false, true, _) => Side::Closes,
        (_, _, "“") => Side::Opens,
        (_, _, "”") => Side::Closes,
        _ => Side::Either,
    })
}

/// Whether a mark can close what another opened; writers mix the kinds of one shape.
fn closes(open: &str, close: &str) -> bool {
    match open {
        "«" => close == "»",
        "\"" => close == "\"",
        _ => matches!(close, "”" | "“" | "\""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn insides(text: &str) -> Vec<&str> {
        let read = Text::of_lines(text);
        read.pairs.iter().map(|pair| pair.inside(&read).cut(text)).collect()
    }

    #[test]
    fn marks_of_every_shape_pair() {
        for text in [
            "قال «نعم» ثم",
            "قال “نعم” ثم",
            "قال ”نعم“ ثم",
            "قال \"نعم\" ثم",
            "قال „نعم“ ثم",
            "قال «نعم»",
        ] {
            assert_eq!(insides(text), ["نعم"], "{text}");
        }
        assert_eq!(insides("وصف ”الهدنة“ بأنها ”هشة“."), ["الهدنة", "هشة"]);
    }

    #[test]
    fn a_pair_stays_in_its_paragraph_and_holds_those_inside() {
        assert_eq!(insides("قال «ورد في “البيان” أمس» ثم"), ["ورد في “البيان” أمس"]);
        assert_eq!(insides("قال «بدأ العمل\nوانتهى» أمس"), ["بدأ العمل"]);
    }

    #[test]
    fn a_mark_that_fell_out_is_made_up_for() {
        assert_eq!(insides("قال إن العمل بدأ»."), ["العمل بدأ"]);
        assert_eq!(insides("قال: «بدأ العمل."), ["بدأ العمل."]);
    }
}
