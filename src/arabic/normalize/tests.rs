use super::*;
use crate::span::Span;

/// The text that is made, after checking the laws that hold for every text.
fn made(text: &str) -> String {
    let made = normalize(text);
    assert_eq!(normalize(&made.text).text, made.text, "not settled: {text:?}");
    for (at, _) in made.text.char_indices() {
        assert!(text.is_char_boundary(made.map.to_source(at)), "{text:?} at {at}");
    }
    assert_eq!(made.map.to_source(made.text.len()), text.len());
    made.text
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(made(text), expected);
}

#[test]
fn marks_are_composed_and_ordered() {
    check("ا\u{0654}مير", "أمير");
    check("مسو\u{0654}ول", "مسؤول");
    check("مح\u{0651}\u{064E}مد", "مح\u{064E}\u{0651}مد");
    check("cafe\u{0301}", "café");
    check("\u{1112}\u{1161}\u{11AB}", "한");
    check("\u{212B}", "Å");
    check("ا\u{200F}\u{0654}مير", "أمير");
}

#[test]
fn tanwin_stays_where_its_house_writes_it() {
    check("أيضاً", "أيضاً");
    check("أيضًا", "أيضًا");
    check("جدّاً.", "جدّاً.");
    check("هدىً", "هدىً");
    check("ﺃﻳﻀﺎً", "أيضاً");
    check("أيضاً\u{200F} قال", "أيضاً قال");
}

#[test]
fn presentation_forms_become_letters() {
    check("ﺍﻟﻌﺮﺍﻕ ﻻ ﷲ", "العراق لا الله");
    check("ﻣﺤﻤ\u{FE7D}ﺪ", "محمّد");
    check("ﷺ", "ﷺ");
    check("ﻓﯽ", "في");
}

#[test]
fn strokes_inside_words_fall_away() {
    check("العـــراق", "العراق");
    check("سنة 1442 هـ، ثم", "سنة 1442 هـ، ثم");
    check("الـ60 والــ\"حزب\"", "الـ60 والـ\"حزب\"");
    check("السلامـــ عليكم", "السلام عليكم");
    check("ــــــ", "ــــــ");
    check("بـَيان", "بَيان");
    check("لا يعترف بـ «الاتفاق» ولا لـ 40 من بنوده", "لا يعترف بـ «الاتفاق» ولا لـ 40 من بنوده");
    check("الــ «حزب» وكـ. قلبـ «»", "الـ «حزب» وكـ. قلب «»");
}

#[test]
fn invisible_characters_fall_away() {
    check("\u{FEFF}قال\u{200F} الوزير\u{00A0}إن\u{200B}ه", "قال الوزير إنه");
    check("سطر\r\nوآخر\u{2028}وثالث\r", "سطر\nوآخر\nوثالث\n");
    check("لا\u{200C}يزال", "لايزال");
    check("👨\u{200D}👩\u{200D}👧", "👨\u{200D}👩\u{200D}👧");
    check("أ\tب  ج", "أ\tب  ج");
    check("قال\u{0}\u{7}", "قال");
}

#[test]
fn lookalikes_in_arabic_words_are_replaced() {
    check("فی العراق", "في العراق");
    check("علی وإلی", "على وإلى");
    check("الأمریکی", "الأمريكي");
    check("ہذا", "هذا");
    check("ئاکرێ و گفتگوی", "ئاکرێ و گفتگوی");
}

#[test]
fn latin_marks_between_arabic_words_are_replaced() {
    check("بغداد, وأربيل; ثم البصرة?", "بغداد، وأربيل؛ ثم البصرة؟");
    check("قال,\"نعم\"", "قال،\"نعم\"");
    check("a,b; 1,234 C++, OPEC? نعم", "a,b; 1,234 C++, OPEC? نعم");
    check("لماذا??", "لماذا؟؟");
    check("انتظر... ثم.. عاد", "انتظر... ثم.. عاد");
}

#[test]
fn the_way_back_cuts_out_the_words() {
    let text = "في\u{200F} العـــراق, أيضاً فی ﺑﻐﺪﺍﺩ";
    let made = normalize(text);
    let back = |part: &str| {
        made.map.span_to_source(Span::of(&made.text, part).expect("it is there")).cut(text)
    };
    assert_eq!(back("العراق"), "العـــراق");
    assert_eq!(back("أيضاً"), "أيضاً");
    assert_eq!(back("بغداد"), "ﺑﻐﺪﺍﺩ");
    assert_eq!(back("،"), ",");
}

#[test]
fn odd_texts_hold_the_laws() {
    for text in [
        "",
        "\u{064B}",
        "ـ",
        "\u{200F}",
        "\u{064B}\u{0651}\u{064B}",
        "ا\u{064B}ـ",
        "ـاً",
        "یـ\u{200C}ی",
        ",",
        "؟?",
        "\r",
        "\r\r\n",
        "\u{FC60}",
        "ﻻ\u{0654}",
    ] {
        made(text);
    }
}
