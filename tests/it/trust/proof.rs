//! `verify` finds what differs.

use std::fs;

use super::{Dossier, run};

#[test]
fn a_built_site_is_proven_and_each_difference_found() {
    let raw = "مشاركة\nفيسبوك\nتويتر\n\n".to_owned() + super::ARTICLE + "\nاقرأ أيضًا: افتتاح مدرسة في الشمال\n";
    let dossier = Dossier::of([
        ("content/articles/jalsa.txt", &*raw),
        ("content/articles/b.md", "---\ntitle: خبر\ndate: 2021-04-07\n---\n\nقال الوزير إن **العمل** يبدأ في 1 أيار.\n"),
    ]);
    let verify = || run(&dossier.root(), &["verify"]);
    let build = || assert_eq!(run(&dossier.root(), &["build"]).0, 0);
    let (code, printed) = verify();
    assert!(code == 1 && printed.contains("error[no-site]"), "{printed}");
    build();
    let (code, printed) = verify();
    assert!(code == 0 && printed.contains("2 raw texts are whole"), "{printed}");
    let site = dossier.root().join("public");
    let differs = |path: &str, what: &str| {
        let (code, printed) = verify();
        assert!(code == 1 && printed.contains(&format!("{path}: error[differs]")) && printed.contains(what), "{path}: {printed}");
        // A site that was tampered with is not the one that the last build left.
        build();
        assert_eq!(verify().0, 0, "building again mends it");
    };
    fs::write(site.join("extra.html"), "غريب").unwrap();
    differs("extra.html", "not one of the site's");
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
    dossier.write("content/articles/b.md", "---\ntitle: خبر آخر\ndate: 2021-04-07\n---\n\nقال الوزير إن العمل يبدأ.\n".as_bytes());
    assert_eq!(verify().0, 1, "the sources have changed since");
}

#[test]
fn the_dossier_of_this_repository_is_proven() {
    let room = tempfile::tempdir().unwrap();
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let out = room.path().join("public");
    let out = out.to_str().unwrap();
    assert_eq!(run(root, &["build", "--out", out]).0, 0);
    let (code, printed) = run(root, &["verify", "--out", out]);
    assert!(code == 0 && printed.contains("links lead somewhere"), "{printed}");
}
