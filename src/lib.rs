//! Sijill (سجلّ): raw Arabic news articles in, annotated Markdown and a right-to-left dossier site out.
//!
//! The modules stand in reading order, from the ground up; ARCHITECTURE.md has the plan.

pub mod span;

pub mod diagnostics;
pub mod entity;

pub mod arabic;
pub mod weigh;

pub mod config;
pub mod document;
pub mod knowledge;

pub mod article;
#[cfg(feature = "serve")]
pub mod serve;

pub mod review;
pub mod site;

pub mod cli;
