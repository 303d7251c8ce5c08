//! What a person decides while reading the preview becomes a change of a file: small, shown first, undone byte for byte.
//!
//! 1. an [`Action`] says what was decided about which article ([`action`]);
//! 2. [`plan`] makes changes of files of it: of an article's Markdown and front matter, or of its file in
//!    `content/review/` ([`article`]), and of the knowledge base ([`entries`]); nothing is written yet;
//! 3. a [`Plan`] shows its [`change`]s as a difference; [`Desk::apply`] writes them, [`Desk::undo`] takes them back ([`desk`]);
//! 4. [`sheet`] is what the panel beside an article shows: what was found, why, and whose word it is; [`left`] what is
//!    left to review in all articles, most doubtful first; [`names`](names()) the names of all articles that no entry has,
//!    [`entity_sheet`] what names somebody in each of them.

mod action;
mod article;
mod change;
mod desk;
mod entity_page;
mod entries;
mod left;
mod names;
mod plan;
mod sheet;

pub use action::{Action, At};
pub use article::version;
pub use change::{Change, DiffLine, Plan};
pub use desk::{Desk, Undone};
pub use entity_page::{EntitySheet, OfArticle, entity_sheet};
pub use left::{Left, left};
pub use names::{NameSheet, Proposed, Said, names};
pub use plan::plan;
pub use sheet::{Choices, EventSheet, Sheet, choices, event_sheet, sheet};

/// Why an action cannot be done; nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// A stable name in ASCII: `stale` where the page is older than the file.
    pub code: &'static str,
    /// The reason and the remedy, for whoever reads the page.
    pub message: String,
}

impl Refusal {
    fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self { code, message: message.into() }
    }

    /// No entry of that kind has this id.
    pub(crate) fn unknown_id(id: &str) -> Self {
        Self::new("unknown-id", format!("لا مدخل بالمعرّف {id} من هذا النوع."))
    }

    /// The words of a decision stand no longer where the page showed them.
    pub(crate) fn stale() -> Self {
        Self::new(
            "stale",
            "تغيّر الملف بعد عرض هذه الصفحة، فلم يُكتب شيء. أُعيد تحميل الصفحة؛ أعد القرار.",
        )
    }
}
