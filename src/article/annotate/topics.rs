//! Topics, scored from their cues in headline, lede and body, by their share of the text.

use super::spotted::{Spotted, spotted};
use super::words::{Unquoted, Words};
use crate::document::{Mention, Plain, TopicScore};
use crate::knowledge::{Id, Knowledge, WeightedCue};
use std::collections::BTreeMap;

/// The score from which an article belongs to a topic that gives no threshold of its own:
/// about what one weighty cue reaches that stands in the headline and a few times below it.
pub const THRESHOLD: f64 = 3.0;

/// The words of an article for which thresholds are meant: a longer one says a thing more often in passing, a brief one has
/// no room to say it twice, so a score is measured against the root of the length.
const MEASURE: f64 = 500.0;
/// The least and the most that the length may change a score.
const SCALE: (f64, f64) = (1.0, 2.0);

/// What a cue counts in the headline, in the first paragraph, and elsewhere.
const TITLE: f64 = 3.0;
const LEDE: f64 = 2.0;
const BODY: f64 = 1.0;

/// The topics that the article speaks of, best first.
///
/// Each cue gives its weight times the logarithm (to base two) of one more than
/// it counts in all places, so that saying a word again says ever less.
pub(super) fn topics(
    words: &Words<'_>,
    in_body: &[Spotted],
    title: Option<&str>,
    mentions: &[Mention],
    knowledge: &Knowledge,
) -> Vec<TopicScore> {
    let length = words.list.len().max(1) as f64;
    let scale = (MEASURE / length).sqrt().clamp(SCALE.0, SCALE.1);
    let lede = words.list.first().map(|first| first.paragraph());
    let mut named: BTreeMap<&Id, f64> = BTreeMap::new();
    for mention in mentions {
        let Some(id) = &mention.id else { continue };
        let at = words.list.get(words.index_at(mention.span.start));
        let is_lede = at.map(|word| word.paragraph()) == lede;
        *named.entry(id).or_default() += if is_lede { LEDE } else { BODY };
    }
    let cues = knowledge.cues();
    let mut counts = vec![0.0; cues.phrase_count()];
    for spot in in_body {
        let lede = words.list[spot.first].paragraph() == words.list[0].paragraph();
        counts[spot.phrase as usize] += if lede { LEDE } else { BODY };
    }
    if let Some(title) = title {
        let plain = Plain::of_text(title);
        let words = Words::of(&plain);
        for spot in spotted(&words, &Unquoted::of(&words), cues) {
            counts[spot.phrase as usize] += TITLE;
        }
    }
    let score = |cues: &[WeightedCue]| -> f64 {
        cues.iter()
            .map(|(weight, phrases)| {
                let count: f64 = phrases.iter().map(|&phrase| counts[phrase as usize]).sum();
                // Most cues of an article are none of its words; their logarithm is nothing.
                if count == 0.0 { 0.0 } else { weight * (1.0 + count).log2() }
            })
            .sum()
    };
    let mut found: Vec<TopicScore> = cues
        .topics
        .iter()
        .filter_map(|(id, cues)| {
            let topic = knowledge.topics.get(id);
            let is_met = topic.is_none_or(|topic| {
                topic.requires.is_empty() || topic.requires.iter().any(|id| named.contains_key(id))
            });
            let of_entities: f64 = topic
                .into_iter()
                .flat_map(|topic| &topic.entities)
                .map(|(id, weight)| weight * (1.0 + named.get(id).copied().unwrap_or(0.0)).log2())
                .sum();
            let total = (score(cues) + of_entities) * scale;
            is_met.then(|| TopicScore { id: id.clone(), score: (total * 100.0).round() / 100.0 })
        })
        .filter(|topic| {
            topic.score
                >= knowledge
                    .topics
                    .get(&topic.id)
                    .and_then(|topic| topic.threshold)
                    .unwrap_or(THRESHOLD)
        })
        .collect();
    found.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.id.cmp(&b.id)));
    found
}
