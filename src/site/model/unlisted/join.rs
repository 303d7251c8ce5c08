//! Parts of a name and the whole: joined only where one whole can be meant.

use std::collections::{BTreeMap, BTreeSet};

use super::gather::{Group, Key, ends, shorter};
use super::known::Known;
use crate::arabic::clitics::Onto;
use crate::arabic::lexicon::{
    COUNCIL_OF_EACH_NATION, GIVEN, LINEAGE, Nation, OF_EACH_NATION, kinds, nation,
};
use crate::arabic::reading::Nations;
use crate::knowledge::EntityKind;
use crate::site::model::{Article, ArticleNo};

/// Joins all that can be joined.
pub(super) fn join(groups: &mut BTreeMap<Key, Group>, known: &Known, articles: &[Article]) {
    let spoken = SpokenOf(articles);
    shorter_people(groups);
    family_names(groups, known);
    bodies(groups, &spoken);
    of_one_nation(groups, &spoken);
}

/// Of which nations each article speaks: «وزارة الصحة» and «وزارة الفلاحة» ask it of the same one.
struct SpokenOf<'a>(&'a [Article]);

impl SpokenOf<'_> {
    fn nations(&self, no: ArticleNo) -> &Nations {
        &self.0[no].sheet.nations
    }
}

/// «سالم الحارثي» is «سالم بن أحمد الحارثي» where no other full name begins and ends so.
fn shorter_people(groups: &mut BTreeMap<Key, Group>) {
    let mut longer: BTreeMap<(String, String), BTreeSet<Key>> = BTreeMap::new();
    for key in groups.keys().filter(|key| key.kind == EntityKind::Person && key.units() > 2) {
        if let Some(ends) = ends(&key.words) {
            longer.entry(ends).or_default().insert(key.clone());
        }
    }
    for ((first, last), mut keys) in longer {
        let words = first.split(' ').chain(last.split(' ')).map(str::to_owned).collect();
        let short = Key { kind: EntityKind::Person, words };
        // Two full names may be two people, or one with a grandfather more.
        while let [shortest, longest] = sorted(&keys).as_slice() {
            if !is_inside(&shortest.words, &longest.words) {
                break;
            }
            let shortest = (*shortest).clone();
            move_group(groups, &shortest, &(*longest).clone());
            keys.remove(&shortest);
        }
        if let [only] = sorted(&keys).as_slice() {
            move_group(groups, &short, only);
        }
    }
}

/// Shortest first.
fn sorted(keys: &BTreeSet<Key>) -> Vec<&Key> {
    let mut list: Vec<&Key> = keys.iter().collect();
    list.sort_by_key(|key| key.words.len());
    list
}

/// Whether the words of one name stand in another in their order.
fn is_inside(short: &[String], long: &[String]) -> bool {
    let mut rest = long.iter();
    short.iter().all(|word| rest.any(|other| other == word))
}

/// A family name alone is the only full name that ends with it; where somebody who is listed has it, it may be theirs.
fn family_names(groups: &mut BTreeMap<Key, Group>, known: &Known) {
    let mut by_last: BTreeMap<String, Vec<Key>> = BTreeMap::new();
    for key in groups.keys().filter(|key| key.kind == EntityKind::Person) {
        if let Some((_, last)) = ends(&key.words) {
            by_last.entry(last).or_default().push(key.clone());
        }
    }
    for (last, full) in by_last {
        let words = last.split(' ').map(str::to_owned).collect();
        let short = Key { kind: EntityKind::Person, words };
        // «أحمد» alone is no sign of a family of that name.
        let bare = groups
            .get(&short)
            .is_some_and(|group| group.spellings.keys().any(|name| !name.has_article()));
        // «بن مسعود» is a family's.
        let is_house = short.words.first().is_some_and(|word| kinds(word).any(LINEAGE));
        let is_given = bare && !is_house && short.words.iter().any(|word| kinds(word).any(GIVEN));
        if let [only] = full.as_slice()
            && !is_given
            && !known.has_last(&short.words)
        {
            move_group(groups, &short, only);
        }
    }
}

/// Joins a longer name of a body or a place to the same without a head or a nation. The ministries of two nations
/// share a shorter name, which then is that of neither; that of one is meant only where the article speaks of its nation.
fn bodies(groups: &mut BTreeMap<Key, Group>, spoken: &SpokenOf<'_>) {
    let mut longer: BTreeMap<Key, Vec<Key>> = BTreeMap::new();
    for key in groups.keys().filter(|key| key.kind != EntityKind::Person) {
        for words in shorter(key.kind, &key.words) {
            longer.entry(key.with(&words)).or_default().push(key.clone());
        }
    }
    for (short, long) in longer {
        let headed = |key: &Key| key.words.last() == short.words.last();
        let (with_head, with_nation): (Vec<Key>, Vec<Key>) = long.into_iter().partition(headed);
        for key in with_head {
            move_group(groups, &key, &short);
        }
        match with_nation.as_slice() {
            [] => {}
            [only] => match only.words.last().and_then(|word| nation(word)) {
                Some(nation) => of_nation(groups, &short, only, nation, spoken),
                None => move_group(groups, &short, only),
            },
            _ => ambiguous(groups, &short, &with_nation),
        }
    }
}

/// «وزارة الفلاحة» is «وزارة الفلاحة التونسية» in articles that name this one, or that speak of Tunisia more than of any
/// other nation; in others it stays what it was.
fn of_nation(
    groups: &mut BTreeMap<Key, Group>,
    short: &Key,
    whole: &Key,
    nation: Nation,
    spoken: &SpokenOf<'_>,
) {
    let Some(group) = groups.get(short) else { return };
    let named = groups.get(whole).map(Group::articles).unwrap_or_default();
    let meant: BTreeSet<usize> = group
        .articles()
        .into_iter()
        .filter(|no| named.contains(no) || spoken.nations(*no).may_be(nation))
        .collect();
    if meant.len() == group.articles().len() {
        return move_group(groups, short, whole);
    }
    let Some(group) = groups.get_mut(short) else { return };
    // Spellings of one name differ by a letter: which of them stood where is not kept.
    let text = group.spellings.keys().next().cloned().unwrap_or_default();
    let (moved, left): (Vec<_>, Vec<_>) =
        std::mem::take(&mut group.places).into_iter().partition(|(no, _)| meant.contains(no));
    group.places = left;
    if let Some(count) = group.spellings.get_mut(&text) {
        *count = count.saturating_sub(moved.len());
    }
    let spellings = BTreeMap::from([(text, moved.len())]);
    groups.entry(whole.clone()).or_default().take_in(Group {
        spellings,
        places: moved,
        ..Group::default()
    });
}

/// «وزارة الصحة», «مجلس الوزراء» of articles that speak of two nations are two bodies: the nation of most of them keeps the name, in
/// those of the others it is left out. Articles that say of no nation speak of that of nearly all the others, if there is one.
fn of_one_nation(groups: &mut BTreeMap<Key, Group>, spoken: &SpokenOf<'_>) {
    let bare: Vec<&mut Group> = groups
        .iter_mut()
        .filter_map(|(key, group)| is_of_each_nation(key).then_some(group))
        .collect();
    let articles: BTreeSet<ArticleNo> = bare.iter().flat_map(|group| group.articles()).collect();
    let home = home(&leading(&articles, spoken));
    for group in bare {
        let articles = group.articles();
        let led = leading(&articles, spoken);
        let most = led.iter().max_by_key(|(nation, count)| (**count, std::cmp::Reverse(**nation)));
        let own = most.map(|(nation, _)| *nation).or(home);
        let is_own = |no: ArticleNo| {
            let nations = spoken.nations(no);
            match own {
                _ if nations.most() == 0 => home.is_some() && home == own,
                // «العراق والولايات المتحدة», each as often, may be of either.
                Some(own) => nations.count(own) == nations.most(),
                None => false,
            }
        };
        if articles.len() > 1 {
            group.places.retain(|&(no, _)| is_own(no));
        }
    }
}

/// Whether every nation has a body of this name.
fn is_of_each_nation(key: &Key) -> bool {
    let is_of = |word: Option<&String>, kind| word.is_some_and(|word| kinds(word).any(kind));
    let head = is_of(key.words.first(), OF_EACH_NATION)
        || key.words.len() == 2 && is_of(key.words.get(1), COUNCIL_OF_EACH_NATION);
    head && key.kind == EntityKind::Organization
        && key.words.iter().all(|word| nation(word).is_none())
}

/// How many of some articles speak of each nation more than of any other.
fn leading(articles: &BTreeSet<ArticleNo>, spoken: &SpokenOf<'_>) -> BTreeMap<Nation, usize> {
    let mut counts = BTreeMap::new();
    for nation in articles.iter().filter_map(|&no| spoken.nations(no).leading()) {
        *counts.entry(nation).or_default() += 1;
    }
    counts
}

/// The nation of which nearly all articles speak that speak of one.
fn home(led: &BTreeMap<Nation, usize>) -> Option<Nation> {
    /// How many of three.
    const OF_THREE: usize = 2;
    let all: usize = led.values().sum();
    let (nation, count) = led.iter().max_by_key(|(_, count)| **count)?;
    (count * 3 >= all * OF_THREE).then_some(*nation)
}

/// Of a short name with several wholes each article's mentions go to the only whole that it names; the rest are dropped.
fn ambiguous(groups: &mut BTreeMap<Key, Group>, short: &Key, wholes: &[Key]) {
    let Some(group) = groups.remove(short) else { return };
    let text = group.spellings.keys().next().cloned().unwrap_or_default();
    for place in group.places {
        let named: Vec<&Key> = wholes
            .iter()
            .filter(|key| groups.get(key).is_some_and(|whole| whole.articles().contains(&place.0)))
            .collect();
        if let [only] = named.as_slice()
            && let Some(whole) = groups.get_mut(*only)
        {
            whole.places.push(place);
            *whole.spellings.entry(text.clone()).or_default() += 1;
        }
    }
}

fn move_group(groups: &mut BTreeMap<Key, Group>, from: &Key, to: &Key) {
    if from != to
        && let Some(group) = groups.remove(from)
    {
        groups.entry(to.clone()).or_default().take_in(group);
    }
}
