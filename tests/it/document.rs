//! The laws of annotated Markdown (DESIGN section 3), on many inputs.

use proptest::prelude::*;
use sijill::document::{
    Annotation, DateBasis, Document, Draft, FrontMatter, Mark, MarkedText, MentionKind, Plain,
    Removed, RemovedKind, Speaker, parse, write,
};
use sijill::knowledge::EntityKind;
use sijill::span::Span;

/// Pieces from which texts are put together: words, clitics, quotes, and all that Markdown might take for markup.
const PIECES: [&str; 44] = [
    "بغداد",
    "العراق",
    "و",
    "ل",
    "قال",
    " ",
    " ",
    " ",
    "، ",
    ". ",
    "«",
    "»",
    "\"",
    "!",
    "!",
    "[",
    "]",
    "(",
    ")",
    "*",
    "**",
    "_",
    "`",
    "#",
    "- ",
    "+ ",
    "> ",
    "1. ",
    "2021",
    "\\",
    "<b>",
    "&amp;",
    "&",
    "~~",
    "|",
    "---",
    "http://a.example",
    "person:x",
    "](",
    "\u{64E}",
    "ـ",
    ":",
    "=",
    "^",
];

fn text() -> impl Strategy<Value = String> {
    let line = prop::collection::vec(prop::sample::select(PIECES.to_vec()), 1..24)
        .prop_map(|pieces| pieces.concat());
    prop::collection::vec(line, 1..5).prop_map(|lines| lines.join("\n"))
}

/// Text as a person writes Markdown: the same pieces, with marks among them.
fn markdown() -> impl Strategy<Value = String> {
    const MARKS: [&str; 8] = [
        "[بغداد](place:baghdad)",
        "[**العراق**](place:iraq)",
        "[«](quote:john-kirby)",
        "[«](quote: \"مسؤول في البنتاغون\")",
        "[فلان](person:)",
        "[7 أبريل](date:2021-04-07)",
        "[x](plain:)",
        "\n\n",
    ];
    let piece = prop_oneof![3 => prop::sample::select(PIECES.to_vec()), 1 => prop::sample::select(MARKS.to_vec())];
    prop::collection::vec(piece, 1..40).prop_map(|pieces| pieces.concat())
}

fn annotation() -> impl Strategy<Value = Annotation> {
    prop_oneof![
        Just(Annotation::Mention(
            MentionKind::Entity(EntityKind::Place),
            Some("baghdad".to_owned())
        )),
        Just(Annotation::Mention(MentionKind::Entity(EntityKind::Person), None)),
        Just(Annotation::Date("2021-12~".parse().unwrap())),
        Just(Annotation::Quote(Speaker::Text("مسؤول \"كبير\" \\ في البنتاغون".to_owned()))),
        Just(Annotation::EndQuote),
    ]
}

/// The clean text that a piece of plain text stands for: trimmed lines that are not empty.
fn clean(text: &str) -> String {
    text.split('\n').map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// The ranges of the words of a text, as candidates for marks.
fn words(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut start = 0;
    for piece in text.split_inclusive([' ', '\n', '،', '»', '«']) {
        let word = piece.trim_end_matches([' ', '\n', '،', '»', '«']);
        spans.push(Span::new(start, start + word.len()));
        start += piece.len();
    }
    spans
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn text_without_markup_is_read_as_these_very_words(text in text()) {
        let marked = MarkedText::from_plain(&text);
        prop_assert_eq!(Plain::of(&marked).text, clean(&text));
    }

    #[test]
    fn what_was_written_reads_back(text in text(), marks in prop::collection::vec((any::<prop::sample::Index>(), annotation()), 0..6)) {
        let marked = MarkedText::from_plain(&text);
        let plain = Plain::of(&marked);
        let words = words(&plain.text);
        let found = marks
            .into_iter()
            .filter(|_| !words.is_empty())
            .filter_map(|(at, annotation)| Some(Mark::found(plain.to_markdown(*at.get(&words), &marked.markdown)?, annotation)))
            .collect();
        let (marked, _) = marked.settle(found);
        for mark in &marked.marks {
            let shown = plain.from_markdown(mark.span).unwrap();
            prop_assert!(plain.text.is_char_boundary(shown.start) && plain.text.is_char_boundary(shown.end));
        }
        let front_matter = FrontMatter {
            title: Some("عنوان: \"فرعي\" # لا تعليق".to_owned()),
            date: Some("2021-04-07".parse().unwrap()),
            date_basis: Some(DateBasis::Inferred),
            topics: Some(vec!["troop-withdrawal".to_owned()]),
            removed: vec![Removed { span: Span::new(3, 9), kind: RemovedKind::Share, reason: "أزرار، ومشاركة".to_owned(), words: 2 }],
            ..FrontMatter::default()
        };
        let document = Document { front_matter, text: marked, plain, ..Document::default() };
        let written = write(&document);
        let read = parse(&written).unwrap().value;
        prop_assert_eq!(&read.front_matter, &document.front_matter);
        prop_assert_eq!(&read.text.markdown, &document.text.markdown);
        let marks = |text: &MarkedText| text.marks.iter().map(|mark| (mark.span, mark.annotation.clone())).collect::<Vec<_>>();
        prop_assert_eq!(marks(&read.text), marks(&document.text));
        prop_assert_eq!(Plain::of(&read.text).text, clean(&text));
        prop_assert_eq!(read.to_markdown(), written);
    }

    #[test]
    fn what_a_person_wrote_is_kept(body in markdown()) {
        let file = format!("---\n# ملاحظة المحرّر\ntopics: [economy]   # تبقى\ntitle:   عنوان\n\nextra: {{note: ١}}\n---\n{body}");
        let draft = parse(&file).unwrap().value;
        prop_assert_eq!(draft.to_markdown(), file);
    }

    #[test]
    fn the_ways_between_markdown_and_plain_text_are_one(body in markdown()) {
        let marked = MarkedText::read(&body);
        let plain = Plain::of(&marked);
        for span in words(&plain.text).into_iter().filter(|span| !span.is_empty()) {
            if let Some(source) = plain.to_markdown(span, &marked.markdown) {
                prop_assert!(marked.markdown.is_char_boundary(source.start) && marked.markdown.is_char_boundary(source.end));
                prop_assert_eq!(plain.from_markdown(source), Some(span));
            }
        }
    }
}

#[test]
fn a_changed_value_replaces_its_lines_and_a_new_one_is_added_below() {
    let written = "title: عنوان # كما ورد\nsource:\n  outlet: كتابات\n  url: https://a.example\n# تعليق\nlang: ar\n";
    let mut front_matter = FrontMatter::parse(written).unwrap().value;
    front_matter.source.original = Some("third-round.txt".to_owned());
    front_matter.date = Some("2021-04".parse().unwrap());
    let yaml = front_matter.to_yaml();
    assert_eq!(
        yaml,
        "title: عنوان # كما ورد\nsource: {outlet: كتابات, url: https://a.example, original: third-round.txt}\n# تعليق\nlang: ar\ndate: 2021-04\n"
    );
    assert_eq!(FrontMatter::parse(&yaml).unwrap().value, front_matter);
}

#[test]
fn a_mark_takes_emphasis_inside() {
    let draft: Draft = parse("زار و**العراق** ثم").unwrap().value;
    let plain = Plain::of(&draft.text);
    let span = Span::of(&plain.text, "العراق").unwrap();
    let place =
        Annotation::Mention(MentionKind::Entity(EntityKind::Place), Some("iraq".to_owned()));
    let mark = Mark::found(plain.to_markdown(span, &draft.text.markdown).unwrap(), place);
    let (text, refused) = draft.text.settle(vec![mark]);
    assert!(refused.is_empty());
    assert_eq!(text.spell(), "زار و[**العراق**](place:iraq) ثم");
}

#[test]
fn a_persons_mark_is_never_overruled() {
    let text = MarkedText::read("في [الأحد](plain:) سوق");
    let sunday = Mark::found(text.marks[0].span, Annotation::Date("2021-04-04".parse().unwrap()));
    let (settled, _) = text.clone().settle(vec![sunday]);
    assert_eq!(settled, text);
}

#[test]
fn of_marks_that_cannot_stand_the_others_of_their_block_stay() {
    // Inside a tag no link is read.
    let draft: Draft =
        parse("في 2021 قال <time datetime=2021-01-01>أحمد</time> كلمة").unwrap().value;
    let plain = Plain::of(&draft.text);
    let date = |words: &str| {
        let span = Span::of(&plain.text, words).unwrap();
        let value = Annotation::Date(words.parse().unwrap());
        Mark::found(plain.to_markdown(span, &draft.text.markdown).unwrap(), value)
    };
    let (text, refused) = draft.text.clone().settle(vec![date("2021"), date("2021-01-01")]);
    assert_eq!(refused.len(), 1);
    assert!(text.spell().starts_with("في [2021](date:2021) قال <time"), "{}", text.spell());
}

#[test]
fn marks_that_cannot_stand_are_found_in_time_that_grows_as_the_text() {
    let text = format!("في 2021 كلمة {}", "<time datetime=2021-01-01>أ</time>".repeat(20_000));
    let draft: Draft = parse(&text).unwrap().value;
    let plain = Plain::of(&draft.text);
    let found: Vec<Mark> = plain
        .text
        .match_indices("2021-01-01")
        .filter_map(|(at, day)| {
            let span = plain.to_markdown(Span::new(at, at + day.len()), &draft.text.markdown)?;
            Some(Mark::found(span, Annotation::Date(day.parse().unwrap())))
        })
        .collect();
    assert_eq!(found.len(), 20_000);
    let begun = std::time::Instant::now();
    let (_, refused) = draft.text.settle(found);
    assert_eq!(refused.len(), 20_000);
    assert!(begun.elapsed().as_secs() < 60, "{:?}", begun.elapsed());
}
