//! The part that a word has in a name.

use crate::knowledge::EntityKind;
use crate::weigh::{Label, Labels};

/// Where in a name a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// The name begins with it, as it is read: «بغداد», and «ببغداد» behind its «ب».
    Begins,
    /// The name begins behind a proclitic that its reading does not see: «ولافروف».
    Behind,
    /// The name goes on with it: «الحديدي».
    Inside,
}

/// A part in a name of some kind, or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tag(u8);

impl Tag {
    /// In no name.
    pub(super) const NONE: Self = Self(0);

    /// The part in a name of a kind.
    pub(super) fn new(kind: EntityKind, part: Part) -> Self {
        let kind = match kind {
            EntityKind::Person => 0,
            EntityKind::Organization => 3,
            EntityKind::Place => 6,
        };
        Self(1 + kind + part as u8)
    }

    /// All parts of names, each kind by itself.
    pub(super) fn of_kinds() -> impl Iterator<Item = (EntityKind, Labels<Self>)> {
        [EntityKind::Person, EntityKind::Organization, EntityKind::Place].into_iter().map(|kind| {
            let part = |part: Part| Labels::only(Self::new(kind, part));
            (kind, part(Part::Begins).or(part(Part::Behind)).or(part(Part::Inside)))
        })
    }

    /// The kind of the name and the part in it.
    pub(super) fn part(self) -> Option<(EntityKind, Part)> {
        let of = self.0.checked_sub(1)?;
        let kind =
            [EntityKind::Person, EntityKind::Organization, EntityKind::Place][usize::from(of / 3)];
        let part = [Part::Begins, Part::Behind, Part::Inside][usize::from(of % 3)];
        Some((kind, part))
    }
}

impl Label for Tag {
    const ALL: &'static [Self] =
        &[Self(0), Self(1), Self(2), Self(3), Self(4), Self(5), Self(6), Self(7), Self(8), Self(9)];

    #[inline]
    fn index(self) -> usize {
        usize::from(self.0)
    }

    fn name(self) -> &'static str {
        [
            "none",
            "person",
            "person-behind",
            "person-on",
            "organization",
            "organization-behind",
            "organization-on",
            "place",
            "place-behind",
            "place-on",
        ][self.index()]
    }

    /// A name goes on behind a part of its own kind only; the three parts of a kind have numbers in a row, the last is
    /// the one that goes on.
    #[inline]
    fn may_follow(self, before: Option<Self>) -> bool {
        let goes_on = self != Self::NONE && self.0.is_multiple_of(3);
        !goes_on || before.is_some_and(|before| (self.0 - 2..=self.0).contains(&before.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_goes_on_behind_its_own_kind_only() {
        for &tag in Tag::ALL {
            for before in Tag::ALL.iter().copied().map(Some).chain([None]) {
                let expected = match tag.part() {
                    Some((kind, Part::Inside)) => {
                        before.and_then(Tag::part).is_some_and(|(other, _)| other == kind)
                    }
                    _ => true,
                };
                assert_eq!(tag.may_follow(before), expected, "{tag:?} behind {before:?}");
            }
        }
    }
}
