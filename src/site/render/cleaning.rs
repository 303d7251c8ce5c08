//! The cleaning log: what was cut from each article, and why.

use super::context::{CleanedRow, CleanedView, CleaningView, KeptView, PieceView};
use super::frame::Head;
use super::plan::{Cuts, PAGE_BUDGET};
use super::text::{paginate, quoted};
use super::views::Views;
use super::words;
use crate::document::RemovedKind;
use crate::site::model::ArticleNo;

/// Characters of a raw text that its page shows; the file itself has the rest.
const SHOWN: usize = 30_000;

/// The path of a page of the log, counted from 1.
pub(super) fn log_path(page: usize) -> String {
    if page == 1 {
        "cleaning/index.html".to_owned()
    } else {
        format!("cleaning/page/{page}/index.html")
    }
}

impl Views<'_> {
    /// The articles of the log, page by page.
    pub(super) fn log_pages(&self) -> Vec<Vec<ArticleNo>> {
        let shown = self
            .site
            .whole()
            .shown()
            .filter(|(_, article)| article.is_full())
            .map(|(no, _)| no)
            .collect();
        paginate(shown, PAGE_BUDGET, |&no| 760 + self.article(no).title.len())
    }

    /// The head of a page of the log.
    pub(super) fn log_head(&self, page: usize) -> Head {
        let title = if page == 1 {
            "سجل الحذف".to_owned()
        } else {
            format!("سجل الحذف (صفحة {})", self.words.number(page))
        };
        Head {
            description: format!("{title}: ما حُذف من كل مادة ولماذا."),
            title,
            ..Head::default()
        }
    }

    /// A page of the log.
    pub(super) fn log_view(&self, page: usize, pages: &[Vec<ArticleNo>]) -> CleaningView {
        let Cuts { kept, cut, by_kind } = self.site.cuts();
        let row = |&no: &ArticleNo| {
            let article = self.article(no);
            let kept = self.kept(article).unwrap_or_else(|| self.all_kept(article.words.kept));
            let url =
                if kept.url.is_empty() { self.here.to(&article.path()) } else { kept.url.clone() };
            CleanedRow { title: article.title.clone(), url, kept }
        };
        let of = |n: usize| self.words.counted(n, words::WORD);
        CleaningView {
            facts: vec![format!("الباقي: {}", of(*kept)), format!("المحذوف: {}", of(*cut))],
            rows: pages.get(page - 1).map_or(&[][..], Vec::as_slice).iter().map(row).collect(),
            kinds: self.kinds_by_words(by_kind.clone()),
            pager: self.pager(page, pages.len(), log_path),
        }
    }

    fn all_kept(&self, kept: usize) -> KeptView {
        let words_of = |n: usize| self.words.counted(n, words::WORD);
        KeptView {
            percent: 100,
            cut_percent: 0,
            percent_text: self.words.percent(100),
            kept: words_of(kept),
            cut: "لا شيء".to_owned(),
            total: words_of(kept),
            url: String::new(),
        }
    }

    /// The head of the page of one article in the log.
    pub(super) fn cleaned_head(&self, no: ArticleNo) -> Head {
        let article = self.article(no);
        let cut = self.words.counted(article.words.cut, words::WORD);
        Head {
            // The headline as it is printed, guillemets and all, stands behind a colon.
            title: format!("ما حُذف من: {}", article.title),
            source_title: true,
            description: format!("المحذوف من {}: {cut}، مع سبب كل حذف.", quoted(&article.title)),
            crumbs: vec![("سجل الحذف".to_owned(), "cleaning/index.html".to_owned())],
            ..Head::default()
        }
    }

    /// The page of one article in the log.
    pub(super) fn cleaned_view(&self, no: ArticleNo) -> CleanedView {
        let article = self.article(no);
        let document = &article.document;
        let (pieces, cut_short) = pieces(&document.origin.raw, &document.front_matter.removed);
        let source = &document.front_matter.source;
        let file = document.origin.path.rsplit('/').next().unwrap_or_default().to_owned();
        CleanedView {
            title: article.title.clone(),
            url: self.here.to(&article.path()),
            kept: self.kept(article).unwrap_or_default(),
            pieces,
            cut_short,
            kinds: self.cuts(article),
            original: source.original.clone().unwrap_or(file),
            sha256: source.sha256.clone().unwrap_or_else(|| document.origin.sha256.clone()),
            encoding: document.origin.encoding.to_owned(),
        }
    }
}

/// The raw text in pieces, kept and cut, white space and front matter left out.
fn pieces(raw: &str, removed: &[crate::document::Removed]) -> (Vec<PieceView>, bool) {
    let mut cuts: Vec<_> =
        removed.iter().filter(|cut| cut.span.end <= raw.len() && !cut.span.is_empty()).collect();
    cuts.sort_by_key(|cut| (cut.span.start, cut.span.end));
    let mut made: Vec<PieceView> = Vec::new();
    let mut at = 0;
    let share = |from: usize, to: usize| {
        (
            (from as f64 * 1000.0 / raw.len().max(1) as f64).round() / 10.0,
            ((to - from) as f64 * 1000.0 / raw.len().max(1) as f64).round() / 10.0,
        )
    };
    let (mut budget, mut cut_short) = (SHOWN, false);
    let mut push = |from: usize, to: usize, cut: Option<&crate::document::Removed>| {
        let Some(text) = raw.get(from..to).filter(|_| !cut_short) else { return };
        if cut.is_some_and(|cut| {
            matches!(cut.kind, RemovedKind::Whitespace | RemovedKind::FrontMatter)
        }) {
            return;
        }
        let mut lines: Vec<String> = Vec::new();
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            cut_short = line.len() > budget;
            if cut_short {
                break;
            }
            budget -= line.len();
            lines.push(line.to_owned());
        }
        if lines.is_empty() {
            return;
        }
        let (start, width) = share(from, to);
        made.push(PieceView {
            lines,
            kind: cut.map_or_else(String::new, |cut| words::removed(cut.kind).to_owned()),
            reason: cut.map_or_else(String::new, |cut| cut.reason.clone()),
            cut: cut.is_some_and(|cut| cut.kind != RemovedKind::Headline),
            x: ((100.0 - start - width).max(0.0) * 10.0).round() / 10.0,
            width,
        });
    };
    for cut in cuts {
        if cut.span.start < at {
            continue;
        }
        push(at, cut.span.start, None);
        push(cut.span.start, cut.span.end, Some(cut));
        at = cut.span.end;
    }
    push(at, raw.len(), None);
    (made, cut_short)
}
