//! Which way a time expression without a mark looks: the table of weights, what was kept aside from it, and the reasons it gives.

use std::fs;
use std::path::Path;

use sijill::article::annotate::timex::direction::learn::{Example, examples, score, table};
use sijill::article::annotate::timex::time_expressions;
use sijill::document::Plain;

fn corpus(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus").join(name)).unwrap()
}

fn training() -> Vec<Example> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/train/direction");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let text: String = files.iter().map(|file| fs::read_to_string(file).unwrap()).collect();
    examples(&text)
}

#[test]
fn training_again_gives_the_table_of_the_repository() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("weights/direction.txt");
    let again = table(&training());
    assert!(fs::read_to_string(file).unwrap() == again, "run `cargo run --example train -- direction`, and read the table in the diff");
}

/// Nobody looks at these sentences; rules and weights are made from others.
#[test]
fn what_was_kept_aside_is_placed_too() {
    for (file, least) in [("direction-held-out.txt", 92), ("direction-months-held-out.txt", 94)] {
        let score = score(file, &examples(&corpus(file)));
        assert!(score.of > 70 && score.right * 100 >= score.of * least, "{file}: {} of {}", score.right, score.of);
    }
}

/// The value and the reason of the last expression of a text that was published on a day.
fn last(text: &str, published: &str) -> (String, String) {
    let found = time_expressions(&Plain::of_text(text), published.parse().ok());
    found.last().map(|found| (found.value.to_string(), found.reason.clone())).unwrap_or_default()
}

#[test]
fn a_day_of_the_year_looks_where_its_verb_looks() {
    for (text, published, value) in [
        ("ولن تبقى قوات قتالية بعد 31 كانون الأول.", "2021-07-27", "2021-12-31"),
        ("وأكد البيان ألا تبقى قوات قتالية في البلاد بعد 31 كانون الأول.", "2021-07-27", "2021-12-31"),
        ("وسيكتمل الخفض في 15 جانفي.", "2020-11-18", "2021-01-15"),
        ("واكتمل الخفض في 15 جانفي.", "2021-02-03", "2021-01-15"),
        ("وتنتهي المهمة في 31 دجنبر.", "2021-07-29", "2021-12-31"),
        ("وانتهت المهمة في 31 دجنبر.", "2022-01-12", "2021-12-31"),
        ("وسيعلن الموعد في تموز.", "2021-08-20", "2022-07"),
        ("وأُعلن الموعد في تموز.", "2021-08-20", "2021-07"),
    ] {
        let (found, reason) = last(text, published);
        assert_eq!(found, value, "«{text}»: {reason}");
    }
}

#[test]
fn a_bare_weekday_after_a_verb_that_no_table_has_is_the_last_one() {
    for text in ["أوقدت القرى مشاعلها، الخميس.", "تلعثم الوزير أمام الكاميرات الخميس.", "انبرى المتطوعون لتنظيف الشاطئ الخميس."]
    {
        assert_eq!(last(text, "2021-04-10").0, "2021-04-08", "{text}");
    }
}

#[test]
fn a_reason_names_only_what_stands_there() {
    let past = last("التقى الرئيس الوزير في القصر، الخميس.", "2021-04-10");
    assert_eq!(past, ("2021-04-08".to_owned(), "آخر يوم بهذا الاسم قبل النشر (قبله فعل ماضٍ)".to_owned()));
    let coming = last("سيلتقي الرئيس الوزير في القصر الخميس.", "2021-04-10");
    assert_eq!(coming, ("2021-04-15".to_owned(), "أول يوم بهذا الاسم بعد النشر (قبله فعل مستقبل)".to_owned()));
    for text in ["برنامج الخميس", "جلسة الخميس في القاعة الكبرى.", "في أيلول"] {
        let (value, reason) = last(text, "2021-04-10");
        assert!(!value.is_empty() && !reason.contains("قبله فعل") && !reason.contains("بعده فعل"), "{text}: {reason}");
    }
}
