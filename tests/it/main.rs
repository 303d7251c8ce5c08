//! The integration tests: one binary, a file for each subject.
#![allow(clippy::unwrap_used, reason = "a test may stop where it fails")]

mod document;
mod search;
