//! Pages that are nested too deep to be pages.
//!
//! Parsing takes time by the square of the depth, as the rules of HTML ask to look
//! through all open elements; browsers stop at 512.

/// Above this depth a page is not parsed.
const DEEPEST: usize = 3000;

/// Elements that are never closed, or often are not: they say nothing about depth.
const UNCLOSED: [&str; 24] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr", "p", "li", "dd", "dt", "td", "th", "tr", "option", "tbody", "!doctype",
];

/// Whether the open tags outrun the closed ones by more than any page does.
pub(super) fn is_too_deep(html: &str) -> bool {
    let mut depth = 0usize;
    for piece in html.split('<').skip(1) {
        let (closing, rest) = piece.strip_prefix('/').map_or((false, piece), |rest| (true, rest));
        let name =
            rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '!').next().unwrap_or("");
        let counts = !name.is_empty()
            && !UNCLOSED.iter().any(|unclosed| name.eq_ignore_ascii_case(unclosed))
            && !rest.starts_with("!--");
        if counts && closing {
            depth = depth.saturating_sub(1);
        } else if counts {
            depth += 1;
        }
        if depth > DEEPEST {
            return true;
        }
    }
    false
}

/// The text between the tags, each piece on a line.
pub(super) fn without_tags(html: &str) -> String {
    let pieces =
        html.split('<').filter_map(|piece| piece.split_once('>')).map(|(_, text)| text.trim());
    pieces.filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_not_too_deep_and_a_tower_is() {
        assert!(!is_too_deep(&"<div><p>نص<br><li>بند</div>".repeat(10_000)));
        assert!(is_too_deep(&"<div>".repeat(10_000)));
        assert_eq!(without_tags("<b>نص</b><i>آخر</i>"), "نص\nآخر");
    }
}
