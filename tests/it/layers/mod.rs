//! The plan of the house: an arrow that points up fails here.

mod circles;

use std::collections::BTreeMap;
use std::path::Path;

/// Rooms that every other may use.
const GROUND: [&str; 3] = ["span", "diagnostics", "entity"];

/// The table «Who may use whom» of ARCHITECTURE.md.
fn table() -> BTreeMap<String, Vec<String>> {
    let text =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("ARCHITECTURE.md"))
            .unwrap();
    let section = text.split("## Who may use whom").nth(1).unwrap().split("\n## ").next().unwrap();
    let names =
        |cell: &str| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
    let rows = section.lines().filter(|line| line.starts_with("| `"));
    rows.map(|line| {
        let cells: Vec<&str> = line.split('|').collect();
        let uses =
            if cells[2].trim() == "everything" { vec!["*".to_owned()] } else { names(cells[2]) };
        (names(cells[1])[0].clone(), uses)
    })
    .collect()
}

/// The room of a path such as `article::clean::furniture`: the longest one that the table knows.
fn room_of<'t>(path: &str, rooms: &'t BTreeMap<String, Vec<String>>) -> Option<&'t str> {
    rooms
        .keys()
        .filter(|room| path == *room || path.starts_with(&format!("{room}::")))
        .max_by_key(|room| room.len())
        .map(String::as_str)
}

/// The paths that a file's `crate::…` words name, `use crate::{a, b}` included; comments and tests are left out.
fn paths_used(source: &str) -> Vec<String> {
    let code: String = source
        .lines()
        .take_while(|line| line.trim() != "#[cfg(test)]")
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n");
    let mut paths = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let before = code[..at].chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':') {
            continue;
        }
        let rest = &code[at + "crate::".len()..];
        if let Some(group) = rest.strip_prefix('{') {
            paths.extend(
                group[..group.find('}').unwrap_or(group.len())]
                    .split(',')
                    .map(|part| part.trim().to_owned()),
            );
        } else {
            let end = rest
                .find(|c: char| !c.is_alphanumeric() && c != '_' && c != ':')
                .unwrap_or(rest.len());
            paths.push(rest[..end].trim_end_matches(':').to_owned());
        }
    }
    paths
}

#[test]
fn no_arrow_points_up() {
    let rooms = table();
    assert!(rooms.len() >= 15, "the table of ARCHITECTURE.md was not read");
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut wrong = Vec::new();
    let mut arrows = 0;
    for entry in walkdir::WalkDir::new(&src).sort_by_file_name() {
        let entry = entry.unwrap();
        if entry.path().extension().is_none_or(|ending| ending != "rs") {
            continue;
        }
        let relative = entry.path().strip_prefix(&src).unwrap().with_extension("");
        let module = relative
            .components()
            .map(|part| part.as_os_str().to_string_lossy().into_owned())
            .filter(|part| part != "mod")
            .collect::<Vec<_>>()
            .join("::");
        let Some(room) = room_of(&module, &rooms) else { continue };
        for path in paths_used(&std::fs::read_to_string(entry.path()).unwrap()) {
            let Some(used) = room_of(&path, &rooms) else {
                let top = path.split("::").next().unwrap_or("");
                assert!(
                    GROUND.contains(&top) || room.is_empty() || top.is_empty(),
                    "{module} uses {path}, which is no room"
                );
                continue;
            };
            arrows += 1;
            let own = used == room || used.starts_with(&format!("{room}::"));
            let allowed = rooms[room]
                .iter()
                .any(|may| may == "*" || may == used || used.starts_with(&format!("{may}::")));
            if !own && !allowed {
                wrong.push(format!("{module} uses {path}: {room} may not use {used}"));
            }
        }
    }
    assert!(arrows > 50, "only {arrows} arrows were read");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_room_of_the_table_is_there() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for room in table().keys() {
        let path = src.join(room.replace("::", "/"));
        assert!(path.join("mod.rs").is_file() || path.with_extension("rs").is_file(), "{room}");
    }
}
