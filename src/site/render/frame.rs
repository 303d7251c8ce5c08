//! What every page has around its own content: bar, crumbs, head and foot.

use super::context::{LinkView, MetaView, PageView, SiteView};
use super::link::permalink;
use super::markdown::inline_html;
use super::plan::Index;
use super::text::{arabic_first, shorten};
use super::views::Views;
use crate::arabic::calendar::Edtf;

/// What a page says of itself before it is a view.
#[derive(Clone, Debug, Default)]
pub(super) struct Head {
    pub(super) title: String,
    /// Whether the title is a source's own words.
    pub(super) source_title: bool,
    /// Its language, where it is not Arabic.
    pub(super) title_lang: String,
    /// What stands before a title that begins with a Latin letter: «مادة», «جهة».
    pub(super) kind: &'static str,
    pub(super) description: String,
    /// The crumbs between the home page and this one: words and path.
    pub(super) crumbs: Vec<(String, String)>,
    pub(super) og_type: &'static str,
    pub(super) noindex: bool,
    pub(super) json_ld: Vec<serde_json::Value>,
    pub(super) meta: Vec<MetaView>,
    pub(super) markdown_url: String,
    pub(super) prev_url: String,
    pub(super) next_url: String,
}

/// A place of the navigation: its key, its page, its label.
struct Way {
    key: &'static str,
    page: &'static str,
    label: &'static str,
}

const PLACES: [Way; 5] = [
    Way { key: "timeline", page: "timeline/index.html", label: "التسلسل الزمني" },
    Way { key: "articles", page: "articles/index.html", label: "المواد" },
    Way { key: "topics", page: "topics/index.html", label: "الموضوعات" },
    Way { key: "names", page: "people/index.html", label: "الأشخاص والجهات" },
    Way { key: "search", page: "search/index.html", label: "البحث" },
];

const FOOT: [(&str, &str, &str); 9] = [
    ("outlets/index.html", "وسائل الإعلام", ""),
    ("figures/index.html", "أرقام المصادر", ""),
    ("cleaning/index.html", "سجل الحذف", ""),
    ("dossier/index.html", "الملف كاملًا للطباعة", ""),
    ("feed.xml", "تغذية", "Atom"),
    ("feed.json", "تغذية", "JSON"),
    ("timeline.csv", "بيانات التسلسل", "CSV"),
    ("timeline.ics", "التسلسل في تقويمك", "iCalendar"),
    ("bibliography.bib", "المراجع", "BibLaTeX"),
];

impl Views<'_> {
    /// `site` of a page.
    pub(super) fn site_view(&self) -> SiteView {
        let config = &self.site.config();
        let path = self.here.path();
        let section = path.split('/').next().unwrap_or_default();
        let section = if matches!(section, "people" | "organizations" | "places" | "outlets") {
            "names"
        } else {
            section
        };
        let section = if section == "events" { "timeline" } else { section };
        let there = PLACES.iter().filter(|way| self.has(way.page));
        let nav = there.map(|Way { key, page: place, label: text }| {
            let place = &self.way_in(place);
            let current = if *place == path {
                "page"
            } else if *key == section {
                "true"
            } else {
                ""
            };
            LinkView {
                current: current.to_owned(),
                key: (*key).to_owned(),
                ..self.link(*text, place)
            }
        });
        let free = self.plan.free.iter().map(|(title, path)| self.link(title, path));
        let feeds = super::feeds::are_there(self);
        let fixed = FOOT.iter().filter(|(place, ..)| self.has(place));
        let fixed = fixed.map(|(place, text, format)| LinkView {
            lang: (*format).to_owned(),
            ..self.link(*text, place)
        });
        SiteView {
            title: config.title.clone(),
            description: config.description.clone(),
            lang: config.lang.clone(),
            root: self.here.root().to_owned(),
            digits: self.words.digits_name().to_owned(),
            months: self.words.months(),
            nav: nav.collect(),
            foot: free.chain(fixed).collect(),
            updated: self.as_of().map(|date| self.words.date(date)),
            rights_html: inline_html(&config.rights),
            editor: config.editor.clone(),
            feeds,
        }
    }

    /// Whether a page of the menus has anything to show.
    pub(super) fn has(&self, place: &str) -> bool {
        let there = &self.plan.there;
        match place.split(['/', '.']).next().unwrap_or_default() {
            "timeline" => there.events,
            "topics" => there.topics,
            "people" => !there.indexes.is_empty(),
            "outlets" => there.indexes.contains(&Index::Outlets),
            "figures" => self.plan.figures,
            "cleaning" => there.logs,
            "dossier" | "bibliography" => there.articles,
            // A guide of free pages has no articles; an empty dossier is still to have some.
            "articles" => there.articles || self.plan.free.is_empty(),
            "feed" => super::feeds::are_there(self),
            _ => true,
        }
    }

    /// Where a link of the menu leads: the indexes of names begin with the first that holds a name.
    fn way_in(&self, place: &str) -> String {
        let first = self.plan.there.indexes.first().filter(|_| place == "people/index.html");
        first.map_or_else(|| place.to_owned(), |index| index.path(1))
    }

    /// The as-of date of the dossier.
    pub(super) fn as_of(&self) -> Option<&Edtf> {
        self.plan.as_of.as_ref()
    }

    /// `page` of a page.
    pub(super) fn page_view(&self, head: Head) -> PageView {
        let config = &self.site.config();
        let is_home = self.here.path() == "index.html";
        // A title in another language is only named here: the page itself has it whole.
        let own_title =
            if head.title_lang.is_empty() { head.title.clone() } else { shorten(&head.title, 42) };
        let title = arabic_first(&own_title, if head.kind.is_empty() { "صفحة" } else { head.kind });
        let mut crumbs = Vec::new();
        if !is_home {
            crumbs.push(self.link("الملف", "index.html"));
            crumbs.extend(head.crumbs.iter().map(|(text, path)| self.link(text, path)));
            crumbs.push(LinkView {
                text: shorten(&head.title, 45),
                current: "page".to_owned(),
                lang: head.title_lang.clone(),
                ..LinkView::default()
            });
        }
        let canonical = permalink(&config.base_url, self.here.path());
        #[cfg(feature = "cards")]
        let card = if head.noindex { None } else { self.card_view() };
        #[cfg(not(feature = "cards"))]
        let card = None;
        let mut json_ld = head.json_ld;
        if !is_home && !head.noindex {
            json_ld.extend(self.breadcrumbs(&head.crumbs, &head.title));
        }
        PageView {
            full_title: if is_home {
                title.clone()
            } else {
                format!("{title} – {}", config.title)
            },
            short_title: shorten(&title, 58),
            title: head.title,
            source_title: head.source_title,
            title_lang: head.title_lang.clone(),
            description: shorten(&head.description, 200),
            canonical: canonical.unwrap_or_default(),
            og_type: if head.og_type.is_empty() {
                "website".to_owned()
            } else {
                head.og_type.to_owned()
            },
            card,
            noindex: head.noindex || config.noindex,
            crumbs,
            json_ld: json_ld
                .iter()
                .map(|object| object.to_string().replace('<', "\\u003c"))
                .collect(),
            meta: head.meta,
            markdown_url: head.markdown_url,
            prev_url: head.prev_url,
            next_url: head.next_url,
        }
    }

    /// The way from the home page for machines, which take addresses only.
    fn breadcrumbs(&self, crumbs: &[(String, String)], title: &str) -> Option<serde_json::Value> {
        let address = |path: &str| permalink(&self.site.config().base_url, path);
        let mut items = vec![("الملف".to_owned(), address("index.html")?)];
        for (text, path) in crumbs {
            items.push((text.clone(), address(path.split('#').next().unwrap_or(path))?));
        }
        items.push((title.to_owned(), address(self.here.path())?));
        let items: Vec<_> = items
            .iter()
            .enumerate()
            .map(|(at, (name, item))| serde_json::json!({"@type": "ListItem", "position": at + 1, "name": name, "item": item}))
            .collect();
        Some(
            serde_json::json!({"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": items}),
        )
    }
}
