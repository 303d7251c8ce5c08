//! Names that every file system and every address can bear.

/// The most bytes of a name; the usual file systems end here.
pub const MAX_NAME_BYTES: usize = 255;

/// Characters that some file system refuses.
const REFUSED: [char; 9] = ['\\', '/', ':', '*', '?', '"', '<', '>', '|'];

/// Names that mean devices to Windows, with any ending.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// Devices with a number from 0 to 9 behind them.
const NUMBERED_DEVICES: [&str; 2] = ["com", "lpt"];

/// Why a name, one part of a path, is none that every file system takes; nothing where it is one.
///
/// ```
/// use sijill::arabic::file_name::flaw;
/// assert_eq!(flaw("الجولة-الثالثة.html"), None);
/// assert_eq!(flaw("COM1.txt"), Some("is the name of a device"));
/// assert!(flaw("a\nb").is_some() && flaw("..").is_some() && flaw("خبر.").is_some());
/// ```
pub fn flaw(name: &str) -> Option<&'static str> {
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_ascii_lowercase();
    let numbered =
        || NUMBERED_DEVICES.iter().any(|device| stem.strip_prefix(device).is_some_and(is_digit));
    match name {
        "" | "." | ".." => Some("is no name"),
        _ if name.len() > MAX_NAME_BYTES => Some("is longer than 255 bytes"),
        _ if name.contains(char::is_control) => Some("has a control character or a line break"),
        _ if name.contains(REFUSED) => Some("has one of the characters \\ / : * ? \" < > |"),
        _ if name.ends_with(['.', ' ']) || name.starts_with(' ') => {
            Some("begins or ends with a space, or ends with a dot")
        }
        _ if DEVICES.contains(&stem.as_str()) || numbered() => Some("is the name of a device"),
        _ => None,
    }
}

fn is_digit(text: &str) -> bool {
    text.len() == 1 && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_some_system_refuses() {
        for name in [
            "", ".", "..", "a:b", "a?b", "NUL", "nul.html", "Com7", "lpt0.txt", "a\u{0}", "a\r",
            " a", "a ", "a.",
        ] {
            assert!(flaw(name).is_some(), "{name:?}");
        }
        assert!(flaw(&"م".repeat(128)).is_some());
        for name in ["console", "com10", "null", ".nojekyll", "index.html", "بغداد", "a b"] {
            assert_eq!(flaw(name), None, "{name}");
        }
    }
}
