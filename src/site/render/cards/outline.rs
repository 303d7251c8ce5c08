//! Letters onto the canvas: the outlines of a line are filled as one shape, so that joined letters have no seams.

use parley::{GlyphRun, Layout, PositionedLayoutItem};
use swash::scale::ScaleContext;
use swash::scale::outline::Outline;
use swash::zeno::{Mask as Fill, Point, Verb};

use super::canvas::{Canvas, Mask};
use super::fonts::Faces;
use super::ink::Ink;
use super::{HEIGHT, WIDTH};

/// The working memory of drawing.
pub(super) struct Pen {
    scale: ScaleContext,
    glyph: Outline,
    points: Vec<Point>,
    verbs: Vec<Verb>,
    coverage: Vec<u8>,
}

impl Pen {
    pub(super) fn new() -> Self {
        Self { scale: ScaleContext::new(), glyph: Outline::new(), points: Vec::new(), verbs: Vec::new(), coverage: Vec::new() }
    }

    /// Draws the lines of a layout with its top left corner at a point.
    pub(super) fn draw(&mut self, layout: &Layout<()>, corner: Point, faces: &Faces, ink: Ink, canvas: &mut Canvas) {
        for line in layout.lines() {
            self.points.clear();
            self.verbs.clear();
            for item in line.items() {
                if let PositionedLayoutItem::GlyphRun(run) = item {
                    self.add_run(&run, corner, faces);
                }
            }
            self.fill(ink, canvas);
        }
    }

    /// Adds the outlines of a run to those of its line. A face's outlines have y upwards.
    fn add_run(&mut self, run: &GlyphRun<'_, ()>, corner: Point, faces: &Faces) {
        let Some(face) = faces.of(run.run().font()) else { return };
        let mut scaler = self.scale.builder(face).size(run.run().font_size()).build();
        for glyph in run.positioned_glyphs() {
            self.glyph.clear();
            let known = u16::try_from(glyph.id).is_ok_and(|id| scaler.scale_outline_into(id, &mut self.glyph));
            if known {
                let (x, y) = (corner.x + glyph.x, corner.y + glyph.y);
                self.points.extend(self.glyph.points().iter().map(|point| Point::new(x + point.x, y - point.y)));
                self.verbs.extend_from_slice(self.glyph.verbs());
            }
        }
    }

    /// Fills the outlines gathered, as far as they are on the canvas.
    fn fill(&mut self, ink: Ink, canvas: &mut Canvas) {
        let (xs, ys) = (self.points.iter().map(|point| point.x), self.points.iter().map(|point| point.y));
        let ((left, right), (top, bottom)) = (extent(xs, WIDTH), extent(ys, HEIGHT));
        if left >= right || top >= bottom {
            return;
        }
        let (width, height) = (right - left, bottom - top);
        self.coverage.clear();
        self.coverage.resize(width * height, 0);
        Fill::new((&self.points[..], &self.verbs[..]))
            .size(width as u32, height as u32)
            .offset((-(left as f32), -(top as f32)))
            .render_into(&mut self.coverage, None);
        canvas.ink_through(&Mask { left, top, width, coverage: &self.coverage }, ink);
    }
}

/// The whole pixels from the least to the greatest of some places, on a canvas of that many pixels.
fn extent(places: impl Iterator<Item = f32>, most: u32) -> (usize, usize) {
    let (least, greatest) = places.fold((f32::MAX, f32::MIN), |(least, greatest), place| (least.min(place), greatest.max(place)));
    let most = most as f32;
    (least.floor().clamp(0.0, most) as usize, greatest.ceil().clamp(0.0, most) as usize)
}
