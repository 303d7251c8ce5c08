//! What articles say happened on a day: the timeline of a dossier whose editor has listed no events, or not this one.
//!
//! 1. [`dated`] finds in each article the sentences that tell, in the past and without «if», what happened on a day, and
//!    [`alone`] keeps those that say of whom they speak;
//! 2. one thing told by several articles becomes one entry ([`merge`]);
//! 3. what an event of the knowledge base covers is left to it ([`is_covered`]);
//! 4. the rest become events with ids of their day (`told-2023-02-13`), which the timeline marks as the articles'.

mod alone;
mod clause;
mod counted;
mod dated;
mod entries;
mod sentence;
mod wording;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use self::sentence::within;
use super::{Article, ArticleNo, AttestedAt};
use crate::arabic::calendar::Edtf;
use crate::arabic::lexicon::{DAY_PART, PART_OF_TIME};
use crate::arabic::stem::{lexicon, stem};
use crate::arabic::tokenize::TokenKind;
use crate::knowledge::{Event, Id, Knowledge, Status};
use crate::site::model::timeline::Told;
use crate::span::Span;

/// A sentence and what it has in common with others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Statement {
    /// Which article tells it; known when all are together.
    #[serde(skip)]
    article: ArticleNo,
    paragraph: usize,
    span: Span,
    date: Edtf,
    /// Ids of what it names; known when all are together.
    #[serde(skip)]
    names: BTreeSet<Id>,
    /// Stems of its words that are neither times nor among these names.
    stems: BTreeSet<String>,
}

/// An editor's event of more days than this is a time in which many things happened.
const LONGEST_DAYS: i64 = 8;
/// How many words two sentences share that tell one thing, where they share a name, and where they share none.
const SHARED: (usize, usize) = (2, 4);
/// The shortest word that says anything, in letters.
const LETTERS: usize = 3;

/// What one article tells.
pub(super) fn of_article(article: &Article) -> Vec<Statement> {
    let sentences = if article.withdrawn() { Vec::new() } else { dated::sentences(article) };
    sentences.into_iter().map(|(span, date)| statement(article, span, date)).collect()
}

/// What the articles tell together, in order of time; `statements` are those of each.
pub(super) fn collect(
    articles: &[Article],
    mut statements: Vec<Vec<Statement>>,
    knowledge: &Knowledge,
) -> Vec<Told> {
    let mut groups: Vec<Vec<Statement>> = Vec::new();
    let mut by_day: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (no, (article, statements)) in articles.iter().zip(&mut statements).enumerate() {
        for made in statements {
            let names = within(article.mentions(), made.span, |mention| mention.span).iter();
            made.names = names.filter_map(|mention| mention.id.clone()).collect();
            made.article = no;
        }
    }
    for (article, statements) in articles.iter().zip(statements) {
        for made in statements {
            if is_covered(&made, article, knowledge) {
                continue;
            }
            let day = by_day.entry(made.date.to_string()).or_default();
            let same = |at: &&usize| groups[**at].iter().any(|other| is_one_thing(other, &made));
            match day.iter().find(same) {
                Some(&at) => groups[at].push(made),
                None => {
                    day.push(groups.len());
                    groups.push(vec![made]);
                }
            }
        }
    }
    let mut taken: BTreeSet<Id> = knowledge.events.keys().cloned().collect();
    groups.into_iter().filter_map(|group| told(group, articles, &mut taken)).collect()
}

fn statement(article: &Article, span: Span, date: Edtf) -> Statement {
    let plain = &article.document.plain;
    let read = plain.reading();
    let mentions = within(article.mentions(), span, |mention| mention.span);
    let known = mentions.iter().filter(|mention| mention.id.is_some());
    let times = within(&article.document.findings.dates, span, |date| date.span);
    let apart: Vec<Span> =
        known.map(|mention| mention.span).chain(times.iter().map(|date| date.span)).collect();
    let from = read.index_at(span.start);
    let words = (from..)
        .take_while(|&at| read.words.get(at).is_some_and(|word| word.span().end <= span.end));
    let says = |at: &usize| {
        let letters = read.letters(*at);
        let is_word = read.words[*at].kind == TokenKind::Word;
        is_word && letters.chars().count() >= LETTERS && !lexicon().is_function(letters)
    };
    // Much happens in one city on one Wednesday.
    let tells = |at: &usize| {
        let word = read.words[*at].span();
        let is_apart = apart.iter().any(|span| span.overlaps(word));
        !is_apart && !read.kinds(*at).any(DAY_PART | PART_OF_TIME)
    };
    Statement {
        article: 0,
        paragraph: plain.paragraph_at(span.start),
        span,
        date,
        names: BTreeSet::new(),
        stems: words
            .filter(says)
            .filter(tells)
            .map(|at| stem(read.letters(at)).into_owned())
            .collect(),
    }
}

/// Whether two sentences of one day tell one thing.
fn is_one_thing(one: &Statement, other: &Statement) -> bool {
    let shared = one.stems.intersection(&other.stems).count();
    let named = !one.names.is_disjoint(&other.names);
    shared >= if named { SHARED.0 } else { SHARED.1 }
}

/// Whether the editor has an event for it: one that the paragraph attests, or one of the same day.
fn is_covered(made: &Statement, article: &Article, knowledge: &Knowledge) -> bool {
    let attested = &article.document.findings.events;
    let is_short = |event: &&Event| match event.date.days() {
        (Some(from), Some(to)) => (to - from).num_days() <= LONGEST_DAYS,
        _ => false,
    };
    attested.iter().any(|found| found.paragraph == made.paragraph)
        || knowledge.events.values().filter(is_short).any(|event| event.date.meets(&made.date))
}

/// «told-2023-02-13»; of a time of several years the first of them.
fn id_of(date: &Edtf) -> Id {
    let text = date.to_string();
    let first = text.split('/').next().unwrap_or_default();
    format!("told-{}", first.trim_end_matches(['~', '?', '%']))
}

/// An entry of the timeline: the first speaks of those whose words stand under the day as they should, a lead before what stands
/// further down; nothing where none of them does.
fn told(mut group: Vec<Statement>, articles: &[Article], taken: &mut BTreeSet<Id>) -> Option<Told> {
    group.sort_by_key(|made| (made.paragraph > 0, made.article, made.span.start));
    let worded = |made: &Statement| wording::of(&articles[made.article], made.span, &made.date);
    let (speaks, words) =
        group.iter().enumerate().find_map(|(at, made)| Some((at, worded(made)?)))?;
    group[..=speaks].rotate_right(1);
    let first = &group[0];
    let plain = id_of(&first.date);
    let numbered = (2..).map(|number| format!("{plain}-{number}"));
    let id = std::iter::once(plain.clone()).chain(numbered).find(|id| taken.insert(id.clone()));
    let event = Event {
        id: id.unwrap_or_default(),
        name: words,
        aliases: Vec::new(),
        series: None,
        ordinal: None,
        ordinal_label: None,
        date: first.date.clone(),
        also_dated: Vec::new(),
        places: Vec::new(),
        place: None,
        status: Status::Reported,
        parties: Vec::new(),
        summary: None,
        outcome: None,
        cues: Vec::new(),
        sources: Vec::new(),
        editor: false,
        figures: Vec::new(),
        formerly: Vec::new(),
    };
    let at = |made: &Statement| AttestedAt {
        article: made.article,
        paragraph: made.paragraph,
        span: made.span,
        status: Status::Reported,
        claimed: Some(made.date.clone()),
    };
    let mut at: Vec<AttestedAt> = group.iter().map(at).collect();
    at.dedup_by_key(|found| (found.article, found.paragraph));
    Some(Told { event, at })
}
