//! What no page of the dossier says any more: sentences that were found wrong when its pages were read aloud.

use std::fs;
use std::path::Path;

/// What must not stand on a page, and why.
const NEVER: &[(&str, &str)] = &[
    ("من أقواله", "of a woman, a body or a country too"),
    ("صفته كما وردت", "of a woman, a body or a country too"),
    ("المواضع التي ذُكر فيها", "of a woman, a body or a country too"),
    (">ذُكر ", "of a woman, a body or a country too"),
    ("لا تذكره مواد", "of a woman, a body or a country too"),
    ("على مستوى الرؤساء الأول", "an ordinal stands behind its noun"),
    ("وبعدٍّ آخر", "«ويؤرَّخ أيضًا»"),
    ("المتحدّث: ", "the table says «القائل»"),
    ("أخواتها من الجذر", "«كلمات من جذرها»"),
    ("تاريخ الاطلاع: 2", "whoever reads has a day of his own"),
    ("روداو", "the network calls itself «رووداو»"),
    ("وكواشنطن", "«وواشنطن»"),
    (
        "غير مذكورة في النص المنقول",
        "the page cannot know what the text names, and here nothing is copied",
    ),
    ("كما نُقل", "these texts are the dossier's own"),
    ("مجاميع عمل", "the articles say «فرق عمل»"),
    ("وقد رأى في المحادثات", "the government is «رأت»"),
    (".، ", "a sentence ends once"),
    ("أُعلن عنه أو أُرجئ", "nothing of the dossier is drawn as postponed"),
];

#[test]
fn no_page_of_the_dossier_says_what_was_found_wrong() {
    let room = tempfile::tempdir().unwrap();
    let out = room.path().join("public");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let build = ["build", "-q", "--root"];
    let mut run = assert_cmd::Command::cargo_bin("sijill").unwrap();
    run.args(build).arg(root).arg("--out").arg(&out).assert().success();
    let pages = sijill::site::load::files_below(&out, &["html"]).unwrap();
    assert!(pages.len() > 200, "{}", pages.len());
    let mut wrong = Vec::new();
    for path in pages {
        let html = fs::read_to_string(&path).unwrap();
        let shown = path.strip_prefix(&out).unwrap().display().to_string();
        for (words, why) in NEVER.iter().filter(|(words, _)| html.contains(words)) {
            wrong.push(format!("{shown}: «{words}»: {why}"));
        }
        // Marks inside marks are others: «… “…” …».
        let title = html.split_once("<title>").and_then(|(_, rest)| rest.split_once("</title>"));
        let title = title.map_or("", |(title, _)| title);
        let inner = title.split('«').skip(1).any(|piece| !piece.contains('»'));
        if inner {
            wrong.push(format!("{shown}: marks inside marks: {title}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Words of another language keep the spaces and the order between them, and stand in the grid of the Arabic page.
#[test]
fn an_english_article_reads_from_left_to_right_on_a_page_from_right_to_left() {
    let room = tempfile::tempdir().unwrap();
    let articles = room.path().join("content/articles");
    fs::create_dir_all(&articles).unwrap();
    let people = "people:\n  - {id: nadim-haddad, name: نديم حداد, aliases: [Nadim Haddad]}\n";
    fs::create_dir_all(room.path().join("content/knowledge")).unwrap();
    fs::write(room.path().join("content/knowledge/people.yaml"), people).unwrap();
    let text = "---\ntitle: Harbour opens\nlang: en\ndate: 2020-02-03\n---\nThe harbour opened on Monday, and Minister Nadim Haddad said that ships would come by spring.\n";
    fs::write(articles.join("harbour.md"), text).unwrap();
    let mut run = assert_cmd::Command::cargo_bin("sijill").unwrap();
    run.args(["build", "-q", "--root"]).arg(room.path()).assert().success();
    let page = |path: &str| fs::read_to_string(room.path().join("public").join(path)).unwrap();
    let article = page("articles/harbour/index.html");
    assert!(article.contains("<div class=\"body\">"), "the grid is the Arabic one");
    assert!(article.contains("<p class=\"para__text\" data-source-text lang=\"en\" dir=\"ltr\">"));
    let person = page("people/nadim-haddad/index.html");
    assert!(
        person.contains("Minister <mark class=\"hit-word\">Nadim Haddad</mark> said"),
        "{person}"
    );
}
