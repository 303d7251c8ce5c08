//! What each look of a page finds now, as a mark: a digest of all that [`seen`](super::seen) gives whoever looks so.

use std::collections::HashMap;
use std::fmt::{self, Debug, Write as _};
use std::sync::Arc;

use sha2::{Digest as _, Sha256};

use super::plan::{Index, Plan};
use super::seen::{Card, Cited, Facts, cited, dossier_part, said};
use crate::document::Mention;
use crate::site::model::{
    Article, ArticleNo, EntityPage, EventPage, OutletOf, SentenceAt, Site, Timeline, WordCount,
};
use crate::site::output::{Key, Looks, Mark};

/// The looks of a site's pages; `theme` is a digest of all templates.
pub(super) fn looks(site: &Arc<Site>, plan: &Arc<Plan>, theme: &Key) -> Looks {
    let numbers: HashMap<String, ArticleNo> =
        site.articles.iter().enumerate().map(|(no, article)| (article.slug.clone(), no)).collect();
    let (base, site, plan) = (base(site, plan, theme), Arc::clone(site), Arc::clone(plan));
    Looks::new(base, move |name| mark(&site, &plan, &numbers, name))
}

/// A digest of what every page is made of: the theme, the settings, what an editor has listed, what is the same on
/// all pages.
fn base(site: &Site, plan: &Plan, theme: &Key) -> Key {
    let known = &site.knowledge;
    let mut all = Sum::default();
    all.add(theme);
    all.add(&site.config);
    all.add(&known.topics);
    all.add(&known.outlets);
    all.add(&known.series);
    all.add(&site.timeline.years);
    all.add(&plan.outline);
    all.0.finalize().into()
}

fn mark(
    site: &Site,
    plan: &Plan,
    numbers: &HashMap<String, ArticleNo>,
    name: &str,
) -> Option<Mark> {
    let (kind, id) = name.split_once(' ').unwrap_or((name, ""));
    let mut sum = Sum::default();
    match kind {
        "article" => article(&mut sum, site, &site.articles[*numbers.get(id)?]),
        "card" => card(&mut sum, Card::of(&site.articles[*numbers.get(id)?])),
        "number" => sum.add(numbers.get(id)?),
        "entity" => sum.add(&site.knowledge.entities.get(id)),
        "there" => sum.add(&site.entities.get(id).map(|page| page.unlisted)),
        "facts" => {
            if let Some(page) = site.entities.get(id) {
                facts(&mut sum, Facts::of(page));
            }
        }
        "about" => {
            if let Some(page) = site.entities.get(id) {
                about(&mut sum, site, page);
            }
        }
        "said" => {
            let (page, id) = id.split_once(' ')?;
            let (groups, pages) = said(site, plan, id, page.parse().ok()?);
            sum.number(pages);
            groups.into_iter().flatten().for_each(|at| sentence(&mut sum, site, at));
        }
        "event" => sum.add(&site.knowledge.events.get(id)),
        "place" => sum.add(&plan.timeline_path(id)),
        "parts" => sum.add(&plan.parts(id)),
        "part" => {
            let (articles, parts) = dossier_part(plan, id.parse().ok()?);
            sum.number(parts);
            articles.iter().for_each(|&no| sum.text(&site.articles[no].slug));
        }
        "timeline" => timeline(&mut sum, site),
        "citations" => cited(site).for_each(|(no, article)| citation(&mut sum, no, article)),
        "articles" => sum.number(plan.articles),
        "events" => sum.number(plan.events),
        "names" => {
            let index = Index::ALL.into_iter().find(|index| index.folder() == id)?;
            sum.number(index.len(site));
        }
        _ => return None,
    }
    Some(sum.mark())
}

fn article(sum: &mut Sum, site: &Site, article: &Article) {
    let Article {
        slug,
        title,
        document,
        outlet,
        topics,
        words,
        shared,
        related,
        neighbours,
        names,
        unlisted_speakers,
        // It follows from the document.
        sheet: _,
    } = article;
    let slug_of = |no: ArticleNo| site.articles[no].slug.as_str();
    sum.0.update(document.digest());
    sum.text(slug);
    sum.text(title);
    sum.outlet(outlet);
    sum.all(topics, |sum, topic| sum.text(topic));
    sum.words(words);
    sum.all(shared, |sum, text| {
        sum.text(slug_of(text.article));
        sum.number(text.percent as usize);
    });
    sum.all(related, |sum, &no| sum.text(slug_of(no)));
    for neighbour in [neighbours.0, neighbours.1] {
        sum.perhaps(neighbour.map(slug_of));
    }
    sum.number(names.as_ref().map_or(0, |names| 1 + names.len()));
    for Mention { span, kind, id, reason } in names.iter().flatten() {
        sum.number(span.start);
        sum.number(span.end);
        sum.text(kind.name());
        sum.perhaps(id.as_deref());
        sum.text(reason);
    }
    sum.all(unlisted_speakers, |sum, (quote, id)| sum.counted(id, *quote));
}

fn card(sum: &mut Sum, card: Card<'_>) {
    sum.text(card.slug());
    sum.text(card.title());
    sum.text(card.text());
    sum.perhaps(card.lang());
    sum.outlet(card.outlet());
    sum.number(card.words());
    sum.add(&(card.date(), card.basis(), card.shown()));
}

fn citation(sum: &mut Sum, no: ArticleNo, article: Cited<'_>) {
    sum.counted(article.slug(), no);
    sum.text(article.title());
    sum.outlet(article.outlet());
    [article.author(), article.lang(), article.url()]
        .into_iter()
        .for_each(|text| sum.perhaps(text));
    sum.add(&article.date());
}

fn timeline(sum: &mut Sum, site: &Site) {
    let Timeline { events, years, gaps } = &site.timeline;
    sum.add(&(years, gaps));
    sum.all(events, |sum, page| event(sum, site, page));
}

fn event(sum: &mut Sum, site: &Site, page: &EventPage) {
    let EventPage { id, attestations, claims, sides, stated, is_disputed, editor, told } = page;
    let slug_of = |no: ArticleNo| site.articles[no].slug.as_str();
    sum.text(id);
    sum.add(&(is_disputed, editor, told));
    sum.all(attestations, |sum, at| {
        sum.counted(slug_of(at.article), at.paragraph);
        sum.add(&(at.span, at.status, &at.claimed));
    });
    sum.all(claims, |sum, at| {
        sum.counted(slug_of(at.article), at.paragraph);
        sum.add(&(at.span, &at.claimed));
    });
    sum.all(sides, |sum, side| {
        sum.add(&side.date);
        sum.all(&side.articles, |sum, &no| sum.text(slug_of(no)));
    });
    sum.all(stated, |sum, &no| sum.text(slug_of(no)));
}

fn facts(sum: &mut Sum, facts: Facts<'_>) {
    let Facts { mentions, articles, unlisted, printed } = facts;
    [mentions, articles, usize::from(unlisted)].into_iter().for_each(|number| sum.number(number));
    sum.perhaps(printed);
}

fn about(sum: &mut Sum, site: &Site, page: &EntityPage) {
    facts(sum, Facts::of(page));
    let slug_of = |no: ArticleNo| site.articles[no].slug.as_str();
    sum.all(&page.quotes, |sum, quote| sum.counted(slug_of(quote.article), quote.quote));
    sum.all(&page.together, |sum, (id, articles)| sum.counted(id, *articles));
    sum.all(&page.spellings, |sum, (spelling, times)| sum.counted(spelling, *times));
    sum.all(&page.events, |sum, event| sum.text(event));
    sum.add(&page.by_month);
    sum.all(&page.printed_roles, |sum, role| {
        sum.counted(&role.title, role.articles);
        sum.text(slug_of(role.last));
        sentence(sum, site, &role.first);
    });
}

fn sentence(sum: &mut Sum, site: &Site, at: &SentenceAt) {
    let SentenceAt { article, paragraph, span, names } = at;
    sum.text(&site.articles[*article].slug);
    sum.number(*paragraph);
    sum.number(names.len());
    for span in names.iter().chain([span]) {
        sum.number(span.start);
        sum.number(span.end);
    }
}

/// A digest of several values, of which one cannot pass for the end of the one before.
#[derive(Default)]
struct Sum(Sha256);

impl Sum {
    /// Adds a value as it is printed for those who look for faults: no two that differ are printed alike.
    fn add(&mut self, value: &impl Debug) {
        // Writing to a digest cannot fail.
        let _ = writeln!(self, "{value:?}");
    }

    /// Adds each of some values, and how many there are.
    fn all<I: IntoIterator<IntoIter: ExactSizeIterator>>(
        &mut self,
        values: I,
        mut add: impl FnMut(&mut Self, I::Item),
    ) {
        let values = values.into_iter();
        self.number(values.len());
        values.for_each(|value| add(self, value));
    }

    fn counted(&mut self, text: &str, number: usize) {
        self.text(text);
        self.number(number);
    }

    /// Adds a text, or that there is none.
    fn perhaps(&mut self, text: Option<&str>) {
        self.number(usize::from(text.is_some()));
        self.text(text.unwrap_or_default());
    }

    fn outlet(&mut self, outlet: &OutletOf) {
        let (kind, name) = match outlet {
            OutletOf::Known(id) => (2, id.as_str()),
            OutletOf::Named(name) => (1, name.as_str()),
            OutletOf::Unknown => (0, ""),
        };
        self.counted(name, kind);
    }

    fn words(&mut self, words: &WordCount) {
        let WordCount { kept, cut } = words;
        self.number(*kept);
        self.number(*cut);
    }

    fn text(&mut self, text: &str) {
        self.number(text.len());
        self.0.update(text);
    }

    fn number(&mut self, number: usize) {
        self.0.update((number as u64).to_le_bytes());
    }

    fn mark(self) -> Mark {
        let digest: Key = self.0.finalize().into();
        let mut mark = Mark::default();
        mark.copy_from_slice(&digest[..size_of::<Mark>()]);
        mark
    }
}

impl fmt::Write for Sum {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.update(text);
        Ok(())
    }
}
