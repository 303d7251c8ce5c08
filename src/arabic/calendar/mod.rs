//! Calendars: EDTF values, months by country, weekdays, phrases for dates, Hijri.
//!
//! - [`edtf`]: the value of a date, as precise as is known
//! - [`months`]: month and weekday names
//! - [`format`](mod@format): a value as a phrase
//! - [`phrase`]: a full date in words or figures, read
//! - [`printed`]: the days that the lines of a page print, found
//! - [`hijri`]: the calendar of Umm al-Qura

pub mod edtf;
pub mod format;
pub mod hijri;
pub mod months;
pub mod phrase;
pub mod printed;

pub use edtf::Edtf;
pub use format::{MonthStyle, format_date, format_date_with_weekday};
pub use months::{MonthFamily, MonthNames};
pub use phrase::date_of_phrase;
