//! Where things stand on a card.
//!
//! A spine along the right edge; left of it, from the top: the kicker, the title in the middle of what
//! is left, a rule, and the quiet lines at the foot.

use swash::zeno::Point;

use super::canvas::Canvas;
use super::ink::Ink;
use super::outline::{Pen, Place};
use super::setting::{Block, Setter, Style, Weight};
use super::{Card, HEIGHT, WIDTH};

/// The spine, in pixels from the right edge.
const SPINE: usize = 24;
/// Between the spine and the text.
const GUTTER: usize = 64;
/// Left of the text.
pub(super) const EDGE: usize = 88;
/// Above the kicker and below the last line.
const HEAD: f32 = 52.0;
const FOOT: f32 = 44.0;
/// Least space around the title.
const AROUND: f32 = 8.0;
/// Between the rule and the lines below it.
const UNDER_RULE: f32 = 18.0;

/// Where each line begins.
pub(super) const RIGHT: usize = WIDTH as usize - SPINE - GUTTER;
const COLUMN: usize = RIGHT - EDGE;

const KICKER: Style = Style { size: 32.0, line_height: 52.0, width: COLUMN as f32, most_lines: 1 };
const LINE: Style = Style { size: 30.0, line_height: 48.0, width: COLUMN as f32, most_lines: 1 };
/// More lines than this leave the title no room.
const MOST_LINES: usize = 3;

/// The sizes that a title may have, in pixels, and the most lines of each: a name or the word for a list stands large.
const TITLE_SIZES: [(f32, usize); 6] =
    [(104.0, 1), (80.0, 4), (70.0, 4), (62.0, 4), (54.0, 4), (47.0, 4)];
/// Baseline to baseline in ems: room for tashkeel above and tails below.
const TITLE_LEAD: f32 = 1.5;

/// The whole card.
pub(super) fn draw(card: &Card<'_>, setter: &mut Setter, pen: &mut Pen) -> Canvas {
    let mut canvas = Canvas::new();
    canvas.fill(WIDTH as usize - SPINE, 0, SPINE, HEIGHT as usize, Ink::Accent);

    let kicker = setter.set(card.kicker, Weight::Bold, &[KICKER]);
    let lines: Vec<Block> = card
        .lines
        .iter()
        .filter_map(|line| setter.set(line, Weight::Regular, &[LINE]))
        .take(MOST_LINES)
        .collect();
    let top = HEAD + kicker.as_ref().map_or(0.0, Block::height);
    let foot = HEIGHT as f32 - FOOT - lines.iter().map(Block::height).sum::<f32>();
    let bottom = if lines.is_empty() { HEIGHT as f32 - HEAD } else { foot - UNDER_RULE };
    let title = setter.set(card.title, Weight::Bold, &title_styles(bottom - top - 2.0 * AROUND));

    let mut put = |block: &Block, top: f32, ink| {
        pen.draw(
            block,
            &setter.faces,
            &mut Place { corner: Point::new(RIGHT as f32, top), ink, canvas: &mut canvas },
        );
    };
    if let Some(kicker) = &kicker {
        put(kicker, HEAD, Ink::Accent);
    }
    if let Some(title) = &title {
        put(title, f32::midpoint(top, bottom - title.height()).round(), Ink::Text);
    }
    lines.iter().fold(foot, |top, line| {
        put(line, top, Ink::Quiet);
        top + line.height()
    });
    if !lines.is_empty() {
        canvas.fill(EDGE, bottom as usize, COLUMN, 2, Ink::Line);
    }
    canvas
}

/// From the largest size down, each with as many lines as the room has.
fn title_styles(room: f32) -> [Style; TITLE_SIZES.len()] {
    TITLE_SIZES.map(|(size, most_lines)| {
        let line_height = (size * TITLE_LEAD).round();
        let most_lines = ((room / line_height) as usize).clamp(1, most_lines);
        Style { size, line_height, width: COLUMN as f32, most_lines }
    })
}
