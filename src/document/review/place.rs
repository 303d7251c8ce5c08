//! Where words stand: in their paragraph, or where that paragraph has gone.

use crate::document::Plain;
use crate::span::Span;

/// How many words of its paragraph a place quotes.
pub const BEGINS_WORDS: usize = 5;

/// Words of an article and where they stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The words, as the page shows them.
    pub text: String,
    /// Their paragraph, from 1.
    pub paragraph: usize,
    /// Which of the places where these words stand in it, from 1.
    pub occurrence: usize,
    /// The first words of the paragraph, by which it is known when others come in above it.
    pub begins: String,
}

impl Place {
    /// The place of a range of a text.
    ///
    /// ```
    /// use sijill::document::{Plain, review::Place};
    /// use sijill::span::Span;
    /// let plain = Plain::of_text("عاد الوزير\nقال الوزير إن الوزير الآخر عاد");
    /// let at = plain.text.rfind("الوزير").unwrap();
    /// let place = Place::of(&plain, Span::new(at, at + "الوزير".len()));
    /// assert_eq!((place.paragraph, place.occurrence), (2, 2));
    /// assert_eq!(place.find(&plain), Some(Span::new(at, at + "الوزير".len())));
    /// ```
    pub fn of(plain: &Plain, span: Span) -> Self {
        let number = plain.paragraph_at(span.start);
        let text = span.cut(&plain.text).to_owned();
        let Some(paragraph) = plain.paragraphs.get(number).map(|paragraph| paragraph.span) else {
            return Self { text, paragraph: 1, occurrence: 1, begins: String::new() };
        };
        let before = paragraph.cut(&plain.text)[..span.start - paragraph.start].to_owned();
        let whole = paragraph.cut(&plain.text);
        let occurrence = starts(whole, &text).take_while(|&at| at <= before.len()).count();
        Self { text, paragraph: number + 1, occurrence: occurrence.max(1), begins: begins(whole) }
    }

    /// The range of these words: in the paragraph that begins as quoted, else in the one of that number, else in the
    /// nearest that has them.
    pub fn find(&self, plain: &Plain) -> Option<Span> {
        if self.text.is_empty() {
            return None;
        }
        let number = self.paragraph.saturating_sub(1);
        let candidates = plain.paragraphs.iter().enumerate().filter_map(|(at, paragraph)| {
            let whole = paragraph.span.cut(&plain.text);
            let first = starts(whole, &self.text).next()?;
            let is_known = !self.begins.is_empty() && begins(whole) == self.begins;
            let start =
                starts(whole, &self.text).nth(self.occurrence.saturating_sub(1)).unwrap_or(first)
                    + paragraph.span.start;
            Some(((!is_known, at.abs_diff(number), at), start))
        });
        let (_, start) = candidates.min_by_key(|(rank, _)| *rank)?;
        Some(Span::new(start, start + self.text.len()))
    }
}

/// The first words of a paragraph.
fn begins(paragraph: &str) -> String {
    paragraph.split_whitespace().take(BEGINS_WORDS).collect::<Vec<_>>().join(" ")
}

/// Where words stand in a text as whole words or parts of them, one after the other.
fn starts<'t>(text: &'t str, words: &'t str) -> impl Iterator<Item = usize> + 't {
    text.match_indices(words).map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_again_when_paragraphs_come_in_above_them() {
        let before = Plain::of_text("عاد سامي أمس\nقال سامي إن العمل بدأ اليوم");
        let at = before.text.rfind("سامي").unwrap();
        let place = Place::of(&before, Span::new(at, at + "سامي".len()));
        let found = |text: &str| {
            let plain = Plain::of_text(text);
            place.find(&plain).map(|span| plain.paragraph_at(span.start))
        };
        assert_eq!(found("مقدمة\nعاد سامي أمس\nقال سامي إن العمل بدأ اليوم"), Some(2));
        assert_eq!(found("عاد سامي أمس\nوأكد سامي ذلك"), Some(1));
        assert_eq!(found("عاد سامي أمس"), Some(0));
        assert_eq!(found("عاد هشام أمس"), None);
    }
}
