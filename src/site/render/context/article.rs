//! `article.html`: one article.

use serde::Serialize;

use super::{ArticleItem, DateView, LinkGroup, LinkView, TagView};

/// A row of the source card: what it says, and how that is known.
#[derive(Clone, Debug, Default, Serialize)]
pub struct FactRow {
    /// Its label.
    pub label: String,
    /// A date, if the row has one.
    pub date: Option<DateView>,
    /// Words, if the row has no date.
    pub value: Option<LinkView>,
    /// How it is known.
    pub basis: Option<TagView>,
    /// The evidence.
    pub why: Vec<String>,
}

/// How much of the raw text stayed.
#[derive(Clone, Debug, Default, Serialize)]
pub struct KeptView {
    /// Hundredths that stayed.
    pub percent: usize,
    /// What was cut, 100 less that.
    pub cut_percent: usize,
    /// «65%».
    pub percent_text: String,
    /// Words that stayed: «427 كلمة».
    pub kept: String,
    /// Words that were cut.
    pub cut: String,
    /// Words in all.
    pub total: String,
    /// Its page in the cleaning log; empty where nothing was cut.
    pub url: String,
}

/// A top-level block of a text.
#[derive(Clone, Debug, Default, Serialize)]
pub struct BlockView {
    /// `text` (a paragraph), `heading`, or `other` (its HTML is complete).
    pub kind: String,
    /// Fragment id (`p3`); empty for what is no paragraph.
    pub id: String,
    /// The number of the paragraph, in the site's digits.
    pub number: String,
    /// 2 to 4, for headings.
    pub level: u8,
    /// Its HTML; for `text` and `heading` without the element around it.
    pub html: String,
    /// What is known beside it.
    pub notes: Vec<NoteView>,
    /// «ملاحظتان: تاريخ، حدث».
    pub notes_title: String,
}

/// A note in the margin.
#[derive(Clone, Debug, Default, Serialize)]
pub struct NoteView {
    /// `date`, `speaker`, `event`, `conflict`.
    pub kind: String,
    /// Its label.
    pub label: String,
    /// The source's words it is about; empty where there are none.
    pub surface: String,
    /// A date, if it gives one.
    pub date: Option<DateView>,
    /// A link, if it gives one.
    pub link: Option<LinkView>,
    /// Whether it was inferred.
    pub inferred: bool,
    /// Further words.
    pub text: String,
    /// A second link («من قال ماذا»).
    pub more: Option<LinkView>,
}

/// What a link to a name shows before it is followed.
#[derive(Clone, Debug, Default, Serialize)]
pub struct PreviewView {
    /// The link, by which the script finds it.
    pub url: String,
    /// «شخص», «جهة», «مكان», «حدث».
    pub kind: String,
    /// The name.
    pub name: String,
    /// The office at the time of the article, or one sentence.
    pub text: String,
    /// When it was, if it is an event.
    pub date: Option<DateView>,
    /// Counts, or how far the event is settled.
    pub facts: Vec<String>,
}

/// A citation without its title and address.
#[derive(Clone, Debug, Default, Serialize)]
pub struct CitationView {
    /// The author, if there is one.
    pub before: String,
    /// Outlet, date and dossier.
    pub after: String,
}

/// `article` in `article.html`.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ArticleView {
    /// Its headline.
    pub title: String,
    /// Whether the headline is the source's own words.
    pub has_title: bool,
    /// The line under the headline.
    pub subtitle: String,
    /// «مادة», and who published it.
    pub kind: String,
    /// The rows of the source card.
    pub source: Vec<FactRow>,
    /// How much of the raw text stayed; nothing for what was not cleaned.
    pub kept: Option<KeptView>,
    /// Links of the source card: the original, the archived copy.
    pub links: Vec<LinkView>,
    /// The language of the text where it is not Arabic, else empty.
    pub lang: String,
    /// The direction of the text where it is not right to left, else empty.
    pub dir: String,
    /// The text.
    pub blocks: Vec<BlockView>,
    /// `full`, `excerpt`, `link`, `withdrawn`.
    pub display: String,
    /// What stands in place of the text that is not shown.
    pub notice: String,
    /// People, organizations, places, events, topics, conflicts.
    pub panel: Vec<LinkGroup>,
    /// What the links of the text show before they are followed.
    pub previews: Vec<PreviewView>,
    /// What was cut, by kind.
    pub cuts: Vec<LinkView>,
    /// How to cite it: what stands before the title, and behind it up to the address.
    pub citation: CitationView,
    /// Its address.
    pub address: String,
    /// When the dossier last changed; when a reader looked it up is his to say.
    pub updated: Option<DateView>,
    /// Articles that print the same text.
    pub shared: Vec<ArticleItem>,
    /// Articles that speak of the same things.
    pub related: Vec<ArticleItem>,
    /// The article before.
    pub prev: Option<LinkView>,
    /// The article after.
    pub next: Option<LinkView>,
}
