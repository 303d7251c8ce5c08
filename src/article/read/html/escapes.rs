//! What it costs to write a page out again, which the main-text library does several times.
//!
//! The writer looks through the rest of a text behind each character that it may have to escape, so one text of
//! 500,000 «««« takes seconds, and so does a megabyte of no-break spaces. No page of a newsroom costs a thousandth.

use dom_query::{Document, NodeData};

/// Bytes looked at; a tenth of a second.
const MOST: usize = 1 << 32;

/// `&`, `<`, `>`, quotes, and the first byte of a no-break space, which «, » and · share.
const ESCAPED: [u8; 5] = [b'&', b'<', b'>', b'"', 0xC2];

/// Whether writing the page out would take longer than any page is worth.
pub(super) fn are_too_many(document: &Document) -> bool {
    let root = document.root();
    let costs = root.descendants_it().map(|node| {
        node.query_or(0, |node| match &node.data {
            NodeData::Text { contents } => cost(contents),
            NodeData::Element(element) => element.attrs.iter().map(|attr| cost(&attr.value)).sum(),
            _ => 0,
        })
    });
    costs.fold(0_usize, usize::saturating_add) > MOST
}

fn cost(text: &str) -> usize {
    let escaped = text.bytes().filter(|byte| ESCAPED.contains(byte)).count();
    escaped.saturating_mul(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_page_is_written_out_and_one_text_of_marks_is_not() {
        let page = "<p title=\"«خبر» & صورة\">قال الوزير: «بدأ العمل»\u{A0}&amp; انتهى.</p>"
            .repeat(20_000);
        assert!(!are_too_many(&Document::from(page)));
        for endless in ["«", "\u{A0}", "\u{85}", "&amp;", "&</x>"] {
            let text = endless.repeat(200_000);
            assert!(are_too_many(&Document::from(format!("<p>{text}</p>"))), "{endless}");
            let title = text.replace('>', "&gt;");
            let in_attribute = format!("<p title=\"{title}\">نص</p>");
            assert!(are_too_many(&Document::from(in_attribute)), "{endless}");
        }
    }
}
