//! The search of the browser: six files that are read one after the other, joined into one script.

use sha2::{Digest as _, Sha256};

/// The parts, in the order in which they are joined.
const PARTS: [&str; 6] = [
    include_str!("../../../static/search/load.js"),
    include_str!("../../../static/search/words.js"),
    include_str!("../../../static/search/query.js"),
    include_str!("../../../static/search/rank.js"),
    include_str!("../../../static/search/excerpt.js"),
    include_str!("../../../static/search/page.js"),
];

/// The script of the search page: what `static/search/` holds, in a scope of its own and without its comments, which
/// are for whoever opens the parts.
///
/// ```
/// let script = sijill::site::search::script();
/// assert!(script.contains("window.sijillSearch") && !script.contains("/**"));
/// ```
pub fn script() -> String {
    let mut script = "(() => {\n\"use strict\";\n".to_owned();
    for part in PARTS {
        let mut in_comment = false;
        for line in part.lines() {
            let code = line.trim_start();
            in_comment |= code.starts_with("/*");
            if !in_comment && !code.is_empty() && !code.starts_with("//") {
                script += code;
                script.push('\n');
            }
            in_comment &= !code.ends_with("*/");
        }
    }
    script + "})();\n"
}

/// The search page of a site that another generator has made, with its script and its style in it, which saves two
/// requests; and that style for pages of one's own. The script is that of an index: `search/search.js`.
///
/// Each by its name.
///
/// ```
/// let files = sijill::site::search::standalone_page("");
/// assert!(files.iter().any(|(name, page)| *name == "index.html" && page.contains("search-form")));
/// ```
pub fn standalone_page(script: &str) -> [(&'static str, String); 2] {
    let style = concat!(include_str!("standalone.css"), include_str!("../../../static/search.css"));
    // What would end an element of HTML; both stand in strings alone.
    let script = script.replace("</", "<\\/").replace("<!--", "<\\!--");
    // The page allows this script and no other one in it.
    let digest = base64(&Sha256::digest(&script));
    let page = include_str!("standalone.html").replacen("{style}", style, 1);
    let page = page.replacen("{digest}", &digest, 1).replacen("{script}", &script, 1);
    [("index.html", page), ("search.css", style.to_owned())]
}

/// Bytes as a policy names them.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let bits =
            (0..3).fold(0, |bits, at| bits << 8 | three.get(at).copied().map_or(0, u32::from));
        for at in 0..=3 {
            let digit = DIGITS[(bits >> (18 - 6 * at) & 63) as usize] as char;
            text.push(if at <= three.len() { digit } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_spelled_as_policies_do() {
        assert_eq!(base64(b"\xfb\xff\xfeMan"), "+//+TWFu");
        assert_eq!(base64(b"Ma"), "TWE=");
        assert_eq!(base64(b"M"), "TQ==");
    }

    #[test]
    fn nothing_of_the_script_ends_it() {
        let [(_, page), _] = standalone_page("call(\"</script><!--\");\n");
        assert!(page.contains("call(\"<\\/script><\\!--\");"), "{page}");
    }
}
