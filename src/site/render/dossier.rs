//! `dossier/`: everything on one page, made for print. What no browser could lay out on paper is cut into parts.

use super::context::{DossierArticle, DossierView, TimelineYear};
use super::frame::Head;
use super::timeline::Stretch;
use super::views::Views;

/// The path of a part, counted from 1.
pub(super) fn dossier_path(part: usize) -> String {
    if part == 1 {
        "dossier/index.html".to_owned()
    } else {
        format!("dossier/part/{part}/index.html")
    }
}

impl Views<'_> {
    /// The head of a part.
    pub(super) fn dossier_head(&self, part: usize) -> Head {
        let (_, parts) = self.site.dossier_part(part);
        let mut title = "الملف كاملًا".to_owned();
        if parts > 1 {
            title = format!(
                "{title} (الجزء {} من {})",
                self.words.number(part),
                self.words.number(parts)
            );
        }
        self.plain_head(
            &title,
            &format!("{title} في صفحة واحدة للطباعة: التسلسل الزمني والمواد وحواشيها."),
        )
    }

    /// A part: the first one has the timeline and the figures too.
    pub(super) fn dossier_view(&self, part: usize) -> DossierView {
        let (articles, parts) = self.site.dossier_part(part);
        let articles = articles.iter().map(|&no| {
            let mut article = self.printed_article(no);
            // Fragments of many articles would meet on one page.
            for block in &mut article.blocks {
                block.id.clear();
                block.html = without_ids(&block.html);
            }
            DossierArticle {
                anchor: format!("article-{}", self.site.number(no)),
                date: self.words.date_or_none(self.card(no).date()),
                article,
            }
        });
        DossierView {
            lede: self.lede(),
            years: if part == 1 { self.whole_timeline() } else { Vec::new() },
            figures: if part == 1 { self.all_figures() } else { Vec::new() },
            articles: articles.collect(),
            pager: self.pager(part, parts, dossier_path),
        }
    }

    /// All events on one page.
    fn whole_timeline(&self) -> Vec<TimelineYear> {
        let timeline = self.site.timeline();
        let events: Vec<usize> = (0..timeline.events.len()).collect();
        let stretch = Stretch {
            gaps: &timeline.gaps,
            is_last: true,
            empty_years: true,
            ..Stretch::default()
        };
        self.years_of(&events, &stretch)
    }
}

/// HTML of our own making without the ids of its paragraphs.
fn without_ids(html: &str) -> String {
    let mut made = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once(" id=\"p") {
        made.push_str(before);
        rest = after.split_once('"').map_or("", |(_, after)| after);
    }
    made + rest
}
