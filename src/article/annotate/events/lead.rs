//! The events that an article is about: its day is theirs, and headline and first paragraph together have the words
//! of a cue or of the event's name. No sentence of it need have them all.

use super::super::about::Day;
use super::super::spotted::{Spotted, spotted};
use super::super::text::Text;
use super::super::words::{Unquoted, Words};
use super::cues;
use crate::arabic::calendar::Edtf;
use crate::arabic::fold::folded;
use crate::arabic::stem::stem;
use crate::arabic::tokenize::{TokenKind, tokens};
use crate::document::{Mention, Plain};
use crate::knowledge::{CompiledCue, Event, Knowledge, Phrase};

/// How many words of an event's name must stand in the lead, and which share of them, where nothing else speaks for it.
const NAME_WORDS: usize = 3;
const NAME_SHARE: f64 = 0.6;
/// The same where its parties or places are named there.
const NAME_WORDS_WITH_PARTIES: usize = 2;
const NAME_SHARE_WITH_PARTIES: f64 = 0.5;
const PARTIES: usize = 2;
/// How many sentences of the first paragraph are the lead.
const SENTENCES: usize = 3;
/// An event of more days has a day in common with many articles that are about another thing.
const LONG_DAYS: i64 = 31;

/// Headline and first paragraph of an article.
struct Lead {
    /// Cue phrases that stand there.
    phrases: Vec<Phrase>,
    /// Stems of its words.
    stems: Vec<String>,
    /// Ids that it names.
    named: Vec<String>,
}

/// The events of the knowledge base that the article is about, with the reason.
pub(super) fn events<'k>(
    text: &Text<'_>,
    mentions: &[Mention],
    known: &Known<'_>,
    knowledge: &'k Knowledge,
) -> Vec<(&'k Event, String)> {
    let Some(day) = known.day.map(|day| &day.value).or(known.published) else { return Vec::new() };
    let is_of_day = |event: &&Event| {
        super::claims::agrees(event, day) || super::claims::is_other_count(event, day)
    };
    let candidates: Vec<(usize, &Event)> =
        knowledge.events.values().enumerate().filter(|(_, event)| is_of_day(event)).collect();
    if candidates.is_empty() {
        return Vec::new();
    }
    let lead = Lead::of(text, mentions, known.title, knowledge);
    let of_event: Vec<(usize, &[CompiledCue])> =
        knowledge.cues().events_with(lead.phrases.iter().copied()).collect();
    let mut found = Vec::new();
    for (number, event) in candidates {
        let compiled =
            of_event.iter().find(|(other, _)| *other == number).map_or(&[][..], |(_, cues)| cues);
        if let Some(reason) =
            lead.by_cue(event, compiled, day, known.published).or_else(|| lead.by_name(event))
        {
            found.push((event, reason));
        }
    }
    found
}

impl Lead {
    fn of(
        text: &Text<'_>,
        mentions: &[Mention],
        title: Option<&str>,
        knowledge: &Knowledge,
    ) -> Self {
        // A whole article may stand in one paragraph.
        let paragraph = text.plain.paragraphs.first().map_or(0, |paragraph| paragraph.span.end);
        let last = text
            .sentences
            .iter()
            .take(SENTENCES)
            .next_back()
            .map_or(0, |sentence| sentence.span.end);
        let end = paragraph.min(last);
        let behind = text.words.index_at(end);
        let title = Plain::of_text(title.unwrap_or_default());
        let head = Words::of(&title);
        let in_head = spotted(&head, &Unquoted::of(&head), knowledge.cues());
        let in_text = text.spotted.iter().take_while(|spotted| spotted.first < behind);
        let phrases =
            in_head.iter().chain(in_text).map(|spotted: &Spotted| spotted.phrase).collect();
        let letters = |words: &Words<'_>, behind: usize| {
            (0..behind)
                .filter(|&index| words.list[index].kind != TokenKind::Mark)
                .map(|index| stem(words.at(index)).into_owned())
                .collect::<Vec<_>>()
        };
        let mut stems = letters(&head, head.list.len());
        stems.extend(letters(&text.words, behind));
        let named = mentions
            .iter()
            .take_while(|mention| mention.span.start < end)
            .filter_map(|mention| mention.id.clone());
        Self { phrases, stems, named: named.collect() }
    }

    /// All words of a cue, wherever they stand in headline and first paragraph.
    fn by_cue(
        &self,
        event: &Event,
        compiled: &[CompiledCue],
        day: &Edtf,
        published: Option<&Edtf>,
    ) -> Option<String> {
        let stands =
            |phrases: &Vec<Phrase>| phrases.iter().any(|phrase| self.phrases.contains(phrase));
        let whole = |(at, words): (usize, &CompiledCue)| {
            let is_month = |list: usize| {
                words
                    .months
                    .iter()
                    .any(|(other, months)| *other == list && cues::is_in_month(day, months))
            };
            let all = words
                .all
                .iter()
                .enumerate()
                .all(|(list, phrases)| stands(phrases) || is_month(list));
            let in_time = event.cues.get(at).is_none_or(|cue| {
                cue.published
                    .as_ref()
                    .is_none_or(|held| published.is_some_and(|published| published.meets(held)))
                    && (cue.dates.is_empty() || cue.dates.iter().any(|wanted| wanted.meets(day)))
            });
            all && in_time && !words.all.is_empty() && !stands(&words.none)
        };
        compiled
            .iter()
            .enumerate()
            .any(whole)
            .then(|| "يومه يوم المادة، واجتمعت ألفاظه في عنوانها وأولها".to_owned())
    }

    /// Most words of the event's name.
    fn by_name(&self, event: &Event) -> Option<String> {
        let name = folded(&event.name);
        let is_year = |word: &str| {
            word.len() == 4
                && word.bytes().all(|byte| byte.is_ascii_digit())
                && (word.starts_with("19") || word.starts_with("20"))
        };
        let words = tokens(&name)
            .filter(|token| token.kind != TokenKind::Mark)
            .map(|token| token.span.cut(&name));
        let mut stems: Vec<String> = words
            .filter(|word| word.chars().count() > LEAST_LETTERS && !is_year(word))
            .map(|word| stem(word).into_owned())
            .collect();
        stems.sort_unstable();
        stems.dedup();
        let there = stems.iter().filter(|stem| self.stems.contains(stem)).count();
        let share = there as f64 / stems.len().max(1) as f64;
        let parties =
            event.parties.iter().chain(&event.places).filter(|id| self.named.contains(id)).count();
        let by_itself = there >= NAME_WORDS && share >= NAME_SHARE;
        let is_long = super::claims::days_of(&event.date) > LONG_DAYS;
        let with_parties = !is_long
            && there >= NAME_WORDS_WITH_PARTIES
            && share >= NAME_SHARE_WITH_PARTIES
            && parties >= PARTIES;
        (by_itself || with_parties)
            .then(|| format!("يومه يوم المادة، وأولها يذكر {there} من ألفاظ اسمه"))
    }
}

/// What is known of an article before its events are looked for.
pub(in super::super) struct Known<'a> {
    /// Its headline.
    pub(in super::super) title: Option<&'a str>,
    /// When it was published.
    pub(in super::super) published: Option<&'a Edtf>,
    /// The day of which its first sentences speak.
    pub(in super::super) day: Option<&'a Day>,
}

/// A word of no more letters is a preposition: «على» of «اجتماع على مستوى القادة».
pub(super) const LEAST_LETTERS: usize = 3;
