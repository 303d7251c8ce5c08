//! Articles as an earlier build annotated them, so that the next one annotates only what has changed.
//!
//! Each file of articles has one file in `.sijill/articles/`. It begins with a digest of all that its articles are made
//! from whatever they name (the program, the settings, the knowledge base without its names, the file's path and bytes,
//! those of the raw text, of the decisions and of the pictures beside it), a seal of the names of the knowledge base, a
//! digest of what the articles ask of them, and a checksum of what follows, the documents. Where the seal is that of
//! other names, what the articles ask of the names is asked anew: mostly it is the same, and they stand. A file that does
//! not hold exactly this, whoever wrote it and however it was damaged, is as good as none: its article is annotated, and
//! it is written anew. So the folder can be removed at any time, and a build that cannot write there only takes longer.
//! Only what led to a site is kept: a build that fails writes nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;
use sha2::{Digest as _, Sha256};

use super::basis::{Articles, Basis, Digest};
use super::checksum::{Checksum, checksum};
use super::disk::shown;
use super::files::ArticleFile;
use crate::diagnostics::Error;
use crate::document::{Document, Order, kept};

/// What is not kept yet, by the file that it gets.
pub(super) type Fresh = BTreeMap<PathBuf, New>;

/// What a file of the cache does not say yet.
#[derive(Debug)]
pub(super) enum New {
    /// Articles that were annotated; what they are made from, and the names by which.
    Made { made_from: Digest, names: Digest, articles: Articles },
    /// That its articles stand by other names too.
    Seal(Digest),
}

/// How the names of the files end; each begins with a digest in hexadecimal.
const ENDING: &str = ".article";

/// How the name of a file begins that is being written.
const HALF: &str = "half-";

/// Changed whenever the form of the files does.
const FORM: &str = "7";

/// What earlier builds of a dossier annotated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cache {
    folder: PathBuf,
    program: String,
}

/// A cache and what every article of its dossier is made from now.
pub(super) struct Open<'c> {
    cache: &'c Cache,
    begun: Digest,
    names: Digest,
}

impl Cache {
    /// The cache of a dossier; `program` tells apart programs that might annotate in another way.
    pub fn of(root: &Path, program: &str) -> Self {
        Self { folder: root.join(".sijill/articles"), program: format!("{FORM} {program}") }
    }

    /// The cache as it is used with settings and a knowledge base; nothing where a link leads to it.
    pub(super) fn open(&self, basis: Basis) -> Option<Open<'_>> {
        if self.is_elsewhere() {
            return None;
        }
        let mut all = Parts::default();
        all.add(self.program.as_bytes());
        all.add(&basis.common);
        Some(Open { cache: self, begun: all.digest(), names: basis.names })
    }

    /// Keeps what is fresh, and removes what belongs to none of the articles and what a killed build left.
    ///
    /// What cannot be kept is annotated again the next time, and that is all.
    pub(super) fn keep<'a>(
        &self,
        fresh: Fresh,
        articles: impl Iterator<Item = &'a ArticleFile>,
        again: impl Iterator<Item = &'a ArticleFile>,
    ) {
        if self.is_elsewhere() {
            return;
        }
        fresh.into_par_iter().for_each(|(file, new)| match new {
            New::Made { made_from, names, articles } => {
                if let Some(documents) = kept::to_bytes(&articles.made) {
                    let head = Head { made_from, asked: articles.asked, sum: checksum(&documents) };
                    drop(self.write(&file, &head, names, &documents));
                }
            }
            New::Seal(seal) => drop(stamp(&file, seal)),
        });
        let first = articles.map(|article| self.file(article, Order::DayFirst));
        let used: BTreeSet<PathBuf> =
            first.chain(again.map(|article| self.file(article, Order::MonthFirst))).collect();
        for entry in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let name = entry.file_name();
            let name = name.to_str().unwrap_or_default();
            // Whatever else lies there is not this program's.
            let is_own = name.strip_suffix(ENDING).is_some_and(|name| {
                let name = name.strip_prefix(HALF).unwrap_or(name);
                name.bytes().all(|byte| byte.is_ascii_alphanumeric())
            });
            if is_own && !used.contains(&path) {
                // Where another build is just writing it, that one does without.
                drop(fs::remove_file(path));
            }
        }
    }

    fn write(&self, file: &Path, head: &Head, names: Digest, documents: &[u8]) -> io::Result<()> {
        let folder = &self.folder;
        if !folder.is_dir() {
            fs::create_dir_all(folder)?;
            fs::write(folder.join(".gitignore"), "*\n")?;
        }
        // Another build may be reading; what a loss of power leaves half there its digest gives away.
        let mut half = tempfile::Builder::new();
        let mut half = half.prefix(HALF).suffix(ENDING).tempfile_in(&self.folder)?;
        half.write_all(&head.seal(names))?;
        half.write_all(&head.made_from)?;
        half.write_all(&head.asked)?;
        half.write_all(&head.sum)?;
        half.write_all(documents)?;
        half.persist(file)?;
        Ok(())
    }

    /// Where the articles of a file are kept.
    fn file(&self, article: &ArticleFile, order: Order) -> PathBuf {
        let mut name = Parts::default();
        name.add(shown(&article.path).as_bytes());
        name.add(&[u8::from(order == Order::MonthFirst)]);
        let name: String = name.digest().iter().map(|byte| format!("{byte:02x}")).collect();
        self.folder.join(name + ENDING)
    }

    /// Whether a link leads to it, by which a dossier of somebody else's would have files written and removed elsewhere.
    fn is_elsewhere(&self) -> bool {
        self.folder.ancestors().take(2).any(Path::is_symlink)
    }
}

impl Open<'_> {
    /// The articles of a file as they are kept, else as they are made, which waits among `fresh` to be kept.
    pub(super) fn get_or(
        &self,
        article: &ArticleFile,
        order: Order,
        fresh: &Mutex<Fresh>,
        ask: impl Fn(&Document) -> Digest,
        make: impl FnOnce() -> Result<Articles, Error>,
    ) -> Result<Articles, Error> {
        let file = self.cache.file(article, order);
        let made_from = self.made_from(article, &file);
        let keep = |new: New| {
            fresh.lock().unwrap_or_else(PoisonError::into_inner).insert(file.clone(), new);
        };
        if let Some((head, seal, found)) = made_from.and_then(|from| find(&file, from)) {
            let sealed = head.seal(self.names);
            if seal == sealed || found.stand(ask) {
                if seal != sealed {
                    keep(New::Seal(sealed));
                }
                name(&found, head.made_from);
                return Ok(found);
            }
        }
        let articles = make()?;
        // A file that was changed while it was read is of no use.
        if let Some(made_from) = made_from.filter(|_| made_from == self.made_from(article, &file)) {
            name(&articles, made_from);
            keep(New::Made { made_from, names: self.names, articles: articles.clone() });
        }
        Ok(articles)
    }

    /// A digest of what the articles of a file are made from; nothing where that cannot be read.
    fn made_from(&self, article: &ArticleFile, file: &Path) -> Option<Digest> {
        let mut all = Parts::default();
        all.add(&self.begun);
        all.add(file.file_name()?.as_encoded_bytes());
        let one = [Some(&article.path), article.original.as_ref()];
        for path in one.into_iter().chain(article.reviews.iter().chain(&article.beside).map(Some)) {
            all.add(path.map(|path| shown(path)).unwrap_or_default().as_bytes());
            all.add(&path.map_or_else(|| Ok(Vec::new()), fs::read).ok()?);
        }
        Some(all.digest())
    }
}

/// How a file of the cache begins, behind its seal.
struct Head {
    /// What its articles are made from, whatever they name.
    made_from: Digest,
    /// What they ask of the names.
    asked: Digest,
    /// The checksum of the documents.
    sum: Checksum,
}

impl Head {
    /// What says that the articles stand by these names. Of another file it would be another one, so that it may be
    /// written onto whatever lies there.
    fn seal(&self, names: Digest) -> Digest {
        let mut all = Parts::default();
        all.add(&names);
        all.add(&self.made_from);
        all.add(&self.asked);
        all.add(&self.sum);
        all.digest()
    }
}

/// Writes another seal onto a file.
fn stamp(file: &Path, seal: Digest) -> io::Result<()> {
    let mut there = fs::OpenOptions::new().write(true).open(file)?;
    there.write_all(&seal)
}

/// Gives the articles of a file their identities: what they are made from, and their place among them.
fn name(articles: &Articles, made_from: Digest) {
    for (at, document) in articles.made.value.iter().enumerate() {
        let mut all = Parts::default();
        all.add(&made_from);
        all.add(&articles.asked);
        all.add(&at.to_le_bytes());
        document.identity.is_made_from(all.digest());
    }
}

/// What a file of the cache holds, if it was made from this: its head, its seal, the articles.
fn find(file: &Path, made_from: Digest) -> Option<(Head, Digest, Articles)> {
    // Of a stranger's dossier this could be a pipe, which has no end.
    let is_plain = fs::symlink_metadata(file).is_ok_and(|there| there.is_file());
    let bytes = is_plain.then(|| fs::read(file).ok())??;
    let (seal, rest) = bytes.split_first_chunk::<32>()?;
    let (found, rest) = rest.split_first_chunk::<32>()?;
    let (asked, rest) = rest.split_first_chunk::<32>()?;
    let (sum, documents) = rest.split_first_chunk::<{ size_of::<Checksum>() }>()?;
    let is_whole = *found == made_from && *sum == checksum(documents);
    let made = is_whole.then(|| kept::from_bytes(documents))??;
    Some((Head { made_from, asked: *asked, sum: *sum }, *seal, Articles { made, asked: *asked }))
}

/// A digest of several texts, in which one cannot pass for the end of the one before.
#[derive(Default)]
struct Parts(Sha256);

impl Parts {
    fn add(&mut self, part: &[u8]) {
        self.0.update((part.len() as u64).to_le_bytes());
        self.0.update(part);
    }

    fn digest(self) -> Digest {
        self.0.finalize().into()
    }
}
