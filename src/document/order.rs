//! Day or month first: what one page shows of it, and what others of its source have shown.

use serde::{Deserialize, Serialize};

/// What the days in figures of one page show of their order.
///
/// ```
/// use sijill::document::FigureOrder;
/// // «9/14/2021» beside «5/6/2021» says how both are read.
/// let page = FigureOrder { month_first: true, day_first: false, is_open: false };
/// assert!(!page.is_open);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FigureOrder {
    /// Whether one of them can only be read with the month first: «9/14/2021».
    pub month_first: bool,
    /// Whether one of them can only be read with the day first: «14/9/2021».
    pub day_first: bool,
    /// Whether one of them can be read both ways («5/6/2021») and neither page nor text decides.
    pub is_open: bool,
}

impl FigureOrder {
    /// The code of the finding that says so.
    pub const OPEN: &str = "date-order";
}

/// How figures are read whose own page leaves it open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As Arab pages write them: «5/6/2021» is a day of June.
    #[default]
    DayFirst,
    /// As other pages of the same source have shown: «5/6/2021» is a day of May.
    MonthFirst,
}
