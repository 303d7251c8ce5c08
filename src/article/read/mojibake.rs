//! UTF-8 that was read in another encoding and saved again: «Ø§Ù„Ø¹Ø±Ø§Ù‚» and «ط§ظ„ط¹ط±ط§ظ‚» are «العراق».
//!
//! A line is put back into the bytes that it was read from; where these are Arabic in UTF-8, it was one. Lines that are
//! right stay as they are.

use encoding_rs::{Encoding, WINDOWS_1252, WINDOWS_1256};

use crate::arabic::chars::is_arabic_letter;

/// Of so many letters one may be lost where a line is repaired: a no-break space that became a space.
const LOST_OF: usize = 12;

/// So many lines that could be repaired make a text one of this kind; one alone may be an example.
const ENOUGH: usize = 40;

/// The text repaired, and the encoding in which it was read by mistake; nothing where nothing is to be repaired.
pub(super) fn repaired(text: &str) -> Option<(String, &'static str)> {
    [WINDOWS_1252, WINDOWS_1256].into_iter().find_map(|encoding| {
        let mut letters = 0;
        let lines = text.split('\n').map(|line| match back(line, encoding) {
            Some(line) => {
                letters += line.chars().filter(|&c| is_arabic_letter(c)).count();
                line
            }
            None => line.to_owned(),
        });
        let whole = lines.collect::<Vec<_>>().join("\n");
        (letters >= ENOUGH).then(|| (whole, encoding.name()))
    })
}

/// A line as it was before it was read in `encoding`, where it was Arabic.
fn back(line: &str, encoding: &'static Encoding) -> Option<String> {
    if !is_suspect(line, encoding) {
        return None;
    }
    let bytes = bytes_in(line, encoding)?;
    let before = String::from_utf8_lossy(&bytes);
    let count = |wanted: fn(char) -> bool| before.chars().filter(|&c| wanted(c)).count();
    let (arabic, lost) = (count(is_arabic_letter), count(|c| c == '\u{FFFD}'));
    (arabic > 0 && lost * LOST_OF <= arabic).then(|| before.into_owned())
}

/// The bytes of a line in an encoding; nothing where it has letters that the encoding has not.
///
/// What was read as ISO-8859-1 has controls where windows-1252 has marks: «Ù\u{84}» and «Ù„» are both of «ل».
fn bytes_in(line: &str, encoding: &'static Encoding) -> Option<Vec<u8>> {
    let is_control = |c: char| encoding == WINDOWS_1252 && matches!(c, '\u{80}'..='\u{9F}');
    let mut bytes = Vec::with_capacity(line.len());
    for piece in line.split_inclusive(is_control) {
        let control = piece.chars().next_back().filter(|&c| is_control(c));
        let rest = &piece[..piece.len() - control.map_or(0, char::len_utf8)];
        let (written, _, has_lost) = encoding.encode(rest);
        if has_lost {
            return None;
        }
        bytes.extend_from_slice(&written);
        bytes.extend(control.and_then(|c| u8::try_from(u32::from(c)).ok()));
    }
    Some(bytes)
}

/// Whether a line may be such: the first byte of every Arabic letter is one of two, each read as one letter.
fn is_suspect(line: &str, encoding: &'static Encoding) -> bool {
    let leads: [char; 2] = if encoding == WINDOWS_1256 { ['ط', 'ظ'] } else { ['Ø', 'Ù'] };
    let (mut lead, mut wide) = (0_usize, 0_usize);
    for c in line.chars().filter(|c| !c.is_ascii()) {
        lead += usize::from(leads.contains(&c));
        wide += 1;
    }
    // Every second sign is a lead, but for marks and dashes of three bytes.
    lead >= 2 && lead * 5 >= wide * 2
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "أعلن المتحدث الرسمي أن المعرض الدولي للكتاب يفتح أبوابه اليوم، وأن «الدخول» إليه بلا رسوم — مجانًا.";

    #[test]
    fn what_was_read_wrongly_is_read_rightly() {
        for encoding in [WINDOWS_1252, WINDOWS_1256] {
            let (wrong, _) = encoding.decode_without_bom_handling(TEXT.as_bytes());
            let page = format!("<p>title</p>\n{wrong}\n");
            let (right, name) = repaired(&page).unwrap_or_else(|| panic!("{wrong}"));
            assert_eq!((right, name), (format!("<p>title</p>\n{TEXT}\n"), encoding.name()));
        }
    }

    #[test]
    fn what_was_read_as_latin_1_is_read_rightly() {
        let wrong: String = TEXT.bytes().map(char::from).collect();
        let right = repaired(&format!("{wrong}\n")).map(|(text, _)| text);
        assert_eq!(right, Some(format!("{TEXT}\n")));
    }

    #[test]
    fn what_is_right_stays() {
        for text in
            [TEXT, "ظلّ طه يطلب حظًّا وظفرًا طوال الطريق، وظنّ أن الظلام يطول", "Øresund og Ærø, Ù", ""]
        {
            assert_eq!(repaired(text), None, "{text}");
        }
    }
}
