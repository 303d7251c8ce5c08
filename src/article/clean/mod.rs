//! [`RawArticle`] → [`Draft`]: the article, the whole article, and nothing but the article.
//!
//! 1. [`blocks`] parts the raw text into lines and puts together those broken by hand, [`stamps`] takes off what messengers put before them;
//! 2. [`furniture`] weighs what speaks for each being furniture, by the words of [`lexicon`];
//! 3. [`sorting`] decides what each block is: article, headline ([`head`]), or cut, by where the article begins ([`start`])
//!    and ends ([`end`]), by what is told between ([`between`], [`regions`]), and by what a line is alone ([`strays`]);
//! 4. [`repetition`] and [`inline`] find what is told twice and what is run into a paragraph;
//! 5. [`cuts`] partitions the text, so that nothing is lost on the way;
//! 6. [`compose`] makes paragraphs of what was kept, [`clues`] and [`days`] evidence of what was cut,
//!    [`findings`] and [`losses`] tell the editor what is odd and what may be lost.

mod between;
mod blocks;
mod clues;
mod compose;
mod cuts;
mod day_labels;
mod days;
mod end;
mod findings;
mod furniture;
mod head;
mod inline;
mod lexicon;
mod losses;
mod page;
mod places;
mod regions;
mod repetition;
mod shape;
mod sorting;
mod stamps;
mod start;
mod strays;
mod vocabulary;
mod word_set;
mod words;

use crate::article::read::RawArticle;
use crate::config::Config;
use crate::diagnostics::Warned;
use crate::document::{Clue, ClueKind, Draft, FrontMatter, InputKind, MarkedText, Removed, RemovedKind};
use crate::knowledge::Knowledge;
use crate::span::Span;

use blocks::Blocks;
use cuts::Cuts;
use sorting::{Fate, Sorting};
use words::{HashedMap, HashedSet};

/// Cuts everything that is not the article, and says what was cut and why.
///
/// The pieces in `front_matter.removed` and what was kept partition the raw text
/// byte for byte; the text of the draft is what was kept, with its characters repaired.
pub fn clean(raw: &RawArticle, knowledge: &Knowledge, config: &Config) -> Warned<Draft> {
    let _ = config;
    let text: &str = &raw.text;
    let outlets = outlet_names(knowledge);
    let blocks = match raw.kind {
        InputKind::Html => blocks::lines(text, raw.body),
        _ => blocks::blocks(text, raw.body),
    };
    let mut sorting = Sorting::new(text, &blocks, raw.title.as_deref(), &outlets);
    if let Some(page) = &raw.page {
        page::weigh(&mut sorting, page);
    }
    sorting.sort();
    obey(&mut sorting, &raw.front_matter);
    let mut cuts = Cuts::default();
    let mut clues = raw.clues.clone();
    if raw.body.start > 0 {
        cuts.cut(Span::new(0, raw.body.start), RemovedKind::FrontMatter, "ترويسة الملف");
    }
    cut_inside(&sorting, &outlets, &mut cuts, &mut clues);
    cut_blocks(&sorting, raw.body, &mut cuts, &mut clues);
    let (kept, cut) = cuts.partition(text, Span::new(0, text.len()));
    let paragraphs = compose::paragraphs(text, &blocks, |index| sorting.fates[index] == Some(Fate::Keep), &kept);
    let paragraphs = if raw.page.is_some() { paragraphs } else { compose::parted(paragraphs) };
    let body: Vec<&str> = paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect();
    let diagnostics = findings::findings(raw, &sorting, &body);
    let removed = removed(cut, &blocks);
    let mut front_matter = front_matter(raw, &sorting, removed);
    if front_matter.lang.is_none() {
        front_matter.lang = findings::language(&body).map(str::to_owned);
    }
    // Nearest to the head of the article first: a mail that was sent on has a day of its own further up.
    let first = sorting.fates.iter().position(|fate| matches!(fate, Some(Fate::Title | Fate::Keep)));
    let head = first.map_or(0, |first| sorting.block(first).span.start);
    clues.sort_by_key(|clue| (if clue.span.is_empty() { 0 } else { clue.span.start.abs_diff(head) }, clue.span));
    let marked = match &raw.page {
        Some(page) => MarkedText { markdown: page::markdown(&paragraphs, page, text), marks: Vec::new() },
        None => MarkedText::from_plain(&body.join("\n")),
    };
    let draft = Draft { front_matter, text: marked, clues, origin: raw.clone().into_origin() };
    Warned { value: draft, diagnostics }
}

fn outlet_names(knowledge: &Knowledge) -> Vec<Vec<u64>> {
    let names = knowledge.outlets.values().flat_map(|outlet| std::iter::once(&outlet.name).chain(&outlet.aliases));
    names.map(|name| name.split_whitespace().map(words::word_hash).collect::<Vec<_>>()).filter(|name| !name.is_empty()).collect()
}

/// What a person wrote under `clean:` stands above every rule.
fn obey(sorting: &mut Sorting<'_>, front_matter: &FrontMatter) {
    for rule in &front_matter.clean {
        for index in 0..sorting.fates.len() {
            let block = sorting.block(index);
            if block.line <= rule.last && rule.first <= block.last_line {
                sorting.fates[index] = Some(if rule.keep { Fate::Keep } else { Fate::Cut(RemovedKind::Editor, "حذفه المحرّر") });
            }
        }
    }
}

/// Cuts inside the paragraphs that are kept.
fn cut_inside(sorting: &Sorting<'_>, outlets: &[Vec<u64>], cuts: &mut Cuts, clues: &mut Vec<Clue>) {
    let text = sorting.text;
    let kept: Vec<usize> = (0..sorting.fates.len()).filter(|&index| sorting.fates[index] == Some(Fate::Keep)).collect();
    if let Some(&first) = kept.iter().find(|&&index| sorting.prose[index])
        && let head = (0..first).filter(|&index| matches!(sorting.fates[index], Some(Fate::Cut(..)))).map(|index| sorting.words(index))
        && let head = head.filter(|line| (2..=8).contains(&line.len()))
        && let Some(span) = inline::dateline(
            sorting.block(first),
            sorting.words(first),
            text,
            &page_names(sorting, outlets),
            |word| told(sorting, &kept, word),
            head,
        )
    {
        cuts.cut(span, RemovedKind::Byline, "مكان الخبر وجهته قبل النص");
        clues.push(Clue { kind: ClueKind::Dateline, text: span.cut(text).trim().to_owned(), span });
    }
    cut_days(sorting, &kept, cuts, clues);
    let (words, ranges) = kept_words(sorting, &kept);
    let repeats = repetition::repeats(&words, &ranges);
    cut_repeats(sorting, &kept, &words, &ranges, &repeats, cuts);
    let labels: Vec<Option<usize>> =
        kept.iter().map(|&index| inline::run_in_label(sorting.block(index), sorting.words(index), text)).collect();
    let asked = inline::may_tease(&words) || labels.iter().any(Option::is_some);
    let uses = if asked { uses(&words, &repeats) } else { HashedMap::default() };
    for (&index, label) in kept.iter().zip(labels) {
        let (block, words) = (sorting.block(index), sorting.words(index));
        let linked = label.map(|label| inline::run_in_link(block, words, text, label, &uses));
        let inner = inline::trailing(block, words, text).into_iter().chain(linked);
        for inner in inner.chain(inline::teasers(block, words, text, &uses)) {
            cuts.cut(inner.span, inner.kind, inner.reason);
        }
    }
}

/// How often a word stands in the paragraphs that are kept.
fn told(sorting: &Sorting<'_>, kept: &[usize], word: &words::Word) -> usize {
    kept.iter().flat_map(|&index| sorting.words(index)).filter(|other| other.stem == word.stem).count()
}

/// Cuts the day that is glued to the first words, and the one with which an agency signs behind the last.
fn cut_days(sorting: &Sorting<'_>, kept: &[usize], cuts: &mut Cuts, clues: &mut Vec<Clue>) {
    let text = sorting.text;
    let (Some(&first), Some(&last)) = (kept.first(), kept.last()) else { return };
    for edge in [first, last] {
        clues.extend(days::of_short_line(sorting.block(edge).span, text, sorting.words(edge)));
    }
    if let Some((span, day)) = days::glued(sorting.block(first).span, text) {
        cuts.cut(span, RemovedKind::Date, "تاريخ ملتصق بأول النص");
        clues.extend(days::clues(&[day], days::Place::UnderHeadline, days::Believed::IN_TEXT, None, text));
    }
    if let Some((span, day)) = days::signed(sorting.block(last).span, text) {
        cuts.cut(span, RemovedKind::Date, "توقيع الوكالة وتاريخها بعد النص");
        clues.extend(days::clues(&[day], days::Place::BehindText, days::Believed::IN_TEXT, None, text));
    }
}

/// Cuts what is told twice; `ranges` are the words of each kept block.
fn cut_repeats(
    sorting: &Sorting<'_>,
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
        for (place, range) in ranges.iter().enumerate().skip(first).take_while(|(_, range)| range.start < repeat.later.end) {
            let piece = repeat.later.start.max(range.start)..repeat.later.end.min(range.end);
            again[place] += piece.len();
            pieces.push((place, piece, repeat.between));
        }
    }
    for (place, piece, between) in pieces {
        let (kind, reason) = if between {
            (RemovedKind::Related, "عنوان خبر آخر بين نصّين مكرّرين")
        } else {
            (RemovedKind::Repetition, "نص سبق ذكره")
        };
        let (block, range) = (sorting.block(kept[place]), &ranges[place]);
        // What is told again nearly whole has a new head or end at most.
        let whole =
            again[place] >= WHOLE && again[place] * 10 >= range.len() * 7 || again[place] >= PARAGRAPH && range.len() - again[place] <= 3;
        let start = if whole || piece.start == range.start { block.span.start } else { words[piece.start].start as usize };
        let end = if whole || piece.end == range.end { block.span.end } else { words[piece.end].start as usize };
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
fn page_names(sorting: &Sorting<'_>, outlets: &[Vec<u64>]) -> HashedSet<u64> {
    let naming = |index: &usize| {
        let named = matches!(
            sorting.fates[*index],
            Some(Fate::Cut(
                RemovedKind::Source | RemovedKind::Copyright | RemovedKind::Navigation | RemovedKind::Byline | RemovedKind::Other,
                _
            ))
        );
        named && !sorting.in_region[*index] && sorting.words(*index).len() <= 8
    };
    let words = (0..sorting.fates.len()).filter(naming).flat_map(|index| sorting.words(index));
    let known = outlets.iter().filter(|name| name.len() == 1).map(|name| name[0]);
    words.filter(|word| word.class == words::Class::Content).map(|word| word.hash).chain(known).collect()
}

/// The words of the kept blocks in one list, and the range of each block in it.
fn kept_words(sorting: &Sorting<'_>, kept: &[usize]) -> (Vec<words::Word>, Vec<std::ops::Range<usize>>) {
    let mut words = Vec::new();
    let mut ranges = Vec::with_capacity(kept.len());
    for &index in kept {
        let start = words.len();
        words.extend_from_slice(sorting.words(index));
        ranges.push(start..words.len());
    }
    (words, ranges)
}

/// Cuts whole blocks, each with the white space behind it.
fn cut_blocks(sorting: &Sorting<'_>, body: Span, cuts: &mut Cuts, clues: &mut Vec<Clue>) {
    let count = sorting.fates.len();
    let places = places::Places::of(sorting);
    for index in 0..count {
        let block = sorting.block(index);
        let (kind, reason) = match sorting.fates[index] {
            None | Some(Fate::Keep) => continue,
            Some(Fate::Title) => (RemovedKind::Headline, "العنوان"),
            Some(Fate::Subtitle) => (RemovedKind::Headline, "العنوان الفرعي"),
            Some(Fate::Cut(kind, reason)) => (kind, reason),
        };
        let start = if index == 0 { body.start } else { block.span.start };
        let end = if index + 1 < count { sorting.block(index + 1).span.start } else { body.end };
        cuts.cut(Span::new(start, end), kind, reason);
        if sorting.fates[index] == Some(Fate::Subtitle) {
            clues.extend(days::of_short_line(block.span, sorting.text, sorting.words(index)));
        }
        if sorting.fates[index] == Some(Fate::Title) {
            clues.extend(days::of_headline(block.span, sorting.text, sorting.words(index)));
        }
        if !sorting.in_region[index] && matches!(sorting.fates[index], Some(Fate::Cut(..))) {
            clues::of_line(kind, block.span, sorting.text, clues);
            places.day_clues(sorting, index, kind, clues);
        }
    }
}

fn removed(cut: Vec<cuts::Cut>, blocks: &Blocks) -> Vec<Removed> {
    let at = |byte: usize| blocks.words.partition_point(|word| (word.start as usize) < byte);
    cut.into_iter()
        .map(|cut| Removed { words: at(cut.span.end) - at(cut.span.start), span: cut.span, kind: cut.kind, reason: cut.reason })
        .collect()
}

/// What a person wrote stands; what is absent is filled in from what was found.
fn front_matter(raw: &RawArticle, sorting: &Sorting<'_>, removed: Vec<Removed>) -> FrontMatter {
    let line_of = |fate: Fate| {
        let index = sorting.fates.iter().position(|found| *found == Some(fate))?;
        Some(headline_text(sorting.block(index).span.cut(sorting.text))).filter(|line| !line.is_empty())
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

/// A headline as shown: without the stars and pictures that messengers put around it.
fn headline_text(line: &str) -> String {
    let repaired = compose::repaired(line);
    let ornament = |c: char| {
        c.is_whitespace() || matches!(c, '*' | '_' | '|' | '•' | '#' | '=' | '~') || !c.is_alphanumeric() && !c.is_ascii() && is_ornament(c)
    };
    repaired.trim_matches(ornament).to_owned()
}

fn is_ornament(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2BFF}' | '\u{FE0F}' | '\u{1F000}'..='\u{1FAFF}' | '\u{200D}')
}
