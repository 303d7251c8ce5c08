//! Where words stand: in the lexicon, and in lists nowhere else; and who makes tokens.

use std::collections::BTreeSet;
use std::path::Path;

/// The room of the words.
const LEXICON: &str = "arabic/lexicon/";

/// Tables that are no lists of what a word can be, each with what they are instead: they stand with the rule that reads them.
/// A room that has none any more fails here, and so does one that has more than this many.
const TABLES: &[(&str, usize, &str)] = &[
    ("arabic/calendar/hijri.rs", 2, "months in their order, for their numbers"),
    (
        "arabic/calendar/months.rs",
        10,
        "months and weekdays in their order, by the usage of regions",
    ),
    ("arabic/calendar/phrase.rs", 8, "the grammar of one phrase, as patterns of slices"),
    ("arabic/clitics.rs", 1, "letters in which a stem can end"),
    (
        "arabic/collate.rs",
        2,
        "words of order: what is passed over, and what only looks like an article",
    ),
    (
        "arabic/normalize/lookalikes.rs",
        1,
        "spellings that are repaired; repair comes before any word is read",
    ),
    ("arabic/numbers/", 8, "words of numbers, for their values"),
    ("arabic/spelling.rs", 2, "pairs of spellings of one stem"),
    ("arabic/stem/", 10, "affixes and patterns of stems"),
    (
        "arabic/tokenize/",
        3,
        "tokens and sentences are made before the lexicon can be asked: it is read with them",
    ),
    ("article/annotate/unknown/", 6, "affixes, patterns and endings of foreign names"),
    ("knowledge/gazetteer.rs", 1, "pairs of spellings of one stem"),
];

/// What is written onto a word, before it or behind it: parts of words, which grammar may list where it needs them.
const AFFIXES: &str = "و ف ب ل ك س أ ال وال فال بال كال لل ولل فلل وب ول وك فب فل فك وبال وكال فبال فكال وس فس سي ست سن \
    ي ت ن ا ه ة ى ء ها هم هما هن كم كما كن نا ني يا ته تها تهم تهما ته ات اته اتها اتهم اتهما ون ين ان وا تا تين تان يين يه يات \
    ءين ءون ياتها تي است يست تست مست مت من";

/// Rooms that still make tokens of their own: none.
const NOT_YET_ONE_TOKENIZER: &[&str] = &[];

/// From how many Arabic words on a row of strings is a list.
const LIST: usize = 3;
/// From how many words on a constant text without a stop is a list that is split when the program runs; a message is shorter.
const LONG_TEXT: usize = 13;

/// The code of a file: without its tests, comments and doc comments.
fn code_of(source: &str) -> String {
    let code = source.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    code.lines()
        .map(|line| if line.trim_start().starts_with("//") { "" } else { line })
        .collect::<Vec<_>>()
        .join("\n")
}

fn is_arabic(c: char) -> bool {
    matches!(c, '\u{0620}'..='\u{064A}' | '\u{0671}'..='\u{06D3}')
}

/// A string in the code, and what stands between it and the string before.
struct Literal<'c> {
    between: &'c str,
    text: &'c str,
}

/// The strings of some code in order; a quotation mark in a character («'"'») opens none.
fn literals(code: &str) -> Vec<Literal<'_>> {
    let bytes = code.as_bytes();
    let (mut found, mut at, mut behind) = (Vec::new(), 0, 0);
    while at < bytes.len() {
        let quoted_mark = bytes[at..].starts_with(b"'\"'") || bytes[at..].starts_with(b"'\\\"'");
        if quoted_mark {
            at += 3;
        } else if bytes[at] == b'"' {
            let mut end = at + 1;
            while end < bytes.len() && bytes[end] != b'"' {
                end += if bytes[end] == b'\\' { 2 } else { 1 };
            }
            let end = end.min(bytes.len());
            found.push(Literal { between: &code[behind..at], text: &code[at + 1..end] });
            (at, behind) = (end + 1, end + 1);
        } else {
            at += 1;
        }
    }
    found
}

/// Whether two strings with this between them stand in one row: of an array, of pairs in an array, or of patterns.
fn is_row(between: &str) -> bool {
    let shorter: String = between.chars().filter(|c| !c.is_whitespace()).collect();
    let pair = shorter.trim_matches(|c: char| "(),".contains(c) || c.is_ascii_digit());
    matches!(shorter.as_str(), "," | "|") || (shorter.contains(',') && pair.is_empty())
}

/// Whether a string is a word: Arabic letters, nothing that makes a sentence of it.
fn is_word(text: &str) -> bool {
    text.chars().any(is_arabic) && !text.contains([' ', '{', ':', '.', '؟'])
}

/// The lists of words in some code: the first words of each.
fn lists(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut row: Vec<&str> = Vec::new();
    let mut close = |row: &mut Vec<&str>| {
        let words: BTreeSet<&str> = row.iter().copied().collect();
        let of_affixes =
            words.iter().all(|word| AFFIXES.split_whitespace().any(|affix| affix == *word));
        if words.len() >= LIST && !of_affixes {
            found.push(row.iter().take(4).copied().collect::<Vec<_>>().join(" "));
        }
        row.clear();
    };
    for literal in literals(code) {
        if !is_row(literal.between) {
            close(&mut row);
        }
        if is_word(literal.text) {
            row.push(literal.text);
        }
        let words = literal.text.split_whitespace().filter(|word| word.contains(is_arabic)).count();
        if words >= LONG_TEXT && !literal.text.contains(['.', '،', '{', '«']) {
            row.clear();
            row.extend(literal.text.split_whitespace());
            close(&mut row);
        }
    }
    close(&mut row);
    found
}

/// The files of `src` with their code, by their paths.
fn files() -> Vec<(String, String)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let entries = walkdir::WalkDir::new(&src).sort_by_file_name().into_iter().map(Result::unwrap);
    let rust =
        entries.filter(|entry| entry.path().extension().is_some_and(|ending| ending == "rs"));
    let file = |entry: walkdir::DirEntry| {
        let path = entry.path().strip_prefix(&src).unwrap().to_string_lossy().replace('\\', "/");
        (path, code_of(&std::fs::read_to_string(entry.path()).unwrap()))
    };
    rust.map(file).filter(|(path, _)| !path.ends_with("/tests.rs")).collect()
}

/// What is wrong: finds outside of `allowed`, and rooms of `allowed` that need not be there.
fn wrong(found: &[(&str, String)], allowed: &[&str], remedy: &str) -> Vec<String> {
    let is_allowed = |path: &str| allowed.iter().any(|room| path.starts_with(room));
    let outside = found
        .iter()
        .filter(|(path, _)| !is_allowed(path))
        .map(|(path, what)| format!("src/{path}: {what}: {remedy}"));
    let idle =
        allowed.iter().filter(|room| !found.iter().any(|(path, _)| path.starts_with(**room)));
    outside
        .chain(idle.map(|room| {
            format!("src/{room} has nothing of this kind any more: take it off the list")
        }))
        .collect()
}

#[test]
fn words_stand_in_the_lexicon() {
    let files = files();
    let outside = files.iter().filter(|(path, _)| !path.starts_with(LEXICON));
    let found: Vec<(&str, String)> = outside
        .flat_map(|(path, code)| {
            lists(code)
                .into_iter()
                .map(|words| (path.as_str(), format!("a list of words ({words} …)")))
        })
        .collect();
    let rooms: Vec<&str> = TABLES.iter().map(|&(room, ..)| room).collect();
    let mut wrong =
        wrong(&found, &rooms, "put them into a list of src/arabic/lexicon/ under a heading");
    for &(room, most, what) in TABLES {
        let count = found.iter().filter(|(path, _)| path.starts_with(room)).count();
        if count > most {
            wrong.push(format!("src/{room} has {count} tables, not {most}: it may have {what}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_one_room_makes_tokens() {
    // Whoever parts a text into words has a class for each character, or splits at what is no letter.
    let files = files();
    let makes = |code: &str| {
        ["Letter =>", "Class::Letter", "split(|c| !letter(c))"]
            .iter()
            .any(|mark| code.contains(mark))
    };
    let found: Vec<(&str, String)> = files
        .iter()
        .filter(|(path, code)| !path.starts_with("arabic/") && makes(code))
        .map(|(path, _)| (path.as_str(), "a tokenizer".to_owned()))
        .collect();
    let wrong = wrong(&found, NOT_YET_ONE_TOKENIZER, "read the tokens of arabic::tokenize");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn lists_are_told_from_messages() {
    let few = |code: &str| lists(code).len();
    assert_eq!(few(r#"let a = ["قال", "قالت", "يقول"];"#), 1);
    assert_eq!(few(r#"matches!(word, "في" | "من" | "إلى")"#), 1);
    assert_eq!(few(r#"[("قال", 1), ("قالت", 2), ("يقول", 3)]"#), 1);
    assert_eq!(few(r#"const A: &str = "من في على إلى عن مع أو أم إن أن لم لن لا ما";"#), 1);
    assert_eq!(few(r#"matches!(word, "في" | "من")"#), 0);
    assert_eq!(few(r#"for clitic in ["و", "ف", "ب", "ل"]"#), 0);
    assert_eq!(few(r#"push("في"); push("من"); push("إلى");"#), 0);
    assert_eq!(few(r#"["لا نتائج بعد", "جرّب كلمة أخرى", "كل المواد"]"#), 0);
}

/// Rooms that still take letters off a word by themselves, and how often.
const OWN_CLITIC_READERS: &[(&str, usize)] = &[("article/annotate/unknown/", 22)];

/// The places in some code at which letters of clitics alone are taken off a word, or asked for at its head.
fn clitic_readers(code: &str) -> usize {
    let readers = ["strip_prefix(", "trim_start_matches("];
    let calls = readers.iter().flat_map(|call| code.match_indices(call));
    let is_clitic = |at: usize| {
        let argument = code[at..].split(')').next().unwrap_or_default();
        let bare = argument.trim_matches(|c: char| "['\"]".contains(c));
        let letters = bare.split("', '").collect::<Vec<_>>();
        letters.iter().all(|letter| {
            matches!(*letter, "و" | "ف" | "ب" | "ل" | "ك" | "ال" | "لل" | "وال" | "بال")
        })
    };
    calls.filter(|(at, call)| is_clitic(at + call.len())).count()
}

#[test]
fn one_reader_takes_clitics_off() {
    let mut told = Vec::new();
    let files = files();
    for (path, code) in &files {
        let count = clitic_readers(code);
        let is_own = OWN_CLITIC_READERS.iter().any(|(room, _)| path.starts_with(room));
        if count > 0 && path != "arabic/clitics.rs" && !is_own {
            told.push(format!("src/{path}: {count} times; ask `arabic::clitics::Onto`"));
        }
    }
    for &(room, most) in OWN_CLITIC_READERS {
        let inside = files.iter().filter(|(path, _)| path.starts_with(room));
        let count: usize = inside.map(|(_, code)| clitic_readers(code)).sum();
        println!("{room}: {count}");
        if count > most {
            told.push(format!("src/{room}: {count} times, {most} are the most"));
        }
    }
    assert!(told.is_empty(), "letters are taken off words\n{}", told.join("\n"));
}

#[test]
fn clitic_readers_are_told_from_other_prefixes() {
    let found =
        clitic_readers("a.strip_prefix('و'); b.strip_prefix([\"x\"]); c.strip_prefix(\"ال\");");
    assert_eq!(found, 2);
    assert_eq!(clitic_readers("a.trim_start_matches(['و', 'ف']); b.strip_prefix(['ت', 'ي'])"), 1);
    assert_eq!(clitic_readers("a.strip_prefix(\"http\").or(b.strip_prefix('#'))"), 0);
}

/// Names of what is read everywhere, and how many types may have each: cleaning reads raw lines before anything else can be.
const ONE_TYPE: &[(&str, usize)] =
    &[("Word", 2), ("Reading", 1), ("Readings", 2), ("Text", 2), ("MonthNames", 1), ("Digits", 1)];

#[test]
fn a_name_means_one_type() {
    let files = files();
    let types = |code: &str, name: &str| {
        let kinds = ["struct", "enum", "type", "trait"];
        let ends = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_');
        let declared = |kind: &str| {
            let written = format!("{kind} {name}");
            code.match_indices(&written).filter(|(at, _)| ends(&code[at + written.len()..])).count()
        };
        kinds.iter().map(|kind| declared(kind)).sum::<usize>()
    };
    let mut told = Vec::new();
    for &(name, most) in ONE_TYPE {
        let found: Vec<&str> = files
            .iter()
            .filter(|(_, code)| types(code, name) > 0)
            .map(|(path, _)| path.as_str())
            .collect();
        if found.len() > most {
            told.push(format!("{name}: {}", found.join(", ")));
        }
    }
    assert!(told.is_empty(), "types of one name\n{}", told.join("\n"));
}
