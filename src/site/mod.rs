//! The wing that needs all articles together.

pub mod search;
