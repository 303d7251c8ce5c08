//! What every page and many lists show.

use serde::Serialize;

/// `site`: what every page says of the dossier.
#[derive(Clone, Debug, Serialize)]
pub struct SiteView {
    /// The dossier's name.
    pub title: String,
    /// One sentence about it.
    pub description: String,
    /// BCP 47 tag of the pages.
    pub lang: String,
    /// What leads from this page to the site's root: empty, `../`, `../../`.
    pub root: String,
    /// `latn` or `arab`, for the scripts.
    pub digits: String,
    /// The twelve names of the months, joined by «،», for the scripts.
    pub months: String,
    /// The places of the bar.
    pub nav: Vec<LinkView>,
    /// The links of the foot.
    pub foot: Vec<LinkView>,
    /// The as-of date.
    pub updated: Option<DateView>,
    /// The licence line, from Markdown.
    pub rights_html: String,
    /// Who edits it.
    pub editor: String,
    /// Whether there are `feed.xml` and `feed.json`: not where nothing in the dossier has a day.
    pub feeds: bool,
}

/// `page`: what a page says of itself.
#[derive(Clone, Debug, Default, Serialize)]
pub struct PageView {
    /// Its name, for headings and the print head.
    pub title: String,
    /// The content of `<title>`.
    pub full_title: String,
    /// Whether its name is a source's own words.
    pub source_title: bool,
    /// Its language, where it is not Arabic, else empty.
    pub title_lang: String,
    /// Its name, cut to 60 characters.
    pub short_title: String,
    /// One sentence about it.
    pub description: String,
    /// Its address, naming the directory; empty where the site has no address.
    pub canonical: String,
    /// `og:type`.
    pub og_type: String,
    /// Whether search engines are asked to stay out.
    pub noindex: bool,
    /// The picture that a link to the page shows elsewhere; nothing where there is none.
    pub card: Option<CardView>,
    /// The way from the home page; the last one has no link.
    pub crumbs: Vec<LinkView>,
    /// JSON-LD objects, escaped for `<script>`.
    pub json_ld: Vec<String>,
    /// Further `<meta>` elements.
    pub meta: Vec<MetaView>,
    /// The same page as Markdown, if there is one.
    pub markdown_url: String,
    /// The page before and after it, if it stands in a row.
    pub prev_url: String,
    /// As above.
    pub next_url: String,
}

/// The picture that a link to a page shows elsewhere.
#[derive(Clone, Debug, Default, Serialize)]
pub struct CardView {
    /// Its address, absolute.
    pub address: String,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// What it says.
    pub alt: String,
}

/// A link.
#[derive(Clone, Debug, Default, Serialize)]
pub struct LinkView {
    /// Its words.
    pub text: String,
    /// Where it leads; empty where it leads nowhere.
    pub url: String,
    /// A figure beside it.
    pub count: String,
    /// `page` on the page itself, `true` on one below it, else empty.
    pub current: String,
    /// The language of its words, where they are not Arabic.
    pub lang: String,
    /// A name for templates that treat one link unlike the others.
    pub key: String,
    /// Whether it leads to a name that no one has listed.
    pub unlisted: bool,
}

/// A `<meta>` element.
#[derive(Clone, Debug, Serialize)]
pub struct MetaView {
    /// Its name.
    pub name: String,
    /// Its content.
    pub content: String,
}

/// A date in words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct DateView {
    /// The whole phrase.
    pub text: String,
    /// The phrase in parts, of which some are `<time>`.
    pub parts: Vec<DatePart>,
    /// Its value in EDTF; empty where there is none.
    pub edtf: String,
}

/// A part of a date in words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct DatePart {
    /// Its words.
    pub text: String,
    /// The value of `<time datetime>`, where HTML has one of that precision.
    pub datetime: Option<String>,
}

/// A word that stands for one of a few, and its name for classes.
#[derive(Clone, Debug, Default, Serialize)]
pub struct TagView {
    /// In ASCII, for class names.
    pub name: String,
    /// In words.
    pub text: String,
}

/// A text that may be a source's own words.
#[derive(Clone, Debug, Default, Serialize)]
pub struct TextView {
    /// The words.
    pub text: String,
    /// Whether they are a source's and stand as printed.
    pub source: bool,
}

/// An article in a list.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ArticleItem {
    /// Its slug.
    pub slug: String,
    /// Its headline.
    pub title: String,
    /// Its page.
    pub url: String,
    /// When it was published.
    pub date: DateView,
    /// How that is known, where it is not stated.
    pub basis: Option<TagView>,
    /// What it says, in one or two lines.
    pub text: String,
    /// Whether `text` is the key sentence of a list rather than the beginning; where it stands.
    pub at: Option<LinkView>,
    /// Who published it.
    pub outlet: String,
    /// Its length in words.
    pub length: String,
    /// The language of its words where they are not Arabic, else empty.
    pub lang: String,
    /// Their direction where it is not right to left, else empty.
    pub dir: String,
    /// A further remark, such as how much text it shares.
    pub remark: String,
}

/// Links between the pages of one list.
#[derive(Clone, Debug, Default, Serialize)]
pub struct PagerView {
    /// The pages by number; a gap has no link.
    pub pages: Vec<LinkView>,
    /// The page before; empty on the first.
    pub prev_url: String,
    /// The page after; empty on the last.
    pub next_url: String,
}

/// A heading and links under it.
#[derive(Clone, Debug, Serialize)]
pub struct LinkGroup {
    /// The heading.
    pub title: String,
    /// The links.
    pub links: Vec<LinkView>,
}

/// Someone's words about an event.
#[derive(Clone, Debug, Default, Serialize)]
pub struct SideView {
    /// Who says so.
    pub who: String,
    /// What.
    pub said: TextView,
    /// The date that it gives.
    pub date: Option<DateView>,
    /// Where it stands.
    pub link: Option<LinkView>,
}

/// Where an editor knows something from.
#[derive(Clone, Debug, Default, Serialize)]
pub struct SourceView {
    /// Who said so.
    pub name: String,
    /// When.
    pub date: Option<DateView>,
    /// Its address, if it has one.
    pub url: String,
}

/// An event in a list or in the timeline.
#[derive(Clone, Debug, Default, Serialize)]
pub struct EventItem {
    /// Its id, which is its fragment in the timeline.
    pub id: String,
    /// Its name.
    pub title: String,
    /// Its page.
    pub url: String,
    /// Its place in the timeline.
    pub timeline_url: String,
    /// Whether it is a sentence of an article, which no editor has listed.
    pub told: bool,
    /// When, with the weekday of a single day.
    pub date: DateView,
    /// Series and ordinal in words.
    pub series: String,
    /// The lane of its series, 0 to 4.
    pub lane: usize,
    /// How far it is settled.
    pub status: TagView,
    /// Where.
    pub place: String,
    /// One sentence.
    pub text: String,
    /// Whether no article attests it.
    pub editor: bool,
    /// Where the editor knows it from.
    pub sources: Vec<SourceView>,
    /// «ورد في 3 مواضع».
    pub refs_title: String,
    /// The paragraphs that attest it.
    pub refs: Vec<LinkView>,
    /// Where sources conflict.
    pub sides: Vec<SideView>,
    /// Other days by other counts, which are the editor's.
    pub also_dated: Vec<SideView>,
}

/// A number that a source claims.
#[derive(Clone, Debug, Default, Serialize)]
pub struct FigureView {
    /// What is counted.
    pub subject: String,
    /// When it was claimed, or for when.
    pub date: DateView,
    /// How many, in the site's digits.
    pub value: String,
    /// «نحو», «أكثر من», in the source's words; empty where it says nothing of the kind.
    pub about: String,
    /// Who says so.
    pub who: LinkView,
    /// Whether an article says so, whose words follow, or the editor has it from elsewhere.
    pub editor: bool,
    /// The sentence, with the number apart; empty where the editor has it from elsewhere.
    pub parts: Vec<SentencePart>,
    /// The language of the sentence where it is not Arabic, else empty.
    pub lang: String,
    /// The paragraph, or the event.
    pub link: LinkView,
    /// The article's headline.
    pub article: String,
}

/// One of several claims, and where it is made.
#[derive(Clone, Debug, Serialize)]
pub struct SumView {
    /// The claim: a number in the site's digits, a status and a date.
    pub value: String,
    /// «في 4 مواضع، من كانون الثاني/يناير 2020 إلى أيلول/سبتمبر 2024».
    pub text: String,
}

/// A name in an index.
#[derive(Clone, Debug, Serialize)]
pub struct NameItem {
    /// Its id, which is its fragment.
    pub id: String,
    /// The name.
    pub name: String,
    /// Its page.
    pub url: String,
    /// The latest office, the country, the description.
    pub detail: String,
    /// How often it is named.
    pub count: String,
    /// Whether no one has listed it.
    pub unlisted: bool,
}

/// A name within a sentence, or words around it.
#[derive(Clone, Debug, Serialize)]
pub struct SentencePart {
    /// The words.
    pub text: String,
    /// Whether they are the name that is meant.
    pub hit: bool,
}
