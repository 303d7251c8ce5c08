//! Search: the terms of a text, the index in shards, and what a query finds in it.
//!
//! 1. [`terms`] turns text into terms, the same for the index and for a query ([`terms`](mod@terms));
//! 2. [`Index::new`] collects the words of all [`Entry`]s, kin beside kin ([`index`]);
//!    [`Index::of_site`] those of a whole site ([`of_site`]);
//! 3. [`Index::files`] writes it as scripts that the browser loads when it needs them ([`shards`], [`table`]);
//! 4. [`search`] answers a query ([`query`], [`find`], [`subjects`], [`suggest`]); `static/search.js` takes the same steps;
//! 5. a [`Reader`] cuts the excerpt of a hit and says why it is one ([`excerpt`]).

mod entry;
mod excerpt;
mod find;
mod index;
mod of_site;
mod query;
mod shards;
mod subjects;
mod suggest;
mod table;
mod terms;

pub use entry::{Entry, Subject, SubjectKind};
pub use excerpt::{Likeness, Piece, Reader};
pub use find::{Facet, Hit, Results, search};
pub use index::Index;
pub use shards::SearchIndex;
pub use terms::{Side, Term, TermKind, terms};
