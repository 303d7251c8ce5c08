//! Sentences of known direction → weights. The file `weights/direction.txt` is what comes of them.

use chrono::NaiveDate;

use super::super::recognize;
use super::signs::SHEET;
use super::{Side, WEIGHTS, is_open};
use crate::arabic::calendar::Edtf;
use crate::document::Plain;
use crate::weigh::{Label, Labels, Row, Sign, Training, Weights, train};

/// How many signs of a miss are named.
const MISSED: usize = 6;

/// How the weights of the repository are learnt.
pub const TRAINING: Training = Training { orders: 96, rounds: 6, margin: 2, seen: 2, steps: true };

/// What stands above the table.
const NOTES: &str = "Which way a time expression without a mark looks: sign, direction, weight.
Written by `cargo run --example train -- direction` from tests/corpus/train/direction; never edited by hand.";

/// A sentence in which one expression has a known value.
#[derive(Clone, Debug)]
pub struct Example {
    /// The newsroom that it imitates.
    house: String,
    sentence: String,
    signs: Vec<Sign>,
    possible: Labels<Side>,
    side: Side,
}

/// The examples of a corpus: lines of publication day, value, newsroom and a sentence with `[[الخميس]]` in it, parted by tabs; `#` begins a note.
/// Lines whose expression is not recognised, or that leave no choice, are passed over.
///
/// ```
/// use sijill::article::annotate::timex::direction::learn::examples;
/// let lines = "# notes\n2021-04-10\t2021-04-08\twire\tالتقى الوزيران [[الخميس]] في المطار.\n";
/// assert_eq!(examples(lines).len(), 1);
/// ```
pub fn examples(corpus: &str) -> Vec<Example> {
    corpus.lines().filter(|line| !line.starts_with('#')).filter_map(example).collect()
}

fn example(line: &str) -> Option<Example> {
    let mut parts = line.split('\t');
    let (published, value, house, sentence) =
        (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let (published, value): (NaiveDate, Edtf) = (published.parse().ok()?, value.parse().ok()?);
    let (before, rest) = sentence.split_once("[[")?;
    let (expression, after) = rest.split_once("]]")?;
    let plain = Plain::of_text(&format!("{before}{expression}{after}"));
    let place = before.len()..before.len() + expression.len();
    let found = recognize(&plain);
    let candidate =
        found.iter().find(|found| found.span.start < place.end && place.start < found.span.end)?;
    let side = side(&value, published)?;
    let (signs, possible) = candidate.leaning.from(&candidate.time, Some(published));
    let open = is_open(&candidate.time) && possible.contains(side);
    open.then(|| Example {
        house: house.to_owned(),
        sentence: sentence.to_owned(),
        signs,
        possible,
        side,
    })
}

fn side(value: &Edtf, published: NaiveDate) -> Option<Side> {
    let (Some(from), Some(to)) = value.days() else { return None };
    Some(match () {
        () if to <= published => Side::Last,
        () if published < from => Side::Coming,
        () => Side::Same,
    })
}

/// Weights from examples, as the table that stands in `weights/direction.txt`.
pub fn table(examples: &[Example]) -> String {
    learnt(examples.iter()).to_table(&SHEET, NOTES)
}

fn learnt<'e>(examples: impl Iterator<Item = &'e Example>) -> Weights<Side> {
    let row = |example: &Example| {
        let mut row = Row::default();
        row.push_among(&example.signs, example.side, example.possible);
        row
    };
    train(&SHEET, &examples.map(row).collect::<Vec<_>>(), &TRAINING)
}

/// How a set of examples was placed.
#[derive(Clone, Debug, Default)]
pub struct Score {
    /// The newsroom, or what else the set is called.
    pub name: String,
    /// How many were placed rightly.
    pub right: usize,
    /// How many there were.
    pub of: usize,
    /// Those that were not, each with the signs that spoke for the wrong side.
    pub misses: Vec<String>,
}

/// How the weights of the repository place some examples.
pub fn score(name: &str, examples: &[Example]) -> Score {
    judge(name, examples.iter(), &WEIGHTS)
}

/// How each newsroom is placed by weights learnt from all others, in the order of their names.
pub fn across_houses(examples: &[Example]) -> Vec<Score> {
    let mut houses: Vec<&str> = examples.iter().map(|example| example.house.as_str()).collect();
    houses.sort_unstable();
    houses.dedup();
    let judged = houses.into_iter().map(|house| {
        let weights = learnt(examples.iter().filter(|example| example.house != house));
        judge(house, examples.iter().filter(|example| example.house == house), &weights)
    });
    judged.collect()
}

fn judge<'e>(
    name: &str,
    examples: impl Iterator<Item = &'e Example>,
    weights: &Weights<Side>,
) -> Score {
    let mut score = Score { name: name.to_owned(), ..Score::default() };
    for example in examples {
        let choice = weights.argmax(&example.signs, example.possible);
        score.of += 1;
        if choice.label == example.side {
            score.right += 1;
        } else {
            let heavy = weights.explain(&example.signs, &choice, MISSED);
            let heavy: Vec<String> =
                heavy.map(|heavy| format!("{} {}", SHEET.name(heavy.sign), heavy.weight)).collect();
            let (wanted, got) = (example.side.name(), choice.label.name());
            score.misses.push(format!(
                "{} {wanted}, not {got} by {}: {}",
                example.sentence,
                choice.margin,
                heavy.join(", ")
            ));
        }
    }
    score
}
