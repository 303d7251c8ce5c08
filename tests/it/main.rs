//! The integration tests: one binary, a file for each subject.
#![allow(clippy::unwrap_used, reason = "a test may stop where it fails")]

mod arabic;
mod clean;
mod document;
mod names;
mod search;
mod site;
mod timex;
