//! Signs and weights → a label, or a row of labels, and what weighed most.

use std::marker::PhantomData;

use super::labels::{Label, Labels};
use super::sheet::Sign;

/// What each sign says for each label, and each label for the one behind it. Sums are whole numbers: the same on every machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weights<L> {
    /// By sign, in rows of [`WIDTH`](Self::WIDTH), then by label.
    pub(super) signs: Vec<i16>,
    /// By the label before (the last row: none), then by label.
    pub(super) steps: Vec<i16>,
    /// By label: which labels it may stand behind, as bits; the bit behind those of all labels is the head of a row.
    pub(super) may_follow: Vec<u64>,
    pub(super) labels: PhantomData<L>,
}

/// What a label costs that may not stand where it would: more than any row of signs weighs, and far from overflow in a row of millions.
const FORBIDDEN: i64 = -(1 << 40);

/// The label that was chosen for one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice<L> {
    /// The one with the greatest sum; of equals the first.
    pub label: L,
    /// The next one; the same label where there is no other.
    pub second: L,
    /// By how much the first outweighs the second; never negative.
    pub margin: i32,
}

/// A sign that spoke for a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heavy {
    /// The sign.
    pub sign: Sign,
    /// How much more it says for the chosen label than for the second.
    pub weight: i32,
}

impl<L: Label> Weights<L> {
    /// How long the row of a sign is: rows of one of a few lengths are added up many labels at a time.
    pub(super) const WIDTH: usize = match L::ALL.len() {
        0..=4 => 4,
        5..=16 => 16,
        _ => Labels::<L>::MOST,
    };

    /// Where the weight of a sign for a label stands.
    #[inline]
    pub(super) fn place(sign: Sign, label: L) -> usize {
        sign.index() * Self::WIDTH + label.index()
    }

    /// Weights of nothing, for a sheet of so many signs: every label is as good as another, and the first wins.
    pub fn zero(signs: usize) -> Self {
        assert!(L::ALL.len() <= Labels::<L>::MOST, "a set of labels is one word of bits");
        let labels = L::ALL.len();
        Self {
            signs: vec![0; signs * Self::WIDTH],
            steps: vec![0; (labels + 1) * labels],
            may_follow: L::ALL.iter().map(|&label| befores(label)).collect(),
            labels: PhantomData,
        }
    }

    /// The same without weights that hardly weigh, so that a table stays short; those of steps stay.
    #[must_use]
    pub(crate) fn without_light(mut self, least: i16) -> Self {
        self.signs.iter_mut().filter(|weight| weight.abs() < least).for_each(|weight| *weight = 0);
        self
    }

    /// Gives a sign a weight for a label.
    ///
    /// ```
    /// use sijill::weigh::{Family, Label, Sheet, Value, Weights};
    /// #[derive(Clone, Copy, PartialEq, Eq)]
    /// struct Only;
    /// impl Label for Only {
    ///     const ALL: &'static [Self] = &[Self];
    ///     fn index(self) -> usize {
    ///         0
    ///     }
    ///     fn name(self) -> &'static str {
    ///         "only"
    ///     }
    /// }
    /// static TITLE: [Value; 1] = [Value::new("title", "بعد لقب")];
    /// static SHEET: Sheet = Sheet::new(&[Family::new("before", &TITLE, "«الدكتور سالم»")]);
    /// let mut weights = Weights::<Only>::zero(SHEET.len());
    /// weights.set(SHEET.sign(0, 0), Only, 3);
    /// assert_eq!(weights.of(SHEET.sign(0, 0), Only), 3);
    /// ```
    pub fn set(&mut self, sign: Sign, label: L, weight: i16) {
        if let Some(place) = self.signs.get_mut(Self::place(sign, label)) {
            *place = weight;
        }
    }

    /// What a sign says for a label.
    #[inline]
    pub fn of(&self, sign: Sign, label: L) -> i32 {
        self.signs.get(Self::place(sign, label)).map_or(0, |&weight| i32::from(weight))
    }

    /// What a label says for the one behind it; `None` is the head of the row.
    #[inline]
    pub fn step(&self, before: Option<L>, label: L) -> i32 {
        let before = before.map_or(L::ALL.len(), Label::index);
        self.steps.get(before * L::ALL.len() + label.index()).map_or(0, |&weight| i32::from(weight))
    }

    /// The sum for one label.
    pub fn sum(&self, signs: &[Sign], label: L) -> i32 {
        signs.iter().map(|&sign| self.of(sign, label)).sum()
    }

    /// Decides one thing among the labels that are possible; where none is, among all.
    pub fn argmax(&self, signs: &[Sign], possible: Labels<L>) -> Choice<L> {
        let mut sums = [0; 32];
        self.sums(signs, &mut sums);
        let open = L::ALL.iter().any(|&label| possible.contains(label));
        let (mut first, mut second) = (None, None);
        for &label in L::ALL.iter().filter(|&&label| !open || possible.contains(label)) {
            let sum = sums[label.index()];
            if first.is_none_or(|(_, best)| sum > best) {
                second = first.replace((label, sum));
            } else if second.is_none_or(|(_, next)| sum > next) {
                second = Some((label, sum));
            }
        }
        let (label, best) = first.unwrap_or((L::ALL[0], 0));
        let (second, next) = second.unwrap_or((label, best));
        Choice { label, second, margin: best - next }
    }

    /// Decides a row: the labels whose signs and steps weigh most together. A label that is not possible at its place, or that may not
    /// stand behind its neighbour, is taken only where nothing else is left.
    ///
    /// It takes time by the length of the row times the square of the number of labels.
    pub fn viterbi<S: AsRef<[Sign]>>(
        &self,
        row: &[S],
        possible: impl Fn(usize) -> Labels<L>,
    ) -> Vec<L> {
        self.best_row(row, possible, |_, _| 0)
    }

    /// The same for a row of so many things whose signs are read one after another, so that those of a row of any length
    /// are never kept at once.
    pub(crate) fn viterbi_of(
        &self,
        count: usize,
        signs: impl Fn(usize, &mut Vec<Sign>),
        possible: impl Fn(usize) -> Labels<L>,
    ) -> Vec<L> {
        let mut found = Vec::with_capacity(64);
        let mut sums = |at: usize, sums: &mut [i32; 32]| {
            found.clear();
            signs(at, &mut found);
            self.sums(&found, sums);
        };
        self.row(count, &mut sums, &possible, &|_, _| 0)
    }

    /// The best row where each label has an allowance of its own besides; the trainer asks for more than the bare victory so.
    pub(super) fn best_row<S: AsRef<[Sign]>>(
        &self,
        row: &[S],
        possible: impl Fn(usize) -> Labels<L>,
        allowance: impl Fn(usize, L) -> i32,
    ) -> Vec<L> {
        let mut sums = |at: usize, sums: &mut [i32; 32]| self.sums(row[at].as_ref(), sums);
        self.row(row.len(), &mut sums, &possible, &allowance)
    }

    fn row(
        &self,
        count: usize,
        sums: &mut impl FnMut(usize, &mut [i32; 32]),
        possible: &impl Fn(usize) -> Labels<L>,
        allowance: &impl Fn(usize, L) -> i32,
    ) -> Vec<L> {
        self.legal_row(count, sums, possible, allowance)
            .unwrap_or_else(|| self.any_row(count, sums, possible, allowance))
    }

    /// The best of the rows in which every label is possible where it stands; nothing where there is no such row.
    ///
    /// Most words of a text can be one thing only, so that there is little to be weighed.
    fn legal_row(
        &self,
        count: usize,
        sums_of: &mut impl FnMut(usize, &mut [i32; 32]),
        possible: &impl Fn(usize) -> Labels<L>,
        allowance: &impl Fn(usize, L) -> i32,
    ) -> Option<Vec<L>> {
        let labels = L::ALL.len();
        let mut from = vec![0_u8; count * labels];
        let (mut best, mut next) = ([0_i64; 32], [0_i64; 32]);
        let mut reached = 1_u64 << labels;
        let mut sums = [0; 32];
        for at in 0..count {
            sums_of(at, &mut sums);
            let before_here = std::mem::take(&mut reached);
            for label in possible(at).iter() {
                let step = |before: usize| {
                    i64::from(self.steps.get(before * labels + label.index()).copied().unwrap_or(0))
                };
                let ways = bits(before_here & self.may_follow[label.index()]);
                let ways =
                    ways.map(|before| (before, best.get(before).unwrap_or(&0) + step(before)));
                let way = ways.reduce(|way, other| if other.1 > way.1 { other } else { way });
                let Some((came, sum)) = way else { continue };
                from[at * labels + label.index()] = came as u8;
                next[label.index()] = sum + i64::from(sums[label.index()] + allowance(at, label));
                reached |= 1 << label.index();
            }
            std::mem::swap(&mut best, &mut next);
            if reached == 0 {
                return None;
            }
        }
        let ends = bits(reached).filter_map(|label| Some((label, *best.get(label)?)));
        let (mut last, _) =
            ends.reduce(|last, other| if other.1 > last.1 { other } else { last })?;
        let mut path = vec![*L::ALL.get(last)?; count];
        for at in (1..count).rev() {
            last = usize::from(from[at * labels + last]);
            path[at - 1] = L::ALL[last];
        }
        Some(path)
    }

    /// The best row where some label has to stand where it is not possible: as few of them as can be.
    fn any_row(
        &self,
        count: usize,
        sums_of: &mut impl FnMut(usize, &mut [i32; 32]),
        possible: &impl Fn(usize) -> Labels<L>,
        allowance: &impl Fn(usize, L) -> i32,
    ) -> Vec<L> {
        let labels = L::ALL.len();
        let mut from = vec![0; count * labels];
        let (mut best, mut next) = (vec![0_i64; labels], vec![0_i64; labels]);
        let mut sums = [0; 32];
        for at in 0..count {
            sums_of(at, &mut sums);
            let may = possible(at);
            for &label in L::ALL {
                let step = |before: Option<L>| {
                    let weight = i64::from(self.step(before, label));
                    if label.may_follow(before) { weight } else { weight + FORBIDDEN }
                };
                let (came, reached) = if at == 0 {
                    (0, step(None))
                } else {
                    let ways = L::ALL
                        .iter()
                        .map(|&before| (before.index(), best[before.index()] + step(Some(before))));
                    ways.fold((0, i64::MIN), |way, other| if other.1 > way.1 { other } else { way })
                };
                let place = if may.contains(label) { 0 } else { FORBIDDEN };
                from[at * labels + label.index()] = came;
                next[label.index()] =
                    reached + place + i64::from(sums[label.index()] + allowance(at, label));
            }
            std::mem::swap(&mut best, &mut next);
        }
        let last =
            (0..labels).fold(0, |last, label| if best[label] > best[last] { label } else { last });
        let mut path = vec![L::ALL[last]; count];
        for at in (1..count).rev() {
            path[at - 1] = L::ALL[from[at * labels + path[at].index()]];
        }
        path
    }

    /// The signs that spoke most for a choice against its second, heaviest first and no more than `most`; of equals the one found first.
    pub fn explain(
        &self,
        signs: &[Sign],
        choice: &Choice<L>,
        most: usize,
    ) -> impl Iterator<Item = Heavy> + use<L> {
        let weigh = |&sign: &Sign| Heavy {
            sign,
            weight: self.of(sign, choice.label) - self.of(sign, choice.second),
        };
        let mut heavy: Vec<Heavy> =
            signs.iter().map(weigh).filter(|heavy| heavy.weight > 0).collect();
        heavy.sort_by_key(|heavy| std::cmp::Reverse(heavy.weight));
        heavy.into_iter().take(most)
    }

    #[inline]
    fn sums(&self, signs: &[Sign], sums: &mut [i32; 32]) {
        match Self::WIDTH {
            4 => self.add::<4>(signs, sums),
            16 => self.add::<16>(signs, sums),
            _ => self.add::<32>(signs, sums),
        }
    }

    /// Adds up rows of a length that is known when the program is built.
    #[inline]
    fn add<const WIDTH: usize>(&self, signs: &[Sign], sums: &mut [i32; 32]) {
        let (rows, _) = self.signs.as_chunks::<WIDTH>();
        let mut all = [0; WIDTH];
        for row in signs.iter().filter_map(|sign| rows.get(sign.index())) {
            all.iter_mut().zip(row).for_each(|(sum, &weight)| *sum += i32::from(weight));
        }
        sums[..WIDTH].copy_from_slice(&all);
    }
}

/// The labels behind which one may stand.
fn befores<L: Label>(label: L) -> u64 {
    let before = L::ALL.iter().copied().map(Some).chain([None]);
    (0..).zip(before).fold(0, |all, (bit, before)| all | u64::from(label.may_follow(before)) << bit)
}

/// The numbers of the bits that are set, lowest first.
pub(crate) fn bits(mut bits: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let lowest = (bits != 0).then(|| bits.trailing_zeros() as usize)?;
        bits &= bits - 1;
        Some(lowest)
    })
}
