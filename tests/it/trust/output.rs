//! Where a site goes: one build at a time, never in the place of what no build made, never among the sources.

use std::fs;
use std::time::Duration;

use sijill::site::output::Output;
use sijill::site::publish::{Target, publish};

use super::{Dossier, measured, names, printed, program, run, size, snapshot};

fn site(words: &str) -> Output {
    let mut output = Output::default();
    for page in 0..20 {
        output
            .add_bytes(
                format!("articles/{page}/index.html"),
                "an article",
                format!("{words} {page}").into_bytes(),
            )
            .unwrap();
    }
    output
}

#[test]
fn whoever_waits_too_long_hears_for_whom() {
    let room = tempfile::tempdir().unwrap();
    let out = room.path().join("public");
    let held = Target::of(&out).unwrap().lock(Duration::ZERO, |_| ()).unwrap();
    let failed = Target::of(&out)
        .unwrap()
        .lock(Duration::from_millis(30), |_| ())
        .map(|_| ())
        .expect_err("it is held")
        .to_string();
    assert!(
        failed.contains("error[busy-output]")
            && failed.contains(&format!("process {}", std::process::id())),
        "{failed}"
    );
    assert_eq!(held.publish(&site("أول")).unwrap().files, 20);
    drop(held);
    assert_eq!(names(room.path()), ["public"]);
}

/// A killed build's folder goes, that of another target and a person's own stay.
#[test]
fn only_folders_of_dead_builds_of_this_target_are_cleared() {
    let room = tempfile::tempdir().unwrap();
    for name in [
        ".sijill-public.4711-abcdef",
        ".sijill-public-b.4711-abcdef",
        ".sijill-public.notes",
        ".sijill-public.4711-abc",
    ] {
        fs::create_dir(room.path().join(name)).unwrap();
        fs::write(room.path().join(name).join("index.html"), "نصف").unwrap();
    }
    publish(&site("أول"), &room.path().join("public")).unwrap();
    assert_eq!(
        names(room.path()),
        [
            ".sijill-public-b.4711-abcdef",
            ".sijill-public.4711-abc",
            ".sijill-public.notes",
            "public"
        ]
    );
}

/// Where folders cannot be exchanged in one step, a kill between the two renames leaves the old site aside.
#[test]
fn a_site_that_was_put_aside_comes_back() {
    let room = tempfile::tempdir().unwrap();
    let (out, aside) = (room.path().join("public"), room.path().join(".sijill-public.4711-abcdef"));
    publish(&site("قديم"), &out).unwrap();
    fs::rename(&out, &aside).unwrap();
    let mut broken = site("جديد");
    broken
        .add("broken.html", "a page", || Err(sijill::diagnostics::Error::Template("لا".to_owned())))
        .unwrap();
    assert!(publish(&broken, &out).is_err());
    assert_eq!(fs::read_to_string(out.join("articles/3/index.html")).unwrap(), "قديم 3");
    assert_eq!(names(room.path()), ["public"]);
}

#[test]
fn builds_at_once_make_one_whole_site() {
    for round in 0..size(10, 200) {
        let room = tempfile::tempdir().unwrap();
        let out = room.path().join("public");
        std::thread::scope(|scope| {
            for words in ["أول", "ثان", "ثالث", "رابع"] {
                let out = &out;
                scope.spawn(move || publish(&site(words), out).unwrap());
            }
        });
        let files = snapshot(&out);
        let first: String = fs::read_to_string(out.join("articles/0/index.html")).unwrap();
        let words = first.trim_end_matches(" 0");
        assert_eq!(files.len(), 21, "round {round}: the pages and the marker");
        assert!(
            files
                .iter()
                .filter(|(path, _)| path.ends_with("index.html"))
                .all(|(_, bytes)| bytes.starts_with(words.as_bytes()))
        );
        assert_eq!(names(room.path()), ["public"], "round {round}");
    }
}

#[test]
fn processes_at_once_make_one_whole_site() {
    let (one, other) = (
        Dossier::small(),
        Dossier::of([(
            "content/articles/madrasa.txt",
            "افتتاح مدرسة\n\nافتتحت المدرسة أبوابها أمس، وقال مديرها إن الدروس تبدأ غدًا.\n",
        )]),
    );
    let rounds = size(2, 200);
    for _ in 0..rounds {
        let room = tempfile::tempdir().unwrap();
        let (out, sibling) = (room.path().join("site"), room.path().join("site-b"));
        let start = |dossier: &Dossier, out| {
            program()
                .args(["build", "--root"])
                .arg(dossier.root())
                .arg("--out")
                .arg(out)
                .stdout(std::process::Stdio::piped())
                .stderr(std::process::Stdio::piped())
                .spawn()
                .unwrap()
        };
        let builds =
            [start(&one, &out), start(&other, &out), start(&one, &sibling), start(&other, &out)];
        for build in builds {
            let done = build.wait_with_output().unwrap();
            assert!(done.status.success(), "{}", printed(&done));
        }
        assert_eq!(names(room.path()), ["site", "site-b"]);
        assert!(out.join(".sijill").is_file() && sibling.join(".sijill").is_file());
        assert_ne!(
            out.join("articles/jalsa").exists(),
            out.join("articles/madrasa").exists(),
            "the site is one of the two"
        );
        // What one of them kept of its build must not pass for the other's.
        for (dossier, there) in [(&one, "jalsa"), (&other, "madrasa")] {
            let again = program()
                .args(["build", "--root"])
                .arg(dossier.root())
                .arg("--out")
                .arg(&out)
                .output()
                .unwrap();
            assert!(
                again.status.success() && out.join("articles").join(there).exists(),
                "{}",
                printed(&again)
            );
        }
    }
    measured(&format!("output: {rounds} rounds of four processes; 0 broken, 0 folders left"));
}

/// Indexes a folder that another program has made; what is said of it.
fn indexed(folder: &std::path::Path) -> String {
    let done = program().arg("index").arg(folder).output().unwrap();
    assert!(done.status.success(), "{}", printed(&done));
    printed(&done)
}

/// `index` writes into a site that another program has made: what it leaves there when it is killed is no page of it.
#[test]
fn an_index_that_was_killed_is_cleared_and_the_old_one_stays() {
    let room = tempfile::tempdir().unwrap();
    let page = |path: &str, words: &str| {
        let file = room.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, format!("<title>{words}</title><p>وصلت السفينة إلى {words}.</p>")).unwrap();
    };
    page("port.html", "الميناء");
    indexed(room.path());
    // No process has the highest number there is.
    let half = format!(".sijill-index.{}-abcdef", i32::MAX);
    page(&format!("{half}/new/half.html"), "النصف");
    fs::rename(room.path().join("search"), room.path().join(&half).join("old")).unwrap();
    let of_living = format!(".sijill-index.{}-abcdef", std::process::id());
    page(&format!("{of_living}/new/other.html"), "الآخر");
    let told = indexed(room.path());
    assert!(told.contains("1 page indexed"), "{told}");
    assert_eq!(names(room.path()), [&*of_living, "port.html", "search"]);
}

#[cfg(unix)]
#[test]
fn an_index_behind_a_link_stays_behind_it() {
    let room = tempfile::tempdir().unwrap();
    let (site, real) = (room.path().join("site"), room.path().join("real"));
    fs::create_dir(&site).unwrap();
    fs::write(site.join("a.html"), "<title>ا</title><p>وصلت السفينة.</p>").unwrap();
    indexed(&site);
    fs::rename(site.join("search"), &real).unwrap();
    std::os::unix::fs::symlink("../real", site.join("search")).unwrap();
    fs::write(site.join("b.html"), "<title>ب</title><p>غادرت السفينة.</p>").unwrap();
    assert!(indexed(&site).contains("2 pages indexed"));
    assert!(site.join("search").is_symlink() && real.join("index.html").is_file());
    assert_eq!(names(room.path()), ["real", "site"]);
    fs::remove_dir_all(&real).unwrap();
    let done = program().arg("index").arg(&site).output().unwrap();
    assert!(printed(&done).contains("error[folder-taken]"), "{}", printed(&done));
    assert!(site.join("search").is_symlink());
}

#[cfg(unix)]
#[test]
fn a_link_is_followed_and_stays_a_link() {
    let dossier = Dossier::small();
    let (real, link) = (dossier.beside("real/site"), dossier.beside("link"));
    fs::create_dir_all(&real).unwrap();
    std::os::unix::fs::symlink("real/site", &link).unwrap();
    let build =
        |out: &std::path::Path| run(&dossier.root(), &["build", "--out", out.to_str().unwrap()]);
    assert_eq!(build(&link).0, 0);
    assert!(link.is_symlink() && real.join("index.html").is_file());
    let dangling = dossier.beside("dangling");
    std::os::unix::fs::symlink("nowhere", &dangling).unwrap();
    let (code, printed) = build(&dangling);
    assert!(code == 1 && printed.contains("error[dangling-link]"), "{printed}");
    assert_eq!(names(dossier.room.path()), ["dangling", "link", "real", "root"]);
    assert_eq!(names(&dossier.beside("real")), ["site"]);
}

#[test]
fn sources_and_the_names_of_builds_are_no_output_folders() {
    let dossier = Dossier::small();
    fs::create_dir_all(dossier.root().join("static")).unwrap();
    for out in ["content/articles/out", "content", "static/x", ".sijill-x", ".sijill"] {
        let (code, printed) =
            run(&dossier.root(), &["build", "--out", dossier.root().join(out).to_str().unwrap()]);
        assert!(code == 1 && printed.contains("error[bad-output]"), "{out}: {printed}");
    }
    let here = program()
        .args(["build", "--root"])
        .arg(dossier.root())
        .args(["--out", "."])
        .current_dir(dossier.room.path())
        .output()
        .unwrap();
    assert!(
        here.status.code() == Some(1) && printed(&here).contains("error[bad-output]"),
        "{}",
        printed(&here)
    );
}

/// Needs the right to become somebody else; without it the test says that it was skipped.
#[cfg(target_os = "linux")]
#[test]
fn what_belongs_to_somebody_else_is_told_of() {
    use std::os::unix::fs::PermissionsExt as _;
    let dossier = Dossier::small();
    let out = dossier.beside("site");
    assert_eq!(run(&dossier.root(), &["build", "--out", out.to_str().unwrap()]).0, 0);
    fs::set_permissions(dossier.room.path(), fs::Permissions::from_mode(0o777)).unwrap();
    let other = super::ARTICLE.replace("الجسر", "السد");
    dossier.write("content/articles/jalsa.txt", other.as_bytes());
    let root = dossier.root();
    let words =
        ["build".as_ref(), "--root".as_ref(), root.as_os_str(), "--out".as_ref(), out.as_os_str()];
    let Some(done) = super::as_nobody(&words) else {
        super::say("skipped: the program cannot be run as somebody else");
        return;
    };
    assert!(
        done.status.success() && printed(&done).contains("warning[leftover]"),
        "{}",
        printed(&done)
    );
    assert!(fs::read_to_string(out.join("articles/jalsa/index.html")).unwrap().contains("السد"));
    // Whoever owns it builds again, and nothing is left.
    dossier.write("content/articles/jalsa.txt", super::ARTICLE.as_bytes());
    assert_eq!(run(&root, &["build", "--out", out.to_str().unwrap()]).0, 0);
    assert_eq!(names(dossier.room.path()), ["root", "site"]);
}

/// What `build` refuses `check` refuses, with the article's file and line.
#[test]
fn paths_that_cannot_be_are_errors_of_their_article() {
    let long = format!("{}/x", "م".repeat(150));
    let aliases = [
        "feed.xml",
        "static/site.css",
        "search/search.js",
        "_headers",
        "robots.txt",
        "sitemap.xml/x",
        ".sijill",
        &long,
        "a\\\\b",
        "old\\nnew",
        ".git/hooks/x.html",
        "C:/x",
        "con/nul",
        "a?b#c",
        "x.HTML",
        "articles/jalsa/",
        "Articles/JALSA/",
        "../x",
    ];
    for alias in aliases {
        let article = format!(
            "---\ntitle: خبر\ndate: 2021-04-07\naliases: [\"{alias}\"]\n---\n\nقال الوزير إن العمل يبدأ.\n"
        );
        let settings = ("content/site.yaml", "base_url: https://example.org");
        let dossier = Dossier::of([
            ("content/articles/b.md", &*article),
            ("content/articles/jalsa.txt", super::ARTICLE),
            settings,
        ]);
        // A folder of that name would be a redirect of its own: `feed.xml` is a file.
        for command in ["check", "build"] {
            let (code, printed) = run(&dossier.root(), &[command]);
            let is_told = printed.contains("content/articles/b.md:4:1: error[path-taken]")
                || printed.contains("content/articles/b.md:4:1: error[bad-alias]")
                || printed.contains("content/articles/b.md:4:1: error[bad-path]");
            assert!(code == 1 && is_told, "{command} {alias}: {printed}");
        }
        assert!(!dossier.root().join("public").exists());
    }
}

#[test]
fn names_that_differ_in_case_only_are_one() {
    for (files, code) in [
        (["content/articles/Abc.md", "content/articles/abc.md"], "slug-taken"),
        (["content/articles/Page.md", "content/articles/x.md"], "reserved-slug"),
        (["content/articles/con.md", "content/articles/y.md"], "reserved-slug"),
        (["content/articles/COM1.txt", "content/articles/y.md"], "reserved-slug"),
        // One name for a reader and for macOS: composed, and of a letter and its mark.
        (["content/articles/caf\u{E9}.md", "content/articles/cafe\u{301}.md"], "slug-taken"),
        (["content/articles/\u{622}ب.md", "content/articles/\u{627}\u{653}ب.md"], "slug-taken"),
    ] {
        let dossier = Dossier::of(files.map(|file| (file, super::ARTICLE)));
        let (exit, printed) = run(&dossier.root(), &["check"]);
        assert!(exit == 1 && printed.contains(&format!("error[{code}]")), "{files:?}: {printed}");
    }
}

/// Whatever a person writes as a slug, the page lies in a folder of its own below `articles/`, or is refused.
#[test]
fn odd_slugs_lead_nowhere_else() {
    let long = "م".repeat(250);
    let slugs = [
        "index.html",
        "..",
        "../../x",
        "/etc/x",
        "a\\\\b",
        "a\\0b",
        "a\\nb",
        "a.",
        ".hidden",
        ".sijill",
        "C:/x",
        "con",
        "NUL",
        "page",
        "year",
        "PAGE",
        "a/../b",
        "a b",
        "%2e%2e",
        &long,
    ];
    for slug in slugs {
        let article = format!(
            "---\ntitle: خبر\ndate: 2021-04-07\nslug: \"{slug}\"\n---\n\nقال الوزير إن العمل يبدأ.\n"
        );
        let dossier = Dossier::of([("content/articles/b.md", &*article)]);
        let (checked, told) = run(&dossier.root(), &["check"]);
        let (built, printed) = run(&dossier.root(), &["build"]);
        assert_eq!(checked, built, "{slug}: {told}{printed}");
        assert_eq!(names(dossier.room.path()), ["root"], "{slug}");
        if built != 0 {
            assert!(
                told.contains("content/articles/b.md:") && printed.contains("b.md:"),
                "{slug}: {told}"
            );
            continue;
        }
        let articles = dossier.root().join("public/articles");
        let pages: Vec<String> = names(&articles)
            .into_iter()
            .filter(|name| articles.join(name).is_dir() && name != "page" && name != "year")
            .collect();
        let [page] = &pages[..] else { panic!("{slug}: {pages:?}") };
        let is_harmless =
            page.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_' || c == '.');
        assert!(is_harmless && !page.starts_with('.') && page.len() <= 255, "{slug}: {page}");
        assert!(articles.join(page).join("index.html").is_file(), "{slug}: {page}");
    }
}
