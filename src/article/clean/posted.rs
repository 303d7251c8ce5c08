//! Messages of a conversation that whoever sent the article sent too: «عاجل: توقف العبّارة» before it, «الهيئة: العودة صباح
//! الجمعة» behind it; and the posts of a thread. They are of the article, however short they are; what others answer is not.

use super::evidence::Evidence;
use super::letter::{self, Told, told};
use super::lines::{Lines, Mark};
use super::reason::Reason;
use super::stamps;
use super::words::{Class, HashedSet, Word};
use crate::arabic::lexicon::ALERT;
use crate::document::RemovedKind;

/// How many words such a message has at least.
const WORDS: usize = 3;

/// The short lines of a conversation outside of the message that holds the article.
#[derive(Default)]
pub(super) struct Posted {
    /// Those of whoever sent it, in their order.
    further: Vec<usize>,
    /// Those of others.
    answers: Vec<usize>,
}

impl Posted {
    pub(super) fn of(lines: &Lines<'_>) -> Self {
        let mut posted = Self::of_messages(lines);
        // «5/5 ستصدر دراستنا في ديسمبر»: each numbered post of a thread is whoever's who began it.
        let is_number = |index: usize| {
            lines.block(index).stamp.is_some_and(|(_, reason)| reason == Reason::ThreadNumber)
        };
        let posts: Vec<usize> = (1..lines.len()).filter(|&index| is_number(index - 1)).collect();
        let opens = |&index: &usize| stamps::without_first_number(lines.line(index)).is_some();
        let first = posts.first().and_then(|&second| (0..second).rfind(opens));
        posted.further.extend(posts.into_iter().chain(first));
        posted.further.sort_unstable();
        posted
    }

    fn of_messages(lines: &Lines<'_>) -> Self {
        let is_stamp = |index: usize| {
            lines.block(index).stamp.is_some_and(|(kind, _)| kind == RemovedKind::Date)
        };
        // «من: …» over «التاريخ: …» are one.
        let heads = |index: usize| is_stamp(index) && told(lines.line(index)) == Some(Told::From);
        let begins = |&index: &usize| is_stamp(index) && !index.checked_sub(1).is_some_and(heads);
        let stamps: Vec<usize> = (0..lines.len()).filter(begins).collect();
        let Some(&first) = stamps.first().filter(|_| stamps.len() > 1) else {
            return Self::default();
        };
        let senders: Vec<&str> = stamps.iter().map(|&stamp| sender(lines.line(stamp))).collect();
        // A stamp without a sender stands behind its message; above the first one only the line right before it is one.
        let is_behind = senders.iter().all(|sender| sender.is_empty());
        let opens = if is_behind { first.saturating_sub(1) } else { first };
        let message_of = |index: usize| match stamps.partition_point(|&stamp| stamp <= index) {
            _ if index < opens => None,
            before if is_behind => Some(before),
            before => before.checked_sub(1),
        };
        // Of how much prose and of how many words each message is: alerts alone have no prose.
        let mut sizes = vec![(0, 0); stamps.len() + 1];
        for index in (opens..lines.len()).filter(|&index| !is_stamp(index)) {
            let count = lines.words(index).len();
            let prose = if lines.is_prose(index) { count } else { 0 };
            if let Some(size) = message_of(index).and_then(|message| sizes.get_mut(message)) {
                *size = (size.0 + prose, size.1 + count);
            }
        }
        let main = (0..sizes.len()).rev().max_by_key(|&message| sizes[message]);
        let main = main.unwrap_or_default();
        let own = |&index: &usize| lines.is_prose(index) && message_of(index) == Some(main);
        let told = (0..lines.len()).filter(own).flat_map(|index| lines.words(index));
        let about: HashedSet<u32> = told.filter(|word| names(word)).map(|word| word.stem).collect();
        let mut posted = Self::default();
        for index in (opens..lines.len()).filter(|&index| !is_stamp(index)) {
            match message_of(index).and_then(|message| senders.get(message)) {
                _ if message_of(index) == Some(main) => {}
                sender if sender == senders.get(main) && lines.is_prose(index) => {
                    posted.further.push(index)
                }
                _ if lines.is_prose(index) => {}
                sender if sender != senders.get(main) => posted.answers.push(index),
                _ if tells(lines, index, &about) => posted.further.push(index),
                _ => {}
            }
        }
        posted
    }

    /// Whether a block is a further message of whoever sent the article.
    pub(super) fn is_further(&self, index: usize) -> bool {
        self.further.binary_search(&index).is_ok()
    }

    /// What others answered is none of the article.
    pub(super) fn marks(&self, lines: &Lines<'_>) -> Vec<Mark> {
        let is_unknown = |&&index: &&usize| !lines.is_furniture(index);
        let evidence = Some(Evidence::certain(Reason::Answer));
        let mark = |&index: &usize| Mark { index, evidence, prose: false };
        self.answers.iter().filter(is_unknown).map(mark).collect()
    }
}

/// Whether a short message tells news of what the article is about: «عاجل: …», or with a word of it, and no question.
fn tells(lines: &Lines<'_>, index: usize, about: &HashedSet<u32>) -> bool {
    let words = lines.words(index);
    let is_alert = || words[0].is(ALERT);
    let is_of_it = || words.iter().any(|word| names(word) && about.contains(&word.stem));
    words.len() >= WORDS && !lines.is_question(index) && (is_alert() || is_of_it())
}

/// «الهيئة», «العبّارة»: a word that names something, everyday or not.
fn names(word: &Word) -> bool {
    matches!(word.class, Class::Content | Class::Common)
}

/// «[12/3/2019، 14:05] سامي:», «12/3/2019, 14:05 - سامي:»: who sent a message; nobody where the stamp is an hour alone.
fn sender(stamp: &str) -> &str {
    if told(stamp) == Some(Told::From) {
        return letter::sender(stamp);
    }
    let behind = stamp.rsplit_once(']').or_else(|| stamp.split_once(" - "));
    let name = behind.map_or("", |(_, name)| name);
    name.trim_matches(|c: char| !c.is_alphanumeric())
}
