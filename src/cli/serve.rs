//! `serve`: a preview that follows the files, and tells what it did.

use std::collections::BTreeSet;
use std::net::{IpAddr, Ipv4Addr};
use std::process::{Command, Stdio};

use super::args::Serve;
use super::terminal::{Failure, Terminal};
use super::{build, inside, unchanged};
use crate::article::annotate::suggest::{Article, romanize, suggest};
use crate::diagnostics::{Diagnostic, Severity};
use crate::review::Proposed;
use crate::serve::{self, Built, Door, Proposals, Rebuilt};
use crate::site::model::Site;

/// Serves the site until the program is stopped.
pub(super) fn serve(words: &Serve, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    let root = terminal.root();
    // A root without content is told at the terminal; a broken article is shown as a page.
    if !root.join("content").is_dir() {
        build::site_of(&root)?;
    }
    let address = words.bind.unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST));
    let serving = serve::bind(address, words.port)?;
    if serving.door == Door::Network {
        let message = format!(
            "whoever reaches {address} reads this preview, drafts too; the review panel is off"
        );
        let help = "without --bind only this machine reads it, and the panel is on";
        let found = Diagnostic::warning("open-preview", message).help(help).in_file("--bind");
        terminal.report(&[found])?;
    }
    let link = format!("http://{}/", serving.address);
    terminal.say(&format!("{link} shows {}; stop with Ctrl+C", root.display()))?;
    terminal.out.flush()?;
    if words.open && !open(&link) {
        writeln!(terminal.err, "no browser could be started; open {link} by hand")?;
    }
    let ignored = [root.join("public")];
    let content = root.clone();
    let mut memory = unchanged::memory(&root);
    let found = unchanged::kept(&root);
    let mut build = move || {
        inside::check(&content)?;
        let made = build::preview_again(&content, &mut memory, found.as_ref())?;
        let (output, site) = made.value;
        Ok(Built { output, site, findings: made.diagnostics })
    };
    let mut known = BTreeSet::new();
    let mut told = |rebuilt: Rebuilt<'_>| tell(&rebuilt, &mut known, terminal);
    let proposals = Proposals { id: romanize, names: proposed };
    serving.run(&root, &ignored, proposals, &mut build, &mut told)?;
    Ok(())
}

/// What `suggest` would list of a site.
fn proposed(site: &Site) -> Vec<Proposed> {
    let (numbers, articles): (Vec<usize>, Vec<Article<'_>>) = site
        .shown()
        .map(|(no, article)| {
            let document = &article.document;
            (
                no,
                Article {
                    title: &article.title,
                    plain: &document.plain,
                    findings: &document.findings,
                },
            )
        })
        .unzip();
    // The site's own lists name what no one has listed; here that is what is asked for.
    let mut knowledge = site.knowledge.clone();
    knowledge.entities.retain(|id, _| site.listed(id).is_some());
    let proposed = |one: crate::article::annotate::suggest::Suggestion| Proposed {
        kind: one.kind,
        id: one.id,
        name: one.name,
        variants: one.variants,
        roles: one.roles,
        articles: one.articles,
        is_alias: one.is_alias,
        places: one.places.into_iter().map(|(at, span)| (numbers[at], span)).collect(),
    };
    suggest(&articles, &knowledge).into_iter().map(proposed).collect()
}

/// One line about a build, and what it found that the one before did not.
///
/// Nobody may listen any more; the preview goes on.
fn tell(rebuilt: &Rebuilt<'_>, known: &mut BTreeSet<Diagnostic>, terminal: &mut Terminal<'_>) {
    let new: Vec<Diagnostic> =
        rebuilt.findings.iter().filter(|found| !known.contains(found)).cloned().collect();
    drop(terminal.report(&new));
    *known = rebuilt.findings.iter().cloned().collect();
    let count = |severity| rebuilt.findings.iter().filter(|one| one.severity == severity).count();
    let counted = |count: usize, one: &str| match count {
        1 => format!("1 {one}"),
        count => format!("{count} {one}s"),
    };
    let what = match rebuilt.changed {
        [] => "all".to_owned(),
        [one] => one.clone(),
        [first, rest @ ..] => format!("{first} and {} more", rest.len()),
    };
    let outcome = match rebuilt.pages {
        Some(pages) => counted(pages, "page"),
        None => "not built".to_owned(),
    };
    let mut line = format!("{} {what}: {outcome}, {:.1} s", now(), rebuilt.took.as_secs_f64());
    for (severity, word) in [(Severity::Error, "error"), (Severity::Warning, "warning")] {
        if count(severity) > 0 {
            line += &format!(", {}", counted(count(severity), word));
        }
    }
    drop(terminal.close_with(&line));
    drop(terminal.out.flush());
}

/// Opens an address as the system opens one; whether that could be started.
fn open(link: &str) -> bool {
    let (program, before): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("cmd", &["/C", "start", ""])
    } else {
        ("xdg-open", &[])
    };
    let mut command = Command::new(program);
    command.args(before).arg(link).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().is_ok()
}

/// The time of day, for whoever looks at the terminal later.
#[expect(clippy::disallowed_methods, reason = "it is told at the terminal and stands in no file")]
fn now() -> String {
    chrono::Local::now().format("%H:%M:%S").to_string()
}
