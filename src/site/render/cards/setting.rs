//! Text into lines: shaped, wrapped, balanced, cut.

use parley::style::{FontWeight, LineHeight, OverflowWrap, StyleProperty};
use parley::{Alignment, AlignmentOptions, FontContext, Layout, LayoutContext};

use super::fonts::{self, Faces};
use super::text;

/// How a text is to be set.
#[derive(Clone, Copy)]
pub(super) struct Style {
    /// Pixels to the em.
    pub(super) size: f32,
    /// The distance of two baselines in pixels.
    pub(super) line_height: f32,
    pub(super) bold: bool,
    /// The width of the column in pixels.
    pub(super) width: f32,
    pub(super) most_lines: usize,
}

/// A text in lines, each flush right in a column that may be narrower than the style's.
pub(super) struct Block {
    pub(super) layout: Layout<()>,
    /// The width of the column in pixels.
    pub(super) width: f32,
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
    pub(super) fn set(&mut self, source: &str, styles: &[Style]) -> Option<Block> {
        let text = text::shown(source, |c| self.faces.have(c));
        let (&last, _) = styles.split_last().filter(|_| !text.is_empty())?;
        let whole = styles.iter().find_map(|&style| self.fitting(&text, style));
        whole.or_else(|| self.cut(&text, last))
    }

    /// The text, if it fits.
    fn fitting(&mut self, text: &str, style: Style) -> Option<Block> {
        let mut layout = self.shape(text, style);
        layout.break_all_lines(Some(style.width));
        (layout.len() <= style.most_lines).then(|| balanced(layout, style.width))
    }

    /// As many words as fit with «…» behind them; of a single endless word as many letters.
    fn cut(&mut self, text: &str, style: Style) -> Option<Block> {
        let words: Vec<usize> = text.match_indices(' ').map(|(at, _)| at).collect();
        let letters = || text.char_indices().map(|(at, _)| at).skip(1).collect::<Vec<_>>();
        self.longest(text, &words, style).or_else(|| self.longest(text, &letters(), style))
    }

    /// The longest of the beginnings of a text that fits, by halving.
    fn longest(&mut self, text: &str, ends: &[usize], style: Style) -> Option<Block> {
        let (mut low, mut high) = (0, ends.len());
        let mut best = None;
        while low < high {
            let middle = low.midpoint(high);
            match self.fitting(&shortened(&text[..ends[middle]]), style) {
                Some(block) => (best, low) = (Some(block), middle + 1),
                None => high = middle,
            }
        }
        best
    }

    fn shape(&mut self, text: &str, style: Style) -> Layout<()> {
        let (text, direction) = text::directed(text);
        let mut builder = self.layouts.ranged_builder(&mut self.fonts, &text, 1.0, true);
        builder.set_base_direction(direction);
        builder.push_default(fonts::families());
        builder.push_default(StyleProperty::FontSize(style.size));
        builder.push_default(StyleProperty::FontWeight(if style.bold { FontWeight::BOLD } else { FontWeight::NORMAL }));
        builder.push_default(StyleProperty::LineHeight(LineHeight::Absolute(style.line_height)));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        builder.build(&text)
    }
}

/// A beginning of a text with «…» behind it instead of a mark that now leads nowhere.
fn shortened(start: &str) -> String {
    let kept = start.trim_end_matches([' ', '،', '؛', ':', '-', '–', '—', '.', '«', '(', '…']);
    format!("{kept}…")
}

/// The same number of lines in the narrowest column that gives it, so that no word stands alone at the end.
fn balanced(mut layout: Layout<()>, width: f32) -> Block {
    const STEPS: usize = 6;
    let lines = layout.len();
    let (mut narrow, mut wide) = (width / 2.0, width);
    for _ in 0..if lines > 1 { STEPS } else { 0 } {
        let middle = f32::midpoint(narrow, wide);
        layout.break_all_lines(Some(middle));
        if layout.len() > lines { narrow = middle } else { wide = middle }
    }
    layout.break_all_lines(Some(wide));
    layout.align(Alignment::Right, AlignmentOptions::default());
    Block { layout, width: wide }
}
