//! Whether a text speaks to the outlet that published it: «قال رئيس الجمعية لراديو الضفة», «علم «ميناء الخبر»».

use crate::arabic::fold::folded;
use crate::arabic::lexicon::{ISSUED_TO, is};

/// Whether one of some texts speaks to whoever is called so.
pub(super) fn is_spoken_to<'t>(name: &str, mut texts: impl Iterator<Item = &'t str>) -> bool {
    let name = plain(name);
    texts.any(|text| speaks_to(&plain(text), &name))
}

/// A line as it is compared: folded, without quotation marks.
pub(super) fn plain(line: &str) -> String {
    let bare: String =
        line.chars().filter(|c| !matches!(c, '«' | '»' | '"' | '“' | '”' | 'ـ')).collect();
    folded(&bare)
}

/// Whether a name stands in a text behind «لـ», or as whoever got or saw something: «علم «ميناء الخبر»».
pub(super) fn speaks_to(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let before = &text[..at];
        let is_whole = !text[at + name.len()..].starts_with(char::is_alphabetic);
        let lead = before.strip_suffix('ل').or_else(|| before.strip_suffix("ل "));
        let is_spoken_to = lead.is_some_and(|lead| lead.ends_with(' '));
        let got = before.trim_end().rsplit(' ').next().unwrap_or_default();
        is_whole && (is_spoken_to || is(got, ISSUED_TO))
    })
}
