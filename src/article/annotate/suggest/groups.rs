//! Mentions of one name brought together, whatever its spelling.

use std::collections::{BTreeMap, BTreeSet};

use super::worth::Article;
use super::worth::{Candidate, candidates, is_doubtful};
use super::{romanize, sound};
use crate::arabic::lexicon::{BARE_HEAD, NATION, Nation, ORG_HEAD, kinds, nation};
use crate::arabic::reading::Nations;
use crate::document::Mention;
use crate::knowledge::EntityKind;

/// What was seen of one name.
#[derive(Default)]
pub(super) struct Group<'a> {
    pub(super) spellings: BTreeMap<String, usize>,
    pub(super) articles: BTreeSet<usize>,
    pub(super) places: Vec<(usize, &'a Mention)>,
    /// Whether a word beside one of them says that it is a name.
    introduced: bool,
}

impl<'a> Group<'a> {
    fn add(&mut self, article: usize, candidate: Candidate<'a>) {
        *self.spellings.entry(candidate.spelling).or_default() += 1;
        self.articles.insert(article);
        self.places.push((article, candidate.mention));
        self.introduced |= candidate.introduced;
    }

    /// Adds what was seen of another spelling.
    fn take_in(&mut self, other: Group<'a>) {
        self.articles.extend(&other.articles);
        self.places.extend(other.places);
        self.introduced |= other.introduced;
        for (spelling, count) in other.spellings {
            *self.spellings.entry(spelling).or_default() += count;
        }
    }
}

/// What is named and how it sounds.
pub(super) type Key = (EntityKind, String);

/// Groups by their keys.
pub(super) type Groups<'a> = BTreeMap<Key, Group<'a>>;

/// The groups of all articles.
pub(super) fn groups<'a>(articles: &[Article<'a>]) -> Groups<'a> {
    let mut groups = Groups::new();
    for (number, candidates) in articles.iter().map(candidates).enumerate() {
        let whole: Vec<(EntityKind, String)> = candidates
            .iter()
            .filter(|candidate| candidate.kind == EntityKind::Person)
            .filter(|candidate| candidate.spelling.contains(' '))
            .map(|candidate| (candidate.kind, candidate.spelling.clone()))
            .collect();
        for candidate in candidates {
            let (key, lifted) = match whole_name(&candidate, &whole) {
                Some(full) => (key(EntityKind::Person, full), true),
                None => (key(candidate.kind, &candidate.spelling), false),
            };
            let group = groups.entry(key).or_default();
            group.introduced |= lifted;
            group.add(number, candidate);
        }
    }
    join_family_names(&mut groups);
    join_kinds(&mut groups);
    join_longer_names(&mut groups);
    join_nations(&mut groups, articles);
    groups.retain(|_, group| {
        let is_often = group.places.len() > 1 && group.kind() == EntityKind::Person;
        group.introduced
            || is_often
            || !group.spellings.keys().all(|spelling| is_doubtful(group.kind(), spelling))
    });
    groups
}

impl Group<'_> {
    fn kind(&self) -> EntityKind {
        match self.places.first().map(|(_, mention)| mention.kind) {
            Some(crate::document::MentionKind::Entity(kind)) => kind,
            _ => EntityKind::Person,
        }
    }
}

/// The sound of a name; where its vowel signs tell it from others («عمّان», «عُمان»), the name itself.
fn key(kind: EntityKind, spelling: &str) -> Key {
    let name =
        if romanize::is_signed(spelling) { spelling.to_owned() } else { sound::key(spelling) };
    (kind, name)
}

/// The only full name of the same article of which a word alone is the first or last: «الحريري» behind «سعد الحريري»,
/// but nobody's where «نصر الحريري» stands there too. «فريق نوفاك» is that of «ماريك نوفاك».
fn whole_name<'w>(candidate: &Candidate<'_>, whole: &'w [(EntityKind, String)]) -> Option<&'w str> {
    let word = candidate.spelling.as_str();
    if candidate.kind == EntityKind::Place || word.contains(' ') {
        return None;
    }
    let is_last =
        |full: &&str| full.rsplit_once(' ').is_some_and(|(_, last)| sound::are_one(last, word));
    let is_first =
        |full: &&str| full.split_once(' ').is_some_and(|(first, _)| sound::are_one(first, word));
    let only = |fits: &dyn Fn(&&str) -> bool| {
        let mut fitting: Vec<&str> =
            whole.iter().map(|(_, full)| full.as_str()).filter(|full| fits(full)).collect();
        fitting.dedup_by_key(|full| sound::key(full));
        match fitting.as_slice() {
            [first, rest @ ..] if rest.iter().all(|full| sound::key(full) == sound::key(first)) => {
                Some(*first)
            }
            _ => None,
        }
    };
    only(&is_last).or_else(|| only(&is_first).filter(|_| candidate.kind == EntityKind::Person))
}

/// Joins each one-word person to the only full name of all articles that ends with it.
fn join_family_names(groups: &mut Groups<'_>) {
    let mut by_last: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (kind, key) in groups.keys() {
        if let (EntityKind::Person, Some((_, last))) = (kind, key.rsplit_once(' ')) {
            by_last.entry(last.to_owned()).or_default().push(key.clone());
        }
    }
    let alone: Vec<String> = groups
        .keys()
        .filter(|(kind, key)| *kind == EntityKind::Person && !key.contains(' '))
        .map(|(_, key)| key.clone())
        .collect();
    for short in alone {
        let Some([full]) = by_last.get(&short).map(Vec::as_slice) else { continue };
        let (short, full) = ((EntityKind::Person, short), (EntityKind::Person, full.clone()));
        let agrees = |groups: &Groups<'_>| {
            let spellings = groups.get(&full).map(|group| &group.spellings);
            let alone = groups.get(&short).map(|group| &group.spellings);
            spellings.zip(alone).is_some_and(|(full, alone)| {
                let last = |name: &String| name.rsplit(' ').next().unwrap_or_default().to_owned();
                full.keys().any(|name| alone.keys().all(|alone| sound::are_one(&last(name), alone)))
            })
        };
        if agrees(groups)
            && let Some(group) = groups.remove(&short)
        {
            groups.entry(full).or_default().take_in(group);
        }
    }
}

/// Brings a name that was seen as two kinds («فرنسا» that plays and «فرنسا» where one lives) under the commoner one.
fn join_kinds(groups: &mut Groups<'_>) {
    let mut kinds: BTreeMap<String, Vec<(usize, EntityKind)>> = BTreeMap::new();
    for ((kind, key), group) in groups.iter() {
        kinds.entry(key.clone()).or_default().push((group.places.len(), *kind));
    }
    for (key, mut seen) in kinds.into_iter().filter(|(_, seen)| seen.len() > 1) {
        seen.sort_by(|a, b| b.cmp(a));
        let (most, kind) = seen[0];
        for &(count, other) in &seen[1..] {
            // Two kinds that are about as common are two things («واشنطن», the city and the paper).
            if count * 3 <= most
                && let Some(group) = groups.remove(&(other, key.clone()))
            {
                groups.entry((kind, key.clone())).or_default().take_in(group);
            }
        }
    }
}

/// Joins a name with a head or an adjective of a nation to the same name without («تنظيم داعش», «الولايات المتحدة الأميركية»).
fn join_longer_names(groups: &mut Groups<'_>) {
    let shorter = |(kind, _): &(EntityKind, String), group: &Group<'_>| {
        let (name, _) = group.spellings.iter().max_by_key(|&(_, count)| *count)?;
        let name = crate::arabic::fold::folded(name);
        let named =
            |rest: &str| Some((*kind, sound::key(rest))).filter(|key| groups.contains_key(key));
        let first = name.split(' ').next().unwrap_or_default();
        let head = name
            .split_once(' ')
            .filter(|(head, _)| *kind == EntityKind::Organization && kinds(head).any(BARE_HEAD));
        // «وزارة الدفاع» alone may be that of any nation.
        let nation = name
            .rsplit_once(' ')
            .filter(|(_, nation)| kinds(nation).any(NATION) && !kinds(first).any(ORG_HEAD));
        head.and_then(|(_, rest)| named(rest)).or_else(|| nation.and_then(|(rest, _)| named(rest)))
    };
    let longer: Vec<_> = groups
        .iter()
        .filter(|((kind, _), _)| *kind != EntityKind::Person)
        .filter_map(|(key, group)| {
            shorter(key, group).filter(|short| short != key).map(|short| (key.clone(), short))
        })
        .collect();
    for (long, short) in longer {
        if groups.contains_key(&short)
            && let Some(group) = groups.remove(&long)
        {
            groups.entry(short).or_default().take_in(group);
        }
    }
}

/// «وزارة الفلاحة» is «وزارة الفلاحة التونسية» where no other nation's is named, and each article that has it names this
/// one or speaks of Tunisia more than of any other nation.
fn join_nations(groups: &mut Groups<'_>, articles: &[Article<'_>]) {
    let whole = |(kind, group): (EntityKind, &Group<'_>)| {
        let (name, _) = group.spellings.iter().max_by_key(|&(_, count)| *count)?;
        let name = crate::arabic::fold::folded(name);
        let (rest, last) = name.rsplit_once(' ')?;
        let (head, _) = rest.split_once(' ').filter(|_| kind == EntityKind::Organization)?;
        let nation = nation(last).filter(|_| kinds(head).any(ORG_HEAD) && kinds(last).any(NATION));
        Some(((kind, sound::key(rest)), nation?))
    };
    let mut wholes: BTreeMap<Key, Vec<(Key, Nation)>> = BTreeMap::new();
    for (key, group) in groups.iter() {
        if let Some((short, nation)) = whole((key.0, group)) {
            wholes.entry(short).or_default().push((key.clone(), nation));
        }
    }
    for (short, wholes) in wholes {
        let [(whole, nation)] = wholes.as_slice() else { continue };
        let (Some(group), Some(named)) = (groups.get(&short), groups.get(whole)) else { continue };
        let speaks = |no: &usize| Nations::of(articles[*no].plain.reading()).may_be(*nation);
        let is_meant = |no: &usize| named.articles.contains(no) || speaks(no);
        if group.articles.iter().all(is_meant)
            && let Some(group) = groups.remove(&short)
        {
            groups.entry(whole.clone()).or_default().take_in(group);
        }
    }
}
