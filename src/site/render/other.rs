//! The smaller pages: search, free pages, the page that is not there.

use super::context::{FacetView, FreeView, LinkView, SearchView};
use super::frame::Head;
use super::markdown::{self, Reads};
use super::plan::Index;
use super::text::language;
use super::views::Views;
use super::words;
use crate::site::model::FreePage;

impl Views<'_> {
    /// The head of a page that says no more of itself than a title and a sentence.
    pub(super) fn plain_head(&self, title: &str, description: &str) -> Head {
        Head {
            title: title.to_owned(),
            kind: "صفحة",
            description: description.to_owned(),
            ..Head::default()
        }
    }

    /// `search/`: the form, and the letter indexes for those without JavaScript.
    pub(super) fn search_view(&self) -> SearchView {
        let value = |key: &str, text: &str, n: usize| LinkView {
            key: key.to_owned(),
            text: text.to_owned(),
            count: self.words.number(n),
            ..LinkView::default()
        };
        let mut facets = Vec::new();
        let mut add = |name: &str, title: &str, values: Vec<LinkView>| {
            if !values.is_empty() {
                facets.push(FacetView { name: name.to_owned(), title: title.to_owned(), values });
            }
        };
        let in_year = |year: i32| {
            self.site
                .whole()
                .shown()
                .filter(|(_, article)| super::article::year_of(article) == Some(year))
                .count()
        };
        add(
            "year",
            "السنة",
            self.article_years()
                .into_iter()
                .map(|year| value(&year.to_string(), &self.words.year(year), in_year(year)))
                .collect(),
        );
        let topics = self.site.whole().topics.values().filter(|page| !page.articles.is_empty());
        let topics = topics.filter_map(|page| {
            Some(value(&page.id, &self.site.topics().get(&page.id)?.name, page.articles.len()))
        });
        add("topic", "الموضوع", topics.collect());
        let outlets = self.site.whole().outlets.values().filter(|page| !page.articles.is_empty());
        let outlets = outlets.filter_map(|page| {
            Some(value(&page.id, &self.site.outlets().get(&page.id)?.name, page.articles.len()))
        });
        add("outlet", "الوسيلة", outlets.collect());
        let mut indexes: Vec<LinkView> =
            self.plan.there.indexes.iter().map(|index| self.index_link(*index)).collect();
        let lists = [
            ("الموضوعات", "topics/index.html"),
            ("المواد", "articles/index.html"),
            ("التسلسل الزمني", "timeline/index.html"),
        ];
        let filled = lists.into_iter().filter(|(_, path)| self.has(path));
        indexes.extend(filled.map(|(text, path)| self.link(text, path)));
        SearchView { facets, indexes }
    }

    fn index_link(&self, index: Index) -> LinkView {
        let text = match index {
            Index::Entities(kind) => words::kind(kind).0,
            Index::Outlets => "وسائل الإعلام",
        };
        self.link(text, &index.path(1))
    }

    /// A free page.
    pub(super) fn free_view(&self, page: &FreePage) -> FreeView {
        let (lang, dir) = language(page.lang.as_deref());
        let reads = if dir == "ltr" { Reads::FromLeft } else { Reads::FromRight };
        let leads = |file: &str| {
            let named = |other: &&FreePage| other.source.rsplit(['/', '\\']).next() == Some(file);
            self.site.whole().pages.iter().find(named).map(|other| self.here.to(&other.path()))
        };
        FreeView {
            title: page.title.clone(),
            body_html: markdown::page(&page.markdown, reads, leads),
            lang,
            dir,
        }
    }
}
