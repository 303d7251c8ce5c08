//! The pixels of a card, each the index of a color.

use super::ink::{BARE, Ink};
use super::{HEIGHT, WIDTH};

/// The bytes of a row: two pixels each, as the file has them, so that nothing has to be packed in the end.
const PITCH: usize = WIDTH as usize / 2;

/// The pixels, row by row from the top left, the left one of two in the upper half of a byte.
pub(super) struct Canvas {
    pairs: Vec<u8>,
}

/// How far the pixels of a rectangle are covered by letters, row by row.
pub(super) struct Mask<'m> {
    pub(super) left: usize,
    pub(super) top: usize,
    pub(super) width: usize,
    pub(super) coverage: &'m [u8],
}

impl Canvas {
    /// Bare paper.
    pub(super) fn new() -> Self {
        Self { pairs: vec![BARE; PITCH * HEIGHT as usize] }
    }

    /// The pixels by twos, as a PNG of sixteen colors has them.
    pub(super) fn pairs(&self) -> &[u8] {
        &self.pairs
    }

    /// Fills a rectangle whose left and width are even; what of it lies outside is left out.
    pub(super) fn fill(&mut self, left: usize, top: usize, width: usize, height: usize, ink: Ink) {
        let right = ((left + width) / 2).min(PITCH);
        for row in self.pairs.chunks_exact_mut(PITCH).skip(top).take(height) {
            row[(left / 2).min(right)..right].fill(ink.full() << 4 | ink.full());
        }
    }

    /// Lays ink through a mask. Where two words of one ink touch, the darker pixel stays.
    pub(super) fn ink_through(&mut self, mask: &Mask<'_>, ink: Ink) {
        let indexes = ink.indexes();
        let rows = self.pairs.chunks_exact_mut(PITCH).skip(mask.top);
        for (row, coverage) in rows.zip(mask.coverage.chunks_exact(mask.width.max(1))) {
            for (x, &covered) in (mask.left..WIDTH as usize).zip(coverage) {
                if covered != 0 {
                    darken(&mut row[x / 2], x % 2 == 0, indexes[usize::from(covered)]);
                }
            }
        }
    }
}

/// Sets one pixel of two, unless it is darker already.
fn darken(pair: &mut u8, is_left: bool, index: u8) {
    let (left, right) = (*pair >> 4, *pair & 0x0F);
    *pair = if is_left { left.max(index) << 4 | right } else { left << 4 | right.max(index) };
}
