//! Laws of the Arabic room that hold for every text, tried on made-up ones.

use std::sync::LazyLock;
use std::time::{Duration, Instant};

use icu_normalizer::ComposingNormalizerBorrowed;
use proptest::prelude::*;
use sijill::arabic::bidi::{base_direction, isolated, isolated_runs, plain_field};
use sijill::arabic::calendar::hijri::HijriDay;
use sijill::arabic::calendar::months::{month_from_name, weekday_from_name};
use sijill::arabic::calendar::{
    Edtf, MonthStyle, date_of_phrase, format_date, format_date_with_weekday,
};
use sijill::arabic::chars::{is_bidi_control, is_tashkeel};
use sijill::arabic::clitics::{analyses, readings};
use sijill::arabic::collate::{Heads, compare, letter_heading, sort_key};
use sijill::arabic::fold::{fold, folded};
use sijill::arabic::normalize::normalize;
use sijill::arabic::numbers::digits::{number, whole_number};
use sijill::arabic::numbers::parse::{leading_number, leading_ordinal};
use sijill::arabic::slug::{SLUG_BYTES, slug, slug_within};
use sijill::arabic::spelling::one_spelling;
use sijill::arabic::stem::stem;
use sijill::arabic::tokenize::{sentences, tokens};
use sijill::span::{Mapped, Span};

/// How many texts each law is tried on; `PROPTEST_CASES` asks for more.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(3_000)
}

/// Characters that meet in copied Arabic text, the odd ones more often than in life.
fn character() -> impl Strategy<Value = char> {
    let arabic: Vec<char> = ('\u{0621}'..='\u{063A}').chain('\u{0641}'..='\u{064A}').collect();
    prop_oneof![
        8 => prop::sample::select(arabic),
        2 => prop::char::range('\u{064B}', '\u{0655}'),
        2 => prop::sample::select("لاأوفبكسيةى".chars().collect::<Vec<_>>()),
        2 => prop::sample::select(vec![' ', '\n', '\t', '\r', '\u{00A0}', '\u{2003}', '\u{2028}', '\u{85}']),
        2 => prop::sample::select("ـیکہھپگچەێٱ".chars().collect::<Vec<_>>()),
        2 => prop::sample::select(vec!['\u{200B}', '\u{200C}', '\u{200D}', '\u{200F}', '\u{202B}', '\u{2067}', '\u{FEFF}', '\u{AD}', '\0', '\u{1B}', '\u{034F}']),
        2 => prop::sample::select(".,;:?!؟،؛…«»\"()[]-–/+%@#'".chars().collect::<Vec<_>>()),
        2 => prop::sample::select("0123456789٠٣٩۰۴۹٫٬".chars().collect::<Vec<_>>()),
        1 => prop::char::range('\u{FB50}', '\u{FDFD}'),
        1 => prop::char::range('\u{FE70}', '\u{FEFC}'),
        1 => prop::char::range('A', 'z'),
        1 => prop::sample::select(vec!['\u{0301}', '\u{0340}', '\u{1161}', '\u{1112}', '\u{11AB}', '\u{212B}', '\u{0F73}', '\u{1F468}', '\u{FFFD}', '\u{E000}', '\u{2F800}']),
        1 => any::<char>(),
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(character(), 0..40).prop_map(|chars| chars.into_iter().collect())
}

/// Both ends of every border's way back stand on borders, in rising order.
fn check_map(source: &str, made: &Mapped) {
    let mut last = 0;
    for at in made.text.char_indices().map(|(at, _)| at).chain([made.text.len()]) {
        let there = made.map.to_source(at);
        assert!(source.is_char_boundary(there), "{source:?}: {at} leads into a character");
        assert!(there >= last, "{source:?}: {at} leads back");
        last = there;
    }
    assert_eq!(last, source.len());
}

/// The spans stand in order, on borders, and what is between them is white space.
fn check_cover(text: &str, spans: &[Span]) {
    let mut at = 0;
    for span in spans {
        assert!(span.start >= at && !span.is_empty());
        assert!(text[at..span.start].trim().is_empty(), "{text:?}");
        at = span.end;
    }
    assert!(text[at..].trim().is_empty(), "{text:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases()) })]

    #[test]
    fn normalize_settles_in_nfc(source in text()) {
        let made = normalize(&source);
        check_map(&source, &made);
        prop_assert_eq!(&normalize(&made.text).text, &made.text);
        prop_assert!(ComposingNormalizerBorrowed::new_nfc().is_normalized(&made.text));
        prop_assert!(!made.text.contains(is_bidi_control));
    }

    #[test]
    fn normalize_keeps_what_is_compared(source in "[ء-غف-ي ]{0,30}") {
        prop_assert_eq!(folded(&normalize(&source).text), folded(&source));
    }

    #[test]
    fn fold_settles(source in text()) {
        let made = fold(&source);
        check_map(&source, &made);
        prop_assert_eq!(&folded(&source), &made.text);
        prop_assert_eq!(&folded(&made.text), &made.text);
        prop_assert!(!made.text.contains(is_tashkeel));
    }

    #[test]
    fn tokens_and_sentences_cover_the_text(source in text()) {
        let found: Vec<Span> = tokens(&source).map(|token| token.span).collect();
        check_cover(&source, &found);
        let found = sentences(&source);
        check_cover(&source, &found);
        for span in found {
            prop_assert_eq!(span.cut(&source).trim(), span.cut(&source));
            prop_assert!(!span.cut(&source).contains('\n'));
        }
    }

    #[test]
    fn readings_put_together_give_the_word(source in text()) {
        for word in source.split_whitespace() {
            let found = readings(word);
            prop_assert_eq!((found[0].proclitics, found[0].rest), ("", word));
            for reading in found {
                prop_assert_eq!([reading.proclitics, reading.rest].concat(), word);
                prop_assert!(reading.rest.ends_with(reading.stem));
            }
            for analysis in analyses(word) {
                prop_assert!(word.ends_with(&[analysis.stem, analysis.enclitic].concat()));
                prop_assert!(!analysis.bases().is_empty());
            }
        }
    }

    #[test]
    fn slugs_are_safe_and_settled(source in text(), limit in 0_usize..60) {
        let made = slug(&source);
        prop_assert!(!made.is_empty() && made.len() <= SLUG_BYTES);
        prop_assert!(!made.contains(['/', '\\', ' ', '\0', ':']) && !made.starts_with('.') && !made.contains(is_tashkeel));
        prop_assert!(ComposingNormalizerBorrowed::new_nfc().is_normalized(&made));
        prop_assert_eq!(&slug(&made), &made);
        prop_assert!(slug_within(&source, limit).len() <= limit.max(16));
    }

    #[test]
    fn keys_and_comparison_agree(a in text(), b in text()) {
        for heads in [Heads::Counted, Heads::Skipped] {
            prop_assert_eq!(sort_key(&a, heads).cmp(&sort_key(&b, heads)), compare(&a, &b, heads));
            letter_heading(&a, heads);
        }
    }

    #[test]
    fn isolated_runs_stand_in_order(source in text()) {
        let mut at = 0;
        for run in isolated_runs(&source) {
            prop_assert!(run.span.start >= at && !run.span.is_empty());
            prop_assert!(!run.span.cut(&source).starts_with(' ') && !run.span.cut(&source).ends_with(' '));
            at = run.span.end;
        }
        let plain: String = isolated(&source).chars().filter(|c| !matches!(c, '\u{2066}' | '\u{2069}')).collect();
        prop_assert_eq!(plain, source.chars().filter(|c| !matches!(c, '\u{2066}' | '\u{2069}')).collect::<String>());
        plain_field(&source);
        base_direction(&source);
    }

    #[test]
    fn words_of_any_kind_are_taken(source in text()) {
        let words: Vec<&str> = source.split_whitespace().collect();
        leading_number(&words);
        leading_ordinal(&words);
        month_from_name(&source);
        weekday_from_name(&source);
        date_of_phrase(&source);
        for word in words {
            number(word);
            whole_number(word);
            let folded_word = folded(word);
            let once = stem(&folded_word);
            prop_assert_eq!(once.is_empty(), folded(word).is_empty(), "{}", word);
            let spelled = one_spelling(word);
            prop_assert_eq!(one_spelling(&spelled), spelled);
        }
    }

    #[test]
    fn dates_print_what_they_parse(source in "[0-9X]{2,4}(-[0-9]{2}){0,2}[~?%]?(/([0-9]{4}(-[0-9]{2}){0,2}[~?%]?|\\.\\.)?)?") {
        if let Ok(date) = source.parse::<Edtf>() {
            prop_assert_eq!(date.to_string().parse::<Edtf>().ok(), Some(date.clone()));
            prop_assert!(!format_date(&date, MonthStyle::default()).is_empty());
            format_date_with_weekday(&date, MonthStyle::default());
            if let Some(day) = date.single_day() {
                HijriDay::of(day);
            }
        }
    }

    #[test]
    fn no_text_is_too_odd_for_a_date(source in text()) {
        if let Ok(date) = source.parse::<Edtf>() {
            format_date(&date, MonthStyle::default());
        }
    }
}

/// Texts that break passes which look back or ahead too far: each takes time in proportion to its length.
#[test]
fn long_odd_texts_take_linear_time() {
    const CHARS: usize = 200_000;
    for piece in [
        "ب",
        "\u{064B}",
        "\u{064B}\u{0651}",
        "ـ",
        "ـ\u{200D}",
        "ـ\u{064E}",
        "\u{200F}",
        "ی",
        "یپ",
        ",",
        "?",
        ".",
        "…",
        "ﻻ",
        "ﷺ",
        "1",
        "1,",
        "1.",
        "1-",
        "0 ",
        "a ",
        "+",
        "ا\u{064B}",
        "اً",
        "ا\u{064B}ـ",
        "و",
        "د. ",
        "a.",
        "( ",
        "\r",
        "\\ud800",
        "٣3۳",
        "\u{0301}",
        "\u{1161}",
        "«",
    ] {
        let text = piece.repeat(CHARS / piece.chars().count());
        let start = processor_time();
        check_map(&text, &normalize(&text));
        check_map(&text, &fold(&text));
        tokens(&text).count();
        sentences(&text);
        isolated_runs(&text);
        readings(&text);
        stem(&text);
        one_spelling(&text);
        slug(&text);
        sort_key(&text, Heads::Skipped);
        let words: Vec<&str> = text.split(' ').collect();
        leading_number(&words);
        month_from_name(&text);
        date_of_phrase(&text);
        number(&text);
        let took = processor_time().saturating_sub(start);
        assert!(took < Duration::from_secs(20), "{piece:?} took {took:?}");
    }
}

/// How long this thread has been at work: what else a machine does is not counted, where the system tells them apart.
fn processor_time() -> Duration {
    static FIRST: LazyLock<Instant> = LazyLock::new(Instant::now);
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|text| text.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| FIRST.elapsed(), Duration::from_nanos)
}
