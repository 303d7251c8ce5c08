//! The answers among which a decision chooses.

use std::marker::PhantomData;

/// One of the answers of a decision; an enum without fields.
pub trait Label: Copy + Eq + 'static {
    /// All of them, each at its [`index`](Self::index); at most [`Labels::MOST`].
    const ALL: &'static [Self];

    /// Its place in [`ALL`](Self::ALL).
    fn index(self) -> usize;

    /// What it is called in the table of weights: ASCII, without spaces.
    fn name(self) -> &'static str;

    /// Whether it may stand right behind another in a row, or at its head (`None`): a subtitle never opens a page.
    fn may_follow(self, _before: Option<Self>) -> bool {
        true
    }
}

/// A set of labels: those that are possible at one place, whatever the signs say.
///
/// ```
/// # use sijill::weigh::{Label, Labels};
/// # #[derive(Clone, Copy, PartialEq, Eq)]
/// # enum Side { Past, Coming }
/// # impl Label for Side {
/// #     const ALL: &'static [Self] = &[Self::Past, Self::Coming];
/// #     fn index(self) -> usize { self as usize }
/// #     fn name(self) -> &'static str { "" }
/// # }
/// let decided = Labels::only(Side::Past);
/// assert!(decided.contains(Side::Past) && !decided.contains(Side::Coming));
/// assert!(!Labels::all().without(Side::Coming).contains(Side::Coming));
/// ```
#[derive(Debug)]
pub struct Labels<L> {
    bits: u32,
    of: PhantomData<L>,
}

impl<L> Clone for Labels<L> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<L> Copy for Labels<L> {}

impl<L: Label> Labels<L> {
    /// How many labels a decision may have.
    pub const MOST: usize = 32;

    /// Every label: nothing is settled beforehand.
    pub fn all() -> Self {
        Self { bits: u32::MAX, of: PhantomData }
    }

    /// One label: a person has decided, or a rule that always holds.
    pub fn only(label: L) -> Self {
        Self { bits: 1 << label.index(), of: PhantomData }
    }

    /// The same labels but one.
    #[must_use]
    pub fn without(self, label: L) -> Self {
        Self { bits: self.bits & !(1 << label.index()), ..self }
    }

    /// Whether a label is among them.
    #[inline]
    pub fn contains(self, label: L) -> bool {
        self.bits >> label.index() & 1 == 1
    }
}
