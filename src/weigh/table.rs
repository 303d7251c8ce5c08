//! Weights as a table of text: `sign label weight`, sorted, so that a change of one weight is one line of a diff.

use std::collections::BTreeMap;

use super::decide::Weights;
use super::labels::Label;
use super::sheet::Sheet;

/// What stands before a label in place of a sign: `step:title text 12` says how well a text stands behind a title.
const STEP: &str = "step:";
/// The head of a row in place of a label.
const HEAD: &str = "head";

/// A line of a table of weights that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line} of the weights: {problem}; the table is written by the trainer, train again")]
pub struct TableError {
    /// Which line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub problem: String,
}

impl<L: Label> Weights<L> {
    /// Reads a table; lines that begin with `#` are notes, a sign without a line weighs nothing.
    ///
    /// # Errors
    ///
    /// A line that is no `sign label weight`, or whose sign or label the sheet does not have: the table was made for another sheet.
    pub fn parse(sheet: &Sheet, table: &str) -> Result<Self, TableError> {
        let names: BTreeMap<String, usize> =
            sheet.signs().map(|sign| (sheet.name(sign), sign.index())).collect();
        let labels = L::ALL.len();
        let label = |name: &str| L::ALL.iter().position(|label| label.name() == name);
        let mut weights = Self::zero(sheet.len());
        for (at, text) in table.lines().enumerate() {
            if text.is_empty() || text.starts_with('#') {
                continue;
            }
            let wrong = |problem: String| TableError { line: at + 1, problem };
            let mut parts = text.split(' ');
            let (Some(sign), Some(to), Some(weight), None) =
                (parts.next(), parts.next(), parts.next(), parts.next())
            else {
                return Err(wrong(format!("«{text}» is not a sign, a label and a weight")));
            };
            let to = label(to).ok_or_else(|| wrong(format!("there is no label «{to}»")))?;
            let weight = weight
                .parse()
                .map_err(|_| wrong(format!("«{weight}» is no whole number of 16 bits")))?;
            if let Some(before) = sign.strip_prefix(STEP) {
                let before = if before == HEAD { Some(labels) } else { label(before) };
                let before =
                    before.ok_or_else(|| wrong(format!("there is no label for «{sign}»")))?;
                weights.steps[before * labels + to] = weight;
            } else {
                let sign =
                    names.get(sign).ok_or_else(|| wrong(format!("there is no sign «{sign}»")))?;
                weights.signs[sign * Self::WIDTH + to] = weight;
            }
        }
        Ok(weights)
    }

    /// The weights as a table, sorted, without those that are nothing; the notes stand above it, each line behind a `#`.
    pub fn to_table(&self, sheet: &Sheet, notes: &str) -> String {
        let labels = L::ALL.len();
        let before = |at: usize| L::ALL.get(at).map_or(HEAD, |label| label.name());
        let name = |at: usize| L::ALL[at % labels].name();
        let signs = sheet.signs().flat_map(|sign| {
            let all =
                self.signs.get(sign.index() * Self::WIDTH..).map_or(&[][..], |row| &row[..labels]);
            all.iter()
                .enumerate()
                .filter(|(_, weight)| **weight != 0)
                .map(move |(at, weight)| (sheet.name(sign), name(at), *weight))
        });
        let steps = self.steps.iter().enumerate().filter(|(_, weight)| **weight != 0);
        let steps =
            steps.map(|(at, weight)| (format!("{STEP}{}", before(at / labels)), name(at), *weight));
        let mut lines: Vec<String> = signs
            .chain(steps)
            .map(|(sign, label, weight)| format!("{sign} {label} {weight}\n"))
            .collect();
        lines.sort_unstable();
        notes.lines().map(|note| format!("# {note}\n")).chain(lines).collect()
    }
}
