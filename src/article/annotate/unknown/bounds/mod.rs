//! Where a found name begins and ends, where grammar tells better than the weighing: «جعفر حسان | قبول الاستقالة»,
//! «عبد الأمير رشيد», «عصمت بك».
//!
//! - [`apart`]: two bodies that were read as one are parted;
//! - [`shorter`]: what runs on into the next phrase is cut off;
//! - [`deputy`]: what a deputy is for is taken from his ministry;
//! - [`longer`]: what belongs to a name and was left out is taken in.

mod apart;
mod deputy;
mod longer;
mod shorter;

use super::named::Named;
use super::reading::Readings;

/// Mends the names of an article, in the order of the text.
pub(super) fn mend(readings: &Readings<'_>, found: &mut Vec<Named>) {
    apart::mend(readings, found);
    shorter::mend(readings, found);
    deputy::mend(readings, found);
    longer::mend(readings, found);
    found.sort_by_key(|name| (name.first, name.last));
}
