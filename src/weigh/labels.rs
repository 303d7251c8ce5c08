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

    /// The labels of both sets.
    ///
    /// ```
    /// # use sijill::weigh::{Label, Labels};
    /// # #[derive(Clone, Copy, PartialEq, Eq)]
    /// # enum Side { Past, Coming, None }
    /// # impl Label for Side {
    /// #     const ALL: &'static [Self] = &[Self::Past, Self::Coming, Self::None];
    /// #     fn index(self) -> usize { self as usize }
    /// #     fn name(self) -> &'static str { "" }
    /// # }
    /// let both = Labels::only(Side::Past).or(Labels::only(Side::Coming));
    /// assert!(both.contains(Side::Coming) && !both.contains(Side::None));
    /// assert!(both.meets(Labels::all()) && !both.meets(Labels::only(Side::None)));
    /// ```
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self { bits: self.bits | other.bits, ..self }
    }

    /// Whether two sets have a label in common.
    #[inline]
    pub fn meets(self, other: Self) -> bool {
        self.bits & other.bits != 0
    }

    /// The same labels but those of another set.
    #[must_use]
    pub fn but(self, other: Self) -> Self {
        Self { bits: self.bits & !other.bits, ..self }
    }

    /// The labels of the set, in their order.
    pub fn iter(self) -> impl Iterator<Item = L> {
        L::ALL.iter().copied().filter(move |&label| self.contains(label))
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
