//! No circle of files: what one file uses can be read before it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The code of a file without its tests, comments and texts; a quotation mark in a character opens no text.
fn code_of(source: &str) -> String {
    let source = source.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let (mut code, mut rest) = (String::new(), source);
    while let Some(at) = rest.find(['/', '"', '\'']) {
        code.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with('"') {
            end_of_text(rest)
        } else if rest.starts_with("'\"'") || rest.starts_with("'\\\"'") || rest.starts_with("'/'")
        {
            1 + rest[1..].find('\'').unwrap_or(0) + 1
        } else {
            code.push_str(&rest[..1]);
            1
        };
        rest = &rest[end..];
    }
    code + rest
}

/// Where a text ends that begins with its quotation mark.
fn end_of_text(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// The name at the head of some code.
fn name(code: &str) -> &str {
    let end = code.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(code.len());
    &code[..end]
}

/// The path at the head of some code, such as `super::words::Word`.
fn path(code: &str) -> Vec<String> {
    let (mut parts, mut rest) = (Vec::new(), code);
    loop {
        let part = name(rest);
        if part.is_empty() {
            return parts;
        }
        parts.push(part.to_owned());
        match rest[part.len()..].strip_prefix("::") {
            Some(behind) => rest = behind,
            None => return parts,
        }
    }
}

/// A name that a `use` gives, and the path that it stands for; `*` for everything in it.
type Import = (String, Vec<String>);

/// The imports of the tree behind `use`: `a::{self, b::C as D, e::*}`.
fn imports(tree: &str, before: &[String], found: &mut Vec<Import>) {
    let tree = tree.trim();
    if let Some(inner) = tree.strip_prefix('{') {
        let inner = inner.strip_suffix('}').unwrap_or(inner);
        let (mut depth, mut start) = (0, 0);
        for (at, c) in inner.char_indices() {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 0 => {
                    imports(&inner[start..at], before, found);
                    start = at + 1;
                }
                _ => {}
            }
        }
        return imports(&inner[start..], before, found);
    }
    if tree.is_empty() {
        return;
    }
    let part = name(tree);
    let rest = &tree[part.len()..];
    let mut whole = before.to_vec();
    if part != "self" || before.is_empty() {
        whole.extend((!part.is_empty()).then(|| part.to_owned()));
    }
    if let Some(rest) = rest.strip_prefix("::") {
        imports(rest, &whole, found);
    } else if tree == "*" {
        found.push(("*".to_owned(), whole));
    } else {
        let alias = rest.trim().strip_prefix("as ").map(str::trim);
        let called = alias.map(str::to_owned).or_else(|| whole.last().cloned());
        found.push((called.unwrap_or_default(), whole));
    }
}

/// A file: what it imports, and the other paths that stand in its code.
struct File {
    imports: Vec<Import>,
    /// Which of the imports only hand on what another file of the room has: `pub use`.
    handed_on: Vec<Import>,
    paths: Vec<Vec<String>>,
    /// The names of its own items.
    items: BTreeSet<String>,
}

/// Words behind which an item is named.
const ITEM: [&str; 8] = ["fn", "struct", "enum", "const", "static", "type", "trait", "macro_rules"];

impl File {
    fn of(source: &str) -> Self {
        let code = code_of(source);
        let mut file = Self {
            imports: Vec::new(),
            handed_on: Vec::new(),
            paths: Vec::new(),
            items: BTreeSet::new(),
        };
        let mut at = 0;
        while let Some(c) = code[at..].chars().next() {
            let word = name(&code[at..]);
            if word == "use" {
                let end = at + code[at..].find(';').unwrap_or(code.len() - at);
                let mut found = Vec::new();
                imports(&code[at + word.len()..end], &[], &mut found);
                let before = code[..at].trim_end();
                if before.ends_with("pub")
                    || before.ends_with("pub(crate)")
                    || before.ends_with("pub(super)")
                {
                    file.handed_on.append(&mut found);
                } else {
                    file.imports.append(&mut found);
                }
                at = end;
            } else if word == "in" && code[..at].ends_with("pub(") {
                at += code[at..].find(')').unwrap_or(word.len());
            } else if word.is_empty() {
                at += c.len_utf8();
            } else {
                let parts = path(&code[at..]);
                at +=
                    parts.iter().map(|part| part.len() + 2).sum::<usize>().saturating_sub(2).max(1);
                if ITEM.contains(&word) {
                    file.items.insert(name(code[at..].trim_start_matches([' ', '!'])).to_owned());
                }
                if parts.len() > 1 {
                    file.paths.push(parts);
                }
            }
        }
        file
    }
}

/// The files of `src` by their modules: `article::clean` for `article/clean/mod.rs`.
struct House {
    files: BTreeMap<Vec<String>, File>,
}

impl House {
    fn read() -> Self {
        let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let entries = walkdir::WalkDir::new(&src).into_iter().map(Result::unwrap);
        let rust =
            entries.filter(|entry| entry.path().extension().is_some_and(|ending| ending == "rs"));
        let file = |entry: walkdir::DirEntry| {
            let path = entry.path().strip_prefix(&src).unwrap().with_extension("");
            let parts = path.iter().map(|part| part.to_string_lossy().into_owned());
            let module: Vec<String> =
                parts.filter(|part| !matches!(part.as_str(), "mod" | "lib")).collect();
            (module, File::of(&std::fs::read_to_string(entry.path()).unwrap()))
        };
        let of_code = |(module, _): &(Vec<String>, File)| {
            module.last().is_none_or(|name| name != "tests" && name != "main")
        };
        Self { files: rust.map(file).filter(of_code).collect() }
    }

    /// A path of some module's code, from the top of the house; none for what is of another crate.
    fn absolute(&self, module: &[String], path: &[String]) -> Option<Vec<String>> {
        let (first, rest) = path.split_first()?;
        let joined = |base: &[String], rest: &[String]| [base, rest].concat();
        match first.as_str() {
            "crate" => Some(rest.to_vec()),
            "self" => Some(joined(module, rest)),
            "super" => {
                let mut base = module;
                let ups = path.iter().take_while(|part| *part == "super").count();
                for _ in 0..ups {
                    base = &base[..base.len().checked_sub(1)?];
                }
                Some(joined(base, &path[ups..]))
            }
            _ if self.files.contains_key(&joined(module, &path[..1])) => Some(joined(module, path)),
            _ => {
                let file = &self.files[module];
                let import = file
                    .imports
                    .iter()
                    .chain(&file.handed_on)
                    .find(|(name, whole)| name == first && whole != &path[..1])?;
                self.absolute(module, &joined(&import.1, rest))
            }
        }
    }

    /// The module in whose file stands what a path from the top names; what a module hands on is looked for where it comes from.
    fn home(&self, path: &[String], depth: usize) -> Vec<String> {
        let inside =
            (0..=path.len()).rev().find(|&end| self.files.contains_key(&path[..end])).unwrap_or(0);
        let (module, rest) = path.split_at(inside);
        let Some(item) = rest.first() else { return module.to_vec() };
        let file = &self.files[module];
        let mut named = file.handed_on.iter().chain(&file.imports).filter(|(name, _)| name == item);
        let mut all =
            file.handed_on.iter().filter(|(name, _)| name == "*" && !file.items.contains(item));
        let whole = named.next().map(|(_, whole)| whole.clone());
        let whole =
            whole.or_else(|| all.next().map(|(_, whole)| [whole.as_slice(), rest].concat()));
        match whole.and_then(|whole| self.absolute(module, &whole)) {
            Some(whole) if depth < 8 => self.home(&whole, depth + 1),
            _ => module.to_vec(),
        }
    }

    /// Which files each file uses. What a module hands on to others (`pub use`) it does not use itself.
    fn arrows(&self) -> BTreeMap<&[String], BTreeSet<Vec<String>>> {
        let of = |module: &Vec<String>, file: &File| {
            let paths = file.imports.iter().map(|(_, path)| path).chain(&file.paths);
            let homes = paths
                .filter_map(|path| self.absolute(module, path))
                .map(|path| self.home(&path, 0));
            homes.filter(|home| home != module).collect()
        };
        self.files.iter().map(|(module, file)| (module.as_slice(), of(module, file))).collect()
    }
}

/// The files that can be reached from one, along the arrows.
fn reached<'a>(
    from: &'a [String],
    arrows: &'a BTreeMap<&[String], BTreeSet<Vec<String>>>,
) -> BTreeSet<&'a [String]> {
    let (mut reached, mut open) = (BTreeSet::new(), vec![from]);
    while let Some(file) = open.pop() {
        for next in arrows.get(file).into_iter().flatten() {
            if reached.insert(next.as_slice()) {
                open.push(next);
            }
        }
    }
    reached
}

#[test]
fn no_files_stand_in_a_circle() {
    let house = House::read();
    let arrows = house.arrows();
    let count: usize = arrows.values().map(BTreeSet::len).sum();
    assert!(count > 500, "only {count} arrows were read");
    let all: BTreeMap<_, _> = arrows.keys().map(|&file| (file, reached(file, &arrows))).collect();
    let mut circles = BTreeSet::new();
    for (file, there) in &all {
        let circle: Vec<_> =
            there.iter().filter(|other| all[*other].contains(file)).copied().collect();
        if !circle.is_empty() {
            circles.insert(circle);
        }
    }
    let said = circles.iter().map(|circle| {
        let arrow = |file: &&[String]| {
            let inside = arrows[file].iter().filter(|used| circle.contains(&used.as_slice()));
            inside
                .map(|used| format!("  {} uses {}", file.join("::"), used.join("::")))
                .collect::<Vec<_>>()
        };
        format!(
            "a circle of {} files:\n{}",
            circle.len(),
            circle.iter().flat_map(arrow).collect::<Vec<_>>().join("\n")
        )
    });
    let said: Vec<_> = said.collect();
    assert!(
        said.is_empty(),
        "{}",
        said.join(
            "
"
        )
    );
}
