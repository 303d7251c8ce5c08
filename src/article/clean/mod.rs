//! [`RawArticle`] → [`Draft`]: the article, the whole article, and nothing but the article.
//!
//! `Blocks → Signed → Labelled → Cuts`: each a type of its own, complete when made, and none changes what the one before said.
//!
//! 1. [`blocks`] parts the raw text into lines and puts together those broken by hand, [`stamps`] takes off what messengers put before them;
//! 2. [`signed`] reads what each block shows: the words of [`furniture`] and its [`lexicon`], the [`shape`] of running text, what the
//!    mark-up of a [`page`] says, and what lines are in view of the others ([`marks`]);
//! 3. [`letter`] finds the head of a letter, [`labelled`] gives each line its place. Where the text begins and ends, and what is its headline, is read by [`start`], [`end`] and [`head`];
//!    what speaks for and against a line is said by [`above`], [`between`] and [`regions`], each as a named sign; the signs are weighed by the
//!    table `weights/lines.txt` ([`signs`]);
//! 4. [`repetition`] and [`inline`] find what is told twice and what is run into a paragraph; [`cuts`] partitions the text, so that nothing is
//!    lost on the way. Each cut has a [`Reason`];
//! 5. [`compose`] makes paragraphs of what was kept, [`pictures`] among them, [`clues`] and [`days`] evidence of what was cut,
//!    [`findings`] and [`losses`] tell the editor what is odd and what may be lost.

mod above;
mod answers;
mod asked;
mod beside;
mod between;
mod blocks;
mod called;
mod chronology;
mod clues;
mod compose;
mod course;
mod credits;
mod cuts;
mod dateline;
mod day_headings;
mod day_labels;
mod days;
mod end;
mod evidence;
mod findings;
mod furniture;
mod head;
mod imprint;
mod inline;
mod issuer;
mod label;
mod labelled;
mod letter;
mod letterhead;
mod lexicon;
mod lines;
mod looks;
mod losses;
mod marks;
mod opinions;
mod outlet;
mod page;
mod parts;
mod passed_on;
mod phrases;
mod pictures;
mod places;
mod posted;
mod reason;
mod regions;
mod repeated;
mod repetition;
mod shape;
mod shapes;
mod signatory;
mod signature;
mod signed;
mod signers;
mod signs;
mod spoken_to;
mod stamps;
mod start;
mod vocabulary;
mod words;
mod writer;

use std::collections::BTreeSet;

use crate::article::read::RawArticle;
use crate::diagnostics::Warned;
use crate::document::{
    Clue, ClueKind, Draft, FrontMatter, InputKind, MarkedText, Removed, RemovedKind,
};
use crate::knowledge::Knowledge;
use crate::span::Span;

pub use reason::Reason;

use blocks::Blocks;
use cuts::Cuts;
use labelled::{Fate, Labelled};
use letter::Letter;
use shapes::heading_marks;
use signed::Signed;
use words::{HashedMap, HashedSet};

/// Cuts everything that is not the article, and says what was cut and why.
///
/// The pieces in `front_matter.removed` and what was kept partition the raw text
/// byte for byte; the text of the draft is what was kept, with its characters repaired.
pub fn clean(raw: &RawArticle, knowledge: &Knowledge) -> Warned<Draft> {
    let text: &str = &raw.text;
    let outlets = outlet_names(knowledge);
    let blocks = match raw.kind {
        InputKind::Html => blocks::lines(text, raw.body),
        _ => stamps::parted(blocks::blocks(text, raw.body), text),
    };
    let signed = Signed::of(text, &blocks, raw.page.as_ref(), raw.title.as_deref(), &outlets);
    let letter = match raw.kind {
        InputKind::Text => Letter::of(&blocks, text),
        InputKind::Html | InputKind::Markdown => Letter::default(),
    };
    let labelled = Labelled::of(&signed).below(letter).obeying(&raw.front_matter);
    let mut cuts = Cuts::default();
    let mut clues = raw.clues.clone();
    if raw.body.start > 0 {
        cuts.cut(Span::new(0, raw.body.start), Reason::FileHead.kind(), Reason::FileHead);
    }
    cut_inside(&labelled, &outlets, &mut cuts, &mut clues);
    let pictures = raw.page.as_ref().map(|page| pictures::of_article(page, &labelled));
    let pictures = pictures.unwrap_or_default();
    cut_blocks(&labelled, raw.body, &pictures, &mut cuts, &mut clues);
    let mut known = raw.front_matter.clone();
    outlet::fill(&mut known, &labelled, &clues, knowledge);
    writer::fill(&mut known, &labelled, &clues);
    if let Some(outlet) = &known.source.outlet {
        name_lines(outlet, &labelled, raw.body, &mut cuts);
    }
    let (kept, cut) = cuts.partition(text, Span::new(0, text.len()));
    let is_kept = |index: usize| labelled.is_kept(index) || pictures.contains(&index);
    let paragraphs = compose::paragraphs(text, &blocks, is_kept, &kept);
    let paragraphs = if raw.page.is_some() { paragraphs } else { compose::parted(paragraphs) };
    let body: Vec<&str> = paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect();
    let diagnostics = findings::findings(raw, &labelled, &body);
    let removed = removed(cut, &blocks);
    let mut front_matter = front_matter(raw, &labelled, removed);
    if front_matter.lang.is_none() {
        front_matter.lang = findings::language(&body).map(str::to_owned);
    }
    if let (None, Some(title), Some(outlet)) =
        (&raw.front_matter.title, &mut front_matter.title, &known.source.outlet)
    {
        *title = repeated::without_outlet(title, outlet).to_owned();
    }
    front_matter.source.outlet = known.source.outlet;
    front_matter.source.author = known.source.author;
    front_matter.source.url = known.source.url;
    // Nearest to the head of the article first: a mail that was sent on has a day of its own further up.
    let first = labelled.fates.iter().position(|fate| matches!(fate, Fate::Title | Fate::Keep));
    let head = first.map_or(0, |first| labelled.block(first).span.start);
    clues.sort_by_key(|clue| {
        (if clue.span.is_empty() { 0 } else { clue.span.start.abs_diff(head) }, clue.span)
    });
    let marked = match &raw.page {
        Some(page) => {
            MarkedText { markdown: page::markdown(&paragraphs, page, text), marks: Vec::new() }
        }
        None => with_headings(MarkedText::from_plain(&body.join("\n"))),
    };
    let draft = Draft { front_matter, text: marked, clues, origin: raw.clone().into_origin() };
    Warned { value: draft, diagnostics }
}

fn outlet_names(knowledge: &Knowledge) -> Vec<Vec<u64>> {
    let names = knowledge
        .outlets
        .values()
        .flat_map(|outlet| std::iter::once(&outlet.name).chain(&outlet.aliases));
    names
        .map(|name| name.split_whitespace().map(words::word_hash).collect::<Vec<_>>())
        .filter(|name| !name.is_empty())
        .collect()
}

/// «صوت الأطلس», «ميناء الخبر – بغداد – tahrir@minaa.example»: a line that was cut for its place or a word of it, and that only
/// names the outlet, is called so.
fn name_lines(outlet: &str, labelled: &Labelled<'_, '_>, body: Span, cuts: &mut Cuts) {
    let mut named = BTreeSet::new();
    for index in (0..labelled.fates.len()).filter(|&index| !labelled.in_region[index]) {
        let Fate::Cut(kind, _) = labelled.fates[index] else { continue };
        use RemovedKind::{Counter, Navigation, Other, Related, Share, Tools};
        let is_weak = [Counter, Navigation, Other, Related, Share, Tools].contains(&kind);
        let block = labelled.block(index);
        if is_weak && outlet::only_names(block.span.cut(labelled.text), outlet) {
            named.insert(if index == 0 { body.start } else { block.span.start });
        }
    }
    cuts.rename(named, Reason::OutletName.kind(), Reason::OutletName);
}

/// Cuts inside the paragraphs that are kept.
fn cut_inside(
    labelled: &Labelled<'_, '_>,
    outlets: &[Vec<u64>],
    cuts: &mut Cuts,
    clues: &mut Vec<Clue>,
) {
    let text = labelled.text;
    let kept: Vec<usize> =
        (0..labelled.fates.len()).filter(|&index| labelled.is_kept(index)).collect();
    // «▪️مراسلنا: إقبال متوسط …» among such items says who speaks, and «▪️إربد: …» where, as each of them does.
    let mark = |index: usize| labelled.block(index).span.cut(text).chars().next();
    let is_mark = |c: &char| match c {
        '«' | '"' | '“' | '(' | '[' => false,
        c => !c.is_alphanumeric(),
    };
    let is_item = |item: usize| {
        let mut others = kept.iter().filter(|&&index| index != item);
        mark(item).filter(is_mark).is_some_and(|own| others.any(|&index| mark(index) == Some(own)))
    };
    if let Some(&first) = kept.iter().find(|&&index| labelled.is_prose(index))
        && !is_item(first)
        && let head =
            (0..first).filter(|&index| labelled.is_cut(index)).map(|index| labelled.words(index))
        && let head = head.filter(|line| (2..=8).contains(&line.len()))
        && let Some(span) = dateline::dateline(
            labelled.block(first),
            labelled.words(first),
            text,
            &page_names(labelled, outlets),
            |word| told(labelled, &kept, word),
            head,
            !kept.iter().any(|&index| {
                index != first
                    && dateline::opens_with_day(labelled.block(index), labelled.words(index), text)
            }),
        )
    {
        cuts.cut(span, Reason::Dateline.kind(), Reason::Dateline);
        clues.push(Clue { kind: ClueKind::Dateline, text: span.cut(text).trim().to_owned(), span });
    }
    cut_days(labelled, &kept, cuts, clues);
    let (words, ranges) = kept_words(labelled, &kept);
    let repeats = repetition::repeats(&words, &ranges);
    cut_repeats(labelled, &kept, &words, &ranges, &repeats, cuts);
    let labels: Vec<Option<usize>> = kept
        .iter()
        .map(|&index| inline::run_in_label(labelled.block(index), labelled.words(index), text))
        .collect();
    let asked = inline::may_tease(&words) || labels.iter().any(Option::is_some);
    let uses = if asked { uses(&words, &repeats) } else { HashedMap::default() };
    for (&index, label) in kept.iter().zip(labels) {
        let (block, words) = (labelled.block(index), labelled.words(index));
        let linked = label.map(|label| inline::run_in_link(block, words, text, label, &uses));
        let inner = inline::trailing(block, words, text).into_iter().chain(linked);
        for inner in inner.chain(inline::teasers(block, words, text, &uses)) {
            cuts.cut(inner.span, inner.kind, inner.reason);
        }
    }
}

/// How often a word stands in the paragraphs that are kept.
fn told(labelled: &Labelled<'_, '_>, kept: &[usize], word: &words::Word) -> usize {
    kept.iter()
        .flat_map(|&index| labelled.words(index))
        .filter(|other| other.stem == word.stem)
        .count()
}

/// Cuts the day that is glued to the first words, and the one with which an agency signs behind the last.
fn cut_days(labelled: &Labelled<'_, '_>, kept: &[usize], cuts: &mut Cuts, clues: &mut Vec<Clue>) {
    let text = labelled.text;
    let (Some(&first), Some(&last)) = (kept.first(), kept.last()) else { return };
    let opens_with_day = |&index: &usize| {
        dateline::opens_with_day(labelled.block(index), labelled.words(index), text)
    };
    // The first entry of a chronology is as old as its matter, and the last may be as new: neither dates what was written.
    let is_chronology = kept.iter().filter(|index| opens_with_day(index)).nth(1).is_some();
    let edges = [first, last].into_iter().filter(|edge| !(is_chronology && opens_with_day(edge)));
    for edge in edges {
        clues.extend(days::of_short_line(labelled.block(edge).span, text, labelled.words(edge)));
    }
    if let Some((span, day)) = days::glued(labelled.block(first).span, text) {
        cuts.cut(span, Reason::GluedDay.kind(), Reason::GluedDay);
        clues.extend(days::clues(
            &[day],
            days::Place::UnderHeadline,
            days::Believed::IN_TEXT,
            None,
            text,
        ));
    }
    if let Some((span, day)) = days::signed(labelled.block(last).span, text) {
        cuts.cut(span, Reason::SignedDay.kind(), Reason::SignedDay);
        clues.extend(days::clues(
            &[day],
            days::Place::BehindText,
            days::Believed::IN_TEXT,
            None,
            text,
        ));
    }
}

/// Cuts what is told twice; `ranges` are the words of each kept block.
fn cut_repeats(
    labelled: &Labelled<'_, '_>,
    kept: &[usize],
    words: &[words::Word],
    ranges: &[std::ops::Range<usize>],
    repeats: &[repetition::Repeat],
    cuts: &mut Cuts,
) {
    /// How many words are a text told again and no quotation.
    const WHOLE: usize = 60;
    /// How many words are a paragraph told again behind a new dateline.
    const PARAGRAPH: usize = 15;
    let mut again = vec![0; kept.len()];
    let mut pieces = Vec::new();
    for repeat in repeats {
        let first = ranges.partition_point(|range| range.end <= repeat.later.start);
        for (place, range) in ranges
            .iter()
            .enumerate()
            .skip(first)
            .take_while(|(_, range)| range.start < repeat.later.end)
        {
            let piece = repeat.later.start.max(range.start)..repeat.later.end.min(range.end);
            again[place] += piece.len();
            pieces.push((place, piece, repeat.between));
        }
    }
    for (place, piece, between) in pieces {
        let (kind, reason) = if between {
            (RemovedKind::Related, Reason::BetweenRepeats)
        } else {
            (RemovedKind::Repetition, Reason::ToldBefore)
        };
        let (block, range) = (labelled.block(kept[place]), &ranges[place]);
        // What is told again nearly whole has a new head or end at most.
        let whole = match again[place] {
            PARAGRAPH.. if range.len() - again[place] <= 3 => true,
            WHOLE.. => again[place] * 10 >= range.len() * 7,
            _ => false,
        };
        let start = if whole || piece.start == range.start {
            block.span.start
        } else {
            words[piece.start].start as usize
        };
        let end = if whole || piece.end == range.end {
            block.span.end
        } else {
            words[piece.end].start as usize
        };
        cuts.cut(Span::new(start, end), kind, reason);
    }
}

/// How often each stem stands in the article, what is told twice counted once.
fn uses(words: &[words::Word], repeats: &[repetition::Repeat]) -> HashedMap<u32, u32> {
    let mut uses: HashedMap<u32, u32> = HashedMap::default();
    let mut again = repeats.iter().map(|repeat| repeat.later.clone()).peekable();
    for (at, word) in words.iter().enumerate() {
        while again.next_if(|range| range.end <= at).is_some() {}
        if again.peek().is_none_or(|range| at < range.start) {
            *uses.entry(word.stem).or_default() += 1;
        }
    }
    uses
}

/// The content words of the lines around the article that name its source, as far as the article does not use them.
fn page_names(labelled: &Labelled<'_, '_>, outlets: &[Vec<u64>]) -> HashedSet<u64> {
    let naming = |index: &usize| {
        let named = matches!(
            labelled.fates[*index],
            Fate::Cut(
                RemovedKind::Source
                    | RemovedKind::Copyright
                    | RemovedKind::Navigation
                    | RemovedKind::Byline
                    | RemovedKind::Other,
                _
            )
        );
        named && !labelled.in_region[*index] && labelled.words(*index).len() <= 8
    };
    let words = (0..labelled.fates.len()).filter(naming).flat_map(|index| labelled.words(index));
    let known = outlets.iter().filter(|name| name.len() == 1).map(|name| name[0]);
    words
        .filter(|word| word.class == words::Class::Content)
        .map(|word| word.hash)
        .chain(known)
        .collect()
}

/// The words of the kept blocks in one list, and the range of each block in it.
fn kept_words(
    labelled: &Labelled<'_, '_>,
    kept: &[usize],
) -> (Vec<words::Word>, Vec<std::ops::Range<usize>>) {
    let mut words = Vec::new();
    let mut ranges = Vec::with_capacity(kept.len());
    for &index in kept {
        let start = words.len();
        words.extend_from_slice(labelled.words(index));
        ranges.push(start..words.len());
    }
    (words, ranges)
}

/// Cuts whole blocks, each with the white space behind it.
fn cut_blocks(
    labelled: &Labelled<'_, '_>,
    body: Span,
    pictures: &BTreeSet<usize>,
    cuts: &mut Cuts,
    clues: &mut Vec<Clue>,
) {
    let count = labelled.fates.len();
    let places = places::Places::of(labelled);
    for index in (0..count).filter(|index| !pictures.contains(index)) {
        let block = labelled.block(index);
        let (kind, reason) = match labelled.fates[index] {
            Fate::Keep => continue,
            Fate::Title => (RemovedKind::Headline, Reason::Headline),
            Fate::Subtitle => (RemovedKind::Headline, Reason::Subtitle),
            Fate::Cut(kind, reason) => (kind, reason),
        };
        let start = if index == 0 { body.start } else { block.span.start };
        let end = if index + 1 < count { labelled.block(index + 1).span.start } else { body.end };
        cuts.cut(Span::new(start, end), kind, reason);
        if labelled.fates[index] == Fate::Subtitle {
            clues.extend(days::of_short_line(block.span, labelled.text, labelled.words(index)));
        }
        if matches!(labelled.fates[index], Fate::Title | Fate::Subtitle) {
            clues.extend(places.day_of_headline(labelled, index));
        }
        if !labelled.in_region[index] && labelled.is_cut(index) {
            clues::of_line(kind, block.span, labelled.text, clues);
            places.day_clues(labelled, index, kind, clues);
        }
    }
}

fn removed(cut: Vec<cuts::Cut>, blocks: &Blocks) -> Vec<Removed> {
    let at = |byte: usize| blocks.words.partition_point(|word| (word.start as usize) < byte);
    cut.into_iter()
        .map(|cut| Removed {
            words: at(cut.span.end) - at(cut.span.start),
            span: cut.span,
            kind: cut.kind,
            reason: cut.reason,
        })
        .collect()
}

/// What a person wrote stands; what is absent is filled in from what was found.
fn front_matter(
    raw: &RawArticle,
    labelled: &Labelled<'_, '_>,
    removed: Vec<Removed>,
) -> FrontMatter {
    let line_of = |fate: Fate| {
        let index = labelled.fates.iter().position(|found| *found == fate)?;
        let line = labelled.block(index).span.cut(labelled.text);
        Some(headline_text(if labelled.letter.has(index) { letter::said(line) } else { line }))
            .filter(|line| !line.is_empty())
    };
    let mut made = raw.front_matter.clone();
    let page_title = raw.title.as_deref().map(compose::repaired);
    made.title = made.title.or_else(|| line_of(Fate::Title)).or(page_title);
    made.subtitle = made.subtitle.or_else(|| line_of(Fate::Subtitle));
    if raw.kind != InputKind::Markdown && !raw.sha256.is_empty() {
        let name = raw.path.rsplit(['/', '\\']).next().unwrap_or(&raw.path);
        made.source.original = made.source.original.or_else(|| Some(name.to_owned()));
        made.source.sha256 = made.source.sha256.or_else(|| Some(raw.sha256.clone()));
    }
    made.removed = removed;
    made
}

/// «## خلفية» of a text that was written as Markdown is a heading again, which was escaped as any other sign.
fn with_headings(mut text: MarkedText) -> MarkedText {
    let is_heading =
        |line: &str| line.strip_prefix('\\').and_then(heading_marks).is_some_and(|marks| marks > 1);
    if text.markdown.contains("\\##") {
        let lines = text.markdown.split('\n');
        let lines = lines.map(|line| if is_heading(line) { &line[1..] } else { line });
        text.markdown = lines.collect::<Vec<_>>().join("\n");
    }
    text
}

/// A headline as shown: without the stars and pictures that messengers put around it.
fn headline_text(line: &str) -> String {
    let repaired = compose::repaired(line);
    let ornament = |c: char| match c {
        '*' | '_' | '|' | '•' | '#' | '=' | '~' => true,
        c if c.is_alphanumeric() => false,
        c => c.is_whitespace() || is_ornament(c),
    };
    let line = repaired.trim_matches(ornament);
    stamps::without_first_number(line).unwrap_or(line).trim_matches(ornament).to_owned()
}

fn is_ornament(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2BFF}' | '\u{FE0F}' | '\u{1F000}'..='\u{1FAFF}' | '\u{200D}')
}
