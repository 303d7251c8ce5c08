//! Free pages: what an editor writes beside the articles.

/// A page of `content/pages/`, such as «عن هذا الملف».
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FreePage {
    /// The last part of its path: `about` stands at `pages/about/`.
    pub slug: String,
    /// Its heading.
    pub title: String,
    /// Its language, where it is not Arabic, as a BCP 47 tag.
    pub lang: Option<String>,
    /// Its text, CommonMark without annotations.
    pub markdown: String,
    /// The file it came from, as the user would name it.
    pub source: String,
}

impl FreePage {
    /// Its path from the site's root.
    pub fn path(&self) -> String {
        format!("pages/{}/index.html", self.slug)
    }
}
