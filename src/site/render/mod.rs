//! [`Site`] → [`Output`]: every page of the dossier, rendered when it is asked for.
//!
//! 1. [`templates`] loads the theme; [`context`] is all that its templates see;
//! 2. [`plan`] decides what must be known before any page: lanes, and the pages of the timeline; [`seen`] is the site as one
//!    page sees it, and [`marks`] tells the next build whether what a page looked at has changed;
//! 3. one file for each kind of page fills its views: [`home`], [`lists`], [`article`] with [`notes`] and
//!    [`markdown`], [`pictures`] and [`preview`], [`event`], [`timeline`], [`names`], [`figures`], [`cleaning`], [`dossier`], [`other`], [`alone`]; [`frame`] has what all pages share;
//! 4. [`words`] and [`dates`] say everything in Arabic, [`views`] what many pages show, [`link`] how pages find each other;
//! 5. for machines: [`json_ld`], [`citations`], [`data`], [`feeds`];
//! 6. `cards` draws the picture that a link to a page shows elsewhere, `card` says which.

mod alone;
mod article;
#[cfg(feature = "cards")]
mod card;
#[cfg(feature = "cards")]
pub mod cards;
mod citations;
mod cleaning;
pub mod context;
mod data;
mod dates;
mod days;
mod dossier;
mod escape;
mod event;
mod feeds;
mod fields;
mod figures;
mod filters;
mod frame;
mod home;
mod json_ld;
mod link;
mod lists;
mod markdown;
mod marks;
mod names;
mod notes;
mod other;
mod pictures;
mod plan;
mod preview;
mod seen;
mod templates;
mod text;
mod theme;
mod timeline;
mod views;
mod words;

use std::sync::Arc;

use serde::Serialize;

use crate::diagnostics::Error;
use crate::document::{picture, write};
use crate::site::model::{ArticleNo, Site};
use crate::site::output::{Key, Looks, Made, Output, Owner};
use context::{PageView, SiteView, SitemapEntry};
use frame::Head;
use lists::{Listed, outlet_path, topic_path};
use plan::Index;
use plan::Plan;
use seen::Seen;
use timeline::Which;
use views::Views;

pub use pictures::add_pictures;
pub use templates::{Statics, Templates};

/// What the caller knows of the world; the rest comes from content and settings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The day of `SOURCE_DATE_EPOCH`, for feeds whose articles say nothing of when they were added.
    pub updated: Option<chrono::NaiveDate>,
}

/// Every page of a site, each made when it is asked for.
///
/// The static files of the theme are not among them: see [`Statics::add_to`].
///
/// # Errors
///
/// Two pages have one path.
pub fn pages(site: &Arc<Site>, templates: &Arc<Templates>) -> Result<Output, Error> {
    pages_with(site, templates, Options::default())
}

/// The same, with what the caller knows of the world.
///
/// # Errors
///
/// As [`pages`].
pub fn pages_with(
    site: &Arc<Site>,
    templates: &Arc<Templates>,
    options: Options,
) -> Result<Output, Error> {
    let shared = Arc::new(Shared {
        site: Arc::clone(site),
        templates: Arc::clone(templates),
        plan: Arc::new(Plan::of(site, options.updated)),
    });
    let mut maker = Maker {
        looks: marks::looks(site, &shared.plan, templates.digest()),
        shared,
        output: Output::default(),
        sitemap: Vec::new(),
    };
    maker.output.set_looks(maker.looks.clone());
    maker.home()?;
    maker.articles()?;
    maker.timelines()?;
    maker.events()?;
    maker.names()?;
    maker.topics_and_outlets()?;
    maker.cleaning()?;
    maker.figures()?;
    maker.others()?;
    maker.redirects()?;
    maker.machines()?;
    #[cfg(feature = "cards")]
    maker.cards()?;
    Ok(maker.output)
}

/// What the closures of all pages share.
struct Shared {
    site: Arc<Site>,
    templates: Arc<Templates>,
    plan: Arc<Plan>,
}

/// `site` and `page`, which every template sees.
#[derive(Serialize)]
struct Frame<'v, V: Serialize> {
    site: SiteView,
    page: PageView,
    #[serde(flatten)]
    own: std::collections::BTreeMap<&'static str, &'v V>,
}

struct Maker {
    shared: Arc<Shared>,
    looks: Looks,
    output: Output,
    sitemap: Vec<SitemapEntry>,
}

/// The key of a page that is known by what it looked at alone; a digest that no page has.
const BY_LOOKS: Key = [0; 32];

/// Whether all that a page is made of is noted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Noted {
    /// What makes it holds names and numbers that its path decides, and nothing of the site.
    Yes,
    /// What makes it holds something of the site.
    No,
}

impl Maker {
    /// Adds a page: its head and its own value are made when it is asked for.
    fn page<V: Serialize>(
        &mut self,
        path: String,
        owner: impl Into<Owner>,
        (template, name): (&'static str, &'static str),
        noted: Noted,
        make: impl Fn(&Views<'_>) -> (Head, V) + Send + Sync + 'static,
    ) -> Result<(), Error> {
        let (shared, looks) = (Arc::clone(&self.shared), self.looks.clone());
        let at = path.clone();
        self.output.add_keyed(path, owner, move |known| {
            let views = Views::at(&shared.site, &shared.plan, &at);
            let (head, own) = make(&views);
            let frame = Frame {
                site: views.site_view(),
                page: views.page_view(head),
                own: [(name, &own)].into(),
            };
            match Some(noted)
                .filter(|noted| *noted == Noted::Yes)
                .and_then(|_| views.site.looks(&looks))
            {
                // Whoever has this page asks again only where something that it looked at has changed, and then it
                // nearly always comes out otherwise: a digest of what its template saw would be made for nothing.
                Some(seen) => {
                    let bytes = shared.templates.bytes(template, &frame)?;
                    Ok(Made::New { bytes, key: Some(BY_LOOKS), seen: Some(seen) })
                }
                None => shared.templates.render(template, &frame, known),
            }
        })
    }

    /// Adds a page and its line of the sitemap.
    fn listed<V: Serialize>(
        &mut self,
        path: String,
        owner: impl Into<Owner>,
        template: &'static str,
        name: &'static str,
        make: impl Fn(&Views<'_>) -> (Head, V) + Send + Sync + 'static,
    ) -> Result<(), Error> {
        self.listed_and(path, owner, (template, name), Noted::No, make)
    }

    /// The same, of a page all of which is noted.
    fn noted<V: Serialize>(
        &mut self,
        path: String,
        owner: impl Into<Owner>,
        template: &'static str,
        name: &'static str,
        make: impl Fn(&Views<'_>) -> (Head, V) + Send + Sync + 'static,
    ) -> Result<(), Error> {
        self.listed_and(path, owner, (template, name), Noted::Yes, make)
    }

    fn listed_and<V: Serialize>(
        &mut self,
        path: String,
        owner: impl Into<Owner>,
        template: (&'static str, &'static str),
        noted: Noted,
        make: impl Fn(&Views<'_>) -> (Head, V) + Send + Sync + 'static,
    ) -> Result<(), Error> {
        if let Some(address) = link::permalink(&self.shared.site.config.base_url, &path) {
            self.sitemap.push(SitemapEntry { address, changed: String::new() });
        }
        self.page(path, owner, template, noted, make)
    }

    /// Adds the pages of one thing of the knowledge base, numbered from 1; the value has the name of its kind.
    fn numbered<V: Serialize>(
        &mut self,
        id: &str,
        pages: usize,
        path: impl Fn(usize) -> String,
        template: &'static str,
        name: &'static str,
        make: impl Fn(&Views<'_>, &str, usize) -> Option<(Head, V)> + Copy + Send + Sync + 'static,
    ) -> Result<(), Error> {
        for number in 1..=pages {
            let own = id.to_owned();
            self.noted(path(number), format!("the {name} `{id}`"), template, name, move |views| {
                match make(views, &own, number) {
                    Some((head, view)) => (head, Some(view)),
                    None => (Head::default(), None),
                }
            })?;
        }
        Ok(())
    }

    /// Adds a file that is no page.
    fn file(
        &mut self,
        path: &str,
        make: impl Fn(&Views<'_>) -> String + Send + Sync + 'static,
    ) -> Result<(), Error> {
        self.data(path, "the dossier's data", move |views| make(views).into_bytes())
    }

    /// Adds a file of bytes; where all that makes it is noted, it is known by that.
    fn data(
        &mut self,
        path: &str,
        owner: &'static str,
        make: impl Fn(&Views<'_>) -> Vec<u8> + Send + Sync + 'static,
    ) -> Result<(), Error> {
        let (shared, looks) = (Arc::clone(&self.shared), self.looks.clone());
        let at = path.to_owned();
        self.output.add_keyed(path, owner, move |known| {
            let views = Views::at(&shared.site, &shared.plan, &at);
            let bytes = make(&views);
            Ok(match views.site.looks(&looks) {
                Some(seen) => Made::New { bytes, key: Some(BY_LOOKS), seen: Some(seen) },
                None => Made::of(bytes, known),
            })
        })
    }

    /// Adds the annotated Markdown of an article.
    fn markdown(&mut self, no: ArticleNo, owner: Owner) -> Result<(), Error> {
        let (shared, looks) = (Arc::clone(&self.shared), self.looks.clone());
        let path = format!("articles/{}/index.md", shared.site.articles[no].slug);
        self.output.add_keyed(path, owner, move |_| {
            let site = Seen::new(&shared.site, &shared.plan);
            let document = &site.article(no).document;
            let bytes =
                picture::published(&write(document), &document.origin.pictures).into_bytes();
            Ok(Made::New { bytes, key: Some(BY_LOOKS), seen: site.looks(&looks) })
        })
    }

    fn home(&mut self) -> Result<(), Error> {
        self.listed("index.html".to_owned(), "the home page", "index.html", "home", |views| {
            (views.home_head(), views.home_view())
        })
    }

    fn articles(&mut self) -> Result<(), Error> {
        let shared = Arc::clone(&self.shared);
        let views = Views::at(&shared.site, &shared.plan, "index.html");
        let lists =
            [Listed::All].into_iter().chain(views.article_years().into_iter().map(Listed::Year));
        for listed in lists {
            let pages = Arc::new(views.article_pages(listed));
            for page in 1..=pages.len() {
                let pages = Arc::clone(&pages);
                self.listed(
                    listed.path(page),
                    "the list of articles",
                    "articles.html",
                    "list",
                    move |views| {
                        (
                            views.articles_head(listed, page, pages.len()),
                            views.articles_view(listed, page, &pages),
                        )
                    },
                )?;
            }
        }
        for (no, article) in shared.site.articles.iter().enumerate() {
            let front = &article.document.front_matter;
            let slug = front.slug.as_deref().and_then(|slug| front.line_of("slug", slug));
            let owner = Owner::file(&article.document.origin.path).at(slug);
            let make = move |views: &Views<'_>| (views.article_head(no), views.article_view(no));
            if article.withdrawn() {
                let template = ("article.html", "article");
                self.page(article.path(), owner, template, Noted::No, make)?;
                continue;
            }
            let changed =
                front.updated.as_ref().or(front.added.as_ref()).and_then(|date| date.first_day());
            self.noted(article.path(), owner.clone(), "article.html", "article", make)?;
            if let (Some(entry), Some(day)) = (self.sitemap.last_mut(), changed) {
                entry.changed = day.to_string();
            }
            if article.is_full() {
                self.markdown(no, owner)?;
            }
        }
        Ok(())
    }

    fn timelines(&mut self) -> Result<(), Error> {
        let shared = Arc::clone(&self.shared);
        let views = Views::at(&shared.site, &shared.plan, "index.html");
        let series = shared.plan.outline.series.iter().cloned().map(Which::Series);
        for which in [Which::Oldest, Which::Newest].into_iter().chain(series) {
            let pages = Arc::new(views.timeline_pages(&which));
            for page in 1..=pages.len() {
                let (which, pages) = (which.clone(), Arc::clone(&pages));
                self.listed(
                    which.path(page),
                    "the timeline",
                    "timeline.html",
                    "timeline",
                    move |views| {
                        (
                            views.timeline_head(&which, page, &pages),
                            views.timeline_view(&which, page, &pages),
                        )
                    },
                )?;
            }
        }
        Ok(())
    }

    fn events(&mut self) -> Result<(), Error> {
        let shared = Arc::clone(&self.shared);
        let events = shared.site.timeline.events.iter().enumerate();
        for (at, page) in events.filter(|(_, page)| !page.told) {
            let owner = format!("the event `{}`", page.id);
            self.listed(Views::event_path(&page.id), owner, "event.html", "event", move |views| {
                (views.event_head(at), views.event_view(at))
            })?;
        }
        Ok(())
    }

    fn names(&mut self) -> Result<(), Error> {
        let shared = Arc::clone(&self.shared);
        let views = Views::at(&shared.site, &shared.plan, "index.html");
        for index in Index::ALL {
            let pages = Arc::new(views.index_pages(index));
            for page in 1..=pages.len() {
                let pages = Arc::clone(&pages);
                self.listed(
                    index.path(page),
                    "an index of names",
                    "names.html",
                    "index",
                    move |views| {
                        (views.index_head(index, page), views.index_view(index, page, &pages))
                    },
                )?;
            }
        }
        for id in shared.site.entities.keys() {
            let Some(entity) = shared.site.knowledge.entities.get(id) else { continue };
            let pages = shared.plan.entity_pages(id).len();
            let path = |number| Views::entity_page_path(entity, number);
            self.numbered(id, pages, path, "entity.html", "entity", |views, id, number| {
                let (page, entity) = views.site.about(id).zip(views.site.entity(id))?;
                Some((
                    views.entity_head(page, entity, number),
                    views.entity_view(page, entity, number),
                ))
            })?;
        }
        Ok(())
    }

    fn topics_and_outlets(&mut self) -> Result<(), Error> {
        let shared = Arc::clone(&self.shared);
        let views = Views::at(&shared.site, &shared.plan, "index.html");
        self.listed(
            "topics/index.html".to_owned(),
            "the list of topics",
            "topics.html",
            "index",
            |views| {
                let view = views.topics_view();
                (
                    views.plain_head(
                        "الموضوعات",
                        &format!("الموضوعات التي تتكرر في مواد الملف: {}", view.lede),
                    ),
                    view,
                )
            },
        )?;
        for (id, page) in &shared.site.topics {
            let path = |number| topic_path(id, number);
            self.numbered(
                id,
                views.topic_pages(page).len(),
                path,
                "topic.html",
                "topic",
                |views, id, number| {
                    let (page, topic) =
                        views.site.whole().topics.get(id).zip(views.site.topics().get(id))?;
                    Some((
                        views.topic_head(topic, page, number),
                        views.topic_view(topic, page, number),
                    ))
                },
            )?;
        }
        for (id, page) in &shared.site.outlets {
            let path = |number| outlet_path(id, number);
            self.numbered(
                id,
                views.outlet_pages(page).len(),
                path,
                "outlet.html",
                "outlet",
                |views, id, number| {
                    let (page, outlet) =
                        views.site.whole().outlets.get(id).zip(views.site.outlets().get(id))?;
                    Some((
                        views.outlet_head(outlet, page, number),
                        views.outlet_view(outlet, page, number),
                    ))
                },
            )?;
        }
        Ok(())
    }

    fn cleaning(&mut self) -> Result<(), Error> {
        let shared = Arc::clone(&self.shared);
        let views = Views::at(&shared.site, &shared.plan, "index.html");
        let pages = Arc::new(views.log_pages());
        for page in 1..=pages.len() {
            let pages = Arc::clone(&pages);
            self.listed(
                cleaning::log_path(page),
                "the cleaning log",
                "cleaning.html",
                "log",
                move |views| (views.log_head(page), views.log_view(page, &pages)),
            )?;
        }
        for (no, article) in
            shared.site.articles.iter().enumerate().filter(|(_, article)| article.has_log())
        {
            let owner = format!("the cleaning log of {}", article.document.origin.path);
            let path = article::cleaned_path(article);
            self.noted(path, owner, "cleaned.html", "log", move |views| {
                (views.cleaned_head(no), views.cleaned_view(no))
            })?;
        }
        Ok(())
    }

    fn figures(&mut self) -> Result<(), Error> {
        let shared = Arc::clone(&self.shared);
        let pages = Arc::new(Views::at(&shared.site, &shared.plan, "index.html").figure_pages());
        for page in 1..=pages.len() {
            let pages = Arc::clone(&pages);
            self.listed(
                figures::figures_path(page),
                "the figures",
                "figures.html",
                "figures",
                move |views| (views.figures_head(page), views.figures_view(page, &pages)),
            )?;
        }
        Ok(())
    }
}
