//! What the weekdays beside several events say together.

use chrono::{Days, NaiveDate};

use super::claims::Claim;
use crate::arabic::calendar::Edtf;
use crate::document::DateEvidence;

/// The claims that do not exclude each other, and the days that they leave.
pub(super) struct Agreed<'c> {
    pub(super) first: NaiveDate,
    pub(super) last: NaiveDate,
    pub(super) claims: Vec<&'c Claim>,
}

/// Takes the claims from the newest event on; older events that do not fit are background.
pub(super) fn agree<'c>(claims: &[&'c Claim]) -> Option<Agreed<'c>> {
    let (&newest, rest) = claims.split_first()?;
    let mut agreed = Agreed { first: newest.first, last: newest.last, claims: vec![newest] };
    for &claim in rest {
        if agreed.narrow(claim.first, claim.last) {
            agreed.claims.push(claim);
        }
    }
    for claim in agreed.claims.clone() {
        agreed.narrow(claim.likely.0, claim.likely.1);
    }
    Some(agreed)
}

impl Agreed<'_> {
    /// Narrows the days to those between two more, if any are left.
    fn narrow(&mut self, first: NaiveDate, last: NaiveDate) -> bool {
        let (first, last) = (self.first.max(first), self.last.min(last));
        if first <= last {
            (self.first, self.last) = (first, last);
        }
        first <= last
    }

    /// Whether an article of that day can say what it says.
    pub(super) fn holds(&self, day: NaiveDate) -> bool {
        // A page may be dated a day after its text.
        let hard_last = self.claims.iter().map(|claim| claim.last).min().unwrap_or(self.last);
        let hard_first = self.claims.iter().map(|claim| claim.first).max().unwrap_or(self.first);
        hard_first <= day
            && hard_last.checked_add_days(Days::new(1)).is_some_and(|last| day <= last)
    }

    /// The days as a date.
    pub(super) fn value(&self) -> Edtf {
        Edtf::between(self.first, self.last)
    }

    /// The words that say so.
    pub(super) fn evidence(&self) -> Vec<DateEvidence> {
        /// As many as a reader follows.
        const MOST: usize = 4;
        let mut found: Vec<DateEvidence> = Vec::new();
        for claim in &self.claims {
            if !found.contains(&claim.evidence) && found.len() < MOST {
                found.push(claim.evidence.clone());
            }
        }
        found
    }
}
