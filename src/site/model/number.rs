//! How articles are told from each other while they are joined.

/// The number of an article in [`Site::articles`](super::Site::articles).
pub type ArticleNo = usize;
