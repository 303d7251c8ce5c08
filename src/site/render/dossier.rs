//! `dossier/`: everything on one page, made for print. What no browser could lay out on paper is cut into parts.

use super::context::{DossierArticle, DossierView};
use super::frame::Head;
use super::text::paginate;
use super::timeline::Stretch;
use super::views::Views;
use crate::site::model::ArticleNo;

/// Bytes of HTML of one part: a browser sets some thousand pages of paper from it, and runs short of memory beyond.
const PART: usize = 3_000_000;

/// The path of a part, counted from 1.
pub(super) fn dossier_path(part: usize) -> String {
    if part == 1 {
        "dossier/index.html".to_owned()
    } else {
        format!("dossier/part/{part}/index.html")
    }
}

impl Views<'_> {
    /// The articles of each part, oldest first; nearly always there is one part only.
    pub(super) fn dossier_parts(&self) -> Vec<Vec<ArticleNo>> {
        let articles = self.site.shown().map(|(no, _)| no).collect();
        // With its marks and notes a text takes about twice its bytes.
        paginate(articles, PART, |&no| 3_000 + 2 * self.article(no).document.text.markdown.len())
    }

    /// The head of a part.
    pub(super) fn dossier_head(&self, part: usize, parts: usize) -> Head {
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
    pub(super) fn dossier_view(&self, part: usize, parts: &[Vec<ArticleNo>]) -> DossierView {
        let events: Vec<usize> = (0..self.site.timeline.events.len()).collect();
        let stretch = Stretch {
            gaps: &self.site.timeline.gaps,
            is_last: true,
            empty_years: true,
            ..Stretch::default()
        };
        let articles = parts.get(part - 1).map_or(&[][..], Vec::as_slice).iter().map(|&no| {
            let mut article = self.printed_article(no);
            // Fragments of many articles would meet on one page.
            for block in &mut article.blocks {
                block.id.clear();
                block.html = without_ids(&block.html);
            }
            DossierArticle {
                anchor: format!("article-{}", no + 1),
                date: self.words.date_or_none(self.article(no).date()),
                article,
            }
        });
        DossierView {
            lede: self.lede(),
            years: if part == 1 { self.years_of(&events, &stretch) } else { Vec::new() },
            figures: if part == 1 { self.all_figures() } else { Vec::new() },
            articles: articles.collect(),
            pager: self.pager(part, parts.len(), dossier_path),
        }
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
