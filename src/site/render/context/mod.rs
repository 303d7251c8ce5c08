//! All that templates see: small views, ready to print. What is not here is not theirs to use.
//!
//! Every page gets `site` ([`SiteView`]) and `page` ([`PageView`]), and one more value by the
//! name that its kind gives it. A text is empty, never absent; a thing that may be absent is
//! `none` and false in `{% if %}`. A field whose name ends in `_html` is safe HTML, everything
//! else is text. A field named `url` is a link from this page, percent-encoded. Numbers, dates
//! and statuses are in words already: templates hold no grammar.

mod article;
mod events;
mod home;
mod lists;
mod names;
mod others;
mod shared;

pub use article::{ArticleView, BlockView, CitationView, FactRow, KeptView, NoteView, PreviewView};
pub use events::{
    ClaimView, EventView, FigureTableView, FiguresView, TimelineLine, TimelineMonth, TimelineView,
    TimelineYear,
};
pub use home::{AgreeView, HomeView, LaneView, YearCell, YearRow};
pub use lists::{ArticleGroup, ArticlesView, PhraseView, TermView, TopicsView};
pub use names::{
    EntityView, LetterView, MonthBar, MonthRow, MonthsView, NamesView, RoleView, SaidView,
    SentenceView,
};
pub use others::{
    CleanedRow, CleanedView, CleaningView, DossierArticle, DossierView, FacetView, FeedEntry,
    FeedView, FreeView, PieceView, RedirectView, SearchView, SitemapEntry,
};
pub use shared::{
    ArticleItem, CardView, DatePart, DateView, EventItem, FigureView, LinkGroup, LinkView,
    MetaView, NameItem, PageView, PagerView, SentencePart, SideView, SiteView, SourceView, SumView,
    TagView, TextView,
};
