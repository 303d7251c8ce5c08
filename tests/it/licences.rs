//! The licences of all dependencies are among those that `deny.toml` allows.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

/// The words in quotes of the list that a key opens.
fn list(toml: &str, key: &str) -> BTreeSet<String> {
    let (_, rest) = toml.split_once(&format!("\n{key} = [")).unwrap();
    let (inside, _) = rest.split_once("\n]").unwrap();
    inside.lines().filter_map(|line| line.trim().strip_prefix('"')?.split_once('"').map(|(word, _)| word.to_owned())).collect()
}

/// Whether an expression, such as `MIT OR (Apache-2.0 AND ISC)`, can be met by what is allowed.
fn is_met(expression: &str, allowed: &BTreeSet<String>) -> bool {
    let expression = expression.replace('/', " OR ");
    let places_of = |word: &str| {
        let (mut places, mut depth) = (Vec::new(), 0usize);
        for (index, c) in expression.char_indices() {
            match c {
                '(' => depth += 1,
                ')' => depth = depth.saturating_sub(1),
                _ if depth == 0 && expression[index..].starts_with(word) => places.push(index),
                _ => {}
            }
        }
        places
    };
    for (word, any) in [(" OR ", true), (" AND ", false)] {
        let places = places_of(word);
        if !places.is_empty() {
            let ends = places.iter().copied().chain([expression.len()]);
            let starts = [0].into_iter().chain(places.iter().map(|place| place + word.len()));
            let mut parts = starts.zip(ends).map(|(start, end)| is_met(&expression[start..end], allowed));
            return if any { parts.any(|met| met) } else { parts.all(|met| met) };
        }
    }
    let bare = expression.trim();
    match bare.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        Some(inner) => is_met(inner, allowed),
        None => allowed.contains(bare),
    }
}

#[test]
fn every_dependency_has_a_licence_that_is_allowed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let deny = std::fs::read_to_string(root.join("deny.toml")).unwrap();
    let allowed = list(&deny, "allow");
    assert!(allowed.contains("MIT") && allowed.len() > 5);
    let asked = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--offline", "--locked", "--all-features"])
        .current_dir(root)
        .output()
        .unwrap();
    if !asked.status.success() {
        // Crates of other systems are not there where only this one's were fetched.
        use std::io::Write as _;
        drop(writeln!(std::io::stderr(), "skipped: {}", String::from_utf8_lossy(&asked.stderr)));
        return;
    }
    let metadata: serde_json::Value = serde_json::from_slice(&asked.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    assert!(packages.len() > 100);
    let wrong: Vec<String> = packages
        .iter()
        .filter(|package| !package["license"].as_str().is_some_and(|licence| is_met(licence, &allowed)))
        .map(|package| format!("{} {}: {}", package["name"], package["version"], package["license"]))
        .collect();
    assert!(wrong.is_empty(), "not among the licences of deny.toml:\n{}", wrong.join("\n"));
    let forbidden = ["\"serde_yaml\"", "\"openssl-sys\""];
    assert!(!packages.iter().any(|package| forbidden.contains(&package["name"].to_string().as_str())), "a crate that deny.toml refuses");
}

#[test]
fn expressions_are_met_as_they_are_written() {
    let allowed: BTreeSet<String> = ["MIT", "Apache-2.0", "ISC"].map(str::to_owned).into();
    for met in ["MIT", "GPL-3.0 OR MIT", "MIT/GPL-3.0", "(MIT OR GPL-3.0) AND ISC", "Apache-2.0 AND ISC", "GPL-3.0 OR (MIT AND ISC)"] {
        assert!(is_met(met, &allowed), "{met}");
    }
    for other in ["GPL-3.0", "MIT AND GPL-3.0", "(GPL-3.0 OR LGPL-3.0) AND MIT", ""] {
        assert!(!is_met(other, &allowed), "{other}");
    }
}
