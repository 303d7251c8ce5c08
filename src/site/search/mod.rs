//! Search: the terms of a text, the index in shards, and what a query finds in it.
//!
//! 1. [`terms`] turns text into terms, the same for the index and for a query.

mod terms;

pub use terms::{Side, Term, TermKind, terms};
