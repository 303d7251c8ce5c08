//! `add`: what somebody has, as articles of `content/articles/`.
//!
//! A file of one article is copied as it is. What a person gives stands in front matter at its head; a file that can
//! have none becomes text. Several articles of one file become a text each.

mod near;

use std::collections::BTreeSet;
use std::io::{BufRead as _, Read as _};
use std::path::{Path, PathBuf};

use super::annotate::is_file_name;
use super::args::Add;
use super::count::Noun;
use super::{Failure, Terminal, inside, pictures};
use crate::arabic::calendar::Edtf;
use crate::arabic::slug::slug;
use crate::article::{self, read};
use crate::config::Config;
use crate::diagnostics::{Diagnostic, Error, Language, Warned, guarded};
use crate::document::{DateBasis, Document, FrontMatter, InputKind, Picture, RemovedKind, Source};
use crate::knowledge::Knowledge;
use crate::site::load::{self, shown};
use crate::site::publish::file;
use near::Known;
use read::RawArticle;

/// How many words of a text without a headline its file is named after.
const NAMING: usize = 6;

/// Runs the command.
pub(super) fn add(words: &Add, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    let paths = paths(words)?;
    let root = terminal.root();
    load::require_content(&root)?;
    inside::check(&root)?;
    let (config, knowledge) = (load::config(&root)?, load::knowledge(&root)?);
    let folder = root.join("content/articles");
    std::fs::create_dir_all(&folder)
        .map_err(|source| Error::file(&folder, "creating the folder", source))?;
    let there = load::articles_below(&folder)?;
    let mut desk = Desk {
        known: Known::of(&there, &knowledge, &config),
        taken: there.iter().filter_map(|path| stem(path)).collect(),
        added: 0,
        words,
        root: &root,
        folder,
        config,
        knowledge,
    };
    for path in paths {
        match desk.file(&path, terminal) {
            // One file that cannot be read is no reason to leave the others.
            Err(Failure::Content(error)) => terminal.report(&error.diagnostics())?,
            done => done?,
        }
    }
    let articles = terminal.count(desk.added, Noun::Article);
    let line = match (desk.added, terminal.language) {
        (0, Language::English) => "nothing was added".to_owned(),
        (0, Language::Arabic) => "لم يُضَف شيء".to_owned(),
        (_, Language::English) => {
            format!("{articles} added to content/articles; `sijill build` shows them")
        }
        (_, Language::Arabic) => {
            format!("أضيف إلى content/articles: {articles}؛ يعرضها `sijill build`")
        }
    };
    terminal.close_with(&line)?;
    Ok(())
}

/// The files that are named; a folder stands for the articles below it.
fn paths(words: &Add) -> Result<Vec<PathBuf>, Failure> {
    let is_paste = |path: &PathBuf| path.as_os_str() == "-";
    if words.paths.len() > 1 && words.paths.iter().any(is_paste) {
        return Err(Failure::Usage("`-` is standard input alone: give no other path".to_owned()));
    }
    let mut paths = Vec::new();
    for path in &words.paths {
        is_file_name(path)?;
        if path.is_dir() {
            paths.extend(load::articles_below(path)?);
        } else {
            paths.push(path.clone());
        }
    }
    if paths.len() > 1 && words.title.is_some() {
        return Err(several());
    }
    Ok(paths)
}

fn several() -> Failure {
    Failure::Usage("`--title` is of one article, and here are several".to_owned())
}

fn stem(path: &Path) -> Option<String> {
    Some(path.file_stem()?.to_str()?.to_owned())
}

/// What is there, what is given, and where it goes.
struct Desk<'w> {
    words: &'w Add,
    root: &'w Path,
    folder: PathBuf,
    config: Config,
    knowledge: Knowledge,
    known: Known,
    /// The names that articles have.
    taken: BTreeSet<String>,
    added: usize,
}

/// What a person says of an article.
#[derive(Default)]
struct Given {
    title: Option<String>,
    date: Option<Edtf>,
    outlet: Option<String>,
}

impl Given {
    fn is_nothing(&self) -> bool {
        self.title.is_none() && self.date.is_none() && self.outlet.is_none()
    }

    /// Puts it into front matter, where it stands above what was there.
    fn into(self, front: &mut FrontMatter) {
        front.title = self.title.or(front.title.take());
        if self.date.is_some() {
            (front.date, front.date_basis) = (self.date, None);
            front.date_evidence.clear();
        }
        front.source.outlet = self.outlet.or(front.source.outlet.take());
    }
}

impl Desk<'_> {
    /// Adds the articles of one file.
    fn file(&mut self, path: &Path, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
        let is_paste = path.as_os_str() == "-";
        let bytes = if is_paste { bytes_of(std::io::stdin().lock())? } else { file_bytes(path)? };
        let name =
            if is_paste { format!("standard-input.{}", ending(&bytes)) } else { shown(path) };
        let made = guarded(|| read::all_from_bytes(&name, &bytes, &self.config))
            .map_err(|fault| Error::from(fault.in_file(name.clone())))??;
        terminal.report(&made.diagnostics)?;
        let made = made.map(|articles| read::with_pictures(path, &bytes, articles));
        let one = made.value.len() == 1;
        if !one && self.words.title.is_some() {
            return Err(several());
        }
        for raw in made.value {
            let raw = if one { raw } else { of_several(raw) };
            let original = one.then_some(bytes.as_slice());
            self.article(raw, original, is_paste, terminal)?;
        }
        Ok(())
    }

    /// Adds one article; `original` are the bytes of its file, where it is the only one.
    fn article(
        &mut self,
        raw: RawArticle,
        original: Option<&[u8]>,
        is_paste: bool,
        terminal: &mut Terminal<'_>,
    ) -> Result<(), Failure> {
        let name = raw.path.clone();
        let made = guarded(|| article::article_of(Warned::clean(raw.clone()), &self.knowledge));
        let made = made.map_err(|fault| Error::from(fault.in_file(name.clone())))??;
        let found = made.diagnostics.into_iter().map(|found| found.in_file(name.clone()));
        terminal.report(&found.collect::<Vec<_>>())?;
        let document = made.value;
        if document.plain.text.trim().is_empty() {
            let found = Diagnostic::error("no-article", "no text of an article was found in it");
            let help = "paste the article's text, or name its lines: `clean: [{keep: FIRST-LAST}]`";
            return Ok(terminal.report(&[found.help(help).in_file(name)])?);
        }
        if let Some((percent, other)) = self.known.like(&document)
            && self.is_refused(&name, percent, &other, terminal)?
        {
            return Ok(());
        }
        let given = self.given(&document, is_paste, terminal)?;
        let title = given.title.clone().or_else(|| document.front_matter.title.clone());
        let date = given.date.clone();
        let outlet = given.outlet.clone();
        let (bytes, ending) = match original {
            Some(bytes) if given.is_nothing() => (bytes.to_vec(), ending_of(&raw)),
            Some(bytes) => self.with_head(&raw, bytes, given)?,
            None => (several_text(&raw, &document, given).into_bytes(), "txt".to_owned()),
        };
        let stem = self.free(title.as_deref(), &document.plain.text);
        let to = self.folder.join(format!("{stem}.{ending}"));
        file::replace(&to, &bytes)
            .map_err(|source| Error::file(&to, "writing the article", source))?;
        // What lies in a page saved as one file is in the copy already, if that is a page.
        let beside: Vec<Picture> = document
            .origin
            .pictures
            .iter()
            .filter(|picture| picture.part.is_none())
            .cloned()
            .collect();
        pictures::carry(&beside, &to)?;
        self.added += 1;
        self.known.learn(&to, &document);
        self.taken.insert(stem);
        tell(&to, title.as_deref(), date.as_ref(), outlet.as_deref(), &document, terminal)?;
        Ok(())
    }

    /// Tells of a copy; whether it stays out.
    fn is_refused(
        &self,
        name: &str,
        percent: u32,
        other: &str,
        terminal: &mut Terminal<'_>,
    ) -> Result<bool, Failure> {
        let found = if self.words.yes {
            let message = format!("{percent} % of the shorter text stands in {other} too");
            Diagnostic::warning("near-duplicate", message)
        } else {
            let message =
                format!("not added: {percent} % of the shorter text stands in {other} already");
            Diagnostic::error("near-duplicate", message)
                .help("look at both; `--yes` adds it all the same")
        };
        terminal.report(&[found.in_file(name)])?;
        Ok(!self.words.yes)
    }

    /// What the call says, and what a person answers of what is missing.
    fn given(
        &self,
        document: &Document,
        is_paste: bool,
        terminal: &mut Terminal<'_>,
    ) -> Result<Given, Failure> {
        let words = self.words;
        let mut given = Given {
            title: words.title.clone(),
            date: words.date.clone(),
            outlet: words.outlet.clone(),
        };
        let asks = terminal.manner.asks && !is_paste && !words.yes;
        let front = &document.front_matter;
        if asks && given.title.is_none() && front.title.is_none() {
            given.title = ask("headline, or nothing: ", terminal)?;
        }
        if asks && given.date.is_none() && front.date.is_none() {
            loop {
                let answer = ask("day of publication as 2021-04-07, or nothing: ", terminal)?;
                given.date = answer.as_ref().and_then(|answer| answer.parse().ok());
                if answer.is_none() || given.date.is_some() {
                    break;
                }
            }
        }
        Ok(given)
    }

    /// The file with what a person gave at its head, and its ending.
    fn with_head(
        &self,
        raw: &RawArticle,
        bytes: &[u8],
        given: Given,
    ) -> Result<(Vec<u8>, String), Failure> {
        let ending = ending_of(raw);
        let is_page = matches!(ending.as_str(), "html" | "htm" | "xhtml");
        let text: &str = match (raw.kind, std::str::from_utf8(bytes)) {
            // A page keeps its mark-up, unless it has letters of another encoding.
            (InputKind::Html, Ok(text)) if is_page => text,
            _ => &raw.text,
        };
        // Of every kind the head is the same block.
        let head = read::from_text(&raw.path, text, InputKind::Text)?.value;
        let mut front = head.front_matter;
        given.into(&mut front);
        let can_have_head = matches!(ending.as_str(), "txt" | "md" | "markdown")
            || is_page && std::ptr::eq(text.as_ptr(), bytes.as_ptr());
        let ending = if can_have_head { ending } else { "txt".to_owned() };
        Ok((headed(&front, head.body.cut(text)).into_bytes(), ending))
    }

    /// A name for a file that no article has yet, made of the headline, else of the first words.
    fn free(&self, title: Option<&str>, text: &str) -> String {
        let first = || text.split_whitespace().take(NAMING).collect::<Vec<_>>().join(" ");
        let stem = slug(&title.map_or_else(first, str::to_owned));
        let is_free = |stem: &String| {
            // Decisions that an article left behind would speak of this one.
            let review = load::review_path(self.root, &self.folder.join(format!("{stem}.txt")));
            !self.taken.contains(stem) && !review.exists()
        };
        let numbered = (2..).map(|number: usize| format!("{stem}-{number}"));
        std::iter::once(stem.clone()).chain(numbered).find(is_free).unwrap_or(stem)
    }
}

fn headed(front: &FrontMatter, body: &str) -> String {
    format!("---\n{}---\n{body}", front.to_yaml())
}

/// One of several articles of a file: what parted them has named it, but its file is named after its headline.
fn of_several(mut raw: RawArticle) -> RawArticle {
    raw.front_matter.slug = None;
    raw
}

/// One of several as a text of its own: what its stamp said stands at its head.
fn several_text(raw: &RawArticle, document: &Document, given: Given) -> String {
    let found = &document.front_matter;
    let mut front = FrontMatter {
        title: raw.front_matter.title.clone().or_else(|| raw.title.clone()),
        date: found.date.clone(),
        date_basis: found.date_basis,
        date_evidence: found.date_evidence.clone(),
        source: Source { original: None, sha256: None, ..found.source.clone() },
        ..raw.front_matter.clone()
    };
    given.into(&mut front);
    headed(&front, raw.body.cut(&raw.text))
}

/// The ending that an article's file gets.
fn ending_of(raw: &RawArticle) -> String {
    let ending = Path::new(&raw.path).extension().and_then(|ending| ending.to_str());
    let ending = ending.unwrap_or_default().to_ascii_lowercase();
    if load::ENDINGS.contains(&ending.as_str()) { ending } else { "txt".to_owned() }
}

/// The ending that a paste would have as a file.
fn ending(bytes: &[u8]) -> &'static str {
    let head = bytes.trim_ascii_start();
    let is_feed =
        [&b"<?xml"[..], b"<rss", b"<feed"].into_iter().any(|start| head.starts_with(start));
    match head {
        _ if is_feed => "xml",
        [b'<', ..] => "html",
        _ => "txt",
    }
}

fn file_bytes(path: &Path) -> Result<Vec<u8>, Error> {
    let failed = |source| Error::file(path, "reading the article", source);
    bytes_of(std::fs::File::open(path).map_err(failed)?).map_err(failed)
}

/// All bytes of an article; one more where there are too many, which its reader refuses.
fn bytes_of(source: impl std::io::Read) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(read::MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// A person's answer; nothing where it is empty.
fn ask(question: &str, terminal: &mut Terminal<'_>) -> Result<Option<String>, Failure> {
    write!(terminal.err, "{}", terminal.language.say(question))?;
    terminal.err.flush()?;
    let mut answer = String::new();
    std::io::stdin().lock().read_line(&mut answer)?;
    Ok(Some(answer.trim().to_owned()).filter(|answer| !answer.is_empty()))
}

/// Says what was added: where it is, its headline, day and outlet, and what is cut from it.
fn tell(
    to: &Path,
    title: Option<&str>,
    date: Option<&Edtf>,
    outlet: Option<&str>,
    document: &Document,
    terminal: &mut Terminal<'_>,
) -> Result<(), Failure> {
    let front = &document.front_matter;
    match title {
        Some(title) => terminal.close_with(&format!("{}: «{title}»", shown(to)))?,
        None => terminal.close_with(&format!("{}: without a headline", shown(to)))?,
    }
    let basis = match front.date_basis {
        _ if date.is_some() => "from the editor",
        Some(DateBasis::Stated) => "stated on the page",
        Some(DateBasis::Page) => "printed at the article",
        Some(DateBasis::Inferred) => "inferred from the text",
        Some(DateBasis::Editor) | None => "from the editor",
    };
    match date.or(front.date.as_ref()) {
        Some(date) => terminal.close_with(&format!("  published {date}, {basis}"))?,
        None => terminal.close_with("  without a day: write `date:` at its head")?,
    }
    match outlet.or(front.source.outlet.as_deref()) {
        Some(outlet) => terminal.close_with(&format!("  outlet: {outlet}"))?,
        None => terminal.close_with("  without an outlet")?,
    }
    let is_cut = |kind| {
        !matches!(kind, RemovedKind::Whitespace | RemovedKind::FrontMatter | RemovedKind::Headline)
    };
    let cuts: Vec<_> = front.removed.iter().filter(|cut| is_cut(cut.kind)).collect();
    let pieces = terminal.count(cuts.len(), Noun::Piece);
    let words = terminal.count(cuts.iter().map(|cut| cut.words).sum(), Noun::Word);
    let comma = terminal.comma();
    terminal.close_with(&match (cuts.is_empty(), terminal.language) {
        (true, _) => "  nothing is cut".to_owned(),
        (false, Language::English) => format!("  cut: {pieces}{comma}{words}"),
        (false, Language::Arabic) => format!("  يُحذف: {pieces}{comma}{words}"),
    })?;
    Ok(())
}
