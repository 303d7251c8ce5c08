//! The words of page furniture, by kind; the table itself is `lexicon.txt`.
//!
//! A phrase is compared folded, so one spelling stands for all of hamza, tashkeel, ى/ي and ة/ه.

use super::reason::Reason;
use super::signers::{self, Signer};
use std::sync::LazyLock;

use super::words::{HashedMap, Word, word_hash};
use crate::arabic::fold::folded;
use crate::arabic::lexicon::{CALL, READ_CALL, is, row};
use crate::document::RemovedKind;

/// Furniture of one kind.
pub(super) struct Family {
    pub(super) kind: RemovedKind,
    /// Its name in the table.
    name: &'static str,
    /// Why a line of it is cut, for the reader.
    pub(super) reason: Reason,
}

/// How a phrase speaks for its family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Lines of the kind are made up of such words.
    MadeOf,
    /// It opens a line of the kind, whatever follows.
    Opens,
    /// It stands in no article, wherever it is in the line.
    Anywhere,
    /// More of the kind follows below it.
    Heads,
}

/// A phrase found in a line.
#[derive(Clone, Copy)]
pub(super) struct Hit {
    pub(super) family: usize,
    pub(super) role: Role,
    /// How many words it has.
    pub(super) len: usize,
}

/// All families. Where two speak alike, the one that stands first holds.
pub(super) static FAMILIES: [Family; 19] = [
    Family { kind: RemovedKind::Date, name: "date", reason: Reason::DateWords },
    Family { kind: RemovedKind::Related, name: "related", reason: Reason::OtherNews },
    Family { kind: RemovedKind::Share, name: "share", reason: Reason::ShareWords },
    Family { kind: RemovedKind::Counter, name: "counter", reason: Reason::CounterWords },
    Family { kind: RemovedKind::Tools, name: "tools", reason: Reason::ToolWords },
    Family { kind: RemovedKind::Search, name: "search", reason: Reason::SearchWords },
    Family { kind: RemovedKind::Navigation, name: "navigation", reason: Reason::SectionNames },
    Family { kind: RemovedKind::Newsletter, name: "newsletter", reason: Reason::Follow },
    Family { kind: RemovedKind::Cookie, name: "cookie", reason: Reason::CookieNotice },
    Family { kind: RemovedKind::Copyright, name: "copyright", reason: Reason::Rights },
    Family { kind: RemovedKind::Source, name: "source", reason: Reason::SourceWords },
    Family { kind: RemovedKind::Tags, name: "tags", reason: Reason::TagWords },
    Family { kind: RemovedKind::Caption, name: "caption", reason: Reason::CaptionWords },
    Family { kind: RemovedKind::Byline, name: "byline", reason: Reason::BylineWords },
    Family { kind: RemovedKind::Advertisement, name: "advertisement", reason: Reason::Advert },
    Family { kind: RemovedKind::Comments, name: "comments", reason: Reason::CommentWords },
    Family { kind: RemovedKind::Other, name: "other", reason: Reason::PageParts },
    Family { kind: RemovedKind::Other, name: "site", reason: Reason::OfSite },
    Family { kind: RemovedKind::Other, name: "notice", reason: Reason::Notice },
];

/// The phrases, by family and role; a new outlet's furniture is a line there and a case in `tests/articles/`.
const TABLE: &str = include_str!("lexicon.txt");

fn index_of(name: &str) -> Option<usize> {
    FAMILIES.iter().position(|family| family.name == name)
}

fn role_of(name: &str) -> Option<Role> {
    match name {
        "made of" => Some(Role::MadeOf),
        "opens" => Some(Role::Opens),
        "anywhere" => Some(Role::Anywhere),
        "heads" => Some(Role::Heads),
        _ => None,
    }
}

type Entry = (Hit, Box<[u64]>);

/// Phrases by the folded form of their first word, the longest first.
static PHRASES: LazyLock<HashedMap<u64, Vec<Entry>>> = LazyLock::new(|| {
    let mut phrases: HashedMap<u64, Vec<Entry>> = HashedMap::default();
    let mut section = None;
    for line in TABLE.lines().filter(|line| !line.is_empty()) {
        if let Some(title) = line.strip_prefix("# ") {
            section = title
                .split_once(", ")
                .and_then(|(family, role)| Some((index_of(family)?, role_of(role)?)));
        } else if let Some((family, role)) = section {
            add(&mut phrases, line, family, role);
        }
    }
    // An agency tells the source wherever it stands; what is a word too only where nothing stands beside it.
    let agencies = signers::names().filter(|(signer, _)| *signer == Signer::Agency);
    if let Some(source) = index_of("source") {
        agencies.for_each(|(_, name)| add(&mut phrases, name, source, Role::MadeOf));
    }
    phrases
});

fn add(phrases: &mut HashedMap<u64, Vec<Entry>>, phrase: &str, family: usize, role: Role) {
    let words: Vec<&str> = phrase.split_whitespace().collect();
    for first in forms(words[0]) {
        let hashes: Box<[u64]> = std::iter::once(word_hash(&first))
            .chain(words[1..].iter().map(|word| word_hash(word)))
            .collect();
        let hit = Hit { family, role, len: hashes.len() };
        let entries = phrases.entry(hashes[0]).or_default();
        if entries
            .iter()
            .all(|(other, known)| (other.family, other.role) != (family, role) || *known != hashes)
        {
            let at = entries.partition_point(|(other, _)| other.len >= hit.len);
            entries.insert(at, (hit, hashes));
        }
    }
}

/// A first word in the forms in which it is met.
fn forms(word: &str) -> Vec<String> {
    let of_calls = |ending: &str| [word, ending].concat();
    match folded(word) {
        read if read == "اقرا" => {
            row(READ_CALL).iter().map(|call| call.folded.clone()).collect()
        }
        call if is(&call, CALL) => ["", "ي", "وا"].map(of_calls).to_vec(),
        _ => vec![word.to_owned()],
    }
}

/// The phrases that stand at the start of `words`, the longest first.
pub(super) fn phrases_at(words: &[Word]) -> impl Iterator<Item = Hit> + '_ {
    let entries =
        words.first().and_then(|word| PHRASES.get(&word.hash)).map_or(&[][..], Vec::as_slice);
    entries
        .iter()
        .filter(move |(hit, hashes)| {
            words.len() >= hit.len
                && hashes.iter().zip(words).all(|(hash, word)| *hash == word.hash)
        })
        .map(|(hit, _)| *hit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_section_of_the_table_has_a_family_and_a_role() {
        for title in TABLE.lines().filter_map(|line| line.strip_prefix("# ")) {
            let (family, role) = title.split_once(", ").expect("a family and a role");
            assert!(index_of(family).is_some() && role_of(role).is_some(), "{title}");
        }
    }
}
