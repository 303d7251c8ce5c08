//! Search: the terms of a text, the index in shards, and what a query finds in it.
//!
//! 1. [`terms`] turns text into terms for other engines, and [`word`] into words that have a reading
//!    ([`terms`](mod@terms), [`word`](mod@word));
//! 2. [`Index::new`] collects the words of all [`Entry`]s, kin beside kin, with the [`blocks`] in which they stand
//!    ([`index`], [`met`], [`lexemes`], [`vocabulary`], [`form`], [`cuts`], [`together`], [`often`]), as far as
//!    they are not known from the index before ([`known`], [`lexeme`], [`left`]); [`Index::of_site`] those of a whole site ([`of_site`]), [`Entry::of_html`] reads a page that some other
//!    generator has made ([`of_html`]);
//! 3. [`Index::files`] writes it as scripts that the browser loads when it needs them ([`shards`], [`start`], [`table`], [`code`]);
//! 4. [`search`] answers a query ([`query`], [`look_up`], [`rank`], [`find`], [`phrase`], [`subjects`], [`suggest`]);
//!    `static/search/` takes the same steps in the browser;
//! 5. a [`Reader`] cuts the excerpt of a hit and says why it is one ([`excerpt`]);
//! 6. [`Weights`] are [`learn`]t from questions whose answers are known ([`weights`], [`learn`](mod@learn)).

mod blocks;
mod code;
mod cuts;
mod entry;
mod excerpt;
mod find;
mod form;
mod index;
mod known;
mod learn;
mod left;
mod lexeme;
mod lexemes;
mod look_up;
mod met;
mod of_html;
mod of_site;
mod often;
mod phrase;
mod query;
mod rank;
mod say;
mod script;
mod shards;
mod start;
mod subjects;
mod suggest;
mod table;
mod tags;
mod terms;
mod together;
mod vocabulary;
mod weights;
mod word;

pub use entry::{Entry, Subject, SubjectKind};
pub use excerpt::{Piece, Reader};
pub use find::{Facet, Further, Hit, Results, search};
pub use index::Index;
pub use learn::{Task, learn, reciprocal_rank};
pub use script::{script, standalone_page};
pub use shards::SearchIndex;
pub use terms::{Side, Term, TermKind, terms};
pub use weights::{Sign, Weights};
pub use word::Likeness;
