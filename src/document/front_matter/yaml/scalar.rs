//! How one value is spelled: plain where that is safe, in double quotes where it is not.

use std::fmt::Write as _;

/// Spells a text as a YAML scalar that stands inside `{…}` and `[…]` as well as alone.
pub fn scalar(text: &str) -> String {
    if is_plain(text) { text.to_owned() } else { quoted(text) }
}

/// Whether the text means itself without quotes, to YAML 1.1 readers too.
fn is_plain(text: &str) -> bool {
    let edge = |c: char| c.is_whitespace() || c.is_control();
    let Some(first) = text.chars().next() else { return false };
    let reserved = [
        "null", "true", "false", "yes", "no", "on", "off", "y", "n", "~", ".nan", ".inf", "-.inf",
        "nan", "inf",
    ];
    if text.starts_with(edge)
        || text.ends_with(edge)
        || "-?:,[]{}#&*!|>'\"%@`=<".contains(first)
        || text.ends_with(':')
    {
        return false;
    }
    if text
        .chars()
        .any(|c| c.is_control() || ",[]{}\"#\u{2028}\u{2029}\u{FEFF}\u{FFFE}\u{FFFF}".contains(c))
        || text.contains(": ")
    {
        return false;
    }
    let looks_like_number = text.parse::<f64>().is_ok()
        || text.starts_with("0x")
        || text.starts_with("0o")
        || text.starts_with('+');
    let plain_year = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    let clock =
        text.contains(':') && text.bytes().all(|b| b.is_ascii_digit() || b == b':' || b == b'.');
    (!looks_like_number || plain_year)
        && !clock
        && !reserved.contains(&text.to_ascii_lowercase().as_str())
}

fn quoted(text: &str) -> String {
    let mut out = String::from('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c if c.is_control()
                || matches!(c, '\u{2028}' | '\u{2029}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}') =>
            {
                // Writing to a string cannot fail.
                let _ = write!(out, "\\u{:04X}", c as u32);
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::scalar;

    #[test]
    fn quotes_only_what_needs_it() {
        assert_eq!(scalar("بغداد تعلن موعد الجولة"), "بغداد تعلن موعد الجولة");
        assert_eq!(scalar("2021-04-07"), "2021-04-07");
        assert_eq!(scalar("بيان: الجولة"), "\"بيان: الجولة\"");
        assert_eq!(scalar("«جدول زمني»، ثم"), "«جدول زمني»، ثم");
        assert_eq!(scalar("no"), "\"no\"");
        assert_eq!(scalar(""), "\"\"");
    }

    #[test]
    fn every_spelling_reads_back() {
        let samples = [
            "",
            " ",
            "a: b",
            "- a",
            "#",
            "007",
            "1e3",
            "null",
            "12:30:45",
            "«أ»",
            "a\nb",
            "\u{FEFF}a",
            "[x]",
            "{x}",
            "a#b",
            "\\",
            "'",
            "\"",
            "2021",
        ];
        for text in samples {
            let yaml = format!("{{k: {}}}", scalar(text));
            let read: std::collections::BTreeMap<String, serde_yaml::Value> =
                serde_yaml::from_str(&yaml).expect(&yaml);
            let value = &read["k"];
            let back =
                value.as_str().map(str::to_owned).or_else(|| value.as_i64().map(|n| n.to_string()));
            assert_eq!(back.as_deref(), Some(text), "{yaml}");
        }
    }
}
