//! The integration tests: one binary, a file for each subject.
#![allow(clippy::unwrap_used, reason = "a test may stop where it fails")]

mod arabic;
mod articles;
mod broken;
mod browser;
mod check;
mod clean;
mod cli;
mod day_guards;
mod day_order;
mod days;
mod direction;
mod document;
mod dossier;
mod from_nothing;
mod furniture;
mod inputs;
mod layers;
mod licences;
mod memory;
mod messages;
mod names;
mod names_in_news;
mod publication;
mod review;
mod scores;
mod search;
mod search_cases;
mod site;
mod stories;
mod tidy;
mod timex;
mod trust;
mod voice;
mod weigh;
