//! All that templates see: small views, ready to print. What is not here is not theirs to use.
//!
//! Every page gets `site` ([`SiteView`]) and `page` ([`PageView`]), and one more value by the
//! name that its kind gives it. A text is empty, never absent; a thing that may be absent is
//! `none` and false in `{% if %}`. A field whose name ends in `_html` is safe HTML, everything
//! else is text. A field named `url` is a link from this page, percent-encoded. Numbers, dates
//! and statuses are in words already: templates hold no grammar.

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
    /// Its address, naming the directory.
    pub canonical: String,
    /// `og:type`.
    pub og_type: String,
    /// Whether search engines are asked to stay out.
    pub noindex: bool,
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

/// Articles under one heading.
#[derive(Clone, Debug, Serialize)]
pub struct ArticleGroup {
    /// The heading: a year, or «بلا تاريخ».
    pub title: String,
    /// The fragment id of the heading.
    pub anchor: String,
    /// The articles.
    pub items: Vec<ArticleItem>,
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

/// `list` in `articles.html`: all articles, or those of a year.
#[derive(Clone, Debug, Serialize)]
pub struct ArticlesView {
    /// Its heading.
    pub title: String,
    /// One sentence.
    pub lede: String,
    /// Counts.
    pub facts: Vec<String>,
    /// Links to the years.
    pub years: Vec<LinkView>,
    /// The articles, newest first.
    pub groups: Vec<ArticleGroup>,
    /// The other pages of the list; nothing where there is one only.
    pub pager: Option<PagerView>,
}

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

/// A heading and links under it.
#[derive(Clone, Debug, Serialize)]
pub struct LinkGroup {
    /// The heading.
    pub title: String,
    /// The links.
    pub links: Vec<LinkView>,
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
#[derive(Clone, Debug, Serialize)]
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
    /// What was cut, by kind.
    pub cuts: Vec<LinkView>,
    /// How to cite it: what stands before the title, and behind it up to the address.
    pub citation: CitationView,
    /// Its address.
    pub address: String,
    /// When it was looked up: the as-of date.
    pub accessed: Option<DateView>,
    /// Articles that print the same text.
    pub shared: Vec<ArticleItem>,
    /// Articles that speak of the same things.
    pub related: Vec<ArticleItem>,
    /// The article before.
    pub prev: Option<LinkView>,
    /// The article after.
    pub next: Option<LinkView>,
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

/// A line of the timeline: an event, or a stretch without articles.
#[derive(Clone, Debug, Serialize)]
pub struct TimelineLine {
    /// The event.
    pub event: Option<EventItem>,
    /// The two ends of the stretch.
    pub gap: Option<Vec<DateView>>,
}

/// A month of the timeline.
#[derive(Clone, Debug, Serialize)]
pub struct TimelineMonth {
    /// Its name; empty for what is known to the year only.
    pub title: String,
    /// `2021-04`.
    pub datetime: String,
    /// Its lines.
    pub lines: Vec<TimelineLine>,
}

/// A year of the timeline.
#[derive(Clone, Debug, Serialize)]
pub struct TimelineYear {
    /// The year, or «ما سبق».
    pub title: String,
    /// Fragment id (`y2021`).
    pub anchor: String,
    /// Its months.
    pub months: Vec<TimelineMonth>,
    /// A sentence for a year without events.
    pub empty: String,
}

/// `timeline` in `timeline.html`.
#[derive(Clone, Debug, Serialize)]
pub struct TimelineView {
    /// Its heading.
    pub title: String,
    /// One sentence.
    pub lede: String,
    /// Counts.
    pub facts: Vec<String>,
    /// Oldest and newest first.
    pub orders: Vec<LinkView>,
    /// All series, and each alone.
    pub series: Vec<LinkView>,
    /// Links to the years, on this page or the page that holds them.
    pub jump: Vec<LinkView>,
    /// The years.
    pub years: Vec<TimelineYear>,
    /// The other pages; nothing where there is one only.
    pub pager: Option<PagerView>,
}

/// A claim about an event.
#[derive(Clone, Debug, Serialize)]
pub struct ClaimView {
    /// What the article makes of it: a status, a date.
    pub claim: String,
    /// Its words.
    pub words: String,
    /// The language of its words where they are not Arabic, else empty.
    pub lang: String,
    /// When the article was published.
    pub date: DateView,
    /// Who says so: the speaker, or the outlet.
    pub who: LinkView,
    /// Where it stands.
    pub link: LinkView,
    /// The article's headline.
    pub article: String,
}

/// `event` in `event.html`.
#[derive(Clone, Debug, Serialize)]
pub struct EventView {
    /// What a list says of it.
    pub item: EventItem,
    /// What came of it.
    pub outcome: String,
    /// «من قال ماذا».
    pub claims: Vec<ClaimView>,
    /// The numbers that sources claim.
    pub figures: Vec<FigureView>,
    /// The articles that attest it.
    pub articles: Vec<ArticleItem>,
    /// Places, parties, people named beside it.
    pub side: Vec<LinkGroup>,
    /// The event before.
    pub prev: Option<LinkView>,
    /// The event after.
    pub next: Option<LinkView>,
}

/// A number that a source claims.
#[derive(Clone, Debug, Serialize)]
pub struct FigureView {
    /// What is counted.
    pub subject: String,
    /// For when.
    pub date: DateView,
    /// How many, in the site's digits.
    pub value: String,
    /// Who says so.
    pub source: String,
    /// The event it is claimed about.
    pub event: LinkView,
}

/// A table of `figures` in `figures.html`.
#[derive(Clone, Debug, Serialize)]
pub struct FigureTableView {
    /// What is counted.
    pub subject: String,
    /// Fragment id.
    pub anchor: String,
    /// The claims.
    pub rows: Vec<FigureView>,
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
}

/// Names under one letter.
#[derive(Clone, Debug, Serialize)]
pub struct LetterView {
    /// The letter.
    pub letter: String,
    /// Fragment id.
    pub anchor: String,
    /// The names.
    pub items: Vec<NameItem>,
}

/// `index` in `names.html`: people, organizations, places or outlets.
#[derive(Clone, Debug, Serialize)]
pub struct NamesView {
    /// Its heading.
    pub title: String,
    /// One sentence.
    pub lede: String,
    /// The four indexes.
    pub tabs: Vec<LinkView>,
    /// Links to the letters.
    pub jump: Vec<LinkView>,
    /// The letters.
    pub letters: Vec<LetterView>,
    /// The other pages; nothing where there is one only.
    pub pager: Option<PagerView>,
}

/// A bar of the picture of mentions by month.
#[derive(Clone, Debug, Serialize)]
pub struct MonthBar {
    /// From the left edge.
    pub x: f64,
    /// From the top.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// Mentions by month, earliest at the right.
#[derive(Clone, Debug, Serialize)]
pub struct MonthsView {
    /// The picture in words.
    pub label: String,
    /// The bars.
    pub bars: Vec<MonthBar>,
    /// Positions of the lines between the years.
    pub ticks: Vec<f64>,
    /// The years, earliest first.
    pub years: Vec<String>,
    /// The same as a table: month and figure.
    pub rows: Vec<MonthRow>,
}

/// A row of the table of mentions by month.
#[derive(Clone, Debug, Serialize)]
pub struct MonthRow {
    /// The month.
    pub month: DateView,
    /// The figure.
    pub count: String,
}

/// A name within a sentence, or words around it.
#[derive(Clone, Debug, Serialize)]
pub struct SentencePart {
    /// The words.
    pub text: String,
    /// Whether they are the name that is meant.
    pub hit: bool,
}

/// A sentence with the names that are meant.
#[derive(Clone, Debug, Serialize)]
pub struct SentenceView {
    /// The sentence in parts.
    pub parts: Vec<SentencePart>,
    /// Where it stands.
    pub link: LinkView,
}

/// An article and its sentences.
#[derive(Clone, Debug, Serialize)]
pub struct SaidView {
    /// The article.
    pub article: ArticleItem,
    /// Its sentences.
    pub sentences: Vec<SentenceView>,
}

/// A step of the ladder of offices.
#[derive(Clone, Debug, Serialize)]
pub struct RoleView {
    /// The office.
    pub title: String,
    /// When it was held.
    pub held: Option<DateView>,
    /// Where that is known from.
    pub source: String,
}

/// `entity` in `entity.html`: a person, an organization, a place.
#[derive(Clone, Debug, Serialize)]
pub struct EntityView {
    /// «شخص», «جهة», «مكان».
    pub kind: String,
    /// The name.
    pub name: String,
    /// The name in Latin letters.
    pub latin: String,
    /// One sentence.
    pub lede: String,
    /// Counts.
    pub facts: Vec<String>,
    /// Mentions by month; nothing where there are hardly any.
    pub months: Option<MonthsView>,
    /// What is said of it.
    pub said: Vec<SaidView>,
    /// What it is quoted with.
    pub quotes: Vec<SaidView>,
    /// Other names.
    pub variants: Vec<String>,
    /// Offices by the editor.
    pub roles: Vec<RoleView>,
    /// Offices as articles print them.
    pub printed_roles: Vec<LinkView>,
    /// Whom it appears with, events, parts.
    pub side: Vec<LinkGroup>,
    /// Addresses of the same thing elsewhere.
    pub same_as: Vec<String>,
    /// The other pages; nothing where there is one only.
    pub pager: Option<PagerView>,
}

/// `outlet` in `outlet.html` and `topic` in `topic.html`.
#[derive(Clone, Debug, Serialize)]
pub struct TermView {
    /// «وسيلة إعلام», «موضوع».
    pub kind: String,
    /// Its name.
    pub name: String,
    /// The name in Latin letters.
    pub latin: String,
    /// One sentence.
    pub lede: String,
    /// Counts.
    pub facts: Vec<String>,
    /// Events that its articles attest.
    pub events: Vec<EventItem>,
    /// Its articles.
    pub articles: Vec<ArticleItem>,
    /// Other names.
    pub variants: Vec<String>,
    /// Who is named most.
    pub side: Vec<LinkGroup>,
    /// The other pages; nothing where there is one only.
    pub pager: Option<PagerView>,
}

/// `index` in `topics.html`.
#[derive(Clone, Debug, Serialize)]
pub struct TopicsView {
    /// One sentence.
    pub lede: String,
    /// The topics.
    pub topics: Vec<NameItem>,
}

/// A month of the table of years: its events.
#[derive(Clone, Debug, Serialize)]
pub struct YearCell {
    /// The events.
    pub marks: Vec<EventItem>,
}

/// A year of the table of years.
#[derive(Clone, Debug, Serialize)]
pub struct YearRow {
    /// The year and its place in the timeline.
    pub year: LinkView,
    /// Twelve months.
    pub cells: Vec<YearCell>,
}

/// A series: its lane and its figures by year.
#[derive(Clone, Debug, Serialize)]
pub struct LaneView {
    /// The lane, 0 to 4.
    pub lane: usize,
    /// The name of the series.
    pub name: String,
    /// The events of each year.
    pub counts: Vec<String>,
}

/// Something on which sources agree or differ.
#[derive(Clone, Debug, Serialize)]
pub struct AgreeView {
    /// Whether they differ.
    pub differ: bool,
    /// What it is about.
    pub text: String,
    /// The page with all of them.
    pub link: LinkView,
}

/// `home` in `index.html`.
#[derive(Clone, Debug, Serialize)]
pub struct HomeView {
    /// One sentence that says what the dossier holds.
    pub lede: String,
    /// Counts.
    pub facts: Vec<String>,
    /// The short names of the months, and their numbers.
    pub months: Vec<TagView>,
    /// The years and their events.
    pub years: Vec<YearRow>,
    /// The years as a heading: «خمس سنوات في صفحة».
    pub years_title: String,
    /// The series.
    pub lanes: Vec<LaneView>,
    /// The latest events.
    pub latest: Vec<EventItem>,
    /// The articles added or published last.
    pub newest: Vec<ArticleItem>,
    /// Where sources agree and differ.
    pub agree: Vec<AgreeView>,
    /// Topics with counts.
    pub topics: Vec<LinkView>,
    /// Who is named most.
    pub people: Vec<LinkView>,
}

/// A row of the cleaning log.
#[derive(Clone, Debug, Serialize)]
pub struct CleanedRow {
    /// The article's headline.
    pub title: String,
    /// Its page in the log, or its own where nothing was cut.
    pub url: String,
    /// How much stayed.
    pub kept: KeptView,
}

/// `log` in `cleaning.html`.
#[derive(Clone, Debug, Serialize)]
pub struct CleaningView {
    /// Counts.
    pub facts: Vec<String>,
    /// The articles.
    pub rows: Vec<CleanedRow>,
    /// What was cut by kind.
    pub kinds: Vec<LinkView>,
    /// The other pages; nothing where there is one only.
    pub pager: Option<PagerView>,
}

/// A piece of a raw text.
#[derive(Clone, Debug, Serialize)]
pub struct PieceView {
    /// Its words, line by line.
    pub lines: Vec<String>,
    /// What it was, if it was cut.
    pub kind: String,
    /// Why it was cut.
    pub reason: String,
    /// Whether it was cut.
    pub cut: bool,
    /// Its place and width in the bar, in hundredths from the right.
    pub x: f64,
    /// As above.
    pub width: f64,
}

/// `log` in `cleaned.html`.
#[derive(Clone, Debug, Serialize)]
pub struct CleanedView {
    /// The article's headline.
    pub title: String,
    /// The article.
    pub url: String,
    /// How much stayed.
    pub kept: KeptView,
    /// The raw text in pieces.
    pub pieces: Vec<PieceView>,
    /// Whether the rest of a very long text is left out.
    pub cut_short: bool,
    /// What was cut by kind.
    pub kinds: Vec<LinkView>,
    /// The name of the file.
    pub original: String,
    /// Its SHA-256.
    pub sha256: String,
    /// Its encoding.
    pub encoding: String,
}

/// `search` in `search.html`.
#[derive(Clone, Debug, Serialize)]
pub struct SearchView {
    /// Facets: topic, year, outlet, with their values.
    pub facets: Vec<FacetView>,
    /// The letter indexes, for those without JavaScript.
    pub indexes: Vec<LinkView>,
}

/// A facet of the search.
#[derive(Clone, Debug, Serialize)]
pub struct FacetView {
    /// Its name in the query.
    pub name: String,
    /// Its legend.
    pub title: String,
    /// Its values: `key` in the query.
    pub values: Vec<LinkView>,
}

/// `dossier` in `dossier.html`: everything on one page, for print.
#[derive(Clone, Debug, Serialize)]
pub struct DossierView {
    /// One sentence that says what the dossier holds.
    pub lede: String,
    /// The timeline.
    pub years: Vec<TimelineYear>,
    /// The articles, oldest first.
    pub articles: Vec<DossierArticle>,
    /// The numbers that sources claim.
    pub figures: Vec<FigureTableView>,
}

/// An article of the one-page dossier.
#[derive(Clone, Debug, Serialize)]
pub struct DossierArticle {
    /// Fragment id.
    pub anchor: String,
    /// The article as on its page.
    pub article: ArticleView,
    /// When it was published.
    pub date: DateView,
}

/// `free` in `page.html`.
#[derive(Clone, Debug, Serialize)]
pub struct FreeView {
    /// Its heading.
    pub title: String,
    /// Its text.
    pub body_html: String,
}

/// `to` in `redirect.html`.
#[derive(Clone, Debug, Serialize)]
pub struct RedirectView {
    /// The page it leads to.
    pub url: String,
    /// What it is called.
    pub title: String,
}

/// An entry of `feed` in `feed.xml`.
#[derive(Clone, Debug, Serialize)]
pub struct FeedEntry {
    /// A `tag:` URI that never changes.
    pub id: String,
    /// The headline, beginning with an Arabic letter.
    pub title: String,
    /// The address of the page.
    pub address: String,
    /// When the dossier took or changed it, RFC 3339.
    pub updated: String,
    /// What it says.
    pub summary: String,
    /// Its topics.
    pub topics: Vec<String>,
}

/// `feed` in `feed.xml`.
#[derive(Clone, Debug, Serialize)]
pub struct FeedView {
    /// A `tag:` URI that never changes.
    pub id: String,
    /// The dossier's name.
    pub title: String,
    /// One sentence about it.
    pub description: String,
    /// The language.
    pub lang: String,
    /// The address of the home page.
    pub home: String,
    /// The address of the feed.
    pub address: String,
    /// The latest change, RFC 3339.
    pub updated: String,
    /// Who edits it.
    pub author: String,
    /// The licence line without markup.
    pub rights: String,
    /// The entries, latest first.
    pub entries: Vec<FeedEntry>,
}

/// An address of `sitemap` in `sitemap.xml`.
#[derive(Clone, Debug, Serialize)]
pub struct SitemapEntry {
    /// The address, percent-encoded.
    pub address: String,
    /// When it last changed, `2024-10-01`; empty where that is not known.
    pub changed: String,
}
