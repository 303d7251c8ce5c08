//! A free page: its links may name the files of other pages, and its comments are for whoever writes it.

use pulldown_cmark::{CowStr, Event, Parser, Tag, TagEnd};

use super::{Pictures, Reads, joined, writer};
use crate::document::markup::parser_options;
use crate::span::Span;

/// Renders a page; `leads` gives the address of a page for the file that a link names («formats.md»).
pub(in super::super) fn page(
    markdown: &str,
    reads: Reads,
    leads: impl Fn(&str) -> Option<String>,
) -> String {
    let pictures = Pictures::default();
    let mut writer = writer(markdown, None, Vec::new(), reads, &pictures);
    let mut in_comment = false;
    for (event, range) in Parser::new_ext(markdown, parser_options()).into_offset_iter() {
        let is_comment = markdown[range.clone()].trim_start().starts_with("<!--");
        match &event {
            Event::Start(Tag::HtmlBlock) if is_comment => in_comment = true,
            Event::End(TagEnd::HtmlBlock) if in_comment => {
                in_comment = false;
                continue;
            }
            Event::InlineHtml(_) if is_comment => continue,
            _ => {}
        }
        if !in_comment {
            writer.event(led(event, &leads), Span::new(range.start, range.end));
        }
    }
    joined(writer.blocks)
}

fn led<'t>(event: Event<'t>, leads: impl Fn(&str) -> Option<String>) -> Event<'t> {
    match event {
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            let dest_url = leads(&dest_url).map_or(dest_url, CowStr::from);
            Event::Start(Tag::Link { link_type, dest_url, title, id })
        }
        event => event,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_pages_are_links_to_them_and_comments_are_not_shown() {
        let leads = |file: &str| (file == "dates.md").then(|| "../dates/index.html".to_owned());
        let text = "<!-- للمحرّر -->\n\nانظر [التواريخ](dates.md)<!-- هنا --> و[غيرها](other.md).\n\n<div>وسم</div>\n";
        let html = page(text, Reads::FromRight, leads);
        assert!(html.contains("<a href=\"../dates/index.html\">التواريخ</a> و"), "{html}");
        assert!(
            html.contains("href=\"other.md\"")
                && html.contains("&lt;<bdi dir=\"ltr\">div</bdi>&gt;"),
            "{html}"
        );
        assert!(!html.contains("للمحرّر") && !html.contains("هنا"), "{html}");
    }
}
