//! The pages that stand alone: search, the one-page dossier, free pages, what leads on from old addresses, and what only
//! machines read.

use std::sync::Arc;

use serde::Serialize;

#[cfg(feature = "cards")]
use super::card;
use super::context::RedirectView;
use super::frame::Head;
use super::views::{self, Views};
use super::{Maker, Noted, citations, data, dossier, feeds};
use crate::diagnostics::Error;
use crate::site::output::Owner;

impl Maker {
    pub(super) fn others(&mut self) -> Result<(), Error> {
        self.listed(
            "search/index.html".to_owned(),
            "the search page",
            "search.html",
            "search",
            |views| {
                (
                    views.plain_head("البحث", "البحث في مواد الملف وأحداثه وأسماء من ذُكر فيه."),
                    views.search_view(),
                )
            },
        )?;
        let shared = Arc::clone(&self.shared);
        for part in 1..=shared.plan.dossier.len() {
            self.noted(
                dossier::dossier_path(part),
                "the one-page dossier",
                "dossier.html",
                "dossier",
                move |views| (views.dossier_head(part), views.dossier_view(part)),
            )?;
        }
        for (at, page) in shared.site.pages.iter().enumerate() {
            self.listed(
                page.path(),
                Owner::file(&page.source),
                "page.html",
                "free",
                move |views| {
                    let page = &views.site.whole().pages[at];
                    let text: String = page
                        .markdown
                        .split("\n\n")
                        .find(|part| !part.trim_start().starts_with('#'))
                        .unwrap_or_default()
                        .to_owned();
                    let text = text.replace(['*', '[', ']', '`', '\n'], " ");
                    (
                        views.plain_head(&page.title, &format!("{}: {}", page.title, text.trim())),
                        views.free_view(page),
                    )
                },
            )?;
        }
        self.page(
            views::LOST.to_owned(),
            "the page that is not there",
            ("404.html", "search"),
            Noted::No,
            |views| {
                let head = Head {
                    noindex: true,
                    ..views.plain_head("الصفحة غير موجودة", "لا صفحة بهذا العنوان في الملف.")
                };
                (head, views.search_view())
            },
        )
    }

    pub(super) fn redirects(&mut self) -> Result<(), Error> {
        let shared = Arc::clone(&self.shared);
        for (from, redirect) in &shared.site.redirects {
            let (to, title) = (redirect.to.clone(), redirect.title.clone());
            let owner = if redirect.of_file {
                Owner::file(&redirect.source).at(redirect.line)
            } else {
                Owner::from(redirect.source.as_str())
            };
            let template = ("redirect.html", "to");
            self.page(from.clone(), owner, template, Noted::No, move |views| {
                let view = RedirectView { url: views.here.to(&to), title: title.clone() };
                (
                    Head {
                        noindex: true,
                        ..views.plain_head("نُقلت الصفحة", &format!("نُقلت هذه الصفحة: {title}"))
                    },
                    view,
                )
            })?;
        }
        Ok(())
    }

    pub(super) fn machines(&mut self) -> Result<(), Error> {
        self.file("timeline.json", data::json)?;
        self.file("timeline.csv", data::csv)?;
        self.file("timeline.ics", data::ics)?;
        self.file("bibliography.bib", citations::biblatex)?;
        self.file("bibliography.ris", citations::ris)?;
        self.file("bibliography.json", citations::csl)?;
        self.file("robots.txt", feeds::robots)?;
        self.file("_headers", |_| feeds::headers())?;
        // A feed says when it was changed; one without any day would have to make it up.
        if self.shared.plan.outline.days.any().is_some() {
            self.file("feed.json", |views| feeds::json_feed(views).unwrap_or_default())?;
            self.xml("feed.xml", "feed.xml", "feed", feeds::feed)?;
        }
        let entries = std::mem::take(&mut self.sitemap);
        if self.shared.site.config.base_url.is_empty() {
            return Ok(());
        }
        self.xml("sitemap.xml", "sitemap.xml", "sitemap", move |_| entries.clone())
    }

    /// The pictures that links show elsewhere, one for each kind of page.
    #[cfg(feature = "cards")]
    pub(super) fn cards(&mut self) -> Result<(), Error> {
        // Other hosts ask for a picture by its address.
        let kinds =
            if self.shared.site.config.base_url.is_empty() { &[][..] } else { &card::KINDS[..] };
        for &kind in kinds {
            self.data(&kind.path(), "a social card", move |views| views.picture(kind))?;
        }
        Ok(())
    }

    fn xml<V: Serialize>(
        &mut self,
        path: &'static str,
        template: &'static str,
        name: &'static str,
        make: impl Fn(&Views<'_>) -> V + Send + Sync + 'static,
    ) -> Result<(), Error> {
        let shared = Arc::clone(&self.shared);
        self.output.add_keyed(path, "the dossier's data", move |known| {
            let views = Views::at(&shared.site, &shared.plan, path);
            let own = make(&views);
            let frame = std::collections::BTreeMap::from([(name, &own)]);
            shared.templates.render(template, &frame, known)
        })
    }
}
