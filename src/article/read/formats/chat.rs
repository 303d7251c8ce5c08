//! Copied or exported messages in a text → one article a message.

use super::message::{Message, articles};
use super::piece::Piece;
use super::stamp::{self, Stamp};
use crate::arabic::fold::folded;
use crate::arabic::lexicon::{self, ALERT};
use crate::diagnostics::Warned;
use crate::document::{ClueKind, InputKind};

/// What a messenger writes above a message that was sent on; the channel follows.
const SENT_ON: [&str; 2] = ["Forwarded from ", "محولة من "];

/// One stamp may open a text of one article; a conversation has more, or Telegram's, which names its channel.
const ENOUGH: usize = 2;

/// The messages of a conversation, where the text is one: its first line is a stamp.
pub(super) fn messages(text: &str) -> Option<Warned<Vec<Piece>>> {
    let first = text.lines().find(|line| !line.trim().is_empty()).and_then(stamp::stamp)?;
    let mut found: Vec<(Stamp<'_>, usize)> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if let Some(stamp) = stamp::stamp(line.trim_end()) {
            found.push((stamp, at));
        }
        at += line.len();
    }
    if found.len() < ENOUGH && !first.is_telegram {
        return None;
    }
    let order = stamp::order(found.iter().map(|(stamp, _)| stamp));
    let ends = found.iter().skip(1).map(|(_, start)| *start).chain([text.len()]);
    let messages = found.iter().zip(ends).filter_map(|((stamp, start), end)| {
        let sender = stamp.sender?;
        let below = text[*start..end].split_once('\n').map_or("", |(_, below)| below);
        let message = Message {
            stamp: stamp.moment(order),
            sender: sender.to_owned(),
            is_channel: stamp.is_telegram,
            ..Message::default()
        };
        Some(unwrapped(message, stamp.rest, below))
    });
    let messages: Vec<Message> = messages.collect();
    let alerts = alerts(&messages);
    let found = one_alone(articles(messages.into_iter()), text);
    Some(match alerts.filter(|_| found.value.is_empty()) {
        Some(stamp) => {
            let mut piece = Piece::of(InputKind::Text, text.to_owned());
            piece.clue(ClueKind::Stamp, &stamp);
            Warned::clean(vec![piece])
        }
        None => found,
    })
}

/// When the first of them was sent, where messages too short for articles are the news of one sender, as they come in:
/// «عاجل: حريق على رصيف الميناء», «الدفاع المدني: لا إصابات حتى الآن».
fn alerts(messages: &[Message]) -> Option<String> {
    /// How many words each message has on average.
    const WORDS: usize = 5;
    let opens = |message: &&Message| {
        let first = message.text.split([' ', ':', '|']).next().unwrap_or_default();
        lexicon::is(&folded(first), ALERT)
    };
    let alert = messages.iter().find(opens)?;
    let own: Vec<&Message> =
        messages.iter().filter(|message| message.sender == alert.sender).collect();
    let words: usize = own.iter().map(|message| message.text.split_whitespace().count()).sum();
    let is_most = own.len() * 2 > messages.len();
    (own.len() > 1 && is_most && words >= own.len() * WORDS).then(|| alert.stamp.clone())
}

/// A text that is one message for the greater part stays whole, with what was said around it: cleaning cuts that, and
/// says so. Then the file's name is the article's, too.
fn one_alone(found: Warned<Vec<Piece>>, text: &str) -> Warned<Vec<Piece>> {
    let words = |text: &str| text.split_whitespace().count();
    let is_alone = matches!(found.value.as_slice(), [only] if words(&only.text) * 2 > words(text));
    if !is_alone {
        return found;
    }
    let whole = |piece: Piece| Piece { text: text.to_owned(), key: None, ..piece };
    Warned::clean(found.value.into_iter().map(whole).collect())
}

/// The message itself, and the channel that it was sent on from.
fn unwrapped(message: Message, first: &str, below: &str) -> Message {
    let text = if first.trim().is_empty() {
        below.trim().to_owned()
    } else {
        format!("{first}\n{below}").trim().to_owned()
    };
    let head = text.lines().next().unwrap_or_default();
    let channel = channel_above(head.trim().trim_matches(['[', ']']));
    match channel {
        Some(channel) => {
            let rest = text.split_once('\n').map_or("", |(_, rest)| rest).trim();
            Message { text: rest.to_owned(), forwarded: Some(channel), ..message }
        }
        None => Message { text, ..message },
    }
}

/// «Forwarded from قناة المرسى»
fn channel_above(line: &str) -> Option<String> {
    let folded_line = folded(line);
    let label = SENT_ON.iter().find(|label| folded_line.starts_with(&folded(label)))?;
    let words = label.split_whitespace().count();
    let channel: Vec<&str> = line.split_whitespace().skip(words).collect();
    (!channel.is_empty()).then(|| channel.join(" ").trim_matches(':').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const NEWS: &str = "افتتحت وزارة الموارد المائية سدًّا جديدًا في شمال البلاد، وقالت إنه يكفي ثلاث مدن وقراها لخمسة أعوام، وإن العمل فيه دام ست سنوات كاملة بلا انقطاع";

    #[test]
    fn each_message_is_an_article() {
        let text = format!(
            "قناة المرسى, [26/07/2021 10:00]\n{NEWS}\n\nقناة المرسى, [27/07/2021 11:30]\n[Forwarded from شبكة الرقيم]\n{NEWS}\n"
        );
        let found = messages(&text).expect("a conversation").value;
        let keys: Vec<_> = found.iter().map(|piece| piece.key.as_deref().unwrap_or("")).collect();
        assert_eq!(keys, ["2021-07-26-1000", "2021-07-27-1130"]);
        assert_eq!(found[1].text, NEWS);
        assert_eq!(found[1].clues[1].text, "شبكة الرقيم");
    }

    #[test]
    fn talk_is_told_and_left_out() {
        let found = messages("26/07/2021, 10:00 - سامي: شكرًا\n26/07/2021, 10:01 - هدى: عفوًا\n")
            .expect("a conversation");
        assert!(found.value.is_empty());
        assert_eq!(found.diagnostics[0].code, "no-news");
    }

    #[test]
    fn alerts_of_one_sender_are_one_article() {
        let text = "26/07/2021, 10:00 - أخبار المرسى: عاجل: حريق في مستودع على رصيف الميناء\n\
                    26/07/2021, 10:20 - سامي: الله يستر\n\
                    26/07/2021, 10:31 - أخبار المرسى: الدفاع المدني: لا إصابات حتى الآن\n";
        let found = messages(text).expect("a conversation");
        assert_eq!(found.value.len(), 1);
        assert_eq!(found.value[0].text, text);
        assert!(found.diagnostics.is_empty());
    }

    #[test]
    fn a_text_of_one_article_is_no_conversation() {
        assert_eq!(messages(NEWS), None);
        assert_eq!(messages(&format!("[26/07/2021, 10:00:05] سامي: {NEWS}")), None);
    }
}
