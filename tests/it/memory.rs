//! What `serve` keeps between two builds: an article is read again when its file, the settings or the names have changed.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Mutex;

use sijill::article;
use sijill::config::Config;
use sijill::diagnostics::{Error, Warned};
use sijill::document::review::Review;
use sijill::document::{Document, Order, Origin};
use sijill::knowledge::Knowledge;
use sijill::site::load::{Memory, Reader, load_again};

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
        knowledge: &Knowledge,
        config: &Config,
    ) -> Result<Warned<Vec<Document>>, Error> {
        self.read.lock().unwrap().insert(path.file_name().unwrap().to_string_lossy().into_owned());
        article::articles_in(path, order, knowledge, config)
    }

    fn reviewed(
        &self,
        path: &Path,
        order: Order,
        _: &Review,
        knowledge: &Knowledge,
        config: &Config,
    ) -> Result<Warned<Vec<Document>>, Error> {
        self.articles(path, order, knowledge, config)
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
        ["first.txt", "second.txt"],
        "a better knowledge base reaches every article"
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
