//! Markdown of articles as HTML.

use super::*;
use crate::document::MarkedText;

fn link(markdown: &str, words: &str) -> Decoration {
    let span = Span::of(markdown, words).expect("the words are in the text");
    Decoration {
        span,
        open: "<a href=\"x\">".to_owned(),
        open_unlinked: Some("<span>".to_owned()),
        element: "a",
    }
}

fn quote(markdown: &str, words: &str) -> Decoration {
    let span = Span::of(markdown, words).expect("the words are in the text");
    Decoration { span, open: "<q>".to_owned(), open_unlinked: None, element: "q" }
}

fn render(markdown: &str, decorations: Vec<Decoration>) -> Vec<Block> {
    let plain = Plain::of(&MarkedText { markdown: markdown.to_owned(), marks: Vec::new() });
    blocks(markdown, Some(&plain), decorations, Reads::FromRight, &Pictures::default())
}

fn html(markdown: &str) -> String {
    joined(blocks(markdown, None, Vec::new(), Reads::FromRight, &Pictures::default()))
}

#[test]
fn a_mark_takes_emphasis_inside() {
    let markdown = "زار الوفد و**العراق** أمس";
    assert_eq!(
        render(markdown, vec![link(markdown, "**العراق**")])[0].html,
        "زار الوفد و<a href=\"x\"><strong>العراق</strong></a> أمس"
    );
    assert_eq!(
        render(markdown, vec![link(markdown, "العراق")])[0].html,
        "زار الوفد و<strong><a href=\"x\">العراق</a></strong> أمس"
    );
}

#[test]
fn a_quote_holds_mentions_and_crosses_emphasis() {
    let markdown = "قال «نحن في *بغداد اليوم* باقون» ثم";
    let html = &render(
        markdown,
        vec![quote(markdown, "«نحن في *بغداد اليوم* باقون»"), link(markdown, "بغداد")],
    )[0]
    .html;
    assert_eq!(html, "قال <q>«نحن في <em><a href=\"x\">بغداد</a> اليوم</em> باقون»</q> ثم");
    let html = &render(markdown, vec![quote(markdown, "نحن في *بغداد")])[0].html;
    assert_eq!(html, "قال «<q>نحن في <em>بغداد</em></q><em> اليوم</em> باقون» ثم");
}

#[test]
fn no_link_stands_in_a_link() {
    let markdown = "في [تقرير من بغداد](https://example.org)";
    let html = &render(markdown, vec![link(markdown, "بغداد")])[0].html;
    assert_eq!(
        html,
        "في <a href=\"https://example.org\" rel=\"nofollow\">تقرير من <span>بغداد</span></a>"
    );
}

#[test]
fn raw_html_is_text_and_scripts_are_no_links() {
    let html =
        html("<script>alert(1)</script>\n\nنص <b onclick=x>غامق</b> [انقر](javascript:alert(1))");
    assert!(!html.contains("<script") && !html.contains("<b "), "{html}");
    assert!(html.contains("alert(1)") && html.contains("<span>انقر</span>"), "{html}");
}

#[test]
fn every_paragraph_has_its_number() {
    let found = render("أولى\n\n## عنوان\n\n- بند\n- آخر\n\nأخيرة", Vec::new());
    let numbers: Vec<_> = found.iter().map(|block| block.paragraphs).collect();
    assert_eq!(numbers, [Some((0, 0)), Some((1, 1)), Some((2, 3)), Some((4, 4))]);
    assert_eq!(found[2].html, "<ul><li id=\"p3\">بند</li>\n<li id=\"p4\">آخر</li>\n</ul>\n");
}

#[test]
fn tables_and_footnotes_are_whole() {
    let html = html("| أ | ب |\n|---|--:|\n| 1 | 2 |\n\nنص[^ا]\n\n[^ا]: حاشية");
    assert!(html.contains("<table><thead><tr><th scope=\"col\">أ</th>"), "{html}");
    assert!(html.contains("<td class=\"num\">2</td>") && html.contains("id=\"fn-1\""), "{html}");
}
