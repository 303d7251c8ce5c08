//! The theme: templates and static files, embedded in the program; files of the same name under the root override them one by one.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rust_embed::RustEmbed;
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use tera::Tera;
use walkdir::WalkDir;

use super::theme;
use crate::diagnostics::{Diagnostic, Error, nearest};
use crate::site::output::{Key, Made, Output, Owner};

#[derive(RustEmbed)]
#[folder = "templates/"]
struct DefaultTemplates;

#[derive(RustEmbed)]
#[folder = "static/"]
struct DefaultStatics;

/// The templates of a site, all of them parsed and known to fit together.
#[derive(Clone)]
pub struct Templates {
    tera: Tera,
    /// A digest of all their texts.
    digest: Key,
}

impl std::fmt::Debug for Templates {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.tera.get_template_names()).finish()
    }
}

impl Templates {
    /// The default theme, and over it what stands under `ROOT/templates`.
    ///
    /// A template that is overridden stays there as `default/NAME`, so that the one over it can extend it and change a
    /// single block.
    ///
    /// # Errors
    ///
    /// A file cannot be read, or a template is wrong; the message names file, line and column.
    pub fn load(root: Option<&Path>) -> Result<Self, Error> {
        let mut sources = theme::laid_over(default_templates(), own_templates(root)?)?;
        sources.retain(|name, _| name.ends_with(".html") || name.ends_with(".xml"));
        let digest = Sha256::digest(serde_json::to_vec(&sources).unwrap_or_default()).into();
        let mut tera = Tera::new();
        // Tera knows filters, functions and tests only if they are there before the templates.
        super::filters::register(&mut tera);
        tera.add_raw_templates(sources).map_err(|error| Error::Template(error.to_string()))?;
        Ok(Self { tera, digest })
    }

    /// What is odd in the templates that stand under `ROOT/templates`.
    ///
    /// # Errors
    ///
    /// A file cannot be read.
    pub fn doubts(root: Option<&Path>) -> Result<Vec<Diagnostic>, Error> {
        let own = own_templates(root)?;
        Ok(if own.is_empty() { Vec::new() } else { theme::unused(&own, &Self::names()) })
    }

    /// The names of the default templates, sorted.
    pub fn names() -> Vec<String> {
        default_templates().into_keys().collect()
    }

    /// The text of a default template.
    pub fn source(name: &str) -> Option<String> {
        default_templates().remove(name)
    }

    /// The default template whose name is nearest to this one, if it is near enough to be meant.
    pub fn nearest(name: &str) -> Option<String> {
        let names = Self::names();
        nearest(name, names.iter().map(String::as_str)).map(str::to_owned)
    }

    /// A digest of all their texts.
    pub(super) fn digest(&self) -> &Key {
        &self.digest
    }

    /// Renders a template with what it may see, unless it saw the same when the key that is named was made.
    ///
    /// # Errors
    ///
    /// The template asks for what is not there.
    pub(super) fn render<V: Serialize>(
        &self,
        name: &str,
        view: &V,
        known: Option<&Key>,
    ) -> Result<Made, Error> {
        let key = self.key(name, view);
        if key.is_some() && key.as_ref() == known {
            return Ok(Made::Same { seen: None });
        }
        Ok(Made::New { bytes: self.bytes(name, view)?, key, seen: None })
    }

    /// Renders a template with what it may see.
    ///
    /// # Errors
    ///
    /// The template asks for what is not there.
    pub(super) fn bytes<V: Serialize>(&self, name: &str, view: &V) -> Result<Vec<u8>, Error> {
        let failed = |error: tera::Error| Error::Template(error.to_string());
        let context = tera::Context::from_serialize(view).map_err(failed)?;
        self.tera.render(name, &context).map(String::into_bytes).map_err(failed)
    }

    /// A digest of all that decides what a template makes of a view: the texts of all templates, which may
    /// include each other, and everything that this one sees. One program writes two unlike views in two ways.
    fn key<V: Serialize>(&self, name: &str, view: &V) -> Option<Key> {
        let seen = serde_json::to_vec(view).ok()?;
        let mut all = Sha256::new();
        all.update(self.digest);
        all.update(name.as_bytes());
        all.update([0]);
        all.update(seen);
        Some(all.finalize().into())
    }
}

fn default_templates() -> BTreeMap<String, String> {
    let source = |name: Cow<'static, str>| {
        let file = DefaultTemplates::get(&name)?;
        Some((name.into_owned(), String::from_utf8_lossy(&file.data).into_owned()))
    };
    DefaultTemplates::iter().filter_map(source).collect()
}

fn own_templates(root: Option<&Path>) -> Result<BTreeMap<String, String>, Error> {
    let mut own = BTreeMap::new();
    for (name, path) in files_under(root, "templates")? {
        let text = std::fs::read_to_string(&path)
            .map_err(|source| Error::file(&path, "reading a template", source))?;
        own.insert(name, text);
    }
    Ok(own)
}

/// Where the parts of `search/search.js` lie, which is made of them, and the panel of the preview, which is on no site.
const NO_STATICS: [&str; 2] = ["search/", "review/"];

/// The static files of a site: the default theme's, and over them those under `ROOT/static`.
#[derive(Clone, Debug)]
pub struct Statics {
    files: BTreeMap<String, Option<PathBuf>>,
}

impl Statics {
    /// Lists the files; they are read when they are asked for.
    ///
    /// # Errors
    ///
    /// `ROOT/static` cannot be listed.
    pub fn load(root: Option<&Path>) -> Result<Self, Error> {
        let is_part = |name: &str| {
            NO_STATICS.iter().any(|folder| name.starts_with(folder))
                && DefaultStatics::get(name).is_some()
        };
        let mut files: BTreeMap<String, Option<PathBuf>> = DefaultStatics::iter()
            .filter(|name| !is_part(name))
            .map(|name| (name.into_owned(), None))
            .collect();
        let own = files_under(root, "static")?.into_iter().filter(|(name, _)| !is_part(name));
        files.extend(own.map(|(name, path)| (name, Some(path))));
        Ok(Self { files })
    }

    /// Adds every file as `static/NAME`.
    ///
    /// # Errors
    ///
    /// A page has that path.
    pub fn add_to(&self, output: &mut Output) -> Result<(), Error> {
        for (name, file) in &self.files {
            let path = format!("static/{name}");
            match file.clone() {
                Some(file) => {
                    let owner = Owner::file(file.display().to_string());
                    output.add(path, owner, move || {
                        std::fs::read(&file)
                            .map_err(|source| Error::file(&file, "reading a static file", source))
                    })?;
                }
                None => {
                    let name = name.clone();
                    let bytes = move || {
                        Ok(DefaultStatics::get(&name)
                            .map_or_else(Vec::new, |file| Cow::into_owned(file.data)))
                    };
                    output.add(path, "the default theme", bytes)?;
                }
            }
        }
        Ok(())
    }
}

/// The visible files of a folder under the root, by the path from that folder.
fn files_under(root: Option<&Path>, folder: &str) -> Result<BTreeMap<String, PathBuf>, Error> {
    let mut files = BTreeMap::new();
    let Some(dir) = root.map(|root| root.join(folder)).filter(|dir| dir.is_dir()) else {
        return Ok(files);
    };
    let visible = |entry: &walkdir::DirEntry| {
        entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.')
    };
    for entry in WalkDir::new(&dir).sort_by_file_name().into_iter().filter_entry(visible) {
        let entry = entry.map_err(|error| Error::file(&dir, "listing the folder", error.into()))?;
        if entry.file_type().is_file()
            && let Ok(name) = entry.path().strip_prefix(&dir)
        {
            let name: Vec<Cow<'_, str>> =
                name.components().map(|part| part.as_os_str().to_string_lossy()).collect();
            files.insert(name.join("/"), entry.path().to_owned());
        }
    }
    Ok(files)
}
