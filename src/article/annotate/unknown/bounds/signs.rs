//! Many signs at once, each told before.

/// Whether all signs speak for it.
pub(super) fn all<const N: usize>(signs: [bool; N]) -> bool {
    !signs.contains(&false)
}

/// Whether one of the signs speaks for it.
pub(super) fn any<const N: usize>(signs: [bool; N]) -> bool {
    signs.contains(&true)
}
