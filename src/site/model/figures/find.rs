//! Numbers found in articles by the cues of the knowledge base: a number, the noun it counts, and the place it is claimed for.

use std::collections::BTreeSet;

use super::{ClaimedBy, FigureAt, FigureRow};
use crate::arabic::clitics::readings;
use crate::arabic::clitics::{AND, BY, FOR, Onto};
use crate::arabic::fold::folded;
use crate::arabic::lexicon::{
    ABOUT, ABOUT_TWO, BEHIND_BARE_NUMBER, MILLIONS, REACHES, THOUSANDS, is, row,
};
use crate::arabic::numbers::digits::number;
use crate::arabic::numbers::parse::leading_number;
use crate::arabic::reading::{Sentence, Text};
use crate::arabic::tokenize::TokenKind;
use crate::document::{Document, MentionKind};
use crate::knowledge::{EntityKind, FigureCue, Id};
use crate::site::model::Article;
use crate::span::Span;

/// A cue, ready for matching.
pub(super) struct Finder<'k> {
    cue: &'k FigureCue,
    counted: BTreeSet<String>,
    all: Vec<Vec<Vec<String>>>,
    none: Vec<Vec<String>>,
}

/// A token of a sentence.
struct FigureToken<'t> {
    span: Span,
    kind: TokenKind,
    folded: &'t str,
}

/// A number of a sentence: its tokens, and the value.
struct Number {
    from: usize,
    to: usize,
    value: f64,
}

impl<'k> Finder<'k> {
    pub(super) fn new(cue: &'k FigureCue) -> Self {
        let phrases = |text: &str| -> Vec<Vec<String>> {
            text.split('|')
                .map(|phrase| phrase.split_whitespace().map(folded).collect())
                .filter(|words: &Vec<_>| !words.is_empty())
                .collect()
        };
        let counted = cue.counted.iter().map(|noun| folded(noun.trim()));
        Self {
            cue,
            counted: counted
                .flat_map(|noun| [format!("{noun}ا"), noun])
                .filter(|noun| noun.chars().count() > 1)
                .collect(),
            all: cue.all.iter().map(|text| phrases(text)).collect(),
            none: cue.none.iter().flat_map(|text| phrases(text)).collect(),
        }
    }

    /// What all articles claim, in their order; a number that an article repeats counts once.
    pub(super) fn rows(&self, articles: &[Article]) -> Vec<FigureRow> {
        let mut rows = Vec::new();
        for (no, article) in articles.iter().enumerate().filter(|(_, article)| !article.withdrawn())
        {
            let document = &article.document;
            // Most articles count nothing of the kind: they are passed over at the speed of a search for a word.
            if !self.cue.counted.iter().any(|noun| document.plain.text.contains(noun.trim())) {
                continue;
            }
            let mut said: Vec<f64> = Vec::new();
            for sentence in &document.plain.reading().sentences {
                let span = sentence.span;
                for (value, number, about) in self.in_sentence(document, sentence) {
                    if said.contains(&value) {
                        continue;
                    }
                    said.push(value);
                    let paragraph = document.plain.paragraph_at(span.start);
                    let at = FigureAt { article: no, paragraph, span, number, about };
                    rows.push(FigureRow {
                        date: article.date().cloned(),
                        value,
                        by: ClaimedBy::Article(at),
                    });
                }
            }
        }
        rows
    }

    /// The numbers of one sentence: value, where it stands with its noun, and what says how exact it is.
    fn in_sentence(&self, document: &Document, sentence: &Sentence) -> Vec<(f64, Span, Span)> {
        let (text, span, read) = (&document.plain.text, sentence.span, document.plain.reading());
        let word = |index: usize| FigureToken {
            span: read.words[index].span(),
            kind: read.words[index].kind,
            folded: read.letters(index),
        };
        let words: Vec<FigureToken<'_>> = (sentence.words.0..sentence.words.1).map(word).collect();
        if !words.iter().any(|word| self.counts(word)) || !self.speaks_of_it(&words) {
            return Vec::new();
        }
        let numbers = numbers(&words, text);
        let mut found: Vec<(f64, Span, Span)> = Vec::new();
        let mut again = false;
        for (at, number) in numbers.iter().enumerate() {
            let own = Span::new(words[number.from].span.start, words[number.to - 1].span.end);
            let is_date = document.findings.dates.iter().any(|date| date.span.overlaps(own));
            let noun = self.noun_behind(&words, number.to);
            let meant = noun.is_some() || self.goes_without_noun(&words, number, again);
            again |= noun.is_some();
            if is_date || !meant || self.cue.least.is_some_and(|least| number.value < least as f64)
            {
                continue;
            }
            let end = noun.map_or(own.end, |noun| words[noun].span.end);
            let next = numbers.get(at + 1).map_or(span.end, |next| words[next.from].span.start);
            if self.is_for_the_place(
                document,
                span,
                Span::new(own.start, end),
                clause_end(&words, end, next),
            ) {
                found.push((number.value, Span::new(own.start, end), about(&words, number.from)));
            }
        }
        found
    }

    /// Whether a word is the counted noun, with or without article and clitics.
    fn counts(&self, word: &FigureToken<'_>) -> bool {
        word.kind == TokenKind::Word
            && readings(word.folded).iter().any(|reading| self.counted.contains(reading.stem))
    }

    /// The counted noun right behind a number: «2500 جندي», «2500 من الجنود».
    fn noun_behind(&self, words: &[FigureToken<'_>], at: usize) -> Option<usize> {
        let first = words.get(at)?;
        let at = if first.folded == "من" { at + 1 } else { at };
        words.get(at).filter(|word| self.counts(word)).map(|_| at)
    }

    /// Whether a number counts what was counted before it: «و900 في سوريا», «خُفّض عدد الجنود إلى 3000».
    fn goes_without_noun(&self, words: &[FigureToken<'_>], number: &Number, again: bool) -> bool {
        let Some(before) = number.from.checked_sub(1).map(|at| words[at].folded) else {
            return false;
        };
        let behind = words.get(number.to);
        let ends = behind
            .is_none_or(|word| word.kind == TokenKind::Mark || is(word.folded, BEHIND_BARE_NUMBER));
        let counted_before = || words[..number.from].iter().any(|word| self.counts(word));
        let and = before == "و" || (before.opens_with(AND) && is(before.without_all(AND), ABOUT));
        ends && ((again && and && behind.is_some_and(|word| word.folded == "في"))
            || (is(before, REACHES) && counted_before()))
    }

    /// Whether the sentence has what the cue wants, and nothing that it does not.
    fn speaks_of_it(&self, words: &[FigureToken<'_>]) -> bool {
        let has = |phrase: &Vec<String>| says(words, phrase);
        self.all.iter().all(|choice| choice.iter().any(has)) && !self.none.iter().any(has)
    }

    /// Whether the number is claimed for the cue's place: the next one named in its clause, else the last one before.
    fn is_for_the_place(
        &self,
        document: &Document,
        sentence: Span,
        number: Span,
        clause_end: usize,
    ) -> bool {
        let Some(wanted) = &self.cue.place else { return true };
        let mentions = &document.findings.mentions;
        let first = mentions.partition_point(|mention| mention.span.start < sentence.start);
        let mut places = mentions[first..]
            .iter()
            .take_while(|mention| mention.span.start < sentence.end)
            .filter_map(|mention| {
                let is_place = mention.kind == MentionKind::Entity(EntityKind::Place);
                mention.id.as_ref().filter(|_| is_place).map(|id| (mention.span, id))
            });
        let mut before: Option<&Id> = None;
        let behind = places.find_map(|(span, id)| {
            if span.start >= number.end {
                return Some((span, id));
            }
            before = Some(id);
            None
        });
        let behind = behind.filter(|(span, _)| span.end <= clause_end).map(|(_, id)| id);
        behind.or(before) == Some(wanted)
    }
}

/// Whether words follow one another as a phrase has them; the first may have clitics.
fn says(words: &[FigureToken<'_>], phrase: &[String]) -> bool {
    let Some((first, rest)) = phrase.split_first() else { return false };
    let begins = |word: &FigureToken<'_>| {
        word.folded == *first || readings(word.folded).iter().any(|reading| reading.spells(first))
    };
    words.iter().enumerate().any(|(at, word)| {
        begins(word)
            && words.len() > at + rest.len()
            && rest.iter().zip(&words[at + 1..]).all(|(wanted, word)| word.folded == *wanted)
    })
}

/// A number of a text: the numbers of its first word and of the one behind it, and the value.
pub(in super::super) struct NumberIn {
    pub(in super::super) from: usize,
    pub(in super::super) to: usize,
    pub(in super::super) value: f64,
}

/// The numbers of a sentence, whatever they count.
pub(in super::super) fn numbers_in(read: &Text, text: &str, sentence: &Sentence) -> Vec<NumberIn> {
    let first = sentence.words.0;
    let word = |index: usize| FigureToken {
        span: read.words[index].span(),
        kind: read.words[index].kind,
        folded: read.letters(index),
    };
    let words: Vec<FigureToken<'_>> = (first..sentence.words.1).map(word).collect();
    let found = numbers(&words, text).into_iter();
    found
        .map(|number| NumberIn {
            from: first + number.from,
            to: first + number.to,
            value: number.value,
        })
        .collect()
}

/// The numbers of a sentence, in digits or in words.
fn numbers(words: &[FigureToken<'_>], text: &str) -> Vec<Number> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let word = &words[at];
        let made = match word.kind {
            TokenKind::Number => number(word.span.cut(text)).map(|value| (value, 1)),
            TokenKind::Word => spelled(&words[at..]),
            TokenKind::Mark => None,
        };
        let Some((mut value, used)) = made else {
            at += 1;
            continue;
        };
        let mut to = at + used;
        if word.kind == TokenKind::Number
            && let Some(next) = words.get(to)
            && let Some(scale) = scale(next.folded)
        {
            (value, to) = (value * scale, to + 1);
        }
        found.push(Number { from: at, to, value });
        at = to;
    }
    found
}

/// By how much a word behind a figure multiplies it: «3 آلاف», «مليون», «22 مليار».
fn scale(word: &str) -> Option<f64> {
    /// What a number in words is at least that multiplies the figure before it.
    const LEAST: u64 = 1_000_000;
    let of = |kind, scale| is(word, kind).then_some(scale);
    let in_words =
        || leading_number(&[word]).map(|(value, _)| value).filter(|&value| value >= LEAST);
    of(THOUSANDS, 1e3)
        .or_else(|| of(MILLIONS, 1e6))
        .or_else(|| in_words().map(|value| value as f64))
}

/// A number in words at the head of some words; its first one may have one of و ب ل on it.
fn spelled(words: &[FigureToken<'_>]) -> Option<(f64, usize)> {
    let mut parts: Vec<&str> = words
        .iter()
        .take(8)
        .take_while(|word| word.kind == TokenKind::Word)
        .map(|word| word.folded)
        .collect();
    let whole = leading_number(&parts);
    let bare = parts
        .first()
        .and_then(|first| first.behind(AND | BY | FOR))
        .filter(|bare| bare.chars().count() > 2);
    let found = whole.or_else(|| {
        *parts.first_mut()? = bare?;
        leading_number(&parts)
    });
    found.map(|(value, used)| (value as f64, used))
}

/// Where a clause ends: at a mark, at the next number, or with its sentence.
fn clause_end(words: &[FigureToken<'_>], from: usize, next: usize) -> usize {
    let mark = words.iter().find(|word| word.span.start >= from && word.kind == TokenKind::Mark);
    mark.map_or(next, |mark| mark.span.start.min(next))
}

/// The words before a number that say how exact it is meant.
fn about(words: &[FigureToken<'_>], at: usize) -> Span {
    let Some(last) = at.checked_sub(1).map(|before| &words[before]) else { return Span::default() };
    // Of «بنحو» and «ونحو» the letters in front say nothing of the number.
    let bare = last.folded.without_all(AND | BY | FOR);
    if is(bare, ABOUT) || is(last.folded, ABOUT) {
        let cut = last.folded.chars().count() - bare.chars().count();
        let cut = if is(last.folded, ABOUT) { 0 } else { 2 * cut };
        return Span::new(last.span.start + cut, last.span.end);
    }
    match at.checked_sub(2).map(|before| &words[before]) {
        Some(first)
            if row(ABOUT_TWO).iter().any(|entry| {
                entry
                    .folded
                    .split_once(' ')
                    .is_some_and(|(one, two)| first.folded.ends_with(one) && last.folded == two)
            }) =>
        {
            Span::new(first.span.start, last.span.end)
        }
        _ => Span::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Findings, Mention, Plain};
    use crate::knowledge::Knowledge;

    const CUE: &str = "
places:
  - {id: delta, name: الدلتا}
  - {id: coast, name: الساحل}
figures:
  - {id: guards, name: حراس في الدلتا, counted: [حارس, حراس], place: delta, all: [نهريون|نهري|نهريا|النهرية], none: [إصابة|مقتل], least: 10}
";

    /// The claims of a sentence, as «value number about».
    fn claims(text: &str) -> Vec<String> {
        let knowledge = Knowledge::parse([("k.yaml", CUE)]).expect("it is well-formed");
        let plain = Plain::of_text(text);
        let mut mentions: Vec<Mention> = Vec::new();
        for (name, id) in [("الدلتا", "delta"), ("الساحل", "coast")] {
            for (at, _) in text.match_indices(name) {
                let span = Span::new(at, at + name.len());
                mentions.push(Mention {
                    span,
                    kind: MentionKind::Entity(EntityKind::Place),
                    id: Some(id.to_owned()),
                    reason: String::new(),
                });
            }
        }
        mentions.sort_by_key(|mention| mention.span.start);
        let document = Document {
            plain,
            findings: Findings { mentions, ..Findings::default() },
            ..Document::default()
        };
        let finder = Finder::new(&knowledge.figures["guards"]);
        let found = document
            .plain
            .reading()
            .sentences
            .iter()
            .flat_map(|sentence| finder.in_sentence(&document, sentence));
        found
            .into_iter()
            .map(|(value, number, about)| {
                format!("{value} {} [{}]", number.cut(text), about.cut(text))
            })
            .collect()
    }

    #[test]
    fn a_number_its_noun_and_its_place() {
        assert_eq!(claims("ينتشر في الدلتا نحو 1400 حارس نهري."), ["1400 1400 حارس [نحو]"]);
        assert_eq!(
            claims("بقي ألف وأربعمئة حارس نهري في الدلتا بعد الفيضان"),
            ["1400 ألف وأربعمئة حارس []"]
        );
        assert_eq!(
            claims("وللشركة النهرية أكثر من 3 آلاف من الحراس في الدلتا"),
            ["3000 3 آلاف من الحراس [أكثر من]"]
        );
        assert_eq!(
            claims("قُدّر عدد الحراس النهرية في الدلتا بنحو ٩٠٠ حارس"),
            ["900 ٩٠٠ حارس [نحو]"]
        );
    }

    #[test]
    fn the_nearest_place_behind_the_number_counts() {
        let text = "للشركة النهرية 700 حارس في الدلتا ونحو 90 في الساحل";
        assert_eq!(claims(text), ["700 700 حارس []"]);
        assert_eq!(claims("للشركة النهرية 700 حارس في الساحل و90 في الدلتا"), ["90 90 []"]);
        assert_eq!(
            claims("للشركة النهرية في الدلتا 80 حارسا، وفي الساحل 70 حارسا"),
            ["80 80 حارسا []"]
        );
    }

    #[test]
    fn a_bare_number_may_go_on_counting() {
        let text = "خُفّض عدد الحراس النهرية في الدلتا من 800 حارس إلى 650 بحلول الربيع";
        assert_eq!(claims(text), ["800 800 حارس []", "650 650 []"]);
    }

    #[test]
    fn what_counts_something_else_is_left() {
        for text in [
            "مقتل 12 حارسا نهريا في الدلتا",
            "ينتشر في الدلتا 1400 صياد، ومعهم حراس نهريون",
            "في الدلتا 1400 حارس بحري",
            "في الدلتا ثلاثة حراس نهريون",
            "ينتشر 1400 حارس نهري هناك",
        ] {
            assert_eq!(claims(text), Vec::<String>::new(), "{text}");
        }
    }
}
