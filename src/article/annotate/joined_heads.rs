//! A head in the dual or plural that governs several names: «وزارتي الدفاع والخارجية» are two ministries.

use super::words::Words;
use crate::arabic::clitics::{AND, BY, FOR, Onto, SO};
use crate::arabic::lexicon::{NATION, PAIRED_HEAD, is, kinds};

/// Such a head and the words behind it that are joined by «و».
pub(super) struct Joined {
    /// Its singular, folded.
    head: String,
    /// The words, each with the bytes of its waw; two at least.
    pub(super) members: Vec<(usize, usize)>,
    /// What each name has behind it: « العراقيه»; nothing where no nation is named.
    nation: String,
}

impl Joined {
    /// The one whose head stands here.
    pub(super) fn at(words: &Words<'_>, index: usize) -> Option<Self> {
        let head = singular(words.at(index))?;
        let members = members(words, index);
        let &(last, _) = members.last().filter(|_| members.len() > 1)?;
        let nation = words.after(last);
        let is_nation = kinds(nation).any(NATION)
            || ["تين", "تان", "يين"]
                .iter()
                .any(|ending| nation.has_article() && nation.ends_with(ending));
        let nation =
            if is_nation { format!(" {}", feminine_singular(nation)) } else { String::new() };
        Some(Self { head, members, nation })
    }

    /// The name for which one of its words stands, with what all have behind them, and without.
    pub(super) fn names(&self, words: &Words<'_>, member: usize) -> [String; 2] {
        let (at, skipped) = self.members[member];
        let alone = format!("{} {}", self.head, &words.at(at)[skipped..]);
        [format!("{alone}{}", self.nation), alone]
    }
}

/// The words behind a head that are joined by «و», each with the bytes of its waw.
fn members(words: &Words<'_>, head: usize) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = head + 1;
    while words.same_paragraph(head, at) {
        let word = words.at(at);
        match (found.is_empty(), word.behind(AND)) {
            (true, _) if word.has_article() => found.push((at, 0)),
            (false, Some(rest)) if rest.has_article() => found.push((at, "و".len())),
            _ => break,
        }
        at += 1;
    }
    found
}

/// The singular of a head that governs several names, folded: «ووزارتا» → «وزارة», «مجلسي» → «مجلس».
fn singular(word: &str) -> Option<String> {
    let head = |stem: &str, ending: &str| {
        let bare = stem.without(AND | SO | BY | FOR);
        let whole = [stem, bare].map(|stem| [stem, ending].concat());
        whole.into_iter().find(|head| is(head, PAIRED_HEAD))
    };
    let of_her = ["تي", "تا", "ات"].into_iter().find_map(|ending| word.strip_suffix(ending));
    let of_him = word.strip_suffix(['ي', 'ا']);
    of_her.and_then(|stem| head(stem, "ه")).or_else(|| of_him.and_then(|stem| head(stem, "")))
}

/// «الأميركيتين» → «الأميركية», folded.
fn feminine_singular(word: &str) -> String {
    match word.strip_suffix("تين").or_else(|| word.strip_suffix("تان")) {
        Some(stem) => format!("{stem}ه"),
        None => word.to_owned(),
    }
}
