//! The search of the browser: six files that are read one after the other, joined into one script.

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

/// The search page of a site that another generator has made, with its style in it, which saves a request; and that
/// style for pages of one's own.
///
/// Each by its name.
///
/// ```
/// let files = sijill::site::search::standalone_page();
/// assert!(files.iter().any(|(name, page)| *name == "index.html" && page.contains("search-form")));
/// ```
pub fn standalone_page() -> [(&'static str, String); 2] {
    let style = concat!(include_str!("standalone.css"), include_str!("../../../static/search.css"));
    let page = include_str!("standalone.html").replacen("{}", style, 1);
    [("index.html", page), ("search.css", style.to_owned())]
}
