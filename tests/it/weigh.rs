//! Decisions by weighed signs: the best row against all rows, what is ruled out, the table and its errors, training again.

use proptest::prelude::*;
use sijill::weigh::{Family, Label, Labels, Row, Sheet, Sign, Training, Value, Weights, train};

/// Lines of a page: a title stands first or behind a menu, never behind text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Line {
    Menu,
    Title,
    Text,
}

impl Label for Line {
    const ALL: &'static [Self] = &[Self::Menu, Self::Title, Self::Text];

    fn index(self) -> usize {
        self as usize
    }

    fn name(self) -> &'static str {
        ["menu", "title", "text"][self.index()]
    }

    fn may_follow(self, before: Option<Self>) -> bool {
        self != Self::Title || before != Some(Self::Text)
    }
}

static ENDS: [Value; 2] = [Value::new("stop", "ينتهي بنقطة"), Value::new("open", "")];
static WORDS: [Value; 3] =
    [Value::new("one", "كلمة واحدة"), Value::new("few", ""), Value::new("many", "كلمات كثيرة")];
static SHEET: Sheet = Sheet::new(&[
    Family::new("ends", &ENDS, "«وصل الوفد مساء.»"),
    Family::new("words", &WORDS, "«الرئيسية»"),
    Family::pairs("ends-words", &ENDS, &WORDS, "«وصل.»"),
]);

fn signs(line: &str) -> Vec<Sign> {
    let ends = usize::from(!line.ends_with('.'));
    let words = match line.split_whitespace().count() {
        1 => 0,
        2..=4 => 1,
        _ => 2,
    };
    vec![SHEET.sign(0, ends), SHEET.sign(1, words), SHEET.pair(2, ends, words)]
}

fn page(lines: &[(&str, Line)]) -> Row<Line> {
    let mut row = Row::default();
    lines.iter().for_each(|&(line, label)| row.push(&signs(line), label));
    row
}

fn pages() -> Vec<Row<Line>> {
    use Line::{Menu, Text, Title};
    vec![
        page(&[
            ("الرئيسية", Menu),
            ("رياضة", Menu),
            ("افتتاح جسر الصافي", Title),
            ("افتتح الوزير أمس جسر الصافي بعد عامين من العمل.", Text),
            ("حضر كثيرون.", Text),
        ]),
        page(&[
            ("عودة الصيادين", Title),
            ("عاد الصيادون إلى الميناء بعد أسبوع من العواصف.", Text),
            ("طباعة", Menu),
        ]),
        page(&[
            ("اتصل بنا", Menu),
            ("مهرجان التمور", Title),
            ("بدأ المهرجان.", Text),
            ("شارك", Menu),
        ]),
    ]
}

fn trained() -> Weights<Line> {
    train(&SHEET, &pages(), &Training::default())
}

#[test]
fn what_was_learnt_is_found_again() {
    let weights = trained();
    for row in pages() {
        assert_eq!(row.labelled_by(&weights), row.labels());
    }
}

#[test]
fn training_again_gives_the_same_table() {
    let table = trained().to_table(&SHEET, "lines of a page");
    assert_eq!(table, trained().to_table(&SHEET, "lines of a page"));
    assert!(table.starts_with("# lines of a page\nends"), "{table}");
    let lines: Vec<&str> = table.lines().skip(1).collect();
    assert!(lines.is_sorted() && lines.len() > 10, "{table}");
    assert_eq!(Weights::parse(&SHEET, &table).unwrap(), trained());
}

#[test]
fn a_table_for_another_sheet_is_refused_with_its_line() {
    let error = |table: &str| Weights::<Line>::parse(&SHEET, table).unwrap_err().to_string();
    let again = "; the table is written by the trainer, train again";
    assert_eq!(
        error("# note\nends=stop text"),
        format!(
            "line 2 of the weights: «ends=stop text» is not a sign, a label and a weight{again}"
        )
    );
    assert_eq!(
        error("ends=comma text 3"),
        format!("line 1 of the weights: there is no sign «ends=comma»{again}")
    );
    assert_eq!(
        error("ends=stop verse 3"),
        format!("line 1 of the weights: there is no label «verse»{again}")
    );
    assert_eq!(
        error("step:verse text 3"),
        format!("line 1 of the weights: there is no label for «step:verse»{again}")
    );
    assert_eq!(
        error("ends=stop text 40000"),
        format!("line 1 of the weights: «40000» is no whole number of 16 bits{again}")
    );
}

#[test]
fn what_is_ruled_out_is_never_chosen() {
    let weights = trained();
    let line = signs("افتتح الوزير أمس جسر الصافي بعد عامين من العمل.");
    assert_eq!(weights.argmax(&line, Labels::all()).label, Line::Text);
    assert_eq!(weights.argmax(&line, Labels::only(Line::Menu)).label, Line::Menu);
    let other = weights.argmax(&line, Labels::all().without(Line::Text));
    assert_ne!(other.label, Line::Text);
    // Where nothing at all is possible the signs decide.
    let none = Labels::only(Line::Text).without(Line::Text);
    assert_eq!(weights.argmax(&line, none).label, Line::Text);
    assert_eq!(weights.viterbi(&[&line], |_| none), [Line::Text]);
    assert!(weights.viterbi::<&[Sign]>(&[], |_| Labels::all()).is_empty());
}

#[test]
fn the_heaviest_signs_explain() {
    let weights = trained();
    let line = signs("عاد الصيادون إلى الميناء بعد أسبوع من العواصف.");
    let choice = weights.argmax(&line, Labels::all());
    let heavy: Vec<_> = weights.explain(&line, &choice, 9).collect();
    assert!(!heavy.is_empty() && heavy.iter().all(|heavy| heavy.weight > 0));
    assert!(heavy.is_sorted_by_key(|heavy| std::cmp::Reverse(heavy.weight)));
    assert_eq!(
        heavy.iter().map(|heavy| heavy.weight).max(),
        heavy.first().map(|heavy| heavy.weight)
    );
    assert_eq!(SHEET.reason(SHEET.pair(2, 0, 2)), "ينتهي بنقطة، كلمات كثيرة");
    assert_eq!(SHEET.name(SHEET.pair(2, 0, 9)), "ends-words=stop*many");
}

/// All rows of so many labels.
fn all_rows(length: usize) -> Vec<Vec<Line>> {
    (0..length).fold(vec![Vec::new()], |rows, _| {
        let longer = |row: &Vec<Line>| {
            let row = row.clone();
            Line::ALL
                .iter()
                .map(move |&label| row.iter().copied().chain([label]).collect())
                .collect::<Vec<_>>()
        };
        rows.iter().flat_map(longer).collect()
    })
}

fn worth(weights: &Weights<Line>, row: &[Vec<Sign>], labels: &[Line]) -> i32 {
    let before = [None].into_iter().chain(labels.iter().copied().map(Some));
    let places = row.iter().zip(labels).zip(before);
    places
        .map(|((signs, &label), before)| weights.sum(signs, label) + weights.step(before, label))
        .sum()
}

proptest! {
    #[test]
    fn no_row_is_better_than_the_best(
        numbers in prop::collection::vec(-50i16..50, SHEET.len() * 3 + 12),
        row in prop::collection::vec(prop::collection::vec(0..SHEET.len(), 0..4), 0..6),
        settled in prop::option::of(0usize..6),
    ) {
        let names = SHEET.signs().map(|sign| SHEET.name(sign)).chain(["menu", "title", "text", "head"].map(|label| format!("step:{label}")));
        let lines = names.flat_map(|name| Line::ALL.iter().map(move |label| format!("{name} {}", label.name())));
        let table: String = lines.zip(&numbers).map(|(line, number)| format!("{line} {number}\n")).collect();
        let weights = Weights::<Line>::parse(&SHEET, &table).unwrap();
        let all: Vec<Sign> = SHEET.signs().collect();
        let row: Vec<Vec<Sign>> = row.iter().map(|signs| signs.iter().map(|&sign| all[sign]).collect()).collect();
        // One place is settled beforehand.
        let possible = |at: usize| if Some(at) == settled { Labels::only(Line::Menu) } else { Labels::all() };
        let found = weights.viterbi(&row, possible);
        let allowed = |labels: &[Line]| {
            let before = [None].into_iter().chain(labels.iter().copied().map(Some));
            labels.iter().zip(before).enumerate().all(|(at, (&label, before))| possible(at).contains(label) && label.may_follow(before))
        };
        prop_assert!(allowed(&found), "{found:?}");
        let best = all_rows(row.len()).iter().filter(|labels| allowed(labels)).map(|labels| worth(&weights, &row, labels)).max();
        prop_assert_eq!(Some(worth(&weights, &row, &found)), best);
    }
}
