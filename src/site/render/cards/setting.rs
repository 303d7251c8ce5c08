//! Text into lines: shaped, wrapped, balanced, cut.

use parley::style::{FontWeight, OverflowWrap, StyleProperty};
use parley::{Alignment, AlignmentOptions, FontContext, Layout, LayoutContext};

use super::fonts::{self, Faces};
use super::text;

/// The size at which every text is shaped, once; outlines without hinting look the same at any size.
const SHAPED_SIZE: f32 = 64.0;

/// How a text is to be set. Lengths are in pixels.
#[derive(Clone, Copy)]
pub(super) struct Style {
    /// To the em.
    pub(super) size: f32,
    /// From one baseline to the next.
    pub(super) line_height: f32,
    /// The column.
    pub(super) width: f32,
    pub(super) most_lines: usize,
}

impl Style {
    /// From shaped lengths to pixels.
    pub(super) fn scale(&self) -> f32 {
        self.size / SHAPED_SIZE
    }
}

/// A text in lines, each flush right.
pub(super) struct Block {
    layout: Layout<()>,
    /// The width that the lines were broken at, as shaped.
    width: f32,
    style: Style,
}

impl Block {
    /// The lines, as shaped: x counts from the left of a column of [`Block::width`].
    pub(super) fn layout(&self) -> &Layout<()> {
        &self.layout
    }

    /// From shaped lengths to pixels.
    pub(super) fn scale(&self) -> f32 {
        self.style.scale()
    }

    /// The width of its column in pixels.
    pub(super) fn width(&self) -> f32 {
        self.width * self.scale()
    }

    /// The height of its lines in pixels.
    pub(super) fn height(&self) -> f32 {
        self.layout.len() as f32 * self.style.line_height
    }

    /// The baseline of a line, in whole pixels from the top. Naskh reaches further up than down.
    pub(super) fn baseline(&self, line: usize) -> f32 {
        ((line as f32 + 0.5) * self.style.line_height + 0.22 * self.style.size).round()
    }
}

/// The weight of a text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Bold,
}

/// The faces and the working memory of layout.
pub(super) struct Setter {
    fonts: FontContext,
    layouts: LayoutContext<()>,
    pub(super) faces: Faces,
}

impl Setter {
    pub(super) fn new() -> Self {
        Self { fonts: fonts::context(), layouts: LayoutContext::new(), faces: Faces::new() }
    }

    /// The text in the first of the styles that holds it, or cut to the last one. Nothing where nothing can be shown.
    pub(super) fn set(&mut self, source: &str, weight: Weight, styles: &[Style]) -> Option<Block> {
        let text = text::shown(source, |c| self.faces.have(c));
        let &last = styles.last().filter(|_| !text.is_empty())?;
        let mut layout = self.shape(&text, weight);
        for &style in styles {
            if broken(&mut layout, style) <= style.most_lines {
                return Some(balanced(layout, style));
            }
        }
        let end = layout.get(last.most_lines - 1).map_or(0, |line| line.text_range().end);
        self.cut(text::whole_words(&text, text::undirected(&text, end)), weight, last)
    }

    /// A text that fills the column, with words dropped until there is room for «…»; of a single endless word, letters.
    fn cut(&mut self, full: &str, weight: Weight, style: Style) -> Option<Block> {
        let mut kept = full;
        while !kept.is_empty() {
            let mut layout = self.shape(&text::shortened(kept), weight);
            if broken(&mut layout, style) <= style.most_lines {
                return Some(balanced(layout, style));
            }
            kept = text::without_last_word(kept);
        }
        None
    }

    fn shape(&mut self, text: &str, weight: Weight) -> Layout<()> {
        let (text, direction) = text::directed(text);
        let mut builder = self.layouts.ranged_builder(&mut self.fonts, &text, 1.0, false);
        builder.set_base_direction(direction);
        builder.push_default(fonts::families());
        builder.push_default(StyleProperty::FontSize(SHAPED_SIZE));
        builder.push_default(StyleProperty::FontWeight(if weight == Weight::Bold {
            FontWeight::BOLD
        } else {
            FontWeight::NORMAL
        }));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        builder.build(&text)
    }
}

/// How many lines the text takes in the column of a style. The shapes stay as they are.
fn broken(layout: &mut Layout<()>, style: Style) -> usize {
    layout.break_all_lines(Some(style.width / style.scale()));
    layout.len()
}

/// The same lines in the narrowest column that gives no more of them, so that no word stands alone at the end.
fn balanced(mut layout: Layout<()>, style: Style) -> Block {
    const STEPS: usize = 6;
    let lines = layout.len();
    let full = style.width / style.scale();
    let (mut narrow, mut wide) = (full / 2.0, full);
    for _ in 0..if lines > 1 { STEPS } else { 0 } {
        let middle = f32::midpoint(narrow, wide);
        layout.break_all_lines(Some(middle));
        if layout.len() > lines {
            narrow = middle;
        } else {
            wide = middle;
        }
    }
    layout.break_all_lines(Some(wide));
    layout.align(Alignment::Right, AlignmentOptions::default());
    Block { layout, width: wide, style }
}
