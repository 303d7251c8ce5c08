//! What the signs of an answer are worth: learnt ([`learn`](super::learn)), read from a file, never edited by hand.

use std::fmt::Write as _;

/// The weights that were learnt.
const LEARNT: &str = include_str!("weights.txt");

/// How many parts of one a line of the file counts in.
const PARTS: f64 = 100.0;

/// What the signs of an answer are worth.
#[derive(Clone, Debug, PartialEq)]
pub struct Weights([i32; SIGNS.len()]);

/// A sign of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// A word in the body.
    Body,
    /// How much of a score hangs on how much of the query an article has.
    Cover,
    /// The day, month or year of the article is asked for.
    Dated,
    /// The very word.
    Form,
    /// Words of the query meet in the headline.
    Heading,
    /// A word of its root.
    Kin,
    /// A word in the opening.
    Lede,
    /// How far the length of an article counts against it (b of BM25).
    Length,
    /// A word by which a question only asks.
    Light,
    /// A word in the names that the article is filed under.
    Names,
    /// A form or another spelling of the word.
    Near,
    /// Words of the query meet in one stretch of the text.
    Passage,
    /// How quickly more of the same word counts less (k1 of BM25).
    Saturation,
    /// A word in the headline.
    Title,
}

/// All signs with their names in the file, sorted.
pub(super) const SIGNS: [(Sign, &str); 14] = [
    (Sign::Body, "body"),
    (Sign::Cover, "cover"),
    (Sign::Dated, "dated"),
    (Sign::Form, "form"),
    (Sign::Heading, "heading"),
    (Sign::Kin, "kin"),
    (Sign::Lede, "lede"),
    (Sign::Length, "length"),
    (Sign::Light, "light"),
    (Sign::Names, "names"),
    (Sign::Near, "near"),
    (Sign::Passage, "passage"),
    (Sign::Saturation, "saturation"),
    (Sign::Title, "title"),
];

impl Default for Weights {
    /// The weights that were learnt.
    fn default() -> Self {
        Self::parse(LEARNT)
    }
}

/// Where learning begins, in hundredths: nothing is known of any sign.
const START: [i32; SIGNS.len()] = [100, 50, 400, 100, 50, 50, 100, 50, 50, 100, 100, 50, 100, 100];

impl Weights {
    /// Where learning begins.
    pub const fn start() -> Self {
        Self(START)
    }

    /// Reads the lines of a file: a name, then hundredths; what a line does not name is nothing.
    ///
    /// ```
    /// use sijill::site::search::{Sign, Weights};
    /// let weights = Weights::parse("# «العراق» في العنوان\ntitle 250\n");
    /// assert_eq!((weights.of(Sign::Title), weights.of(Sign::Kin)), (2.5, 0.0));
    /// assert_eq!(Weights::parse(&Weights::default().to_lines()), Weights::default());
    /// ```
    pub fn parse(lines: &str) -> Self {
        let value = |name: &str| {
            let line =
                lines.lines().filter_map(|line| line.split_once(' ')).find(|(key, _)| *key == name);
            line.and_then(|(_, value)| value.trim().parse().ok()).unwrap_or_default()
        };
        Self(SIGNS.map(|(_, name)| value(name)))
    }

    /// The lines of the file, without the note at its head.
    pub fn to_lines(&self) -> String {
        let mut lines = String::new();
        for ((_, name), value) in SIGNS.iter().zip(&self.0) {
            // Writing to a string cannot fail.
            let _ = writeln!(lines, "{name} {value}");
        }
        lines
    }

    /// What a sign is worth.
    pub fn of(&self, sign: Sign) -> f64 {
        f64::from(self.0[sign as usize]) / PARTS
    }

    /// The same weights but for one sign, in hundredths; nothing is worth less than nothing.
    pub(super) fn with(&self, sign: Sign, value: i32) -> Self {
        let mut changed = self.clone();
        changed.0[sign as usize] = value.max(0);
        changed
    }

    /// What a sign is worth in hundredths.
    pub(super) fn parts(&self, sign: Sign) -> i32 {
        self.0[sign as usize]
    }
}
