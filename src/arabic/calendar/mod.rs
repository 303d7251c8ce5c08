//! Calendars: EDTF values, months by country, weekdays, Hijri.

pub mod edtf;
pub mod months;

pub use edtf::Edtf;
