//! How dense conditions are: short functions that hold many `&&` and `||` are long ones folded.

use std::path::Path;

/// The most `&&` and `||` of an expression, and of a function of `src/article`.
const IN_EXPRESSION: usize = 4;
const IN_FUNCTION: usize = 12;

/// The most connectives in a hundred lines of a room; asked for are 5.
const ROOMS: [(&str, usize); 4] = [
    ("article/clean", 5),
    ("article/annotate/unknown", 17),
    ("article/annotate/timex", 5),
    ("article/annotate/dating", 5),
];

/// The code of a file line by line, without its tests, comments and empty lines, and without what stands in texts.
fn lines(source: &str) -> Vec<String> {
    let code = source.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let lines = code.lines().filter(|line| {
        let line = line.trim_start();
        !line.is_empty() && !line.starts_with("//")
    });
    lines.map(without_texts).collect()
}

/// A line with its texts emptied and without the comment at its end.
fn without_texts(line: &str) -> String {
    let (mut made, mut is_text, mut before) = (String::new(), false, ' ');
    for c in line.chars() {
        if c == '"' && before != '\\' && (is_text || before != '\'') {
            is_text = !is_text;
        } else if !is_text {
            made.push(c);
        }
        before = c;
    }
    made.split(" // ").next().unwrap_or_default().to_owned()
}

/// The `&&` and `||` that join conditions; «&&» before a type and «||» of a closure join none.
fn connectives(code: &str) -> usize {
    let joins = |at: usize| {
        let before = code[..at].trim_end();
        let is_open = before.is_empty() || before.ends_with(['(', ',', '=', '{', '>', ';', '|']);
        let is_word = ["move", "return"].iter().any(|word| before.ends_with(word));
        code[at + 2..].starts_with([' ', '\n']) && !is_open && !is_word
    };
    let all = code.match_indices("&&").chain(code.match_indices("||"));
    all.filter(|&(at, _)| joins(at)).count()
}

/// The functions of some code: their names and bodies.
fn functions(code: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("fn ") {
        let begins = code[..at].ends_with([' ', '\n']) || at == 0;
        let rest = &code[at + 3..];
        let name: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        let Some(open) = rest.find('{').filter(|_| begins && !name.is_empty()) else { continue };
        if rest.find(';').is_some_and(|end| end < open) {
            continue;
        }
        let mut depth = 0;
        let end = rest[open..].char_indices().find_map(|(at, c)| {
            depth += i32::from(c == '{') - i32::from(c == '}');
            (depth == 0).then_some(open + at)
        });
        found.push((name, rest[open..end.unwrap_or(rest.len())].to_owned()));
    }
    found
}

/// The files below a folder of `src`: path and code.
fn files(folder: &str) -> Vec<(String, Vec<String>)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(folder);
    let entries = walkdir::WalkDir::new(&src).sort_by_file_name().into_iter().map(Result::unwrap);
    let rust =
        entries.filter(|entry| entry.path().extension().is_some_and(|ending| ending == "rs"));
    rust.map(|entry| {
        let path = entry.path().strip_prefix(&src).unwrap().display().to_string();
        (path, lines(&std::fs::read_to_string(entry.path()).unwrap()))
    })
    .collect()
}

#[test]
fn rooms_are_no_denser_than_they_were() {
    let mut told = Vec::new();
    for (room, most) in ROOMS {
        let files = files(room);
        let count: usize = files.iter().map(|(_, lines)| lines.len()).sum();
        let joined: usize = files.iter().map(|(_, lines)| connectives(&lines.join("\n"))).sum();
        println!(
            "{room}: {joined} in {count} lines, {:.1} in a hundred",
            joined as f64 * 100.0 / count as f64
        );
        if joined * 100 > most * count {
            told.push(format!("src/{room}: {joined} `&&` and `||` in {count} lines; {most} in a hundred are the most"));
        }
    }
    assert!(told.is_empty(), "{}\ngive conditions names", told.join("\n"));
}

#[test]
fn no_condition_is_long() {
    let (mut expressions, mut dense) = (Vec::new(), Vec::new());
    for (path, lines) in files("article") {
        let code = lines.join("\n");
        let parts = code.split([';', '{', '}']).flat_map(|part| part.split("=>"));
        for part in parts.filter(|part| connectives(part) > IN_EXPRESSION) {
            let begins = part.split_whitespace().take(8).collect::<Vec<_>>().join(" ");
            expressions.push(format!("{path}: {begins}"));
        }
        for (name, body) in functions(&code) {
            if connectives(&body) > IN_FUNCTION {
                dense.push(format!("{path}: {name} has {}", connectives(&body)));
            }
        }
    }
    println!("{} expressions, {} functions", expressions.len(), dense.len());
    assert!(
        expressions.is_empty(),
        "{} expressions\n{}",
        expressions.len(),
        expressions.join("\n")
    );
    assert!(dense.is_empty(), "{} functions\n{}", dense.len(), dense.join("\n"));
}

#[test]
fn connectives_are_told_from_closures_and_references() {
    assert_eq!(connectives("a && b || c"), 2);
    assert_eq!(connectives("let f = || a; x.then(|| b); let r: &&str = &&s;"), 0);
    assert_eq!(connectives("if a\n    && b\n    || c {"), 2);
    assert_eq!(lines("let a = \"x && y\"; // && z\n// && n\n"), ["let a = ;"]);
}
