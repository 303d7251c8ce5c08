//! Which way a time expression without a mark looks: the table of weights, what was kept aside from it, and the reasons it gives.

use std::fs;
use std::path::Path;

use sijill::article::annotate::timex::direction::learn::{
    Example, examples, score as placed, table,
};
use sijill::article::annotate::timex::time_expressions;
use sijill::document::Plain;

use super::scores::Score;

fn corpus(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus").join(name))
        .unwrap()
}

fn training() -> Vec<Example> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/train/direction");
    let mut files: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let text: String = files.iter().map(|file| fs::read_to_string(file).unwrap()).collect();
    examples(&text)
}

#[test]
fn training_again_gives_the_table_of_the_repository() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("weights/direction.txt");
    let again = table(&training());
    assert!(
        fs::read_to_string(file).unwrap() == again,
        "run `cargo run --example train -- direction`, and read the table in the diff"
    );
}

/// Nobody looks at the sentences that are kept aside: they are told by their number.
fn kept_aside(set: &str, file: &str, least: usize) -> Score {
    let mut score = Score::of(set, least);
    for (number, example) in examples(&corpus(file)).chunks(1).enumerate() {
        score.case(placed(file, example).right == 1, (number + 1).to_string());
    }
    score
}

pub(crate) fn scores() -> Vec<Score> {
    let learnt_from = placed("", &training());
    let mut training = Score {
        right: learnt_from.right,
        of: learnt_from.of,
        ..Score::of("sentences that the weights are learnt from", 94)
    };
    // Without the signs and their weights, which each training changes.
    training.missed = learnt_from
        .misses
        .iter()
        .map(|missed| missed.split(" by ").next().unwrap_or_default().to_owned())
        .collect();
    vec![
        training,
        kept_aside("weekdays, held out", "direction-held-out.txt", 92),
        kept_aside("days in clauses, held out", "direction-clauses-held-out.txt", 88),
        kept_aside("days of what happened once, held out", "direction-deeds-held-out.txt", 92),
        kept_aside("days that go back to a noun, held out", "direction-resumed-held-out.txt", 80),
        kept_aside("days that were reached, held out", "direction-reached-held-out.txt", 80),
        kept_aside(
            "days until which something lasts, held out",
            "direction-until-held-out.txt",
            70,
        ),
        kept_aside(
            "days behind «منذ», «كان قد», «نتوقع أن», held out",
            "direction-since-held-out.txt",
            80,
        ),
        kept_aside("days that statements deplore, held out", "direction-protest-held-out.txt", 70),
        kept_aside("months and days, held out", "direction-months-held-out.txt", 94),
    ]
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
    for text in [
        "أوقدت القرى مشاعلها، الخميس.",
        "تلعثم الوزير أمام الكاميرات الخميس.",
        "انبرى المتطوعون لتنظيف الشاطئ الخميس.",
    ] {
        assert_eq!(last(text, "2021-04-10").0, "2021-04-08", "{text}");
    }
}

#[test]
fn a_reason_names_only_what_stands_there() {
    let past = last("التقى الرئيس الوزير في القصر، الخميس.", "2021-04-10");
    assert_eq!(
        past,
        ("2021-04-08".to_owned(), "آخر يوم بهذا الاسم قبل النشر (قبله فعل ماضٍ)".to_owned())
    );
    let coming = last("سيلتقي الرئيس الوزير في القصر الخميس.", "2021-04-10");
    assert_eq!(
        coming,
        ("2021-04-15".to_owned(), "أول يوم بهذا الاسم بعد النشر (قبله فعل مستقبل)".to_owned())
    );
    for text in ["برنامج الخميس", "جلسة الخميس في القاعة الكبرى.", "في أيلول"]
    {
        let (value, reason) = last(text, "2021-04-10");
        assert!(
            !value.is_empty() && !reason.contains("قبله فعل") && !reason.contains("بعده فعل"),
            "{text}: {reason}"
        );
    }
}

#[test]
fn what_is_called_by_its_day_has_happened() {
    for (text, value) in [
        ("تطبيق اتفاق 5 آب هو المطلب.", "2024-08-05"),
        ("لا يزال ضحايا زلزال 6 أيلول في الخيام.", "2024-09-06"),
        ("سترد الحكومة على هجوم 3 كانون الأول.", "2024-12-03"),
        ("تغير كل شيء بعد هجوم 7 تشرين الأول.", "2023-10-07"),
        // What is planned may come.
        ("تؤجل انتخابات 6 أيار مرة أخرى.", "2025-05-06"),
    ] {
        let (found, reason) = last(text, "2024-12-27");
        assert_eq!(found, value, "{text}: {reason}");
    }
    for text in ["تطبيق اتفاق 5 شباط هو المطلب.", "يطالب ذوو ضحايا انفجار 4 أيار بالحقيقة."]
    {
        let found = time_expressions(&Plain::of_text(text), "2024-12-27".parse().ok());
        assert_eq!(found, [], "after months the year is open: {text}");
    }
    let older = last("كان هجوم 7 تشرين الأول أعنفها.", "2013-11-02");
    assert_eq!(older.0, "2013-10-07", "a text older than the renowned day does not speak of it");
}

#[test]
fn a_foreign_or_family_name_is_no_verb() {
    for (text, value) in [
        // «سين…» is no future, «يمق» behind a given name no present.
        ("وقع المفوض الأوروبي فيرجينيوس سينكيفيسيوس اتفاق الصيد ليل الاثنين.", "2021-11-15"),
        ("زار رئيس البلدية رياض يمق السوق الاثنين.", "2021-11-15"),
        ("سيستخدمونها ابتداء من الاثنين.", "2021-11-22"),
        ("ودعت الرابطة ضيوفها الاثنين.", "2021-11-15"),
        ("ودعت إلى وقفة أمام البرلمان الاثنين.", "2021-11-22"),
    ] {
        let (found, reason) = last(text, "2021-11-18");
        assert_eq!(found, value, "{text}: {reason}");
        assert!(!reason.contains("مضارع"), "{text}: {reason}");
    }
}
