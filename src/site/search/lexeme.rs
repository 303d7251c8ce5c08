//! A reading and a read word as they are kept.

/// A reading where it lies: [`SearchReading`](super::word::SearchReading).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Lexeme<'k> {
    pub(super) key: &'k str,
    pub(super) stem: &'k str,
    pub(super) bare: &'k str,
}

/// How a spelling is read: the numbers of its readings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct ReadWord {
    pub(super) first: Option<u32>,
    pub(super) other: Option<u32>,
    /// Whether it only holds a sentence together.
    pub(super) function: bool,
}

impl ReadWord {
    /// How many bytes it takes where it is kept.
    pub(super) const BYTES: usize = 9;

    /// Its readings.
    pub(super) fn readings(&self) -> impl Iterator<Item = u32> {
        self.first.into_iter().chain(self.other)
    }

    /// The same with other numbers for its readings.
    pub(super) fn with(self, mut number: impl FnMut(u32) -> u32) -> Self {
        let (first, other) = (self.first.map(&mut number), self.other.map(number));
        Self { first, other, ..self }
    }

    /// Both numbers, the highest for none, and whether it only holds a sentence together.
    pub(super) fn to_bytes(self) -> [u8; Self::BYTES] {
        let [a, b] = [self.first, self.other].map(|at| at.unwrap_or(u32::MAX).to_le_bytes());
        let mut bytes = [u8::from(self.function); Self::BYTES];
        bytes[..4].copy_from_slice(&a);
        bytes[4..8].copy_from_slice(&b);
        bytes
    }

    pub(super) fn of_bytes(&[a, b, c, d, e, f, g, h, function]: &[u8; Self::BYTES]) -> Self {
        let number = |bytes| Some(u32::from_le_bytes(bytes)).filter(|&at| at != u32::MAX);
        let (first, other) = (number([a, b, c, d]), number([e, f, g, h]));
        Self { first, other, function: function != 0 }
    }
}
