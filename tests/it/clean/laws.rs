//! What holds of cleaning whatever the text is.

use proptest::prelude::*;
use sijill::document::{InputKind, Plain};

use super::super::articles::{case, files, folder};
use super::{cleaned, page};

/// Kept and removed pieces are all of the raw text, and the text of the draft is the kept words.
fn check_laws(raw: &str, kind: InputKind) -> Result<(), TestCaseError> {
    let draft = cleaned(raw, kind).value;
    let raw: &str = &draft.origin.raw;
    let mut kept = String::new();
    let mut at = 0;
    for removed in &draft.front_matter.removed {
        prop_assert!(
            removed.span.start >= at && removed.span.end <= raw.len() && !removed.span.is_empty()
        );
        prop_assert!(
            raw.is_char_boundary(removed.span.start) && raw.is_char_boundary(removed.span.end)
        );
        kept.push_str(&raw[at..removed.span.start]);
        kept.push('\n');
        at = removed.span.end;
    }
    kept.push_str(&raw[at..]);
    let letters = |text: &str| -> String {
        sijill::arabic::fold::folded(text).chars().filter(|c| c.is_alphanumeric()).collect()
    };
    if kind == InputKind::Text {
        let normal = sijill::arabic::normalize::normalize(&kept).text;
        prop_assert_eq!(letters(&normal), letters(&Plain::of(&draft.text).text));
    }
    Ok(())
}

#[test]
fn the_laws_hold_on_every_case() {
    for half in
        ["articles/tuned", "articles/held-out", "articles/tuned-two", "articles/held-out-two"]
    {
        for path in files(&folder(half)) {
            check_laws(&case(&path).raw, InputKind::Text)
                .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        }
    }
    for path in files(&folder("pages")) {
        check_laws(&page(&path).raw, InputKind::Html)
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }
}

#[test]
fn cleaning_what_is_clean_changes_nothing() {
    for path in files(&folder("articles/tuned")) {
        let case = case(&path);
        let once = cleaned(&case.raw, InputKind::Text).value;
        let plain = Plain::of(&once.text).text;
        let titled = format!("{}\n\n{plain}\n", once.front_matter.title.unwrap_or_default());
        let twice = cleaned(&titled, InputKind::Text).value;
        assert_eq!(Plain::of(&twice.text).text, plain, "{}", case.name);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// Lines of all articles put together at random, also cut in the middle.
    #[test]
    fn the_laws_hold_on_any_mix_of_lines(picks in prop::collection::vec((0usize..4000, 0usize..200, prop::sample::select(vec!["\n", "\r\n", "\n\n", " ", "\u{200F}\n", "\t"])), 0..40)) {
        let lines = all_lines();
        let mut raw = String::from("نص ");
        for (line, from, joint) in picks {
            raw.extend(lines[line % lines.len()].chars().skip(from % 60));
            raw.push_str(joint);
        }
        check_laws(&raw, InputKind::Text)?;
        check_laws(&format!("<div><p>{}</p><a href=x>{raw}</a>", raw.replace('\n', "</p><p class=share>")), InputKind::Html)?;
    }
}

/// Letters, marks, controls and furniture in any order: what stands beside what is never certain.
const PIECES: [&str; 48] = [
    "ا",
    "ل",
    "ب",
    "ة",
    "ی",
    "ـ",
    "\u{064B}",
    "\u{0651}",
    "\u{200F}",
    "\u{200D}",
    "\u{2067}",
    " ",
    "\n",
    "\r",
    "\t",
    "\u{00A0}",
    "ﻻ",
    "\u{FC60}",
    "1",
    "٢",
    "/",
    ".",
    ":",
    "-",
    "[",
    "]",
    "(",
    ")",
    "«",
    "»",
    ">",
    "#",
    "*",
    "|",
    "http://a",
    "منذ",
    "ساعة",
    "اقرأ أيضا",
    "الأحد",
    "2021",
    "é",
    "👍",
    "<p>",
    "&amp;",
    "---\n",
    "1/2 ",
    "المصدر: ",
    "[1/2/2021, 3:04] ",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn the_laws_hold_on_any_mix_of_pieces(picks in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60)) {
        let raw = format!("نص {}", picks.concat());
        check_laws(&raw, InputKind::Text)?;
        check_laws(&raw, InputKind::Html)?;
    }
}

fn all_lines() -> Vec<String> {
    ["articles/tuned", "articles/held-out"]
        .iter()
        .flat_map(|half| files(&folder(half)))
        .flat_map(|path| case(&path).raw.lines().map(str::to_owned).collect::<Vec<_>>())
        .collect()
}
