//! The records of the filter (DESIGN section 6).
