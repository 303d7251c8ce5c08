//! The blocks of a page with all that they show, before anything is decided.

use std::ops::RangeBounds;

use super::answers::answers;
use super::asked::{are, holds, one_of, stands};
use super::blocks::{Block, Blocks};
use super::chronology;
use super::day_headings::day_headings;
use super::days;
use super::evidence::Evidence;
use super::lexicon::{FAMILIES, phrases_at};
use super::lines::Lines;
use super::looks::{
    self, CONTINUES, FURTHER, HEADLINE, HEADS, NUMBERED, OF_DAYS, PROSE, Pattern, QUESTION, QUOTED,
    SECTION, Traits,
};
use super::marks::{bios, contents, live, numbered_headings, part_numbers, running_heads};
use super::page;
use super::posted::Posted;
use super::shape::{continues, is_headline};
use super::shapes::opens_with_clock;
use super::vocabulary::{Share, Vocabulary};
use super::words::{Class, Word, holds_run};
use crate::arabic::fold::folded;
use crate::arabic::lexicon::{self, AGO, MEASURE, OUTLET_OPENS, begins_with};
use crate::article::read::html::Page;
use crate::document::RemovedKind;

/// Below this part of a hundred of known words, something new has begun where a headline stands before it.
pub(super) const FOREIGN: usize = 13;
/// From this part on, a paragraph is the article's own.
pub(super) const OWN: usize = 25;
/// From this part on, a line is of the article even where other things stand around it.
pub(super) const NEAR: usize = 34;

/// The blocks, and what each shows by itself and beside the others.
pub(super) struct Signed<'t> {
    lines: Lines<'t>,
    /// For each block the next one, itself included, that is running text.
    next_prose: Vec<Option<usize>>,
    /// The words of all running text.
    pub(super) vocabulary: Vocabulary,
    /// How many words of running text there are.
    pub(super) words_of_prose: usize,
    /// The title that the mark-up or the editor gives.
    pub(super) given_title: Option<&'t str>,
    /// Which lines the mark-up of a saved page vouches for.
    vouched: Vec<bool>,
    /// What each line is at first sight.
    looks: Vec<Traits>,
    /// Whether the page promises news as they come in.
    pub(super) live: bool,
    outlets: &'t [Vec<u64>],
}

impl<'t> Signed<'t> {
    /// Reads the signs of all blocks; `outlets` are the names of the knowledge base.
    pub(super) fn of(
        text: &'t str,
        blocks: &'t Blocks,
        page: Option<&Page>,
        given_title: Option<&'t str>,
        outlets: &'t [Vec<u64>],
    ) -> Self {
        let lines = Lines::of(text, blocks);
        let posted = Posted::of(&lines);
        let marks = posted.marks(&lines);
        let lines = lines.seen_with(&marks);
        let marks = running_heads(&lines);
        let lines = lines.seen_with(&marks);
        let marks = bios(&lines);
        let lines = lines.seen_with(&marks);
        let marks = part_numbers(&lines);
        let lines = lines.seen_with(&marks);
        let marks = chronology::marks(&lines);
        let lines = lines.seen_with(&marks);
        let marks = answers(&lines);
        let lines = lines.seen_with(&marks);
        let numbered = numbered_headings(&lines);
        let of_days = day_headings(&lines);
        let view = page.map(|page| page::view(&lines, page)).unwrap_or_default();
        let lines = lines.seen_with(&view.marks);
        let marks = contents(&lines);
        let lines = lines.seen_with(&marks);
        let live = live(blocks);
        let prose: Vec<usize> = (0..lines.len()).filter(|&index| lines.is_prose(index)).collect();
        let mut vocabulary = Vocabulary::default();
        prose.iter().for_each(|&index| vocabulary.add(lines.words(index)));
        let words_of_prose = prose.iter().map(|&index| lines.words(index).len()).sum();
        let mut ahead = prose.iter().copied().peekable();
        let next_prose = (0..lines.len()).map(|index| {
            while ahead.next_if(|&prose| prose < index).is_some() {}
            ahead.peek().copied()
        });
        let next_prose = next_prose.collect();
        let wider = |index: usize| {
            OF_DAYS.when(of_days[index])
                | NUMBERED.when(numbered[index] || of_days[index])
                | FURTHER.when(posted.is_further(index))
        };
        let looks = (0..lines.len()).map(|index| look(&lines, index) | wider(index)).collect();
        Self {
            lines,
            next_prose,
            vocabulary,
            words_of_prose,
            given_title,
            vouched: view.vouched,
            looks,
            live,
            outlets,
        }
    }

    pub(super) fn text(&self) -> &'t str {
        self.lines.text
    }

    pub(super) fn blocks(&self) -> &'t Blocks {
        self.lines.blocks
    }

    pub(super) fn len(&self) -> usize {
        self.lines.len()
    }

    pub(super) fn block(&self, index: usize) -> &'t Block {
        self.lines.block(index)
    }

    pub(super) fn words(&self, index: usize) -> &'t [Word] {
        self.lines.words(index)
    }

    pub(super) fn line(&self, index: usize) -> &'t str {
        self.lines.line(index)
    }

    /// Whether a line looks so; behind the last there is none.
    pub(super) fn is(&self, index: usize, pattern: impl Into<Pattern>) -> bool {
        self.looks.get(index).is_some_and(|&look| pattern.into().fits(look))
    }

    /// The same of a line that has so many words.
    pub(super) fn has(
        &self,
        index: usize,
        pattern: impl Into<Pattern>,
        words: impl RangeBounds<usize>,
    ) -> bool {
        self.is(index, pattern) && words.contains(&self.words(index).len())
    }

    /// Whether a block is running text.
    pub(super) fn is_prose(&self, index: usize) -> bool {
        self.lines.is_prose(index)
    }

    /// What speaks for a block being furniture.
    pub(super) fn evidence(&self, index: usize) -> Option<Evidence> {
        self.lines.evidence(index)
    }

    /// What does so at least with some certainty.
    pub(super) fn evidence_of(&self, index: usize, least: u8) -> Option<Evidence> {
        self.lines.evidence_of(index, least)
    }

    /// How surely a block is furniture, of a hundred.
    pub(super) fn furniture(&self, index: usize) -> u8 {
        self.lines.furniture(index)
    }

    /// Whether a block is furniture wherever it stands.
    pub(super) fn is_furniture(&self, index: usize) -> bool {
        self.lines.is_furniture(index)
    }

    /// Whether a block is furniture that announces more of the kind.
    pub(super) fn heads(&self, index: usize) -> bool {
        self.is(index, HEADS)
    }

    /// Whether the words of a block tell a day.
    pub(super) fn is_dated(&self, index: usize) -> bool {
        self.is(index, looks::DATED)
    }

    /// «تاريخ توقيع العقد: 12 حزيران 2023»: whether all days of a line are labelled as others than that of publication.
    pub(super) fn tells_other_days(&self, index: usize) -> bool {
        let days = days::of_line(self.block(index).span, self.text(), self.words(index));
        let is_other =
            |day: &days::LineDay| day.labelled.is_some_and(|found| found.label.is_other());
        days.first().is_some_and(is_other)
    }

    pub(super) fn is_vouched(&self, index: usize) -> bool {
        self.vouched.get(index).is_some_and(|&vouched| vouched)
    }

    pub(super) fn is_numbered(&self, index: usize) -> bool {
        self.is(index, NUMBERED)
    }

    /// The next running text from `index` on.
    pub(super) fn next_prose(&self, index: usize) -> Option<usize> {
        self.next_prose.get(index).copied().flatten()
    }

    /// Whether a sentence goes on from one before it: «وأضاف …».
    pub(super) fn continues(&self, index: usize) -> bool {
        self.is(index, CONTINUES)
    }

    /// Whether a short line names an outlet of the knowledge base.
    pub(super) fn is_outlet(&self, index: usize) -> bool {
        /// How many words such a line has at most.
        const SHORT: usize = 6;
        let words = self.words(index);
        let names = |name: &Vec<u64>| {
            words
                .windows(name.len())
                .any(|at| at.iter().zip(name).all(|(word, hash)| word.hash == *hash))
        };
        match words.len() {
            ..=SHORT if self.outlets.iter().any(names) => true,
            _ => self.names_page(index),
        }
    }

    /// «نواب الشعب | موقع يتابع جلسات البرلمان»: at the top of the page its name, and behind the bar what it is.
    fn names_page(&self, index: usize) -> bool {
        /// How many words such a name has, and the whole line.
        const NAME: std::ops::RangeInclusive<usize> = 1..=3;
        const LINE: usize = 8;
        let words = self.words(index);
        let (0, ..=LINE) = (index, words.len()) else { return false };
        let Some(bar) = self.line(index).find('|') else { return false };
        let bar = self.block(index).span.start + bar;
        let name = words.partition_point(|word| word.end() <= bar);
        NAME.contains(&name) && stands(words, name, &[one_of(OUTLET_OPENS)])
    }

    /// Whether the line ends with «منذ 3 ساعات», as teasers do.
    pub(super) fn has_relative_time(&self, index: usize) -> bool {
        let words = self.words(index);
        let tail = &words[words.len().saturating_sub(3)..];
        let is_date = |word: &Word| {
            phrases_at(&[*word]).any(|hit| FAMILIES[hit.family].kind == RemovedKind::Date)
        };
        holds(tail, one_of(AGO)) && tail.last().is_some_and(is_date)
    }

    /// «18:45 الميناء يستأنف عمله», «الميناء يستأنف عمله منذ 3 ساعات»: an hour stands at an end of the line.
    pub(super) fn is_timed(&self, index: usize) -> bool {
        opens_with_clock(self.line(index)) || self.has_relative_time(index)
    }

    pub(super) fn is_question(&self, index: usize) -> bool {
        self.is(index, QUESTION)
    }

    /// Whether a line is one of the words that head the parts of a paper, a report or a check of facts.
    pub(super) fn is_section(&self, index: usize) -> bool {
        self.is(index, SECTION)
    }

    /// A quotation set large between paragraphs, told again from one of them.
    pub(super) fn is_pull_quote(&self, index: usize) -> bool {
        /// How far from its place a quotation is set, and how many words it has.
        const NEAR: usize = 4;
        const WORDS: std::ops::RangeInclusive<usize> = 4..=24;
        let words = self.words(index);
        let is_quoted = self.line(index).starts_with(['«', '"', '“', '”']);
        if !is_quoted || !WORDS.contains(&words.len()) {
            return false;
        }
        let near = index.saturating_sub(NEAR)..self.len().min(index + NEAR + 1);
        let mut paragraphs = near.filter(|&at| at != index).filter(|&at| self.is_prose(at));
        paragraphs.any(|at| holds_run(self.words(at), words))
    }

    /// Whether the paragraph at `index` takes up a headline above it: a story's lede repeats its headline.
    pub(super) fn takes_up(&self, headline: usize, index: usize) -> bool {
        /// From this part of a hundred on.
        const ECHO: usize = 30;
        let words = self.words(index);
        let echo = echo(self.words(headline), &words[..words.len().min(LEDE)]);
        echo.known >= 2 && echo.reaches(ECHO)
    }

    /// Whether a paragraph is a headline of another matter with its lede run together: its first words come again right behind them.
    pub(super) fn is_teaser(&self, index: usize, about: &Vocabulary) -> bool {
        /// The longest headline and the shortest line of both, in words.
        const HEADLINE: usize = 16;
        const BOTH: usize = 12;
        let words = self.words(index);
        if words.len() < BOTH || self.continues(index) {
            return false;
        }
        // Where each word of the headline comes again.
        let near = &words[..words.len().min(HEADLINE + LEDE)];
        let again = |at: usize| {
            let word = &near[at];
            let is_same = |other: &Word| match other.class {
                Class::Content => other.stem == word.stem,
                _ => false,
            };
            let next = || near[at + 1..].iter().position(is_same);
            (word.class == Class::Content).then(|| next().map(|behind| at + 1 + behind))
        };
        let heads: Vec<Option<Option<usize>>> = (0..near.len().min(HEADLINE)).map(again).collect();
        let run_together = |len: usize| {
            let content = heads[..len.min(heads.len())].iter().flatten();
            let (known, of) = content.fold((0, 0), |(known, of), next| {
                (
                    known + usize::from(next.is_some_and(|next| (len..len + LEDE).contains(&next))),
                    of + 1,
                )
            });
            // Three, and three in five.
            known >= usize::div_ceil(of * 3, 5).max(3)
        };
        (5..=HEADLINE).any(run_together) && about.share(words).is_below(OWN)
    }
}

/// What a line is at first sight.
fn look(lines: &Lines<'_>, index: usize) -> Traits {
    let (block, words, line) = (lines.block(index), lines.words(index), lines.line(index));
    let shapes = [
        (PROSE, lines.is_prose(index)),
        (HEADLINE, is_headline(block, words, lines.text)),
        (CONTINUES, continues(words, lines.text)),
        (QUOTED, line.starts_with(['«', '"', '“'])),
        (QUESTION, lines.is_question(index)),
        (SECTION, matches!(words, [_] | [_, _] if are(words, one_of(lexicon::SECTION)))),
    ];
    looks::of_block(block) | looks::of_evidence(lines.evidence(index)) | Traits::noted(&shapes)
}

/// How many words of a story repeat its headline.
const LEDE: usize = 24;

/// How many of the content words of a headline are among some words.
fn echo(headline: &[Word], lede: &[Word]) -> Share {
    fn content(words: &[Word]) -> impl Iterator<Item = u32> {
        words.iter().filter(|word| word.class == Class::Content).map(|word| word.stem)
    }
    let known = content(headline).filter(|stem| content(lede).any(|other| other == *stem)).count();
    Share { known, of: content(headline).count() }
}

/// A picture's caption often ends with the agency in brackets.
pub(super) fn looks_like_caption(line: &str) -> bool {
    /// How many words name an agency or a photographer.
    const AGENCY: usize = 4;
    let bare = line.trim_end();
    let bracketed = || {
        bare.strip_suffix(')')
            .and_then(|rest| rest.rsplit_once('('))
            .map(|(_, inside)| inside.trim())
    };
    let agency = |inside: &str| {
        let words = inside.split_whitespace().count();
        match words {
            _ if inside.contains(char::is_numeric) => false,
            1..=AGENCY => !begins_with(&folded(inside), MEASURE),
            _ => false,
        }
    };
    const ARCHIVE: [&str; 4] = ["- أرشيفية", "– أرشيفية", "- أرشيف", "– أرشيف"];
    match bracketed() {
        Some(inside) if agency(inside) => true,
        _ if ["(أرشيف", "تصوير:", "عدسة:"].iter().any(|label| line.contains(label)) => {
            true
        }
        _ => ARCHIVE.iter().any(|archive| bare.ends_with(archive)),
    }
}
