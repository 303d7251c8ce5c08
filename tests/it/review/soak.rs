//! Edits of every kind, one after the other: what a preview shows is what a build from nothing shows.
//!
//! `SIJILL_SOAK=SECONDS` says for how long; without it a few edits are made. Each round changes one thing that an editor
//! changes (an article, messages of a channel, names, settings, a template, a decision in the panel or its undo), reads again
//! what has changed, as `serve` does, and compares every byte of every page with those of a reader that remembers nothing.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use sijill::diagnostics::{Error, Warned};
use sijill::review::{Desk, plan};
use sijill::site::load::{Content, Memory, load_again};
use sijill::site::model::Site;
use sijill::site::output::Output;
use sijill::site::{Options, preview_of};

use super::random::{Chance, action, try_load};
use super::room::{PEOPLE, TEXT, dossier};
use crate::site::Wing;

/// How many edits are made where nobody says for how long.
const EDITS: usize = 12;

const NAMES: [&str; 5] = ["هشام القاضي", "سلمى الناصري", "سعاد الكيلاني", "اتحاد النقل", "الموصل"];

/// Some messages of a channel, each of a day of its own.
fn messages(chance: &mut Chance) -> String {
    let message = |day: usize| {
        let name = NAMES[day % NAMES.len()];
        format!(
            "قناة المرسى, [{:02}/07/2021 10:00]\nأمس افتتح {name} مركز الإيواء في الموصل، وقال للصحافيين إن العمل استغرق عامين كاملين وإن المدينة كلها تنتظره.\n\n",
            day
        )
    };
    (20..=29).filter(|_| chance.below(2) == 0).map(message).collect()
}

/// One change of a file.
fn edit(root: &Path, chance: &mut Chance) -> &'static str {
    let name = *chance.of(&NAMES);
    let write = |path: &str, text: &str| {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    let remove = |path: &str| drop(fs::remove_file(root.join(path)));
    let number = chance.below(6);
    let file = format!("content/articles/new-{number}.txt");
    match chance.below(11) {
        0 | 1 => {
            let day = 1 + chance.below(28);
            write(
                &file,
                &TEXT.replace("هشام القاضي", name).replace("13 أيار", &format!("{day} أيار")),
            );
            "an article is written"
        }
        2 => {
            remove(&file);
            "an article is removed"
        }
        3 => {
            write("content/articles/jisr.txt", &TEXT.replace("عامين", name));
            "an article is changed"
        }
        4 => {
            let text = messages(chance);
            if text.is_empty() {
                remove("content/articles/marsa.txt")
            } else {
                write("content/articles/marsa.txt", &text)
            }
            "messages come and go"
        }
        5 => {
            let more = format!("{PEOPLE}  - {{id: new, name: {name}}}\n");
            write("content/knowledge/people.yaml", &more);
            "a person is listed"
        }
        6 => {
            write("content/knowledge/people.yaml", PEOPLE);
            remove("content/knowledge/ignore.yaml");
            "the names are as they were"
        }
        7 => {
            write(
                "content/site.yaml",
                &format!("title: ملف {name}\nmonths: {}\n", chance.of(&["levant", "egypt"])),
            );
            "the settings are changed"
        }
        8 => {
            write("templates/404.html", &format!("<!doctype html><p>{name}</p>"));
            "a template is changed"
        }
        9 => {
            remove("templates/404.html");
            "a template is removed"
        }
        _ => {
            let reviews = root.join("content/review");
            let mut files: Vec<_> = fs::read_dir(reviews).into_iter().flatten().flatten().collect();
            files.sort_by_key(fs::DirEntry::file_name);
            if !files.is_empty() {
                fs::remove_file(files[chance.below(files.len())].path()).unwrap();
            }
            "decisions are removed"
        }
    }
}

/// Every page; nothing where the content cannot be read.
fn pages(output: &Output) -> Vec<(String, Vec<u8>)> {
    let bytes = |path: &str| output.get(path).unwrap().unwrap();
    output.paths().map(|path| (path.to_owned(), bytes(path))).collect()
}

#[test]
fn what_a_preview_shows_after_any_edits_is_a_clean_build() {
    let time = std::env::var("SIJILL_SOAK").ok().and_then(|seconds| seconds.parse().ok());
    let until = time.map(|seconds| Instant::now() + Duration::from_secs(seconds));
    let dir = dossier();
    let root = dir.path();
    let options = Options { theme: Some(root.to_owned()), ..Options::default() };
    let (mut memory, mut desk, mut chance) = (Memory::default(), Desk::default(), Chance(11));
    let mut edits: Vec<String> = Vec::new();
    let (mut rounds, mut failed) = (0, 0);
    while until.map_or(rounds < EDITS, |until| Instant::now() < until) {
        let built = |content: Result<Warned<Content>, Error>| -> Result<Warned<(Output, Arc<Site>)>, Error> {
            let content = content?;
            let mut made = preview_of(content.value, &options)?;
            made.diagnostics.splice(0..0, content.diagnostics);
            Ok(made)
        };
        let followed = built(load_again(root, &Wing, &mut memory));
        let clean = built(try_load(root));
        rounds += 1;
        let (made, clean) = match (followed, clean) {
            (Ok(made), Ok(clean)) => (made, clean),
            (Err(made), Err(clean)) => {
                // An id that stands in two lists; one of them goes.
                assert_eq!(made.diagnostics(), clean.diagnostics(), "other errors after {edits:?}");
                failed += 1;
                for list in ["places", "organizations"] {
                    drop(fs::remove_file(root.join(format!("content/knowledge/{list}.yaml"))));
                }
                fs::write(root.join("content/knowledge/people.yaml"), PEOPLE).unwrap();
                continue;
            }
            (made, clean) => panic!("{:?} but {:?} after {edits:?}", made.err(), clean.err()),
        };
        assert_eq!(made.diagnostics, clean.diagnostics, "other findings after {edits:?}");
        let (shown, wanted) = (pages(&made.value.0), pages(&clean.value.0));
        assert!(
            shown.iter().map(|one| &one.0).eq(wanted.iter().map(|one| &one.0)),
            "other pages after {edits:?}"
        );
        for ((path, shown), (_, wanted)) in shown.iter().zip(&wanted) {
            assert!(shown == wanted, "{path} differs after {edits:?}");
        }
        let what = match chance.below(3) {
            0 => edit(root, &mut chance).to_owned(),
            1 if chance.below(3) == 0 => {
                // What somebody else has changed in the meantime is not taken back, and not lost.
                format!("{:?}", desk.undo().is_ok())
            }
            _ => match action(&made.value.1, &mut chance) {
                Some(action) => match plan(root, &made.value.1, &action) {
                    Ok(plan) => format!("{action:?}: {:?}", desk.apply(plan).is_ok()),
                    Err(refusal) => refusal.code.to_owned(),
                },
                None => edit(root, &mut chance).to_owned(),
            },
        };
        edits.push(what);
        if edits.len() > 12 {
            edits.remove(0);
        }
    }
    if time.is_some() {
        crate::trust::say(&format!(
            "{rounds} edits, each as a clean build shows it; {failed} could not be built"
        ));
    }
    assert!(failed * 4 < rounds, "{failed} of {rounds} could not be built");
    assert!(rounds >= EDITS, "only {rounds} edits");
}
