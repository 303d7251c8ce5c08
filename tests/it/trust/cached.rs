//! A build that takes articles and pages from what earlier ones kept makes what a build without it makes, whatever was
//! edited in between: content, names, settings, templates, what is kept, and the site itself.

use std::fs;
use std::path::{Path, PathBuf};

use super::mutations::Numbers;
use super::{Dossier, run, size, snapshot};

const NAMES: [&str; 6] =
    ["سعاد الكيلاني", "ربيع الحاج", "منى بن ناصر", "اتحاد النقل", "ميناء الفاو", "جرش"];
const FAMILIES: [&str; 4] = ["الكيلاني", "الحاج", "بن ناصر", "الغيثي"];
const DAYS: [&str; 5] = ["الخميس الماضي", "15 نيسان 2021", "5/6/2021", "9/14/2021", "في رمضان"];
const ARTICLES: usize = 5;

fn pick<'t>(numbers: &mut Numbers, all: &[&'t str]) -> &'t str {
    all[numbers.below(all.len())]
}

/// An article of a small newsroom.
fn article(numbers: &mut Numbers) -> String {
    let (name, other) = (pick(numbers, &NAMES), pick(numbers, &NAMES));
    let (day, written) = (pick(numbers, &DAYS), pick(numbers, &DAYS));
    let family = pick(numbers, &FAMILIES);
    format!(
        "الرئيسية\nمشاركة\n\nاجتماع جديد حول النقل رقم {}\nنُشر في: {written}\n\nقال {name} إن الاجتماع عُقد {day} في عمّان، وأضاف: «سنلتقي قريبًا».\n\nورحّبت {other} بما أعلنه {name} أمس. وقال {family} إن مصانع الإسمنت المحلية ستعمل{}.\n",
        numbers.below(1000),
        pick(numbers, &["", " بأمر وزارتي النقل والمالية"])
    )
}

/// Some names, with what may decide between them.
fn names(numbers: &mut Numbers) -> String {
    let (name, other, family) =
        (pick(numbers, &NAMES), pick(numbers, &NAMES), pick(numbers, &FAMILIES));
    let more = pick(
        numbers,
        &[
            "",
            ", part_of: union",
            ", not_after: [قال]",
            ", not_before: [إن]",
            ", description: من أهل النقل",
            ", cues: [النقل]",
            ", roles: [{title: وزير النقل, held: 2020/2022}]",
        ],
    );
    let another = pick(
        numbers,
        &[
            "",
            "  - {id: another, name: ربيع الحاج, short: [الحاج]}\n",
            "  - {id: another, name: وزارة النقل}\n",
        ],
    );
    format!(
        "people:\n  - {{id: someone, name: {name}, aliases: [{other}], short: [{family}]{more}}}\n{another}organizations:\n  - {{id: union, name: اتحاد النقل}}\nplaces:\n  - {{id: amman, name: عمّان}}\n"
    )
}

/// One edit, of whatever a build reads or keeps.
fn edit(dossier: &Dossier, numbers: &mut Numbers) -> &'static str {
    let file = format!("content/articles/{}.txt", numbers.below(ARTICLES));
    let (name, other) = (pick(numbers, &NAMES), pick(numbers, &NAMES));
    let remove = |path: &str| drop(fs::remove_file(dossier.root().join(path)));
    match numbers.below(28) {
        0 | 1 => {
            let text = article(numbers);
            dossier.write(&file, text.as_bytes());
            "an article is written"
        }
        2 => {
            remove(&file);
            "an article is removed"
        }
        3 => {
            dossier.write("content/knowledge/names.yaml", names(numbers).as_bytes());
            "an alias is changed"
        }
        4 => {
            remove("content/knowledge/names.yaml");
            "the names are removed"
        }
        5 => {
            let text = format!("ignore:\n  - {name}\n");
            dossier.write("content/knowledge/ignore.yaml", text.as_bytes());
            "a text is no name any more"
        }
        6 => {
            let text = format!("title: ملف {name}\n");
            dossier.write("content/site.yaml", text.as_bytes());
            "the settings are changed"
        }
        7 => {
            let text = format!(
                "{{% extends \"base.html\" %}}{{% block main %}}<p>{other}</p>{{% endblock main %}}\n"
            );
            dossier.write("templates/page.html", text.as_bytes());
            dossier.write("content/pages/about.md", name.as_bytes());
            "a template is changed"
        }
        8 => {
            let text = format!("---\ntitle: {name}\n---\n\nقال {other} إن العمل بدأ.\n");
            dossier.write(&file.replace(".txt", ".md"), text.as_bytes());
            "an article is written as Markdown"
        }
        9 => {
            remove(&file.replace(".txt", ".md"));
            "the Markdown is removed"
        }
        10 => {
            let folder = dossier.root().join(".sijill/articles");
            let mut files: Vec<_> = fs::read_dir(folder).unwrap().flatten().collect();
            files.sort_by_key(fs::DirEntry::file_name);
            let path = files[numbers.below(files.len())].path();
            let mut bytes = fs::read(&path).unwrap();
            let at = numbers.below(bytes.len());
            bytes[at] = bytes[at].wrapping_add(1);
            fs::write(path, bytes).unwrap();
            "the cache is damaged"
        }
        11 => {
            let at = numbers.below(DAYS.len());
            let text = format!(
                "title: ملف\nbase_url: https://dossier.example/{at}\ndigits: {}\nmonths: {}\n",
                pick(numbers, &["latn", "arab"]),
                pick(numbers, &["levant", "egypt", "dual-levant"])
            );
            dossier.write("content/site.yaml", text.as_bytes());
            "the address and the figures are changed"
        }
        12 => {
            let text = format!(
                "{{% extends \"default/article.html\" %}}{{% block main %}}<p>{name}</p>{{{{ super() }}}}{{% endblock main %}}\n"
            );
            dossier.write("templates/article.html", text.as_bytes());
            "the template of articles is changed"
        }
        13 => {
            remove("templates/article.html");
            remove("templates/page.html");
            "the templates are removed"
        }
        14 => {
            dossier.write("static/own.css", name.as_bytes());
            "a static file is changed"
        }
        15 | 16 => {
            let page = some_page(&dossier.beside("kept"), numbers);
            match numbers.below(3) {
                0 => drop(fs::remove_file(page)),
                1 => fs::write(page, other).unwrap(),
                _ => {
                    drop(fs::remove_file(&page));
                    fs::create_dir(page).unwrap();
                }
            }
            "a page of the site is damaged"
        }
        17 => {
            for folder in [dossier.beside("kept"), dossier.root().join(".sijill/site-before")] {
                // Before the second site there is no site before.
                if folder.is_dir() {
                    let foreign = folder.join(format!("static/{}", numbers.below(1000)));
                    fs::create_dir_all(&foreign).unwrap();
                    fs::write(foreign.join("index.html"), name).unwrap();
                }
            }
            "a foreign folder lies in the site"
        }
        18 => {
            let path = dossier.root().join(".sijill/pages");
            let mut bytes = fs::read(&path).unwrap();
            let at = numbers.below(bytes.len());
            bytes[at] = bytes[at].wrapping_add(1);
            fs::write(path, bytes).unwrap();
            "the list of pages is damaged"
        }
        26 => {
            let name = pick(numbers, &["names", "words"]);
            let path = dossier.root().join(".sijill").join(name);
            // Before the second build there is none.
            if let Ok(mut bytes) = fs::read(&path) {
                let at = numbers.below(bytes.len());
                bytes[at] = bytes[at].wrapping_add(1);
                match numbers.below(3) {
                    0 => fs::remove_file(path).unwrap(),
                    1 => fs::write(path, &bytes[..at]).unwrap(),
                    _ => fs::write(path, bytes).unwrap(),
                }
            }
            "what was found out is damaged"
        }
        19 => {
            let text = format!(
                "events:\n  - {{id: meeting, name: اجتماع النقل, date: 2021-04-{:02}, aliases: [الاجتماع], parties: [someone], places: [amman]}}\n  - {{id: opening, name: افتتاح {other}, date: 2021-04-15, series: talks}}\nseries:\n  - {{id: talks, name: محادثات {name}}}\n",
                10 + numbers.below(8)
            );
            dossier.write("content/knowledge/events.yaml", text.as_bytes());
            "an event is changed"
        }
        20 => {
            remove("content/knowledge/events.yaml");
            "the events are removed"
        }
        21 => {
            let text = format!(
                "topics:\n  - {{id: transport, name: النقل, cues: [النقل, {other}]}}\noutlets:\n  - {{id: paper, name: الرأي, aliases: [{name}]}}\n"
            );
            dossier.write("content/knowledge/topics.yaml", text.as_bytes());
            "a topic and an outlet are changed"
        }
        22 => {
            remove("content/knowledge/topics.yaml");
            "the topics are removed"
        }
        23 | 24 => {
            let lines = [
                "display: excerpt",
                "display: link",
                "status: withdrawn",
                "date: 2020-01-01",
                "slug: another",
                "aliases: [old/address]",
                "source: {outlet: الرأي}",
            ];
            let line = pick(numbers, &lines);
            let text = format!(
                "---\ntitle: {name}\n{line}\n---\n\nقال {other} في 15 نيسان 2021 إن الاجتماع بدأ في عمّان.\n\nوافتتح {name} أمس ميناءً جديدًا في جرش بحضور وفد من البلدية.\n"
            );
            dossier.write(&file.replace(".txt", ".md"), text.as_bytes());
            "what is shown of an article is changed"
        }
        _ => {
            let from =
                dossier.root().join(format!("content/articles/{}.txt", numbers.below(ARTICLES)));
            if let Ok(bytes) = fs::read(from) {
                dossier.write(&file, &bytes);
            }
            "an article is copied over another"
        }
    }
}

/// A page of a site.
fn some_page(folder: &Path, numbers: &mut Numbers) -> PathBuf {
    let files = snapshot(folder).into_keys();
    let files: Vec<PathBuf> = files.filter(|path| path.extension().is_some()).collect();
    folder.join(&files[numbers.below(files.len())])
}

#[test]
fn a_build_from_the_cache_is_the_build_without_it() {
    let mut numbers = Numbers(18);
    let dossier = Dossier::of([]);
    for number in 0..ARTICLES {
        let text = article(&mut numbers);
        dossier.write(&format!("content/articles/{number}.txt"), text.as_bytes());
    }
    let (kept, clean, aside) =
        (dossier.beside("kept"), dossier.beside("clean"), dossier.beside("aside"));
    let cache = dossier.root().join(".sijill");
    let build = |out: &Path| {
        let (code, printed) = run(&dossier.root(), &["build", "--out", out.to_str().unwrap()]);
        // One line tells how long it took; some name a page in the folder. Which pages have gone is told of the folder,
        // of which an edit may have removed one before.
        let of_folder = [" s → ", "warning[gone-page]", "to keep it write"];
        let told = printed.lines().filter(|line| !of_folder.iter().any(|part| line.contains(part)));
        let told: Vec<String> =
            told.map(|line| line.replace(out.to_str().unwrap(), "public")).collect();
        (code, told)
    };
    let mut edits = Vec::new();
    for _ in 0..size(30, 2000) {
        let told = build(&kept);
        fs::rename(&cache, &aside).unwrap();
        assert_eq!(told, build(&clean), "after {edits:?}");
        // A build that is refused keeps nothing.
        drop(fs::remove_dir_all(&cache));
        fs::rename(&aside, &cache).unwrap();
        if told.0 != 0 {
            // Both folders are as they were, damaged or not.
            edits.push(edit(&dossier, &mut numbers));
            continue;
        }
        let (kept, clean) = (snapshot(&kept), snapshot(&clean));
        assert!(kept.keys().eq(clean.keys()), "other pages after {edits:?}");
        for (path, bytes) in &kept {
            assert!(clean[path] == *bytes, "{} differs after {edits:?}", path.display());
        }
        edits.push(edit(&dossier, &mut numbers));
    }
}
