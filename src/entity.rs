//! Ids, kinds and statuses: the words that the knowledge base, the annotated Markdown and the site share.

use serde::{Deserialize, Serialize};

/// A stable ASCII id such as `fuad-hussein`.
pub type Id = String;

/// What kind of thing a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum EntityKind {
    /// إنسان: فؤاد حسين
    Person,
    /// جهة: وزارة الخارجية العراقية
    Organization,
    /// مكان: بغداد
    Place,
}

impl EntityKind {
    /// Its scheme in annotated Markdown and its name in records.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organization => "organization",
            Self::Place => "place",
        }
    }

    /// The folder of its pages on the site.
    pub const fn folder(self) -> &'static str {
        match self {
            Self::Person => "people",
            Self::Organization => "organizations",
            Self::Place => "places",
        }
    }
}

/// How far an event is settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// أُعلن عنه
    Announced,
    /// انعقد، وقع
    Held,
    /// وفق تقارير
    Reported,
    /// مختلَف فيه
    Disputed,
    /// أُرجئ
    Postponed,
    /// أُلغي
    Cancelled,
}

impl Status {
    /// Its name in files and records.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Announced => "announced",
            Self::Held => "held",
            Self::Reported => "reported",
            Self::Disputed => "disputed",
            Self::Postponed => "postponed",
            Self::Cancelled => "cancelled",
        }
    }
}

/// Whether a text has the form of a language tag (BCP 47): `ar`, `ar-IQ`, `ckb-Arab`.
///
/// ```
/// use sijill::entity::is_language_tag;
/// assert!(is_language_tag("ar") && is_language_tag("ckb-Arab-IQ"));
/// assert!(!is_language_tag("") && !is_language_tag("ar\nIQ") && !is_language_tag("عربي"));
/// ```
pub fn is_language_tag(text: &str) -> bool {
    const MAX_SUBTAG: usize = 8;
    let is_subtag = |part: &str| {
        (1..=MAX_SUBTAG).contains(&part.len())
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    text.starts_with(|c: char| c.is_ascii_alphabetic()) && text.split('-').all(is_subtag)
}
