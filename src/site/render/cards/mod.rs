//! The picture that a link to a page shows elsewhere: a PNG of 1200 × 630 pixels, Arabic set from the right.
//!
//! In: a [`Card`], the words of one page. Out: the bytes of its picture. Nothing is read from the machine: the
//! faces are in the program, so the same words give the same bytes, in whatever thread.
//!
//! 1. `text` takes out what can't be shown, and isolates runs that go from left to right;
//! 2. `setting` shapes and wraps (parley), steps the size down, cuts what is too long at a word;
//! 3. `sheet` puts the spine, the title and the lines in their places;
//! 4. `outline` fills the outlines of a line (swash) onto the `canvas`, whose colors are in `ink`;
//! 5. `pack` makes a PNG of it.

mod canvas;
mod fonts;
mod ink;
mod outline;
mod pack;
mod setting;
mod sheet;
mod text;

#[cfg(test)]
mod tests;

pub use ink::Accent;

use std::cell::RefCell;

/// The width of a card in pixels, for `og:image:width`.
pub const WIDTH: u32 = 1200;

/// The height of a card in pixels, for `og:image:height`.
pub const HEIGHT: u32 = 630;

/// The words of one card. Any of them may be empty or odd: a card comes out all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Card<'t> {
    /// Above the title, on one line: the dossier and the kind of page («ملف الحوار · مادة»).
    pub kicker: &'t str,
    /// The title: up to four lines, smaller the longer it is, and cut at a word with «…» where that is not enough.
    pub title: &'t str,
    /// Below the title, each on a line of its own and cut to it: date, outlet, counts. The first three are shown.
    pub lines: &'t [&'t str],
    /// The color of the spine and of the kicker.
    pub accent: Accent,
}

/// What is set up once and serves for many cards: the faces and the working memory of layout and outlines.
pub struct Cards {
    setter: setting::Setter,
    pen: outline::Pen,
}

impl Cards {
    /// Reads the faces: 0.1 ms, a hundredth of a card.
    pub fn new() -> Self {
        Self { setter: setting::Setter::new(), pen: outline::Pen::new() }
    }

    /// The picture of a card, as the bytes of a PNG file.
    ///
    /// ```
    /// use sijill::site::render::cards::{Accent, Card, Cards};
    /// let card = Card { kicker: "ملف المياه · حدث", title: "اتفاق على تقاسم مياه النهر", lines: &["7 نيسان 2021"], accent: Accent::River };
    /// let mut cards = Cards::new();
    /// assert!(cards.png(&card).starts_with(b"\x89PNG"));
    /// assert_eq!(cards.png(&card), Cards::new().png(&card));
    /// ```
    pub fn png(&mut self, card: &Card<'_>) -> Vec<u8> {
        pack::png(&self.draw(card), card.accent)
    }

    /// The card before it is packed.
    fn draw(&mut self, card: &Card<'_>) -> canvas::Canvas {
        sheet::draw(card, &mut self.setter, &mut self.pen)
    }
}

impl Default for Cards {
    fn default() -> Self {
        Self::new()
    }
}

/// The picture of a card, by the [`Cards`] that the calling thread keeps.
pub fn png(card: &Card<'_>) -> Vec<u8> {
    thread_local! {
        static CARDS: RefCell<Cards> = RefCell::new(Cards::new());
    }
    CARDS.with_borrow_mut(|cards| cards.png(card))
}
