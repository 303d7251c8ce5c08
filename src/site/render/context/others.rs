//! The cleaning log, search, the one-page dossier, free pages, feeds.

use serde::Serialize;

use super::{ArticleView, DateView, FigureTableView, KeptView, LinkView, PagerView, TimelineYear};

/// A row of the cleaning log.
#[derive(Clone, Debug, Serialize)]
pub struct CleanedRow {
    /// The article's headline.
    pub title: String,
    /// Its page in the log, or its own where nothing was cut.
    pub url: String,
    /// How much stayed.
    pub kept: KeptView,
}

/// `log` in `cleaning.html`.
#[derive(Clone, Debug, Serialize)]
pub struct CleaningView {
    /// Counts.
    pub facts: Vec<String>,
    /// The articles.
    pub rows: Vec<CleanedRow>,
    /// What was cut by kind.
    pub kinds: Vec<LinkView>,
    /// The other pages; nothing where there is one only.
    pub pager: Option<PagerView>,
}

/// A piece of a raw text.
#[derive(Clone, Debug, Serialize)]
pub struct PieceView {
    /// Its words, line by line.
    pub lines: Vec<String>,
    /// What it was, if it was cut.
    pub kind: String,
    /// Why it was cut.
    pub reason: String,
    /// Whether it was cut.
    pub cut: bool,
    /// Its place and width in the bar, in hundredths from the right.
    pub x: f64,
    /// As above.
    pub width: f64,
}

/// `log` in `cleaned.html`.
#[derive(Clone, Debug, Serialize)]
pub struct CleanedView {
    /// The article's headline.
    pub title: String,
    /// The article.
    pub url: String,
    /// How much stayed.
    pub kept: KeptView,
    /// The raw text in pieces.
    pub pieces: Vec<PieceView>,
    /// Whether the rest of a very long text is left out.
    pub cut_short: bool,
    /// What was cut by kind.
    pub kinds: Vec<LinkView>,
    /// The name of the file.
    pub original: String,
    /// Its SHA-256.
    pub sha256: String,
    /// Its encoding.
    pub encoding: String,
}

/// `search` in `search.html`.
#[derive(Clone, Debug, Serialize)]
pub struct SearchView {
    /// Facets: topic, year, outlet, with their values.
    pub facets: Vec<FacetView>,
    /// The letter indexes, for those without JavaScript.
    pub indexes: Vec<LinkView>,
}

/// A facet of the search.
#[derive(Clone, Debug, Serialize)]
pub struct FacetView {
    /// Its name in the query.
    pub name: String,
    /// Its legend.
    pub title: String,
    /// Its values: `key` in the query.
    pub values: Vec<LinkView>,
}

/// `dossier` in `dossier.html`: everything on one page, for print.
#[derive(Clone, Debug, Serialize)]
pub struct DossierView {
    /// One sentence that says what the dossier holds.
    pub lede: String,
    /// The timeline.
    pub years: Vec<TimelineYear>,
    /// The articles, oldest first.
    pub articles: Vec<DossierArticle>,
    /// The numbers that sources claim.
    pub figures: Vec<FigureTableView>,
    /// The other parts of a very long dossier; nothing where there is one only.
    pub pager: Option<PagerView>,
}

/// An article of the one-page dossier.
#[derive(Clone, Debug, Serialize)]
pub struct DossierArticle {
    /// Fragment id.
    pub anchor: String,
    /// The article as on its page.
    pub article: ArticleView,
    /// When it was published.
    pub date: DateView,
}

/// `free` in `page.html`.
#[derive(Clone, Debug, Serialize)]
pub struct FreeView {
    /// Its heading.
    pub title: String,
    /// Its text.
    pub body_html: String,
    /// Its language, where it is not Arabic.
    pub lang: String,
    /// Its direction, where it is not from the right.
    pub dir: String,
}

/// `to` in `redirect.html`.
#[derive(Clone, Debug, Serialize)]
pub struct RedirectView {
    /// The page it leads to.
    pub url: String,
    /// What it is called.
    pub title: String,
}

/// An entry of `feed` in `feed.xml`.
#[derive(Clone, Debug, Serialize)]
pub struct FeedEntry {
    /// A `tag:` or `urn:uuid:` URI that never changes.
    pub id: String,
    /// The headline, beginning with an Arabic letter.
    pub title: String,
    /// The address of the page; relative to the feed where the site has none.
    pub address: String,
    /// The day of the article, RFC 3339; empty where it has none.
    pub published: String,
    /// When the dossier took or changed it, RFC 3339.
    pub updated: String,
    /// What it says.
    pub summary: String,
    /// Its topics.
    pub topics: Vec<String>,
}

/// `feed` in `feed.xml`.
#[derive(Clone, Debug, Serialize)]
pub struct FeedView {
    /// A `tag:` or `urn:uuid:` URI that never changes.
    pub id: String,
    /// The dossier's name.
    pub title: String,
    /// One sentence about it.
    pub description: String,
    /// The language.
    pub lang: String,
    /// The address of the home page; relative to the feed where the site has none.
    pub home: String,
    /// The address of the feed; empty where the site has none.
    pub address: String,
    /// The latest change, RFC 3339.
    pub updated: String,
    /// Who edits it.
    pub author: String,
    /// The licence line without markup.
    pub rights: String,
    /// The entries, latest first.
    pub entries: Vec<FeedEntry>,
}

/// An address of `sitemap` in `sitemap.xml`.
#[derive(Clone, Debug, Serialize)]
pub struct SitemapEntry {
    /// The address, percent-encoded.
    pub address: String,
    /// When it last changed, `2024-10-01`; empty where that is not known.
    pub changed: String,
}
