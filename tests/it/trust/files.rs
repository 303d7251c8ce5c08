//! What lies under the root and is no plain file of it, and files of the user's that are written.

#![cfg(unix)]

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::process::Command;

use super::{ARTICLE, Dossier, names, run};

fn make_pipe(path: &std::path::Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

#[test]
fn pipes_and_devices_are_named_and_never_read() {
    for (at, device) in [
        ("content/articles/f.txt", false),
        ("static/x", false),
        ("content/articles/z.txt", true),
        ("content/articles/of-2021/f.docx", false),
        ("content/articles/saved_files/picture.png", true),
        ("content/knowledge/k.yaml", false),
        ("content/pages/p.md", true),
        ("content/review/jalsa.yaml", false),
        ("content/site.yaml", false),
        ("templates/t.html", false),
    ] {
        let dossier = Dossier::small();
        let path = dossier.root().join(at);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        if device {
            symlink("/dev/zero", &path).unwrap();
        } else {
            make_pipe(&path);
        }
        for command in ["build", "check", "suggest", "verify"] {
            let (code, printed) = run(&dossier.root(), &[command]);
            let is_told = printed.contains("error[special-file]")
                || printed.contains("error[link-outside]")
                || printed.contains("error[no-site]");
            assert!(code == 1 && is_told, "{command} {at}: {printed}");
        }
        assert!(!dossier.root().join("public").exists());
    }
}

#[test]
fn links_that_leave_the_root_are_refused_and_others_are_followed() {
    let dossier = Dossier::small();
    let secret = dossier.beside("secret.txt");
    fs::write(&secret, ARTICLE).unwrap();
    symlink(&secret, dossier.root().join("content/articles/pw.txt")).unwrap();
    let (code, printed) = run(&dossier.root(), &["build"]);
    assert!(
        code == 1 && printed.contains("content/articles/pw.txt: error[link-outside]"),
        "{printed}"
    );
    fs::remove_file(dossier.root().join("content/articles/pw.txt")).unwrap();
    dossier.write(
        "content/shelf/other.txt",
        "افتتاح مدرسة\n\nافتتحت المدرسة أبوابها أمس، وقال مديرها إن الدروس تبدأ غدًا.\n".as_bytes(),
    );
    symlink("../shelf/other.txt", dossier.root().join("content/articles/other.txt")).unwrap();
    let (code, printed) = run(&dossier.root(), &["build"]);
    assert_eq!(code, 0, "{printed}");
    assert!(dossier.root().join("public/articles/other/index.html").is_file());
}

#[test]
fn writing_beside_an_article_keeps_mode_link_mark_and_line_breaks() {
    let dossier = Dossier::of([(
        "content/articles/b.md",
        "\u{FEFF}---\r\ntitle: خبر\r\ntopics: []\r\n# ملاحظة\r\n---\r\n\r\nقال الوزير إن العمل يبدأ.\r\n",
    )]);
    let (file, link) =
        (dossier.root().join("content/articles/b.md"), dossier.root().join("content/link.md"));
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
    symlink("articles/b.md", &link).unwrap();
    let (code, printed) = run(&dossier.root(), &["annotate", "--write", link.to_str().unwrap()]);
    assert_eq!(code, 0, "{printed}");
    assert!(link.is_symlink());
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
    let text = fs::read_to_string(&file).unwrap();
    assert!(
        text.starts_with("\u{FEFF}---\r\n")
            && text.contains("# ملاحظة\r\n")
            && text.contains("topics: []"),
        "{text:?}"
    );
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count(), "{text:?}");
    let before = text.clone();
    run(&dossier.root(), &["annotate", "--write", link.to_str().unwrap()]);
    assert_eq!(fs::read_to_string(&file).unwrap(), before, "the second run changes nothing");
}

#[test]
fn a_write_protected_article_is_left_alone() {
    let dossier = Dossier::of([("content/articles/b.md", "قال الوزير إن العمل يبدأ.\n")]);
    let file = dossier.root().join("content/articles/b.md");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o444)).unwrap();
    let (code, printed) = run(&dossier.root(), &["annotate", "--write", file.to_str().unwrap()]);
    assert!(code == 1 && printed.contains("write-protected"), "{printed}");
    assert_eq!(fs::read_to_string(&file).unwrap(), "قال الوزير إن العمل يبدأ.\n");
    assert_eq!(names(file.parent().unwrap()), ["b.md"]);
}

/// What stands beside an article under its name is somebody's: it is told of, and nothing of it is lost.
#[test]
fn markdown_that_is_already_there_is_left_alone() {
    let other = "افتتاح مدرسة\n\nافتتحت المدرسة أبوابها أمس، وقال مديرها إن الدروس تبدأ غدًا.\n";
    let page = "<html><body><article><h1>افتتاح مدرسة</h1><p>افتتحت المدرسة أبوابها أمس، وقال مديرها إن الدروس تبدأ غدًا.</p></article></body></html>";
    let dossier = Dossier::of([
        ("content/articles/a.txt", ARTICLE),
        ("content/articles/a.md", "كلام كتبه المحرر بيده.\n"),
        ("content/articles/two.txt", other),
        ("content/articles/two.html", page),
    ]);
    let articles = dossier.root().join("content/articles");
    let write = |name: &str| {
        run(&dossier.root(), &["annotate", "--write", articles.join(name).to_str().unwrap()])
    };
    let (code, printed) = write("a.txt");
    assert!(code == 1 && printed.contains("a.txt: error[exists]"), "{printed}");
    assert_eq!(fs::read_to_string(articles.join("a.md")).unwrap(), "كلام كتبه المحرر بيده.\n");
    // Whichever of the two comes first is written, and the other hears of it.
    assert_eq!(write("two.txt").0, 0);
    let first = fs::read_to_string(articles.join("two.md")).unwrap();
    let (code, printed) = write("two.html");
    assert!(code == 1 && printed.contains("two.html: error[exists]"), "{printed}");
    assert_eq!(fs::read_to_string(articles.join("two.md")).unwrap(), first);
    assert_eq!(names(&articles), ["a.md", "a.txt", "two.html", "two.md", "two.txt"]);
}

/// Needs the right to become somebody else; without it the test says that it was skipped.
#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_may_not_be_written_is_left_as_it_was() {
    let dossier = Dossier::small();
    let articles = dossier.root().join("content/articles");
    for (dir, mode) in [(dossier.room.path(), 0o755), (&*articles, 0o555)] {
        fs::set_permissions(dir, fs::Permissions::from_mode(mode)).unwrap();
    }
    let before = super::snapshot(&dossier.root());
    let text = articles.join("jalsa.txt");
    let Some(done) = super::as_nobody(&[
        "annotate".as_ref(),
        "--write".as_ref(),
        "--root".as_ref(),
        dossier.root().as_os_str(),
        text.as_os_str(),
    ]) else {
        super::say("skipped: the program cannot be run as somebody else");
        return;
    };
    let printed = super::printed(&done);
    assert!(
        done.status.code() == Some(1) && printed.contains("jalsa.md: error[file]"),
        "{printed}"
    );
    assert_eq!(super::snapshot(&dossier.root()), before);
}

#[test]
fn what_was_found_is_not_frozen_into_a_front_matter() {
    let dossier = Dossier::small();
    let file = dossier.root().join("content/articles/jalsa.txt");
    run(&dossier.root(), &["annotate", "--write", file.to_str().unwrap()]);
    let text = fs::read_to_string(file.with_extension("md")).unwrap();
    assert!(text.contains("title:") && !text.contains("topics"), "{text}");
}

#[test]
fn a_name_that_a_terminal_would_obey_is_spelled_out() {
    let dossier = Dossier::of([("content/articles/a\u{1B}[2J\nfake: error[x]: y.txt", "\u{1}")]);
    let (code, printed) = run(&dossier.root(), &["check"]);
    assert_eq!(code, 1);
    assert!(!printed.contains('\u{1B}'), "{printed:?}");
    assert!(!printed.lines().any(|line| line.starts_with("fake")), "{printed:?}");
}
