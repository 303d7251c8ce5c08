//! The numbers that sources claim: the tables of `figures/`, those of an event, those of the one-page dossier.

use chrono::{Datelike, NaiveDate};

use super::context::{FigureTableView, FigureView, FiguresView, LinkView, SentencePart, SumView};
use super::frame::Head;
use super::plan::PAGE_BUDGET;
use super::text::language;
use super::text::paginate;
use super::views::Views;
use super::words;
use crate::arabic::calendar::Edtf;
use crate::knowledge::Figure;
use crate::site::model::{ClaimedBy, EventPage, FigureAt, FigureRow, FigureTable};

/// The most different claims that are summed up.
const SUMS: usize = 8;

/// A row of a table: both by their numbers.
type RowAt = (usize, usize);

/// The path of a page of figures, counted from 1.
pub(super) fn figures_path(page: usize) -> String {
    if page == 1 {
        "figures/index.html".to_owned()
    } else {
        format!("figures/page/{page}/index.html")
    }
}

impl Views<'_> {
    /// The claims, page by page.
    pub(super) fn figure_pages(&self) -> Vec<Vec<RowAt>> {
        let tables = self.site.whole().figures.iter().enumerate();
        let rows = tables
            .flat_map(|(table, figures)| (0..figures.rows.len()).map(move |row| (table, row)));
        paginate(rows.collect(), PAGE_BUDGET, |&(table, row)| {
            match &self.site.whole().figures[table].rows[row].by {
                ClaimedBy::Editor { source, .. } => 500 + source.len(),
                ClaimedBy::Article(at) => {
                    800 + at.span.len() + self.article(at.article).title.len()
                }
            }
        })
    }

    /// The head of a page of figures.
    pub(super) fn figures_head(&self, page: usize) -> Head {
        let title = match page {
            1 => "أرقام المصادر".to_owned(),
            page => format!("أرقام المصادر (صفحة {})", self.words.number(page)),
        };
        let description = format!("{title}: ما ذكرته المصادر من أعداد، بحسب تاريخها وقائلها.");
        Head { title, kind: "صفحة", description, ..Head::default() }
    }

    /// A page of figures.
    pub(super) fn figures_view(&self, page: usize, pages: &[Vec<RowAt>]) -> FiguresView {
        let rows = pages.get(page - 1).map_or(&[][..], Vec::as_slice);
        let tables = rows.chunk_by(|a, b| a.0 == b.0).map(|rows| {
            let table = &self.site.whole().figures[rows[0].0];
            self.figure_table(rows[0].0, table, rows.iter().map(|&(_, row)| &table.rows[row]))
        });
        FiguresView { tables: tables.collect(), pager: self.pager(page, pages.len(), figures_path) }
    }

    /// All tables, for the one-page dossier.
    pub(super) fn all_figures(&self) -> Vec<FigureTableView> {
        // Most dossiers have none, which every page knows.
        let tables = if self.plan.figures { &self.site.whole().figures[..] } else { &[] };
        let table =
            |(at, table): (usize, &FigureTable)| self.figure_table(at, table, table.rows.iter());
        tables.iter().enumerate().map(table).collect()
    }

    fn figure_table<'r>(
        &self,
        at: usize,
        table: &FigureTable,
        rows: impl Iterator<Item = &'r FigureRow>,
    ) -> FigureTableView {
        FigureTableView {
            subject: table.subject.clone(),
            anchor: format!("figure-{}", at + 1),
            sums: self.figure_sums(table),
            rows: rows.map(|row| self.figure_row(&table.subject, row)).collect(),
        }
    }

    /// The different numbers of a table.
    fn figure_sums(&self, table: &FigureTable) -> Vec<SumView> {
        self.sums(
            table.rows.iter().map(|row| {
                (self.figure_value(row.value), row.date.as_ref().and_then(Edtf::first_day))
            }),
        )
    }

    /// Different claims with how often and when each is made, the most frequent first; empty where all say the same.
    pub(super) fn sums(
        &self,
        claims: impl Iterator<Item = (String, Option<NaiveDate>)>,
    ) -> Vec<SumView> {
        let mut sums: Vec<(String, Vec<Option<NaiveDate>>)> = Vec::new();
        for (claim, day) in claims {
            match sums.iter_mut().find(|(known, _)| *known == claim) {
                Some((_, days)) => days.push(day),
                None => sums.push((claim, vec![day])),
            }
        }
        sums.sort_by_key(|(_, days)| std::cmp::Reverse(days.len()));
        // Where all say the same there is nothing to sum up, and where each of many says something else neither.
        if sums.len() < 2 || (sums.len() > SUMS && sums[0].1.len() < 2) {
            return Vec::new();
        }
        sums.truncate(SUMS);
        sums.into_iter()
            .map(|(value, days)| SumView { value, text: self.claimed_when(&days) })
            .collect()
    }

    /// «في 4 مواضع، من كانون الثاني/يناير 2020 إلى أيلول/سبتمبر 2024».
    fn claimed_when(&self, days: &[Option<NaiveDate>]) -> String {
        let spots = format!("في {}", self.words.counted_oblique(days.len(), words::SPOT));
        let month = |day: NaiveDate| {
            Edtf::month(day.year(), day.month()).map(|month| self.words.date(&month).text)
        };
        let known = || days.iter().flatten().copied();
        match (known().min().and_then(month), known().max().and_then(month)) {
            (Some(first), Some(last)) if first != last => format!("{spots}، من {first} إلى {last}"),
            (Some(only), _) => format!("{spots}، {only}"),
            _ => spots,
        }
    }

    /// The numbers claimed about an event: the editor's, and those of the sentences that attest it.
    pub(super) fn figures_of(&self, page: &EventPage) -> Vec<FigureView> {
        let Some(event) = self.site.event(&page.id) else { return Vec::new() };
        let editors = event
            .figures
            .iter()
            .map(|figure| self.editors_figure(figure, event.date.clone(), &page.id));
        let attested = |at: &FigureAt| {
            page.attestations
                .iter()
                .any(|found| found.article == at.article && found.span.overlaps(at.span))
        };
        let articles = self.site.whole().figures.iter().flat_map(|table| {
            let rows = table
                .rows
                .iter()
                .filter(|row| matches!(&row.by, ClaimedBy::Article(at) if attested(at)));
            rows.map(|row| self.figure_row(&table.subject, row))
        });
        editors.chain(articles).collect()
    }

    fn editors_figure(&self, figure: &Figure, date: Edtf, event: &str) -> FigureView {
        let by = ClaimedBy::Editor { source: figure.source.clone(), event: event.to_owned() };
        let date = Some(figure.date.clone().unwrap_or(date));
        self.figure_row(&figure.subject, &FigureRow { date, value: figure.value, by })
    }

    /// A row of the tables of figures.
    fn figure_row(&self, subject: &str, row: &FigureRow) -> FigureView {
        let view = FigureView {
            subject: subject.to_owned(),
            date: self.words.date_or_none(row.date.as_ref()),
            value: self.figure_value(row.value),
            ..FigureView::default()
        };
        match &row.by {
            ClaimedBy::Editor { source, event } => FigureView {
                who: LinkView { text: source.clone(), ..LinkView::default() },
                editor: true,
                link: self.event_link(event),
                ..view
            },
            ClaimedBy::Article(at) => self.figure_in_article(view, at),
        }
    }

    fn figure_in_article(&self, view: FigureView, at: &FigureAt) -> FigureView {
        let article = self.article(at.article);
        let text = &article.document.plain.text;
        let shown = article.shows(at.paragraph);
        let part = |from: usize, to: usize, hit: bool| SentencePart {
            text: text[from..to].to_owned(),
            hit,
        };
        let (start, end) = (at.span.start, at.span.end);
        let parts = [
            part(start, at.number.start, false),
            part(at.number.start, at.number.end, true),
            part(at.number.end, end, false),
        ];
        FigureView {
            about: at.about.cut(text).to_owned(),
            who: self.who(at.article, at.span),
            // Of an article that is not shown whole, the number alone is told.
            parts: parts.into_iter().filter(|part| shown && !part.text.is_empty()).collect(),
            lang: language(article.document.front_matter.lang.as_deref()).0,
            link: self.paragraph_link(at.article, at.paragraph),
            article: article.title.clone(),
            ..view
        }
    }

    /// A number as a source gives it: whole where it is whole.
    fn figure_value(&self, value: f64) -> String {
        if value >= 0.0 && value.fract() == 0.0 && value < 1e15 {
            self.words.number(value as usize)
        } else {
            self.words.digits(&value.to_string())
        }
    }
}
