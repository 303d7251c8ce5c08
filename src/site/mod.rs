//! The wing that needs all articles together: documents in, the pages of a dossier out.
//!
//! 1. [`model`] joins the documents into a [`model::Site`], which knows no HTML;
//! 2. [`render`] makes of it an [`output::Output`]: every path, and how to make its bytes when they are asked for.

pub mod load;
pub mod model;
pub mod output;
pub mod publish;
pub mod render;
