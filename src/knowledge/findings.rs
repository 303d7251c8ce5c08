//! What is wrong with the entries of a knowledge base, and where it stands.

use crate::diagnostics::{Diagnostic, Severity};

/// The most errors, and the most warnings, that are told one by one: whoever is told a hundred faults has read enough, and
/// each place is a search through the file.
const MOST: usize = 100;

/// What was found.
#[derive(Debug, Default)]
pub(super) struct Findings {
    told: Vec<Diagnostic>,
    errors: usize,
    warnings: usize,
}

impl Findings {
    /// Tells of an error, which is worked out only where it is told.
    pub(super) fn error(&mut self, find: impl FnOnce() -> Diagnostic) {
        self.errors += 1;
        if self.errors <= MOST {
            self.told.push(find());
        }
    }

    /// Tells of a warning.
    pub(super) fn warning(&mut self, find: impl FnOnce() -> Diagnostic) {
        self.warnings += 1;
        if self.warnings <= MOST {
            self.told.push(find());
        }
    }

    /// All that is told, and how many faults are not: the findings, and whether one of them is an error.
    pub(super) fn end(mut self, path: &str) -> (Vec<Diagnostic>, bool) {
        let more = |count: usize| count.saturating_sub(MOST);
        let counts =
            [(more(self.errors), Severity::Error), (more(self.warnings), Severity::Warning)];
        for (count, severity) in counts.into_iter().filter(|(count, _)| *count > 0) {
            let message = format!("the knowledge base has {count} more faults");
            let found = match severity {
                Severity::Error => Diagnostic::error("more-faults", message),
                _ => Diagnostic::warning("more-faults", message),
            };
            self.told.push(found.help("mend those that are named, and check again").in_file(path));
        }
        (self.told, self.errors > 0)
    }
}

/// Where a value stands as a whole word in a line.
fn places_in<'l>(line: &'l str, value: &'l str) -> impl Iterator<Item = usize> + 'l {
    let part_of_id = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    line.match_indices(value).map(|(at, _)| at).filter(move |at| {
        !line[..*at].ends_with(part_of_id) && !line[at + value.len()..].starts_with(part_of_id)
    })
}

/// Line and column of the last place where a value stands as a whole word.
///
/// The parser keeps no place for the values it has read, so this looks for the
/// value itself; the last place is the one at which a repetition stands.
pub(super) fn place_of_value(text: &str, value: &str) -> (usize, usize) {
    let mut place = (1, 1);
    if value.is_empty() {
        return place;
    }
    for (number, line) in text.lines().enumerate() {
        if let Some(at) = places_in(line, value).last() {
            place = (number + 1, line[..at].chars().count() + 1);
        }
    }
    place
}

/// Line and column of a value in the entry with an id: the first place behind `id:`.
pub(super) fn place_in_entry(text: &str, id: &str, value: &str) -> (usize, usize) {
    let opens = |line: &str| {
        places_in(line, id)
            .find(|&at| line[..at].trim_end_matches(['"', '\'', ' ']).ends_with("id:"))
    };
    let mut from = None;
    for (number, line) in text.lines().enumerate() {
        if from.is_none() {
            from = opens(line).map(|at| (number, at + id.len()));
        }
        let Some((first, behind)) = from else { continue };
        let least = if number == first { behind } else { 0 };
        if let Some(at) = places_in(line, value).find(|&at| at >= least) {
            return (number + 1, line[..at].chars().count() + 1);
        }
    }
    place_of_value(text, value)
}
