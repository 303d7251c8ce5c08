//! What all connections of a preview share.

use std::sync::{Arc, RwLock};

use super::makers::Makers;
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
    pub(super) makers: Makers,
}
