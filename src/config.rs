//! The settings of one site, from the text of `content/site.yaml`.

use serde::Deserialize;

use crate::arabic::calendar::MonthStyle;
use crate::diagnostics::Diagnostic;
use crate::diagnostics::yaml::{control_character, readable};
use crate::entity::is_language_tag;

pub use crate::arabic::calendar::MonthNames;
pub use crate::arabic::numbers::Digits;

/// The most bytes of the settings.
const MAX_BYTES: usize = 1024 * 1024;

/// The settings of one site; every one has a default, so an empty file is fine.
///
/// ```
/// use sijill::config::{Config, Digits};
/// let config = Config::parse("title: ملف الحوار\ndigits: arab\n").unwrap();
/// assert_eq!(config.title, "ملف الحوار");
/// assert_eq!(config.digits, Digits::ArabicIndic);
/// ```
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// The dossier's name, shown on every page.
    pub title: String,
    /// One sentence that says what the dossier holds.
    pub description: String,
    /// Where the site will stand, without the last slash; empty where nobody has said, and then the site names no
    /// address of its own: no canonical links, no sitemap.
    pub base_url: String,
    /// BCP 47 tag of the pages.
    pub lang: String,
    /// Digits of generated text.
    pub digits: Digits,
    /// Month names of generated text.
    pub months: MonthNames,
    /// Whether a Gregorian day has its Hijri day beside it.
    pub hijri: bool,
    /// First and last year of the timeline; all years that have events where absent.
    pub years: Option<(i32, i32)>,
    /// The licence line of the footer.
    pub rights: String,
    /// Who edits the dossier.
    pub editor: String,
    /// The as-of date of the dossier (EDTF), for feeds that have no better one.
    pub updated: Option<String>,
    /// Whether search engines are asked to stay out.
    pub noindex: bool,
    /// Whether crawlers that gather text for language models are asked to stay out.
    pub no_ai: bool,
    /// Encoding of every text file under `articles/`, instead of detecting it.
    pub encoding: Option<String>,
    /// Whether ابن، أبو، آل، عبد are skipped in alphabetical order, as «ال» always is.
    pub skip_kunya: bool,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            title: "ملف بلا عنوان".to_owned(),
            description: String::new(),
            base_url: String::new(),
            lang: "ar".to_owned(),
            digits: Digits::default(),
            months: MonthNames::default(),
            hijri: false,
            years: None,
            rights: String::new(),
            editor: String::new(),
            updated: None,
            noindex: false,
            no_ai: false,
            encoding: None,
            skip_kunya: false,
        }
    }
}

impl Config {
    /// How dates are written: whose names of months, in which digits.
    pub fn month_style(&self) -> MonthStyle {
        MonthStyle { names: self.months, digits: self.digits }
    }

    /// Reads the settings from YAML.
    ///
    /// # Errors
    ///
    /// A diagnostic with line and column where the text is not YAML, has a key
    /// that no setting knows, or a value of the wrong kind.
    pub fn parse(text: &str) -> Result<Self, Diagnostic> {
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        if text.trim().is_empty() {
            return Ok(Self::default());
        }
        readable(text, "settings", MAX_BYTES)?;
        if let Some((line, column)) = control_character(text) {
            let found = Diagnostic::error(
                "control-character",
                "an escape makes a character that is no text",
            );
            return Err(found.help("remove the escape").at(line, column));
        }
        let config: Self = serde_yaml::from_str(text).map_err(|error| {
            let found = Diagnostic::error(
                "settings",
                crate::diagnostics::without_place(&error.to_string()),
            )
            .help("the settings and their values are listed in README.md");
            match error.location() {
                Some(place) => found.at(place.line(), place.column()),
                None => found,
            }
        })?;
        let wrong = |key: &str, message: &str, help: &str| {
            let line = text
                .lines()
                .position(|line| line.trim_start().starts_with(key))
                .map_or(1, |line| line + 1);
            Err(Diagnostic::error("settings", message).help(help).at(line, 1))
        };
        let base_url = config.base_url.trim().trim_end_matches('/').to_owned();
        if !base_url.is_empty() && !is_address(&base_url) {
            // Without a scheme, `dossier.example/talks` would be a link to a folder of that name.
            let message = format!("`base_url: {base_url}` is no address of a site");
            return wrong(
                "base_url",
                &message,
                "write it whole, such as `https://dossier.example/talks`, or leave it empty until the site has one",
            );
        }
        if !is_language_tag(&config.lang) {
            return wrong(
                "lang",
                "`lang` is no language tag",
                "write a tag such as ar, ckb or ar-IQ",
            );
        }
        Ok(Self { base_url, ..config })
    }
}

/// Whether a text is an address on the web and nothing else: it stands in feeds, calendars and `robots.txt`, where a
/// line break or a quotation mark would begin something of its own.
fn is_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let is_odd = |c: char| c.is_whitespace() || c.is_control() || "\"'<>\\^`{|}?#,;".contains(c);
    rest.is_some_and(|rest| {
        !rest.is_empty() && !rest.starts_with(['/', ':']) && !rest.contains(is_odd)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_stands_nowhere_or_at_a_whole_address() {
        let base = |text: &str| Config::parse(text).map(|config| config.base_url);
        assert_eq!(base("title: ملف\n"), Ok(String::new()));
        assert_eq!(base("base_url: \"\"\n"), Ok(String::new()));
        assert_eq!(
            base("base_url: https://dossier.example/talks/\n"),
            Ok("https://dossier.example/talks".to_owned())
        );
        for wrong in [
            "dossier.example",
            "//dossier.example",
            "ftp://dossier.example",
            "https://",
            "https://dossier.example/?a=1",
        ] {
            let found = base(&format!("title: ملف\nbase_url: {wrong}\n")).expect_err(wrong);
            assert_eq!(found.position.map(|(line, _)| line), Some(2), "{wrong}");
        }
    }

    #[test]
    fn an_empty_file_gives_the_defaults() {
        assert_eq!(Config::parse("\u{FEFF}\n"), Ok(Config::default()));
    }

    #[test]
    fn an_address_is_one_line_of_one_thing() {
        for url in
            ["https://example.org", "http://localhost:3000/ملف", "https://[2001:db8::1]/a/b/", ""]
        {
            assert!(Config::parse(&format!("base_url: \"{url}\"")).is_ok(), "{url}");
        }
        for url in [
            "example.org",
            "ftp://e.org",
            "https://",
            "https:///x",
            "https://e.org\\nDisallow: /x",
            "https://e.org/a b",
            "https://e.org/?q",
        ] {
            let found = Config::parse(&format!("title: ملف\nbase_url: \"{url}\"")).expect_err(url);
            assert_eq!(found.position.map(|place| place.0), Some(2), "{url}");
        }
        assert!(Config::parse("lang: \"ar\\r\\nER  - \"").is_err());
        assert!(
            Config::parse("title: \"x\\u0007\"")
                .is_err_and(|found| found.code == "control-character")
        );
    }

    #[test]
    fn an_unknown_setting_is_named_with_its_place() {
        let found = Config::parse("title: ملف\ntitel: آخر\n").expect_err("`titel` is no setting");
        assert_eq!(found.position.map(|(line, _)| line), Some(2));
        assert!(found.message.contains("titel"), "{}", found.message);
    }
}
