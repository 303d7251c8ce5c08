//! What is kept between two builds: an article is read again when its file, the settings or the names that it asks for have
//! changed.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Mutex;

use sijill::article;
use sijill::config::Config;
use sijill::diagnostics::{Error, Warned};
use sijill::document::review::Reviews;
use sijill::document::{Document, Order, Origin};
use sijill::knowledge::Knowledge;
use sijill::site::load::{Cache, Memory, Reader, load_again};

/// Reads, and notes what it was asked to read.
#[derive(Default)]
struct Noting {
    read: Mutex<BTreeSet<String>>,
}

impl Noting {
    fn taken(&self) -> Vec<String> {
        std::mem::take(&mut *self.read.lock().unwrap()).into_iter().collect()
    }
}

impl Reader for Noting {
    fn articles(
        &self,
        path: &Path,
        order: Order,
        reviews: &Reviews,
        knowledge: &Knowledge,
        config: &Config,
    ) -> Result<Warned<Vec<Document>>, Error> {
        self.read.lock().unwrap().insert(path.file_name().unwrap().to_string_lossy().into_owned());
        article::articles_reviewed(path, order, reviews, knowledge, config)
    }

    fn asked(&self, document: &Document, knowledge: &Knowledge) -> [u8; 32] {
        article::annotate::asked(document, knowledge)
    }

    fn original(&self, path: &Path, config: &Config) -> Result<Origin, Error> {
        Ok(article::read::read(path, config)?.value.into_origin())
    }
}

#[test]
fn only_what_has_changed_is_read_again() {
    let room = tempfile::tempdir().unwrap();
    let root = room.path();
    let write = |name: &str, text: &str| {
        let path = root.join("content").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    let text = |city: &str| {
        format!(
            "جسر جديد في {city}\n\nافتتحت بلدية {city} جسرًا جديدًا على النهر، وقالت إنه يخفف الزحام عن وسط المدينة.\n"
        )
    };
    write("articles/first.txt", &text("الموصل"));
    write("articles/second.txt", &text("البصرة"));
    let (wing, mut memory) = (Noting::default(), Memory::default());
    let mut load = || load_again(root, &wing, &mut memory).unwrap();
    let first = load();
    assert_eq!(wing.taken(), ["first.txt", "second.txt"]);
    let second = load();
    assert!(wing.taken().is_empty());
    assert_eq!(first.diagnostics, second.diagnostics);
    assert_eq!(first.value.documents, second.value.documents);

    write("articles/second.txt", &text("الناصرية"));
    let third = load();
    assert_eq!(wing.taken(), ["second.txt"]);
    assert!(third.value.documents[1].plain.text.contains("الناصرية"));

    write("knowledge/places.yaml", "places:\n  - {id: mosul, name: الموصل}\n");
    let fourth = load();
    assert_eq!(
        wing.taken(),
        ["first.txt"],
        "a better knowledge base reaches every article that holds one of its names"
    );
    assert!(
        fourth.value.documents[0]
            .findings
            .mentions
            .iter()
            .any(|mention| mention.id.as_deref() == Some("mosul"))
    );

    fs::remove_file(root.join("content/articles/first.txt")).unwrap();
    assert_eq!(load().value.documents.len(), 1);
    assert!(wing.taken().is_empty());
}

#[test]
fn what_one_article_shows_of_day_and_month_reaches_the_others() {
    let room = tempfile::tempdir().unwrap();
    let root = room.path();
    let write = |name: &str, stamp: &str| {
        let text = format!(
            "جسر جديد باسم {name}\nنُشر في: {stamp}\n\nافتتحت بلدية الوادي جسرًا جديدًا على النهر، وقالت إنه يخفف الزحام عن وسط المدينة.\n"
        );
        fs::create_dir_all(root.join("content/articles")).unwrap();
        fs::write(root.join("content/articles").join(name), text).unwrap();
    };
    write("first.txt", "5/6/2021");
    write("second.txt", "14.9.2021");
    let (wing, mut memory) = (Noting::default(), Memory::default());
    let mut load = || {
        let made = load_again(root, &wing, &mut memory).unwrap();
        let day = made.value.documents[0].front_matter.date.as_ref().unwrap().to_string();
        (day, made.diagnostics.iter().any(|found| found.code == "date-order"), wing.taken())
    };
    let all = || vec!["first.txt".to_owned(), "second.txt".to_owned()];
    assert_eq!(load(), ("2021-06-05".to_owned(), false, all()));
    // The other article now has the month first, and so has this one, though its file is the same.
    write("second.txt", "9/14/2021 ");
    assert_eq!(load(), ("2021-05-06".to_owned(), false, all()));
    assert_eq!(load(), ("2021-05-06".to_owned(), false, vec![]));
    write("second.txt", "15 أيلول 2021");
    assert_eq!(load(), ("2021-06-05".to_owned(), true, vec!["second.txt".to_owned()]));
}

/// A dossier, and what loads of it by new runs of the program had to read.
struct Kept {
    room: tempfile::TempDir,
}

impl Kept {
    fn of(articles: &[(&str, &str)]) -> Self {
        let made = Self { room: tempfile::tempdir().unwrap() };
        for (name, city) in articles {
            made.write(&format!("articles/{name}"), city);
        }
        made
    }

    fn write(&self, name: &str, city: &str) {
        let path = self.room.path().join("content").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let text = format!(
            "سوق جديدة في {city}\n\nأعلن اتحاد المزارعين في {city} أن السوق الجديدة تفتح أبوابها يوم الخميس المقبل.\n"
        );
        fs::write(path, text).unwrap();
    }

    fn load(&self, program: &str) -> Vec<String> {
        let load = |memory: &mut Memory| {
            let wing = Noting::default();
            let made = load_again(self.room.path(), &wing, memory).unwrap();
            memory.keep();
            (made.value.documents, made.diagnostics, wing.taken())
        };
        let (documents, findings, read) =
            load(&mut Memory::kept_in(Cache::of(self.room.path(), program)));
        let (clean, told, _) = load(&mut Memory::default());
        assert!(documents == clean && findings == told, "what is kept is what is read");
        read
    }

    /// The files of the cache.
    fn files(&self) -> Vec<std::path::PathBuf> {
        let entries = fs::read_dir(self.room.path().join(".sijill/articles")).unwrap();
        let mut files: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
        files.retain(|path| path.extension().is_some_and(|ending| ending == "article"));
        files.sort();
        files
    }
}

#[test]
fn a_new_run_reads_only_what_has_changed() {
    let kept = Kept::of(&[("a.txt", "الخليل"), ("b.txt", "صفاقس"), ("c.txt", "طنجة")]);
    let all = ["a.txt", "b.txt", "c.txt"];
    assert_eq!(kept.load("1"), all);
    assert!(kept.load("1").is_empty());
    kept.write("articles/b.txt", "سوسة");
    assert_eq!(kept.load("1"), ["b.txt"]);
    assert_eq!(kept.load("2"), all, "another program annotates in another way");
    fs::remove_file(kept.room.path().join("content/articles/c.txt")).unwrap();
    assert!(kept.load("2").is_empty());
    assert_eq!(kept.files().len(), 2, "what no article has is removed");
    let knowledge = kept.room.path().join("content/knowledge");
    fs::create_dir_all(&knowledge).unwrap();
    fs::write(knowledge.join("places.yaml"), "places:\n  - {id: sousse, name: سوسة}\n").unwrap();
    assert_eq!(kept.load("2"), ["b.txt"], "the one that names it");
    assert!(kept.load("2").is_empty());
    fs::remove_dir_all(kept.room.path().join(".sijill")).unwrap();
    assert_eq!(kept.load("2"), all[..2], "it may be removed at any time");
}

#[test]
fn names_reach_the_articles_that_ask_for_them() {
    let kept =
        Kept::of(&[("a.txt", "الخليل"), ("b.txt", "وزارتي النقل والمالية"), ("c.txt", "طنجة")]);
    let knowledge = kept.room.path().join("content/knowledge");
    fs::create_dir_all(&knowledge).unwrap();
    let mut told = Vec::new();
    // What is written, and which articles are read again.
    for (yaml, expected) in [
        ("", &["a.txt", "b.txt", "c.txt"][..]),
        ("places:\n  - {id: hebron, name: الخليل}\n", &["a.txt"]),
        ("places:\n  - {id: hebron, name: الخليل, description: مدينة, latin: Hebron}\n", &[]),
        ("places:\n  - {id: hebron, name: الخليل, aliases: [مدينة الخليل]}\n", &["a.txt"]),
        (
            "places:\n  - {id: hebron, name: الخليل, part_of: palestine}\n  - {id: palestine, name: فلسطين}\n",
            &["a.txt"],
        ),
        (
            "places:\n  - {id: hebron, name: الخليل, part_of: palestine}\n  - {id: palestine, name: دولة فلسطين}\n",
            &["a.txt"],
        ),
        ("places:\n  - {id: hebron, name: الخليل}\n  - {id: fez, name: فاس}\n", &["a.txt"]),
        (
            "places:\n  - {id: hebron, name: الخليل}\n  - {id: fez, name: فاس, aliases: [طنجة]}\n",
            &["c.txt"],
        ),
        // Two names share a word.
        (
            "places:\n  - {id: hebron, name: الخليل}\npeople:\n  - {id: khalil, name: الخليل}\n",
            &["a.txt", "c.txt"],
        ),
        // «وزارتي النقل» stands for it.
        ("organizations:\n  - {id: finance, name: وزارة المالية}\n", &["a.txt", "b.txt"]),
        ("people:\n  - {id: nobody, name: سعاد الكيلاني}\n", &["b.txt"]),
        ("ignore:\n  - اتحاد المزارعين في طنجة\n", &["c.txt"]),
        ("ignore:\n  - اتحاد المزارعين في طنجة\n  - حي السوق\n", &[]),
        ("ignore:\n  - الخليل\n", &["a.txt", "c.txt"]),
        // Whatever it says, each article may be of it.
        ("topics:\n  - {id: markets, name: الأسواق, cues: [بنزرت]}\n", &["a.txt", "b.txt", "c.txt"]),
    ] {
        fs::write(knowledge.join("names.yaml"), yaml).unwrap();
        told.push((yaml, kept.load("1"), expected));
        assert!(kept.load("1").is_empty(), "{yaml}");
    }
    for (yaml, read, expected) in told {
        assert_eq!(read, expected, "{yaml}");
    }
}

#[test]
fn what_is_damaged_or_foreign_is_read_anew() {
    let kept = Kept::of(&[("a.txt", "الخليل"), ("b.txt", "صفاقس")]);
    let all = ["a.txt", "b.txt"];
    kept.load("1");
    let other = Kept::of(&[("a.txt", "أربيل"), ("b.txt", "دهوك")]);
    other.load("1");
    let read = |path: &Path| fs::read(path).unwrap();
    let write_all = |make: &dyn Fn(&Path) -> Vec<u8>| {
        for path in kept.files() {
            let bytes = make(&path);
            fs::write(path, bytes).unwrap();
        }
    };
    write_all(&|_| Vec::new());
    assert_eq!(kept.load("1"), all, "empty");
    write_all(&|path| read(path)[..40].to_vec());
    assert_eq!(kept.load("1"), all, "cut off");
    write_all(&|path| {
        let mut bytes = read(path);
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        bytes
    });
    assert_eq!(kept.load("1"), all, "one bit is another one");
    let (first, second) = (read(&kept.files()[0]), read(&kept.files()[1]));
    write_all(&|path| if read(path) == first { second.clone() } else { first.clone() });
    assert_eq!(kept.load("1"), all, "exchanged");
    let foreign: Vec<_> = other.files().iter().map(|path| read(path)).collect();
    for (path, bytes) in kept.files().iter().zip(&foreign) {
        fs::write(path, bytes).unwrap();
    }
    assert_eq!(kept.load("1"), all, "of another dossier");
    let folder = kept.room.path().join(".sijill/articles");
    fs::write(folder.join("notes.txt"), "ملاحظة").unwrap();
    fs::write(folder.join("half-abc.article"), "نصف").unwrap();
    assert!(kept.load("1").is_empty());
    assert!(folder.join("notes.txt").exists() && !folder.join("half-abc.article").exists());
    // Nothing can be kept where a file stands in the place of the folder.
    fs::remove_dir_all(&folder).unwrap();
    fs::write(&folder, "ملف").unwrap();
    assert_eq!(kept.load("1"), all);
    assert_eq!(kept.load("1"), all);
    assert_eq!(fs::read_to_string(&folder).unwrap(), "ملف");
    #[cfg(unix)]
    {
        let elsewhere = tempfile::tempdir().unwrap();
        fs::write(elsewhere.path().join("abc.article"), "لغيره").unwrap();
        fs::remove_file(&folder).unwrap();
        std::os::unix::fs::symlink(elsewhere.path(), &folder).unwrap();
        assert_eq!(kept.load("1"), all, "what a link leads to is not used");
        assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 1, "nor changed");
    }
}
