//! Where things stand on a card.
//!
//! A spine along the right edge; right of the column, from the top: the kicker, the title in the middle of what
//! is left, a rule, and the quiet lines at the foot.

use swash::zeno::Point;

use super::canvas::Canvas;
use super::ink::Ink;
use super::outline::Pen;
use super::setting::{Block, Setter, Style};
use super::{Card, HEIGHT, WIDTH};

/// The spine, in pixels from the right edge.
const SPINE: usize = 24;
/// Between the spine and the text.
const GUTTER: usize = 64;
/// Left of the text.
const EDGE: usize = 88;
/// Above the kicker and below the last line.
const HEAD: f32 = 52.0;
const FOOT: f32 = 44.0;
/// Least space around the title.
const AROUND: f32 = 8.0;
/// Between the rule and the lines below it.
const UNDER_RULE: f32 = 18.0;

const RIGHT: usize = WIDTH as usize - SPINE - GUTTER;
const COLUMN: usize = RIGHT - EDGE;

const KICKER: Style = Style { size: 32.0, line_height: 52.0, bold: true, width: COLUMN as f32, most_lines: 1 };
const LINE: Style = Style { size: 30.0, line_height: 48.0, bold: false, width: COLUMN as f32, most_lines: 1 };
/// More lines than this leave the title no room.
const MOST_LINES: usize = 3;

/// The sizes that a title may have, in pixels.
const TITLE_SIZES: [f32; 5] = [80.0, 70.0, 62.0, 54.0, 47.0];
const TITLE_LINES: usize = 4;
/// Baseline to baseline in ems: room for tashkeel above and tails below.
const TITLE_LEAD: f32 = 1.5;

/// The whole card.
pub(super) fn draw(card: &Card<'_>, setter: &mut Setter, pen: &mut Pen) -> Canvas {
    let mut canvas = Canvas::new();
    canvas.fill(WIDTH as usize - SPINE, 0, SPINE, HEIGHT as usize, Ink::Accent);

    let kicker = setter.set(card.kicker, &[KICKER]);
    let lines: Vec<Block> = card.lines.iter().filter_map(|line| setter.set(line, &[LINE])).take(MOST_LINES).collect();
    let top = HEAD + kicker.as_ref().map_or(0.0, height);
    let foot = HEIGHT as f32 - FOOT - lines.iter().map(height).sum::<f32>();
    let bottom = if lines.is_empty() { HEIGHT as f32 - HEAD } else { foot - UNDER_RULE };
    let title = setter.set(card.title, &title_styles(bottom - top - 2.0 * AROUND));

    let mut put = |block: &Block, top: f32, ink| {
        let corner = Point::new(RIGHT as f32 - block.width, top);
        pen.draw(&block.layout, corner, &setter.faces, ink, &mut canvas);
    };
    if let Some(kicker) = &kicker {
        put(kicker, HEAD, Ink::Accent);
    }
    if let Some(title) = &title {
        put(title, f32::midpoint(top, bottom - height(title)).round(), Ink::Text);
    }
    lines.iter().fold(foot, |top, line| {
        put(line, top, Ink::Quiet);
        top + height(line)
    });
    if !lines.is_empty() {
        canvas.fill(EDGE, bottom as usize, COLUMN, 2, Ink::Line);
    }
    canvas
}

/// From the largest size down, each with as many lines as the room has.
fn title_styles(room: f32) -> [Style; TITLE_SIZES.len()] {
    TITLE_SIZES.map(|size| {
        let line_height = (size * TITLE_LEAD).round();
        let most_lines = ((room / line_height) as usize).clamp(1, TITLE_LINES);
        Style { size, line_height, bold: true, width: COLUMN as f32, most_lines }
    })
}

fn height(block: &Block) -> f32 {
    block.layout.height()
}
