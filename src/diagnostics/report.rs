//! Findings as lines for people and as JSON lines for machines.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::fmt::Write as _;

use super::{Diagnostic, Language, Severity};

/// How much of many findings is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Detail {
    /// What is found in many files alike is told once, with their count and the first of them.
    #[default]
    Together,
    /// Each finding by itself.
    Every,
}

/// From how many files on a finding is told once for all of them.
const MANY: usize = 4;

/// How many of them are named.
const NAMED: usize = 10;

/// The findings, those of one file together, one line each, with the remedy on a line below.
///
/// A line starts with its place in plain ASCII order; the message stands between U+2068 and U+2069, so that a
/// terminal that knows the bidi algorithm keeps place and message apart, and one that doesn't shows the same words.
/// A remedy that has been told is not told again.
///
/// ```
/// use sijill::diagnostics::{Detail, Diagnostic, Language, lines};
/// let undated = |name: &str| Diagnostic::warning("no-date", "بلا تاريخ").in_file(name).at(1, 1);
/// let found: Vec<Diagnostic> = ["أ.txt", "ب.txt", "ج.txt", "د.txt"].map(undated).into();
/// assert_eq!(lines(&found, Detail::Every, Language::English).lines().count(), 4);
/// let told = lines(&found, Detail::Together, Language::English);
/// assert!(told.starts_with("أ.txt:1:1: warning[no-date]: ") && told.contains("3 more"));
/// ```
pub fn lines(diagnostics: &[Diagnostic], detail: Detail, language: Language) -> String {
    let mut told = String::new();
    let alike = Alike::of(diagnostics);
    let mut helped: BTreeSet<&str> = BTreeSet::new();
    for found in by_file(diagnostics) {
        let files = match detail {
            Detail::Together => alike.files(found),
            Detail::Every => &[],
        };
        let again = if detail == Detail::Together { alike.again(found) } else { Some(0) };
        // The first of a file speaks for the others in it.
        let Some(again) = again else { continue };
        // The first of many files speaks for them all.
        if files.len() >= MANY && files.first().is_none_or(|&first| !std::ptr::eq(first, found)) {
            continue;
        }
        line(found, language, &mut told);
        if let Some(help) = found.help.as_deref().filter(|help| helped.insert(help)) {
            // Writing to a string cannot fail.
            let _ = write!(told, "\n    \u{2068}{}\u{2069}", printable(&language.say(help)));
        }
        if again > 0 {
            let _ = match language {
                Language::English => write!(told, "\n    the same {again} more times in this file"),
                Language::Arabic => write!(told, "\n    ومثله في هذا الملف، عدده {again}"),
            };
        }
        if files.len() >= MANY {
            others(&files[1..], language, &mut told);
        }
    }
    told
}

/// One finding, on a line of its own.
fn line(found: &Diagnostic, language: Language, told: &mut String) {
    if !told.is_empty() {
        told.push('\n');
    }
    // A file's name or the words of an article could hold what a terminal obeys, or a line that looks like a finding.
    let place = found.place().replace(['\n', '\t'], " ");
    // Only the template engine shows lines of a file below its message.
    let message = if found.code == "template" {
        Cow::Borrowed(&*found.message)
    } else {
        Cow::Owned(language.say(&found.message).replace('\n', " "))
    };
    let _ = write!(
        told,
        "{}: {}[{}]: \u{2068}{}\u{2069}",
        printable(&place),
        found.severity.said(language),
        found.code,
        printable(&message)
    );
}

/// The other files in which the same is found.
fn others(files: &[&Diagnostic], language: Language, told: &mut String) {
    let named: Vec<&str> =
        files.iter().take(NAMED - 1).filter_map(|found| found.path.as_deref()).collect();
    let rest = files.len() - named.len();
    let named = named.join(", ").replace(['\n', '\t'], " ");
    let count = files.len();
    // Writing to a string cannot fail.
    let _ = match language {
        Language::English => write!(told, "\n    the same in {count} more: {}", printable(&named)),
        Language::Arabic => {
            write!(told, "\n    ومثله في ملفات أخرى، عددها {count}: {}", printable(&named))
        }
    };
    if rest > 0 {
        told.push_str(&match language {
            Language::English => format!(", and {rest} not named here"),
            Language::Arabic => format!("، وغيرها {rest}"),
        });
    }
    told.push_str(match language {
        Language::English => " (-v tells each)",
        Language::Arabic => " (يسردها الخيار -v)",
    });
}

/// The findings in the order of their files, each file where it comes first.
fn by_file(diagnostics: &[Diagnostic]) -> Vec<&Diagnostic> {
    let mut place: HashMap<Option<&str>, usize> = HashMap::new();
    for found in diagnostics {
        let next = place.len();
        place.entry(found.path.as_deref()).or_insert(next);
    }
    let mut ordered: Vec<&Diagnostic> = diagnostics.iter().collect();
    ordered.sort_by_key(|found| place.get(&found.path.as_deref()).copied());
    ordered
}

/// What makes findings of several files one: all that is told of them but the place.
type Told<'d> = (&'d str, &'d str, Option<&'d str>);

/// Findings that differ in their file alone.
struct Alike<'d> {
    groups: HashMap<Told<'d>, Vec<&'d Diagnostic>>,
    /// The first in its file, and how many follow it there.
    in_file: HashMap<(Option<&'d str>, Told<'d>), (&'d Diagnostic, usize)>,
}

impl<'d> Alike<'d> {
    fn of(diagnostics: &'d [Diagnostic]) -> Self {
        let mut groups: HashMap<Told<'d>, Vec<&'d Diagnostic>> = HashMap::new();
        let mut in_file = HashMap::new();
        for found in by_file(diagnostics) {
            let group = groups.entry(Self::told(found)).or_default();
            // Twice in one file is not found in two.
            if found.path.is_some() && group.last().is_none_or(|last| last.path != found.path) {
                group.push(found);
            }
            let key = (found.path.as_deref(), Self::told(found));
            in_file.entry(key).and_modify(|(_, again)| *again += 1).or_insert((found, 0));
        }
        Self { groups, in_file }
    }

    fn told(found: &'d Diagnostic) -> Told<'d> {
        (found.code, &found.message, found.help.as_deref())
    }

    /// How often a finding is found again in its file; nothing where it is itself found again.
    fn again(&self, found: &'d Diagnostic) -> Option<usize> {
        let &(first, again) = self.in_file.get(&(found.path.as_deref(), Self::told(found)))?;
        std::ptr::eq(first, found).then_some(again)
    }

    fn files(&self, found: &'d Diagnostic) -> &[&'d Diagnostic] {
        self.groups.get(&Self::told(found)).map_or(&[], Vec::as_slice)
    }
}

/// Lines of findings with colors for a terminal: how bad each is stands out, its place stands back.
///
/// ```
/// use sijill::diagnostics::{Detail, Diagnostic, Language, colored, lines};
/// let found = [Diagnostic::error("bad-date", "لا يوم كهذا").in_file("خبر.txt")];
/// assert!(colored(&lines(&found, Detail::Every, Language::English)).contains("\u{1b}[1;31merror"));
/// ```
pub fn colored(lines: &str) -> String {
    let mut shown = String::with_capacity(lines.len() + lines.len() / 8);
    for line in lines.split_inclusive('\n') {
        match severity_in(line) {
            Some((place, severity, name, rest)) => {
                let color = match severity {
                    Severity::Error => "1;31",
                    Severity::Warning => "1;33",
                    Severity::Note => "1;36",
                };
                let _ = write!(
                    shown,
                    "\u{1b}[1m{place}\u{1b}[0m: \u{1b}[{color}m{name}\u{1b}[0m{rest}"
                );
            }
            None => shown.push_str(line),
        }
    }
    shown
}

/// A line of a finding, cut around the name of its severity; nothing where it is none.
fn severity_in(line: &str) -> Option<(&str, Severity, &str, &str)> {
    let severities = [Severity::Error, Severity::Warning, Severity::Note];
    let named = severities.into_iter().flat_map(|severity| {
        [Language::English, Language::Arabic].map(|language| (severity, severity.said(language)))
    });
    let (at, severity, name) = named
        .filter_map(|(severity, name)| Some((line.find(&format!(": {name}["))?, severity, name)))
        .min()?;
    let end = at + 2 + name.len();
    (!line.starts_with(' ')).then(|| (&line[..at], severity, &line[at + 2..end], &line[end..]))
}

/// A text for a terminal: control characters, and those that turn the order of what follows, are spelled out. Line
/// breaks stay.
///
/// ```
/// use sijill::diagnostics::printable;
/// assert_eq!(printable("خبر\u{1B}[2J.txt"), "خبر\\u{1b}[2J.txt");
/// assert_eq!(printable("سطر\nوآخر"), "سطر\nوآخر");
/// ```
pub fn printable(text: &str) -> Cow<'_, str> {
    let obeyed = |c: char| {
        c.is_control() && !matches!(c, '\n' | '\t')
            || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}' | '\u{2067}')
    };
    if !text.contains(obeyed) {
        return Cow::Borrowed(text);
    }
    let mut made = String::with_capacity(text.len());
    for c in text.chars() {
        if obeyed(c) { made.extend(c.escape_default()) } else { made.push(c) }
    }
    Cow::Owned(made)
}

/// The findings as one JSON object a line.
pub fn json_lines(diagnostics: &[Diagnostic]) -> String {
    let mut out = String::new();
    for found in diagnostics {
        let record = serde_json::json!({
            "path": found.path,
            "line": found.position.map(|(line, _)| line),
            "column": found.position.map(|(_, column)| column),
            "severity": found.severity.name(),
            "code": found.code,
            "message": found.message,
            "help": found.help,
        });
        let _ = writeln!(out, "{record}");
    }
    out
}
