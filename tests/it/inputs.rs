//! What people have, in the formats of other programs: each file of `tests/inputs/` beside what it holds.
//!
//! The files were made by the programs that make them (a browser, an office suite, the mail library of Python) or after
//! their formats; `NAME.truth` lists the articles of a file, each as `= TITLE | DAY | OUTLET` and its paragraphs.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use sijill::arabic::fold::folded;
use sijill::article::articles_in;
use sijill::article::read::all_from_bytes;
use sijill::document::{Document, Order};

/// Of a hundred words of text, how many at least are there and no others: F1 over all files.
const TEXT: f64 = 0.98;
/// Of all days, how many at least are right.
const DAYS: f64 = 0.95;
/// Of all outlets, how many at least are right or rightly unknown.
const OUTLETS: f64 = 0.95;

struct Truth {
    title: String,
    day: String,
    outlet: String,
    text: String,
}

fn truths(path: &Path) -> Vec<Truth> {
    let mut found: Vec<Truth> = Vec::new();
    for line in std::fs::read_to_string(path).unwrap().lines() {
        match (line.strip_prefix("= "), found.last_mut()) {
            (Some(head), _) => {
                let mut parts = head.split('|').map(|part| part.trim().to_owned());
                let mut next = || parts.next().unwrap_or_default();
                found.push(Truth {
                    title: next(),
                    day: next(),
                    outlet: next(),
                    text: String::new(),
                });
            }
            (None, Some(last)) => {
                last.text.push_str(line);
                last.text.push('\n');
            }
            (None, None) => panic!("{}: a line above the first head", path.display()),
        }
    }
    found
}

fn words(text: &str) -> Vec<String> {
    let folded = folded(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

fn bag(text: &str) -> BTreeMap<String, usize> {
    let mut bag = BTreeMap::new();
    for word in words(text) {
        *bag.entry(word).or_default() += 1;
    }
    bag
}

/// Words that both have, and those of each.
fn shared(found: &str, truth: &str) -> [usize; 3] {
    let (found, truth) = (bag(found), bag(truth));
    let both = truth.iter().map(|(word, count)| *count.min(found.get(word).unwrap_or(&0))).sum();
    [both, found.values().sum(), truth.values().sum()]
}

#[derive(Default)]
struct Score {
    words: [usize; 3],
    articles: usize,
    days: usize,
    outlets: usize,
    titles: usize,
    /// Articles with all their words and no others, in another order.
    turned: usize,
    wrong: Vec<String>,
}

impl Score {
    fn f1(&self) -> f64 {
        let [both, found, truth] = self.words;
        2.0 * both as f64 / (found + truth).max(1) as f64
    }

    fn add(&mut self, path: &Path) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let truths = truths(&path.with_file_name(format!("{name}.truth")));
        self.articles += truths.len();
        let made = articles_in(path, Order::DayFirst, &Default::default(), &Default::default());
        let documents = match made {
            Ok(made) => made.value,
            Err(error) => {
                self.wrong.push(format!("{name}: {error}"));
                Vec::new()
            }
        };
        if documents.len() != truths.len() {
            self.wrong.push(format!(
                "{name}: {} articles instead of {}",
                documents.len(),
                truths.len()
            ));
        }
        for (no, truth) in truths.iter().enumerate() {
            let Some(document) = documents.get(no) else {
                self.words[2] += shared("", &truth.text)[2];
                continue;
            };
            self.compare(&format!("{name} {}", no + 1), document, truth);
        }
    }

    fn compare(&mut self, name: &str, document: &Document, truth: &Truth) {
        let words = shared(&document.plain.text, &truth.text);
        self.words.iter_mut().zip(words).for_each(|(sum, more)| *sum += more);
        if words[0] != words[1] || words[0] != words[2] {
            self.wrong.push(format!("{name}: text {words:?}"));
        } else if self::words(&document.plain.text) != self::words(&truth.text) {
            self.turned += 1;
            self.wrong.push(format!("{name}: the words stand in another order"));
        }
        let front = &document.front_matter;
        let day = front.date.as_ref().map(ToString::to_string).unwrap_or_default();
        let outlet = front.source.outlet.clone().unwrap_or_default();
        let title = front.title.clone().unwrap_or_default();
        for (what, count, found, truth) in [
            ("day", &mut self.days, &day, &truth.day),
            ("outlet", &mut self.outlets, &outlet, &truth.outlet),
            ("title", &mut self.titles, &title, &truth.title),
        ] {
            let is_right = folded(found) == folded(truth);
            *count += usize::from(is_right);
            if !is_right {
                self.wrong.push(format!("{name}: {what} «{found}» instead of «{truth}»"));
            }
        }
    }
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/inputs").join(name)
}

#[expect(clippy::print_stdout, reason = "the figures of a half, for whoever asks for them")]
fn score(half: &str) -> Score {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder(half))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file() && path.extension().is_none_or(|ending| ending != "truth"))
        .collect();
    paths.sort();
    let mut score = Score::default();
    paths.iter().for_each(|path| score.add(path));
    println!(
        "{half}: {} files, {} articles, text F1 {:.4}, days {}, outlets {}, titles {}",
        paths.len(),
        score.articles,
        score.f1(),
        score.days,
        score.outlets,
        score.titles
    );
    score.wrong.iter().for_each(|wrong| println!("  {wrong}"));
    score
}

fn check(half: &str) {
    let score = score(half);
    let share = |count: usize| count as f64 / score.articles as f64;
    assert!(score.f1() >= TEXT, "text F1 {}", score.f1());
    assert!(share(score.days) >= DAYS, "days {} of {}", score.days, score.articles);
    assert_eq!((score.titles, score.turned), (score.articles, 0), "titles, and words out of order");
    assert!(share(score.outlets) >= OUTLETS, "outlets {} of {}", score.outlets, score.articles);
}

#[test]
fn what_people_have_goes_in_tuned() {
    check("tuned");
}

/// What is wrong with a file, or nothing.
fn findings(name: &str, bytes: &[u8]) -> Vec<String> {
    let found = match all_from_bytes(name, bytes, &Default::default()) {
        Ok(made) => made.diagnostics,
        Err(error) => error.diagnostics(),
    };
    found.iter().map(|found| found.code.to_owned()).collect()
}

#[test]
fn bad_files_are_named() {
    let talk: String = (0..100_000)
        .map(|no| format!("26/07/2021, 10:{:02} - سامي: رقم {no}\n", no % 60))
        .collect();
    let news = "افتتحت وزارة الموارد المائية سدًّا جديدًا في شمال البلاد، وقالت إنه يكفي ثلاث مدن وقراها لخمسة أعوام";
    let archive: String = (0..3_000)
        .map(|no| {
            format!("قناة المرسى, [26/07/2021 {:02}:{:02}]\n{news} {no}\n\n", no / 60 % 24, no % 60)
        })
        .collect();
    let no_page = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--b--\r\n";
    let no_text = "From: a@b.example\r\nSubject: x\r\nContent-Type: text/plain\r\n\r\n\r\n";
    for (name, bytes, code) in [
        ("talk.txt", talk.as_bytes(), "no-news"),
        ("archive.txt", archive.as_bytes(), "many-articles"),
        ("page.mhtml", no_page.as_bytes(), "no-page"),
        ("page.mht", b"plain words", "no-page"),
        ("letter.eml", no_text.as_bytes(), "no-text"),
        ("package.json", b"{\"name\": \"x\", \"type\": \"module\"}", "unread-file"),
        ("result.json", b"{\"name\": \"x\", \"messages\": [", "damaged-file"),
        ("list.xml", b"<urlset><url>x</url></urlset>", "unread-file"),
        ("feed.rss", b"<rss><channel><title>x</title></channel></rss>", "no-news"),
        ("feed.atom", b"<feed><entry><title>x</ti", "damaged-feed"),
    ] {
        let found = findings(name, bytes);
        assert!(found.iter().any(|found| found == code), "{name}: {found:?} instead of {code}");
    }
}

#[test]
fn damaged_locked_and_scanned_documents_are_named() {
    for (name, code) in [
        ("cut-short.docx", "damaged-file"),
        ("empty.docx", "damaged-file"),
        ("cut-short.pdf", "damaged-file"),
        ("locked.pdf", "locked-file"),
        ("scan.pdf", "scanned-pdf"),
    ] {
        let found = findings(name, &std::fs::read(folder("bad").join(name)).unwrap());
        assert_eq!(found, [code], "{name}");
    }
    assert_eq!(findings("old.docx", b"\xD0\xCF\x11\xE0 old"), ["locked-file"]);
}

#[test]
fn what_unpacks_to_more_than_any_article_is_refused() {
    let mut packed = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options: zip::write::SimpleFileOptions = Default::default();
    packed.start_file("word/document.xml", options).unwrap();
    let megabyte = vec![b' '; 1024 * 1024];
    for _ in 0..70 {
        packed.write_all(&megabyte).unwrap();
    }
    let bytes = packed.finish().unwrap().into_inner();
    assert!(bytes.len() < 200_000, "{}", bytes.len());
    assert_eq!(findings("bomb.docx", &bytes), ["too-large"]);
}

#[test]
fn a_file_of_another_ending_is_named_and_the_folder_of_a_page_is_the_pages() {
    let room = tempfile::tempdir().unwrap();
    let put = |name: &str, text: &str| {
        let path = room.path().join("content/articles").join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    let story = "<h1>افتتاح سد جديد في الشمال</h1><p>افتتحت وزارة الموارد المائية سدًّا جديدًا في شمال البلاد، وقالت إنه يكفي ثلاث مدن.</p>";
    put("sadd.html", story);
    put("sadd_files/frame.html", "<p>إعلان</p>");
    put("sadd_files/logo.png", "x");
    put("scan.doc", "x");
    put("other.doc", "x");
    put("notes", "x");
    let run = assert_cmd::Command::cargo_bin("sijill")
        .unwrap()
        .args(["check", "--root"])
        .arg(room.path())
        .assert()
        .success();
    let said = String::from_utf8(run.get_output().stderr.clone()).unwrap();
    assert!(said.contains("2 files ending in .doc were not read: other.doc, scan.doc"), "{said}");
    assert!(said.contains("1 file without an ending was not read: notes"), "{said}");
    assert_eq!(said.matches("unread-file").count(), 2, "{said}");
}

#[test]
fn one_message_written_out_by_hand_stands_for_it() {
    let room = tempfile::tempdir().unwrap();
    let articles = room.path().join("content/articles");
    std::fs::create_dir_all(&articles).unwrap();
    let news = "افتتحت وزارة الموارد المائية سدًّا جديدًا في شمال البلاد، وقالت إنه يكفي ثلاث مدن.";
    let chat = format!(
        "قناة المرسى, [26/07/2021 10:00]\n{news}\n\nقناة المرسى, [27/07/2021 09:30]\nأخرى: {news}\n"
    );
    std::fs::write(articles.join("marsa.txt"), chat).unwrap();
    let written = articles.join("marsa-2021-07-26-1000.md");
    std::fs::write(&written, format!("---\ntitle: السد\ndate: 2021-07-25\n---\n{news}\n")).unwrap();
    let run = assert_cmd::Command::cargo_bin("sijill")
        .unwrap()
        .args(["build", "--root"])
        .arg(room.path())
        .assert()
        .success();
    let _ = run;
    let page = |slug: &str| {
        std::fs::read_to_string(room.path().join(format!("public/articles/{slug}/index.html")))
            .unwrap()
    };
    assert!(page("marsa-2021-07-26-1000").contains("السد"));
    assert!(page("marsa-2021-07-27-0930").contains("ثلاث مدن"));
}

#[test]
fn what_people_have_goes_in_kept_aside() {
    check("kept");
}

/// An article of the dossier, and the outlet that its page names.
#[test]
fn the_outlets_of_the_dossier_are_those_that_its_pages_name() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let truth = std::fs::read_to_string(root.join("tests/inputs/outlets.txt")).unwrap();
    let knowledge = sijill::site::load::knowledge(root).unwrap();
    let truth: BTreeMap<&str, &str> = truth
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('|'))
        .map(|(name, outlet)| (name.trim(), outlet.trim()))
        .collect();
    let paths = sijill::site::load::articles_below(&root.join("content/articles")).unwrap();
    let mut wrong = Vec::new();
    for path in &paths {
        let made = articles_in(path, Order::DayFirst, &knowledge, &Default::default()).unwrap();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let found = made.value[0].front_matter.source.outlet.clone().unwrap_or_default();
        if truth.get(name.as_str()) != Some(&found.as_str()) {
            wrong.push(format!("{name}: «{found}» instead of «{:?}»", truth.get(name.as_str())));
        }
    }
    assert!(wrong.is_empty() && paths.len() == truth.len(), "{wrong:#?}");
}

const NEWS: &str = "افتتاح سد جديد في الشمال\n\nأعلن المتحدث الرسمي أن السد الجديد في شمال البلاد افتُتح اليوم، وأن المياه تكفي ثلاث مدن وقراها.\n";

/// The text of a file and the codes of what is said of it; nothing where it is refused.
fn decoded(name: &str, bytes: &[u8]) -> (Option<String>, Vec<String>) {
    let text = all_from_bytes(name, bytes, &Default::default()).ok();
    (text.map(|made| made.value[0].text.to_string()), findings(name, bytes))
}

#[test]
fn a_page_is_read_by_its_bytes_whatever_it_says() {
    let (bytes, _, _) = encoding_rs::WINDOWS_1256.encode(NEWS);
    for said in ["utf-8", "iso-8859-1", "windows-1252", "windows-1256"] {
        let page = [format!("<meta charset=\"{said}\"><p>").as_bytes(), &bytes].concat();
        let (text, found) = decoded("a.html", &page);
        assert!(text.is_some_and(|text| text.contains("المتحدث الرسمي")), "{said}");
        assert_eq!(found, ["encoding"], "{said}");
    }
}

#[test]
fn what_was_saved_in_the_wrong_letters_is_repaired_and_told() {
    for encoding in [encoding_rs::WINDOWS_1252, encoding_rs::WINDOWS_1256] {
        let (wrong, _) = encoding.decode_without_bom_handling(NEWS.as_bytes());
        let (text, found) = decoded("a.txt", wrong.as_bytes());
        assert_eq!(text.as_deref(), Some(NEWS), "{}", encoding.name());
        assert_eq!(found, ["mojibake"]);
    }
}

#[test]
fn lost_letters_are_an_error_and_no_page() {
    let lost: String =
        NEWS.chars().map(|c| if c.is_alphabetic() { '\u{FFFD}' } else { c }).collect();
    let (text, found) = decoded("a.txt", lost.as_bytes());
    assert_eq!((text, found), (None, vec!["lost-letters".to_owned()]));
}

#[test]
fn one_file_names_its_own_encoding() {
    let head = "---\nencoding: iso-8859-6\ntitle: x\n---\n";
    let (bytes, _, _) = encoding_rs::ISO_8859_6.encode(NEWS);
    let (text, found) = decoded("a.txt", &[head.as_bytes(), &bytes].concat());
    assert_eq!((text.as_deref(), found.len()), (Some(&*format!("{head}{NEWS}")), 0), "{found:?}");
}
