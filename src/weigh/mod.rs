//! One way to decide for all that is a matter of evidence.
//!
//! Whether «الخميس» is the last or the coming one, whether a line belongs to the article, whether two words are a name: no
//! single fact settles it, many speak for or against. Each such fact is a [`Sign`] with a name, an Arabic example and an
//! Arabic reason; a decision is a sum of whole numbers, and its heaviest signs explain it.
//!
//! 1. A room lists its signs on a [`Sheet`], by families, and its answers as a [`Label`];
//! 2. it reads its text and notes the signs it finds, which are integers from there on;
//! 3. [`Weights`] come from a table that [`train`](train()) has written: one line a sign and label, sorted, never edited by hand;
//! 4. [`Weights::argmax`] decides one thing, [`Weights::viterbi`] a row of things of which each depends on the one before;
//! 5. [`Weights::explain`] names the signs that weighed most.
//!
//! What must hold whatever the evidence (a mark that a person made, a stamp that says what it is) is no sign: it is a
//! [`Labels`] that leaves nothing else, or code before the weighing.
//!
//! ```
//! use sijill::weigh::{Family, Label, Labels, Row, Sheet, Training, Value, train};
//!
//! #[derive(Clone, Copy, Debug, PartialEq, Eq)]
//! enum Line {
//!     Text,
//!     Menu,
//! }
//!
//! impl Label for Line {
//!     const ALL: &'static [Self] = &[Self::Text, Self::Menu];
//!     fn index(self) -> usize {
//!         self as usize
//!     }
//!     fn name(self) -> &'static str {
//!         ["text", "menu"][self.index()]
//!     }
//! }
//!
//! static ENDS: [Value; 2] = [Value::new("stop", "ينتهي بنقطة"), Value::new("open", "بلا نقطة في آخره")];
//! static LONG: [Value; 2] = [Value::new("short", "كلمات قليلة"), Value::new("long", "جملة طويلة")];
//! static SHEET: Sheet = Sheet::new(&[
//!     Family::new("ends", &ENDS, "«وقال الوزير إن الجسر سيفتتح قريبًا.»"),
//!     Family::new("long", &LONG, "«الرئيسية»"),
//! ]);
//! let signs = |line: &str| {
//!     let long = line.split_whitespace().count() > 3;
//!     [SHEET.sign(0, usize::from(!line.ends_with('.'))), SHEET.sign(1, usize::from(long))]
//! };
//!
//! let page = [("الرئيسية", Line::Menu), ("افتتح الوزير أمس جسرًا جديدًا.", Line::Text), ("اتصل بنا", Line::Menu)];
//! let mut row = Row::default();
//! page.iter().for_each(|&(line, label)| row.push(&signs(line), label));
//! let weights = train(&SHEET, &[row], &Training::default());
//!
//! let sentence = signs("وصل الوفد إلى المدينة مساء أمس.");
//! let choice = weights.argmax(&sentence, Labels::all());
//! assert_eq!(choice.label, Line::Text);
//! assert!(choice.margin > 0);
//! let reasons = weights.explain(&sentence, &choice, 1).map(|heavy| SHEET.reason(heavy.sign)).collect::<Vec<_>>();
//! assert!(["ينتهي بنقطة", "جملة طويلة"].contains(&reasons[0].as_str()), "{reasons:?}");
//! ```

mod decide;
mod labels;
mod sheet;
mod table;
mod train;
mod traits;

pub(crate) use decide::bits;
pub use decide::{Choice, Heavy, Weights};
pub use labels::{Label, Labels};
pub use sheet::{Family, Sheet, Sign, Value};
pub use table::TableError;
pub use train::{Row, Training, train};
pub(crate) use traits::{Pattern, Traits};
