//! What of a text can be set: one line without controls, with its left-to-right runs isolated.

use parley::BaseDirection;

use crate::arabic::bidi::{self, Direction};

/// No card shows more of one text than this; what is longer would only be shaped to be cut.
const LONGEST_CHARS: usize = 400;

/// More marks than this on one letter are no tashkeel.
const MOST_MARKS: usize = 3;

/// No face has this one either, so that its place shows as a box; scripts that layout has no rules for don't reach it.
const BOX: char = '\u{FFFD}';

/// A text as one line of what can be shown: white space folded into one space, controls and overrides of direction
/// gone, signs that no face has (pictographs) gone. A letter that no face has shows as a box: something stood there.
pub(super) fn shown(text: &str, have: impl Fn(char) -> bool) -> String {
    let mut shown = String::new();
    let mut marks = 0;
    let mut space = false;
    for c in text.chars().filter(|&c| !is_dropped(c)).take(LONGEST_CHARS) {
        if c.is_whitespace() || c.is_control() {
            space = !shown.is_empty();
            continue;
        }
        marks = if is_mark(c) { marks + 1 } else { 0 };
        let known = have(c);
        if marks > MOST_MARKS || !(known || c.is_alphanumeric()) {
            continue;
        }
        if std::mem::take(&mut space) {
            shown.push(' ');
        }
        shown.push(if known { c } else { BOX });
    }
    shown
}

/// Characters that only steer how others are set: overrides and embeddings of direction, isolates (set anew),
/// soft hyphens, byte order marks, variation selectors, tags. Joiners and direction marks stay.
const fn is_dropped(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{200B}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFF0}'..='\u{FFFD}' | '\u{E0000}'..='\u{E0FFF}'
    )
}

const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6ED}')
}

/// A text ready for layout, and the direction of its lines.
///
/// Whatever has an Arabic letter is set from the right, even where a Latin name begins it.
pub(super) fn directed(text: &str) -> (String, BaseDirection) {
    let arabic = text.chars().any(crate::arabic::chars::is_arabic_letter);
    match bidi::base_direction(text) {
        Some(Direction::Ltr) if !arabic => (text.to_owned(), BaseDirection::Ltr),
        _ => (bidi::isolated(text), BaseDirection::Rtl),
    }
}

/// As much of a text as the beginning of its [`directed`] form that ends at `end`.
pub(super) fn undirected(text: &str, end: usize) -> usize {
    let (directed, _) = directed(text);
    let isolates =
        directed.get(..end).map_or(0, |start| start.matches(['\u{2066}', '\u{2069}']).count());
    end - isolates * '\u{2066}'.len_utf8()
}

/// The beginning of a text up to `end`, without the word that `end` cuts through, if others stand before it.
pub(super) fn whole_words(text: &str, end: usize) -> &str {
    let Some((start, rest)) = text.split_at_checked(end) else { return text };
    let cuts_through = !start.ends_with(' ') && !rest.starts_with(' ') && !rest.is_empty();
    if cuts_through { without_last_word(start) } else { start.trim_end() }
}

/// The text without its last word; a single word loses its last letter.
pub(super) fn without_last_word(text: &str) -> &str {
    let text = text.trim_end();
    let end = text.rfind(' ').or_else(|| text.char_indices().last().map(|(at, _)| at));
    &text[..end.unwrap_or(0)]
}

/// A beginning of a text with «…» behind it, instead of a mark that now leads nowhere.
pub(super) fn shortened(start: &str) -> String {
    let kept = start.trim_end_matches([
        ' ', '،', '؛', ':', ',', ';', '-', '–', '—', '.', '·', '«', '(', '[', '…',
    ]);
    format!("{kept}…")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(
            shown(text, |c| c.is_ascii()
                || crate::arabic::chars::is_arabic_letter(c)
                || is_mark(c)
                || "«»…،\u{200C}".contains(c)),
            expected
        );
    }

    #[test]
    fn one_line_of_what_can_be_shown() {
        check(" سطر\nأول\t وثان ", "سطر أول وثان");
        check("\u{202E}abc\u{202C} \u{2067}نص\u{2069}", "abc نص");
        check("قال \u{1F642} نعم", "قال نعم");
        check("中文", "\u{FFFD}\u{FFFD}");
        check("می\u{200C}خواهم", "می\u{200C}خواهم");
        check("ع\u{64B}\u{64B}\u{64B}\u{64B}\u{64B}", "ع\u{64B}\u{64B}\u{64B}");
        check("\u{0}\u{7}", "");
        assert_eq!(shown(&"ب".repeat(5000), |_| true).chars().count(), LONGEST_CHARS);
    }

    #[test]
    fn arabic_anywhere_sets_from_the_right() {
        assert_eq!(directed("USA في بغداد").1, BaseDirection::Rtl);
        assert_eq!(directed("Joint Statement (2021)").1, BaseDirection::Ltr);
        assert_eq!(directed("2021").1, BaseDirection::Rtl);
    }

    #[test]
    fn an_end_in_the_isolated_text_is_found_in_the_plain_one() {
        let text = "بين USA و OPEC+ أمس";
        let (isolated, _) = directed(text);
        let end = isolated.find("أمس").expect("the word is there");
        assert_eq!(&text[..undirected(text, end)], "بين USA و OPEC+ ");
    }

    #[test]
    fn text_is_cut_at_words() {
        let end = |start: &str| start.len();
        assert_eq!(whole_words("نهر دجلة", end("نهر دج")), "نهر");
        assert_eq!(whole_words("نهر دجلة", end("نهر ")), "نهر");
        assert_eq!(whole_words("نهر دجلة", end("نهر دجلة")), "نهر دجلة");
        assert_eq!(whole_words("دجلة", end("دجل")), "دج");
        assert_eq!(without_last_word("ب"), "");
        assert_eq!(shortened("قال: «"), "قال…");
        assert_eq!(shortened(""), "…");
    }
}
