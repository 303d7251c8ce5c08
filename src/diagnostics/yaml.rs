//! What a YAML text must not be, told before the parser sees it.

use serde_yaml::Value;

use super::Diagnostic;

/// The most levels of brackets. The parser takes quadratic time on open ones: 64 KB of `[` took eight seconds.
const MAX_DEPTH: usize = 64;

/// The first thing that keeps a YAML text from being read: its size, brackets without end, or a control character
/// that an escape puts into a value («"خبر\\u0007"»), which no page and no feed may hold.
///
/// Lines count from the first of `yaml`; whoever knows the file adds it.
///
/// # Errors
///
/// The finding.
pub(crate) fn readable(yaml: &str, code: &'static str, max_bytes: usize) -> Result<(), Diagnostic> {
    if yaml.len() > max_bytes {
        let message = format!("this has {} bytes; at most {max_bytes} are read", yaml.len());
        return Err(Diagnostic::error(code, message)
            .help("split it, or look for what does not belong here; is a closing `---` missing?")
            .at(1, 1));
    }
    let mut depth = 0usize;
    for (number, line) in yaml.lines().enumerate() {
        for (at, byte) in line.bytes().enumerate() {
            match byte {
                b'[' | b'{' => depth += 1,
                b']' | b'}' => depth = depth.saturating_sub(1),
                _ => continue,
            }
            if depth > MAX_DEPTH {
                let message = format!("more than {MAX_DEPTH} brackets are open at once");
                let column = line[..at].chars().count() + 1;
                return Err(Diagnostic::error(code, message)
                    .help("close the brackets, or quote the text that has them")
                    .at(number + 1, column));
            }
        }
    }
    Ok(())
}

/// Line and column of the first escape in `yaml` that may make a control character; in a plain value it makes none.
fn control_escape(yaml: &str) -> Option<(usize, usize)> {
    let is_escape = |rest: &str| {
        let code = |digits: usize| {
            rest.get(2..2 + digits)
                .and_then(|code| u32::from_str_radix(code, 16).ok())
                .and_then(char::from_u32)
        };
        match rest.as_bytes().get(1) {
            Some(b'0' | b'a' | b'b' | b'e' | b'f' | b'v' | b'N') => true,
            Some(b'x') => code(2).is_some_and(is_control),
            Some(b'u') => code(4).is_some_and(is_control),
            Some(b'U') => code(8).is_some_and(is_control),
            _ => false,
        }
    };
    yaml.lines().enumerate().find_map(|(number, line)| {
        let at = line.match_indices('\\').map(|(at, _)| at).find(|&at| is_escape(&line[at..]))?;
        Some((number + 1, line[..at].chars().count() + 1))
    })
}

/// Where a value of `yaml` has a character that is no text, which only an escape can put there; nothing where none has.
pub(crate) fn control_character(yaml: &str) -> Option<(usize, usize)> {
    let place = control_escape(yaml)?;
    let value: Value = serde_yaml::from_str(yaml).ok()?;
    let mut rest = vec![&value];
    while let Some(value) = rest.pop() {
        match value {
            Value::String(text) if text.contains(is_control) => return Some(place),
            Value::Sequence(values) => rest.extend(values),
            Value::Mapping(pairs) => {
                rest.extend(pairs.iter().flat_map(|(key, value)| [key, value]))
            }
            Value::Tagged(tagged) => rest.push(&tagged.value),
            _ => {}
        }
    }
    None
}

/// Whether a character is none of a text: control characters other than white space, and noncharacters, which no XML
/// may hold and which HTML calls an error.
///
/// ```
/// use sijill::diagnostics::is_control;
/// assert!(is_control('\u{7}') && is_control('\u{FFFE}'));
/// assert!(!is_control('\n') && !is_control('\u{200F}') && !is_control('ب'));
/// ```
pub fn is_control(c: char) -> bool {
    let is_noncharacter = u32::from(c) & 0xFFFE == 0xFFFE || matches!(c, '\u{FDD0}'..='\u{FDEF}');
    c.is_control() && !matches!(c, '\t' | '\n' | '\r') || is_noncharacter
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_without_end_are_named_with_their_place() {
        assert!(readable(&"[a, b]\n{c: [d]}\n".repeat(1000), "x", 1 << 20).is_ok());
        let found = readable(&format!("title: خبر\n{}", "[".repeat(100)), "x", 1 << 20)
            .expect_err("too deep");
        assert_eq!(found.position, Some((2, MAX_DEPTH + 1)));
        assert!(readable("title: خبر", "x", 4).is_err());
    }

    #[test]
    fn escapes_of_control_characters_are_found() {
        assert_eq!(control_escape("title: خبر\nname: \"نص\\u0007\""), Some((2, 10)));
        assert_eq!(control_escape("a: \"\\x1b\""), Some((1, 5)));
        assert_eq!(control_escape("a: \"\\u0628 \\n\""), None);
        assert_eq!(control_character("a: [{b: \"نص\\u0001\"}]"), Some((1, 12)));
        assert_eq!(control_character("a: C:\\folder\\bin"), None);
    }
}
