//! Repairs for showing: a reader sees the same words, without the scars of copying.
//!
//! One pass, in which what needs no repair is copied in runs. The repairs, each in
//! its own file:
//!
//! - [`marks`]: NFC; «أيضاً» and «أيضًا» are each the rule of some house and stay apart
//! - [`forms`]: presentation forms become letters
//! - [`invisible`]: bidi controls, zero-width and control characters fall away, odd spaces become spaces
//! - [`tatweel`]: the stroke inside words falls away; «هـ», «الـ60» and «بـ «…»» keep theirs
//! - [`lookalikes`]: ی ک ہ of other languages in Arabic words become ي ى ك ه
//! - [`punctuation`]: , ; ? between Arabic words become ، ؛ ؟
//!
//! What is lossy stands in [`fold`](super::fold), not here.

mod forms;
mod invisible;
mod lookalikes;
mod marks;
mod punctuation;
mod tatweel;

use super::chars::{TATWEEL, is_tashkeel};
use super::scan::{LOW, quiet_until};
use crate::span::{Mapped, SourceMap};

/// Repairs a text and keeps the way back.
///
/// Normalizing twice changes nothing the second time, and the result is in NFC.
///
/// ```
/// use sijill::arabic::normalize::normalize;
/// let made = normalize("وصل اليـــوم إلى بغداد, فی\u{00A0}زیارة تستمر يوماً واحداً");
/// assert_eq!(made.text, "وصل اليوم إلى بغداد، في زيارة تستمر يوماً واحداً");
/// // Words that copying left alone stay as they are, dots too.
/// assert_eq!(normalize("بغداد.. جولة ثالثة").text, "بغداد.. جولة ثالثة");
/// ```
pub fn normalize(text: &str) -> Mapped {
    let mut pass = Pass::new(text);
    pass.run();
    pass.map.close(pass.made.len(), text.len());
    Mapped { text: pass.made, map: pass.map }
}

/// The characters that never need a repair by themselves, of those with one or two bytes.
static QUIET: [bool; LOW] = {
    let mut quiet = [false; LOW];
    let mut code = 0;
    while code < LOW {
        if let Some(c) = char::from_u32(code as u32) {
            quiet[code] = is_quiet(c);
        }
        code += 1;
    }
    quiet
};

const fn is_quiet(c: char) -> bool {
    match c {
        '\n' | '\t' => true,
        ',' | ';' | '?' => false,
        ' '..='~' => true,
        '\u{00A1}'..='\u{02FF}' => c != '\u{00AD}',
        '\u{0600}'..='\u{06FF}' => {
            !is_tashkeel(c)
                && !invisible::falls_away(c)
                && !lookalikes::is_lookalike(c)
                && c != TATWEEL
        }
        _ => false,
    }
}

/// The state of the one pass.
struct Pass<'t> {
    text: &'t str,
    /// All before this byte of `text` is done.
    at: usize,
    made: String,
    map: SourceMap,
    word: lookalikes::WordAround,
}

impl<'t> Pass<'t> {
    fn new(text: &'t str) -> Self {
        let mut map = SourceMap::default();
        map.anchor(0, 0);
        Self {
            text,
            at: 0,
            made: String::with_capacity(text.len() + text.len() / 16),
            map,
            word: lookalikes::WordAround::default(),
        }
    }

    fn run(&mut self) {
        loop {
            let start = self.at;
            let loud = quiet_until(&QUIET, self.text.as_bytes(), start);
            let Some(c) = marks::char_at(self.text, loud) else {
                self.made.push_str(&self.text[start..]);
                return;
            };
            let base = self.text[start..loud].chars().next_back();
            if let Some(base) =
                base.filter(|&base| marks::next_mark(self.text, loud, base).is_some())
            {
                // The last letter of the run has marks: both are repaired together.
                let letter = loud - base.len_utf8();
                self.made.push_str(&self.text[start..letter]);
                self.emit(letter, loud, base.encode_utf8(&mut [0; 4]));
                continue;
            }
            self.made.push_str(&self.text[start..loud]);
            self.repair(c, loud);
        }
    }

    /// Repairs the character `c`, which stands at `at`, and goes on behind it.
    fn repair(&mut self, c: char, at: usize) {
        let end = at + c.len_utf8();
        if let Some(behind) = invisible::dropped(self.text, at) {
            self.map.anchor(self.made.len(), behind);
            self.at = behind;
        } else if let Some(shown) = invisible::shown(self.text, at) {
            self.emit(at, end, shown);
        } else if c == TATWEEL {
            let (kept, behind) = tatweel::kept(self.text, at, &self.made);
            self.put(at, behind, &kept);
            self.at = behind;
        } else if let Some(shown) =
            punctuation::repaired(c, self.made.chars().next_back(), &self.text[end..])
        {
            self.emit(at, end, shown.encode_utf8(&mut [0; 4]));
        } else if forms::is_form(c) {
            let letters = forms::marks(c).map_or_else(|| forms::letters(c), str::to_owned);
            let shown: String = letters.chars().map(|letter| self.letter(letter, at)).collect();
            self.emit(at, end, &shown);
        } else {
            let shown = self.letter(c, at);
            self.emit(at, end, shown.encode_utf8(&mut [0; 4]));
        }
    }

    /// What a letter of the word around `at` is to be.
    fn letter(&mut self, letter: char, at: usize) -> char {
        if lookalikes::is_lookalike(letter) {
            self.word.repaired(letter, self.text, at)
        } else {
            letter
        }
    }

    /// Writes what stands for `[start, end)`, together with the marks behind it, in NFC.
    fn emit(&mut self, start: usize, end: usize, shown: &str) {
        // A form can hold a letter with its mark, such as the alef with tanwin.
        let letters = shown.trim_end_matches(is_tashkeel);
        let base = letters.chars().next_back().unwrap_or(' ');
        let (further, behind) = marks::collect(self.text, end, base);
        let marks = [&shown[letters.len()..], &further].concat();
        self.at = behind;
        if marks.is_empty() {
            let composed = marks::composed(letters);
            return self.put(start, behind, &composed);
        }
        let whole = [letters, &marks].concat();
        if marks::is_settled(base, &marks) {
            self.put(start, behind, &whole);
        } else {
            self.put(start, behind, &marks::composed(&whole));
        }
    }

    /// Leads every border inside what was made since `before` back to `start`, and its end to `end`.
    fn anchor_inside(&mut self, before: usize, start: usize, end: usize) {
        for (inner, _) in self.made[before..].char_indices().skip(1) {
            self.map.anchor(before + inner, start);
        }
        self.map.anchor(self.made.len(), end);
    }

    /// Appends what stands for `[start, end)` of the source, and says so to the map.
    fn put(&mut self, start: usize, end: usize, shown: &str) {
        let source = &self.text[start..end];
        let before = self.made.len();
        self.made.push_str(shown);
        if source.chars().map(char::len_utf8).eq(shown.chars().map(char::len_utf8)) {
            return;
        }
        self.anchor_inside(before, start, end);
    }
}

#[cfg(test)]
mod tests;
