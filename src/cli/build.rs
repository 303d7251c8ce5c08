//! `build` and `check`: content/ in, the site or a report out.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use rayon::prelude::*;

use super::args::{Build, Check};
use super::count::Noun;
use super::terminal::{Failure, Report, Terminal};
use super::unchanged::{self, LastBuild, Made, source_date};
use super::wing::Wing;
use super::{cuts, future, gone, inside, progress, rename};
use crate::diagnostics::{Diagnostic, Error, Language, Severity, Warned};
use crate::document::{Document, Identity, PublicationStatus};
use crate::site::load::{self, Content};
use crate::site::output::Output;
use crate::site::publish::{self, Held, Part, Target};
use crate::site::{self, Options};

/// Builds the site into a folder, or says that there is none.
pub(super) fn build(words: &Build, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    match build_site(words, terminal) {
        Err(Failure::Content(error)) => {
            terminal.report(&error.diagnostics())?;
            refused(terminal)
        }
        done => done,
    }
}

fn build_site(words: &Build, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    let begun = Instant::now();
    let root = terminal.root();
    let target = inside::target(&root, words.out.as_deref())?;
    inside::is_no_source(&root, target.dir())?;
    inside::check(&root)?;
    rename::is_ended(&root)?;
    let dir = target.dir().to_owned();
    // What is kept tells its findings as they were told then.
    let settings = format!(
        "{:?} {} {:?} {:?}",
        source_date(),
        words.drafts,
        terminal.common,
        terminal.language
    );
    let is_whole = words.shard.is_none() && words.from.is_none();
    // What cannot be read now is told by the build itself.
    let input = is_whole.then(|| unchanged::input_digest(&root, &dir, &settings).ok()).flatten();
    let today = future::today();
    if let Some(last) = input.and_then(|input| LastBuild::still_good(&root, &dir, input, today)) {
        publish::tidy(target);
        terminal.print(&last.report)?;
        return if terminal.failed() {
            refused(terminal)
        } else {
            done(&last.made, 0, &dir, begun, terminal)
        };
    }
    let mut memory = unchanged::memory(&root);
    let mut content = progress::reading(&root, terminal.manner, |wing| {
        load::load_again(&root, wing, &mut memory)
    })?;
    if let Some(from) = &words.from {
        let mut records = load::records(from)?;
        content.value.documents.append(&mut records.value);
        content.diagnostics.append(&mut records.diagnostics);
    }
    let drafts = if words.drafts { show_drafts(&mut content.value) } else { 0 };
    let future = future::of(&content.value.documents, today);
    let mut made = Made { drafts, ..Made::of(&content.value) };
    let found = unchanged::kept(&root);
    let options = Options { kept: found.clone(), ..options(&root) };
    let mut output = output_with(content, &options)?;
    output.diagnostics.extend(future.found);
    let report = Report::of(&output.diagnostics, terminal);
    terminal.print(&report)?;
    if words.shard.is_none() {
        // Told once: at the next build the folder no longer has them.
        terminal.report(&gone::pages(&dir, &output.value))?;
    }
    if terminal.failed() {
        return refused(terminal);
    }
    let mut output = output.value;
    let part = match words.shard {
        None => None,
        Some((number, of)) => {
            output = output.part(number, of);
            let input = unchanged::state(&root, words.from.as_deref(), words.drafts)
                .map_err(|source| Error::file(&root, "reading the content", source))?;
            Some(Part { number, of, input })
        }
    };
    // A link may have come in while the files were read.
    inside::check(&root)?;
    let held = hold(target, terminal)?;
    let kept = unchanged::kept_site(&root);
    let mut published = progress::writing(&output, terminal.manner, || match &part {
        Some(part) => held.publish_part(&output, part),
        None => held.publish_again(&output, kept.as_ref()),
    })?;
    rayon::join(|| memory.keep(), || found.iter().for_each(site::Kept::write));
    made.unlisted = output.unlisted();
    made.pages = output.page_count().saturating_sub(output.redirects());
    let stamps = published.stamps.take();
    let keep = || {
        if let Some(input) = input {
            // Before the lock is given up, so that what is kept speaks of the folder that was made here.
            LastBuild::keep(&root, &dir, stamps, input, made, report, future.until);
        }
    };
    if terminal.manner.ends {
        // Thousands of articles: a fiftieth of the work where one has changed.
        std::mem::forget((output, memory));
        keep();
    } else {
        rayon::join(keep, || drop((output, memory)));
    }
    drop(held);
    let left = |path: &PathBuf| {
        let found = Diagnostic::warning(
            "leftover",
            "the folder of an earlier build could not be removed; it may be somebody else's",
        );
        found.help("remove it by hand").in_file(path.display().to_string())
    };
    terminal.report(&published.leftovers.iter().map(left).collect::<Vec<_>>())?;
    done(&made, published.changed, &dir, begun, terminal)
}

impl Made {
    fn of(content: &Content) -> Self {
        let shown =
            |document: &&Arc<Document>| document.front_matter.status != PublicationStatus::Draft;
        Self {
            articles: content.documents.iter().filter(shown).count(),
            events: content.knowledge.events.len(),
            ..Self::default()
        }
    }
}

/// Makes articles of drafts; how many there were.
fn show_drafts(content: &mut Content) -> usize {
    let mut shown = 0;
    for document in &mut content.documents {
        if document.front_matter.status == PublicationStatus::Draft {
            let document = Arc::make_mut(document);
            document.front_matter.status = PublicationStatus::Published;
            document.identity = Identity::default();
            shown += 1;
        }
    }
    shown
}

/// «39 articles, 41 events, 235 pages; 12 changed; 0 errors, 2 warnings; 0.4 s → public/index.html»
fn done(
    made: &Made,
    changed: usize,
    dir: &Path,
    begun: Instant,
    terminal: &mut Terminal<'_>,
) -> Result<(), Failure> {
    let index = dir.join("index.html");
    let index = index.canonicalize().unwrap_or(index);
    let mut what = terminal.count(made.articles, Noun::Article);
    if made.drafts > 0 {
        what += &format!(" ({})", terminal.count(made.drafts, Noun::Draft));
    }
    if made.events > 0 {
        what += terminal.comma();
        what += &terminal.count(made.events, Noun::Event);
    }
    let pages = terminal.count(made.pages, Noun::Page);
    let seconds = begun.elapsed().as_secs_f64();
    let (comma, found, index) = (terminal.comma(), terminal.counted(), index.display());
    let line = match terminal.language {
        Language::English => {
            format!("{what}{comma}{pages}; {changed} changed; {found}; {seconds:.1} s → {index}")
        }
        Language::Arabic => {
            format!("{what}{comma}{pages}؛ تغيّر {changed}؛ {found}؛ {seconds:.1} ث ← {index}")
        }
    };
    terminal.close_with(&line)?;
    if made.unlisted > 0 {
        let names = terminal.count(made.unlisted, Noun::Name);
        let verb = if made.unlisted == 1 { "has" } else { "have" };
        let line = match terminal.language {
            Language::English => {
                format!("{names} {verb} a page and no entry yet: `sijill suggest` proposes entries")
            }
            Language::Arabic => {
                format!("بلا مدخل بعدُ ولها صفحة: {names}؛ يقترح `sijill suggest` مداخل لها")
            }
        };
        terminal.close_with(&line)?;
    }
    Ok(())
}

/// Says why no site was built.
fn refused(terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    let found = terminal.counted();
    let words = match (terminal.language, terminal.failed_for_strictness()) {
        (Language::English, false) => format!("not built: {found}"),
        (Language::English, true) => format!("not built: {found}, and --strict takes none"),
        (Language::Arabic, false) => format!("لم يُبنَ الموقع: {found}"),
        (Language::Arabic, true) => format!("لم يُبنَ الموقع: {found}، و`--strict` لا يقبل تحذيرًا"),
    };
    if !terminal.json {
        writeln!(terminal.err, "{words}")?;
    }
    Ok(())
}

/// Does everything that `build` does, except writing the site.
pub(super) fn check(words: &Check, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    let root = terminal.root();
    inside::check(&root)?;
    rename::is_ended(&root)?;
    let content = progress::reading(&root, terminal.manner, |wing| load::load(&root, wing))?;
    let articles = Made::of(&content.value).articles;
    let drafts = content.value.documents.len() - articles;
    let cuts = cuts::of(&content.value.documents);
    let future = future::of(&content.value.documents, future::today());
    let Warned { value: output, mut diagnostics } = output_of(content, &root)?;
    let paths: Vec<&str> = output.paths().collect();
    let failed: Vec<Error> = progress::writing(&output, terminal.manner, || {
        paths.par_iter().filter_map(|path| output.get(path)?.err()).collect()
    });
    diagnostics.extend(future.found);
    diagnostics.extend(failed.into_iter().flat_map(Error::diagnostics));
    diagnostics.dedup();
    terminal.report(&diagnostics)?;
    cuts::print(&cuts, words.cuts, terminal)?;
    let kinds = kinds(&diagnostics);
    let mut what = terminal.count(articles, Noun::Article);
    if drafts > 0 {
        what += &format!(" ({})", terminal.count(drafts, Noun::Draft));
    }
    terminal.close_with(&format!("{what}: {}{kinds}", terminal.counted()))?;
    Ok(())
}

/// How often each kind of warning and error stands: « (no-date 3, kept-in-doubt 1)».
fn kinds(findings: &[Diagnostic]) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for found in findings.iter().filter(|found| found.severity > Severity::Note) {
        *counts.entry(found.code).or_default() += 1;
    }
    let mut counts: Vec<(&str, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|&(code, count)| (std::cmp::Reverse(count), code));
    let kinds: Vec<String> =
        counts.into_iter().map(|(code, count)| format!("{code} {count}")).collect();
    if kinds.is_empty() { String::new() } else { format!(" ({})", kinds.join(", ")) }
}

/// Everything between `content/` and the pages.
#[cfg(feature = "serve")]
pub(super) fn site_of(root: &Path) -> Result<Warned<Output>, Error> {
    output_of(load::load(root, &Wing::default())?, root)
}

/// Output and site after an earlier build, which reads again only what has changed.
#[cfg(feature = "serve")]
pub(super) fn preview_again(
    root: &Path,
    memory: &mut load::Memory,
    found: Option<&site::Kept>,
) -> Result<Warned<(Output, Arc<site::model::Site>)>, Error> {
    let content = load::load_again(root, &Wing::default(), memory)?;
    let options = Options { kept: found.cloned(), ..options(root) };
    let mut made = site::preview_of(content.value, &options)?;
    memory.keep();
    found.into_iter().for_each(site::Kept::write);
    let mut diagnostics = content.diagnostics;
    diagnostics.append(&mut made.diagnostics);
    Ok(Warned { value: made.value, diagnostics })
}

pub(super) fn output_of(content: Warned<Content>, root: &Path) -> Result<Warned<Output>, Error> {
    output_with(content, &options(root))
}

fn options(root: &Path) -> Options {
    Options { updated: source_date(), theme: Some(root.to_owned()), kept: None }
}

fn output_with(content: Warned<Content>, options: &Options) -> Result<Warned<Output>, Error> {
    let mut made = site::output_of(content.value, options)?;
    let mut diagnostics = content.diagnostics;
    diagnostics.append(&mut made.diagnostics);
    Ok(Warned { value: made.value, diagnostics })
}

/// Waits until no other build writes into the folder, and says for whom.
pub(super) fn hold(target: Target, terminal: &mut Terminal<'_>) -> Result<Held, Error> {
    let dir = target.dir().to_owned();
    target.lock(publish::PATIENCE, |owner| {
        // Whoever does not hear it only waits in silence.
        let waiting =
            format!("waiting for another build, {owner}, which writes into {}", dir.display());
        drop(writeln!(terminal.err, "{}", terminal.language.say(&waiting)));
    })
}
