//! `new` and `init`: an empty article, an empty dossier.

use std::path::Path;

use super::args::{Init, New};
use super::inside;
use super::terminal::{Failure, Terminal};
use crate::arabic::slug::slug;
use crate::diagnostics::{Diagnostic, Error};
use crate::document::{FrontMatter, PublicationStatus};
use crate::site::load::{self, shown};

/// Adds an empty Markdown article, a draft until its `status` says otherwise.
pub(super) fn new(words: &New, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    let root = terminal.root();
    load::require_content(&root)?;
    inside::check(&root)?;
    let named = words.slug.trim();
    // What nobody would give a file for a name is the headline.
    let is_title =
        words.title.is_none() && named.contains(|c: char| c.is_whitespace() || !c.is_ascii());
    let stem = if is_title { slug(named) } else { named.to_owned() };
    if stem.is_empty() || stem.starts_with('.') || stem.contains(['/', '\\']) {
        return Err(Failure::Usage(format!(
            "`{}` cannot be a file's name; use words joined by hyphens",
            words.slug
        )));
    }
    let path = root.join("content/articles").join(format!("{stem}.md"));
    if path.exists() {
        let found = Diagnostic::error("exists", "there is an article of that name already");
        let help = "open it, or choose another name";
        return Err(Error::from(found.help(help).in_file(shown(&path))).into());
    }
    let title = words.title.as_deref().or(is_title.then_some(named)).unwrap_or("عنوان المادة");
    let front_matter = FrontMatter {
        title: Some(title.to_owned()),
        status: PublicationStatus::Draft,
        ..FrontMatter::default()
    };
    let text = format!(
        "---\n{}# date: 2021-04-07\n# source: {{outlet: \"\", url: \"\"}}\n# topics: []\n---\n\nنص المادة هنا.\n",
        front_matter.to_yaml()
    );
    create(&path, &text)?;
    terminal.say(&format!("{}: a draft; remove `status: draft` to publish it", shown(&path)))?;
    Ok(())
}

/// The setting that nobody can fill in before the site has a place.
const BASE_URL: &str = "\
# Where the site will stand, such as https://dossier.example/talks. Canonical links, the sitemap and the addresses
# in citations, feeds and calendar are made of it; as long as it is empty the site names no address of its own.
base_url: \"\"
";

/// Every kind of knowledge with each of its fields in an example that is commented out, and an article that is a draft.
const EXAMPLES: [(&str, &str); 9] = [
    ("knowledge/people.yaml", include_str!("init/people.yaml")),
    ("knowledge/organizations.yaml", include_str!("init/organizations.yaml")),
    ("knowledge/places.yaml", include_str!("init/places.yaml")),
    ("knowledge/outlets.yaml", include_str!("init/outlets.yaml")),
    ("knowledge/topics.yaml", include_str!("init/topics.yaml")),
    ("knowledge/series.yaml", include_str!("init/series.yaml")),
    ("knowledge/events.yaml", include_str!("init/events.yaml")),
    ("knowledge/figures.yaml", include_str!("init/figures.yaml")),
    ("articles/sample.md", include_str!("init/sample.md")),
];

/// Starts a new dossier.
pub(super) fn init(words: &Init, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    let occupied = words.dir.read_dir().is_ok_and(|mut entries| entries.next().is_some());
    if occupied {
        let found = Diagnostic::error("exists", "the folder is not empty");
        return Err(Error::from(
            found.help("name a folder that is empty or not there yet").in_file(shown(&words.dir)),
        )
        .into());
    }
    let title =
        FrontMatter { title: Some(words.title.clone()), ..FrontMatter::default() }.to_yaml();
    let files = [
        (
            "content/site.yaml",
            format!("{title}description: \"\"\n{BASE_URL}digits: latn\nmonths: dual-levant\n"),
        ),
        (
            "content/pages/about.md",
            "---\ntitle: عن الملف\n---\n\nما الذي يجمعه هذا الملف، ومن يحرّره.\n".to_owned(),
        ),
    ];
    for (name, text) in &files {
        create(&words.dir.join(name), text)?;
    }
    for (name, text) in EXAMPLES {
        create(&words.dir.join("content").join(name), text)?;
    }
    let articles = words.dir.join("content/articles");
    std::fs::create_dir_all(&articles)
        .map_err(|source| Error::file(&articles, "creating the folder", source))?;
    // `.` is no name of a folder for a reader, and needs no `--root`.
    let dir = Some(shown(&words.dir)).filter(|dir| !dir.is_empty() && dir != ".");
    terminal.say(&match dir {
        Some(dir) => {
            format!(
                "{dir}: put articles into content/articles, then run `sijill build --root {dir}`"
            )
        }
        None => "put articles into content/articles, then run `sijill build`".to_owned(),
    })?;
    Ok(())
}

/// Writes a file that is not there yet.
fn create(path: &Path, text: &str) -> Result<(), Error> {
    if let Some(dir) = path.parent() {
        std::fs::create_dir_all(dir)
            .map_err(|source| Error::file(dir, "creating the folder", source))?;
    }
    let mut file = std::fs::File::create_new(path)
        .map_err(|source| Error::file(path, "creating the file", source))?;
    std::io::Write::write_all(&mut file, text.as_bytes())
        .map_err(|source| Error::file(path, "writing the file", source))
}
