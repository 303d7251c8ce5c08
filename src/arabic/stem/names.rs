//! Names of people, bodies and places, days and numbers: words that have no kin, whatever letters they share.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::affixes::{analyze, length};

use super::lexicon::{lexicon, lines};

const NAMES: &str = include_str!("names.txt");
const FOREIGN: &str = include_str!("foreign.txt");
const PLACES: &str = include_str!("places.txt");

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Name {
    /// A place, which has an adjective: «العراق», «عراقي».
    Place,
    /// A name of another language, which is spelled in several ways: «بلينكن», «بلنكن».
    Foreign,
    /// A human being, a body, a day, a number.
    Other,
}

/// What a stem names, if the tables have it.
pub(super) fn name(stem: &str) -> Option<Name> {
    names().get(stem).copied()
}

/// The stems of all names, sorted.
///
/// ```
/// use sijill::arabic::stem::{Name, names};
/// assert_eq!(names().get("عراق"), Some(&Name::Place));
/// assert_eq!(names().get("بلينكن"), Some(&Name::Foreign));
/// assert_eq!(names().get("خميس"), Some(&Name::Other));
/// ```
pub fn names() -> &'static BTreeMap<String, Name> {
    static NAMES_OF: LazyLock<BTreeMap<String, Name>> = LazyLock::new(read);
    &NAMES_OF
}

fn read() -> BTreeMap<String, Name> {
    let mut names = BTreeMap::new();
    let of = |table, kind| lines(table).map(move |line| (kind, line));
    let others = of(FOREIGN, Name::Foreign).chain(of(NAMES, Name::Other));
    for (kind, (_, words)) in of(PLACES, Name::Place).chain(others) {
        for word in words {
            let read = analyze(&word);
            // «صور» is the plural of «صورة» too, whose kin it must not take away.
            let other = read.stem != read.bare && lexicon().noun(&read.stem).is_some();
            if other || read.function {
                continue;
            }
            if kind == Name::Place {
                names.entry(format!("{}ي", place(&read.stem))).or_insert(kind);
            }
            names.entry(read.stem.into_owned()).or_insert(kind);
        }
    }
    names
}

/// A place without what its adjective changes.
pub(super) fn place(stem: &str) -> &str {
    OF_PLACES
        .into_iter()
        .find_map(|after| stem.strip_suffix(after).filter(|rest| length(rest) >= 3))
        .unwrap_or(stem)
}

/// What ends the adjective of a place, and the place, longest first: «أميركية», «أميركا».
pub(super) const OF_PLACES: [&str; 5] = ["يه", "يا", "ي", "ا", "ه"];
