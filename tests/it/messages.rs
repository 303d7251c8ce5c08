//! Every message of the program has its line in `src/diagnostics/arabic.txt`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use sijill::diagnostics::Language;
use walkdir::WalkDir;

/// Calls whose words are said to people.
const SAID: [&str; 10] = [
    "Diagnostic::error(",
    "Diagnostic::warning(",
    "Diagnostic::note(",
    ".help(",
    "Failure::Usage(",
    "terminal.say(",
    "terminal.close_with(",
    "Error::file(",
    "let message =",
    "let help =",
];

/// The code of a file without comments and tests.
fn code_of(path: &Path) -> String {
    let source = fs::read_to_string(path).unwrap();
    let code = source.split("#[cfg(test)]").next().unwrap_or_default();
    code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The strings of a call, from behind its bracket (or its `=`) to where it closes.
fn strings(code: &str) -> Vec<String> {
    let (mut found, mut depth, mut rest) = (Vec::new(), 1, code);
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            ';' if depth == 1 => break,
            // A character that looks like the start of a string.
            '\'' if rest.starts_with("\"'") => rest = &rest[2..],
            '"' => {
                let (text, after) = string(rest);
                found.push(text);
                rest = after;
            }
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    found
}

/// A string up to its closing mark, and what follows.
fn string(code: &str) -> (String, &str) {
    let (mut text, mut chars) = (String::new(), code.char_indices());
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return (text, &code[at + 1..]),
            '\\' => match chars.next() {
                Some((_, '\n')) => {
                    while chars.as_str().starts_with([' ', '\n']) {
                        chars.next();
                    }
                }
                Some((_, 'n')) => text.push('\n'),
                Some((_, 'u')) => {
                    let escape: String =
                        chars.by_ref().map(|(_, c)| c).take_while(|&c| c != '}').collect();
                    let code = u32::from_str_radix(escape.trim_start_matches('{'), 16);
                    text.extend(code.ok().and_then(char::from_u32));
                }
                Some((_, c)) => text.push(c),
                None => {}
            },
            c => text.push(c),
        }
    }
    (text, "")
}

/// A message as somebody might read it: its places hold a number.
fn filled(text: &str) -> String {
    let (mut made, mut rest) = (String::new(), text);
    while let Some(at) = rest.find(['{', '}']) {
        made.push_str(&rest[..at]);
        let (brace, behind) = rest[at..].split_at(1);
        rest = match (behind.strip_prefix(brace), behind.split_once('}')) {
            (Some(escaped), _) => {
                made.push_str(brace);
                escaped
            }
            (None, Some((_, after))) => {
                made.push('7');
                after
            }
            (None, None) => behind,
        };
    }
    made + rest
}

/// Whether a string is words for people, not a path, a key or a piece of code.
fn is_message(text: &str) -> bool {
    let words = text.split_whitespace().filter(|word| {
        word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b',')
    });
    words.count() >= 2
}

#[test]
fn every_message_has_its_line_in_arabic() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut missing: BTreeMap<String, String> = BTreeMap::new();
    let mut said = 0;
    for entry in WalkDir::new(root.join("src")).sort_by_file_name() {
        let path = entry.unwrap().into_path();
        if path.extension().is_none_or(|ending| ending != "rs") {
            continue;
        }
        let code = code_of(&path);
        for (at, call) in SAID.iter().flat_map(|call| code.match_indices(call)) {
            for text in
                strings(&code[at + call.len()..]).into_iter().filter(|text| is_message(text))
            {
                said += 1;
                let message = filled(&text);
                if Language::Arabic.say(&message) == message {
                    let file = path.strip_prefix(root).unwrap().display().to_string();
                    missing.insert(text, file);
                }
            }
        }
    }
    assert!(said > 150, "only {said} messages were found");
    let missing: Vec<String> =
        missing.into_iter().map(|(text, file)| format!("{file}: {text}")).collect();
    assert!(missing.is_empty(), "no Arabic for\n{}", missing.join("\n"));
}

#[test]
fn a_command_speaks_the_language_that_was_asked_for() {
    let room = tempfile::tempdir().unwrap();
    fs::create_dir_all(room.path().join("content/articles")).unwrap();
    let text = "افتتاح مكتبة في السلط\n\nتضم المكتبة العامة قاعتين للقراءة وركنًا للأطفال، وتفتح أبوابها كل صباح.\n";
    fs::write(room.path().join("content/articles/a.txt"), text).unwrap();
    let run = |words: &[&str]| {
        let words = ["sijill"].iter().chain(words).map(Into::into);
        let words = words.chain(["--root".into(), room.path().into()]);
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let code = sijill::cli::run(words, &mut out, &mut err);
        (code, String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap())
    };
    let (code, out, err) = run(&["check", "--lang", "ar"]);
    assert_eq!(code, 0, "{err}");
    assert_eq!(out, "مادة واحدة: لا أخطاء، تحذير واحد (no-date 1)\n");
    assert!(err.contains("a.txt:1:1: تحذير[no-date]: \u{2068}المادة بلا تاريخ"), "{err}");
    let (code, _, err) = run(&["build", "--strict", "--lang", "ar"]);
    assert_eq!(code, 1);
    assert!(
        err.ends_with("لم يُبنَ الموقع: لا أخطاء، تحذير واحد، و`--strict` لا يقبل تحذيرًا\n"),
        "{err}"
    );
    let (_, _, err) = run(&["check", "--lang", "en"]);
    assert!(err.contains("warning[no-date]"), "{err}");
}
