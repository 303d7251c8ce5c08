//! Where ways lead on which each entry has one next: `part_of`, `same_as`.

use std::collections::HashMap;

/// Where the way of an entry leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End<'k> {
    /// To an id behind which there is nothing.
    At(&'k str),
    /// Back to the entry itself.
    Round,
    /// To others that lead back to themselves.
    ToRound,
}

/// Where the ways of all `ids` lead. Each step is taken once, however many ways it is a part of.
pub(super) fn ends<'k>(
    ids: impl Iterator<Item = &'k str>,
    next: impl Fn(&'k str) -> Option<&'k str>,
) -> HashMap<&'k str, End<'k>> {
    let mut ends: HashMap<&str, End<'_>> = HashMap::new();
    for id in ids {
        let (mut way, mut places) = (Vec::new(), HashMap::new());
        let mut at = id;
        // What stands on the way before this place does not lie on a circle.
        let (end, round) = loop {
            match (ends.get(at), places.get(at)) {
                (Some(&End::At(end)), _) => break (End::At(end), way.len()),
                (Some(_), _) => break (End::ToRound, way.len()),
                (None, Some(&place)) => break (End::ToRound, place),
                (None, None) => {}
            }
            places.insert(at, way.len());
            way.push(at);
            match next(at) {
                Some(id) => at = id,
                None => break (End::At(at), way.len()),
            }
        };
        ends.extend(way[..round].iter().map(|&id| (id, end)));
        ends.extend(way[round..].iter().map(|&id| (id, End::Round)));
    }
    ends
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_end_or_lead_round() {
        let next = |id: &str| match id {
            "a" => Some("b"),
            "b" => Some("c"),
            "d" => Some("e"),
            "e" => Some("f"),
            "f" => Some("e"),
            "g" => Some("g"),
            _ => None,
        };
        let ends = ends("abcdefg".split("").filter(|id| !id.is_empty()), next);
        let of = |id: &str| ends[id];
        assert_eq!(["a", "b", "c"].map(of), [End::At("c"); 3]);
        assert_eq!(
            ["d", "e", "f", "g"].map(of),
            [End::ToRound, End::Round, End::Round, End::Round]
        );
    }

    #[test]
    fn a_long_way_is_walked_once() {
        let ids: Vec<String> = (0..20_000).map(|id| id.to_string()).collect();
        let steps = std::cell::Cell::new(0);
        let next = |id: &str| {
            steps.set(steps.get() + 1);
            let next = id.parse::<usize>().ok()? + 1;
            ids.get(next).map(String::as_str)
        };
        let ends = ends(ids.iter().map(String::as_str), next);
        assert_eq!((ends["0"], steps.get()), (End::At("19999"), ids.len()));
    }
}
