//! Letters onto the canvas: the outlines of a word are filled as one shape, so that joined letters have no seams.

use parley::{GlyphRun, PositionedLayoutItem};
use swash::scale::ScaleContext;
use swash::scale::outline::Outline;
use swash::zeno::{Mask as Fill, Point, Verb};

use super::canvas::{Canvas, Mask};
use super::fonts::Faces;
use super::ink::Ink;
use super::setting::Block;
use super::{HEIGHT, WIDTH};

/// The working memory of drawing.
pub(super) struct Pen {
    scale: ScaleContext,
    glyph: Outline,
    word: Shape,
}

/// The outlines of a word.
#[derive(Default)]
struct Shape {
    points: Vec<Point>,
    verbs: Vec<Verb>,
    coverage: Vec<u8>,
}

/// Where and with what a block is drawn.
pub(super) struct Place<'p> {
    /// Its top right corner.
    pub(super) corner: Point,
    pub(super) ink: Ink,
    pub(super) canvas: &'p mut Canvas,
}

impl Pen {
    pub(super) fn new() -> Self {
        Self { scale: ScaleContext::new(), glyph: Outline::new(), word: Shape::default() }
    }

    /// Draws a block.
    pub(super) fn draw(&mut self, block: &Block, faces: &Faces, place: &mut Place<'_>) {
        let left = place.corner.x - block.width();
        for (index, line) in block.layout().lines().enumerate() {
            let start = Point::new(left, place.corner.y + block.baseline(index));
            for item in line.items() {
                if let PositionedLayoutItem::GlyphRun(run) = item {
                    self.draw_run(&run, faces, (start, block.scale()), place);
                }
            }
            self.word.fill(place);
        }
    }

    /// Adds the letters of a run to the word begun, and fills it where there is a space. Not a whole line at once: what
    /// filling costs grows with the square of the edges in a row. Outlines have y upwards.
    fn draw_run(
        &mut self,
        run: &GlyphRun<'_, ()>,
        faces: &Faces,
        (start, scale): (Point, f32),
        place: &mut Place<'_>,
    ) {
        let Some(face) = faces.of(run.run().font()) else { return };
        let mut scaler = self.scale.builder(face).size(run.run().font_size() * scale).build();
        for glyph in run.positioned_glyphs() {
            self.glyph.clear();
            let known = u16::try_from(glyph.id)
                .is_ok_and(|id| scaler.scale_outline_into(id, &mut self.glyph));
            if known && !self.glyph.is_empty() {
                self.word.add(
                    &self.glyph,
                    Point::new(
                        start.x + glyph.x * scale,
                        start.y + (glyph.y - run.baseline()) * scale,
                    ),
                );
            } else {
                self.word.fill(place);
            }
        }
    }
}

impl Shape {
    fn add(&mut self, glyph: &Outline, origin: Point) {
        self.points.extend(
            glyph.points().iter().map(|point| Point::new(origin.x + point.x, origin.y - point.y)),
        );
        self.verbs.extend_from_slice(glyph.verbs());
    }

    /// Fills the outlines gathered, as far as they are on the canvas, and forgets them.
    fn fill(&mut self, place: &mut Place<'_>) {
        let (xs, ys) =
            (self.points.iter().map(|point| point.x), self.points.iter().map(|point| point.y));
        let ((left, right), (top, bottom)) = (extent(xs, WIDTH), extent(ys, HEIGHT));
        if left < right && top < bottom {
            let (width, height) = (right - left, bottom - top);
            self.coverage.clear();
            self.coverage.resize(width * height, 0);
            Fill::new((&self.points[..], &self.verbs[..]))
                .size(width as u32, height as u32)
                .offset((-(left as f32), -(top as f32)))
                .render_into(&mut self.coverage, None);
            place
                .canvas
                .ink_through(&Mask { left, top, width, coverage: &self.coverage }, place.ink);
        }
        self.points.clear();
        self.verbs.clear();
    }
}

/// The whole pixels from the least to the greatest of some places, on a canvas of that many pixels.
fn extent(places: impl Iterator<Item = f32>, most: u32) -> (usize, usize) {
    let (least, greatest) = places.fold((f32::MAX, f32::MIN), |(least, greatest), place| {
        (least.min(place), greatest.max(place))
    });
    let most = most as f32;
    (least.floor().clamp(0.0, most) as usize, greatest.ceil().clamp(0.0, most) as usize)
}
