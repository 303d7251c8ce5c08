//! Day or month first is decided over all articles of a source where one page cannot say.
//!
//! «5/6/2021» alone is a day of June or of May. Beside it the same outlet prints «9/14/2021», which can only have the month
//! first: then so has the other, unless the outlet also prints «14/9/2021». An article without an outlet goes by those of
//! its folder.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::document::{Document, FigureOrder, Order};
use crate::knowledge::Knowledge;

/// What the articles that were read have shown, by source; the order in which they are added changes nothing.
///
/// ```
/// use std::path::Path;
/// use sijill::document::{Document, FigureOrder, Order};
/// use sijill::site::load::Orders;
/// // Two files of one folder: «9/14/2021» and «5/6/2021».
/// let clear = Document { order: FigureOrder { month_first: true, ..FigureOrder::default() }, ..Document::default() };
/// let open = Document { order: FigureOrder { is_open: true, ..FigureOrder::default() }, ..Document::default() };
/// let all = [(Path::new("a/1.txt"), &clear), (Path::new("a/2.txt"), &open)];
/// let orders = Orders::of(|| all.into_iter(), &Default::default());
/// assert_eq!(orders.for_article(Path::new("a/2.txt"), &open, &Default::default()), Some(Order::MonthFirst));
/// assert_eq!(orders.for_article(Path::new("a/1.txt"), &clear, &Default::default()), None);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Orders {
    outlets: BTreeMap<String, FigureOrder>,
    folders: BTreeMap<PathBuf, FigureOrder>,
}

impl Orders {
    /// Those of articles and their files; where no page leaves anything open, nothing is gathered.
    pub fn of<'d, I: Iterator<Item = (&'d Path, &'d Document)>>(
        articles: impl Fn() -> I,
        knowledge: &Knowledge,
    ) -> Self {
        let mut orders = Self::default();
        if articles().any(|(_, document)| document.order.is_open) {
            for (path, document) in articles() {
                orders.add(path, document, knowledge);
            }
        }
        orders
    }

    /// Adds what one article has shown.
    pub fn add(&mut self, path: &Path, document: &Document, knowledge: &Knowledge) {
        let order = document.order;
        if !order.month_first && !order.day_first {
            return;
        }
        let join = |known: &mut FigureOrder| {
            known.month_first |= order.month_first;
            known.day_first |= order.day_first;
        };
        if let Some(outlet) = outlet(document, knowledge) {
            join(self.outlets.entry(outlet).or_default());
        }
        join(self.folders.entry(folder(path).to_owned()).or_default());
    }

    /// How the open days of an article are read; nothing where it has none, or where its source shows nothing or both.
    pub fn for_article(
        &self,
        path: &Path,
        document: &Document,
        knowledge: &Knowledge,
    ) -> Option<Order> {
        if !document.order.is_open {
            return None;
        }
        let shown = match outlet(document, knowledge) {
            Some(outlet) => self.outlets.get(&outlet)?,
            None => self.folders.get(folder(path))?,
        };
        match (shown.month_first, shown.day_first) {
            (true, false) => Some(Order::MonthFirst),
            (false, true) => Some(Order::DayFirst),
            _ => None,
        }
    }
}

fn folder(path: &Path) -> &Path {
    path.parent().unwrap_or(path)
}

/// What stands for the outlet of an article: its id, else its name, else the host of its address.
fn outlet(document: &Document, knowledge: &Knowledge) -> Option<String> {
    let (source, known) = (&document.front_matter.source, knowledge.outlet_names());
    if let Some(name) = source.outlet.as_deref().map(str::trim).filter(|name| !name.is_empty()) {
        return Some(known.named(name).cloned().unwrap_or_else(|| name.to_owned()));
    }
    let address = source.url.as_deref()?;
    let host = || {
        Some(
            address
                .split_once("://")?
                .1
                .split(['/', ':', '?'])
                .next()?
                .trim_start_matches("www.")
                .to_ascii_lowercase(),
        )
    };
    known.at(address).cloned().or_else(host)
}
