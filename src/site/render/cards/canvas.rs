//! The pixels of a card, each the index of a color.

use super::ink::{BARE, Ink};
use super::{HEIGHT, WIDTH};

/// The pixels, row by row from the top left.
pub(super) struct Canvas {
    pixels: Vec<u8>,
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
        Self { pixels: vec![BARE; WIDTH as usize * HEIGHT as usize] }
    }

    pub(super) fn pixels(&self) -> &[u8] {
        &self.pixels
    }

    /// Fills a rectangle; what of it lies outside is left out.
    pub(super) fn fill(&mut self, left: usize, top: usize, width: usize, height: usize, ink: Ink) {
        let right = (left + width).min(WIDTH as usize);
        for row in self.pixels.chunks_exact_mut(WIDTH as usize).skip(top).take(height) {
            row[left.min(right)..right].fill(ink.full());
        }
    }

    /// Lays ink through a mask. Where two lines of one ink touch, the darker pixel stays.
    pub(super) fn ink_through(&mut self, mask: &Mask<'_>, ink: Ink) {
        let indexes = ink.indexes();
        let rows = self.pixels.chunks_exact_mut(WIDTH as usize).skip(mask.top);
        for (row, coverage) in rows.zip(mask.coverage.chunks_exact(mask.width.max(1))) {
            for (pixel, &covered) in row[mask.left..].iter_mut().zip(coverage) {
                if covered != 0 {
                    *pixel = (*pixel).max(indexes[usize::from(covered)]);
                }
            }
        }
    }
}
