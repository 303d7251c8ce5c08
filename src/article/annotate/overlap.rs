//! Who wins where two findings claim one span.

use super::timex::Candidate;
use crate::document::{Mention, TimeExpression};
use crate::span::Span;

/// Leaves of the mentions those that share no byte: the longer wins, of equals the known one, then the earlier.
pub(super) fn mentions(mut found: Vec<Mention>) -> Vec<Mention> {
    found.sort_by(|a, b| {
        let key = |mention: &Mention| {
            (std::cmp::Reverse(mention.span.len()), mention.id.is_none(), mention.span.start)
        };
        key(a).cmp(&key(b))
    });
    let mut kept: std::collections::BTreeMap<usize, Mention> = std::collections::BTreeMap::new();
    for mention in found {
        let before = kept.range(..mention.span.end).next_back();
        if before.is_none_or(|(_, other)| !other.span.overlaps(mention.span)) {
            kept.insert(mention.span.start, mention);
        }
    }
    kept.into_values().collect()
}

/// Whether what looks like a new name stands in a time of several words, also one that has no value without the day of the text:
/// «طيلة شهر رمضان المبارك» names nobody.
pub(super) fn is_of_time(mention: &Mention, candidates: &[Candidate], text: &str) -> bool {
    let from = candidates.partition_point(|candidate| candidate.span.end <= mention.span.start);
    let holds = |candidate: &Candidate| {
        candidate.span.contains(mention.span) && candidate.span.cut(text).contains(' ')
    };
    candidates.get(from).is_some_and(holds)
}

/// Those of an article's mentions, in order and none inside another, that share a byte with a span.
pub(super) fn touching(mentions: &[Mention], span: Span) -> &[Mention] {
    let from = mentions.partition_point(|mention| mention.span.end <= span.start);
    let count = mentions[from..].partition_point(|mention| mention.span.start < span.end);
    &mentions[from..from + count]
}

/// Parts names from dates: where they share bytes the longer wins, unless a new name cuts a day in two, and a name that the
/// knowledge base has wins over a date of its length («رمضان», «هجوم 7 أكتوبر»).
///
/// A new name loses a weekday or «أمس» at its end: «محكمة ألمانية الأربعاء» is a court and a day.
pub(super) fn mentions_and_dates(
    text: &str,
    mentions: Vec<Mention>,
    dates: Vec<TimeExpression>,
) -> (Vec<Mention>, Vec<TimeExpression>) {
    let parted = |mut mention: Mention| {
        let at = dates.partition_point(|date| date.span.end < mention.span.end);
        let closing = dates.get(at).filter(|date| {
            date.relative
                && date.span.end == mention.span.end
                && date.span.start > mention.span.start
        });
        if let (None, Some(date)) = (&mention.id, closing) {
            mention.span.end =
                mention.span.start + text[mention.span.start..date.span.start].trim_end().len();
            return text[mention.span.start..mention.span.end].contains(' ').then_some(mention);
        }
        Some(mention)
    };
    let mentions: Vec<Mention> = mentions.into_iter().filter_map(parted).collect();
    // «أمس الخميس بدار الاتحاد»: a name that only the shape of its words shows does not cut a day in two.
    let wins = |mention: &Mention, date: &TimeExpression| {
        let (name, time) = (mention.span.len(), date.span.len());
        let halves = date.span.start < mention.span.start || date.span.end > mention.span.end;
        let cuts = halves && mention.id.is_none() && date.relative;
        !cuts && (name > time || (name == time && mention.id.is_some()))
    };
    let mut next = 0;
    let mut lost_dates = vec![false; dates.len()];
    let mut kept = Vec::with_capacity(mentions.len());
    for mention in mentions {
        while next < dates.len() && dates[next].span.end <= mention.span.start {
            next += 1;
        }
        let rivals = || {
            (next..dates.len())
                .take_while(|&at| dates[at].span.start < mention.span.end)
                .filter(|&at| dates[at].span.overlaps(mention.span))
        };
        if rivals().all(|at| wins(&mention, &dates[at])) {
            // A date inside the name of an event still says when the event was.
            if mention.kind != crate::document::MentionKind::Event {
                rivals().for_each(|at| lost_dates[at] = true);
            }
            kept.push(mention);
        }
    }
    let dates =
        dates.into_iter().zip(lost_dates).filter(|(_, lost)| !lost).map(|(date, _)| date).collect();
    (kept, dates)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::MentionKind;
    use crate::knowledge::EntityKind;

    fn mention(start: usize, end: usize, id: Option<&str>) -> Mention {
        Mention {
            span: Span::new(start, end),
            kind: MentionKind::Entity(EntityKind::Person),
            id: id.map(str::to_owned),
            reason: String::new(),
        }
    }

    fn date(start: usize, end: usize) -> TimeExpression {
        TimeExpression {
            span: Span::new(start, end),
            value: crate::arabic::calendar::Edtf::year(2020),
            reason: String::new(),
            relative: false,
        }
    }

    #[test]
    fn the_longest_mention_wins() {
        let kept =
            mentions(vec![mention(0, 4, Some("a")), mention(2, 9, None), mention(9, 12, None)]);
        assert_eq!(kept.iter().map(|m| m.span.start).collect::<Vec<_>>(), [2, 9]);
    }

    #[test]
    fn what_touches_a_span_is_found_and_nothing_beside_it() {
        let all =
            [mention(0, 4, None), mention(6, 9, None), mention(9, 12, None), mention(20, 24, None)];
        let starts = |from, to| {
            touching(&all, Span::new(from, to)).iter().map(|m| m.span.start).collect::<Vec<_>>()
        };
        assert_eq!(starts(4, 6), Vec::<usize>::new());
        assert_eq!((starts(3, 10), starts(12, 30)), (vec![0, 6, 9], vec![20]));
    }

    #[test]
    fn a_person_called_after_a_month_is_no_date() {
        let (names, dates) = mentions_and_dates(
            "",
            vec![mention(0, 10, None), mention(20, 24, None)],
            vec![date(0, 5), date(20, 30)],
        );
        assert_eq!(names.len(), 1);
        assert_eq!(dates.len(), 1);
        assert_eq!(dates[0].span.start, 20);
    }

    #[test]
    fn a_new_name_does_not_cut_a_day_in_two() {
        let day = TimeExpression { relative: true, ..date(0, 18) };
        let (names, dates) = mentions_and_dates("", vec![mention(9, 30, None)], vec![day.clone()]);
        assert_eq!((names.len(), dates.len()), (0, 1));
        let (names, dates) = mentions_and_dates("", vec![mention(9, 30, Some("a"))], vec![day]);
        assert_eq!((names.len(), dates.len()), (1, 0));
    }
}
