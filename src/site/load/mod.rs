//! `content/` → settings, knowledge base, documents and free pages.
//!
//! The articles pass the other wing through functions that the command line
//! hands in ([`Reader`]), so that the wings never use each other.

mod basis;
mod cache;
mod checksum;
mod disk;
mod files;
mod order;
mod records;
mod review_paths;
mod reviews;
mod sources;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use rayon::prelude::*;

use crate::config::Config;
use crate::diagnostics::{Diagnostic, Error, Warned};
use crate::document::review::Reviews;
use crate::document::{Document, Draft, FigureOrder, Order, Origin, Picture, parse};
use crate::knowledge::Knowledge;
use crate::site::load::disk::read_text;
use crate::site::load::files::Stamps;
use crate::site::load::sources::Sources;

pub use cache::Cache;

pub use disk::{files_below, shown};
pub(crate) use disk::{require_content, special};
pub use files::{ENDINGS, articles_below};
pub(crate) use files::{folders_of, is_markdown};
pub use order::Orders;
pub(crate) use records::record_files;
pub use records::records;
pub use review_paths::{review_file, review_path};
pub use sources::SUGGESTED;

use basis::{Articles, Basis, Digest};
use cache::Fresh;
use files::{ArticleFile, article_files};

/// The other wing, as far as this one needs it.
pub trait Reader: Sync {
    /// A file → its annotated documents, mostly one; `order` is how days are read whose own page leaves open which figure
    /// is the month, `reviews` what a person decided about its articles.
    ///
    /// # Errors
    ///
    /// The file cannot be read or is damaged, or its front matter is no YAML.
    fn articles(
        &self,
        path: &Path,
        order: Order,
        reviews: &Reviews,
        knowledge: &Knowledge,
        config: &Config,
    ) -> Result<Warned<Vec<Document>>, Error>;

    /// A digest of what a document asks of the people, organizations and places of a knowledge base: where it is the same
    /// by another one, and nothing else has changed, annotation would make the same document.
    fn asked(&self, document: &Document, knowledge: &Knowledge) -> [u8; 32];

    /// The raw text that lies beside a Markdown article.
    ///
    /// # Errors
    ///
    /// The file cannot be read.
    fn original(&self, path: &Path, config: &Config) -> Result<Origin, Error>;

    /// How the pictures of articles are read, when their bytes are asked for.
    fn pictures(&self) -> ReadPicture {
        |picture| {
            let source = std::io::Error::other("nothing reads pictures here");
            Err(Error::file(&picture.file, "reading a picture", source))
        }
    }
}

/// A picture → its bytes.
pub type ReadPicture = fn(&Picture) -> Result<Vec<u8>, Error>;

/// All that `content/` holds.
#[derive(Debug, Default)]
pub struct Content {
    /// The settings.
    pub config: Config,
    /// The knowledge base.
    pub knowledge: Knowledge,
    /// The articles, by path.
    pub documents: Vec<Arc<Document>>,
    /// The free pages of `content/pages/`, by path.
    pub pages: Vec<Draft>,
    /// How the pictures of the articles are read; nothing where nobody reads them.
    pub pictures: Option<ReadPicture>,
}

/// Reads everything under `root/content`.
///
/// # Errors
///
/// A folder or file cannot be read, or content has errors; then every finding of
/// every file is in the error, not only the first.
pub fn load(root: &Path, reader: &dyn Reader) -> Result<Warned<Content>, Error> {
    load_again(root, reader, &mut Memory::default())
}

/// Articles of an earlier load, so that the next one reads only those whose files have changed.
#[derive(Debug, Default)]
pub struct Memory {
    /// By what the articles were read.
    basis: Option<Basis>,
    /// Each as its own page has it.
    articles: Read,
    /// Those whose days were read once more, as others of their source have shown.
    again: Read,
    /// Those of earlier runs of the program.
    cache: Option<Cache>,
    /// Those that the cache does not have yet.
    fresh: Mutex<Fresh>,
}

impl Memory {
    /// One that begins with what earlier runs have kept, and can [`keep`](Self::keep) what is read for the next.
    ///
    /// ```
    /// use std::path::Path;
    /// use sijill::site::load::{Cache, Memory, load_again};
    /// # use sijill::{article, config::Config, diagnostics::{Error, Warned}, knowledge::Knowledge};
    /// # use sijill::document::{Document, Order, Origin, review::Reviews};
    /// # struct Wing;
    /// # impl sijill::site::load::Reader for Wing {
    /// #     fn articles(&self, path: &Path, order: Order, reviews: &Reviews, names: &Knowledge, config: &Config) -> Result<Warned<Vec<Document>>, Error> {
    /// #         article::articles_reviewed(path, order, reviews, names, config)
    /// #     }
    /// #     fn asked(&self, document: &Document, names: &Knowledge) -> [u8; 32] { article::annotate::asked(document, names) }
    /// #     fn original(&self, _: &Path, _: &Config) -> Result<Origin, Error> { Ok(Origin::default()) }
    /// # }
    /// let dossier = tempfile::tempdir().unwrap();
    /// std::fs::create_dir_all(dossier.path().join("content/articles")).unwrap();
    /// std::fs::write(dossier.path().join("content/articles/a.txt"), "جسر جديد\n\nافتتحت البلدية جسرًا جديدًا.\n").unwrap();
    /// let load = || {
    ///     let mut memory = Memory::kept_in(Cache::of(dossier.path(), "1.0"));
    ///     let documents = load_again(dossier.path(), &Wing, &mut memory).unwrap().value.documents;
    ///     memory.keep();
    ///     documents
    /// };
    /// assert_eq!(load(), load());
    /// assert!(dossier.path().join(".sijill/articles").is_dir());
    /// ```
    pub fn kept_in(cache: Cache) -> Self {
        Self { cache: Some(cache), ..Self::default() }
    }

    /// Keeps what was read for later runs of the program; as much of it as can be written.
    pub fn keep(&mut self) {
        let fresh = std::mem::take(&mut self.fresh).into_inner();
        if let Some(cache) = &self.cache {
            let fresh = fresh.unwrap_or_else(PoisonError::into_inner);
            cache.keep(fresh, self.articles.keys(), self.again.keys());
        }
    }
}

impl Memory {
    /// Forgets what would be read otherwise now.
    fn settle(&mut self, basis: Basis, ask: impl Fn(&Document) -> Digest + Sync) {
        let before = self.basis.replace(basis);
        if before == Some(basis) {
            return;
        }
        let is_common = before.is_some_and(|before| before.common == basis.common);
        for read in [&mut self.articles, &mut self.again] {
            let all = std::mem::take(read).into_par_iter();
            *read = all.filter(|(_, (_, made))| is_common && made.stand(&ask)).collect::<Read>();
        }
    }
}

/// Articles that were read, each with the stamps of its files.
type Read = BTreeMap<ArticleFile, (Stamps, Articles)>;

/// As [`load`], after an earlier one: an article whose files have kept their length and time is not read again,
/// unless the settings have changed, or the knowledge base in what it asks of it.
///
/// # Errors
///
/// As [`load`].
pub fn load_again(
    root: &Path,
    reader: &dyn Reader,
    memory: &mut Memory,
) -> Result<Warned<Content>, Error> {
    require_content(root)?;
    // `./content/x.txt` is `content/x.txt` to its user.
    let root = root.strip_prefix(".").unwrap_or(root);
    let sources = Sources::read(root)?;
    let (config, knowledge) = (sources.config()?, sources.knowledge()?);
    let basis = Basis::of(&sources, &knowledge);
    let ask = |document: &Document| reader.asked(document, &knowledge);
    memory.settle(basis, ask);
    let cache = memory.cache.as_ref().and_then(|cache| cache.open(basis));
    let mut findings = knowledge.doubts.clone();
    let mut failed = false;
    let (known, fresh) = (&memory.articles, &memory.fresh);
    let read = |file: &ArticleFile, order: Order| {
        let make = || {
            let made = read_articles(root, file, order, reader, &knowledge, &config)?;
            Ok(Articles::new(made, ask))
        };
        cache.as_ref().map_or_else(make, |cache| cache.get_or(file, order, fresh, ask, make))
    };
    let files = article_files(root)?;
    findings.extend(files.unread);
    let made: Vec<_> = files
        .articles
        .into_par_iter()
        .map(|file| {
            let stamps = file.stamps();
            let made = match known.get(&file).filter(|(before, _)| *before == stamps) {
                Some((_, made)) => Ok(made.clone()),
                None => read(&file, Order::DayFirst),
            };
            (file, stamps, made)
        })
        .collect();
    memory.articles.clear();
    let seen = || {
        made.iter().flat_map(|(file, _, made)| {
            let made = made.as_ref().map(|made| made.made.value.as_slice());
            made.unwrap_or_default().iter().map(|document| (file.path.as_path(), &**document))
        })
    };
    let orders = Orders::of(seen, &knowledge);
    let again: Result<Read, Error> = made
        .par_iter()
        .filter(|(file, _, made)| {
            let is_other = |document: &Arc<Document>| {
                orders.for_article(&file.path, document, &knowledge) == Some(Order::MonthFirst)
            };
            made.as_ref().is_ok_and(|made| made.made.value.iter().any(is_other))
        })
        .map(|(file, stamps, _)| {
            let made = match memory.again.get(file).filter(|(before, _)| before == stamps) {
                Some((_, made)) => made.clone(),
                None => read(file, Order::MonthFirst)?,
            };
            Ok((file.clone(), (stamps.clone(), made)))
        })
        .collect();
    memory.again = again?;
    let mut documents = Vec::with_capacity(made.len());
    for (file, stamps, made) in made {
        match made {
            Ok(made) => {
                let seen = &memory.again.get(&file).map_or(&made, |(_, again)| again).made;
                // Where others put the day first, nothing is open any more.
                let is_settled = seen.value.iter().any(|document| {
                    orders.for_article(&file.path, document, &knowledge) == Some(Order::DayFirst)
                });
                let told = seen
                    .diagnostics
                    .iter()
                    .filter(|found| !(is_settled && found.code == FigureOrder::OPEN));
                findings.extend(told.cloned());
                let several = seen.value.len() > 1;
                // One of the articles of a conversation that a person has written out stands there instead.
                let is_by_hand = |document: &&Arc<Document>| {
                    several && stands_by_hand(document, &file.path, &files.by_hand)
                };
                documents.extend(seen.value.iter().filter(|found| !is_by_hand(found)).cloned());
                memory.articles.insert(file, (stamps, made));
            }
            Err(error) => {
                failed = true;
                findings.extend(error.diagnostics());
            }
        }
    }
    if !failed {
        let articles = memory.articles.iter();
        let read = articles.map(|(file, (_, made))| (file, made.made.value.as_slice()));
        findings.extend(reviews::left_over(root, read)?);
    }
    let mut pages = Vec::new();
    for path in files_below(&root.join("content/pages"), &["md"])? {
        let text = read_text(&path, "reading the page")?;
        match parse(&text) {
            Ok(mut page) => {
                page.value.origin.path = shown(&path);
                findings
                    .extend(page.diagnostics.into_iter().map(|found| found.in_file(shown(&path))));
                pages.push(page.value);
            }
            Err(found) => {
                failed = true;
                findings.push(found.in_file(shown(&path)));
            }
        }
    }
    if failed {
        return Err(Error::Content(findings));
    }
    Ok(Warned {
        value: Content { config, knowledge, documents, pages, pictures: Some(reader.pictures()) },
        diagnostics: findings,
    })
}

/// How many articles a dossier seems to have, for whoever waits for them; nothing is read.
pub fn count(root: &Path) -> usize {
    article_files(root).map_or(0, |files| files.articles.len())
}

/// The settings; the defaults where there is no `content/site.yaml`.
///
/// # Errors
///
/// The file cannot be read, or is not what the settings need.
pub fn config(root: &Path) -> Result<Config, Error> {
    Sources::read(root)?.config()
}

/// The knowledge base; empty where there is no `content/knowledge/`.
///
/// # Errors
///
/// A file cannot be read, or an entry of it cannot stand.
pub fn knowledge(root: &Path) -> Result<Knowledge, Error> {
    Sources::read(root)?.knowledge()
}

/// Whether a Markdown beside a file of several articles stands for one of them: it has the name of its slug.
fn stands_by_hand(document: &Document, path: &Path, by_hand: &BTreeSet<PathBuf>) -> bool {
    let slug = document.front_matter.slug.as_deref().unwrap_or_default();
    !slug.is_empty() && by_hand.contains(&path.with_file_name(format!("{slug}.md")))
}

fn read_articles(
    root: &Path,
    file: &ArticleFile,
    order: Order,
    reader: &dyn Reader,
    knowledge: &Knowledge,
    config: &Config,
) -> Result<Warned<Vec<Arc<Document>>>, Error> {
    let name = shown(&file.path);
    let reviews = reviews::read(root, file)?;
    let read = reader.articles(&file.path, order, &reviews.value, knowledge, config);
    let mut made = read.map_err(|error| match error {
        Error::Content(findings) => {
            Error::Content(findings.into_iter().map(|found| found.in_file(name.clone())).collect())
        }
        other => other,
    })?;
    for document in &mut made.value {
        document.origin.path.clone_from(&name);
    }
    made.diagnostics.extend(reviews.diagnostics);
    made.diagnostics =
        made.diagnostics.into_iter().map(|found| found.in_file(name.clone())).collect();
    if let (Some(path), [document]) = (&file.original, made.value.as_mut_slice()) {
        let original = reader.original(path, config)?;
        let known = document.front_matter.source.sha256.as_deref();
        if known.is_some_and(|known| known != original.sha256) {
            let message =
                format!("{} is not the file that this article was made from", shown(path));
            let help = "its SHA-256 differs from `source.sha256`; annotate it anew with `sijill annotate --write --force`, or restore it";
            made.diagnostics.push(
                Diagnostic::warning("original-changed", message).help(help).in_file(name.clone()),
            );
        }
        let pictures = std::mem::take(&mut document.origin.pictures);
        document.origin = Origin { path: name, pictures, ..original };
    }
    Ok(made.map(|documents| documents.into_iter().map(Arc::new).collect()))
}
