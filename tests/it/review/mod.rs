//! The review panel: what is decided beside a page, as changes of files, over HTTP and back.

#![cfg(feature = "serve")]

mod actions;
mod bad_input;
mod browser;
mod decisions;
mod random;
pub(crate) mod room;
mod soak;
mod telling;
