//! Lists of articles: all, by year, by topic, by outlet.

use std::collections::BTreeMap;

use super::article::year_of;
use super::context::{
    ArticleGroup, ArticleItem, ArticlesView, EventItem, LinkGroup, LinkView, NameItem, PhraseView,
    TermView, TopicsView,
};
use super::frame::Head;
use super::plan::PAGE_BUDGET;
use super::text::{paginate, shorten};
use super::views::Views;
use super::words;
use crate::knowledge::{Id, Outlet, Topic};
use crate::site::model::{ArticleNo, KeyPhrase, OutletPage, SentenceAt, TopicPage};

/// Which articles a list holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Listed {
    /// All, newest first.
    All,
    /// Those of a year, newest first.
    Year(i32),
}

impl Listed {
    /// The path of one of its pages, counted from 1.
    pub(super) fn path(self, page: usize) -> String {
        let folder = match self {
            Self::All => "articles".to_owned(),
            Self::Year(year) => format!("articles/year/{year}"),
        };
        if page == 1 {
            format!("{folder}/index.html")
        } else {
            format!("{folder}/page/{page}/index.html")
        }
    }
}

impl Views<'_> {
    fn article_weight(&self, no: ArticleNo) -> usize {
        let article = self.article(no);
        850 + article.title.len() + 340
    }

    /// The articles of a list, page by page.
    pub(super) fn article_pages(&self, listed: Listed) -> Vec<Vec<ArticleNo>> {
        let in_list = |no: &ArticleNo| match listed {
            Listed::All => true,
            Listed::Year(year) => year_of(self.article(*no)) == Some(year),
        };
        let all = self.site.whole().newest_first().into_iter().filter(in_list).collect();
        paginate(all, PAGE_BUDGET, |&no| self.article_weight(no))
    }

    /// The years in which articles were published, latest first.
    pub(super) fn article_years(&self) -> Vec<i32> {
        let mut years: Vec<i32> =
            self.site.whole().shown().filter_map(|(_, article)| year_of(article)).collect();
        years.sort_unstable();
        years.dedup();
        years.reverse();
        years
    }

    /// The head of a page of a list of articles.
    pub(super) fn articles_head(&self, listed: Listed, page: usize, pages: usize) -> Head {
        let mut title = match listed {
            Listed::All => "المواد".to_owned(),
            Listed::Year(year) => format!("مواد {}", self.words.year(year)),
        };
        let mut crumbs = Vec::new();
        if listed != Listed::All || page > 1 {
            crumbs.push(("المواد".to_owned(), "articles/index.html".to_owned()));
        }
        if page > 1 {
            title = format!("{title} (صفحة {})", self.words.number(page));
        }
        let to = |page: usize| self.here.to(&listed.path(page));
        Head {
            description: format!(
                "{title}: كل مادة كما وردت بعد حذف ما ليس منها، مع تاريخها وأساس معرفته."
            ),
            title,
            crumbs,
            prev_url: if page > 1 { to(page - 1) } else { String::new() },
            next_url: if page < pages { to(page + 1) } else { String::new() },
            ..Head::default()
        }
    }

    /// A page of a list of articles.
    pub(super) fn articles_view(
        &self,
        listed: Listed,
        page: usize,
        pages: &[Vec<ArticleNo>],
    ) -> ArticlesView {
        let total: usize = pages.iter().map(Vec::len).sum();
        let mut groups: Vec<ArticleGroup> = Vec::new();
        for &no in pages.get(page - 1).map_or(&[][..], Vec::as_slice) {
            let (title, anchor) = match year_of(self.article(no)) {
                Some(year) => (self.words.year(year), format!("y{year}")),
                None => ("بلا تاريخ".to_owned(), "undated".to_owned()),
            };
            let item = self.article_item(no);
            match groups.last_mut().filter(|group| group.anchor == anchor) {
                Some(group) => group.items.push(item),
                None => groups.push(ArticleGroup { title, anchor, items: vec![item] }),
            }
        }
        let years = self.article_years().into_iter().map(|year| {
            let of = Listed::Year(year);
            let current = if of == listed { "page" } else { "" };
            LinkView {
                current: current.to_owned(),
                ..self.link(self.words.year(year), &of.path(1))
            }
        });
        let all = LinkView {
            current: if listed == Listed::All { "page".to_owned() } else { String::new() },
            ..self.link("الكل", &Listed::All.path(1))
        };
        ArticlesView {
            title: match listed {
                Listed::All => "المواد".to_owned(),
                Listed::Year(year) => format!("مواد {}", self.words.year(year)),
            },
            lede: "كل مادة كما وردت بعد حذف ما ليس منها، مع تاريخها وأساس معرفته.".to_owned(),
            facts: vec![self.words.counted(total, words::ARTICLE), "الأحدث أولًا".to_owned()],
            years: [all].into_iter().chain(years).collect(),
            groups,
            pager: self.pager(page, pages.len(), |page| listed.path(page)),
        }
    }

    /// `topics/`.
    pub(super) fn topics_view(&self) -> TopicsView {
        let item = |(topic, page): (&Topic, &TopicPage)| NameItem {
            id: topic.id.clone(),
            name: topic.name.clone(),
            url: self.here.to(&topic_path(&topic.id, 1)),
            detail: topic.description.clone().unwrap_or_default(),
            count: self.words.counted(page.articles.len(), words::ARTICLE),
            unlisted: false,
        };
        let mut topics: Vec<(&Topic, &TopicPage)> = self
            .site
            .whole()
            .topics
            .values()
            .filter_map(|page| Some((self.site.topics().get(&page.id)?, page)))
            .collect();
        topics.sort_by(|a, b| {
            b.1.articles.len().cmp(&a.1.articles.len()).then_with(|| a.0.id.cmp(&b.0.id))
        });
        let lede = match topics.len() {
            0 if !self.site.whole().phrases.is_empty() => {
                "لم يحدّد المحرّر موضوعات بعد. هذه عبارات تتكرر في المواد، وتحت كل منها موادها."
                    .to_owned()
            }
            0 => "لا موضوعات في هذا الملف بعد.".to_owned(),
            n => format!("{}، وعدد المواد في كل منها.", self.words.counted(n, words::TOPIC)),
        };
        TopicsView { lede, topics: topics.into_iter().map(item).collect(), phrases: self.phrases() }
    }

    /// What articles speak of again and again, each phrase with its articles.
    pub(super) fn phrases(&self) -> Vec<PhraseView> {
        let phrase = |(number, phrase): (usize, &KeyPhrase)| PhraseView {
            text: phrase.text.clone(),
            anchor: format!("phrase-{}", number + 1),
            url: self.here.to(&format!("topics/index.html#phrase-{}", number + 1)),
            count: self.words.counted(phrase.articles.len(), words::ARTICLE),
            articles: phrase
                .articles
                .iter()
                .map(|no| self.link(&self.article(*no).title, &self.article(*no).path()))
                .collect(),
        };
        self.site.whole().phrases.iter().enumerate().map(phrase).collect()
    }

    /// The articles of a topic, page by page, oldest first.
    pub(super) fn topic_pages<'t>(
        &self,
        page: &'t TopicPage,
    ) -> Vec<Vec<&'t (ArticleNo, Option<SentenceAt>)>> {
        paginate(page.articles.iter().collect(), PAGE_BUDGET - 14_000, |(no, key)| {
            self.article_weight(*no) + key.as_ref().map_or(0, |key| key.span.len())
        })
    }

    /// The head of a page of a topic.
    pub(super) fn topic_head(&self, topic: &Topic, page: &TopicPage, number: usize) -> Head {
        let mut title = topic.name.clone();
        let mut crumbs = vec![("الموضوعات".to_owned(), "topics/index.html".to_owned())];
        if number > 1 {
            crumbs.push((title.clone(), topic_path(&topic.id, 1)));
            title = format!("{title} (صفحة {})", self.words.number(number));
        }
        let articles = self.words.counted(page.articles.len(), words::ARTICLE);
        let description =
            format!("{title}: {} {articles}.", topic.description.as_deref().unwrap_or_default());
        Head {
            title,
            kind: "موضوع",
            description: description.replace("  ", " "),
            crumbs,
            ..Head::default()
        }
    }

    /// A page of a topic.
    pub(super) fn topic_view(&self, topic: &Topic, page: &TopicPage, number: usize) -> TermView {
        let pages = self.topic_pages(page);
        let all: Vec<ArticleNo> = page.articles.iter().map(|(no, _)| *no).collect();
        let shown = pages.get(number - 1).map_or(&[][..], Vec::as_slice);
        let events = if number == 1 { self.events_of(&all) } else { Vec::new() };
        let articles =
            shown.iter().map(|(no, key)| self.with_key_sentence(*no, key.as_ref())).collect();
        TermView {
            kind: "موضوع".to_owned(),
            name: topic.name.clone(),
            latin: String::new(),
            lede: topic.description.clone().unwrap_or_default(),
            facts: vec![self.words.counted(all.len(), words::ARTICLE)],
            events,
            articles,
            variants: Vec::new(),
            side: self.named_most(&page.named),
            pager: self.pager(number, pages.len(), |page| topic_path(&topic.id, page)),
        }
    }

    fn with_key_sentence(&self, no: ArticleNo, key: Option<&SentenceAt>) -> ArticleItem {
        let item = self.article_item(no);
        let Some(key) = key else { return item };
        let words = key.span.cut(&self.article(no).document.plain.text);
        ArticleItem {
            text: shorten(words, 260),
            at: Some(self.paragraph_link(no, key.paragraph)),
            ..item
        }
    }

    /// The events that some articles attest most, in order of time.
    fn events_of(&self, articles: &[ArticleNo]) -> Vec<EventItem> {
        let mut attested: BTreeMap<&str, usize> = BTreeMap::new();
        for &no in articles {
            for found in &self.article(no).document.findings.events {
                *attested.entry(&found.event).or_default() += 1;
            }
        }
        let mut most: Vec<(&str, usize)> = attested.into_iter().collect();
        most.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
        most.truncate(8);
        let is_among = |id: &str| most.iter().any(|(event, _)| *event == id);
        let light = |item: EventItem| EventItem { refs: Vec::new(), sides: Vec::new(), ..item };
        self.site
            .whole()
            .timeline
            .events
            .iter()
            .filter(|page| is_among(&page.id))
            .map(|page| light(self.event_item(page)))
            .collect()
    }

    /// Who the articles of a topic or an outlet name most.
    fn named_most(&self, named: &[(Id, usize)]) -> Vec<LinkGroup> {
        let links =
            self.counted_links(named.iter().map(|(id, n)| (id.as_str(), *n)), None, named.len());
        if links.is_empty() {
            Vec::new()
        } else {
            vec![LinkGroup { title: "أكثر من يُذكر فيه".to_owned(), links }]
        }
    }

    /// The articles of an outlet, page by page, oldest first.
    pub(super) fn outlet_pages(&self, page: &OutletPage) -> Vec<Vec<ArticleNo>> {
        paginate(page.articles.clone(), PAGE_BUDGET - 6_000, |&no| self.article_weight(no))
    }

    /// The head of a page of an outlet.
    pub(super) fn outlet_head(&self, outlet: &Outlet, page: &OutletPage, number: usize) -> Head {
        let mut title = outlet.name.clone();
        let mut crumbs = vec![("وسائل الإعلام".to_owned(), "outlets/index.html".to_owned())];
        if number > 1 {
            crumbs.push((title.clone(), outlet_path(&outlet.id, 1)));
            title = format!("{title} (صفحة {})", self.words.number(number));
        }
        let articles = self.words.counted(page.articles.len(), words::ARTICLE);
        Head {
            description: format!("{title}: {articles} في هذا الملف."),
            title,
            kind: "وسيلة إعلام",
            crumbs,
            ..Head::default()
        }
    }

    /// A page of an outlet.
    pub(super) fn outlet_view(
        &self,
        outlet: &Outlet,
        page: &OutletPage,
        number: usize,
    ) -> TermView {
        let pages = self.outlet_pages(page);
        let shown = pages.get(number - 1).map_or(&[][..], Vec::as_slice);
        let variants = [&outlet.name].into_iter().chain(&outlet.aliases).cloned().collect();
        TermView {
            kind: "وسيلة إعلام".to_owned(),
            name: outlet.name.clone(),
            latin: outlet.latin.clone().unwrap_or_default(),
            lede: outlet.description.clone().or_else(|| outlet.country.clone()).unwrap_or_default(),
            facts: vec![self.words.counted(page.articles.len(), words::ARTICLE)],
            events: Vec::new(),
            articles: shown.iter().map(|&no| self.article_item(no)).collect(),
            variants,
            side: self.named_most(&page.named),
            pager: self.pager(number, pages.len(), |page| outlet_path(&outlet.id, page)),
        }
    }
}

/// The path of a page of a topic, counted from 1.
pub(super) fn topic_path(id: &str, page: usize) -> String {
    if page == 1 {
        format!("topics/{id}/index.html")
    } else {
        format!("topics/{id}/page/{page}/index.html")
    }
}

/// The path of a page of an outlet, counted from 1.
pub(super) fn outlet_path(id: &str, page: usize) -> String {
    if page == 1 {
        format!("outlets/{id}/index.html")
    } else {
        format!("outlets/{id}/page/{page}/index.html")
    }
}
