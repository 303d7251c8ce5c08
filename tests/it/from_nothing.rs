//! Folders of raw articles without any YAML: what their sites say, against what a person judged.
//!
//! `tests/data/from-nothing/NAME/judged.txt` says of each page and entry whether it is right; what is made and not
//! judged there fails, so that nothing new is published unread. A name that is right once is right ever after.

use std::collections::BTreeMap;
use std::path::Path;

use sijill::knowledge::EntityKind;
use sijill::site::model::Site;

use crate::site::model;

/// Of a hundred pages, or entries, as many must be right.
const RIGHT: usize = 90;

/// What a person said of the pages and entries of a folder: the line without its mark → whether it is right.
struct Judged {
    lines: BTreeMap<String, bool>,
}

impl Judged {
    fn read(text: &str) -> Self {
        let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        let line = |line: &str| {
            let (mark, rest) = line.split_once(' ').expect("a mark stands before each line");
            assert!(matches!(mark, "+" | "-"), "`{line}` begins with neither + nor -");
            (rest.to_owned(), mark == "+")
        };
        Self { lines: lines.map(line).collect() }
    }

    /// Fails where something is not judged, or too much is wrong.
    fn hold(&self, what: &str, made: &[String]) {
        let new: Vec<&String> =
            made.iter().filter(|line| !self.lines.contains_key(*line)).collect();
        assert!(
            new.is_empty(),
            "{what}: not judged yet; read them on the site and write each with + or - into judged.txt:\n{}",
            new.iter().map(|line| format!("? {line}\n")).collect::<String>()
        );
        let right = made.iter().filter(|line| self.lines[*line]).count();
        assert!(
            right * 100 >= RIGHT * made.len(),
            "{what}: only {right} of {} are right",
            made.len()
        );
    }
}

/// The pages for names that no one has listed: «person سعيد المعولي».
fn pages(site: &Site) -> Vec<String> {
    let unlisted = site.entities.values().filter(|page| page.unlisted);
    let entities = unlisted.map(|page| &site.knowledge.entities[&page.id]);
    entities.map(|entity| format!("{} {}", entity.kind.name(), entity.name)).collect()
}

fn check(name: &str, least: &[(EntityKind, usize)]) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/from-nothing").join(name);
    let site = model(&root);
    let judged = Judged::read(&std::fs::read_to_string(root.join("judged.txt")).unwrap());
    judged.hold(&format!("{name}, pages"), &pages(&site));
    for &(kind, least) in least {
        let of_kind = |id: &&String| site.knowledge.entities[*id].kind == kind;
        let count = site.entities.keys().filter(of_kind).count();
        assert!(count >= least, "{name}: only {count} pages of {kind:?}");
    }
}

#[test]
fn fishing_has_its_people_bodies_and_places() {
    use EntityKind::{Organization, Person, Place};
    check("fishing", &[(Person, 4), (Organization, 3), (Place, 3)]);
}

#[test]
fn vaccines_has_its_people_bodies_and_places() {
    use EntityKind::{Organization, Person, Place};
    check("vaccines", &[(Person, 2), (Organization, 1), (Place, 2)]);
}
