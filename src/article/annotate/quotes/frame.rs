//! The words around direct speech: the verb of saying, and who is its subject.

use super::super::overlap::touching;
use super::super::words::Words;
use crate::arabic::lexicon::{
    ACCORDING, AUXILIARY, GOING_ON, LOOSE_END, SAYING, SPEAKER, STATED, STATEMENT, THAT, THUS,
    TITLE, WORK_TITLE, is, kinds,
};
use crate::arabic::reading::Pair;
use crate::document::{Mention, MentionKind, Speaker};
use crate::knowledge::EntityKind;
use crate::span::Span;

/// What the words around a pair say.
pub(super) struct Frame {
    /// Who speaks.
    pub(super) said: Said,
    /// Whether a statement is quoted, so that even one word is speech («في بيان»).
    pub(super) verbatim: bool,
    /// Whether a colon stands right before the mark, behind a verb of saying.
    pub(super) colon: bool,
    /// Whether what stands before says that a title or a slogan follows («حملة», «كتاب»).
    pub(super) titled: bool,
}

/// Who speaks.
pub(super) enum Said {
    /// Somebody whom the frame names, by these words.
    By(Speaker, Span),
    /// Whoever spoke before («وأضاف»).
    Continued,
    /// There is no verb of saying.
    Nobody,
}

/// How far behind the closing mark a frame may begin.
const BEHIND: usize = 3;

impl Frame {
    /// Reads the words around a pair; the insides of other pairs say nothing about it.
    pub(super) fn read(
        words: &Words<'_>,
        mentions: &[Mention],
        pairs: &[Pair],
        number: usize,
    ) -> Self {
        let pair = pairs[number];
        let before = words_before(words, pairs, number);
        let nearest = before.last().map_or("", |&index| words.at(index));
        let titled = is(bare(nearest), WORK_TITLE);
        let verbatim =
            before.iter().any(|&index| is(article_off(bare(words.at(index))), STATEMENT));
        let verb =
            before.iter().rposition(|&index| is_saying(words.at(index)) || is_stated(words, index));
        let going_on = before.iter().rposition(|&index| is(bare(words.at(index)), GOING_ON));
        let colon = nearest == ":" && (verb.is_some() || going_on.is_some());
        let said = match (verb, going_on) {
            (Some(verb), going_on) if going_on.is_none_or(|at| at < verb) => {
                subject(words, mentions, &before, verb)
            }
            (Some(verb), Some(_)) => match subject(words, mentions, &before, verb) {
                Said::By(speaker, span) => Said::By(speaker, span),
                _ => Said::Continued,
            },
            (None, Some(_)) => Said::Continued,
            _ => behind(words, mentions, &pair)
                .or_else(|| source(words, mentions, &before))
                .unwrap_or(Said::Nobody),
        };
        let said = match said {
            Said::Continued => behind(words, mentions, &pair).unwrap_or(Said::Continued),
            said => said,
        };
        Self { said, verbatim, colon, titled }
    }
}

/// The words of the sentence before a pair, without the insides of earlier pairs.
fn words_before(words: &Words<'_>, pairs: &[Pair], number: usize) -> Vec<usize> {
    /// A frame is never longer; this keeps a paragraph of many quotes linear.
    const REACH: usize = 60;
    let mut found = Vec::new();
    let mut at = pairs[number].open + usize::from(!words.is_quotation_mark(pairs[number].open));
    let mut earlier = pairs[..number].iter().rev().peekable();
    while at > 0 && words.same_paragraph(at - 1, pairs[number].first) && found.len() < REACH {
        at -= 1;
        if let Some(pair) = earlier.next_if(|pair| pair.close == at) {
            // A stop right behind the earlier pair has been seen by now.
            at = pair.open + 1;
            // Short insides are names and words in doubt, which belong to the sentence.
            if pair.last + 1 - pair.first <= 3 {
                found.extend((pair.first..=pair.last).rev());
            }
            continue;
        }
        if matches!(words.at(at), "." | "؟" | "!" | "?") && !found.is_empty() {
            break;
        }
        if matches!(words.at(at), "." | "؟" | "!") {
            break;
        }
        if !words.is_quotation_mark(at) {
            found.push(at);
        }
    }
    found.reverse();
    found
}

/// «وجاء في بيان», «وورد في تقرير»: a text speaks.
fn is_stated(words: &Words<'_>, at: usize) -> bool {
    words.is(at, STATED) && words.after(at) == "في"
}

/// The subject of a verb among the words before a pair.
fn subject(words: &Words<'_>, mentions: &[Mention], before: &[usize], verb: usize) -> Said {
    let from_verb = &before[verb..];
    let until = from_verb
        .iter()
        .skip(1)
        .position(|&index| words.is(index, THAT) || words.at(index) == ":")
        .map_or(from_verb.len(), |at| at + 1);
    let behind = &from_verb[1..until.max(1)];
    // «ولفت إلى أن», «وقال في تصريح»: nobody is named, so the last speaker goes on.
    let said =
        named(words, mentions, behind).or_else(|| before_verb(words, mentions, &before[..verb]));
    said.map_or(Said::Continued, |(speaker, span)| Said::By(speaker, span))
}

/// «وكان فلان قد قال», «فلان أكد»: the name right before the verb.
fn before_verb(
    words: &Words<'_>,
    mentions: &[Mention],
    before: &[usize],
) -> Option<(Speaker, Span)> {
    let end = before
        .iter()
        .rposition(|&index| !(words.is(index, AUXILIARY) || words.at(index) == "،"))?;
    let last = words.list[before[end]].span();
    let mention = touching(mentions, last).iter().find(|mention| {
        matches!(mention.kind, MentionKind::Entity(EntityKind::Person | EntityKind::Organization))
            && mention.span.end == last.end
    })?;
    // «ذكرت الوزارة أن الحكومة تعلن»: the ministry is quoted.
    let first = words.index_at(mention.span.start);
    if first > 0 && words.is(first - 1, THAT) {
        return None;
    }
    Some((speaker(words, mention), mention.span))
}

/// Who is named among some words: a person, a speaker without a name, an organization, in this order.
fn named(words: &Words<'_>, mentions: &[Mention], among: &[usize]) -> Option<(Speaker, Span)> {
    let (&first, &last) = (among.first()?, among.last()?);
    let reach = words.span(first, 0, last);
    let inside: Vec<&Mention> =
        touching(mentions, reach).iter().filter(|mention| reach.contains(mention.span)).collect();
    let of_kind = |kind: EntityKind| {
        inside.iter().copied().filter(move |mention| mention.kind == MentionKind::Entity(kind))
    };
    if let Some(person) = of_kind(EntityKind::Person).next() {
        let person = of_kind(EntityKind::Person).fold(person, |chosen, next| {
            if is_apposed(words, chosen, next) { next } else { chosen }
        });
        return Some((speaker(words, person), person.span));
    }
    let unnamed =
        among.iter().take(3).position(|&index| is(article_off(bare(words.at(index))), SPEAKER));
    let organization = of_kind(EntityKind::Organization)
        .chain(of_kind(EntityKind::Place))
        .min_by_key(|mention| mention.span.start);
    match (unnamed, organization) {
        // «بيان لوزارة المياه»: whoever states it speaks.
        (Some(at), Some(organization))
            if matches!(article_off(bare(words.at(among[at]))), "بيان" | "تقرير")
                && words.index_at(organization.span.start).saturating_sub(among[at]) <= 2 =>
        {
            Some((speaker(words, organization), organization.span))
        }
        (Some(at), Some(organization))
            if organization.span.start <= words.list[among[at]].span().start =>
        {
            Some((speaker(words, organization), organization.span))
        }
        (Some(at), _) => {
            let span = noun_phrase(words, &among[at..]);
            Some((Speaker::Text(shown(span.cut(words.text))), span))
        }
        (None, Some(organization))
            if words.index_at(organization.span.start).saturating_sub(first) <= 3 =>
        {
            Some((speaker(words, organization), organization.span))
        }
        _ => None,
    }
}

/// «الناطق باسم فلان، اللواء علان»: the second is the one who speaks.
fn is_apposed(words: &Words<'_>, first: &Mention, second: &Mention) -> bool {
    let (from, to) = (words.index_at(first.span.end), words.index_at(second.span.start));
    let between: Vec<&str> = (from..to).map(|index| words.at(index)).collect();
    between.contains(&"،") && between.iter().all(|word| *word == "،" || kinds(word).any(TITLE))
}

fn speaker(words: &Words<'_>, mention: &Mention) -> Speaker {
    match &mention.id {
        Some(id) => Speaker::Entity(id.clone()),
        None => Speaker::Text(shown(mention.span.cut(words.text))),
    }
}

/// «مسؤول في البنتاغون»: up to a comma, a verb or «أن».
fn noun_phrase(words: &Words<'_>, from: &[usize]) -> Span {
    const LONGEST: usize = 6;
    let ends = |&&index: &&usize| {
        matches!(words.at(index), "،" | ":" | "(" | "؛" | "." | "ل" | "لـ")
            || words.is(index, THAT)
            || is_saying(words.at(index))
            || words.is_quotation_mark(index)
    };
    let count = from.iter().skip(1).take(LONGEST - 1).take_while(|index| !ends(index)).count();
    let mut last = count;
    // A preposition at the end belongs to what follows.
    while last > 0 && words.is(from[last], LOOSE_END) {
        last -= 1;
    }
    words.span(from[0], 0, from[last])
}

/// «…»، قال فلان | «…» بحسب فلان
fn behind(words: &Words<'_>, mentions: &[Mention], pair: &Pair) -> Option<Said> {
    let from = pair.close + 1;
    let near = (from..from + BEHIND).find(|&index| {
        words.same_paragraph(pair.first, index)
            && (is_saying(words.at(index)) && !words.at(index).starts_with('و')
                || is(bare(words.at(index)), ACCORDING))
    })?;
    if (from..near).any(|index| !(words.is(index, THUS) || matches!(words.at(index), "،" | "."))) {
        return None;
    }
    let among: Vec<usize> = (near + 1..near + 12)
        .take_while(|&index| {
            words.same_paragraph(near, index)
                && !matches!(words.at(index), "." | "؛")
                && !words.is_quotation_mark(index)
        })
        .collect();
    named(words, mentions, &among).map(|(speaker, span)| Said::By(speaker, span))
}

/// «وبحسب البيان فإن «…»»
fn source(words: &Words<'_>, mentions: &[Mention], before: &[usize]) -> Option<Said> {
    let at = before.iter().rposition(|&index| is(bare(words.at(index)), ACCORDING))?;
    named(words, mentions, &before[at + 1..]).map(|(speaker, span)| Said::By(speaker, span))
}

fn is_saying(word: &str) -> bool {
    is(word, SAYING) || word.strip_prefix(['و', 'ف']).is_some_and(|rest| is(rest, SAYING))
}

/// A folded word without its proclitic conjunction or preposition.
fn bare(word: &str) -> &str {
    match word.strip_prefix(['و', 'ف', 'ل', 'ب']) {
        Some(rest)
            if rest.chars().count() > 3
                && !is(word, SPEAKER)
                && !is(word, GOING_ON)
                && !is(word, ACCORDING)
                && !is(word, WORK_TITLE) =>
        {
            rest
        }
        _ => word,
    }
}

fn article_off(word: &str) -> &str {
    word.strip_prefix("ال").unwrap_or(word)
}

/// Words on one line, as shown.
fn shown(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
