//! YAML → [`FrontMatter`], key by key.

use std::cell::OnceCell;
use std::collections::HashMap;

use serde_yaml::Value;

use super::super::{CleanRule, NO_DATE};
use super::{
    DateBasis, DateEvidence, Display, FrontMatter, KEYS, PublicationStatus, Removed, RemovedKind,
    Source, said_for,
};
use crate::arabic::calendar::printed::printed_days;
use crate::arabic::calendar::{Edtf, date_of_phrase};
use crate::diagnostics::yaml::{control_character, readable};
use crate::diagnostics::{Diagnostic, Warned, is_control, nearest};
use crate::entity::is_language_tag;
use crate::span::Span;

/// More is no front matter. An article of whose page a thousand pieces were cut has 100 KB of `removed:`.
const MAX_BYTES: usize = 1024 * 1024;

/// What helps where nearly nothing is a key that is known.
const NO_FRONT_MATTER: &str =
    "if these lines are the text itself, put an empty line above the first `---`";

/// Reads the lines between the `---`; lines count from the first of them.
pub(in super::super) fn parse(yaml: &str) -> Result<Warned<FrontMatter>, Diagnostic> {
    let mut reader = Reader { yaml, keys: OnceCell::new(), findings: Vec::new(), strange: 0 };
    let mut front_matter = FrontMatter { written: Some(yaml.to_owned()), ..FrontMatter::default() };
    let mut is_undated = false;
    for (key, value) in reader.mapping()? {
        if key == "date" && value.as_str() == Some(NO_DATE) {
            is_undated = true;
            continue;
        }
        reader.key(&mut front_matter, &key, &value);
    }
    if let more @ 1.. = reader.strange.saturating_sub(STRANGE) {
        let message = format!("the front matter has {more} more keys that are not known");
        let found = Diagnostic::warning("unknown-key", message);
        reader.findings.push(found.help(NO_FRONT_MATTER).at(1, 1));
    }
    if is_undated {
        front_matter.set_undated();
    } else if front_matter.is_undated() {
        // A basis without a date says nothing.
        front_matter.date_basis = None;
    }
    Ok(Warned { value: front_matter, diagnostics: reader.findings })
}

/// The key that a line gives, where it starts a top-level key.
pub(in super::super) fn key_of(line: &str) -> Option<&str> {
    let (key, _) = line.split_once(':')?;
    (!key.is_empty() && !key.starts_with([' ', '\t', '#', '-']))
        .then(|| key.trim_end().trim_matches(['"', '\'']))
}

struct Reader<'y> {
    yaml: &'y str,
    /// The line of each top-level key, from 0, and what stands on it.
    keys: OnceCell<HashMap<&'y str, (usize, &'y str)>>,
    findings: Vec<Diagnostic>,
    /// How many keys are unknown.
    strange: usize,
}

/// How many unknown keys are told of one by one: a text that begins with `---` and is no front matter has thousands.
const STRANGE: usize = 100;

impl Reader<'_> {
    fn mapping(&mut self) -> Result<Vec<(String, Value)>, Diagnostic> {
        readable(self.yaml, "front-matter", MAX_BYTES)?;
        let mut value: Value =
            serde_yaml::from_str(self.yaml).map_err(|error| self.syntax(&error))?;
        if let Some((line, column)) = control_character(self.yaml) {
            drop_controls(&mut value);
            let found = Diagnostic::warning(
                "control-character",
                "an escape makes a character that is no text; it is left out",
            );
            self.findings.push(found.help("remove the escape").at(line, column));
        }
        match value {
            Value::Null => Ok(Vec::new()),
            Value::Mapping(mapping) => Ok(mapping
                .into_iter()
                .map(|(key, value)| (text_of(&key).unwrap_or_else(|| format!("{key:?}")), value))
                .collect()),
            _ => Err(Diagnostic::error(
                "front-matter",
                "the front matter is no list of `key: value` lines",
            )
            .help("write one `key: value` a line, or remove the `---` lines")
            .at(1, 1)),
        }
    }

    fn syntax(&self, error: &serde_yaml::Error) -> Diagnostic {
        let message = error.to_string();
        let help = if message.contains("mapping values are not allowed") {
            "a value that has a colon stands in double quotes: title: \"عنوان: وتتمته\""
        } else if message.contains("duplicate entry") {
            "each key stands once"
        } else {
            "quote values that have special characters, indent with spaces"
        };
        let place = error.location().map(|place| (place.line(), place.column()));
        // The parser names the first line where a key stands twice at the top.
        let twice = message.contains("duplicate entry").then(|| duplicate_key(self.yaml)).flatten();
        let (line, column) = twice.or(place).unwrap_or((1, 1));
        let message = crate::diagnostics::without_place(&message);
        Diagnostic::error("front-matter", format!("the front matter cannot be read: {message}"))
            .help(help)
            .at(line, column)
    }

    fn key(&mut self, front_matter: &mut FrontMatter, key: &str, value: &Value) {
        let f = front_matter;
        match key {
            "title" => f.title = self.text(key, value),
            "subtitle" => f.subtitle = self.text(key, value),
            "date" => f.date = self.date(key, value),
            "date_basis" => {
                f.date_basis = self.choice(
                    key,
                    value,
                    &[DateBasis::Stated, DateBasis::Page, DateBasis::Inferred, DateBasis::Editor],
                    DateBasis::name,
                )
            }
            "date_evidence" => f.date_evidence = self.items(key, value, evidence),
            "captured" => f.captured = self.date(key, value),
            "source" => f.source = self.source(value),
            "lang" => {
                let lang = self.text(key, value);
                if lang.as_deref().is_some_and(|lang| !is_language_tag(lang)) {
                    self.bad(key, "is no language tag", "write a tag such as ar, ckb or ar-IQ");
                }
                f.lang = lang.filter(|lang| is_language_tag(lang));
            }
            "slug" => f.slug = self.text(key, value),
            "aliases" => f.aliases = self.texts(key, value),
            "topics" => f.topics = (!value.is_null()).then(|| self.texts(key, value)),
            "clean" => f.clean = self.items(key, value, clean_rule),
            "removed" => f.removed = self.items(key, value, removed),
            "status" => {
                let choices = [
                    PublicationStatus::Draft,
                    PublicationStatus::Published,
                    PublicationStatus::Withdrawn,
                ];
                f.status =
                    self.choice(key, value, &choices, PublicationStatus::name).unwrap_or_default();
            }
            "display" => {
                f.display = self
                    .choice(
                        key,
                        value,
                        &[Display::Full, Display::Excerpt, Display::Link],
                        Display::name,
                    )
                    .unwrap_or_default()
            }
            "added" => f.added = self.date(key, value),
            "updated" => f.updated = self.date(key, value),
            "extra" => match value {
                Value::Mapping(mapping) => {
                    f.extra = mapping
                        .iter()
                        .filter_map(|(key, value)| text_of(key).map(|key| (key, value.clone())))
                        .collect();
                }
                Value::Null => {}
                _ => self.bad(key, "is no list of `key: value` pairs", "write extra: {note: …}"),
            },
            // Whoever decodes the file has read it before.
            "encoding" => {}
            unknown => self.unknown(unknown),
        }
    }

    fn unknown(&mut self, key: &str) {
        self.strange += 1;
        if self.strange > STRANGE {
            return;
        }
        let bare: String =
            key.chars().filter(|&c| !crate::arabic::chars::is_zero_width(c)).collect();
        let help = match (nearest(&bare, KEYS.iter()), said_for::meant(&bare)) {
            (Some(near), _) if near == bare => {
                format!("the key carries an invisible character; type `{near}` anew")
            }
            (_, Some(meant)) => {
                format!("write `{meant}` for it; whatever else you want to keep goes under `extra`")
            }
            (Some(near), None) => format!(
                "the nearest known key is `{near}`; whatever else you want to keep goes under `extra`"
            ),
            (None, None) => format!(
                "known keys are {}; whatever else you want to keep goes under `extra`",
                KEYS.join(", ")
            ),
        };
        let (line, column) = self.place(key);
        self.findings.push(
            Diagnostic::warning("unknown-key", format!("the front matter has no key `{key}`"))
                .help(help)
                .at(line, column),
        );
    }

    fn text(&mut self, key: &str, value: &Value) -> Option<String> {
        if value.is_null() {
            return None;
        }
        let text = text_of(value).map(|text| text.trim().to_owned());
        if text.is_none() {
            self.bad(
                key,
                "is no text",
                "write the value on the same line, in double quotes if it has special characters",
            );
        }
        text.filter(|text| !text.is_empty())
    }

    fn date(&mut self, key: &str, value: &Value) -> Option<Edtf> {
        let text = self.text(key, value)?;
        match date_of(&text) {
            Some(date) => Some(date),
            None => {
                let (line, column) = self.value_place(key);
                let found = Diagnostic::error(
                    "bad-date",
                    format!("`{key}: {text}` is no date of the calendar"),
                );
                let help = "write a day as 2021-04-07 or «7 نيسان 2021», a month as 2021-04, «about» as 2021-04~";
                self.findings.push(found.help(help).at(line, column));
                None
            }
        }
    }

    fn texts(&mut self, key: &str, value: &Value) -> Vec<String> {
        let values = match value {
            Value::Null => return Vec::new(),
            Value::Sequence(values) => values.as_slice(),
            one => std::slice::from_ref(one),
        };
        let texts: Vec<String> = values.iter().filter_map(text_of).collect();
        if texts.iter().any(|text| text.contains('\u{060C}')) {
            let (line, column) = self.place(key);
            let found =
                Diagnostic::warning("arabic-comma", format!("an item of `{key}` holds «،»"));
            self.findings.push(
                found.help("items of a list are separated by the Latin comma `,`").at(line, column),
            );
        }
        texts
    }

    fn choice<T: Copy>(
        &mut self,
        key: &str,
        value: &Value,
        choices: &[T],
        name: fn(T) -> &'static str,
    ) -> Option<T> {
        let text = self.text(key, value)?;
        let chosen = choices.iter().copied().find(|&choice| name(choice) == text);
        if chosen.is_none() {
            let names: Vec<&str> = choices.iter().map(|&choice| name(choice)).collect();
            self.bad(key, &format!("is `{text}`"), &format!("one of {}", names.join(", ")));
        }
        chosen
    }

    fn items<T>(&mut self, key: &str, value: &Value, item: fn(&Value) -> Option<T>) -> Vec<T> {
        let values = match value {
            Value::Null => return Vec::new(),
            Value::Sequence(values) => values.as_slice(),
            one => std::slice::from_ref(one),
        };
        let items: Vec<T> = values.iter().filter_map(item).collect();
        if items.len() < values.len() {
            let help = match key {
                "clean" => "write clean: [{keep: 3-7}, {cut: 12}], lines of the raw file",
                "removed" => "write {bytes: 0-12, kind: share, reason: …, words: 2}",
                _ => "write {text: …, value: 2021-04-07, reason: …}",
            };
            self.bad(key, "has an item that cannot be read", help);
        }
        items
    }

    fn source(&mut self, value: &Value) -> Source {
        let mut source = Source::default();
        let mapping = match value {
            Value::Null => return source,
            Value::Mapping(mapping) => mapping,
            _ => {
                self.bad(
                    "source",
                    "is no list of `key: value` pairs",
                    "write source: {outlet: …, url: …}",
                );
                return source;
            }
        };
        for (key, value) in mapping {
            let key = text_of(key).unwrap_or_default();
            let text = text_of(value).filter(|text| !text.is_empty());
            match key.as_str() {
                "outlet" => source.outlet = text,
                "author" => source.author = text,
                "url" => source.url = text,
                "archived" => source.archived = text,
                "original" => source.original = text,
                "sha256" => source.sha256 = text,
                other => self.bad(
                    "source",
                    &format!("has no key `{other}`"),
                    "known keys are outlet, author, url, archived, original, sha256",
                ),
            }
        }
        source
    }

    fn bad(&mut self, key: &str, what: &str, help: &str) {
        let (line, column) = self.value_place(key);
        self.findings.push(
            Diagnostic::warning("bad-value", format!("`{key}` {what}")).help(help).at(line, column),
        );
    }

    /// The line of a key, from 1, and what stands on it; the first where no line gives the key.
    fn line(&self, key: &str) -> (usize, &str) {
        let keys = self.keys.get_or_init(|| {
            let mut keys = HashMap::new();
            for (number, line) in self.yaml.lines().enumerate() {
                if let Some(key) = key_of(line) {
                    keys.entry(key).or_insert((number, line));
                }
            }
            keys
        });
        let first = || (0, self.yaml.lines().next().unwrap_or(""));
        let (number, line) = keys.get(key).copied().unwrap_or_else(first);
        (number + 1, line)
    }

    fn place(&self, key: &str) -> (usize, usize) {
        (self.line(key).0, 1)
    }

    fn value_place(&self, key: &str) -> (usize, usize) {
        let (line, text) = self.line(key);
        let before = text.find(':').map_or(0, |colon| {
            colon + 1 + text[colon + 1..].len() - text[colon + 1..].trim_start().len()
        });
        (line, text[..before].chars().count() + 1)
    }
}

/// Takes the characters that are no text out of every value.
fn drop_controls(value: &mut Value) {
    match value {
        Value::String(text) => text.retain(|c| !is_control(c)),
        Value::Sequence(values) => values.iter_mut().for_each(drop_controls),
        Value::Mapping(pairs) => pairs.iter_mut().for_each(|(_, value)| drop_controls(value)),
        Value::Tagged(tagged) => drop_controls(&mut tagged.value),
        _ => {}
    }
}

/// Where a top-level key stands a second time.
fn duplicate_key(yaml: &str) -> Option<(usize, usize)> {
    let mut seen = std::collections::BTreeSet::new();
    yaml.lines()
        .enumerate()
        .find(|(_, line)| key_of(line).is_some_and(|key| !seen.insert(key)))
        .map(|(line, _)| (line + 1, 1))
}

/// The text of a scalar, also where YAML takes it for a number or a truth value.
fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(truth) => Some(truth.to_string()),
        _ => None,
    }
}

fn evidence(value: &Value) -> Option<DateEvidence> {
    let text = |key: &str| value.get(key).and_then(text_of);
    Some(DateEvidence {
        text: text("text")?,
        value: text("value")?.parse().ok()?,
        reason: text("reason").unwrap_or_default(),
    })
}

fn clean_rule(value: &Value) -> Option<CleanRule> {
    let (keep, range) = match (value.get("keep"), value.get("cut")) {
        (Some(range), None) => (true, text_of(range)?),
        (None, Some(range)) => (false, text_of(range)?),
        _ => return None,
    };
    let (first, last) = range.split_once('-').unwrap_or((&range, &range));
    let rule =
        CleanRule { keep, first: first.trim().parse().ok()?, last: last.trim().parse().ok()? };
    (rule.first >= 1 && rule.first <= rule.last).then_some(rule)
}

fn removed(value: &Value) -> Option<Removed> {
    let text = |key: &str| value.get(key).and_then(text_of);
    let bytes = text("bytes")?;
    let (start, end) = bytes.split_once('-')?;
    let (start, end) = (start.parse().ok()?, end.parse().ok()?);
    let kind = text("kind")?;
    Some(Removed {
        span: (start <= end).then(|| Span::new(start, end))?,
        kind: RemovedKind::ALL.into_iter().find(|known| known.name() == kind)?,
        reason: text("reason").unwrap_or_default(),
        words: text("words")
            .and_then(|words| words.parse().ok())
            .map_or(0, |words: u32| words as usize),
    })
}

/// A date as EDTF, or as texts and pages write it: «22 تموز 2021», «22/7/2021», «آذار 2021».
fn date_of(text: &str) -> Option<Edtf> {
    let printed = || match printed_days(text).as_slice() {
        // A figure that may be one of two days is no date that a person gave.
        [only] if only.span.cut(text).trim() == text.trim() && only.readings.len() == 1 => {
            only.day().map(Edtf::day)
        }
        _ => None,
    };
    text.parse().ok().or_else(|| date_of_phrase(text)).or_else(printed)
}
