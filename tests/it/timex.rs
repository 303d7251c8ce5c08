//! Time expressions: the corpora of what is a date and what is none, and laws for any text.

use chrono::NaiveDate;
use proptest::prelude::*;
use sijill::article::annotate::annotate_plain;
use sijill::article::annotate::timex::{recognize, time_expressions};
use sijill::article::{self, read};
use sijill::document::{InputKind, Plain};
use sijill::knowledge::Knowledge;

use super::scores::Score;

fn day(text: &str) -> Option<NaiveDate> {
    text.parse().ok()
}

fn values(text: &str, reference: Option<NaiveDate>) -> String {
    let found = time_expressions(&Plain::of_text(text), reference);
    found.iter().map(|found| found.value.to_string()).collect::<Vec<_>>().join(" ")
}

/// A corpus of phrasings below their value; `@` gives the day that they count from.
fn phrasings(set: &str, corpus: &str, least: usize) -> Score {
    let (mut reference, mut expected, mut score) = (None, "", Score::of(set, least));
    for line in corpus.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        if let Some(text) = line.strip_prefix("@ ") {
            reference = day(text);
        } else if !line.starts_with(' ') {
            expected = if line == "none" { "" } else { line };
        } else {
            let found = values(line.trim(), reference);
            let number = score.of + 1;
            let told = || format!("«{}»: {found}, not {expected}", line.trim());
            score.case(
                found == expected,
                if set.ends_with("held out") { number.to_string() } else { told() },
            );
        }
    }
    score
}

/// Chronologies, text by text: each line behind the values of its times.
fn chronologies(set: &str, corpus: &str, least: usize) -> Score {
    let mut score = Score::of(set, least);
    let corpus: String = corpus
        .lines()
        .filter(|line| !line.starts_with('#'))
        .fold(String::new(), |all, line| all + line + "\n");
    for text in corpus.split("\n\n").map(str::trim).filter(|text| !text.is_empty()) {
        let (head, lines) = text.split_once('\n').unwrap_or_default();
        let lines: Vec<(&str, &str)> =
            lines.lines().filter_map(|line| line.split_once(" | ")).collect();
        let whole = lines.iter().map(|(_, line)| *line).collect::<Vec<_>>().join("\n");
        let plain = Plain::of_text(&whole);
        let found = time_expressions(&plain, day(head.trim_start_matches("@ ")));
        for (at, (expected, line)) in lines.iter().enumerate() {
            let here = found.iter().filter(|time| plain.paragraph_at(time.span.start) == at);
            let values = here.map(|time| time.value.to_string()).collect::<Vec<_>>().join(" ");
            let values = if values.is_empty() { "-" } else { &values };
            let number = score.of + 1;
            let told = || format!("«{line}»: {values}, not {expected}");
            let told = if set.ends_with("held out") { number.to_string() } else { told() };
            score.case(values == *expected, told);
        }
    }
    score
}

/// What is no date gives none.
fn no_dates() -> Score {
    // A given name that is nothing but a month («أيار») cannot be told from it without knowing people.
    let mut score = Score::of("words that are no date", 99);
    for line in include_str!("../corpus/not-dates.txt")
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
    {
        let found = values(line, day("2021-04-08"));
        score.case(found.is_empty(), format!("«{line}»: {found}"));
    }
    assert!(score.of >= 200, "{}", score.of);
    score
}

pub(crate) fn scores() -> Vec<Score> {
    vec![
        chronologies("chronologies, tuned", include_str!("../corpus/chronologies/tuned.txt"), 95),
        chronologies(
            "chronologies, held out",
            include_str!("../corpus/chronologies/held-out.txt"),
            90,
        ),
        phrasings("phrasings, tuned", include_str!("../corpus/dates.txt"), 100),
        phrasings("phrasings, held out", include_str!("../corpus/dates-held-out.txt"), 95),
        no_dates(),
    ]
}

#[test]
fn without_a_day_only_what_is_written_out_has_a_value() {
    assert_eq!(
        values("الخميس الماضي، وفي 7 أبريل، وأمس، وعام 2008، و3 آذار 2020", None),
        "2008 2020-03-03"
    );
}

#[test]
fn a_weekday_beside_a_near_day_counts_from_one_day_on_which_both_were_said() {
    // The eleventh is a Thursday: who says «yesterday, Monday» and «tomorrow, Wednesday» wrote on Tuesday the ninth.
    for (text, expected) in [
        ("شُيّع الشيخ أمس الاثنين، ويقام العزاء غدًا الأربعاء.", "2024-01-08 2024-01-10"),
        ("ويقام العزاء غدًا الجمعة.", "2024-01-12"),
        ("ويقام العزاء غدًا السبت.", "2024-01-13"),
        ("التقى الوزير اليوم الأربعاء نظيره.", "2024-01-10"),
    ] {
        assert_eq!(values(text, day("2024-01-11")), expected, "{text}");
    }
}

#[test]
fn what_counts_from_another_day_than_that_of_the_page_says_so() {
    let reasons = |stamp: &str| {
        let raw = format!(
            "انطلاق مهرجان المسرح بمشاركة اثنتي عشرة فرقة\n{stamp}\n\nافتتحت الوزيرة، اليوم السبت، مهرجان المسرح في دورته التاسعة بحضور جمهور كبير.\n\nوقال المدير إن العروض تبدأ غدًا بمسرحية «الميناء» لفرقة من الساحل.\n"
        );
        let raw = read::from_text("case", &raw, InputKind::Text).expect("a text is read");
        let made = article::article_of(raw, &Knowledge::default()).expect("it is annotated").value;
        let dates = made.findings.dates.into_iter();
        dates.map(|date| format!("{} {}", date.value, date.reason)).collect::<Vec<_>>()
    };
    assert_eq!(
        reasons("السبت 12 تشرين الأول 2024"),
        ["2024-10-12 يوم النشر", "2024-10-13 محسوب من يوم النشر"]
    );
    assert_eq!(
        reasons("الأحد 13 تشرين الأول 2024"),
        [
            "2024-10-12 يوم الكلام، وهو غير يوم النشر",
            "2024-10-13 محسوب من يوم الكلام، وهو غير يوم النشر"
        ]
    );
}

#[test]
fn a_date_that_is_still_to_come_contradicts_nothing_that_has_been() {
    let knowledge = "
events:
  - id: talks-announced
    name: إعلان المحادثات
    date: 2022-02-10
    status: held
    cues:
      - {all: [أعلن|أعلنت, محادثات]}
";
    let knowledge =
        Knowledge::parse([("knowledge.yaml", knowledge)]).expect("the knowledge base stands");
    let found = |text: &str| {
        let found = annotate_plain(&Plain::of_text(text), day("2022-02-11"), &knowledge).value;
        (found.events.len(), found.conflicts.len())
    };
    assert_eq!(found("أعلنت الإدارة محادثات في نيسان المقبل."), (1, 0));
    assert_eq!(found("أعلنت الإدارة محادثات يوم الثلاثاء 8 شباط."), (1, 1));
    // What was announced months before is something else.
    assert_eq!(found("أعلنت الإدارة محادثات في تشرين الأول الماضي."), (0, 0));
}

#[test]
fn long_rows_of_figures_take_linear_time() {
    for piece in ["12/", "2020-", "يوم ", "3 و", "قبل يومين و", "من 4 إلى ", "أول ", "الأحد، "]
    {
        let text = piece.repeat(20_000);
        let _ = values(&text, day("2021-04-08"));
    }
}

/// Words and marks of which dates are made, in any order.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "7",
        "31",
        "٢٠٢١",
        "2020",
        "12/5/2020",
        "-",
        "/",
        "،",
        ".",
        "أبريل",
        "نيسان",
        "كانون",
        "الثاني",
        "الخميس",
        "يوم",
        "الشهر",
        "العام",
        "الماضي",
        "المقبل",
        "قبل",
        "بعد",
        "من",
        "إلى",
        "بين",
        "و",
        "ثلاثة",
        "أيام",
        "أول",
        "آخر",
        "منتصف",
        "رمضان",
        "هـ",
        "القرن",
        "العشرين",
        "غدًا",
        "أمس",
        "\n",
        "\u{200F}",
        "الـ15",
        "5 7",
        "الربع",
        "الأسبوع",
        "0",
        "99999999999",
        "29 شباط",
    ]);
    prop::collection::vec(piece, 0..24).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn spans_cut_out_words_in_order(text in prop_oneof![pieces(), ".{0,60}"]) {
        let plain = Plain::of_text(&text);
        let mut end = 0;
        for candidate in recognize(&plain) {
            prop_assert!(candidate.span.start >= end && !candidate.span.is_empty());
            prop_assert!(!candidate.span.cut(&text).trim().is_empty());
            end = candidate.span.end;
        }
        for found in time_expressions(&plain, day("2021-04-08")) {
            prop_assert!(found.value.to_string().parse::<sijill::arabic::calendar::Edtf>().is_ok(), "{}", found.value);
            prop_assert!(!found.span.cut(&text).contains('\n'), "{:?}", found.span.cut(&text));
        }
    }
}

#[test]
fn a_mark_takes_no_bracket_without_its_other_half() {
    let marked = |text: &str| {
        let found = time_expressions(&Plain::of_text(text), day("2021-04-08"));
        found.iter().map(|found| found.span.cut(text)).collect::<Vec<_>>().join(" | ")
    };
    for (text, expected) in [
        ("يصل الوفد يوم بعد غد (السبت) إلى المدينة.", "يوم بعد غد (السبت)"),
        ("يصل الوفد غدًا (الجمعة 9 نيسان) إلى المدينة.", "غدًا (الجمعة 9 نيسان)"),
        ("يصل الوفد بعد غد (السبت، إن صحا الجو).", "بعد غد"),
        ("اجتمعوا الثلاثاء (6 نيسان) في القاعة.", "الثلاثاء (6 نيسان)"),
        ("اجتمعوا (أمس الأربعاء) في القاعة.", "أمس الأربعاء"),
        ("اجتمعوا في 6 نيسان (أبريل) 2021 في القاعة.", "6 نيسان (أبريل) 2021"),
    ] {
        assert_eq!(marked(text), expected, "{text}");
    }
}

#[test]
fn a_text_of_a_month_has_no_today() {
    use sijill::article::annotate::timex::{Anchor, resolve};
    let plain = Plain::of_text(
        "لا شيء بقي منها اليوم إلا حجر، وقد مر الأحد بلا زوار. هُدمت المطبعة في كانون الثاني الماضي، وبيعت حروفها عام 1925.",
    );
    let anchor = Anchor { reference: day("2011-03-01"), no_day: true, ..Anchor::default() };
    let found = resolve(&plain, &recognize(&plain), &anchor);
    let values: Vec<String> = found.iter().map(|found| found.value.to_string()).collect();
    assert_eq!(values, ["2011-01", "1925"]);
}
