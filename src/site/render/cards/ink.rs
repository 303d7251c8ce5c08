//! The colors of a card: the tokens of the theme's light side, and the palette that a picture takes from them.

type Rgb = [u8; 3];

/// `--paper`.
const PAPER: Rgb = [0xFB, 0xFA, 0xF6];
/// `--ink`.
const INK: Rgb = [0x1B, 0x1A, 0x17];
/// `--quiet`.
const QUIET: Rgb = [0x5F, 0x5A, 0x50];
/// `--line`.
const LINE: Rgb = [0xDA, 0xD4, 0xC7];

/// The one color of a card beside ink; the kicker says in words what it stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Accent {
    /// `--accent`: the teal of every page.
    #[default]
    River,
    /// `--doubt`: what is disputed or inferred.
    Doubt,
    /// `--editor`: what an editor added.
    Editor,
    /// `--cut`: what was cut.
    Cut,
}

impl Accent {
    const fn rgb(self) -> Rgb {
        match self {
            Self::River => [0x0B, 0x5A, 0x60],
            Self::Doubt => [0x8A, 0x4B, 0x00],
            Self::Editor => [0x5B, 0x4B, 0x8A],
            Self::Cut => [0x8C, 0x2F, 0x39],
        }
    }
}

/// What a pixel may be covered with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ink {
    /// The title.
    Text,
    /// What stands below it.
    Quiet,
    /// The spine and the kicker.
    Accent,
    /// The rule.
    Line,
}

/// The index of bare paper.
pub(super) const BARE: u8 = 0;

impl Ink {
    const ALL: [Self; 4] = [Self::Text, Self::Quiet, Self::Accent, Self::Line];

    /// The steps from paper to full ink at the edge of a letter. With paper they are 16 colors, so that two pixels
    /// pack into a byte: a quarter less to store than with 256 colors, and no difference that one could see.
    const fn steps(self) -> u8 {
        match self {
            Self::Text => 7,
            Self::Quiet => 4,
            Self::Accent => 3,
            Self::Line => 1,
        }
    }

    /// The index below this ink's faintest step.
    pub(super) const fn base(self) -> u8 {
        match self {
            Self::Text => BARE,
            Self::Quiet => Self::Text.base() + Self::Text.steps(),
            Self::Accent => Self::Quiet.base() + Self::Quiet.steps(),
            Self::Line => Self::Accent.base() + Self::Accent.steps(),
        }
    }

    /// The index of a pixel for each coverage from 0 to 255.
    pub(super) fn indexes(self) -> [u8; 256] {
        std::array::from_fn(|coverage| {
            let step = (coverage * usize::from(self.steps()) + 127) / 255;
            if step == 0 { BARE } else { self.base() + step as u8 }
        })
    }

    /// The index of a pixel that is wholly covered.
    pub(super) const fn full(self) -> u8 {
        self.base() + self.steps()
    }

    const fn rgb(self, accent: Accent) -> Rgb {
        match self {
            Self::Text => INK,
            Self::Quiet => QUIET,
            Self::Accent => accent.rgb(),
            Self::Line => LINE,
        }
    }
}

/// The colors by index, three bytes each.
pub(super) fn palette(accent: Accent) -> Vec<u8> {
    let mut colors = PAPER.to_vec();
    for ink in Ink::ALL {
        for step in 1..=ink.steps() {
            let full = ink.rgb(accent);
            colors.extend(
                (0..3).map(|channel| mixed(PAPER[channel], full[channel], step, ink.steps())),
            );
        }
    }
    colors
}

/// A channel that many of so many steps from paper to ink.
fn mixed(paper: u8, ink: u8, step: u8, steps: u8) -> u8 {
    let (step, steps) = (u32::from(step), u32::from(steps));
    ((u32::from(paper) * (steps - step) + u32::from(ink) * step + steps / 2) / steps) as u8
}
