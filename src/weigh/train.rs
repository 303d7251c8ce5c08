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
    pub(crate) fn push_among(&mut self, signs: &[Sign], label: L, possible: Labels<L>) {
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
    /// How often training begins again with the examples in another order; the weights are the average of all.
    ///
    /// A few short trainings carry over better than a long one, which learns its examples by heart: on the directions of time
    /// expressions eight of three rounds placed 91 % of the sentences kept aside, one of thirty rounds 87 %.
    pub orders: u32,
    /// How often all examples are gone through in each.
    pub rounds: u32,
    /// By how many lessons the right label must win before an example is left alone.
    pub margin: i16,
    /// How many examples must show a sign before it is weighed at all.
    pub seen: u32,
    /// Whether a step from one label to the next is weighed; else only what may follow what counts, and the signs say the rest.
    pub steps: bool,
}

impl Default for Training {
    fn default() -> Self {
        Self { orders: 8, rounds: 3, margin: 2, seen: 1, steps: true }
    }
}

/// How much one lesson weighs in the table: an average of lessons keeps two places behind the point.
const LESSON: i64 = 100;

/// Learns weights from examples. The same sheet, examples and training give the same weights, on any machine.
///
/// Each example whose right labels do not win by the margin is a lesson: its signs gain one for the right label and lose
/// one for the label that won. The result is the average over all moments of the training, which forgets the zigzag of its end.
pub fn train<L: Label>(sheet: &Sheet, rows: &[Row<L>], training: &Training) -> Weights<L> {
    let rows = &without_rare(sheet, rows, training.seen);
    let zero = Weights::<L>::zero(sheet.len());
    let (mut signs, mut steps) = (vec![0_i64; zero.signs.len()], vec![0_i64; zero.steps.len()]);
    let add = |sums: &mut [i64], more: &[i64]| {
        sums.iter_mut().zip(more).for_each(|(sum, more)| *sum += more)
    };
    let mut moments = 0;
    for order in 0..training.orders {
        let school = School::taught(zero.clone(), rows, training, u64::from(order));
        add(&mut signs, &school.sums(&school.now.signs, &school.past));
        add(&mut steps, &school.sums(&school.now.steps, &school.past_steps));
        moments += school.moment;
    }
    let average = |sums: &[i64]| sums.iter().map(|&sum| averaged(sum, moments)).collect();
    Weights { signs: average(&signs), steps: average(&steps), ..zero }
}

/// One training: the weights as they are now, and what to take off for the moments before they became so.
struct School<L> {
    now: Weights<L>,
    past: Vec<i64>,
    past_steps: Vec<i64>,
    moment: i64,
}

impl<L: Label> School<L> {
    fn taught(zero: Weights<L>, rows: &[Row<L>], training: &Training, order: u64) -> Self {
        let (past, past_steps) = (vec![0; zero.signs.len()], vec![0; zero.steps.len()]);
        let mut school = Self { now: zero, past, past_steps, moment: 0 };
        let mut places: Vec<usize> = (0..rows.len()).collect();
        for round in 0..u64::from(training.rounds) {
            shuffle(&mut places, order << 32 | round);
            places.iter().for_each(|&place| school.learn(&rows[place], training));
        }
        school
    }

    fn learn(&mut self, row: &Row<L>, training: &Training) {
        let labels = L::ALL.len();
        self.moment += 1;
        let ask = |at: usize, label: L| {
            if label == row.labels[at] { 0 } else { i32::from(training.margin) }
        };
        let won = self.now.best_row(&row.signs, |at| row.possible[at], ask);
        let (mut before, mut before_won) = (labels, labels);
        for (place, (&right, &won)) in row.labels.iter().zip(&won).enumerate() {
            if right != won {
                for sign in &row.signs[place] {
                    let (right, won) = (Weights::place(*sign, right), Weights::place(*sign, won));
                    teach(&mut self.now.signs, &mut self.past, self.moment, right, won);
                }
            }
            let (step, step_won) =
                (before * labels + right.index(), before_won * labels + won.index());
            if training.steps && step != step_won {
                teach(&mut self.now.steps, &mut self.past_steps, self.moment, step, step_won);
            }
            (before, before_won) = (right.index(), won.index());
        }
    }

    /// Each weight summed over all moments of the training.
    fn sums(&self, now: &[i16], past: &[i64]) -> Vec<i64> {
        now.iter()
            .zip(past)
            .map(|(&now, &past)| i64::from(now) * (self.moment + 1) - past)
            .collect()
    }
}

/// Takes a lesson, and notes when: a weight that came late counts for less in the average.
fn teach(now: &mut [i16], past: &mut [i64], moment: i64, right: usize, wrong: usize) {
    now[right] = now[right].saturating_add(1);
    now[wrong] = now[wrong].saturating_sub(1);
    past[right] += moment;
    past[wrong] -= moment;
}

fn averaged(sum: i64, moments: i64) -> i16 {
    let sum = sum * LESSON;
    let half = moments / 2 * sum.signum();
    let bounded = ((sum + half) / moments.max(1)).clamp(i64::from(i16::MIN), i64::from(i16::MAX));
    i16::try_from(bounded).unwrap_or(0)
}

/// The rows without the signs that too few things show.
fn without_rare<L: Label>(sheet: &Sheet, rows: &[Row<L>], seen: u32) -> Vec<Row<L>> {
    let mut count = vec![0_u32; sheet.len()];
    rows.iter()
        .flat_map(|row| row.signs.iter().flatten())
        .for_each(|sign| count[sign.index()] += 1);
    let mut rows = rows.to_vec();
    rows.iter_mut()
        .flat_map(|row| &mut row.signs)
        .for_each(|signs| signs.retain(|sign| count[sign.index()] >= seen));
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
