//! Topics, scored from their cues in headline, lede and body.

use super::spotted::{Spotted, spotted};
use super::words::{Unquoted, Words};
use crate::document::{Plain, TopicScore};
use crate::knowledge::{Knowledge, WeightedCue};

/// The score from which an article belongs to a topic that gives no threshold of its own:
/// about what one weighty cue reaches that stands in the headline and a few times below it.
pub const THRESHOLD: f64 = 3.0;

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
    knowledge: &Knowledge,
) -> Vec<TopicScore> {
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
        .map(|(id, cues)| TopicScore {
            id: id.clone(),
            score: (score(cues) * 100.0).round() / 100.0,
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
