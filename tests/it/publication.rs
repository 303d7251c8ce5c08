//! The day of publication, through the whole wing, from the heads and feet of pages in many layouts.

use sijill::article::{annotate, clean, read};
use sijill::document::InputKind;
use sijill::knowledge::Knowledge;

const TITLE: &str = "بدء ملء خزان سد الهضبة الغربية";

/// A story that says «today» as `today`, or names no day where that is empty.
fn story(today: &str) -> String {
    let today = if today.is_empty() { String::new() } else { format!("، {today}،") };
    format!(
        "أعلنت وزارة الري{today} بدء ملء خزان السد الجديد في الهضبة الغربية بعد اكتمال بوابات التصريف.\n\
         وقال مدير السد عمران الهاشمي إن الملء يستغرق موسمين، وإن القرى الواقعة أسفل المجرى أبلغت بمواعيد التصريف.\n"
    )
}

fn published(raw: &str) -> String {
    let knowledge = Knowledge::default();
    let raw =
        read::from_text("case", raw, InputKind::Text).unwrap_or_else(|error| panic!("{error}"));
    let draft = raw.and_then(|raw| clean::clean(&raw, &knowledge)).value;
    let document = annotate::annotate(draft, &knowledge).value;
    document.front_matter.date.map_or_else(String::new, |date| date.to_string())
}

/// Each case: what stands over the headline, under it, before the first word, the day that the text names, and the day of publication.
fn check(cases: &[(&str, &str, &str, &str, &str)]) {
    for (above, below, dateline, today, expected) in cases {
        let line = |line: &str| if line.is_empty() { String::new() } else { format!("{line}\n") };
        let raw = format!("{}{TITLE}\n{}{dateline}{}", line(above), line(below), story(today));
        assert_eq!(published(&raw), *expected, "{raw}");
    }
}

#[test]
fn a_label_states_the_day() {
    check(&[
        ("", "تاريخ النشر: 14/09/2021", "", "", "2021-09-14"),
        ("", "بتاريخ : 14/09/2021 13:45", "", "", "2021-09-14"),
        ("", "حرر في: 14 شتنبر 2021 على الساعة 18:20", "", "", "2021-09-14"),
        ("", "نُشر الثلاثاء 14 سبتمبر 2021 في 10:22 بتوقيت غرينتش", "", "", "2021-09-14"),
        ("", "تاريخ النشر: 7 صفر 1443 هـ - 14 سبتمبر 2021 م", "", "", "2021-09-14"),
        ("", "Published: Tue, 14 Sep 2021 10:30 AM", "", "", "2021-09-14"),
        ("", "نشر: 14 سبتمبر 2021 | حدّث: 16 سبتمبر 2021", "", "", "2021-09-14"),
        ("", "آخر تحديث: 16 سبتمبر 2021 - نشر في: 14 سبتمبر 2021", "", "", "2021-09-14"),
        (
            "",
            "نشر في: 14 سبتمبر ,2021: 11:26 ص GST\nآخر تحديث: 15 سبتمبر ,2021: 01:03 م GST",
            "",
            "",
            "2021-09-14",
        ),
        (
            "الأحد 3 كانون الأول 2023 10:15 ص",
            "تاريخ الإضافة: 14-09-2021 | 11:40",
            "",
            "اليوم الثلاثاء",
            "2021-09-14",
        ),
        ("", "نشر في 14-09-21", "", "اليوم الثلاثاء", "2021-09-14"),
    ]);
}

#[test]
fn the_text_says_which_of_day_and_month_stands_first() {
    check(&[
        ("", "نشر في: 09/08/2021 - 14:07", "", "اليوم الاثنين", "2021-08-09"),
        ("", "نشر في: 09/08/2021 - 14:07", "", "اليوم الأربعاء", "2021-09-08"),
        ("", "9/14/2021", "", "اليوم الثلاثاء", "2021-09-14"),
    ]);
}

#[test]
fn a_day_of_the_page_stands_where_the_text_agrees() {
    check(&[
        ("", "September 14, 2021 2:07 PM", "", "اليوم الثلاثاء", "2021-09-14"),
        ("الثلاثاء 07 صفر 1443 هـ الموافق 14 سبتمبر 2021 م", "", "", "اليوم الثلاثاء", "2021-09-14"),
        ("", "14 أيلول/سبتمبر 2021", "", "أمس الاثنين", "2021-09-14"),
        ("", "آخر تحديث: 14 سبتمبر 2021 - 10:00", "", "اليوم الثلاثاء", "2021-09-14"),
        ("", "2021-09-14T15:40+03:00", "", "اليوم الثلاثاء", "2021-09-14"),
        ("", "١٤/٩/٢٠٢١ - ١١:٢٠ ص", "", "اليوم الثلاثاء", "2021-09-14"),
        ("", "الثلاثاء 14-09-2021 16:55 | كتب: شيماء هادي |", "", "اليوم الثلاثاء", "2021-09-14"),
        ("PM:02:14:14/09/2021", "", "", "اليوم الثلاثاء", "2021-09-14"),
        ("", "GMT 17:30 2021 الثلاثاء 14 أيلول", "", "اليوم الثلاثاء", "2021-09-14"),
        (
            "",
            "17/5/2022|آخر تحديث: 17/5/202210:41 م (بتوقيت مكة المكرمة)",
            "",
            "اليوم الثلاثاء",
            "2022-05-17",
        ),
        ("الخميس 5 أكتوبر 2023", "14/9/2021 11:20", "", "اليوم الثلاثاء", "2021-09-14"),
        ("https://alsadd.example/2021/09/14/dam-filling/", "", "", "اليوم الثلاثاء", "2021-09-14"),
    ]);
}

#[test]
fn messages_have_the_day_of_their_stamp() {
    check(&[
        ("[14/9/2021، 2:07:11 م] سامي: منقول", "", "", "اليوم الثلاثاء", "2021-09-14"),
        (
            "9/14/21, 14:01 - سامي: السلام عليكم\n9/14/21, 14:07 - سامي: منقول",
            "",
            "",
            "اليوم الثلاثاء",
            "2021-09-14",
        ),
        ("قناة السد, [14.09.21 08:44]", "", "", "اليوم الثلاثاء", "2021-09-14"),
        // A Sunday: what a page states stands, with a doubt.
        ("قناة السد, [19.09.21 08:44]", "", "", "اليوم الثلاثاء", "2021-09-19"),
    ]);
}

#[test]
fn a_dateline_has_a_day() {
    check(&[
        ("", "", "الهضبة في 14 سبتمبر 2021 / نبأ / ", "", "2021-09-14"),
        ("14.09.2021", "", "الهضبة - 14 - 9 (نبأ) -- ", "", "2021-09-14"),
        ("2021-09-14 15:10 GMT+4", "", "الهضبة في 14 سبتمبر / نبأ / ", "", "2021-09-14"),
        ("", "", "", "اليوم الثلاثاء 14 سبتمبر 2021", "2021-09-14"),
        ("", "", "", "اليوم الثلاثاء (14 أيلول 2021)", "2021-09-14"),
    ]);
}

#[test]
fn what_a_page_shows_is_believed_without_a_word_of_the_text() {
    check(&[
        ("الخميس 5 أكتوبر 2023", "14/9/2021 11:20", "", "", "2021-09-14"),
        ("", "آخر تحديث: 14 سبتمبر 2021 - 10:00", "", "", "2021-09-14"),
        ("", "5 تشرين الأول 2019", "", "", "2019-10-05"),
        ("", "بقلم: نادر الصالح | 14/09/2021", "", "", "2021-09-14"),
        ("الرئيسية | أخبار محلية | 14 سبتمبر 2021", "", "", "", "2021-09-14"),
    ]);
}

#[test]
fn a_day_above_the_headline_is_a_clock_where_the_text_contradicts() {
    check(&[("الأحد 3 كانون الأول 2023 10:15 ص", "", "", "اليوم الثلاثاء", "")]);
}

/// The day of an article that speaks of an event of the knowledge base, whose page prints its own day.
fn published_beside_an_event(below: &str, lede: &str) -> (String, Vec<String>) {
    let events = "
series:
  - {id: valley-talks, name: محادثات الوادي, unit: جولة}
events:
  - {id: round-1, name: الجولة الأولى, series: valley-talks, ordinal: 1, date: 2019-06-19, status: held}
  - {id: round-2, name: الجولة الثانية, series: valley-talks, ordinal: 2, date: 2020-02-05, status: held}
";
    let knowledge =
        Knowledge::parse([("k.yaml", events)]).unwrap_or_else(|found| panic!("{found:?}"));
    let raw = format!(
        "الوادي يترقب جولة جديدة من المحادثات\n{below}\n{lede}\nوحضر ممثلو القرى الجلسة، وقالوا إن حصة الحقول من المياه لا تكفي حتى الخريف.\n"
    );
    let raw =
        read::from_text("case", &raw, InputKind::Text).unwrap_or_else(|error| panic!("{error}"));
    let draft = raw.and_then(|raw| clean::clean(&raw, &knowledge)).value;
    let made = annotate::annotate(draft, &knowledge);
    let codes = made
        .diagnostics
        .iter()
        .map(|found| found.code.to_owned())
        .filter(|code| code == "date-conflict" || code == "capture-date");
    (
        made.value.front_matter.date.map_or_else(String::new, |date| date.to_string()),
        codes.collect(),
    )
}

/// What an article announces, remembers or counts from does not date it, and is no contradiction of its page.
#[test]
fn an_event_of_another_day_does_not_date_an_article() {
    for (below, lede, day) in [
        (
            "22 يناير 2020",
            "قالت وزارة الري اليوم الأربعاء إن الجولة الثانية من محادثات الوادي ستُعقد في الخامس من فبراير.",
            "2020-01-22",
        ),
        (
            "3/2/2021",
            "بلغ التصريف صباح اليوم الأربعاء ما كان يُرجى، بعد أشهر من اختتام الجولة الثانية من محادثات الوادي.",
            "2021-02-03",
        ),
        (
            "22 يناير 2020",
            "أكد وزير الري اليوم الأربعاء أن الجولة الثانية من محادثات الوادي ستُعقد في موعدها.",
            "2020-01-22",
        ),
        (
            "3/2/2021",
            "بلغ التصريف صباح اليوم الأربعاء ما اتُّفق عليه في الجولة الثانية من محادثات الوادي في 5/2/2020.",
            "2021-02-03",
        ),
        (
            "26 مايو 2021",
            "يوقَّع اليوم الأربعاء اتفاق انتظره البلدان منذ الجولة الأولى من محادثات الوادي قبل عامين.",
            "2021-05-26",
        ),
        (
            "6 فبراير 2020",
            "اختُتمت أمس الأربعاء الجولة الثانية من محادثات الوادي في بلدة القطا.",
            "2020-02-06",
        ),
        ("", "اختُتمت أمس الأربعاء الجولة الثانية من محادثات الوادي في بلدة القطا.", "2020-02-06"),
        (
            "",
            "أكد وزير الري اليوم الأربعاء أن الجولة الثانية من محادثات الوادي ستُعقد في موعدها.",
            "",
        ),
    ] {
        assert_eq!(
            published_beside_an_event(below, lede),
            (day.to_owned(), Vec::new()),
            "{below}: {lede}"
        );
    }
}
