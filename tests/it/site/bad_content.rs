//! Odd content looks right, and impossible content is named.

use sijill::config::Config;
use sijill::document::Document;
use sijill::knowledge::Knowledge;
use sijill::site::model::assemble;
use sijill::site::output::Output;

use super::hand_made::{KNOWLEDGE, config, document, output};
use super::{laws, page};

/// Articles that lack what articles have.
pub(super) fn odd_documents() -> Vec<Document> {
    let long_title = "عنوان طويل جدًّا ".repeat(27);
    let articles = [
        ("bare.md", "نص بلا عنوان ولا تاريخ ولا مصدر.".to_owned()),
        ("long.md", format!("---\ntitle: {long_title}\ndate: 2021-04-07/2021-04-09\n---\n\nنص.\n")),
        ("html.md", "---\ntitle: '<script>alert(1)</script> & \"اقتباس\"'\nsubtitle: 'سطر <b>ثانٍ</b>'\nsource: {outlet: '<i>جريدة</i>', author: '<u>كاتب</u>', url: 'javascript:alert(1)'}\n---\n\n<img src=x onerror=alert(1)> نص [رابط](javascript:alert(2)).\n".to_owned()),
        ("english.md", "---\ntitle: Talks resume in March\nlang: en\ndate: 2021-03\n---\n\nThe talks resume, officials said.\n".to_owned()),
        ("withdrawn.md", "---\ntitle: مادة سُحبت\nstatus: withdrawn\ndate: 2021-02-01\n---\n\nسرّ في [البصرة](place:basra).\n".to_owned()),
        ("excerpt.md", "---\ntitle: مادة مقتطفة\ndisplay: excerpt\nsource: {url: 'https://minaa.example/2'}\n---\n\nالفقرة الأولى التي تُعرض هنا كاملة للقارئ.\n\nالفقرة الثانية المحجوبة في [البصرة](place:basra) عند [الجولة](event:port-talks-1).\n".to_owned()),
        ("link.md", "---\ntitle: مادة مرجعها وحده\ndisplay: link\n---\n\nنص محجوب كله.\n".to_owned()),
        ("draft.md", "---\ntitle: مسودة\nstatus: draft\n---\n\nلم تُنشر.\n".to_owned()),
        ("أرقام ١٢٣.md", "---\ntitle: ١٢٣\n---\n\n| أ | ب |\n|---|---|\n| ١ | ٢ |\n\n> قول\n\n1. أول\n2. ثانٍ\n\n```\ncode <b>\n```\n".to_owned()),
        ("empty.md", String::new()),
    ];
    articles
        .iter()
        .map(|(name, text)| document(&format!("content/articles/{name}"), text))
        .collect()
}

pub(crate) fn dossier() -> Output {
    output(odd_documents(), KNOWLEDGE, &config())
}

#[test]
fn an_empty_dossier_is_a_site() {
    let output = output(Vec::new(), "", &Config::default());
    output.check().unwrap_or_else(|error| panic!("{error}"));
    laws::links_lead_somewhere(&output);
    assert!(page(&output, "index.html").contains("لا مواد في هذا الملف بعد"));
}

#[test]
fn odd_articles_look_right() {
    let output = dossier();
    output.check().unwrap_or_else(|error| panic!("{error}"));
    laws::links_lead_somewhere(&output);
    for path in output.paths().filter(|path| path.ends_with(".html") || path.ends_with(".xml")) {
        let html = page(&output, path);
        for bad in
            ["<script>alert", "<img src=x", "<i>جريدة", "<u>كاتب", "<b>ثانٍ", "href=\"javascript:"]
        {
            assert!(!html.contains(bad), "{bad} on {path}");
        }
    }
    assert!(page(&output, "articles/bare/index.html").contains("بلا تاريخ"));
    assert!(
        page(&output, "articles/english/index.html")
            .contains("<p class=\"para__text\" data-source-text lang=\"en\" dir=\"ltr\">")
    );
    assert!(page(&output, "articles/english/index.html").contains("<title>مادة: Talks resume"));
}

#[test]
fn what_may_not_be_shown_is_not() {
    let output = dossier();
    assert!(!output.contains("articles/draft/index.html"));
    let withdrawn = page(&output, "articles/withdrawn/index.html");
    assert!(
        withdrawn.contains("سُحبت هذه المادة")
            && withdrawn.contains("noindex")
            && !withdrawn.contains("سرّ")
    );
    for path in [
        "index.html",
        "articles/index.html",
        "feed.xml",
        "feed.json",
        "sitemap.xml",
        "places/basra/index.html",
        "bibliography.bib",
        "dossier/index.html",
    ] {
        assert!(
            !page(&output, path).contains("withdrawn")
                && !page(&output, path).contains("مادة سُحبت"),
            "{path}"
        );
    }
    let excerpt = page(&output, "articles/excerpt/index.html");
    assert!(
        excerpt.contains("الفقرة الأولى")
            && !excerpt.contains("المحجوبة")
            && excerpt.contains("https://minaa.example/2")
    );
    assert!(
        !output.contains("articles/excerpt/index.md") && !output.contains("articles/link/index.md")
    );
    assert!(!page(&output, "articles/link/index.html").contains("محجوب كله</p>"));
}

#[test]
fn two_articles_with_one_slug_are_both_named() {
    let knowledge = Knowledge::parse([("k.yaml", KNOWLEDGE)]).unwrap();
    let documents = vec![
        document("content/articles/a/news.md", "أولى."),
        document("content/articles/b/news.txt", "ثانية."),
        document("content/articles/page.md", "ثالثة."),
    ];
    let found = assemble(documents, &knowledge, &Config::default()).diagnostics;
    let (undated, found): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|found| found.code == "no-date");
    assert_eq!(undated.len(), 3);
    assert_eq!(
        found.iter().map(|found| found.code).collect::<Vec<_>>(),
        ["slug-taken", "reserved-slug"]
    );
    assert!(
        found[0].message.contains("content/articles/a/news.md")
            && found[0].message.contains("content/articles/b/news.txt"),
        "{}",
        found[0].message
    );
}
