//! The integration tests.

mod arabic;
