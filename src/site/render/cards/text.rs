//! What of a text can be set: one line without controls, with its left-to-right runs isolated.

use parley::BaseDirection;

use crate::arabic::bidi::{self, Direction};

/// No card shows more of one text than this; what is longer would only be shaped to be cut.
const LONGEST_CHARS: usize = 400;

/// More marks than this on one letter are no tashkeel.
const MOST_MARKS: usize = 3;

/// A text as one line of what can be shown: white space folded into one space, controls and overrides of direction
/// gone, signs that no face has (pictographs) gone. A letter that no face has stays, and shows as a box.
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
        if marks > MOST_MARKS || !(c.is_alphanumeric() || have(c)) {
            continue;
        }
        if std::mem::take(&mut space) {
            shown.push(' ');
        }
        shown.push(c);
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
