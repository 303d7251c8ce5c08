//! Tags with more attributes than any page has.
//!
//! The parser compares each name of a tag with all names before it, as HTML asks to drop the second of two: a tag of
//! 100,000 attributes took over forty seconds.

/// Above this many attributes in one tag a page is not parsed.
const MOST: usize = 1000;

/// Elements in which a `<` begins nothing but their own end.
const RAW: [&str; 9] =
    ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext"];

/// Whether some tag has more attributes than any page's has.
pub(super) fn are_too_many(html: &str) -> bool {
    let bytes = html.as_bytes();
    let mut at = 0;
    while let Some(open) = html[at..].find('<').map(|open| at + open) {
        at = open + 1;
        if html[at..].starts_with("!--") {
            at = html[at..].find("-->").map_or(html.len(), |end| at + end + "-->".len());
            continue;
        }
        let length =
            html[at..].find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(html.len() - at);
        if length == 0 || !bytes[at].is_ascii_alphabetic() {
            continue;
        }
        let name = &html[at..at + length];
        let (end, count) = tag(bytes, at + length);
        if count > MOST {
            return true;
        }
        at = end;
        if let Some(raw) = RAW.iter().find(|raw| name.eq_ignore_ascii_case(raw)) {
            at = end_of_raw(html, at, raw);
        }
    }
    false
}

/// Where the tag ends whose name ends at `at`, and how many attributes it has.
fn tag(bytes: &[u8], mut at: usize) -> (usize, usize) {
    let mut count = 0;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'>' => return (at + 1, count),
            b'/' | b'=' => at += 1,
            byte if byte.is_ascii_whitespace() => at += 1,
            _ => {
                count += 1;
                at = value(
                    bytes,
                    at + skip(&bytes[at..], |byte| {
                        !matches!(byte, b'=' | b'>' | b'/') && !byte.is_ascii_whitespace()
                    }),
                );
            }
        }
    }
    (bytes.len(), count)
}

/// Where the value ends that may follow a name, quoted or not.
fn value(bytes: &[u8], from: usize) -> usize {
    let equals = from + skip(&bytes[from..], |byte| byte.is_ascii_whitespace());
    if bytes.get(equals) != Some(&b'=') {
        return from;
    }
    let start = equals + 1 + skip(&bytes[equals + 1..], |byte| byte.is_ascii_whitespace());
    match bytes.get(start) {
        Some(&quote @ (b'"' | b'\'')) => {
            (start + 1 + skip(&bytes[start + 1..], |byte| byte != quote) + 1).min(bytes.len())
        }
        Some(_) => {
            start + skip(&bytes[start..], |byte| byte != b'>' && !byte.is_ascii_whitespace())
        }
        None => start,
    }
}

/// How many bytes at the head are of a kind.
fn skip(bytes: &[u8], is: impl Fn(u8) -> bool) -> usize {
    bytes.iter().position(|&byte| !is(byte)).unwrap_or(bytes.len())
}

/// Where the end tag of a raw element begins.
fn end_of_raw(html: &str, from: usize, name: &str) -> usize {
    let ends =
        |rest: &str| rest.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name));
    html[from..]
        .match_indices("</")
        .map(|(end, _)| from + end)
        .find(|end| ends(&html[end + 2..]))
        .unwrap_or(html.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_of_a_thousand_attributes_is_no_tag() {
        let of = |count: usize, attribute: &str| {
            format!("<p>نص</p><div {}>نص</div>", attribute.repeat(count))
        };
        for attribute in ["a ", "a=1 ", "a=\"١ ٢\" ", "a='<b>'", "a=\"\"", "a/", "a = b "] {
            assert!(!are_too_many(&of(MOST, attribute)), "{attribute}");
            assert!(are_too_many(&of(MOST + 1, attribute)), "{attribute}");
        }
    }

    #[test]
    fn a_script_and_a_long_value_have_none() {
        let words = "كلمة أخرى ".repeat(3000);
        for html in [
            format!("<script>if (a<b {words}</script><p>نص"),
            format!("<a title=\"{words}\">نص</a>"),
            format!("<!-- <a {words} --><p>نص"),
            format!("نص < {words}"),
            format!("<title><b {words}</title>"),
        ] {
            assert!(!are_too_many(&html), "{}", &html[..20]);
        }
    }
}
