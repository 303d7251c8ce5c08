//! Changes of the knowledge base: an entry more, a name more, a text that is no name.

use std::path::{Path, PathBuf};

use super::Refusal;
use super::change::Change;
use super::desk::current;
use crate::document::yaml::{self, Node, scalar};
use crate::entity::EntityKind;
use crate::knowledge::{IGNORE_FILE, Knowledge};
use crate::site::load::files_below;

/// What a new file begins with.
const HEAD: &str = "# من لوحة المراجعة\n";

/// What a new entry says.
pub(super) struct New<'a> {
    pub(super) id: &'a str,
    pub(super) name: &'a str,
    pub(super) aliases: &'a [String],
    pub(super) roles: &'a [String],
}

/// An entry more.
pub(super) fn entry(
    root: &Path,
    knowledge: &Knowledge,
    kind: EntityKind,
    new: &New<'_>,
) -> Result<Change, Refusal> {
    let id = new.id;
    let is_id = id.starts_with(|c: char| c.is_ascii_lowercase())
        && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    if !is_id {
        return Err(Refusal::new(
            "bad-id",
            "المعرّف حروف لاتينية صغيرة وأرقام وشرطات، وأوله حرف: sami-fulan",
        ));
    }
    let known = knowledge.entities.get(id).map(|known| known.name.as_str());
    // The files may know it already where the site does not yet.
    let known = match known {
        None if files(root)?
            .iter()
            .any(|path| tree(path).is_some_and(|tree| has_entry(&tree, kind, id))) =>
        {
            Some(id)
        }
        known => known,
    };
    if let Some(known) = known {
        let message = format!(
            "المعرّف {id} لمدخل موجود («{known}»). اختر معرّفًا آخر، أو اجمع الاسم بذلك المدخل.",
        );
        return Err(Refusal::new("known-id", message));
    }
    let name = new.name.trim();
    if name.is_empty() {
        return Err(Refusal::new("no-name", "الاسم الكامل فارغ."));
    }
    let mut item = format!("id: {id}\nname: {}", scalar(name));
    let aliases: Vec<String> =
        new.aliases.iter().filter(|alias| *alias != name).map(|alias| scalar(alias)).collect();
    if !aliases.is_empty() {
        item += &format!("\naliases: [{}]", aliases.join(", "));
    }
    for (number, role) in new.roles.iter().enumerate() {
        let head = if number == 0 { "\nroles:" } else { "" };
        item += &format!("{head}\n  - {{title: {}}}", scalar(role));
    }
    with(root, kind.folder(), &format!("{}.yaml", kind.folder()), |yaml| {
        yaml::push(yaml, kind.folder(), &item)
    })
}

/// Whether a file of the knowledge base has an entry.
fn has_entry(yaml: &Node, kind: EntityKind, id: &str) -> bool {
    yaml.get(kind.folder()).is_some_and(|list| {
        list.items().iter().any(|entry| entry.get("id").and_then(Node::text) == Some(id))
    })
}

/// More names for an entry.
pub(super) fn aliases(
    root: &Path,
    kind: EntityKind,
    id: &str,
    texts: &[String],
) -> Result<Change, Refusal> {
    let path = files(root)?
        .into_iter()
        .find(|path| tree(path).is_some_and(|tree| has_entry(&tree, kind, id)))
        .ok_or_else(|| {
            Refusal::new("no-entry", format!("لا ملف في content/knowledge فيه المدخل {id}."))
        })?;
    changed(&path, |yaml| {
        let mut texts = texts.iter();
        texts.try_fold(yaml.to_owned(), |yaml, text| {
            yaml::push_into(&yaml, kind.folder(), id, "aliases", text)
        })
    })
}

/// Texts that are no names, for good.
pub(super) fn ignore(root: &Path, texts: &[String]) -> Result<Change, Refusal> {
    let path = root.join("content/knowledge").join(IGNORE_FILE);
    changed(&path, |yaml| {
        let mut texts = texts.iter();
        texts.try_fold(yaml.to_owned(), |yaml, text| yaml::push(&yaml, "ignore", &scalar(text)))
    })
}

/// Changes the file that holds a list; `name` is the one that is made where none does.
fn with(
    root: &Path,
    list: &str,
    name: &str,
    change: impl Fn(&str) -> Result<String, yaml::Refused>,
) -> Result<Change, Refusal> {
    let usual = root.join("content/knowledge").join(name);
    let holds = |path: &PathBuf| tree(path).is_some_and(|tree| tree.get(list).is_some());
    let path =
        if holds(&usual) { usual } else { files(root)?.into_iter().find(holds).unwrap_or(usual) };
    changed(&path, change)
}

fn changed(
    path: &Path,
    change: impl Fn(&str) -> Result<String, yaml::Refused>,
) -> Result<Change, Refusal> {
    let before = current(path).map_err(|error| {
        Refusal::new("unread", format!("تعذّرت قراءة {} ({error}).", path.display()))
    })?;
    let text = match &before {
        Some(bytes) => String::from_utf8(bytes.clone()).map_err(|_| untouched(path))?,
        None => HEAD.to_owned(),
    };
    let mark = if text.starts_with('\u{FEFF}') { "\u{FEFF}" } else { "" };
    let after = change(&text[mark.len()..]).map_err(|_| untouched(path))?;
    Ok(Change { path: path.to_owned(), before, after: [mark, &after].concat().into_bytes() })
}

pub(super) fn untouched(path: &Path) -> Refusal {
    let message = format!(
        "لا يمكن تغيير هذا وحده في {} دون سواه، فلم يُكتب شيء. غيّره في الملف بيدك.",
        path.display()
    );
    Refusal::new("untouched", message)
}

/// The files of the knowledge base.
fn files(root: &Path) -> Result<Vec<PathBuf>, Refusal> {
    files_below(&root.join("content/knowledge"), &["yaml", "yml"])
        .map(|paths| {
            let is_read = |path: &PathBuf| {
                path.file_name().is_some_and(|name| name != crate::site::load::SUGGESTED)
            };
            paths.into_iter().filter(is_read).collect()
        })
        .map_err(|error| Refusal::new("unread", error.to_string()))
}

fn tree(path: &Path) -> Option<Node> {
    Node::read(std::fs::read_to_string(path).ok()?.trim_start_matches('\u{FEFF}'))
}
