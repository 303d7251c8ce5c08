//! Pages out of a site.

#[cfg(feature = "cards")]
pub mod cards;
