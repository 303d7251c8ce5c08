//! What a part of a page is, by its elements, classes and ids.

use std::collections::HashMap;

use dom_query::{Document, NodeId, NodeRef};

use crate::document::RemovedKind;

/// The words of class names and ids that say what an element holds. A class
/// name is parted at hyphens, underscores and capitals before it is looked up.
const NAMES: [(&str, RemovedKind); 88] = [
    ("share", RemovedKind::Share),
    ("sharing", RemovedKind::Share),
    ("shares", RemovedKind::Share),
    ("sharer", RemovedKind::Share),
    ("sharedaddy", RemovedKind::Share),
    ("social", RemovedKind::Share),
    ("addtoany", RemovedKind::Share),
    ("addthis", RemovedKind::Share),
    ("sharethis", RemovedKind::Share),
    ("follow", RemovedKind::Newsletter),
    ("related", RemovedKind::Related),
    ("relatedposts", RemovedKind::Related),
    ("recommend", RemovedKind::Related),
    ("recommended", RemovedKind::Related),
    ("recommendations", RemovedKind::Related),
    ("readmore", RemovedKind::Related),
    ("also", RemovedKind::Related),
    ("seealso", RemovedKind::Related),
    ("popular", RemovedKind::Related),
    ("trending", RemovedKind::Related),
    ("mostread", RemovedKind::Related),
    ("most", RemovedKind::Related),
    ("latest", RemovedKind::Related),
    ("ticker", RemovedKind::Related),
    ("breaking", RemovedKind::Related),
    ("teaser", RemovedKind::Related),
    ("teasers", RemovedKind::Related),
    ("outbrain", RemovedKind::Related),
    ("taboola", RemovedKind::Related),
    ("yarpp", RemovedKind::Related),
    ("similar", RemovedKind::Related),
    ("pager", RemovedKind::Related),
    ("pagination", RemovedKind::Navigation),
    ("comments", RemovedKind::Comments),
    ("comment", RemovedKind::Comments),
    ("disqus", RemovedKind::Comments),
    ("respond", RemovedKind::Comments),
    ("breadcrumb", RemovedKind::Navigation),
    ("breadcrumbs", RemovedKind::Navigation),
    ("crumbs", RemovedKind::Navigation),
    ("nav", RemovedKind::Navigation),
    ("navbar", RemovedKind::Navigation),
    ("navigation", RemovedKind::Navigation),
    ("menu", RemovedKind::Navigation),
    ("topbar", RemovedKind::Navigation),
    ("masthead", RemovedKind::Navigation),
    ("sidebar", RemovedKind::Navigation),
    ("widget", RemovedKind::Navigation),
    ("widgets", RemovedKind::Navigation),
    ("skip", RemovedKind::Navigation),
    ("tags", RemovedKind::Tags),
    ("taglist", RemovedKind::Tags),
    ("keywords", RemovedKind::Tags),
    ("labels", RemovedKind::Tags),
    ("byline", RemovedKind::Byline),
    ("author", RemovedKind::Byline),
    ("writer", RemovedKind::Byline),
    ("dateline", RemovedKind::Date),
    ("timestamp", RemovedKind::Date),
    ("datetime", RemovedKind::Date),
    ("date", RemovedKind::Date),
    ("meta", RemovedKind::Date),
    ("postmeta", RemovedKind::Date),
    ("submitted", RemovedKind::Date),
    ("views", RemovedKind::Counter),
    ("counter", RemovedKind::Counter),
    ("rating", RemovedKind::Counter),
    ("likes", RemovedKind::Counter),
    ("reactions", RemovedKind::Counter),
    ("ad", RemovedKind::Advertisement),
    ("ads", RemovedKind::Advertisement),
    ("advert", RemovedKind::Advertisement),
    ("advertisement", RemovedKind::Advertisement),
    ("adsense", RemovedKind::Advertisement),
    ("banner", RemovedKind::Advertisement),
    ("sponsored", RemovedKind::Advertisement),
    ("promo", RemovedKind::Advertisement),
    ("newsletter", RemovedKind::Newsletter),
    ("subscribe", RemovedKind::Newsletter),
    ("subscription", RemovedKind::Newsletter),
    ("cookie", RemovedKind::Cookie),
    ("cookies", RemovedKind::Cookie),
    ("consent", RemovedKind::Cookie),
    ("gdpr", RemovedKind::Cookie),
    ("copyright", RemovedKind::Copyright),
    ("search", RemovedKind::Search),
    ("print", RemovedKind::Tools),
    ("toolbar", RemovedKind::Tools),
];

/// Words in class names that undo the others: «has-sidebar», «no-comments», «entry-content».
const UNDOING: [&str; 12] = [
    "has",
    "no",
    "with",
    "without",
    "content",
    "body",
    "wrapper",
    "container",
    "main",
    "single",
    "page",
    "open",
];

/// How much of the running text an element may hold before its name is not believed.
const MOST: usize = 40;

/// Knows how much running text each element holds, so that no name cuts the article.
pub(super) struct Marker {
    prose: HashMap<NodeId, usize>,
    all: usize,
    /// How deep elements are nested.
    pub(super) depth: usize,
}

impl Marker {
    pub(super) fn of(document: &Document) -> Self {
        let mut prose: HashMap<NodeId, usize> = HashMap::new();
        let (mut all, mut depth) = (0, 0);
        let mut steps = vec![(document.root(), false)];
        // Sums are made on the way back; the stack holds each element twice.
        let mut sums: Vec<usize> = vec![0];
        while let Some((node, back)) = steps.pop() {
            if back {
                let sum = sums.pop().unwrap_or(0);
                if let Some(parent) = sums.last_mut() {
                    *parent += sum;
                }
                prose.insert(node.id, sum);
                continue;
            }
            if node.is_text() {
                let text = node.text();
                let length = text.trim().chars().count();
                if length >= 60 {
                    all += length;
                    if let Some(sum) = sums.last_mut() {
                        *sum += length;
                    }
                }
                continue;
            }
            if node.node_name().is_some_and(|name| {
                matches!(&*name, "script" | "style" | "head" | "noscript" | "template")
            }) {
                continue;
            }
            sums.push(0);
            depth = depth.max(sums.len());
            let children: Vec<NodeRef<'_>> = node.children_it(true).collect();
            steps.push((node, true));
            steps.extend(children.into_iter().map(|child| (child, false)));
        }
        Self { prose, all, depth }
    }

    /// What an element says that it holds.
    pub(super) fn hint(&self, node: &NodeRef<'_>, name: &str) -> Option<RemovedKind> {
        let by_name = match name {
            "nav" => Some(RemovedKind::Navigation),
            "aside" => Some(RemovedKind::Related),
            "footer" => Some(RemovedKind::Other),
            "form" | "button" => Some(RemovedKind::Tools),
            "time" => Some(RemovedKind::Date),
            "html" | "body" | "main" | "article" | "p" | "h1" | "figure" => return None,
            _ => None,
        };
        let hint = by_class(node).or(by_name)?;
        let prose = self.prose.get(&node.id).copied().unwrap_or(0);
        (prose * 100 <= self.all * MOST || self.all == 0).then_some(hint)
    }
}

fn by_class(node: &NodeRef<'_>) -> Option<RemovedKind> {
    let names = [node.class(), node.id_attr()];
    let mut found = None;
    for name in names.iter().flatten().flat_map(|names| names.split_ascii_whitespace()) {
        let words = parted(name);
        if words.iter().any(|word| UNDOING.contains(&word.as_str())) {
            continue;
        }
        found = found.or_else(|| {
            words
                .iter()
                .find_map(|word| NAMES.iter().find(|(name, _)| name == word).map(|(_, kind)| *kind))
        });
    }
    found
}

/// «relatedPosts-box» → related, posts, box.
fn parted(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut lower = false;
    for c in name.chars() {
        if !c.is_ascii_alphanumeric() || (c.is_ascii_uppercase() && lower) {
            words.push(String::new());
        }
        lower = c.is_ascii_lowercase();
        if c.is_ascii_alphabetic()
            && let Some(word) = words.last_mut()
        {
            word.push(c.to_ascii_lowercase());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// Whether the page itself calls an element its article.
pub(super) fn is_article(node: &NodeRef<'_>, name: &str) -> bool {
    const BODIES: [&str; 12] = [
        "entry-content",
        "post-content",
        "article-content",
        "article-body",
        "story-body",
        "post-body",
        "field--name-body",
        "articlebody",
        "news-content",
        "article__body",
        "details-content",
        "wysiwyg",
    ];
    let body = node.class().is_some_and(|class| {
        class
            .split_ascii_whitespace()
            .any(|class| BODIES.contains(&class.to_ascii_lowercase().as_str()))
    });
    name == "article"
        && node.class().is_none_or(|class| {
            !parted(&class).iter().any(|word| {
                matches!(
                    word.as_str(),
                    "teaser" | "card" | "related" | "item" | "preview" | "comment"
                )
            })
        })
        || body
        || node.attr("itemprop").is_some_and(|value| &*value == "articleBody")
}

/// Whether the text under a picture stands in the element.
pub(super) fn is_caption(node: &NodeRef<'_>) -> bool {
    node.class().is_some_and(|class| {
        parted(&class).iter().any(|word| matches!(word.as_str(), "caption" | "credit"))
            && !class.contains("wp-caption align")
            && class.contains("text")
            || {
                let class = class.to_ascii_lowercase();
                matches!(
                    class.as_str(),
                    "caption"
                        | "image-caption"
                        | "photo-caption"
                        | "credit"
                        | "img-caption"
                        | "tr-caption"
                        | "photo-credit"
                )
            }
    })
}

/// Whether a browser shows nothing of the element.
pub(super) fn is_hidden(node: &NodeRef<'_>) -> bool {
    node.has_attr("hidden")
        || node.attr("style").is_some_and(|style| {
            let style = style.to_ascii_lowercase().replace(' ', "");
            style.contains("display:none") || style.contains("visibility:hidden")
        })
}
