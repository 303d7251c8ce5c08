//! How the front matter is spelled in YAML.
//!
//! Reading goes key by key, so that one bad value costs a warning and not the
//! file. Writing keeps what a person wrote, line by line, and replaces or adds
//! only the keys whose values have changed since.

mod read;
mod said_for;
mod scalar;

use super::{
    DateBasis, DateEvidence, Display, FrontMatter, NO_DATE, PublicationStatus, Removed,
    RemovedKind, Source,
};
pub use scalar::scalar;

pub(super) use read::{key_of, parse};

/// The keys in the order in which they are written.
pub(super) const KEYS: [&str; 19] = [
    "title",
    "subtitle",
    "date",
    "date_basis",
    "date_evidence",
    "captured",
    "source",
    "lang",
    "slug",
    "aliases",
    "topics",
    "clean",
    "removed",
    "status",
    "display",
    "added",
    "updated",
    "extra",
    "encoding",
];

/// Writes the lines between the `---`.
pub(super) fn write(front_matter: &FrontMatter) -> String {
    let blocks = KEYS.iter();
    let Some(written) = &front_matter.written else {
        return blocks.filter_map(|key| block(front_matter, key)).collect();
    };
    let before = parse(written).map(|read| read.value).unwrap_or_default();
    let mut lines = written.clone();
    if !lines.is_empty() && !lines.ends_with('\n') {
        lines.push('\n');
    }
    for key in blocks {
        let (old, new) = (block(&before, key), block(front_matter, key));
        if old != new {
            replace_block(&mut lines, key, new.as_deref().unwrap_or(""));
        }
    }
    lines
}

/// Puts a key's lines in place of the ones it has, or at the end.
fn replace_block(lines: &mut String, key: &str, block: &str) {
    let mut start = None;
    let mut end = lines.len();
    let mut at = 0;
    for line in lines.split_inclusive('\n') {
        let indented = line.starts_with([' ', '\t', '-', '}', ']']) || line.trim().is_empty();
        match start {
            None if key_of(line) == Some(key) => start = Some(at),
            Some(_) if !indented => {
                end = at;
                break;
            }
            _ => {}
        }
        at += line.len();
    }
    match start {
        Some(start) => lines.replace_range(start..end, block),
        None => lines.push_str(block),
    }
}

/// The lines of one key; nothing where it is empty.
fn block(front_matter: &FrontMatter, key: &str) -> Option<String> {
    let f = front_matter;
    let line = |value: String| Some(format!("{key}: {value}\n"));
    let text = |value: &Option<String>| value.as_deref().and_then(|value| line(scalar(value)));
    let date = |value: &Option<crate::arabic::calendar::Edtf>| {
        value.as_ref().and_then(|value| line(scalar(&value.to_string())))
    };
    let flow = |values: &[String]| {
        line(format!("[{}]", values.iter().map(|v| scalar(v)).collect::<Vec<_>>().join(", ")))
    };
    match key {
        "title" => text(&f.title),
        "subtitle" => text(&f.subtitle),
        "date" if f.is_undated() => line(NO_DATE.to_owned()),
        "date" => date(&f.date),
        "date_basis" if f.is_undated() => None,
        "date_basis" => f.date_basis.and_then(|basis| line(basis.name().to_owned())),
        "date_evidence" => list(key, f.date_evidence.iter().map(evidence)),
        "captured" => date(&f.captured),
        "source" => source(&f.source).and_then(line),
        "lang" => text(&f.lang),
        "slug" => text(&f.slug),
        "aliases" => (!f.aliases.is_empty()).then(|| flow(&f.aliases)).flatten(),
        "topics" => f.topics.as_ref().and_then(|topics| flow(topics)),
        "clean" => list(
            key,
            f.clean.iter().map(|rule| {
                let verb = if rule.keep { "keep" } else { "cut" };
                format!("{{{verb}: {}-{}}}", rule.first, rule.last)
            }),
        ),
        "removed" => list(key, f.removed.iter().map(removed)),
        "status" => (f.status != PublicationStatus::default())
            .then(|| line(f.status.name().to_owned()))
            .flatten(),
        "display" => {
            (f.display != Display::default()).then(|| line(f.display.name().to_owned())).flatten()
        }
        "added" => date(&f.added),
        "updated" => date(&f.updated),
        // JSON is YAML, and keeps any value that a person put there.
        "extra" => (!f.extra.is_empty())
            .then(|| serde_json::to_string(&f.extra).ok())
            .flatten()
            .and_then(line),
        _ => None,
    }
}

fn list(key: &str, items: impl Iterator<Item = String>) -> Option<String> {
    let lines: String = items.map(|item| format!("  - {item}\n")).collect();
    (!lines.is_empty()).then(|| format!("{key}:\n{lines}"))
}

fn evidence(evidence: &DateEvidence) -> String {
    format!(
        "{{text: {}, value: {}, reason: {}}}",
        scalar(&evidence.text),
        scalar(&evidence.value.to_string()),
        scalar(&evidence.reason)
    )
}

fn removed(removed: &Removed) -> String {
    format!(
        "{{bytes: {}, kind: {}, reason: {}, words: {}}}",
        removed.span,
        removed.kind.name(),
        scalar(&removed.reason),
        removed.words
    )
}

fn source(source: &Source) -> Option<String> {
    let parts = [
        ("outlet", &source.outlet),
        ("author", &source.author),
        ("url", &source.url),
        ("archived", &source.archived),
        ("original", &source.original),
        ("sha256", &source.sha256),
    ];
    let parts: Vec<String> = parts
        .iter()
        .filter_map(|(key, value)| value.as_ref().map(|value| format!("{key}: {}", scalar(value))))
        .collect();
    (!parts.is_empty()).then(|| format!("{{{}}}", parts.join(", ")))
}

impl DateBasis {
    /// Its name in files and records.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Page => "page",
            Self::Inferred => "inferred",
            Self::Editor => "editor",
        }
    }

    /// Whether the page itself shows the day, so that a reader can check it there («نُشر في …», a bare day at the article).
    ///
    /// ```
    /// use sijill::document::DateBasis;
    /// assert!(DateBasis::Stated.is_of_page() && DateBasis::Page.is_of_page());
    /// assert!(!DateBasis::Inferred.is_of_page());
    /// ```
    pub const fn is_of_page(self) -> bool {
        matches!(self, Self::Stated | Self::Page)
    }
}

impl PublicationStatus {
    /// Its name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Published => "published",
            Self::Withdrawn => "withdrawn",
        }
    }
}

impl Display {
    /// Its name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Excerpt => "excerpt",
            Self::Link => "link",
        }
    }
}

impl RemovedKind {
    /// Whether a reader would miss it in a count of what was cut: white space, the headline and the front matter are not counted.
    ///
    /// ```
    /// use sijill::document::RemovedKind;
    /// assert!(RemovedKind::Share.is_counted());
    /// assert!(!RemovedKind::Headline.is_counted());
    /// ```
    pub const fn is_counted(self) -> bool {
        !matches!(self, Self::Whitespace | Self::Headline | Self::FrontMatter)
    }

    /// Every kind, in the order of the type.
    pub const ALL: [Self; 22] = [
        Self::Navigation,
        Self::Search,
        Self::Share,
        Self::Counter,
        Self::Date,
        Self::Byline,
        Self::Source,
        Self::Caption,
        Self::Advertisement,
        Self::Tags,
        Self::Related,
        Self::Repetition,
        Self::Comments,
        Self::Newsletter,
        Self::Cookie,
        Self::Copyright,
        Self::Tools,
        Self::Headline,
        Self::FrontMatter,
        Self::Whitespace,
        Self::Editor,
        Self::Other,
    ];

    /// Its name in files and records.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Navigation => "navigation",
            Self::Search => "search",
            Self::Share => "share",
            Self::Counter => "counter",
            Self::Date => "date",
            Self::Byline => "byline",
            Self::Source => "source",
            Self::Caption => "caption",
            Self::Advertisement => "advertisement",
            Self::Tags => "tags",
            Self::Related => "related",
            Self::Repetition => "repetition",
            Self::Comments => "comments",
            Self::Newsletter => "newsletter",
            Self::Cookie => "cookie",
            Self::Copyright => "copyright",
            Self::Tools => "tools",
            Self::Headline => "headline",
            Self::FrontMatter => "front-matter",
            Self::Whitespace => "whitespace",
            Self::Editor => "editor",
            Self::Other => "other",
        }
    }
}
