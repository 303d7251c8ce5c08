//! Learns the weights of ranking from questions whose answers are known.
//!
//! One sign after the other is moved as long as the answers stand higher for it; steps shrink. Whole numbers and a
//! fixed order: the same questions give the same weights, byte for byte.

use super::find::chosen_by_rank;
use super::index::Index;
use super::look_up::look_up;
use super::query::parse;
use super::rank::{Meetings, scores};
use super::subjects::Period;
use super::weights::{SIGNS, Sign, Weights};

/// By how many parts of itself a weight is moved, and the least that it is moved by, in hundredths: from far to near.
const STEPS: [(i32, i32); 3] = [(2, 40), (4, 20), (8, 10)];

/// How often all signs are gone through with steps of one size.
const ROUNDS: usize = 3;

/// How far down an answer still counts.
const TOP: usize = 10;

/// By how much of its score an answer must beat an article to have beaten it clearly.
const NARROW: f64 = 0.1;

/// The least that a change of weights must gain, in millionths.
const GAIN: u64 = 500;

/// Questions about one index, each with the entries that answer it.
#[derive(Clone, Debug)]
pub struct Task {
    questions: Vec<Question>,
}

/// A question among the articles that have any of its words.
#[derive(Clone, Debug)]
struct Question {
    words: Vec<Meetings>,
    lengths: Vec<u8>,
    /// Which of the articles answer it.
    answers: Vec<usize>,
}

impl Task {
    /// Looks the words of the questions up, once for all weights.
    pub fn new<'q>(
        index: &Index,
        questions: impl IntoIterator<Item = (&'q str, Vec<usize>)>,
    ) -> Self {
        let lengths = index.lengths();
        let look = |(text, answers): (&str, Vec<usize>)| {
            let query = parse(index, text);
            let period = Period::of(&query.words);
            let word = |(at, word)| {
                let period = period.as_ref().filter(|period| period.words.contains(&at));
                Meetings::of(index, &look_up(index, word), period, query.light[at])
            };
            let words: Vec<Meetings> = query.words.iter().enumerate().map(word).collect();
            let docs: Vec<usize> =
                (0..index.len()).filter(|&doc| words.iter().any(|word| word.any(doc))).collect();
            Question {
                words: words.iter().map(|word| word.among(&docs)).collect(),
                lengths: docs.iter().map(|&doc| lengths[doc]).collect(),
                answers: docs
                    .iter()
                    .enumerate()
                    .filter(|(_, doc)| answers.contains(doc))
                    .map(|(at, _)| at)
                    .collect(),
            }
        };
        Self { questions: questions.into_iter().map(look).collect() }
    }

    /// How high the answers stand under some weights, in millionths, and by how much: an answer that another article
    /// beats narrowly, or that narrowly beats another, is half beaten. What is learnt from that holds for other questions.
    fn margin(&self, weights: &Weights) -> u64 {
        const WHOLE: f64 = 1e6;
        let beaten = |question: &Question| {
            let scores = scores(&question.lengths, weights, &question.words);
            let best = question.answers.iter().map(|&doc| scores[doc].worth).fold(0.0, f64::max);
            if best <= 0.0 {
                return 0.0;
            }
            let others =
                scores.iter().enumerate().filter(|(doc, _)| !question.answers.contains(doc));
            let over = others.map(|(_, other)| {
                (0.5 + (other.worth / best - 1.0) / (2.0 * NARROW)).clamp(0.0, 1.0)
            });
            1.0 / (1.0 + over.sum::<f64>())
        };
        let sum: f64 = self.questions.iter().map(beaten).sum();
        (sum / self.questions.len().max(1) as f64 * WHOLE).round() as u64
    }

    /// The mean reciprocal rank of the answers under some weights, in millionths.
    fn worth(&self, weights: &Weights) -> u64 {
        const WHOLE: u64 = 1_000_000;
        let place = |question: &Question| {
            let ranked = chosen_by_rank(&scores(&question.lengths, weights, &question.words));
            ranked.iter().take(TOP).position(|doc| question.answers.contains(doc))
        };
        let sum: u64 =
            self.questions.iter().filter_map(place).map(|at| WHOLE / (at as u64 + 1)).sum();
        sum / self.questions.len().max(1) as u64
    }
}

/// The mean reciprocal rank of the answers to all questions, in millionths; each task counts the same.
///
/// ```
/// use sijill::site::search::{Entry, Index, Task, Weights, reciprocal_rank};
/// let entry = |text: &str| Entry { paragraphs: vec![text.to_owned()], ..Entry::default() };
/// let index = Index::new(&[entry("رست السفينة في الميناء"), entry("هطل المطر")], &[]);
/// let task = Task::new(&index, [("أين رست السفينة؟", vec![0])]);
/// assert_eq!(reciprocal_rank(&[task], &Weights::default()), 1_000_000);
/// ```
pub fn reciprocal_rank(tasks: &[Task], weights: &Weights) -> u64 {
    tasks.iter().map(|task| task.worth(weights)).sum::<u64>() / tasks.len().max(1) as u64
}

/// Learns weights from some that are not bad; [`Sign::Dated`] is left as it is, since questions seldom name a date.
///
/// ```
/// use sijill::site::search::{Entry, Index, Task, Weights, learn, reciprocal_rank};
/// let entry = |text: &str| Entry { paragraphs: vec![text.to_owned()], ..Entry::default() };
/// let index = Index::new(&[entry("رست السفينة في الميناء"), entry("هطل المطر")], &[]);
/// let tasks = [Task::new(&index, [("متى هطل المطر؟", vec![1])])];
/// let weights = learn(&tasks, &Weights::default());
/// assert!(reciprocal_rank(&tasks, &weights) >= reciprocal_rank(&tasks, &Weights::default()));
/// ```
pub fn learn(tasks: &[Task], from: &Weights) -> Weights {
    let mut best = from.clone();
    let margin = |weights: &Weights| {
        tasks.iter().map(|task| task.margin(weights)).sum::<u64>() / tasks.len().max(1) as u64
    };
    let mut worth = margin(&best);
    for (part, least) in STEPS {
        for _ in 0..ROUNDS {
            let before = worth;
            for (sign, _) in SIGNS.iter().filter(|(sign, _)| *sign != Sign::Dated) {
                let now = best.parts(*sign);
                let step = (now / part).max(least);
                for value in [now - step, now + step] {
                    let tried = best.with(*sign, value);
                    let got = margin(&tried);
                    if got >= worth + GAIN {
                        (best, worth) = (tried, got);
                    }
                }
            }
            if worth == before {
                break;
            }
        }
    }
    best
}
