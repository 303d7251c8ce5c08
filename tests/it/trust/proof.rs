//! `verify` finds what differs.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use super::mutations::Numbers;
use super::{Dossier, run, snapshot};

#[test]
fn a_built_site_is_proven_and_each_difference_found() {
    let raw = "مشاركة\nفيسبوك\nتويتر\n\n".to_owned()
        + super::ARTICLE
        + "\nاقرأ أيضًا: افتتاح مدرسة في الشمال\n";
    let dossier = Dossier::of([
        ("content/articles/jalsa.txt", &*raw),
        (
            "content/articles/b.md",
            "---\ntitle: خبر\ndate: 2021-04-07\n---\n\nقال الوزير إن **العمل** يبدأ في 1 أيار.\n",
        ),
    ]);
    let verify = || run(&dossier.root(), &["verify"]);
    let build = || assert_eq!(run(&dossier.root(), &["build"]).0, 0);
    let (code, printed) = verify();
    assert!(code == 1 && printed.contains("error[no-site]"), "{printed}");
    build();
    let (code, printed) = verify();
    assert!(code == 0 && printed.contains("whole articles: 2"), "{printed}");
    let site = dossier.root().join("public");
    let differs = |path: &str, what: &str| {
        let (code, printed) = verify();
        assert!(
            code == 1
                && printed.contains(&format!("{path}: error[differs]"))
                && printed.contains(what),
            "{path}: {printed}"
        );
        // A site that was tampered with is not the one that the last build left.
        build();
        assert_eq!(verify().0, 0, "building again mends it");
    };
    fs::write(site.join("extra.html"), "غريب").unwrap();
    differs("extra.html", "not one of the site's");
    fs::create_dir(site.join("articles/extra")).unwrap();
    let (code, printed) = verify();
    let differs_there = printed.contains("articles/extra: error[differs]: ");
    assert!(code == 1 && differs_there && printed.contains("this folder"), "{printed}");
    fs::remove_dir(site.join("articles/extra")).unwrap();
    fs::write(site.join("articles/b/index.md"), "غير ما كان").unwrap();
    differs("articles/b/index.md", "from byte");
    fs::remove_file(site.join("feed.xml")).unwrap();
    differs("feed.xml", "is not there");
    #[cfg(unix)]
    {
        fs::remove_file(site.join("robots.txt")).unwrap();
        std::os::unix::fs::symlink("/etc/hostname", site.join("robots.txt")).unwrap();
        differs("robots.txt", "link or a device");
    }
    dossier.write(
        "content/articles/b.md",
        "---\ntitle: خبر آخر\ndate: 2021-04-07\n---\n\nقال الوزير إن العمل يبدأ.\n".as_bytes(),
    );
    assert_eq!(verify().0, 1, "the sources have changed since");
}

const PAGE: &str = "<html lang=ar><head><title>افتتاح مدرسة</title></head><body><nav><a href=x>الرئيسة</a></nav><article><h1>افتتاح مدرسة</h1><p>افتتحت المدرسة أبوابها أمس، وقال مديرها إن <b>الدروس</b> تبدأ غدًا في بغداد.</p><ol><li>قاعة</li><li>ملعب</li></ol></article><footer>حقوق النشر محفوظة</footer></body></html>";

#[test]
fn a_saved_page_with_pictures_and_links_of_its_own_is_whole_and_leads_nowhere() {
    let page = PAGE
        .replace("<ol>", "<figure><img src=\"./school_files/hall.png\" alt=\"قاعة الدرس\"></figure><p><img src=\"https://cdn.example/map.png\"></p><p>وحضر <a href=\"/news/12\">الحفل</a> و<a href=\"other.html\">سواه</a> أهل الحي كلهم، وقالوا إن المدرسة كبيرة.</p><ol>");
    let dossier = Dossier::of([("content/articles/school.html", &*page)]);
    assert_eq!(run(&dossier.root(), &["build"]).0, 0);
    let (code, printed) = run(&dossier.root(), &["verify"]);
    assert!(code == 0 && printed.contains("whole articles: 1"), "{printed}");
}

/// An article of each kind: a text, one with a front matter, a saved page, one with a front matter, Markdown without
/// and with one, and Markdown beside the text that it was made from.
fn every_kind() -> Dossier {
    let with_head =
        |text: &str| format!("---\ntitle: خبر\ndate: 2021-04-07 # من الصفحة\n---\n\n{text}");
    let raw = "مشاركة\nفيسبوك\nتويتر\n\n".to_owned()
        + super::ARTICLE
        + "\nاقرأ أيضًا: افتتاح مدرسة في الشمال\n";
    let dossier = Dossier::of([
        ("content/articles/text.txt", &*raw),
        ("content/articles/text-head.txt", &*with_head(&raw.replace("الجسر", "السد"))),
        ("content/articles/saved.html", PAGE),
        ("content/articles/saved-head.html", &*with_head(&PAGE.replace("المدرسة", "الجامعة"))),
        (
            "content/articles/hand.md",
            "قال الوزير إن **العمل** يبدأ في 1 أيار.\n\n1. الجسر\n2. السد\n",
        ),
        (
            "content/articles/hand-head.md",
            &*with_head("قال [الوزير](person:salim) إن العمل\\! يبدأ &amp; ينتهي.\n\n> نص\n"),
        ),
        ("content/articles/made.txt", &*raw.replace("الجسر", "الميناء")),
        (
            "content/knowledge/people.yaml",
            "people:\n  - {id: salim, name: سليم الوادي, description: وزير الأشغال}\n",
        ),
        ("content/pages/about.md", "---\ntitle: عن الملف\n---\n\nهذا ملف عن الجسور.\n"),
        ("content/site.yaml", "title: ملف الجسور\nbase_url: https://example.org\n"),
        ("static/note.txt", "ملاحظة"),
        ("templates/extra.css", "p { margin: 0 }"),
    ]);
    let made = dossier.root().join("content/articles/made.txt");
    assert_eq!(run(&dossier.root(), &["annotate", "--write", made.to_str().unwrap()]).0, 0);
    dossier
}

/// Another byte in the place of one; a letter becomes another letter, so that the file stays a text.
fn damage(bytes: &[u8], at: usize) -> Vec<u8> {
    let mut made = bytes.to_vec();
    made[at] = if made[at].is_ascii_alphanumeric() {
        if made[at] == b'x' { b'y' } else { b'x' }
    } else {
        made[at] ^ 1
    };
    made
}

/// However a person writes Markdown, and whatever program saved it: it is proven, and no fault is seen where none is.
#[test]
fn markdown_of_any_hand_is_proven() {
    let utf16: Vec<u8> =
        "قال الوزير إن العمل يبدأ في بغداد.\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let dossier = Dossier::of([
        (
            "content/articles/mark.md",
            "\u{FEFF}---\r\ntitle: خبر\r\n---\r\n\r\nقال الوزير إن العمل يبدأ.\r\n\r\nوأضاف.\r\n",
        ),
        ("content/articles/dots.md", "---  \ntitle: خبر ثان\n...\nقال الوزير إن العمل يبدأ"),
        ("content/articles/empty-head.md", "---\n---\n\n\n  قال الوزير إن العمل يبدأ.\n\n\n"),
        ("content/articles/lines-before.md", "\n\n\nقال الوزير إن العمل في بغداد.   \n\n"),
        (
            "content/articles/bang.md",
            "قال الوزير إن \\![بغداد](place:x) و![صورة](https://example.org/y.png) **يبدأ** &#1576; <b>نص</b>\n",
        ),
        ("content/articles/carriage.md", "قال\rالوزير\r\rإن العمل\r"),
        ("content/articles/head-only.md", "---\ntitle: خبر\n---\n"),
    ]);
    dossier.write("content/articles/wide.md", &[&[0xFF, 0xFE][..], &utf16].concat());
    assert_eq!(run(&dossier.root(), &["build"]).0, 0);
    let (code, printed) = run(&dossier.root(), &["verify"]);
    assert!(code == 0 && printed.contains("whole articles: 8"), "{printed}");
}

#[test]
fn one_damaged_byte_in_a_file_of_each_kind_is_seen() {
    let dossier = every_kind();
    let root = dossier.root();
    assert_eq!(run(&root, &["build"]).0, 0);
    let (code, printed) = run(&root, &["verify"]);
    assert!(code == 0 && printed.contains("whole articles: 7"), "{printed}");
    let mut kinds: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
    for (path, bytes) in snapshot(&root.join("public")) {
        let kind = path.extension().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        if !bytes.is_empty() {
            kinds.entry(kind).or_default().push(path);
        }
    }
    let names: Vec<&str> = kinds.keys().map(String::as_str).collect();
    for kind in [
        ".sijill", "bib", "css", "csv", "html", "ics", "js", "json", "md", "ris", "svg", "txt",
        "xml",
    ] {
        assert!(names.contains(&kind), "no {kind} among {names:?}");
    }
    let mut numbers = Numbers(7);
    let mut tried = 0;
    for (kind, paths) in &kinds {
        // The same of any file of the kind, wherever in it.
        for path in paths.iter().step_by(paths.len().div_ceil(super::size(1, 8))) {
            let file = root.join("public").join(path);
            let before = fs::read(&file).unwrap();
            fs::write(&file, damage(&before, numbers.below(before.len()))).unwrap();
            let (code, printed) = run(&root, &["verify"]);
            assert!(
                code == 1 && printed.contains("error[differs]"),
                "{kind} {}: {printed}",
                path.display()
            );
            fs::write(&file, before).unwrap();
            tried += 1;
        }
    }
    assert_eq!(run(&root, &["verify"]).0, 0);
    super::measured(&format!(
        "verify: {tried} damaged bytes in {} kinds of files, all seen",
        kinds.len()
    ));
}

/// The sources have changed since the site was built: in a letter of the text, or of what says more about it.
#[test]
fn one_damaged_letter_of_a_source_is_seen() {
    let dossier = every_kind();
    let root = dossier.root();
    assert_eq!(run(&root, &["build"]).0, 0);
    for (path, letter) in [
        ("content/articles/text.txt", "جسر"),
        // Of what was cut, too.
        ("content/articles/text.txt", "فيسبوك"),
        ("content/articles/text-head.txt", "سكان"),
        ("content/articles/saved.html", "مديرها"),
        ("content/articles/saved-head.html", "النشر"),
        ("content/articles/hand.md", "السد"),
        ("content/articles/hand-head.md", "من الصفحة"),
        ("content/articles/made.txt", "تويتر"),
        ("content/articles/made.md", "المقبل"),
        ("content/knowledge/people.yaml", "الأشغال"),
        ("content/pages/about.md", "الجسور"),
        ("content/site.yaml", "الجسور"),
        ("static/note.txt", "ملاحظة"),
    ] {
        let file = root.join(path);
        let before = fs::read_to_string(&file).unwrap();
        assert!(before.contains(letter), "{path}: {before}");
        fs::write(
            &file,
            before.replacen(letter, &letter.replacen(|c: char| c.is_alphabetic(), "ظ", 1), 1),
        )
        .unwrap();
        let (code, printed) = run(&root, &["verify"]);
        assert!(code == 1 && printed.contains("error[differs]"), "{path}, {letter}: {printed}");
        fs::write(&file, before).unwrap();
    }
    assert_eq!(run(&root, &["verify"]).0, 0);
}

#[test]
fn the_dossier_of_this_repository_is_proven() {
    let room = tempfile::tempdir().unwrap();
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let out = room.path().join("public");
    let out = out.to_str().unwrap();
    assert_eq!(run(root, &["build", "--out", out]).0, 0);
    let (code, printed) = run(root, &["verify", "--out", out]);
    assert!(code == 0 && printed.contains("links that lead somewhere"), "{printed}");
}
