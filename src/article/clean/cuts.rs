//! What is cut and what is kept, so that both together are always the whole.

use std::collections::BTreeSet;

use crate::document::RemovedKind;
use crate::span::Span;

/// A piece that was cut, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cut {
    pub(super) span: Span,
    pub(super) kind: RemovedKind,
    pub(super) reason: String,
}

/// The pieces cut from one range of a text.
///
/// They are told in any order and may overlap: the first word on a byte holds.
/// Kept is whatever nothing was said of, so kept and cut pieces partition the
/// range byte for byte, whoever says what.
#[derive(Clone, Debug, Default)]
pub(super) struct Cuts {
    told: Vec<Cut>,
}

impl Cuts {
    /// Says that a range is cut; what of it is already cut stays as it was told first.
    pub(super) fn cut(&mut self, span: Span, kind: RemovedKind, reason: impl Into<String>) {
        if !span.is_empty() {
            self.told.push(Cut { span, kind, reason: reason.into() });
        }
    }

    /// Says otherwise of what is cut from each of these bytes on.
    pub(super) fn rename(
        &mut self,
        mut starts: BTreeSet<usize>,
        kind: RemovedKind,
        reason: impl Into<String>,
    ) {
        let reason = reason.into();
        // Of several cuts from one byte on the one that was told first holds.
        for cut in self.told.iter_mut().filter(|cut| starts.remove(&cut.span.start)) {
            *cut = Cut { span: cut.span, kind, reason: reason.clone() };
        }
    }

    /// Both lists for the range `whole` of `text`, in the order of the text: pieces kept, pieces cut.
    ///
    /// Neighbouring pieces of one kind and reason become one; ends that stand inside a character move out of it.
    pub(super) fn partition(self, text: &str, whole: Span) -> (Vec<Span>, Vec<Cut>) {
        let mut order: Vec<(usize, Cut)> = self.told.into_iter().enumerate().collect();
        // The first told wins, so later ones only get what is still free.
        let mut cut: Vec<Cut> = Vec::with_capacity(order.len());
        order.sort_by_key(|(told, cut)| (cut.span.start, *told));
        for (_, next) in layered(order) {
            let span = Span::new(
                floor(text, next.span.start).max(whole.start),
                ceil(text, next.span.end).min(whole.end),
            );
            let from = cut.last().map_or(span.start, |last| span.start.max(last.span.end));
            if from >= span.end {
                continue;
            }
            match cut.last_mut() {
                Some(last)
                    if last.span.end == from
                        && last.kind == next.kind
                        && last.reason == next.reason =>
                {
                    last.span.end = span.end
                }
                _ => cut.push(Cut { span: Span::new(from, span.end), ..next }),
            }
        }
        let mut kept = Vec::with_capacity(cut.len() + 1);
        let mut at = whole.start;
        for piece in &cut {
            if at < piece.span.start {
                kept.push(Span::new(at, piece.span.start));
            }
            at = piece.span.end;
        }
        if at < whole.end {
            kept.push(Span::new(at, whole.end));
        }
        (kept, cut)
    }
}

/// Ranges sorted by start, with those told earlier laid over those told later: a
/// sweep over the ends, the live ranges in a sorted set.
fn layered(sorted: Vec<(usize, Cut)>) -> Vec<(usize, Cut)> {
    if sorted.windows(2).all(|pair| pair[0].1.span.end <= pair[1].1.span.start) {
        return sorted;
    }
    let mut borders: Vec<usize> =
        sorted.iter().flat_map(|(_, cut)| [cut.span.start, cut.span.end]).collect();
    borders.sort_unstable();
    borders.dedup();
    let mut live = std::collections::BTreeMap::new();
    let (mut next, mut made) = (0, Vec::with_capacity(sorted.len()));
    for pair in borders.windows(2) {
        while let Some((told, cut)) = sorted.get(next).filter(|(_, cut)| cut.span.start <= pair[0])
        {
            live.insert(*told, cut);
            next += 1;
        }
        while let Some((&told, &cut)) = live.first_key_value() {
            if cut.span.end > pair[0] {
                made.push((told, Cut { span: Span::new(pair[0], pair[1]), ..cut.clone() }));
                break;
            }
            live.remove(&told);
        }
    }
    made
}

fn floor(text: &str, at: usize) -> usize {
    text.floor_char_boundary(at.min(text.len()))
}

fn ceil(text: &str, at: usize) -> usize {
    text.ceil_char_boundary(at.min(text.len()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_first_word_on_a_byte_holds() {
        let mut cuts = Cuts::default();
        cuts.cut(Span::new(4, 6), RemovedKind::Date, "سطر التاريخ");
        cuts.cut(Span::new(2, 8), RemovedKind::Share, "سطر مشاركة");
        let (kept, cut) = cuts.partition("0123456789", Span::new(0, 10));
        assert_eq!(kept, [Span::new(0, 2), Span::new(8, 10)]);
        let cut: Vec<_> = cut.iter().map(|cut| (cut.span.start, cut.span.end, cut.kind)).collect();
        assert_eq!(
            cut,
            [(2, 4, RemovedKind::Share), (4, 6, RemovedKind::Date), (6, 8, RemovedKind::Share)]
        );
    }

    proptest! {
        #[test]
        fn kept_and_cut_partition_the_text(text in "[ا-ي \\n.a]{0,60}", ranges in prop::collection::vec((0usize..140, 0usize..40), 0..12)) {
            let whole = Span::new(0, text.len());
            let mut cuts = Cuts::default();
            for (start, len) in ranges {
                cuts.cut(Span::new(start, start + len), RemovedKind::Other, "سبب");
            }
            let (kept, cut) = cuts.partition(&text, whole);
            let mut all: Vec<Span> = kept.into_iter().chain(cut.into_iter().map(|cut| cut.span)).collect();
            all.sort();
            let mut at = 0;
            for span in all {
                prop_assert_eq!(span.start, at);
                prop_assert!(!span.is_empty() && !span.cut(&text).is_empty());
                at = span.end;
            }
            prop_assert_eq!(at, text.len());
        }
    }
}
