//! The licences, sources and names of all dependencies are those that `deny.toml` allows.
//!
//! This asks `cargo metadata` and needs nothing but the registry that the build needs. `cargo deny` is asked too where it
//! is installed, as it is in continuous integration (`.ci/run`).

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// The words in quotes of the list that a key opens.
fn list(toml: &str, key: &str) -> BTreeSet<String> {
    let (_, rest) = toml.split_once(&format!("\n{key} = [")).unwrap();
    let (inside, _) = rest.split_once("\n]").unwrap();
    inside
        .lines()
        .filter_map(|line| {
            line.trim().strip_prefix('"')?.split_once('"').map(|(word, _)| word.to_owned())
        })
        .collect()
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
            let mut parts =
                starts.zip(ends).map(|(start, end)| is_met(&expression[start..end], allowed));
            return if any { parts.any(|met| met) } else { parts.all(|met| met) };
        }
    }
    let bare = expression.trim();
    match bare.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        Some(inner) => is_met(inner, allowed),
        None => allowed.contains(bare),
    }
}

/// What cargo knows of all dependencies. Crates of other systems may have to be fetched for that; where nothing can be,
/// those of this system are asked about.
fn metadata(root: &Path) -> Value {
    let host = format!("{}-unknown-linux-gnu", std::env::consts::ARCH);
    let ways: [&[&str]; 3] = [&["--offline"], &[], &["--offline", "--filter-platform", &host]];
    let mut failures = String::new();
    for way in ways {
        let words = ["metadata", "--format-version", "1", "--locked", "--all-features"];
        let asked =
            Command::new(env!("CARGO")).args(words).args(way).current_dir(root).output().unwrap();
        if asked.status.success() {
            return serde_json::from_slice(&asked.stdout).unwrap();
        }
        failures.push_str(&String::from_utf8_lossy(&asked.stderr));
    }
    panic!("cargo does not say what the dependencies are:\n{failures}");
}

/// The crates that `deny.toml` refuses.
fn refused(deny: &str) -> BTreeSet<String> {
    let named =
        deny.lines().filter_map(|line| line.trim().strip_prefix("{ crate = \"")?.split_once('"'));
    named.map(|(name, _)| name.to_owned()).collect()
}

const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// What of the dependencies is not as `deny.toml` allows.
fn wrong(packages: &[Value], deny: &str) -> Vec<String> {
    let (allowed, refused) = (list(deny, "allow"), refused(deny));
    let mut wrong = Vec::new();
    for package in packages {
        let name = package["name"].as_str().unwrap();
        if !package["license"].as_str().is_some_and(|licence| is_met(licence, &allowed)) {
            wrong
                .push(format!("{name} {}: the licence {}", package["version"], package["license"]));
        }
        if refused.contains(name) {
            wrong.push(format!("{name}: the crate is refused"));
        }
        let is_ours = package["source"].is_null() && name == env!("CARGO_PKG_NAME");
        if !is_ours && package["source"] != REGISTRY {
            wrong.push(format!("{name}: comes from {}", package["source"]));
        }
        let asks_for_any = |other: &&Value| other["req"] == "*" && other["kind"].is_null();
        if is_ours
            && package["dependencies"].as_array().unwrap().iter().any(|other| asks_for_any(&other))
        {
            wrong.push(format!("{name}: asks for any version of a crate"));
        }
    }
    wrong
}

#[test]
fn every_dependency_is_as_deny_toml_allows() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let deny = std::fs::read_to_string(root.join("deny.toml")).unwrap();
    assert!(list(&deny, "allow").contains("MIT") && refused(&deny).contains("serde_yaml"));
    let metadata = metadata(root);
    let packages = metadata["packages"].as_array().unwrap();
    assert!(packages.len() > 100);
    let found = wrong(packages, &deny);
    assert!(found.is_empty(), "not as deny.toml allows:\n{}", found.join("\n"));
    // The test sees what it is there to see.
    let odd = serde_json::json!([
        {"name": "a", "version": "1", "license": "GPL-3.0", "source": REGISTRY, "dependencies": []},
        {"name": "serde_yaml", "version": "1", "license": "MIT", "source": REGISTRY, "dependencies": []},
        {"name": "b", "version": "1", "license": "MIT", "source": "git+https://example.org/b", "dependencies": []},
        {"name": "c", "version": "1", "license": null, "source": REGISTRY, "dependencies": []},
    ]);
    assert_eq!(wrong(odd.as_array().unwrap(), &deny).len(), 4);
}

#[test]
fn expressions_are_met_as_they_are_written() {
    let allowed: BTreeSet<String> = ["MIT", "Apache-2.0", "ISC"].map(str::to_owned).into();
    for met in [
        "MIT",
        "GPL-3.0 OR MIT",
        "MIT/GPL-3.0",
        "(MIT OR GPL-3.0) AND ISC",
        "Apache-2.0 AND ISC",
        "GPL-3.0 OR (MIT AND ISC)",
    ] {
        assert!(is_met(met, &allowed), "{met}");
    }
    for other in ["GPL-3.0", "MIT AND GPL-3.0", "(GPL-3.0 OR LGPL-3.0) AND MIT", ""] {
        assert!(!is_met(other, &allowed), "{other}");
    }
}

/// What `cargo deny` says of some checks, and whether it is content; nothing where it is not installed.
fn cargo_deny(checks: &[&str]) -> Option<(bool, String)> {
    let deny = |words: &[&str]| {
        let root = env!("CARGO_MANIFEST_DIR");
        Command::new(env!("CARGO")).arg("deny").args(words).current_dir(root).output().unwrap()
    };
    if !deny(&["--version"]).status.success() {
        crate::trust::say("skipped: cargo deny is not installed");
        return None;
    }
    let done = deny(&[&["--locked", "check"], checks].concat());
    Some((done.status.success(), String::from_utf8_lossy(&done.stderr).into_owned()))
}

#[test]
fn cargo_deny_is_content() {
    if let Some((content, said)) = cargo_deny(&["licenses", "bans", "sources"]) {
        assert!(content, "{said}");
    }
}

/// What is known of a dependency changes while the project does not, and lies on the network: whoever tests at home is not
/// held up by either.
#[test]
fn no_advisory_speaks_of_a_dependency() {
    if std::env::var_os("CI").is_none() {
        crate::trust::say("skipped: advisories are asked for where CI is set");
        return;
    }
    let Some((content, said)) = cargo_deny(&["advisories"]) else { return };
    if said.contains("failed to fetch advisory database") {
        crate::trust::say("skipped: the database of advisories cannot be reached");
        return;
    }
    assert!(content, "{said}");
}
