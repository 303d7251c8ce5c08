//! Markdown as people write it: with a heading for a headline, a day and an outlet below it, and no front matter; and texts that
//! were copied out of such a file.

use std::fs;

use assert_cmd::Command;
use sijill::article::{article_of, read};
use sijill::document::{Document, InputKind};
use sijill::knowledge::Knowledge;

fn article(text: &str, kind: InputKind) -> Document {
    let raw = read::from_text("case", text, kind).unwrap_or_else(|error| panic!("{error}"));
    article_of(raw, &Knowledge::default()).unwrap_or_else(|error| panic!("{error}")).value
}

/// Title, day, outlet, and whether the day of the week in the text was placed.
fn head(document: &Document) -> (&str, String, &str) {
    let front = &document.front_matter;
    let day = front.date.as_ref().map(ToString::to_string).unwrap_or_default();
    (
        front.title.as_deref().unwrap_or_default(),
        day,
        front.source.outlet.as_deref().unwrap_or_default(),
    )
}

const TEXT: &str = "افتتح وزير الري سالم الحربي، الخميس، سد الوادي الكبير بعد عشر سنوات من العمل، وقال إن الخزان يكفي ثلاث مدن.\n\n\
                    وحضر الافتتاح سكان القرى المجاورة، ثم زار الوزير محطة الضخ الجديدة عند أسفل السد.\n";

#[test]
fn the_head_of_markdown_says_headline_day_and_outlet() {
    for (below, outlet) in [
        ("9 يوليو 2021", ""),
        ("**صحيفة المنارة** | 9 يوليو 2021", "صحيفة المنارة"),
        ("*صنعاء – وكالة السهل، الجمعة 9 تموز 2021*", "وكالة السهل"),
        ("تاريخ النشر: 2021-07-09", ""),
    ] {
        let made = article(&format!("# افتتاح السد\n\n{below}\n\n{TEXT}"), InputKind::Markdown);
        let day = "2021-07-09".to_owned();
        assert_eq!(head(&made), ("افتتاح السد", day, outlet), "{below}");
        assert!(!made.plain.text.contains("افتتاح السد"));
        // Nothing else of what somebody wrote is cut.
        assert_eq!(made.plain.paragraphs.len(), 3, "{below}");
        let thursday =
            made.findings.dates.iter().find(|date| date.span.cut(&made.plain.text) == "الخميس");
        assert_eq!(thursday.map(|date| date.value.to_string()).as_deref(), Some("2021-07-08"));
        // Its line of the day tells when it was published, not what it speaks of.
        let about = made.findings.about.as_ref().map(|about| about.value.to_string());
        assert_eq!(about.as_deref(), Some("2021-07-08"), "{below}");
    }
}

#[test]
fn what_a_person_wrote_at_the_head_of_markdown_stays() {
    let text = format!(
        "---\ntitle: السد الكبير\ndate: 2021-07-10\n---\n\n# افتتاح السد\n\n9 يوليو 2021\n\n{TEXT}"
    );
    let made = article(&text, InputKind::Markdown);
    assert_eq!(head(&made), ("السد الكبير", "2021-07-10".to_owned(), ""));
    assert!(made.plain.text.starts_with("افتتاح السد"));
    let made =
        article(&format!("---\ndate: none\n---\n\n9 يوليو 2021\n\n{TEXT}"), InputKind::Markdown);
    assert_eq!(head(&made), ("", String::new(), ""));
    // Nobody has a paragraph for a headline.
    let long = format!("# {}\n\n{TEXT}", "كلمة ".repeat(300));
    assert_eq!(head(&article(&long, InputKind::Markdown)).0, "");
    // A heading alone is the text.
    assert_eq!(article("# افتتاح السد\n", InputKind::Markdown).plain.text, "افتتاح السد");
}

#[test]
fn a_markdown_file_keeps_what_was_read_off_it_to_itself() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("content/articles");
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join("sadd.md");
    let text = format!("# **افتتاح** السد\n\nصحيفة المنارة | 9 يوليو 2021\n\n{TEXT}");
    fs::write(&file, &text).unwrap();
    let mut sijill = Command::new(env!("CARGO_BIN_EXE_sijill"));
    sijill.args(["annotate", "--write", "--root"]).arg(root.path()).arg(&file).assert().success();
    assert_eq!(fs::read_to_string(&file).unwrap(), text);
}

#[test]
fn a_text_with_the_hashes_of_markdown_has_a_headline_and_headings() {
    let text = format!(
        "# افتتاح السد\n\n9 يوليو 2021\n\n{TEXT}\n## خلفية\n\nبدأ العمل في السد قبل عشر سنوات، وتوقف مرتين بسبب نقص المال وهروب المقاول.\n\n#السد #الري\n"
    );
    let made = article(&text, InputKind::Text);
    assert_eq!(head(&made), ("افتتاح السد", "2021-07-09".to_owned(), ""));
    assert!(made.text.markdown.contains("\n## خلفية\n"), "{}", made.text.markdown);
    assert!(made.plain.text.contains("هروب المقاول") && !made.plain.text.contains("#الري"));
}
