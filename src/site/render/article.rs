//! The page of an article: source card, text with what is known beside each paragraph, panel, citation.

use std::collections::BTreeMap;

use super::context::{ArticleView, BlockView, FactRow, KeptView, LinkGroup, LinkView, TagView};
use super::frame::Head;
use super::link::{permalink, safe_address};
use super::markdown::{Block, BlockKind, Reads, blocks};
use super::pictures::Pictures;
use super::text::language;
use super::text::{quoted, shorten};
use super::views::Views;
use super::{citations, json_ld, words};
use crate::arabic::calendar::Edtf;
use crate::document::{DateBasis, Display, MentionKind, RemovedKind};
use crate::knowledge::{EntityKind, Id};
use crate::site::model::{Article, ArticleNo, WordCount};

impl Views<'_> {
    /// The head of the page of an article.
    pub(super) fn article_head(&self, no: ArticleNo) -> Head {
        let article = self.article(no);
        let item = self.article_item(no);
        let mut crumbs = vec![("المواد".to_owned(), "articles/index.html".to_owned())];
        // One that was withdrawn may be the only one of its year, which then has no list.
        let is_listed = |year: &i32| !article.withdrawn() || self.article_years().contains(year);
        if let Some(year) = year_of(article).filter(is_listed) {
            crumbs.push((self.words.year(year), format!("articles/year/{year}/index.html")));
        }
        let description = if article.withdrawn() {
            "سُحبت هذه المادة من الملف.".to_owned()
        } else {
            format!("{} — {}", item.text, item.outlet)
        };
        let description = if item.text.is_empty() {
            format!("{} — {}", item.title, item.outlet)
        } else {
            description
        };
        Head {
            title: article.title.clone(),
            source_title: true,
            title_lang: language(article.document.front_matter.lang.as_deref()).0,
            kind: "مادة",
            description,
            crumbs,
            og_type: "article",
            noindex: article.withdrawn(),
            json_ld: if article.withdrawn() {
                Vec::new()
            } else {
                vec![json_ld::article(self, article)]
            },
            meta: citations::meta(self, article),
            markdown_url: if article.is_full() { "index.md".to_owned() } else { String::new() },
            prev_url: article
                .neighbours
                .0
                .map_or_else(String::new, |no| self.here.to(&self.card(no).path())),
            next_url: article
                .neighbours
                .1
                .map_or_else(String::new, |no| self.here.to(&self.card(no).path())),
        }
    }

    /// The page of an article.
    pub(super) fn article_view(&self, no: ArticleNo) -> ArticleView {
        let article = self.article(no);
        let withdrawn = article.withdrawn();
        let neighbour = |no: Option<ArticleNo>| {
            let article = self.card(no.filter(|_| !withdrawn)?);
            let lang = language(article.lang()).0;
            Some(LinkView { lang, ..self.link(article.title(), &article.path()) })
        };
        ArticleView {
            source: self.source_rows(article),
            kept: self.kept(article),
            panel: if withdrawn { Vec::new() } else { self.panel(article) },
            previews: self.previews(article),
            cuts: self.cuts(article),
            updated: self.as_of().map(|date| self.words.date(date)),
            shared: article
                .shared
                .iter()
                .map(|text| {
                    let remark = format!("نص مشترك: {}", self.words.percent(text.percent as usize));
                    super::context::ArticleItem { remark, ..self.article_item(text.article) }
                })
                .collect(),
            related: if withdrawn {
                Vec::new()
            } else {
                article.related.iter().map(|&no| self.article_item(no)).collect()
            },
            prev: neighbour(article.neighbours.0),
            next: neighbour(article.neighbours.1),
            ..self.printed_article(no)
        }
    }

    /// An article as the one-page dossier prints it: the text, its notes and its citation, without what leads on from it.
    pub(super) fn printed_article(&self, no: ArticleNo) -> ArticleView {
        let article = self.article(no);
        let front = &article.document.front_matter;
        let (lang, dir) = language(front.lang.as_deref());
        ArticleView {
            title: article.title.clone(),
            has_title: front.title.as_deref().is_some_and(|title| !title.trim().is_empty()),
            subtitle: front.subtitle.clone().unwrap_or_default(),
            kind: format!("مادة · {}", self.outlet_name(&article.outlet)),
            links: source_links(article),
            lang,
            dir,
            blocks: self.blocks_of(no),
            display: display_name(article).to_owned(),
            notice: notice(article),
            citation: citations::around(self, article),
            address: permalink(&self.site.config().base_url, &article.path()).unwrap_or_default(),
            ..ArticleView::default()
        }
    }

    fn source_rows(&self, article: &Article) -> Vec<FactRow> {
        let front = &article.document.front_matter;
        let mut rows = Vec::new();
        let outlet = self.outlet_link(article);
        let unknown = article.outlet == crate::site::model::OutletOf::Unknown;
        let written = front.line_of("source", "").is_some();
        let why = match () {
            () if unknown => vec!["لم يتبيّن اسم الوسيلة من الصفحة".to_owned()],
            () if written => Vec::new(),
            () if front.source.outlet.is_some() => vec!["مذكور في الصفحة".to_owned()],
            () => vec!["من عنوان الصفحة على الشبكة".to_owned()],
        };
        rows.push(FactRow {
            label: "الوسيلة".to_owned(),
            value: Some(outlet),
            why,
            ..FactRow::default()
        });
        if let Some(author) =
            front.source.author.as_deref().filter(|author| !author.trim().is_empty())
        {
            let value = LinkView {
                text: author.to_owned(),
                key: "source".to_owned(),
                ..LinkView::default()
            };
            let why =
                if written { Vec::new() } else { vec!["مذكور في الصفحة".to_owned()] };
            rows.push(FactRow {
                label: "الكاتب".to_owned(),
                value: Some(value),
                why,
                ..FactRow::default()
            });
        }
        rows.push(FactRow {
            label: "تاريخ النشر".to_owned(),
            date: Some(
                front
                    .date
                    .as_ref()
                    .map_or_else(words::Words::no_date, |date| self.words.date_with_weekday(date)),
            ),
            basis: front.date.as_ref().and(front.date_basis).map(basis_tag),
            why: front
                .date_evidence
                .iter()
                .map(|evidence| evidence_words(&evidence.text, &evidence.reason))
                .collect(),
            ..FactRow::default()
        });
        rows.extend(self.content_date(article));
        if let Some(captured) = &front.captured {
            rows.push(FactRow {
                label: "تاريخ حفظ الصفحة".to_owned(),
                date: Some(self.words.date_with_weekday(captured)),
                ..FactRow::default()
            });
        }
        rows.extend(front.extra.iter().filter_map(|(key, value)| extra_row(key, value)));
        rows
    }

    /// When that was of which the article speaks, and how that is known.
    fn content_date(&self, article: &Article) -> Option<FactRow> {
        let about = article.document.findings.about.as_ref()?;
        let place = format!("الفقرة {}", self.words.number(about.paragraph + 1));
        let event = about.event.as_ref().and_then(|id| self.site.event(id));
        let why = match (about.span, event) {
            (Some(span), _) => {
                let dates = &article.document.findings.dates;
                let date = dates.iter().find(|date| about.is_relative && date.span == span);
                let counted = match date {
                    Some(date) => format!("{place}، {}", date.reason),
                    None => place,
                };
                evidence_words(span.cut(&article.document.plain.text), &counted)
            }
            (None, Some(event)) => format!("من الحدث الذي ورد في {place}: {}", event.name),
            (None, None) => place,
        };
        let is_stated = about.span.is_some() && !about.is_relative;
        Some(FactRow {
            label: "تاريخ الوقائع".to_owned(),
            date: Some(self.words.date_with_weekday(&about.value)),
            basis: Some(if is_stated { in_text() } else { basis_tag(DateBasis::Inferred) }),
            why: vec![why],
            ..FactRow::default()
        })
    }

    /// How much of the raw text stayed; nothing for what was not cleaned.
    pub(super) fn kept(&self, article: &Article) -> Option<KeptView> {
        let WordCount { kept, cut } = article.words;
        if cut == 0 {
            return None;
        }
        let percent = 100 * kept / (kept + cut);
        let of = |n: usize| self.words.counted(n, words::WORD);
        Some(KeptView {
            percent,
            cut_percent: 100 - percent,
            percent_text: self.words.percent(percent),
            kept: of(kept),
            cut: of(cut),
            total: self.words.counted_oblique(kept + cut, words::WORD),
            url: if article.has_log() {
                self.here.to(&cleaned_path(article))
            } else {
                String::new()
            },
        })
    }

    /// What was cut, by kind, most words first.
    pub(super) fn cuts(&self, article: &Article) -> Vec<LinkView> {
        let mut words_of: BTreeMap<RemovedKind, usize> = BTreeMap::new();
        for removed in
            article.document.front_matter.removed.iter().filter(|removed| removed.kind.is_counted())
        {
            *words_of.entry(removed.kind).or_default() += removed.words;
        }
        self.kinds_by_words(words_of)
    }

    /// Kinds of cut pieces with their words, most first.
    pub(super) fn kinds_by_words(&self, words_of: BTreeMap<RemovedKind, usize>) -> Vec<LinkView> {
        let mut kinds: Vec<(RemovedKind, usize)> =
            words_of.into_iter().filter(|(_, n)| *n > 0).collect();
        kinds.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
        let link = |(kind, n): (RemovedKind, usize)| LinkView {
            text: words::removed(kind).to_owned(),
            count: self.words.counted(n, words::WORD),
            ..LinkView::default()
        };
        kinds.into_iter().map(link).collect()
    }

    /// The text in blocks, as much as may be shown.
    pub(super) fn blocks_of(&self, no: ArticleNo) -> Vec<BlockView> {
        let article = self.article(no);
        let document = &article.document;
        let shown: Vec<Block> = match document.front_matter.display {
            _ if article.withdrawn() => Vec::new(),
            Display::Link => Vec::new(),
            display => {
                let reads = if language(document.front_matter.lang.as_deref()).1.is_empty() {
                    Reads::FromRight
                } else {
                    Reads::FromLeft
                };
                let all = blocks(
                    &document.text.markdown,
                    Some(&document.plain),
                    self.decorations(article),
                    reads,
                    &Pictures::of(article, &self.here),
                );
                let lede = article.lede_paragraph();
                let is_lede = |block: &Block| {
                    block.paragraphs.is_some_and(|(first, last)| {
                        lede.is_some_and(|at| (first..=last).contains(&at))
                    })
                };
                all.into_iter().filter(|block| display == Display::Full || is_lede(block)).collect()
            }
        };
        let mut notes = self.notes(no);
        let view = |block: Block| {
            let notes: Vec<_> = match block.paragraphs {
                Some((first, last)) => (first..=last)
                    .filter_map(|paragraph| notes.remove(&paragraph))
                    .flatten()
                    .collect(),
                None => Vec::new(),
            };
            let (kind, level) = match block.kind {
                BlockKind::Paragraph => ("text", 0),
                BlockKind::Heading(level) => ("heading", level),
                BlockKind::Other => ("other", 0),
            };
            let first = block
                .paragraphs
                .map(|(first, _)| first + 1)
                .filter(|_| block.kind != BlockKind::Other);
            BlockView {
                kind: kind.to_owned(),
                id: first.map_or_else(String::new, |n| format!("p{n}")),
                number: first.map_or_else(String::new, |n| self.words.number(n)),
                level,
                html: block.html,
                notes_title: self.notes_title(&notes),
                notes,
            }
        };
        shown.into_iter().map(view).collect()
    }

    fn panel(&self, article: &Article) -> Vec<LinkGroup> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for mention in article.mentions() {
            if let (MentionKind::Entity(_), Some(id)) = (mention.kind, &mention.id) {
                *counts.entry(id).or_default() += 1;
            }
        }
        let mut groups = Vec::new();
        let mut add = |title: &str, links: Vec<LinkView>| {
            if !links.is_empty() {
                groups.push(LinkGroup { title: title.to_owned(), links });
            }
        };
        for kind in [EntityKind::Person, EntityKind::Organization, EntityKind::Place] {
            add(
                words::kind(kind).0,
                self.counted_links(counts.iter().map(|(id, n)| (*id, *n)), Some(kind), 12),
            );
        }
        let mut events: Vec<&Id> = Vec::new();
        for found in &article.document.findings.events {
            if self.site.event(&found.event).is_some() && !events.contains(&&found.event) {
                events.push(&found.event);
            }
        }
        add("أحداث", events.iter().map(|id| self.event_link(id)).collect());
        let topics = article.topics.iter().filter_map(|id| self.site.topics().get(id));
        add(
            "موضوعات",
            topics
                .map(|topic| self.link(&topic.name, &format!("topics/{}/index.html", topic.id)))
                .collect(),
        );
        let mut conflicts: Vec<&Id> = Vec::new();
        for conflict in &article.document.findings.conflicts {
            if self.site.event(&conflict.event).is_some() && !conflicts.contains(&&conflict.event) {
                conflicts.push(&conflict.event);
            }
        }
        add("تضارب المصادر", conflicts.iter().map(|id| self.event_link(id)).collect());
        groups
    }
}

/// The page of an article in the cleaning log.
pub(super) fn cleaned_path(article: &Article) -> String {
    format!("cleaning/{}/index.html", article.slug)
}

/// The year under which an article is listed.
pub(super) fn year_of(article: &Article) -> Option<i32> {
    use chrono::Datelike;
    article.day().map(|day| day.year())
}

/// The basis of a day that the text itself names.
fn in_text() -> TagView {
    TagView {
        name: words::basis_name(DateBasis::Stated).to_owned(),
        text: "مذكور في النص".to_owned(),
    }
}

fn basis_tag(basis: DateBasis) -> TagView {
    TagView { name: words::basis_name(basis).to_owned(), text: words::basis(basis).to_owned() }
}

/// «من «انطلقت الأربعاء»: …», without repeating what is empty.
fn evidence_words(text: &str, reason: &str) -> String {
    match (text.trim(), reason.trim()) {
        ("", reason) => reason.to_owned(),
        (text, "") => format!("من {}", quoted(&shorten(text, 120))),
        (text, reason) => format!("من {}: {reason}", quoted(&shorten(text, 120))),
    }
}

fn source_links(article: &Article) -> Vec<LinkView> {
    let source = &article.document.front_matter.source;
    let link = |text: &str, key: &str, address: &Option<String>| {
        let url = address.as_deref().and_then(safe_address)?;
        Some(LinkView {
            text: text.to_owned(),
            key: key.to_owned(),
            url: url.to_owned(),
            ..LinkView::default()
        })
    };
    [link("الأصل", "original", &source.url), link("النسخة المحفوظة", "archived", &source.archived)]
        .into_iter()
        .flatten()
        .collect()
}

fn display_name(article: &Article) -> &'static str {
    match article.document.front_matter.display {
        _ if article.withdrawn() => "withdrawn",
        Display::Full => "full",
        Display::Excerpt => "excerpt",
        Display::Link => "link",
    }
}

/// The key of `extra` under which an editor says why an article was taken back.
const WITHDRAWN_REASON: &str = "withdrawn_reason";

/// What an editor keeps beside an article: «ملاحظة المحرّر», or the key where it is Arabic.
fn extra_row(key: &str, value: &serde_yaml::Value) -> Option<FactRow> {
    let number = || value.as_i64().map(|number| number.to_string());
    let text = value.as_str().map(str::to_owned).or_else(number)?;
    if key == WITHDRAWN_REASON || text.trim().is_empty() {
        return None;
    }
    let label = if key.is_ascii() { "ملاحظة المحرّر" } else { key };
    let value = LinkView { text: text.trim().to_owned(), ..LinkView::default() };
    Some(FactRow { label: label.to_owned(), value: Some(value), ..FactRow::default() })
}

fn notice(article: &Article) -> String {
    let front = &article.document.front_matter;
    if article.withdrawn() {
        let notice = "سُحبت هذه المادة من الملف، وبقيت هذه الصفحة لمن يصل إليها من رابط قديم.";
        let reason = front
            .extra
            .get(WITHDRAWN_REASON)
            .and_then(|reason| reason.as_str())
            .map(str::trim)
            .filter(|reason| !reason.is_empty());
        return reason
            .map_or_else(|| notice.to_owned(), |reason| format!("{notice} سبب السحب: {reason}"));
    }
    match front.display {
        Display::Full => "",
        Display::Excerpt => "هذا مقتطف من المادة، ونصها الكامل عند ناشرها.",
        Display::Link => "لا يُعرض نص هذه المادة هنا، وهو عند ناشرها.",
    }
    .to_owned()
}

/// The day of a date, for comparing with offices held.
pub(super) fn holds(held: Option<&Edtf>, on: Option<&Edtf>) -> bool {
    match (held, on) {
        (Some(held), Some(on)) => held.meets(on),
        _ => true,
    }
}
