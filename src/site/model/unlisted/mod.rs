//! Names that nobody has listed, gathered over all articles: which of them get a page.
//!
//! A page that says what is not so is worse than none, so what is doubtful is left out:
//!
//! 1. [`LookedFor`] looks for a name that one article tells in all of them;
//! 2. [`gather`](gather()) brings the spellings of one name together and gives each its kind;
//! 3. [`join`] joins parts of names to the whole where only one whole can be meant («بايدن», «جو بايدن»);
//! 4. [`doubtful`] keeps out what looks like a place and is a word of its sentence; [`known`] drops what the knowledge base has under another spelling;
//! 5. a name stays from its second article or its third mention on, and gets its Arabic slug for an id.

mod doubtful;
mod gather;
mod join;
mod known;
mod openings;
mod spread;
mod tells;

use std::collections::{BTreeMap, BTreeSet};

use super::Article;
use crate::arabic::lexicon::{FAMILY, PLACE_HEAD, PURPOSE, kinds};
use crate::arabic::quick_hash::WordMap;
use crate::arabic::slug::slug;
use crate::document::{Findings, Mention, Plain, Speaker};
use crate::knowledge::{Entity, EntityKind, Id, Knowledge};
use crate::span::Span;
use gather::{Group, Key, Names, gather, kind_of};

pub(super) use openings::{Firsts, Pattern, stretch};
pub(super) use spread::{Found, LookedFor};
pub(super) use tells::own_patterns;

/// From how many articles on a name gets a page.
const ARTICLES: usize = 2;
/// From how many mentions on a name of one article gets a page.
const MENTIONS: usize = 3;

/// The ids that names got here: it is asked of every name of every article whether it is one of them.
type Listed<'e> = WordMap<&'e str, ()>;

/// Lists the names that no one has listed: gives their mentions ids and returns the entries that they get.
pub(super) fn list<'f>(
    articles: &mut [Article],
    found: impl Iterator<Item = &'f Found> + Clone,
    knowledge: &Knowledge,
) -> Vec<Entity> {
    let mut names: Names = found.clone().map(|found| found.names.clone()).collect();
    let mut groups = gather(found.map(|found| found.headed.as_slice()));
    let known = known::Known::of(knowledge);
    join::join(&mut groups, &known, articles);
    let mut taken: BTreeSet<String> =
        knowledge.entities.keys().map(|id| id.to_lowercase()).collect();
    let mut kept: Vec<(Key, Group)> = groups
        .into_iter()
        .filter(|(key, group)| {
            let often = group.articles().len() >= ARTICLES || group.places.len() >= MENTIONS;
            let placed = group.is_placed || key.kind != EntityKind::Place;
            let placed = placed && !is_of_purpose(key);
            let sure = is_whole(key) && group.is_sure(key) && !group.is_two() && placed;
            often && sure && !known.has(key)
        })
        .collect();
    // Of two things with one name the one that is named more often has the plain address.
    kept.sort_by(|(a, x), (b, y)| y.places.len().cmp(&x.places.len()).then_with(|| a.cmp(b)));
    let mut entries = Vec::new();
    for (key, group) in kept {
        let (name, aliases) = group.names(key.kind);
        let Some(id) = free_id(&name, &mut taken) else { continue };
        for &(no, at) in &group.places {
            names[no][at].id = Some(id.clone());
        }
        entries.push(entry(id, key.kind, name, aliases));
    }
    let listed: Listed<'_> = entries.iter().map(|entry| (entry.id.as_str(), ())).collect();
    for (article, names) in articles.iter_mut().zip(names) {
        if names.iter().filter_map(|name| name.id.as_ref()).any(|id| listed.contains_key(&**id)) {
            article.unlisted_speakers = {
                let document = &article.document;
                speakers(&document.plain, &document.findings, &names, &listed)
            };
            article.names = Some(names);
        }
    }
    entries
}

/// Whether a key is a whole name: of a person a family name alone is one only where the world knows it so.
fn is_whole(key: &Key) -> bool {
    match key.words.as_slice() {
        [only] if key.kind == EntityKind::Person => kinds(only).any(FAMILY),
        words => !words.is_empty() && (key.kind != EntityKind::Person || key.units() > 1),
    }
}

/// «ميناء الصيد», «محطة الوقود»: what a place is for is no name; every town has one.
fn is_of_purpose(key: &Key) -> bool {
    let [head, rest @ ..] = key.words.as_slice() else { return false };
    let is_purpose = |word: &String| kinds(word).any(PURPOSE);
    key.kind == EntityKind::Place
        && kinds(head).any(PLACE_HEAD)
        && !rest.is_empty()
        && rest.iter().all(is_purpose)
}

fn entry(id: Id, kind: EntityKind, name: String, aliases: Vec<String>) -> Entity {
    Entity {
        id,
        kind,
        name,
        latin: None,
        aliases,
        short: Vec::new(),
        cues: Vec::new(),
        not_after: Vec::new(),
        not_before: Vec::new(),
        roles: Vec::new(),
        description: None,
        same_as: Vec::new(),
        part_of: None,
        formerly: Vec::new(),
    }
}

/// The slug of a name, or with a number where another thing has it.
fn free_id(name: &str, taken: &mut BTreeSet<String>) -> Option<Id> {
    let plain = slug(name);
    (1..100)
        .map(|number| if number == 1 { plain.clone() } else { format!("{plain}-{number}") })
        .find(|id| taken.insert(id.to_lowercase()))
}

/// Who speaks each quotation of an article whose speaker has such a name.
fn speakers(
    plain: &Plain,
    findings: &Findings,
    names: &[Mention],
    listed: &Listed<'_>,
) -> BTreeMap<usize, Id> {
    let mut found = BTreeMap::new();
    if !findings.quotes.iter().any(|quote| matches!(quote.speaker, Speaker::Text(_))) {
        return found;
    }
    let named = names.iter().filter_map(|name| Some((name, name.id.as_ref()?)));
    let names: Vec<(&Mention, &Id)> = named.filter(|(_, id)| listed.contains_key(&***id)).collect();
    for (number, quote) in findings.quotes.iter().enumerate() {
        let Speaker::Text(text) = &quote.speaker else { continue };
        let named = |span: Span| span.cut(&plain.text) == text;
        // A speaker that a person gave stands in no words of the text.
        let meant = |span: Span| {
            quote.speaker_span.map_or_else(|| named(span), |words| words.overlaps(span))
        };
        let inside = || names.iter().filter(|(name, _)| meant(name.span));
        // «وزير النقل فلان»: of the names inside the words for a speaker a person's says most, the last one of them.
        let person = inside().rfind(|(name, _)| kind_of(name) == Some(EntityKind::Person));
        let is_whole =
            |name: &Mention| quote.speaker_span.is_none_or(|words| name.span.contains(words));
        let whole = inside().find(|(name, _)| is_whole(name));
        if let Some((_, id)) = person.or(whole) {
            found.insert(number, (*id).clone());
        }
    }
    found
}
