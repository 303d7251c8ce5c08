//! docs/content.md lists every key, field, setting and mark that the code has (`SIJILL_ACCEPT=1` writes it anew), and
//! what `init` writes holds an example of each.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use sijill::document::{Annotation, MentionKind, Speaker};
use sijill::knowledge::{EntityKind, Knowledge};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A struct of the code: what it is, and each public field with its type and what it is.
struct Struct {
    about: String,
    fields: Vec<(String, String, String)>,
}

fn parse(file: &str, name: &str) -> Struct {
    let code = read(&root().join(file));
    let head = format!("pub struct {name} {{\n");
    let (before, after) = code.split_once(&head).unwrap_or_else(|| panic!("no {name} in {file}"));
    let mut about: Vec<&str> =
        before.lines().rev().skip_while(|line| line.starts_with("#[")).map_while(doc).collect();
    about.reverse();
    let (mut fields, mut words) = (Vec::new(), String::new());
    for line in after.split_once("\n}").unwrap().0.lines().map(str::trim) {
        if let Some(text) = doc(line) {
            words = format!("{words} {text}").trim().to_owned();
        } else if let Some((field, kind)) =
            line.strip_prefix("pub ").and_then(|field| field.trim_end_matches(',').split_once(": "))
        {
            fields.push((field.to_owned(), kind.to_owned(), std::mem::take(&mut words)));
        }
    }
    let about = about.join(" ");
    Struct { about: about.split("  ").next().unwrap_or_default().to_owned(), fields }
}

fn doc(line: &str) -> Option<&str> {
    line.trim().strip_prefix("///").map(str::trim)
}

/// What an editor writes for a type.
fn shown(kind: &str) -> &'static str {
    match kind {
        _ if kind.contains("bool") => "`true`, `false`",
        _ if kind.contains("Edtf") && kind.starts_with("Vec") => "dates",
        _ if kind.contains("Edtf") => "a date",
        "Option<(i32, i32)>" => "two years",
        _ if kind.contains("f64") || kind.contains("u32") || kind.contains("u64") => "a number",
        "Vec<(String, f64)>" => "words, `word: weight`",
        _ if kind.starts_with("Vec<String>") || kind == "Option<Vec<String>>" => "a list of texts",
        _ if kind.starts_with("Vec<Id>") => "a list of ids",
        _ if kind.contains("Id") => "an id",
        _ if kind.starts_with("Vec") => "a list",
        _ if kind.starts_with("BTreeMap") => "keys of its own",
        _ if kind.contains("String") => "a text",
        _ if kind.contains("DateBasis") => "`stated`, `page`, `inferred`, `editor`",
        "Digits" => "`latn`, `arab`",
        "MonthNames" => {
            "`levant`, `egypt`, `gulf`, `tunisia`, `algeria`, `morocco`, `mauritania`, `dual-levant`, `dual-gulf`"
        }
        "Status" => "`announced`, `held`, `reported`, `disputed`, `postponed`, `cancelled`",
        "PublicationStatus" => "`draft`, `published`, `withdrawn`",
        "Display" => "`full`, `excerpt`, `link`",
        _ => "keys of its own",
    }
}

/// The keys that no file has: the id's kind comes from its list, the rest is how a person wrote it.
const NOT_WRITTEN: [&str; 3] = ["kind", "written", "closing"];

fn table(file: &str, names: &[(&str, &str)]) -> String {
    let mut made = String::new();
    for (name, title) in names {
        let found = parse(file, name);
        if !title.is_empty() {
            write!(made, "### {title}\n\n{}\n\n", found.about).unwrap();
        }
        made.push_str("| key | value | |\n|---|---|---|\n");
        for (field, kind, words) in
            found.fields.iter().filter(|(field, ..)| !NOT_WRITTEN.contains(&field.as_str()))
        {
            writeln!(made, "| `{field}` | {} | {} |", shown(kind), words.replace('|', "\\|"))
                .unwrap();
        }
        made.push('\n');
    }
    made
}

const KNOWLEDGE: [(&str, &str); 11] = [
    ("Entity", "`people`, `organizations`, `places`"),
    ("Role", "`roles` of a person"),
    ("Outlet", "`outlets`"),
    ("Topic", "`topics`"),
    ("Series", "`series`"),
    ("Event", "`events`"),
    ("EventCue", "`cues` of an event"),
    ("AlsoDated", "`also_dated` of an event"),
    ("EventSource", "`sources` of an event"),
    ("Figure", "`figures` of an event"),
    ("FigureCue", "`figures`"),
];

const FRONT_MATTER: [(&str, &str); 3] =
    [("FrontMatter", ""), ("Source", "`source`"), ("DateEvidence", "`date_evidence`")];

#[test]
fn the_tables_are_those_of_the_code() {
    let path = root().join("docs/content.md");
    let doc = read(&path);
    let mut made = doc.clone();
    for (list, text) in [
        ("settings", table("src/config.rs", &[("Config", "")])),
        ("front matter", table("src/document/front_matter/fields.rs", &FRONT_MATTER)),
        ("knowledge", table("src/knowledge/entries.rs", &KNOWLEDGE)),
    ] {
        let (open, close) = (format!("<!-- {list} -->\n"), format!("<!-- end of {list} -->"));
        let (before, rest) = made.split_once(&open).unwrap();
        let (_, after) = rest.split_once(&close).unwrap();
        made = format!("{before}{open}\n{text}{close}{after}");
    }
    if std::env::var_os("SIJILL_ACCEPT").is_some() {
        std::fs::write(&path, &made).unwrap();
    } else {
        assert!(made == doc, "docs/content.md is not what the code says: run with SIJILL_ACCEPT=1");
    }
}

#[test]
fn every_mark_is_in_the_guide() {
    let doc = read(&root().join("docs/content.md"));
    let kinds = [EntityKind::Person, EntityKind::Organization, EntityKind::Place];
    let kinds = kinds.map(MentionKind::Entity).into_iter().chain([MentionKind::Event]);
    let mentions = kinds.map(|kind| Annotation::Mention(kind, None));
    let date = "2021-04-07".parse().unwrap();
    let others = [
        Annotation::Date(date),
        Annotation::Quote(Speaker::Unknown),
        Annotation::EndQuote,
        Annotation::Plain,
    ];
    for mark in mentions.chain(others) {
        let spelled = mark.spell();
        let scheme = spelled.split_inclusive(':').next().unwrap();
        assert!(doc.contains(scheme), "{scheme} is not in docs/content.md");
    }
}

/// An example with its comment signs taken away.
fn uncommented(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.starts_with("# ") || line.starts_with("#  "));
    let lines = lines.map(|line| line.strip_prefix('#').unwrap_or(line).replace(": []", ":"));
    lines.flat_map(|line| [line, "\n".to_owned()]).collect()
}

#[test]
fn a_dossier_begun_here_is_built_without_naming_its_folder() {
    let room = tempfile::tempdir().unwrap();
    let said = Command::cargo_bin("sijill")
        .unwrap()
        .current_dir(room.path())
        .args(["init", ".", "--lang", "en"])
        .assert()
        .success();
    let said = String::from_utf8_lossy(&said.get_output().stdout).into_owned();
    assert_eq!(said.trim(), "put articles into content/articles, then run `sijill build`");
}

#[test]
fn init_writes_an_example_of_every_field_that_can_be_read() {
    let room = tempfile::tempdir().unwrap();
    let dir = room.path().join("dossier");
    let init = |dir: &Path| {
        Command::cargo_bin("sijill")
            .unwrap()
            .arg("init")
            .arg(dir)
            .args(["--title", "سدود"])
            .assert()
            .success();
    };
    init(&dir);
    let lists =
        ["people", "organizations", "places", "outlets", "topics", "series", "events", "figures"];
    let texts: Vec<(String, String)> = lists
        .iter()
        .map(|list| {
            let text = read(&dir.join(format!("content/knowledge/{list}.yaml")));
            (format!("{list}.yaml"), uncommented(&text))
        })
        .collect();
    let files = texts.iter().map(|(name, text)| (name.as_str(), text.as_str()));
    let knowledge = Knowledge::parse(files).unwrap_or_else(|found| panic!("{found:#?}"));
    assert_eq!((knowledge.entities.len(), knowledge.events.len()), (5, 1));
    for (name, _) in KNOWLEDGE {
        let fields = parse("src/knowledge/entries.rs", name).fields;
        let wanted: BTreeSet<&str> = fields
            .iter()
            .map(|(field, ..)| field.as_str())
            .filter(|field| !NOT_WRITTEN.contains(field))
            .collect();
        for field in wanted {
            let key = format!("{field}:");
            assert!(texts.iter().any(|(_, text)| text.contains(&key)), "{name}: no {key}");
        }
    }
    // As it is, the new dossier builds, and its sample stays a draft.
    let built =
        Command::cargo_bin("sijill").unwrap().arg("build").current_dir(&dir).assert().success();
    let said = String::from_utf8_lossy(&built.get_output().stdout).into_owned();
    assert!(said.starts_with("0 articles"), "{said}");
    assert!(!dir.join("public/articles/sample").exists());
}
