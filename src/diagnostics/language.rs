//! The languages that the program speaks.

use std::borrow::Cow;
use std::sync::LazyLock;

/// A language of messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// As the code has them.
    #[default]
    English,
    /// As `arabic.txt` beside this file has them.
    Arabic,
}

impl Language {
    /// A message in this language; as it is where there is no line for it.
    ///
    /// ```
    /// use sijill::diagnostics::Language;
    /// assert_eq!(Language::Arabic.say("there is no template `water`"), "لا قالب اسمه `water`");
    /// assert_eq!(Language::English.say("there is no template `water`"), "there is no template `water`");
    /// assert_eq!(Language::Arabic.say("no line for this"), "no line for this");
    /// ```
    pub fn say(self, message: &str) -> Cow<'_, str> {
        match self {
            Self::English => Cow::Borrowed(message),
            Self::Arabic => said(message, DEPTH).map_or(Cow::Borrowed(message), Cow::Owned),
        }
    }
}

/// How deep a filling may hold another message: «the alias `x` {}», «is no path inside the site: {}».
const DEPTH: usize = 3;

/// A line of the table.
struct Line {
    /// The English text between its fillings.
    english: Vec<&'static str>,
    arabic: &'static str,
    /// How many letters tell this line from others.
    letters: usize,
}

static TABLE: LazyLock<Vec<Line>> = LazyLock::new(|| lines(include_str!("arabic.txt")));

fn lines(table: &'static str) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut english = "";
    for line in table.lines().filter(|line| !line.is_empty() && !line.starts_with("# ")) {
        let Some(arabic) = line.strip_prefix('\t') else {
            english = line;
            continue;
        };
        let english: Vec<&str> = english.split("{}").collect();
        let letters = english.iter().map(|part| part.len()).sum();
        lines.push(Line { english, arabic, letters });
    }
    // The line that says most of a message is the one that was meant.
    lines.sort_by_key(|line| std::cmp::Reverse(line.letters));
    lines
}

fn said(message: &str, depth: usize) -> Option<String> {
    if depth == 0 {
        return None;
    }
    let (line, fillings) =
        TABLE.iter().find_map(|line| Some((line, fillings(&line.english, message)?)))?;
    let fillings: Vec<Cow<'_, str>> = fillings
        .into_iter()
        .map(|filling| said(filling, depth - 1).map_or(Cow::Borrowed(filling), Cow::Owned))
        .collect();
    Some(filled(line.arabic, &fillings))
}

/// What a message has where the English line leaves places open.
fn fillings<'m>(english: &[&str], message: &'m str) -> Option<Vec<&'m str>> {
    let (first, rest) = english.split_first()?;
    let mut left = message.strip_prefix(first)?;
    let Some((last, middle)) = rest.split_last() else {
        return left.is_empty().then(Vec::new);
    };
    let mut fillings = Vec::with_capacity(rest.len());
    for part in middle {
        let (filling, after) = left.split_once(part)?;
        fillings.push(filling);
        left = after;
    }
    fillings.push(left.strip_suffix(last)?);
    Some(fillings)
}

/// The Arabic line with its fillings: `{}` takes the next, `{2}` the second.
fn filled(arabic: &str, fillings: &[Cow<'_, str>]) -> String {
    let mut made = String::with_capacity(arabic.len() + 32);
    let mut next = 0;
    let mut rest = arabic;
    while let Some((before, after)) = rest.split_once('{') {
        made.push_str(before);
        let which = after.split_once('}');
        let place = which.filter(|(which, _)| which.bytes().all(|byte| byte.is_ascii_digit()));
        let Some((which, behind)) = place else {
            // A brace of a remedy: `[{cut: 8}]`.
            made.push('{');
            rest = after;
            continue;
        };
        next += usize::from(which.is_empty());
        let at = if which.is_empty() { next } else { which.parse().unwrap_or(0) };
        made.push_str(
            at.checked_sub(1).and_then(|at| fillings.get(at)).map_or("", |filling| filling),
        );
        rest = behind;
    }
    made.push_str(rest);
    made
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fillings_are_said_too_and_keep_their_order_or_another() {
        let said = Language::Arabic.say("12 of the 300 words of this file were kept");
        assert_eq!(said, "بقي من كلمات هذا الملف 12 من 300");
        let said = Language::Arabic.say("the alias `.x/` has a hidden part");
        assert_eq!(said, "العنوان البديل `.x/` فيه جزء مخفي");
    }

    #[test]
    fn braces_of_a_remedy_stay() {
        let said = Language::Arabic.say("to cut it: `clean: [{cut: 8}]` in the front matter");
        assert_eq!(said, "لحذفها: `clean: [{cut: 8}]` في صدر الملف");
    }

    #[test]
    fn every_line_has_two_languages_and_as_many_places() {
        for line in TABLE.iter() {
            assert!(!line.arabic.is_ascii() || line.letters < 4, "{}", line.arabic);
            let is_place = |part: &&str| {
                part.split_once('}')
                    .is_some_and(|(which, _)| which.parse::<u8>().is_ok() || which.is_empty())
            };
            let places = line.arabic.split('{').skip(1).filter(is_place).count();
            assert_eq!(places, line.english.len() - 1, "{}", line.arabic);
        }
    }
}
