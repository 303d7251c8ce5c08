//! Decisions about an article that is no Markdown: never overruled, found again in a changed text, told where they are lost.

use std::fs;
use std::path::Path;

use super::room::{TEXT, dossier};

const REVIEW: &str = "# قراراتي
date: 2021-05-14
decisions:
  - {text: للصحافيين, paragraph: 1, begins: افتتح رئيس البلدية هشام القاضي, is: plain}
  # هي لا غيرها
  - {text: سلمى الناصري, paragraph: 2, begins: وأضاف هشام القاضي أن العمل, is: person, id: nada}
  - {text: أمس الأربعاء, paragraph: 1, is: date, value: 2021-05-12}
lines:
  - {keep: \"شارك الخبر\"}
";

fn annotated(root: &Path) -> (sijill::document::Document, Vec<String>) {
    let content = super::random::load(root);
    let document = content.value.documents[0].clone();
    let told = content.diagnostics.iter().filter(|found| found.code.starts_with("review"));
    let told = told.map(|found| format!("{} {}", found.place(), found.message)).collect();
    ((*document).clone(), told)
}

#[test]
fn decisions_are_a_persons_word() {
    let dir = dossier();
    let review = dir.path().join("content/review/jisr.yaml");
    fs::create_dir_all(review.parent().unwrap()).unwrap();
    fs::write(&review, REVIEW).unwrap();
    let (document, told) = annotated(dir.path());
    assert_eq!(told, Vec::<String>::new());
    assert_eq!(document.front_matter.date.as_ref().unwrap().to_string(), "2021-05-14");
    assert!(document.plain.text.contains("شارك الخبر على فيسبوك"), "{}", document.plain.text);
    let written = sijill::document::write(&document);
    assert!(written.contains("[سلمى الناصري](person:nada)"), "{written}");
    assert!(written.contains("[للصحافيين](plain:)"), "{written}");
    assert!(written.contains("[أمس الأربعاء](date:2021-05-12)"), "{written}");
}

#[test]
fn what_was_decided_is_what_is_built() {
    let dir = dossier();
    let review = dir.path().join("content/review/jisr.yaml");
    fs::create_dir_all(review.parent().unwrap()).unwrap();
    fs::write(&review, REVIEW).unwrap();
    let words = ["sijill", "build", "--root"].map(Into::into);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = sijill::cli::run(words.into_iter().chain([dir.path().into()]), &mut out, &mut err);
    assert_eq!(code, 0, "{}", String::from_utf8_lossy(&err));
    let published = fs::read_to_string(dir.path().join("public/articles/jisr/index.md")).unwrap();
    assert!(published.contains("date: 2021-05-14"), "{published}");
    assert!(published.contains("[سلمى الناصري](person:nada)"), "{published}");
}

#[test]
fn decisions_survive_a_change_of_the_text_and_are_told_where_they_do_not() {
    let dir = dossier();
    let (article, review) =
        (dir.path().join("content/articles/jisr.txt"), dir.path().join("content/review/jisr.yaml"));
    fs::create_dir_all(review.parent().unwrap()).unwrap();
    fs::write(&review, REVIEW).unwrap();
    let above = TEXT.replace(
        "\n\nافتتح رئيس",
        "\n\nقالت سلمى الناصري إن الطريق إلى الضفة الأخرى كان يستغرق ساعة كاملة قبل بناء الجسر الجديد.\n\nافتتح رئيس",
    );
    fs::write(&article, &above).unwrap();
    let (document, told) = annotated(dir.path());
    assert_eq!(told, Vec::<String>::new());
    let second = document.plain.text.match_indices("سلمى الناصري").nth(1).unwrap().0;
    let decided = document.findings.mentions.iter().find(|mention| mention.span.start == second);
    assert_eq!(decided.unwrap().id.as_deref(), Some("nada"), "the one that was meant");
    let first = document.findings.mentions.iter().find(|mention| {
        mention.span.start < second && mention.span.cut(&document.plain.text) == "سلمى الناصري"
    });
    assert_eq!(first.and_then(|mention| mention.id.as_deref()), None);

    let without = TEXT.replace("سلمى الناصري", "إحداهن").replace("شارك الخبر على فيسبوك\n", "");
    fs::write(&article, without).unwrap();
    let (_, told) = annotated(dir.path());
    let path = review.display();
    assert_eq!(
        told,
        [
            format!("{path}:9:1 no line of the file begins with «شارك الخبر»"),
            format!("{path}:6:1 «سلمى الناصري» no longer stands in the article"),
        ]
    );
}

#[test]
fn a_review_file_of_no_article_and_a_broken_one_are_told() {
    let dir = dossier();
    let folder = dir.path().join("content/review");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("nobody.yaml"), REVIEW).unwrap();
    let (_, told) = annotated(dir.path());
    assert_eq!(told.len(), 1);
    assert!(
        told[0].contains("nobody.yaml") && told[0].contains("belong to no article"),
        "{told:?}"
    );
    fs::remove_file(folder.join("nobody.yaml")).unwrap();
    fs::write(
        folder.join("jisr.yaml"),
        "decisions:\n  - {text: الوادي, is: planet}\n  - 7\nstatus: gone\nwhen: 2021\n",
    )
    .unwrap();
    let found = super::random::load(dir.path()).diagnostics;
    let places: Vec<_> = found
        .iter()
        .filter(|found| found.path.as_ref().is_some_and(|path| path.ends_with("jisr.yaml")))
        .map(|found| (found.code, found.position.unwrap()))
        .collect();
    assert_eq!(
        places,
        [
            ("bad-value", (2, 5)),
            ("bad-value", (3, 5)),
            ("bad-value", (4, 9)),
            ("unknown-key", (5, 1))
        ]
    );
    fs::write(folder.join("jisr.yaml"), "decisions: [\n").unwrap();
    let error = super::random::try_load(dir.path()).unwrap_err().to_string();
    assert!(error.contains("jisr.yaml") && error.contains("error[review]"), "{error}");
}
