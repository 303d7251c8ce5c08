//! Indexes of people, organizations, places and outlets, and the page of each.

use std::collections::BTreeMap;

use chrono::Datelike;

use super::context::{
    EntityView, LetterView, LinkGroup, LinkView, MonthBar, MonthRow, MonthsView, NameItem,
    NamesView, RoleView, SaidView, SentencePart, SentenceView,
};
use super::frame::Head;
use super::notes::whole_word;
use super::plan::Index;
use super::plan::PAGE_BUDGET;
use super::seen::{About, Facts};
use super::text::{listed, paginate};
use super::views::Views;
use super::{json_ld, words};
use crate::arabic::calendar::Edtf;
use crate::knowledge::Entity;
use crate::site::model::{
    ArticleNo, EntityPage, PrintedRole, SentenceAt, letter_index, sort_by_name,
};

impl Views<'_> {
    /// The names of an index, in order; each leads to a path from the site's root.
    fn index_items(&self, index: Index) -> Vec<NameItem> {
        let mut items: Vec<NameItem> = match index {
            Index::Entities(kind) => {
                let pages = self
                    .site
                    .whole()
                    .entities
                    .values()
                    .filter_map(|page| Some((page, self.site.entity(&page.id)?)));
                pages
                    .filter(|(_, entity)| entity.kind == kind)
                    .map(|(page, entity)| self.entity_item(page, entity))
                    .collect()
            }
            Index::Outlets => self
                .site
                .whole()
                .outlets
                .values()
                .filter_map(|page| {
                    let outlet = self.site.outlets().get(&page.id)?;
                    Some(NameItem {
                        id: page.id.clone(),
                        name: outlet.name.clone(),
                        url: format!("outlets/{}/index.html", page.id),
                        detail: outlet
                            .description
                            .clone()
                            .or_else(|| outlet.country.clone())
                            .unwrap_or_default(),
                        count: self.words.counted(page.articles.len(), words::ARTICLE),
                        unlisted: false,
                    })
                })
                .collect(),
        };
        sort_by_name(&mut items, self.site.config().skip_kunya, |item| &item.name);
        items
    }

    /// What somebody or something is, in a few words: the editor's, else the office that most articles print.
    pub(super) fn what(&self, facts: Facts<'_>, entity: &Entity) -> Option<String> {
        self.office(&entity.id, None)
            .or_else(|| entity.description.clone())
            .or_else(|| facts.printed.map(str::to_owned))
    }

    fn entity_item(&self, page: &EntityPage, entity: &Entity) -> NameItem {
        NameItem {
            id: page.id.clone(),
            name: entity.name.clone(),
            url: format!("{}/{}/index.html", entity.kind.folder(), page.id),
            detail: self.what(Facts::of(page), entity).unwrap_or_default(),
            unlisted: page.unlisted,
            count: if page.mentions == 0 {
                "لم يُذكر".to_owned()
            } else {
                self.words.number(page.mentions)
            },
        }
    }

    /// The names of an index, page by page; each leads to a path from the site's root.
    pub(super) fn index_pages(&self, index: Index) -> Vec<Vec<NameItem>> {
        paginate(self.index_items(index), PAGE_BUDGET, |item| {
            260 + 2 * item.name.len() + item.detail.len()
        })
    }

    /// The head of a page of an index.
    pub(super) fn index_head(&self, index: Index, page: usize) -> Head {
        let mut title = index.title().to_owned();
        if page > 1 {
            title = format!("{title} (صفحة {})", self.words.number(page));
        }
        Head {
            description: format!("{title}: {}", index.lede()),
            title,
            kind: "فهرس",
            ..Head::default()
        }
    }

    /// A page of an index; `pages` are all of them.
    pub(super) fn index_view(
        &self,
        index: Index,
        page: usize,
        pages: &[Vec<NameItem>],
    ) -> NamesView {
        let skip_kunya = self.site.config().skip_kunya;
        let mut jump: Vec<LinkView> = Vec::new();
        for (at, items) in pages.iter().enumerate() {
            for letter in
                letter_index(items.iter().collect(), skip_kunya, |item: &&NameItem| &item.name)
            {
                if jump.iter().all(|link| link.text != letter.letter) {
                    jump.push(
                        self.link(
                            letter.letter,
                            &format!("{}#{}", index.path(at + 1), letter.anchor),
                        ),
                    );
                }
            }
        }
        let count = pages.len();
        let items = pages.get(page - 1).into_iter().flatten();
        let items: Vec<NameItem> =
            items.map(|item| NameItem { url: self.here.to(&item.url), ..item.clone() }).collect();
        let unlisted = items.iter().any(|item| item.unlisted);
        let letters = letter_index(items, skip_kunya, |item| &item.name);
        let tab = |other: &Index| LinkView {
            current: if *other == index { "page".to_owned() } else { String::new() },
            count: self.words.number(self.site.name_count(*other)),
            ..self.link(other.title(), &other.path(1))
        };
        NamesView {
            title: index.title().to_owned(),
            lede: index.lede().to_owned(),
            tabs: self.plan.there.indexes.iter().map(tab).collect(),
            unlisted,
            jump,
            letters: letters
                .into_iter()
                .map(|letter| LetterView {
                    letter: letter.letter,
                    anchor: letter.anchor,
                    items: letter.items,
                })
                .collect(),
            pager: self.pager(page, count, |page| index.path(page)),
        }
    }

    /// The path of a page of an entity, counted from 1.
    pub(super) fn entity_page_path(entity: &Entity, page: usize) -> String {
        let folder = format!("{}/{}", entity.kind.folder(), entity.id);
        if page == 1 {
            format!("{folder}/index.html")
        } else {
            format!("{folder}/page/{page}/index.html")
        }
    }

    /// The head of a page of an entity.
    pub(super) fn entity_head(&self, page: About<'_>, entity: &Entity, number: usize) -> Head {
        let mut title = entity.name.clone();
        let folder = Index::Entities(entity.kind);
        let mut crumbs = vec![(folder.title().to_owned(), folder.path(1))];
        if number > 1 {
            crumbs.push((title.clone(), Self::entity_page_path(entity, 1)));
            title = format!("{title} (صفحة {})", self.words.number(number));
        }
        let what = self.what(page.facts(), entity).map_or_else(
            || words::kind_of_one(entity.kind).to_owned(),
            |what| format!("{}، {what}", words::kind_of_one(entity.kind)),
        );
        let description = format!("{title}: {what}. {}.", listed(self.entity_facts(page.facts())));
        let json_ld = if number == 1 { vec![json_ld::entity(self, entity)] } else { Vec::new() };
        Head {
            title,
            kind: words::kind_of_one(entity.kind),
            description,
            crumbs,
            og_type: "profile",
            json_ld,
            ..Head::default()
        }
    }

    /// How often it is named, and in how many articles.
    pub(super) fn entity_facts(&self, facts: Facts<'_>) -> Vec<String> {
        if facts.mentions == 0 {
            return vec!["لا ذكر في المواد".to_owned()];
        }
        // Of a woman, a body or a country as of a man: no verb that would have to agree.
        vec![
            format!("مرات الذكر: {}", self.words.number(facts.mentions)),
            format!("في {}", self.words.counted_oblique(facts.articles, words::ARTICLE)),
        ]
    }

    /// A page of an entity.
    pub(super) fn entity_view(
        &self,
        page: About<'_>,
        entity: &Entity,
        number: usize,
    ) -> EntityView {
        let first = number == 1;
        let (said, pages) = self.site.said(&entity.id, number);
        let facts = page.facts();
        let what = self.what(facts, entity).unwrap_or_default();
        EntityView {
            kind: words::kind_of_one(entity.kind).to_owned(),
            name: entity.name.clone(),
            latin: entity.latin.clone().unwrap_or_default(),
            unlisted: facts.unlisted,
            lede: entity.description.clone().unwrap_or(what),
            facts: self.entity_facts(facts),
            months: if first { self.months(page) } else { None },
            said: said.iter().map(|group| self.said(group)).collect(),
            quotes: if first { self.quotes(page) } else { Vec::new() },
            variants: variants(page, entity),
            roles: entity
                .roles
                .iter()
                .map(|role| RoleView {
                    title: role.title.clone(),
                    held: role.held.as_ref().map(|held| self.words.date(held)),
                    source: role.source.clone().unwrap_or_default(),
                })
                .collect(),
            printed_roles: page
                .printed_roles()
                .iter()
                .take(12)
                .map(|role| self.printed_role(role))
                .collect(),
            side: self.entity_side(page, entity),
            same_as: entity
                .same_as
                .iter()
                .filter_map(|address| super::link::safe_address(address))
                .map(str::to_owned)
                .collect(),
            pager: self.pager(number, pages, |page| Self::entity_page_path(entity, page)),
        }
    }

    /// An office as articles print it: «في 3 مواد، من 2020 إلى 2021».
    fn printed_role(&self, role: &PrintedRole) -> LinkView {
        let articles = format!("في {}", self.words.counted_oblique(role.articles, words::ARTICLE));
        let month = |no: ArticleNo| {
            let day = self.card(no).day()?;
            Some(self.words.date(&Edtf::month(day.year(), day.month())?).text)
        };
        let count = match (month(role.first.article), month(role.last)) {
            (Some(first), Some(last)) if first != last => {
                format!("{articles}، من {first} إلى {last}")
            }
            (Some(only), _) => format!("{articles}، {only}"),
            _ => articles,
        };
        LinkView {
            text: role.title.clone(),
            url: self.paragraph_url(role.first.article, role.first.paragraph),
            count,
            ..LinkView::default()
        }
    }

    fn entity_side(&self, page: About<'_>, entity: &Entity) -> Vec<LinkGroup> {
        let mut groups = Vec::new();
        let mut add = |title: &str, links: Vec<LinkView>| {
            if !links.is_empty() {
                groups.push(LinkGroup { title: title.to_owned(), links });
            }
        };
        let together = page.together().iter().filter(|(id, _)| self.linked(id).is_some());
        let counted = |n: usize| self.words.counted(n, words::ARTICLE);
        add(
            "أسماء مصاحبة",
            together
                .map(|(id, n)| LinkView { count: counted(*n), ..self.entity_link(id) })
                .collect(),
        );
        add("أحداث", page.events().iter().map(|id| self.event_link(id)).collect());
        add("جزء من", entity.part_of.iter().map(|id| self.entity_link(id)).collect());
        add("ومنه", self.site.parts(&entity.id).iter().map(|id| self.entity_link(id)).collect());
        groups
    }

    /// The sentences of one article.
    fn said(&self, group: &[SentenceAt]) -> SaidView {
        let sentences = group.iter().map(|sentence| self.sentence(sentence)).collect();
        SaidView { article: self.article_item(group[0].article), sentences }
    }

    /// A sentence with its names apart.
    pub(super) fn sentence(&self, at: &SentenceAt) -> SentenceView {
        let text = &self.article(at.article).document.plain.text;
        let mut parts = Vec::new();
        let mut from = at.span.start;
        for name in at.names.iter().map(|name| whole_word(text, *name)) {
            if name.start < from || name.end > at.span.end {
                continue;
            }
            parts.push(SentencePart { text: text[from..name.start].to_owned(), hit: false });
            parts.push(SentencePart { text: name.cut(text).to_owned(), hit: true });
            from = name.end;
        }
        parts.push(SentencePart { text: text[from..at.span.end].to_owned(), hit: false });
        parts.retain(|part| !part.text.is_empty());
        SentenceView { parts, link: self.paragraph_link(at.article, at.paragraph) }
    }

    /// What somebody is quoted with; the longest, article by article.
    fn quotes(&self, page: About<'_>) -> Vec<SaidView> {
        let mut by_article: BTreeMap<ArticleNo, Vec<SentenceView>> = BTreeMap::new();
        for at in page.quotes().iter().take(40) {
            let document = &self.article(at.article).document;
            let Some(quote) = document.findings.quotes.get(at.quote) else { continue };
            let words = quote.span.cut(&document.plain.text).replace('\n', " ");
            let part = SentencePart { text: words, hit: false };
            by_article.entry(at.article).or_default().push(SentenceView {
                parts: vec![part],
                link: self.paragraph_link(at.article, quote.paragraph),
            });
        }
        by_article
            .into_iter()
            .map(|(no, sentences)| SaidView { article: self.article_item(no), sentences })
            .collect()
    }

    /// The picture of mentions by month; nothing where there are fewer than three months.
    fn months(&self, page: About<'_>) -> Option<MonthsView> {
        let (first, last) = (page.by_month().keys().next()?.0, page.by_month().keys().last()?.0);
        let (first, last) =
            self.site.years().map_or((first, last), |(a, b)| (first.min(a), last.max(b)));
        if page.by_month().len() < 2 || last - first > 30 {
            return None;
        }
        let years = usize::try_from(last - first + 1).ok()?;
        let step = 600.0 / (12.0 * years as f64);
        let most = page.by_month().values().copied().max().unwrap_or(1) as f64;
        let round = |value: f64| (value * 10.0).round() / 10.0;
        let bars = page.by_month().iter().map(|(&(year, month), &n)| {
            let at = f64::from((year - first) * 12 + month as i32);
            let height = (76.0 * n as f64 / most).round();
            MonthBar {
                x: round(600.0 - at * step + step * 0.2),
                y: 82.0 - height,
                width: round(step * 0.6),
                height,
            }
        });
        let top = page
            .by_month()
            .iter()
            .max_by_key(|(month, n)| (**n, std::cmp::Reverse(**month)))
            .map(|(&(year, month), _)| Edtf::month(year, month))??;
        let span = if first == last {
            format!("في {}", self.words.year(first))
        } else {
            format!("من {} إلى {}", self.words.year(first), self.words.year(last))
        };
        let row = |(&(year, month), &n): (&(i32, u32), &usize)| {
            let month = Edtf::month(year, month)?;
            Some(MonthRow { month: self.words.date(&month), count: self.words.number(n) })
        };
        Some(MonthsView {
            label: format!(
                "مرات الذكر في كل شهر {span}، وأكثرها في {}",
                self.words.date(&top).text
            ),
            bars: bars.collect(),
            ticks: (0..=years)
                .map(|year| round((600.0 - 600.0 * year as f64 / years as f64).clamp(0.5, 599.5)))
                .collect(),
            years: (first..=last).map(|year| self.words.year(year)).collect(),
            rows: page.by_month().iter().filter_map(row).collect(),
        })
    }
}

/// The names under which it is known, the knowledge base's first.
fn variants(page: About<'_>, entity: &Entity) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let printed = page.spellings().iter().map(|(spelling, _)| spelling);
    for name in
        [&entity.name].into_iter().chain(&entity.aliases).chain(&entity.short).chain(printed)
    {
        if !names.contains(name) && names.len() < 24 {
            names.push(name.clone());
        }
    }
    names
}
