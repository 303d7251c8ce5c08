//! Links from one page to another, relative and naming `index.html`, so that the site also works from a folder.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

/// What cannot stand in the path of an address; `/` and `#` may.
const PATH: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'`')
    .add(b'?')
    .add(b'{')
    .add(b'}')
    .add(b'%')
    .add(b'\\')
    .add(b'^')
    .add(b'|')
    .add(b'[')
    .add(b']');

/// The page that is being made, from which links start.
#[derive(Clone, Debug)]
pub(crate) struct Here {
    path: String,
    /// What leads from here to the site's root: empty, `../`, `../../`.
    root: String,
}

impl Here {
    /// Stands on the page of that path (`articles/x/index.html`).
    pub(crate) fn at(path: impl Into<String>) -> Self {
        let path = path.into();
        Self { root: "../".repeat(path.matches('/').count()), path }
    }

    /// Stands on a page that a host shows at any address (`404.html`): links start at the path of the base URL,
    /// at the root of the host where there is none.
    pub(crate) fn anywhere(path: impl Into<String>, base_url: &str) -> Self {
        let rest = base_url.split_once("://").map_or("", |(_, rest)| rest);
        let folder = rest.split_once('/').map_or("", |(_, folder)| folder).trim_matches('/');
        let root = if folder.is_empty() { "/".to_owned() } else { format!("/{}/", encode(folder)) };
        Self { path: path.into(), root }
    }

    /// Its path from the site's root.
    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    /// What leads from here to the site's root.
    pub(crate) fn root(&self) -> &str {
        &self.root
    }

    /// The link to a path from the site's root, which may end in `#fragment`.
    pub(crate) fn to(&self, path: &str) -> String {
        self.root.clone() + &encode(path)
    }
}

/// A path as it stands in an address.
pub(crate) fn encode(path: &str) -> String {
    utf8_percent_encode(path, PATH).collect()
}

/// The address of a page as others should know it: the base and the directory; none where the site has no base.
pub(crate) fn permalink(base: &str, path: &str) -> Option<String> {
    let path = path.strip_suffix("index.html").unwrap_or(path);
    (!base.is_empty()).then(|| format!("{base}/{}", encode(path)))
}

/// An address of a source, if a reader may be led there: `http`, `https` and `mailto` only.
pub(crate) fn safe_address(address: &str) -> Option<&str> {
    let address = address.trim();
    let scheme = address.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase())?;
    (matches!(scheme.as_str(), "http" | "https" | "mailto") && !address.contains(char::is_control))
        .then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_relative_and_escaped() {
        let here = Here::at("articles/year/2021/index.html");
        assert_eq!(
            here.to("articles/جولة/index.html#p3"),
            "../../../articles/%D8%AC%D9%88%D9%84%D8%A9/index.html#p3"
        );
        assert_eq!(Here::at("index.html").to("feed.xml"), "feed.xml");
        assert_eq!(
            permalink("https://example.org/x", "topics/a/index.html").as_deref(),
            Some("https://example.org/x/topics/a/")
        );
        assert_eq!(permalink("", "topics/a/index.html"), None);
    }

    #[test]
    fn a_page_shown_anywhere_starts_at_the_base() {
        assert_eq!(
            Here::anywhere("404.html", "https://example.org/a/b").to("static/site.css"),
            "/a/b/static/site.css"
        );
        assert_eq!(
            Here::anywhere("404.html", "https://example.org").to("index.html"),
            "/index.html"
        );
        assert_eq!(Here::anywhere("404.html", "").to("index.html"), "/index.html");
    }

    #[test]
    fn scripts_are_no_addresses() {
        assert_eq!(safe_address("javascript:alert(1)"), None);
        assert_eq!(safe_address(" https://example.org/a "), Some("https://example.org/a"));
    }
}
