//! Whose interview or statement an article is: the one whom the headline names before a colon, «ليلى سامي: رفضت البطولة».

use super::agreement::Gender;
use super::noun::Phrase;
use crate::arabic::clitics::Onto;
use crate::arabic::lexicon::{TITLE, TITLE_ADJECTIVE, is};
use crate::article::annotate::roles;
use crate::article::annotate::timex::direction::is_verb;
use crate::article::annotate::words::Words;
use crate::document::Mention;

/// Whoever speaks in an article of which nothing else is said.
#[derive(Clone, Copy)]
pub(super) struct Host {
    pub(super) phrase: Phrase,
    pub(super) gender: Gender,
}

impl Host {
    /// The person of several words whom the headline names before a colon, and whose gender the text shows where it names him first.
    pub(super) fn of(words: &Words<'_>, mentions: &[Mention], title: &str) -> Option<Self> {
        let (named, _) = title.split_once(':')?;
        let is_host = |mention: &&Mention| {
            let name = mention.span.cut(words.text);
            mention.is_person() && name.contains(' ') && named.contains(name)
        };
        let mention = mentions.iter().find(is_host)?;
        let first = words.index_at(mention.span.start);
        let last = words.index_at(mention.span.end.saturating_sub(1));
        let gender = gender_before(words, first)?;
        Some(Self { phrase: Phrase::of_name(first, last), gender })
    }
}

/// The gender of whom the words right before a name tell: «القاضية المتقاعدة», «لا تجلس».
pub(super) fn gender_before(words: &Words<'_>, name: usize) -> Option<Gender> {
    let before = name.checked_sub(1).filter(|&before| words.same_paragraph(before, name))?;
    /// No office is longer.
    const REACH: usize = 10;
    let of = |is_hers: bool| Some(if is_hers { Gender::Feminine } else { Gender::Masculine });
    // «المحامية لدى المحكمة العليا»: what an office begins with, not what it ends with.
    let office = roles::beginning(words, name.saturating_sub(REACH)..name);
    if let Some((from, 0)) = office.filter(|&(from, _)| words.is(from, TITLE)) {
        return of(words.at(from).ends_with('ه'));
    }
    let word = words.at(before);
    if let Some(title) = word.behind_for_the().filter(|title| is(title, TITLE)) {
        return of(title.ends_with('ه'));
    }
    if words.is(before, TITLE | TITLE_ADJECTIVE) || word.starts_with("ال") {
        return of(word.ends_with('ه'));
    }
    is_verb(word).then(|| of(word.ends_with('ت') || word.starts_with('ت')))?
}
