//! The integration tests: one binary, a file for each subject.
#![allow(clippy::unwrap_used, reason = "a test may stop where it fails")]

mod arabic;
mod broken;
mod clean;
mod cli;
mod document;
mod layers;
mod names;
mod names_in_news;
mod search;
mod site;
mod timex;
