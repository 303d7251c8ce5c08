//! A site that is made in parts, or from articles that were annotated elsewhere, is the site that is made whole.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use serde_json::Value;

use super::{Dossier, program, run, snapshot};

const NAMES: &str =
    "people:\n  - {id: hana, name: هناء الكرخي}\nplaces:\n  - {id: basra, name: البصرة}\n";

/// Articles with menus, days and quotations, and one saved page.
fn articles() -> Vec<(String, String)> {
    let text = |n: usize| {
        format!(
            "الرئيسية\nمشاركة\n\nافتتاح الجسر رقم {n} في البصرة\n\nنُشر في: {} نيسان 2021\n\nقالت هناء الكرخي يوم الخميس إن الجسر «سيخدم {n} من الأحياء»، ورحّب بذلك مجلس المدينة.\n",
            n + 1
        )
    };
    let mut articles: Vec<(String, String)> =
        (0..7).map(|n| (format!("content/articles/a{n}.txt"), text(n))).collect();
    articles.push((
        "content/articles/saved.html".to_owned(),
        "<html><head><title>السد الجديد</title></head><body><h1>السد الجديد</h1><p>قال المهندس إن السد يُفتح في أيار 2021، وإن العمل فيه بدأ قبل سنتين كاملتين.</p></body></html>".to_owned(),
    ));
    articles
}

fn dossier(articles: &[(String, String)]) -> Dossier {
    let names = [("content/knowledge/a.yaml", NAMES), ("content/site.yaml", "title: الجسور\n")];
    let articles = articles.iter().map(|(path, text)| (path.as_str(), text.as_str()));
    Dossier::of(names.into_iter().chain(articles))
}

/// Builds into a folder beside the dossier; what was printed.
fn build(dossier: &Dossier, out: &str, words: &[&str]) -> PathBuf {
    let out = dossier.beside(out);
    let words: Vec<&str> = ["build", "--out", out.to_str().unwrap()]
        .into_iter()
        .chain(words.iter().copied())
        .collect();
    let (code, printed) = run(&dossier.root(), &words);
    assert_eq!(code, 0, "{printed}");
    out
}

fn join(dossier: &Dossier, out: &Path, parts: &[PathBuf]) -> (u8, String) {
    let parts = parts.iter().map(|part| part.to_str().unwrap());
    let words: Vec<&str> =
        ["join", "--out", out.to_str().unwrap()].into_iter().chain(parts).collect();
    run(&dossier.root(), &words)
}

#[test]
fn eight_parts_joined_are_the_whole() {
    let dossier = dossier(&articles());
    let whole = build(&dossier, "whole", &[]);
    let part = |number: usize| {
        build(&dossier, &format!("part{number}"), &["--shard", &format!("{number}/8")])
    };
    let mut parts: Vec<PathBuf> = (1..=8).map(part).collect();
    let files: usize = parts.iter().map(|part| snapshot(part).len() - 1).sum();
    assert_eq!(files, snapshot(&whole).len() - 1, "each file is in one part");
    parts.reverse();
    let joined = dossier.beside("joined");
    let (code, printed) = join(&dossier, &joined, &parts);
    assert_eq!(code, 0, "{printed}");
    assert_eq!(snapshot(&joined), snapshot(&whole));
}

#[test]
fn what_is_no_whole_set_of_parts_is_not_joined() {
    let dossier = dossier(&articles());
    let [one, two] =
        ["1/2", "2/2"].map(|shard| build(&dossier, &shard.replace('/', "-"), &["--shard", shard]));
    let whole = build(&dossier, "whole", &[]);
    dossier.write("content/site.yaml", "title: السدود\n".as_bytes());
    let other = build(&dossier, "other", &["--shard", "2/2"]);
    let out = dossier.beside("joined");
    let refused = [
        (vec![one.clone()], "part 2 is not among these folders"),
        (vec![one.clone(), one.clone()], "this is the same part as"),
        (vec![one.clone(), other], "of another state of it"),
        (vec![one.clone(), whole], "holds no part of a site"),
    ];
    for (parts, why) in refused {
        let (code, printed) = join(&dossier, &out, &parts);
        assert!(code == 1 && printed.contains(why), "{why}: {printed}");
        assert!(!out.exists(), "{why}");
    }
    assert_eq!(join(&dossier, &out, &[one, two]).0, 0);
    for shard in ["0/2", "3/2", "1", "a/b"] {
        assert_eq!(run(&dossier.root(), &["build", "--shard", shard]).0, 2, "{shard}");
    }
}

/// A part is copied from machine to machine: what was damaged, lost or added on the way is told of, and no site is made.
#[test]
fn a_part_that_is_not_as_it_was_made_is_not_joined() {
    let dossier = dossier(&articles());
    let parts =
        ["1/2", "2/2"].map(|shard| build(&dossier, &shard.replace('/', "-"), &["--shard", shard]));
    let out = dossier.beside("joined");
    let files: Vec<PathBuf> = snapshot(&parts[1]).into_keys().collect();
    let page = parts[1].join(files.iter().find(|path| path.ends_with("index.html")).unwrap());
    let marker = parts[1].join(".sijill");
    let refused = |why: &str| {
        let (code, printed) = join(&dossier, &out, &parts);
        assert!(code == 1 && printed.contains("error[parts]"), "{why}: {printed}");
        assert!(printed.contains(why) && !out.exists(), "{why}: {printed}");
    };
    let before = fs::read(&page).unwrap();
    let mut damaged = before.clone();
    let last = damaged.len() - 2;
    damaged[last] ^= 1;
    for bytes in [&damaged[..], &before[..before.len() / 2], b""] {
        fs::write(&page, bytes).unwrap();
        refused("the file is not as it was made");
    }
    fs::remove_file(&page).unwrap();
    refused("this file of the part is not there");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("/etc/hostname", &page).unwrap();
        refused("this is not one of the files of its part");
        fs::remove_file(&page).unwrap();
    }
    fs::write(&page, &before).unwrap();
    fs::write(parts[1].join("extra.html"), "غريب").unwrap();
    refused("this is not one of the files of its part");
    fs::remove_file(parts[1].join("extra.html")).unwrap();
    let text = fs::read_to_string(&marker).unwrap();
    for (from, to) in
        [("shard 2/2", "shard 3/2"), ("shard 2/2", "shard 0/2"), ("shard 2/2", "shard 2/99")]
    {
        fs::write(&marker, text.replace(from, to)).unwrap();
        refused("part");
    }
    fs::write(&marker, text.replacen("file ", "file 0", 1)).unwrap();
    refused("the file is not as it was made");
    fs::write(&marker, &text).unwrap();
    assert_eq!(join(&dossier, &out, &parts).0, 0);
}

/// The records of texts, as another machine prints them.
fn annotated(root: &Path, articles: &[(String, String)]) -> Vec<u8> {
    use std::io::Write as _;
    let line = |(path, text): &(String, String)| {
        let kind = if path.ends_with(".html") { "html" } else { "text" };
        serde_json::json!({"id": path, kind: text}).to_string() + "\n"
    };
    let lines: String = articles.iter().map(line).collect();
    let mut filter = program()
        .args(["annotate", "--jsonl", "--stage", "document", "--root"])
        .arg(root)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    filter.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
    filter.wait_with_output().unwrap().stdout
}

#[test]
fn records_of_articles_make_the_site_that_the_articles_make() {
    let articles = articles();
    let (with_files, without) = (dossier(&articles), dossier(&[]));
    let whole = build(&with_files, "whole", &[]);
    let records = without.beside("records");
    fs::create_dir_all(records.join("later")).unwrap();
    fs::write(records.join("_SUCCESS"), "").unwrap();
    let (first, last) = articles.split_at(3);
    fs::write(records.join("part-00000"), annotated(&without.root(), first)).unwrap();
    fs::write(records.join("later/b.jsonl"), annotated(&without.root(), last)).unwrap();
    let from = ["--from", records.to_str().unwrap()];
    let made = build(&without, "made", &from);
    let (whole, made) = (snapshot(&whole), snapshot(&made));
    assert!(whole.keys().eq(made.keys()), "other pages: {:?} {:?}", whole.keys(), made.keys());
    for (path, bytes) in &whole {
        assert!(made[path] == *bytes, "{} differs", path.display());
    }
    let article = String::from_utf8_lossy(&made[Path::new("articles/a0/index.html")]);
    assert!(article.contains("people/hana/"), "names are linked");

    for (line, why) in [
        ("{\"id\": 1, \"title\": \"خبر\"}", "no record of a whole article"),
        (
            "{\"id\": \"a\", \"error\": {\"code\": \"x\", \"message\": \"فارغ\"}}",
            "could not be annotated: فارغ",
        ),
        (
            "{\"id\": \"a\", \"by\": \"sijill 0.0.1\", \"article\": {\"documents\": [], \"findings\": []}}",
            "written by sijill 0.0.1",
        ),
    ] {
        fs::write(records.join("bad.jsonl"), line).unwrap();
        let out = without.beside("bad");
        let words = ["build", "--out", out.to_str().unwrap(), from[0], from[1]];
        let (code, printed) = run(&without.root(), &words);
        assert!(code == 1 && printed.contains(why), "{why}: {printed}");
        assert!(!out.exists());
    }
}

/// What a record of the first article says.
fn a_record(dossier: &Dossier) -> Value {
    let line = annotated(&dossier.root(), &articles()[..1]);
    serde_json::from_slice(&line).unwrap()
}

/// What `build --from` says of a record, where it takes it no further than reading.
fn refusal(dossier: &Dossier, record: &[u8]) -> Option<String> {
    let folder = dossier.beside("one");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("a.jsonl"), record).unwrap();
    sijill::site::load::records(&folder).err().map(|error| error.to_string())
}

/// The same record as another program spells it: engines for many machines sort keys and leave out what is empty.
fn sorted(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            let fields: std::collections::BTreeMap<&String, Value> =
                fields.iter().map(|(key, value)| (key, sorted(value))).collect();
            serde_json::to_value(fields).unwrap()
        }
        Value::Array(values) => values.iter().map(sorted).collect(),
        other => other.clone(),
    }
}

#[test]
fn a_record_that_was_damaged_on_its_way_is_refused() {
    let dossier = dossier(&[]);
    let record = a_record(&dossier);
    assert_eq!(refusal(&dossier, record.to_string().as_bytes()), None);
    let written = record.to_string();
    for (from, to) in [
        ("الكرخي", "الكرجي"),
        ("\"Mention\"", "\"mention\""),
        ("2021", "2012"),
        ("\"sum\"", "\"sun\""),
    ] {
        let damaged = written.replacen(from, to, 1);
        if damaged != written {
            let told = refusal(&dossier, damaged.as_bytes());
            assert!(told.is_some_and(|told| told.contains("error[record]")), "{from} → {to}");
        }
    }
    let sorted = sorted(&record).to_string();
    assert_ne!(sorted, written);
    assert_eq!(refusal(&dossier, sorted.as_bytes()), None);
}

/// Where each value of a record stands.
fn places(value: &Value, here: &str, found: &mut Vec<String>) {
    found.push(here.to_owned());
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                places(value, &format!("{here}/{key}"), found);
            }
        }
        Value::Array(values) => {
            for (at, value) in values.iter().enumerate() {
                places(value, &format!("{here}/{at}"), found);
            }
        }
        _ => {}
    }
}

/// Whoever makes a record can make its sum: what it says is believed only as far as it can be.
#[test]
fn a_record_of_a_strangers_ends_nothing() {
    use sha2::{Digest as _, Sha256};
    let dossier = dossier(&[]);
    let record = a_record(&dossier);
    let mut all = Vec::new();
    places(&record["article"], "/article", &mut all);
    let values: Vec<Value> = serde_json::from_str(
        r#"[null, -1, 0, 1, 3, 1000000, 18446744073709551615, "", "x", "../../etc/passwd", "أأأ", [], [0, 0], [5, 2], [0, 7], {}, true]"#,
    )
    .unwrap();
    let (mut taken, mut refused) = (Vec::new(), 0);
    for place in &all {
        for value in &values {
            let mut made = record.clone();
            *made.pointer_mut(place).unwrap() = value.clone();
            let path = format!("content/articles/n{}.txt", taken.len());
            if let Some(own) = made.pointer_mut("/article/documents/0/origin/path") {
                *own = path.into();
            }
            let digest = Sha256::digest(made["article"].to_string());
            let sum: String = digest[..16].iter().map(|byte| format!("{byte:02x}")).collect();
            made["sum"] = sum.into();
            match refusal(&dossier, made.to_string().as_bytes()) {
                None => taken.push(made.to_string()),
                Some(told) => {
                    assert!(told.contains("error[record]"), "{place} {value}: {told}");
                    refused += 1;
                }
            }
        }
    }
    assert!(refused > 500 && taken.len() > 100, "{refused} refused, {} taken", taken.len());
    let folder = dossier.beside("all");
    for (number, some) in taken.chunks(40).enumerate() {
        drop(fs::remove_dir_all(&folder));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("a.jsonl"), some.join("\n")).unwrap();
        let out = dossier.beside("out");
        let words = ["build", "--out", out.to_str().unwrap(), "--from", folder.to_str().unwrap()];
        let (code, printed) = run(&dossier.root(), &words);
        assert!(code < 2 && !printed.contains("internal"), "{number}: {printed}");
    }
}

/// A picture is read when the site is published: a record from elsewhere must not have files of this machine read.
#[test]
fn a_record_brings_no_pictures() {
    use sha2::{Digest as _, Sha256};
    let dossier = dossier(&[]);
    let mut record = a_record(&dossier);
    let pictures = record.pointer_mut("/article/documents/0/origin/pictures").unwrap();
    *pictures = serde_json::json!([{"address": "x.png", "file": "/etc/hostname", "part": null, "name": "x.png", "width": 1, "height": 1}]);
    let digest = Sha256::digest(record["article"].to_string());
    record["sum"] =
        digest[..16].iter().map(|byte| format!("{byte:02x}")).collect::<String>().into();
    let told = refusal(&dossier, record.to_string().as_bytes());
    assert!(told.is_some_and(|told| told.contains("not as it was written")));
}
