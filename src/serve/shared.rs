//! What all connections of a preview share.

use std::sync::{Arc, RwLock};

use super::panel::Panel;
use super::request::Door;
use crate::diagnostics::Diagnostic;
use crate::site::model::Site;
use crate::site::output::Output;

/// What is being served: the last build, good or bad.
pub(super) enum Preview {
    /// Pages, and the site that they show.
    Site(Output, Arc<Site>),
    /// Why there is none.
    Failed(Vec<Diagnostic>),
}

/// What all connections share.
pub(super) struct Shared {
    pub(super) preview: RwLock<Preview>,
    /// Nothing where the preview is open to other machines.
    pub(super) panel: Option<Panel>,
    pub(super) door: Door,
    /// The threads that make pages: a hundred pages that are asked for at once are made a few at a time, and what a page needs comes
    /// from threads that stay, whose memory the allocator uses again.
    pub(super) makers: rayon::ThreadPool,
}
