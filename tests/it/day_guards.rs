//! What no page may bring about: a day that no calendar has, a day out of nothing, a day that time forbids.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use sijill::article::annotate::annotate_plain;
use sijill::article::annotate::timex::time_expressions;
use sijill::article::{annotate, clean, read};
use sijill::document::{Document, InputKind, Plain};
use sijill::knowledge::Knowledge;

const TITLE: &str = "ورشة لإصلاح القوارب القديمة في مرفأ النوارس";
const STORY: &str = "فتحت جمعية البحارة ورشة لإصلاح القوارب القديمة في مرفأ النوارس، ويعمل فيها سبعة نجارين متقاعدين مع تلاميذ المعهد المهني.\n\
     وقال مدير الورشة فؤاد الشراعي إن القارب الواحد يحتاج إلى شهرين، وإن أصحاب القوارب يدفعون ثمن الخشب وحده.\n";

/// An article with a line under its headline, and the codes of what was found odd.
fn article(line: &str, story: &str) -> (Document, Vec<&'static str>) {
    let knowledge = Knowledge::default();
    let raw = format!("{TITLE}\n{line}\n{story}");
    let raw =
        read::from_text("case", &raw, InputKind::Text).unwrap_or_else(|error| panic!("{error}"));
    let draft = raw.and_then(|raw| clean::clean(&raw, &knowledge)).value;
    let found = annotate::annotate(draft, &knowledge);
    (found.value, found.diagnostics.iter().map(|found| found.code).collect())
}

fn day_of(line: &str) -> String {
    article(line, STORY).0.front_matter.date.map_or_else(String::new, |date| date.to_string())
}

#[test]
fn a_day_that_no_calendar_has_is_no_day() {
    for line in [
        "نشر في 30 شباط 2021",
        "نُشر في: 31 نيسان 2021 - 10:15",
        "تاريخ النشر: 31/11/2021",
        "تاريخ النشر: 29/2/2021",
        "تاريخ النشر: 14/13/2021",
        "تاريخ النشر: 32/1/2021",
        "تاريخ النشر: 0/5/2021",
        "أضيف بتاريخ 5/0/2021",
        "التاريخ: 00-00-2021",
        "نشر في 14/9/0",
        "نشر في 14/09/0000",
        "نشر في 5 آذار 0",
        "نشر في 5 آذار 0000",
        "نشر في 14/09/20211",
        "نشر في 5 آذار 12021",
        "20211-09-14",
        "نشر في 2021-13-45",
        "نشر في 31 رمضان 1442هـ",
        "نشر في 12 / 13 / 1442هـ",
        "نشر في 99999999999999999999/1/2021",
        "نشر في الثاني والثلاثين من آذار 2021",
    ] {
        assert_eq!(day_of(line), "", "{line}");
    }
    // The same lines with days that are.
    for line in
        ["نشر في 28 شباط 2021", "تاريخ النشر: 28/2/2021", "2021-02-28", "نشر في 16 رجب 1442هـ"]
    {
        assert_eq!(day_of(line), "2021-02-28", "{line}");
    }
}

#[test]
fn of_two_labelled_days_that_differ_the_day_of_publication_stands() {
    for line in [
        "نشر في 14 أيلول 2021 | آخر تحديث 20 أيلول 2021",
        "آخر تحديث 20 أيلول 2021 | نشر في 14 أيلول 2021",
        "آخر تحديث: 20/9/2021\nتاريخ النشر: 14/9/2021",
        // A clock that was put back.
        "نشر في 14 أيلول 2021 | آخر تحديث 10 أيلول 2021",
    ] {
        assert_eq!(day_of(line), "2021-09-14", "{line}");
    }
}

#[test]
fn a_weekday_that_its_day_has_not_is_a_doubt_that_is_told() {
    let (document, codes) = article("نشر في الاثنين 14 أيلول 2021", STORY);
    assert_eq!(
        document.front_matter.date.map(|date| date.to_string()).as_deref(),
        Some("2021-09-14")
    );
    assert!(codes.contains(&"date-weekday"), "{codes:?}");
    let evidence: Vec<&str> =
        document.front_matter.date_evidence.iter().map(|found| found.reason.as_str()).collect();
    assert!(
        evidence.iter().any(|reason| reason.contains("الاثنين") && reason.contains("الثلاثاء")),
        "{evidence:?}"
    );
    let (_, codes) = article("نشر في الثلاثاء 14 أيلول 2021", STORY);
    assert!(!codes.contains(&"date-weekday"), "{codes:?}");
}

#[test]
fn a_stated_day_that_the_text_contradicts_stands_with_a_doubt() {
    let story = STORY.replacen("فتحت جمعية البحارة", "فتحت جمعية البحارة اليوم الجمعة", 1);
    let (document, codes) = article("نشر في 14 أيلول 2021", &story);
    assert_eq!(
        document.front_matter.date.map(|date| date.to_string()).as_deref(),
        Some("2021-09-14")
    );
    assert!(codes.contains(&"date-conflict"), "{codes:?}");
    let (_, codes) = article("نشر في 17 أيلول 2021", &story);
    assert!(!codes.contains(&"date-conflict"), "{codes:?}");
}

#[test]
fn no_article_attests_an_event_after_its_own_day() {
    let knowledge = "
events:
  - id: workshop-opening
    name: افتتاح ورشة القوارب
    date: 2022-05-20
    status: held
    cues:
      - {all: [فتحت|افتتاح, ورشة]}
";
    let knowledge =
        Knowledge::parse([("knowledge.yaml", knowledge)]).expect("the knowledge base stands");
    let plain = Plain::of_text("فتحت الجمعية ورشة القوارب في المرفأ.");
    let attested = |day: &str| {
        let found = annotate_plain(&plain, day.parse().ok(), &knowledge).value;
        found
            .events
            .iter()
            .map(|found| (found.event.clone(), found.status.name()))
            .collect::<Vec<_>>()
    };
    assert_eq!(attested("2022-05-21"), [("workshop-opening".to_owned(), "held")]);
    assert_eq!(attested("2022-05-01"), []);
    assert_eq!(attested("2021-05-21"), []);
}

#[test]
fn what_has_happened_lies_before_the_day_of_publication() {
    let value = |text: &str| {
        let found = time_expressions(&Plain::of_text(text), "2021-04-10".parse().ok());
        found.iter().map(|found| found.value.to_string()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(value("غادر الأسطول المرفأ في 12 أيار"), "2020-05-12");
    assert_eq!(value("اجتمع البحارة الأحد وانتخبوا رئيسهم"), "2021-04-04");
    assert_eq!(value("شهد كانون الأول عواصف أغرقت زورقين"), "2020-12");
    assert_eq!(value("سيغادر الأسطول المرفأ في 12 أيار"), "2021-05-12");
}

/// How long a page of so many lines takes, each a day with its label, above, under and behind the text.
fn time_of(lines: usize) -> Duration {
    let mut raw = String::new();
    for at in 0..lines {
        let (day, month, year) = (at % 28 + 1, at % 12 + 1, 1990 + at % 30);
        let label = ["نشر في", "آخر تحديث:", "", "تاريخ الإضافة", "الأحد"][at % 5];
        let _ = writeln!(raw, "{label} {day}/{month}/{year} 10:15");
        if at == lines / 2 {
            let _ = writeln!(raw, "{TITLE}\n{STORY}");
        }
    }
    let start = Instant::now();
    let knowledge = Knowledge::default();
    let raw =
        read::from_text("case", &raw, InputKind::Text).unwrap_or_else(|error| panic!("{error}"));
    let draft = raw.and_then(|raw| clean::clean(&raw, &knowledge)).value;
    let _ = annotate::date(&draft, &knowledge);
    start.elapsed()
}

#[test]
fn ten_thousand_lines_of_days_take_linear_time() {
    const MANY: usize = 10_000;
    /// Four times the lines may take eight times as long, and a quarter of a second that other work on the machine takes.
    const SHARE: usize = 4;
    let few = time_of(MANY / SHARE);
    let many = time_of(MANY);
    assert!(many <= few * 8 + Duration::from_millis(250), "{few:?}, {many:?}");
}
