//! Examples → weights: the averaged perceptron, in whole numbers and a fixed order, so that training again gives the same bytes.

use super::decide::Weights;
use super::labels::{Label, Labels};
use super::sheet::{Sheet, Sign};

/// Things that stand in a row, with their signs and the right label of each; a thing by itself is a row of one.
#[derive(Clone, Debug)]
pub struct Row<L> {
    signs: Vec<Vec<Sign>>,
    labels: Vec<L>,
    possible: Vec<Labels<L>>,
}

impl<L> Default for Row<L> {
    fn default() -> Self {
        Self { signs: Vec::new(), labels: Vec::new(), possible: Vec::new() }
    }
}

impl<L: Label> Row<L> {
    /// A row of one thing.
    pub fn one(signs: &[Sign], label: L) -> Self {
        let mut row = Self::default();
        row.push(signs, label);
        row
    }

    /// Adds a thing whose label the signs must find among all.
    pub fn push(&mut self, signs: &[Sign], label: L) {
        self.push_among(signs, label, Labels::all());
    }

    /// Adds a thing of which some labels are ruled out beforehand, as they will be where the weights are used.
    pub fn push_among(&mut self, signs: &[Sign], label: L, possible: Labels<L>) {
        self.signs.push(signs.to_vec());
        self.labels.push(label);
        self.possible.push(possible);
    }

    /// The right labels.
    pub fn labels(&self) -> &[L] {
        &self.labels
    }

    /// The labels that some weights would give it.
    pub fn labelled_by(&self, weights: &Weights<L>) -> Vec<L> {
        weights.viterbi(&self.signs, |at| self.possible[at])
    }
}

/// How weights are learnt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Training {
    /// How often all examples are gone through.
    pub rounds: u32,
    /// By how many lessons the right label must win before an example is left alone.
    pub margin: i16,
    /// How many examples must show a sign before it is weighed at all.
    pub seen: u32,
}

impl Default for Training {
    fn default() -> Self {
        Self { rounds: 20, margin: 2, seen: 1 }
    }
}

/// How much one lesson weighs in the table: an average of lessons keeps two places behind the point.
const LESSON: i64 = 100;

/// Learns weights from examples. The same sheet, examples and training give the same weights, on any machine.
///
/// Each example whose right labels do not win by the margin is a lesson: its signs gain one for the right label and lose
/// one for the label that won. The result is the average over all moments of the training, which forgets the zigzag of its end.
pub fn train<L: Label>(sheet: &Sheet, rows: &[Row<L>], training: &Training) -> Weights<L> {
    let labels = L::ALL.len();
    let rows = &without_rare(sheet, rows, training.seen);
    let mut now = Weights::<L>::zero(sheet.len());
    let (mut past, mut past_steps) = (vec![0_i64; now.signs.len()], vec![0_i64; now.steps.len()]);
    let mut order: Vec<usize> = (0..rows.len()).collect();
    let mut moment = 0;
    for round in 0..training.rounds {
        shuffle(&mut order, u64::from(round));
        for &at in &order {
            moment += 1;
            let row = &rows[at];
            let ask = |at: usize, label: L| if label == row.labels[at] { 0 } else { i32::from(training.margin) };
            let won = now.best_row(&row.signs, |at| row.possible[at], ask);
            let (mut before, mut before_won) = (labels, labels);
            for (place, (&right, &won)) in row.labels.iter().zip(&won).enumerate() {
                if right != won {
                    for sign in &row.signs[place] {
                        let first = sign.index() * labels;
                        teach(&mut now.signs, &mut past, moment, first + right.index(), first + won.index());
                    }
                }
                let (step, step_won) = (before * labels + right.index(), before_won * labels + won.index());
                if step != step_won {
                    teach(&mut now.steps, &mut past_steps, moment, step, step_won);
                }
                (before, before_won) = (right.index(), won.index());
            }
        }
    }
    let average = |now: &[i16], past: &[i64]| now.iter().zip(past).map(|(&now, &past)| averaged(now, past, moment)).collect();
    Weights { signs: average(&now.signs, &past), steps: average(&now.steps, &past_steps), labels: now.labels }
}

/// Takes a lesson, and notes when: a weight that came late counts for less in the average.
fn teach(now: &mut [i16], past: &mut [i64], moment: i64, right: usize, wrong: usize) {
    now[right] = now[right].saturating_add(1);
    now[wrong] = now[wrong].saturating_sub(1);
    past[right] += moment;
    past[wrong] -= moment;
}

fn averaged(now: i16, past: i64, moments: i64) -> i16 {
    let sum = (i64::from(now) * (moments + 1) - past) * LESSON;
    let half = moments / 2 * sum.signum();
    let bounded = ((sum + half) / moments.max(1)).clamp(i64::from(i16::MIN), i64::from(i16::MAX));
    i16::try_from(bounded).unwrap_or(0)
}

/// The rows without the signs that too few things show.
fn without_rare<L: Label>(sheet: &Sheet, rows: &[Row<L>], seen: u32) -> Vec<Row<L>> {
    let mut count = vec![0_u32; sheet.len()];
    rows.iter().flat_map(|row| row.signs.iter().flatten()).for_each(|sign| count[sign.index()] += 1);
    let mut rows = rows.to_vec();
    rows.iter_mut().flat_map(|row| &mut row.signs).for_each(|signs| signs.retain(|sign| count[sign.index()] >= seen));
    rows
}

/// Puts the examples of a round in another order, the same every time (Fisher and Yates, by the numbers of SplitMix64).
fn shuffle(order: &mut [usize], round: u64) {
    let mut state = round.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    for last in (1..order.len()).rev() {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = state;
        mixed = (mixed ^ mixed >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        let place = (mixed ^ mixed >> 31) % (last as u64 + 1);
        order.swap(last, place as usize);
    }
}
