//! The list of the pages of a published site as text: each look with its mark, then each page with its looks.
//!
//! ```text
//! BASE LOOKS                              a digest of what every page is made of; how many looks follow
//! MARK NAME                               what a look found, and its name as a string of JSON
//! KEY LENGTH TIME DEVICE NUMBER SEEN PATH   of SEEN `-` says that it is not known, `0,3,17` are looks by their places above
//! ```

use std::collections::BTreeMap;
use std::fmt::Write as _;

use rayon::prelude::*;

use super::known::{Known, Page, Stamp};
use crate::site::output::{Looks, Mark, Seen};

/// What stands for looks that are not known.
const UNKNOWN: &str = "-";

/// The text of a list.
pub(super) fn written(pages: &Known, looks: &Looks) -> String {
    let names = looks.names();
    let mut used = vec![false; names.len()];
    for &number in pages.values().filter_map(|page| page.seen.as_ref()).flatten() {
        used[number as usize] = true;
    }
    let marked = used.par_iter().enumerate().map(|(number, used)| {
        // In range: numbers are of that size.
        used.then(|| looks.mark_of(number as u32)).flatten()
    });
    let marks: Vec<Option<Mark>> = marked.collect();
    // What cannot be marked now could not be told from another thing later.
    let mut places: Vec<Option<u32>> = Vec::with_capacity(names.len());
    let mut count = 0;
    for mark in &marks {
        places.push(mark.map(|_| count));
        count += u32::from(mark.is_some());
    }
    let mut text = String::new();
    hex(&mut text, looks.base());
    // Writing to a string cannot fail.
    let _ = writeln!(text, " {count}");
    for (name, mark) in names.iter().zip(&marks) {
        if let Some(mark) = mark {
            hex(&mut text, mark);
            let _ = writeln!(text, " {}", serde_json::Value::from(&**name));
        }
    }
    for (path, page) in pages {
        hex(&mut text, &page.key);
        let Stamp { length, time, place } = page.stamp;
        let _ = write!(text, " {length} {time} {} {} ", place.0, place.1);
        let seen = page.seen.as_ref().and_then(|seen| {
            seen.iter().map(|&number| places[number as usize]).collect::<Option<Vec<u32>>>()
        });
        match seen {
            None => text.push_str(UNKNOWN),
            Some(seen) => {
                for (at, place) in seen.into_iter().enumerate() {
                    let _ = write!(text, "{}{place}", if at == 0 { "" } else { "," });
                }
            }
        }
        let _ = writeln!(text, " {path}");
    }
    text
}

/// Reads a list, and looks anew wherever a page of it looked; nothing where the text is no list.
pub(super) fn read(text: &str, looks: &Looks) -> Option<Known> {
    let mut lines = text.lines();
    let (base, count) = lines.next()?.split_once(' ')?;
    let is_based = unhex::<32>(base)? == *looks.base();
    let count: usize = count.parse().ok()?;
    let before: Vec<(Mark, String)> =
        lines.by_ref().take(count).map(look).collect::<Option<Vec<_>>>()?;
    let numbers: Vec<u32> = before
        .iter()
        .map(|(_, name)| looks.numbers([name.as_str()]).first().copied())
        .collect::<Option<_>>()?;
    let is_same: Vec<bool> = before
        .par_iter()
        .zip(&numbers)
        .map(|((mark, _), &number)| is_based && looks.mark_of(number).as_ref() == Some(mark))
        .collect();
    lines.map(|line| page(line, is_based, &numbers, &is_same)).collect::<Option<BTreeMap<_, _>>>()
}

fn look(line: &str) -> Option<(Mark, String)> {
    let (mark, name) = line.split_once(' ')?;
    Some((unhex(mark)?, serde_json::from_str(name).ok()?))
}

fn page(line: &str, is_based: bool, numbers: &[u32], is_same: &[bool]) -> Option<(String, Page)> {
    let mut parts = line.splitn(7, ' ');
    let key = unhex(parts.next()?)?;
    let stamp = Stamp {
        length: parts.next()?.parse().ok()?,
        time: parts.next()?.parse().ok()?,
        place: (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?),
    };
    let (seen, is_fresh): (Option<Seen>, bool) = match parts.next()? {
        UNKNOWN => (None, false),
        "" => (Some(Seen::default()), is_based),
        places => {
            let mut seen = Vec::with_capacity(places.len() / 4);
            let mut is_fresh = is_based;
            for place in places.split(',') {
                let place: usize = place.parse().ok()?;
                is_fresh &= is_same.get(place)?;
                seen.push(numbers[place]);
            }
            seen.sort_unstable();
            (Some(seen.into()), is_fresh)
        }
    };
    Some((parts.next()?.to_owned(), Page { stamp, key, seen, is_fresh }))
}

fn hex(text: &mut String, bytes: &[u8]) {
    for byte in bytes {
        for digit in [byte >> 4, byte & 15] {
            text.push(char::from(b"0123456789abcdef"[usize::from(digit)]));
        }
    }
}

fn unhex<const LENGTH: usize>(text: &str) -> Option<[u8; LENGTH]> {
    let digits = text.as_bytes();
    let mut bytes = [0; LENGTH];
    if digits.len() != 2 * LENGTH {
        return None;
    }
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        let digit = |digit: u8| char::from(digit).to_digit(16);
        // In range: two digits make a byte.
        *byte = (digit(pair[0])? << 4 | digit(pair[1])?) as u8;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn looks(bridge: u8) -> Looks {
        Looks::new([1; 32], move |name| match name {
            "card جسر" => Some([bridge; 16]),
            "card سدّ\nثان" => Some([2; 16]),
            _ => None,
        })
    }

    fn known(looks: &Looks) -> Known {
        let stamp = Stamp { length: 1, time: 2, place: (3, 4) };
        let page = |names: &[&str]| {
            let seen = Some(looks.numbers(names.iter().copied()));
            Page { stamp, key: [5; 32], seen, is_fresh: false }
        };
        let pages = [
            ("bridge", page(&["card جسر"])),
            ("both", page(&["card جسر", "card سدّ\nثان"])),
            ("dam", page(&["card سدّ\nثان"])),
            ("nothing", page(&[])),
            ("foreign", page(&["card سوق"])),
        ];
        pages.into_iter().map(|(path, page)| (path.to_owned(), page)).collect()
    }

    fn fresh(known: &Known) -> Vec<&str> {
        let fresh = known.iter().filter(|(_, page)| page.is_fresh);
        fresh.map(|(path, _)| path.as_str()).collect()
    }

    #[test]
    fn a_page_is_fresh_while_all_that_it_looked_at_is() {
        let before = looks(1);
        let text = written(&known(&before), &before);
        let same = looks(1);
        let again = read(&text, &same).expect("a list");
        assert_eq!(fresh(&again), ["both", "bridge", "dam", "nothing"]);
        assert_eq!(again["foreign"].seen, None);
        let changed = looks(9);
        assert_eq!(fresh(&read(&text, &changed).expect("a list")), ["dam", "nothing"]);
        let other = Looks::new([2; 32], |_| Some([1; 16]));
        assert_eq!(fresh(&read(&text, &other).expect("a list")), Vec::<&str>::new());
        assert_eq!(written(&again, &same).lines().count(), text.lines().count());
    }

    #[test]
    fn a_text_that_is_no_list_tells_nothing() {
        let before = looks(1);
        let text = written(&known(&before), &before);
        for text in ["", "00 1", &text.replace(' ', "  "), &text.replacen("2\n", "7\n", 1)] {
            assert_eq!(read(text, &before), None, "{text}");
        }
    }
}
