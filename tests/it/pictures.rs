//! The pictures of a saved page go with its article, and nothing else does.

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;

const TEXT: [&str; 3] = [
    "افتتحت وزارة الموارد المائية اليوم الثلاثاء سدّ الوادي الأخضر في أقصى شمال البلاد، وقالت في بيان إن السد يكفي ثلاث مدن كبيرة من مياه الشرب طوال الصيف.",
    "وأوضح المهندس سامي الراوي أن الأعمال استغرقت أربع سنوات، شارك فيها نحو ألف ومئتي عامل من أبناء القرى القريبة، وأن كلفة المشروع لم تتجاوز ما رُصد له.",
    "وكان أهالي القرى قد طالبوا مراراً بتعويض من غُمرت أراضيهم، وقالت الوزارة إنها دفعت نصف ما عليها، وستدفع النصف الآخر قبل نهاية العام الحالي بحسب البيان.",
];

/// A file that begins as a PNG of that size does; `more` tells it from others.
fn png(width: u32, height: u32, more: &str) -> Vec<u8> {
    let head = b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR";
    [head, &width.to_be_bytes()[..], &height.to_be_bytes(), more.as_bytes()].concat()
}

/// A page as browsers save it; `{}` stands where the folder is named.
fn page() -> String {
    let [first, second, third] = TEXT;
    format!(
        "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>افتتاح سد الوادي الأخضر</title></head><body>\
         <header><a href=\"/\"><img src=\"{{}}/logo.png\" alt=\"صحيفة الغدير\"></a></header>\
         <div class=\"banner\"><a href=\"https://ads.example/x\"><img src=\"{{}}/ad.png\" alt=\"إعلان\"></a></div>\
         <article><h1>افتتاح سد الوادي الأخضر بعد أربع سنوات من العمل</h1><time datetime=\"2023-05-16\">16 مايو 2023</time>\
         <div class=\"share\"><img src=\"{{}}/icon.png\" alt=\"شارك\"></div>\
         <figure><img src=\"{{}}/dam.png\" alt=\"السد عند الغروب\"><figcaption>السد يوم \"افتتاحه\" (الغدير)</figcaption></figure>\
         <p>{first}</p><figure><a href=\"{{}}/engineers.png\"><img src=\"{{}}/engineers.png\"></a><figcaption>مهندسو المشروع</figcaption></figure>\
         <p>{second}</p><img src=\"{{}}/gone.png\" alt=\"صورة لم تُحفظ\"><img src=\"{{}}/drawing.svg\" alt=\"رسم\"><p>{third}</p>\
         <div class=\"related\"><a href=\"/n/2\"><img src=\"{{}}/teaser.png\" alt=\"جسر جديد\">جسر جديد في العاصمة</a></div></article>\
         <footer>جميع الحقوق محفوظة لصحيفة الغدير</footer></body></html>"
    )
}

/// A folder with a page saved "complete" in it, and an empty dossier beside.
fn saved() -> (tempfile::TempDir, PathBuf, PathBuf) {
    let room = tempfile::tempdir().unwrap();
    let (page_path, root) = (room.path().join("السد اليوم.html"), room.path().join("root"));
    fs::create_dir_all(root.join("content/articles")).unwrap();
    fs::write(root.join("content/site.yaml"), "title: ملف الماء\n").unwrap();
    // As Chromium names the folder in the page.
    fs::write(&page_path, page().replace("{}", "./السد%20اليوم_files")).unwrap();
    pictures(&room.path().join("السد اليوم_files"));
    (room, page_path, root)
}

fn pictures(folder: &Path) {
    fs::create_dir_all(folder).unwrap();
    for (name, width, height) in [
        ("logo.png", 320, 90),
        ("ad.png", 970, 250),
        ("icon.png", 32, 32),
        ("dam.png", 800, 500),
        ("engineers.png", 640, 420),
        ("teaser.png", 300, 200),
    ] {
        fs::write(folder.join(name), png(width, height, name)).unwrap();
    }
    fs::write(folder.join("drawing.svg"), "<svg onload=\"alert(1)\"/>").unwrap();
}

fn run(root: &Path, words: &[&str]) -> (bool, String) {
    let mut command = Command::cargo_bin("sijill").unwrap();
    let done = command.args(words).arg("--root").arg(root).args(["--lang", "en"]).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (done.status.success(), text(done.stdout) + &text(done.stderr))
}

/// The files below a folder, by name.
fn files(folder: &Path) -> Vec<String> {
    let mut found: Vec<String> = walkdir::WalkDir::new(folder)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| !entry.file_type().is_dir())
        .map(|entry| entry.path().strip_prefix(folder).unwrap().display().to_string())
        .collect();
    found.sort();
    found
}

fn images(markdown: &str) -> Vec<&str> {
    markdown.lines().filter(|line| line.starts_with("![")).collect()
}

#[test]
fn the_pictures_of_the_article_stand_in_its_markdown_with_what_is_written_under_them() {
    let (_room, page, root) = saved();
    let (done, said) = run(&root, &["annotate", page.to_str().unwrap()]);
    assert!(done, "{said}");
    assert_eq!(
        images(&said),
        [
            "![السد عند الغروب](السد%20اليوم_files/dam.png \"السد يوم \\\"افتتاحه\\\" (الغدير)\")",
            "![صورة](السد%20اليوم_files/engineers.png \"مهندسو المشروع\")",
        ]
    );
    assert!(said.trim_end().ends_with("بحسب البيان."), "{said}");
}

#[test]
fn pictures_are_added_shown_and_verified() {
    let (_room, page, root) = saved();
    let (done, said) = run(&root, &["add", "--yes", page.to_str().unwrap()]);
    assert!(done, "{said}");
    let stem = "افتتاح-سد-الوادي-الأخضر-بعد-أربع-سنوات-من-العمل";
    let own = ["dam.png", "engineers.png"].map(|name| format!("{stem}_files/{name}"));
    assert_eq!(
        files(&root.join("content/articles")),
        [format!("{stem}.html"), own[0].clone(), own[1].clone()]
    );
    let (done, said) = run(&root, &["build"]);
    assert!(done && !said.contains("unread-file"), "{said}");
    let (done, said) = run(&root, &["verify"]);
    assert!(done, "{said}");
    let folder = root.join("public/articles").join(stem);
    let shown = files(&folder);
    let names: Vec<&String> = shown.iter().filter(|name| name.ends_with(".png")).collect();
    assert!(
        matches!(names.as_slice(), [dam, engineers]
        if dam.starts_with("dam-") && engineers.starts_with("engineers-")),
        "{shown:?}"
    );
    assert_eq!(fs::read(folder.join(names[0])).unwrap(), png(800, 500, "dam.png"));
    let html = fs::read_to_string(folder.join("index.html")).unwrap();
    assert!(html.contains(&format!("/{}\" width=\"800\" height=\"500\"", names[0])), "{html}");
    assert!(html.contains("<figcaption>مهندسو المشروع</figcaption></figure>"), "{html}");
    assert_eq!(html.matches("<img").count(), 2);
    let markdown = fs::read_to_string(folder.join("index.md")).unwrap();
    assert!(markdown.contains(&format!("]({} \"مهندسو المشروع\")", names[1])), "{markdown}");
    // Another picture under the same name is another picture of the page.
    let before = names[0].clone();
    fs::write(root.join("content/articles").join(&own[0]), png(900, 500, "new")).unwrap();
    assert!(run(&root, &["build"]).0 && run(&root, &["verify"]).0);
    assert!(!folder.join(before).exists());
    let html = fs::read_to_string(folder.join("index.html")).unwrap();
    assert!(html.contains("width=\"900\""), "{html}");
}

#[test]
fn what_is_not_shown_whole_shows_no_picture() {
    for (head, is_there) in
        [("display: excerpt", false), ("status: withdrawn", false), ("display: full", true)]
    {
        let (room, page, root) = saved();
        let text = fs::read_to_string(page).unwrap().replace("السد%20اليوم_files", "a_files");
        fs::write(root.join("content/articles/a.html"), format!("---\n{head}\n---\n{text}"))
            .unwrap();
        fs::rename(room.path().join("السد اليوم_files"), root.join("content/articles/a_files"))
            .unwrap();
        let (done, said) = run(&root, &["build"]);
        let (holds, told) = run(&root, &["verify"]);
        assert!(done && holds, "{head} {said} {told}");
        let has_any =
            files(&root.join("public/articles")).iter().any(|name| name.ends_with(".png"));
        assert_eq!(has_any, is_there, "{head}");
    }
}

#[test]
fn pictures_within_a_page_saved_as_one_file_are_shown_and_written_out() {
    let (_room, _, root) = saved();
    let encoded = |bytes: Vec<u8>| {
        use std::fmt::Write as _;
        bytes.iter().fold(String::new(), |mut text, byte| {
            write!(text, "={byte:02X}").unwrap();
            text
        })
    };
    let mut file = "MIME-Version: 1.0\nSubject: x\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\n\n".to_owned();
    file.push_str("--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\nContent-Location: https://example.org/n/1\n\n");
    file.push_str(&page().replace("{}", "https://example.org/media"));
    for (name, width, height) in [("dam.png", 800, 500), ("icon.png", 32, 32), ("ad.png", 970, 250)]
    {
        let (head, bytes) = (
            "Content-Type: image/png\nContent-Transfer-Encoding: quoted-printable",
            png(width, height, name),
        );
        file.push_str(&format!(
            "\n--b\n{head}\nContent-Location: https://example.org/media/{name}\n\n{}\n",
            encoded(bytes)
        ));
    }
    file.push_str("--b--\n");
    let path = root.join("content/articles/sadd.mhtml");
    fs::write(&path, file).unwrap();
    let (done, said) = run(&root, &["build"]);
    assert!(done && run(&root, &["verify"]).0, "{said}");
    let published = |root: &Path| -> Vec<String> {
        let all = files(&root.join("public/articles"));
        all.into_iter().filter(|name| name.ends_with(".png")).collect()
    };
    let before = published(&root);
    assert!(matches!(before.as_slice(), [only] if only.contains("sadd/dam-")), "{before:?}");
    let (done, said) = run(&root, &["annotate", "--write", path.to_str().unwrap()]);
    assert!(done, "{said}");
    let name = before[0].rsplit('/').next().unwrap();
    assert_eq!(
        files(&root.join("content/articles")),
        ["sadd.md".to_owned(), "sadd.mhtml".to_owned(), format!("sadd_files/{name}")]
    );
    // The Markdown shows what the page showed, under the same name.
    assert!(run(&root, &["build"]).0 && run(&root, &["verify"]).0);
    assert_eq!(published(&root), before);
}

#[cfg(unix)]
#[test]
fn no_link_leads_out_of_the_folder_of_a_page() {
    use std::os::unix::fs::symlink;
    let (room, page, root) = saved();
    let secret = room.path().join("secret.png");
    fs::write(&secret, png(800, 600, "secret")).unwrap();
    let text = fs::read_to_string(page).unwrap().replace("السد%20اليوم_files", "a_files");
    let text = text
        .replace("<p>", "<p><img src=\"../secret.png\"> <img src=\"a_files/../../../secret.png\"> <img src=\"a_files/%2e%2e/x.png\"> <img src=\"/etc/x.png\"></p><p>");
    let articles = root.join("content/articles");
    let put = |name: &str| {
        fs::write(articles.join(name), text.replace("./a_files", "./x_files")).unwrap()
    };
    put("file.html");
    pictures(&articles.join("file_files"));
    fs::remove_file(articles.join("file_files/dam.png")).unwrap();
    symlink(&secret, articles.join("file_files/dam.png")).unwrap();
    fs::write(articles.join("file_files/engineers.png"), vec![0x89; 9 * 1024 * 1024]).unwrap();
    put("folder.html");
    pictures(&room.path().join("elsewhere"));
    symlink(room.path().join("elsewhere"), articles.join("folder_files")).unwrap();
    let (done, said) = run(&root, &["build"]);
    assert!(!done && said.contains("link-outside"), "{said}");
    // A link to what lies elsewhere in the dossier shows nothing either.
    fs::remove_file(articles.join("file_files/dam.png")).unwrap();
    fs::remove_file(articles.join("folder_files")).unwrap();
    fs::rename(&secret, root.join("secret.png")).unwrap();
    fs::rename(room.path().join("elsewhere"), root.join("elsewhere")).unwrap();
    symlink(root.join("secret.png"), articles.join("file_files/dam.png")).unwrap();
    symlink(root.join("elsewhere"), articles.join("folder_files")).unwrap();
    let (done, said) = run(&root, &["build"]);
    assert!(done, "{said}");
    let shown = files(&root.join("public"));
    assert!(!shown.iter().any(|name| name.ends_with(".png")), "{shown:?} {said}");
}
