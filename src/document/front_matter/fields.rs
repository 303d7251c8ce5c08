//! What can stand in the front matter.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::arabic::calendar::Edtf;
use crate::span::Span;

/// The YAML block at a document's head. What a person wrote there always wins; absent means empty.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct FrontMatter {
    /// The headline.
    pub title: Option<String>,
    /// The line under the headline.
    pub subtitle: Option<String>,
    /// When the article was published; `none` where a person says that it cannot be known.
    pub date: Option<Edtf>,
    /// How that is known.
    pub date_basis: Option<DateBasis>,
    /// The evidence for it.
    pub date_evidence: Vec<DateEvidence>,
    /// When the page was saved.
    pub captured: Option<Edtf>,
    /// Who published it, and where.
    pub source: Source,
    /// The language of the body, as a BCP 47 tag; absent means Arabic.
    pub lang: Option<String>,
    /// The last part of its path, instead of the file's stem.
    pub slug: Option<String>,
    /// Old paths that lead to it.
    pub aliases: Vec<String>,
    /// Topics; absent means those that are found, empty means none.
    pub topics: Option<Vec<String>>,
    /// What a person decided about cleaning, by lines of the raw file.
    pub clean: Vec<CleanRule>,
    /// What was cut.
    pub removed: Vec<Removed>,
    /// Whether it is shown.
    pub status: PublicationStatus,
    /// How much of it is shown.
    pub display: Display,
    /// When it came into the dossier.
    pub added: Option<Edtf>,
    /// When it was last changed.
    pub updated: Option<Edtf>,
    /// Whatever else the editor wants to keep.
    #[serde(with = "crate::document::kept::yaml")]
    pub extra: BTreeMap<String, serde_yaml::Value>,
    /// The lines between the `---` as a person wrote them; kept by [`write()`](super::write()).
    pub written: Option<String>,
    /// The closing `---` line and the empty lines below it, as a person wrote them.
    pub closing: Option<String>,
}

impl PartialEq for FrontMatter {
    /// Compares the values, not how they were written.
    fn eq(&self, other: &Self) -> bool {
        self.fields() == other.fields()
    }
}

/// What stands for the date of an article of which nobody can know it.
pub const NO_DATE: &str = "none";

/// How a publication date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum DateBasis {
    /// مذكور في الصفحة: a line or metadata that says what it is.
    Stated,
    /// مطبوع عند المادة: a bare day at the article, or in the address of its page.
    Page,
    /// مستنتَج
    Inferred,
    /// من المحرّر
    Editor,
}

/// One reason for a publication date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateEvidence {
    /// The words of the article, or of its page, that speak for it.
    pub text: String,
    /// The date they give.
    pub value: Edtf,
    /// Why, in words.
    pub reason: String,
}

/// Who published an article, and where.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Id or name of the outlet.
    pub outlet: Option<String>,
    /// Who wrote it; of a raw text the person whom a line around it names as its writer.
    pub author: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// The address of an archived copy.
    pub archived: Option<String>,
    /// The name of the file it came from.
    pub original: Option<String>,
    /// SHA-256 of that file's bytes.
    pub sha256: Option<String>,
}

/// A person's word on cleaning: lines of the raw file, both counted in, from 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CleanRule {
    /// Whether these lines are kept or cut.
    pub keep: bool,
    /// First line.
    pub first: usize,
    /// Last line.
    pub last: usize,
}

/// A piece that was cut from the raw text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Removed {
    /// Its bytes in the decoded raw text.
    pub span: Span,
    /// What it was.
    pub kind: RemovedKind,
    /// Why it was cut, in words.
    pub reason: String,
    /// How many words it had.
    pub words: usize,
}

/// What a cut piece was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum RemovedKind {
    /// عناصر التصفّح: menus, breadcrumbs, section names.
    Navigation,
    /// مربع بحث
    Search,
    /// أزرار المشاركة
    Share,
    /// عدّاد: views, comments, likes.
    Counter,
    /// سطر التاريخ
    Date,
    /// سطر الكاتب
    Byline,
    /// سطر المصدر
    Source,
    /// تعليق صورة
    Caption,
    /// إعلان
    Advertisement,
    /// وسوم
    Tags,
    /// خبر آخر: headlines, teasers and whole stories that are not the article.
    Related,
    /// نص مكرّر
    Repetition,
    /// تعليقات القراء
    Comments,
    /// اشتراك في النشرة
    Newsletter,
    /// ملفات الارتباط وسياسة الخصوصية
    Cookie,
    /// حقوق النشر
    Copyright,
    /// طباعة وحجم الخط وسواهما
    Tools,
    /// العنوان: kept as the title, so not in the body.
    Headline,
    /// الترويسة: the front matter itself.
    FrontMatter,
    /// مسافات وأسطر فارغة
    Whitespace,
    /// حذفه المحرّر
    Editor,
    /// Whatever else is no part of the article.
    Other,
}

/// Whether an article is shown.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
pub enum PublicationStatus {
    /// Not built.
    Draft,
    /// Shown.
    #[default]
    Published,
    /// A page says that it was taken back; not in feeds and search.
    Withdrawn,
}

/// How much of an article is shown.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
pub enum Display {
    /// All of it.
    #[default]
    Full,
    /// Lede and mentions, with a link to the source.
    Excerpt,
    /// The reference alone.
    Link,
}
