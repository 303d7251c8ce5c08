//! Documents as bytes, for whoever keeps them until the next build.
//!
//! What is read back equals what was written, to the last bit; a value of which that cannot be said is not written.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

use serde::de::Error as _;
use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest as _, Sha256};

use super::Document;
use super::sound::is_sound;
use crate::arabic::calendar::Edtf;
use crate::diagnostics::{Diagnostic, Severity, Warned};

/// The documents of one file and what was found while they were made.
#[derive(Serialize, Deserialize)]
struct Kept<D> {
    documents: Vec<D>,
    findings: Vec<Finding>,
}

#[derive(Serialize, Deserialize)]
struct Finding {
    path: Option<String>,
    position: Option<(usize, usize)>,
    severity: Severity,
    code: String,
    message: String,
    help: Option<String>,
}

/// The bytes of the documents of one file; nothing where they would not be read back as they are.
///
/// They name no field and spell no number, and hold what was read in each text and what is kept beside each document: a
/// build takes thousands of them where one article has changed.
pub(crate) fn to_bytes(made: &Warned<Vec<Arc<Document>>>) -> Option<Vec<u8>> {
    let beside = |document: &Arc<Document>| {
        let reading = postcard::to_stdvec(document.plain.reading()).ok()?;
        let beside = document.identity.beside().unwrap_or_default().to_vec();
        Some((Bytes(reading.into()), Bytes(beside.into())))
    };
    let beside: Vec<_> = made.value.iter().map(beside).collect::<Option<_>>()?;
    postcard::to_stdvec(&(kept(made), beside)).ok()
}

/// Bytes where they lie.
struct Bytes<'b>(Cow<'b, [u8]>);

impl Serialize for Bytes<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for Bytes<'de> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        <&[u8]>::deserialize(from).map(|bytes| Self(bytes.into()))
    }
}

fn kept(made: &Warned<Vec<Arc<Document>>>) -> Kept<&Document> {
    let finding = |found: &Diagnostic| Finding {
        path: found.path.clone(),
        position: found.position,
        severity: found.severity,
        code: found.code.to_owned(),
        message: found.message.clone(),
        help: found.help.clone(),
    };
    Kept {
        documents: made.value.iter().map(|document| &**document).collect(),
        findings: made.diagnostics.iter().map(finding).collect(),
    }
}

impl Document {
    /// A digest that no other document has: that of what it was made from, where that is known, else one of itself.
    ///
    /// ```
    /// use sijill::document::Document;
    /// let mut document = Document::default();
    /// let empty = document.digest();
    /// document.front_matter.title = Some("افتتاح السد".to_owned());
    /// document.identity = Default::default();
    /// assert_ne!(document.digest(), empty);
    /// ```
    pub fn digest(&self) -> [u8; 32] {
        self.identity.get_or(|| {
            let bytes = serde_json::to_vec(self);
            // What cannot be kept can be printed.
            Sha256::digest(bytes.unwrap_or_else(|_| format!("{self:?}").into_bytes())).into()
        })
    }
}

/// What is read as a document of a record, and the record it stands in.
#[derive(Deserialize)]
struct Record {
    #[serde(default)]
    id: serde_json::Value,
    #[serde(default)]
    by: String,
    article: Option<Kept<Document>>,
    #[serde(default)]
    sum: String,
    error: Option<serde_json::Value>,
}

/// Who writes records: another version may write other ones.
const BY: &str = concat!("sijill ", env!("CARGO_PKG_VERSION"));

/// What is wrong with a line that should be a record.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum BadRecord {
    /// It is no record of a whole article.
    Other,
    /// It was written by another version, by its name.
    Version(String),
    /// It is not as it was written, or holds what no article has.
    Damaged,
    /// The article could not be annotated: its id, and why.
    Failed(String, String),
}

/// A record that holds a whole article; nothing where it would not be read back as it is.
pub(crate) fn to_record(
    id: &serde_json::Value,
    made: Warned<Document>,
) -> Option<serde_json::Value> {
    let made = Warned { value: vec![Arc::new(made.value)], diagnostics: made.diagnostics };
    let kept = kept(&made);
    let article = serde_json::to_value(&kept).ok()?;
    Some(serde_json::json!({"id": id, "by": BY, "article": article, "sum": sum(&kept)?}))
}

/// What tells an article from one that was damaged on its way, however other programs spell its record.
fn sum<D: Serialize>(article: &Kept<D>) -> Option<String> {
    let digest = Sha256::digest(serde_json::to_vec(article).ok()?);
    Some(digest.iter().take(SUM).map(|byte| format!("{byte:02x}")).collect())
}

/// How many bytes of the digest a record carries.
const SUM: usize = 16;

/// The article of a record.
pub(crate) fn from_record(line: &[u8]) -> Result<Warned<Vec<Arc<Document>>>, BadRecord> {
    let record: Record = serde_json::from_slice(line).map_err(|_| BadRecord::Other)?;
    if let Some(error) = record.error {
        let message = error.get("message").and_then(serde_json::Value::as_str).unwrap_or_default();
        let id = record.id.as_str().map_or_else(|| record.id.to_string(), str::to_owned);
        return Err(BadRecord::Failed(id, message.to_owned()));
    }
    let article = record.article.ok_or(BadRecord::Other)?;
    if record.by != BY {
        return Err(BadRecord::Version(record.by));
    }
    let is_whole = sum(&article).is_some_and(|sum| sum == record.sum);
    // Whoever makes records can make the sum of anything; a picture would be read from this machine.
    if !is_whole || !article.documents.iter().all(is_sound) {
        return Err(BadRecord::Damaged);
    }
    Ok(read(article))
}

/// The documents that were written so; nothing where the bytes are no such thing.
pub(crate) fn from_bytes(bytes: &[u8]) -> Option<Warned<Vec<Arc<Document>>>> {
    let (mut kept, beside): (Kept<Document>, Vec<(Bytes<'_>, Bytes<'_>)>) =
        postcard::from_bytes(bytes).ok()?;
    for (document, (Bytes(reading), Bytes(beside))) in kept.documents.iter_mut().zip(beside) {
        document.plain.was_read(&reading);
        if !beside.is_empty() {
            document.identity.keep_beside(beside.into_owned());
        }
    }
    Some(read(kept))
}

fn read(kept: Kept<Document>) -> Warned<Vec<Arc<Document>>> {
    let finding = |found: Finding| Diagnostic {
        path: found.path,
        position: found.position,
        severity: found.severity,
        code: code(&found.code),
        message: found.message,
        help: found.help,
    };
    Warned {
        value: kept.documents.into_iter().map(Arc::new).collect(),
        diagnostics: kept.findings.into_iter().map(finding).collect(),
    }
}

/// The one copy of a code; there are a few dozen of them.
fn code(name: &str) -> &'static str {
    static CODES: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
    let mut codes = CODES.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = codes.get(name) {
        return known;
    }
    let new: &'static str = Box::leak(name.into());
    codes.insert(new);
    new
}

/// A date is written as it is printed.
impl Serialize for Edtf {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let text = self.to_string();
        match text.parse::<Self>() {
            Ok(read) if *self == read => to.serialize_str(&text),
            _ => Err(S::Error::custom("a date that is read as another one")),
        }
    }
}

impl<'de> Deserialize<'de> for Edtf {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(D::Error::custom)
    }
}

/// A long text. Of bytes that nobody reads as they are it is seen sixty-four at a time that they are letters: Arabic is
/// read slowly by the standard library, which has a fast way for Latin alone.
pub(crate) mod text {
    use std::fmt;

    use serde::de::Visitor;

    use super::*;

    pub(crate) fn serialize<T: AsRef<str>, S: Serializer>(
        text: &T,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        let text = text.as_ref();
        if to.is_human_readable() {
            to.serialize_str(text)
        } else {
            to.serialize_bytes(text.as_bytes())
        }
    }

    pub(crate) fn deserialize<'de, T: for<'t> From<&'t str>, D: Deserializer<'de>>(
        from: D,
    ) -> Result<T, D::Error> {
        if from.is_human_readable() {
            return String::deserialize(from).map(|text| T::from(&text));
        }
        from.deserialize_bytes(Bytes).map(T::from)
    }

    struct Bytes;

    impl<'de> Visitor<'de> for Bytes {
        type Value = &'de str;

        fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
            to.write_str("the bytes of a text")
        }

        fn visit_borrowed_bytes<E: serde::de::Error>(
            self,
            bytes: &'de [u8],
        ) -> Result<&'de str, E> {
            simdutf8::basic::from_utf8(bytes).map_err(E::custom)
        }
    }
}

/// The name of an encoding.
pub(super) mod named {
    use super::*;

    fn known(name: &str) -> Option<&'static str> {
        encoding_rs::Encoding::for_label(name.as_bytes()).map(encoding_rs::Encoding::name)
    }

    pub(crate) fn serialize<S: Serializer>(name: &&str, to: S) -> Result<S::Ok, S::Error> {
        match known(name) {
            Some(same) if same == *name => to.serialize_str(name),
            _ => Err(S::Error::custom("an encoding without a name")),
        }
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<&'static str, D::Error> {
        known(&String::deserialize(from)?).ok_or_else(|| D::Error::custom("no encoding"))
    }
}

/// A number to the last bit.
pub(super) mod exact {
    use super::*;

    pub(crate) fn serialize<S: Serializer>(number: &f64, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_u64(number.to_bits())
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<f64, D::Error> {
        u64::deserialize(from).map(f64::from_bits)
    }
}

/// A day, or none.
pub(super) mod day {
    use chrono::NaiveDate;

    use super::*;

    pub(crate) fn serialize<S: Serializer>(
        day: &Option<NaiveDate>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        day.map(|day| day.to_string()).serialize(to)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Option<NaiveDate>, D::Error> {
        let text = Option::<String>::deserialize(from)?;
        text.map(|text| text.parse().map_err(D::Error::custom)).transpose()
    }
}

/// What an editor keeps besides, as YAML.
pub(super) mod yaml {
    use super::*;

    type Extra = BTreeMap<String, serde_yaml::Value>;

    pub(crate) fn serialize<S: Serializer>(extra: &Extra, to: S) -> Result<S::Ok, S::Error> {
        if extra.is_empty() {
            return to.serialize_str("");
        }
        let text = serde_yaml::to_string(extra).map_err(S::Error::custom)?;
        match serde_yaml::from_str::<Extra>(&text) {
            Ok(read) if read == *extra => to.serialize_str(&text),
            _ => Err(S::Error::custom("YAML that is read as another one")),
        }
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Extra, D::Error> {
        match String::deserialize(from)?.as_str() {
            "" => Ok(Extra::new()),
            text => serde_yaml::from_str(text).map_err(D::Error::custom),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{FrontMatter, MarkedText, Plain, TimeExpression, TopicScore};
    use crate::span::Span;

    #[test]
    fn what_was_written_is_read() {
        let text = MarkedText::read(
            "قال [فؤاد حسين](person:fuad-hussein) في [7 نيسان](date:2021-04-07): «بدأ».",
        );
        let mut document = Document { plain: Plain::of(&text), text, ..Document::default() };
        document.origin.encoding = "windows-1256";
        document.origin.raw = Arc::from("سطر\nسطر");
        document.findings.topics.push(TopicScore { id: "talks".to_owned(), score: 0.1 + 0.2 });
        document.findings.dates.push(TimeExpression {
            span: Span::new(4, 9),
            value: "2021-12~/..".parse().expect("a date"),
            reason: "مكتوب".to_owned(),
            relative: false,
        });
        let extra = serde_yaml::from_str("{a: 1.5, b: [نعم, yes, ~], c: '01'}").expect("YAML");
        document.front_matter = FrontMatter { extra, ..FrontMatter::default() };
        let found =
            Diagnostic::note("no-headline", "no headline was found").at(1, 2).in_file("a.txt");
        let made = Warned { value: vec![Arc::new(document)], diagnostics: vec![found] };
        let read = to_bytes(&made).and_then(|bytes| from_bytes(&bytes)).expect("documents");
        assert_eq!(read, made);
        let [read, made_anew] = [&read, &made].map(|made| made.value[0].plain.reading());
        assert_eq!(read, made_anew);
        document_without_name(&made);
    }

    fn document_without_name(made: &Warned<Vec<Arc<Document>>>) {
        let mut other = made.clone();
        for document in &mut other.value {
            Arc::make_mut(document).origin.encoding = "no such encoding";
        }
        assert_eq!(to_bytes(&other), None);
        assert_eq!(from_bytes(b"{}"), None);
        let whole = to_bytes(made).expect("bytes");
        assert!((0..whole.len()).all(|end| from_bytes(&whole[..end]).is_none()));
    }
}
