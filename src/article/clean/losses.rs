//! What an editor has to hear of a file from which much was cut, so that no article is lost in silence.

use super::asked::of_length;
use super::course::Doubt;
use super::evidence::surety;
use super::labelled::{Fate, Labelled};
use super::shape::{is_headline, is_prose};
use super::vocabulary::Vocabulary;
use crate::diagnostics::Diagnostic;
use crate::document::RemovedKind;

/// Of a hundred words, how many stay at least without a word to the editor.
const KEPT: usize = 40;
/// A file with fewer words than this is a notice, of which little can be lost.
const SHORT: usize = 100;
/// How many words a run of text has at least that may be the article.
const RUN: usize = 40;
/// How many words of text make a message a story.
const STORY: usize = 20;
/// How many of a hundred content words two pieces of one story have in common at least.
const COMMON: usize = 20;
/// A page with at least so many headlines and less text than [`INDEX_TEXT`] words is a list of articles.
const INDEX_HEADLINES: usize = 8;
const INDEX_TEXT: usize = 60;

/// Paragraphs that stand together and met one fate.
#[derive(Clone, Copy)]
struct Run {
    first: usize,
    last: usize,
    words: usize,
    kept: bool,
}

/// The warnings, in the order of their weight: several messages, a list of articles, a text that was cut, little that stayed.
pub(super) fn losses(labelled: &Labelled<'_, '_>, kept: usize) -> Vec<Diagnostic> {
    let first = labelled.signed.blocks().blocks.first().map_or(1, |block| block.line);
    let found = [
        several_messages(labelled),
        index_page(labelled).map(|found| found.at(first, 1)),
        longest_cut(labelled),
    ];
    let mut found: Vec<Diagnostic> = found.into_iter().flatten().collect();
    if found.is_empty() {
        found.extend(little_kept(labelled, kept).map(|found| found.at(first, 1)));
    }
    found
}

/// Of 300 words nine stayed.
fn little_kept(labelled: &Labelled<'_, '_>, kept: usize) -> Option<Diagnostic> {
    let all = labelled.signed.blocks().words.len();
    let all = Some(all).filter(|&all| all >= SHORT)?;
    (kept * 100 < all * KEPT).then(|| {
        Diagnostic::warning("little-kept", format!("{kept} of the {all} words of this file were kept"))
            .help("see with `check --cuts` what was cut; to keep lines of it: `clean: [{keep: FIRST-LAST}]` in the front matter")
    })
}

/// The longest run of text was taken for something else.
fn longest_cut(labelled: &Labelled<'_, '_>) -> Option<Diagnostic> {
    let runs = runs(labelled);
    let longest = |kept: bool| {
        runs.iter().filter(|run| run.kept == kept).max_by_key(|run| run.words).copied()
    };
    let cut = longest(false)?;
    let told = labelled.doubts.iter().any(|doubt| match doubt {
        // The headline of the second article may stand above its text.
        Doubt::SecondArticle(at) => (cut.first..=cut.last + 1).contains(&(at + 1)),
        _ => false,
    });
    let most = longest(true).map_or(RUN, |kept| RUN.max(kept.words + 1));
    if told || cut.words < most {
        return None;
    }
    let (block, last) = (labelled.block(cut.first), labelled.block(cut.last).last_line);
    let start: String = block.span.cut(labelled.text).chars().take(60).collect();
    let line = block.line;
    let found = Diagnostic::warning(
        "text-cut",
        format!("the longest text of this file, {} words from «{start}» on, was cut", cut.words),
    );
    Some(
        found
            .help(format!(
                "if it is the article: `clean: [{{keep: {line}-{last}}}]` in the front matter"
            ))
            .at(line, 1),
    )
}

/// The runs of text: paragraphs without a line between them, by whether they were kept.
fn runs(labelled: &Labelled<'_, '_>) -> Vec<Run> {
    let mut found: Vec<Run> = Vec::new();
    for index in 0..labelled.fates.len() {
        let Some(kept) = fate_of_text(labelled, index) else { continue };
        let words = labelled.words(index).len();
        match found.last_mut() {
            Some(run) if (run.last + 1, run.kept) == (index, kept) => {
                (run.last, run.words) = (index, run.words + words)
            }
            _ => found.push(Run { first: index, last: index, words, kept }),
        }
    }
    found
}

/// Whether a paragraph was kept; nothing for what is no running text, or was cut as what it says that it is.
fn fate_of_text(labelled: &Labelled<'_, '_>, index: usize) -> Option<bool> {
    use RemovedKind::{Comments, Cookie, Copyright, Editor, Repetition};
    let plain = labelled
        .signed
        .evidence_of(index, surety::LIKELY)
        .is_none_or(|evidence| evidence.kind == RemovedKind::Other);
    if !plain || !is_prose(labelled.block(index), labelled.words(index), labelled.text, false) {
        return None;
    }
    match labelled.fates[index] {
        Fate::Keep => Some(true),
        Fate::Cut(kind, _) => {
            (!matches!(kind, Comments | Cookie | Copyright | Editor | Repetition)).then_some(false)
        }
        _ => None,
    }
}

/// The front page of a section, saved instead of an article.
fn index_page(labelled: &Labelled<'_, '_>) -> Option<Diagnostic> {
    /// How many words a headline of a list has at least.
    const HEADLINE: usize = 5;
    let headline = |index: &usize| {
        let words = of_length(labelled.words(*index), HEADLINE..);
        let is_one = |words| is_headline(labelled.block(*index), words, labelled.text);
        words.is_some_and(is_one) && !labelled.signed.is_dated(*index)
    };
    let kept: usize = runs(labelled).iter().filter(|run| run.kept).map(|run| run.words).sum();
    let headlines = (0..labelled.fates.len()).filter(headline).count();
    (kept < INDEX_TEXT && headlines >= INDEX_HEADLINES).then(|| {
        Diagnostic::warning(
            "index-page",
            format!("this page lists {headlines} headlines and holds hardly any text of its own"),
        )
        .help("save the page of the article itself; this is a list of articles")
    })
}

/// Messages of a channel or a chat that tell different stories.
fn several_messages(labelled: &Labelled<'_, '_>) -> Option<Diagnostic> {
    let heads: Vec<usize> =
        (0..labelled.fates.len()).filter(|&index| is_message_head(labelled, index)).collect();
    let ends = heads.iter().skip(1).copied().chain([labelled.fates.len()]);
    let text = |index: &usize| {
        is_prose(labelled.block(*index), labelled.words(*index), labelled.text, false)
    };
    let mut stories: Vec<(usize, Vocabulary)> = Vec::new();
    for (&head, end) in heads.iter().zip(ends) {
        let prose: Vec<usize> = (head + 1..end).filter(text).collect();
        let words: usize = prose.iter().map(|&index| labelled.words(index).len()).sum();
        // What goes on from a message before is one story in pieces.
        let shared = |(_, story): &(usize, Vocabulary)| {
            prose.iter().any(|&index| is_common(story, labelled, index))
        };
        if words >= STORY && !stories.iter().any(shared) {
            let mut story = Vocabulary::default();
            prose.iter().for_each(|&index| story.add(labelled.words(index)));
            stories.push((head, story));
        }
    }
    let (second, _) = stories.get(1)?;
    let found = Diagnostic::warning(
        "several-messages",
        format!("{} messages with a story each stand in this file", stories.len()),
    );
    let help = "give each a file of its own; a file is one article";
    Some(found.help(help).at(labelled.block(*second).line, 1))
}

fn is_common(story: &Vocabulary, labelled: &Labelled<'_, '_>, index: usize) -> bool {
    let share = story.share(labelled.words(index));
    share.known * 100 >= share.of * COMMON
}

/// «[26/07/2021، 10:00] سامي:», «قناة السد, [26.07.21 10:00]»: the line that a messenger puts before a message.
fn is_message_head(labelled: &Labelled<'_, '_>, index: usize) -> bool {
    let block = labelled.block(index);
    let line = block.span.cut(labelled.text).trim_end();
    let bracketed = line.ends_with(']') && line.contains('[') && line.contains(':');
    match block.stamp {
        Some((RemovedKind::Date, _)) => true,
        _ => bracketed && labelled.signed.is_dated(index),
    }
}
