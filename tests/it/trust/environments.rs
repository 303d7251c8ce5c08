//! Whoever builds, wherever and whenever: the same articles make the same bytes.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};

use super::{ARTICLE, Dossier, printed, program, snapshot};

/// Articles whose days are looked for («أمس», «الخميس الماضي»), stated, and not there at all.
const FILES: [(&str, &str); 5] = [
    ("content/articles/jalsa.txt", ARTICLE),
    (
        "content/articles/sadd.txt",
        "افتتاح السد\n\n8 نيسان 2021\n\nقالت هناء الكرخي أمس الأربعاء إن السد يبدأ العمل الخميس المقبل، وإن كلفته 40 مليون دينار.\n",
    ),
    (
        "content/articles/mina.md",
        "---\ntitle: الميناء\ndate: 2021-05-02\n---\n\nقال سليم الوادي إن «العمل في الميناء ينتهي في حزيران».\n",
    ),
    (
        "content/knowledge/people.yaml",
        "people:\n  - {id: salim, name: سليم الوادي}\n  - {id: hana, name: هناء الكرخي}\n",
    ),
    ("content/site.yaml", "title: ملف الجسور\nbase_url: https://example.org\n"),
];

fn build(root: &Path, out: &Path) -> Command {
    let mut command = program();
    command.args(["build", "--root"]).arg(root).arg("--out").arg(out);
    command
}

fn built(mut command: Command, out: &Path, how: &str) -> BTreeMap<PathBuf, Vec<u8>> {
    let done = command.output().unwrap();
    assert!(done.status.success(), "{how}: {}", printed(&done));
    snapshot(out)
}

/// The files in which two sites differ.
fn differing(one: &BTreeMap<PathBuf, Vec<u8>>, other: &BTreeMap<PathBuf, Vec<u8>>) -> Vec<String> {
    let paths = one.keys().chain(other.keys().filter(|path| !one.contains_key(*path)));
    let differing = paths.filter(|path| one.get(*path) != other.get(*path));
    differing.map(|path| path.display().to_string()).collect()
}

#[test]
fn the_environment_changes_no_byte() {
    let dossier = Dossier::of(FILES);
    let (root, plain) = (dossier.root(), dossier.beside("plain"));
    let forget = || drop(fs::remove_dir_all(root.join(".sijill")));
    let wanted = built(build(&root, &plain), &plain, "as it is");
    let variables: [(&str, &[(&str, &str)]); 8] = [
        ("far in the east", &[("TZ", "Pacific/Kiritimati")]),
        ("far in the west", &[("TZ", "Etc/GMT+12")]),
        ("in Arabic", &[("LANG", "ar_IQ.UTF-8"), ("LC_ALL", "ar_IQ.UTF-8")]),
        ("in Turkish", &[("LANG", "tr_TR.UTF-8"), ("LC_ALL", "tr_TR.UTF-8")]),
        ("one thread", &[("RAYON_NUM_THREADS", "1")]),
        ("seven threads", &[("RAYON_NUM_THREADS", "7")]),
        ("a day that is none", &[("SOURCE_DATE_EPOCH", "yesterday")]),
        ("a day after all days", &[("SOURCE_DATE_EPOCH", "99999999999999999")]),
    ];
    for (how, variables) in variables {
        forget();
        let out = dossier.beside(how);
        let mut command = build(&root, &out);
        command.envs(variables.iter().copied());
        let differing = differing(&wanted, &built(command, &out, how));
        assert!(differing.is_empty(), "{how}: {differing:?}");
    }
    forget();
    let out = dossier.beside("nothing");
    let mut command = build(&root, &out);
    command.env_clear();
    assert_eq!(wanted, built(command, &out, "no environment"));
    forget();
    let out = dossier.beside("near");
    let mut command = program();
    command.args(["build", "--out", "../near"]).current_dir(root.join("content/.."));
    assert_eq!(wanted, built(command, &out, "from the root itself"));
    forget();
    // The folder of another site, with pages that this one does not have.
    let other = Dossier::of([("content/articles/madrasa.txt", ARTICLE)]);
    let out = dossier.beside("over");
    built(build(&other.root(), &out), &out, "another site");
    assert_eq!(wanted, built(build(&root, &out), &out, "over another site"));
}

#[test]
fn the_order_and_the_times_of_files_change_no_byte() {
    let (one, other) = (Dossier::of(FILES), Dossier::of(FILES.into_iter().rev()));
    for (at, (path, _)) in FILES.iter().enumerate() {
        let days = Duration::from_secs(86_400 * 400 * (20 + at as u64));
        let file = fs::File::options().write(true).open(other.root().join(path)).unwrap();
        file.set_modified(SystemTime::UNIX_EPOCH + days).unwrap();
    }
    let sites = [&one, &other].map(|dossier| {
        let out = dossier.beside("site");
        built(build(&dossier.root(), &out), &out, "a dossier")
    });
    let differing = differing(&sites[0], &sites[1]);
    assert!(differing.is_empty(), "{differing:?}");
}

/// Feeds that know no day of their own take this one; nothing else does.
#[test]
fn a_source_date_is_in_feeds_alone() {
    let dossier = Dossier::of(FILES);
    let site = |name: &str, seconds: Option<&str>| {
        drop(fs::remove_dir_all(dossier.root().join(".sijill")));
        let out = dossier.beside(name);
        let mut command = build(&dossier.root(), &out);
        command.env_remove("SOURCE_DATE_EPOCH");
        command.envs(seconds.map(|seconds| ("SOURCE_DATE_EPOCH", seconds)));
        built(command, &out, name)
    };
    let (none, first, again) =
        (site("none", None), site("first", Some("1617800000")), site("again", Some("1617800000")));
    assert_eq!(first, again);
    let differing = differing(&none, &first);
    let are_feeds = differing
        .iter()
        .all(|path| ["feed.json", "feed.xml", "timeline.ics", ".sijill"].contains(&path.as_str()));
    assert!(are_feeds && differing.iter().any(|path| path == "feed.xml"), "{differing:?}");
}
