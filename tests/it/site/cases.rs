//! Small sites, each a file of tests/sites: its content, and the pages that must come of it.
//!
//! A file holds sections, each under a line `-- PATH --`: what stands under `content/`, then what is expected under
//! `public/`. Of a page that is its `<main>`; of anything else, all. `SIJILL_ACCEPT=1` writes the expected sections anew
//! for the paths that a case names; a path that nothing produces fails.

use std::path::{Path, PathBuf};

use sijill::site::load::load;
use sijill::site::output::Output;
use sijill::site::{Options, output_of};

use super::{Wing, laws, main_of, page};

/// A section: its path and its text.
type Section = (String, String);

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites");
    let mut cases: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    cases
}

fn sections(text: &str) -> Vec<Section> {
    let mut found: Vec<Section> = Vec::new();
    for line in text.split_inclusive('\n') {
        match line.trim_end().strip_prefix("-- ").and_then(|rest| rest.strip_suffix(" --")) {
            Some(path) => found.push((path.to_owned(), String::new())),
            None => found.last_mut().expect("a case begins with `-- PATH --`").1.push_str(line),
        }
    }
    found
}

fn build(content: &[&Section]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in content {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let content = load(folder.path(), &Wing).unwrap();
    output_of(content.value, &Options::default()).unwrap_or_else(|error| panic!("{error}")).value
}

/// What a case shows of a file.
fn shown(output: &Output, path: &str) -> String {
    main_of(&page(output, path))
}

#[test]
fn small_sites_have_the_pages_that_their_cases_expect() {
    let accept = std::env::var_os("SIJILL_ACCEPT").is_some();
    let mut wrong = Vec::new();
    for case in cases() {
        let name = case.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let all = sections(&std::fs::read_to_string(&case).unwrap());
        let (expected, content): (Vec<&Section>, Vec<&Section>) =
            all.iter().partition(|(path, _)| path.starts_with("public/"));
        let output = build(&content);
        laws::links_lead_somewhere(&output);
        assert!(!expected.is_empty(), "{name} expects nothing");
        let mut made = content
            .into_iter()
            .map(|(path, text)| format!("-- {path} --\n{text}"))
            .collect::<String>();
        for (path, text) in expected {
            let file = path.trim_start_matches("public/");
            assert!(output.contains(file), "{name}: nothing made {path}");
            let found = shown(&output, file);
            if found != *text {
                wrong.push(format!("{name}: {path} is\n{found}\ninstead of\n{text}"));
            }
            made.push_str(&format!("-- {path} --\n{found}"));
        }
        if accept {
            std::fs::write(&case, made).unwrap();
        }
    }
    assert!(
        accept || wrong.is_empty(),
        "{}\n(SIJILL_ACCEPT=1 takes what was made; read it in the diff)",
        wrong.join("\n")
    );
}
