//! When was an article published? From all that its page and its words say, and from nothing else.
//!
//! 1. [`clues`] reads the dates of the page's head and foot;
//! 2. [`spoken`] finds the events of the knowledge base that the sentences speak of;
//! 3. [`claims`] says between which days the article was published if a weekday beside an event is that event's;
//! 4. [`offices`] says in which years the people of the lede held theirs;
//! 5. [`page`] believes what the page says of its own day, by what it is and where it stands;
//! 6. [`decide`] lets agreement decide where the page says nothing: [`words`] says what in the text speaks for a day
//!    and against it, [`agreement`] what the claims leave together.
//!
//! Where the evidence does not decide, the value is an interval, or nothing.

mod age;
mod agreement;
mod claims;
mod clues;
mod decide;
mod offices;
mod page;
mod spoken;
mod words;

pub use decide::Dating;

use super::text::Text;
use super::timex::Candidate;
use crate::document::{Draft, Order};
use crate::knowledge::Knowledge;
use crate::span::Span;

/// Dates an article by its clues, its expressions and the events of the knowledge base.
///
/// What a person wrote in the front matter wins; a date that was inferred before is found anew. `order` is how figures
/// are read whose own page leaves it open.
pub(super) fn date_article(
    draft: &Draft,
    text: &Text<'_>,
    candidates: &[Candidate],
    knowledge: &Knowledge,
    order: Order,
) -> Dating {
    let times: Vec<Span> = candidates.iter().map(|time| time.span).collect();
    let page = clues::without_entries(clues::read(&draft.clues, order), text.plain, &times);
    let spoken = spoken::spoken(text, knowledge);
    let claims = claims::claims(text.plain, candidates, &spoken);
    let offices = offices::Offices::of(text, knowledge);
    decide::decide(draft, text.plain, candidates, &page, &spoken, &claims, &offices)
}

#[cfg(test)]
mod tests {
    use super::super::timex;
    use super::*;
    use crate::arabic::calendar::Edtf;
    use crate::document::{Clue, ClueKind, Plain};

    const KNOWLEDGE: &str = "
people:
  - {id: port-director, name: سمير النهري, roles: [{title: مدير الميناء, held: 2021-01-01/2023-06-30}]}
  - {id: mayor, name: هالة الساحلي, roles: [{title: رئيسة البلدية, held: 2022-01-01/2022-12-31}]}
series:
  - {id: river-talks, name: محادثات النهر, unit: جولة}
events:
  - {id: river-2, name: الجولة الثانية من محادثات النهر, series: river-talks, ordinal: 2, date: 2022-02-16, status: held}
  - {id: river-3, name: الجولة الثالثة من محادثات النهر, series: river-talks, ordinal: 3, date: 2022-05-20, status: announced}
  - id: dam-opening
    name: افتتاح السد
    date: 2022-02-13
    status: held
    cues:
      - {all: [افتتح|افتتاح, السد]}
  - id: fund-announcement
    name: إعلان صندوق النهر
    date: 2022-09-08
    status: held
    cues:
      - {all: [أعلن|يعلن, موعد, الصندوق], published: 2022-09-01/2022-12-31}
";

    fn date(text: &str, clues: &[(ClueKind, &str)]) -> Dating {
        let knowledge =
            Knowledge::parse([("knowledge.yaml", KNOWLEDGE)]).expect("the knowledge base stands");
        let clues = clues
            .iter()
            .map(|&(kind, text)| Clue { kind, text: text.to_owned(), span: Span::default() })
            .collect();
        let draft = Draft { clues, ..Draft::default() };
        let plain = Plain::of_text(text);
        date_article(
            &draft,
            &Text::of(&plain, &knowledge),
            &timex::recognize(&plain),
            &knowledge,
            Order::DayFirst,
        )
    }

    fn check(text: &str, clues: &[(ClueKind, &str)], published: &str, captured: &str) {
        let found = date(text, clues);
        let value = found.published.as_ref().map_or(String::new(), |(value, ..)| value.to_string());
        let clock = found.captured.as_ref().map_or(String::new(), Edtf::to_string);
        assert_eq!((value.as_str(), clock.as_str()), (published, captured), "{text} {found:?}");
    }

    #[test]
    fn a_weekday_beside_an_event_dates_the_article() {
        check("انطلقت الأربعاء الجولة الثانية من محادثات النهر.", &[], "2022-02-16/2022-02-17", "");
        check("انطلقت اليوم الأربعاء الجولة الثانية من محادثات النهر.", &[], "2022-02-16", "");
        check("انطلقت أمس الأربعاء الجولة الثانية من محادثات النهر.", &[], "2022-02-17", "");
        check("افتتح الوزير الأحد السد الجديد.", &[], "2022-02-13/2022-02-14", "");
        check(
            "قال الوزير إنه افتتح السد الأحد. وتبدأ غدًا الأربعاء الجولة الثانية من محادثات النهر.",
            &[],
            "2022-02-15",
            "",
        );
    }

    #[test]
    fn a_weekday_speaks_for_the_nearest_event_of_its_clause() {
        let both = "انطلقت الجولة الثانية من محادثات النهر وسط إجراءات مشددة في المدينة، وقال الوزير إن الخبراء شاركوا في افتتاح السد الأحد.";
        check(both, &[], "2022-02-13/2022-02-14", "");
        check("وصل الوفد الأربعاء للمشاركة في الجولة الثانية من محادثات النهر.", &[], "", "");
        check("ناقش المجلس الأربعاء نتائج الجولة الثانية من محادثات النهر.", &[], "", "");
        let told = "اختتمت الأربعاء أعمال الجولة الثانية من محادثات النهر.";
        check(told, &[], "2022-02-16/2022-02-17", "");
    }

    #[test]
    fn without_agreement_there_is_no_date() {
        check("انطلقت الاثنين الجولة الثانية من محادثات النهر.", &[], "", "");
        check("ناقش المجلس الموازنة الأربعاء.", &[], "", "");
        check("ناقش المجلس الموازنة.", &[(ClueKind::Clock, "3 آذار 2023 10:15")], "", "2023-03-03");
    }

    #[test]
    fn a_clock_of_the_page_needs_the_text() {
        let text = "انطلقت أمس الأربعاء الجولة الثانية من محادثات النهر.";
        check(text, &[(ClueKind::Clock, "17 شباط 2022")], "2022-02-17", "");
        check(text, &[(ClueKind::Clock, "29 آذار 2024 12:57 م")], "2022-02-17", "2024-03-29");
        check(
            "ترأس الوزير اليوم الخميس جلسة.",
            &[(ClueKind::Clock, "17 شباط 2022")],
            "2022-02-17",
            "",
        );
        check(
            "ترأس الوزير اليوم الجمعة جلسة.",
            &[(ClueKind::Clock, "17 شباط 2022")],
            "",
            "2022-02-17",
        );
    }

    #[test]
    fn the_text_may_name_its_own_day() {
        check("ترأس الوزير اليوم الخميس 17 شباط 2022 جلسة.", &[], "2022-02-17", "");
        check("ترأس الوزير اليوم الجمعة 17 شباط 2022 جلسة.", &[], "2022-02-17", "");
        check(
            "قال مدير الميناء سمير النهري اليوم الخميس 17 شباط إن الرصيف جاهز.",
            &[],
            "2022-02-17",
            "",
        );
        check("قال المدير السابق سمير النهري اليوم الخميس 17 شباط إن الرصيف جاهز.", &[], "", "");
    }

    #[test]
    fn news_of_an_announcement_are_of_its_day_or_the_next() {
        let said = "أكدت وزيرة المالية صباح الاثنين 27 ديسمبر 2021 أن القانون سيصدر قريبًا.";
        check(said, &[], "2021-12-27/2021-12-28", "");
        for text in [
            // What happened may be told years later.
            "انهار السد يوم الاثنين 27 ديسمبر 2021 بعد أمطار غزيرة.",
            "أكدت وزيرة المالية صباح الأحد 27 ديسمبر 2021 أن القانون سيصدر.",
            "أعلنت الشركة في 27 ديسمبر 2021 أن المصنع سيغلق.",
        ] {
            check(text, &[], "", "");
        }
    }

    #[test]
    fn a_text_speaks_from_the_day_on_which_it_was_written() {
        let reference = |text: &str, stamp: &str| {
            date(text, &[(ClueKind::ArticleDay, stamp)]).reference.map(|day| day.to_string())
        };
        let of = |day: &str| Some(day.to_owned());
        let friday = "الجمعة 18 شباط 2022";
        let thursday = "ترأس الوزير اليوم الخميس جلسة، ويعقد المجلس غدًا جلسة أخرى.";
        assert_eq!(reference(thursday, friday), of("2022-02-17"));
        let tomorrow = "يُشيَّع الشاعر غدًا السبت من الجامع الكبير.";
        assert_eq!(reference(tomorrow, friday), of("2022-02-18"));
        // Two that do not agree, and one that fits no day beside it, move nothing.
        let torn = "ترأس الوزير اليوم الخميس جلسة. ويُعقد غدًا السبت لقاء.";
        assert_eq!(reference(torn, friday), of("2022-02-18"));
        assert_eq!(reference("ترأس الوزير اليوم الاثنين جلسة.", friday), of("2022-02-18"));
    }

    #[test]
    fn a_weekday_moves_a_day_of_the_moon() {
        let text = "توفي الشاعر صباح اليوم، ويُصلى عليه غدًا الثلاثاء في الجامع الكبير.";
        check(text, &[(ClueKind::ArticleDay, "٢٣ رجب ١٤٤٥")], "2024-02-05", "");
        let fits = "توفي الشاعر صباح اليوم، ويُصلى عليه غدًا الاثنين في الجامع الكبير.";
        check(fits, &[(ClueKind::ArticleDay, "٢٣ رجب ١٤٤٥")], "2024-02-04", "");
        check(text, &[(ClueKind::ArticleDay, "4 شباط 2024")], "2024-02-04", "");
    }

    #[test]
    fn offices_give_the_year_of_a_dateline() {
        let dateline = [(ClueKind::Dateline, "بغداد – 17 شباط")];
        check("قالت رئيسة البلدية هالة الساحلي إن الموازنة أُقرّت.", &dateline, "2022-02-17", "");
        check("قال مدير الميناء سمير النهري إن الرصيف جاهز.", &dateline, "", "");
    }

    #[test]
    fn a_labelled_date_stands_and_contradictions_are_told() {
        let text = "انطلقت أمس الأربعاء الجولة الثانية من محادثات النهر.";
        check(text, &[(ClueKind::Published, "17th, February 2022 GMT")], "2022-02-17", "");
        check(text, &[(ClueKind::Published, "2/17/2022")], "2022-02-17", "");
        let found = date(text, &[(ClueKind::Published, "17 نيسان 2023")]);
        assert_eq!(found.diagnostics.first().map(|found| found.code), Some("date-conflict"));
    }

    #[test]
    fn a_cue_of_other_years_does_not_contradict_the_page() {
        let text = "وحتى اليوم الخميس لم يعلن الوزير موعد اجتماع الصندوق.";
        let clues = [(ClueKind::Published, "17 شباط 2022")];
        check(text, &clues, "2022-02-17", "");
        assert_eq!(date(text, &clues).diagnostics, []);
    }

    #[test]
    fn a_day_told_in_two_words_stands_with_its_weekday() {
        let clues = [(ClueKind::Published, "14 شباط 2022")];
        for text in [
            "تبدأ بعد غد الأربعاء الجولة الثانية من محادثات النهر.",
            "تبدأ الأربعاء بعد غد الجولة الثانية من محادثات النهر.",
        ] {
            check(text, &[], "2022-02-14", "");
            assert_eq!(date(text, &clues).diagnostics, [], "{text}");
        }
        check("اختُتمت أول أمس الأربعاء الجولة الثانية من محادثات النهر.", &[], "2022-02-18", "");
    }

    #[test]
    fn a_dateline_takes_its_year_from_the_events() {
        let text = "انطلقت أمس الأربعاء الجولة الثانية من محادثات النهر.";
        check(text, &[(ClueKind::Dateline, "بغداد – 17 شباط")], "2022-02-17", "");
        check("ناقش المجلس الموازنة.", &[(ClueKind::Dateline, "بغداد – 17 شباط")], "", "");
    }
}
