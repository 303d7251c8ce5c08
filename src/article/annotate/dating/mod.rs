//! When was an article published? From all that its page and its words say, and from nothing else.
//!
//! 1. [`clues`] reads the dates of the page's head and foot;
//! 2. [`spoken`] finds the events of the knowledge base that the sentences speak of;
//! 3. [`claims`] says between which days the article was published if a weekday beside an event is that event's;
//! 4. [`decide`] lets agreement decide: what is stated and not contradicted, then what is inferred.
//!
//! Where the evidence does not decide, the value is an interval, or nothing.

mod claims;
mod clues;
mod decide;
mod spoken;

use chrono::NaiveDate;

use super::timex::Candidate;
use crate::arabic::calendar::Edtf;
use crate::diagnostics::Diagnostic;
use crate::document::{DateBasis, DateEvidence, Draft, Plain};
use crate::knowledge::Knowledge;

/// The dates of one article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dating {
    /// When it was published, how that is known, and why; absent where the evidence does not decide.
    pub published: Option<(Edtf, DateBasis, Vec<DateEvidence>)>,
    /// When the page was saved: a clock of the page with which the text does not agree.
    pub captured: Option<Edtf>,
    /// When that of which it speaks happened.
    pub content: Option<Edtf>,
    /// The day from which its «أمس» and «الخميس» count; the first, where publication is an interval.
    pub reference: Option<NaiveDate>,
    /// Whether its figures have the month first, as the page's own date shows.
    pub month_first: bool,
    /// Contradictions between the pieces of evidence.
    pub diagnostics: Vec<Diagnostic>,
}

/// Dates an article by its clues, its expressions and the events of the knowledge base.
///
/// What a person wrote in the front matter wins; a date that was inferred before is found anew.
pub fn date_article(draft: &Draft, plain: &Plain, candidates: &[Candidate], knowledge: &Knowledge) -> Dating {
    let page = clues::read(&draft.clues);
    let spoken = spoken::spoken(plain, knowledge);
    let claims = claims::claims(plain, candidates, &spoken);
    decide::decide(draft, plain, candidates, &page, &spoken, &claims)
}
