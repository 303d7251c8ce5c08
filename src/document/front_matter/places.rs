//! On which line of its file a person wrote a value.

use super::fields::FrontMatter;
use super::yaml;

/// The lines of one key of a front matter, for asking where each of its values stands.
#[derive(Clone, Debug)]
pub struct KeyLines<'f> {
    /// The line of the key in its file, from 1.
    number: usize,
    /// That line and those below it, up to the next key.
    lines: Vec<&'f str>,
    /// Where the last value was found: values are asked for in their order, and the next stands there or below.
    at: usize,
    /// How many were not found.
    missed: usize,
}

/// A longer line holds a list of hundreds, and is taken to hold what is asked for: nothing else could be told of it.
const LONG: usize = 16 * 1024;

/// How many values that are written otherwise than they read (`"\x61"`) are looked for in all lines.
const MISSES: usize = 100;

impl KeyLines<'_> {
    /// The line of a value, from 1; that of the key where no line shows the value as it reads.
    pub fn line(&mut self, value: &str) -> usize {
        let holds = |line: &&str| line.len() > LONG || line.contains(value);
        let below = || self.lines[self.at..].iter().position(holds).map(|found| self.at + found);
        let found = if self.missed < MISSES {
            below().or_else(|| self.lines[..self.at].iter().position(holds))
        } else {
            None
        };
        match found {
            Some(found) => self.at = found,
            None => self.missed += 1,
        }
        self.number + found.unwrap_or(0)
    }
}

impl FrontMatter {
    /// The lines of a key; nothing where no person wrote it.
    pub(crate) fn lines_of(&self, key: &str) -> Option<KeyLines<'_>> {
        let mut lines = self.written.as_deref()?.lines();
        let first = lines.position(|line| yaml::key_of(line) == Some(key))?;
        let written = self.written.as_deref()?.lines().skip(first);
        let mut block: Vec<&str> = written.take(1).collect();
        block.extend(lines.take_while(|line| yaml::key_of(line).is_none()));
        // Lines count from 1, and the front matter begins on the second.
        Some(KeyLines { number: first + 2, lines: block, at: 0, missed: 0 })
    }

    /// The line of the file, from 1, on which a value of a key stands, or the key; nothing where no person wrote the key.
    ///
    /// ```
    /// use sijill::document::parse;
    /// let draft = parse("---\ntitle: خبر\naliases:\n  - old/\n  - older/\n---\nنص").unwrap().value;
    /// assert_eq!(draft.front_matter.line_of("aliases", "older/"), Some(5));
    /// assert_eq!(draft.front_matter.line_of("slug", "x"), None);
    /// ```
    pub fn line_of(&self, key: &str, value: &str) -> Option<usize> {
        self.lines_of(key).map(|mut lines| lines.line(value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_found_in_any_order() {
        let written =
            "title: خبر\naliases:\n  - old/\n  - older/\n  - \"\\x61\"\ntopics: [oldest]\n";
        let front = FrontMatter { written: Some(written.to_owned()), ..FrontMatter::default() };
        let mut lines = front.lines_of("aliases").unwrap();
        let asked = ["older/", "old/", "a/", "older/", "oldest"];
        // What is written otherwise, or below another key, stands at its key.
        assert_eq!(asked.map(|value| lines.line(value)), [5, 4, 3, 5, 3]);
        assert!(front.lines_of("slug").is_none());
        assert_eq!(front.line_of("topics", "oldest"), Some(7));
    }
}
